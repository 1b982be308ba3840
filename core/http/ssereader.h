// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Gatehouse::Http {

//! An event's bytes beyond this end the stream.
inline constexpr qsizetype sseEventLimit = 4LL * 1024 * 1024;

//! Hears the blocks of an event stream. Returning false stops feed() at once, without touching the
//! scanner again: it may be destroyed inside the call.
class SseBlockSink
{
public:
    virtual ~SseBlockSink() = default;
    //! One block with the empty line that ends it: an event, or comments only. Valid during the
    //! call. All blocks (and the tail) one after another are the stream, byte for byte.
    virtual bool onBlock(QByteArrayView raw) = 0;
};

//! Cuts a server-sent event stream into blocks, for a forwarder that passes or drops whole events
//! without looking into them. Lines end with LF, CR or CRLF. A block that lies whole in the fed
//! bytes is handed on in place; only the cut one at the end is kept, at most the limit.
class SseScanner
{
public:
    explicit SseScanner(qsizetype eventLimit = sseEventLimit);

    //! Returns the bytes consumed: all, unless the sink stopped or the limit was passed.
    qsizetype feed(QByteArrayView bytes, SseBlockSink &sink);
    //! The stream ended. Hands on a block whose end was in doubt ("\r" that no "\n" followed).
    bool finish(SseBlockSink &sink);
    //! A block was longer than the limit. Nothing is consumed any more.
    bool failed() const { return m_failed; }
    //! The bytes of the unfinished block.
    QByteArrayView tail() const { return m_tail; }
    void reset();

private:
    qsizetype blockEnd(QByteArrayView bytes, qsizetype from);
    bool endsAtCr(bool isLineEmpty);
    bool endsAfterCr(bool isLf);
    bool emitBlock(QByteArrayView bytes, SseBlockSink &sink);

    qsizetype m_limit;
    QByteArray m_tail;
    qsizetype m_nextCr = -1; //!< in the bytes being fed; -1: not looked for yet
    bool m_isLineEmpty = true;
    bool m_isAfterCr = false;   //!< the last byte was a CR; an LF now belongs to it
    bool m_isBlockAtCr = false; //!< that CR ended the block, with or without an LF
    bool m_wasLoneCr = false;   //!< the last line ended with a CR alone
    bool m_failed = false;
};

//! One event by the rules of the WHATWG HTML standard, section 9.2.6. Views valid during the call.
struct SseEvent {
    QByteArrayView name;  //!< empty: "message"
    QByteArrayView data;  //!< several data lines are joined by LF
    QByteArrayView id;    //!< empty when none
    QByteArrayView raw;   //!< as received, with the empty line
    bool hasData = false; //!< false: only comments or other fields, no event to anybody
};

//! Reads one block. \a joined is scratch memory for events with several data lines.
SseEvent parseSseBlock(QByteArrayView raw, QByteArray &joined);

class SseSink
{
public:
    virtual ~SseSink() = default;
    //! \a event has data. As for SseBlockSink, returning false stops.
    virtual bool onEvent(const SseEvent &event) = 0;
};

//! Reads a server-sent event stream from a provider: a leading byte order mark, comments, unknown
//! fields, cut characters. An event without its empty line is dropped at the end, except "[DONE]",
//! which some servers do not terminate.
class SseReader
{
public:
    explicit SseReader(qsizetype eventLimit = sseEventLimit);

    //! Returns the bytes consumed: all, unless the sink stopped or the limit was passed.
    qsizetype feed(QByteArrayView bytes, SseSink &sink);
    //! The stream ended; false when the sink stopped.
    bool finish(SseSink &sink);
    bool failed() const { return m_scanner.failed(); }
    void reset();

private:
    class BlockSink;

    SseScanner m_scanner;
    QByteArray m_joined;
    bool m_isFirstBlock = true;
};

} // namespace Gatehouse::Http
