// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/eventcutter.h"
#include "core/dialects/translatedstream.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace Gatehouse::Dialects::Probe {

inline QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

struct Event {
    QByteArray name;
    QJsonObject data;
};

//! The events of a finished stream; data that is no object is an empty one.
inline QList<Event> eventsOf(const QByteArray &stream)
{
    QList<Event> events;
    EventCutter cutter(Framing::Events, 1 << 24);
    const auto take = [&events](QByteArrayView, const StreamEvent &event, bool) {
        events.append({event.name.toByteArray(), object(event.data.toByteArray())});
    };
    cutter.feed(stream, take);
    cutter.finish(take);
    return events;
}

//! What a reader of \a format says about a whole stream of events.
inline std::vector<Chunk> chunksOf(Format format, const QByteArray &stream)
{
    std::vector<Chunk> chunks;
    const auto reader = chatCodec(format).streamReader(*quirksOf("openai"));
    EventCutter cutter(Framing::Events, 1 << 24);
    const auto take = [&](QByteArrayView, const StreamEvent &event, bool) {
        if (!event.data.isEmpty())
            reader->read(event.name, event.data, chunks);
    };
    cutter.feed(stream, take);
    cutter.finish(take);
    reader->finish(chunks);
    return chunks;
}

inline QByteArray writtenStream(Format format, const std::vector<Chunk> &chunks,
                                const ReplyContext &context)
{
    QByteArray out;
    const auto writer = chatCodec(format).streamWriter(context);
    for (const Chunk &chunk : chunks)
        writer->write(chunk, out);
    return out;
}

//! A stream sent through in pieces: what came out and what the gateway learnt.
inline QByteArray translated(Format upstream, Format client, const QList<QByteArray> &pieces,
                             const ReplyContext &context)
{
    TranslatedStream stream(upstream, client, *quirksOf("openai"), context);
    QByteArray out;
    for (const QByteArray &piece : pieces)
        stream.feed(piece, out);
    stream.finish(out);
    return out + "|complete " + QByteArray::number(stream.isComplete()) + " tokens "
        + QByteArray::number(stream.usage().completionTokens) + ' ' + stream.finishReason();
}

//! \a stream cut in two at every byte, and into single bytes, always gives the same; else where
//! it does not.
inline QByteArray differenceWhenCut(Format upstream, Format client, const QByteArray &stream,
                                    const ReplyContext &context)
{
    const QByteArray whole = translated(upstream, client, {stream}, context);
    for (qsizetype at = 1; at < stream.size(); ++at)
        if (translated(upstream, client, {stream.first(at), stream.sliced(at)}, context) != whole)
            return "cut at " + QByteArray::number(at);
    QList<QByteArray> bytes;
    for (const char c : stream)
        bytes.append(QByteArray(1, c));
    return translated(upstream, client, bytes, context) == whole ? QByteArray() : "single bytes";
}

//! Variants of a JSON text: cut, with values of other types, with bytes changed; always the same.
inline QList<QByteArray> mutations(const QByteArray &json)
{
    static const QList<QByteArray> values{"null",       "[]",         "{}",
                                          "\"\"",       "7",          "-1e400",
                                          "true",       "[[[[{}]]]]", "9223372036854775808",
                                          "\"\\ud800\""};
    QList<QByteArray> made;
    quint32 state = 2463534242U;
    const auto next = [&state] {
        state ^= state << 13U;
        state ^= state >> 17U;
        state ^= state << 5U;
        return state;
    };
    for (int round = 0; round < 600; ++round) {
        QByteArray text = json;
        const qsizetype colon = text.indexOf(':', qsizetype(next() % quint32(text.size())));
        if (round % 3 == 0 && colon > 0) {
            const QByteArrayView rest = QByteArrayView(text).sliced(colon + 1);
            const qsizetype length = JsonView::trusted(rest).raw().size();
            text.replace(colon + 1, length, values[qsizetype(next() % quint32(values.size()))]);
        } else if (round % 3 == 1) {
            text.truncate(qsizetype(next() % quint32(text.size())));
        } else {
            text[qsizetype(next() % quint32(text.size()))] = static_cast<char>(next() % 128U);
        }
        made.append(text);
    }
    return made;
}

} // namespace Gatehouse::Dialects::Probe
