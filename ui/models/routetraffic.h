// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTimer>

namespace Gatehouse::Ui {

//! GET /routes/{id}/traffic of one route at a time. It keeps the last answer of a route while the
//! next is on its way and asks again by itself while active.
class RouteTraffic : public QObject
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };

    explicit RouteTraffic(Api::AdminClient &client, QObject *parent = nullptr);

    //! Forgets the route before; an empty one asks nothing.
    void setRoute(const QString &route);
    //! "24h", "7d" or "30d".
    void setRange(const QString &range);
    const QString &range() const { return m_range; }
    void setActive(bool active);
    void refresh();

    //! Failed may still have the data of before.
    State state() const { return m_state; }
    const QJsonObject &data() const { return m_data; }

Q_SIGNALS:
    void changed();

private:
    void take(Api::AdminCall *call);

    Api::AdminClient &m_client;
    QTimer m_timer;
    QPointer<Api::AdminCall> m_call;
    QString m_route;
    QString m_range = QStringLiteral("24h");
    QJsonObject m_data;
    State m_state = State::Loading;
};

} // namespace Gatehouse::Ui
