// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/channel.h"

#include <QtCore/QByteArray>

#include <limits>
#include <memory>
#include <vector>

namespace Gatehouse {

//! The far end of a FakeChannel and what was seen of it; lives on when the channel is destroyed.
struct FakeWire {
    Http::ChannelListener *listener = nullptr;
    QByteArray sent;                                        //!< everything written, in order
    std::vector<qsizetype> writes;                          //!< the size of each write
    qsizetype taken = 0;                                    //!< how much of it the peer has taken
    qsizetype room = std::numeric_limits<qsizetype>::max(); //!< what the peer takes by itself
    QByteArray unread;                                      //!< received while reading was off
    bool reading = true;
    bool closing = false; //!< closeAfterWrite() was called
    bool aborted = false;
    bool destroyed = false;

    bool isOpen() const { return !closing && !aborted && !destroyed; }
    qsizetype pending() const { return sent.size() - taken; }

    //! The peer sends \a bytes.
    void receive(const QByteArray &bytes);
    //! Delivers what came while reading was off.
    void deliver();
    //! The peer takes \a size more bytes.
    void take(qsizetype size);
    //! The peer takes everything from now on.
    void takeAll();
    //! The peer goes away.
    void close(Http::ChannelEnd end = Http::ChannelEnd::PeerClosed);
};

//! A channel without a socket, for tests that play the peer through its wire.
class FakeChannel final : public Http::Channel
{
public:
    explicit FakeChannel(std::shared_ptr<FakeWire> wire);
    ~FakeChannel() override;

    void start(Http::ChannelListener &listener) override { m_wire->listener = &listener; }
    void setListener(Http::ChannelListener &listener) override { m_wire->listener = &listener; }
    using Channel::write;
    void write(std::initializer_list<QByteArrayView> parts) override;
    qsizetype pendingBytes() const override { return m_wire->pending(); }
    void setReading(bool on) override { m_wire->reading = on; }
    void closeAfterWrite() override;
    void abort() override;
    QByteArray peerAddress() const override { return QByteArrayLiteral("192.0.2.1"); }
    int descriptor() const override;

private:
    std::shared_ptr<FakeWire> m_wire;
};

} // namespace Gatehouse
