// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/usagereport.h"

#include "core/ledger/rowquery.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qint64 countedFromRows = 48 * usPerHour;
constexpr int mostDaysByHour = 8; // a week, and the days it begins and ends in

struct Sums {
    qint64 requests = 0;
    qint64 errors = 0;
    qint64 tokensIn = 0;
    qint64 tokensOut = 0;
    qint64 tokensCached = 0;
    qint64 tokensCacheWrite = 0;
    qint64 cost = 0;
    qint64 unpriced = 0;
};

constexpr QByteArrayView sumColumns =
    "sum(requests), sum(errors), sum(tokens_in), sum(tokens_out), sum(tokens_cached),"
    " sum(tokens_cache_write), sum(cost), sum(unpriced) FROM ";

//! \a ofKey: of one key. Where no key matters, the much smaller sums without them are counted.
QByteArray sqlFromDays(const UsageGroups &groups, bool ofKey)
{
    const bool needsKeys = ofKey || groups.needsKeys();
    return "SELECT " + groups.columns("day") + sumColumns.toByteArray()
        + (needsKeys ? "roll_day_key" : "roll_day_model") + " WHERE day >= ?1 AND day <= ?2"
        + (needsKeys ? " AND (?3 = '' OR key = ?3)" : " AND ?3 = ''") + groups.grouping();
}

//! Requests, answers that nobody got (their own provider's spending), and copies, which are
//! nobody's requests. The same as the sums by day.
constexpr QByteArrayView usedRows =
    "(SELECT ts, provider, team, key, route, model, tags, 1 AS requests, class IN (1, 2) AS errors,"
    " tokens_in, tokens_out, tokens_cached, tokens_cache_write, iif(cost IS NULL, 0, cost - ifnull("
    "(SELECT sum(a.cost) FROM attempts a WHERE a.request = r.n), 0)) AS cost,"
    " cost IS NULL AND (outcome = 'ok' OR tokens_in + tokens_out + images + audio_ms + characters"
    " + queries > 0) AS unpriced"
    " FROM requests r WHERE ts >= ?1 AND ts < ?2 AND (?3 = '' OR key = ?3)"
    " UNION ALL SELECT r.ts, a.provider, r.team, r.key, r.route, a.model, r.tags, 0, 0, 0, 0, 0,"
    " 0, a.cost, 0"
    " FROM requests r JOIN attempts a ON a.request = r.n"
    " WHERE r.ts >= ?1 AND r.ts < ?2 AND (?3 = '' OR r.key = ?3) AND a.cost IS NOT NULL"
    " UNION ALL SELECT ts, provider, '', '', '', model, '', 0, 0, tokens_in, tokens_out, "
    "tokens_cached,"
    " tokens_cache_write, ifnull(cost, 0), 0 FROM copies WHERE ts >= ?1 AND ts < ?2 AND ?3 = '')";

QByteArray sqlFromRows(const UsageGroups &groups)
{
    const QByteArray slot = "ts / " + QByteArray::number(UsageGroups::usPerSlot);
    return "SELECT " + groups.columns(slot) + sumColumns.toByteArray() + usedRows.toByteArray()
        + groups.grouping();
}

using Groups = std::map<QStringList, Sums>;

void add(Sums &sums, const Sums &more)
{
    sums.requests += more.requests;
    sums.errors += more.errors;
    sums.tokensIn += more.tokensIn;
    sums.tokensOut += more.tokensOut;
    sums.tokensCached += more.tokensCached;
    sums.tokensCacheWrite += more.tokensCacheWrite;
    sums.cost += more.cost;
    sums.unpriced += more.unpriced;
}

QJsonObject json(const Sums &sums)
{
    return {{u"requests"_s, sums.requests},
            {u"errors"_s, sums.errors},
            {u"tokens_in"_s, sums.tokensIn},
            {u"tokens_out"_s, sums.tokensOut},
            {u"tokens_cached"_s, sums.tokensCached},
            {u"cost_nano_usd"_s, sums.cost},
            {u"tokens_cache_write"_s, sums.tokensCacheWrite},
            {u"unpriced"_s, sums.unpriced}};
}

QJsonObject itemOf(const QStringList &groups, const QStringList &values, const Sums &sums,
                   const QHash<QString, QString> &names)
{
    QJsonObject item = json(sums);
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QJsonValue none = QJsonValue::Null;
        item.insert(groups[i], values[i].isEmpty() ? none : QJsonValue(values[i]));
        if (groups[i] == "key"_L1) {
            const QString name = names.value(values[i]);
            item.insert(u"key_name"_s, name.isEmpty() ? none : QJsonValue(name));
        }
    }
    return item;
}

//! What a span counts: moments, or the whole days it touches.
struct Covered {
    qint64 fromUs = 0;
    qint64 toUs = 0;
    bool isExact = false;

    bool operator==(const Covered &) const = default;
};

Covered coveredBy(const DayCalendar &calendar, const UsageSpan &span)
{
    if (span.untilUs - span.sinceUs <= countedFromRows)
        return {span.sinceUs, span.untilUs, true};
    const qint64 last = calendar.dayOf(span.untilUs - 1);
    return {calendar.startOf(calendar.dateAt(span.sinceUs)),
            calendar.startOf(DayCalendar::date(last).addDays(1)), false};
}

