// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/usagecount.h"

#include "core/ledger/rowquery.h"
#include "core/ledger/usagehash.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qint64 countedFromRows = 48 * usPerHour;

constexpr QByteArrayView sumColumns =
    "sum(requests), sum(errors), sum(tokens_in), sum(tokens_out), sum(tokens_cached),"
    " sum(tokens_cache_write), sum(cost), sum(unpriced), sum(tokens_reasoning), sum(cache_saved)"
    " FROM ";

constexpr QByteArrayView plainColumns = "requests, errors, tokens_in, tokens_out, tokens_cached,"
                                        " tokens_cache_write, cost, unpriced, tokens_reasoning,"
                                        " cache_saved FROM ";

//! \a ofKey: of one key. Where no key matters, the much smaller sums without them are counted.
//! Summed where they lie in the order of the groups, else as they are.
QByteArray sqlFromDays(const UsageGroups &groups, bool ofKey)
{
    const bool needsKeys = ofKey || groups.needsKeys();
    const bool isSummed = groups.isByDaysAlone();
    return "SELECT " + groups.columns("day") + (isSummed ? sumColumns : plainColumns).toByteArray()
        + (needsKeys ? "roll_day_key" : "roll_day_model") + " WHERE day >= ?1 AND day <= ?2"
        + (needsKeys ? " AND (?3 = '' OR key = ?3)" : " AND ?3 = ''")
        + (isSummed ? groups.grouping() : QByteArray());
}

//! By keys and nothing else: whole weeks from their sums, the days at both ends from theirs. The
//! week of the \a newest day has none behind it that would not count.
QByteArray sqlFromWeeks(const UsageGroups &groups, qint64 from, qint64 to, qint64 newest)
{
    const auto number = [](const QDate &day) {
        return QByteArray::number(DayCalendar::number(day));
    };
    const QDate last = DayCalendar::date(to);
    const auto [begin, end] = DayCalendar::wholeWeeks(
        DayCalendar::date(from), to < newest ? last : last.addDays(7 - last.dayOfWeek()));
    const QByteArray select = "SELECT " + groups.columns("day") + plainColumns.toByteArray();
    const QByteArray ofKey = " AND (?3 = '' OR key = ?3)";
    return select + "roll_week_key WHERE week >= " + number(begin) + " AND week < " + number(end)
        + ofKey + " UNION ALL " + select + "roll_day_key WHERE day >= ?1 AND day < " + number(begin)
        + ofKey + " UNION ALL " + select + "roll_day_key WHERE day >= " + number(end)
        + " AND day <= ?2" + ofKey;
}

QByteArray sqlFromSums(const UsageGroups &groups, bool ofKey, qint64 from, qint64 to, qint64 newest)
{
    constexpr int worthWhile = 14; // days, which have a whole week among them
    const bool isLong = DayCalendar::date(from).daysTo(DayCalendar::date(to)) >= worthWhile;
    return groups.isByKeysAlone() && isLong ? sqlFromWeeks(groups, from, to, newest)
                                            : sqlFromDays(groups, ofKey);
}

QByteArray sqlFromSlots(const UsageGroups &groups)
{
    return "SELECT " + groups.columns("slot") + plainColumns.toByteArray()
        + "roll_slot_model WHERE slot >= ?1 AND slot < ?2 AND ?3 = ''";
}

