// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/node/books.h"
#include "app/node/pricekeeper.h"
#include "core/access/budgets/budgetbook.h"
#include "core/admin/eventhub.h"
#include "core/admin/eventwords.h"
#include "core/admin/queryrunner.h"
#include "core/alerts/alertdesk.h"
#include "core/gateway/published.h"
#include "core/routing/livestate.h"
#include "core/secrets/secretstore.h"

namespace Gatehouse::Node {

//! Hands the alerts of one engine what they watch: budgets, providers, breakers, keys, certificate,
//! disk, workers, audit trail and price list; asks the books for what was usual. Control thread.
class AlertWatch
{
public:
    struct Parts {
        const Clock &clock;
        Books &books;
        Routing::LiveState &live;
        Access::BudgetBook &budgets;
        Secrets::SecretStore &secrets;
        Http::UpstreamClient &upstream;
        Admin::QueryRunner &queries;
        Admin::EventHub &events;
        PriceKeeper &prices;
        QString dataFolder;
        std::function<std::shared_ptr<const Gateway::Published>()> published;
        std::function<qint64()> waiting;                   //!< requests that wait for a place
        std::function<std::chrono::nanoseconds()> silence; //!< of the gateway's workers
        std::function<QString()> auditProblem; //!< of the last check; empty: sound, or never made
        std::function<QTimeZone()> zone;
        std::function<QString(const QString &name)> file;
        std::function<void(const QString &kind, const QString &severity, const QString &title,
                           const QString &detail, const QString &object,
                           const Admin::EventWords &words)>
            tell;
    };
    explicit AlertWatch(Parts parts);
    ~AlertWatch();
    AlertWatch(const AlertWatch &) = delete;
    AlertWatch &operator=(const AlertWatch &) = delete;

    Result<void> open();
    //! The configuration is new.
    void configure();
    //! Once a second.
    void tick();
    void noteRows(const Ledger::Rows &rows) { m_desk.noteRows(rows); }
    Alerts::AlertDesk &desk() { return m_desk; }

private:
    Alerts::AlertDesk::Parts deskParts();
    void read(Alerts::Readings &readings);
    void readBudgets(Alerts::Readings &readings) const;
    void readProviders(Alerts::Readings &readings) const;
    void readBreakers(Alerts::Readings &readings) const;
    void readKeys(Alerts::Readings &readings) const;
    void readMachine(Alerts::Readings &readings) const;
    double objectiveOf(const Api::Scope &scope) const;
    //! What people call what \a scope names: "Customer support"; "gateway" and tags as they are.
    QString nameOf(const Api::Scope &scope) const;
    void lookAround();
    void lookAtCertificate();
    void askTraffic();
    void askUsual();
    void told(const Alerts::Notice &notice) const;
    void givenUp(const Alerts::Delivery &delivery) const;

    Parts m_parts;
    Alerts::AlertDesk m_desk;
    std::vector<Ledger::Objective> m_objectives;
    std::optional<double> m_diskFree;        //!< percent
    std::optional<double> m_certificateDays; //!< nothing without a certificate
    std::chrono::nanoseconds m_silence{0};
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    int m_ticks = 0;
    bool m_wantsTraffic = false; //!< the ledger could not answer yet
};

} // namespace Gatehouse::Node
