// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/headreader.h"

#include "core/base/bytes.h"
#include "core/http/grammar.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace Gatehouse::Http {

namespace {

//! Bytes copied at a time. The head's end is found after copying, so up to this much of a body is
//! copied in vain.
constexpr qsizetype pieceSize = 1024;
//! Memory a connection keeps between messages.
constexpr qsizetype keptMemory = 4096;

} // namespace

HeadReader::HeadReader(int emptyLines)
    : m_emptyLines(emptyLines)
    , m_emptyLinesLeft(emptyLines)
{
}

qsizetype HeadReader::take(QByteArrayView bytes, const MessageLimits &limits)
{
    qsizetype taken = 0;
    while (m_state == State::Reading && taken < bytes.size()) {
        const qsizetype size = qMin(pieceSize, bytes.size() - taken);
        append(m_text, bytes.sliced(taken, size));
        taken += size;
        readLines(limits);
    }
    if (m_state == State::Complete) {
        taken -= m_text.size() - m_lineBegin;
        m_text.truncate(m_lineBegin);
    }
    return taken;
}

QByteArrayView HeadReader::startLine() const
{
    constexpr qsizetype lineEnd = 2;
    return QByteArrayView(m_text).sliced(m_startBegin, m_fieldsBegin - m_startBegin - lineEnd);
}

void HeadReader::copyFields(Fields &fields) const
{
    const QByteArrayView text(m_text);
    fields.m_fields.clear();
    for (const Span &span : m_fields)
        fields.m_fields.push_back({.name = text.sliced(span.name, span.nameSize),
                                   .value = text.sliced(span.value, span.valueSize)});
}

void HeadReader::reset()
{
    if (m_text.capacity() > keptMemory)
        m_text = {};
    m_text.resize(0);
    m_fields.clear();
    m_state = State::Reading;
    m_startBegin = m_fieldsBegin = m_lineBegin = m_scanned = 0;
    m_emptyLinesLeft = m_emptyLines;
}

void HeadReader::readLines(const MessageLimits &limits)
{
    while (m_state == State::Reading) {
        const qsizetype left = m_text.size() - m_scanned;
        const char *const from = m_text.constData() + m_scanned;
        const void *const found =
            left > 0 ? std::memchr(from, '\n', static_cast<std::size_t>(left)) : nullptr;
        m_scanned += found ? static_cast<const char *>(found) - from + 1 : left;
        // What can start no message (a TLS handshake, say) is refused at its first byte.
        if (m_fieldsBegin == 0 && hasBegun() && m_text.at(m_startBegin) != '\r'
            && !isIn(m_text.at(m_startBegin), CharClass::Token))
            return fail(400, "the message does not begin with a start line"_ba);
        if (!isWithinLimits(m_scanned, limits) || !found)
            return;
        const qsizetype begin = m_lineBegin;
        m_lineBegin = m_scanned;
        readLine(begin, m_scanned, limits);
    }
}

bool HeadReader::isWithinLimits(qsizetype end, const MessageLimits &limits)
{
    if (m_fieldsBegin == 0 && end - m_startBegin > limits.startLine)
        fail(414, "the start line is too long"_ba);
    else if (m_fieldsBegin > 0 && end - m_fieldsBegin > limits.head)
        fail(431, "the header fields are too long"_ba);
    return m_state == State::Reading;
}

void HeadReader::readLine(qsizetype begin, qsizetype end, const MessageLimits &limits)
{
    if (end - begin < 2 || m_text.at(end - 2) != '\r')
        return fail(400, "a line of the head does not end with CRLF"_ba);
    const QByteArrayView line = QByteArrayView(m_text).sliced(begin, end - begin - 2);
    if (line.isEmpty() && m_fieldsBegin == 0)
        skipEmptyLine(end);
    else if (line.isEmpty())
        m_state = State::Complete;
    else if (m_fieldsBegin == 0)
        m_fieldsBegin = end;
    else
        readField(begin, line, limits);
}

void HeadReader::skipEmptyLine(qsizetype end)
{
    if (--m_emptyLinesLeft < 0)
        return fail(400, "empty lines before the start line"_ba);
    m_startBegin = end;
}

void HeadReader::readField(qsizetype begin, QByteArrayView line, const MessageLimits &limits)
{
    if (line.front() == ' ' || line.front() == '\t')
        return fail(400, "a folded field line"_ba);
    const qsizetype colon = tokenSize(line);
    if (colon == 0 || colon == line.size() || line[colon] != ':')
        return fail(400, "a field name is not a token followed by a colon"_ba);
    const QByteArrayView value = withoutOuterSpace(line.sliced(colon + 1));
    if (!isFieldText(value))
        return fail(400, "a field value holds a control character"_ba);
    if (m_fields.size() >= static_cast<std::size_t>(qMax(limits.fields, 0)))
        return fail(431, "too many header fields"_ba);
    m_fields.push_back({.name = begin,
                        .nameSize = colon,
                        .value = value.data() - m_text.constData(),
                        .valueSize = value.size()});
}

void HeadReader::fail(int status, const QByteArray &reason)
{
    m_state = State::Failed;
    m_failure = {.status = status, .reason = reason};
}

} // namespace Gatehouse::Http
