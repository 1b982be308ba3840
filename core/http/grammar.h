// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

#include <array>
#include <optional>
#include <string_view>

namespace Gatehouse::Http {

//! Sets of characters a byte may belong to.
namespace CharClass {
enum : quint8 {
    Token = 1,  //!< tchar, RFC 9110 section 5.6.2
    Host = 2,   //!< letters, digits and "-._~"; RFC 3986 allows more, no real name has it
    Target = 4, //!< what URL libraries send in a path or query; no space, '"', '#', '<', '>', '\'
    Text = 8,   //!< field-vchar, space and tab, RFC 9110 section 5.5
};
} // namespace CharClass

//! The classes of every byte.
inline constexpr std::array<quint8, 256> charClasses = [] {
    std::array<quint8, 256> classes{};
    const auto add = [&classes](std::string_view characters, int mask) {
        for (const char c : characters)
            classes[static_cast<quint8>(c)] |= static_cast<quint8>(mask);
    };
    for (int c = 0x20; c < 0x100; ++c)
        classes[static_cast<std::size_t>(c)] = c == 0x7f ? 0 : CharClass::Text;
    for (char c = '!'; c <= '~'; ++c)
        add({&c, 1},
            std::string_view("\"#<>\\").find(c) == std::string_view::npos ? CharClass::Target : 0);
    add("\t", CharClass::Text);
    add("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        CharClass::Token | CharClass::Host);
    add("!#$%&'*+-.^_`|~", CharClass::Token);
    add("-._~", CharClass::Host);
    return classes;
}();

//! The classes \a c belongs to.
constexpr quint8 classesOf(char c)
{
    return charClasses[static_cast<quint8>(c)];
}

//! True when \a c is in one of the classes of \a mask.
constexpr bool isIn(char c, quint8 mask)
{
    return (classesOf(c) & mask) != 0;
}

//! How many characters at the beginning of \a text make a token; 0: none.
qsizetype tokenSize(QByteArrayView text);

//! True when every byte is in \a mask; also for no bytes.
bool isAllIn(QByteArrayView text, quint8 mask);

//! True when \a text holds no control character but tab: what a field value may be.
bool isFieldText(QByteArrayView text);

//! \a text without spaces and tabs at both ends.
QByteArrayView withoutOuterSpace(QByteArrayView text);

//! True for "name", "name:80", "10.0.0.1:80", "[::1]" and "[::1]:80".
bool isHostAndPort(QByteArrayView text);

//! 1 to 19 digits and nothing else (RFC 9110 section 8.6), as a number.
std::optional<qint64> parseContentLength(QByteArrayView text);

} // namespace Gatehouse::Http
