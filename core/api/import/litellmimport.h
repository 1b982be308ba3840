// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/import/importreport.h"

namespace Gatehouse::Api {

//! LiteLLM's proxy configuration (config.yaml, read as JSON) as ours: models become routes with
//! their targets, fallbacks, aliases, limits, prices and budgets. Everything that is not taken over
//! is named in the notes.
ImportReport importLiteLlm(const QJsonObject &config);

} // namespace Gatehouse::Api
