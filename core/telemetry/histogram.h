// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <array>

namespace Gatehouse::Telemetry {

//! Counts of observations under fixed upper bounds, as Prometheus wants them. Plain data.
template <std::size_t Size>
struct Histogram {
    std::array<quint64, Size + 1> counts{}; //!< per bucket, the last one unbounded
    double sum = 0;
    quint64 total = 0;

    void observe(double value, const std::array<double, Size> &bounds)
    {
        std::size_t i = 0;
        while (i < Size && value > bounds[i])
            ++i;
        ++counts[i];
        sum += value;
        ++total;
    }

    Histogram &operator+=(const Histogram &other)
    {
        for (std::size_t i = 0; i < counts.size(); ++i)
            counts[i] += other.counts[i];
        sum += other.sum;
        total += other.total;
        return *this;
    }
};

} // namespace Gatehouse::Telemetry
