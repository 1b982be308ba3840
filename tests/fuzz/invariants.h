// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/chunkdecoder.h"
#include "core/http/grammar.h"
#include "core/http/ssereader.h"
#include "core/http/ssewriter.h"
#include "tests/support/messageruns.h"

#include <QtCore/QStringBuilder>

#include <algorithm>

//! What must hold for any input of the room's parsers. Each function returns what does not, empty
//! when all holds. Used by the libFuzzer targets here and by tst_parserfuzz.
namespace Gatehouse::Http::Invariants {

//! Small enough for inputs of a few hundred bytes to pass them.
inline MessageLimits tightLimits()
{
    return {.startLine = 200, .head = 400, .fields = 8, .body = 256, .chunkExtras = 32};
}

//! A place to cut, different from input to input.
inline qsizetype someCut(QByteArrayView bytes)
{
    quint32 sum = 17;
    for (const char c : bytes)
        sum = sum * 31 + static_cast<quint8>(c);
    return static_cast<qsizetype>(sum % static_cast<quint32>(bytes.size() + 1));
}

//! True when \a run, which takes a list of cuts, gives the same whole, in two pieces and in bytes.
template <typename Run>
bool isSameHoweverCut(QByteArrayView bytes, Run run)
{
    const auto whole = run(QList<qsizetype>());
    return run(QList<qsizetype>{someCut(bytes)}) == whole && run(everyByte(bytes.size())) == whole;
}

//! The lines of an accepted head cannot be read in two ways.
inline QByteArray checkHeadBytes(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return "a head without an empty line was accepted";
    for (qsizetype at = 0; at < end; ++at) {
        const char c = bytes[at];
        const bool isLineEnd =
            c == '\r' ? bytes[at + 1] == '\n' : c == '\n' && at > 0 && bytes[at - 1] == '\r';
        if (!isLineEnd && !isIn(c, CharClass::Text))
            return "a control character was accepted";
    }
    return {};
}

inline QByteArray checkRequestHead(QByteArrayView bytes)
{
    const auto run = [bytes](const QList<qsizetype> &cuts) {
        return runRequest(bytes, cuts, tightLimits());
    };
    if (!isSameHoweverCut(bytes, run))
        return "the result depends on where the request is cut";
    const MessageRun whole = run({});
    if (whole.failed && (whole.isComplete || whole.status < 400 || whole.reason.isEmpty()))
        return "a failure is not told properly";
    if (whole.body.size() > tightLimits().body)
        return "the body is over its limit";
    const bool skipsLine = bytes.startsWith("\r\n");
    return whole.hasHead ? checkHeadBytes(skipsLine ? bytes.sliced(2) : bytes) : QByteArray();
}

inline QByteArray checkResponseHead(QByteArrayView bytes)
{
    for (const bool toHead : {false, true}) {
        const auto run = [=](const QList<qsizetype> &cuts) {
            return runResponse(bytes, cuts, toHead, tightLimits());
        };
        if (!isSameHoweverCut(bytes, run))
            return "the result depends on where the response is cut";
        const MessageRun whole = run({});
        if (whole.failed && whole.isComplete)
            return "a response both failed and ended";
        if (toHead && !whole.body.isEmpty())
            return "the answer to a HEAD had a body";
        const QByteArray problem = whole.hasHead ? checkHeadBytes(bytes) : QByteArray();
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

//! A chunked body as one comparable value.
struct ChunkRun {
    QByteArray data;
    qsizetype consumed = 0;
    bool isComplete = false;
    int status = 0;

    bool operator==(const ChunkRun &) const = default;
};

inline ChunkRun runChunks(QByteArrayView bytes, const QList<qsizetype> &cuts)
{
    ChunkDecoder decoder;
    decoder.begin(tightLimits().body, tightLimits().chunkExtras);
    ChunkRun run;
    feedInPieces(bytes, cuts, [&](QByteArrayView piece) {
        for (qsizetype at = 0; at < piece.size() && !decoder.failed() && !decoder.isComplete();) {
            const ChunkDecoder::Piece next = decoder.next(piece.sliced(at));
            run.data.append(next.data);
            at += next.consumed;
            run.consumed += next.consumed;
        }
        return !decoder.failed() && !decoder.isComplete();
    });
    run.isComplete = decoder.isComplete();
    run.status = decoder.failed() ? decoder.failure().status : 0;
    return run;
}

inline QByteArray checkChunks(QByteArrayView bytes)
{
    const auto run = [bytes](const QList<qsizetype> &cuts) { return runChunks(bytes, cuts); };
    if (!isSameHoweverCut(bytes, run))
        return "the result depends on where the chunks are cut";
    const ChunkRun whole = run({});
    if (whole.data.size() > tightLimits().body || whole.consumed > bytes.size())
        return "more came out than may or went in";
    if (whole.isComplete && !bytes.first(whole.consumed).endsWith("\r\n"))
        return "a chunked body did not end with CRLF";
    return {};
}

//! The events of a stream, and its blocks joined, as one comparable value.
struct SseRun final : SseSink, SseBlockSink {
    bool onEvent(const SseEvent &event) override
    {
        names.append(event.name.toByteArray());
        data.append(event.data.toByteArray());
        ids.append(event.id.toByteArray());
        return true;
    }
    bool onBlock(QByteArrayView raw) override
    {
        blocks.append(raw.toByteArray());
        return true;
    }
    bool operator==(const SseRun &other) const
    {
        return names == other.names && data == other.data && ids == other.ids
            && blocks == other.blocks && rest == other.rest && failed == other.failed;
    }

    QByteArrayList names;
    QByteArrayList data;
    QByteArrayList ids;
    QByteArrayList blocks;
    QByteArray rest; //!< not in any block
    bool failed = false;
};

inline SseRun runSse(QByteArrayView bytes, const QList<qsizetype> &cuts, qsizetype limit)
{
    SseReader reader(limit);
    SseScanner scanner(limit);
    SseRun run;
    feedInPieces(bytes, cuts, [&](QByteArrayView piece) {
        reader.feed(piece, run);
        scanner.feed(piece, run);
        return !reader.failed();
    });
    run.failed = reader.failed() && scanner.failed();
    if (!run.failed) {
        reader.finish(run);
        scanner.finish(run);
        run.rest = scanner.tail().toByteArray();
    }
    return run;
}

inline QByteArray checkSse(QByteArrayView bytes)
{
    constexpr qsizetype limit = 300;
    const auto run = [bytes](const QList<qsizetype> &cuts) { return runSse(bytes, cuts, limit); };
    if (!isSameHoweverCut(bytes, run))
        return "the result depends on where the stream is cut";
    const SseRun whole = run({});
    const QByteArray joined = whole.blocks.join() + whole.rest;
    if (whole.failed ? !bytes.startsWith(joined) : joined != bytes)
        return "the blocks are not the stream";
    QByteArray rewritten;
    for (qsizetype i = 0; i < whole.data.size(); ++i)
        appendSseEvent(rewritten, whole.names[i], whole.data[i]);
    const SseRun again = runSse(rewritten, {}, sseEventLimit);
    if (again.names != whole.names || again.data != whole.data)
        return "written events are read back differently";
    return {};
}

} // namespace Gatehouse::Http::Invariants
