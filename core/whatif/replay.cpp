// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whatif/replay.h"

#include "core/ledger/requestrows.h"
#include "core/ledger/rowquery.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gatehouse::WhatIf {

namespace {

using Ledger::RequestRecord;

constexpr int mostRedirections = 3;

//! It reached a provider and what it used is known.
bool wasServed(const RequestRecord &record)
{
    return !record.provider.isEmpty() && record.usage.known && record.cache != "hit";
}

QJsonValue text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

void insertPlace(QJsonObject &object, const Place &place)
{
    object.insert(u"provider"_s, text(place.provider));
    object.insert(u"model"_s, text(place.model));
}

} // namespace

Replay::Replay(Compiled before, Compiled after, WallTime from)
    : m_before((m_clock.set(from), std::move(before)), m_clock)
    , m_after(std::move(after), m_clock)
    , m_from(from)
    , m_readsFrom(std::min(m_before.countsFrom(from), m_after.countsFrom(from)))
    , m_calendar(QTimeZone::utc())
{
}

void Replay::add(const RequestRecord &record, bool counts)
{
    m_clock.set(record.time);
    if (record.time < m_from || !counts) {
        m_before.chargeOnly(record, record.cost.value_or(Money()));
        m_after.chargeOnly(record, record.cost.value_or(Money()));
        return;
    }
    ++m_requests;
    if (!wasServed(record)) {
        keep(record);
        return;
    }
    ++m_replayed;
    Outcome outcome = outcomeOf(record);
    settle(record, outcome);
    count(record, outcome);
}

//! What had no provider, or came from the cache, is as it was.
void Replay::keep(const RequestRecord &record)
{
    const Money cost = record.cost.value_or(Money());
    m_costBefore += cost;
    m_costAfter += cost;
    if (Ledger::isUnpriced(record)) {
        ++m_unpricedBefore;
        ++m_unpricedAfter;
    }
    if (record.provider.isEmpty())
        return;
    Sums &sums = sumsOf({record.provider, record.model});
    ++sums.requestsBefore;
    ++sums.requestsAfter;
    book({record.provider, record.model}, record.time, cost, cost);
}

void Replay::book(const Place &place, WallTime time, Money before, Money after)
{
    Sums &sums = sumsOf(place);
    sums.before += before.nanoUsd;
    sums.after += after.nanoUsd;
    auto &day = m_days[{m_calendar.dayOf(Ledger::toUs(time)), place}];
    day.first += before.nanoUsd;
    day.second += after.nanoUsd;
}

void Replay::addCopy(const RequestRecord &copy)
{
    const Place place{copy.provider, copy.model};
    const Money cost = copy.cost.value_or(Money());
    Money after = cost;
    if (m_before.isCopied(copy.route, place) && !m_after.isCopied(copy.route, place))
        after = {};
    else if (!m_after.pricesAlike(m_before, place, copy.time))
        after = m_after.costAt(copy, place).value_or(Money());
    RequestRecord nobodys = copy; // the budgets of its provider and of the gateway know it
    nobodys.route.clear();
    const bool isBefore = copy.time < m_from;
    m_before.chargeOnly(nobodys, cost);
    m_after.chargeOnly(nobodys, isBefore ? cost : after);
    if (isBefore)
        return;
    m_costBefore += cost;
    m_costAfter += after;
    book(place, copy.time, cost, after);
}

Replay::Outcome Replay::outcomeOf(const RequestRecord &record)
{
    const Place real{record.provider, record.model};
    const Decision before = m_before.decide(record);
    Outcome outcome{.decision = m_after.decide(record), .cost = {}};
    noteUnfit(before, outcome.decision);
    const bool sameEnd =
        before.place == outcome.decision.place || (before.place.isEmpty() && !before.why.isEmpty());
    const bool realGone =
        m_before.hasProvider(real.provider) && !m_after.hasProvider(real.provider);
    outcome.moved = !sameEnd || (realGone && !outcome.decision.place.isEmpty());
    if (!outcome.moved)
        outcome.decision.place = real;
    return outcome;
}

