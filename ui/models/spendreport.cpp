// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/spendreport.h"

#include "core/base/csv.h"
#include "core/base/quantities.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double nanoPerDollar = 1e9;
constexpr double million = 1e6;
constexpr qsizetype mostDays = 3'700;

SpendSums sumsOf(const QJsonObject &item)
{
    return {.requests = item.value("requests"_L1).toInteger(),
            .tokensIn = item.value("tokens_in"_L1).toInteger(),
            .tokensOut = item.value("tokens_out"_L1).toInteger(),
            .tokensCached = item.value("tokens_cached"_L1).toInteger(),
            .cost = item.value("cost_nano_usd"_L1).toInteger(),
            .unpriced = item.value("unpriced"_L1).toInteger()};
}

QString nameOf(const QJsonObject &item, const QString &group)
{
    return item.value(QString(group + "_name"_L1)).toString(item.value(group).toString());
}

//! The days from the first to the last that is counted, in the zone of the reports.
QList<QDate> daysOf(const QJsonObject &usage)
{
    const QTimeZone zone(usage.value("time_zone"_L1).toString().toUtf8());
    const auto day = [&](QLatin1StringView key, int milliseconds) {
        const QDateTime time =
            QDateTime::fromString(usage.value(key).toString(), Qt::ISODateWithMs);
        return time.addMSecs(milliseconds)
            .toTimeZone(zone.isValid() ? zone : QTimeZone::utc())
            .date();
    };
    const QDate last = day("to"_L1, -1);
    QList<QDate> days;
    for (QDate date = day("from"_L1, 0); date.isValid() && date <= last && days.size() < mostDays;
         date = date.addDays(1))
        days.append(date);
    return days;
}

SpendGroup &groupOf(QList<SpendGroup> &groups, const QJsonObject &item, const QString &by,
                    const QString &then, qsizetype days)
{
    const QString id = item.value(by).toString();
    const QString thenId = then.isEmpty() ? QString() : item.value(then).toString();
    for (SpendGroup &group : groups) {
        if (group.id == id && group.thenId == thenId)
            return group;
    }
    groups.append({.id = id,
                   .name = nameOf(item, by),
                   .thenId = thenId,
                   .thenName = then.isEmpty() ? QString() : nameOf(item, then),
                   .sums = {},
                   .previousCost = 0,
                   .days = QList<SpendSums>(days)});
    return groups.last();
}

void sortByCost(QList<SpendGroup> &groups)
{
    std::ranges::stable_sort(groups, [](const SpendGroup &a, const SpendGroup &b) {
        return a.sums.cost != b.sums.cost ? a.sums.cost > b.sums.cost
                                          : a.sums.requests > b.sums.requests;
    });
}

std::optional<qint64> perOne(qint64 cost, qint64 count, double scale)
{
    if (count <= 0)
        return std::nullopt;
    return std::llround(static_cast<double>(cost) * scale / static_cast<double>(count));
}

QByteArray number(const QJsonObject &item, QLatin1StringView key)
{
    return QByteArray::number(item.value(key).toInteger());
}

} // namespace

void SpendSums::add(const SpendSums &other)
{
    requests += other.requests;
    tokensIn += other.tokensIn;
    tokensOut += other.tokensOut;
    tokensCached += other.tokensCached;
    cost += other.cost;
    unpriced += other.unpriced;
}

double SpendSums::of(const QString &measure) const
{
    if (measure == "tokens"_L1)
        return static_cast<double>(tokensIn + tokensOut);
    if (measure == "requests"_L1)
        return static_cast<double>(requests);
    return static_cast<double>(cost) / nanoPerDollar;
}

std::optional<qint64> SpendSums::costPerRequest() const
{
    return perOne(cost, requests - unpriced, 1);
}

std::optional<qint64> SpendSums::costPerMillionTokens() const
{
    return perOne(cost, tokensIn + tokensOut, million);
}

