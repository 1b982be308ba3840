// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/queryrunner.h"
#include "core/ledger/machineterms.h"

#include <QtCore/QString>

#include <functional>

namespace Gatehouse::Node {

//! Puts the chargeback report of each month that has ended into the folder of the configuration,
//! as CSV and PDF, unless it is there already; a year of months at most that were missed since the
//! newest report. Control thread; the work is done on the thread of
//! questions.
class ReportWriter
{
public:
    struct Parts {
        const Clock &clock;
        Admin::QueryRunner &queries;
        std::function<QString()> folder; //!< empty: no reports
        std::function<QTimeZone()> zone;
        std::function<void(const QString &file)> written;
        std::function<void(const QString &problem)> failed;
        //! Which machines may have idle hours; empty: none.
        std::function<QList<Ledger::MachineTerms>()> machines = {};
        //! What people call the teams, by their ids; empty: as their ids.
        std::function<QHash<QString, QString>()> teamNames = {};
    };
    explicit ReportWriter(Parts parts)
        : m_parts(std::move(parts))
    {
    }

    //! Looks whether a report is due; cheap, call it now and then. A month is tried again when it
    //! could not be written; a problem is told once until it is another one.
    void look();

private:
    void finish(const Result<QJsonObject> &outcome);

    const Parts m_parts;
    bool m_isBusy = false;
    QString m_problem;
};

} // namespace Gatehouse::Node
