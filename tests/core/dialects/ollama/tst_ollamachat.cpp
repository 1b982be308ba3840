// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/chat.h"
#include "core/dialects/wholereply.h"
#include "tests/core/dialects/codecruns.h"

#include <QtCore/QJsonArray>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Runs;
using namespace Qt::StringLiterals;

namespace {

Result<Request> readChat(const QByteArray &body)
{
    return ollamaChatCodec.readRequest(JsonView::parse(body));
}

QByteArray write(const ChatCodec &codec, const Request &request)
{
    const auto written = codec.writeRequest(request, options());
    return written ? written->body : QByteArray("refused: " + written.error().path.toUtf8());
}

//! A request of an OpenAI client with one user message.
Request asked(const QByteArray &text = "Hi"_ba)
{
    Request request;
    Message user;
    user.parts.push_back({.text = text});
    request.messages.push_back(user);
    return request;
}

Message messageOf(Role role, Part part)
{
    Message message;
    message.role = role;
    message.parts.push_back(std::move(part));
    return message;
}

Part imagePart()
{
    Part part{.kind = PartKind::Image};
    part.media.mimeType = "image/png";
    part.media.data = "iVBORw0KGgo=";
    return part;
}

Part callPart(const QByteArray &id, const QByteArray &arguments = {})
{
    return {.kind = PartKind::ToolCall, .id = id, .name = "weather", .arguments = arguments};
}

Tool toolNamed(const QByteArray &name, const QByteArray &builtIn = {})
{
    Tool tool;
    tool.name = name;
    tool.builtIn = builtIn;
    return tool;
}

} // namespace

class OllamaChatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARequest();
    void streamsUnlessToldNotTo();
    void readsThinkAndFormat_data();
    void readsThinkAndFormat();
    void givesCallsIdsThatResultsFind();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void writesWhatItRead_data();
    void writesWhatItRead();
    void writesPartsOfOtherFormats();
    void makesRoomForThePrompt_data();
    void makesRoomForThePrompt();
    void refusesByTheCallersName_data();
    void refusesByTheCallersName();
    void dropsWhatMeansNothing();
    void readsReplies_data();
    void readsReplies();
    void refusesAnswersThatAreNone_data();
    void refusesAnswersThatAreNone();
    void writesReplies();
    void knowsUsageOfPassedReplies();
    void survivesChangedBodies();
};

void OllamaChatTest::readsARequest()
{
    const auto request = readChat(R"({"model":"llama3.2","messages":[
        {"role":"system","content":"Be brief."},
        {"role":"user","content":"What is this?","images":["/9j/4AAQ","iVBORw0KGgo="]}],
        "options":{"num_ctx":8192,"num_predict":100,"temperature":0.70,"seed":9007199254740993,
        "top_p":0.9,"top_k":40,"min_p":1e-7,"stop":["END"],"repeat_penalty":1.1,
        "presence_penalty":-0.0,"frequency_penalty":0.5},"keep_alive":"5m","stream":false})"_ba);
    QVERIFY(request);
    QCOMPARE(request->source, Format::OllamaChat);
    QCOMPARE(request->model, "llama3.2"_ba);
    QCOMPARE(request->messages.size(), 2U);
    QCOMPARE(request->messages[0].role, Role::System);
    QCOMPARE(request->messages[1].parts.size(), 3U);
    QCOMPARE(request->messages[1].parts[1].media.mimeType, "image/jpeg"_ba);
    QCOMPARE(request->messages[1].parts[2].media.mimeType, "image/png"_ba);
    QCOMPARE(request->maxTokens, 100);
    QCOMPARE(request->temperature, "0.70"_ba);
    QCOMPARE(request->seed, "9007199254740993"_ba);
    QCOMPARE(request->minP, "1e-7"_ba);
    QCOMPARE(request->presencePenalty, "-0.0"_ba);
    QCOMPARE(request->repetitionPenalty, "1.1"_ba);
    QCOMPARE(request->stop, std::vector{"END"_ba});
    QCOMPARE(request->extras.size(), 2U);
    QCOMPARE(request->extras[0].name, "options.num_ctx"_ba);
    QCOMPARE(request->extras[1].name, "keep_alive"_ba);
    QVERIFY(!request->stream);
}

