// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/bounds.h"
#include "core/access/keytable.h"
#include "core/config/snapshot.h"
#include "core/dialects/tokens/tokenizer.h"
#include "core/ledger/pricebook.h"
#include "core/providers/upstreamrequest.h"
#include "core/routing/facts.h"
#include "core/routing/routingtable.h"

#include <functional>
#include <memory>
#include <vector>

namespace Gatehouse::Gateway {

//! Everything one state of the configuration means to the request path: immutable, shared by every
//! worker, swapped whole. An exchange ends on the one it began with.
struct Published {
    std::shared_ptr<const Config::Snapshot> snapshot;
    std::shared_ptr<const Access::KeyTable> keys;
    std::shared_ptr<const Ledger::PriceBook> prices;
    std::shared_ptr<const Routing::RoutingTable> routing;
    Routing::BudgetGauge budgets = {}; //!< for rules that look at them; empty: they never match
    std::shared_ptr<const Providers::CredentialSet> credentials;
    std::vector<Providers::PreparedProvider> providers; //!< by Config::Provider::index
    std::shared_ptr<const Access::Bounds> bounds;       //!< null: no limits and no budgets
    Dialects::TokenizerShelf *tokenizers = nullptr;     //!< null: tokens are estimated
};

} // namespace Gatehouse::Gateway
