// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampleoverview.h"

#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QRandomGenerator>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

constexpr double nano = 1e9;

struct SampleProvider {
    QString id;
    QString name;
    QString region;
    QString health;
    double success;
    int requests;
    int firstTokenMs;
    int p95Ms;
    int tokensPerSecond;
    double spendToday;
    double monthShare; // dollars on a working day
};

const QList<SampleProvider> &sampleProviders()
{
    static const QList<SampleProvider> providers{
        {u"openai"_s, u"OpenAI"_s, u"us"_s, u"healthy"_s, 0.9987, 21480, 360, 2900, 84, 17.42,
         12.5},
        {u"anthropic"_s, u"Anthropic"_s, u"us"_s, u"degraded"_s, 0.938, 11302, 1240, 6100, 41, 9.80,
         11.0},
        {u"azure"_s, u"Azure OpenAI"_s, u"eu-west"_s, u"healthy"_s, 0.9991, 7914, 420, 3200, 77,
         6.11, 6.0},
        {u"bedrock"_s, u"Bedrock"_s, u"eu-central"_s, u"healthy"_s, 0.9978, 5260, 510, 3600, 66,
         8.53, 4.0},
        {u"vllm"_s, u"Local vLLM"_s, u"on-prem"_s, u"healthy"_s, 0.9999, 2188, 95, 1400, 142, 1.10,
         1.6},
        {u"ollama"_s, u"Ollama"_s, u"this PC"_s, u"paused"_s, -1, 0, -1, -1, -1, -1, 0},
    };
    return providers;
}

QJsonValue known(double value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QJsonArray providerRows()
{
    QJsonArray rows;
    for (const SampleProvider &provider : sampleProviders())
        rows.append(QJsonObject{
            {u"id"_s, provider.id},
            {u"name"_s, provider.name},
            {u"dialect"_s, u"openai"_s},
            {u"region"_s, QJsonArray{provider.region}},
            {u"health"_s, provider.health},
            {u"since"_s, u"2026-11-22T13:06:00.000Z"_s},
            {u"health_source"_s, u"from traffic, 240 attempts in 5 min"_s},
            {u"success"_s, known(provider.success)},
            {u"requests"_s, provider.requests},
            {u"first_token_p50_ms"_s, known(provider.firstTokenMs)},
            {u"p95_ms"_s, known(provider.p95Ms)},
            {u"tokens_per_second"_s, known(provider.tokensPerSecond)},
            {u"spend_today_nano_usd"_s,
             provider.spendToday < 0 ? QJsonValue()
                                     : QJsonValue(qint64(provider.spendToday * nano))},
        });
    return rows;
}

QJsonObject spendChart()
{
    constexpr int days = 30;
    QRandomGenerator random(7);
    const QDate first(2026, 10, 24);
    QJsonArray buckets;
    for (int day = 0; day < days; ++day)
        buckets.append(first.addDays(day).toString(Qt::ISODate));
    QJsonArray series;
    for (const SampleProvider &provider : sampleProviders()) {
        if (provider.monthShare <= 0)
            continue;
        QJsonArray values;
        qint64 total = 0;
        for (int day = 0; day < days; ++day) {
            const bool weekend = first.addDays(day).dayOfWeek() >= 6;
            const double swing = 0.8 + 0.4 * random.generateDouble();
            const auto cost = qint64(provider.monthShare * swing * (weekend ? 0.35 : 1.0) * nano);
            values.append(cost);
            total += cost;
        }
        series.append(QJsonObject{{u"id"_s, provider.id},
                                  {u"name"_s, provider.name},
                                  {u"cost_nano_usd"_s, values},
                                  {u"total_nano_usd"_s, total}});
    }
    return {{u"by"_s, u"provider"_s},
            {u"bucket"_s, u"day"_s},
            {u"buckets"_s, buckets},
            {u"series"_s, series}};
}

QJsonObject latencyChart()
{
    constexpr int points = 96;
    constexpr int bucketSeconds = 900;
    QRandomGenerator random(11);
    const QDateTime first(QDate(2026, 11, 21), QTime(13, 0), Qt::UTC);
    QJsonArray times;
    QJsonArray p50;
    QJsonArray p95;
    QJsonArray firstToken;
    for (int i = 0; i < points; ++i) {
        const double bump = std::exp(-std::pow((i - 74) / 4.0, 2));
        times.append(first.addSecs(qint64(i) * bucketSeconds).toString(Qt::ISODateWithMs));
        p50.append(1200 + 150 * std::sin(i / 8.0) + 60 * random.generateDouble());
        p95.append(2900 + 500 * std::sin(i / 11.0) + 350 * random.generateDouble() + 2000 * bump);
        firstToken.append(400 + 30 * random.generateDouble() + 400 * bump);
    }
    return {{u"bucket_s"_s, bucketSeconds},
            {u"times"_s, times},
            {u"p50_ms"_s, p50},
            {u"p95_ms"_s, p95},
            {u"first_token_p50_ms"_s, firstToken},
            {u"total_p50_ms"_s, 1200},
            {u"total_p95_ms"_s, 3400},
            {u"total_first_token_p50_ms"_s, 410}};
}

QJsonObject event(const QString &time, const QString &kind, const QString &severity,
                  const QString &title, const QString &detail)
{
    return {{u"time"_s, time},   {u"kind"_s, kind},     {u"severity"_s, severity},
            {u"title"_s, title}, {u"detail"_s, detail}, {u"object"_s, kind}};
}

QJsonArray events()
{
    return {
        event(u"2026-11-22T12:58:00.000Z"_s, u"breaker"_s, u"warning"_s,
              u"Circuit half-open: Anthropic"_s, u"41 requests fell back to Bedrock"_s),
        event(u"2026-11-22T12:42:00.000Z"_s, u"key"_s, u"warning"_s,
              u"Key “design” at 80 % of budget"_s, u"$240.00 of $300.00, resets 1 Dec"_s),
        event(u"2026-11-22T12:00:00.000Z"_s, u"audit"_s, u"info"_s, u"Audit chain verified"_s,
              u"18,204 records, no gaps"_s),
        event(u"2026-11-22T10:00:00.000Z"_s, u"price"_s, u"info"_s, u"Price list updated"_s,
              u"3 prices changed, 1 model added"_s),
        event(u"2026-11-22T08:00:00.000Z"_s, u"revision"_s, u"info"_s,
              u"Route “chat-default” changed"_s, u"Weight 70/30 → 60/40 by m.ortiz"_s),
    };
}

QJsonArray rising(int points, int seed)
{
    QRandomGenerator random(static_cast<quint32>(seed));
    QJsonArray values;
    for (int i = 0; i < points; ++i)
        values.append(10 + 1.3 * i + 5 * random.generateDouble());
    return values;
}

QJsonArray falling(int points)
{
    QRandomGenerator random(5);
    QJsonArray values;
    for (int i = 0; i < points; ++i)
        values.append(60 - 1.1 * i + 4 * random.generateDouble());
    return values;
}

} // namespace