//! Requests, answers that nobody got (their own provider's spending), and copies, which are
//! nobody's requests. The same as the sums by day.
constexpr QByteArrayView usedRows =
    "(SELECT ts, provider, team, key, route, model, tags, 1 AS requests, class IN (1, 2) AS errors,"
    " tokens_in, tokens_out, tokens_cached,"
    " tokens_cache_write + tokens_cache_write_hour AS tokens_cache_write, tokens_reasoning,"
    " cache_saved, iif(cost IS NULL, 0, cost - ifnull("
    "(SELECT sum(a.cost) FROM attempts a WHERE a.request = r.n), 0)) AS cost,"
    " cost IS NULL AND (outcome = 'ok' OR tokens_in + tokens_out + images + audio_ms + characters"
    " + queries > 0) AS unpriced"
    " FROM requests r WHERE ts >= ?1 AND ts < ?2 AND (?3 = '' OR key = ?3)"
    " UNION ALL SELECT r.ts, a.provider, r.team, r.key, r.route, a.model, r.tags, 0, 0, 0, 0, 0,"
    " 0, 0, 0, a.cost, 0"
    " FROM requests r JOIN attempts a ON a.request = r.n"
    " WHERE r.ts >= ?1 AND r.ts < ?2 AND (?3 = '' OR r.key = ?3) AND a.cost IS NOT NULL"
    " UNION ALL SELECT ts, provider, '', '', '', model, '', 0, 0, tokens_in, tokens_out, "
    "tokens_cached,"
    " tokens_cache_write, tokens_reasoning, 0, ifnull(cost, 0), 0 FROM copies WHERE ts >= ?1 AND "
    "ts < ?2 AND ?3 = '')";

QByteArray sqlFromRows(const UsageGroups &groups)
{
    const QByteArray slot = "ts / " + QByteArray::number(usPerSlot);
    return "SELECT " + groups.columns(slot) + sumColumns.toByteArray() + usedRows.toByteArray()
        + groups.grouping();
}

} // namespace

void UsageSums::add(const UsageSums &more)
{
    requests += more.requests;
    errors += more.errors;
    tokensIn += more.tokensIn;
    tokensOut += more.tokensOut;
    tokensCached += more.tokensCached;
    tokensCacheWrite += more.tokensCacheWrite;
    cost += more.cost;
    unpriced += more.unpriced;
    tokensReasoning += more.tokensReasoning;
    cacheSaved += more.cacheSaved;
}

void UsageSums::subtract(const UsageSums &less)
{
    requests -= less.requests;
    errors -= less.errors;
    tokensIn -= less.tokensIn;
    tokensOut -= less.tokensOut;
    tokensCached -= less.tokensCached;
    tokensCacheWrite -= less.tokensCacheWrite;
    cost -= less.cost;
    unpriced -= less.unpriced;
    tokensReasoning -= less.tokensReasoning;
    cacheSaved -= less.cacheSaved;
}

UsageSums sumsOf(const Store::Statement &row, int column)
{
    UsageSums sums;
    for (qint64 *value : {&sums.requests, &sums.errors, &sums.tokensIn, &sums.tokensOut,
                          &sums.tokensCached, &sums.tokensCacheWrite, &sums.cost, &sums.unpriced,
                          &sums.tokensReasoning, &sums.cacheSaved})
        *value = row.integer(column++);
    return sums;
}

qint64 UsageSums::of(const QString &measure) const
{
    if (measure == "tokens"_L1)
        return tokensIn + tokensOut;
    return measure == "requests"_L1 ? requests : cost;
}

UsageCover UsageCover::of(const DayCalendar &calendar, const UsageSpan &span)
{
    if (span.untilUs - span.sinceUs <= countedFromRows)
        return {span.sinceUs, span.untilUs, true};
    const qint64 last = calendar.dayOf(span.untilUs - 1);
    return {calendar.startOf(calendar.dateAt(span.sinceUs)),
            calendar.startOf(DayCalendar::date(last).addDays(1)), false};
}

UsageCover UsageCover::before(const DayCalendar &calendar) const
{
    if (isExact)
        return {2 * fromUs - toUs, fromUs, true};
    const qint64 days = calendar.dayOf(toUs - 1) - calendar.dayOf(fromUs) + 1;
    return {calendar.startOf(calendar.dateAt(fromUs).addDays(-days)), fromUs, false};
}

Result<UsageByGroup> UsageCount::count(const UsageGroups &groups, UsageCover &covered)
{
    if (covered.isExact || groups.hasHours() || groups.hasTags()) {
        const bool fromSlots = !groups.hasTags() && !groups.needsKeys() && m_span.key.isEmpty();
        return fromSlots ? countSlots(groups, covered) : countRows(groups, covered);
    }
    const qint64 from = m_calendar.dayOf(covered.fromUs);
    const qint64 to = m_calendar.dayOf(covered.toUs - 1);
    const Result<qint64> newest = m_database.integer("SELECT max(day) FROM roll_day_key");
    if (!newest)
        return newest.error();
    UsageByGroup sums;
    const QByteArray sql = sqlFromSums(groups, !m_span.key.isEmpty(), from, to, *newest);
    const Result<void> done = take(sql, groups, nullptr, from, to, sums);
    return done ? Result<UsageByGroup>(std::move(sums)) : done.error();
}

