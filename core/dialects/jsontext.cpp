// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/jsontext.h"

#include <QtCore/QString>
#include <simdjson.h>

#include <charconv>

namespace ondemand = simdjson::ondemand;

namespace Gatehouse::Dialects {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Skips digits from \a at; false when there is none.
bool skipDigits(QByteArrayView text, qsizetype &at)
{
    const qsizetype begin = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at > begin;
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

//! Length of the valid UTF-8 character at \a at, 0 when it is none (RFC 3629 section 4).
int characterLength(QByteArrayView text, qsizetype at)
{
    const auto byte = [&](qsizetype i) -> unsigned {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
    };
    const auto follows = [&](qsizetype i) { return (byte(i) & 0xc0) == 0x80; };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return follows(1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        const bool range = (lead != 0xe0 || byte(1) >= 0xa0) && (lead != 0xed || byte(1) < 0xa0);
        return follows(1) && follows(2) && range ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const bool range = (lead != 0xf0 || byte(1) >= 0x90) && (lead != 0xf4 || byte(1) < 0x90);
        return follows(1) && follows(2) && follows(3) && range ? 4 : 0;
    }
    return 0;
}

//! Bytes from \a at that are ASCII, counted in blocks of eight.
qsizetype asciiBlocks(QByteArrayView text, qsizetype at)
{
    constexpr qsizetype block = sizeof(quint64);
    constexpr quint64 highBits = 0x8080808080808080U;
    const qsizetype begin = at;
    for (; at + block <= text.size(); at += block) {
        quint64 bytes = 0;
        std::memcpy(&bytes, text.data() + at, block);
        if ((bytes & highBits) != 0)
            break;
    }
    return at - begin;
}

//! The code unit of a valid "\\uXXXX" at \a at.
char16_t codeUnit(const char *at)
{
    unsigned unit = 0;
    std::from_chars(at + 2, at + 6, unit, 16);
    return static_cast<char16_t>(unit);
}

//! Takes one or two "\\uXXXX" at \a at; lone surrogates become U+FFFD. Returns what is behind.
const char *appendCharacter(const char *at, const char *end, QByteArray &out)
{
    char32_t character = codeUnit(at);
    at += 6;
    if (QChar::isHighSurrogate(character) && end - at >= 6 && at[0] == '\\' && at[1] == 'u'
        && QChar::isLowSurrogate(codeUnit(at))) {
        character = QChar::surrogateToUcs4(static_cast<char16_t>(character), codeUnit(at));
        at += 6;
    }
    if (QChar::isSurrogate(character))
        character = QChar::ReplacementCharacter;
    out += QString::fromUcs4(&character, 1).toUtf8();
    return at;
}

//! The text of the inside of a string whose escapes are valid.
QByteArray unescaped(QByteArrayView inside)
{
    QByteArray text;
    text.reserve(inside.size());
    const char *at = inside.data();
    const char *const end = at + inside.size();
    while (at < end) {
        const auto *slash =
            static_cast<const char *>(std::memchr(at, '\\', static_cast<std::size_t>(end - at)));
        text.append(at, (slash ? slash : end) - at);
        if (!slash)
            break;
        if (slash[1] == 'u') {
            at = appendCharacter(slash, end, text);
            continue;
        }
        static constexpr QByteArrayView names = "\"\\/bfnrt";
        static constexpr QByteArrayView values = "\"\\/\b\f\n\r\t";
        text += values[names.indexOf(slash[1])];
        at = slash + 2;
    }
    return text;
}

} // namespace

bool isJsonNumber(QByteArrayView token)
{
    qsizetype at = 0;
    if (at < token.size() && token[at] == '-')
        ++at;
    const qsizetype whole = at;
    if (!skipDigits(token, at) || (token[whole] == '0' && at > whole + 1))
        return false;
    if (at < token.size() && token[at] == '.' && !skipDigits(token, ++at))
        return false;
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        ++at;
        if (at < token.size() && (token[at] == '+' || token[at] == '-'))
            ++at;
        if (!skipDigits(token, at))
            return false;
    }
    return at == token.size();
}

bool hasValidEscapes(QByteArrayView text)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at < end) {
        at = static_cast<const char *>(std::memchr(at, '\\', static_cast<std::size_t>(end - at)));
        if (!at)
            return true;
        if (end - at < 2)
            return false;
        if (at[1] == 'u') {
            if (end - at < 6 || !isHex(at[2]) || !isHex(at[3]) || !isHex(at[4]) || !isHex(at[5]))
                return false;
            at += 6;
        } else {
            if (std::memchr("\"\\/bfnrt", at[1], 8) == nullptr)
                return false;
            at += 2;
        }
    }
    return true;
}

qsizetype firstInvalidUtf8(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        at += asciiBlocks(text, at);
        if (at == text.size())
            break;
        const int length = characterLength(text, at);
        if (length == 0)
            return at;
        at += length;
    }
    return at;
}

QByteArray unquoted(QByteArrayView token)
{
    if (token.size() < 2 || token.front() != '"' || token.back() != '"')
        return {};
    const QByteArrayView inside = token.sliced(1, token.size() - 2);
    if (std::memchr(inside.data(), '\\', static_cast<std::size_t>(inside.size())) == nullptr)
        return inside.toByteArray();
    return hasValidEscapes(inside) ? unescaped(inside) : QByteArray();
}

std::optional<qint64> wholeNumber(QByteArrayView token)
{
    qint64 number = 0;
    const auto parsed = std::from_chars(token.data(), token.data() + token.size(), number);
    if (token.isEmpty() || parsed.ec != std::errc() || parsed.ptr != token.data() + token.size()
        || number < 0)
        return {};
    return number;
}

struct JsonMemberReader::Private {
    ondemand::parser parser;
    QByteArray padded;
};

JsonMemberReader::JsonMemberReader() = default;
JsonMemberReader::~JsonMemberReader() = default;

bool JsonMemberReader::read(QByteArrayView object, JsonMembers &members)
{
    members.clear();
    if (!d)
        d = std::make_unique<Private>();
    d->padded.reserve(object.size() + qsizetype(simdjson::SIMDJSON_PADDING));
    d->padded.resize(object.size());
    std::memcpy(d->padded.data(), object.data(), static_cast<std::size_t>(object.size()));
    const char *const base = d->padded.constData();
    const auto size = static_cast<std::size_t>(object.size());
    ondemand::document document;
    ondemand::object top;
    if (d->parser.iterate(base, size, size + simdjson::SIMDJSON_PADDING).get(document)
        || document.get_object().get(top))
        return false;
    for (auto entry : top) {
        ondemand::field field;
        if (std::move(entry).get(field))
            return false;
        const char *key = field.key().raw();
        const char *keyEnd = stringEnd(key, base + size);
        std::string_view raw;
        if (!keyEnd || simdjson::to_json_string(field.value()).get(raw))
            return false;
        while (!raw.empty() && isJsonSpace(raw.back()))
            raw.remove_suffix(1);
        members.append({.key = object.sliced(key - base, keyEnd - key),
                        .value = object.sliced(raw.data() - base, qsizetype(raw.size())),
                        .begin = key - base - 1});
    }
    const char *rest = nullptr;
    return document.current_location().get(rest) != simdjson::SUCCESS;
}

QByteArrayView memberValue(const JsonMembers &members, QByteArrayView key)
{
    for (const JsonMember &member : members) {
        if (member.key == key)
            return member.value;
    }
    return {};
}

} // namespace Gatehouse::Dialects
