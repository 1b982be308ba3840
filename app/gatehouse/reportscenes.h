// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse/scenes.h"

namespace Gatehouse {

//! Of the pages that tell what was and of what they offer: Spend, Reliability, Requests, Alerts,
//! Audit log.
QList<Scene> reportScenes();

} // namespace Gatehouse
