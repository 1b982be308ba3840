// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/headerpolicy.h"

#include <algorithm>

namespace Gatehouse::Dialects {

namespace {

constexpr std::array<QByteArrayView, 3> openAiForwarded{"idempotency-key", "traceparent",
                                                        "tracestate"};
constexpr std::array<QByteArrayView, 5> anthropicForwarded{
    "anthropic-version", "anthropic-beta", "idempotency-key", "traceparent", "tracestate"};

constexpr std::array<QByteArrayView, 2> tracing{"traceparent", "tracestate"};

//! OpenAI, Azure, Bedrock and Mistral, and Anthropic.
constexpr std::array<QByteArrayView, 5> idFields{"x-request-id", "request-id", "apim-request-id",
                                                 "x-amzn-requestid", "mistral-correlation-id"};

//! Returned under the upstream's own name; the dialect's clients know them.
constexpr std::array<QByteArrayView, 9> openAiReturned{
    "x-ratelimit-limit-requests",
    "x-ratelimit-limit-tokens",
    "x-ratelimit-remaining-requests",
    "x-ratelimit-remaining-tokens",
    "x-ratelimit-reset-requests",
    "x-ratelimit-reset-tokens",
    "retry-after-ms",
    "openai-processing-ms",
    "openai-version",
};
constexpr std::array<QByteArrayView, 12> anthropicReturned{
    "anthropic-ratelimit-requests-limit",          "anthropic-ratelimit-requests-remaining",
    "anthropic-ratelimit-requests-reset",          "anthropic-ratelimit-tokens-limit",
    "anthropic-ratelimit-tokens-remaining",        "anthropic-ratelimit-tokens-reset",
    "anthropic-ratelimit-input-tokens-limit",      "anthropic-ratelimit-input-tokens-remaining",
    "anthropic-ratelimit-input-tokens-reset",      "anthropic-ratelimit-output-tokens-limit",
    "anthropic-ratelimit-output-tokens-remaining", "anthropic-ratelimit-output-tokens-reset",
};

QByteArrayView listed(std::span<const QByteArrayView> names, QByteArrayView name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](QByteArrayView known) {
        return known.size() == name.size() && known.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? QByteArrayView() : *found;
}

} // namespace

std::span<const QByteArrayView> forwardedRequestFields(Family family)
{
    if (family == Family::Anthropic)
        return anthropicForwarded;
    return openAiForwarded;
}

std::span<const QByteArrayView> tracingFields()
{
    return tracing;
}

QByteArrayView returnedFieldName(Family family, QByteArrayView upstreamName)
{
    if (!listed(idFields, upstreamName).isEmpty())
        return "x-gatehouse-upstream-id";
    if (family == Family::Anthropic)
        return listed(anthropicReturned, upstreamName);
    return listed(openAiReturned, upstreamName);
}

std::span<const QByteArrayView> requestIdFields()
{
    return idFields;
}

} // namespace Gatehouse::Dialects
