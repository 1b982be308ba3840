// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/eventcutter.h"
#include "core/dialects/textrepeat.h"
#include "core/dialects/translatedstream.h"
#include "core/dialects/translation.h"
#include "tests/core/dialects/matrix/upstreamanswers.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

class TestTextRepeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheText_data();
    void findsTheText();
    void learnsNothingDoubtful_data();
    void learnsNothingDoubtful();
    void writesWhatItSaw();
    void restsAfterMisses();
    void changesNoStream();
};

namespace {

using namespace Gatehouse::Dialects::Matrix;

//! A streamed answer with more pieces of text, among them some that need escapes.
QByteArray longAnswer(Format upstream)
{
    const QByteArray bytes = upstreamAnswer(upstream, Outcome::Text, true);
    const QByteArray gap = upstream == Format::OllamaChat ? "\n"
        : upstream == Format::GeminiGenerate              ? "\r\n\r\n"
                                                          : "\n\n";
    const qsizetype text = bytes.indexOf("It is ");
    const qsizetype before = bytes.lastIndexOf(gap, text);
    const qsizetype begin = before < 0 ? 0 : before + gap.size();
    const qsizetype end = bytes.indexOf(gap, text) + gap.size();
    QByteArray all = bytes.first(end);
    int number = 0;
    for (const char *word :
         {"a", "b\\n", "\xc3\xa9", "assistant", "c", "d", "", "\\u00e9", "e", "f"}) {
        QByteArray one = bytes.mid(begin, end - begin).replace("It is ", word);
        if (const qsizetype at = one.indexOf("TokenCount\":"); at >= 0)
            one[at + 12] = char('1' + number++ % 9);
        all += one;
    }
    return all + bytes.mid(end);
}

//! What reader and writer make of it, message by message.
QByteArray plainly(Format upstream, Format front, const Quirks &quirks, const ReplyContext &context,
                   const QByteArray &bytes)
{
    const auto reader = chatCodec(upstream).streamReader(quirks);
    const auto writer = chatCodec(front).streamWriter(context);
    std::vector<Chunk> chunks;
    const auto take = [&](QByteArrayView, const StreamEvent &event, bool) {
        if (!event.data.isEmpty())
            reader->read(event.name, event.data, chunks);
    };
    EventCutter cutter(chatCodec(upstream).framing, 1'000'000);
    cutter.feed(bytes, take);
    cutter.finish(take);
    reader->finish(chunks);
    QByteArray out;
    for (const Chunk &chunk : chunks)
        writer->write(chunk, out);
    return out;
}

} // namespace

void TestTextRepeat::findsTheText_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<QByteArray>("text"); //!< empty: must be read
    QTest::addColumn<QByteArray>("usage");
    const auto add = [](const char *name, const char *first, const char *next, const char *text,
                        const char *usage = "") {
        QTest::newRow(name) << QByteArray(first) << QByteArray(next) << QByteArray(text)
                            << QByteArray(usage);
    };
    const char *plain = R"({"d":{"text":"one"},"i":0})";
    add("another text", plain, R"({"d":{"text":"two words"},"i":0})", "two words");
    add("umlauts", plain, "{\"d\":{\"text\":\"\xc3\xa9\"},\"i\":0}", "\xc3\xa9");
    add("no text", plain, R"({"d":{"text":""},"i":0})", "");
    add("an escape", plain, R"({"d":{"text":"a\nb"},"i":0})", "");
    add("a control character", plain, "{\"d\":{\"text\":\"a\nb\"},\"i\":0}", "");
    add("broken UTF-8", plain, "{\"d\":{\"text\":\"\xc3\"},\"i\":0}", "");
    add("another number", plain, R"({"d":{"text":"two"},"i":1})", "");
    add("more behind", plain, R"({"d":{"text":"two"},"i":0} )", "");
    add("more inside", plain, R"({"d":{"text":"two","x":1},"i":0})", "");
    add("cut", plain, R"({"d":{"text":"tw)", "");
    const char *padded = R"({"text":"one","p":"abc"})";
    add("padding behind", padded, R"({"text":"two","p":"abcdefgh"})", "two");
    add("padding with an escape", padded, R"({"text":"two","p":"a\"bc"})", "");
    const char *timed = R"({"created_at":"10:00","text":"one"})";
    add("a time before", timed, R"({"created_at":"10:01","text":"two"})", "two");
    const char *counted = R"({"text":"one","usageMetadata":{"a":1,"b":[{"c":2}]},"m":"x"})";
    add("counts", counted, R"({"text":"two","usageMetadata":{"a":12},"m":"x"})", "two",
        R"({"a":12})");
    add("counts that are none", counted, R"({"text":"two","usageMetadata":{"a":},"m":"x"})", "");
    add("counts and more", counted, R"({"text":"two","usageMetadata":{"a":1},"z":{},"m":"x"})", "");
}

