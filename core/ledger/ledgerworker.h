// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ballast.h"
#include "core/ledger/journalreader.h"
#include "core/ledger/ledgermarker.h"
#include "core/ledger/ledgerwriter.h"
#include "core/ledger/rowpool.h"

#include <QtCore/QThread>

#include <condition_variable>
#include <mutex>

namespace Gatehouse::Ledger {

//! What runs on the writer's thread. Members above the mutex belong to that thread alone.
class LedgerWriter::Worker
{
public:
    Worker(LedgerWriter &owner, Options options, const Clock &clock)
        : m_owner(owner)
        , m_options(std::move(options))
        , m_clock(clock)
        , m_marker(m_options.databasePath)
        , m_ballast(m_options.databasePath, m_options.ballastBytes)
        , m_journals(m_options.journalFolder)
        , m_retention(m_options.retention)
    {
    }
    ~Worker();

    Result<void> start();
    bool flush(std::chrono::milliseconds timeout);
    void wake();
    State state() const;
    void setRetention(const LedgerStore::Retention &retention);
    void compact();
    void moveTo(const QString &folder);

private:
    using Steady = std::chrono::steady_clock;
    //! What a batch came to: Full when more may wait.
    enum class Written { Nothing, All, Full, Refused };

    void run();
    void turn();
    bool ensureOpen();
    Result<void> open();
    void replaceDamaged(const Error &error);
    bool drain();
    Written writeBatch();
    Written afterFailure(const Error &error, bool details);
    static bool isOfOneRecord(const Error &error);
    void report(const std::vector<Rows> &rows);
    void refused(const Error &error);
    void keepHouse();
    void compactIfAsked();
    Result<void> compactNow();
    void moveIfAsked();
    Result<QString> moveNow(const QString &folder);
    void setProblem(std::optional<Error> problem);
    void publish(quint64 reached);
    std::chrono::milliseconds pause() const;

    LedgerWriter &m_owner;
    const Options m_options;
    const Clock &m_clock;
    const LedgerMarker m_marker;
    const Ballast m_ballast;
    JournalReader m_journals;
    RowPool m_rows;
    std::unique_ptr<LedgerStore> m_store;
    int m_emptyPolls = 0;
    bool m_unclean = false;       //!< the file needs a check before use
    bool m_checkpointDue = false; //!< written since the last checkpoint
    bool m_dropping = true;       //!< old rows may be left
    Steady::time_point m_lastWrite{};
    Steady::time_point m_lastRetention{};

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false;
    bool m_woken = false;
    quint64 m_wanted = 1;  //!< turns asked for; the first is the replay at start
    quint64 m_reached = 0; //!< turns that left nothing waiting
    bool m_tried = false;  //!< opening has been tried once
    State m_state;
    LedgerStore::Retention m_retention;
    bool m_compactWanted = false;
    std::optional<QString> m_moveWanted; //!< the folder
    std::unique_ptr<QThread> m_thread;
};

} // namespace Gatehouse::Ledger
