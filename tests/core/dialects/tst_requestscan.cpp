// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/requestscan.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

Result<RequestScan> scanned(Format front, QByteArray body)
{
    RequestScanner scanner;
    return scanner.scan(front, body);
}

RequestScan good(Format front, const QByteArray &body)
{
    const auto result = scanned(front, body);
    if (!result)
        qWarning("%s", qPrintable(result.error().detail));
    return result ? *result : RequestScan();
}

QByteArray at(const QByteArray &body, Span span)
{
    return body.mid(span.begin, span.end - span.begin);
}

QByteArray nested(int depth)
{
    return R"({"model":"m","messages":[],"x":)" + QByteArray(depth, '[') + QByteArray(depth, ']')
        + '}';
}

} // namespace

class RequestScanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsModelAndStream();
    void unescapesModel();
    void findsStreamOptions();
    void countsConversation();
    void tellsImagesFromText();
    void readsToolsAndFormat_data();
    void readsToolsAndFormat();
    void readsLimits_data();
    void readsLimits();
    void knowsConversationsByTheirBeginning();
    void readsOtherFronts();
    void readsOllamasWords();
    void acceptsStoredInput();
    void refusesBrokenDocuments_data();
    void refusesBrokenDocuments();
    void namesThePosition();
    void namesTheParameter_data();
    void namesTheParameter();
    void refusesEveryTruncation();
    void boundsDepth();
    void leavesBytesAlone();
    void usesSpareCapacity();
    void ignoresSteeringNamesInTools();
    void costsLittle();
};

void RequestScanTest::findsModelAndStream()
{
    const QByteArray body =
        "{ \"stream\" : true , \"model\" : \"gpt-4o-mini\" , \"messages\":[{\"role\":\"user\","
        "\"content\":\"hi\"}] }\n";
    const RequestScan scan = good(Format::OpenAiChat, body);
    QCOMPARE(scan.model, "gpt-4o-mini"_ba);
    QCOMPARE(at(body, scan.modelValue), "\"gpt-4o-mini\""_ba);
    QVERIFY(scan.stream);
    QCOMPARE(at(body, scan.streamValue), "true"_ba);
    QCOMPARE(scan.bodyOpen, 1);
    QCOMPARE(scan.messages, 1);
    QVERIFY(!scan.streamOptions.isValid());
    QVERIFY(!scan.maxTokens);
}

void RequestScanTest::unescapesModel()
{
    const QByteArray body = R"({"m\u006fdel":"a\/b\u00e9","messages":[]})";
    const RequestScan scan = good(Format::OpenAiChat, body);
    QCOMPARE(scan.model, "a/bé"_ba);
    QCOMPARE(at(body, scan.modelValue), R"("a\/b\u00e9")"_ba);
}

void RequestScanTest::findsStreamOptions()
{
    const QByteArray asked =
        R"({"model":"m","stream":true,"messages":[],"stream_options":{"include_usage": true } })";
    RequestScan scan = good(Format::OpenAiChat, asked);
    QVERIFY(scan.includeUsage);
    QVERIFY(scan.streamOptionsObject);
    QVERIFY(!scan.streamOptionsEmpty);
    QCOMPARE(at(asked, scan.includeUsageValue), "true"_ba);
    QCOMPARE(at(asked, scan.streamOptions), R"({"include_usage": true })"_ba);

    const QByteArray empty = R"({"stream_options":{ },"model":"m","messages":[]})";
    scan = good(Format::OpenAiChat, empty);
    QVERIFY(scan.streamOptionsEmpty);
    QVERIFY(!scan.includeUsage);
    QCOMPARE(at(empty, scan.streamOptions), "{ }"_ba);

    const QByteArray none = R"({"stream_options":null,"model":"m","messages":[]})";
    scan = good(Format::OpenAiChat, none);
    QVERIFY(!scan.streamOptionsObject);
    QCOMPARE(at(none, scan.streamOptions), "null"_ba);
}

