// SPDX-License-Identifier: GPL-3.0-or-later
// What a translated stream costs: processor time of one delta beside the same-dialect delta, and
// memory of a live stream, for every pair of formats.
#include "core/dialects/replywatch.h"
#include "core/dialects/translation.h"
#include "tests/core/dialects/matrix/upstreamanswers.h"

#include <malloc.h>

#include <cstdio>
#include <ctime>

using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Matrix;

namespace {

constexpr int deltas = 20'000;
constexpr int liveStreams = 1'000;

double cpuNanoseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e9 + double(time.tv_nsec);
}

struct Pieces {
    QByteArray head;                //!< what comes before the first delta
    QByteArray delta;               //!< one piece of text
    std::vector<QByteArray> deltas; //!< the same with what differs from one to the next in life
};

//! Another text, another time, other counts; frames with a checksum stay as they are.
std::vector<QByteArray> variedDeltas(Format upstream, const QByteArray &delta)
{
    if (upstream == Format::BedrockConverse)
        return {delta};
    std::vector<QByteArray> varied;
    int number = 0;
    for (const char *word :
         {"Hello ", "world,", " it is", " \xc3\xa9t\xc3\xa9", " not a", " story"}) {
        ++number;
        QByteArray one = delta;
        one.replace("It is ", word);
        if (const qsizetype at = one.indexOf("\"created_at\":\""); at >= 0)
            one[at + 30] = char('0' + number);
        if (const qsizetype at = one.indexOf("TokenCount\":"); at >= 0)
            one[at + 12] = char('0' + number);
        varied.push_back(one);
    }
    return varied;
}

//! Where the message at \a at of an upstream's stream ends.
qsizetype endOfMessage(Format upstream, const QByteArray &bytes, qsizetype at)
{
    if (upstream == Format::BedrockConverse)
        return at + qsizetype(quint8(bytes[at + 2])) * 256 + quint8(bytes[at + 3]);
    if (upstream == Format::OllamaChat)
        return bytes.indexOf('\n', at) + 1;
    const QByteArray gap = upstream == Format::GeminiGenerate ? "\r\n\r\n" : "\n\n";
    return bytes.indexOf(gap, at) + gap.size();
}

Pieces piecesOf(Format upstream)
{
    const QByteArray bytes = upstreamAnswer(upstream, Outcome::Text, true);
    const qsizetype text = bytes.indexOf("It is ");
    qsizetype begin = 0;
    qsizetype end = endOfMessage(upstream, bytes, 0);
    while (end <= text) {
        begin = end;
        end = endOfMessage(upstream, bytes, begin);
    }
    const QByteArray delta = bytes.mid(begin, end - begin);
    return {bytes.first(begin), delta, variedDeltas(upstream, delta)};
}

//! Nanoseconds of one delta.
double costOf(StreamWatch &watch, const Pieces &pieces)
{
    QByteArray out;
    watch.feed(pieces.head, out);
    const double begin = cpuNanoseconds();
    for (int i = 0; i < deltas; ++i) {
        out.resize(0); // as a connection's buffer, which keeps its memory
        watch.feed(pieces.deltas[std::size_t(i) % pieces.deltas.size()], out);
    }
    return (cpuNanoseconds() - begin) / deltas;
}

struct Pair {
    Format front;
    Format upstream;
    const Translation &translation;
    const Quirks &quirks;

    std::unique_ptr<StreamWatch> stream() const
    {
        return translation.stream(upstream, quirks,
                                  {.requestId = "req_1", .created = 1'700'000'000, .model = "m"});
    }
};

//! The client's own bytes of a delta, for the same dialect on both sides.
Pieces ownPieces(const Pair &pair, const Pieces &pieces)
{
    Pieces own;
    const auto stream = pair.stream();
    stream->feed(QByteArray(pieces.head + pieces.delta), own.head);
    for (const QByteArray &delta : pieces.deltas)
        stream->feed(delta, own.deltas.emplace_back());
    return own;
}

double bytesOf(const Pair &pair, const Pieces &pieces)
{
    std::vector<std::unique_ptr<StreamWatch>> streams;
    streams.reserve(liveStreams);
    const std::size_t before = ::mallinfo2().uordblks;
    for (int i = 0; i < liveStreams; ++i) {
        QByteArray out; // the connection's
        streams.push_back(pair.stream());
        streams.back()->feed(pieces.head, out);
        for (int delta = 0; delta < 100; ++delta) {
            out.resize(0);
            streams.back()->feed(pieces.delta, out);
        }
        streams.back()->feed(pieces.delta.first(pieces.delta.size() / 2), out);
    }
    return double(::mallinfo2().uordblks - before) / liveStreams;
}

const Quirks &rowOf(Format upstream)
{
    for (const Quirks &row : allQuirks())
        if (row.chat == upstream)
            return row;
    Q_UNREACHABLE();
}

void measure(Format front, Format upstream)
{
    const QByteArray body = clientRequest(front, Feature::Text, true);
    Translation translation(front);
    if (!translation.read(body, "m", true))
        return;
    const Pair pair{front, upstream, translation, rowOf(upstream)};
    const Pieces pieces = piecesOf(upstream);
    const double translated = costOf(*pair.stream(), pieces);
    ReplyWatch same(front);
    const double own = costOf(same, ownPieces(pair, pieces));
    std::printf("%-20s %-18s %8.0f %8.0f %7.1f %10.1f\n", formatName(front).data(),
                formatName(upstream).data(), translated, own, translated / own,
                bytesOf(pair, pieces) / 1024);
}

} // namespace

int main()
{
    std::printf("%-20s %-18s %8s %8s %7s %10s\n", "client", "upstream", "ns", "same ns", "times",
                "KiB/stream");
    for (const Format front : fronts)
        for (const Format upstream : upstreams)
            if (front != upstream)
                measure(front, upstream);
    return 0;
}
