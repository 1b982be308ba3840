// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/queryrunner.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>

using namespace std::chrono_literals;

namespace Gatehouse::Admin {

namespace {

//! For the books to be made or brought up to date, at a first start and after an update.
constexpr auto patience = 10s;
constexpr auto pause = 20ms;

} // namespace

//! Lives on the query thread; opens its connection at the first question and again after an error
//! (the file may have been put aside and begun anew).
class QueryRunner::Worker : public QObject
{
public:
    Worker(QString path, QTimeZone zone, const Clock &clock)
        : m_path(std::move(path))
        , m_zone(std::move(zone))
        , m_clock(clock)
    {
    }

    //! \a answer gets the result once there are books to ask, an error when that takes too long.
    void ask(const Question &question, const Answer &answer,
             std::chrono::milliseconds left = patience)
    {
        Result<QJsonObject> result = run(question);
        const bool isUnready =
            !m_reader && !result && result.error().code == ErrorCode::Unavailable;
        if (!isUnready || left <= 0ms)
            return answer(std::move(result));
        QTimer::singleShot(pause, this,
                           [this, question, answer, left] { ask(question, answer, left - pause); });
    }

    void setTimeZone(const QTimeZone &zone)
    {
        m_zone = zone;
        m_reader.reset();
    }

    void close() { m_reader.reset(); }

    QThread thread;

private:
    Result<QJsonObject> run(const Question &question)
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

    const QString m_path;
    QTimeZone m_zone;
    const Clock &m_clock;
    std::unique_ptr<Ledger::LedgerReader> m_reader;
};

QueryRunner::QueryRunner(QString ledgerPath, QTimeZone zone, const Clock &clock)
    : m_worker(std::make_unique<Worker>(std::move(ledgerPath), std::move(zone), clock))
{
    m_worker->moveToThread(&m_worker->thread);
    m_worker->thread.setObjectName(QStringLiteral("queries"));
    m_worker->thread.start();
}

QueryRunner::~QueryRunner()
{
    m_worker->thread.quit();
    m_worker->thread.wait();
}

void QueryRunner::ask(Question question, Answer answer)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [this, question = std::move(question), answer = std::move(answer)] {
            m_worker->ask(question, [this, answer](const Result<QJsonObject> &result) {
                QMetaObject::invokeMethod(this, [answer, result] { answer(result); });
            });
        });
}

void QueryRunner::run(std::function<Result<QJsonObject>()> work, Answer answer)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [this, work = std::move(work), answer = std::move(answer)] {
            QMetaObject::invokeMethod(this, [answer, result = work()] { answer(result); });
        });
}

void QueryRunner::setTimeZone(const QTimeZone &zone)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, zone] { m_worker->setTimeZone(zone); });
}

void QueryRunner::reopen(std::function<void()> closed)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, closed = std::move(closed)] {
        m_worker->close();
        closed();
    });
}

} // namespace Gatehouse::Admin
