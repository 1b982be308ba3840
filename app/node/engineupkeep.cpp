// SPDX-License-Identifier: GPL-3.0-or-later
//! The engine's chores: room on the disk, the place of the books, backups, a new beginning.
#include "app/node/engine.h"
#include "core/ledger/ledgermove.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

namespace {

constexpr auto answerTime = 100ms; //!< for the answer to whoever asked for a restart

} // namespace

void Engine::openBackups()
{
    m_backups = std::make_unique<BackupKeeper>(BackupKeeper::Parts{
        .clock = m_clock,
        .queries = *m_queries,
        .dataFolder = m_folder->path(),
        .settings = [this]() -> const Api::GatewaySettings & {
            return m_books->configuration().document().gateway;
        },
        .zone = [this] { return timeZone(); },
        .flushLedger = [this] { return m_ledger->flush(5s); },
        .tell =
            [this](const QString &kind, const QString &severity, const QString &title,
                   const QString &detail, const QString &object, const Admin::EventWords &words) {
                tell(kind, severity, title, detail, object, words);
            }});
}

void Engine::compactLedger(std::function<void(Result<void>)> done)
{
    m_waitingForCompaction.push_back(std::move(done));
    if (m_waitingForCompaction.size() == 1)
        m_ledger->compact();
}

void Engine::ledgerCompacted(const std::optional<Error> &problem)
{
    for (const auto &done : std::exchange(m_waitingForCompaction, {}))
        done(problem ? Result<void>(*problem) : Result<void>());
}

void Engine::moveLedger(const QString &folder, std::function<void(Result<void>)> done)
{
    if (m_waitingForMove)
        return done(Error{ErrorCode::Conflict, u"the request log is being moved already"_s});
    m_waitingForMove = std::move(done);
    m_ledger->moveTo(folder);
}

//! The old file goes when the reader of the screens has let go of it.
void Engine::ledgerMoved(const std::optional<Error> &problem, const QString &old)
{
    if (!problem)
        m_queries->reopen([old] { Ledger::LedgerMove::removeOld(old); });
    const auto done = std::exchange(m_waitingForMove, {});
    done(problem ? Result<void>(*problem) : Result<void>());
}

void Engine::restart()
{
    QTimer::singleShot(answerTime, this, &Engine::restartWanted);
}

} // namespace Gatehouse::Node
