// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

namespace Gatehouse {

//! Writes \a rows plausible requests of the last 30 days into ledger.db of \a folder, through the
//! ledger's own writing side, so that its sums are whole. A folder that has one already is left as
//! it is.
Result<void> fillLedger(const QString &folder, int rows);

} // namespace Gatehouse
