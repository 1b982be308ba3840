// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/dice.h"

#include <cmath>
#include <numeric>

namespace Gatehouse::Demo {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double randomRange = 9007199254740992.0; // 2^53, what a double holds exactly

} // namespace

double Dice::unit()
{
    return static_cast<double>(m_random() >> 11) / randomRange;
}

qint64 Dice::below(qint64 bound)
{
    return static_cast<qint64>(unit() * static_cast<double>(bound));
}

//! The normal part by Box and Muller, 1958.
double Dice::around(double median, double spread)
{
    const double radius = std::sqrt(-2 * std::log(1 - unit()));
    return median * std::exp(spread * radius * std::cos(2 * pi * unit()));
}

size_t Dice::pick(std::span<const double> weights)
{
    double left = unit() * std::accumulate(weights.begin(), weights.end(), 0.0);
    for (size_t i = 0; i + 1 < weights.size(); ++i) {
        left -= weights[i];
        if (left < 0)
            return i;
    }
    return weights.size() - 1;
}

} // namespace Gatehouse::Demo
