// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/spendsums.h"

#include <algorithm>

namespace Gatehouse::Ledger {

namespace {

using Of = SpendQuestion::Of;

QByteArrayView columnOf(Of of)
{
    switch (of) {
    case Of::Key:
        return "key";
    case Of::Team:
        return "team";
    case Of::Route:
        return "route";
    case Of::Provider:
        return "provider";
    case Of::Everything:
    case Of::Tag:
        break;
    }
    return {};
}

//! " AND key IN (?, ?)", to be bound from the second value on.
QByteArray condition(const SpendQuestion &question)
{
    const QByteArrayView column = columnOf(question.of);
    if (question.of == Of::Everything)
        return {};
    if (question.of == Of::Tag)
        return " AND instr(',' || replace(tags, ', ', ',') || ',', ',' || ? || ',') > 0";
    QByteArray text = " AND " + column.toByteArray() + " IN (";
    for (qsizetype i = 0; i < question.names.size(); ++i)
        text += i > 0 ? ", ?" : "?";
    return QByteArray(text + ')');
}

//! Whoever spent what since ?1: a request by the one that served it, an answer that nobody got by
//! its own provider, a copy by nobody but its provider.
constexpr QByteArrayView spending =
    "(SELECT ts, key, team, route, provider, tags, cost - ifnull((SELECT sum(a.cost) FROM attempts"
    " a WHERE a.request = r.n), 0) AS cost FROM requests r WHERE ts >= ?1 AND cost IS NOT NULL"
    " UNION ALL SELECT r.ts, r.key, r.team, r.route, a.provider, r.tags, a.cost FROM attempts a"
    " JOIN requests r ON r.n = a.request WHERE r.ts >= ?1 AND a.cost IS NOT NULL"
    " UNION ALL SELECT ts, '', '', '', provider, '', cost FROM copies WHERE ts >= ?1"
    " AND cost IS NOT NULL)";

Result<std::vector<SpentAt>> collect(Store::Statement &select)
{
    std::vector<SpentAt> found;
    for (;;) {
        const auto row = select.step();
        if (!row)
            return row.error();
        if (!*row)
            return found;
        found.push_back(
            {WallTime(std::chrono::microseconds(select.integer(0))), {select.integer(1)}});
    }
}

void bindNames(Store::Statement &select, const SpendQuestion &question)
{
    int place = 1;
    if (question.of != Of::Everything) {
        for (const QByteArray &name : question.names)
            select.bind(++place, name);
    }
}

} // namespace

SpendSums::SpendSums(std::unique_ptr<Store::Database> database, const QTimeZone &zone)
    : m_database(std::move(database))
    , m_calendar(zone)
{
}

Result<std::unique_ptr<SpendSums>> SpendSums::open(const QString &path, const QTimeZone &zone)
{
    auto database = Store::Database::open(
        path, {.mode = Store::Database::Mode::ReadOnly, .applicationId = ledgerApplicationId});
    if (!database)
        return database.error();
    // The view begins with the first read inside the transaction.
    if (const auto begun = (*database)->execute("BEGIN; SELECT count(*) FROM sqlite_schema");
        !begun)
        return begun.error();
    return std::unique_ptr<SpendSums>(new SpendSums(*std::move(database), zone));
}

Result<std::vector<SpentAt>> SpendSums::ask(const SpendQuestion &question)
{
    if (question.of != Of::Everything && question.names.isEmpty())
        return std::vector<SpentAt>();
    const bool wholeDays = question.step.count() == 0 && question.of != Of::Tag;
    return wholeDays ? ofDays(question) : ofRows(question);
}

Result<std::vector<SpentAt>> SpendSums::ofDays(const SpendQuestion &question)
{
    auto select = m_database->prepare(
        QByteArray(QByteArray("SELECT 0, coalesce(sum(cost), 0) FROM ")
                   + (question.of == Of::Key ? "roll_day_key" : "roll_day_model")
                   + " WHERE day >= ?" + condition(question)));
    if (!select)
        return select.error();
    select->bind(1, m_calendar.dayOf(toUs(question.from)));
    bindNames(*select, question);
    auto sums = collect(*select);
    if (sums) {
        for (SpentAt &sum : *sums)
            sum.time = question.from;
    }
    return sums;
}

Result<std::vector<SpentAt>> SpendSums::ofRows(const SpendQuestion &question)
{
    const qint64 step = question.step.count();
    const QByteArray time = step == 0
        ? QByteArray::number(toUs(question.from))
        : QByteArray("max(ts / " + QByteArray::number(step) + " * " + QByteArray::number(step)
                     + ", " + QByteArray::number(toUs(question.from)) + ')');
    auto select = m_database->prepare(QByteArray("SELECT " + time + " AS began, sum(cost) FROM "
                                                 + spending.toByteArray() + " WHERE ts >= ?1"
                                                 + condition(question) + " GROUP BY began"));
    if (!select)
        return select.error();
    select->bind(1, toUs(question.from));
    bindNames(*select, question);
    return collect(*select);
}

Result<bool> SpendSums::knows(QByteArrayView requestId)
{
    auto select = m_database->prepare(
        "SELECT 1 FROM requests WHERE id = ?1 UNION ALL SELECT 1 FROM copies WHERE id = ?1");
    if (!select)
        return select.error();
    select->bind(1, requestId);
    return select->step();
}

} // namespace Gatehouse::Ledger
