// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/qtchannel.h"

#include "core/http/timerwheel.h"

#include <QtCore/QSocketNotifier>

#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds drainTime{2'000};
constexpr std::chrono::milliseconds sendTime{30'000};

void closeWritingSide(qintptr socket)
{
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(socket), SD_SEND);
#else
    ::shutdown(int(socket), SHUT_WR);
#endif
}

void resetWhenClosed(qintptr socket)
{
    linger reset = {};
    reset.l_onoff = 1;
#ifdef Q_OS_WIN
    ::setsockopt(SOCKET(socket), SOL_SOCKET, SO_LINGER, reinterpret_cast<char *>(&reset),
                 sizeof reset);
#else
    ::setsockopt(int(socket), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
#endif
}

std::unique_ptr<QAbstractSocket> newSocket()
{
    // Not a QTcpSocket: its constructor switches buffering on for good.
    return std::make_unique<QAbstractSocket>(QAbstractSocket::TcpSocket, nullptr);
}

//! LingeringClose for Qt's sockets: sends the rest, says goodbye, drops what still comes in.
class LingeringSocket final : public Leftover
{
public:
    LingeringSocket(IoContext &io, std::unique_ptr<QAbstractSocket> socket)
        : m_io(io)
        , m_socket(std::move(socket))
        , m_timer([this] { end(); })
    {
        QObject::connect(m_socket.get(), &QIODevice::bytesWritten, m_socket.get(),
                         [this] { goOn(); });
        QObject::connect(m_socket.get(), &QIODevice::readyRead, m_socket.get(), [this] { goOn(); });
        QObject::connect(m_socket.get(), &QAbstractSocket::errorOccurred, m_socket.get(),
                         [this] { m_timer.start(m_io.timers, std::chrono::milliseconds(0)); });
        m_timer.start(m_io.timers, sendTime);
    }

    static void begin(IoContext &io, std::unique_ptr<QAbstractSocket> socket)
    {
        auto owned = std::make_unique<LingeringSocket>(io, std::move(socket));
        LingeringSocket &closing = *owned;
        io.leftovers.push_front(std::move(owned));
        closing.m_position = io.leftovers.begin();
        closing.goOn();
    }

private:
    void goOn()
    {
        if (m_socket->bytesToWrite() > 0)
            return; // reading the end of the stream would make Qt drop the rest
        if (!std::exchange(m_isShut, true)) {
            closeWritingSide(m_socket->socketDescriptor());
            m_timer.start(m_io.timers, drainTime);
        }
        qint64 count = 0;
        do {
            count = m_socket->read(m_io.scratch.data(), m_io.scratch.size());
        } while (count > 0);
        if (count < 0)
            m_timer.start(m_io.timers, std::chrono::milliseconds(0));
    }

    void end()
    {
        m_io.leftovers.erase(m_position); // destroys this
    }

    IoContext &m_io;
    std::unique_ptr<QAbstractSocket> m_socket;
    Timer m_timer;
    std::list<std::unique_ptr<Leftover>>::iterator m_position;
    bool m_isShut = false;
};

ChannelEnd endOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return ChannelEnd::ConnectRefused;
    case QAbstractSocket::SocketTimeoutError:
        return ChannelEnd::ConnectTimeout;
    case QAbstractSocket::RemoteHostClosedError:
    case QAbstractSocket::NetworkError:
        return ChannelEnd::Reset;
    default: // Qt's list is long and grows
        return ChannelEnd::Error;
    }
}

} // namespace

std::unique_ptr<QtChannel> QtChannel::fromDescriptor(IoContext &io, qintptr fd, QByteArray peer)
{
    auto channel = std::make_unique<QtChannel>(io, std::move(peer), QList<QHostAddress>(), 0);
    channel->m_socket = newSocket();
    channel->m_socket->setSocketDescriptor(fd, QAbstractSocket::ConnectedState,
                                           QIODevice::ReadWrite | QIODevice::Unbuffered);
    return channel;
}

std::unique_ptr<QtChannel> QtChannel::connectTo(IoContext &io, QList<QHostAddress> addresses,
                                                quint16 port)
{
    return std::make_unique<QtChannel>(io, QByteArray(), std::move(addresses), port);
}

QtChannel::QtChannel(IoContext &io, QByteArray peer, QList<QHostAddress> addresses, quint16 port)
    : m_io(io)
    , m_peer(std::move(peer))
    , m_addresses(std::move(addresses))
    , m_port(port)
{
}

QtChannel::~QtChannel()
{
    QtChannel::abort();
}

void QtChannel::start(ChannelListener &listener)
{
    m_listener = &listener;
    if (m_socket)
        connectSignals();
    else
        tryNext();
}

