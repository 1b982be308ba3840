// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/modelid.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Gatehouse::Dialects {

namespace {

constexpr std::array<std::pair<QByteArrayView, BedrockMaker>, 8> makers{{
    {"anthropic", BedrockMaker::Anthropic},
    {"amazon", BedrockMaker::Amazon},
    {"cohere", BedrockMaker::Cohere},
    {"ai21", BedrockMaker::Ai21},
    {"deepseek", BedrockMaker::DeepSeek},
    {"mistral", BedrockMaker::Mistral},
    {"openai", BedrockMaker::OpenAi},
    {"qwen", BedrockMaker::Qwen},
}};

//! A region ("us", "apac", "us-gov", "global") or a maker: letters and '-', or a known maker.
bool isPrefix(QByteArrayView text)
{
    const bool isWord =
        std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    return isWord || text == "ai21";
}

} // namespace

BedrockMaker bedrockMaker(QByteArrayView modelId)
{
    const QByteArrayView id = modelId.sliced(modelId.lastIndexOf('/') + 1);
    for (const auto &[name, maker] : makers) {
        const qsizetype at = id.indexOf(name);
        const qsizetype end = at + name.size();
        if (at >= 0 && (at == 0 || id[at - 1] == '.') && end < id.size() && id[end] == '.')
            return maker;
    }
    return BedrockMaker::Other;
}

QByteArrayView bedrockModelName(QByteArrayView modelId)
{
    QByteArrayView name = modelId.sliced(modelId.lastIndexOf('/') + 1);
    for (qsizetype dot = name.indexOf('.'); dot > 0 && isPrefix(name.first(dot));
         dot = name.indexOf('.'))
        name = name.sliced(dot + 1);
    return name;
}

} // namespace Gatehouse::Dialects
