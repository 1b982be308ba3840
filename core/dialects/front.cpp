// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/front.h"

#include "core/dialects/anthropicmessages.h"
#include "core/dialects/openaichat.h"
#include "core/dialects/openaicompletions.h"
#include "core/dialects/openaiembeddings.h"
#include "core/dialects/openairesponses.h"

namespace Gatehouse::Dialects {

namespace {

//! Claude Code and the SDKs' beta resources append it.
bool asksForBeta(QByteArrayView query)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        if ((end < 0 ? query : query.first(end)) == "beta=true")
            return true;
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return false;
}

} // namespace

const WireFormat &wireFormat(Front front)
{
    switch (front) {
    case Front::OpenAiChat:
        return openAiChat;
    case Front::OpenAiCompletions:
        return openAiCompletions;
    case Front::OpenAiResponses:
        return openAiResponses;
    case Front::OpenAiEmbeddings:
        return openAiEmbeddings;
    case Front::AnthropicMessages:
        return anthropicMessages;
    case Front::AnthropicCountTokens:
        return anthropicCountTokens;
    }
    Q_UNREACHABLE();
}

QByteArrayView frontName(Front front)
{
    return wireFormat(front).name;
}

std::optional<Front> frontFromName(QByteArrayView name)
{
    for (const Front front : allFronts) {
        if (wireFormat(front).name == name)
            return front;
    }
    return {};
}

std::optional<Front> frontOfPath(QByteArrayView path)
{
    for (const Front front : allFronts) {
        if (wireFormat(front).clientPath == path)
            return front;
    }
    return {};
}

Family familyOf(Front front)
{
    return wireFormat(front).family;
}

bool mayStream(Front front)
{
    return wireFormat(front).readEvent != nullptr;
}

QByteArray upstreamTarget(Front front, QByteArrayView basePath, QByteArrayView query)
{
    const WireFormat &format = wireFormat(front);
    QByteArray target = basePath.toByteArray();
    const bool anthropic = format.family == Family::Anthropic;
    if (anthropic && !basePath.endsWith("/v1"))
        target += "/v1";
    target += format.path;
    if (anthropic && asksForBeta(query))
        target += "?beta=true";
    return target;
}

} // namespace Gatehouse::Dialects
