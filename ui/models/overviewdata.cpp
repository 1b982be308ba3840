// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/overviewdata.h"

#include "ui/models/eventwords.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double nanoPerDollar = 1e9;

MaybeNumber number(const QJsonValue &value)
{
    return value.isDouble() ? MaybeNumber(value.toDouble()) : std::nullopt;
}

MaybeMoney money(const QJsonValue &value)
{
    return value.isDouble() ? MaybeMoney(value.toInteger()) : std::nullopt;
}

QDateTime time(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QList<double> numbers(const QJsonValue &value, double divisor = 1)
{
    QList<double> list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toDouble() / divisor);
    return list;
}

QList<MaybeNumber> maybeNumbers(const QJsonValue &value)
{
    QList<MaybeNumber> list;
    for (const QJsonValue &item : value.toArray())
        list.append(number(item));
    return list;
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

OverviewData::Spend readSpend(const QJsonObject &today, const QJsonObject &month)
{
    return {
        .today = today.value("cost_nano_usd"_L1).toInteger(),
        .yesterday = money(today.value("yesterday_nano_usd"_L1)),
        .unpriced = today.value("unpriced"_L1).toInteger(),
        .spark = numbers(today.value("spark"_L1)),
        .month = month.value("cost_nano_usd"_L1).toInteger(),
        .budget = money(month.value("budget_nano_usd"_L1)),
        .forecast = money(month.value("forecast_nano_usd"_L1)),
    };
}

OverviewData::Requests readRequests(const QJsonObject &object)
{
    return {
        .today = object.value("today"_L1).toInteger(),
        .yesterday = money(object.value("yesterday"_L1)),
        .perSecond = object.value("per_second"_L1).toDouble(),
        .peakPerSecond = object.value("peak_per_second"_L1).toDouble(),
        .spark = numbers(object.value("spark"_L1)),
    };
}

OverviewData::Success readSuccess(const QJsonObject &object)
{
    return {
        .rate = number(object.value("rate"_L1)),
        .answered = object.value("answered"_L1).toInteger(),
        .failed = object.value("failed"_L1).toInteger(),
        .callerMistakes = object.value("caller_mistakes"_L1).toInteger(),
        .cancelled = object.value("cancelled"_L1).toInteger(),
        .objective = object.value("objective"_L1).toDouble(),
        .budgetLeft = number(object.value("budget_left"_L1)),
    };
}

OverviewData::FirstToken readFirstToken(const QJsonObject &object)
{
    return {
        .p50Ms = number(object.value("p50_ms"_L1)),
        .p95Ms = number(object.value("p95_ms"_L1)),
        .tokensPerSecond = number(object.value("tokens_per_second"_L1)),
        .previousP50Ms = number(object.value("previous_p50_ms"_L1)),
        .samples = object.value("samples"_L1).toInteger(),
        .spark = numbers(object.value("spark"_L1)),
    };
}

OverviewData::SpendChart readSpendChart(const QJsonObject &object)
{
    OverviewData::SpendChart chart{
        .by = object.value("by"_L1).toString(),
        .bucket = object.value("bucket"_L1).toString(),
        .buckets = strings(object.value("buckets"_L1)),
        .series = {},
    };
    for (const QJsonValue &value : object.value("series"_L1).toArray()) {
        const QJsonObject series = value.toObject();
        const QString id = series.value("id"_L1).toString();
        chart.series.append({.id = id,
                             .name = series.value("name"_L1).toString(id),
                             .dollars = numbers(series.value("cost_nano_usd"_L1), nanoPerDollar),
                             .total = series.value("total_nano_usd"_L1).toInteger()});
    }
    return chart;
}

OverviewData::Latency readLatency(const QJsonObject &object)
{
    OverviewData::Latency latency{
        .bucketSeconds = object.value("bucket_s"_L1).toInteger(),
        .times = {},
        .p50 = maybeNumbers(object.value("p50_ms"_L1)),
        .p95 = maybeNumbers(object.value("p95_ms"_L1)),
        .firstToken = maybeNumbers(object.value("first_token_p50_ms"_L1)),
        .totalP50 = number(object.value("total_p50_ms"_L1)),
        .totalP95 = number(object.value("total_p95_ms"_L1)),
        .totalFirstToken = number(object.value("total_first_token_p50_ms"_L1)),
    };
    for (const QJsonValue &value : object.value("times"_L1).toArray())
        latency.times.append(time(value));
    return latency;
}

} // namespace

ProviderHealth parseProviderHealth(const QJsonObject &object)
{
    const QString name = object.value("name"_L1).toString();
    return {
        .id = object.value("id"_L1).toString(),
        .name = name.isEmpty() ? object.value("id"_L1).toString() : name,
        .region = strings(object.value("region"_L1)),
        .health = parseHealth(object.value("health"_L1).toString()),
        .since = time(object.value("since"_L1)),
        .healthSource = object.value("health_source"_L1).toString(),
        .success = number(object.value("success"_L1)),
        .requests = object.value("requests"_L1).toInteger(),
        .firstTokenMs = number(object.value("first_token_p50_ms"_L1)),
        .p95Ms = number(object.value("p95_ms"_L1)),
        .tokensPerSecond = number(object.value("tokens_per_second"_L1)),
        .spendToday = money(object.value("spend_today_nano_usd"_L1)),
    };
}

GatewayEvent parseEvent(const QJsonObject &object)
{
    return {
        .time = time(object.value("time"_L1)),
        .kind = object.value("kind"_L1).toString(),
        .severity = object.value("severity"_L1).toString(),
        .title = eventTitle(object),
        .detail = eventDetail(object),
        .object = object.value("object"_L1).toString(),
    };
}

OverviewData parseOverview(const QJsonObject &object)
{
    OverviewData data;
    data.now = time(object.value("now"_L1));
    const QTimeZone zone(object.value("time_zone"_L1).toString().toUtf8());
    data.zone = zone.isValid() ? zone : QTimeZone::systemTimeZone();
    data.hasProviders = object.value("has_providers"_L1).toBool();
    data.hasRequests = object.value("has_requests"_L1).toBool();
    data.spend = readSpend(object.value("spend_today"_L1).toObject(),
                           object.value("spend_month"_L1).toObject());
    data.requests = readRequests(object.value("requests"_L1).toObject());
    data.success = readSuccess(object.value("success"_L1).toObject());
    data.firstToken = readFirstToken(object.value("first_token"_L1).toObject());
    data.spendChart = readSpendChart(object.value("spend"_L1).toObject());
    data.latency = readLatency(object.value("latency"_L1).toObject());
    for (const QJsonValue &value : object.value("providers"_L1).toArray())
        data.providers.append(parseProviderHealth(value.toObject()));
    for (const QJsonValue &value : object.value("events"_L1).toArray())
        data.events.append(parseEvent(value.toObject()));
    return data;
}

ProviderHealth::Health parseHealth(const QString &text)
{
    static const QHash<QString, ProviderHealth::Health> states{
        {u"healthy"_s, ProviderHealth::Health::Healthy},
        {u"degraded"_s, ProviderHealth::Health::Degraded},
        {u"down"_s, ProviderHealth::Health::Down},
        {u"paused"_s, ProviderHealth::Health::Paused},
    };
    return states.value(text, ProviderHealth::Health::NotTested);
}

} // namespace Gatehouse::Ui
