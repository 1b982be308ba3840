// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/quantities.h"

#include "core/base/bytes.h"

#include <limits>

namespace Gatehouse {

namespace {

__extension__ using Wide = __int128;
constexpr qint64 nanoPerUnit = 1'000'000'000;
constexpr int fractionDigits = 9;

qint64 saturated(Wide value)
{
    constexpr Wide high = std::numeric_limits<qint64>::max();
    constexpr Wide low = std::numeric_limits<qint64>::min();
    return static_cast<qint64>(value > high ? high : value < low ? low : value);
}

} // namespace

QByteArray Money::toDecimal() const
{
    const quint64 magnitude =
        nanoUsd < 0 ? quint64(0) - static_cast<quint64>(nanoUsd) : static_cast<quint64>(nanoUsd);
    QByteArray text;
    text.reserve(24);
    if (nanoUsd < 0)
        append(text, '-');
    appendNumber(text, magnitude / nanoPerUnit);
    quint64 fraction = magnitude % nanoPerUnit;
    if (fraction == 0)
        return text;
    int digits = fractionDigits;
    for (; fraction % 10 == 0; fraction /= 10)
        --digits;
    append(text, '.');
    char *const begin = extended(text, digits);
    for (char *at = begin + digits; at != begin; fraction /= 10)
        *--at = static_cast<char>('0' + fraction % 10);
    return text;
}

Money cost(qint64 tokens, TokenPrice price)
{
    constexpr qint64 million = 1'000'000;
    const Wide product = Wide(tokens) * price.nanoUsdPerMillion;
    const Wide half = product < 0 ? -million / 2 : million / 2;
    return {saturated((product + half) / million)};
}

std::optional<qint64> decimalToNano(QByteArrayView text)
{
    Wide mantissa = 0;
    int scale = 9;
    bool seenPoint = false;
    bool seenDigit = false;
    qsizetype i = 0;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.' && !seenPoint) {
            seenPoint = true;
        } else if (c >= '0' && c <= '9') {
            seenDigit = true;
            if (mantissa > Wide(std::numeric_limits<qint64>::max()) * nanoPerUnit)
                return std::nullopt;
            mantissa = mantissa * 10 + (c - '0');
            scale -= seenPoint ? 1 : 0;
        } else {
            break;
        }
    }
    if (!seenDigit)
        return std::nullopt;
    if (i < text.size()) {
        if (text[i] != 'e' && text[i] != 'E')
            return std::nullopt;
        bool ok = false;
        const int exponent = text.sliced(i + 1).toByteArray().toInt(&ok);
        if (!ok || exponent < -40 || exponent > 18)
            return std::nullopt;
        scale += exponent;
    }
    for (; scale > 0; --scale) {
        mantissa *= 10;
        if (mantissa > std::numeric_limits<qint64>::max())
            return std::nullopt;
    }
    for (; scale < 0; ++scale)
        mantissa = scale == -1 ? (mantissa + 5) / 10 : mantissa / 10;
    if (mantissa > std::numeric_limits<qint64>::max())
        return std::nullopt;
    return static_cast<qint64>(mantissa);
}

} // namespace Gatehouse
