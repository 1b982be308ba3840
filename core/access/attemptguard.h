// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <atomic>
#include <chrono>
#include <mutex>

namespace Gatehouse::Access {

//! Counts wrong keys per address: after 20 within a minute that address is answered 429 until a
//! minute has passed since its first wrong try. Thread-safe, one for all workers; until somebody
//! was stopped for the first time the check is one atomic read.
class AttemptGuard
{
public:
    static constexpr int allowedFailures = 20;
    static constexpr std::chrono::seconds window{60};
    static constexpr qsizetype mostAddresses = 4096;

    explicit AttemptGuard(const Clock &clock);

    //! How long \a address has still to wait, zero when it may try. Pass the client's address as
    //! text, of IPv6 the /64 network (one subscriber has 2^64 addresses).
    std::chrono::seconds waitingTime(const QByteArray &address) const;
    void recordFailure(const QByteArray &address);

private:
    struct Attempts {
        SteadyTime first{};
        int failures = 0;
    };

    bool isOver(const Attempts &attempts) const;
    void makeRoom();

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Attempts> m_attempts;
    std::atomic<bool> m_anyBlocked = false;
};

} // namespace Gatehouse::Access
