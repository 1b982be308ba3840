// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! Bedrock's Converse and ConverseStream.
extern const WireFormat bedrockConverse;
extern const ChatCodec bedrockConverseCodec;

} // namespace Gatehouse::Dialects
