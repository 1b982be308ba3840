// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/node/datafolder.h"
#include "core/access/budgets/budgetstore.h"
#include "core/access/keystore.h"
#include "core/access/people.h"
#include "core/config/configuration.h"
#include "core/ledger/audittrail.h"
#include "core/ledger/machinebook.h"
#include "core/ledger/reliabilitybook.h"
#include "core/ledger/trialbook.h"

#include <memory>
#include <optional>

namespace Gatehouse::Node {

//! gatehouse.db and everything kept in it: configuration revisions, created keys, the audit
//! trail, objectives and what breakers did.
class Books
{
public:
    //! Opens the database, checks it, makes what is missing and copies it once a day. A damaged
    //! file is put aside and the newest sound copy takes its place; damageReport() then says what
    //! is lost.
    static Result<std::unique_ptr<Books>> open(const DataFolder &folder, const Clock &clock);
    Books(const Books &) = delete;
    Books &operator=(const Books &) = delete;

    Ledger::AuditTrail &audit() { return *m_audit; }
    Ledger::ReliabilityBook &reliability() { return *m_reliability; }
    Ledger::TrialBook &trials() { return *m_trials; }
    Ledger::MachineBook &machines() { return *m_machines; }
    Config::Configuration &configuration() { return *m_configuration; }
    Access::KeyStore &keys() { return *m_keys; }
    Access::People &people() { return *m_people; }
    Access::BudgetStore &budgets() { return *m_budgets; }
    Store::Database &database() { return *m_database; }
    const Access::Pepper &pepper() const { return m_pepper; }
    const QString &damageReport() const { return m_damageReport; }

private:
    Books(const DataFolder &folder, const Clock &clock);
    Result<void> openDatabase();
    Result<void> replaceDamaged(const Error &damage);
    Result<void> openContents();
    void backUp();

    const DataFolder &m_folder;
    const Clock &m_clock;
    QString m_damageReport;
    Access::Pepper m_pepper{};
    std::unique_ptr<Store::Database> m_database;
    std::unique_ptr<Ledger::AuditTrail> m_audit;
    std::unique_ptr<Ledger::ReliabilityBook> m_reliability;
    std::unique_ptr<Ledger::TrialBook> m_trials;
    std::unique_ptr<Ledger::MachineBook> m_machines;
    std::unique_ptr<Config::RevisionStore> m_revisions;
    std::unique_ptr<Config::Configuration> m_configuration;
    std::optional<Access::KeyStore> m_keys;
    std::optional<Access::People> m_people;
    std::optional<Access::BudgetStore> m_budgets;
};

} // namespace Gatehouse::Node
