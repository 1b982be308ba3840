// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/cohere/chat.h"
#include "core/dialects/wholereply.h"
#include "tests/core/dialects/codecruns.h"

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Runs;
using namespace Qt::StringLiterals;

namespace {

Request asked()
{
    Request request;
    Message user;
    user.parts.push_back({.text = "Hi"});
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

Tool toolNamed(const QByteArray &name)
{
    Tool tool;
    tool.name = name;
    tool.parameters = R"({"type":"object","required":["a"]})";
    return tool;
}

QByteArray write(const Request &request)
{
    const auto written = cohereChatCodec.writeRequest(request, options());
    return written ? written->body : QByteArray("refused: " + written.error().path.toUtf8());
}

//! A request's body with the members that every one has.
QJsonObject plainWith(const QByteArray &members)
{
    return object(R"({"model":"upstream-model","stream":false,
        "messages":[{"role":"user","content":"Hi"}])"_ba
                  + members + '}');
}

QByteArray sent(const QByteArray &name, const QByteArray &rest)
{
    return "event: "_ba + name + "\ndata: {\"type\":\"" + name + "\"," + rest + "}\n\n";
}

QByteArray textStream()
{
    return sent("message-start"_ba, R"("id":"c1","delta":{"message":{"role":"assistant"}})"_ba)
        + sent("content-start"_ba,
               R"("index":0,"delta":{"message":{"content":{"type":"thinking","thinking":""}}})"_ba)
        + sent("content-delta"_ba,
               R"("index":0,"delta":{"message":{"content":{"thinking":"hm"}}})"_ba)
        + sent("content-end"_ba, R"("index":0)"_ba)
        + sent("content-start"_ba,
               R"("index":1,"delta":{"message":{"content":{"type":"text","text":""}}})"_ba)
        + sent("content-delta"_ba,
               "\"index\":1,\"delta\":{\"message\":{\"content\":{\"text\":\"H\xc3\xa9\"}}}"_ba)
        + sent("citation-start"_ba,
               R"("index":0,"delta":{"message":{"citations":{"start":0,"end":2,"text":"He",)"
               R"("sources":[{"type":"document","id":"d1","document":{"title":"T","url":"u"}}]}}})"_ba)
        + sent("citation-end"_ba, R"("index":0)"_ba) + sent("content-end"_ba, R"("index":1)"_ba)
        + sent("message-end"_ba,
               R"("delta":{"finish_reason":"COMPLETE","usage":{"billed_units":{"input_tokens":1,)"
               R"("output_tokens":1},"tokens":{"input_tokens":70,"output_tokens":9},)"
               R"("cached_tokens":64}})"_ba);
}

QByteArray callStream()
{
    return sent("message-start"_ba, R"("id":"c2")"_ba)
        + sent("tool-plan-delta"_ba, R"("delta":{"message":{"tool_plan":"I look."}})"_ba)
        + sent("tool-call-start"_ba,
               R"("index":0,"delta":{"message":{"tool_calls":{"id":"a_1","type":"function",)"
               R"("function":{"name":"a","arguments":""}}}})"_ba)
        + sent("tool-call-delta"_ba,
               R"("index":0,"delta":{"message":{"tool_calls":{"function":{"arguments":"{\u0022x\u0022"}}}})"_ba)
        + sent("tool-call-delta"_ba,
               R"("index":0,"delta":{"message":{"tool_calls":{"function":{"arguments":":1}"}}}})"_ba)
        + sent("tool-call-end"_ba, R"("index":0)"_ba)
        + sent("tool-call-start"_ba,
               R"("index":1,"delta":{"message":{"tool_calls":{"id":"b_1","function":{"name":"b"}}}})"_ba)
        + sent("tool-call-end"_ba, R"("index":1)"_ba)
        + sent("message-end"_ba, R"("delta":{"finish_reason":"TOOL_CALL","usage":{}})"_ba);
}

} // namespace

class CohereChatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesMembers_data();
    void writesMembers();
    void writesConversations();
    void refusesByTheCallersName_data();
    void refusesByTheCallersName();
    void readsReplies();
    void mapsFinishReasons_data();
    void mapsFinishReasons();
    void readsTextStreams();
    void readsCallStreams();
    void readsTheSameHoweverItIsCut();
    void failsWithTheProvidersError_data();
    void failsWithTheProvidersError();
    void survivesChanges();
};

