// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/canonical.h"
#include "core/dialects/jsonview.h"

namespace Gatehouse::Dialects::Gemini {

//! The OpenAPI subset that "parameters" and "responseSchema" hold, as JSON Schema: types in lower
//! case, "nullable" as a type of its own, counts as numbers. Other members stay as they are.
RawJson jsonSchemaOf(JsonView openApi);

} // namespace Gatehouse::Dialects::Gemini
