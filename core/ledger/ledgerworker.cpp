// SPDX-License-Identifier: GPL-3.0-or-later
//! The life of the writer's thread.
#include "core/ledger/ledgerworker.h"

#include "core/base/log.h"
#include "core/ledger/ledgermove.h"
#include "core/store/backup.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ledger {

namespace {

constexpr int idlePolls = 40;     //!< after so many empty looks …
constexpr int idlePollFactor = 4; //!< … the pause becomes so much longer

//! Accounting yields to the threads that serve requests.
void lowerPriority()
{
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), 19);
}

} // namespace

LedgerWriter::Worker::~Worker()
{
    if (!m_thread)
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        m_changed.notify_all();
    }
    m_thread->wait();
}

Result<void> LedgerWriter::Worker::start()
{
    Q_ASSERT(!m_thread);
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(u"ledger"_s);
    m_thread->start();
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, m_options.startPatience,
                       [this] { return m_reached > 0 || (m_tried && m_state.problem); });
    if (!m_state.problem || m_state.problem->code == ErrorCode::Locked
        || m_state.problem->code == ErrorCode::DiskFull)
        return {};
    return *m_state.problem;
}

bool LedgerWriter::Worker::flush(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    if (!m_thread)
        return false;
    const quint64 mine = ++m_wanted;
    m_woken = true;
    m_changed.notify_all();
    return m_changed.wait_for(lock, timeout, [this, mine] { return m_reached >= mine; });
}

void LedgerWriter::Worker::wake()
{
    const std::scoped_lock lock(m_mutex);
    m_woken = true;
    m_changed.notify_all();
}

LedgerWriter::State LedgerWriter::Worker::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

void LedgerWriter::Worker::setRetention(const LedgerStore::Retention &retention)
{
    const std::scoped_lock lock(m_mutex);
    m_retention = retention;
}

void LedgerWriter::Worker::run()
{
    m_unclean = m_marker.found() == LedgerMarker::Open;
    ensureOpen(); // whoever asks the books waits for their tables
    lowerPriority();
    const auto isStopping = [this] {
        const std::scoped_lock lock(m_mutex);
        return m_stopping;
    };
    // The last turn begins after stopping was seen: it takes everything appended until then.
    for (bool last = false; !last;) {
        last = isStopping();
        turn();
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, pause(), [this] { return m_woken || m_stopping; });
        m_woken = false;
    }
    if (!m_store)
        return;
    (void)m_store->database().checkpoint();
    m_store.reset();
    m_marker.set(LedgerMarker::Clean);
}

void LedgerWriter::Worker::turn()
{
    quint64 wanted = 0;
    {
        const std::scoped_lock lock(m_mutex);
        wanted = m_wanted;
    }
    m_journals.scan();
    const bool drained = ensureOpen() && drain();
    publish(drained ? wanted : 0);
    if (drained && m_emptyPolls > 0)
        keepHouse();
    else if (!drained)
        m_journals.sync(); // a power cut must not take what SQL could not
    compactIfAsked();
    moveIfAsked();
}

std::chrono::milliseconds LedgerWriter::Worker::pause() const
{
    if (m_state.problem)
        return m_options.retry;
    return m_emptyPolls > idlePolls ? m_options.poll * idlePollFactor : m_options.poll;
}

//! Publishes the counts; \a reached is the turn after which nothing waited, 0 = something does.
void LedgerWriter::Worker::publish(quint64 reached)
{
    const std::scoped_lock lock(m_mutex);
    m_state.waiting = m_journals.waiting();
    m_state.damaged = m_journals.damaged();
    m_tried = true;
    m_reached = std::max(m_reached, reached);
    m_changed.notify_all();
}

void LedgerWriter::Worker::setProblem(std::optional<Error> problem)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_state.problem == problem)
            return;
        m_state.problem = problem;
    }
    if (problem)
        qCWarning(lcLedger, "%s", qUtf8Printable(problem->detail));
    else
        qCInfo(lcLedger, "the ledger is written again");
    Q_EMIT m_owner.problemChanged();
}

bool LedgerWriter::Worker::ensureOpen()
{
    if (m_store)
        return true;
    const Result<void> opened = open();
    if (opened) {
        setProblem(std::nullopt);
        return true;
    }
    refused(opened.error());
    return m_store != nullptr;
}

Result<void> LedgerWriter::Worker::open()
{
    // A new file there would hide the one that comes back with its disk.
    if (isOutOfReach(m_options.databasePath))
        return Error{ErrorCode::Locked,
                     u"the request log is in %1, which is out of reach; mount that disk"_s.arg(
                         QFileInfo(m_options.databasePath).symLinkTarget())};
    auto store = LedgerStore::open({.path = m_options.databasePath,
                                    .zone = m_options.zone,
                                    .busyTimeout = m_options.busyTimeout,
                                    .mustExist = m_marker.found() != LedgerMarker::Absent,
                                    .check = m_unclean});
    if (!store)
        return store.error();
    m_store = std::move(*store);
    m_unclean = false;
    m_marker.set(LedgerMarker::Open);
    m_ballast.make();
    return {};
}

//! Begins a new file in place of a damaged one, which is kept.
void LedgerWriter::Worker::replaceDamaged(const Error &error)
{
    m_store.reset();
    qCCritical(lcLedger, "%s; a new ledger is begun", qUtf8Printable(error.detail));
    if (QFile::exists(m_options.databasePath)) {
        const Result<QString> aside = Store::moveAside(m_options.databasePath, m_clock.wall());
        if (!aside)
            return setProblem(aside.error());
        const std::scoped_lock lock(m_mutex);
        m_state.damagedCopy = *aside;
    }
    m_marker.set(LedgerMarker::Absent);
    m_unclean = false;
    const Result<void> opened = open();
    setProblem(opened ? std::nullopt : std::optional(opened.error()));
}

void LedgerWriter::Worker::refused(const Error &error)
{
    m_journals.rewind();
    if (error.code == ErrorCode::Corrupt)
        return replaceDamaged(error);
    if (error.code == ErrorCode::DiskFull)
        m_ballast.giveUp();
    setProblem(error);
}

} // namespace Gatehouse::Ledger
