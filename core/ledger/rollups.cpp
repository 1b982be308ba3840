// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/rollups.h"

namespace Gatehouse::Ledger {

namespace {

constexpr int firstTokenKind = 1;
constexpr int bucketsPerKind = 256; //!< ln of the largest 64-bit number times 4 is 175

} // namespace

void Rollups::addToHours(const RequestRecord &record)
{
    const qint64 hour = toUs(record.time) / usPerHour;
    addHour(record, hour);
    addAttempts(record, hour);
    addLatency(record, hour);
}

void Rollups::addHour(const RequestRecord &record, qint64 hour)
{
    HourSums &sums = m_hours[{hour, record.model, record.provider, record.route,
                              static_cast<int>(classOf(record))}];
    ++sums.requests;
    sums.tokensIn += record.usage.promptTokens;
    sums.tokensOut += record.usage.completionTokens;
    sums.cost += record.cost ? record.cost->nanoUsd : 0;
    sums.unpriced += isUnpriced(record) ? 1 : 0;
    if (record.streamed && record.firstTokenUs >= 0 && record.totalUs > record.firstTokenUs) {
        sums.streamTokens += record.usage.completionTokens;
        sums.streamUs += record.totalUs - record.firstTokenUs;
    }
}

void Rollups::addToDays(const RequestRecord &record)
{
    DaySums &sums = m_days[{m_calendar.dayOf(toUs(record.time)), record.keyId, record.team,
                            record.route, record.model, record.provider}];
    const RequestClass kind = classOf(record);
    ++sums.requests;
    sums.errors += kind == RequestClass::Failed || kind == RequestClass::CallerMistake ? 1 : 0;
    sums.usage.promptTokens += record.usage.promptTokens;
    sums.usage.cachedTokens += record.usage.cachedTokens;
    sums.usage.cacheWriteTokens +=
        record.usage.cacheWriteTokens + record.usage.cacheWriteHourTokens;
    sums.usage.completionTokens += record.usage.completionTokens;
    sums.usage.reasoningTokens += record.usage.reasoningTokens;
    sums.cost += record.cost ? record.cost->nanoUsd : 0;
    sums.listCost += record.listCost ? record.listCost->nanoUsd : 0;
    sums.unpriced += isUnpriced(record) ? 1 : 0;
    if (record.keyId.isEmpty())
        return;
    KeyUse &use = m_keyUse[record.keyId];
    if (toUs(record.time) >= use.ts)
        use = {.ts = toUs(record.time), .client = record.clientAddress};
}

void Rollups::addAttempts(const RequestRecord &record, qint64 hour)
{
    for (const AttemptRecord &attempt : record.attempts) {
        ProviderSums &sums = m_providers[{hour, attempt.provider}];
        switch (classOf(attempt)) {
        case AttemptClass::Answered:
            ++sums.answered;
            break;
        case AttemptClass::Failed:
            ++sums.failed;
            break;
        case AttemptClass::Outside:
            ++sums.outside;
            break;
        }
    }
}

void Rollups::addLatency(const RequestRecord &record, qint64 hour)
{
    if (record.outcome != Outcome::Ok || record.cache == "hit")
        return;
    HourKey key{hour, record.model, record.provider, record.route, bucketOf(record.totalUs)};
    ++m_latency[key];
    if (!record.streamed || record.firstTokenUs < 0)
        return;
    key.detail = firstTokenKind * bucketsPerKind + bucketOf(record.firstTokenUs);
    ++m_latency[key];
}

void Rollups::clear()
{
    m_hours.clear();
    m_days.clear();
    m_providers.clear();
    m_latency.clear();
    m_keyUse.clear();
}

Result<void> Rollups::store(Store::Database &database)
{
    using Step = Result<void> (Rollups::*)(Store::Database &) const;
    for (const Step step : {&Rollups::storeHours, &Rollups::storeDays, &Rollups::storeProviders,
                            &Rollups::storeLatency, &Rollups::storeKeyUse}) {
        if (const Result<void> stored = (this->*step)(database); !stored)
            return stored;
    }
    clear();
    return {};
}

Result<void> Rollups::storeHours(Store::Database &database) const
{
    auto upsert =
        database.prepare("INSERT INTO roll_hour_model VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"
                         " ON CONFLICT DO UPDATE SET requests = requests + excluded.requests,"
                         " tokens_in = tokens_in + excluded.tokens_in, tokens_out = tokens_out + "
                         "excluded.tokens_out,"
                         " cost = cost + excluded.cost, unpriced = unpriced + excluded.unpriced,"
                         " stream_tokens = stream_tokens + excluded.stream_tokens,"
                         " stream_us = stream_us + excluded.stream_us");
    if (!upsert)
        return upsert.error();
    for (const auto &[k, sums] : m_hours) {
        upsert->bindAll(k.hour, k.model, k.provider, k.route, k.detail, sums.requests,
                        sums.tokensIn, sums.tokensOut, sums.cost, sums.unpriced, sums.streamTokens,
                        sums.streamUs);
        if (const Result<void> done = upsert->run(); !done)
            return done;
    }
    return {};
}

Result<void> Rollups::storeDays(Store::Database &database) const
{
    auto upsert = database.prepare(
        "INSERT INTO roll_day_key VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT DO UPDATE SET requests = requests + excluded.requests,"
        " errors = errors + excluded.errors, tokens_in = tokens_in + excluded.tokens_in,"
        " tokens_cached = tokens_cached + excluded.tokens_cached,"
        " tokens_cache_write = tokens_cache_write + excluded.tokens_cache_write,"
        " tokens_out = tokens_out + excluded.tokens_out,"
        " tokens_reasoning = tokens_reasoning + excluded.tokens_reasoning,"
        " cost = cost + excluded.cost, list_cost = list_cost + excluded.list_cost,"
        " unpriced = unpriced + excluded.unpriced");
    if (!upsert)
        return upsert.error();
    for (const auto &[k, sums] : m_days) {
        const Usage &usage = sums.usage;
        upsert->bindAll(k.day, k.key, k.team, k.route, k.model, k.provider, sums.requests,
                        sums.errors, usage.promptTokens, usage.cachedTokens, usage.cacheWriteTokens,
                        usage.completionTokens, usage.reasoningTokens, sums.cost, sums.listCost,
                        sums.unpriced);
        if (const Result<void> done = upsert->run(); !done)
            return done;
    }
    return {};
}

Result<void> Rollups::storeProviders(Store::Database &database) const
{
    auto upsert = database.prepare(
        "INSERT INTO roll_hour_provider VALUES(?,?,?,?,?)"
        " ON CONFLICT DO UPDATE SET answered = answered + excluded.answered,"
        " failed = failed + excluded.failed, outside = outside + excluded.outside");
    if (!upsert)
        return upsert.error();
    for (const auto &[k, sums] : m_providers) {
        upsert->bindAll(k.first, k.second, sums.answered, sums.failed, sums.outside);
        if (const Result<void> done = upsert->run(); !done)
            return done;
    }
    return {};
}

Result<void> Rollups::storeLatency(Store::Database &database) const
{
    auto upsert =
        database.prepare("INSERT INTO hist_hour_model VALUES(?,?,?,?,?,?,?)"
                         " ON CONFLICT DO UPDATE SET requests = requests + excluded.requests");
    if (!upsert)
        return upsert.error();
    for (const auto &[k, count] : m_latency) {
        upsert->bindAll(k.hour, k.model, k.provider, k.route, k.detail / bucketsPerKind,
                        k.detail % bucketsPerKind, count);
        if (const Result<void> done = upsert->run(); !done)
            return done;
    }
    return {};
}

Result<void> Rollups::storeKeyUse(Store::Database &database) const
{
    auto upsert = database.prepare("INSERT INTO key_use VALUES(?,?,?) ON CONFLICT DO UPDATE SET"
                                   " ts = excluded.ts, client = excluded.client"
                                   " WHERE excluded.ts >= ts");
    if (!upsert)
        return upsert.error();
    for (const auto &[key, use] : m_keyUse) {
        upsert->bindAll(key, use.ts, use.client);
        if (const Result<void> done = upsert->run(); !done)
            return done;
    }
    return {};
}

} // namespace Gatehouse::Ledger
