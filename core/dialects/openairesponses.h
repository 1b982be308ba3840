// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/wireformat.h"

namespace Gatehouse::Dialects {

//! POST /v1/responses: named events, the last is response.completed, .incomplete or .failed.
extern const WireFormat openAiResponses;

} // namespace Gatehouse::Dialects
