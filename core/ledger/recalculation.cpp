// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/recalculation.h"

#include "core/ledger/requestjson.h"
#include "core/ledger/requestrows.h"
#include "core/ledger/rowquery.h"

#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

//! Of the rows that may cost something; what is free of charge costs 0 without a price list.
const QByteArray condition =
    " FROM requests WHERE ts >= ?1 AND ts < ?2 AND (?3 = '' OR provider = ?3)"
    " AND (?4 = '' OR model = ?4) AND (EXISTS(SELECT 1 FROM terms WHERE request = requests.n)"
    " OR (provider <> '' AND usage_known AND NOT (cost IS 0 AND price_version = '')))";

qint64 orZero(const std::optional<Money> &money)
{
    return money ? money->nanoUsd : 0;
}

//! What the target that served was paid.
qint64 ownCost(const RequestRecord &record)
{
    return record.cost ? (*record.cost - record.costOfUnused()).nanoUsd : 0;
}

} // namespace

struct Recalculation::Row {
    qint64 number = 0;
    RequestRecord before;
    RequestRecord after;
};

Recalculation::Recalculation(Options options)
    : m_options(std::move(options))
    , m_calendar(m_options.zone)
{
}

Result<std::unique_ptr<Recalculation>> Recalculation::begin(Options options)
{
    std::unique_ptr<Recalculation> made(new Recalculation(std::move(options)));
    if (const Result<void> opened = made->open(); !opened)
        return opened.error();
    return made;
}

Result<void> Recalculation::open()
{
    auto database =
        Store::Database::open(m_options.path,
                              {.mode = m_options.dryRun ? Store::Database::Mode::ReadOnly
                                                        : Store::Database::Mode::ReadWrite,
                               .applicationId = ledgerApplicationId,
                               .mustExist = true});
    if (!database)
        return database.error();
    m_database = *std::move(database);
    const Result<void> zones =
        query(*m_database, "SELECT ts, zone FROM day_zones ORDER BY ts DESC",
              [this](const Store::Statement &row) {
                  if (const QTimeZone zone(row.text(1)); zone.isValid())
                      m_calendars.emplace_back(row.integer(0), DayCalendar(zone));
              });
    if (!zones)
        return zones;
    return query(
        *m_database, QByteArray("SELECT count(*)" + condition),
        [this](const Store::Statement &row) { m_rows = row.integer(0); }, m_options.sinceUs,
        m_options.untilUs, m_options.provider, m_options.model);
}

Result<std::vector<Recalculation::Row>> Recalculation::read(int rows)
{
    std::vector<Row> found;
    const QByteArray sql =
        "SELECT " + requestColumns().toByteArray() + condition + " AND n > ?5 ORDER BY n LIMIT ?6";
    const Result<void> done = query(
        *m_database, sql,
        [&found](const Store::Statement &row) {
            found.push_back({row.integer(0), recordFrom(row), {}});
        },
        m_options.sinceUs, m_options.untilUs, m_options.provider, m_options.model, m_position,
        rows);
    if (!done)
        return done.error();
    return found;
}

std::optional<PricedCost> Recalculation::priceAt(const QByteArray &provider,
                                                 const QByteArray &model, WallTime time,
                                                 const Usage &usage, const PriceTerms &terms) const
{
    const Price *price = m_options.prices->findAt(provider, model, time);
    if (!price)
        return std::nullopt;
    const double multiplier = m_options.multipliers.value(provider, 1);
    if (price->pictures.empty() || !terms.picture)
        return priceOf(usage, *price, multiplier);
    return priceOf(usage, forPictures(*price, terms.picture->size, terms.picture->quality),
                   multiplier);
}

