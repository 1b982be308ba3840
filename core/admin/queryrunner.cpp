// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/queryrunner.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <pthread.h>

#include <condition_variable>
#include <deque>
#include <thread>
#include <utility>

using namespace std::chrono_literals;

namespace Gatehouse::Admin {

namespace {

//! For the books to be made or brought up to date, at a first start and after an update.
constexpr auto patience = 10s;
constexpr auto pause = 20ms;

} // namespace

//! What runs on the query thread; opens its connection at the first question and again after an
//! error (the file may have been put aside and begun anew). Members below the mutex belong to both
//! threads.
class QueryRunner::Worker
{
public:
    //! False: it could not be done yet and wants to be done again.
    using Task = std::function<bool(Worker &)>;

    Worker(QString path, QTimeZone zone, const Clock &clock)
        : m_path(std::move(path))
        , m_zone(std::move(zone))
        , m_clock(clock)
        , m_thread([this] { run(); })
    {
        ::pthread_setname_np(m_thread.native_handle(), "queries");
    }

    ~Worker()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isEnding = true;
        }
        m_changed.notify_one();
        m_thread.join();
    }

    void add(Task task)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_tasks.push_back(std::move(task));
        }
        m_changed.notify_one();
    }

    // the query thread's

    Result<QJsonObject> ask(const Question &question)
    {
        if (!m_reader) {
            auto reader = Ledger::LedgerReader::open(m_path, m_zone, m_clock);
            if (!reader)
                return reader.error();
            m_reader = *std::move(reader);
        }
        Result<QJsonObject> answer = question(*m_reader);
        if (!answer
            && (answer.error().code == ErrorCode::Corrupt || answer.error().code == ErrorCode::Io))
            m_reader.reset();
        return answer;
    }
    //! There are no books to ask yet, or there is no way to them.
    bool isClosed() const { return !m_reader; }
    void setTimeZone(const QTimeZone &zone)
    {
        m_zone = zone;
        m_reader.reset();
    }
    void close() { m_reader.reset(); }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return m_isEnding || !m_tasks.empty(); });
            if (m_isEnding)
                return;
            Task task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            const bool isDone = task(*this);
            if (isDone)
                task = nullptr; // what it holds is let go of before the lock is taken
            lock.lock();
            if (isDone)
                continue;
            m_tasks.push_back(std::move(task));
            m_changed.wait_for(lock, pause, [this] { return m_isEnding; });
        }
    }

    const QString m_path;
    QTimeZone m_zone;
    const Clock &m_clock;
    std::unique_ptr<Ledger::LedgerReader> m_reader;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_tasks;
    bool m_isEnding = false;
    std::thread m_thread; //!< last: it runs on all of the above
};

QueryRunner::QueryRunner(QString ledgerPath, QTimeZone zone, const Clock &clock)
    : m_worker(std::make_unique<Worker>(std::move(ledgerPath), std::move(zone), clock))
{
}

QueryRunner::~QueryRunner() = default;

void QueryRunner::ask(Question question, Answer answer)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    m_worker->add([this, until, question = std::move(question),
                   answer = std::move(answer)](Worker &worker) mutable {
        Result<QJsonObject> result = worker.ask(question);
        const bool isUnready =
            worker.isClosed() && !result && result.error().code == ErrorCode::Unavailable;
        if (isUnready && std::chrono::steady_clock::now() < until)
            return false;
        deliver(std::move(answer), std::move(result));
        return true;
    });
}

void QueryRunner::run(std::function<Result<QJsonObject>()> work, Answer answer)
{
    m_worker->add([this, work = std::move(work), answer = std::move(answer)](Worker &) mutable {
        deliver(std::move(answer), work());
        return true;
    });
}

void QueryRunner::setTimeZone(const QTimeZone &zone)
{
    m_worker->add([zone](Worker &worker) {
        worker.setTimeZone(zone);
        return true;
    });
}

void QueryRunner::reopen(std::function<void()> closed)
{
    m_worker->add([closed = std::move(closed)](Worker &worker) {
        worker.close();
        closed();
        return true;
    });
}

void QueryRunner::deliver(Answer answer, Result<QJsonObject> result)
{
    bool isFirst = false;
    {
        const std::scoped_lock lock(m_mutex);
        isFirst = m_answered.empty();
        m_answered.emplace_back(std::move(answer), std::move(result));
    }
    if (isFirst)
        QCoreApplication::postEvent(this, new QEvent(QEvent::User)); // Qt owns posted events
}

void QueryRunner::customEvent(QEvent *)
{
    std::vector<std::pair<Answer, Result<QJsonObject>>> answered;
    {
        const std::scoped_lock lock(m_mutex);
        answered.swap(m_answered);
    }
    for (auto &[answer, result] : answered)
        answer(std::move(result));
}

} // namespace Gatehouse::Admin