SpendReport readSpend(const QJsonObject &usage, const QString &by, const QString &then)
{
    SpendReport report;
    report.days = daysOf(usage);
    report.from = usage.value("from"_L1).toString();
    report.to = usage.value("to"_L1).toString();
    report.unpricedModels = usage.value("unpriced_models"_L1).toInteger();
    for (const QJsonValue &value : usage.value("items"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        const SpendSums sums = sumsOf(item);
        const qsizetype day =
            report.days.indexOf(QDate::fromString(item.value("day"_L1).toString(), Qt::ISODate));
        report.total.add(sums);
        for (auto *groups : {&report.groups, &report.rows}) {
            SpendGroup &group = groupOf(
                *groups, item, by, groups == &report.rows ? then : QString(), report.days.size());
            group.sums.add(sums);
            if (day >= 0)
                group.days[day].add(sums);
        }
    }
    for (const QJsonValue &value : usage.value("previous"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        const qint64 cost = item.value("cost_nano_usd"_L1).toInteger();
        report.previousCost += cost;
        const QString thenId = then.isEmpty() ? QString() : item.value(then).toString();
        for (SpendGroup &row : report.rows) {
            if (row.id == item.value(by).toString() && row.thenId == thenId)
                row.previousCost += cost;
        }
    }
    const QDate earlier =
        report.days.isEmpty() ? QDate() : report.days.first().addDays(-report.days.size());
    if (usage.contains("previous_days"_L1))
        report.previousDays = QList<SpendSums>(report.days.size());
    for (const QJsonValue &value : usage.value("previous_days"_L1).toArray()) {
        const QDate day = QDate::fromString(value["day"_L1].toString(), Qt::ISODate);
        const qsizetype place = earlier.daysTo(day);
        if (place >= 0 && place < report.previousDays.size())
            report.previousDays[place].add(sumsOf(value.toObject()));
    }
    sortByCost(report.groups);
    sortByCost(report.rows);
    return report;
}

SpendReport bucketed(SpendReport report, const QString &bucket)
{
    if (bucket == "day"_L1)
        return report;
    const auto firstOf = [&bucket](const QDate &day) {
        return bucket == "week"_L1 ? day.addDays(1 - day.dayOfWeek())
                                   : QDate(day.year(), day.month(), 1);
    };
    QList<QDate> starts;
    QList<qsizetype> places;
    for (const QDate &day : std::as_const(report.days)) {
        const QDate start = std::max(firstOf(day), report.days.first());
        if (starts.isEmpty() || starts.last() != start)
            starts.append(start);
        places.append(starts.size() - 1);
    }
    const auto gather = [&](QList<SpendSums> &days) {
        QList<SpendSums> sums(starts.size());
        for (qsizetype day = 0; day < std::min(days.size(), places.size()); ++day)
            sums[places.at(day)].add(days.at(day));
        days = sums;
    };
    for (auto *groups : {&report.groups, &report.rows})
        for (SpendGroup &group : *groups)
            gather(group.days);
    if (!report.previousDays.isEmpty())
        gather(report.previousDays);
    report.days = starts;
    return report;
}

QByteArray spendCsv(const QJsonObject &usage, const QString &gateway)
{
    QByteArray csv = "day,timezone,gateway,provider,model,route,team,key_name,key_id,tag,requests,"
                     "errors,tokens_in,tokens_out,tokens_cache_read,tokens_cache_write,cost,"
                     "currency,unpriced_requests,price_list_version\n"_ba;
    for (const QJsonValue &value : usage.value("items"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        const auto text = [&item](QLatin1StringView key) {
            return csvCell(item.value(key).toString());
        };
        const QByteArray cost = Money{item.value("cost_nano_usd"_L1).toInteger()}.toDecimal();
        const QByteArrayList cells{text("day"_L1),
                                   csvCell(usage.value("time_zone"_L1).toString()),
                                   csvCell(gateway),
                                   text("provider"_L1),
                                   text("model"_L1),
                                   text("route"_L1),
                                   text("team"_L1),
                                   text("key_name"_L1),
                                   text("key"_L1),
                                   {},
                                   number(item, "requests"_L1),
                                   number(item, "errors"_L1),
                                   number(item, "tokens_in"_L1),
                                   number(item, "tokens_out"_L1),
                                   number(item, "tokens_cached"_L1),
                                   number(item, "tokens_cache_write"_L1),
                                   cost,
                                   "USD"_ba,
                                   number(item, "unpriced"_L1),
                                   {}};
        csv += cells.join(',') + '\n';
    }
    return csv;
}

} // namespace Gatehouse::Ui
