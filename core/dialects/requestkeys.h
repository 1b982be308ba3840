// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/requestscan.h"

#include <algorithm>
#include <array>
#include <string_view>

//! The names of a request's members that mean something to the gateway.
namespace Gatehouse::Dialects::RequestParts {

//! Top-level members the gateway acts on; each may stand once.
enum class Key {
    Model,
    Stream,
    StreamOptions,
    Messages,
    Input,
    Prompt,
    System,
    Instructions,
    MaxTokens,
    MaxCompletionTokens,
    MaxOutputTokens,
    Tools,
    Functions,
    ResponseFormat,
    Text,
    OutputConfig,
    PreviousResponse,
    Conversation,
    Contents,          //!< Gemini: the turns
    Content,           //!< … of an embedding
    Requests,          //!< … of many
    SystemInstruction, //!< Gemini
    Query,             //!< of a rerank
    Documents,
    Options, //!< Ollama
    Format,
    Images, //!< … of a single prompt
    N,
    Metadata,
    Steering, //!< would steer a gateway; refused
    Other,
};

struct NamedKey {
    std::string_view name;
    Key key;
};

inline constexpr std::array topLevelKeys{
    NamedKey{"model", Key::Model},
    NamedKey{"stream", Key::Stream},
    NamedKey{"stream_options", Key::StreamOptions},
    NamedKey{"messages", Key::Messages},
    NamedKey{"input", Key::Input},
    NamedKey{"prompt", Key::Prompt},
    NamedKey{"system", Key::System},
    NamedKey{"instructions", Key::Instructions},
    NamedKey{"max_tokens", Key::MaxTokens},
    NamedKey{"max_completion_tokens", Key::MaxCompletionTokens},
    NamedKey{"max_output_tokens", Key::MaxOutputTokens},
    NamedKey{"tools", Key::Tools},
    NamedKey{"functions", Key::Functions},
    NamedKey{"response_format", Key::ResponseFormat},
    NamedKey{"text", Key::Text},
    NamedKey{"output_config", Key::OutputConfig},
    NamedKey{"previous_response_id", Key::PreviousResponse},
    NamedKey{"conversation", Key::Conversation},
    NamedKey{"contents", Key::Contents},
    NamedKey{"content", Key::Content},
    NamedKey{"requests", Key::Requests},
    NamedKey{"systemInstruction", Key::SystemInstruction},
    NamedKey{"system_instruction", Key::SystemInstruction},
    NamedKey{"query", Key::Query},
    NamedKey{"documents", Key::Documents},
    NamedKey{"options", Key::Options},
    NamedKey{"format", Key::Format},
    NamedKey{"images", Key::Images},
    NamedKey{"n", Key::N},
    NamedKey{"metadata", Key::Metadata},
    NamedKey{"extra_body", Key::Metadata},
    NamedKey{"litellm_params", Key::Metadata},
    NamedKey{"litellm_metadata", Key::Metadata},
};

struct TouchyKey {
    std::string_view name;
    Touchy bit;
};

inline constexpr std::array touchyKeys{
    TouchyKey{"max_tokens", Touchy::MaxTokens},
    TouchyKey{"max_completion_tokens", Touchy::MaxCompletionTokens},
    TouchyKey{"seed", Touchy::Seed},
    TouchyKey{"user", Touchy::User},
    TouchyKey{"logprobs", Touchy::Logprobs},
    TouchyKey{"top_logprobs", Touchy::Logprobs},
    TouchyKey{"logit_bias", Touchy::LogitBias},
    TouchyKey{"n", Touchy::N},
    TouchyKey{"store", Touchy::Store},
    TouchyKey{"metadata", Touchy::Store},
    TouchyKey{"stream_options", Touchy::StreamOptions},
    TouchyKey{"tools", Touchy::Tools},
    TouchyKey{"tool_choice", Touchy::ToolChoice},
    TouchyKey{"parallel_tool_calls", Touchy::ParallelToolCalls},
    TouchyKey{"reasoning_effort", Touchy::ReasoningEffort},
    TouchyKey{"response_format", Touchy::ResponseFormat},
    TouchyKey{"temperature", Touchy::Sampling},
    TouchyKey{"top_p", Touchy::Sampling},
    TouchyKey{"presence_penalty", Touchy::Sampling},
    TouchyKey{"frequency_penalty", Touchy::Sampling},
    TouchyKey{"service_tier", Touchy::ServiceTier},
    TouchyKey{"prompt_cache_key", Touchy::PromptCacheKey},
    TouchyKey{"prompt_cache_retention", Touchy::PromptCacheKey},
    TouchyKey{"safety_identifier", Touchy::PromptCacheKey},
    TouchyKey{"verbosity", Touchy::PromptCacheKey},
};

inline Touchy touchyBit(std::string_view name)
{
    const auto found = std::ranges::find(touchyKeys, name, &TouchyKey::name);
    return found == touchyKeys.end() ? Touchy::None : found->bit;
}

//! Members that redirect or re-credential requests in other gateways. Refused at the top level and
//! in the free-form objects some gateways merge into it; elsewhere (a tool's schema) they are
//! ordinary names.
inline constexpr std::array<std::string_view, 7> steeringKeys{
    "base_url",
    "api_base",
    "api_key",
    "extra_headers",
    "fallbacks",
    "mock_response",
    "custom_llm_provider",
};

inline bool isSteering(std::string_view name)
{
    return std::find(steeringKeys.begin(), steeringKeys.end(), name) != steeringKeys.end();
}

inline Key topLevelKey(std::string_view name)
{
    for (const NamedKey &candidate : topLevelKeys) {
        if (candidate.name == name)
            return candidate.key;
    }
    return isSteering(name) ? Key::Steering : Key::Other;
}

} // namespace Gatehouse::Dialects::RequestParts