Result<bool> Recalculation::price(Row &row)
{
    const RequestRecord &before = row.before;
    const PriceTerms terms = PriceTerms::fromText(before.terms).value_or(PriceTerms());
    const Price *price = m_options.prices->findAt(before.provider, before.model, before.time);
    if (price && !price->pictures.empty() && before.usage.images > 0 && !terms.picture)
        return false; // which size and quality they had is not in the books
    const bool isFree = before.provider.isEmpty();
    const auto cost = isFree
        ? std::optional(PricedCost{})
        : priceAt(before.provider, before.model, before.time, before.usage, terms);
    row.after = before;
    row.after.cost = cost ? std::optional(cost->paid) : std::nullopt;
    row.after.listCost = cost && !isFree ? std::optional(cost->list) : std::nullopt;
    row.after.cacheSaved = cost ? cost->cacheSaved : Money();
    row.after.priceVersion = price ? price->version : QByteArray();
    const bool isSame = row.after.cost == before.cost && row.after.listCost == before.listCost;
    if (!terms.unused.empty() || !isSame) { // most rows are the same and need no second look
        if (const Result<void> read = readDetails(*m_database, row.number, row.after); !read)
            return read.error();
        row.before.attempts = row.after.attempts;
    }
    const auto paid = std::ranges::count_if(row.after.attempts, [](const AttemptRecord &attempt) {
        return attempt.cost || attempt.detail.startsWith("hedged");
    });
    if (terms.unused.empty())
        return paid == 0;
    for (const PriceTerms::Unused &unused : terms.unused) {
        if (unused.attempt < 0 || unused.attempt >= qsizetype(row.after.attempts.size()))
            return false;
        AttemptRecord &attempt = row.after.attempts[size_t(unused.attempt)];
        const auto own = priceAt(attempt.provider, attempt.model, before.time, unused.usage, terms);
        attempt.cost = own ? std::optional(own->paid) : std::nullopt;
        if (own && row.after.cost)
            *row.after.cost += own->paid;
        if (own && row.after.listCost)
            *row.after.listCost += own->list;
    }
    return true;
}

Result<bool> Recalculation::step(int rows)
{
    auto found = read(rows);
    if (!found)
        return found.error();
    if (found->empty())
        return false;
    std::optional<Store::Transaction> transaction;
    if (!m_options.dryRun) {
        auto begun = Store::Transaction::begin(*m_database);
        if (!begun)
            return begun.error();
        transaction.emplace(*std::move(begun));
    }
    for (Row &row : *found) {
        ++m_done;
        m_position = row.number;
        const Result<bool> isPriced = price(row);
        if (!isPriced)
            return isPriced.error();
        if (row.after.cost == row.before.cost && row.after.listCost == row.before.listCost) {
            const Result<void> done = *isPriced ? changeSaving(row) : Result<void>();
            if (!done)
                return done.error();
            continue;
        }
        if (!*isPriced) {
            ++m_kept;
            continue;
        }
        if (const Result<void> changed = change(row); !changed)
            return changed.error();
    }
    if (transaction) {
        if (const Result<void> stored = storeSums(); !stored)
            return stored.error();
        if (const Result<void> committed = transaction->commit(); !committed)
            return committed.error();
    }
    return static_cast<int>(found->size()) == rows;
}

Result<void> Recalculation::change(const Row &row)
{
    const RequestRecord &before = row.before;
    const qint64 unpriced = qint64(isUnpriced(row.after)) - qint64(isUnpriced(before));
    Change &sum = m_changes[{before.provider, before.model}];
    ++sum.rows;
    sum.before += orZero(before.cost);
    sum.after += orZero(row.after.cost);
    sum.unpricedBefore += isUnpriced(before) ? 1 : 0;
    sum.unpricedAfter += isUnpriced(row.after) ? 1 : 0;
    if (m_options.dryRun)
        return {};
    if (const Result<void> entered = enter(); !entered)
        return entered;
    addToSums(row, {before.provider, before.model},
              {.cost = ownCost(row.after) - ownCost(before),
               .listCost = orZero(row.after.listCost) - orZero(before.listCost),
               .unpriced = unpriced,
               .cacheSaved = row.after.cacheSaved.nanoUsd - before.cacheSaved.nanoUsd});
    for (size_t i = 0; i < before.attempts.size(); ++i) {
        const AttemptRecord &was = before.attempts[i];
        const qint64 more = orZero(row.after.attempts[i].cost) - orZero(was.cost);
        if (more != 0)
            addToSums(row, {was.provider, was.model}, {.cost = more});
    }
    auto keep = m_database->prepare("INSERT INTO former_costs VALUES(?,?,?,?,?)");
    if (!keep)
        return keep.error();
    if (const Result<void> kept =
            keep->runWith(row.number, m_number, before.cost, before.listCost, before.priceVersion);
        !kept)
        return kept;
    auto update = m_database->prepare(
        "UPDATE requests SET cost = ?, list_cost = ?, price_version = ?, cache_saved = ?"
        " WHERE n = ?");
    if (!update)
        return update.error();
    const Result<void> updated =
        update->runWith(row.after.cost, row.after.listCost, row.after.priceVersion,
                        row.after.cacheSaved.nanoUsd, row.number);
    return updated ? changeAttempts(row) : updated;
}

