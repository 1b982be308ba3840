// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/timewindow.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

constexpr int minutesOfDay = 24 * 60;

//! 0 for "mon", -1 for no day.
int dayOf(QStringView word)
{
    static const QStringList days{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s,
                                  u"fri"_s, u"sat"_s, u"sun"_s};
    return int(days.indexOf(word.toString().toLower()));
}

//! "mon-fri,sun"; a range may run over the week's end.
std::optional<quint8> parseDays(QStringView text)
{
    quint8 mask = 0;
    for (const QStringView part : text.split(u',')) {
        const qsizetype dash = part.indexOf(u'-');
        const int first = dayOf(dash < 0 ? part : part.first(dash));
        const int last = dash < 0 ? first : dayOf(part.sliced(dash + 1));
        if (first < 0 || last < 0)
            return std::nullopt;
        for (int day = first;; day = (day + 1) % 7) {
            mask = quint8(mask | (1 << day));
            if (day == last)
                break;
        }
    }
    return mask;
}

//! Minutes of "08:30"; "24:00" is the day's end.
std::optional<int> parseClock(QStringView text)
{
    static const QRegularExpression form(u"\\A(\\d{1,2}):(\\d{2})\\z"_s);
    const auto match = form.match(text.toString());
    const int minutes = match.captured(1).toInt() * 60 + match.captured(2).toInt();
    if (!match.hasMatch() || match.captured(2).toInt() > 59 || minutes > minutesOfDay)
        return std::nullopt;
    return minutes;
}

} // namespace

bool TimeWindow::contains(const QDateTime &local) const
{
    const int day = local.date().dayOfWeek() - 1;
    const int minute = local.time().hour() * 60 + local.time().minute();
    const auto on = [this](int weekday) { return (days >> weekday & 1) != 0; };
    if (from < until)
        return on(day) && minute >= from && minute < until;
    return (on(day) && minute >= from) || (on((day + 6) % 7) && minute < until);
}

std::optional<TimeWindow> parseTimeWindow(QStringView text)
{
    TimeWindow window;
    const auto parts = text.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 2)
        return std::nullopt;
    const bool hasHours = parts.back().contains(u':');
    if (parts.size() == 2 && !hasHours)
        return std::nullopt;
    if (hasHours) {
        const qsizetype dash = parts.back().indexOf(u'-');
        if (dash < 0)
            return std::nullopt;
        const auto from = parseClock(parts.back().first(dash));
        const auto until = parseClock(parts.back().sliced(dash + 1));
        if (!from || !until || *from == *until)
            return std::nullopt;
        window.from = *from;
        window.until = *until;
    }
    if (parts.size() == 2 || !hasHours) {
        const auto days = parseDays(parts.front());
        if (!days)
            return std::nullopt;
        window.days = *days;
    }
    return window;
}

std::optional<std::chrono::milliseconds> parseIsoDuration(QStringView text)
{
    static const QRegularExpression form(
        u"\\AP(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?)?\\z"_s);
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 minutes = match.captured(1).toLongLong() * 7 * minutesOfDay
        + match.captured(2).toLongLong() * minutesOfDay + match.captured(3).toLongLong() * 60
        + match.captured(4).toLongLong();
    if (minutes <= 0)
        return std::nullopt;
    return std::chrono::minutes(minutes);
}

} // namespace Gatehouse::Api
