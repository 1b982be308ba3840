// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/adminrequest.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

QString codeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return u"invalid_request"_s;
    case ErrorCode::NotFound:
        return u"not_found"_s;
    case ErrorCode::AlreadyExists:
        return u"already_exists"_s;
    case ErrorCode::Conflict:
        return u"conflict"_s;
    case ErrorCode::Unauthenticated:
        return u"unauthenticated"_s;
    case ErrorCode::PermissionDenied:
        return u"forbidden"_s;
    case ErrorCode::InUse:
        return u"in_use"_s;
    case ErrorCode::Locked:
        return u"locked"_s;
    case ErrorCode::ReadOnly:
        return u"read_only"_s;
    case ErrorCode::DiskFull:
        return u"disk_full"_s;
    case ErrorCode::Unsupported:
        return u"unsupported"_s;
    case ErrorCode::Timeout:
        return u"timeout"_s;
    case ErrorCode::LimitExceeded:
        return u"limit_exceeded"_s;
    case ErrorCode::Unavailable:
        return u"unavailable"_s;
    case ErrorCode::Corrupt:
    case ErrorCode::Io:
    case ErrorCode::Internal:
        return u"internal"_s;
    }
    return u"internal"_s;
}

} // namespace

QString AdminRequest::parameter(const QString &name, const QString &otherwise) const
{
    const QString value = query.queryItemValue(name, QUrl::FullyDecoded);
    return value.isEmpty() ? otherwise : value;
}

Result<int> AdminRequest::number(const QString &name, int otherwise, int low, int high) const
{
    const QString text = parameter(name);
    if (text.isEmpty())
        return otherwise;
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < low || value > high)
        return Error{ErrorCode::InvalidArgument,
                     u"%1 must be a whole number from %2 to %3"_s.arg(name).arg(low).arg(high),
                     name};
    return value;
}

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::Unsupported:
        return 400;
    case ErrorCode::Unauthenticated:
        return 401;
    case ErrorCode::PermissionDenied:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::AlreadyExists:
    case ErrorCode::Conflict:
    case ErrorCode::InUse:
        return 409;
    case ErrorCode::LimitExceeded:
        return 429;
    case ErrorCode::Locked:
    case ErrorCode::ReadOnly:
    case ErrorCode::DiskFull:
    case ErrorCode::Unavailable:
        return 503;
    case ErrorCode::Timeout:
        return 504;
    case ErrorCode::Corrupt:
    case ErrorCode::Io:
    case ErrorCode::Internal:
        return 500;
    }
    return 500;
}

QJsonObject errorJson(const Error &error)
{
    QJsonObject inner{{u"code"_s, codeOf(error.code)}, {u"message"_s, error.detail}};
    inner.insert(u"path"_s, error.path.isEmpty() ? QJsonValue() : QJsonValue(error.path));
    return {{u"error"_s, inner}};
}

QJsonObject listJson(const QJsonArray &items, const QString &next)
{
    return {{u"items"_s, items}, {u"next"_s, next.isEmpty() ? QJsonValue() : QJsonValue(next)}};
}

QJsonArray findingsJson(const Api::Findings &findings)
{
    QJsonArray array;
    for (const Api::Finding &finding : findings) {
        const bool isError = finding.severity == Api::Severity::Error;
        array.append(QJsonObject{{u"severity"_s, isError ? u"error"_s : u"warning"_s},
                                 {u"path"_s, finding.path},
                                 {u"line"_s, finding.line},
                                 {u"message"_s, finding.message}});
    }
    return array;
}

void Responder::reply(const QJsonObject &body, int status, qint64 revision) const
{
    if (const Sink sink = std::exchange(*m_sink, {}))
        sink(status, {body}, revision);
}

void Responder::replyText(QByteArray json) const
{
    if (const Sink sink = std::exchange(*m_sink, {}))
        sink(200, {{}, std::move(json)}, -1);
}

void Responder::fail(const Error &error) const
{
    reply(errorJson(error), statusOf(error.code));
}

void Responder::fail(const Api::Findings &findings) const
{
    Error error{ErrorCode::InvalidArgument, u"the document has errors"_s};
    for (const Api::Finding &finding : findings) {
        if (finding.severity == Api::Severity::Error) {
            error.detail = finding.message;
            error.path = finding.path;
            break;
        }
    }
    QJsonObject body = errorJson(error);
    QJsonObject inner = body.value("error"_L1).toObject();
    inner.insert(u"findings"_s, findingsJson(findings));
    body.insert(u"error"_s, inner);
    reply(body, 422);
}

void Responder::answer(const Result<QJsonObject> &result) const
{
    if (result)
        reply(*result);
    else
        fail(result.error());
}

} // namespace Gatehouse::Admin