//! A row that costs what it did tells what the cache saved, if it did not yet. No money changes,
//! and so nothing is said of it.
Result<void> Recalculation::changeSaving(const Row &row)
{
    const qint64 more = row.after.cacheSaved.nanoUsd - row.before.cacheSaved.nanoUsd;
    if (more == 0 || m_options.dryRun)
        return {};
    addToSums(row, {row.before.provider, row.before.model}, {.cacheSaved = more});
    auto update = m_database->prepare("UPDATE requests SET cache_saved = ? WHERE n = ?");
    return update ? update->runWith(row.after.cacheSaved.nanoUsd, row.number)
                  : Result<void>(update.error());
}

//! What those cost whose answers nobody got.
Result<void> Recalculation::changeAttempts(const Row &row)
{
    const PriceTerms terms = PriceTerms::fromText(row.before.terms).value_or(PriceTerms());
    for (const PriceTerms::Unused &unused : terms.unused) {
        auto update =
            m_database->prepare("UPDATE attempts SET cost = ? WHERE request = ? AND n = ?");
        if (!update)
            return update.error();
        const AttemptRecord &attempt = row.after.attempts[size_t(unused.attempt)];
        if (const Result<void> done = update->runWith(attempt.cost, row.number, unused.attempt);
            !done)
            return done;
    }
    return {};
}

//! In the zone that days were counted in when the request was booked.
qint64 Recalculation::dayOf(qint64 us)
{
    const auto zone =
        std::ranges::find_if(m_calendars, [us](const auto &since) { return us >= since.first; });
    return zone == m_calendars.end() ? m_calendar.dayOf(us) : zone->second.dayOf(us);
}

void Recalculation::addToSums(const Row &row, const std::pair<QByteArray, QByteArray> &target,
                              const Delta &delta)
{
    const RequestRecord &record = row.before;
    const auto &[provider, model] = target;
    const qint64 us = toUs(record.time);
    m_hours[{us / usPerHour, model, provider, record.route, static_cast<int>(classOf(record))}].add(
        delta);
    m_slots[{us / usPerSlot, record.team, record.route, model, provider}].add(delta);
    m_days[{dayOf(us), record.keyId, record.team, record.route, model, provider}].add(delta);
}

//! The entry of this recalculation, with its first change.
Result<void> Recalculation::enter()
{
    if (m_number > 0)
        return {};
    auto insert = m_database->prepare("INSERT INTO recalculations(ts, who, reason) VALUES(?,?,?)");
    if (!insert)
        return insert.error();
    const Result<void> done = insert->runWith(toUs(m_options.now), m_options.who, m_options.reason);
    if (done)
        m_number = m_database->lastInsertId();
    return done;
}

namespace {

//! Adds to the sums of usage in \a table, of which \a moment is the first name.
QByteArray addingTo(const char *table, const char *moment)
{
    return QByteArray("UPDATE ") + table
        + " SET cost = cost + ?, list_cost = list_cost + ?, unpriced = unpriced + ?,"
          " cache_saved = cache_saved + ? WHERE "
        + moment + " = ? AND team = ? AND route = ? AND model = ? AND provider = ?";
}

} // namespace

Result<void> Recalculation::storeSums()
{
    const Result<void> hours = storeHours();
    return hours ? storeDays() : hours;
}

