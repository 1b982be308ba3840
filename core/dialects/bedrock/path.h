// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Gatehouse::Dialects {

//! \a text as one segment of a path: all but letters, digits, '-', '.', '_' and '~' as "%3A"
//! (RFC 3986 section 2.3). Model ids have ':', ARNs of inference profiles '/'.
QByteArray percentEncoded(QByteArrayView text);

//! Targets of bedrock-runtime.{region}.amazonaws.com; \a basePath is mostly empty.
//! "/model/eu.anthropic.claude-sonnet-4-5-v1%3A0/converse-stream"
QByteArray converseTarget(QByteArrayView basePath, QByteArrayView modelId, bool streams);
//! "/openai/v1/chat/completions": the same host in OpenAI's format, the model in the body.
QByteArray bedrockOpenAiTarget(QByteArrayView basePath);

} // namespace Gatehouse::Dialects
