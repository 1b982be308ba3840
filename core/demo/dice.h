// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <random>
#include <span>

namespace Gatehouse::Demo {

//! Repeatable chance: the same seed throws the same numbers on every machine, which the
//! distributions of the standard library do not promise.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_random(seed)
    {
    }

    //! 0 to 1, 1 excluded.
    double unit();
    bool chance(double probability) { return unit() < probability; }
    //! 0 to \a bound - 1.
    qint64 below(qint64 bound);
    //! Log-normal around \a median; two of three throws lie within a factor of exp(\a spread).
    double around(double median, double spread);
    //! Place of one of \a weights, chosen in proportion; they are not all zero.
    size_t pick(std::span<const double> weights);

private:
    std::mt19937_64 m_random;
};

} // namespace Gatehouse::Demo
