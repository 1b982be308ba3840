// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/rollups.h"

#include <algorithm>
#include <map>

namespace Gatehouse::Ledger {

namespace {

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

} // namespace

void Rollups::add(const RequestRecord &record)
{
    const qint64 ts = toUs(record.time);
    const qint64 day = m_calendar.dayOf(ts);
    addAt(record, ts / usPerHour, day);
    addToSlot(record);
    addToKey(record, day);
}

void Rollups::addToHours(const RequestRecord &record)
{
    addAt(record, toUs(record.time) / usPerHour, none);
    addToSlot(record);
}

void Rollups::addToDays(const RequestRecord &record)
{
    const qint64 day = m_calendar.dayOf(toUs(record.time));
    addAt(record, none, day);
    addToKey(record, day);
}

void Rollups::addCopy(const RequestRecord &record, qint64 hour, qint64 day)
{
    if (hour == none)
        return;
    const auto kind = static_cast<size_t>(classOf(record));
    ClassSums &sums =
        m_cells.at(hour, day, record.model, record.provider, routeOf(record)).classes[kind];
    sums.tokensIn += record.usage.promptTokens;
    sums.tokensOut += record.usage.completionTokens;
    sums.cost += ownCost(record);
}

void Rollups::addAt(const RequestRecord &record, qint64 hour, qint64 day)
{
    if (record.isCopy()) {
        addCopy(record, hour, day);
        return;
    }
    Cell &cell = m_cells.at(hour, day, record.model, record.provider, record.route);
    if (hasLatency(record))
        addTimes(record, cell.histogram);
    if (hour == none)
        return;
    const auto kind = static_cast<int>(classOf(record));
    addToClass(record, cell.classes[static_cast<size_t>(kind)]);
    if (hasLatency(record))
        addPhases(record, cell);
    count(cell, Counted::Requests, record.outcome, kind);
    addAttempts(record, hour, day);
}

void Rollups::addToClass(const RequestRecord &record, ClassSums &sums)
{
    ++sums.requests;
    sums.tokensIn += record.usage.promptTokens;
    sums.tokensOut += record.usage.completionTokens;
    sums.cost += ownCost(record);
    sums.unpriced += isUnpriced(record) ? 1 : 0;
    if (hasFirstToken(record) && record.totalUs > record.firstTokenUs) {
        sums.streamTokens += record.usage.completionTokens;
        sums.streamUs += record.totalUs - record.firstTokenUs;
    }
}

void Rollups::addTimes(const RequestRecord &record, Histogram &histogram)
{
    const auto count = [&](LatencyKind kind, qint64 value) {
        ++histogram[static_cast<size_t>(static_cast<int>(kind) * latencyBuckets + bucketOf(value))];
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

void Rollups::addPhases(const RequestRecord &record, Cell &cell)
{
    const bool streamed = hasFirstToken(record);
    LatencySums &sums = cell.latency[streamed ? 1 : 0];
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

void Rollups::addAttempts(const RequestRecord &record, qint64 hour, qint64 day)
{
    const AttemptRecord *before = nullptr;
    for (const AttemptRecord &attempt : record.attempts) {
        Cell &cell = m_cells.at(hour, day, attempt.model, attempt.provider, record.route);
        const auto kind = static_cast<int>(classOf(attempt));
        ++cell.attempts[static_cast<size_t>(kind)];
        if (attempt.cost)
            cell.classes[static_cast<size_t>(classOf(record))].cost += attempt.cost->nanoUsd;
        count(cell, Counted::Attempts, attempt.result, kind);
        if (before) {
            const bool same =
                attempt.provider == before->provider && attempt.model == before->model;
            count(cell, same ? Counted::Retries : Counted::Fallbacks, attempt.result,
                  static_cast<int>(AttemptClass::Failed));
        } else if (record.outcome == Outcome::Ok && record.attempts.size() > 1) {
            count(cell, Counted::Rescued, attempt.result, static_cast<int>(AttemptClass::Failed));
        }
        before = &attempt;
    }
}

void Rollups::count(Cell &cell, Counted counted, Outcome outcome, int kind)
{
    for (OutcomeCount &known : cell.outcomes) {
        if (known.counted == counted && known.outcome == outcome && known.kind == kind) {
            ++known.count;
            return;
        }
    }
    cell.outcomes.push_back({counted, outcome, kind, 1});
}

void Rollups::addUsage(const RequestRecord &record, DaySums &sums)
{
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
    sums.cacheSaved += record.cacheSaved.nanoUsd;
    ++sums.requests;
    sums.errors += kind == RequestClass::Failed || kind == RequestClass::CallerMistake ? 1 : 0;
    sums.unpriced += isUnpriced(record) ? 1 : 0;
}

void Rollups::addToKey(const RequestRecord &record, qint64 day)
{
    for (const AttemptRecord &attempt : record.attempts) {
        if (attempt.cost)
            m_days.at(day, record.keyId, record.team, record.route, attempt.model, attempt.provider)
                .cost += attempt.cost->nanoUsd;
    }
    DaySums &sums =
        m_days.at(day, record.keyId, record.team, routeOf(record), record.model, record.provider);
    addUsage(record, sums);
    if (record.isCopy() || record.keyId.isEmpty())
        return;
    sums.lastUse = std::max(sums.lastUse, toUs(record.time));
    if (sums.lastUse == toUs(record.time))
        sums.lastClient = record.clientAddress;
}

void Rollups::addToSlot(const RequestRecord &record)
{
    const qint64 slot = toUs(record.time) / usPerSlot;
    for (const AttemptRecord &attempt : record.attempts) {
        if (attempt.cost)
            m_slots.at(slot, record.team, record.route, attempt.model, attempt.provider).cost +=
                attempt.cost->nanoUsd;
    }
    addUsage(record, m_slots.at(slot, record.team, routeOf(record), record.model, record.provider));
}

void Rollups::clear()
{
    m_cells.clear();
    m_days.clear();
    m_slots.clear();
}

Result<void> Rollups::store(Store::Database &database)
{
    using Step = Result<void> (Rollups::*)(Store::Database &) const;
    for (const Step step : {&Rollups::storeHours, &Rollups::storeSlots, &Rollups::storeDays,
                            &Rollups::storeProviders, &Rollups::storeLatency, &Rollups::storePhases,
                            &Rollups::storeOutcomes, &Rollups::storeKeyUse}) {
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
    for (const auto &[k, cell] : m_cells) {
        for (size_t kind = 0; kind < requestClasses; ++kind) {
            const ClassSums &sums = cell.classes[kind];
            if (sums == ClassSums{})
                continue;
            upsert->bindAll(k.hour, k.model, k.provider, k.route, kind, sums.requests,
                            sums.tokensIn, sums.tokensOut, sums.cost, sums.unpriced,
                            sums.streamTokens, sums.streamUs);
            if (const Result<void> done = upsert->run(); !done)
                return done;
        }
    }
    return {};
}

namespace {

//! The statement that adds sums of usage to \a table, which has \a names columns before them.
QByteArray addingUsage(const char *table, int names)
{
    QByteArray marks = QByteArray("?,").repeated(names + 11);
    marks.chop(1);
    return QByteArray("INSERT INTO ") + table + " VALUES(" + marks
        + ") ON CONFLICT DO UPDATE SET requests = requests + excluded.requests,"
          " errors = errors + excluded.errors, tokens_in = tokens_in + excluded.tokens_in,"
          " tokens_cached = tokens_cached + excluded.tokens_cached,"
          " tokens_cache_write = tokens_cache_write + excluded.tokens_cache_write,"
          " tokens_out = tokens_out + excluded.tokens_out,"
          " tokens_reasoning = tokens_reasoning + excluded.tokens_reasoning,"
          " cost = cost + excluded.cost, list_cost = list_cost + excluded.list_cost,"
          " unpriced = unpriced + excluded.unpriced,"
          " cache_saved = cache_saved + excluded.cache_saved";
}

} // namespace

void Rollups::addTo(DaySums &all, const DaySums &more)
{
    all.requests += more.requests;
    all.errors += more.errors;
    all.usage.promptTokens += more.usage.promptTokens;
    all.usage.cachedTokens += more.usage.cachedTokens;
    all.usage.cacheWriteTokens += more.usage.cacheWriteTokens;
    all.usage.completionTokens += more.usage.completionTokens;
    all.usage.reasoningTokens += more.usage.reasoningTokens;
    all.cost += more.cost;
    all.listCost += more.listCost;
    all.unpriced += more.unpriced;
    all.cacheSaved += more.cacheSaved;
}

Result<void> Rollups::storeSlots(Store::Database &database) const
{
    auto upsert = database.prepare(addingUsage("roll_slot_model", 5));
    if (!upsert)
        return upsert.error();
    for (const auto &[k, sums] : m_slots) {
        const Usage &usage = sums.usage;
        upsert->bindAll(k.slot, k.team, k.route, k.model, k.provider, sums.requests, sums.errors,
                        usage.promptTokens, usage.cachedTokens, usage.cacheWriteTokens,
                        usage.completionTokens, usage.reasoningTokens, sums.cost, sums.listCost,
                        sums.unpriced, sums.cacheSaved);
        if (const Result<void> done = upsert->run(); !done)
            return done;
    }
    return {};
}

Result<void> Rollups::storeWeeks(Store::Database &database,
                                 const std::map<std::pair<qint64, QByteArray>, DaySums> &weeks)
{
    auto upsert = database.prepare(
        "INSERT INTO roll_week_key VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT DO UPDATE SET requests = requests + excluded.requests,"
        " errors = errors + excluded.errors, tokens_in = tokens_in + excluded.tokens_in,"
        " tokens_cached = tokens_cached + excluded.tokens_cached,"
        " tokens_cache_write = tokens_cache_write + excluded.tokens_cache_write,"
        " tokens_out = tokens_out + excluded.tokens_out, cost = cost + excluded.cost,"
        " unpriced = unpriced + excluded.unpriced,"
        " tokens_reasoning = tokens_reasoning + excluded.tokens_reasoning,"
        " cache_saved = cache_saved + excluded.cache_saved");
    if (!upsert)
        return upsert.error();
    for (const auto &[place, sums] : weeks) {
        const Usage &usage = sums.usage;
        upsert->bindAll(place.first, place.second, sums.requests, sums.errors, usage.promptTokens,
                        usage.cachedTokens, usage.cacheWriteTokens, usage.completionTokens,
                        sums.cost, sums.unpriced, usage.reasoningTokens, sums.cacheSaved);
        if (const Result<void> done = upsert->run(); !done)
            return done;
    }
    return {};
}

Result<void> Rollups::storeDays(Store::Database &database) const
{
    auto byKey = database.prepare(addingUsage("roll_day_key", 6));
    auto byModel = database.prepare(addingUsage("roll_day_model", 5));
    if (!byKey || !byModel)
        return byKey ? byModel.error() : byKey.error();
    std::map<std::tuple<qint64, QByteArray, QByteArray, QByteArray, QByteArray>, DaySums> models;
    std::map<std::pair<qint64, QByteArray>, DaySums> weeks;
    for (const auto &[k, sums] : m_days) {
        const Usage &usage = sums.usage;
        byKey->bindAll(k.day, k.key, k.team, k.route, k.model, k.provider, sums.requests,
                       sums.errors, usage.promptTokens, usage.cachedTokens, usage.cacheWriteTokens,
                       usage.completionTokens, usage.reasoningTokens, sums.cost, sums.listCost,
                       sums.unpriced, sums.cacheSaved);
        if (const Result<void> done = byKey->run(); !done)
            return done;
        addTo(models[{k.day, k.team, k.route, k.model, k.provider}], sums);
        addTo(weeks[{DayCalendar::weekOf(k.day), k.key}], sums);
    }
    if (const Result<void> done = storeWeeks(database, weeks); !done)
        return done;
    for (const auto &[key, sums] : models) {
        const auto &[day, team, route, model, provider] = key;
        const Usage &usage = sums.usage;
        byModel->bindAll(day, team, route, model, provider, sums.requests, sums.errors,
                         usage.promptTokens, usage.cachedTokens, usage.cacheWriteTokens,
                         usage.completionTokens, usage.reasoningTokens, sums.cost, sums.listCost,
                         sums.unpriced, sums.cacheSaved);
        if (const Result<void> done = byModel->run(); !done)
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
    for (const auto &[k, cell] : m_cells) {
        const auto &[answered, failed, outside] = cell.attempts;
        if (answered + failed + outside == 0)
            continue;
        upsert->bindAll(k.hour, k.provider, answered, failed, outside);
        if (const Result<void> done = upsert->run(); !done)
            return done;
    }
    return {};
}

Result<void> Rollups::storeLatency(Store::Database &database) const
{
    for (const auto &[table, moment] :
         {std::pair{"hist_hour_model", &Place::hour}, std::pair{"hist_day_model", &Place::day}}) {
        auto upsert = database.prepare(
            QByteArray(QByteArray("INSERT INTO ") + table
                       + " VALUES(?,?,?,?,?,?,?)"
                         " ON CONFLICT DO UPDATE SET requests = requests + excluded.requests"));
        if (!upsert)
            return upsert.error();
        for (const auto &[k, cell] : m_cells) {
            for (size_t i = 0; k.*moment != none && i < cell.histogram.size(); ++i) {
                if (cell.histogram[i] == 0)
                    continue;
                upsert->bindAll(k.*moment, k.model, k.provider, k.route, i / latencyBuckets,
                                i % latencyBuckets, cell.histogram[i]);
                if (const Result<void> done = upsert->run(); !done)
                    return done;
            }
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
    for (const auto &[k, cell] : m_cells) {
        for (const bool streamed : {false, true}) {
            const LatencySums &sums = cell.latency[streamed ? 1 : 0];
            if (sums.requests == 0)
                continue;
            const Phases &p = sums.phases;
            upsert->bindAll(k.hour, k.model, k.provider, k.route, streamed, sums.requests, p.queue,
                            p.earlier, p.connect, p.firstToken, p.streaming, sums.mostTotal,
                            sums.mostFirst, sums.mostGateway, sums.leastSpeed);
            if (const Result<void> done = upsert->run(); !done)
                return done;
        }
    }
    return {};
}

Result<void> Rollups::storeOutcomes(Store::Database &database) const
{
    auto upsert = database.prepare("INSERT INTO roll_hour_outcome VALUES(?,?,?,?,?,?,?,?)"
                                   " ON CONFLICT DO UPDATE SET n = n + excluded.n");
    if (!upsert)
        return upsert.error();
    for (const auto &[k, cell] : m_cells) {
        for (const OutcomeCount &sum : cell.outcomes) {
            upsert->bindAll(k.hour, static_cast<int>(sum.counted), k.model, k.provider, k.route,
                            outcomeName(sum.outcome), sum.kind, sum.count);
            if (const Result<void> done = upsert->run(); !done)
                return done;
        }
    }
    return {};
}

Result<void> Rollups::storeKeyUse(Store::Database &database) const
{
    auto upsert = database.prepare("INSERT INTO key_use VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET"
                                   " client = iif(excluded.ts >= ts, excluded.client, client),"
                                   " ts = max(ts, excluded.ts), cost = cost + excluded.cost,"
                                   " requests = requests + excluded.requests");
    if (!upsert)
        return upsert.error();
    for (const auto &[k, sums] : m_days) {
        if (k.key.isEmpty())
            continue;
        upsert->bindAll(k.key, sums.lastUse, sums.lastClient, sums.cost, sums.requests);
        if (const Result<void> done = upsert->run(); !done)
            return done;
    }
    return {};
}

} // namespace Gatehouse::Ledger
