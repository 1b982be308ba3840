// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

Result<Reply> readConverseReply(JsonView body);

//! Shared with the stream.
FinishReason converseFinish(QByteArrayView stopReason);
Usage converseUsage(JsonView usage);
//! Of a citation of text: {"title","source","sourceContent":[{"text"}],"location":{…}}.
Citation converseCitation(JsonView citation);

//! Names in "usage" (TokenUsage, docs.aws.amazon.com, November 2026). "cacheDetails" is a list and
//! read apart.
inline constexpr std::array converseUsageNames{
    UsageName{"", "inputTokens", &UsageParts::prompt},
    UsageName{"", "outputTokens", &UsageParts::completion},
    UsageName{"", "totalTokens", &UsageParts::total},
    UsageName{"", "cacheReadInputTokens", &UsageParts::cached},
    UsageName{"", "cacheWriteInputTokens", &UsageParts::cacheWrite},
};

//! inputTokens leaves out what was read from or written to the cache (docs.aws.amazon.com, "Prompt
//! caching").
inline constexpr PromptCount conversePromptCount = PromptCount::ExcludesCache;

} // namespace Gatehouse::Dialects
