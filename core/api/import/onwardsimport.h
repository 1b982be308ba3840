// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/import/importreport.h"

namespace Gatehouse::Api {

//! The configuration of Onwards, the proxy of Doubleword's control layer, as ours: its targets
//! become routes. Everything that is not taken over is named in the notes.
ImportReport importOnwards(const QJsonObject &config);

} // namespace Gatehouse::Api