Result<void> Recalculation::storeHours()
{
    auto hours = m_database->prepare(
        "UPDATE roll_hour_model SET cost = cost + ?, unpriced = unpriced + ? WHERE hour = ?"
        " AND model = ? AND provider = ? AND route = ? AND class = ?");
    auto quarters = m_database->prepare(addingTo("roll_slot_model", "slot"));
    if (!hours || !quarters)
        return hours ? quarters.error() : hours.error();
    for (const auto &[key, delta] : std::exchange(m_hours, {})) {
        const auto &[hour, model, provider, route, kind] = key;
        if (const Result<void> done =
                hours->runWith(delta.cost, delta.unpriced, hour, model, provider, route, kind);
            !done)
            return done;
    }
    for (const auto &[key, delta] : std::exchange(m_slots, {})) {
        const auto &[slot, team, route, model, provider] = key;
        if (const Result<void> done =
                quarters->runWith(delta.cost, delta.listCost, delta.unpriced, delta.cacheSaved,
                                  slot, team, route, model, provider);
            !done)
            return done;
    }
    return {};
}

Result<void> Recalculation::storeDays()
{
    auto days = m_database->prepare(QByteArray(addingTo("roll_day_key", "day") + " AND key = ?"));
    auto models = m_database->prepare(addingTo("roll_day_model", "day"));
    auto keys = m_database->prepare("UPDATE key_use SET cost = cost + ? WHERE key = ?");
    auto weeks =
        m_database->prepare("UPDATE roll_week_key SET cost = cost + ?, unpriced = unpriced + ?,"
                            " cache_saved = cache_saved + ? WHERE week = ? AND key = ?");
    if (!days || !models || !keys || !weeks)
        return !days  ? days.error()
            : !models ? models.error()
            : !keys   ? keys.error()
                      : weeks.error();
    for (const auto &[key, delta] : std::exchange(m_days, {})) {
        const auto &[day, id, team, route, model, provider] = key;
        const auto &[cost, list, unpriced, saved] = delta;
        if (const Result<void> done =
                days->runWith(cost, list, unpriced, saved, day, team, route, model, provider, id);
            !done)
            return done;
        if (const Result<void> done =
                models->runWith(cost, list, unpriced, saved, day, team, route, model, provider);
            !done)
            return done;
        if (const Result<void> done = keys->runWith(cost, id); !done)
            return done;
        if (const Result<void> done =
                weeks->runWith(cost, unpriced, saved, DayCalendar::weekOf(day), id);
            !done)
            return done;
    }
    return {};
}

QJsonObject Recalculation::report() const
{
    using Entry = std::pair<std::pair<QByteArray, QByteArray>, Change>;
    std::vector<Entry> ordered(m_changes.begin(), m_changes.end());
    std::ranges::stable_sort(ordered, [](const Entry &a, const Entry &b) {
        return std::abs(a.second.after - a.second.before)
            > std::abs(b.second.after - b.second.before);
    });
    QJsonArray items;
    Change all;
    for (const auto &[names, change] : ordered) {
        items.append(QJsonObject{{u"provider"_s, QString::fromUtf8(names.first)},
                                 {u"model"_s, QString::fromUtf8(names.second)},
                                 {u"rows"_s, change.rows},
                                 {u"before_nano_usd"_s, change.before},
                                 {u"after_nano_usd"_s, change.after},
                                 {u"unpriced_before"_s, change.unpricedBefore},
                                 {u"unpriced_after"_s, change.unpricedAfter}});
        all.rows += change.rows;
        all.before += change.before;
        all.after += change.after;
    }
    return {{u"dry_run"_s, m_options.dryRun},
            {u"since"_s, isoTime(m_options.sinceUs)},
            {u"until"_s, isoTime(m_options.untilUs)},
            {u"rows"_s, m_rows},
            {u"done"_s, m_done},
            {u"changed"_s, all.rows},
            {u"kept"_s, m_kept},
            {u"before_nano_usd"_s, all.before},
            {u"after_nano_usd"_s, all.after},
            {u"items"_s, items}};
}

} // namespace Gatehouse::Ledger
