// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/pairing.h"

namespace Gatehouse::Dialects {

std::optional<Format> upstreamFormat(const Quirks &quirks, Format front)
{
    switch (taskOf(front)) {
    case Task::Chat:
        if ((front == Format::OpenAiResponses && quirks.hasResponses)
            || (front == Format::AnthropicMessages && quirks.hasMessages)
            || (front == Format::OpenAiCompletions && quirks.hasCompletions))
            return front;
        return quirks.chat;
    case Task::Embed:
        return quirks.embed;
    case Task::CountTokens:
        return quirks.countTokens;
    case Task::Rerank:
        return quirks.rerank;
    }
    Q_UNREACHABLE();
}

bool passesUnchanged(const Quirks &quirks, Format front, Format upstream, Touchy seen)
{
    if (front != upstream || (seen & Touchy::Seals))
        return false;
    return front != Format::OpenAiChat || !(quirks.touchy & seen);
}

} // namespace Gatehouse::Dialects
