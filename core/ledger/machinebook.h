// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/ledger/machineterms.h"

namespace Gatehouse::Store {
class Database;
}

namespace Gatehouse::Ledger {

//! Remembers what machines paid by the hour cost and when that changed, so that a day keeps the
//! price it had. A table of the configuration's database, used on its thread.
class MachineBook
{
public:
    //! \a database outlives the book.
    explicit MachineBook(Store::Database &database)
        : m_database(database)
    {
    }

    //! Makes the table when it is not there. Call once, before anything else.
    Result<void> create();
    //! Takes what \a providers say now. What did not change is passed over; a provider that is gone
    //! or no longer paid by the hour ends.
    Result<void> note(const QList<Api::Provider> &providers, WallTime now);
    //! Every agreement by provider, the oldest first; read once.
    const QList<MachineTerms> &terms() const { return m_terms; }

private:
    Result<void> read();
    Result<void> add(MachineTerms terms, WallTime now);

    Store::Database &m_database;
    QList<MachineTerms> m_terms;
};

} // namespace Gatehouse::Ledger
