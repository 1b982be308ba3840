// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"
#include "core/dialects/jsontext.h"

#include <optional>
#include <span>

namespace Gatehouse::Dialects {

//! The counts of a provider's "usage" object before they are brought into the normal form. Several
//! objects of one answer add up in one of these: a later count replaces an earlier one (they are
//! cumulative), an absent or null one changes nothing.
struct UsageParts {
    std::optional<qint64> prompt;
    std::optional<qint64> promptApart; //!< of the prompt, but not counted in it (Gemini's tool use)
    std::optional<qint64> cached;
    std::optional<qint64> cacheWrite;     //!< all writes
    std::optional<qint64> cacheWriteHour; //!< of them those that live an hour
    std::optional<qint64> completion;
    std::optional<qint64> reasoning;
    std::optional<qint64> reasoningApart; //!< reasoning that completion leaves out (Gemini)
    std::optional<qint64> audioIn;
    std::optional<qint64> audioOut;
    std::optional<qint64> imageIn;
    std::optional<qint64> total;
    bool batch = false; //!< the provider says that it charges batch rates
    bool odd = false;   //!< a count was negative, no whole number or absurdly large, and left out

    bool operator==(const UsageParts &) const = default;
};

//! Whether \a tier (raw JSON) is a service tier that is charged at batch rates: OpenAI's and
//! Amazon's "flex" and Anthropic's "batch" (vendors' price pages, November 2026).
bool isBatchTier(QByteArrayView tier);

//! Where a count stands in a provider's usage object.
struct UsageName {
    QByteArrayView parent; //!< "" = directly in it
    QByteArrayView key;
    std::optional<qint64> UsageParts::*part;
};

//! Adds the counts of \a usage (raw JSON object) that \a names lists. False when it is no object.
bool readUsage(QByteArrayView usage, std::span<const UsageName> names, JsonMemberReader &reader,
               UsageParts &parts);

//! Whether the prompt count of a provider includes cached and cache-write tokens.
enum class PromptCount { IncludesCache, ExcludesCache };

//! The normal form (vendors' pages, November 2026). Details larger than their totals, and odd
//! counts, mark it as estimated. Not known when neither prompt nor completion was said.
Usage normalised(const UsageParts &parts, PromptCount promptCount);

} // namespace Gatehouse::Dialects
