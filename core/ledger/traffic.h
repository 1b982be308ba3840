// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/scope.h"
#include "core/ledger/schema.h"

#include <optional>
#include <vector>

namespace Gatehouse::Ledger {

//! What watching needs to know of one request.
struct Traffic {
    WallTime time{};
    QByteArray provider = {};
    QByteArray model = {};
    QByteArray route = {};
    QByteArray key = {};
    QByteArray keyName = {};
    QByteArray team = {};
    RequestClass counts = RequestClass::Answered;
    Money cost = {};
    qint64 firstTokenUs = -1; //!< of streamed answers
    bool isUnpriced = false;
    bool isKeyRefused = false;
};

Traffic trafficOf(const RequestRecord &record);

//! The requests since \a sinceUs, oldest first; at most \a most, the newest of them.
Result<std::vector<Traffic>> recentTraffic(Store::Database &database, qint64 sinceUs, int most);

//! What was counted in one hour.
struct HourFigures {
    qint64 hour = 0; //!< hours since 1970 UTC
    qint64 answered = 0;
    qint64 failed = 0;
    qint64 unpriced = 0;
    Money cost = {};
    std::optional<double> firstTokenP95 = {}; //!< milliseconds; nothing for too few
};

//! Every hour of \a scope with requests in it, oldest first; \a endHour is exclusive. Gateway,
//! route and provider come from the sums by hour, team and key from the rows. InvalidArgument for
//! other scopes.
Result<std::vector<HourFigures>> hourFigures(Store::Database &database, const Api::Scope &scope,
                                             qint64 firstHour, qint64 endHour);

} // namespace Gatehouse::Ledger