QJsonObject sampleOverview()
{
    return {
        {u"now"_s, u"2026-11-22T13:00:00.000Z"_s},
        {u"time_zone"_s, u"Europe/Berlin"_s},
        {u"has_providers"_s, true},
        {u"has_requests"_s, true},
        {u"spend_today"_s,
         QJsonObject{{u"cost_nano_usd"_s, qint64(42'960'000'000)},
                     {u"yesterday_nano_usd"_s, qint64(38'350'000'000)},
                     {u"unpriced"_s, 0},
                     {u"spark"_s, rising(26, 3)}}},
        {u"spend_month"_s,
         QJsonObject{{u"cost_nano_usd"_s, qint64(812'400'000'000)},
                     {u"budget_nano_usd"_s, qint64(1'500'000'000'000)},
                     {u"forecast_nano_usd"_s, qint64(1'344'000'000'000)},
                     {u"month"_s, u"2026-11"_s}}},
        {u"requests"_s,
         QJsonObject{{u"today"_s, 48144},
                     {u"yesterday"_s, 46300},
                     {u"per_second"_s, 3.4},
                     {u"peak_per_second"_s, 19.2},
                     {u"spark"_s, rising(26, 9)}}},
        {u"success"_s,
         QJsonObject{{u"rate"_s, 0.9988},
                     {u"answered"_s, 48086},
                     {u"failed"_s, 58},
                     {u"caller_mistakes"_s, 112},
                     {u"cancelled"_s, 31},
                     {u"objective"_s, 0.995},
                     {u"budget_left"_s, 0.76}}},
        {u"first_token"_s,
         QJsonObject{{u"p50_ms"_s, 410},
                     {u"p95_ms"_s, 1280},
                     {u"samples"_s, 30210},
                     {u"tokens_per_second"_s, 79},
                     {u"yesterday_p50_ms"_s, 436},
                     {u"previous_p50_ms"_s, 436},
                     {u"spark"_s, falling(26)}}},
        {u"spend"_s, spendChart()},
        {u"latency"_s, latencyChart()},
        {u"providers"_s, providerRows()},
        {u"events"_s, events()},
        {u"problems"_s, QJsonArray()},
    };
}

QJsonObject sampleStatus()
{
    const QJsonObject problem{
        {u"code"_s, u"provider_failing:anthropic"_s},
        {u"severity"_s, u"warning"_s},
        {u"title"_s, u"Anthropic is failing 6.2 % of requests"_s},
        {u"detail"_s, u"Affected routes are using Bedrock; callers see no errors."_s},
        {u"since"_s, u"2026-11-22T13:06:00.000Z"_s},
        {u"action"_s, u"Show requests"_s}};
    return {
        {u"version"_s, u"0.1.0"_s},
        {u"state"_s, u"running"_s},
        {u"revision"_s, 42},
        {u"managed_by"_s, QJsonValue()},
        {u"base_url"_s, u"http://127.0.0.1:4417/v1"_s},
        {u"in_flight"_s, 4},
        {u"requests_per_second"_s, 3.4},
        {u"time_zone"_s, u"Europe/Berlin"_s},
        {u"demo"_s, false},
        {u"secrets"_s,
         QJsonObject{{u"store"_s, u"keychain"_s},
                     {u"label"_s, u"GNOME Keyring"_s},
                     {u"state"_s, u"ready"_s}}},
        {u"problems"_s, QJsonArray{problem}},
    };
}

} // namespace Gatehouse
