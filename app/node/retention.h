// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/gateway/gateway.h"
#include "core/ledger/ledgerstore.h"

namespace Gatehouse::Node {

//! How long the settings let rows and stored responses live.
inline Ledger::LedgerStore::Retention retentionOf(const Api::GatewaySettings &settings)
{
    return {.requestDays = settings.keepRequestDays,
            .requestBytes = settings.keepRequestBytes,
            .rollupDays = settings.keepRollupDays};
}

inline Responses::Retention responseRetentionOf(const Api::GatewaySettings &settings)
{
    return {.age = settings.keepResponses, .bytes = settings.keepResponseBytes};
}

inline Bodies::Retention bodyRetentionOf(const Api::GatewaySettings &settings)
{
    return {.age = settings.keepBodies, .bytes = settings.keepBodyBytes};
}

} // namespace Gatehouse::Node
