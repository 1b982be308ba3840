// SPDX-License-Identifier: GPL-3.0-or-later
//! What the writer's thread does beside writing: old rows, free space, another place.
#include "core/base/log.h"
#include "core/ledger/ledgermove.h"
#include "core/ledger/ledgerworker.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ledger {

namespace {

constexpr auto retentionEvery = 1h; //!< between two looks for old rows
constexpr auto checkpointAfter = 5s;

} // namespace

void LedgerWriter::Worker::compact()
{
    const std::scoped_lock lock(m_mutex);
    m_compactWanted = true;
    m_woken = true;
    m_changed.notify_all();
}

void LedgerWriter::Worker::compactIfAsked()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!std::exchange(m_compactWanted, false))
            return;
    }
    const Result<void> done = compactNow();
    Q_EMIT m_owner.compacted(done ? std::nullopt : std::optional(done.error()));
}

Result<void> LedgerWriter::Worker::compactNow()
{
    if (!m_store)
        return Error{ErrorCode::Unavailable, u"the ledger is not open at present"_s};
    LedgerStore::Retention retention;
    {
        const std::scoped_lock lock(m_mutex);
        retention = m_retention;
    }
    for (bool more = true; more;) {
        const Result<bool> dropped = m_store->dropOld(retention, m_clock.wall());
        if (!dropped)
            return dropped.error();
        more = *dropped;
    }
    if (auto shrunk = m_store->database().execute("VACUUM"); !shrunk)
        return shrunk;
    return m_store->database().checkpoint();
}

void LedgerWriter::Worker::moveTo(const QString &folder)
{
    const std::scoped_lock lock(m_mutex);
    m_moveWanted = folder;
    m_woken = true;
    m_changed.notify_all();
}

void LedgerWriter::Worker::moveIfAsked()
{
    std::optional<QString> folder;
    {
        const std::scoped_lock lock(m_mutex);
        folder = std::exchange(m_moveWanted, std::nullopt);
    }
    if (!folder)
        return;
    const Result<QString> old = moveNow(*folder);
    Q_EMIT m_owner.moved(old ? std::nullopt : std::optional(old.error()), old ? *old : QString());
}

//! Nothing is written meanwhile: this is the thread that writes.
Result<QString> LedgerWriter::Worker::moveNow(const QString &folder)
{
    if (!m_store)
        return Error{ErrorCode::Unavailable, u"the ledger is not open at present"_s};
    const Result<LedgerMove> move = LedgerMove::prepare(m_options.databasePath, folder);
    if (!move)
        return move.error();
    if (const auto copied = move->copy(m_store->database()); !copied)
        return copied.error();
    m_ballast.giveUp();
    (void)m_store->database().checkpoint();
    m_store.reset();
    Result<void> done = move->exchange();
    if (done)
        done = open();
    if (!done) {
        m_store.reset();
        move->takeBack();
        (void)ensureOpen();
        return done.error();
    }
    qCInfo(lcLedger, "the request log is in %s now", qUtf8Printable(move->place()));
    return move->old();
}

//! One small piece of maintenance per idle turn.
void LedgerWriter::Worker::keepHouse()
{
    const Steady::time_point now = Steady::now();
    if (m_checkpointDue && now - m_lastWrite > checkpointAfter) {
        m_checkpointDue = false;
        (void)m_store->database().checkpoint();
    }
    if (!m_dropping && now - m_lastRetention < retentionEvery)
        return;
    LedgerStore::Retention retention;
    {
        const std::scoped_lock lock(m_mutex);
        retention = m_retention;
    }
    const Result<bool> more = m_store->dropOld(retention, m_clock.wall());
    m_dropping = more && *more;
    m_lastRetention = now;
    if (!more)
        qCWarning(lcLedger, "old rows stay: %s", qUtf8Printable(more.error().detail));
    m_ballast.make();
}

} // namespace Gatehouse::Ledger