//! As many moments or days that end where \a covered begins.
Covered before(const DayCalendar &calendar, const Covered &covered)
{
    if (covered.isExact)
        return {2 * covered.fromUs - covered.toUs, covered.fromUs, true};
    const qint64 days = calendar.dayOf(covered.toUs - 1) - calendar.dayOf(covered.fromUs) + 1;
    return {calendar.startOf(calendar.dateAt(covered.fromUs).addDays(-days)), covered.fromUs,
            false};
}

QString isoOf(qint64 us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC).toString(Qt::ISODateWithMs);
}

//! Counts one question after another over the same span and for the same key.
class Counting
{
public:
    Counting(Store::Database &database, const DayCalendar &calendar, const UsageSpan &span)
        : m_database(database)
        , m_calendar(calendar)
        , m_span(span)
    {
    }

    //! \a covered: begins later when there was no time for all of its rows.
    Result<Groups> count(const UsageGroups &groups, Covered &covered)
    {
        Groups sums;
        if (!covered.isExact && !groups.needsRows()) {
            const Result<void> done =
                take(sqlFromDays(groups, !m_span.key.isEmpty()), groups, nullptr,
                     m_calendar.dayOf(covered.fromUs), m_calendar.dayOf(covered.toUs - 1), sums);
            if (!done)
                return done.error();
            return sums;
        }
        const QByteArray sql = sqlFromRows(groups);
        for (qint64 to = covered.toUs; to > covered.fromUs;) {
            const qint64 day = m_calendar.startOf(m_calendar.dateAt(to - 1));
            const qint64 from = covered.isExact ? covered.fromUs : std::max(day, covered.fromUs);
            if (const Result<void> done = take(sql, groups, &m_calendar, from, to, sums); !done)
                return done.error();
            to = from;
            if (to > covered.fromUs && m_span.isLate && m_span.isLate())
                covered.fromUs = to;
        }
        return sums;
    }

private:
    Result<void> take(const QByteArray &sql, const UsageGroups &groups, const DayCalendar *slots,
                      qint64 from, qint64 to, Groups &sums)
    {
        const auto first = int(groups.columnCount());
        return query(
            m_database, sql,
            [&](const Store::Statement &row) {
                int column = first;
                Sums more;
                for (qint64 *value :
                     {&more.requests, &more.errors, &more.tokensIn, &more.tokensOut,
                      &more.tokensCached, &more.tokensCacheWrite, &more.cost, &more.unpriced})
                    *value = row.integer(column++);
                add(sums[groups.valuesOf(row, slots, m_span.names)], more);
            },
            from, to, m_span.key);
    }

    Store::Database &m_database;
    const DayCalendar &m_calendar;
    const UsageSpan &m_span;
};

qint64 measured(const Sums &sums, const QString &order)
{
    if (order == "tokens"_L1)
        return sums.tokensIn + sums.tokensOut;
    return order == "requests"_L1 ? sums.requests : sums.cost;
}

//! The groups that are told one by one, and the others by the time of a report as one.
class Folding
{
public:
    //! Chooses by what \a sums say of the whole span.
    Folding(const UsageGroups &groups, const Groups &sums, const UsageSpan &span)
    {
        const QStringList &names = groups.names();
        for (qsizetype i = 0; i < names.size(); ++i)
            if (names[i] == "day"_L1 || names[i] == "hour"_L1)
                m_times.append(i);
        if (span.most <= 0)
            return;
        std::map<QStringList, qint64> totals;
        for (const auto &[values, sum] : sums)
            totals[withoutTime(values)] += measured(sum, span.order);
        if (qsizetype(totals.size()) <= span.most)
            return;
        std::vector<std::pair<qint64, QStringList>> ordered;
        for (const auto &[values, total] : totals)
            ordered.emplace_back(-total, values);
        const auto end = ordered.begin() + span.most;
        std::partial_sort(ordered.begin(), end, ordered.end());
        for (auto one = ordered.begin(); one != end; ++one)
            m_shown.insert(one->second);
        m_others = qint64(totals.size()) - span.most;
    }

    //! The same groups in sums without time.
    Folding ofTotals() const
    {
        Folding totals = *this;
        totals.m_times.clear();
        return totals;
    }
    qint64 others() const { return m_others; }
    bool isShown(const QStringList &values) const
    {
        return m_others == 0 || m_shown.contains(withoutTime(values));
    }
    //! The values with nothing but their time.
    QStringList timeOf(const QStringList &values) const
    {
        QStringList times(values.size());
        for (const qsizetype place : m_times)
            times[place] = values[place];
        return times;
    }

private:
    QStringList withoutTime(const QStringList &values) const
    {
        QStringList rest = values;
        for (auto place = m_times.crbegin(); place != m_times.crend(); ++place)
            rest.removeAt(*place);
        return rest;
    }

    QList<qsizetype> m_times;
    std::set<QStringList> m_shown;
    qint64 m_others = 0;
};