void RequestScanTest::countsConversation()
{
    const QByteArray text(4000, 'x');
    const RequestScan scan =
        good(Format::OpenAiChat,
             R"({"model":"m","messages":[{"role":"system","content":")" + text
                 + R"("},{"role":"user","content":[{"type":"text","text":")" + text + R"("}]}]})");
    QCOMPARE(scan.messages, 2);
    QCOMPARE(scan.textBytes, 8000 + 6 + 4); // the roles count too
    QCOMPARE(scan.promptTokens, 8010 / 4 + 8);
    QCOMPARE(scan.images, 0);
}

void RequestScanTest::tellsImagesFromText()
{
    const QByteArray image(100'000, 'A');
    RequestScan scan =
        good(Format::OpenAiChat,
             R"({"model":"m","messages":[{"role":"user","content":[{"type":"image_url",)"
             R"("image_url":{"url":"data:image/png;base64,)"
                 + image + R"("}},{"type":"input_audio","input_audio":{"data":")" + image
                 + R"("}},{"type":"file","file":{"file_data":")" + image + R"("}}]}]})");
    QCOMPARE(scan.images, 1);
    QVERIFY(scan.hasAudio);
    QVERIFY(scan.hasFiles);
    QVERIFY(scan.textBytes < 20);
    QVERIFY(scan.promptTokens >= 800);

    scan = good(Format::AnthropicMessages,
                R"({"model":"m","messages":[{"role":"user","content":[{"type":"image","source":)"
                R"({"type":"base64","media_type":"image/png","data":"AAAA"}}]}]})");
    QCOMPARE(scan.images, 1);
    // Words about images are no images.
    scan = good(Format::OpenAiChat,
                R"({"model":"m","messages":[{"role":"user","content":"\"image_url\" image"}]})");
    QCOMPARE(scan.images, 0);
}

void RequestScanTest::readsToolsAndFormat_data()
{
    QTest::addColumn<int>("front");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<bool>("tools");
    QTest::addColumn<bool>("structured");
    const auto chat = int(Format::OpenAiChat);
    QTest::newRow("tools") << chat << R"("tools":[{"type":"function"}])"_ba << true << false;
    QTest::newRow("empty tools") << chat << R"("tools":[])"_ba << false << false;
    QTest::newRow("nested list in null tools") << chat << R"("tools":null)"_ba << false << false;
    QTest::newRow("functions") << chat << R"("functions":[{"parameters":{"enum":[]}}])"_ba << true
                               << false;
    QTest::newRow("schema") << chat << R"("response_format":{"type":"json_schema"})"_ba << false
                            << true;
    QTest::newRow("text") << chat << R"("response_format":{"type":"text"})"_ba << false << false;
    QTest::newRow("responses")
        << int(Format::OpenAiResponses)
        << R"("input":"a","text":{"format":{"type":"json_schema","schema":{}}})"_ba << false
        << true;
    QTest::newRow("anthropic") << int(Format::AnthropicMessages)
                               << R"("output_config":{"format":{"type":"json_schema"}})"_ba << false
                               << true;
}

void RequestScanTest::readsToolsAndFormat()
{
    QFETCH(int, front);
    QFETCH(QByteArray, members);
    const RequestScan scan = good(Format(front), R"({"model":"m","messages":[],)" + members + '}');
    QTEST(scan.hasTools, "tools");
    QTEST(scan.structured, "structured");
}

void RequestScanTest::readsLimits_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<qint64>("limit");
    QTest::newRow("old") << R"("max_tokens":17)"_ba << qint64(17);
    QTest::newRow("chat") << R"("max_completion_tokens":0)"_ba << qint64(0);
    QTest::newRow("responses") << R"("max_output_tokens": 32000 )"_ba << qint64(32000);
    QTest::newRow("null") << R"("max_tokens":null)"_ba << qint64(-1);
    QTest::newRow("negative") << R"("max_tokens":-5)"_ba << qint64(-1);
    QTest::newRow("fraction") << R"("max_tokens":1.5)"_ba << qint64(-1);
    QTest::newRow("too large") << R"("max_tokens":99999999999999999999)"_ba << qint64(-1);
}

