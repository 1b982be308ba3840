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
const auto providerScope = "provider:"_L1;

QUrlQuery lastDay()
{
    return QUrlQuery{{u"range"_s, u"24h"_s}, {u"by"_s, u"provider"_s}, {u"measure"_s, u"total"_s}};
}

QUrlQuery thisMonth()
{
    return QUrlQuery{
        {u"by"_s, u"provider"_s}, {u"since"_s, u"month"_s}, {u"fields"_s, u"cost"_s}};
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

ProviderTrends::Trend ProviderTrends::trend(const QString &provider) const
{
    Trend trend = m_trends.value(provider);
    if (m_isCostKnown && !trend.cost)
        trend.cost = 0;
    return trend;
}

void ProviderTrends::refresh()
{
    if (m_asked.isValid() && !m_asked.hasExpired(std::chrono::milliseconds(leastAge).count()))
        return;
    m_asked.start();
    ask(m_times, u"/latency"_s, lastDay(), &ProviderTrends::takeTimes);
    QUrlQuery rates = lastDay();
    rates.addQueryItem(u"incidents"_s, u"0"_s); // reading the rows of bad hours takes longest
    ask(m_success, u"/reliability"_s, rates, &ProviderTrends::takeSuccess);
    ask(m_cost, u"/usage"_s, thisMonth(), &ProviderTrends::takeCost);
    ask(m_budgets, u"/budgets"_s, {}, &ProviderTrends::takeBudgets);
}

void ProviderTrends::ask(QPointer<Api::AdminCall> &open, const QString &path,
                         const QUrlQuery &query, void (ProviderTrends::*take)(const QJsonObject &))
{
    if (open)
        return;
    open = m_client.get(path, query);
    connect(open, &Api::AdminCall::finished, this, [this, &open, take](Api::AdminCall *call) {
        open.clear();
        if (!call->succeeded())
            return;
        (this->*take)(call->reply().body);
        Q_EMIT changed();
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
}

void ProviderTrends::takeSuccess(const QJsonObject &answer)
{
    for (Trend &trend : m_trends)
        trend.success.reset();
    for (const QJsonValue &group : answer.value("groups"_L1).toArray())
        if (const QJsonValue success = group["success"_L1]; success.isDouble())
            m_trends[group["id"_L1].toString()].success = success.toDouble();
}

void ProviderTrends::takeCost(const QJsonObject &answer)
{
    m_isCostKnown = true;
    for (Trend &trend : m_trends)
        trend.cost.reset();
    for (const QJsonValue &item : answer.value("items"_L1).toArray()) {
        std::optional<qint64> &cost = m_trends[item["provider"_L1].toString()].cost;
        cost = cost.value_or(0) + item["cost_nano_usd"_L1].toInteger();
    }
}

void ProviderTrends::takeBudgets(const QJsonObject &answer)
{
    for (Trend &trend : m_trends)
        trend.budget.reset();
    for (const QJsonValue &item : answer.value("items"_L1).toArray()) {
        const QString scope = item["scope"_L1].toString();
        if (!scope.startsWith(providerScope) || item["period"_L1].toString() != "month"_L1)
            continue;
        const qint64 limit =
            item["limit_nano_usd"_L1].toInteger() + item["raised_nano_usd"_L1].toInteger();
        std::optional<qint64> &budget = m_trends[scope.mid(providerScope.size())].budget;
        budget = std::min(limit, budget.value_or(limit));
    }
}

} // namespace Gatehouse::Ui
