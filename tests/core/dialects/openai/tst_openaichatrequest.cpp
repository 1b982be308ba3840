// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chat.h"
#include "core/dialects/openai/requestwriter.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

const Quirks &row(QByteArrayView name)
{
    return *quirksOf(name);
}

Result<Request> read(const QByteArray &body)
{
    return openAiChatCodec.readRequest(JsonView::parse(body));
}

Result<WrittenRequest> written(const Request &request, QByteArrayView provider = "openai",
                               QByteArrayView model = "m")
{
    return openAiChatCodec.writeRequest(request, {.model = model, .quirks = row(provider)});
}

Result<WrittenRequest> rewritten(const QByteArray &body, QByteArrayView provider = "openai",
                                 QByteArrayView model = "m")
{
    const auto request = read(body);
    if (!request)
        return request.error();
    return written(*request, provider, model);
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

//! A body around \a members with one message.
QByteArray hello(const QByteArray &members = {})
{
    return R"({"model":"m","messages":[{"role":"user","content":"hi"}])"
        + (members.isEmpty() ? QByteArray() : QByteArray("," + members)) + "}";
}

//! A body with \a messages before which nothing stands.
QByteArray talk(const QByteArray &messages)
{
    return R"({"model":"m","messages":[)" + messages + "]}";
}

Request plain(Format source = Format::AnthropicMessages)
{
    Request request;
    request.source = source;
    request.messages.push_back({.parts = {{.text = "hi"}}});
    return request;
}

const QByteArray weather = R"({"type":"function","function":{"name":"weather",)"
                           R"("description":"d","parameters":{"type":"object","x":1e-7},)"
                           R"("strict":true}})";
const QByteArray callAndResult =
    R"({"role":"user","content":"w?"},{"role":"assistant","content":null,"tool_calls":[)"
    R"({"id":"call_1","type":"function","function":{"name":"weather","arguments":)"
    "\"{\\\"a\\\":1}\"}},"
    R"({"id":"call_2","type":"function","function":{"name":"time","arguments":"{}"}}]},)"
    R"({"role":"tool","tool_call_id":"call_1","content":"rain"},)"
    R"({"role":"tool","tool_call_id":"call_2","content":"noon"})";

} // namespace

class TestOpenAiChatRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesBackWhatItRead_data();
    void writesBackWhatItRead();
    void keepsEveryDigit();
    void refusesByName_data();
    void refusesByName();
    void saysWhatAProviderCannot_data();
    void saysWhatAProviderCannot();
    void usesTheProvidersWords_data();
    void usesTheProvidersWords();
    void marksAPrefill();
    void putsInstructionsBeforeTheTurns();
    void hashesToolIdsConsistently();
    void leavesForeignThoughtsOut();
    void givesThoughtsBackInAToolLoop();
    void sendsMediaOfResultsAfterThem();
    void joinsTextsOfOtherFormats();
    void dropsForeignWishesByName();
    void survivesHostileBodies();
};

