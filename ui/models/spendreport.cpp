// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/spendreport.h"

#include "core/base/csv.h"
#include "core/base/quantities.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QMap>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double nanoPerDollar = 1e9;
constexpr double million = 1e6;
constexpr qsizetype mostPoints = 3'700;
constexpr int hourMilliseconds = 3600 * 1000;

SpendSums sumsOf(const QJsonObject &item)
{
    return {.requests = item.value("requests"_L1).toInteger(),
            .tokensIn = item.value("tokens_in"_L1).toInteger(),
            .tokensOut = item.value("tokens_out"_L1).toInteger(),
            .tokensCached = item.value("tokens_cached"_L1).toInteger(),
            .tokensReasoning = item.value("tokens_reasoning"_L1).toInteger(),
            .cost = item.value("cost_nano_usd"_L1).toInteger(),
            .cacheSaved = item.value("cache_saved_nano_usd"_L1).toInteger(),
            .unpriced = item.value("unpriced"_L1).toInteger()};
}

QString nameOf(const QJsonObject &item, const QString &group)
{
    return item.value(QString(group + "_name"_L1)).toString(item.value(group).toString());
}

QDateTime momentOf(const QJsonObject &usage, QLatin1StringView key)
{
    const QTimeZone zone(usage.value("time_zone"_L1).toString().toUtf8());
    return QDateTime::fromString(usage.value(key).toString(), Qt::ISODateWithMs)
        .toTimeZone(zone.isValid() ? zone : QTimeZone::utc());
}

//! The beginnings of the days or hours from the first to the last that is counted.
QList<QDateTime> startsOf(const QJsonObject &usage, bool isHourly)
{
    const QDateTime from = momentOf(usage, "from"_L1);
    const QDateTime to = momentOf(usage, "to"_L1);
    QList<QDateTime> starts;
    QDateTime start = isHourly
        ? from.addMSecs(-from.time().msecsSinceStartOfDay() % hourMilliseconds)
        : from.date().startOfDay(from.timeZone());
    while (start.isValid() && start < to && starts.size() < mostPoints) {
        starts.append(start);
        start = isHourly ? start.addMSecs(hourMilliseconds)
                         : start.date().addDays(1).startOfDay(from.timeZone());
    }
    return starts;
}

//! As an item of the report names a point.
QString keyOf(const QDateTime &start, bool isHourly)
{
    return isHourly ? start.toUTC().toString(Qt::ISODateWithMs)
                    : start.date().toString(Qt::ISODate);
}

//! Finds the group of an item, or makes it.
class GroupList
{
public:
    GroupList(QList<SpendGroup> &groups, QString by, QString then, qsizetype points)
        : m_groups(groups)
        , m_by(std::move(by))
        , m_then(std::move(then))
        , m_points(points)
    {
    }

    //! None: there is none.
    qsizetype find(const QJsonObject &item) const { return m_places.value(keyOf(item), -1); }
    SpendGroup &of(const QJsonObject &item)
    {
        qsizetype &place = *m_places.insert(keyOf(item), m_places.value(keyOf(item), -1));
        if (place < 0) {
            place = m_groups.size();
            m_groups.append({.id = item.value(m_by).toString(),
                             .name = nameOf(item, m_by),
                             .thenId = m_then.isEmpty() ? QString() : item.value(m_then).toString(),
                             .thenName = m_then.isEmpty() ? QString() : nameOf(item, m_then),
                             .others = item.value("other"_L1).toInteger(),
                             .sums = {},
                             .previousCost = 0,
                             .points = QList<SpendSums>(m_points)});
        }
        return m_groups[place];
    }

private:
    std::tuple<bool, QString, QString> keyOf(const QJsonObject &item) const
    {
        return {item.contains("other"_L1), item.value(m_by).toString(),
                m_then.isEmpty() ? QString() : item.value(m_then).toString()};
    }

    QList<SpendGroup> &m_groups;
    QString m_by;
    QString m_then;
    qsizetype m_points;
    QMap<std::tuple<bool, QString, QString>, qsizetype> m_places;
};

