// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

#include <memory>

namespace Gatehouse::Http {

//! Why a message was refused; the server answers with status and closes.
struct ParseFailure {
    int status = 400;  //!< 400, 408, 413, 414, 431, 501, 505
    QByteArray reason; //!< English, names the field or limit; no input echoed
};

//! Hears a request or response as its bytes are parsed. When a call returns false, feed returns at
//! once without touching the parser, which may therefore be destroyed inside the call; otherwise
//! feeding again (also nothing) goes on where it stopped. The same holds for onMessageEnd().
class MessageSink
{
public:
    virtual ~MessageSink() = default;
    //! The head is complete and passed every check. Return false to stop parsing (feed returns).
    virtual bool onHead() = 0;
    //! Decoded body bytes (chunk framing removed), in the fed buffer.
    virtual bool onBody(QByteArrayView bytes) = 0;
    //! The message is complete. The parser stops after it and reports the bytes consumed.
    virtual void onMessageEnd() = 0;
};

//! Incremental strict HTTP/1.1 request parser over llhttp with the checks llhttp 8.1 leaves out
//! (RFC 9112 sections 2, 3, 6, 7). No socket, no clock. One message at a time: after a message the
//! rest of the bytes is left to the caller (pipelining stays in order).
class RequestParser
{
public:
    explicit RequestParser(const MessageLimits &limits);
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    //! Feeds bytes; returns how many were consumed. Stops early at the message's end or on failure.
    qsizetype feed(QByteArrayView bytes, MessageSink &sink);
    bool failed() const;
    const ParseFailure &failure() const;
    const RequestHead &head() const;
    //! True between the first byte of a message and its end.
    bool isInMessage() const;
    bool isHeadComplete() const;
    //! Ready for the next message on the same connection.
    void reset();
    //! For messages that begin after the next reset() (or now, when none has begun).
    void setLimits(const MessageLimits &limits);
    //! The body limit of this message only, callable from onHead(); an announced or arriving body
    //! beyond it fails with 413.
    void setBodyLimit(qint64 bytes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

//! The same for responses from providers. 1xx heads are skipped. \a toHead: the request was a HEAD,
//! so no body follows. MessageLimits::body is not applied: answers may be endless streams.
class ResponseParser
{
public:
    explicit ResponseParser(const MessageLimits &limits);
    ~ResponseParser();
    ResponseParser(const ResponseParser &) = delete;
    ResponseParser &operator=(const ResponseParser &) = delete;

    void begin(bool toHead);
    qsizetype feed(QByteArrayView bytes, MessageSink &sink);
    //! The peer closed: completes a body that runs until close; false when the message was cut.
    bool finish(MessageSink &sink);
    bool failed() const;
    const ParseFailure &failure() const;
    const ResponseHead &head() const;
    bool isHeadComplete() const;
    //! Any byte of an answer has arrived.
    bool isInMessage() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse::Http
