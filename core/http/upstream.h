// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/iocontext.h"
#include "core/http/message.h"

#include <QtCore/QString>

#include <functional>
#include <memory>
#include <vector>

namespace Gatehouse::Http {

class Resolver;
class TlsContexts;

//! Where an upstream lives and how to get there. Two endpoints with equal values share a pool.
struct Endpoint {
    QByteArray host; //!< name or address literal, lower case, no brackets
    quint16 port = 443;
    bool tls = true;
    QString caFile;                //!< empty: the system's certificates
    QString clientCertificateFile; //!< PEM with certificate and key, optional
    QByteArray proxyHost; //!< HTTP proxy (CONNECT for TLS, absolute form otherwise); empty: direct
    quint16 proxyPort = 0;
    bool allowPrivate =
        true; //!< false: loopback, private and link-local addresses are refused (A-8)

    bool operator==(const Endpoint &) const = default;
    //! "host" or "host:port" when the port is not the scheme's own; IPv6 in brackets.
    QByteArray authority() const;
};

//! The four clocks of one upstream call; zero means no limit.
struct UpstreamTimeouts {
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds firstByte{
        60'000};                            //!< request sent -> first body byte (head included)
    std::chrono::milliseconds idle{60'000}; //!< between body reads
    std::chrono::milliseconds total{600'000};

    bool operator==(const UpstreamTimeouts &) const = default;
};

enum class UpstreamFailureKind {
    Dns,
    Connect,
    ConnectTimeout,
    Tls,
    Proxy,
    FirstByteTimeout,
    IdleTimeout,
    TotalTimeout,
    Reset,     //!< closed or reset before the answer was complete
    Malformed, //!< the answer broke HTTP's rules or a limit
    Refused,   //!< the address is not allowed (A-8)
};

struct UpstreamFailure {
    UpstreamFailureKind kind = UpstreamFailureKind::Connect;
    QString detail; //!< English: "certificate has expired", "connection refused by 127.0.0.1:9" …
    bool answerBegun = false; //!< at least one byte of the answer had arrived
    bool requestSent = false; //!< at least one byte of the request left this machine
};

//! Times of one call, microseconds since its start; -1 = did not happen.
struct UpstreamTimes {
    qint64 connected = -1; //!< 0 on a reused connection
    qint64 head = -1;
    qint64 firstBody = -1;
    bool sent = false; //!< the whole request
    bool reused = false;
};

class UpstreamListener
{
public:
    virtual ~UpstreamListener() = default;
    //! The final (not 1xx) head. Views are valid during the call only.
    virtual void onUpstreamHead(const ResponseHead &head) = 0;
    //! Decoded body bytes, valid during the call only.
    virtual void onUpstreamBody(QByteArrayView bytes) = 0;
    //! The answer is complete by HTTP's rules; the connection went back to its pool.
    virtual void onUpstreamEnd() = 0;
    //! Exactly one of onUpstreamEnd and onUpstreamFailed comes, never from inside send().
    virtual void onUpstreamFailed(const UpstreamFailure &failure) = 0;
    //! A body that follows: takesBody() has become true. Never from inside send().
    virtual void onUpstreamWritable() { }
};

//! One request to an upstream. Destroying it before the end cancels: the connection is closed at
//! once. May be destroyed inside its own callbacks.
class UpstreamCall
{
public:
    virtual ~UpstreamCall() = default;
    //! Back-pressure: while paused nothing is read and the idle clock rests.
    virtual void setReading(bool on) = 0;
    virtual const UpstreamTimes &times() const = 0;

    //! A body that follows (UpstreamRequest::bodyFollows): everything given so far has left.
    virtual bool takesBody() const = 0;
    //! Its next bytes, copied where they cannot leave at once; only while takesBody(). Bytes that
    //! the upstream has refused already are dropped. Never calls back.
    virtual void writeBody(QByteArrayView bytes) = 0;
    virtual void endBody() = 0;
};

//! A request to send: head text ready-made, body in up to four parts that stay valid until the
//! request is sent (kept by the implicitly shared arrays).
struct UpstreamRequest {
    QByteArray methodAndTarget; //!< "POST /v1/chat/completions"
    QByteArray fields;          //!< "name: value\r\n"…; without Host, Content-Length, Connection
    std::vector<QByteArray> body; //!< sent in order; Content-Length is their sum
    UpstreamTimeouts timeouts;
    //! The body is given to the call piece by piece instead. It cannot be sent twice, so it gets a
    //! connection of its own, which no idle time can have closed.
    bool bodyFollows = false;
    qint64 followingLength = -1; //!< of that body; -1: chunked
};

//! The upstream connections of one worker: pools per endpoint (LIFO, idle watched), resolver with a
//! cache, TLS session tickets. Worker thread only.
class UpstreamClient
{
public:
    struct Options {
        MessageLimits limits; //!< of answers; body here bounds nothing (streams are endless)
        std::chrono::milliseconds idleTimeout{55'000};
        int maxIdlePerEndpoint = 1024;
        std::shared_ptr<Resolver> resolver = {};       //!< shared by workers; null: one of its own
        std::shared_ptr<TlsContexts> tlsContexts = {}; //!< the same
    };
    UpstreamClient(IoContext &io, Options options);
    //! Every call must be gone before.
    ~UpstreamClient();
    UpstreamClient(const UpstreamClient &) = delete;
    UpstreamClient &operator=(const UpstreamClient &) = delete;

    //! Starts a call. When a reused connection turns out closed before any answer byte, it is tried
    //! once more on a new one (the request cannot have been processed: nothing was read back and
    //! the peer had closed before we wrote, or RST met our first bytes).
    std::unique_ptr<UpstreamCall> send(const Endpoint &endpoint, UpstreamRequest request,
                                       UpstreamListener &listener);
    //! Closes idle connections to endpoints for which \a keep is false (after a publication).
    void trim(const std::function<bool(const Endpoint &)> &keep);
    int idleConnections() const;
    int openConnections() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse::Http
