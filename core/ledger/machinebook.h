// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/ledger/machinecorrection.h"

namespace Gatehouse::Store {
class Database;
}

namespace Gatehouse::Ledger {

//! Remembers what machines paid by the hour cost and when that changed, so that a day keeps the
//! price it had, and what was corrected of that afterwards. Tables of the configuration's database,
//! used on its thread; nothing is ever taken out of them.
class MachineBook
{
public:
    //! \a database outlives the book.
    explicit MachineBook(Store::Database &database)
        : m_database(database)
    {
    }

    //! Makes the tables when they are not there. Call once, before anything else.
    Result<void> create();
    //! Takes what \a providers say now. What did not change is passed over; a provider that is gone
    //! or no longer paid by the hour ends.
    Result<void> note(const QList<Api::Provider> &providers, WallTime now);
    //! Every agreement by provider, the oldest first, as it was made; read once.
    const QList<MachineTerms> &terms() const { return m_terms; }
    //! The same with what was corrected: what days cost.
    QList<MachineTerms> termsAsCorrected(const DayCalendar &calendar) const
    {
        return corrected(m_terms, m_corrections, calendar);
    }

    Result<void> correct(const MachineCorrection &correction);
    //! The oldest first.
    const QList<MachineCorrection> &corrections() const { return m_corrections; }

private:
    Result<void> read();
    Result<void> readCorrections();
    Result<void> add(MachineTerms terms, WallTime now);

    Store::Database &m_database;
    QList<MachineTerms> m_terms;
    QList<MachineCorrection> m_corrections;
};

} // namespace Gatehouse::Ledger
