// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/schema.h"
#include "core/store/database.h"

#include <QtCore/QJsonObject>

#include <vector>

namespace Gatehouse::Ledger {

//! Proves that the books agree with themselves: for every day the rows, the sums by day, the usage
//! report and the export say the same requests, tokens and money; and for the days together the
//! sums by hour and by slot. Each is counted on its own way, in one unchanging view.
class BooksCheck
{
public:
    //! What one way of counting says; errors are requests that count as such.
    struct Sums {
        qint64 requests = 0;
        qint64 tokensIn = 0;
        qint64 tokensOut = 0;
        qint64 cost = 0;
        qint64 listCost = 0;
        qint64 unpriced = 0;
        qint64 cacheSaved = 0;

        bool operator==(const Sums &) const = default;
    };
    struct Difference {
        QDate day;
        QString between; //!< "rows and sums by day"
        Sums rows;
        Sums others;
    };
    struct Outcome {
        int days = 0;
        Sums sums;
        std::vector<Difference> differences;

        bool isSound() const { return differences.empty(); }
        //! {"ok", "days", "requests", "cost_nano_usd", "differences": [{"day", "between", "rows":
        //!  {"requests", …}, "others": {…}}]}
        QJsonObject toJson() const;
    };

    //! \a database: a connection of this thread.
    BooksCheck(Store::Database &database, const DayCalendar &calendar)
        : m_database(database)
        , m_calendar(calendar)
    {
    }

    //! The days from \a first to \a last, as far as all their rows are still there and they were
    //! counted in the zone of now: the one the books are kept in, whatever is configured for the
    //! next start. \a exports: so many of the last days are compared with the export too, which
    //! takes the longest.
    Result<Outcome> run(const QDate &first, const QDate &last, int exports = 2);

private:
    Result<Sums> readRows(qint64 from, qint64 to);
    Result<void> checkDay(const QDate &day, bool withExport, Outcome &outcome);
    Result<void> checkWeeks(const QDate &first, const QDate &last, Outcome &outcome);
    Result<void> checkHours(const QDate &first, const QDate &last, Outcome &outcome);
    Result<Sums> read(QByteArrayView sql, qint64 from, qint64 to);
    Result<Sums> reported(const QDate &day);
    Result<Sums> exported(const QDate &day);
    //! The first day none of whose rows were dropped.
    Result<QDate> firstWhole();
    Result<QDate> sinceZone();

    Store::Database &m_database;
    DayCalendar m_calendar;
};

} // namespace Gatehouse::Ledger
