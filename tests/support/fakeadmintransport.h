// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QPointer>

namespace Gatehouse {

//! An engine that answers from a table, for tests of whatever speaks through AdminClient:
//!
//!     auto *fake = new FakeAdminTransport;
//!     fake->answer("GET /overview", {{"has_providers", true}});
//!     Api::AdminClient client {std::unique_ptr<Api::AdminTransport>(fake)};
//!
//! Deliberately without Q_OBJECT: it adds no signals, and its meta-object would make every test
//! that uses another fake need the API room.
class FakeAdminTransport final : public Api::AdminTransport
{
public:
    struct Request {
        QByteArray method;
        QString path;
        QUrlQuery query;
        QJsonObject body;
        qint64 ifMatch = -1;
    };

    //! From now on answers \a request ("GET /overview") so; unknown requests get a 404. An answer
    //! for the same path with its query ("GET /keys?deleted=1") goes before the one without.
    void answer(const QByteArray &request, const QJsonObject &body, int status = 200,
                qint64 revision = -1);
    //! As if no engine ran: every call ends with status 0.
    void setReachable(bool reachable) { m_reachable = reachable; }
    //! Calls stay open until releaseAnswers().
    void holdAnswers() { m_holding = true; }
    void releaseAnswers();

    //! Every request so far, oldest first.
    const QList<Request> &requests() const { return m_requests; }
    //! How many were "GET /overview".
    int countOf(const QByteArray &request) const;
    //! The newest "POST /gateway/stop"; an empty one when there was none.
    Request lastOf(const QByteArray &request) const;

    //! Sends an event as the engine would.
    void push(const QString &kind, const QJsonObject &data);
    void connectEvents() { Q_EMIT eventsConnected(); }
    void loseEvents() { Q_EMIT eventsLost(); }
    bool eventsStarted() const { return m_eventsStarted; }

    Api::AdminCall *send(const QByteArray &method, const QString &path, const QUrlQuery &query,
                         const QJsonObject &body, qint64 ifMatch) override;
    void startEvents() override;
    void stopEvents() override { m_eventsStarted = false; }
    QString displayAddress() const override;

private:
    struct Held {
        QPointer<Api::AdminCall> call;
        Api::AdminReply reply;
    };

    Api::AdminReply replyTo(const QByteArray &request) const;

    QHash<QByteArray, Api::AdminReply> m_answers;
    QList<Request> m_requests;
    QList<Held> m_held;
    bool m_reachable = true;
    bool m_holding = false;
    bool m_eventsStarted = false;
};

} // namespace Gatehouse
