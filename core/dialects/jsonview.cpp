// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/jsonview.h"

#include <charconv>
#include <cmath>

namespace Gatehouse::Dialects {

namespace {

//! Checks a text against RFC 8259 in one pass.
class Checker
{
public:
    explicit Checker(QByteArrayView text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    bool isOneValue()
    {
        skipSpace();
        if (!value(0))
            return false;
        skipSpace();
        return m_at == m_end;
    }

private:
    void skipSpace()
    {
        while (m_at < m_end && isJsonSpace(*m_at))
            ++m_at;
    }
    bool take(char c)
    {
        skipSpace();
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }
    bool literal(QByteArrayView word)
    {
        if (m_end - m_at < word.size() || QByteArrayView(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }
    bool string()
    {
        if (!take('"'))
            return false;
        const char *const close = stringEnd(m_at, m_end);
        if (!close)
            return false;
        const QByteArrayView inside(m_at, close);
        bool hasControl = false; // without a branch: the compiler looks at many bytes at once
        for (const char c : inside)
            hasControl |= static_cast<unsigned char>(c) < 0x20;
        if (hasControl)
            return false;
        m_at = close + 1;
        return !inside.contains('\\') || hasValidEscapes(inside);
    }
    bool number()
    {
        const char *const begin = m_at;
        while (m_at < m_end
               && (*m_at == '-' || *m_at == '+' || *m_at == '.' || *m_at == 'e' || *m_at == 'E'
                   || (*m_at >= '0' && *m_at <= '9')))
            ++m_at;
        return isJsonNumber({begin, m_at});
    }
    bool list(int depth)
    {
        if (take(']'))
            return true;
        do {
            if (!value(depth))
                return false;
        } while (take(','));
        return take(']');
    }
    bool object(int depth)
    {
        if (take('}'))
            return true;
        do {
            if (!string() || !take(':') || !value(depth))
                return false;
        } while (take(','));
        return take('}');
    }
    bool value(int depth)
    {
        skipSpace();
        if (m_at == m_end || depth > JsonView::maxDepth)
            return false;
        switch (*m_at) {
        case '{':
            ++m_at;
            return object(depth + 1);
        case '[':
            ++m_at;
            return list(depth + 1);
        case '"':
            return string();
        case 't':
            return literal("true");
        case 'f':
            return literal("false");
        case 'n':
            return literal("null");
        default:
            return number();
        }
    }

    const char *m_at;
    const char *m_end;
};

} // namespace

JsonView JsonView::parse(QByteArrayView text)
{
    if (firstInvalidUtf8(text) != text.size() || !Checker(text).isOneValue())
        return {};
    return trusted(text);
}

JsonView JsonView::trusted(QByteArrayView text)
{
    const qsizetype begin = skipSpace(text, 0);
    return JsonView(text.sliced(begin, skipValue(text, begin) - begin));
}

qsizetype JsonView::skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isJsonSpace(text[at]))
        ++at;
    return at;
}

qsizetype JsonView::skipValue(QByteArrayView text, qsizetype at)
{
    const char *const end = text.data() + text.size();
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            const char *const close = stringEnd(text.data() + at + 1, end);
            if (!close)
                return text.size();
            at = close - text.data() + 1;
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return at;
            --depth;
            ++at;
        } else if (depth == 0) {
            if (c == ',' || isJsonSpace(c))
                return at;
            ++at;
            continue;
        } else {
            ++at;
            continue;
        }
        if (depth == 0)
            return at;
    }
    return at;
}

bool JsonView::isNumber() const
{
    return !m_raw.isEmpty() && (m_raw[0] == '-' || (m_raw[0] >= '0' && m_raw[0] <= '9'));
}

bool JsonView::isBool() const
{
    return !m_raw.isEmpty() && (m_raw[0] == 't' || m_raw[0] == 'f');
}

QByteArray JsonView::string() const
{
    if (!isString() || m_raw.size() < 2)
        return {};
    if (!m_raw.contains('\\'))
        return m_raw.sliced(1, m_raw.size() - 2).toByteArray();
    return unquoted(m_raw);
}