void TestOpenAiChatRequest::writesBackWhatItRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("text") << hello();
    QTest::newRow("system") << talk(R"({"role":"system","content":"s"},{"role":"developer",)"
                                    R"("content":"d"},{"role":"user","content":"u","name":"bob"})");
    QTest::newRow("parts") << talk(
        R"({"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url",)"
        R"("image_url":{"url":"https://x/y.png","detail":"low"}},{"type":"image_url","image_url":)"
        R"({"url":"data:image/png;base64,QUJD"}},{"type":"input_audio","input_audio":)"
        R"({"data":"QUJD","format":"mp3"}},{"type":"file","file":{"filename":"a.pdf","file_data":)"
        R"("data:application/pdf;base64,QUJD"}},{"type":"file","file":{"file_id":"file-1"}},)"
        R"({"type":"video_url","video_url":{"url":"https://v"}}]})");
    QTest::newRow("tools") << talk(callAndResult);
    QTest::newRow("tool list") << hello(R"("tools":[)" + weather
                                        + R"(],"tool_choice":{"type":"function","function":)"
                                          R"({"name":"weather"}},"parallel_tool_calls":false)");
    QTest::newRow("custom tool") << hello(
        R"("tools":[{"type":"custom","custom":{"name":"c","format":{"type":"text"}}}],)"
        R"("tool_choice":"required")");
    QTest::newRow("schema") << hello(
        R"("response_format":{"type":"json_schema","json_schema":{"name":"n","description":"d",)"
        R"("schema":{"type":"object"},"strict":true}})");
    QTest::newRow("json") << hello(R"("response_format":{"type":"json_object"})");
    QTest::newRow("grammar") << hello(R"("response_format":{"type":"grammar","g":"x"})");
    QTest::newRow("limits") << hello(
        R"("max_completion_tokens":9,"temperature":0.25,"top_p":0.5,"presence_penalty":1,)"
        R"("frequency_penalty":-1,"seed":5,"stop":["a","b"],"n":2,"logprobs":true,)"
        R"("top_logprobs":3,"logit_bias":{"5":1},"user":"u","metadata":{"a":"b"},)"
        R"("service_tier":"flex","verbosity":"low","prompt_cache_key":"k","modalities":["text"])");
    QTest::newRow("effort") << hello(R"("reasoning_effort":"high")");
    QTest::newRow("no effort") << hello(R"("reasoning_effort":"none")");
    QTest::newRow("stream") << hello(R"("stream":true,"stream_options":{"include_usage":true})");
    QTest::newRow("unknown") << hello(
        R"("store":true,"web_search_options":{},"new":[1,{"a":-0.0}])");
    QTest::newRow("unknown in a message")
        << talk(R"({"role":"assistant","content":"x","audio":{"id":"a"}})");
}

void TestOpenAiChatRequest::writesBackWhatItRead()
{
    QFETCH(const QByteArray, body);
    const auto out = rewritten(body);
    QVERIFY2(out, qPrintable(out ? QString() : out.error().detail));
    QVERIFY(JsonView::parse(out->body).isSound());
    QCOMPARE(json(out->body), json(body));
    QVERIFY(out->dropped.empty());
}

void TestOpenAiChatRequest::keepsEveryDigit()
{
    const QByteArray members = R"("seed":9223372036854775807,"temperature":1e-7,"top_p":0.10)";
    const auto out = rewritten(hello(members + R"(,"extra":{"n":-0.0}})").chopped(1));
    QVERIFY(out);
    for (const char *text : {"9223372036854775807", "1e-7", "0.10", "-0.0"})
        QVERIFY2(out->body.contains(text), text);
}

void TestOpenAiChatRequest::refusesByName_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("no messages") << QByteArray(R"({"model":"m"})") << u"messages"_s;
    QTest::newRow("empty") << talk("") << u"messages"_s;
    QTest::newRow("role") << talk(R"({"role":"function","content":"x"})") << u"messages[0].role"_s;
    QTest::newRow("no role") << talk(R"({"role":"user","content":"x"},{})")
                             << u"messages[1].role"_s;
    QTest::newRow("no content") << talk(R"({"role":"user"})") << u"messages[0].content"_s;
    QTest::newRow("content") << talk(R"({"role":"user","content":5})") << u"messages[0].content"_s;
    QTest::newRow("part") << talk(R"({"role":"user","content":[{"text":"x"}]})")
                          << u"messages[0].content[0].type"_s;
    QTest::newRow("image") << talk(R"({"role":"user","content":[{"type":"image_url"}]})")
                           << u"messages[0].content[0].image_url"_s;
    QTest::newRow("result") << talk(R"({"role":"tool","content":"x"})")
                            << u"messages[0].tool_call_id"_s;
    QTest::newRow("call") << talk(R"({"role":"assistant","tool_calls":[{"function":{}}]})")
                          << u"messages[0].tool_calls[0].function.name"_s;
    QTest::newRow("temperature") << hello(R"("temperature":"hot")") << u"temperature"_s;
    QTest::newRow("max") << hello(R"("max_tokens":0)") << u"max_tokens"_s;
    QTest::newRow("max fraction") << hello(R"("max_tokens":1.5)") << u"max_tokens"_s;
    QTest::newRow("stop") << hello(R"("stop":[1])") << u"stop"_s;
    QTest::newRow("stream") << hello(R"("stream":"yes")") << u"stream"_s;
    QTest::newRow("tool") << hello(R"("tools":[{"type":"function","function":{}}])")
                          << u"tools[0].function.name"_s;
    QTest::newRow("tools") << hello(R"("tools":{})") << u"tools"_s;
    QTest::newRow("choice") << hello(R"("tool_choice":"maybe")") << u"tool_choice"_s;
    QTest::newRow("format") << hello(R"("response_format":"json")") << u"response_format.type"_s;
}

