// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportmodel.h"
#include "ui/models/spendreport.h"

namespace Gatehouse::Ui {

//! What each team spent on each of the last 30 days, and what its budget leaves.
class TeamSpend : public QObject
{
    Q_OBJECT

public:
    struct Budget {
        qint64 spent = 0; //!< nano-dollars
        qint64 limit = 0; //!< with what was added until it resets
        double share = 0;
        QString period; //!< "month"
        QString state;  //!< ok, warned, exhausted
    };

    TeamSpend(Api::AdminClient &client, const Clock &clock, QObject *parent = nullptr);

    //! The fullest of the team's own budgets; nothing when it has none, or none is known yet.
    std::optional<Budget> budget(const QString &team) const;
    //! The last 30 days of every team.
    const SpendReport &report() const { return m_report; }
    //! None: it spent nothing.
    const SpendGroup *group(const QString &team) const;
    QTimeZone zone() const { return m_usage.zone(); }
    void setActive(bool active);

Q_SIGNALS:
    void changed();

private:
    void take();

    ReportModel m_budgets;
    ReportModel m_usage;
    SpendReport m_report;
};

} // namespace Gatehouse::Ui
