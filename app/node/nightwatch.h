// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/eventwords.h"
#include "core/admin/queryrunner.h"

#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>

#include <functional>

namespace Gatehouse::Node {

//! Once a day, at night or soon after a start: verifies the chain of audit records against the last
//! signed head and signs the new one, and proves that the books agree with themselves. The chain is
//! verified after every start as well. What is wrong is told and shown until a check finds it
//! right. Control thread; the work is done on the thread of the questions.
class NightWatch
{
public:
    struct Parts {
        const Clock &clock;
        Admin::QueryRunner &queries;
        QString dataFolder;
        std::function<QTimeZone()> zone;
        std::function<void()> flushLedger;
        std::function<void(const QString &kind, const QString &severity, const QString &title,
                           const QString &detail, const QString &object,
                           const Admin::EventWords &words)>
            tell;
    };
    //! \a wasRestored: the audit trail goes on from a backup, which signed heads contradict.
    NightWatch(Parts parts, bool wasRestored);

    //! Once a second.
    void tick();
    //! Both checks now.
    void run();
    //! What is wrong with the audit trail by the last check; empty: nothing.
    const QString &auditProblem() const { return m_auditProblem; }
    //! {"code", "severity", "title", "detail"} of what is wrong.
    QJsonArray problems() const;

private:
    void load();
    void save() const;
    void verifyAudit();
    void checkBooks();
    void auditVerified(const Result<QJsonObject> &outcome);
    void booksChecked(const Result<QJsonObject> &outcome);

    Parts m_parts;
    QDate m_lastDay; //!< of the reporting zone, on which the checks were made
    int m_ticks = 0;
    QString m_auditProblem;
    QString m_booksProblem;
};

} // namespace Gatehouse::Node
