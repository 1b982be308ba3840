// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/providertrends.h"

#include "ui/widgets/format.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto leastAge = 1min;

QUrlQuery lastDay()
{
    return QUrlQuery{{u"range"_s, u"24h"_s}, {u"by"_s, u"provider"_s}, {u"measure"_s, u"total"_s}};
}

} // namespace

QString ProviderTrends::Trend::sentence() const
{
    QList<double> known;
    std::copy_if(medians.cbegin(), medians.cend(), std::back_inserter(known),
                 [](double value) { return !std::isnan(value); });
    if (known.isEmpty())
        return ProviderTrends::tr("No answers in the last 24 hours.");
    const auto [least, most] = std::minmax_element(known.cbegin(), known.cend());
    return ProviderTrends::tr("Median answer time of the last 24 hours between %1 and %2.")
        .arg(Format::duration(*least), Format::duration(*most));
}

ProviderTrends::ProviderTrends(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void ProviderTrends::refresh()
{
    if (m_times || m_success
        || (m_asked.isValid() && !m_asked.hasExpired(std::chrono::milliseconds(leastAge).count())))
        return;
    m_asked.start();
    m_times = m_client.get(u"/latency"_s, lastDay());
    connect(m_times, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_times.clear();
        if (call->succeeded())
            takeTimes(call->reply().body);
    });
    m_success = m_client.get(u"/reliability"_s, lastDay());
    connect(m_success, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_success.clear();
        if (call->succeeded())
            takeSuccess(call->reply().body);
    });
}

void ProviderTrends::takeTimes(const QJsonObject &answer)
{
    for (Trend &trend : m_trends)
        trend.medians.clear();
    for (const QJsonValue &group : answer.value("groups"_L1).toArray()) {
        QList<double> &medians = m_trends[group["id"_L1].toString()].medians;
        for (const QJsonValue &value : group["typical"_L1].toArray())
            medians.append(value.toDouble(std::numeric_limits<double>::quiet_NaN()));
    }
    Q_EMIT changed();
}

void ProviderTrends::takeSuccess(const QJsonObject &answer)
{
    for (Trend &trend : m_trends)
        trend.success.reset();
    for (const QJsonValue &group : answer.value("groups"_L1).toArray())
        if (const QJsonValue success = group["success"_L1]; success.isDouble())
            m_trends[group["id"_L1].toString()].success = success.toDouble();
    Q_EMIT changed();
}

} // namespace Gatehouse::Ui
