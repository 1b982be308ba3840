// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routetraffic.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto refreshTime = 60s;

} // namespace

RouteTraffic::RouteTraffic(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_timer.setInterval(refreshTime);
    connect(&m_timer, &QTimer::timeout, this, &RouteTraffic::refresh);
}

void RouteTraffic::setRoute(const QString &route)
{
    if (route == m_route)
        return;
    m_route = route;
    m_data = {};
    m_state = State::Loading;
    Q_EMIT changed();
    if (m_timer.isActive())
        refresh();
}

void RouteTraffic::setRange(const QString &range)
{
    m_range = range;
    refresh();
}

void RouteTraffic::setActive(bool active)
{
    if (active == m_timer.isActive())
        return;
    if (!active)
        return m_timer.stop();
    m_timer.start();
    refresh();
}

//! An answer that is still awaited would be of another question: it is not taken.
void RouteTraffic::refresh()
{
    if (m_call)
        m_call->disconnect(this);
    m_call = nullptr;
    if (m_route.isEmpty())
        return;
    m_call = m_client.get(u"/routes/%1/traffic"_s.arg(m_route), {{u"range"_s, m_range}});
    connect(m_call, &Api::AdminCall::finished, this, &RouteTraffic::take);
}

void RouteTraffic::take(Api::AdminCall *call)
{
    m_call = nullptr;
    m_state = call->succeeded() ? State::Ready : State::Failed;
    if (call->succeeded())
        m_data = call->reply().body;
    Q_EMIT changed();
}

} // namespace Gatehouse::Ui
