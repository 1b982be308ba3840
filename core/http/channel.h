// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <initializer_list>
#include <memory>
#include <utility>

namespace Gatehouse::Http {

//! Why a channel came to its end.
enum class ChannelEnd {
    PeerClosed, //!< orderly end of stream
    Reset,
    ConnectRefused,
    ConnectTimeout,
    DnsFailed,
    TlsFailed, //!< detail says why: expired, wrong host, unknown issuer …
    ProxyFailed,
    Error,
};

//! Hears from one channel, on its thread.
class ChannelListener
{
public:
    virtual ~ChannelListener() = default;

    //! Client side: connected, and the TLS handshake (if any) is done. Server side with TLS:
    //! handshake done.
    virtual void onConnected() { }
    //! \a bytes are valid during the call only.
    virtual void onData(QByteArrayView bytes) = 0;
    //! Everything written before has been taken by the kernel; only after pendingBytes() was not 0.
    virtual void onDrained() { }
    //! Once, never from inside write(), never after abort() or closeAfterWrite() by us completed.
    virtual void onClosed(ChannelEnd end, const QString &detail) = 0;
};

//! A two-way byte stream: plain native socket, Qt socket or TLS. One thread. A channel may be
//! destroyed inside any of its own callbacks; destruction closes the socket at once without a
//! further callback.
class Channel
{
public:
    virtual ~Channel() = default;

    //! Begins reading (and connecting). \a listener must outlive the channel or be replaced first.
    virtual void start(ChannelListener &listener) = 0;
    virtual void setListener(ChannelListener &listener) = 0;

    //! Sends the parts in order: what the kernel takes goes now (one system call), the rest is
    //! copied and kept. Never calls back. Parts may be empty.
    virtual void write(std::initializer_list<QByteArrayView> parts) = 0;
    void write(QByteArrayView bytes) { write({bytes}); }
    //! Bytes written and not yet taken by the kernel.
    virtual qsizetype pendingBytes() const = 0;

    //! While paused no onData comes, and the peer is slowed by TCP itself. End of stream may not be
    //! seen while paused, but a reset is.
    virtual void setReading(bool on) = 0;

    //! Sends what is pending, then closes the writing side and the socket (a lingering close that
    //! lets the last bytes arrive even when unread input is waiting). onClosed does not come.
    virtual void closeAfterWrite() = 0;
    //! Closes at once, with a reset when bytes are unsent.
    virtual void abort() = 0;

    //! The peer's address without port, as text ("127.0.0.1"); empty for Unix sockets.
    virtual QByteArray peerAddress() const = 0;
    //! The file descriptor, -1 when closed.
    virtual int descriptor() const = 0;
    virtual bool isEncrypted() const { return false; }

    //! Keeps \a place until the channel is destroyed: whoever counts connections gives it back
    //! there.
    void hold(std::shared_ptr<void> place) { m_place = std::move(place); }

private:
    std::shared_ptr<void> m_place;
};

} // namespace Gatehouse::Http
