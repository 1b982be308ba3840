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
    " AND (?4 = '' OR model = ?4) AND provider <> '' AND usage_known"
    " AND NOT (cost IS 0 AND price_version = '')";

qint64 orZero(const std::optional<Money> &money)
{
    return money ? money->nanoUsd : 0;
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

//! Its cost has a part that usage and price do not tell: of attempts beside the one that answered.
bool Recalculation::isKept(const Row &row)
{
    RequestRecord record = row.before;
    if (!readDetails(*m_database, row.number, record))
        return true;
    return std::ranges::any_of(record.attempts, [](const AttemptRecord &attempt) {
        return attempt.cost || attempt.detail.startsWith("hedged");
    });
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
        const RequestRecord &before = row.before;
        row.after = before;
        const Price *price = m_options.prices->findAt(before.provider, before.model, before.time);
        const auto cost = price
            ? priceOf(before.usage, *price, m_options.multipliers.value(before.provider, 1))
            : std::nullopt;
        row.after.cost = cost ? std::optional(cost->paid) : std::nullopt;
        row.after.listCost = cost ? std::optional(cost->list) : std::nullopt;
        row.after.priceVersion = price ? price->version : QByteArray();
        ++m_done;
        m_position = row.number;
        if (price && !price->pictures.empty() && before.usage.images > 0) {
            ++m_kept; // which size and quality they had is not in the books
            continue;
        }
        if (row.after.cost == before.cost && row.after.listCost == before.listCost)
            continue;
        if (isKept(row)) {
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
    const qint64 cost = orZero(row.after.cost) - orZero(before.cost);
    const qint64 us = toUs(before.time);
    Delta &hour = m_hours[{us / usPerHour, before.model, before.provider, before.route,
                           static_cast<int>(classOf(before))}];
    hour.cost += cost;
    hour.unpriced += unpriced;
    Delta &day = m_days[{m_calendar.dayOf(us), before.keyId, before.team, before.route,
                         before.model, before.provider}];
    day.cost += cost;
    day.listCost += orZero(row.after.listCost) - orZero(before.listCost);
    day.unpriced += unpriced;
    auto keep = m_database->prepare("INSERT INTO former_costs VALUES(?,?,?,?,?)");
    if (!keep)
        return keep.error();
    if (const Result<void> kept =
            keep->runWith(row.number, m_number, before.cost, before.listCost, before.priceVersion);
        !kept)
        return kept;
    auto update = m_database->prepare(
        "UPDATE requests SET cost = ?, list_cost = ?, price_version = ? WHERE n = ?");
    if (!update)
        return update.error();
    return update->runWith(row.after.cost, row.after.listCost, row.after.priceVersion, row.number);
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

Result<void> Recalculation::storeSums()
{
    auto hours = m_database->prepare(
        "UPDATE roll_hour_model SET cost = cost + ?, unpriced = unpriced + ? WHERE hour = ?"
        " AND model = ? AND provider = ? AND route = ? AND class = ?");
    if (!hours)
        return hours.error();
    for (const auto &[key, delta] : std::exchange(m_hours, {})) {
        const auto &[hour, model, provider, route, kind] = key;
        if (const Result<void> done =
                hours->runWith(delta.cost, delta.unpriced, hour, model, provider, route, kind);
            !done)
            return done;
    }
    constexpr QByteArrayView add = " SET cost = cost + ?, list_cost = list_cost + ?,"
                                   " unpriced = unpriced + ? WHERE day = ? AND team = ?"
                                   " AND route = ? AND model = ? AND provider = ?";
    auto days =
        m_database->prepare(QByteArray("UPDATE roll_day_key" + add.toByteArray() + " AND key = ?"));
    auto models = m_database->prepare(QByteArray("UPDATE roll_day_model" + add.toByteArray()));
    auto keys = m_database->prepare("UPDATE key_use SET cost = cost + ? WHERE key = ?");
    if (!days || !models || !keys)
        return !days ? days.error() : !models ? models.error() : keys.error();
    for (const auto &[key, delta] : std::exchange(m_days, {})) {
        const auto &[day, id, team, route, model, provider] = key;
        if (const Result<void> done = days->runWith(delta.cost, delta.listCost, delta.unpriced, day,
                                                    team, route, model, provider, id);
            !done)
            return done;
        if (const Result<void> done = models->runWith(delta.cost, delta.listCost, delta.unpriced,
                                                      day, team, route, model, provider);
            !done)
            return done;
        if (const Result<void> done = keys->runWith(delta.cost, id); !done)
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