void RequestScanTest::readsLimits()
{
    QFETCH(QByteArray, member);
    const RequestScan scan =
        good(Format::OpenAiChat, R"({"model":"m","messages":[],)" + member + '}');
    QCOMPARE(scan.model, "m"_ba);
    QTEST(scan.maxTokens.value_or(-1), "limit");
}

void RequestScanTest::readsOllamasWords()
{
    const RequestScan chat = good(Format::OllamaChat, R"({"model":"m","messages":[
        {"role":"user","content":"12345678","images":["AAAA","BBBB"]}],"format":{"type":"object"},
        "options":{"num_ctx":1,"num_predict":77,"stop":["a"]},"stream":null})"_ba);
    QVERIFY(chat.stream && chat.structured);
    QCOMPARE(chat.images, 2);
    QCOMPARE(chat.textBytes, 12);
    QCOMPARE(chat.maxTokens, 77);
    const RequestScan prompt = good(Format::OllamaGenerate,
                                    R"({"model":"m","prompt":"1234","images":["AAAA"],
                                    "stream":false,"format":"","options":{"num_predict":-1}})"_ba);
    QVERIFY(!prompt.stream && !prompt.structured && !prompt.maxTokens);
    QCOMPARE(prompt.images, 1);
    QCOMPARE(prompt.textBytes, 4);
    QVERIFY(!good(Format::OllamaEmbed, R"({"model":"m","input":"a"})"_ba).stream);
    QVERIFY(!chat.isLoad && !prompt.isLoad);
    for (const QByteArray &load : {R"({"model":"m"})"_ba, R"({"model":"m","keep_alive":0})"_ba,
                                   R"({"model":"m","messages":[]})"_ba})
        QVERIFY(good(Format::OllamaChat, load).isLoad);
    for (const QByteArray &load : {R"({"model":"m"})"_ba, R"({"model":"m","prompt":""})"_ba,
                                   R"({"model":"m","prompt":null})"_ba})
        QVERIFY(good(Format::OllamaGenerate, load).isLoad);
    QCOMPARE(good(Format::OllamaEmbeddings, R"({"model":"m","prompt":"1234"})"_ba).inputs, 1);
    const RequestScan other = good(Format::OpenAiChat, R"({"model":"m","messages":[],
        "options":{"num_predict":5},"format":"json","images":["A"]})"_ba);
    QVERIFY(!other.stream && !other.structured && !other.maxTokens && other.images == 0);
}

void RequestScanTest::knowsConversationsByTheirBeginning()
{
    const auto prefix = [](const QByteArray &system, const QByteArray &messages,
                           bool last = false) {
        const QByteArray turns = R"("messages":[)" + messages + ']';
        return good(Format::AnthropicMessages,
                    R"({"model":"m",)" + (last ? turns + system : system + turns) + '}')
            .prefix;
    };
    const auto user = [](const QByteArray &text) -> QByteArray {
        return R"({"role":"user","content":")" + text + R"("})";
    };
    const QByteArray before = R"("system":"Be brief.",)";
    const QByteArray behind = R"(,"system":"Be brief.")";
    const QByteArray more =
        user("Hello") + R"(,{"role":"assistant","content":"Hi"},)" + user("More");
    const quint64 first = prefix(before, user("Hello"));
    QVERIFY(first != 0);
    QCOMPARE(prefix(before, more), first);
    QCOMPARE(prefix(behind, more, true), first);
    QVERIFY(prefix({}, user("Hello")) != first);
    QVERIFY(prefix(before, user("Hallo")) != first);
    const QByteArray text(5000, 'x');
    QCOMPARE(prefix(before, user(text + 'a')), prefix(before, user(text + 'b')));
}