void TestOpenAiChatRequest::refusesByName()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, path);
    const auto request = read(body);
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(request.error().path, path);
    QVERIFY(!request.error().detail.isEmpty());
}

void TestOpenAiChatRequest::saysWhatAProviderCannot_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("path");
    QTest::newRow("mistral unknown") << "mistral"_ba
                                     << "m"_ba
                                     << R"("grammar":"x")"_ba << u"grammar"_s;
    QTest::newRow("mistral logit bias") << "mistral"_ba
                                        << "m"_ba
                                        << R"("prediction_x":1)"_ba << u"prediction_x"_s;
    QTest::newRow("groq n") << "groq"_ba
                            << "m"_ba
                            << R"("n":2)"_ba << u"n"_s;
    QTest::newRow("deepseek schema")
        << "deepseek"_ba
        << "m"_ba
        << R"("response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{}}})"_ba
        << u"response_format"_s;
    QTest::newRow("perplexity tools")
        << "perplexity"_ba
        << "m"_ba << QByteArray(R"("tools":[)" + weather + "]") << u"tools"_s;
    QTest::newRow("o3 temperature") << "openai"_ba
                                    << "o3-mini"_ba
                                    << R"("temperature":0.5)"_ba << u"temperature"_s;
    QTest::newRow("o3 stop") << "openai"_ba
                             << "o3"_ba
                             << R"("stop":"x")"_ba << u"stop"_s;
    QTest::newRow("five stops") << "openai"_ba
                                << "gpt-4o"_ba
                                << R"("stop":["1","2","3","4","5"])"_ba << u"stop"_s;
    QTest::newRow("effort of a model that does not think")
        << "openai"_ba
        << "gpt-4o"_ba
        << R"("reasoning_effort":"low")"_ba << u"reasoning_effort"_s;
}

void TestOpenAiChatRequest::saysWhatAProviderCannot()
{
    QFETCH(const QByteArray, provider);
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, members);
    QFETCH(const QString, path);
    const auto out = rewritten(hello(members), provider, model);
    QVERIFY(!out);
    QCOMPARE(out.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(out.error().path, path);
}

