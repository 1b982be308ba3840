// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include <memory>

namespace Gatehouse::Api {

//! One answer of the admin API.
struct AdminReply {
    int status = 0;       //!< HTTP status; 0 when no answer came
    QJsonObject body;     //!< {"error": {...}} on failure
    qint64 revision = -1; //!< of the ETag, -1 when none
};

//! One admin request in flight: emits finished() exactly once, always later than the call that made
//! it; deletes itself afterwards. Deleting it earlier cancels.
class AdminCall : public QObject
{
    Q_OBJECT

public:
    explicit AdminCall(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    const AdminReply &reply() const { return m_reply; }
    bool succeeded() const { return m_reply.status >= 200 && m_reply.status < 300; }
    //! Code, detail and field path of a failure; Unavailable when no engine answered.
    Error error() const;

    //! For transports: stores the reply and emits finished() later.
    void complete(AdminReply reply);

Q_SIGNALS:
    void finished(Gatehouse::Api::AdminCall *call);

private:
    AdminReply m_reply;
};

//! How admin requests travel. Implementations: HttpAdminTransport (Unix socket, TCP, TLS) and the
//! fake of tests/support.
class AdminTransport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! \a path without the "/admin/v1" prefix: "/providers/openai". \a ifMatch < 0: no condition.
    virtual AdminCall *send(const QByteArray &method, const QString &path, const QUrlQuery &query,
                            const QJsonObject &body, qint64 ifMatch) = 0;
    //! Starts (or restarts) the event stream; events come by eventReceived until stopEvents().
    virtual void startEvents() = 0;
    virtual void stopEvents() = 0;
    //! What is written on a screen about this connection: "this computer", "https://gw:4418".
    virtual QString displayAddress() const = 0;

Q_SIGNALS:
    //! \a kind as in the admin API's event list: "request", "status", "revision", "provider",
    //! "event"…
    void eventReceived(const QString &kind, const QJsonObject &data);
    void eventsConnected();
    void eventsLost();
};

//! The glass wall: everything ui and gatehousectl know of the engine goes through here, as JSON.
//! Reconnects by itself (0.2 s growing to 5 s) and tells the state.
class AdminClient : public QObject
{
    Q_OBJECT

public:
    enum class State { Connecting, Connected, Offline };
    Q_ENUM(State)

    explicit AdminClient(std::unique_ptr<AdminTransport> transport, QObject *parent = nullptr);
    ~AdminClient() override;

    AdminCall *get(const QString &path, const QUrlQuery &query = {});
    AdminCall *post(const QString &path, const QJsonObject &body = {}, qint64 ifMatch = -1);
    AdminCall *put(const QString &path, const QJsonObject &body, qint64 ifMatch = -1);
    AdminCall *remove(const QString &path, qint64 ifMatch = -1);

    //! Connects the event stream and keeps it connected. Again: to whatever engine is there now.
    void start();
    State state() const { return m_state; }
    //! An engine is being started: until start(), calls that find none are no failure to show.
    void expectEngine() { m_isEngineExpected = true; }
    bool isExpected(const AdminCall &call) const
    {
        return m_isEngineExpected && call.reply().status == 0;
    }
    //! When the engine was last heard of; invalid before the first time. Milliseconds since 1970.
    qint64 lastContactMs() const { return m_lastContactMs; }
    AdminTransport &transport() { return *m_transport; }

Q_SIGNALS:
    void stateChanged(Gatehouse::Api::AdminClient::State state);
    void eventReceived(const QString &kind, const QJsonObject &data);

private:
    void setState(State state);

    std::unique_ptr<AdminTransport> m_transport;
    State m_state = State::Connecting;
    bool m_isEngineExpected = false;
    qint64 m_lastContactMs = 0;
};

} // namespace Gatehouse::Api
