// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/records.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace Gatehouse::Ledger {

namespace {

//! In the order of Outcome.
constexpr std::array<QByteArrayView, 21> names{
    "ok",
    "wrong_credentials",
    "no_money",
    "rate_limited",
    "overloaded",
    "server_error",
    "connect_failed",
    "tls_failed",
    "timeout_first_token",
    "timeout_idle",
    "timeout_total",
    "stream_broken",
    "bad_request",
    "context_too_long",
    "content_refused",
    "model_not_found",
    "region_not_allowed",
    "limit_reached",
    "key_refused",
    "cancelled",
    "interrupted",
};
static_assert(names.size() == static_cast<size_t>(Outcome::Interrupted) + 1);

} // namespace

QByteArrayView outcomeName(Outcome outcome)
{
    return names[static_cast<size_t>(outcome)];
}

std::optional<Outcome> outcomeFromName(QByteArrayView name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Outcome>(std::distance(names.begin(), found));
}

} // namespace Gatehouse::Ledger
