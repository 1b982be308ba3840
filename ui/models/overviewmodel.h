// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/base/clock.h"
#include "ui/models/overviewdata.h"
#include "ui/models/seriescolours.h"

#include <QtCore/QTimer>

namespace Gatehouse::Ui {

//! The overview of one range, spend grouping and route. It keeps the last data when the gateway
//! does not answer, asks again by itself while active, and tells headlines and charts apart: charts
//! move every 5 s for an hour up to every minute for 30 days.
class OverviewModel : public QObject
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };

    //! \a colours must outlive the model.
    OverviewModel(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                  QObject *parent = nullptr);

    State state() const { return m_state; }
    bool hasData() const { return m_loadedAt.has_value(); }
    const OverviewData &data() const { return m_data; }
    const Error &error() const { return m_error; }
    //! When the data shown was read; invalid before the first time.
    QDateTime loadedAt() const;
    SeriesColours &seriesColours() { return m_colours; }

    QString range() const { return m_range; }
    QString spendBy() const { return m_spendBy; }
    QString route() const { return m_route; }
    //! "1h", "24h", "7d", "30d" or a chosen span (see timerange.h).
    void setRange(const QString &range);
    //! "provider", "model", "team" or "key".
    void setSpendBy(const QString &group);
    //! Empty for all routes.
    void setRoute(const QString &route);
    const QStringList &routes() const { return m_routes; }

    //! Asks now. While an answer is awaited another question waits for it.
    void refresh();
    //! A hidden page does not refresh.
    void setActive(bool active);
    std::chrono::milliseconds chartInterval() const;

Q_SIGNALS:
    void changed();
    void chartsChanged();
    void routesChanged();
    void failed();

private:
    void handleEvent(const QString &kind);
    void take(Api::AdminCall *call);
    void choose(QString &member, const QString &value);
    void scheduleNext(std::chrono::milliseconds wait);
    bool chartsAreDue() const;
    void loadRoutes();

    Api::AdminClient &m_client;
    const Clock &m_clock;
    QTimer m_timer;
    SeriesColours &m_colours;
    OverviewData m_data;
    Error m_error;
    State m_state = State::Loading;
    QString m_range;
    QString m_spendBy;
    QString m_route;
    QStringList m_routes;
    std::optional<WallTime> m_loadedAt;
    std::optional<SteadyTime> m_chartsAt;
    QPointer<Api::AdminCall> m_call;
    bool m_active = false;
    bool m_askAgain = false;
};

} // namespace Gatehouse::Ui