void RequestScanTest::readsOtherFronts()
{
    QCOMPARE(good(Format::OpenAiEmbeddings, R"({"model":"m","input":"one"})").inputs, 1);
    QCOMPARE(good(Format::OpenAiEmbeddings, R"({"model":"m","input":["a","b","c"]})").inputs, 3);
    QCOMPARE(good(Format::OpenAiEmbeddings, R"({"model":"m","input":[[1,2],[3]]})").inputs, 2);
    QCOMPARE(good(Format::OpenAiCompletions, R"({"model":"m","prompt":"one"})").inputs, 1);
    QCOMPARE(good(Format::OpenAiResponses, R"({"model":"m","input":"hi"})").messages, 1);
    const RequestScan count = good(Format::AnthropicCountTokens,
                                   R"({"model":"m","system":"abcd","messages":[{"content":""}]})");
    QCOMPARE(count.messages, 1);
    QCOMPARE(count.textBytes, 4);
}

void RequestScanTest::acceptsStoredInput()
{
    const RequestScan scan =
        good(Format::OpenAiResponses, R"({"model":"m","previous_response_id":"resp_1"})");
    QCOMPARE(scan.model, "m"_ba);
    QVERIFY(scan.stateful);
    QCOMPARE(good(Format::OpenAiResponses, R"({"model":"m","prompt":{"id":"p"}})").model, "m"_ba);
}

void RequestScanTest::refusesBrokenDocuments_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("empty", "");
    row("blank", " \r\n\t ");
    row("list", "[]");
    row("string", "\"model\"");
    row("number", "1");
    row("null", "null");
    row("byte order mark", "\xef\xbb\xbf{\"model\":\"m\",\"messages\":[]}");
    row("text behind", R"({"model":"m","messages":[]} x)");
    row("second object", R"({"model":"m","messages":[]}{})");
    row("closing twice", R"({"model":"m","messages":[]}})");
    row("trailing comma", R"({"model":"m","messages":[],})");
    row("comma in list", R"({"model":"m","messages":[1,]})");
    row("no comma", R"({"model":"m" "messages":[]})");
    row("no comma in list", R"({"model":"m","messages":[1 2]})");
    row("no colon", R"({"model" "m","messages":[]})");
    row("wrong bracket", R"({"model":"m","messages":[{]})");
    row("crossed brackets", R"({"model":"m","messages":[{"a":[}]]})");
    row("bare word", R"({"model":"m","messages":[],"x":yes})");
    row("long literal", R"({"model":"m","messages":[],"x":truely})");
    row("upper-case literal", R"({"model":"m","messages":[],"x":True})");
    row("NaN", R"({"model":"m","messages":[],"x":NaN})");
    row("leading zero", R"({"model":"m","messages":[],"x":01})");
    row("leading point", R"({"model":"m","messages":[],"x":.5})");
    row("trailing point", R"({"model":"m","messages":[],"x":5.})");
    row("plus", R"({"model":"m","messages":[],"x":+5})");
    row("empty exponent", R"({"model":"m","messages":[],"x":5e})");
    row("hexadecimal", R"({"model":"m","messages":[],"x":0x10})");
    row("number before string", R"({"model":"m","messages":[],"x":1"a"})");
    row("string before word", R"({"model":"m","messages":[],"x":"a"b})");
    row("bad escape", R"({"model":"m","messages":["\x"]})");
    row("bad unicode escape", R"({"model":"m","messages":["\u12g4"]})");
    row("bad escape in name", R"({"model":"m","messages":[],"\x":1})");
    row("single quotes", R"({'model':'m','messages':[]})");
    row("comment", R"({"model":"m",/* */"messages":[]})");
    row("line end in string", "{\"model\":\"m\",\"messages\":[\"a\nb\"]}");
    row("NUL in string", QByteArray("{\"model\":\"m\",\"messages\":[\"a\0b\"]}", 33));
    row("invalid UTF-8", "{\"model\":\"m\",\"messages\":[\"\xff\"]}");
    row("overlong UTF-8", "{\"model\":\"m\",\"messages\":[\"\xc0\xaf\"]}");
    row("surrogate in UTF-8", "{\"model\":\"m\",\"messages\":[\"\xed\xa0\x80\"]}");
    row("cut UTF-8", "{\"model\":\"m\",\"messages\":[\"\xe2\x82\"]}");
}

