// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/channel.h"
#include "core/http/iocontext.h"
#include "core/http/message.h"

#include <atomic>
#include <functional>
#include <memory>

namespace Gatehouse::Http {

//! Whoever handles one request keeps its state in a subclass; the connection owns it until the
//! exchange ends (reply complete, aborted, or connection lost).
class ExchangeState
{
public:
    virtual ~ExchangeState() = default;
};

//! One request and its reply on a connection. Handed to the RequestHandler; valid from onHead until
//! the reply is complete or onAborted returned. One thread.
class ServerExchange
{
public:
    virtual ~ServerExchange() = default;

    virtual const RequestHead &head() const = 0;
    virtual QByteArray peerAddress() const = 0;
    virtual bool isEncrypted() const = 0;
    //! When the first byte of this request was read.
    virtual SteadyTime startedAt() const = 0;

    //! Owned by the exchange; destroyed when it ends.
    virtual void setState(std::unique_ptr<ExchangeState> state) = 0;
    virtual ExchangeState *state() const = 0;

    //! A whole reply at once. \a fields are complete lines ("name: value\r\n"…); Content-Length,
    //! Date and Connection are added here. For HEAD the body is not sent. May be called from onHead
    //! (the body is then skipped or the connection closed), from onRequest, or any time later.
    virtual void reply(int status, QByteArrayView contentType, QByteArrayView fields,
                       QByteArrayView body) = 0;

    //! Starts a reply of unknown length (chunked; close-delimited for HTTP/1.0), optionally with a
    //! first piece so that head and piece leave in one system call.
    virtual void beginReply(int status, QByteArrayView contentType, QByteArrayView fields,
                            QByteArrayView firstPiece = {}) = 0;
    virtual void writePiece(QByteArrayView bytes) = 0;
    //! \a lastPiece and the end of the reply in one system call. The exchange is over afterwards.
    virtual void endReply(QByteArrayView lastPiece = {}) = 0;
    //! The reply cannot be completed: cuts the connection so that the client notices.
    virtual void abortReply() = 0;

    virtual bool isReplyStarted() const = 0;
    //! The connection ends with this request's reply, which says so. Before the reply begins.
    virtual void closeAfterReply() = 0;
    //! Bytes the client has not taken yet.
    virtual qsizetype pendingBytes() const = 0;

    //! Only from onHead: the body comes in pieces (onBodyPiece, onBodyEnd) and is not kept, and
    //! onRequest is not called. What the caller does afterwards may begin at once.
    virtual void streamBody() = 0;
    //! Back-pressure for a body in pieces: while off, the client is slowed by TCP and its time for
    //! the body does not run. Bytes that were read already still come.
    virtual void setBodyReading(bool on) = 0;
};

//! What a server does with requests. Called on the worker's thread.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;

    //! The head is complete and within limits; nothing of the body has been read and no
    //! "100 Continue" sent. Replying here refuses the request cheaply. The return value is the
    //! body limit for this request in bytes (at most the server's own).
    virtual qint64 onHead(ServerExchange &exchange) = 0;
    //! The whole body is there (empty when none). Not called when onHead replied.
    virtual void onRequest(ServerExchange &exchange, QByteArray body) = 0;
    //! The next bytes of a body that comes in pieces, valid during the call only.
    virtual void onBodyPiece(ServerExchange &, QByteArrayView) { }
    //! Such a body is complete.
    virtual void onBodyEnd(ServerExchange &) { }
    //! A framing or limit failure of this request will be answered by the connection; gives the
    //! body in the dialect the path suggests. \a head may be incomplete. Where the body came in
    //! pieces, onAborted follows.
    virtual QByteArray errorBody(const RequestHead *head, int status, const QByteArray &reason) = 0;
    //! The client left, or the connection failed, before the reply was complete. The exchange's
    //! state is destroyed after this returns; do not call the exchange any more.
    virtual void onAborted(ServerExchange &exchange) = 0;
    //! pendingBytes() fell to 0 after the handler had seen it above its high mark.
    virtual void onDrained(ServerExchange &exchange) = 0;
};

//! Counters of one server on one worker; read from other threads.
struct ServerCounters {
    std::atomic<qint64> connections = 0; //!< open now
    std::atomic<qint64> exchanges = 0;   //!< in progress now
    std::atomic<quint64> accepted = 0;
    std::atomic<quint64> refused = 0;
};

//! The connections of one worker: takes sockets handed over by the acceptor, speaks HTTP/1.x on
//! them. Lives on its worker's thread.
class Server
{
public:
    Server(IoContext &io, RequestHandler &handler, const MessageLimits &limits);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    //! Takes an accepted, started-not channel.
    void adopt(std::unique_ptr<Channel> channel);
    //! New limits for messages that begin from now on.
    void setLimits(const MessageLimits &limits);
    //! Stops keep-alive: idle connections close now, busy ones after their current reply
    //! ("Connection: close"). \a done is called once when the last connection has gone.
    void drain(std::function<void()> done);
    //! Cuts what is left; running exchanges are aborted (onAborted is called).
    void closeAll();

    const ServerCounters &counters() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse::Http