//! Limits and budgets of both sides. What would have been refused before, too, but was not, is
//! refused by neither.
void Replay::settle(const RequestRecord &record, Outcome &outcome)
{
    const Place real{record.provider, record.model};
    const World::Toll usual = m_before.charge(record, {.place = real, .route = record.route},
                                              record.cost.value_or(Money()));
    if (outcome.decision.place.isEmpty())
        return; // refused already
    for (int i = 0; i <= mostRedirections; ++i) {
        const Place &place = outcome.decision.place;
        const bool asBefore = place == real && m_after.pricesAlike(m_before, place, record.time);
        outcome.cost = asBefore ? record.cost : m_after.costAt(record, place);
        outcome.isSizeMissing = !asBefore && m_after.isSizeMissing(record, place);
        if (!outcome.moved)
            outcome.decision.route = record.route;
        const World::Toll toll =
            m_after.charge(record, outcome.decision, outcome.cost.value_or(Money()));
        const bool isNew = usual.refusedBy.isEmpty() && usual.redirectedTo.isEmpty();
        if (!isNew || (toll.refusedBy.isEmpty() && toll.redirectedTo.isEmpty()))
            return;
        if (!toll.refusedBy.isEmpty() || i == mostRedirections) {
            outcome.decision = {.place = {},
                                .why = toll.refusedBy.isEmpty() ? QByteArray("no_target")
                                                                : toll.refusedBy};
            return;
        }
        outcome.decision = m_after.decide(record, toll.redirectedTo);
        outcome.moved = outcome.decision.place != real;
        if (outcome.decision.place.isEmpty())
            return;
    }
}

void Replay::noteUnfit(const Decision &before, const Decision &after)
{
    for (const auto &unfit : after.unfit) {
        const bool isNew = std::ranges::find(before.unfit, unfit) == before.unfit.end();
        if (isNew)
            ++m_blocked[unfit];
    }
}

void Replay::refuse(const QByteArray &why)
{
    ++m_refused;
    ++m_refusals[why];
}

void Replay::count(const RequestRecord &record, const Outcome &outcome)
{
    const Place real{record.provider, record.model};
    const Money costBefore = record.cost.value_or(Money());
    const qint64 day = m_calendar.dayOf(Ledger::toUs(record.time));
    m_costBefore += costBefore;
    m_unpricedBefore += Ledger::isUnpriced(record) ? 1 : 0;
    Sums &old = sumsOf(real);
    ++old.requestsBefore;
    old.before += costBefore.nanoUsd;
    m_days[{day, real}].first += costBefore.nanoUsd;
    if (record.outcome == Ledger::Outcome::Ok) {
        old.times.addBucket(Ledger::bucketOf(record.totalUs), 1);
        old.timeSum += record.totalUs;
        ++old.timed;
    }
    if (outcome.decision.place.isEmpty()) {
        refuse(outcome.decision.why);
        return;
    }
    const Money costAfter = outcome.cost.value_or(Money());
    m_costAfter += costAfter;
    const bool unpriced = outcome.decision.place == real && !outcome.moved
        ? !outcome.cost && Ledger::isUnpriced(record)
        : !outcome.cost;
    m_unpricedAfter += unpriced ? 1 : 0;
    m_unsized += outcome.isSizeMissing ? 1 : 0;
    Sums &next = sumsOf(outcome.decision.place);
    ++next.requestsAfter;
    next.after += costAfter.nanoUsd;
    m_days[{day, outcome.decision.place}].second += costAfter.nanoUsd;
    if (outcome.decision.place == real) {
        ++m_stayed;
        m_stayedTime += record.totalUs;
        return;
    }
    ++m_moved;
    ++next.movedHere;
    m_movedTime += record.totalUs;
    Move &move = m_moves[{real, outcome.decision.place}];
    ++move.requests;
    move.delta += costAfter.nanoUsd - costBefore.nanoUsd;
}

//! Mean time of an answer; of a request that moved the mean measured at its new place.
QJsonObject Replay::latencyJson() const
{
    double after = double(m_stayedTime);
    qint64 unknown = 0;
    for (const auto &[place, sums] : m_models) {
        if (sums.timed >= Ledger::Distribution::fewSamples)
            after += double(sums.timeSum) / double(sums.timed) * double(sums.movedHere);
        else
            unknown += sums.movedHere;
    }
    const qint64 before = m_stayed + m_moved;
    const qint64 known = before - unknown;
    const auto milliseconds = [](double us, qint64 requests) {
        return requests > 0 ? QJsonValue(us / double(requests) / 1000) : QJsonValue();
    };
    return {{u"before_ms"_s, milliseconds(double(m_stayedTime + m_movedTime), before)},
            {u"after_ms"_s, milliseconds(after, known)},
            {u"unknown"_s, unknown}};
}

