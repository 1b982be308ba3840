// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledgerreader.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace Gatehouse::Admin {

//! Runs questions to the books on a thread of its own, one after another, so that a long one holds
//! up neither requests nor the control thread.
class QueryRunner : public QObject
{
    Q_OBJECT

public:
    using Question = std::function<Result<QJsonObject>(Ledger::LedgerReader &)>;
    using Answer = std::function<void(Result<QJsonObject>)>;

    QueryRunner(QString ledgerPath, QTimeZone zone, const Clock &clock);
    //! Waits for the question being answered; later ones are dropped.
    ~QueryRunner() override;

    //! \a answer comes on the caller's (this object's) thread.
    void ask(Question question, Answer answer);
    //! Other work that reads files or waits, in the same turn order and without a connection.
    void run(std::function<Result<QJsonObject>()> work, Answer answer);
    void setTimeZone(const QTimeZone &zone);
    //! The books are elsewhere now: the next question opens them anew. \a closed follows on the
    //! query thread when the old file is let go of.
    void reopen(std::function<void()> closed);

protected:
    void customEvent(QEvent *event) override;

private:
    class Worker;

    //! From the query thread.
    void deliver(Answer answer, Result<QJsonObject> result);

    std::mutex m_mutex;
    std::vector<std::pair<Answer, Result<QJsonObject>>> m_answered;
    std::unique_ptr<Worker> m_worker; //!< last: its thread delivers to the above
};

} // namespace Gatehouse::Admin