void sortByCost(QList<SpendGroup> &groups)
{
    std::ranges::stable_sort(groups, [](const SpendGroup &a, const SpendGroup &b) {
        if (a.isOther() != b.isOther())
            return b.isOther();
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

//! "project=search": what the item says of tags.
QString tagsOf(const QJsonObject &item)
{
    QStringList tags;
    for (auto value = item.constBegin(); value != item.constEnd(); ++value) {
        if (value.key() == "tag"_L1 && value->isString())
            tags.append(value->toString());
        else if (value.key().startsWith("tag:"_L1) && value->isString())
            tags.append(QString(value.key().sliced(4) + u'=' + value->toString()));
    }
    return tags.join(u',');
}

QByteArray number(const QJsonObject &item, QLatin1StringView key)
{
    return QByteArray::number(item.value(key).toInteger());
}

//! What each point of the span before came to.
void readPrevious(const QJsonObject &usage, SpendReport &report)
{
    const auto key = report.isHourly ? "previous_hours"_L1 : "previous_days"_L1;
    if (!usage.contains(key) || report.starts.isEmpty())
        return;
    const qsizetype count = report.starts.size();
    report.previousPoints = QList<SpendSums>(count);
    const QDateTime first = report.starts.first();
    for (const QJsonValue &value : usage.value(key).toArray()) {
        const qsizetype back = report.isHourly
            ? QDateTime::fromString(value["hour"_L1].toString(), Qt::ISODateWithMs).secsTo(first)
                / 3600
            : QDate::fromString(value["day"_L1].toString(), Qt::ISODate).daysTo(first.date());
        if (back > 0 && back <= count)
            report.previousPoints[count - back].add(sumsOf(value.toObject()));
    }
}

} // namespace

void SpendSums::add(const SpendSums &other)
{
    requests += other.requests;
    tokensIn += other.tokensIn;
    tokensOut += other.tokensOut;
    tokensCached += other.tokensCached;
    tokensReasoning += other.tokensReasoning;
    cost += other.cost;
    cacheSaved += other.cacheSaved;
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

SpendReport readSpend(const QJsonObject &usage, const QString &by, const QString &then,
                      bool isHourly)
{
    SpendReport report;
    report.starts = startsOf(usage, isHourly);
    report.isHourly = isHourly;
    report.isPartial = usage.value("partial"_L1).toBool();
    report.from = usage.value("from"_L1).toString();
    report.to = usage.value("to"_L1).toString();
    report.unpricedModels = usage.value("unpriced_models"_L1).toInteger();
    QHash<QString, qsizetype> points;
    for (const QDateTime &start : std::as_const(report.starts))
        points.insert(keyOf(start, isHourly), points.size());
    const QString time = isHourly ? u"hour"_s : u"day"_s;
    GroupList groups(report.groups, by, {}, report.starts.size());
    GroupList rows(report.rows, by, then, report.starts.size());
    for (const QJsonValue &value : usage.value("items"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        const SpendSums sums = sumsOf(item);
        const qsizetype point = points.value(item.value(time).toString(), -1);
        report.total.add(sums);
        for (SpendGroup *group : {&groups.of(item), &rows.of(item)}) {
            group->sums.add(sums);
            if (point >= 0)
                group->points[point].add(sums);
        }
    }
    for (const QJsonValue &value : usage.value("previous"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        const qint64 cost = item.value("cost_nano_usd"_L1).toInteger();
        report.previousCost += cost;
        if (const qsizetype row = rows.find(item); row >= 0)
            report.rows[row].previousCost += cost;
    }
    readPrevious(usage, report);
    sortByCost(report.groups);
    sortByCost(report.rows);
    return report;
}

SpendReport bucketed(SpendReport report, const QString &bucket)
{
    if (bucket != "week"_L1 && bucket != "month"_L1)
        return report;
    const auto firstOf = [&bucket](const QDateTime &start) {
        const QDate day = start.date();
        const QDate first = bucket == "week"_L1 ? day.addDays(1 - day.dayOfWeek())
                                                : QDate(day.year(), day.month(), 1);
        return first.startOfDay(start.timeZone());
    };
    QList<QDateTime> starts;
    QList<qsizetype> places;
    for (const QDateTime &point : std::as_const(report.starts)) {
        const QDateTime start = std::max(firstOf(point), report.starts.first());
        if (starts.isEmpty() || starts.last() != start)
            starts.append(start);
        places.append(starts.size() - 1);
    }
    const auto gather = [&](QList<SpendSums> &points) {
        QList<SpendSums> sums(starts.size());
        for (qsizetype point = 0; point < std::min(points.size(), places.size()); ++point)
            sums[places.at(point)].add(points.at(point));
        points = sums;
    };
    for (auto *groups : {&report.groups, &report.rows})
        for (SpendGroup &group : *groups)
            gather(group.points);
    if (!report.previousPoints.isEmpty())
        gather(report.previousPoints);
    report.starts = starts;
    return report;
}

namespace {

//! The list of prices that held on \a day.
QByteArray listOn(const QJsonArray &lists, const QString &day)
{
    QString version;
    for (const QJsonValue &list : lists) {
        if (const QString from = list["from"_L1].toString(); from.isEmpty() || from <= day)
            version = list["version"_L1].toString();
    }
    return csvCell(version);
}

} // namespace

QByteArray spendCsv(const QJsonObject &usage, const QString &gateway)
{
    QByteArray csv =
        "day,timezone,gateway,provider,model,route,team,key_name,key_id,tag,requests,"
        "errors,tokens_in,tokens_out,tokens_cache_read,tokens_cache_write,cost,"
        "currency,unpriced_requests,price_list_version,tokens_reasoning,cache_saved\n"_ba;
    for (const QJsonValue &value : usage.value("items"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        const auto text = [&item](QLatin1StringView key) {
            return csvCell(item.value(key).toString());
        };
        const auto money = [&item](QLatin1StringView key) {
            return Money{item.value(key).toInteger()}.toDecimal();
        };
        const QString time = item.contains("hour"_L1) ? u"hour"_s : u"day"_s;
        const QByteArrayList cells{
            csvCell(item.value(time).toString()),
            csvCell(usage.value("time_zone"_L1).toString()),
            csvCell(gateway),
            text("provider"_L1),
            text("model"_L1),
            text("route"_L1),
            text("team"_L1),
            text("key_name"_L1),
            text("key"_L1),
            csvCell(tagsOf(item)),
            number(item, "requests"_L1),
            number(item, "errors"_L1),
            number(item, "tokens_in"_L1),
            number(item, "tokens_out"_L1),
            number(item, "tokens_cached"_L1),
            number(item, "tokens_cache_write"_L1),
            money("cost_nano_usd"_L1),
            "USD"_ba,
            number(item, "unpriced"_L1),
            listOn(usage.value("price_lists"_L1).toArray(), item.value(time).toString().left(10)),
            number(item, "tokens_reasoning"_L1),
            money("cache_saved_nano_usd"_L1)};
        csv += cells.join(',') + '\n';
    }
    return csv;
}

} // namespace Gatehouse::Ui
