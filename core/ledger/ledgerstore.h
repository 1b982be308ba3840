// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/rollups.h"
#include "core/ledger/schema.h"
#include "core/store/database.h"

#include <QtCore/QHash>

#include <optional>

namespace Gatehouse::Ledger {

//! The writing side of ledger.db: rows and their sums, and what is dropped with age. One thread.
class LedgerStore
{
public:
    struct Options {
        QString path;
        QTimeZone zone = QTimeZone::utc(); //!< reporting zone: decides days
        std::chrono::milliseconds busyTimeout{5000};
        bool mustExist = false; //!< see Store::Database::Options
        bool check = false;     //!< quick_check first: the last stop was not clean
    };

    struct Retention {
        int requestDays = 90;
        qint64 requestBytes = 0; //!< bound of the file's size, 0 = none
        int rollupDays = 1095;
    };

    static Result<std::unique_ptr<LedgerStore>> open(const Options &options);

    //! Adds \a records with their sums in one durable transaction and leaves in it those that were
    //! new: an id already in the books is passed over. After an error nothing has changed. \a
    //! details: with attempts' texts and traces.
    Result<void> add(std::vector<RequestRecord> &records, bool details = true);

    //! The same in parts: begin(), put() with some records each, finish(). After an error of put()
    //! or finish() nothing has changed, and the batch is over.
    Result<void> begin();
    Result<void> put(std::vector<RequestRecord> &records, bool details);
    Result<void> finish();

    //! Deletes at most \a step rows that \a retention lets go, oldest first; true: call again.
    Result<bool> dropOld(const Retention &retention, WallTime now, int step = 5000);

    //! Recomputes the sums of the hours and days from the rows of reporting day \a day. Only for
    //! days whose rows are all still there.
    Result<void> rebuildDay(const QDate &day);

    Store::Database &database() { return *m_database; }

private:
    struct Statements {
        Store::Statement request;
        Store::Statement plainRequest;
        Store::Statement attempt;
        Store::Statement trace;
        Store::Statement keyName;
        Store::Statement copy;
        Store::Statement terms;
    };
    LedgerStore(std::unique_ptr<Store::Database> database, const QTimeZone &zone);
    Result<void> fillDays();
    Result<void> noteZone();
    Result<void> rebuildWeekOf(const QDate &day);
    Result<void> prepareStatements();
    Result<bool> insert(const RequestRecord &record, bool details);
    //! A copy is a row of its own table; it has no story.
    Result<bool> insertCopy(const RequestRecord &record, bool details);
    Result<void> insertDetails(const RequestRecord &record, qint64 row, bool details);
    Result<void> rememberKeyName(const RequestRecord &record);
    Error abandon(const Error &error);
    Result<qint64> deleteRows(QByteArrayView condition, qint64 bound, int step);
    Result<void> dropSlotsWithoutRows();
    Result<void> dropOldRollups(int days, WallTime now);

    std::unique_ptr<Store::Database> m_database;
    std::optional<Statements> m_statements;
    DayCalendar m_calendar;
    Rollups m_rollups;
    QHash<QByteArray, QByteArray> m_keyNames;
    QByteArray m_story; //!< of the record being written
    std::optional<Store::Transaction> m_batch;
};

} // namespace Gatehouse::Ledger
