// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/schema.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

namespace Gatehouse::Ledger {

//! What a report of usage says of requests that the books do not hold themselves.
struct UsageNames {
    QHash<QString, QString> owners = {}; //!< the person that a key belongs to, by the key's id
    QString node = {};                   //!< the gateway that keeps these books
};

//! By what usage is summed: provider, team, key, person, route, model, node, tag (all tags of a
//! request), tag:NAME (the value of one of them), day and hour.
class UsageGroups
{
public:
    //! Names separated by commas. InvalidArgument with the unknown one as path.
    static Result<UsageGroups> parse(QStringView by);

    const QStringList &names() const { return m_names; }
    bool contains(QLatin1StringView name) const { return m_names.contains(name); }
    //! The same without day and hour.
    UsageGroups withoutTime() const;
    //! By what keys say and nothing else.
    bool isByKeysAlone() const;
    //! Nothing but days, in whose order the sums by day lie.
    bool isByDaysAlone() const;
    bool hasHours() const { return contains(QLatin1StringView("hour")); }
    //! No sums are kept by tag: clients make up tags as they like.
    bool hasTags() const;
    bool needsKeys() const
    {
        return contains(QLatin1StringView("key")) || contains(QLatin1StringView("person"));
    }

    //! The columns of the groups, each followed by a comma; \a time is the expression of the day or
    //! of the slot (see valuesOf()).
    QByteArray columns(QByteArrayView time) const;
    qsizetype columnCount() const { return columns("day").count(','); }
    //! " GROUP BY 1, 2".
    QByteArray grouping() const;

    //! What a row of \a select, which begins with columns(), belongs to. \a slots: its time is a
    //! slot, to be told by this calendar; null: the number of a day.
    QStringList valuesOf(const Store::Statement &select, const DayCalendar *slots,
                         const UsageNames &names) const;
    //! The bytes of these columns of a row, alike for rows of one group; \a key is written anew.
    void writeKey(const Store::Statement &select, QByteArray &key) const;

private:
    QStringList m_names;
};

} // namespace Gatehouse::Ledger
