// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/schema.h"

#include <QtCore/QList>

#include <chrono>
#include <memory>
#include <vector>

namespace Gatehouse::Ledger {

//! Whose money is asked for.
struct SpendQuestion {
    enum class Of { Everything, Key, Team, Route, Provider, Tag };

    Of of = Of::Everything;
    QList<QByteArray> names = {}; //!< any of them; of a tag "project=search"
    WallTime from{};
    //! Zero: one sum of the whole days since \a from. Else sums of steps this long.
    std::chrono::microseconds step{};
};

struct SpentAt {
    WallTime time{}; //!< the beginning of the step
    Money cost;
};

//! One unchanging view of what was spent, for telling budgets at a start what their periods have
//! cost so far. Any one thread.
class SpendSums
{
public:
    //! \a zone: the reporting zone.
    static Result<std::unique_ptr<SpendSums>> open(const QString &path, const QTimeZone &zone);

    Result<std::vector<SpentAt>> ask(const SpendQuestion &question);
    //! The request is part of the sums.
    Result<bool> knows(QByteArrayView requestId);

private:
    SpendSums(std::unique_ptr<Store::Database> database, const QTimeZone &zone);
    Result<std::vector<SpentAt>> ofDays(const SpendQuestion &question);
    Result<std::vector<SpentAt>> ofRows(const SpendQuestion &question);

    std::unique_ptr<Store::Database> m_database;
    DayCalendar m_calendar;
};

} // namespace Gatehouse::Ledger