void RequestScanTest::refusesBrokenDocuments()
{
    QFETCH(QByteArray, body);
    const auto result = scanned(Format::OpenAiChat, body);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!result.error().detail.isEmpty());
    QCOMPARE(result.error().path, QString());
}

void RequestScanTest::namesThePosition()
{
    const auto detail = [](const QByteArray &body) {
        return scanned(Format::OpenAiChat, body).error().detail;
    };
    QVERIFY(detail("{\"model\":\"m\",\"messages\":[\"ab\xff\"]}").contains(u"at byte 28"_s));
    QVERIFY(detail(R"({"model":"m","messages":[],"x":yes})").contains(u"at byte 31"_s));
    QVERIFY(detail(R"({"model":"m","messages":[]} x)").contains(u"closing brace"_s));
    QVERIFY(detail(R"({"model":"m","messages":[]}{})").contains(u"at byte 27"_s));
    QVERIFY(detail(R"({"model":"m","messages":["abc)").contains(u"at byte 29"_s));
}

void RequestScanTest::namesTheParameter_data()
{
    QTest::addColumn<int>("front");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("param");
    const auto row = [](const char *name, Format front, const QByteArray &body,
                        const QString &param) {
        QTest::newRow(name) << int(front) << body << param;
    };
    const auto chat = Format::OpenAiChat;
    row("no model", chat, R"({"messages":[]})", u"model"_s);
    row("null model", chat, R"({"model":null,"messages":[]})", u"model"_s);
    row("number as model", chat, R"({"model":1,"messages":[]})", u"model"_s);
    row("empty model", chat, R"({"model":"","messages":[]})", u"model"_s);
    row("long model", chat, R"({"model":")" + QByteArray(257, 'm') + R"(","messages":[]})",
        u"model"_s);
    row("control in model", chat, R"({"model":"a\nb","messages":[]})", u"model"_s);
    row("delete in model", chat, "{\"model\":\"a\x7f\",\"messages\":[]}", u"model"_s);
    row("lone surrogate in model", chat, R"({"model":"\ud800","messages":[]})", u"model"_s);
    row("two models", chat, R"({"model":"a","model":"a","messages":[]})", u"model"_s);
    row("hidden second model", chat, R"({"model":"a","messages":[],"mod\u0065l":"b"})", u"model"_s);
    row("two streams", chat, R"({"model":"a","stream":true,"messages":[],"stream":false})",
        u"stream"_s);
    row("stream as text", chat, R"({"model":"a","messages":[],"stream":"true"})", u"stream"_s);
    row("options as list", chat, R"({"model":"a","messages":[],"stream_options":[]})",
        u"stream_options"_s);
    row("two usages", chat,
        R"({"model":"a","messages":[],"stream_options":{"include_usage":true,"include_usage":false}})",
        u"stream_options"_s);
    row("no messages", chat, R"({"model":"a"})", u"messages"_s);
    row("null messages", chat, R"({"model":"a","messages":null})", u"messages"_s);
    row("messages as text", chat, R"({"model":"a","messages":"hi"})", u"messages"_s);
    row("messages as object", chat, R"({"model":"a","messages":{}})", u"messages"_s);
    row("two messages", chat, R"({"model":"a","messages":[],"messages":[]})", u"messages"_s);
    row("no input", Format::OpenAiEmbeddings, R"({"model":"a"})", u"input"_s);
    row("input as number", Format::OpenAiEmbeddings, R"({"model":"a","input":1})", u"input"_s);
    row("two inputs", Format::OpenAiResponses, R"({"model":"a","input":"x","input":"y"})",
        u"input"_s);
    row("no response input", Format::OpenAiResponses, R"({"model":"a"})", u"input"_s);
    row("no prompt", Format::OpenAiCompletions, R"({"model":"a"})", u"prompt"_s);
    row("prompt as object", Format::OpenAiCompletions, R"({"model":"a","prompt":{}})", u"prompt"_s);
    row("no Anthropic messages", Format::AnthropicMessages, R"({"model":"a"})", u"messages"_s);
    row("address", chat, R"({"model":"a","messages":[],"api_base":"http://x"})", u"api_base"_s);
    row("nested address", chat, R"({"model":"a","messages":[],"metadata":{"base_url":"http://x"}})",
        u"base_url"_s);
}

void RequestScanTest::namesTheParameter()
{
    QFETCH(int, front);
    QFETCH(QByteArray, body);
    const auto result = scanned(Format(front), body);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    QTEST(result.error().path, "param");
}

void RequestScanTest::refusesEveryTruncation()
{
    const QByteArray body =
        R"({"model":"m","stream":true,"stream_options":{"include_usage":false},)"
        R"("messages":[{"role":"user","content":"a\u00e9\n€"},{"n":[1,-0.5e3,null]}],"seed":12})";
    QVERIFY(scanned(Format::OpenAiChat, body));
    for (qsizetype length = 0; length < body.size(); ++length)
        QVERIFY2(!scanned(Format::OpenAiChat, body.first(length)),
                 qPrintable(QString::number(length)));
}

void RequestScanTest::boundsDepth()
{
    QVERIFY(scanned(Format::OpenAiChat, nested(RequestScanner::maxDepth - 1)));
    const auto deep = scanned(Format::OpenAiChat, nested(RequestScanner::maxDepth));
    QVERIFY(!deep);
    QVERIFY(deep.error().detail.contains(u"128"_s));
    QVERIFY(!scanned(Format::OpenAiChat, nested(100'000)));
}

void RequestScanTest::leavesBytesAlone()
{
    QByteArray body =
        R"({"model":"m\u0061","messages":[{"content":"\ud800 \u0000 12345678901234567890"}]})";
    const QByteArray before(body.constData(), body.size());
    RequestScanner scanner;
    QVERIFY(scanner.scan(Format::OpenAiChat, body));
    QCOMPARE(body, before);
}

void RequestScanTest::usesSpareCapacity()
{
    QByteArray body;
    body.reserve(100 + RequestScanner::padding());
    body.append(R"({"model":"m","messages":[]})");
    const char *storage = body.constData();
    RequestScanner scanner;
    QVERIFY(scanner.scan(Format::OpenAiChat, body));
    QCOMPARE(body.constData(), storage);
}

void RequestScanTest::ignoresSteeringNamesInTools()
{
    QVERIFY(
        scanned(Format::OpenAiChat,
                R"({"model":"m","messages":[],"tools":[{"parameters":{"properties":{"base_url":)"
                R"({"type":"string"},"api_key":{}}}}]})"));
}

void RequestScanTest::costsLittle()
{
    QByteArray body = R"({"model":"gpt-4o-mini","stream":true,"temperature":0.7,"messages":[)"
                      R"({"role":"system","content":"You are helpful."},{"role":"user","content":")"
        + QByteArray("A line of a question.\\n").repeated(38) + R"("}]})";
    RequestScanner::pad(body);
    RequestScanner scanner;
    QBENCHMARK
    {
        QVERIFY(scanner.scan(Format::OpenAiChat, body));
    }
}

QTEST_GUILESS_MAIN(RequestScanTest)
#include "tst_requestscan.moc"
