// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/channel.h"
#include "core/http/iocontext.h"
#include "core/http/lifeflag.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtNetwork/QAbstractSocket>
#include <QtNetwork/QHostAddress>

class QSocketNotifier;

namespace Gatehouse::Http {

//! A TCP connection by QAbstractSocket, for systems on which NativeChannel does not build. The
//! socket is unbuffered: a QTcpSocket would read ahead without bound. Qt drops what is unsent when
//! the peer ends its side, so a peer that closed half gets no more than the kernel has taken. Qt
//! does not tell a reset from an orderly end either, unless it comes while reading is paused.
class QtChannel final : public Channel
{
public:
    //! Takes over a connected socket.
    static std::unique_ptr<QtChannel> fromDescriptor(IoContext &io, qintptr fd, QByteArray peer);
    //! Connects once started; the next address when one fails.
    static std::unique_ptr<QtChannel> connectTo(IoContext &io, QList<QHostAddress> addresses,
                                                quint16 port);
    QtChannel(IoContext &io, QByteArray peer, QList<QHostAddress> addresses, quint16 port);
    ~QtChannel() override;
    QtChannel(const QtChannel &) = delete;
    QtChannel &operator=(const QtChannel &) = delete;

    void start(ChannelListener &listener) override;
    void setListener(ChannelListener &listener) override { m_listener = &listener; }
    using Channel::write;
    void write(std::initializer_list<QByteArrayView> parts) override;
    qsizetype pendingBytes() const override;
    void setReading(bool on) override;
    void closeAfterWrite() override;
    void abort() override;
    QByteArray peerAddress() const override { return m_peer; }
    int descriptor() const override;

private:
    void tryNext();
    void connected();
    void connectSignals();
    void watchForReset();
    void dropSocket();
    void read();
    void written();
    void failed();
    void finish(ChannelEnd end, const QString &detail);
    void readLater();

    IoContext &m_io;
    std::unique_ptr<QAbstractSocket> m_socket;
    std::unique_ptr<QObject> m_receiver; //!< of the socket's signals; gone, nothing comes any more
    std::unique_ptr<QSocketNotifier> m_errorWatch; //!< sees a reset while nothing is read
    ChannelListener *m_listener = nullptr;
    LifeFlag m_life;
    QByteArray m_peer;
    QByteArray m_early; //!< written before the connection is there
    QList<QHostAddress> m_addresses;
    quint16 m_port;
    bool m_isReading = true;
    bool m_hasEnded = false;
};

} // namespace Gatehouse::Http
