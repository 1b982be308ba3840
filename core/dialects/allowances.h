// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/classify.h"

#include <vector>

namespace Gatehouse::Dialects {

//! What a provider counts and limits.
enum class AllowanceKind { Requests, Tokens, InputTokens, OutputTokens };
inline constexpr int allowanceKinds = 4;
//! "requests", "tokens", "input_tokens", "output_tokens".
QByteArrayView allowanceName(AllowanceKind kind);

//! What an answer says of one allowance of its key.
struct AllowanceReading {
    AllowanceKind kind = AllowanceKind::Requests;
    std::optional<qint64> limit = {}; //!< nothing when only the rest is told
    qint64 remaining = 0;
    std::optional<std::chrono::milliseconds> resetsIn = {};

    bool operator==(const AllowanceReading &) const = default;
};

//! A field that says how much is left of an allowance: x-ratelimit-remaining-requests. Any case.
bool isAllowance(QByteArrayView name);

//! The longest reset of the allowances of which nothing is left: of x-ratelimit-* durations
//! ("6m0s", "120ms") or times (OpenRouter), of anthropic-ratelimit-* RFC 3339. At most 24 h.
std::optional<std::chrono::milliseconds> exhaustedFor(const HeaderLookup &header, WallTime now);

//! Every allowance that an answer tells, one of each kind: x-ratelimit-*-requests and -tokens
//! (OpenAI and those like it), anthropic-ratelimit-*, plain x-ratelimit-* and ratelimit-* as
//! requests. What is not a whole number is passed over.
std::vector<AllowanceReading> readAllowances(const HeaderLookup &header, WallTime now);

} // namespace Gatehouse::Dialects
