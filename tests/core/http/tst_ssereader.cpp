// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/ssereader.h"
#include "core/http/ssewriter.h"
#include "tests/support/messageruns.h"

#include <QtTest/QtTest>

using namespace Gatehouse::Http;
using namespace Qt::StringLiterals;

namespace {

//! Writes down events as "name|id|data" and blocks as they come.
class RecordingSseSink final : public SseSink, public SseBlockSink
{
public:
    bool onEvent(const SseEvent &event) override
    {
        events.append(event.name + "|"_ba + event.id.toByteArray() + "|"_ba
                      + event.data.toByteArray());
        return !stops;
    }
    bool onBlock(QByteArrayView raw) override
    {
        blocks.append(raw.toByteArray());
        places.append(raw.data());
        return !stops;
    }

    QByteArrayList events;
    QByteArrayList blocks;
    QList<const char *> places;
    bool stops = false;
};

QByteArrayList eventsOf(QByteArrayView stream, const QList<qsizetype> &cuts = {})
{
    SseReader reader;
    RecordingSseSink sink;
    feedInPieces(stream, cuts,
                 [&](QByteArrayView piece) { return reader.feed(piece, sink) == piece.size(); });
    reader.finish(sink);
    return sink.events;
}

QByteArrayList blocksOf(QByteArrayView stream, const QList<qsizetype> &cuts = {})
{
    SseScanner scanner;
    RecordingSseSink sink;
    feedInPieces(stream, cuts,
                 [&](QByteArrayView piece) { return scanner.feed(piece, sink) == piece.size(); });
    scanner.finish(sink);
    sink.blocks.append(scanner.tail().toByteArray());
    return sink.blocks;
}

} // namespace

class TestSseReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEvents_data();
    void readsEvents();
    void cutsBlocks_data();
    void cutsBlocks();
    void givesAnEventAsSoonAsItIsComplete_data();
    void givesAnEventAsSoonAsItIsComplete();
    void doesNotCopyWholeBlocks();
    void keepsOnlyTheTail();
    void refusesEndlessEvent_data();
    void refusesEndlessEvent();
    void takesAnEventOfTheLimit();
    void stopsWhereTheSinkStops();
    void mayBeDestroyedInsideACall();
    void startsAnewAfterReset();
    void writesEvents_data();
    void writesEvents();
    void writesComments();
};

void TestSseReader::readsEvents_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("events");
    const auto row = [](const char *name, const QByteArray &stream, const QByteArrayList &events) {
        QTest::newRow(name) << stream << events;
    };
    row("LF", "data: a\n\ndata: b\n\n"_ba, {"||a"_ba, "||b"_ba});
    row("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n"_ba, {"||a"_ba, "||b"_ba});
    row("CR", "data: a\r\rdata: b\r\r"_ba, {"||a"_ba, "||b"_ba});
    row("mixed ends", "data: a\r\n\ndata: b\n\r\ndata: c\n\rdata: d\r\r\ndata: e\r\n\r\n"_ba,
        {"||a"_ba, "||b"_ba, "||c"_ba, "||d"_ba, "||e"_ba});
    row("byte order mark",
        "\xEF\xBB\xBF"
        "data: a\n\n"_ba,
        {"||a"_ba});
    row("byte order mark twice",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "data: a\n\ndata: b\n\n"_ba,
        {"||b"_ba});
    row("byte order mark later",
        "data: a\n\n\xEF\xBB\xBF"
        "data: b\n\n"_ba,
        {"||a"_ba});
    row("no space", "data:a\n\n"_ba, {"||a"_ba});
    row("two spaces", "data:  a \n\n"_ba, {"|| a "_ba});
    row("colons in data", "data: a: b\n\n"_ba, {"||a: b"_ba});
    row("several data lines", "data: a\ndata\ndata:b\n\n"_ba, {"||a\n\nb"_ba});
    row("first data line empty", "data:\ndata: b\n\n"_ba, {"||\nb"_ba});
    row("both data lines empty", "data\ndata\n\n"_ba, {"||\n"_ba});
    row("empty data", "data:\n\n"_ba, {"||"_ba});
    row("name and id", "event: ping\nid: 7\ndata: a\n\ndata: b\n\n"_ba, {"ping|7|a"_ba, "||b"_ba});
    row("last name counts", "event: a\nevent: b\ndata: c\n\n"_ba, {"b||c"_ba});
    row("name without data", "event: ping\n\ndata: b\n\n"_ba, {"||b"_ba});
    row("id with NUL", "id: a\0b\ndata: c\n\n"_ba, {"||c"_ba});
    row("comments", ": hello\n\n:\ndata: a\n: x\n\n"_ba, {"||a"_ba});
    row("unknown fields", "retry: 5\nfoo: bar\nDATA: x\n data: y\ndatax: z\nwords\ndata: a\n\n"_ba,
        {"||a"_ba});
    row("empty lines", "\n\n\r\n\r\rdata: a\n\n\n\n"_ba, {"||a"_ba});
    row("characters of several bytes", "data: \xC3\xA4\xF0\x9F\x98\x80\n\n"_ba,
        {"||\xC3\xA4\xF0\x9F\x98\x80"_ba});
    row("unterminated", "data: a\n\ndata: b\n"_ba, {"||a"_ba});
    row("unterminated [DONE]", "data: a\n\ndata: [DONE]"_ba, {"||a"_ba, "||[DONE]"_ba});
    row("unterminated [DONE] line", "data: [DONE]\r\n"_ba, {"||[DONE]"_ba});
    row("cut [DONE]", "data: [DON"_ba, {});
    row("last CR in doubt", "data: a\r\n\r"_ba, {"||a"_ba});
    row("nothing", {}, {});
}

