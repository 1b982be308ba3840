// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/services.h"
#include "core/api/documents/scope.h"
#include "core/base/jsonobjecttext.h"

namespace Gatehouse::Admin {

//! What a body says about the limits and the budget of a key or a team, which stand in the
//! configuration under "key:ID" and "team:ID". What it does not name stays; an empty one goes.
struct KeySpendingChange {
    std::optional<Api::Limit> limits;
    std::optional<Api::Budget> budget;

    bool isEmpty() const { return !limits && !budget; }
};

//! {"limits": {"rpm","tpm","max_in_flight"} or null, "budget": {"limit_usd","period","warn_at",
//! "action"} or null}, checked as the document's own; paths are "limits.rpm", "budget.period".
Result<KeySpendingChange> readKeySpending(const QJsonObject &body);

void applySpending(Api::Document &document, const Api::Scope &scope,
                   const KeySpendingChange &change);

//! The limits a new key of \a team starts with, if its team has any.
std::optional<Api::Limit> startingLimits(const Api::Document &document, const QString &team);

//! Adds "limits" and "budget" of \a scope to \a object, null where there are none.
void insertSpending(QJsonObject &object, const Api::Document &document, const Api::Scope &scope);
//! Of the key that \a key is.
void insertKeySpending(QJsonObject &key, const Api::Document &document);

//! A budget that the team's own keeps it from ever using up.
Api::Findings keySpendingWarnings(const Api::Document &document, const QString &team,
                                  const KeySpendingChange &change);

//! What limits every key now, and the limits and budgets of their own. Made once for a list of
//! keys, so that each costs the same however many there are.
class KeyStandings
{
public:
    //! What binds a key, and whether its budget is used up.
    struct Standing {
        //! {"scope","what","rpm","rpm_used","budget_scope","budget_period",
        //! "budget_limit_nano_usd","budget_spent_nano_usd"}; scope and what name the limit that
        //! binds (what is budget, rpm, tpm or max_in_flight); null when nothing does.
        QByteArray json;
        bool isOverBudget = false;
    };

    explicit KeyStandings(const Services &services);

    //! Writes "limits" and "budget" as insertSpending() adds them.
    void writeOwn(const QString &key, JsonObjectText &text) const;
    Standing of(const QString &key, const QString &team, const QString &owner);

private:
    Standing among(const QStringList &scopes) const;
    const Standing &shared(const QStringList &scopes);

    QHash<QString, Api::Limit> m_ownLimits; //!< by scope, as configured
    QHash<QString, Api::Budget> m_ownBudgets;
    QHash<QString, Access::LimitReport> m_limits;
    QHash<QString, Access::BudgetReport> m_budgets; //!< the one with the least left that refuses
    QHash<QString, Standing> m_shared; //!< of keys without their own, by team and owner
};

} // namespace Gatehouse::Admin
