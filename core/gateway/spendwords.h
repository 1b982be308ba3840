// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/budgets/budgetbook.h"
#include "core/access/budgets/budgethold.h"
#include "core/access/limits/limithold.h"
#include "core/dialects/errors.h"

namespace Gatehouse::Gateway {

//! 429: which limit, of whom, and when to come again.
Dialects::ClientError refusalOf(const Access::LimitRefusal &refusal);
//! 402: which budget, of whom, what is spent and when there is money again. \a needed: what the
//! request may cost.
Dialects::ClientError refusalOf(const Access::BudgetRefusal &refusal, Money needed);
//! 402: an administrator paused what is spent.
Dialects::ClientError refusalOf(const Access::SpendingPause &pause);
//! 402: nobody knows what the model costs.
Dialects::ClientError unpricedRefusal(QByteArrayView provider, QByteArrayView model);

//! "key 'ci'", "the gateway".
QByteArray scopeWords(QByteArrayView scope);
//! "$1.00", to the cent; smaller amounts to the last digit.
QByteArray dollars(Money amount);

//! The fields of \a room as clients of \a front know them.
void appendRoom(QByteArray &fields, Dialects::Format front, const Access::LimitRoom &room,
                WallTime wall);

} // namespace Gatehouse::Gateway
