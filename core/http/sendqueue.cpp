// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/sendqueue.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace Gatehouse::Http {

namespace {

constexpr size_t partsPerCall = 16;
constexpr qsizetype worthMoving = 256 * 1024;
//! Small messages are put together: one copy is cheaper than the kernel's walk over a list.
constexpr qsizetype worthJoining = 4096;

//! Calls \a send until no signal interrupts it: bytes taken, 0 when the socket is full, -1 with
//! errno on errors.
template <typename Send>
ssize_t sendSome(Send send)
{
    ssize_t sent = 0;
    do {
        sent = send();
    } while (sent < 0 && errno == EINTR);
    return sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? 0 : sent;
}

ssize_t sendBytes(int fd, QByteArrayView bytes)
{
    return sendSome([fd, bytes] {
        return ::send(fd, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    });
}

ssize_t sendJoined(int fd, SendQueue::Parts parts)
{
    std::array<char, worthJoining> joined; // NOLINT: filled below
    qsizetype size = 0;
    for (const QByteArrayView part : parts) {
        std::memcpy(joined.data() + size, part.data(), size_t(part.size()));
        size += part.size();
    }
    return sendBytes(fd, {joined.data(), size});
}

ssize_t sendList(int fd, SendQueue::Parts parts)
{
    std::array<iovec, partsPerCall> vectors; // NOLINT: filled below
    size_t count = 0;
    for (const QByteArrayView part : parts) {
        if (!part.isEmpty() && count < vectors.size())
            vectors[count++] = {.iov_base = const_cast<char *>(part.data()),
                                .iov_len = size_t(part.size())};
    }
    msghdr message = {};
    message.msg_iov = vectors.data();
    message.msg_iovlen = count;
    return sendSome([&] { return ::sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT); });
}

} // namespace

void SendQueue::send(int fd, Parts parts)
{
    if (m_error != 0)
        return;
    if (!isEmpty()) {
        keep(parts);
        return;
    }
    qsizetype size = 0;
    for (const QByteArrayView part : parts)
        size += part.size();
    if (size == 0)
        return;
    const ssize_t sent = size <= worthJoining ? sendJoined(fd, parts) : sendList(fd, parts);
    if (sent < 0)
        fail(errno, size);
    else if (sent < size)
        keepFrom(parts, sent);
}

void SendQueue::flush(int fd)
{
    if (isEmpty())
        return;
    const ssize_t sent = sendBytes(fd, QByteArrayView(m_bytes).sliced(m_sent));
    if (sent < 0) {
        fail(errno, 0);
        return;
    }
    m_sent += sent;
    if (isEmpty()) {
        m_bytes.clear();
        m_sent = 0;
    }
}

void SendQueue::keepFrom(Parts parts, qsizetype skip)
{
    if (m_error != 0)
        return;
    if (m_sent >= worthMoving) {
        m_bytes.remove(0, m_sent);
        m_sent = 0;
    }
    for (const QByteArrayView part : parts) {
        const qsizetype gone = std::min(skip, part.size());
        skip -= gone;
        m_bytes.append(part.sliced(gone));
    }
}

void SendQueue::fail(int error, qsizetype unsent)
{
    m_dropped = size() + unsent;
    m_error = error;
    m_bytes.clear();
    m_sent = 0;
}

} // namespace Gatehouse::Http
