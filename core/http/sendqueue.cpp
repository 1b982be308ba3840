// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/sendqueue.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace Gatehouse::Http {

namespace {

constexpr size_t partsPerCall = 16;
constexpr qsizetype worthMoving = 256 * 1024;

//! Bytes taken, 0 when the socket is full, -1 with errno on errors.
ssize_t sendSome(int fd, iovec *parts, size_t count)
{
    msghdr message = {};
    message.msg_iov = parts;
    message.msg_iovlen = count;
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    } while (sent < 0 && errno == EINTR);
    return sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? 0 : sent;
}

iovec toIovec(QByteArrayView bytes)
{
    return {.iov_base = const_cast<char *>(bytes.data()), .iov_len = size_t(bytes.size())};
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
    std::array<iovec, partsPerCall> vectors; // NOLINT: filled below
    size_t count = 0;
    for (const QByteArrayView part : parts) {
        if (!part.isEmpty() && count < vectors.size())
            vectors[count++] = toIovec(part);
    }
    if (count == 0)
        return;
    const ssize_t sent = sendSome(fd, vectors.data(), count);
    if (sent < 0)
        fail(errno);
    else
        keepFrom(parts, sent);
}

void SendQueue::flush(int fd)
{
    if (isEmpty())
        return;
    iovec rest = toIovec(QByteArrayView(m_bytes).sliced(m_sent));
    const ssize_t sent = sendSome(fd, &rest, 1);
    if (sent < 0) {
        fail(errno);
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

void SendQueue::fail(int error)
{
    m_error = error;
    m_bytes.clear();
    m_sent = 0;
}

} // namespace Gatehouse::Http
