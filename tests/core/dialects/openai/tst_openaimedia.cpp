// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/media.h"
#include "core/dialects/replywatch.h"
#include "core/dialects/wholereply.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

//! A form of "name=value" parts; "name@" is a file.
QByteArray formOf(const QByteArrayList &parts)
{
    QByteArray body;
    for (const QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        QByteArray name = part.left(equals);
        const bool isFile = name.endsWith('@');
        if (isFile)
            name.chop(1);
        body += "--x\r\nContent-Disposition: form-data; name=\"" + name + '"'
            + (isFile ? "; filename=\"f.bin\"" : "") + "\r\n\r\n" + part.mid(equals + 1) + "\r\n";
    }
    return body + "--x--\r\n";
}

Result<RequestScan> scanned(Format front, const QByteArray &body)
{
    const Result<MultipartForm> form = readMultipart(body, "x");
    return form ? scanForm(front, *form, body) : form.error();
}

} // namespace

class TestOpenAiMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scansForms();
    void namesWhatAFormLacks_data();
    void namesWhatAFormLacks();
    void countsUnits_data();
    void countsUnits();
    void readsTokensOfPictures();
    void watchesStreams_data();
    void watchesStreams();
};

void TestOpenAiMedia::scansForms()
{
    const auto edit =
        scanned(Format::OpenAiImageEdits,
                formOf({"model=gpt-image", "image[]@=a", "image[]@=b", "prompt=12345678", "n=3"}));
    QVERIFY(edit);
    QCOMPARE(edit->model, "gpt-image"_ba);
    QCOMPARE(edit->count, 3);
    QCOMPARE(edit->promptTokens, 2);
    QVERIFY(!edit->stream);
    const auto sound = scanned(Format::OpenAiTranscriptions,
                               formOf({"file@=abc", "model=whisper", "stream=true"}));
    QVERIFY(sound && sound->stream && sound->model == "whisper");
}

void TestOpenAiMedia::namesWhatAFormLacks_data()
{
    QTest::addColumn<int>("front");
    QTest::addColumn<QByteArrayList>("parts");
    QTest::addColumn<QString>("path");
    const auto add = [](const char *name, Format front, const QByteArrayList &parts,
                        const QString &path) {
        QTest::newRow(name) << int(front) << parts << path;
    };
    add("no model", Format::OpenAiTranscriptions, {"file@=a"}, u"model"_s);
    add("no file", Format::OpenAiTranscriptions, {"model=m"}, u"file"_s);
    add("a file that is text", Format::OpenAiTranslations, {"model=m", "file=a"}, u"file"_s);
    add("no picture", Format::OpenAiImageEdits, {"model=m", "prompt=a"}, u"image"_s);
    add("no prompt", Format::OpenAiImageEdits, {"model=m", "image@=a"}, u"prompt"_s);
    add("a stream of yes", Format::OpenAiTranscriptions, {"model=m", "file@=a", "stream=yes"},
        u"stream"_s);
}

void TestOpenAiMedia::namesWhatAFormLacks()
{
    QFETCH(int, front);
    QFETCH(QByteArrayList, parts);
    const auto scan = scanned(Format(front), formOf(parts));
    QVERIFY(!scan);
    QTEST(scan.error().path, "path");
}

