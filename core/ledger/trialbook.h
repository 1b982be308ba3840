// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QString>

#include <optional>

namespace Gatehouse::Store {
class Database;
}

namespace Gatehouse::Ledger {

//! How far the canary of a route has come.
struct TrialProgress {
    QString route;
    QString policy; //!< JSON of the section it runs by: another one begins anew
    WallTime started{};
    QString counts; //!< JSON of what both sides did

    bool operator==(const TrialProgress &) const = default;
};

//! Keeps canaries over restarts. A table of the configuration's database, used on its thread.
class TrialBook
{
public:
    //! \a database outlives the book.
    explicit TrialBook(Store::Database &database)
        : m_database(database)
    {
    }

    //! Makes the table when it is not there. Call once, before anything else.
    Result<void> create();
    Result<std::optional<TrialProgress>> find(const QString &route);
    //! In the place of what was known of its route.
    Result<void> keep(const TrialProgress &progress);

private:
    Store::Database &m_database;
};

} // namespace Gatehouse::Ledger
