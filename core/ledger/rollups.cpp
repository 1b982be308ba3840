// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/rollups.h"

#include <algorithm>

namespace Gatehouse::Ledger {

namespace {

constexpr int bucketsPerKind = 256; //!< ln of the largest 64-bit number times 4 is 175

bool hasLatency(const RequestRecord &record)
{
    return record.outcome == Outcome::Ok && record.cache != "hit";
}

bool hasFirstToken(const RequestRecord &record)
{
    return record.streamed && record.firstTokenUs >= 0;
}

//! What the target that served was paid.
qint64 ownCost(const RequestRecord &record)
{
    return record.cost ? (*record.cost - record.costOfUnused()).nanoUsd : 0;
}

//! A copy is no request of its route.
QByteArray routeOf(const RequestRecord &record)
{
    return record.isCopy() ? QByteArray() : record.route;
}

//! Adds the record's times to \a sums under \a moment, an hour or a day.
template <typename Sums, typename Key>
void addLatency(const RequestRecord &record, Sums &sums, Key key)
{
    if (!hasLatency(record))
        return;
    const auto count = [&](LatencyKind kind, qint64 value) {
        key.detail = static_cast<int>(kind) * bucketsPerKind + bucketOf(value);
        ++sums[key];
    };
    count(LatencyKind::Total, record.totalUs);
    count(LatencyKind::Gateway, record.gatewayUs);
    if (!hasFirstToken(record))
        return;
    count(LatencyKind::FirstToken, record.firstTokenUs);
    count(LatencyKind::StreamedTotal, record.totalUs);
    if (const std::optional<qint64> speed = speedOf(record))
        count(LatencyKind::Speed, *speed);
}

} // namespace

void Rollups::addToHours(const RequestRecord &record)
{
    const qint64 hour = toUs(record.time) / usPerHour;
    addHour(record, hour);
    if (record.isCopy())
        return;
    addUnusedToHour(record, hour);
    addAttempts(record, hour);
    addLatency(record, m_latency, HourKey{hour, record.model, record.provider, record.route, 0});
    addPhases(record, hour);
    addOutcomes(record, hour);
}

void Rollups::addHour(const RequestRecord &record, qint64 hour)
{
    HourSums &sums = m_hours[{hour, record.model, record.provider, routeOf(record),
                              static_cast<int>(classOf(record))}];
    sums.tokensIn += record.usage.promptTokens;
    sums.tokensOut += record.usage.completionTokens;
    sums.cost += ownCost(record);
    if (record.isCopy())
        return;
    ++sums.requests;
    sums.unpriced += isUnpriced(record) ? 1 : 0;
    if (record.streamed && record.firstTokenUs >= 0 && record.totalUs > record.firstTokenUs) {
        sums.streamTokens += record.usage.completionTokens;
        sums.streamUs += record.totalUs - record.firstTokenUs;
    }
}

//! An answer that nobody got is its own provider's spending.
void Rollups::addUnusedToHour(const RequestRecord &record, qint64 hour)
{
    for (const AttemptRecord &attempt : record.attempts) {
        if (attempt.cost)
            m_hours[{hour, attempt.model, attempt.provider, record.route,
                     static_cast<int>(classOf(record))}]
                .cost += attempt.cost->nanoUsd;
    }
}

void Rollups::addUnusedToDay(const RequestRecord &record, qint64 day)
{
    for (const AttemptRecord &attempt : record.attempts) {
        if (attempt.cost)
            m_days[{day, record.keyId, record.team, record.route, attempt.model, attempt.provider}]
                .cost += attempt.cost->nanoUsd;
    }
}

void Rollups::addToDays(const RequestRecord &record)
{
    const qint64 day = m_calendar.dayOf(toUs(record.time));
    addUnusedToDay(record, day);
    DaySums &sums =
        m_days[{day, record.keyId, record.team, routeOf(record), record.model, record.provider}];
    const RequestClass kind = classOf(record);
    sums.usage.promptTokens += record.usage.promptTokens;
    sums.usage.cachedTokens += record.usage.cachedTokens;
    sums.usage.cacheWriteTokens +=
        record.usage.cacheWriteTokens + record.usage.cacheWriteHourTokens;
    sums.usage.completionTokens += record.usage.completionTokens;
    sums.usage.reasoningTokens += record.usage.reasoningTokens;
    sums.cost += ownCost(record);
    sums.listCost += record.listCost ? record.listCost->nanoUsd : 0;
    if (record.isCopy())
        return;
    ++sums.requests;
    sums.errors += kind == RequestClass::Failed || kind == RequestClass::CallerMistake ? 1 : 0;
    sums.unpriced += isUnpriced(record) ? 1 : 0;
    addLatency(record, m_dayLatency,
               HourKey{m_calendar.dayOf(toUs(record.time)), record.model, record.provider,
                       record.route, 0});
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

void Rollups::addPhases(const RequestRecord &record, qint64 hour)
{
    if (!hasLatency(record))
        return;
    const bool streamed = hasFirstToken(record);
    LatencySums &sums =
        m_phases[{hour, record.model, record.provider, record.route, streamed ? 1 : 0}];
    const Phases phases = phasesOf(record);
    ++sums.requests;
    sums.phases.queue += phases.queue;
    sums.phases.earlier += phases.earlier;
    sums.phases.connect += phases.connect;
    sums.phases.firstToken += phases.firstToken;
    sums.phases.streaming += phases.streaming;
    sums.mostTotal = std::max(sums.mostTotal, record.totalUs);
    sums.mostFirst = std::max(sums.mostFirst, streamed ? record.firstTokenUs : 0);
    sums.mostGateway = std::max(sums.mostGateway, record.gatewayUs);
    const qint64 speed = streamed ? speedOf(record).value_or(0) : 0;
    if (speed > 0 && (sums.leastSpeed == 0 || speed < sums.leastSpeed))
        sums.leastSpeed = speed;
}

void Rollups::addOutcomes(const RequestRecord &record, qint64 hour)
{
    const auto count = [&](Counted counted, const auto &at, Outcome outcome, auto kind) {
        ++m_outcomes[{hour, at.model, at.provider, record.route, static_cast<int>(counted), outcome,
                      static_cast<int>(kind)}];
    };
    count(Counted::Requests, record, record.outcome, classOf(record));
    const AttemptRecord *before = nullptr;
    for (const AttemptRecord &attempt : record.attempts) {
        count(Counted::Attempts, attempt, attempt.result, classOf(attempt));
        if (before) {
            const bool same =
                attempt.provider == before->provider && attempt.model == before->model;
            count(same ? Counted::Retries : Counted::Fallbacks, attempt, attempt.result,
                  AttemptClass::Failed);
        }
        before = &attempt;
    }
    if (record.outcome == Outcome::Ok && record.attempts.size() > 1)
        count(Counted::Rescued, record.attempts.front(), record.attempts.front().result,
              AttemptClass::Failed);
}

void Rollups::clear()
{
    m_hours.clear();
    m_days.clear();
    m_providers.clear();
    m_latency.clear();
    m_dayLatency.clear();
    m_phases.clear();
    m_outcomes.clear();
    m_keyUse.clear();
}

Result<void> Rollups::store(Store::Database &database)
{
    using Step = Result<void> (Rollups::*)(Store::Database &) const;
    for (const Step step : {&Rollups::storeHours, &Rollups::storeDays, &Rollups::storeProviders,
                            &Rollups::storeLatency, &Rollups::storePhases, &Rollups::storeOutcomes,
                            &Rollups::storeKeyUse}) {
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
    for (const auto &[table, sums] :
         {std::pair{"hist_hour_model", &m_latency}, std::pair{"hist_day_model", &m_dayLatency}}) {
        auto upsert = database.prepare(
            QByteArray(QByteArray("INSERT INTO ") + table
                       + " VALUES(?,?,?,?,?,?,?)"
                         " ON CONFLICT DO UPDATE SET requests = requests + excluded.requests"));
        if (!upsert)
            return upsert.error();
        for (const auto &[k, count] : *sums) {
            upsert->bindAll(k.hour, k.model, k.provider, k.route, k.detail / bucketsPerKind,
                            k.detail % bucketsPerKind, count);
            if (const Result<void> done = upsert->run(); !done)
                return done;
        }
    }
    return {};
}

Result<void> Rollups::storePhases(Store::Database &database) const
{
    auto upsert = database.prepare(
        "INSERT INTO roll_hour_latency VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT DO UPDATE SET requests = requests + excluded.requests,"
        " queue_us = queue_us + excluded.queue_us, earlier_us = earlier_us + excluded.earlier_us,"
        " connect_us = connect_us + excluded.connect_us, first_us = first_us + excluded.first_us,"
        " stream_us = stream_us + excluded.stream_us,"
        " max_total = max(max_total, excluded.max_total),"
        " max_first = max(max_first, excluded.max_first),"
        " max_gateway = max(max_gateway, excluded.max_gateway),"
        " min_speed = iif(min_speed = 0 OR excluded.min_speed = 0,"
        "                 max(min_speed, excluded.min_speed),"
        "                 min(min_speed, excluded.min_speed))");
    if (!upsert)
        return upsert.error();
    for (const auto &[k, sums] : m_phases) {
        const Phases &p = sums.phases;
        upsert->bindAll(k.hour, k.model, k.provider, k.route, k.detail, sums.requests, p.queue,
                        p.earlier, p.connect, p.firstToken, p.streaming, sums.mostTotal,
                        sums.mostFirst, sums.mostGateway, sums.leastSpeed);
        if (const Result<void> done = upsert->run(); !done)
            return done;
    }
    return {};
}

Result<void> Rollups::storeOutcomes(Store::Database &database) const
{
    auto upsert = database.prepare("INSERT INTO roll_hour_outcome VALUES(?,?,?,?,?,?,?,?)"
                                   " ON CONFLICT DO UPDATE SET n = n + excluded.n");
    if (!upsert)
        return upsert.error();
    for (const auto &[k, count] : m_outcomes) {
        upsert->bindAll(k.hour, k.counted, k.model, k.provider, k.route, outcomeName(k.outcome),
                        k.kind, count);
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
