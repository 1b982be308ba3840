// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerwriter.h"

#include "core/base/log.h"
#include "core/ledger/journalreader.h"
#include "core/ledger/ledgermove.h"
#include "core/ledger/rowpool.h"
#include "core/store/backup.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QThread>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ledger {

namespace {

//! start() waits this long for the replay; a check of a large file goes on behind it.
constexpr auto startPatience = 1500ms;
constexpr int partOfBatch = 200;    //!< records decoded at a time
constexpr int idlePolls = 40;       //!< after so many empty looks …
constexpr int idlePollFactor = 4;   //!< … the pause becomes so much longer
constexpr auto retentionEvery = 1h; //!< between two looks for old rows
constexpr auto checkpointAfter = 5s;
constexpr qint64 enoughSpaceBytes = 200LL * 1024 * 1024; //!< the ballast is made again above this

qint64 freeBytes(const QString &path)
{
    struct statvfs info {
    };
    const QString folder = QFileInfo(placeOf(path)).absolutePath();
    if (::statvfs(QFile::encodeName(folder).constData(), &info) != 0)
        return std::numeric_limits<qint64>::max();
    return static_cast<qint64>(info.f_bavail) * static_cast<qint64>(info.f_frsize);
}

//! Accounting yields to the threads that serve requests.
void lowerPriority()
{
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), 19);
}

} // namespace

//! What runs on the writer's thread. Members above the mutex belong to that thread alone.
class LedgerWriter::Worker
{
public:
    Worker(LedgerWriter &owner, Options options, const Clock &clock)
        : m_owner(owner)
        , m_options(std::move(options))
        , m_clock(clock)
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
    //! The file that tells the next start whether this one ended well.
    enum class Marker { Absent, Open, Clean };
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

    QString ballastPath() const { return placeOf(m_options.databasePath) + u".ballast"_s; }
    void makeBallast();
    Marker marker() const;
    void setMarker(Marker marker) const;

    LedgerWriter &m_owner;
    const Options m_options;
    const Clock &m_clock;
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
    m_changed.wait_for(lock, startPatience,
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
    QFile::remove(ballastPath());
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

void LedgerWriter::Worker::run()
{
    lowerPriority();
    m_unclean = marker() == Marker::Open;
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
    setMarker(Marker::Clean);
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
                                    .mustExist = marker() != Marker::Absent,
                                    .check = m_unclean});
    if (!store)
        return store.error();
    m_store = std::move(*store);
    m_unclean = false;
    setMarker(Marker::Open);
    makeBallast();
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
    setMarker(Marker::Absent);
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
        QFile::remove(ballastPath());
    setProblem(error);
}

//! Writes until nothing is left; false when SQL refused.
bool LedgerWriter::Worker::drain()
{
    for (bool first = true;; first = false) {
        const Written written = writeBatch();
        if (written == Written::Refused)
            return false;
        m_journals.markDone();
        if (first)
            m_emptyPolls = written == Written::Nothing ? m_emptyPolls + 1 : 0;
        if (written != Written::Full)
            return true;
    }
}

//! One transaction, read in parts that stay in the processor's cache between reading and writing.
LedgerWriter::Worker::Written LedgerWriter::Worker::writeBatch()
{
    const bool details = freeBytes(m_options.databasePath) >= m_options.lowSpaceBytes;
    const auto part = static_cast<size_t>(std::min(m_options.batch, partOfBatch));
    const auto parts = static_cast<size_t>(m_options.batch) / part;
    std::vector<Rows> rows;
    Result<void> stored;
    bool full = true;
    while (stored && full && rows.size() < parts) {
        const std::shared_ptr<RowPool::Records> records = m_rows.take();
        m_journals.read(*records, part);
        full = records->size() == part;
        if (records->empty())
            break;
        if (rows.empty())
            stored = m_store->begin();
        rows.push_back(records);
        if (stored)
            stored = m_store->put(*records, details);
    }
    if (rows.empty())
        return Written::Nothing;
    if (stored)
        stored = m_store->finish();
    if (!stored)
        return afterFailure(stored.error(), details);
    report(rows);
    return full ? Written::Full : Written::All;
}

//! One bad record must not hold up the others for ever.
LedgerWriter::Worker::Written LedgerWriter::Worker::afterFailure(const Error &error, bool details)
{
    m_journals.rewind();
    if (!isOfOneRecord(error)) {
        refused(error);
        return Written::Refused;
    }
    for (int i = 0; i < m_options.batch; ++i) {
        const std::shared_ptr<RowPool::Records> record = m_rows.take();
        m_journals.read(*record, 1);
        if (record->empty())
            return Written::All;
        const QByteArray id = record->front().id;
        const Result<void> stored = m_store->add(*record, details);
        if (stored) {
            report({record});
        } else if (isOfOneRecord(stored.error())) {
            qCCritical(lcLedger, "request %s cannot be stored: %s", id.constData(),
                       qUtf8Printable(stored.error().detail));
        } else {
            refused(stored.error());
            return Written::Refused;
        }
        m_journals.markDone();
    }
    return Written::Full;
}

bool LedgerWriter::Worker::isOfOneRecord(const Error &error)
{
    return error.code == ErrorCode::Internal || error.code == ErrorCode::Conflict;
}

void LedgerWriter::Worker::report(const std::vector<Rows> &rows)
{
    setProblem(std::nullopt);
    m_lastWrite = Steady::now();
    m_checkpointDue = true;
    for (const Rows &part : rows) {
        if (!part->empty())
            Q_EMIT m_owner.rowsWritten(part);
    }
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
    makeBallast();
}

void LedgerWriter::Worker::makeBallast()
{
    if (m_options.ballastBytes <= 0 || QFile::exists(ballastPath())
        || freeBytes(m_options.databasePath) < enoughSpaceBytes)
        return;
    const int file = ::open(QFile::encodeName(ballastPath()).constData(),
                            O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    const bool reserved = ::posix_fallocate(file, 0, m_options.ballastBytes) == 0;
    ::close(file);
    if (!reserved)
        QFile::remove(ballastPath());
}

LedgerWriter::Worker::Marker LedgerWriter::Worker::marker() const
{
    QFile file(m_options.databasePath + u".state"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Marker::Absent;
    return file.readLine().trimmed() == "clean" ? Marker::Clean : Marker::Open;
}

void LedgerWriter::Worker::setMarker(Marker marker) const
{
    const QString path = m_options.databasePath + u".state"_s;
    if (marker == Marker::Absent) {
        QFile::remove(path);
        return;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(marker == Marker::Clean ? "clean\n" : "open\n");
        file.commit();
    }
}

LedgerWriter::LedgerWriter(Options options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(*this, std::move(options), clock))
{
    qRegisterMetaType<Rows>();
}

LedgerWriter::~LedgerWriter() = default;

Result<void> LedgerWriter::start()
{
    return m_worker->start();
}

bool LedgerWriter::flush(std::chrono::milliseconds timeout)
{
    return m_worker->flush(timeout);
}

void LedgerWriter::wake()
{
    m_worker->wake();
}

LedgerWriter::State LedgerWriter::state() const
{
    return m_worker->state();
}

void LedgerWriter::compact()
{
    m_worker->compact();
}

void LedgerWriter::moveTo(const QString &folder)
{
    m_worker->moveTo(folder);
}

void LedgerWriter::setRetention(const LedgerStore::Retention &retention)
{
    m_worker->setRetention(retention);
}

} // namespace Gatehouse::Ledger
