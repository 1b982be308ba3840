// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/adminserver.h"

#include "core/admin/permissions.h"
#include "core/base/json.h"
#include "core/base/log.h"
#include "core/http/nativechannel.h"
#include "core/http/tlschannel.h"

#include <QtCore/QUrl>
#include <sodium.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr QByteArrayView prefix("/admin/v1/");
constexpr qint64 pairingLimit = 4 * 1024;
constexpr qint64 bodyLimit = 16LL * 1024 * 1024;
constexpr QByteArrayView commonFields(
    "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n");

Http::MessageLimits limits()
{
    Http::MessageLimits all;
    all.body = bodyLimit;
    return all;
}

QByteArrayView hostOnly(QByteArrayView host)
{
    if (host.startsWith('[')) {
        const qsizetype end = host.indexOf(']');
        return end < 0 ? host : host.sliced(1, end - 1);
    }
    const qsizetype colon = host.indexOf(':');
    return colon < 0 ? host : host.first(colon);
}

bool sameSecret(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && !a.isEmpty()
        && sodium_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

//! The one request that needs no token: its body has a code that is checked where it is known.
bool isPairing(const Http::RequestHead &head)
{
    return head.methodText == "POST" && head.path == "/admin/v1/pair"
        && !head.fields.contains("authorization");
}

//! \a json: compact.
void answer(Http::ServerExchange &client, int status, const QByteArray &json, qint64 revision)
{
    QByteArray fields = commonFields.toByteArray();
    if (status == statusOf(ErrorCode::LimitExceeded))
        fields += "Retry-After: 60\r\n"; // the longest an address waits after wrong tokens
    if (revision >= 0)
        fields += "ETag: \"" + QByteArray::number(revision) + "\"\r\n";
    client.reply(status, "application/json", fields, json);
}

void answer(Http::ServerExchange &client, int status, const QJsonObject &body, qint64 revision)
{
    answer(client, status, compactJson(body), revision);
}

} // namespace

//! Keeps an unanswered request's way back; when the client leaves, it dies and the answer is
//! dropped.
class AdminServer::Pending final : public Http::ExchangeState
{
public:
    explicit Pending(Http::ServerExchange &client)
        : m_client(std::make_shared<Http::ServerExchange *>(&client))
    {
    }
    ~Pending() override { *m_client = nullptr; }

    Responder responder() const
    {
        return Responder(
            [client = m_client](int status, const Responder::Body &body, qint64 revision) {
                if (*client)
                    answer(**client, status,
                           body.text.isEmpty() ? compactJson(body.json) : body.text, revision);
            });
    }

private:
    std::shared_ptr<Http::ServerExchange *> m_client;
};

//! What a connection keeps between a request's head and its body.
class AdminServer::SignedIn final : public Http::ExchangeState
{
public:
    explicit SignedIn(Caller who)
        : caller(std::move(who))
    {
    }

    const Caller caller;
};

AdminServer::AdminServer(Http::IoContext &io, const Router &router, EventHub &events)
    : m_io(io)
    , m_router(router)
    , m_events(events)
    , m_attempts(io.clock)
    , m_server(io, *this, limits())
{
}

AdminServer::~AdminServer()
{
    close();
}

Result<void> AdminServer::listen(const AdminListen &where)
{
    m_where = where;
    auto local = Http::Acceptor::listen(m_io, where.socket, [this](int descriptor, QByteArray) {
        if (Http::Acceptor::peerUser(descriptor) != std::optional<quint32>(::geteuid())) {
            qCWarning(lcAdmin, "another user tried to open the admin socket");
            ::close(descriptor);
            return;
        }
        m_server.adopt(Http::NativeChannel::fromDescriptor(m_io, descriptor, {}));
    });
    if (!local)
        return local.error();
    m_socket = *std::move(local);
    if (where.tcp.isEmpty())
        return {};
    auto tcp = Http::Acceptor::listen(m_io, where.tcp, [this](int descriptor, QByteArray peer) {
        if (m_where.tls)
            m_server.adopt(
                Http::TlsChannel::server(m_io, descriptor, std::move(peer), m_where.tls));
        else
            m_server.adopt(Http::NativeChannel::fromDescriptor(m_io, descriptor, std::move(peer)));
    });
    if (!tcp)
        return tcp.error();
    m_tcp = *std::move(tcp);
    return {};
}

