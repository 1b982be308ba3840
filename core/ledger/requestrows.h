// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"
#include "core/store/database.h"

namespace Gatehouse::Ledger {

//! The columns of a request row in the order recordFrom() reads them; n, the row's number, first.
QByteArrayView requestColumns();

//! The record of the row \a select stands on, without attempts and trace.
RequestRecord recordFrom(const Store::Statement &select);

//! The columns of a copy's row (of a route's shadow) in the order copyFrom() reads them, and as
//! much of it as sums and prices need.
QByteArrayView copyColumns();
RequestRecord copyFrom(const Store::Statement &select);

//! Fills in attempts and trace of \a record, which is request row \a row.
Result<void> readDetails(Store::Database &database, qint64 row, RequestRecord &record);

} // namespace Gatehouse::Ledger
