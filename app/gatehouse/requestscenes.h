// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse/scenes.h"

namespace Gatehouse {

//! One request: its parts, what was recorded of it, and one that a budget refused.
QList<Scene> requestScenes();

} // namespace Gatehouse
