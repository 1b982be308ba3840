// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/findings.h"
#include "core/api/roles.h"
#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>
#include <QtCore/QUrlQuery>

#include <functional>
#include <memory>

namespace Gatehouse::Admin {

//! One admin request, checked and parsed.
struct AdminRequest {
    QByteArray method;
    QStringList path; //!< segments behind "/admin/v1", percent-decoded: {"keys", "k1", "disable"}
    QUrlQuery query;
    QJsonObject body;    //!< empty when none was sent
    qint64 ifMatch = -1; //!< revision of If-Match, -1 = none
    QString who;         //!< "local administrator", "Anna Berg (editor)"
    Api::Grant grant;
    QString token;  //!< id of the token that signed in; empty: this computer's own user
    QString source; //!< "local", "127.0.0.1"

    QString id() const { return path.value(1); }
    QString parameter(const QString &name, const QString &otherwise = {}) const;
    //! A whole number between the bounds; the error names the parameter.
    Result<int> number(const QString &name, int otherwise, int low, int high) const;
};

//! HTTP status of an error code.
int statusOf(ErrorCode code);
//! {"error":{"code","message","path"}}.
QJsonObject errorJson(const Error &error);
//! {"items":[…],"next":…}.
QJsonObject listJson(const QJsonArray &items, const QString &next = {});
QJsonArray findingsJson(const Api::Findings &findings);

//! Where the answer of one request goes. Copies share it; the first answer counts, later ones and
//! those to clients that have left do nothing. Control thread only.
class Responder
{
public:
    struct Body {
        QJsonObject json;
        QByteArray text = {}; //!< compact JSON in its place, where it is not empty
    };
    using Sink = std::function<void(int status, const Body &body, qint64 revision)>;

    explicit Responder(Sink sink)
        : m_sink(std::make_shared<Sink>(std::move(sink)))
    {
    }

    void reply(const QJsonObject &body, int status = 200, qint64 revision = -1) const;
    //! 200 with \a json, finished: what is too large to be built as a tree first.
    void replyText(QByteArray json) const;
    void fail(const Error &error) const;
    //! 422 with every finding, or the first error's status.
    void fail(const Api::Findings &findings) const;
    //! The value's JSON, or the error.
    void answer(const Result<QJsonObject> &result) const;

private:
    std::shared_ptr<Sink> m_sink;
};

using Handler = std::function<void(const AdminRequest &, const Responder &)>;

} // namespace Gatehouse::Admin
