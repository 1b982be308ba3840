// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse/scenes.h"

namespace Gatehouse {

//! Of the page Models & Routes. The one that begins a draft is the last.
QList<Scene> routeScenes();
//! A change of a route and one of a provider, as dialogs show them.
QStringList sampleSentences();

} // namespace Gatehouse