void OllamaChatTest::streamsUnlessToldNotTo()
{
    QVERIFY(readChat(R"({"model":"m","messages":[{"role":"user","content":"x"}]})"_ba)->stream);
    QVERIFY(
        ollamaGenerateCodec.readRequest(JsonView::parse(R"({"model":"m","prompt":"x"})"))->stream);
    QCOMPARE(ollamaChatCodec.streamType, QByteArrayView("application/x-ndjson"));
}

void OllamaChatTest::readsThinkAndFormat_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("effort");
    QTest::addColumn<int>("enabled"); // -1: not said
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("nothing") << ""_ba
                             << ""_ba << -1 << ""_ba;
    QTest::newRow("true") << R"(,"think":true)"_ba
                          << ""_ba << 1 << ""_ba;
    QTest::newRow("false") << R"(,"think":false)"_ba
                           << ""_ba << 0 << ""_ba;
    QTest::newRow("level") << R"(,"think":"high")"_ba
                           << "high"_ba << 1 << ""_ba;
    QTest::newRow("no format") << R"(,"format":"")"_ba
                               << ""_ba << -1 << ""_ba;
    QTest::newRow("schema") << R"(,"format":{"type":"object"})"_ba
                            << ""_ba << -1 << R"({"type":"object"})"_ba;
}

void OllamaChatTest::readsThinkAndFormat()
{
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, effort);
    QFETCH(int, enabled);
    QFETCH(QByteArray, schema);
    const auto request =
        readChat(R"({"model":"m","messages":[{"role":"user","content":"x"}])"_ba + members + '}');
    QVERIFY(request);
    QCOMPARE(request->reasoning.effort, effort);
    QCOMPARE(request->reasoning.enabled ? int(*request->reasoning.enabled) : -1, enabled);
    QCOMPARE(request->output.schema, schema);
}

void OllamaChatTest::givesCallsIdsThatResultsFind()
{
    const auto request = readChat(R"({"model":"m","messages":[{"role":"user","content":"x"},
        {"role":"assistant","content":"","tool_calls":[
            {"function":{"name":"weather","arguments":{"city":"Oslo"}}},
            {"function":{"name":"clock","arguments":{}}},
            {"function":{"name":"weather","arguments":{"city":"Rome"}}}]},
        {"role":"tool","tool_name":"clock","content":"12:00"},
        {"role":"tool","tool_name":"weather","content":"cold"},
        {"role":"tool","content":"warm"}]})"_ba);
    QVERIFY(request);
    const auto &calls = request->messages[1].parts;
    QCOMPARE(calls.size(), 3U);
    QVERIFY(calls[0].id != calls[2].id);
    QCOMPARE(calls[0].arguments, R"({"city":"Oslo"})"_ba);
    QCOMPARE(request->messages[2].parts[0].id, calls[1].id);
    QCOMPARE(request->messages[3].parts[0].id, calls[0].id);
    QCOMPARE(request->messages[4].parts[0].id, calls[2].id);
    QCOMPARE(request->messages[4].parts[0].name, "weather"_ba);
}

void OllamaChatTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    const auto chat = [](const char *messages, const char *rest = "") -> QByteArray {
        return R"({"model":"m","messages":[)"_ba + messages + ']' + rest + '}';
    };
    const char *const user = R"({"role":"user","content":"x"})";
    QTest::newRow("empty") << chat("") << u"messages"_s;
    QTest::newRow("no list") << R"({"model":"m","messages":{}})"_ba << u"messages"_s;
    QTest::newRow("no object") << chat("5") << u"messages[0]"_s;
    QTest::newRow("role") << chat(R"({"role":"developer","content":"x"})") << u"messages[0].role"_s;
    QTest::newRow("content") << chat(R"({"role":"user","content":[]})") << u"messages[0].content"_s;
    QTest::newRow("images") << chat(R"({"role":"user","content":"x","images":[5]})")
                            << u"messages[0].images"_s;
    QTest::newRow("prefix") << chat(
        R"({"role":"user","content":"x","images":["data:image/png;base64,AAAA"]})")
                            << u"messages[0].images"_s;
    QTest::newRow("arguments") << chat(
        R"({"role":"assistant","tool_calls":[{"function":{"name":"a","arguments":"{}"}}]})")
                               << u"messages[0].tool_calls[0].function.arguments"_s;
    QTest::newRow("call name") << chat(R"({"role":"assistant","tool_calls":[{}]})")
                               << u"messages[0].tool_calls[0].function.name"_s;
    QTest::newRow("stray result") << chat(R"({"role":"tool","tool_name":"a","content":"x"})")
                                  << u"messages[0]"_s;
    QTest::newRow("tools") << chat(user, R"(,"tools":[{"type":"function"}])")
                           << u"tools[0].function"_s;
    QTest::newRow("format") << chat(user, R"(,"format":"xml")") << u"format"_s;
    QTest::newRow("think") << chat(user, R"(,"think":3)") << u"think"_s;
    QTest::newRow("options") << chat(user, R"(,"options":[])") << u"options"_s;
    QTest::newRow("option") << chat(user, R"(,"options":{"temperature":"hot"})")
                            << u"options.temperature"_s;
    QTest::newRow("stop") << chat(user, R"(,"options":{"stop":[1]})") << u"options.stop"_s;
    QTest::newRow("limit") << chat(user, R"(,"options":{"num_predict":1.5})")
                           << u"options.num_predict"_s;
}

void OllamaChatTest::namesWhatIsWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    const auto request = readChat(body);
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(request.error().path, path);
}

void OllamaChatTest::writesWhatItRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("all") << R"({"model":"upstream-model","messages":[
        {"role":"system","content":"Be brief."},
        {"role":"user","content":"Look","images":["iVBORw0KGgo="]},
        {"role":"assistant","content":"Let me see.","thinking":"hm","tool_calls":[
            {"id":"call_1","function":{"name":"weather","arguments":{"n":9007199254740993}}}]},
        {"role":"tool","tool_call_id":"call_1","tool_name":"weather","content":"cold"}],
        "tools":[{"type":"function","function":{"name":"weather","description":"d",
        "parameters":{"type":"object"}}}],"format":{"type":"object"},
        "options":{"num_ctx":512,"num_gpu":1,"num_predict":5,"temperature":0.1,"stop":["a","b"]},
        "think":"low","stream":true,"logprobs":true,"top_logprobs":2,"keep_alive":-1})"_ba;
    QTest::newRow("json") << R"({"model":"upstream-model","messages":[
        {"role":"user","content":"x"}],"format":"json","options":{"num_ctx":512},"think":false,
        "stream":false})"_ba;
}

void OllamaChatTest::writesWhatItRead()
{
    QFETCH(QByteArray, body);
    const auto request = readChat(body);
    QVERIFY(request);
    QCOMPARE(object(write(ollamaChatCodec, *request)), object(body));
}

void OllamaChatTest::writesPartsOfOtherFormats()
{
    Request request = asked();
    request.messages.insert(request.messages.begin(),
                            messageOf(Role::Developer, {.text = "Be brief."_ba}));
    Message calls = messageOf(Role::Assistant,
                              {.kind = PartKind::Reasoning,
                               .text = "secret",
                               .signature = "sig",
                               .signedBy = Family::Anthropic});
    calls.parts.push_back(callPart("a"_ba));
    calls.parts.push_back(callPart("b"_ba, R"({"x":1})"_ba));
    request.messages.push_back(calls);
    Part result{.kind = PartKind::ToolResult, .id = "a"};
    result.isError = true;
    result.parts = {{.text = "broken"}, imagePart()};
    request.messages.push_back(messageOf(Role::Tool, result));
    request.messages.back().parts.push_back({.kind = PartKind::ToolResult, .id = "b"});
    request.toolChoice = ToolChoice{};
    const QJsonArray messages = object(write(ollamaChatCodec, request))[u"messages"].toArray();
    QCOMPARE(messages.size(), 5);
    QCOMPARE(messages[0].toObject(), object(R"({"role":"system","content":"Be brief."})"));
    QCOMPARE(messages[2].toObject(), object(R"({"role":"assistant","content":"","tool_calls":[
        {"id":"a","function":{"name":"weather","arguments":{}}},
        {"id":"b","function":{"name":"weather","arguments":{"x":1}}}]})"));
    QCOMPARE(messages[3].toObject(), object(R"({"role":"tool","tool_name":"weather",
        "tool_call_id":"a","content":"Error: broken","images":["iVBORw0KGgo="]})"));
    QCOMPARE(messages[4].toObject(), object(R"({"role":"tool","tool_name":"weather",
        "tool_call_id":"b","content":""})"));
}

