// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <initializer_list>

namespace Gatehouse::Http {

//! Bytes on their way into a socket: what the kernel does not take at once is kept, in order.
//! After an error everything is dropped, and error() tells.
class SendQueue
{
public:
    using Parts = std::initializer_list<QByteArrayView>;

    //! Sends at once what the kernel takes (nothing while older bytes wait) and keeps the rest.
    void send(int fd, Parts parts);
    //! Keeps everything, for a socket that is not connected yet.
    void keep(Parts parts) { keepFrom(parts, 0); }
    //! Sends what is kept, as far as the kernel takes it.
    void flush(int fd);

    qsizetype size() const { return m_bytes.size() - m_sent; }
    bool isEmpty() const { return size() == 0; }
    //! What waits, and after an error what was dropped: bytes the kernel has never had.
    qsizetype unsent() const { return size() + m_dropped; }
    //! An errno value; 0 when all is well.
    int error() const { return m_error; }

private:
    void keepFrom(Parts parts, qsizetype skip);
    //! \a unsent: bytes lost beside those that wait.
    void fail(int error, qsizetype unsent);

    QByteArray m_bytes;
    qsizetype m_sent = 0; //!< how much of m_bytes is gone already
    qsizetype m_dropped = 0;
    int m_error = 0;
};

} // namespace Gatehouse::Http
