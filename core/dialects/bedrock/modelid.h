// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Gatehouse::Dialects {

//! The maker of a Bedrock model: what "additionalModelRequestFields" are called depends on it.
enum class BedrockMaker { Amazon, Anthropic, Cohere, Ai21, DeepSeek, Mistral, OpenAi, Qwen, Other };

//! Of an id ("eu.anthropic.claude-sonnet-4-5-v1:0") or an inference profile's ARN. Other, when an
//! application profile does not tell.
BedrockMaker bedrockMaker(QByteArrayView modelId);

//! The model's own name for modelPolicy(): "claude-sonnet-4-5-v1:0". Region and maker are left
//! out, an ARN's beginning too.
QByteArrayView bedrockModelName(QByteArrayView modelId);

} // namespace Gatehouse::Dialects
