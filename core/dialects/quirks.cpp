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
    Q_UNUSED(model);
    return {};
}

} // namespace Gatehouse::Dialects
