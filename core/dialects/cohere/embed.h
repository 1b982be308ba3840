// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! Cohere's POST /v2/embed.
extern const WireFormat cohereEmbed;
extern const EmbedCodec cohereEmbedCodec;

} // namespace Gatehouse::Dialects