void TestSseReader::readsEvents()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, events);
    QCOMPARE(eventsOf(stream), events);
    for (qsizetype at = 0; at <= stream.size(); ++at)
        QCOMPARE(eventsOf(stream, {at}), events);
    QCOMPARE(eventsOf(stream, everyByte(stream.size())), events);
}

void TestSseReader::cutsBlocks_data()
{
    QTest::addColumn<QByteArrayList>("blocks"); // the last one is the tail
    const auto row = [](const char *name, const QByteArrayList &blocks) {
        QTest::newRow(name) << blocks;
    };
    row("LF", {"data: a\n\n"_ba, ": x\n\n"_ba, "event: b\ndata: c\n\n"_ba, {}});
    row("CRLF", {"data: a\r\n\r\n"_ba, "data: b\r\n\r\n"_ba, "data"_ba});
    row("CR", {"data: a\r\r"_ba, "data: b\r\r"_ba, {}});
    row("LF, then CRLF", {"data: a\n\r\n"_ba, "data: b\r\n\n"_ba, {}});
    row("CR, then CRLF", {"data: a\r\r"_ba, "\ndata: b\n\n"_ba, {}});
    row("empty", {"\n"_ba, "\r\n"_ba, {}});
}

void TestSseReader::cutsBlocks()
{
    QFETCH(QByteArrayList, blocks);
    const QByteArray stream = blocks.join();
    QCOMPARE(blocksOf(stream), blocks);
    for (qsizetype at = 0; at <= stream.size(); ++at)
        QCOMPARE(blocksOf(stream, {at}), blocks);
    QCOMPARE(blocksOf(stream, everyByte(stream.size())), blocks);
}

void TestSseReader::givesAnEventAsSoonAsItIsComplete_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("LF") << "data: a\n\n"_ba;
    QTest::newRow("CRLF") << "data: a\r\n\r\n"_ba;
    QTest::newRow("CR") << "data: a\r\r"_ba;
}

void TestSseReader::givesAnEventAsSoonAsItIsComplete()
{
    QFETCH(QByteArray, event);
    SseReader reader;
    RecordingSseSink sink;
    reader.feed(event.chopped(1), sink);
    QCOMPARE(sink.events.size(), 0);
    reader.feed(event.right(1), sink);
    QCOMPARE(sink.events, QByteArrayList{"||a"_ba});
}

void TestSseReader::doesNotCopyWholeBlocks()
{
    const QByteArray stream = "a\n\ndata: b\n\ndata: c\n\nda"_ba;
    SseScanner scanner;
    RecordingSseSink sink;
    scanner.feed("dat", sink);
    scanner.feed(stream, sink);
    QCOMPARE(sink.blocks.first(), "data\n\n"_ba);
    QCOMPARE(sink.places.value(1), stream.constData() + 3);
    QCOMPARE(sink.places.value(2), stream.constData() + 12);
}

void TestSseReader::keepsOnlyTheTail()
{
    SseScanner scanner;
    RecordingSseSink sink;
    for (int i = 0; i < 1000; ++i)
        scanner.feed("data: 0123456789\n\ndata", sink);
    QCOMPARE(scanner.tail(), "data");
    QVERIFY(!scanner.failed());
}

