// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"
#include "core/store/database.h"

namespace Gatehouse::Ledger {

//! The columns of a request row in the order recordFrom() reads them; n, the row's number, first.
QByteArrayView requestColumns();

//! The record of the row \a select stands on, without attempts and trace.
RequestRecord recordFrom(const Store::Statement &select);

//! The attempts of request row \a row, in order.
Result<std::vector<AttemptRecord>> attemptsOf(Store::Database &database, qint64 row);

} // namespace Gatehouse::Ledger
