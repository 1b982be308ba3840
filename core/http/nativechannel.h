// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/channel.h"
#include "core/http/fdwatch.h"
#include "core/http/lifeflag.h"
#include "core/http/sendqueue.h"
#include "core/http/socketaddress.h"

#include <QtCore/QList>

#include <vector>

namespace Gatehouse::Http {

class Connector;

//! A plain stream socket, TCP or Unix, without Qt in between: one recv(2) per turn and one
//! sendmsg(2) per write. After onClosed(PeerClosed) the writing side is still open:
//! closeAfterWrite() then sends what is pending to a peer that closed only its own.
class NativeChannel final : public Channel, private FdHandler
{
public:
    //! Takes over a connected stream socket. \a peer as for peerAddress(). onConnected() is not
    //! called.
    static std::unique_ptr<NativeChannel> fromDescriptor(IoContext &io, int fd, QByteArray peer);
    //! Connects once started, see Connector. Writing before is allowed.
    static std::unique_ptr<NativeChannel> connectTo(IoContext &io,
                                                    const QList<QHostAddress> &addresses,
                                                    quint16 port);
    //! Connects to a Unix socket once started.
    static std::unique_ptr<NativeChannel> connectToPath(IoContext &io, const QString &path);

    NativeChannel(IoContext &io, int fd, QByteArray peer);
    NativeChannel(IoContext &io, std::vector<SocketAddress> addresses);
    ~NativeChannel() override;
    NativeChannel(const NativeChannel &) = delete;
    NativeChannel &operator=(const NativeChannel &) = delete;

    //! Hands the connected socket to the caller; the channel is over. Nothing may be pending.
    int releaseDescriptor();

    void start(ChannelListener &listener) override;
    void setListener(ChannelListener &listener) override { m_listener = &listener; }
    using Channel::write;
    void write(std::initializer_list<QByteArrayView> parts) override;
    qsizetype pendingBytes() const override { return m_queue.unsent(); }
    void setReading(bool on) override;
    void closeAfterWrite() override;
    void abort() override;
    QByteArray peerAddress() const override { return m_peer; }
    int descriptor() const override { return m_fd; }

private:
    void onFdEvents(quint32 events) override;
    void connected(int fd, const QByteArray &peer);
    //! Both may destroy the channel through the listener.
    void flush();
    void read();
    void lookWhilePaused(quint32 events);
    void finish(ChannelEnd end, const QString &detail);
    void finishWithError(int error);
    void closeDescriptor();
    quint32 wantedEvents() const;
    void updateEvents();

    IoContext &m_io;
    ChannelListener *m_listener = nullptr;
    FdWatch m_watch;
    SendQueue m_queue;
    LifeFlag m_life;
    QByteArray m_peer;
    std::vector<SocketAddress> m_addresses; //!< to connect to, until started
    std::unique_ptr<Connector> m_connector;
    int m_fd = -1;
    bool m_isReading = true;
    bool m_hasEnded = false; //!< onClosed has been told, or we ended it
};

} // namespace Gatehouse::Http
