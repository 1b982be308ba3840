// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/ssereader.h"

#include <cstring>
#include <utility>

namespace Gatehouse::Http {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

//! Where \a c is in \a bytes at or after \a from; the size when nowhere.
qsizetype positionOf(char c, QByteArrayView bytes, qsizetype from)
{
    if (from >= bytes.size())
        return bytes.size();
    const void *const found =
        std::memchr(bytes.data() + from, c, static_cast<std::size_t>(bytes.size() - from));
    return found ? static_cast<const char *>(found) - bytes.data() : bytes.size();
}

//! Takes the first line, without its end, off \a bytes.
QByteArrayView takeLine(QByteArrayView &bytes)
{
    const qsizetype lf = positionOf('\n', bytes, 0);
    const qsizetype end = positionOf('\r', bytes.first(lf), 0);
    const QByteArrayView line = bytes.first(end);
    const bool isCrLf = end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n';
    bytes = bytes.sliced(qMin(bytes.size(), end + (isCrLf ? 2 : 1)));
    return line;
}

void addData(QByteArrayView value, SseEvent &event, QByteArray &joined)
{
    if (!event.hasData) {
        event.data = value;
        event.hasData = true;
        return;
    }
    if (joined.isEmpty())
        joined.append(event.data);
    joined.append('\n');
    joined.append(value);
    event.data = joined;
}

} // namespace

SseScanner::SseScanner(qsizetype eventLimit)
    : m_limit(eventLimit)
{
}

qsizetype SseScanner::feed(QByteArrayView bytes, SseBlockSink &sink)
{
    m_nextCr = -1;
    qsizetype begin = 0;
    while (!m_failed) {
        const qsizetype end = blockEnd(bytes, begin);
        const bool isWhole = end >= 0;
        const QByteArrayView piece = bytes.sliced(begin, (isWhole ? end : bytes.size()) - begin);
        if (m_tail.size() + piece.size() > m_limit) {
            m_failed = true;
        } else if (!isWhole) {
            m_tail.append(piece);
            return bytes.size();
        } else {
            begin = end;
            if (!emitBlock(piece, sink))
                break;
        }
    }
    return begin;
}

bool SseScanner::finish(SseBlockSink &sink)
{
    if (!m_isAfterCr || !m_isBlockAtCr || m_failed)
        return true;
    m_isAfterCr = m_isBlockAtCr = false;
    return emitBlock({}, sink);
}

void SseScanner::reset()
{
    *this = SseScanner(m_limit);
}

//! Where the current block ends, after its empty line; -1 when that has not come yet.
qsizetype SseScanner::blockEnd(QByteArrayView bytes, qsizetype from)
{
    qsizetype at = from;
    while (at < bytes.size()) {
        if (m_isAfterCr) {
            const bool isLf = bytes[at] == '\n';
            at += isLf ? 1 : 0;
            if (endsAfterCr(isLf))
                return at;
            continue;
        }
        if (m_nextCr < at)
            m_nextCr = positionOf('\r', bytes, at);
        const qsizetype end = positionOf('\n', bytes.first(m_nextCr), at);
        if (end == bytes.size()) {
            m_isLineEmpty = false;
            return -1;
        }
        const bool isEmpty = std::exchange(m_isLineEmpty, true) && end == at;
        at = end + 1;
        const bool isCr = end == m_nextCr;
        m_wasLoneCr = m_wasLoneCr && isCr;
        if (isCr ? endsAtCr(isEmpty) : isEmpty)
            return at;
    }
    return -1;
}

//! At a CR: true when it ends the block without waiting for the next byte. In a stream of lone CRs
//! waiting for an LF would hold each event back until the next one.
bool SseScanner::endsAtCr(bool isLineEmpty)
{
    m_isAfterCr = true;
    if (isLineEmpty && m_wasLoneCr)
        return true;
    m_isBlockAtCr = isLineEmpty;
    return false;
}

//! At the byte after a CR, which is an LF or not: true when the CR ended the block.
bool SseScanner::endsAfterCr(bool isLf)
{
    m_isAfterCr = false;
    m_wasLoneCr = !isLf;
    return std::exchange(m_isBlockAtCr, false);
}

//! Hands on the tail and \a bytes as one block.
bool SseScanner::emitBlock(QByteArrayView bytes, SseBlockSink &sink)
{
    if (m_tail.isEmpty())
        return sink.onBlock(bytes);
    QByteArray block = std::exchange(m_tail, {});
    block.append(bytes);
    if (!sink.onBlock(block))
        return false;
    constexpr qsizetype keptMemory = 16LL * 1024;
    if (block.capacity() <= keptMemory) {
        block.resize(0);
        m_tail = std::move(block);
    }
    return true;
}

SseEvent parseSseBlock(QByteArrayView raw, QByteArray &joined)
{
    SseEvent event;
    event.raw = raw;
    joined.resize(0);
    while (!raw.isEmpty()) {
        const QByteArrayView line = takeLine(raw);
        const qsizetype colon = positionOf(':', line, 0);
        const QByteArrayView field = line.first(colon);
        QByteArrayView value = colon < line.size() ? line.sliced(colon + 1) : QByteArrayView();
        if (value.startsWith(' '))
            value = value.sliced(1);
        if (field == "data")
            addData(value, event, joined);
        else if (field == "event")
            event.name = value;
        else if (field == "id" && !value.contains('\0'))
            event.id = value;
    }
    return event;
}

//! Turns blocks into events.
class SseReader::BlockSink final : public SseBlockSink
{
public:
    BlockSink(SseReader &reader, SseSink &sink)
        : m_reader(reader)
        , m_sink(sink)
    {
    }

    bool onBlock(QByteArrayView raw) override
    {
        const SseEvent event = parse(raw);
        return !event.hasData || m_sink.onEvent(event);
    }
    //! The block's event, its leading byte order mark skipped in the stream's first block.
    SseEvent parse(QByteArrayView raw)
    {
        if (std::exchange(m_reader.m_isFirstBlock, false) && raw.startsWith(byteOrderMark))
            raw = raw.sliced(byteOrderMark.size());
        return parseSseBlock(raw, m_reader.m_joined);
    }
    SseSink &sink() { return m_sink; }

private:
    SseReader &m_reader;
    SseSink &m_sink;
};

SseReader::SseReader(qsizetype eventLimit)
    : m_scanner(eventLimit)
{
}

qsizetype SseReader::feed(QByteArrayView bytes, SseSink &sink)
{
    BlockSink blocks(*this, sink);
    return m_scanner.feed(bytes, blocks);
}

bool SseReader::finish(SseSink &sink)
{
    BlockSink blocks(*this, sink);
    if (!m_scanner.finish(blocks))
        return false;
    const SseEvent event = blocks.parse(m_scanner.tail());
    return event.data != "[DONE]" || sink.onEvent(event);
}

void SseReader::reset()
{
    m_scanner.reset();
    m_joined.resize(0);
    m_isFirstBlock = true;
}

} // namespace Gatehouse::Http
