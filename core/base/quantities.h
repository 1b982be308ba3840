// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <compare>
#include <optional>
#include <utility>

namespace Gatehouse {

//! An amount of money in whole nano-dollars (1e-9 USD). Never a floating point number.
struct Money {
    qint64 nanoUsd = 0;

    auto operator<=>(const Money &) const = default;
    Money &operator+=(Money other)
    {
        nanoUsd += other.nanoUsd;
        return *this;
    }
    friend Money operator+(Money a, Money b) { return {a.nanoUsd + b.nanoUsd}; }
    friend Money operator-(Money a, Money b) { return {a.nanoUsd - b.nanoUsd}; }

    //! Decimal dollars without trailing zeros and without rounding: 1234500 is "0.0012345".
    QByteArray toDecimal() const;
};

//! A price per token in nano-dollars per million tokens: $2.50 per million is 2'500'000'000.
struct TokenPrice {
    qint64 nanoUsdPerMillion = 0;

    bool operator==(const TokenPrice &) const = default;
};

//! What a number of tokens costs, rounded half up to a whole nano-dollar; saturates.
//! 128-bit arithmetic: tokens * price may exceed 64 bits.
Money cost(qint64 tokens, TokenPrice price);

//! Reads a decimal number of dollars ("0.15", "2", "1e-7") exactly into nano units scaled by
//! \a scale (1e9 for dollars); nothing when it is no number, negative or out of range. Digits past
//! the last nano are rounded half up.
std::optional<qint64> decimalToNano(QByteArrayView text);

} // namespace Gatehouse