//! By time, then by cost, the dearest first; what is folded behind the others of its time.
QJsonArray itemsOf(const UsageGroups &groups, const Groups &sums, const Folding &folding,
                   const QHash<QString, QString> &names)
{
    struct Row {
        QString time;
        bool isFolded = false;
        const QStringList *values = nullptr;
        Sums sums;
    };
    const QStringList &columns = groups.names();
    const qsizetype time =
        std::max(columns.indexOf(u"hour"_s), std::max<qsizetype>(columns.indexOf(u"day"_s), -1));
    std::vector<Row> rows;
    Groups folded;
    for (const auto &[values, sum] : sums) {
        if (folding.isShown(values))
            rows.push_back({time >= 0 ? values[time] : QString(), false, &values, sum});
        else
            add(folded[folding.timeOf(values)], sum);
    }
    for (const auto &[values, sum] : folded)
        rows.push_back({time >= 0 ? values[time] : QString(), true, &values, sum});
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return std::tuple(QStringView(a.time), a.isFolded, -a.sums.cost)
            < std::tuple(QStringView(b.time), b.isFolded, -b.sums.cost);
    });
    QJsonArray items;
    for (const Row &row : rows) {
        QJsonObject item = itemOf(columns, *row.values, row.sums, names);
        if (row.isFolded)
            item.insert(u"other"_s, folding.others());
        items += item;
    }
    return items;
}

Result<void> checkHours(const UsageGroups &groups, const DayCalendar &calendar,
                        const Covered &covered)
{
    const qint64 days =
        calendar.dateAt(covered.fromUs).daysTo(calendar.dateAt(covered.toUs - 1)) + 1;
    if (!groups.contains("hour"_L1) || days <= mostDaysByHour)
        return {};
    return Error{ErrorCode::InvalidArgument,
                 u"hours are told of a week at most; use day for a longer span"_s, u"by"_s};
}

} // namespace

Result<QHash<QString, QString>> keyNames(Store::Database &database)
{
    auto select = database.prepare("SELECT key, name FROM key_names");
    if (!select)
        return select.error();
    QHash<QString, QString> names;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return names;
        names.insert(select->string(0), select->string(1));
    }
}

namespace {

//! What there was in the span before, and how many models have no price.
Result<void> compare(Counting &counting, const DayCalendar &calendar, const UsageGroups &groups,
                     Covered covered, const Folding &folding, const QHash<QString, QString> &names,
                     QJsonObject &report)
{
    const UsageGroups whole = groups.withoutTime();
    const Covered wanted = before(calendar, covered);
    Covered earlier = wanted;
    const Result<Groups> sums = counting.count(whole, earlier);
    if (!sums)
        return sums.error();
    if (earlier == wanted) // else there was no time for all of them
        report.insert(u"previous"_s, itemsOf(whole, *sums, folding.ofTotals(), names));
    for (const QString &time : {u"day"_s, u"hour"_s}) {
        if (!groups.names().contains(time))
            continue;
        const UsageGroups times = *UsageGroups::parse(time);
        const Result<Groups> series = counting.count(times, earlier);
        if (!series)
            return series.error();
        if (earlier == wanted)
            report.insert(QString(u"previous_%1s"_s.arg(time)),
                          itemsOf(times, *series, Folding(times, {}, {}), names));
    }
    const Result<Groups> models = counting.count(*UsageGroups::parse(u"provider,model"), covered);
    if (!models)
        return models.error();
    const auto unpriced = std::count_if(models->begin(), models->end(), [](const auto &model) {
        return model.second.unpriced > 0;
    });
    report.insert(u"unpriced_models"_s, static_cast<qint64>(unpriced));
    return {};
}

} // namespace

Result<QJsonObject> usageReport(Store::Database &database, const DayCalendar &calendar,
                                QStringView by, const UsageSpan &span)
{
    const Result<UsageGroups> groups = UsageGroups::parse(by);
    if (!groups)
        return groups.error();
    const Covered wanted = coveredBy(calendar, span);
    if (const Result<void> checked = checkHours(*groups, calendar, wanted); !checked)
        return checked.error();
    Counting counting(database, calendar, span);
    Covered covered = wanted;
    const Result<Groups> sums = counting.count(*groups, covered);
    if (!sums)
        return sums.error();
    const Result<QHash<QString, QString>> names = keyNames(database);
    if (!names)
        return names.error();
    const Folding folding(*groups, *sums, span);
    QJsonObject report{{u"items"_s, itemsOf(*groups, *sums, folding, *names)},
                       {u"next"_s, QJsonValue::Null},
                       {u"time_zone"_s, QString::fromUtf8(calendar.zone().id())},
                       {u"from"_s, isoOf(covered.fromUs)},
                       {u"to"_s, isoOf(covered.toUs)},
                       {u"partial"_s, covered != wanted}};
    if (!span.compare)
        return report;
    if (const Result<void> compared =
            compare(counting, calendar, *groups, covered, folding, *names, report);
        !compared)
        return compared.error();
    return report;
}

} // namespace Gatehouse::Ledger
