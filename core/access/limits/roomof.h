// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/limits/limithold.h"

namespace Gatehouse::Access {

//! What is left of \a states, which are in ascending order, for one that was refused as well.
LimitRoom roomOf(const LimitHold::States &states, SteadyTime now);

} // namespace Gatehouse::Access
