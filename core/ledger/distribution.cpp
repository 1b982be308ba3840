// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/distribution.h"

#include "core/ledger/schema.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Gatehouse::Ledger {

void Distribution::merge(const Distribution &other)
{
    for (const auto &[bucket, count] : other.m_buckets)
        addBucket(bucket, count);
    for (const qint64 us : other.m_exact)
        add(us);
}

std::map<int, qint64> Distribution::buckets() const
{
    std::map<int, qint64> buckets = m_buckets;
    for (const qint64 us : m_exact)
        ++buckets[bucketOf(us)];
    return buckets;
}

std::optional<double> Distribution::percentile(double q) const
{
    if (samples() < fewSamples)
        return std::nullopt;
    if (m_bucketed == 0) {
        if (!std::exchange(m_sorted, true))
            std::sort(m_exact.begin(), m_exact.end());
        // Nearest rank: the smallest value with at least the share q at or below it.
        const auto rank = static_cast<size_t>(std::ceil(q * static_cast<double>(m_exact.size())));
        return static_cast<double>(m_exact[std::clamp<size_t>(rank, 1, m_exact.size()) - 1]);
    }
    const std::map<int, qint64> all = buckets();
    const double wanted = q * static_cast<double>(samples());
    double below = 0;
    for (const auto &[bucket, count] : all) {
        const auto inside = static_cast<double>(count);
        if (below + inside >= wanted) {
            const double share = inside > 0 ? (wanted - below) / inside : 0;
            return bucketFloor(bucket) * std::exp(share / 4); // buckets are even in ln
        }
        below += inside;
    }
    return bucketFloor(all.rbegin()->first + 1);
}

QJsonValue Distribution::milliseconds(double q) const
{
    const std::optional<double> us = percentile(q);
    if (!us)
        return QJsonValue::Null;
    return std::round(*us / 100.0) / 10.0;
}

} // namespace Gatehouse::Ledger
