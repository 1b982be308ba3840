// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/messageparser.h"

namespace Gatehouse::Http {

//! Strict chunked transfer coding (RFC 9112 section 7.1): a size is 1 to 15 hex digits and nothing
//! else, lines end with CRLF only, extensions and trailers are checked, counted and dropped.
//! Copies and allocates nothing.
class ChunkDecoder
{
public:
    struct Piece {
        qsizetype consumed = 0;
        QByteArrayView data; //!< in the bytes given; empty when framing alone was read
    };

    //! Starts a body of at most \a bodyLimit decoded bytes and \a extrasLimit bytes of extensions
    //! and trailers together.
    void begin(qint64 bodyLimit, qsizetype extrasLimit);
    //! A lower or higher limit for the body that has begun.
    void setBodyLimit(qint64 bodyLimit) { m_bodyLimit = bodyLimit; }

    //! Reads framing up to the next data, at most one chunk's. Consumes nothing after the end.
    Piece next(QByteArrayView bytes);
    bool isComplete() const { return m_state == State::Complete; }
    bool failed() const { return m_state == State::Failed; }
    const ParseFailure &failure() const { return m_failure; }

private:
    enum class State {
        Size,
        Extension,
        SizeEnd,
        Data,
        DataEnd,
        DataEndLf,
        TrailerBegin,
        TrailerName,
        TrailerValue,
        TrailerEnd,
        LastLf,
        Complete,
        Failed,
    };

    void read(char c);
    void readSize(char c);
    void readExtension(char c);
    void readTrailer(char c);
    void expect(char c, char wanted, State after);
    void fail(int status, const QByteArray &reason);

    State m_state = State::Complete;
    ParseFailure m_failure;
    qint64 m_bodyLimit = 0;
    qint64 m_announced = 0; //!< all chunks begun so far
    qint64 m_left = 0;      //!< of the current chunk
    qsizetype m_extrasLeft = 0;
    int m_digits = 0;
};

} // namespace Gatehouse::Http