QJsonObject Replay::result() const
{
    QJsonArray models;
    for (const auto &[place, sums] : m_models) {
        QJsonObject item{{u"requests_before"_s, sums.requestsBefore},
                         {u"requests_after"_s, sums.requestsAfter},
                         {u"cost_before_nano_usd"_s, sums.before},
                         {u"cost_after_nano_usd"_s, sums.after},
                         {u"typical_ms"_s, sums.times.milliseconds(0.5)},
                         {u"slow_ms"_s, sums.times.milliseconds(0.95)}};
        insertPlace(item, place);
        models.append(item);
    }
    QJsonArray days;
    for (const auto &[key, costs] : m_days) {
        QJsonObject item{{u"day"_s, Ledger::DayCalendar::date(key.first).toString(Qt::ISODate)},
                         {u"before_nano_usd"_s, costs.first},
                         {u"after_nano_usd"_s, costs.second}};
        insertPlace(item, key.second);
        days.append(item);
    }
    QJsonArray moves;
    for (const auto &[key, move] : m_moves)
        moves.append(QJsonObject{{u"from"_s, text(key.first.text())},
                                 {u"to"_s, text(key.second.text())},
                                 {u"requests"_s, move.requests},
                                 {u"delta_nano_usd"_s, move.delta}});
    QJsonArray refusals;
    for (const auto &[why, requests] : m_refusals) {
        const QString whole = QString::fromUtf8(why);
        refusals.append(QJsonObject{{u"reason"_s, whole.section(u' ', 0, 0)},
                                    {u"scope"_s, whole.section(u' ', 1)},
                                    {u"requests"_s, requests}});
    }
    QJsonArray blocked;
    for (const auto &[key, requests] : m_blocked) {
        QJsonObject item{{u"reason"_s, text(key.first)}, {u"requests"_s, requests}};
        insertPlace(item, key.second);
        blocked.append(item);
    }
    QJsonArray assumptions{u"tokens_as_measured"_s, u"stays_unless_changed"_s, u"no_load"_s,
                           u"refused_stay_refused"_s, u"headers_unknown"_s};
    if (m_unsized > 0)
        assumptions.append(u"pictures_of_any_size"_s);
    return {{u"requests"_s, m_requests},
            {u"replayed"_s, m_replayed},
            {u"unserved"_s, m_requests - m_replayed},
            {u"moved"_s, m_moved},
            {u"refused"_s, m_refused},
            {u"cost_before_nano_usd"_s, m_costBefore.nanoUsd},
            {u"cost_after_nano_usd"_s, m_costAfter.nanoUsd},
            {u"delta_nano_usd"_s, m_costAfter.nanoUsd - m_costBefore.nanoUsd},
            {u"unpriced_before"_s, m_unpricedBefore},
            {u"unpriced_after"_s, m_unpricedAfter},
            {u"models"_s, models},
            {u"days"_s, days},
            {u"moves"_s, moves},
            {u"refusals"_s, refusals},
            {u"blocked"_s, blocked},
            {u"latency"_s, latencyJson()},
            {u"pictures_of_unknown_size"_s, m_unsized},
            {u"assumptions"_s, assumptions}};
}

double Traffic::progress() const
{
    const auto whole = static_cast<double>(Ledger::toUs(m_until) - m_begin);
    return m_ts == 0 || whole <= 0
        ? 0
        : std::clamp(static_cast<double>(m_ts - m_begin) / whole, 0.0, 1.0);
}

Result<bool> Traffic::feed(Store::Database &database, Replay &replay)
{
    if (m_ts == 0)
        m_ts = m_begin = m_copiesTs = Ledger::toUs(replay.readsFrom());
    const QByteArray sql = "SELECT " + Ledger::requestColumns().toByteArray() + ", ("
        + m_filter.sql()
        + ") FROM requests WHERE ts >= ? AND (ts, n) > (?, ?) AND ts < ? ORDER BY ts, n LIMIT ?";
    auto select = database.prepare(sql);
    if (!select)
        return select.error();
    int place = m_filter.bind(*select, 1);
    for (const qint64 value : {m_ts, m_ts, m_row, Ledger::toUs(m_until), qint64(pieceSize)})
        select->bind(place++, value);
    for (int rows = 0;; ++rows) {
        const Result<bool> found = select->step();
        if (!found)
            return found.error();
        if (!*found) {
            const bool isLast = rows < pieceSize;
            const qint64 until = isLast ? Ledger::toUs(m_until) : m_ts;
            if (const auto copies = feedCopies(database, replay, until); !copies)
                return copies.error();
            return !isLast;
        }
        RequestRecord record = Ledger::recordFrom(*select);
        m_ts = Ledger::toUs(record.time);
        m_row = select->integer(0);
        if (const auto read = Ledger::readDetails(database, m_row, record); !read)
            return read.error();
        replay.add(record, select->integer(select->columnCount() - 1) != 0);
    }
}

//! Copies have neither key nor tags: of a part of the traffic it is not known which are its.
Result<void> Traffic::feedCopies(Store::Database &database, Replay &replay, qint64 until)
{
    if (m_filter.hasCondition())
        return {};
    const auto add = [&replay](const Store::Statement &row) {
        replay.addCopy(Ledger::copyFrom(row));
    };
    const qint64 from = std::exchange(m_copiesTs, until);
    const QByteArray sql = "SELECT " + Ledger::copyColumns().toByteArray()
        + " FROM copies WHERE ts >= ? AND ts < ? ORDER BY ts";
    return Ledger::query(database, sql, add, from, until);
}

} // namespace Gatehouse::WhatIf