void OllamaChatTest::makesRoomForThePrompt_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<qint64>("maxTokens"); // 0: not said
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("context");
    QTest::newRow("short") << 10 << qint64(0) << 0 << 4096;
    QTest::newRow("long answer") << 10 << qint64(5000) << 0 << 8192;
    QTest::newRow("long prompt") << 60'000 << qint64(0) << 0 << 32768;
    QTest::newRow("absurd answer") << 10 << qint64(1'000'000'000) << 0 << 65536;
    QTest::newRow("absurd prompt") << 8'000'000 << qint64(0) << 0 << 1'048'576;
    QTest::newRow("images") << 10 << qint64(100) << 3 << 8192;
}

void OllamaChatTest::makesRoomForThePrompt()
{
    QFETCH(int, bytes);
    QFETCH(qint64, maxTokens);
    QFETCH(int, images);
    QFETCH(int, context);
    Request request = asked(QByteArray(bytes, 'x'));
    if (maxTokens > 0)
        request.maxTokens = maxTokens;
    for (int image = 0; image < images; ++image)
        request.messages[0].parts.push_back(imagePart());
    const QJsonObject options = object(write(ollamaChatCodec, request))[u"options"].toObject();
    QCOMPARE(options[u"num_ctx"].toInt(), context);
}

void OllamaChatTest::refusesByTheCallersName_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QByteArray>("refusal");
    const auto row = [](const char *name, auto change, const char *refusal) {
        Request request = asked();
        change(request);
        QTest::newRow(name) << request << QByteArray("refused: "_ba + refusal);
    };
    row(
        "n", [](Request &r) { r.n = 2; }, "n");
    row(
        "bias", [](Request &r) { r.logitBias = R"({"1":2})"; }, "logit_bias");
    row(
        "verbosity", [](Request &r) { r.verbosity = "high"; }, "verbosity");
    row(
        "audio out", [](Request &r) { r.modalities = R"(["text","audio"])"; }, "modalities");
    row(
        "required",
        [](Request &r) {
            r.toolChoice = ToolChoice{ToolChoice::Mode::Required, {}, {}};
        },
        "tool_choice");
    row(
        "built in", [](Request &r) { r.tools.push_back(toolNamed("s"_ba, "web_search"_ba)); },
        "tools");
    row(
        "extra",
        [](Request &r) {
            r.extras.push_back({"prediction", "{}"});
        },
        "prediction");
    row(
        "remote image",
        [](Request &r) {
            r.messages[0].parts.push_back({.kind = PartKind::Image});
            r.messages[0].parts.back().media.url = "https://a/b.png";
        },
        "messages");
    row(
        "audio", [](Request &r) { r.messages[0].parts.push_back({.kind = PartKind::Audio}); },
        "messages");
    row(
        "Anthropic's file",
        [](Request &r) {
            r.source = Format::AnthropicMessages;
            r.messages[0].parts.push_back({.kind = PartKind::File});
        },
        "messages");
    row(
        "Gemini's count",
        [](Request &r) {
            r.source = Format::GeminiGenerate;
            r.n = 3;
        },
        "generationConfig.candidateCount");
}

void OllamaChatTest::refusesByTheCallersName()
{
    QFETCH(Request, request);
    QFETCH(QByteArray, refusal);
    QCOMPARE(write(ollamaChatCodec, request), refusal);
}

