// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/grammar.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace Gatehouse::Http {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! \a text of at most \a maxDigits (19 or fewer) digits as a number.
std::optional<quint64> parseDigits(QByteArrayView text, qsizetype maxDigits)
{
    if (text.isEmpty() || text.size() > maxDigits)
        return std::nullopt;
    quint64 number = 0;
    for (const char c : text) {
        if (!isDigit(c))
            return std::nullopt;
        number = number * 10 + static_cast<quint64>(c - '0');
    }
    return number;
}

bool isPort(QByteArrayView text)
{
    const std::optional<quint64> port = parseDigits(text, 5);
    return port && *port <= std::numeric_limits<quint16>::max();
}

bool isAddressLiteral(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':'
            || c == '.';
    });
}

constexpr qsizetype wordSize = sizeof(quint64);

//! Field text in eight bytes. Tabs and what is below a space are looked at byte by byte.
bool isWordOfText(const char *bytes)
{
    constexpr quint64 ones = 0x0101010101010101U;
    constexpr quint64 highBits = ones * 0x80;
    quint64 word = 0;
    std::memcpy(&word, bytes, sizeof word);
    const quint64 belowSpace = (word - ones * 0x20) & ~word & highBits;
    const quint64 deleteIsZero = word ^ (ones * 0x7f);
    const quint64 deletes = (deleteIsZero - ones) & ~deleteIsZero & highBits;
    return (belowSpace | deletes) == 0 || isAllIn(QByteArrayView(bytes, wordSize), CharClass::Text);
}

} // namespace

bool isAllIn(QByteArrayView text, quint8 mask)
{
    return std::all_of(text.begin(), text.end(), [mask](char c) { return isIn(c, mask); });
}

// Eight bytes at a time; the last eight overlap those before them.
bool isFieldText(QByteArrayView text)
{
    if (text.size() < wordSize)
        return isAllIn(text, CharClass::Text);
    const char *const last = text.data() + text.size() - wordSize;
    for (const char *at = text.data(); at < last; at += wordSize) {
        if (!isWordOfText(at))
            return false;
    }
    return isWordOfText(last);
}

qsizetype tokenSize(QByteArrayView text)
{
    const char *const begin = text.data();
    const char *const end = begin + text.size();
    const char *at = begin;
    while (end - at >= 4
           && (classesOf(at[0]) & classesOf(at[1]) & classesOf(at[2]) & classesOf(at[3])
               & CharClass::Token)
               != 0)
        at += 4;
    while (at < end && isIn(*at, CharClass::Token))
        ++at;
    return at - begin;
}

QByteArrayView withoutOuterSpace(QByteArrayView text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

bool isHostAndPort(QByteArrayView text)
{
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        if (end < 0 || !isAddressLiteral(text.first(end).sliced(1)))
            return false;
        text = text.sliced(end + 1);
        return text.isEmpty() || (text.front() == ':' && isPort(text.sliced(1)));
    }
    const qsizetype colon = text.indexOf(':');
    const QByteArrayView name = colon < 0 ? text : text.first(colon);
    return !name.isEmpty() && isAllIn(name, CharClass::Host)
        && (colon < 0 || isPort(text.sliced(colon + 1)));
}

std::optional<qint64> parseContentLength(QByteArrayView text)
{
    const std::optional<quint64> length = parseDigits(text, 19);
    if (!length || *length > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return static_cast<qint64>(*length);
}

} // namespace Gatehouse::Http
