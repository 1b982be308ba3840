// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/lifeflag.h"
#include "core/http/timerwheel.h"
#include "core/http/upstream.h"
#include "core/http/upstreamdial.h"
#include "core/http/upstreampool.h"

#include <memory>

namespace Gatehouse::Http {

//! What the calls of one client share.
struct UpstreamShared {
    IoContext &io;
    UpstreamClient::Options options;
    UpstreamPool pool{io, options};
    QByteArray headBuffer = {}; //!< request heads are built here, one at a time
};

//! One call: takes an idle connection or dials a new one, sends the request in slices as they are
//! taken, and hands the answer on as it comes.
//!
//!     Dialing -> Waiting -> Receiving -> Done
class UpstreamExchange final : public UpstreamCall,
                               private ChannelListener,
                               private MessageSink,
                               private UpstreamDialListener
{
public:
    //! A large body is handed to the channel in pieces of this size, each when the one before has
    //! left, so that its memory does not depend on the size of the body.
    static constexpr qsizetype SliceSize = 256 * 1024;

    UpstreamExchange(UpstreamShared &shared, const Endpoint &endpoint, UpstreamRequest request,
                     UpstreamListener &listener);
    //! Closes the connection unless the exchange is over.
    ~UpstreamExchange() override;
    UpstreamExchange(const UpstreamExchange &) = delete;
    UpstreamExchange &operator=(const UpstreamExchange &) = delete;

    void start();
    void setReading(bool on) override;
    const UpstreamTimes &times() const override { return m_times; }
    bool takesBody() const override;
    void writeBody(QByteArrayView bytes) override;
    void endBody() override;

private:
    enum class State : quint8 {
        Dialing,
        Waiting,   //!< for the answer's head, while the request is being sent or after
        Receiving, //!< the answer's body
        Done,
    };

    // UpstreamDialListener
    void onDialed(std::unique_ptr<Channel> channel) override;
    void onDialFailed(UpstreamFailureKind kind, const QString &detail) override;

    // ChannelListener
    void onData(QByteArrayView bytes) override;
    void onDrained() override;
    void onClosed(ChannelEnd end, const QString &detail) override;

    // MessageSink
    bool onHead() override;
    bool onBody(QByteArrayView bytes) override;
    void onMessageEnd() override { m_isAnswerComplete = true; }

    void dial();
    void begin(std::unique_ptr<UpstreamConnection> connection);
    void writeHead();
    void writeSlice(QByteArrayView head);
    void pump();
    void appendFraming(QByteArray &head) const;
    void forgetRequest();
    bool isHandedOver() const
    {
        return m_part == m_request.body.size() && (!m_request.bodyFollows || m_hasBodyEnded);
    }
    bool hasParts() const { return m_part < m_request.body.size(); }
    bool awaitsBody() const;

    void startPhaseTimer();
    void onPhaseTimeout();
    qint64 elapsed() const;

    bool mayRetry() const;
    bool hasPeerTakenNothing() const;
    void retry();
    void finish(bool isInOrder);
    void fail(UpstreamFailureKind kind, const QString &detail);

    UpstreamShared &m_shared;
    const Endpoint m_endpoint;
    UpstreamRequest m_request;
    UpstreamListener &m_listener;
    std::unique_ptr<UpstreamDial> m_dial;
    std::unique_ptr<UpstreamConnection> m_connection;
    Timer m_phaseTimer; //!< connect, then first byte, then idle
    Timer m_totalTimer;
    SteadyTime m_startedAt;
    UpstreamTimes m_times;
    LifeFlag m_life;
    size_t m_part = 0;       //!< of the body, to be written next
    qsizetype m_offset = 0;  //!< in that part
    qsizetype m_written = 0; //!< on this connection

    State m_state = State::Dialing;
    bool m_isPaused = false;
    bool m_isSent = false;
    bool m_hasAnswerBegun = false;
    bool m_isAnswerComplete = false;
    bool m_isBodyUnwanted = false; //!< refused before it was sent
    bool m_hasBodyEnded = false;   //!< of a body that follows
};

} // namespace Gatehouse::Http