void TestOpenAiMedia::countsUnits_data()
{
    QTest::addColumn<int>("front");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<qint64>("images");
    QTest::addColumn<qint64>("audioMs");
    QTest::addColumn<qint64>("characters");
    QTest::addColumn<qint64>("queries");
    const auto add = [](const char *name, Format front, const char *answer, qint64 images,
                        qint64 ms, qint64 characters, qint64 queries) {
        QTest::newRow(name) << int(front) << QByteArray(answer) << images << ms << characters
                            << queries;
    };
    add("pictures", Format::OpenAiImages, R"({"data":[{},{}]})", 2, 0, 0, 0);
    add("pictures nobody counted", Format::OpenAiImages, "", 4, 0, 0, 0);
    add("seconds", Format::OpenAiTranscriptions,
        R"({"text":"","usage":{"type":"duration","seconds":2.5}})", 0, 2500, 0, 0);
    add("a length", Format::OpenAiTranslations, R"({"text":"","duration":1.25})", 0, 1250, 0, 0);
    add("a length below nothing", Format::OpenAiTranslations, R"({"text":"","duration":-3})", 0, 0,
        0, 0);
    add("speech", Format::OpenAiSpeech, "", 0, 0, 12, 0);
    add("searches", Format::Rerank, R"({"results":[],"meta":{"billed_units":{"search_units":3}}})",
        0, 0, 0, 3);
    add("chat", Format::OpenAiChat, R"({"data":[{}]})", 0, 0, 0, 0);
}

void TestOpenAiMedia::countsUnits()
{
    QFETCH(int, front);
    QFETCH(QByteArray, answer);
    RequestScan scan;
    scan.count = 4;
    scan.characters = 12;
    Usage usage;
    addUnits(Format(front), scan, answer, usage);
    QTEST(usage.images, "images");
    QTEST(usage.audioMs, "audioMs");
    QTEST(usage.characters, "characters");
    QTEST(usage.queries, "queries");
    QCOMPARE(usage.known, usage.hasUnits());
}

void TestOpenAiMedia::readsTokensOfPictures()
{
    const WholeReply reply =
        scanReply(Format::OpenAiImages,
                  R"({"created":1,"data":[{"b64_json":"AA"}],"usage":{"input_tokens":50,
        "output_tokens":100,"total_tokens":150,"input_tokens_details":{"image_tokens":40,"text_tokens":10}}})");
    QVERIFY(reply.usage.known && !reply.hasFailed);
    QCOMPARE(reply.usage.promptTokens, 50);
    QCOMPARE(reply.usage.imageInTokens, 40);
    QCOMPARE(reply.usage.completionTokens, 100);
}

void TestOpenAiMedia::watchesStreams_data()
{
    QTest::addColumn<int>("front");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<bool>("failed");
    const auto add = [](const char *name, Format front, const char *stream, bool complete,
                        bool failed) {
        QTest::newRow(name) << int(front) << QByteArray(stream) << complete << failed;
    };
    add("a picture", Format::OpenAiImages,
        "event: image_generation.completed\ndata: "
        "{\"type\":\"image_generation.completed\",\"b64_json\":\"AA\"}\n\n",
        true, false);
    add("a part of one", Format::OpenAiImages,
        "data: {\"type\":\"image_generation.partial_image\",\"b64_json\":\"AA\"}\n\n", false,
        false);
    add("a transcript", Format::OpenAiTranscriptions,
        "data: {\"type\":\"transcript.text.delta\",\"delta\":\"a\"}\n\ndata: "
        "{\"type\":\"transcript.text.done\",\"text\":\"a\"}\n\n",
        true, false);
    add("an error", Format::OpenAiSpeech,
        "data: {\"type\":\"error\",\"error\":{\"message\":\"busy\"}}\n\n", false, true);
}

void TestOpenAiMedia::watchesStreams()
{
    QFETCH(int, front);
    QFETCH(QByteArray, stream);
    for (const bool inBytes : {false, true}) {
        ReplyWatch watch(Format(front), false);
        QByteArray out;
        for (qsizetype at = 0; inBytes && at < stream.size(); ++at)
            watch.feed(QByteArrayView(stream).sliced(at, 1), out);
        if (!inBytes)
            watch.feed(stream, out);
        watch.finish(out);
        QTEST(watch.isComplete(), "complete");
        QTEST(watch.hasFailed(), "failed");
    }
}

QTEST_GUILESS_MAIN(TestOpenAiMedia)
#include "tst_openaimedia.moc"
