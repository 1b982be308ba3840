// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/recentoutcomes.h"

#include <algorithm>

using std::chrono::microseconds;

namespace Gatehouse::Routing {

namespace {

constexpr auto relaxed = std::memory_order_relaxed;

// Layout of a bucket: number << 40 | successes << 20 | failures.
constexpr quint64 countMask = (1U << 20) - 1;

RecentOutcomes::Counts countsOf(quint64 bucket)
{
    return {.successes = static_cast<int>((bucket >> 20) & countMask),
            .failures = static_cast<int>(bucket & countMask)};
}

} // namespace

//! The steady time in buckets plus one, so that zero is "never used".
quint64 RecentOutcomes::bucketNumber(SteadyTime now) const
{
    const qint64 us = std::chrono::duration_cast<microseconds>(now.time_since_epoch()).count();
    return (static_cast<quint64>(us / m_bucketUs.load(relaxed)) + 1) & 0xffffff;
}

void RecentOutcomes::setWindow(microseconds window)
{
    const qint64 bucket = std::max<qint64>(window.count() / bucketCount, 1);
    if (m_bucketUs.exchange(bucket, relaxed) != bucket)
        clear();
}

void RecentOutcomes::clear()
{
    for (std::atomic<quint64> &bucket : m_buckets)
        bucket.store(0, relaxed);
}

void RecentOutcomes::count(bool success, SteadyTime now)
{
    const quint64 number = bucketNumber(now);
    std::atomic<quint64> &bucket = m_buckets[number % m_buckets.size()];
    const quint64 one = success ? quint64(1) << 20 : 1;
    quint64 seen = bucket.load(relaxed);
    quint64 wanted = 0;
    do {
        const auto counts = countsOf(seen);
        const bool current = (seen >> 40) == number;
        const bool full = quint64(success ? counts.successes : counts.failures) == countMask;
        wanted = !current ? (number << 40) + one : full ? seen : seen + one;
    } while (!bucket.compare_exchange_weak(seen, wanted, relaxed));
}

RecentOutcomes::Counts RecentOutcomes::within(SteadyTime now, int buckets) const
{
    const quint64 number = bucketNumber(now);
    Counts sum;
    for (const std::atomic<quint64> &bucket : m_buckets) {
        const quint64 value = bucket.load(relaxed);
        if (((number - (value >> 40)) & 0xffffff) >= quint64(buckets) || value == 0)
            continue;
        const Counts counts = countsOf(value);
        sum.successes += counts.successes;
        sum.failures += counts.failures;
    }
    return sum;
}

} // namespace Gatehouse::Routing