//! Whole slots from their sums, the moments at both ends from the rows.
Result<UsageByGroup> UsageCount::countSlots(const UsageGroups &groups, const UsageCover &covered)
{
    const qint64 first = (covered.fromUs + usPerSlot - 1) / usPerSlot;
    const qint64 end = covered.toUs / usPerSlot;
    const qint64 firstRows = std::min(first * usPerSlot, covered.toUs);
    const qint64 lastRows = std::max(end * usPerSlot, firstRows);
    UsageByGroup sums;
    if (const Result<void> done = take(sqlFromSlots(groups), groups, &m_calendar, first, end, sums);
        !done)
        return done.error();
    const QByteArray sql = sqlFromRows(groups);
    for (const auto &[from, to] :
         {std::pair(covered.fromUs, firstRows), std::pair(lastRows, covered.toUs)}) {
        if (const Result<void> done = take(sql, groups, &m_calendar, from, to, sums); !done)
            return done.error();
    }
    return sums;
}

Result<UsageByGroup> UsageCount::countRows(const UsageGroups &groups, UsageCover &covered)
{
    UsageByGroup sums;
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

Result<UsageByGroup> UsageCount::countOfKeys(const UsageGroups &groups, const UsageCover &covered,
                                             const QList<QByteArray> &keys)
{
    UsageByGroup sums;
    QByteArray marks = QByteArray("?,").repeated(keys.size());
    marks.chop(1);
    const QByteArray sql = "SELECT " + groups.columns("day") + plainColumns.toByteArray()
        + "roll_day_key WHERE day = ? AND key IN (" + marks + ")";
    auto select = m_database.prepare(sql);
    if (!select)
        return select.error();
    for (qsizetype key = 0; key < keys.size(); ++key)
        select->bind(int(key) + 2, keys[key]);
    UsageHash hash(groups, nullptr, m_span.names);
    const QDate last = m_calendar.dateAt(covered.toUs - 1);
    for (QDate day = m_calendar.dateAt(covered.fromUs); day <= last; day = day.addDays(1)) {
        select->bind(1, DayCalendar::number(day));
        if (const Result<void> read =
                eachRow(*select, [&hash](const Store::Statement &row) { hash.add(row); });
            !read)
            return read.error();
    }
    hash.addTo(sums);
    return sums;
}

Result<void> UsageCount::take(const QByteArray &sql, const UsageGroups &groups,
                              const DayCalendar *slots, qint64 from, qint64 to, UsageByGroup &sums)
{
    UsageHash hash(groups, slots, m_span.names);
    const Result<void> read = query(
        m_database, sql, [&hash](const Store::Statement &row) { hash.add(row); }, from, to,
        m_span.key);
    hash.addTo(sums);
    return read;
}

Result<qint64> UsageCount::unpricedModels(const UsageCover &covered)
{
    const bool fromRows = covered.isExact || !m_span.key.isEmpty();
    if (fromRows) {
        UsageCover all = covered;
        const Result<UsageByGroup> models = count(*UsageGroups::parse(u"provider,model"), all);
        if (!models)
            return models.error();
        return std::count_if(models->begin(), models->end(),
                             [](const auto &model) { return model.second.unpriced > 0; });
    }
    auto select =
        m_database.prepare("SELECT count(*) FROM (SELECT DISTINCT provider, model FROM"
                           " roll_day_model WHERE unpriced > 0 AND day >= ? AND day <= ?)");
    if (!select)
        return select.error();
    select->bindAll(m_calendar.dayOf(covered.fromUs), m_calendar.dayOf(covered.toUs - 1));
    const auto models = select->oneInteger();
    return models ? Result<qint64>(models->value_or(0)) : models.error();
}

} // namespace Gatehouse::Ledger
