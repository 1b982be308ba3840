// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/codec.h"
#include "core/dialects/translatedstream.h"
#include "tests/fuzz/fuzztarget.h"

using namespace Gatehouse::Dialects;

namespace {

constexpr Quirks quirks{.name = "gemini", .title = "Google Gemini"};

//! What is read as a request, an answer or a stream is written again as sound JSON.
QByteArray check(QByteArrayView input)
{
    const ChatCodec &codec = chatCodec(Format::GeminiGenerate);
    const JsonView body = JsonView::parse(input);
    if (const auto request = codec.readRequest(body)) {
        const auto written = codec.writeRequest(*request, {"gemini-3-pro", quirks});
        if (written && !JsonView::parse(written->body).isSound())
            return "a request was written that is no JSON";
    }
    if (const auto reply = codec.readReply(body)) {
        if (!JsonView::parse(codec.writeReply(*reply, {})).isSound())
            return "an answer was written that is no JSON";
    }
    TranslatedStream stream(Format::GeminiGenerate, Format::GeminiGenerate, quirks, {});
    QByteArray out;
    stream.feed(input.first(input.size() / 2), out);
    stream.feed(input.sliced(input.size() / 2), out);
    stream.finish(out);
    return {};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return Gatehouse::Fuzz::run(check, data, size);
}
