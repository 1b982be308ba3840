// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/chat.h"
#include "core/dialects/ollama/embed.h"
#include "core/dialects/translatedstream.h"
#include "tests/fuzz/fuzztarget.h"

using namespace Gatehouse::Dialects;

namespace {

const Quirks quirks{.name = "fuzz", .title = "Fuzz"};

QByteArray stream(Format upstream, QByteArrayView bytes, qsizetype piece)
{
    const ReplyContext context{.requestId = "req_1", .created = 1, .model = "m"};
    TranslatedStream translated(upstream, Format::OllamaChat, quirks, context);
    QByteArray out;
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        translated.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)), out);
    translated.finish(out);
    return out;
}

QByteArray checkBodies(QByteArrayView bytes)
{
    const JsonView body = JsonView::parse(bytes);
    const WriteOptions options{.model = "m", .quirks = quirks};
    for (const ChatCodec *codec : {&ollamaChatCodec, &ollamaGenerateCodec}) {
        if (const auto request = codec->readRequest(body)) {
            const auto written = ollamaChatCodec.writeRequest(*request, options);
            if (written && !JsonView::parse(written->body).isSound())
                return "an unsound request was written";
        }
        if (const auto reply = codec->readReply(body)) {
            if (!JsonView::parse(codec->writeReply(*reply, {})).isSound())
                return "an unsound reply was written";
        }
    }
    if (const auto request = ollamaEmbedCodec.readRequest(body))
        (void)ollamaEmbedCodec.writeRequest(*request, options);
    (void)ollamaEmbedCodec.readReply(body);
    return {};
}

QByteArray check(QByteArrayView bytes)
{
    if (const QByteArray problem = checkBodies(bytes); !problem.isEmpty())
        return problem;
    for (const Format upstream : {Format::OllamaChat, Format::OllamaGenerate}) {
        if (stream(upstream, bytes, bytes.size() + 1) != stream(upstream, bytes, 1))
            return "a stream reads otherwise when it is cut";
    }
    return {};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return Gatehouse::Fuzz::run(check, data, size);
}