void OllamaChatTest::dropsWhatMeansNothing()
{
    Request request = asked();
    request.n = 1;
    request.user = "u";
    request.metadata = R"({"a":"b"})";
    request.serviceTier = "auto";
    request.promptCacheKey = "k";
    request.extras.push_back({"store", "true"});
    request.toolChoice = ToolChoice{ToolChoice::Mode::None, {}, {}};
    request.tools.push_back(toolNamed("a"_ba));
    request.parallelToolCalls = false;
    const auto written = ollamaChatCodec.writeRequest(request, options());
    QVERIFY(written);
    QCOMPARE(
        written->dropped,
        (std::vector<QByteArray>{"user", "metadata", "service_tier", "prompt_cache_key", "store"}));
    QCOMPARE(object(written->body), object(R"({"model":"upstream-model","stream":false,
        "messages":[{"role":"user","content":"Hi"}],"options":{"num_ctx":4096}})"));
}

void OllamaChatTest::readsReplies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<FinishReason>("finish");
    QTest::addColumn<int>("parts");
    QTest::addColumn<qint64>("prompt");
    const auto reply = [](const char *message, const char *rest) -> QByteArray {
        return R"({"model":"llama","created_at":"2023-11-14T22:13:20.5Z","message":{)"_ba + message
            + R"(},"done":true)" + rest + '}';
    };
    const char *const counts = R"(,"done_reason":"stop","prompt_eval_count":26,"eval_count":9)";
    QTest::newRow("text") << reply(R"("role":"assistant","content":"Hello")", counts)
                          << FinishReason::Stop << 1 << qint64(26);
    QTest::newRow("thinking") << reply(R"("content":"Hello","thinking":"hm")", counts)
                              << FinishReason::Stop << 2 << qint64(26);
    QTest::newRow("calls") << reply(
        R"("content":"","tool_calls":[{"function":{"name":"a","arguments":{"b":1}}},{"function":{"name":"a","arguments":{"b":1}}}])",
        counts) << FinishReason::ToolCalls
                           << 2 << qint64(26);
    QTest::newRow("length") << reply(R"("content":"He")", R"(,"done_reason":"length")")
                            << FinishReason::Length << 1 << qint64(0);
    QTest::newRow("cached prompt")
        << reply(R"("content":"He")", R"(,"eval_count":3)") << FinishReason::Stop << 1 << qint64(0);
}

void OllamaChatTest::readsReplies()
{
    QFETCH(QByteArray, body);
    QFETCH(FinishReason, finish);
    QFETCH(int, parts);
    QFETCH(qint64, prompt);
    const auto reply = ollamaChatCodec.readReply(JsonView::parse(body));
    QVERIFY(reply);
    QCOMPARE(reply->model, "llama"_ba);
    QCOMPARE(reply->created, 1'700'000'000);
    QCOMPARE(reply->choices.size(), 1U);
    QCOMPARE(reply->choices[0].finish, finish);
    QCOMPARE(int(reply->choices[0].parts.size()), parts);
    QCOMPARE(reply->usage.promptTokens, prompt);
    if (finish == FinishReason::ToolCalls) {
        const auto &calls = reply->choices[0].parts;
        QVERIFY(calls[0].id != calls[1].id);
        QCOMPARE(calls[0].arguments, R"({"b":1})"_ba);
    }
}

void OllamaChatTest::refusesAnswersThatAreNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << "{}"_ba;
    QTest::newRow("list") << "[]"_ba;
    QTest::newRow("no message") << R"({"done":true,"message":"x"})"_ba;
    QTest::newRow("unfinished") << R"({"done":false,"message":{"content":"x"}})"_ba;
}

void OllamaChatTest::refusesAnswersThatAreNone()
{
    QFETCH(QByteArray, body);
    const auto reply = ollamaChatCodec.readReply(JsonView::parse(body));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Corrupt);
    QVERIFY(!ollamaGenerateCodec.readReply(JsonView::parse(body)));
}