void CohereChatTest::writesMembers_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QByteArray>("members");
    const auto row = [](const char *name, auto change, const QByteArray &members) {
        Request request = asked();
        change(request);
        QTest::newRow(name) << request << members;
    };
    row(
        "nothing", [](Request &) {}, "");
    row(
        "sampling",
        [](Request &r) {
            r.maxTokens = 5;
            r.temperature = "0.30";
            r.topP = "0.9";
            r.topK = "40";
            r.seed = "9007199254740993";
            r.stop = {"a", "b"};
        },
        R"(,"max_tokens":5,"temperature":0.30,"p":0.9,"k":40,"seed":9007199254740993,
        "stop_sequences":["a","b"])");
    row(
        "defaults",
        [](Request &r) {
            r.topP = "1.0";
            r.n = 1;
            r.presencePenalty = "0";
            r.frequencyPenalty = "0.0";
            r.minP = "0";
        },
        "");
    row(
        "schema",
        [](Request &r) {
            r.output = {OutputFormat::Kind::JsonSchema, {}, {}, R"({"type":"object"})", {}};
        },
        R"(,"response_format":{"type":"json_object","json_schema":{"type":"object"}})");
    row(
        "json", [](Request &r) { r.output.kind = OutputFormat::Kind::JsonObject; },
        R"(,"response_format":{"type":"json_object"})");
    row(
        "budget", [](Request &r) { r.reasoning.budgetTokens = 500; },
        R"(,"thinking":{"type":"enabled","token_budget":500})");
    row(
        "no thoughts", [](Request &r) { r.reasoning.enabled = false; },
        R"(,"thinking":{"type":"disabled"})");
    const char *const one =
        R"(,"tools":[{"type":"function","function":{"name":"b",
        "parameters":{"type":"object","required":["a"]}}}])";
    row(
        "named",
        [](Request &r) {
            r.tools = {toolNamed("a"), toolNamed("b")};
            r.toolChoice = ToolChoice{ToolChoice::Mode::Named, "b", {}};
        },
        QByteArray(QByteArray(one) + R"(,"tool_choice":"REQUIRED")"));
    row(
        "none",
        [](Request &r) {
            r.tools = {toolNamed("b")};
            r.toolChoice = ToolChoice{ToolChoice::Mode::None, {}, {}};
        },
        QByteArray(QByteArray(one) + R"(,"tool_choice":"NONE")"));
    row(
        "strict",
        [](Request &r) {
            r.tools = {toolNamed("b")};
            r.tools[0].strict = true;
        },
        QByteArray(QByteArray(one) + R"(,"strict_tools":true)"));
    row(
        "documents",
        [](Request &r) {
            r.extras.push_back({"documents", R"(["d"])"});
        },
        R"(,"documents":["d"])");
}

void CohereChatTest::writesMembers()
{
    QFETCH(Request, request);
    QFETCH(QByteArray, members);
    QCOMPARE(object(write(request)), plainWith(members));
}

void CohereChatTest::writesConversations()
{
    Request request;
    request.stream = true;
    request.messages.push_back(messageOf(Role::Developer, {.text = "Be brief."}));
    request.messages.push_back(messageOf(Role::User, {.text = "Look"}));
    Part image{.kind = PartKind::Image};
    image.media.mimeType = "image/png";
    image.media.data = "AAAA";
    request.messages[1].parts.push_back(image);
    request.messages.push_back(
        messageOf(Role::Assistant, {.kind = PartKind::Reasoning, .text = "I look."}));
    request.messages[2].parts.push_back(
        {.kind = PartKind::ToolCall, .id = "c", .name = "a", .arguments = R"({"x":1})"});
    Part result{.kind = PartKind::ToolResult, .id = "c"};
    result.parts = {{.text = "1"}, {.text = "2"}};
    request.messages.push_back(messageOf(Role::Tool, result));
    QCOMPARE(object(write(request)), object(R"({"model":"upstream-model","stream":true,"messages":[
        {"role":"system","content":"Be brief."},
        {"role":"user","content":[{"type":"text","text":"Look"},
            {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},
        {"role":"assistant","tool_plan":"I look.","tool_calls":[{"id":"c","type":"function",
            "function":{"name":"a","arguments":"{\u0022x\u0022:1}"}}]},
        {"role":"tool","tool_call_id":"c","content":"1\n2"}]})"));
}

void CohereChatTest::refusesByTheCallersName_data()
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
        "bias", [](Request &r) { r.logitBias = R"({"1":1})"; }, "logit_bias");
    row(
        "top logprobs", [](Request &r) { r.topLogprobs = 3; }, "top_logprobs");
    row(
        "min p", [](Request &r) { r.minP = "0.1"; }, "min_p");
    row(
        "repetition", [](Request &r) { r.repetitionPenalty = "1.2"; }, "repetition_penalty");
    row(
        "verbosity", [](Request &r) { r.verbosity = "low"; }, "verbosity");
    row(
        "modalities", [](Request &r) { r.modalities = R"(["audio"])"; }, "modalities");
    row(
        "no such tool",
        [](Request &r) {
            r.toolChoice = ToolChoice{ToolChoice::Mode::Named, "x", {}};
        },
        "tool_choice");
    row(
        "audio", [](Request &r) { r.messages[0].parts.push_back({.kind = PartKind::Audio}); },
        "messages");
    row(
        "file", [](Request &r) { r.messages[0].parts.push_back({.kind = PartKind::File}); },
        "messages");
    row(
        "extra",
        [](Request &r) {
            r.extras.push_back({"prediction", "{}"});
        },
        "prediction");
}

