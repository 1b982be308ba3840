// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/cohere/chat.h"
#include "core/dialects/cohere/embed.h"
#include "core/dialects/rerank.h"
#include "core/dialects/translatedstream.h"
#include "tests/fuzz/fuzztarget.h"

using namespace Gatehouse::Dialects;

namespace {

const Quirks quirks{.name = "fuzz", .title = "Fuzz"};

QByteArray stream(QByteArrayView bytes, qsizetype piece)
{
    const ReplyContext context{.requestId = "req_1", .created = 1, .model = "m"};
    TranslatedStream translated(Format::CohereChat, Format::OllamaChat, quirks, context);
    QByteArray out;
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        translated.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)), out);
    translated.finish(out);
    return out;
}

QByteArray check(QByteArrayView bytes)
{
    const JsonView body = JsonView::parse(bytes);
    (void)cohereChatCodec.readReply(body);
    (void)cohereEmbedCodec.readReply(body);
    if (const auto request = commonRerankCodec.readRequest(body)) {
        const auto written = commonRerankCodec.writeRequest(*request, {"m", quirks});
        if (written && !JsonView::parse(written->body).isSound())
            return "an unsound rerank request was written";
    }
    if (const auto reply = commonRerankCodec.readReply(body)) {
        if (!JsonView::parse(commonRerankCodec.writeReply(*reply, {})).isSound())
            return "an unsound rerank reply was written";
    }
    if (stream(bytes, bytes.size() + 1) != stream(bytes, 1))
        return "a stream reads otherwise when it is cut";
    return {};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return Gatehouse::Fuzz::run(check, data, size);
}
