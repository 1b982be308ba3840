// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/quirks.h"

#include <algorithm>

namespace Gatehouse::Dialects {

namespace {

constexpr std::array rows{
    Quirks{.name = "openai",
           .title = "OpenAI",
           .baseUrl = "https://api.openai.com/v1",
           .hasResponses = true,
           .hasCompletions = true,
           .hasImages = true,
           .hasAudio = true,
           .hasModerations = true,
           .maxTokens = "max_completion_tokens",
           .takesDeveloperRole = true},
    Quirks{.name = "anthropic",
           .title = "Anthropic",
           .baseUrl = "https://api.anthropic.com",
           .authentication = Authentication::ApiKey,
           .chat = Format::AnthropicMessages,
           .hasMessages = true,
           .embed = {},
           .countTokens = Format::AnthropicCountTokens,
           .modelsPath = "/v1/models"},
};

//! \a version is what stands behind "gemini-": "2.5-flash", "3.1-pro-preview", "flash-latest".
//! Names without a number are of the newest line (ai.google.dev, November 2026).
ModelPolicy geminiPolicy(QByteArrayView version)
{
    const bool isOld = version.startsWith("1.") || version.startsWith("2.0");
    const bool isSecond = version.startsWith("2.5");
    return {.refusesReasoning = isOld,
            .wantsThinkingBudget = isSecond,
            .needsThoughtSignature = !isOld && !isSecond};
}

} // namespace

std::span<const Quirks> allQuirks()
{
    return rows;
}

const Quirks *quirksOf(QByteArrayView dialect)
{
    const auto row = std::ranges::find(rows, dialect, &Quirks::name);
    return row == rows.end() ? nullptr : &*row;
}

ModelPolicy modelPolicy(QByteArrayView model)
{
    const qsizetype gemini = model.lastIndexOf("gemini-");
    return gemini < 0 ? ModelPolicy() : geminiPolicy(model.sliced(gemini + 7));
}

} // namespace Gatehouse::Dialects
