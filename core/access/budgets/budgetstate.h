// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/budgets/budgetperiod.h"
#include "core/access/budgets/rollingspend.h"
#include "core/api/documents/scope.h"
#include "core/api/documents/spending.h"
#include "core/base/quantities.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <functional>
#include <mutex>
#include <vector>

namespace Gatehouse::Access {

//! What a budget says when its money is used up.
enum class BudgetAction { Block, Warn, Redirect };

//! What an administrator decided about the running period.
struct BudgetAdjustment {
    Money raised;                             //!< more until the reset
    std::optional<WallTime> raisedUntil = {}; //!< rolling periods
    Money forgiven;                           //!< spent before a reset by hand; calendar periods
    std::optional<WallTime> resetAt = {};     //!< what began before counts no more; rolling periods

    bool operator==(const BudgetAdjustment &) const = default;
};

//! A budget has passed a part of its limit; told once per period and part.
struct BudgetEvent {
    QByteArray id;
    QByteArray scope;
    int percent = 0;
    Money limit;
    Money spent;
    BudgetAction action = BudgetAction::Block;
    WallTime resets{};
};

//! A moment's view of a budget.
struct BudgetReport {
    QByteArray id;
    Api::Scope scope;
    QString period;
    QString action;
    QList<int> warnAt;
    Money limit; //!< as configured
    Money raised;
    Money spent;
    Money reserved; //!< by running requests
    PeriodSpan span;
    bool isRolling = false;
    bool refuses = false; //!< what is left did not suffice for a request

    Money left() const { return limit + raised - spent - reserved; }
};

//! The money of one budget: spent and reserved in its present period. Shared by all workers; locks
//! itself. Whoever locks several locks them in ascending order.
class BudgetState
{
public:
    //! \a budget has passed its checks.
    BudgetState(const Api::Budget &budget, const QTimeZone &zone, Qt::DayOfWeek weekStart,
                quint32 place, WallTime now);

    //! "team:research|month": the same money whatever the limit.
    static QByteArray nameOf(const Api::Budget &budget);
    const QByteArray name;
    const Api::Scope scope;
    const quint32 order;
    mutable std::mutex mutex;

    // with the mutex held
    //! Limit, threshold and action of a later revision.
    void setTerms(const Api::Budget &budget);
    //! Enters the period of \a now when the last one is over.
    void roll(WallTime now);
    bool holds(Money amount) const { return spentNow() + m_reserved + amount <= ceiling(); }
    Money ceiling() const { return m_limit + m_adjustment.raised; }
    Money spentNow() const { return m_spent; }
    Money reserved() const { return m_reserved; }
    Money left() const { return ceiling() - m_spent - m_reserved; }
    BudgetAction action() const { return m_action; }
    const QByteArray &redirectRoute() const { return m_redirect; }
    const QByteArray &id() const { return m_id; }
    //! When money is there again.
    WallTime resets(WallTime now);
    //! The number of the period, for giveBack().
    quint64 reserve(Money amount);
    void giveBack(quint64 period, Money amount);
    //! A request was refused though no other one held anything: what is left is too little. Nothing
    //! to note while much is left: then the request was too dear, not the budget used up.
    void noteRefusal();
    //! It has refused so, and nothing has changed since.
    bool refuses() const;
    //! Books what a request that began at \a time cost.
    void charge(WallTime time, Money cost, const QByteArray &requestId, WallTime now);
    //! Thresholds that were passed since the last call.
    void takeEvents(std::vector<BudgetEvent> &events, WallTime now);
    BudgetReport report(WallTime now);

    //! False until the books were asked what was spent before.
    bool wantsBooks() const { return !m_seeded || m_isRecounting; }
    //! The past was priced anew: seed() is to replace what was counted, which holds until then.
    void recount() { m_isRecounting = true; }
    //! The first moment that counts.
    WallTime countsFrom(WallTime now) const;
    const RollingSpend &rolling() const { return m_rolling; }
    bool isRolling() const { return m_period.isRolling(); }
    const PeriodSpan &span() const { return m_span; }
    struct Spent {
        WallTime time{};
        Money cost;
    };
    //! What the books say, and which requests they knew of when they said it.
    void seed(const std::vector<Spent> &spent, const std::function<bool(const QByteArray &)> &knew,
              WallTime now);

    const BudgetAdjustment &adjustment() const { return m_adjustment; }
    void adjust(const BudgetAdjustment &adjustment);
    //! More until the reset; of a rolling budget for as long as it counts.
    void raise(Money amount, WallTime now);
    //! The period begins anew now; what was spent is forgiven.
    void reset(WallTime now);

private:
    struct Unseeded {
        QByteArray id;
        Spent spent;
    };
    void book(WallTime time, Money cost);

    const BudgetPeriod m_period;
    const QTimeZone m_zone;
    const Qt::DayOfWeek m_weekStart;
    QByteArray m_id;
    QString m_periodText;
    QString m_actionText;
    Money m_limit;
    QList<int> m_warnAt;
    BudgetAction m_action = BudgetAction::Block;
    QByteArray m_redirect;

    PeriodSpan m_span;
    quint64 m_periodNumber = 0;
    Money m_spent;
    Money m_reserved;
    RollingSpend m_rolling;
    BudgetAdjustment m_adjustment;
    int m_toldPercent = 0;
    struct Refused {
        Money ceiling;
        Money spent;
    };
    std::optional<Refused> m_refused; //!< as things stood then
    bool m_seeded = false;
    bool m_isRecounting = false;
    std::vector<Unseeded> m_unseeded;
};

} // namespace Gatehouse::Access
