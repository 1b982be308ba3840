// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/bounds.h"
#include "core/access/budgets/budgetstore.h"
#include "core/admin/eventwords.h"
#include "core/api/documents/document.h"
#include "core/ledger/ledgerwriter.h"

#include <QtCore/QSet>

#include <functional>

namespace Gatehouse::Node {

//! Keeps the limits and budgets of one engine: makes them anew with each publication, tells new
//! budgets what the ledger says was spent, carries what limits counted over a restart, and tells
//! of thresholds that were passed. Control thread.
class SpendingKeeper
{
public:
    struct Parts {
        const Clock &clock;
        Access::BudgetStore &store;
        QString ledgerFile;
        QString limitsFile;
        QString estimatesFile;             //!< what was learned about models' tokens
        std::function<bool()> flushLedger; //!< true: everything journaled is in the ledger
        std::function<void(const QString &kind, const QString &severity, const QString &title,
                           const QString &detail, const QString &object,
                           const Admin::EventWords &words)>
            tell;
    };
    explicit SpendingKeeper(Parts parts);

    Access::LimitBook &limits() { return m_limits; }
    Access::BudgetBook &budgets() { return m_budgets; }

    std::shared_ptr<const Access::Bounds> bind(const Api::Document &document,
                                               const Access::KeyTable &keys, const QTimeZone &zone);
    //! Once a second.
    void tick();
    //! Models without a price are told of once a day.
    void noteRows(const Ledger::Rows &rows);
    //! Writes what limits have counted and what was learned.
    void save();
    //! Budgets follow the books after the past was priced anew.
    void recount();

private:
    void load();
    void saveEstimates();
    void seed();
    void tellOf(const Access::BudgetEvent &event);

    Parts m_parts;
    Access::LimitBook m_limits;
    Access::BudgetBook m_budgets;
    QTimeZone m_zone = QTimeZone::utc();
    QHash<QByteArray, QList<QByteArray>> m_keysOf; //!< by owner
    QSet<QByteArray> m_unpriced;                   //!< told today
    qint64 m_day = 0;
    int m_ticks = 0;
};

} // namespace Gatehouse::Node
