// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chat.h"
#include "core/dialects/openai/completions.h"
#include "core/dialects/openai/embeddings.h"
#include "core/dialects/translatedstream.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Gatehouse::Dialects;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

//! What was read can be written, and what was written is sound.
void fuzzWhole(const ChatCodec &codec, JsonView body)
{
    if (const auto request = codec.readRequest(body)) {
        for (const Quirks &row : allQuirks()) {
            const auto out = codec.writeRequest(*request, {.model = "m", .quirks = row});
            require(!out || JsonView::parse(out->body).isObject());
        }
    }
    if (const auto reply = codec.readReply(body))
        require(JsonView::parse(codec.writeReply(*reply, {})).isObject());
}

void fuzzEmbeddings(JsonView body)
{
    const auto request = openAiEmbeddingsCodec.readRequest(body);
    if (const auto reply = openAiEmbeddingsCodec.readReply(body); reply && request)
        require(JsonView::parse(openAiEmbeddingsCodec.writeReply(*reply, *request, {})).isObject());
}

void fuzzStream(QByteArrayView bytes)
{
    const Request request;
    ReplyContext context;
    context.request = &request;
    TranslatedStream stream(Format::OpenAiChat, Format::OpenAiChat, *quirksOf("openai"), context);
    QByteArray out;
    stream.feed(bytes.first(bytes.size() / 2), out);
    stream.feed(bytes.sliced(bytes.size() / 2), out);
    stream.finish(out);
    require(!stream.isComplete() || out.endsWith("data: [DONE]\n\n"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    fuzzStream(bytes);
    const JsonView body = JsonView::parse(bytes);
    if (!body.isObject())
        return 0;
    fuzzWhole(openAiChatCodec, body);
    fuzzWhole(openAiCompletionsCodec, body);
    fuzzEmbeddings(body);
    return 0;
}
