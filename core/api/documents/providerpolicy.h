// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace Gatehouse::Api {

//! When a target is no longer tried, and for how long.
struct BreakerPolicy {
    int failures = 5;         //!< in a row
    double failureShare = 50; //!< percent within the window, from leastRequests on
    int leastRequests = 20;
    std::chrono::milliseconds window{60'000};
    std::chrono::milliseconds rest{10'000}; //!< the first one; doubled up to longestRest
    //! With the slow start after it: whatever finds out, everything is back 30 s after a recovery.
    std::chrono::milliseconds longestRest{15'000};
    std::chrono::milliseconds slowStart{10'000}; //!< from its return to its full share

    bool operator==(const BreakerPolicy &) const = default;
};

//! How the health of a provider is found out where there is no traffic.
struct ProbePolicy {
    QString mode = QStringLiteral("models"); //!< traffic, models or token
    std::chrono::milliseconds interval{30'000};
    QString model;                    //!< asked for one token
    std::optional<qint64> dailyLimit; //!< nano-dollars

    bool operator==(const ProbePolicy &) const = default;
};

//! Programs that wake and put to sleep a self-hosted engine: argument vectors, no shell.
struct EnginePower {
    QStringList wake;
    QStringList sleep;
    std::chrono::milliseconds idleTime{0};       //!< without requests before sleep; 0: never
    std::chrono::milliseconds wakeTime{120'000}; //!< how long waking may take

    bool operator==(const EnginePower &) const = default;
};

} // namespace Gatehouse::Api
