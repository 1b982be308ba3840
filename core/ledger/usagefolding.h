// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/usagecount.h"

#include <QtCore/QJsonArray>

#include <set>

namespace Gatehouse::Ledger {

//! The groups that are told one by one, and the others by the time of a report as one.
class UsageFolding
{
public:
    //! Chooses by what \a sums say of the whole span.
    UsageFolding(const UsageGroups &groups, const UsageByGroup &sums, const UsageSpan &span);

    //! The same groups in sums without time.
    UsageFolding ofTotals() const
    {
        UsageFolding totals = *this;
        totals.m_times.clear();
        return totals;
    }
    qint64 others() const { return m_others; }
    //! The same choice for \a groups with their time, of which one is the key.
    UsageFolding ofDays(const UsageGroups &groups) const;
    //! Values of a day that stand for the groups that are not told.
    QStringList othersOf(const QString &day) const;
    //! The values, without their time, that are told one by one.
    const std::set<QStringList> &shown() const { return m_shown; }
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
    void findTimes(const UsageGroups &groups);
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

//! By time, then by cost, the dearest first; what is folded behind the others of its time. \a
//! names: of keys.
QJsonArray usageItems(const UsageGroups &groups, const UsageByGroup &sums,
                      const UsageFolding &folding, const QHash<QString, QString> &names,
                      bool onlyCost = false);

} // namespace Gatehouse::Ledger