void CohereChatTest::refusesByTheCallersName()
{
    QFETCH(Request, request);
    QFETCH(QByteArray, refusal);
    QCOMPARE(write(request), refusal);
}

void CohereChatTest::readsReplies()
{
    const QByteArray body = R"({"id":"c","finish_reason":"TOOL_CALL","message":{
        "role":"assistant","content":[{"type":"thinking","thinking":"hm"},
        {"type":"text","text":"Hello"}],"tool_plan":"I look.","tool_calls":[{"id":"a_1",
        "type":"function","function":{"name":"a","arguments":""}}],"citations":[
        {"start":0,"end":5,"text":"Hello","sources":[{"type":"document","id":"d1"}]},
        {"start":0,"end":1,"text":"I","type":"PLAN"}]},
        "logprobs":[{"text":"He","logprobs":[-0.10,-2e-3]}],
        "usage":{"billed_units":{"input_tokens":1,"output_tokens":2},
        "tokens":{"input_tokens":70.0,"output_tokens":9},"cached_tokens":64}})"_ba;
    const auto reply = cohereChatCodec.readReply(JsonView::parse(body));
    QVERIFY(reply);
    const auto &parts = reply->choices[0].parts;
    QCOMPARE(parts.size(), 4U);
    QCOMPARE(parts[1].kind, PartKind::Reasoning);
    QCOMPARE(parts[1].text, "I look."_ba);
    QCOMPARE(parts[2].citations.size(), 1U);
    QCOMPARE(parts[2].citations[0].title, "d1"_ba);
    QCOMPARE(parts[3].arguments, "{}"_ba);
    QCOMPARE(reply->choices[0].finish, FinishReason::ToolCalls);
    QCOMPARE(reply->choices[0].logprobs,
             R"({"content":[{"token":"He","logprob":-0.10,"bytes":null,"top_logprobs":[]},)"
             R"({"token":"","logprob":-2e-3,"bytes":null,"top_logprobs":[]}]})"_ba);
    QCOMPARE(reply->usage.promptTokens, 70);
    QCOMPARE(reply->usage.cachedTokens, 64);
    QCOMPARE(reply->usage.completionTokens, 9);
    QVERIFY(!scanReply(Format::CohereChat, body).hasFailed);
    QVERIFY(!cohereChatCodec.readReply(JsonView::parse(R"({"message":"no"})")));
}

void CohereChatTest::mapsFinishReasons_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<FinishReason>("finish");
    QTest::newRow("complete") << "COMPLETE"_ba << FinishReason::Stop;
    QTest::newRow("sequence") << "STOP_SEQUENCE"_ba << FinishReason::Stop;
    QTest::newRow("length") << "MAX_TOKENS"_ba << FinishReason::Length;
    QTest::newRow("tools") << "TOOL_CALL"_ba << FinishReason::ToolCalls;
    QTest::newRow("error") << "ERROR"_ba << FinishReason::Error;
    QTest::newRow("timeout") << "TIMEOUT"_ba << FinishReason::Error;
}

