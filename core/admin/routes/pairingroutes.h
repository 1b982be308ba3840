// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/routes/routes.h"

namespace Gatehouse::Admin {

//! A first token for a program elsewhere: POST /pairing shows a code here, POST /pair takes it
//! there and needs no token of its own.
void addPairingRoutes(Router &router, Services &services);

} // namespace Gatehouse::Admin
