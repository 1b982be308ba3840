// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/queryrunner.h"

#include <QtCore/QThread>

namespace Gatehouse::Admin {

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

    void setTimeZone(const QTimeZone &zone)
    {
        m_zone = zone;
        m_reader.reset();
    }

    void close() { m_reader.reset(); }

    QThread thread;

private:
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
            Result<QJsonObject> result = m_worker->run(question);
            QMetaObject::invokeMethod(this,
                                      [answer, result = std::move(result)] { answer(result); });
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