void TestOpenAiChatRequest::usesTheProvidersWords_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("wanted"); //!< members in place of them
    const auto add = [](const char *name, const char *provider, const char *model,
                        const char *members, const char *wanted) {
        QTest::newRow(name) << QByteArray(provider) << QByteArray(model) << QByteArray(members)
                            << QByteArray(wanted);
    };
    add("mistral", "mistral", "m",
        R"("max_completion_tokens":5,"seed":7,"user":"u","store":true,"safe_prompt":true)",
        R"("max_tokens":5,"random_seed":7,"safe_prompt":true)");
    add("mistral required", "mistral", "m",
        R"("tools":[{"type":"function","function":{"name":"a"}}],"tool_choice":"required")",
        R"("tools":[{"type":"function","function":{"name":"a"}}],"tool_choice":"any")");
    add("mistral stream", "mistral", "m", R"("stream":true)", R"("stream":true)");
    add("openai stream", "openai", "m", R"("stream":true)",
        R"("stream":true,"stream_options":{"include_usage":true})");
    add("openai max", "openai", "gpt-4o", R"("max_tokens":5)", R"("max_completion_tokens":5)");
    add("compatible max", "openai-compatible", "llama", R"("max_completion_tokens":5)",
        R"("max_tokens":5)");
    add("compatible extras", "openai-compatible", "llama", R"("top_k":5,"guided_json":{"a":1})",
        R"("top_k":5,"guided_json":{"a":1})");
    add("defaults of reasoning models", "openai", "o3",
        R"("temperature":1,"top_p":1.0,"presence_penalty":0)", "");
    add("groq n", "groq", "m", R"("n":1)", "");
    add("openrouter", "openrouter", "x/y", R"("reasoning_effort":"max")",
        R"("reasoning":{"effort":"max"})");
    add("deepseek", "deepseek", "deepseek-chat", R"("reasoning_effort":"none")",
        R"("thinking":{"type":"disabled"})");
}

void TestOpenAiChatRequest::usesTheProvidersWords()
{
    QFETCH(const QByteArray, provider);
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, members);
    QFETCH(const QByteArray, wanted);
    const auto out = rewritten(hello(members), provider, model);
    QVERIFY2(out, qPrintable(out ? QString() : out.error().detail));
    QJsonObject body = json(out->body);
    body["model"_L1] = u"m"_s;
    QCOMPARE(body, json(hello(wanted)));
}

void TestOpenAiChatRequest::marksAPrefill()
{
    const QByteArray body =
        talk(R"({"role":"user","content":"u"},{"role":"assistant","content":"a"})");
    const QByteArray marked = R"({"role":"assistant","content":"a","prefix":true})";
    QVERIFY(rewritten(body, "mistral")->body.contains(marked));
    QVERIFY(!rewritten(body, "openai")->body.contains("prefix"));
    QByteArray own = body;
    own.insert(own.size() - 3, ",\"prefix\":true");
    QCOMPARE(rewritten(own, "mistral")->body.count("prefix"), 1);
}

void TestOpenAiChatRequest::putsInstructionsBeforeTheTurns()
{
    const QByteArray body =
        talk(R"({"role":"user","content":"u"},{"role":"system","content":"s"})");
    const QByteArray ordered = R"({"role":"system","content":"s"},{"role":"user","content":"u"})";
    QVERIFY(rewritten(body, "mistral")->body.contains(ordered));
    QVERIFY(!rewritten(body, "vllm")->body.contains(ordered));
}

void TestOpenAiChatRequest::hashesToolIdsConsistently()
{
    const auto out = rewritten(talk(callAndResult), "mistral");
    QVERIFY(out);
    const QByteArray nine = OpenAi::nineCharacterId("call_1");
    QCOMPARE(nine.size(), 9);
    QVERIFY(nine != OpenAi::nineCharacterId("call_2"));
    QCOMPARE(out->body.count(nine), 2);
    QVERIFY(!out->body.contains("call_1"));
    QCOMPARE(OpenAi::nineCharacterId("abcDEF123"), "abcDEF123"_ba);
}

void TestOpenAiChatRequest::leavesForeignThoughtsOut()
{
    Request request = plain();
    request.messages.push_back({.role = Role::Assistant,
                                .parts = {{.kind = PartKind::Reasoning,
                                           .text = "secret",
                                           .signature = "s",
                                           .signedBy = Family::Anthropic}}});
    const auto out = written(request, "deepseek");
    QVERIFY(out);
    QVERIFY(!out->body.contains("secret"));
    QCOMPARE(json(out->body)["messages"_L1].toArray().size(), 1);
}