bool JsonView::equals(QByteArrayView text) const
{
    return isString() && m_raw.size() == text.size() + 2 && m_raw.sliced(1, text.size()) == text;
}

std::optional<bool> JsonView::boolean() const
{
    return isBool() ? std::optional(m_raw[0] == 't') : std::nullopt;
}

std::optional<qint64> JsonView::integer() const
{
    if (!isNumber())
        return {};
    qint64 whole = 0;
    const auto [end, error] = std::from_chars(m_raw.begin(), m_raw.end(), whole);
    if (error == std::errc() && end == m_raw.end())
        return whole;
    const std::optional<double> number = real();
    constexpr double exact = 9007199254740992.0; // 2^53
    if (number && std::trunc(*number) == *number && std::abs(*number) <= exact)
        return static_cast<qint64>(*number);
    return {};
}

std::optional<double> JsonView::real() const
{
    if (!isNumber())
        return {};
    double number = 0;
    const auto [end, error] = std::from_chars(m_raw.begin(), m_raw.end(), number);
    return error == std::errc() && end == m_raw.end() ? std::optional(number) : std::nullopt;
}

JsonView JsonView::operator[](QByteArrayView key) const
{
    if (!isObject())
        return {};
    qsizetype at = first();
    while (const std::optional<Member> member = takeMember(at)) {
        const QByteArrayView name = member->key;
        if (name == key
            || (name.contains('\\') && unquoted({name.data() - 1, name.size() + 2}) == key))
            return JsonView(member->value);
    }
    return {};
}

std::optional<JsonView::Member> JsonView::takeMember(qsizetype &at) const
{
    if (at >= m_raw.size() || m_raw[at] != '"')
        return {};
    const char *const close = stringEnd(m_raw.data() + at + 1, m_raw.data() + m_raw.size());
    if (!close)
        return {};
    const QByteArrayView key(m_raw.data() + at + 1, close);
    const qsizetype colon = skipSpace(m_raw, close - m_raw.data() + 1);
    if (colon >= m_raw.size() || m_raw[colon] != ':')
        return {};
    const qsizetype begin = skipSpace(m_raw, colon + 1);
    const qsizetype end = skipValue(m_raw, begin);
    if (end == begin)
        return {};
    at = skipSpace(m_raw, end);
    if (at < m_raw.size() && m_raw[at] == ',')
        at = skipSpace(m_raw, at + 1);
    return Member{key, m_raw.sliced(begin, end - begin)};
}

JsonView JsonView::at(qsizetype index) const
{
    for (const JsonView element : *this) {
        if (index-- == 0)
            return element;
    }
    return {};
}

qsizetype JsonView::size() const
{
    qsizetype count = 0;
    if (isList())
        for ([[maybe_unused]] const JsonView element : *this)
            ++count;
    else
        forEachMember([&count](const QByteArray &, JsonView) { ++count; });
    return count;
}

bool JsonView::hasNothingInside() const
{
    const qsizetype at = first();
    return at >= m_raw.size() || m_raw[at] == '}' || m_raw[at] == ']';
}

bool JsonView::isEmpty() const
{
    if (isObject() || isList())
        return hasNothingInside();
    return !exists() || m_raw == "\"\"";
}

JsonView::Iterator JsonView::begin() const
{
    if (!isList() || hasNothingInside())
        return end();
    return {m_raw, first()};
}

JsonView::Iterator JsonView::end() const
{
    return {m_raw, -1};
}

JsonView::Iterator::Iterator(QByteArrayView list, qsizetype at)
    : m_list(list)
    , m_at(at)
    , m_end(at < 0 ? -1 : skipValue(list, at))
{
}

JsonView::Iterator &JsonView::Iterator::operator++()
{
    const qsizetype comma = skipSpace(m_list, m_end);
    if (comma < m_list.size() && m_list[comma] == ',') {
        m_at = skipSpace(m_list, comma + 1);
        m_end = skipValue(m_list, m_at);
    } else {
        m_at = -1;
    }
    return *this;
}

} // namespace Gatehouse::Dialects
