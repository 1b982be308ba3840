// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/reportrange.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qint64 usPerMinute = 60 * usPerSecond;
constexpr qint64 usPerDay = 24 * usPerHour;
constexpr qint64 longestSpan = 366 * usPerDay;
constexpr qint64 longestExactSpan = 2 * usPerDay;
constexpr qint64 longestByHour = 31 * usPerDay; //!< a longer span is told by days

Error wrong(const QString &why, const QString &parameter)
{
    return {ErrorCode::InvalidArgument, why, parameter};
}

//! A span that does not begin and end on the hour is counted by its rows while it is short; a long
//! one takes the hours it begins and ends in as a whole.
Result<ReportRange> chosen(qint64 since, qint64 until, qint64 now)
{
    const qint64 to = std::min(until, now + 1);
    if (since >= to)
        return wrong(u"the range begins after its end, or in the future"_s, u"since"_s);
    if (to - since > longestSpan)
        return wrong(u"a range is at most 366 days long"_s, u"since"_s);
    const qint64 span = to - since;
    const bool onTheHour = since % usPerHour == 0 && (until % usPerHour == 0 || until > now);
    const bool exact = span <= 2 * usPerHour || (!onTheHour && span <= longestExactSpan);
    ReportRange range{since, to, usPerHour, exact};
    if (exact) {
        range.bucket = span <= usPerHour ? usPerMinute
            : span <= 6 * usPerHour      ? 5 * usPerMinute
                                         : 30 * usPerMinute;
    } else {
        range.from = since / usPerHour * usPerHour;
        range.to = std::min((to + usPerHour - 1) / usPerHour * usPerHour, now + 1);
        if (span > 7 * usPerDay)
            range.bucket = span > longestByHour ? usPerDay : 6 * usPerHour;
    }
    return range;
}

} // namespace

Result<ReportRange> ReportRange::of(const ReportSpan &span, qint64 now)
{
    if (span.since)
        return chosen(*span.since, span.until.value_or(now + 1), now);
    if (span.until)
        return wrong(u"until needs since beside it"_s, u"until"_s);
    struct Named {
        QLatin1StringView name;
        int hours;
        int bucketMinutes;
    };
    static constexpr std::array ranges{Named{"1h"_L1, 1, 5}, Named{"24h"_L1, 24, 60},
                                       Named{"7d"_L1, 168, 60}, Named{"30d"_L1, 720, 360}};
    for (const Named &range : ranges) {
        if (span.name != range.name)
            continue;
        const bool exact = range.hours == 1;
        const qint64 bucket = range.bucketMinutes * usPerMinute;
        const qint64 from =
            exact ? now + 1 - usPerHour : (now / usPerHour - range.hours + 1) * usPerHour;
        return ReportRange{from, now + 1, bucket, exact};
    }
    return wrong(u"use 1h, 24h, 7d or 30d"_s, u"range"_s);
}

ReportRange ReportRange::before() const
{
    const qint64 span = to - from;
    const qint64 whole = exact ? span : (span + usPerHour - 1) / usPerHour * usPerHour;
    return {from - whole, from, whole, exact};
}

ReportPoints::ReportPoints(const ReportRange &range, const DayCalendar &calendar, qint64 now)
    : m_range(range)
    , m_areDays(!range.exact && range.to - range.from > longestByHour)
{
    if (!m_areDays) {
        for (qint64 point = 0; point <= range.points(); ++point)
            m_starts.push_back(range.from + point * range.bucket);
        return;
    }
    const QDate last = calendar.dateAt(range.to - 1);
    for (QDate day = calendar.dateAt(range.from); day <= last; day = day.addDays(1))
        m_starts.push_back(calendar.startOf(day));
    m_starts.push_back(calendar.startOf(last.addDays(1)));
    m_range.from = m_starts.front();
    m_range.to = std::min(m_starts.back(), now + 1);
    m_range.bucket = usPerDay;
}

size_t ReportPoints::at(qint64 us) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), us);
    const auto index = std::max<std::ptrdiff_t>(after - m_starts.begin() - 1, 0);
    return std::min(size_t(index), size() - 1);
}

} // namespace Gatehouse::Ledger
