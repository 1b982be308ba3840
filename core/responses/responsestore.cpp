// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/responses/responsestore.h"

#include "core/base/log.h"
#include "core/store/backup.h"

#include <pthread.h>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Responses {

namespace {

constexpr auto sweepEvery = 10min;
constexpr qint64 sweepAfterBytes = 16LL * 1024 * 1024; //!< saved since the last look
//! More than this never waits for a disk that does not come back; later responses are not kept.
constexpr qint64 maxWaitingBytes = 256LL * 1024 * 1024;

} // namespace

//! What runs on the store's thread. Members above the mutex belong to it alone.
class ResponseStore::Keeper
{
public:
    //! Does its work and returns what is to be told once that is durable.
    using Task = std::function<std::function<void()>(Result<ResponseTable *>)>;

    Keeper(QString path, const Retention &retention, const Clock &clock)
        : m_path(std::move(path))
        , m_clock(clock)
        , m_retention(retention)
        , m_thread([this] { run(); })
    {
        ::pthread_setname_np(m_thread.native_handle(), "responses");
    }
    ~Keeper()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stopping = true;
        }
        m_changed.notify_one();
        m_thread.join();
    }

    void add(Task task, qint64 bytes = 0)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_waitingBytes + bytes > maxWaitingBytes) {
                qCWarning(lcStore, "a response is not kept: too many wait for %s",
                          qUtf8Printable(m_path));
                return;
            }
            m_waitingBytes += bytes;
            m_tasks.push_back(std::move(task));
        }
        m_changed.notify_one();
    }
    void setRetention(const Retention &retention)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_retention = retention;
            m_sweepWanted = true;
        }
        m_changed.notify_one();
    }

private:
    void run();
    Result<ResponseTable *> table();
    void work(std::vector<Task> tasks);
    void sweep(const Retention &retention);

    const QString m_path;
    const Clock &m_clock;
    std::unique_ptr<ResponseTable> m_table;
    qint64 m_savedBytes = 0; //!< since the last sweep

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Task> m_tasks;
    qint64 m_waitingBytes = 0;
    Retention m_retention;
    bool m_sweepWanted = true;
    bool m_stopping = false;
    std::thread m_thread; //!< last: it runs on all of the above
};

void ResponseStore::Keeper::run()
{
    for (;;) {
        std::vector<Task> tasks;
        bool isSweepDue = false;
        bool isLast = false;
        Retention retention;
        {
            std::unique_lock lock(m_mutex);
            isSweepDue = !m_changed.wait_for(lock, sweepEvery, [this] {
                return m_stopping || m_sweepWanted || !m_tasks.empty();
            });
            tasks.swap(m_tasks);
            m_savedBytes += std::exchange(m_waitingBytes, 0);
            isSweepDue =
                std::exchange(m_sweepWanted, false) || isSweepDue || m_savedBytes > sweepAfterBytes;
            isLast = m_stopping;
            retention = m_retention;
        }
        work(std::move(tasks));
        if (isLast)
            return;
        if (isSweepDue)
            sweep(retention);
    }
}

Result<ResponseTable *> ResponseStore::Keeper::table()
{
    if (!m_table) {
        auto opened = ResponseTable::open(m_path);
        if (!opened && opened.error().code == ErrorCode::Corrupt) {
            qCCritical(lcStore, "%s; stored responses begin anew",
                       qUtf8Printable(opened.error().detail));
            if (const auto aside = Store::moveAside(m_path, m_clock.wall()); aside)
                opened = ResponseTable::open(m_path);
        }
        if (!opened)
            return opened.error();
        m_table = *std::move(opened);
    }
    return m_table.get();
}

//! All that waits in one transaction; the answers leave when it is durable.
void ResponseStore::Keeper::work(std::vector<Task> tasks)
{
    if (tasks.empty())
        return;
    Result<ResponseTable *> table = this->table();
    std::optional<Store::Transaction> transaction;
    if (table) {
        auto begun = Store::Transaction::begin((*table)->database());
        if (begun)
            transaction.emplace(*std::move(begun));
        else
            table = begun.error();
    }
    std::vector<std::function<void()>> answers;
    answers.reserve(tasks.size());
    for (const Task &task : tasks)
        answers.push_back(task(table));
    const Result<void> written = transaction ? transaction->commit() : Result<void>(table.error());
    if (!written)
        qCWarning(lcStore, "responses are not kept: %s", qUtf8Printable(written.error().detail));
    else if (const auto forgotten = (*table)->forgetDeleted(); !forgotten)
        qCWarning(lcStore, "what was deleted stays in the log: %s",
                  qUtf8Printable(forgotten.error().detail));
    if (!written && written.error().code == ErrorCode::Corrupt) {
        transaction.reset();
        m_table.reset();
    }
    for (const auto &answer : answers) {
        if (answer)
            answer();
    }
}

void ResponseStore::Keeper::sweep(const Retention &retention)
{
    m_savedBytes = 0;
    const Result<ResponseTable *> table = this->table();
    Result<bool> more =
        table ? (*table)->sweep(retention, m_clock.wall()) : Result<bool>(table.error());
    if (more && *more) { // the rest after what waits now
        const std::scoped_lock lock(m_mutex);
        m_sweepWanted = true;
    }
    if (!more)
        qCWarning(lcStore, "old responses stay: %s", qUtf8Printable(more.error().detail));
}

namespace {

//! A task that asks the table and posts what it says.
template <typename T, typename Ask>
auto question(Ask ask, ResponseStore::Post post, ResponseStore::Done<T> done)
{
    return [ask = std::move(ask), post = std::move(post),
            done = std::move(done)](Result<ResponseTable *> table) -> std::function<void()> {
        Result<T> answer = table ? ask(**table) : Result<T>(table.error());
        return [post, done, answer = std::move(answer)] { post([done, answer] { done(answer); }); };
    };
}

} // namespace

ResponseStore::ResponseStore(const QString &path, const Retention &retention, const Clock &clock)
    : m_isOn(retention.age.count() > 0)
    , m_keeper(std::make_unique<Keeper>(path, retention, clock))
{
}

ResponseStore::~ResponseStore() = default;

void ResponseStore::setRetention(const Retention &retention)
{
    m_isOn.store(retention.age.count() > 0, std::memory_order_relaxed);
    m_keeper->setRetention(retention);
}

void ResponseStore::save(StoredResponse response)
{
    const qint64 bytes = response.bytes();
    m_keeper->add(
        [response = std::move(response)](Result<ResponseTable *> table) -> std::function<void()> {
            if (!table)
                return {};
            if (const auto saved = (*table)->save(response); !saved)
                qCWarning(lcStore, "a response is not kept: %s",
                          qUtf8Printable(saved.error().detail));
            return {};
        },
        bytes);
}

void ResponseStore::load(const QByteArray &id, const Owner &caller, Post post,
                         Done<StoredResponse> done)
{
    m_keeper->add(question<StoredResponse>(
        [id, caller](ResponseTable &table) { return table.load(id, caller); }, std::move(post),
        std::move(done)));
}

void ResponseStore::conversation(const QByteArray &id, const Owner &caller, Post post,
                                 Done<Conversation> done)
{
    m_keeper->add(question<Conversation>(
        [id, caller](ResponseTable &table) { return table.conversation(id, caller); },
        std::move(post), std::move(done)));
}

void ResponseStore::remove(const QByteArray &id, const Owner &caller, Post post, Done<void> done)
{
    m_keeper->add(
        question<void>([id, caller](ResponseTable &table) { return table.remove(id, caller); },
                       std::move(post), std::move(done)));
}

} // namespace Gatehouse::Responses
