// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <array>
#include <optional>

namespace Gatehouse::Dialects {

//! Vendors whose way of speaking a wire format belongs to.
enum class Family { OpenAi, Anthropic };

//! A wire format a client may speak to us.
enum class Front {
    OpenAiChat,
    OpenAiCompletions,
    OpenAiResponses,
    OpenAiEmbeddings,
    AnthropicMessages,
    AnthropicCountTokens,
};

inline constexpr std::array allFronts{Front::OpenAiChat,        Front::OpenAiCompletions,
                                      Front::OpenAiResponses,   Front::OpenAiEmbeddings,
                                      Front::AnthropicMessages, Front::AnthropicCountTokens};

//! "openai-chat", "openai-completions", "openai-responses", "openai-embeddings",
//! "anthropic-messages", "anthropic-count-tokens": the names stored in the books.
QByteArrayView frontName(Front front);
std::optional<Front> frontFromName(QByteArrayView name);

//! The front of a request path without its query: "/v1/chat/completions" is OpenAiChat.
std::optional<Front> frontOfPath(QByteArrayView path);

//! The family an upstream must belong to, so that the request can pass unchanged.
Family familyOf(Front front);

//! The front can answer as a stream of events.
bool mayStream(Front front);

//! Target of the upstream request line: \a basePath ("/v1", "", "/openai/v1"; no trailing slash)
//! plus the format's own path. An Anthropic base path that does not end in "/v1" gets "/v1" first.
//! The client's query is never forwarded, except "beta=true" of the Anthropic formats: \a query is
//! what stood behind the client's '?'.
QByteArray upstreamTarget(Front front, QByteArrayView basePath, QByteArrayView query = {});

} // namespace Gatehouse::Dialects