QString AdminServer::tcpAddress() const
{
    return m_tcp ? m_tcp->address() : QString();
}

void AdminServer::close()
{
    m_socket.reset();
    m_tcp.reset();
    m_events.closeAll();
    m_server.closeAll();
}

bool AdminServer::isKnownHost(QByteArrayView host) const
{
    const QByteArray name = hostOnly(host).toByteArray().toLower();
    return name == "localhost" || name == "127.0.0.1" || name == "::1"
        || m_where.hostNames.contains(QString::fromLatin1(name));
}

Result<AdminServer::Caller> AdminServer::admit(const Http::ServerExchange &client)
{
    const Http::Fields &fields = client.head().fields;
    const QByteArrayView site = fields.value("sec-fetch-site");
    const bool foreignSite = !site.isEmpty() && site != "none" && site != "same-origin";
    if (fields.contains("origin") || fields.contains("referer") || foreignSite)
        return Error{ErrorCode::PermissionDenied, u"the admin API does not answer web pages"_s};
    if (!isKnownHost(client.head().host))
        return Error{ErrorCode::PermissionDenied,
                     u"this Host is not one the admin API answers to"_s};
    const bool local = client.peerAddress().isEmpty();
    if (local)
        return Caller{.who = u"local administrator"_s, .grant = {Api::Role::Owner}, .token = {}};
    if (fields.contains("x-api-key") || fields.contains("api-key")
        || fields.contains("x-goog-api-key"))
        return Error{ErrorCode::PermissionDenied, u"keys for models do not open the admin API"_s};
    if (isPairing(client.head()))
        return Caller{.who = u"pairing code"_s, .grant = {Api::Role::Viewer}, .token = {}};
    const QByteArrayView authorization = fields.value("authorization");
    constexpr qsizetype scheme = 7; // "Bearer "
    if (authorization.size() <= scheme || !Http::sameName(authorization.first(scheme), "Bearer ")
        || fields.count("authorization") != 1)
        return Error{ErrorCode::Unauthenticated, u"an administration token is needed"_s};
    const QByteArrayView token = authorization.sliced(scheme);
    if (token.startsWith("gh-"))
        return Error{ErrorCode::PermissionDenied, u"keys for models do not open the admin API"_s};
    return admitToken(token, client.peerAddress());
}

Result<AdminServer::Caller> AdminServer::admitToken(QByteArrayView token, const QByteArray &address)
{
    if (sameSecret(token, m_where.token))
        return Caller{.who = u"administration token"_s, .grant = {Api::Role::Owner}, .token = {}};
    if (m_where.people) {
        const auto found = m_where.people->signIn(token, QString::fromLatin1(address));
        if (found.person)
            return Caller{.who = u"%1 (%2)"_s.arg(found.person->name, found.grant().words()),
                          .grant = found.grant(),
                          .token = found.token->id};
    }
    // A good token is never held up by somebody else's wrong ones from the same address.
    if (const auto wait = m_attempts.waitingTime(address); wait.count() > 0)
        return Error{
            ErrorCode::LimitExceeded,
            u"too many wrong tokens from this address; try again in %1 s"_s.arg(wait.count())};
    m_attempts.recordFailure(address);
    return Error{ErrorCode::Unauthenticated,
                 u"the administration token is wrong, expired or revoked; ask an owner for a new "
                 "one"_s};
}

void AdminServer::refuse(Http::ServerExchange &client, const Error &error)
{
    answer(client, statusOf(error.code), errorJson(error), -1);
}

