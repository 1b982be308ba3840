// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/adminclient.h"

#include <QtCore/QDateTime>
#include <QtCore/QMetaObject>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

ErrorCode errorCode(const QString &code, int status)
{
    static const QHash<QString, ErrorCode> codes{
        {u"invalid_request"_s, ErrorCode::InvalidArgument},
        {u"not_found"_s, ErrorCode::NotFound},
        {u"already_exists"_s, ErrorCode::AlreadyExists},
        {u"conflict"_s, ErrorCode::Conflict},
        {u"locked"_s, ErrorCode::Locked},
        {u"unavailable"_s, ErrorCode::Unavailable},
        {u"forbidden"_s, ErrorCode::PermissionDenied},
        {u"unauthenticated"_s, ErrorCode::Unauthenticated},
        {u"in_use"_s, ErrorCode::InUse},
        {u"unsupported"_s, ErrorCode::Unsupported},
        {u"read_only"_s, ErrorCode::ReadOnly},
        {u"disk_full"_s, ErrorCode::DiskFull},
        {u"timeout"_s, ErrorCode::Timeout},
    };
    return codes.value(code, status == 0 ? ErrorCode::Unavailable : ErrorCode::Internal);
}

} // namespace

Error AdminCall::error() const
{
    const QJsonObject error = m_reply.body.value("error"_L1).toObject();
    const QString message = error.value("message"_L1).toString();
    return {errorCode(error.value("code"_L1).toString(), m_reply.status),
            message.isEmpty() ? u"the gateway answered %1"_s.arg(m_reply.status) : message,
            error.value("path"_L1).toString()};
}

void AdminCall::complete(AdminReply reply)
{
    m_reply = std::move(reply);
    QMetaObject::invokeMethod(
        this,
        [this] {
            Q_EMIT finished(this);
            deleteLater();
        },
        Qt::QueuedConnection);
}

AdminClient::AdminClient(std::unique_ptr<AdminTransport> transport, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
{
    connect(m_transport.get(), &AdminTransport::eventReceived, this,
            [this](const QString &kind, const QJsonObject &data) {
                m_lastContactMs = QDateTime::currentMSecsSinceEpoch();
                Q_EMIT eventReceived(kind, data);
            });
    connect(m_transport.get(), &AdminTransport::eventsConnected, this, [this] {
        m_lastContactMs = QDateTime::currentMSecsSinceEpoch();
        setState(State::Connected);
    });
    connect(m_transport.get(), &AdminTransport::eventsLost, this,
            [this] { setState(State::Offline); });
}

AdminClient::~AdminClient() = default;

AdminCall *AdminClient::get(const QString &path, const QUrlQuery &query)
{
    return m_transport->send("GET"_ba, path, query, {}, -1);
}

AdminCall *AdminClient::post(const QString &path, const QJsonObject &body, qint64 ifMatch)
{
    return m_transport->send("POST"_ba, path, {}, body, ifMatch);
}

AdminCall *AdminClient::put(const QString &path, const QJsonObject &body, qint64 ifMatch)
{
    return m_transport->send("PUT"_ba, path, {}, body, ifMatch);
}

AdminCall *AdminClient::remove(const QString &path, qint64 ifMatch)
{
    return m_transport->send("DELETE"_ba, path, {}, {}, ifMatch);
}

void AdminClient::start()
{
    m_isEngineExpected = false;
    setState(State::Connecting); // perhaps to another engine than before
    m_transport->startEvents();
}

void AdminClient::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace Gatehouse::Api
