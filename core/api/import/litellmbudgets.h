// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/import/importsource.h"

namespace Gatehouse::Api {

struct LiteLlmModel;

//! What LiteLLM lets something spend.
struct ForeignBudget {
    std::optional<double> dollars = {};
    QString duration = {}; //!< "30d"; empty: not given
    QString path = {};     //!< where the amount stands
};

//! Takes the members of \a source that tell a budget.
ForeignBudget takeBudget(ImportSource &source, const QString &amountKey,
                         const QString &durationKey);
//! Adds \a budget, for \a scope, to the document; or a note why not. One that says nothing is
//! passed over.
void importBudget(const ForeignBudget &budget, const QString &scope, ImportReport &report);

//! Those of all requests and of LiteLLM's providers, and the zone where their days begin. The
//! budgets of \a models are there already.
void importBudgets(ImportSource &router, ImportSource &settings, const QList<LiteLlmModel> &models,
                   ImportReport &report);

} // namespace Gatehouse::Api
