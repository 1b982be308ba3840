// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse/sceneopeners.h"

namespace Gatehouse {

//! The look through a text that got out, with a key of the sample data in it.
Opener findsLeakedKey();

} // namespace Gatehouse
