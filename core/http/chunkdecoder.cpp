// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/chunkdecoder.h"

#include "core/http/grammar.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Http {

namespace {

//! 60 bits: more than any body, and no overflow to think about.
constexpr int maxSizeDigits = 15;

//! The value of a hex digit, -1 for anything else.
constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

void ChunkDecoder::begin(qint64 bodyLimit, qsizetype extrasLimit)
{
    m_state = State::Size;
    m_bodyLimit = bodyLimit;
    m_extrasLeft = extrasLimit;
    m_announced = 0;
    m_left = 0;
    m_digits = 0;
}

ChunkDecoder::Piece ChunkDecoder::next(QByteArrayView bytes)
{
    qsizetype consumed = 0;
    while (consumed < bytes.size() && !isComplete() && !failed()) {
        if (m_state != State::Data) {
            read(bytes[consumed++]);
            continue;
        }
        const auto size = static_cast<qsizetype>(qMin<qint64>(m_left, bytes.size() - consumed));
        m_left -= size;
        if (m_left == 0)
            m_state = State::DataEnd;
        return {.consumed = consumed + size, .data = bytes.sliced(consumed, size)};
    }
    return {.consumed = consumed, .data = {}};
}

void ChunkDecoder::read(char c)
{
    switch (m_state) {
    case State::Size:
        return readSize(c);
    case State::Extension:
        return readExtension(c);
    case State::SizeEnd:
        m_digits = 0;
        return expect(c, '\n', m_left > 0 ? State::Data : State::TrailerBegin);
    case State::DataEnd:
        return expect(c, '\r', State::DataEndLf);
    case State::DataEndLf:
        return expect(c, '\n', State::Size);
    case State::TrailerBegin:
    case State::TrailerName:
    case State::TrailerValue:
        return readTrailer(c);
    case State::TrailerEnd:
        return expect(c, '\n', State::TrailerBegin);
    case State::LastLf:
        return expect(c, '\n', State::Complete);
    case State::Data:
    case State::Complete:
    case State::Failed:
        return;
    }
}

void ChunkDecoder::readSize(char c)
{
    const int digit = hexValue(c);
    if (digit >= 0) {
        if (++m_digits > maxSizeDigits)
            return fail(400, "a chunk size has too many digits"_ba);
        m_left = m_left * 16 + digit;
        if (m_left > m_bodyLimit - m_announced)
            fail(413, "the body is too long"_ba);
        return;
    }
    if (m_digits == 0 || (c != '\r' && c != ';'))
        return fail(400, "a chunk size is not a hexadecimal number"_ba);
    m_announced += m_left;
    m_state = c == '\r' ? State::SizeEnd : State::Extension;
}

void ChunkDecoder::readExtension(char c)
{
    if (c == '\r') {
        m_state = State::SizeEnd;
    } else if (!isIn(c, CharClass::Text)) {
        fail(400, "a chunk extension holds a control character"_ba);
    } else if (--m_extrasLeft < 0) {
        fail(431, "chunk extensions and trailers are too long"_ba);
    }
}

void ChunkDecoder::readTrailer(char c)
{
    if (m_state == State::TrailerBegin && c == '\r') {
        m_state = State::LastLf;
    } else if (--m_extrasLeft < 0) {
        fail(431, "chunk extensions and trailers are too long"_ba);
    } else if (m_state == State::TrailerValue) {
        if (c == '\r')
            m_state = State::TrailerEnd;
        else if (!isIn(c, CharClass::Text))
            fail(400, "a trailer value holds a control character"_ba);
    } else if (m_state == State::TrailerName && c == ':') {
        m_state = State::TrailerValue;
    } else if (isIn(c, CharClass::Token)) {
        m_state = State::TrailerName;
    } else {
        fail(400, "a trailer name is not a token followed by a colon"_ba);
    }
}

void ChunkDecoder::expect(char c, char wanted, State after)
{
    if (c != wanted)
        return fail(400, "a chunk line does not end with CRLF"_ba);
    m_state = after;
}

void ChunkDecoder::fail(int status, const QByteArray &reason)
{
    m_state = State::Failed;
    m_failure = {.status = status, .reason = reason};
}

} // namespace Gatehouse::Http
