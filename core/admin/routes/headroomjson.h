// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/services.h"

namespace Gatehouse::Admin {

//! What \a provider last said is left of its allowances: [{"provider", "title", "key", "label",
//! "kind", "limit", "remaining", "left", "resets", "seen"}]; times in ISO form, "left" from 0 to 1,
//! null where only the rest is known.
QJsonArray headroomJson(const Services &services, const Api::Provider &provider);
//! Of all providers of the configuration.
QJsonArray headroomJson(const Services &services);

} // namespace Gatehouse::Admin
