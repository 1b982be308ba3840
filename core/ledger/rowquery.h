// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace Gatehouse::Ledger {

//! Calls \a take for each row; the statement's error, if any.
template <typename Take>
Result<void> eachRow(Store::Statement &select, Take take)
{
    for (;;) {
        const Result<bool> row = select.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        take(select);
    }
}

//! Prepares \a sql, binds \a values, and calls \a take for each row.
template <typename Take, typename... Values>
Result<void> query(Store::Database &database, QByteArrayView sql, Take take,
                   const Values &...values)
{
    auto select = database.prepare(sql);
    if (!select)
        return select.error();
    select->bindAll(values...);
    return eachRow(*select, take);
}

} // namespace Gatehouse::Ledger
