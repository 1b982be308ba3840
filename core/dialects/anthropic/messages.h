// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! POST /v1/messages: named events from message_start to message_stop.
extern const WireFormat anthropicMessages;
//! POST /v1/messages/count_tokens: a request of the same shape, answered {"input_tokens"}.
extern const WireFormat anthropicCountTokens;

extern const ChatCodec anthropicMessagesCodec;
extern const CountCodec anthropicCountTokensCodec;

//! The value of "anthropic-version" that \a request needs when it is translated for a model of
//! \a policy: the older one takes sampling parameters and a few older shapes (docs.anthropic.com,
//! "Versions", November 2026).
QByteArrayView anthropicVersionFor(const Request &request, const ModelPolicy &policy);

} // namespace Gatehouse::Dialects
