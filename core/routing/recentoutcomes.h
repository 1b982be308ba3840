// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <array>
#include <atomic>

namespace Gatehouse::Routing {

//! Successes and failures of the latest time in ten buckets, of 30 s each unless told otherwise.
//! Lock-free; counts may be off by a few when a bucket turns over under load.
class RecentOutcomes
{
public:
    struct Counts {
        int successes = 0;
        int failures = 0;
        int attempts() const { return successes + failures; }
        bool operator==(const Counts &) const = default;
    };
    static constexpr int bucketCount = 10;

    //! Of the whole window from now on; what was counted is forgotten when it is another than
    //! before.
    void setWindow(std::chrono::microseconds window);
    void count(bool success, SteadyTime now);
    void clear();
    Counts all(SteadyTime now) const { return within(now, bucketCount); }
    //! Of the latest \a buckets, the present one included.
    Counts within(SteadyTime now, int buckets) const;

private:
    quint64 bucketNumber(SteadyTime now) const;

    //! Packed: 24 bits bucket number, 20 bits successes, 20 bits failures.
    std::array<std::atomic<quint64>, bucketCount> m_buckets{};
    std::atomic<qint64> m_bucketUs{30'000'000};
};

} // namespace Gatehouse::Routing