void QtChannel::tryNext()
{
    m_socket = newSocket();
    connectSignals();
    if (m_addresses.isEmpty()) {
        QMetaObject::invokeMethod(
            m_receiver.get(), [this] { finish(ChannelEnd::Error, u"no address to connect to"_s); },
            Qt::QueuedConnection);
        return;
    }
    const QHostAddress address = m_addresses.takeFirst();
    m_peer = address.toString().toLatin1();
    m_socket->connectToHost(address, m_port, QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void QtChannel::connectSignals()
{
    m_receiver = std::make_unique<QObject>();
    QAbstractSocket *const socket = m_socket.get();
    QObject *const receiver = m_receiver.get();
    QObject::connect(socket, &QAbstractSocket::connected, receiver, [this] { connected(); });
    QObject::connect(socket, &QIODevice::readyRead, receiver, [this] { read(); });
    QObject::connect(socket, &QIODevice::bytesWritten, receiver, [this] { written(); });
    // Queued: a write that fails must not call back from inside write().
    QObject::connect(
        socket, &QAbstractSocket::errorOccurred, receiver, [this] { failed(); },
        Qt::QueuedConnection);
    if (socket->state() == QAbstractSocket::ConnectedState)
        watchForReset();
}

void QtChannel::watchForReset()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_errorWatch =
        std::make_unique<QSocketNotifier>(m_socket->socketDescriptor(), QSocketNotifier::Exception);
    QObject::connect(m_errorWatch.get(), &QSocketNotifier::activated, m_receiver.get(), [this] {
        if (!m_isReading && !m_hasEnded)
            finish(ChannelEnd::Reset, u"reset by the peer"_s);
    });
}

void QtChannel::connected()
{
    watchForReset();
    const QByteArray early = std::exchange(m_early, {});
    if (!early.isEmpty())
        m_socket->write(early);
    m_listener->onConnected();
}

void QtChannel::write(std::initializer_list<QByteArrayView> parts)
{
    if (m_hasEnded && !m_socket)
        return;
    const bool isConnected = m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
    QByteArray joined; // one system call for all
    for (const QByteArrayView part : parts)
        joined.append(part);
    if (!isConnected && !m_hasEnded)
        m_early.append(joined);
    else if (isConnected && !joined.isEmpty())
        m_socket->write(joined);
}

qsizetype QtChannel::pendingBytes() const
{
    return m_early.size() + (m_socket ? qsizetype(m_socket->bytesToWrite()) : 0);
}

//! Qt tells once and then waits until the socket is read again, which is all a pause needs.
void QtChannel::setReading(bool on)
{
    if (std::exchange(m_isReading, on) != on && on && m_socket && !m_hasEnded)
        readLater();
}

void QtChannel::readLater()
{
    QMetaObject::invokeMethod(
        m_receiver.get(), [this] { read(); }, Qt::QueuedConnection);
}

void QtChannel::read()
{
    if (!m_isReading || m_hasEnded)
        return;
    const qint64 count = m_socket->read(m_io.scratch.data(), m_io.scratch.size());
    if (count > 0) {
        const LifeFlag::Watcher self(m_life);
        m_listener->onData(QByteArrayView(m_io.scratch.constData(), count));
        if (self.isAlive() && m_socket && m_isReading && !m_hasEnded
            && count == m_io.scratch.size())
            readLater();
    } else if (count < 0) {
        const bool isReset = m_socket->error() != QAbstractSocket::RemoteHostClosedError;
        finish(isReset ? ChannelEnd::Reset : ChannelEnd::PeerClosed,
               isReset ? u"reset by the peer"_s : u"closed by the peer"_s);
    }
}

void QtChannel::written()
{
    if (m_socket->bytesToWrite() == 0)
        m_listener->onDrained();
}

void QtChannel::failed()
{
    if (m_hasEnded)
        return;
    if (!m_addresses.isEmpty()) {
        dropSocket();
        tryNext();
        return;
    }
    const ChannelEnd end = endOf(m_socket->error());
    finish(end,
           end == ChannelEnd::ConnectRefused
               ? u"connection refused by %1:%2"_s.arg(QString::fromLatin1(m_peer)).arg(m_port)
               : m_socket->errorString());
}

void QtChannel::finish(ChannelEnd end, const QString &detail)
{
    m_hasEnded = true;
    m_errorWatch.reset();
    if (end != ChannelEnd::PeerClosed && m_socket)
        m_socket->abort();
    m_listener->onClosed(end, detail);
}

void QtChannel::closeAfterWrite()
{
    if (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState) {
        abort();
        return;
    }
    m_hasEnded = true;
    m_errorWatch.reset();
    m_receiver.reset();
    LingeringSocket::begin(m_io, std::move(m_socket));
}

void QtChannel::abort()
{
    m_hasEnded = true;
    if (m_socket && m_socket->bytesToWrite() > 0)
        resetWhenClosed(m_socket->socketDescriptor());
    dropSocket();
}

void QtChannel::dropSocket()
{
    m_errorWatch.reset();
    m_receiver.reset();
    if (!m_socket)
        return;
    m_socket->abort();
    m_socket.release()->deleteLater(); // we may be in its call
}

int QtChannel::descriptor() const
{
    return m_socket ? int(m_socket->socketDescriptor()) : -1;
}

} // namespace Gatehouse::Http
