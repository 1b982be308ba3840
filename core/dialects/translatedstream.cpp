// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/translatedstream.h"

#include "core/dialects/bedrock/eventstream.h"
#include "core/dialects/eventcutter.h"
#include "core/dialects/textrepeat.h"

#include <algorithm>

namespace Gatehouse::Dialects {

namespace {


qint64 contentOf(const Chunk &chunk)
{
    switch (chunk.kind) {
    case ChunkKind::Text:
    case ChunkKind::Reasoning:
    case ChunkKind::Refusal:
    case ChunkKind::ToolCallArguments:
        return chunk.text.size();
    case ChunkKind::ToolCallStart:
        return chunk.name.size();
    case ChunkKind::Media:
        return 1;
    case ChunkKind::Start:
    case ChunkKind::ReasoningSignature:
    case ChunkKind::Citation:
    case ChunkKind::Logprobs:
    case ChunkKind::Finish:
    case ChunkKind::Usage:
    case ChunkKind::End:
        return 0;
    }
    return 0;
}

QByteArrayView finishName(FinishReason reason)
{
    switch (reason) {
    case FinishReason::None:
        return {};
    case FinishReason::Stop:
        return "stop";
    case FinishReason::Length:
        return "length";
    case FinishReason::ToolCalls:
        return "tool_calls";
    case FinishReason::ContentFilter:
        return "content_filter";
    case FinishReason::Pause:
        return "pause";
    case FinishReason::Error:
        return "error";
    }
    return {};
}

//! A second call in a turn of a caller that wants one at a time.
bool isSurplus(const Chunk &chunk)
{
    return chunk.call > 0
        && (chunk.kind == ChunkKind::ToolCallStart || chunk.kind == ChunkKind::ToolCallArguments);
}

} // namespace

struct TranslatedStream::Private {
    Private(const ChatCodec &upstream, const ChatCodec &client, const Quirks &quirks,
            const ReplyContext &context)
        : framing(upstream.framing)
        , cutter(upstream.framing, maxMessage)
        , frames(maxMessage)
        , reader(upstream.streamReader(quirks))
        , writer(client.streamWriter(context))
        , keepsFirstCalls(context.request && context.request->parallelToolCalls == false)
    {
    }

    void take(QByteArrayView name, QByteArrayView data, QByteArray &out);
    void takeRepeated(QByteArrayView text, QByteArray &out);
    void forward(QByteArray &out);

