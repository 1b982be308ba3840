// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonValue>
#include <QtCore/QtGlobal>

#include <map>
#include <optional>
#include <vector>

namespace Gatehouse::Ledger {

//! Durations and their percentiles: exact from single values, within one bucket's width (28 %)
//! from the histograms of schema.h. Fewer than 20 samples say nothing about percentiles.
class Distribution
{
public:
    static constexpr qint64 fewSamples = 20;

    void add(qint64 us)
    {
        m_exact.push_back(us);
        m_sorted = false;
    }
    void addBucket(int bucket, qint64 count)
    {
        m_buckets[bucket] += count;
        m_bucketed += count;
    }

    void merge(const Distribution &other);
    //! How many samples each bucket holds, those added as values included.
    std::map<int, qint64> buckets() const;

    qint64 samples() const { return m_bucketed + static_cast<qint64>(m_exact.size()); }
    //! Microseconds below which the share \a q (0 to 1) of the samples lies; nothing for too few.
    std::optional<double> percentile(double q) const;
    //! The same in milliseconds for JSON, null for too few.
    QJsonValue milliseconds(double q) const;

private:
    std::map<int, qint64> m_buckets;
    qint64 m_bucketed = 0;
    mutable std::vector<qint64> m_exact; //!< sorted when first asked
    mutable bool m_sorted = true;
};

} // namespace Gatehouse::Ledger
