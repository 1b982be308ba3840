// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/copiesreport.h"

#include "core/ledger/distribution.h"
#include "core/ledger/rowquery.h"

#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

//! One of the two sides that are compared.
struct Side {
    qint64 requests = 0;
    qint64 failed = 0;
    qint64 priced = 0;
    qint64 cost = 0;
    Distribution firstToken;
    Distribution total;

    //! Takes the columns outcome, first_token_us, total_us and cost from \a column on.
    void add(const Store::Statement &row, int column)
    {
        ++requests;
        const bool isGood = row.text(column) == "ok";
        failed += isGood ? 0 : 1;
        if (isGood && !row.isNull(column + 1))
            firstToken.add(row.integer(column + 1));
        if (isGood)
            total.add(row.integer(column + 2));
        if (row.isNull(column + 3))
            return;
        ++priced;
        cost += row.integer(column + 3);
    }
    QJsonObject json() const
    {
        const auto ofRequests = [this](auto value) {
            return requests > 0 ? QJsonValue(value()) : QJsonValue();
        };
        return {{u"requests"_s, requests},
                {u"failed"_s, failed},
                {u"success"_s,
                 ofRequests([this] { return double(requests - failed) / double(requests); })},
                {u"first_token_p50_ms"_s, firstToken.milliseconds(0.5)},
                {u"first_token_p95_ms"_s, firstToken.milliseconds(0.95)},
                {u"total_p50_ms"_s, total.milliseconds(0.5)},
                {u"total_p95_ms"_s, total.milliseconds(0.95)},
                {u"cost_nano_usd"_s, cost},
                {u"mean_cost_nano_usd"_s, priced > 0 ? QJsonValue(cost / priced) : QJsonValue()}};
    }
};

//! One key that asked for a model.
struct Caller {
    QByteArray key;
    QString name;
    QString team;
    qint64 requests = 0;
    qint64 lastDay = 0;

    QJsonObject json() const
    {
        return {{u"key"_s, QString::fromUtf8(key)},
                {u"name"_s, name.isEmpty() ? QString::fromUtf8(key) : name},
                {u"team"_s, team},
                {u"requests"_s, requests},
                {u"last_day"_s, DayCalendar::date(lastDay).toString(Qt::ISODate)}};
    }
};

} // namespace

Result<QJsonObject> compareCopies(Store::Database &database, const CopiesQuestion &question)
{
    Side copies;
    Side control;
    const Result<void> read = query(
        database,
        "SELECT c.outcome, c.first_token_us, c.total_us, c.cost, r.outcome, r.first_token_us,"
        " r.total_us, r.cost FROM copies c JOIN requests r ON r.id = c.original"
        " WHERE c.route = ? AND c.provider = ? AND c.model = ? AND c.ts >= ?"
        " ORDER BY c.ts DESC LIMIT 10000",
        [&](const Store::Statement &row) {
            constexpr int ofOriginal = 4;
            copies.add(row, 0);
            control.add(row, ofOriginal);
        },
        question.route, question.provider, question.model, question.sinceUs);
    if (!read)
        return read.error();
    return QJsonObject{{u"copies"_s, copies.json()}, {u"control"_s, control.json()}};
}

Result<QJsonObject> costOfCopies(Store::Database &database, const CopiesQuestion &question)
{
    qint64 cost = 0;
    const Result<void> read = query(
        database,
        "SELECT ifnull(sum(cost), 0) FROM copies WHERE route = ? AND provider = ? AND model = ?"
        " AND ts >= ?",
        [&cost](const Store::Statement &row) { cost = row.integer(0); }, question.route,
        question.provider, question.model, question.sinceUs);
    if (!read)
        return read.error();
    return QJsonObject{{u"cost_nano_usd"_s, cost}};
}

Result<QJsonObject> callersOf(Store::Database &database, const DayCalendar &calendar,
                              const QByteArray &model, qint64 sinceUs)
{
    QHash<QByteArray, Caller> callers;
    const auto add = [&callers](const Store::Statement &row, qint64 day) {
        Caller &caller = callers[row.text(0)];
        caller.key = row.text(0);
        caller.name = row.string(1);
        caller.team = row.string(2);
        caller.requests += row.integer(3);
        caller.lastDay = std::max(caller.lastDay, day);
    };
    const Result<void> direct = query(
        database,
        "SELECT d.key, ifnull(max(n.name), ''), max(d.team), sum(d.requests), max(d.day)"
        " FROM roll_day_key d LEFT JOIN key_names n ON n.key = d.key"
        " WHERE d.route = ? AND d.key <> '' AND d.day >= ? GROUP BY d.key",
        [&](const Store::Statement &row) { add(row, row.integer(4)); }, model,
        calendar.dayOf(sinceUs));
    if (!direct)
        return direct.error();
    const Result<void> redirected = query(
        database,
        "SELECT key, max(key_name), max(team), count(*), max(ts) FROM requests"
        " WHERE ts >= ? AND model_asked = ?2 AND route <> ?2 AND key <> '' GROUP BY key",
        [&](const Store::Statement &row) { add(row, calendar.dayOf(row.integer(4))); }, sinceUs,
        model);
    if (!redirected)
        return redirected.error();
    QList<Caller> sorted = callers.values();
    std::ranges::sort(sorted, [](const Caller &a, const Caller &b) {
        return a.requests != b.requests ? a.requests > b.requests : a.key < b.key;
    });
    QJsonArray items;
    for (const Caller &caller : std::as_const(sorted))
        items.append(caller.json());
    return QJsonObject{{u"items"_s, items}, {u"next"_s, QJsonValue()}};
}

} // namespace Gatehouse::Ledger