void TestOpenAiChatRequest::givesThoughtsBackInAToolLoop()
{
    const QByteArray body = talk(
        R"({"role":"user","content":"w?"},{"role":"assistant","content":"","reasoning_content":)"
        R"("think","tool_calls":[{"id":"c","type":"function","function":{"name":"f",)"
        R"("arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":"r"})");
    const QByteArray member = R"("reasoning_content":"think")";
    QVERIFY(rewritten(body, "deepseek")->body.contains(member));
    QVERIFY(!rewritten(body, "openai")->body.contains("think"));
    const QByteArray next = body.chopped(2) + R"(,{"role":"user","content":"and?"}]})";
    QVERIFY(!rewritten(next, "deepseek")->body.contains("think"));
}

void TestOpenAiChatRequest::sendsMediaOfResultsAfterThem()
{
    Request request = plain();
    request.messages.push_back(
        {.role = Role::Assistant, .parts = {{.kind = PartKind::ToolCall, .id = "a", .name = "f"}}});
    Part image{.kind = PartKind::Image};
    image.media.mimeType = "image/png";
    image.media.data = "QUJD";
    request.messages.push_back({.role = Role::Tool,
                                .parts = {{.kind = PartKind::ToolResult,
                                           .id = "a",
                                           .parts = {{.text = "see"}, image},
                                           .isError = true}}});
    const auto out = written(request);
    QVERIFY(out);
    const QJsonArray messages = json(out->body)["messages"_L1].toArray();
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages[2]["role"_L1].toString(), u"tool"_s);
    QVERIFY(messages[2]["content"_L1].toString().endsWith("see"_L1));
    QCOMPARE(messages[3]["role"_L1].toString(), u"user"_s);
    QVERIFY(out->body.contains("data:image/png;base64,QUJD"));
}

void TestOpenAiChatRequest::joinsTextsOfOtherFormats()
{
    Request request = plain();
    request.messages.front().parts.push_back({.text = "there"});
    const QByteArray content = R"("content":"hi\n\nthere")";
    QVERIFY(written(request)->body.contains(content));
}

void TestOpenAiChatRequest::dropsForeignWishesByName()
{
    Request request = plain();
    request.metadata = "{}";
    request.serviceTier = "standard_only";
    request.reasoning.effort = "high";
    request.extras.push_back({"betas", "[]"});
    request.tools.push_back({.name = "w", .builtIn = "web_search", .mayBeDropped = true});
    const auto out = written(request, "openai", "gpt-4o");
    QVERIFY(out);
    const std::vector<QByteArray> dropped{"tools[0]", "thinking", "metadata", "service_tier",
                                          "betas"};
    QCOMPARE(out->dropped, dropped);
    request.tools.front().mayBeDropped = false;
    QCOMPARE(written(request).error().path, u"tools"_s);
}

//! Cut, swapped and repeated bytes: sound or not, nothing may crash.
void TestOpenAiChatRequest::survivesHostileBodies()
{
    const QByteArray body = talk(callAndResult + R"(,{"role":"user","content":[{"type":"text"}]})");
    quint32 seed = 7;
    for (int round = 0; round < 20000; ++round) {
        QByteArray mutated = body;
        for (int change = 0; change < 3; ++change) {
            seed = seed * 1664525 + 1013904223;
            const auto at = qsizetype((seed >> 8) % quint32(mutated.size()));
            static constexpr QByteArrayView bytes = "{}[]\",:0n\\1e";
            mutated[at] = bytes[(seed >> 3) % bytes.size()];
        }
        const JsonView view = JsonView::parse(mutated);
        if (!view.isObject())
            continue;
        if (const auto request = openAiChatCodec.readRequest(view))
            (void)written(*request, "mistral");
    }
}

QTEST_GUILESS_MAIN(TestOpenAiChatRequest)
#include "tst_openaichatrequest.moc"
