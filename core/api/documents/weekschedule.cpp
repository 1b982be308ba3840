// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/weekschedule.h"

#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

constexpr int minutesPerDay = 24 * 60;

int dayOf(const QString &word)
{
    static const QStringList days{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s,
                                  u"fri"_s, u"sat"_s, u"sun"_s};
    return int(days.indexOf(word)) + 1;
}

//! -1 when it is no time; 24:00 is the end of a day.
int minuteOf(const QString &hours, const QString &minutes)
{
    const int minute = hours.toInt() * 60 + minutes.toInt();
    return minutes.toInt() < 60 && minute <= minutesPerDay ? minute : -1;
}

qint64 momentOf(const QDate &day, int minute, const QTimeZone &zone)
{
    const QDateTime moment = minute == minutesPerDay ? day.addDays(1).startOfDay(zone)
        : minute == 0                                ? day.startOfDay(zone)
                      : QDateTime(day, QTime(minute / 60, minute % 60), zone);
    return moment.toMSecsSinceEpoch() * 1000;
}

} // namespace

std::optional<WeekSchedule> WeekSchedule::parse(const QString &text)
{
    static const QRegularExpression form(
        u"\\A(?:([a-z]{3})(?:-([a-z]{3}))? )?(\\d{2}):(\\d{2})-(\\d{2}):(\\d{2})\\z"_s);
    WeekSchedule schedule;
    if (text.trimmed().isEmpty()) {
        schedule.m_parts.append(Part());
        return schedule;
    }
    const QStringList parts = text.toLower().split(u',');
    for (const QString &one : parts) {
        const auto match = form.match(one.simplified());
        if (!match.hasMatch())
            return std::nullopt;
        Part part;
        if (!match.captured(1).isEmpty()) {
            part.first = part.last = dayOf(match.captured(1));
            if (!match.captured(2).isEmpty())
                part.last = dayOf(match.captured(2));
        }
        part.begin = minuteOf(match.captured(3), match.captured(4));
        part.end = minuteOf(match.captured(5), match.captured(6));
        const bool overlaps = std::ranges::any_of(schedule.m_parts, [&part](const Part &other) {
            bool sameDay = false;
            for (int day = 1; day <= 7; ++day)
                sameDay = sameDay || (part.holds(day) && other.holds(day));
            return sameDay && part.begin < other.end && other.begin < part.end;
        });
        if (part.first == 0 || part.last == 0 || part.begin < 0 || part.end <= part.begin
            || overlaps)
            return std::nullopt;
        schedule.m_parts.append(part);
    }
    return schedule;
}

qint64 WeekSchedule::heldUs(const QDate &day, const QTimeZone &zone, qint64 untilUs) const
{
    qint64 held = 0;
    for (const Part &part : m_parts) {
        if (!part.holds(day.dayOfWeek()))
            continue;
        const qint64 begin = momentOf(day, part.begin, zone);
        const qint64 end = std::min(momentOf(day, part.end, zone), untilUs);
        held += std::max<qint64>(end - begin, 0);
    }
    return held;
}

} // namespace Gatehouse::Api
