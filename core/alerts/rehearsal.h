// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/alerting.h"
#include "core/base/clock.h"
#include "core/ledger/traffic.h"

#include <optional>
#include <vector>

namespace Gatehouse::Alerts {

//! A value that a measure had for some time.
struct PastValue {
    WallTime time{};
    std::optional<double> value;
};

//! When \a rule would have fired, had it been there: each time the values get beyond its threshold
//! and stay there as long as the rule asks. A value holds until the next one.
std::vector<WallTime> rehearse(const Api::AlertRule &rule, const std::vector<PastValue> &past);

//! The values of a measure that comes from traffic, hour by hour from \a firstHour; empty when
//! \a measure is another.
std::vector<PastValue> pastValues(const QString &measure,
                                  const std::vector<Ledger::HourFigures> &hours, qint64 firstHour,
                                  qint64 endHour, double objective);

//! What an hour with any spending costs as a rule: the middle of those hours; nothing for fewer
//! than a dozen.
std::optional<Money> usualHour(const std::vector<Ledger::HourFigures> &hours);

} // namespace Gatehouse::Alerts
