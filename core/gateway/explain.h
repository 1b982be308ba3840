// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/published.h"

#include <QtCore/QJsonObject>

namespace Gatehouse::Gateway {

//! The decision the gateway would take now for a request: the live admission code, nothing sent.
//! {"steps":[…],"candidates":[…],"plan":[…]}, and "refusal" with status, code and message when the
//! request would be refused. An empty \a keyId stands for a key that may call everything. NotFound:
//! unknown key; InvalidArgument: \a path is no inference endpoint.
Result<QJsonObject> explain(const Published &published, const Clock &clock, QByteArrayView keyId,
                            QByteArrayView path, QByteArray body);

} // namespace Gatehouse::Gateway
