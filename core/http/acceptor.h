// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/fdwatch.h"
#include "core/http/lifeflag.h"
#include "core/http/timerwheel.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <functional>
#include <optional>

namespace Gatehouse::Http {

//! A listening socket, TCP or Unix. Accepts in bursts on the thread of its IoContext and hands
//! every connection on. Out of descriptors, it turns connections away rather than leaving them to
//! wait in vain.
class Acceptor final : private FdHandler
{
public:
    //! Takes over \a fd (non-blocking, close-on-exec); \a peer: address without port, empty for
    //! Unix sockets. May destroy the acceptor or stop it from accepting.
    using Callback = std::function<void(int fd, QByteArray peer)>;

    static constexpr int backlog = 4096;
    static constexpr int burst = 64; //!< connections accepted in one turn
    static constexpr std::chrono::milliseconds retryDelay{100};

    //! \a address: "127.0.0.1:4417", "[::1]:0", "localhost:80", "*:80" (every address), or the
    //! absolute path of a Unix socket, whose file only its owner can use and whose folder, when
    //! made here, only its owner can enter. Port 0 lets the system choose.
    static Result<std::unique_ptr<Acceptor>> listen(IoContext &io, const QString &address,
                                                    Callback accepted);
    //! Whether listen() on a TCP \a address would succeed: listens for a moment.
    static Result<void> tryListen(const QString &address);
    Acceptor(IoContext &io, int fd, QString path, Callback accepted);
    //! Closes the socket; connections not accepted yet are reset.
    ~Acceptor() override;
    Acceptor(const Acceptor &) = delete;
    Acceptor &operator=(const Acceptor &) = delete;

    //! 0 for Unix sockets.
    quint16 port() const;
    //! Where it listens, for people.
    QString address() const;
    //! Off: connections wait in the kernel's queue.
    void setAccepting(bool on);
    //! Connections turned away for want of descriptors.
    quint64 turnedAway() const { return m_turnedAway; }

    //! The user at the other end of a Unix socket.
    static std::optional<quint32> peerUser(int fd);

private:
    void onFdEvents(quint32 events) override;
    void turnAway();
    void takeReserve();

    IoContext &m_io;
    int m_fd;
    QString m_path; //!< of a Unix socket
    Callback m_accepted;
    FdWatch m_watch;
    Timer m_retry;
    int m_reserve = -1; //!< a descriptor to give up when there is no other
    quint64 m_turnedAway = 0;
    LifeFlag m_life;
    bool m_isAccepting = true;
};

} // namespace Gatehouse::Http