void CohereChatTest::mapsFinishReasons()
{
    QFETCH(QByteArray, word);
    QFETCH(FinishReason, finish);
    const QByteArray body = R"({"message":{"content":"Hi"},"finish_reason":")"_ba + word + "\"}";
    const auto reply = cohereChatCodec.readReply(JsonView::parse(body));
    QVERIFY(reply);
    QCOMPARE(reply->choices[0].finish, finish);
    QCOMPARE(reply->choices[0].parts[0].text, "Hi"_ba);
}

void CohereChatTest::readsTextStreams()
{
    const ReaderRun run = readWhole(cohereChatCodec, textStream());
    QCOMPARE(run.chunks.size(), 7U);
    QCOMPARE(run.chunks[0].id, "c1"_ba);
    QCOMPARE(run.chunks[1].kind, ChunkKind::Reasoning);
    QCOMPARE(run.chunks[2].text, "H\xc3\xa9"_ba);
    QCOMPARE(run.chunks[3].citations[0].url, "u"_ba);
    QCOMPARE(run.chunks[4].finish, FinishReason::Stop);
    QCOMPARE(run.chunks[5].usage.promptTokens, 70);
    QCOMPARE(run.chunks[6].kind, ChunkKind::End);
}

void CohereChatTest::readsCallStreams()
{
    const ReaderRun run = readWhole(cohereChatCodec, callStream());
    QCOMPARE(run.chunks.size(), 9U);
    QCOMPARE(run.chunks[1].kind, ChunkKind::Reasoning);
    QCOMPARE(run.chunks[2].id, "a_1"_ba);
    QCOMPARE(QByteArray(run.chunks[3].text + run.chunks[4].text), R"({"x":1})"_ba);
    QCOMPARE(run.chunks[5].call, 1);
    QCOMPARE(run.chunks[6].text, "{}"_ba);
    QCOMPARE(run.chunks[7].finish, FinishReason::ToolCalls);
}

void CohereChatTest::readsTheSameHoweverItIsCut()
{
    for (const QByteArray &bytes : {textStream(), callStream()}) {
        QCOMPARE(cutThatMatters(cohereChatCodec, bytes), -1);
        const QByteArray whole =
            translated(Format::CohereChat, Format::OllamaChat, bytes, bytes.size());
        for (qsizetype size = 1; size < 200; ++size)
            QCOMPARE(translated(Format::CohereChat, Format::OllamaChat, bytes, size), whole);
    }
}

void CohereChatTest::failsWithTheProvidersError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("event") << "event: error\ndata: {\"message\":\"busy\"}\n\n"_ba
                           << "busy"_ba;
    QTest::newRow("no type") << "data: {\"message\":\"busy\"}\n\n"_ba
                             << "busy"_ba;
    QTest::newRow("end") << sent("message-end"_ba,
                                 R"("delta":{"finish_reason":"ERROR","error":"oops"})"_ba)
                         << "oops"_ba;
    QTest::newRow("timeout") << sent("message-end"_ba, R"("delta":{"finish_reason":"TIMEOUT"})"_ba)
                             << "the answer ended with TIMEOUT"_ba;
}

void CohereChatTest::failsWithTheProvidersError()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, message);
    const ReaderRun run = readWhole(cohereChatCodec, bytes);
    QVERIFY(run.hasFailed);
    QCOMPARE(run.error.message, message);
    QVERIFY(readWhole(cohereChatCodec, "data: {\"type\":\n\n"_ba).isMalformed);
}

void CohereChatTest::survivesChanges()
{
    for (const QByteArray &bytes : {textStream(), callStream()}) {
        mutate(bytes, 1500, [](const QByteArray &changed) {
            const QByteArray out =
                translated(Format::CohereChat, Format::OllamaChat, changed, changed.size());
            QCOMPARE(translated(Format::CohereChat, Format::OllamaChat, changed, 11), out);
        });
    }
    const QByteArray reply = R"({"id":"c","finish_reason":"TOOL_CALL","message":{"content":[
        {"type":"text","text":"x"}],"tool_plan":"p","tool_calls":[{"function":{}}],"citations":[
        {"sources":[{"document":{}}]}]},"usage":{"tokens":{"input_tokens":1}},"logprobs":[
        {"text":"a","logprobs":[1]}]})"_ba;
    mutate(reply, 4000, [](const QByteArray &changed) {
        (void)cohereChatCodec.readReply(JsonView::parse(changed));
    });
}

QTEST_GUILESS_MAIN(CohereChatTest)
#include "tst_coherechat.moc"
