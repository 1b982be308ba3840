// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/invoicecheck.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace Gatehouse::Reports {

namespace {

constexpr qint64 cent = 10'000'000;
constexpr double closeCost = 0.005;
constexpr double closeTokens = 0.01;

struct Side {
    BookedUse use;
    bool there = false;
    bool hasCost = false;
    bool hasTokens = false;
    bool hasRequests = false;

    void add(const Side &other)
    {
        use.add(other.use);
        there |= other.there;
        hasCost |= other.hasCost;
        hasTokens |= other.hasTokens;
        hasRequests |= other.hasRequests;
    }
};

struct Pair {
    Side invoice;
    Side booked;
    QString model; //!< as the books name it, else as the file does

    void add(const Pair &other)
    {
        invoice.add(other.invoice);
        booked.add(other.booked);
        if (model.isEmpty() || (other.booked.there && !other.model.isEmpty()))
            model = other.model;
    }
};

bool isClose(qint64 a, qint64 b, double share, qint64 least)
{
    const auto difference = std::abs(static_cast<double>(a - b));
    return difference <= static_cast<double>(least)
        || difference <= share * std::abs(static_cast<double>(std::max(a, b)));
}

bool tokensAgree(const Pair &pair)
{
    return isClose(pair.invoice.use.tokensIn, pair.booked.use.tokensIn, closeTokens, 0)
        && isClose(pair.invoice.use.tokensOut, pair.booked.use.tokensOut, closeTokens, 0);
}

QString stateOf(const Pair &pair)
{
    if (!pair.booked.there)
        return u"not_booked"_s;
    if (!pair.invoice.there)
        return u"not_invoiced"_s;
    if (pair.invoice.hasCost) {
        if (isClose(pair.invoice.use.cost, pair.booked.use.cost, closeCost, cent))
            return u"match"_s;
        return pair.invoice.use.cost > pair.booked.use.cost ? u"more"_s : u"less"_s;
    }
    if (tokensAgree(pair))
        return u"match"_s;
    const qint64 invoice = pair.invoice.use.tokensIn + pair.invoice.use.tokensOut;
    return invoice > pair.booked.use.tokensIn + pair.booked.use.tokensOut ? u"more"_s : u"less"_s;
}

QJsonValue orNull(bool known, qint64 value)
{
    return known ? QJsonValue(value) : QJsonValue();
}

QJsonObject jsonOf(const Pair &pair)
{
    const Side &in = pair.invoice;
    const Side &own = pair.booked;
    return {{u"model"_s, pair.model},
            {u"invoice_nano_usd"_s, orNull(in.hasCost, in.use.cost)},
            {u"booked_nano_usd"_s, own.use.cost},
            {u"gap_nano_usd"_s, orNull(in.hasCost, in.use.cost - own.use.cost)},
            {u"invoice_requests"_s, orNull(in.hasRequests, in.use.requests)},
            {u"invoice_tokens_in"_s, orNull(in.hasTokens, in.use.tokensIn)},
            {u"invoice_tokens_cached"_s, orNull(in.hasTokens, in.use.tokensCached)},
            {u"invoice_tokens_out"_s, orNull(in.hasTokens, in.use.tokensOut)},
            {u"booked_requests"_s, own.use.requests},
            {u"booked_tokens_in"_s, own.use.tokensIn},
            {u"booked_tokens_cached"_s, own.use.tokensCached},
            {u"booked_tokens_out"_s, own.use.tokensOut},
            {u"unpriced"_s, own.use.unpriced},
            {u"state"_s, stateOf(pair)}};
}

Side invoiceSide(const InvoiceLine &line)
{
    return {.use = {.requests = line.requests.value_or(0),
                    .tokensIn = line.tokensIn,
                    .tokensCached = line.tokensCached,
                    .tokensCacheWrite = line.tokensCacheWrite,
                    .tokensOut = line.tokensOut,
                    .cost = line.cost.value_or(0)},
            .there = true,
            .hasCost = line.cost.has_value(),
            .hasTokens = line.hasTokens,
            .hasRequests = line.requests.has_value()};
}

QJsonValue scaled(const std::optional<TokenPrice> &price, double factor)
{
    return price ? QJsonValue(qint64(std::llround(double(price->nanoUsdPerMillion) * factor)))
                 : QJsonValue();
}

//! See checkInvoice().
QJsonValue suggestion(const Pair &pair, const QString &provider, const Ledger::PriceBook *prices)
{
    const QString state = stateOf(pair);
    if ((state != "more"_L1 && state != "less"_L1) || !pair.invoice.hasCost || !prices
        || pair.booked.use.cost <= 0 || pair.booked.use.unpriced > 0 || pair.invoice.use.cost <= 0)
        return {};
    if (pair.invoice.hasTokens && !tokensAgree(pair))
        return {}; // what is missing are requests, not prices
    const Ledger::Price *price = prices->find(provider.toUtf8(), pair.model.toUtf8());
    if (!price || !price->input)
        return {};
    const double factor = double(pair.invoice.use.cost) / double(pair.booked.use.cost);
    return QJsonObject{{u"provider"_s, provider},
                       {u"model"_s, pair.model},
                       {u"factor"_s, factor},
                       {u"input_nano_per_mtok"_s, scaled(price->input, factor)},
                       {u"output_nano_per_mtok"_s, scaled(price->output, factor)},
                       {u"cache_read_nano_per_mtok"_s, scaled(price->cacheRead, factor)},
                       {u"cache_write_nano_per_mtok"_s, scaled(price->cacheWrite, factor)}};
}

using Key = std::pair<QDate, QString>;

std::map<Key, Pair> matched(const InvoiceFile &file, const QList<BookedDay> &booked)
{
    std::map<Key, Pair> pairs;
    for (const InvoiceLine &line : file.lines)
        pairs[{line.day, comparableModel(line.model)}].add(
            {.invoice = invoiceSide(line), .booked = {}, .model = line.model});
    for (const BookedDay &day : booked)
        pairs[{day.day, comparableModel(day.model)}].add(
            {.invoice = {},
             .booked = {.use = day.use, .there = true, .hasCost = true, .hasTokens = true},
             .model = day.model});
    return pairs;
}

} // namespace

