// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timerange.h"

#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const auto momentFormat = u"yyyy-MM-ddTHH:mm"_s;

QDateTime readMoment(QStringView text)
{
    QDateTime moment = QDateTime::fromString(text.toString(), momentFormat);
    moment.setTimeSpec(Qt::UTC);
    return moment;
}

QString fromTo(const QString &first, const QString &last)
{
    return first == last ? first
                         : QCoreApplication::translate("TimeRange", "%1 – %2").arg(first, last);
}

} // namespace

QString ChosenSpan::text() const
{
    return from.toString(momentFormat) + u'/' + to.toString(momentFormat);
}

QString ChosenSpan::words() const
{
    if (from.time() == QTime(0, 0) && to.time() == QTime(0, 0))
        return days();
    const QLocale locale;
    const QString format = QCoreApplication::translate("TimeRange", "d MMM HH:mm");
    const QDateTime last = to.addSecs(-60); // as the clock shows it, "23:59" and not the next day
    return fromTo(locale.toString(from, format), locale.toString(last, format));
}

QString ChosenSpan::days() const
{
    return fromTo(Format::dayAndMonth(from.date()), Format::dayAndMonth(lastDay()));
}

bool ChosenSpan::goesOn(const QDateTime &now, const QTimeZone &zone) const
{
    const QDateTime there = now.toTimeZone(zone);
    return to > QDateTime(there.date(), there.time(), Qt::UTC);
}

std::optional<ChosenSpan> chosenSpan(const QString &range)
{
    const qsizetype middle = range.indexOf(u'/');
    if (middle < 0)
        return std::nullopt;
    const ChosenSpan span{.from = readMoment(QStringView(range).first(middle)),
                          .to = readMoment(QStringView(range).sliced(middle + 1))};
    if (!span.from.isValid() || !span.to.isValid() || span.from >= span.to)
        return std::nullopt;
    return span;
}

void addRange(QUrlQuery &query, const QString &range)
{
    const std::optional<ChosenSpan> span = chosenSpan(range);
    if (span) {
        query.addQueryItem(u"since"_s, span->from.toString(momentFormat));
        query.addQueryItem(u"until"_s, span->to.toString(momentFormat));
    } else if (!range.isEmpty()) {
        query.addQueryItem(u"since"_s, range);
    }
}

} // namespace Gatehouse::Ui
