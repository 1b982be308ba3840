// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/overviewmodel.h"

#include "ui/models/timerange.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

// After traffic was told: well under the two headline changes a second a person can follow, so that
// a busy gateway is not asked for sums all the time.
constexpr auto headlineInterval = 2000ms;
constexpr auto retryInterval = 5000ms;

} // namespace

OverviewModel::OverviewModel(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                             QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_colours(colours)
    , m_range(u"24h"_s)
    , m_spendBy(u"provider"_s)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &OverviewModel::refresh);
    connect(&client, &Api::AdminClient::eventReceived, this, &OverviewModel::handleEvent);
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected && m_active)
            refresh();
    });
}

QDateTime OverviewModel::loadedAt() const
{
    if (!m_loadedAt)
        return {};
    const auto since = m_loadedAt->time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(since).count(), Qt::UTC);
}

void OverviewModel::setRange(const QString &range)
{
    choose(m_range, range);
}

void OverviewModel::setSpendBy(const QString &group)
{
    choose(m_spendBy, group);
}

void OverviewModel::setRoute(const QString &route)
{
    choose(m_route, route);
}

void OverviewModel::choose(QString &member, const QString &value)
{
    if (member == value)
        return;
    member = value;
    m_chartsAt.reset();
    if (m_active)
        refresh();
}

void OverviewModel::refresh()
{
    if (m_call) {
        m_askAgain = true;
        return;
    }
    m_timer.stop();
    if (!hasData())
        m_state = State::Loading;
    QUrlQuery query;
    if (chosenSpan(m_range))
        addRange(query, m_range);
    else
        query.addQueryItem(u"range"_s, m_range);
    query.addQueryItem(u"spend_by"_s, m_spendBy);
    if (!m_route.isEmpty())
        query.addQueryItem(u"route"_s, m_route);
    m_call = m_client.get(u"/overview"_s, query);
    connect(m_call, &Api::AdminCall::finished, this, &OverviewModel::take);
}

void OverviewModel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    m_timer.stop();
    if (!active)
        return;
    refresh();
    loadRoutes();
}

std::chrono::milliseconds OverviewModel::chartInterval() const
{
    if (m_range == "1h"_L1)
        return 5s;
    if (m_range == "24h"_L1)
        return 15s;
    return m_range == "7d"_L1 ? 30s : 60s;
}

void OverviewModel::handleEvent(const QString &kind)
{
    if (!m_active)
        return;
    if (kind == "revision"_L1)
        loadRoutes();
    const bool moves = kind == "request"_L1 || kind == "revision"_L1 || kind == "event"_L1;
    if (moves && (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > headlineInterval))
        scheduleNext(headlineInterval);
}

void OverviewModel::take(Api::AdminCall *call)
{
    m_call.clear();
    if (call->succeeded()) {
        m_data = parseOverview(call->reply().body);
        m_loadedAt = m_clock.wall();
        m_state = State::Ready;
        for (const OverviewData::SpendSeries &series : m_data.spendChart.series)
            if (m_data.spendChart.by == "provider"_L1)
                m_colours.indexOf(series.id);
        const bool charts = chartsAreDue();
        if (charts)
            m_chartsAt = m_clock.steady();
        Q_EMIT changed();
        if (charts)
            Q_EMIT chartsChanged();
    } else if (!m_client.isExpected(*call)) {
        m_error = call->error();
        m_state = State::Failed;
        Q_EMIT failed();
    }
    if (std::exchange(m_askAgain, false))
        refresh();
    else
        scheduleNext(m_state == State::Ready ? chartInterval() : retryInterval);
}

bool OverviewModel::chartsAreDue() const
{
    return !m_chartsAt || m_clock.steady() - *m_chartsAt >= chartInterval();
}

void OverviewModel::scheduleNext(std::chrono::milliseconds wait)
{
    if (m_active && !m_call)
        m_timer.start(wait);
}

void OverviewModel::loadRoutes()
{
    connect(m_client.get(u"/routes"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (!call->succeeded())
                    return;
                m_routes.clear();
                for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
                    m_routes.append(item.toObject().value("id"_L1).toString());
                Q_EMIT routesChanged();
            });
}

} // namespace Gatehouse::Ui