qint64 AdminServer::onHead(Http::ServerExchange &client)
{
    const Http::RequestHead &head = client.head();
    const Result<Caller> caller = admit(client);
    if (!caller) {
        if (caller.error().code == ErrorCode::LimitExceeded)
            client.closeAfterReply();
        refuse(client, caller.error());
        return 0;
    }
    if (!head.path.startsWith(prefix)) {
        refuse(client, {ErrorCode::NotFound, u"the admin API begins with /admin/v1/"_s});
        return 0;
    }
    const QByteArrayView type = head.fields.value("content-type");
    if (head.hasBody() && !type.startsWith("application/json")) {
        answer(client, 415, errorJson({ErrorCode::InvalidArgument, u"send application/json"_s}),
               -1);
        return 0;
    }
    client.setState(std::make_unique<SignedIn>(*caller));
    return isPairing(head) ? pairingLimit : bodyLimit;
}

void AdminServer::onRequest(Http::ServerExchange &client, QByteArray body)
{
    const Http::RequestHead &head = client.head();
    AdminRequest request;
    request.method = head.methodText.toByteArray();
    const QString path = QString::fromLatin1(head.path.sliced(prefix.size()));
    for (const QString &segment : path.split(u'/', Qt::SkipEmptyParts))
        request.path.append(QUrl::fromPercentEncoding(segment.toLatin1()));
    request.query = QUrlQuery(QString::fromLatin1(head.query));
    const auto *signedIn = dynamic_cast<SignedIn *>(client.state());
    if (!signedIn) {
        refuse(client, {ErrorCode::Unauthenticated, u"sign in first"_s});
        return;
    }
    request.who = signedIn->caller.who;
    request.grant = signedIn->caller.grant;
    request.token = signedIn->caller.token;
    const bool local = client.peerAddress().isEmpty();
    request.source = local ? u"local"_s : QString::fromLatin1(client.peerAddress());

    if (request.method == "GET" && request.path == QStringList{u"events"_s}) {
        if (const auto allowed = checkPermission(request.grant, u"GET /events"_s); !allowed) {
            refuse(client, allowed.error());
            return;
        }
        m_events.subscribe(client);
        return;
    }
    const Router::Match match = m_router.find(request.method, request.path);
    if (!match.handler) {
        if (match.pathExists)
            answer(client, 405,
                   errorJson({ErrorCode::InvalidArgument, u"this method is not for this path"_s}),
                   -1);
        else
            refuse(client, {ErrorCode::NotFound, u"there is no /%1 in the admin API"_s.arg(path)});
        return;
    }
    if (const auto allowed = checkPermission(request.grant, match.route); !allowed) {
        refuse(client, allowed.error());
        return;
    }
    if (!body.isEmpty()) {
        Result<QJsonObject> object = parseObject(body);
        if (!object) {
            refuse(client, object.error());
            return;
        }
        request.body = *std::move(object);
    }
    const QByteArray condition = head.fields.value("if-match").toByteArray().replace('"', "");
    if (!condition.isEmpty()) {
        bool ok = false;
        request.ifMatch = condition.toLongLong(&ok);
        if (!ok) {
            refuse(client,
                   {ErrorCode::InvalidArgument, u"If-Match must be a revision number in quotes"_s});
            return;
        }
    }
    auto pending = std::make_unique<Pending>(client);
    const Responder responder = pending->responder();
    client.setState(std::move(pending));
    (*match.handler)(request, responder);
}

QByteArray AdminServer::errorBody(const Http::RequestHead *, int, const QByteArray &reason)
{
    return compactJson(errorJson({ErrorCode::InvalidArgument, QString::fromLatin1(reason)}));
}

void AdminServer::onAborted(Http::ServerExchange &client)
{
    m_events.unsubscribe(client);
}

void AdminServer::onDrained(Http::ServerExchange &) { }

} // namespace Gatehouse::Admin