void TestTextRepeat::findsTheText()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, next);
    TextRepeat repeat;
    repeat.learn("delta", first, "one");
    QVERIFY(repeat.match("delta", first));
    const auto found = repeat.match("delta", next);
    QTEST(found ? found->text.toByteArray() : QByteArray(), "text");
    QTEST(found ? found->usage.toByteArray() : QByteArray(), "usage");
    QVERIFY(!repeat.match("stop", first));
    repeat.forget();
    QVERIFY(!repeat.match("delta", first));
}

void TestTextRepeat::learnsNothingDoubtful_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("twice") << R"({"role":"one","text":"one"})"_ba
                           << "one"_ba;
    QTest::newRow("escaped") << R"({"role":"one","text":"\u006fne"})"_ba
                             << "one"_ba;
    QTest::newRow("not there") << R"({"text":"two"})"_ba
                               << "one"_ba;
    QTest::newRow("empty") << R"({"text":""})"_ba
                           << ""_ba;
    QTest::newRow("counts before") << R"({"usageMetadata":{"a":1},"text":"one"})"_ba
                                   << "one"_ba;
}

void TestTextRepeat::learnsNothingDoubtful()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, text);
    TextRepeat repeat;
    repeat.learn({}, message, text);
    QVERIFY(!repeat.match({}, message));
}

void TestTextRepeat::writesWhatItSaw()
{
    TextRepeat repeat;
    repeat.learn({}, R"({"t":"one"})", "one");
    QVERIFY(!repeat.canWrite());
    repeat.learnWritten(R"(data: {"a":"one","b":"one"})", "one");
    QVERIFY(!repeat.canWrite());
    repeat.learnWritten(R"(data: {"role":"x","b":"one"})", "one");
    QVERIFY(repeat.canWrite());
    QByteArray out("before ");
    repeat.write("two", out);
    QCOMPARE(out, R"(before data: {"role":"x","b":"two"})"_ba);
    repeat.learn({}, R"({"t":"one"})", "one");
    QVERIFY(!repeat.canWrite());
}

void TestTextRepeat::restsAfterMisses()
{
    TextRepeat repeat;
    int known = 0;
    for (int i = 0; i < 100; ++i) {
        const QByteArray message = "{\"n\":" + QByteArray::number(i) + ",\"t\":\"one\"}";
        repeat.learn({}, message, "one");
        known += repeat.match("another", message) ? 1 : 0;
        QVERIFY(!repeat.match({}, "{}"));
    }
    QCOMPARE(known, 0);
    const QByteArray message = R"({"t":"one"})";
    int tries = 0;
    for (; !repeat.match({}, message); ++tries)
        repeat.learn({}, message, "one");
    QVERIFY(tries > 1 && tries < 70);
}

void TestTextRepeat::changesNoStream()
{
    int pairs = 0;
    for (const Quirks &quirks : allQuirks()) {
        if (!quirks.chat || quirks.chat == Format::BedrockConverse)
            continue;
        const Format upstream = *quirks.chat;
        const QByteArray bytes = longAnswer(upstream);
        for (const Format front : fronts) {
            Translation translation(front);
            if (!translation.read(clientRequest(front, Feature::Text, true), "m", true))
                continue;
            Request request;
            request.stream = true;
            const ReplyContext context{
                .requestId = "req_1", .created = 1, .model = "m", .request = &request};
            TranslatedStream watch(upstream, front, quirks, context);
            QByteArray out;
            watch.feed(bytes, out);
            watch.finish(out);
            const QByteArray wanted = plainly(upstream, front, quirks, context, bytes);
            const auto [at, other] = std::ranges::mismatch(out, wanted);
            const QByteArray where = formatName(upstream).toByteArray() + " to " + formatName(front)
                + ": " + out.mid(at - out.begin() - 80, 200) + " | "
                + wanted.mid(other - wanted.begin() - 80, 200);
            QVERIFY2(out == wanted, where.constData());
            ++pairs;
        }
    }
    QVERIFY(pairs > 50);
}

QTEST_GUILESS_MAIN(TestTextRepeat)
#include "tst_textrepeat.moc"
