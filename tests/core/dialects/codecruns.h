// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/eventcutter.h"
#include "core/dialects/translatedstream.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

//! Ways to run a codec that the tests of every format need.
namespace Gatehouse::Dialects::Runs {

//! The value of \a text for comparisons that do not mind the order of members.
inline QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

inline const Quirks &plainQuirks()
{
    static const Quirks quirks{.name = "test", .title = "Test"};
    return quirks;
}

inline WriteOptions options(QByteArrayView model = "upstream-model")
{
    return {.model = model, .quirks = plainQuirks()};
}

//! What a codec's stream reader says of \a bytes that come in two pieces, cut at \a cut.
struct ReaderRun {
    std::vector<Chunk> chunks;
    bool hasFailed = false;
    bool isMalformed = false;
    ProviderError error;

    bool operator==(const ReaderRun &) const = default;
};

inline ReaderRun readPieces(const ChatCodec &codec, const QByteArray &bytes, qsizetype pieceSize,
                            qsizetype firstPiece)
{
    ReaderRun run;
    const auto reader = codec.streamReader(plainQuirks());
    EventCutter cutter(codec.framing, TranslatedStream::maxMessage);
    const auto take = [&](QByteArrayView, const StreamEvent &event, bool) {
        if (!event.data.isEmpty())
            reader->read(event.name, event.data, run.chunks);
    };
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype wanted = at == 0 && firstPiece > 0 ? firstPiece : pieceSize;
        const qsizetype size = std::min(wanted, bytes.size() - at);
        cutter.feed(QByteArrayView(bytes).sliced(at, size), take);
        at += size;
    }
    cutter.finish(take);
    reader->finish(run.chunks);
    run.hasFailed = reader->hasFailed();
    run.isMalformed = reader->isMalformed();
    run.error = reader->error();
    return run;
}

inline ReaderRun readWhole(const ChatCodec &codec, const QByteArray &bytes)
{
    return readPieces(codec, bytes, bytes.size(), 0);
}

//! Where \a bytes read otherwise when they are cut: the offset, 0 for single bytes, -1 for nowhere.
inline qsizetype cutThatMatters(const ChatCodec &codec, const QByteArray &bytes)
{
    const ReaderRun whole = readWhole(codec, bytes);
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        if (!(readPieces(codec, bytes, bytes.size(), cut) == whole))
            return cut;
    }
    return readPieces(codec, bytes, 1, 0) == whole ? -1 : 0;
}

//! What a client gets of an upstream's stream, fed in pieces of \a pieceSize bytes.
inline QByteArray translated(Format upstream, Format client, const QByteArray &bytes,
                             qsizetype pieceSize)
{
    const ReplyContext context{.requestId = "req_1", .created = 1'700'000'000, .model = "fallback"};
    TranslatedStream stream(upstream, client, plainQuirks(), context);
    QByteArray out;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize)
        stream.feed(QByteArrayView(bytes).sliced(at, std::min(pieceSize, bytes.size() - at)), out);
    stream.finish(out);
    return out;
}

//! Small changes of \a text, the same each time: bytes swapped, doubled, cut and replaced.
template <typename Use>
void mutate(const QByteArray &text, int rounds, Use use)
{
    constexpr QByteArrayView spice = "{}[]\",:\\0123456789-+.eEnulltruefalse\x00\xff\xc3";
    quint32 state = 12345;
    const auto next = [&state](qsizetype below) {
        state = state * 1664525 + 1013904223;
        return qsizetype(state >> 8) % std::max<qsizetype>(below, 1);
    };
    for (int round = 0; round < rounds; ++round) {
        QByteArray changed = text;
        for (qsizetype count = 1 + next(4); count > 0 && !changed.isEmpty(); --count) {
            const qsizetype at = next(changed.size());
            switch (next(4)) {
            case 0:
                changed[at] = spice[next(spice.size())];
                break;
            case 1:
                changed.remove(at, 1 + next(8));
                break;
            case 2:
                changed.insert(at, spice[next(spice.size())]);
                break;
            default:
                changed.insert(at, changed.mid(next(changed.size()), 1 + next(12)));
                break;
            }
        }
        use(changed);
    }
}

} // namespace Gatehouse::Dialects::Runs
