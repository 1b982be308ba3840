// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpadmintransport.h"

#include "core/api/adminconnection.h"
#include "core/base/json.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

constexpr std::chrono::milliseconds firstPause = 200ms;
constexpr std::chrono::milliseconds longestPause = 5s; //!< on this computer
constexpr std::chrono::milliseconds longestFarPause = 30s;

AdminReply failure(const QString &code, const QString &message)
{
    return {0, {{u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, message}}}}, -1};
}

//! With the certificate's fingerprint, which a person may compare and trust.
AdminReply distrust(const AdminConnection &connection)
{
    AdminReply reply = failure(u"unavailable"_s, connection.problem());
    QJsonObject error = reply.body.value("error"_L1).toObject();
    error.insert(u"fingerprint"_s, QString::fromLatin1(connection.untrusted()));
    reply.body.insert(u"error"_s, error);
    return reply;
}

AdminReply replyOf(const AdminConnection &connection)
{
    if (!connection.untrusted().isEmpty() && !connection.problem().isEmpty())
        return distrust(connection);
    if (!connection.problem().isEmpty())
        return failure(u"unavailable"_s, connection.problem());
    AdminReply reply;
    reply.status = connection.status();
    if (!connection.body().isEmpty()) {
        const Result<QJsonObject> body = parseObject(connection.body());
        if (!body)
            return failure(u"unavailable"_s,
                           u"the gateway's answer cannot be read: %1"_s.arg(body.error().detail));
        reply.body = *body;
    }
    bool ok = false;
    const qint64 revision = QByteArray(connection.etag()).replace('"', "").toLongLong(&ok);
    reply.revision = ok ? revision : -1;
    return reply;
}

} // namespace

HttpAdminTransport::HttpAdminTransport(std::function<Result<AdminAddress>()> locate,
                                       QObject *parent)
    : AdminTransport(parent)
    , m_locate(std::move(locate))
    , m_pause(firstPause)
    , m_longestPause(longestPause)
{
    m_reconnect.setSingleShot(true);
    connect(&m_reconnect, &QTimer::timeout, this, &HttpAdminTransport::connectEvents);
}

HttpAdminTransport::~HttpAdminTransport() = default;

AdminCall *HttpAdminTransport::send(const QByteArray &method, const QString &path,
                                    const QUrlQuery &query, const QJsonObject &body, qint64 ifMatch)
{
    auto *call = new AdminCall(this);
    const Result<AdminAddress> address = m_locate();
    if (!address) {
        call->complete(failure(u"unavailable"_s, address.error().detail));
        return call;
    }
    QByteArray target = "/admin/v1" + QUrl::toPercentEncoding(path, "/");
    if (!query.isEmpty())
        target += '?' + query.toString(QUrl::FullyEncoded).toLatin1();
    const bool hasBody = method == "POST" || method == "PUT";
    auto *connection = new AdminConnection(call);
    connect(connection, &AdminConnection::done, call,
            [call, connection] { call->complete(replyOf(*connection)); });
    connection->open(*address,
                     AdminConnection::requestText(*address, method, target,
                                                  hasBody ? compactJson(body) : QByteArray(),
                                                  ifMatch));
    return call;
}

void HttpAdminTransport::startEvents()
{
    m_wantEvents = true;
    connectEvents();
}

void HttpAdminTransport::stopEvents()
{
    m_wantEvents = false;
    m_reconnect.stop();
    delete std::exchange(m_events, nullptr);
}

void HttpAdminTransport::connectEvents()
{
    delete std::exchange(m_events, nullptr);
    const Result<AdminAddress> address = m_locate();
    if (!address) {
        eventsFailed();
        return;
    }
    m_longestPause = address->socket.isEmpty() ? longestFarPause : longestPause;
    auto *connection = new AdminConnection(this);
    m_events = connection;
    connect(connection, &AdminConnection::streaming, this, [this] {
        m_pause = firstPause;
        Q_EMIT eventsConnected();
    });
    connect(connection, &AdminConnection::event, this, &AdminTransport::eventReceived);
    connect(connection, &AdminConnection::done, this, &HttpAdminTransport::eventsFailed);
    connection->open(*address,
                     AdminConnection::requestText(*address, "GET", "/admin/v1/events", {}, -1));
}

void HttpAdminTransport::eventsFailed()
{
    Q_EMIT eventsLost();
    if (!m_wantEvents)
        return;
    m_reconnect.start(m_pause);
    m_pause = std::min(m_pause * 2, m_longestPause);
}

QString HttpAdminTransport::displayAddress() const
{
    const Result<AdminAddress> address = m_locate();
    if (!address || !address->socket.isEmpty())
        return u"this computer"_s;
    return address->url.toString(QUrl::RemoveUserInfo);
}

} // namespace Gatehouse::Api