void OllamaChatTest::writesReplies()
{
    Reply reply;
    reply.created = 1'700'000'000;
    Choice choice;
    choice.parts = {{.kind = PartKind::Reasoning, .text = "hm"},
                    {.text = "Hel"},
                    {.text = "lo"},
                    callPart("call_1"_ba),
                    callPart("call_2"_ba, "[broken"_ba)};
    choice.finish = FinishReason::ToolCalls;
    choice.logprobs = R"({"content":[{"token":"a"}]})";
    reply.choices.push_back(choice);
    reply.usage = {.promptTokens = 3, .completionTokens = 4, .known = true};
    const ReplyContext context{.requestId = "req_1", .model = "m"};
    QCOMPARE(object(ollamaChatCodec.writeReply(reply, context)), object(R"({"model":"m",
        "created_at":"2023-11-14T22:13:20Z","message":{"role":"assistant","content":"Hello",
        "thinking":"hm","tool_calls":[
            {"id":"call_1","function":{"name":"weather","arguments":{}}},
            {"id":"call_2","function":{"name":"weather","arguments":{"input":"[broken"}}}]},
        "logprobs":[{"token":"a"}],"done":true,"done_reason":"stop","total_duration":0,
        "load_duration":0,"prompt_eval_count":3,"prompt_eval_duration":0,"eval_count":4,
        "eval_duration":0})"));
    QVERIFY(object(ollamaGenerateCodec.writeReply(reply, context))[u"response"] == u"Hello"_s);
    QVERIFY(!ollamaChatCodec.writeReply(Reply(), context).isEmpty());
}

void OllamaChatTest::knowsUsageOfPassedReplies()
{
    const QByteArray body =
        R"({"model":"llama","message":{"content":"x"},"done":true,"done_reason":"length",
        "prompt_eval_count":26,"eval_count":9})"_ba;
    const WholeReply whole = scanReply(Format::OllamaChat, body);
    QVERIFY(!whole.hasFailed);
    QCOMPARE(whole.usage.promptTokens, 26);
    QCOMPARE(whole.usage.completionTokens, 9);
    QCOMPARE(whole.finishReason, "length"_ba);
    QCOMPARE(scanReply(Format::OllamaChat, body.last(60), false).usage.completionTokens, 9);
    QVERIFY(scanReply(Format::OllamaChat, R"({"error":"busy"})"_ba).hasFailed);
}

void OllamaChatTest::survivesChangedBodies()
{
    const QByteArray request =
        R"({"model":"m","messages":[{"role":"user","content":"x","images":["AAAA"]},
        {"role":"assistant","thinking":"h","tool_calls":[{"id":"c","function":{"name":"w",
        "arguments":{"a":[1,2]}}}]},{"role":"tool","tool_call_id":"c","content":"r"}],
        "tools":[{"type":"function","function":{"name":"w","parameters":{}}}],"format":"json",
        "options":{"num_predict":5,"stop":["a"],"seed":1},"think":"low","stream":true})"_ba;
    mutate(request, 4000, [](const QByteArray &changed) {
        const JsonView body = JsonView::parse(changed);
        for (const ChatCodec *codec : {&ollamaChatCodec, &ollamaGenerateCodec}) {
            const auto read = codec->readRequest(body);
            if (read) {
                const auto written = ollamaChatCodec.writeRequest(*read, options());
                QVERIFY(written && JsonView::parse(written->body).isSound());
            }
        }
    });
    const QByteArray reply =
        R"({"model":"m","created_at":"2023-11-14T22:13:20Z","message":{"content":"x",
        "thinking":"t","tool_calls":[{"function":{"name":"a","arguments":{"b":1}}}]},
        "response":"y","logprobs":[{"token":"a"}],"done":true,"prompt_eval_count":2})"_ba;
    mutate(reply, 4000, [](const QByteArray &changed) {
        for (const ChatCodec *codec : {&ollamaChatCodec, &ollamaGenerateCodec}) {
            const auto read = codec->readReply(JsonView::parse(changed));
            if (read)
                QVERIFY(JsonView::parse(codec->writeReply(*read, ReplyContext())).isSound());
        }
    });
}

QTEST_GUILESS_MAIN(OllamaChatTest)
#include "tst_ollamachat.moc"
