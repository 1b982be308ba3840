// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/machinecorrection.h"

#include <algorithm>

namespace Gatehouse::Ledger {

namespace {

//! What was in force at a moment; never before the first.
MachineTerms termsAt(const QList<MachineTerms> &history, qint64 us)
{
    const auto later =
        std::ranges::find_if(history, [us](const MachineTerms &one) { return one.sinceUs > us; });
    return later == history.begin() ? history.front() : *std::prev(later);
}

//! The first agreement holds for all days before it, and that is the one its day ended with.
QList<MachineTerms> fromTheBeginning(QList<MachineTerms> history, const DayCalendar &calendar)
{
    const QDate known = calendar.dateAt(history.front().sinceUs);
    MachineTerms first = termsAt(history, calendar.startOf(known.addDays(1)) - 1);
    first.sinceUs = 0;
    if (history.front().sinceUs > 0)
        history.prepend(first);
    return history;
}

QList<MachineTerms> with(const MachineCorrection &correction, const QList<MachineTerms> &history,
                         const DayCalendar &calendar)
{
    const qint64 begin = calendar.startOf(correction.first);
    const qint64 end =
        std::min(calendar.startOf(correction.last.addDays(1)), toUs(correction.made));
    if (begin >= end)
        return history;
    QList<MachineTerms> whole = fromTheBeginning(history, calendar);
    for (const qint64 border : {begin, end}) {
        MachineTerms there = termsAt(whole, border);
        if (there.sinceUs == border)
            continue;
        there.sinceUs = border;
        const auto place = std::ranges::upper_bound(whole, border, {}, &MachineTerms::sinceUs);
        whole.insert(place, there);
    }
    for (MachineTerms &one : whole) {
        if (one.sinceUs < begin || one.sinceUs >= end)
            continue;
        one.nanoPerHour = correction.nanoPerHour;
        one.corrected = calendar.dateAt(toUs(correction.made)).toString(Qt::ISODate);
    }
    return whole;
}

} // namespace

QList<MachineTerms> corrected(const QList<MachineTerms> &terms,
                              const QList<MachineCorrection> &corrections,
                              const DayCalendar &calendar)
{
    QList<MachineTerms> all;
    for (auto begin = terms.begin(); begin != terms.end();) {
        const QString &provider = begin->provider;
        const auto end = std::find_if(begin, terms.end(), [&provider](const MachineTerms &one) {
            return one.provider != provider;
        });
        QList<MachineTerms> history(begin, end);
        for (const MachineCorrection &correction : corrections) {
            if (correction.provider == provider)
                history = with(correction, history, calendar);
        }
        all += history;
        begin = end;
    }
    return all;
}

} // namespace Gatehouse::Ledger
