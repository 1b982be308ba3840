// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace Gatehouse::Store {
class Database;
}

namespace Gatehouse::Ledger {

//! How reliable something is meant to be: so much of the requests answered over so many days.
struct Objective {
    QString kind; //!< "route", "provider", "model"
    QString name;
    double target = defaultTarget;
    int days = defaultDays;
    bool isDefault = true; //!< nobody chose it

    static constexpr double defaultTarget = 0.995;
    static constexpr int defaultDays = 30;

    //! "route:fast"
    QString id() const { return kind + QLatin1Char(':') + name; }
    bool operator==(const Objective &) const = default;
};

//! A breaker changed its state: "closed", "half_open", "open", "held", "paused".
struct BreakerChange {
    WallTime time{};
    QString provider;
    QString model; //!< empty: the whole provider
    QString state;

    bool operator==(const BreakerChange &) const = default;
};

//! Who has seen an incident.
struct Acknowledgement {
    QString who;
    WallTime time{};
};

//! What reliability needs besides the requests: objectives that were chosen, what breakers did, and
//! which incidents were acknowledged. Tables of the configuration's database, used on its thread.
class ReliabilityBook
{
public:
    //! \a database outlives the book.
    explicit ReliabilityBook(Store::Database &database)
        : m_database(database)
    {
    }

    //! Makes the tables when they are not there. Call once, before anything else.
    Result<void> create();

    //! Those that were chosen; everything else has the default.
    Result<std::vector<Objective>> objectives();
    //! InvalidArgument with the field as path: the target is from 50 % to 99.999 %, the days 1 to
    //! 90.
    Result<void> setObjective(const Objective &objective);
    //! Back to the default.
    Result<void> removeObjective(const QString &kind, const QString &name);

    //! Changes older than \a keepFrom are dropped by the way.
    Result<void> addBreakerChange(const BreakerChange &change, WallTime keepFrom = {});
    //! Oldest first: those from \a from on, and of each target the last one before.
    Result<std::vector<BreakerChange>> breakerChanges(WallTime from, WallTime to);

    Result<void> acknowledge(const QString &incident, const Acknowledgement &by);
    Result<std::optional<Acknowledgement>> acknowledgement(const QString &incident);

private:
    Store::Database &m_database;
};

} // namespace Gatehouse::Ledger
