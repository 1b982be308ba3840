// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/converse.h"
#include "core/dialects/bedrock/eventstream.h"
#include "tests/fuzz/fuzztarget.h"

#include <QtCore/QByteArrayList>
#include <QtCore/QStringBuilder>

namespace Gatehouse::Dialects {

namespace {

constexpr Quirks quirks{.name = "bedrock", .title = "Amazon Bedrock"};

struct Reading {
    std::vector<Chunk> chunks;
    bool isSound = true;
    bool hasFailed = false;

    bool operator==(const Reading &) const = default;
};

Reading read(QByteArrayView bytes, qsizetype piece)
{
    Reading reading;
    const auto reader = bedrockConverseCodec.streamReader(quirks);
    EventStreamReader frames(1 << 20);
    for (qsizetype at = 0; at < bytes.size() && reading.isSound; at += piece)
        reading.isSound = frames.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)),
                                      [&](QByteArrayView name, QByteArrayView payload) {
                                          reader->read(name, payload, reading.chunks);
                                      });
    reader->finish(reading.chunks);
    reading.hasFailed = reader->hasFailed() || reader->isMalformed();
    return reading;
}

//! Checksums keep a fuzzer out: lines "NAME payload" become sound frames.
QByteArray framed(QByteArrayView lines)
{
    QByteArray stream;
    for (const QByteArray &line : lines.toByteArray().split('\n')) {
        const QByteArray name = line.split(' ').constFirst().left(255);
        stream += eventStreamEvent(
            name, QByteArrayView(line).sliced(std::min(line.size(), name.size() + 1)));
    }
    return stream;
}

QByteArray checkBedrock(QByteArrayView input)
{
    for (const QByteArray &stream : {input.toByteArray(), framed(input)}) {
        const Reading whole = read(stream, std::max<qsizetype>(stream.size(), 1));
        if (!(read(stream, 1) == whole))
            return "the cut changes what is read";
        if (whole.hasFailed && !whole.chunks.empty() && whole.chunks.back().kind == ChunkKind::End)
            return "an end behind a failure";
    }
    if (const JsonView body = JsonView::parse(input); body.isSound())
        std::ignore = bedrockConverseCodec.readReply(body);
    return {};
}

} // namespace

} // namespace Gatehouse::Dialects

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return Gatehouse::Fuzz::run(Gatehouse::Dialects::checkBedrock, data, size);
}
