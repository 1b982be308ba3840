// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/published.h"

#include <QtCore/QJsonObject>

#include <optional>
#include <utility>
#include <vector>

namespace Gatehouse::Gateway {

//! A request that is only asked about.
struct ExplainRequest {
    QByteArray keyId = {}; //!< empty: a key that may call everything
    QByteArray path;
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
    std::optional<quint64> seed = {}; //!< for what chance decides; else another one each time
};

//! The decision the gateway would take now for a request: the live admission code, nothing sent.
//! {"steps":[…],"candidates":[…],"plan":[…]}, and "refusal" with status, code and message when the
//! request would be refused. NotFound: unknown key; InvalidArgument: the path is no inference
//! endpoint.
Result<QJsonObject> explain(const Published &published, const Clock &clock, ExplainRequest request);

} // namespace Gatehouse::Gateway
