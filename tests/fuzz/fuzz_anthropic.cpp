// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messages.h"
#include "core/dialects/eventcutter.h"
#include "core/dialects/openai/responses.h"
#include "tests/fuzz/fuzztarget.h"

namespace Gatehouse::Dialects {

namespace {

//! The formats told in blocks that follow one another.
constexpr std::array codecs{&anthropicMessagesCodec, &openAiResponsesCodec};
constexpr Quirks quirks{.name = "fuzz", .title = "Fuzz"};

std::vector<Chunk> read(const ChatCodec &codec, QByteArrayView bytes, qsizetype piece)
{
    std::vector<Chunk> chunks;
    const auto reader = codec.streamReader(quirks);
    EventCutter cutter(Framing::Events, 1 << 20);
    const auto take = [&](QByteArrayView, const StreamEvent &event, bool) {
        if (!event.data.isEmpty() && !reader->hasFailed() && !reader->isMalformed())
            reader->read(event.name, event.data, chunks);
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        cutter.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)), take);
    cutter.finish(take);
    return chunks;
}

QByteArray checkStream(const ChatCodec &codec, QByteArrayView input)
{
    const std::vector<Chunk> chunks = read(codec, input, std::max<qsizetype>(input.size(), 1));
    if (read(codec, input, 1) != chunks)
        return "the cut changes what is read";
    for (const ChatCodec *client : codecs) {
        QByteArray out;
        const auto writer =
            client->streamWriter({.requestId = "req_1", .created = 1, .model = "m"});
        for (const Chunk &chunk : chunks)
            writer->write(chunk, out);
        if (!out.isEmpty() && !out.endsWith("\n\n"))
            return "half an event was written";
    }
    return {};
}

QByteArray checkBody(const ChatCodec &codec, JsonView body)
{
    if (const auto reply = codec.readReply(body))
        for (const ChatCodec *client : codecs)
            if (!JsonView::parse(client->writeReply(*reply, {.requestId = "req_1"})).isObject())
                return "a reply that is no JSON";
    if (const auto request = codec.readRequest(body)) {
        for (const ChatCodec *upstream : codecs) {
            const auto written = upstream->writeRequest(*request, {.model = "m", .quirks = quirks});
            if (written && !JsonView::parse(written->body).isObject())
                return "a request that is no JSON";
        }
    }
    return {};
}

QByteArray checkAnthropic(QByteArrayView input)
{
    for (const ChatCodec *codec : codecs) {
        QByteArray problem = checkStream(*codec, input);
        if (const JsonView body = JsonView::parse(input); problem.isEmpty() && body.isSound())
            problem = checkBody(*codec, body);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace

} // namespace Gatehouse::Dialects

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return Gatehouse::Fuzz::run(Gatehouse::Dialects::checkAnthropic, data, size);
}