void BookedUse::add(const BookedUse &other)
{
    requests += other.requests;
    tokensIn += other.tokensIn;
    tokensCached += other.tokensCached;
    tokensCacheWrite += other.tokensCacheWrite;
    tokensOut += other.tokensOut;
    cost += other.cost;
    unpriced += other.unpriced;
}

Result<QList<BookedDay>> bookedDays(Store::Database &database, const QString &provider,
                                    const QDate &first, const QDate &last)
{
    const Ledger::DayCalendar utc(QTimeZone::utc());
    const qint64 perDay = 24 * Ledger::usPerHour;
    auto select = database.prepare(
        "SELECT ts / ?4, model, count(*), sum(tokens_in), sum(tokens_cached),"
        " sum(tokens_cache_write + tokens_cache_write_hour), sum(tokens_out),"
        " sum(ifnull(cost, 0)), sum(cost IS NULL AND (outcome = 'ok' OR tokens_in + tokens_out > "
        "0))"
        " FROM requests WHERE ts >= ?1 AND ts < ?2 AND provider = ?3 AND cache <> 'hit'"
        " AND usage_known GROUP BY 1, 2");
    if (!select)
        return select.error();
    select->bindAll(utc.startOf(first), utc.startOf(last.addDays(1)), provider, perDay);
    QList<BookedDay> days;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return days;
        days.append({.day = utc.dateAt(select->integer(0) * perDay),
                     .model = select->string(1),
                     .use = {.requests = select->integer(2),
                             .tokensIn = select->integer(3),
                             .tokensCached = select->integer(4),
                             .tokensCacheWrite = select->integer(5),
                             .tokensOut = select->integer(6),
                             .cost = select->integer(7),
                             .unpriced = select->integer(8)}});
    }
}

QJsonObject checkInvoice(const InvoiceFile &file, const QList<BookedDay> &booked,
                         const QString &provider, const Ledger::PriceBook *prices)
{
    const std::map<Key, Pair> pairs = matched(file, booked);
    QJsonArray days;
    std::map<QString, Pair> models;
    Pair total;
    for (const auto &[key, pair] : pairs) {
        QJsonObject day = jsonOf(pair);
        day.insert(u"day"_s, key.first.toString(Qt::ISODate));
        days.append(day);
        models[key.second].add(pair);
        total.add(pair);
    }
    QJsonArray items;
    for (const auto &[name, pair] : models) {
        QJsonObject item = jsonOf(pair);
        item.insert(u"suggestion"_s, suggestion(pair, provider, prices));
        items.append(item);
    }
    QJsonObject whole = jsonOf(total);
    whole.remove(u"model"_s);
    const auto day = [&](const auto &entry) { return entry->first.first.toString(Qt::ISODate); };
    return {{u"provider"_s, provider},
            {u"form"_s, invoiceFormName(file.form)},
            {u"from"_s, pairs.empty() ? QString() : day(pairs.begin())},
            {u"to"_s, pairs.empty() ? QString() : day(std::prev(pairs.end()))},
            {u"days"_s, days},
            {u"models"_s, items},
            {u"total"_s, whole}};
}

} // namespace Gatehouse::Reports
