// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/textrepeat.h"

#include "core/dialects/jsonview.h"

#include <algorithm>
#include <cstring>

namespace Gatehouse::Dialects {

namespace {

//! Members that differ from message to message and mean nothing to any reader: Ollama's time,
//! OpenAI's and Amazon's padding against guessing texts by their lengths.
constexpr std::array<QByteArrayView, 3> meaningless{"\"created_at\":\"", "\"obfuscation\":\"",
                                                    "\"p\":\""};
//! Gemini's, which count on in every event.
constexpr QByteArrayView counts("\"usageMetadata\":{");
//! A stream whose messages differ in more is not looked at for a while.
constexpr int mostMisses = 4;
constexpr int pauseMessages = 64;

//! The inside of a JSON string that stands for itself.
bool isPlain(QByteArrayView text)
{
    bool needsEscape = false; // without a branch: the compiler looks at many bytes at once
    bool isAscii = true;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        needsEscape |= byte < 0x20 || c == '\\' || c == '"';
        isAscii &= byte < 0x80;
    }
    return !needsEscape && (isAscii || firstInvalidUtf8(text) == text.size());
}

//! Behind the opening quote of the only string \a text in \a json; -1 when there is none or more.
qsizetype onlyPlace(QByteArrayView json, QByteArrayView text)
{
    const QByteArray quoted = QByteArray("\"" + text.toByteArray() + "\"");
    const qsizetype place = json.indexOf(quoted);
    return place < 0 || json.indexOf(quoted, place + 1) >= 0 ? -1 : place + 1;
}

void assign(QByteArray &kept, QByteArrayView text)
{
    kept.resize(0); // keeps its memory
    kept.append(text);
}

} // namespace

void TextRepeat::learn(QByteArrayView name, QByteArrayView data, QByteArrayView text)
{
    m_knows = false;
    m_writtenBefore.resize(0);
    if (m_pause > 0) {
        --m_pause;
        return;
    }
    if (++m_misses > mostMisses) {
        m_misses = 0;
        m_pause = pauseMessages;
        return;
    }
    if (text.isEmpty() || data.contains('\\') || !isPlain(text) || !learnMessage(data, text))
        return;
    assign(m_name, name);
    m_knows = true;
}

TextRepeat::Place TextRepeat::findOther(QByteArrayView data)
{
    for (const QByteArrayView member : meaningless) {
        const qsizetype at = data.indexOf(member);
        if (at < 0)
            continue;
        m_other = Other::String;
        const qsizetype begin = at + member.size();
        return {begin, data.indexOf('"', begin)};
    }
    if (const qsizetype at = data.indexOf(counts); at >= 0) {
        m_other = Other::Usage;
        const qsizetype begin = at + counts.size() - 1;
        return {begin, begin + JsonView::trusted(data.sliced(begin)).raw().size()};
    }
    m_other = Other::Nothing;
    return {};
}

bool TextRepeat::learnMessage(QByteArrayView data, QByteArrayView text)
{
    const qsizetype begin = onlyPlace(data, text);
    if (begin < 0)
        return false;
    Place first{begin, begin + text.size()};
    Place second = findOther(data);
    if (m_other == Other::Nothing) {
        assign(m_fixed[0], data.first(first.begin));
        assign(m_fixed[1], data.sliced(first.end));
        return true;
    }
    m_textFirst = first.begin < second.begin;
    if (!m_textFirst)
        std::swap(first, second);
    assign(m_fixed[0], data.first(first.begin));
    assign(m_fixed[1], data.sliced(first.end, second.begin - first.end));
    assign(m_fixed[2], data.sliced(second.end));
    return m_textFirst || m_other == Other::String; // where counts end is told by what follows last
}

void TextRepeat::learnWritten(QByteArrayView written, QByteArrayView text)
{
    const qsizetype begin = onlyPlace(written, text);
    if (begin < 0)
        return;
    assign(m_writtenBefore, written.first(begin));
    assign(m_writtenAfter, written.sliced(begin + text.size()));
}

//! What differs at \a at, sound by itself; \a at moves behind it.
std::optional<QByteArrayView> TextRepeat::takeOne(QByteArrayView data, qsizetype &at,
                                                  bool isUsage) const
{
    const qsizetype end = isUsage ? data.size() - m_fixed[2].size() : data.indexOf('"', at);
    if (end <= at)
        return {};
    const QByteArrayView one = data.sliced(at, end - at);
    at = end;
    const bool isSound = isUsage ? JsonView::parse(one).isObject() : isPlain(one);
    return isSound ? std::optional(one) : std::nullopt;
}

std::optional<TextRepeat::Match> TextRepeat::match(QByteArrayView name, QByteArrayView data)
{
    if (!m_knows || name != m_name || !data.startsWith(m_fixed[0]))
        return {};
    qsizetype at = m_fixed[0].size();
    const auto first = takeOne(data, at, false);
    if (!first)
        return {};
    if (m_other == Other::Nothing) {
        if (data.sliced(at) != m_fixed[1])
            return {};
        m_misses = 0;
        return Match{*first};
    }
    if (!data.sliced(at).startsWith(m_fixed[1]))
        return {};
    at += m_fixed[1].size();
    const auto second = takeOne(data, at, m_other == Other::Usage);
    if (!second || data.sliced(at) != m_fixed[2])
        return {};
    m_misses = 0;
    if (m_other == Other::Usage)
        return Match{*first, *second};
    return Match{m_textFirst ? *first : *second};
}

void TextRepeat::write(QByteArrayView text, QByteArray &out) const
{
    out += m_writtenBefore;
    out += text;
    out += m_writtenAfter;
}

} // namespace Gatehouse::Dialects
