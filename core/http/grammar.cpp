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

bool isPort(QByteArrayView text)
{
    constexpr qsizetype maxDigits = 5;
    if (text.isEmpty() || text.size() > maxDigits
        || !std::all_of(text.begin(), text.end(), isDigit))
        return false;
    int port = 0;
    for (const char c : text)
        port = port * 10 + (c - '0');
    return port <= std::numeric_limits<quint16>::max();
}

bool isAddressLiteral(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':'
            || c == '.';
    });
}

} // namespace

bool isAllIn(QByteArrayView text, quint8 mask)
{
    return std::all_of(text.begin(), text.end(), [mask](char c) { return isIn(c, mask); });
}

// Eight bytes at a time; a word with a tab or a byte below a space is looked at byte by byte.
bool isFieldText(QByteArrayView text)
{
    constexpr quint64 ones = 0x0101010101010101U;
    constexpr quint64 highBits = ones * 0x80;
    constexpr qsizetype wordSize = sizeof(quint64);
    while (text.size() >= wordSize) {
        quint64 word = 0;
        std::memcpy(&word, text.data(), sizeof word);
        const quint64 belowSpace = (word - ones * 0x20) & ~word & highBits;
        const quint64 deleteIsZero = word ^ (ones * 0x7f);
        const quint64 deletes = (deleteIsZero - ones) & ~deleteIsZero & highBits;
        if ((belowSpace | deletes) != 0 && !isAllIn(text.first(wordSize), CharClass::Text))
            return false;
        text = text.sliced(wordSize);
    }
    return isAllIn(text, CharClass::Text);
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
    constexpr qsizetype maxDigits = 19;
    if (text.isEmpty() || text.size() > maxDigits
        || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    quint64 length = 0; // 19 digits fit
    for (const char c : text)
        length = length * 10 + static_cast<quint64>(c - '0');
    if (length > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return static_cast<qint64>(length);
}

} // namespace Gatehouse::Http
