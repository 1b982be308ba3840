// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulation/timeline.h"

#include <cmath>
#include <numbers>

namespace Gatehouse::Simulation {

namespace {

Duration scaled(Duration time, double factor)
{
    return Duration(static_cast<qint64>(static_cast<double>(time.count()) * factor));
}

} // namespace

Duration exponential(Duration mean, Routing::Random &random)
{
    return scaled(mean, -std::log(random.unit()));
}

Duration spreadOut(Duration median, double spread, Routing::Random &random)
{
    if (spread <= 0)
        return median;
    const double radius = std::sqrt(-2 * std::log(random.unit())); // Box and Muller 1958
    const double normal = radius * std::cos(2 * std::numbers::pi * random.unit());
    return scaled(median, std::exp(spread * normal));
}

} // namespace Gatehouse::Simulation