void TestSseReader::refusesEndlessEvent_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("one line") << QByteArray(1 << 16, 'x');
    QTest::newRow("many lines") << QByteArray("data: 0123456789\n").repeated(4000);
    QTest::newRow("comments") << QByteArray(": \r\n").repeated(16'000);
}

void TestSseReader::refusesEndlessEvent()
{
    QFETCH(QByteArray, piece);
    SseReader reader;
    RecordingSseSink sink;
    qsizetype fed = 0;
    while (!reader.failed() && fed < 2 * sseEventLimit)
        fed += reader.feed(piece, sink);
    QVERIFY(reader.failed());
    QVERIFY(fed <= sseEventLimit);
    QVERIFY(sink.events.isEmpty());
    QCOMPARE(reader.feed("data: a\n\n", sink), 0);
}

void TestSseReader::takesAnEventOfTheLimit()
{
    const QByteArray event = "data: 0123\n\n"_ba;
    for (const qsizetype limit : {event.size(), event.size() - 1}) {
        SseReader whole(limit);
        SseReader cut(limit);
        RecordingSseSink sink;
        whole.feed(event, sink);
        cut.feed(event.first(5), sink);
        cut.feed(event.sliced(5), sink);
        QCOMPARE(sink.events.size(), limit == event.size() ? 2 : 0);
        QCOMPARE(whole.failed(), limit != event.size());
        QCOMPARE(cut.failed(), limit != event.size());
    }
}

void TestSseReader::stopsWhereTheSinkStops()
{
    const QByteArray stream = "data: a\n\ndata: b\n\n"_ba;
    SseReader reader;
    RecordingSseSink sink;
    sink.stops = true;
    const qsizetype consumed = reader.feed(stream, sink);
    QCOMPARE(consumed, 9);
    QCOMPARE(sink.events.size(), 1);
    sink.stops = false;
    reader.feed(stream.sliced(consumed), sink);
    QCOMPARE(sink.events, (QByteArrayList{"||a"_ba, "||b"_ba}));
}

void TestSseReader::mayBeDestroyedInsideACall()
{
    class EndingSink final : public SseSink
    {
    public:
        bool onEvent(const SseEvent &) override
        {
            reader.reset();
            return false;
        }
        std::unique_ptr<SseReader> reader = std::make_unique<SseReader>();
    } sink;
    SseReader &reader = *sink.reader;
    reader.feed("data: ", sink);
    QCOMPARE(reader.feed("a\n\ndata: b\n\n", sink), 3);
    QVERIFY(!sink.reader);
}

void TestSseReader::startsAnewAfterReset()
{
    SseReader reader;
    RecordingSseSink sink;
    reader.feed("data: a\r", sink);
    reader.reset();
    reader.feed("\xEF\xBB\xBF"
                "data: b\n\n",
                sink);
    QCOMPARE(sink.events, QByteArrayList{"||b"_ba});
}

void TestSseReader::writesEvents_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("data") << QByteArray() << "{}"_ba
                          << "data: {}\n\n"_ba;
    QTest::newRow("name") << "ping"_ba
                          << "{}"_ba
                          << "event: ping\ndata: {}\n\n"_ba;
    QTest::newRow("lines") << QByteArray() << "a\nb\r\nc\rd"_ba
                           << "data: a\ndata: b\ndata: c\ndata: d\n\n"_ba;
    QTest::newRow("ends with a line end") << QByteArray() << "a\n"_ba
                                          << "data: a\ndata: \n\n"_ba;
    QTest::newRow("empty") << QByteArray() << QByteArray() << "data: \n\n"_ba;
}

void TestSseReader::writesEvents()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, written);
    QByteArray out;
    appendSseEvent(out, name, data);
    QCOMPARE(out, written);
    QByteArray expected = data;
    expected.replace("\r\n", "\n").replace('\r', '\n');
    QCOMPARE(eventsOf(out), QByteArrayList{name + "||"_ba + expected});
}

void TestSseReader::writesComments()
{
    QByteArray out;
    appendSseComment(out, {});
    appendSseComment(out, "a\nb");
    QCOMPARE(out, ":\n\n: a\n: b\n\n"_ba);
    QVERIFY(eventsOf(out).isEmpty());
}

QTEST_GUILESS_MAIN(TestSseReader)
#include "tst_ssereader.moc"
