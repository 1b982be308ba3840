// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/adminrequest.h"
#include "core/admin/services.h"
#include "core/ledger/recalculation.h"

#include <vector>

namespace Gatehouse::Admin {

//! The one recalculation of prices that may run at a time: step by step on the thread of the
//! questions, which answers others between two steps. Control thread.
class PriceJob : public std::enable_shared_from_this<PriceJob>
{
public:
    explicit PriceJob(Services &services)
        : m_services(services)
    {
    }

    bool isRunning() const { return m_state == QLatin1StringView("running"); }
    //! What a recalculation by the prices of now needs beside its span.
    static Ledger::Recalculation::Options optionsOf(const Services &services,
                                                    const AdminRequest &request);

    //! AlreadyExists while another one runs. \a request is who asked, for the audit record.
    Result<void> start(const AdminRequest &request, Ledger::Recalculation::Options options);
    //! Ends it after the present step; what was changed stays. False: none runs.
    bool cancel();
    //! {"state": none, running, done, cancelled or failed, "error", …the report}.
    QJsonObject json() const;
    //! Answered when it has ended, at once when none runs.
    void await(const Responder &responder);

private:
    using Work = std::shared_ptr<std::unique_ptr<Ledger::Recalculation>>;
    void step(const Ledger::Recalculation::Options &options, const Work &work);
    void stepped(const Ledger::Recalculation::Options &options, const Work &work,
                 const Result<QJsonObject> &report);
    void end(const QString &state);

    Services &m_services;
    AdminRequest m_request;
    QString m_state = QStringLiteral("none");
    QString m_error;
    QJsonObject m_report;
    bool m_isCancelled = false;
    std::vector<Responder> m_waiting;
};

} // namespace Gatehouse::Admin
