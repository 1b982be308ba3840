// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse/sceneopeners.h"

namespace Gatehouse {

//! What a newer price list would change; it is compared, not taken.
Opener comparesPriceList();
//! What today's prices would have made of the past; nothing is booked.
Opener comparesRecalculation();
//! An invoice of the last week that agrees with the books but for one price, one model without a
//! price and one that was never asked through the gateway.
Opener checksInvoice();

} // namespace Gatehouse
