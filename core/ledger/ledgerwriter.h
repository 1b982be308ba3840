// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ledger/ledgerstore.h"

#include <QtCore/QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace Gatehouse::Ledger {

//! Rows on their way from thread to thread, never copied.
using Rows = std::shared_ptr<const std::vector<RequestRecord>>;

//! Moves request records from the workers' journals into ledger.db on a thread of its own, at most
//! 4,000 per durable transaction, and drops old rows. What SQL cannot take (locked, disk full)
//! stays in the journals and is tried again; nothing is lost and no request waits.
//!
//! Functions are for the thread that owns the object unless they say otherwise.
class LedgerWriter : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString databasePath;
        QString journalFolder;
        QTimeZone zone = QTimeZone::utc(); //!< reporting zone
        LedgerStore::Retention retention = {};
        std::chrono::milliseconds poll{50};
        std::chrono::milliseconds retry{1000}; //!< pause after SQL refused a batch
        std::chrono::milliseconds busyTimeout{5000};
        std::chrono::milliseconds startPatience{1500}; //!< start() waits no longer for the replay
        int batch = 4000;
        qint64 ballastBytes = 16LL * 1024 * 1024;  //!< file given up when the disk is full
        qint64 lowSpaceBytes = 50LL * 1024 * 1024; //!< below: details and traces are not stored
    };

    struct State {
        qint64 waiting = 0; //!< records in journals that are not in SQL yet
        qint64 damaged = 0; //!< journal frames that failed their check
        //! Why rows are not written at present; nothing when all is well.
        std::optional<Error> problem;
        //! Set when the file found at start was damaged and put aside: its new name.
        QString damagedCopy;
    };

    //! \a clock outlives the writer.
    LedgerWriter(Options options, const Clock &clock, QObject *parent = nullptr);
    //! Stops after one last try to write what waits.
    ~LedgerWriter() override;

    //! Opens the database, replays what earlier processes left in the journals, then goes on in
    //! the background. A damaged database is put aside and begun anew. A locked or full one is no
    //! error: the state says so and it is tried again. Errors: ReadOnly, Unsupported, Io.
    Result<void> start();

    //! Waits until everything appended before the call is in SQL; false after \a timeout.
    //! Any thread but the writer's own.
    bool flush(std::chrono::milliseconds timeout);
    //! Looks into the journals now. Any thread; cheap.
    void wake();
    //! Any thread.
    State state() const;
    //! Any thread.
    void setRetention(const LedgerStore::Retention &retention);
    //! Drops all old rows and gives the file's free space back, on the writer's thread; compacted()
    //! follows. Requests go on being journaled meanwhile. Any thread.
    void compact();
    //! Moves the database to \a folder, on the writer's thread; moved() follows. Requests go on
    //! being journaled meanwhile. Any thread.
    void moveTo(const QString &folder);

Q_SIGNALS:
    //! New rows, in the order written. Emitted on the writer's thread: connect with a context
    //! object of another thread to receive them there.
    void rowsWritten(const Gatehouse::Ledger::Rows &rows);
    //! The problem came, changed or went. Emitted on the writer's thread.
    void problemChanged();
    //! After compact(); \a problem when it failed. Emitted on the writer's thread.
    void compacted(const std::optional<Gatehouse::Error> &problem);
    //! After moveTo(): \a problem when everything stayed as it was, else what
    //! LedgerMove::removeOld() is to be given when no reader has the old file open any more.
    //! Emitted on the writer's thread.
    void moved(const std::optional<Gatehouse::Error> &problem, const QString &old);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace Gatehouse::Ledger
