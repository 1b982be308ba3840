// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/budgets/budgetstate.h"
#include "core/access/budgets/usageestimates.h"
#include "core/base/latest.h"
#include "core/base/result.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <atomic>
#include <map>
#include <memory>
#include <vector>

namespace Gatehouse::Access {

//! Who spent: what a request is booked under.
struct Spender {
    QByteArrayView key;
    QByteArrayView team;
    QByteArrayView owner;
    QByteArrayView route;
    QByteArrayView provider;
    QByteArrayView tags; //!< "project=search,stage=live"
};

//! The budgets in force, by their scope's text. Immutable; the states belong to the book.
using BudgetIndex = QHash<QByteArray, std::vector<BudgetState *>>;

//! No request passes except of those named here.
struct SpendingPause {
    QStringList except; //!< "key:ci", "team:research"
    QString reason;
    QString who;
    WallTime since{};

    bool spares(const Spender &spender) const;
    bool operator==(const SpendingPause &) const = default;
};

//! The money of all budgets, in memory: what a request may spend is decided here without asking
//! anybody. The ledger is the truth; seed() tells a new budget what was spent before. States live
//! as long as the book. Thread-safe where it says so, else for the control thread.
class BudgetBook
{
public:
    explicit BudgetBook(const Clock &clock);

    //! What is in force from now on. A budget keeps its money as long as scope, period, zone and
    //! first day of the week stay the same. \a adjustments by name hold for states made now.
    std::shared_ptr<const BudgetIndex> apply(
        const QList<Api::Budget> &budgets, const QTimeZone &zone, Qt::DayOfWeek weekStart,
        const QHash<QByteArray, BudgetAdjustment> &adjustments = {});
    //! Those in force that were not seeded yet, or are to be counted anew.
    std::vector<BudgetState *> unseeded() const;
    //! The past was priced anew.
    void recount();

    //! Any thread: books what a request of \a spender that began at \a time cost, in every budget
    //! in force. The request is in the journal already.
    void charge(const Spender &spender, WallTime time, Money cost, const QByteArray &requestId);
    //! Any thread: those of the budgets that \a spender draws from.
    static void collect(const BudgetIndex &index, const Spender &spender,
                        std::vector<BudgetState *> &found);

    //! Any thread: the pause in force, null when there is none.
    std::shared_ptr<const SpendingPause> pause() const
    {
        return m_isPaused.load(std::memory_order_relaxed) ? m_pause.load() : nullptr;
    }
    void setPause(std::optional<SpendingPause> pause);

    //! Thresholds passed since the last call.
    std::vector<BudgetEvent> takeEvents();
    //! In the order of the configuration.
    std::vector<BudgetReport> report() const;
    //! By id or name; null when there is none.
    BudgetState *find(const QByteArray &id) const;

    const Clock &clock() const { return m_clock; }
    UsageEstimates &estimates() { return m_estimates; }

private:
    const Clock &m_clock;
    QByteArray m_calendar; //!< zone and first day of the week of the present states
    quint32 m_made = 0;
    std::map<QByteArray, BudgetState *> m_byName; //!< of the present calendar
    std::vector<std::unique_ptr<BudgetState>> m_states;
    std::vector<BudgetState *> m_inForce;
    Latest<BudgetIndex> m_index;
    std::atomic<bool> m_isPaused = false;
    Latest<SpendingPause> m_pause;
    UsageEstimates m_estimates;
};

} // namespace Gatehouse::Access
