// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/channel.h"
#include "core/http/headwriter.h"
#include "core/http/messageparser.h"
#include "core/http/server.h"
#include "core/http/timerwheel.h"

#include <QtCore/QByteArray>

#include <chrono>
#include <initializer_list>
#include <memory>
#include <vector>

namespace Gatehouse::Http {

class ServerConnection;

//! What the connections of one server share. Owns them; a connection that has ended is kept until
//! the next tick, so that it may end inside any call that leads back to it.
class ServerConnections
{
public:
    ServerConnections(IoContext &sharedIo, RequestHandler &requestHandler,
                      const MessageLimits &messageLimits);
    ~ServerConnections();
    ServerConnections(const ServerConnections &) = delete;
    ServerConnections &operator=(const ServerConnections &) = delete;

    void add(std::unique_ptr<Channel> channel);
    //! \a connection has ended and is destroyed later.
    void bury(ServerConnection &connection);

    //! For messages that begin from now on.
    void setLimits(const MessageLimits &messageLimits) { limits = messageLimits; }
    void drain(std::function<void()> done);
    void closeAll();

    //! A parser ready for a new message. Idle connections hold none, busy ones reuse the spare.
    std::unique_ptr<RequestParser> takeParser();
    void giveBack(std::unique_ptr<RequestParser> parser);

    IoContext &io;
    RequestHandler &handler;
    MessageLimits limits;
    ServerCounters counters;
    bool isDraining = false;
    DateLine dateLine;
    QByteArray headBuffer; //!< reply heads are built here, one at a time

private:
    void clearGraveyard();

    std::vector<std::unique_ptr<ServerConnection>> m_open;
    std::vector<std::unique_ptr<ServerConnection>> m_ended;
    std::vector<std::unique_ptr<RequestParser>> m_spareParsers;
    std::function<void()> m_drained;
    Timer m_graveyardTimer;
};

//! One client connection: reads a request, hands it to the handler, sends the reply, and only then
//! looks at the next request. It is its own ServerExchange, as there is never more than one.
//!
//!     Idle -> ReadingHead -> ReadingBody -> Handling -> Replying -> Finishing -> Idle
//!
//! A reply before the end of the request's body goes over SkippingBody (short bodies) or straight
//! to Closing. Where the handler takes the body as it comes, a reply may run beside it: Replying
//! then reads on until the body's end.
class ServerConnection final : private ChannelListener, private MessageSink, private ServerExchange
{
public:
    //! Replies that do not move at all for this long are cut.
    static constexpr std::chrono::seconds StallTime{60};
    //! Bytes of following requests kept while one is being answered.
    static constexpr qsizetype PipelineLimit = 64 * 1024;
    //! A refused request's body up to this size is read and dropped to keep the connection.
    static constexpr qint64 SkipLimit = 64 * 1024;

    ServerConnection(ServerConnections &owner, std::unique_ptr<Channel> channel);
    ~ServerConnection() override;
    ServerConnection(const ServerConnection &) = delete;
    ServerConnection &operator=(const ServerConnection &) = delete;

    void start();
    //! Closes now when idle, otherwise after the current reply.
    void drain();
    //! Cuts the connection; a running exchange is aborted.
    void cut();

    size_t slot = 0; //!< place in the owner's list

private:
    enum class State : quint8 {
        Idle, //!< nothing of a request has come
        ReadingHead,
        ReadingBody,
        Handling,     //!< the handler has the whole request
        Replying,     //!< a reply of unknown length runs
        SkippingBody, //!< replied early; the rest of the request is dropped
        Finishing,    //!< replied; the client has not taken all of it
        Closing,      //!< everything said; the channel lingers
        Closed,
    };

    //! How the pieces of the current reply are told apart.
    enum class Framing : quint8 { Chunked, UntilClose, NoContent };

    // ChannelListener
    void onConnected() override;
    void onData(QByteArrayView bytes) override;
    void onDrained() override;
    void onClosed(ChannelEnd end, const QString &detail) override;

    // MessageSink
    bool onHead() override;
    bool onBody(QByteArrayView bytes) override;
    void onMessageEnd() override;

    // ServerExchange
    const RequestHead &head() const override { return m_parser->head(); }
    QByteArray peerAddress() const override { return m_channel->peerAddress(); }
    bool isEncrypted() const override { return m_channel->isEncrypted(); }
    SteadyTime startedAt() const override { return m_startedAt; }
    void setState(std::unique_ptr<ExchangeState> state) override;
    ExchangeState *state() const override { return m_exchangeState.get(); }
    void reply(int status, QByteArrayView contentType, QByteArrayView fields,
               QByteArrayView body) override;
    void beginReply(int status, QByteArrayView contentType, QByteArrayView fields,
                    QByteArrayView firstPiece) override;
    void writePiece(QByteArrayView bytes) override;
    void endReply(QByteArrayView lastPiece) override;
    void abortReply() override;
    void closeAfterReply() override { m_closeAfterReply = true; }
    bool isReplyStarted() const override { return m_replyStarted; }
    qsizetype pendingBytes() const override { return m_channel->pendingBytes(); }
    void streamBody() override;
    void setBodyReading(bool on) override;

    bool isReading() const;
    bool canReply() const;
    void consume(QByteArrayView bytes);
    qsizetype feed(QByteArrayView bytes);
    void beginMessage();
    void keep(QByteArrayView bytes);
    void startDeadline();

    void startBody(qint64 limit);
    bool canSkipBody() const;
    void refuse(int status, const QByteArray &reason);

    QByteArray &startHead(int status, QByteArrayView contentType, QByteArrayView fields);
    void finishHead(QByteArray &head) const;
    void writeReply(int status, QByteArrayView contentType, QByteArrayView fields,
                    QByteArrayView body);
    void writeFramed(QByteArrayView head, QByteArrayView piece);
    void send(std::initializer_list<QByteArrayView> parts);
    void completeReply();
    void endExchange();
    void abortExchange();
    void proceed();
    void startClosing();
    void bury();

    void onTimeout();
    void watchProgress();
    bool hasProgressed();
    void checkStall();
    void checkLingering();

    ServerConnections &m_owner;
    std::unique_ptr<Channel> m_channel;
    std::unique_ptr<RequestParser> m_parser; //!< none while idle
    std::unique_ptr<ExchangeState> m_exchangeState;
    QByteArray m_body;
    QByteArray m_input; //!< bytes of the following requests
    Timer m_timer;      //!< the deadline of the current state
    SteadyTime m_startedAt;
    quint64 m_written = 0;
    quint64 m_takenBefore = 0; //!< by the client, at the last stall check

    State m_state = State::Idle;
    State m_timedState = State::Closed; //!< the reading state whose deadline was started
    Framing m_framing = Framing::Chunked;
    quint16 m_idleChecks = 0; //!< in a row without progress
    bool m_consuming = false;
    bool m_exchangeRuns = false;
    bool m_messageRead = false; //!< the current request has been read to its end
    bool m_replyStarted = false;
    bool m_closeAfterReply = false;
    bool m_bodyStreams = false; //!< the handler takes the current request's body as it comes
    bool m_bodyPaused = false;
};

} // namespace Gatehouse::Http