    const Framing framing;
    EventCutter cutter;
    EventStreamReader frames;
    std::unique_ptr<StreamReader> reader;
    std::unique_ptr<StreamWriter> writer;
    const bool keepsFirstCalls;
    std::vector<Chunk> chunks; //!< of the message being read
    TextRepeat repeat;
    Chunk piece; //!< reused for texts that repeat gives
    Usage usage;
    QByteArray model;
    FinishReason finish = FinishReason::None;
    qint64 contentBytes = 0;
    qint64 contentEvents = 0;
    bool hasEnded = false;
    bool isMalformed = false;
};

//! Reads one message, and writes what it says.
void TranslatedStream::Private::take(QByteArrayView name, QByteArrayView data, QByteArray &out)
{
    if (const auto known = repeat.match(name, data)) {
        reader->repeated(known->text, known->usage);
        return takeRepeated(known->text, out);
    }
    reader->read(name, data, chunks);
    const bool isText =
        chunks.size() == 1 && chunks.front().kind == ChunkKind::Text && chunks.front().choice == 0;
    const QByteArray text = isText ? chunks.front().text : QByteArray();
    forward(out);
    if (isText && !hasEnded)
        repeat.learn(name, data, text);
    else
        repeat.forget();
}

void TranslatedStream::Private::takeRepeated(QByteArrayView text, QByteArray &out)
{
    contentBytes += text.size();
    ++contentEvents;
    if (repeat.canWrite()) {
        repeat.write(text, out);
        return;
    }
    piece.text.resize(0); // keeps its memory
    piece.text.append(text);
    const qsizetype begin = out.size();
    writer->write(piece, out);
    if (writer->repeatsText())
        repeat.learnWritten(QByteArrayView(out).sliced(begin), text);
}

//! Counts what came and writes it in the client's words.
void TranslatedStream::Private::forward(QByteArray &out)
{
    for (const Chunk &chunk : chunks) {
        if (hasEnded)
            break; // nothing belongs behind the end
        if (const qint64 bytes = contentOf(chunk); bytes > 0) {
            contentBytes += bytes;
            ++contentEvents;
        }
        if (chunk.kind == ChunkKind::Start && !chunk.model.isEmpty())
            model = chunk.model;
        else if (chunk.kind == ChunkKind::Finish)
            finish = chunk.finish;
        else if (chunk.kind == ChunkKind::Usage)
            usage = chunk.usage;
        else if (chunk.kind == ChunkKind::End)
            hasEnded = true;
        if (!keepsFirstCalls || !isSurplus(chunk))
            writer->write(chunk, out);
    }
    chunks.clear();
}

TranslatedStream::TranslatedStream(Format upstream, Format client, const Quirks &quirks,
                                   const ReplyContext &context)
    : d(std::make_unique<Private>(chatCodec(upstream), chatCodec(client), quirks, context))
{
}

TranslatedStream::~TranslatedStream() = default;

void TranslatedStream::feed(QByteArrayView in, QByteArray &out)
{
    if (isMalformed() || hasFailed())
        return;
    if (d->framing == Framing::EventStream) {
        const bool sound =
            d->frames.feed(in, [this, &out](QByteArrayView name, QByteArrayView payload) {
                if (!hasFailed() && !d->reader->isMalformed())
                    d->take(name, payload, out);
            });
        d->isMalformed = !sound;
    } else {
        const bool sound =
            d->cutter.feed(in, [this, &out](QByteArrayView, const StreamEvent &event, bool) {
                if (!event.data.isEmpty() && !hasFailed() && !d->reader->isMalformed())
                    d->take(event.name, event.data, out);
            });
        d->isMalformed = !sound;
    }
}

void TranslatedStream::finish(QByteArray &out)
{
    if (isMalformed() || hasFailed())
        return;
    d->cutter.finish([this, &out](QByteArrayView, const StreamEvent &event, bool) {
        if (!event.data.isEmpty())
            d->take(event.name, event.data, out);
    });
    if (!hasFailed() && !isMalformed())
        d->reader->finish(d->chunks);
    d->forward(out);
}

bool TranslatedStream::hasContent() const
{
    return d->contentEvents > 0;
}

bool TranslatedStream::hasEnded() const
{
    return d->hasEnded;
}

bool TranslatedStream::isComplete() const
{
    return d->hasEnded && !hasFailed() && !isMalformed();
}

bool TranslatedStream::hasFailed() const
{
    return d->reader->hasFailed();
}

const ProviderError &TranslatedStream::error() const
{
    return d->reader->error();
}

bool TranslatedStream::isMalformed() const
{
    return d->isMalformed || d->reader->isMalformed();
}

const Usage &TranslatedStream::usage() const
{
    return d->usage;
}

Usage TranslatedStream::settledUsage(qint64 promptTokens, double bytesPerToken) const
{
    Usage settled = d->usage;
    if (settled.known && isComplete())
        return settled;
    if (settled.promptTokens == 0)
        settled.promptTokens = promptTokens;
    const qint64 counted = std::max(tokensOf(d->contentBytes, bytesPerToken), d->contentEvents);
    settled.completionTokens = std::max(settled.completionTokens, counted);
    settled.known = true;
    settled.estimated = true;
    return settled;
}

QByteArray TranslatedStream::model() const
{
    return d->model;
}

QByteArray TranslatedStream::finishReason() const
{
    return finishName(d->finish).toByteArray();
}

qint64 TranslatedStream::contentBytes() const
{
    return d->contentBytes;
}

qint64 TranslatedStream::contentEvents() const
{
    return d->contentEvents;
}

qint64 TranslatedStream::nextSequenceNumber() const
{
    return d->writer->nextSequenceNumber();
}

} // namespace Gatehouse::Dialects
