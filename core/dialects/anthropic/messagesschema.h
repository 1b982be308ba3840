// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/canonical.h"

namespace Gatehouse::Dialects::Messages {

//! A tool's schema as Anthropic requires it: of type "object", also when it says nothing.
RawJson objectSchema(const RawJson &schema);

//! A schema for structured output: every object in it gets "additionalProperties": false unless it
//! says otherwise itself.
RawJson closedSchema(const RawJson &schema);

} // namespace Gatehouse::Dialects::Messages
