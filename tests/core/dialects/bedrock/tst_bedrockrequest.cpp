// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/converse.h"
#include "core/dialects/bedrock/modelid.h"
#include "core/dialects/bedrock/path.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView claude("eu.anthropic.claude-sonnet-4-5-20250929-v1:0");
constexpr QByteArrayView llama("meta.llama3-3-70b-instruct-v1:0");
constexpr Quirks quirks{.name = "bedrock", .title = "Amazon Bedrock"};

Part text(const QByteArray &words)
{
    return {.kind = PartKind::Text, .text = words};
}

Part media(PartKind kind, const QByteArray &type, const QByteArray &data,
           const QByteArray &name = {})
{
    Part part{.kind = kind};
    part.media = {
        .mimeType = type, .data = data, .url = {}, .fileId = {}, .name = name, .detail = {}};
    return part;
}

Part call(const QByteArray &id, const QByteArray &name, const QByteArray &arguments = {})
{
    return {.kind = PartKind::ToolCall, .id = id, .name = name, .arguments = arguments};
}

Part result(const QByteArray &id, std::vector<Part> parts, bool isError = false)
{
    return {.kind = PartKind::ToolResult, .id = id, .parts = std::move(parts), .isError = isError};
}

Message message(Role role, std::vector<Part> parts)
{
    return {.role = role, .parts = std::move(parts)};
}

Tool tool(const QByteArray &name, const QByteArray &schema = {})
{
    Tool made;
    made.name = name;
    made.parameters = schema;
    return made;
}

Request question(std::vector<Message> messages = {})
{
    Request request;
    request.messages = std::move(messages);
    if (request.messages.empty())
        request.messages.push_back(message(Role::User, {text("Hi")}));
    return request;
}

Result<WrittenRequest> written(const Request &request, QByteArrayView model = claude)
{
    return bedrockConverseCodec.writeRequest(request, {.model = model, .quirks = quirks});
}

//! The body without its empty list of system messages; {"error":path} for a refusal.
QByteArray body(const Request &request, QByteArrayView model = claude)
{
    const auto result = written(request, model);
    if (!result)
        return "error " + result.error().path.toUtf8();
    if (!JsonView::parse(result->body).isObject())
        return "not JSON: " + result->body;
    QByteArray json = result->body;
    return json.replace(R"(,"system":[])", "");
}

QByteArray refused(const Request &request, QByteArrayView model = claude)
{
    const auto result = written(request, model);
    return result ? "sent: " + result->body : result.error().path.toUtf8();
}

const QByteArray hi = R"({"messages":[{"role":"user","content":[{"text":"Hi"}]}])";

} // namespace

class BedrockRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesMessages_data();
    void writesMessages();
    void mergesTurns();
    void putsResultsFirst();
    void keepsThoughtsOfItsOwn();
    void writesMedia_data();
    void writesMedia();
    void namesDocuments();
    void writesParameters_data();
    void writesParameters();
    void keepsNumbers();
    void writesTools();
    void keepsToolsOfTheHistory();
    void writesToolChoices_data();
    void writesToolChoices();
    void writesThinking();
    void writesCachePoints();
    void refusesByName_data();
    void refusesByName();
    void refusesMedia();
    void tellsWhatItDropped();
    void knowsModels_data();
    void knowsModels();
    void buildsTargets();
};

void BedrockRequestTest::writesMessages_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("text") << question() << QByteArray(hi + '}');
    QTest::newRow("system")
        << question({message(Role::System, {text("Be brief.")}), message(Role::User, {text("Hi")}),
                     message(Role::Developer, {text("And kind.")})})
        << QByteArray(hi + R"(,"system":[{"text":"Be brief."},{"text":"And kind."}]})");
    QTest::newRow("turns") << question({message(Role::User, {text("a")}),
                                        message(Role::Assistant, {text("b")}),
                                        message(Role::User, {text("c")})})
                           << R"({"messages":[{"role":"user","content":[{"text":"a"}]},)"
                              R"({"role":"assistant","content":[{"text":"b"}]},)"
                              R"({"role":"user","content":[{"text":"c"}]}]})"_ba;
    QTest::newRow("blank") << question(
        {message(Role::User, {text(" \n"), text("Hi")}), message(Role::Assistant, {text("")})})
                           << QByteArray(hi + '}');
    Request object = question();
    object.output.kind = OutputFormat::Kind::JsonObject;
    QTest::newRow("json object")
        << object
        << QByteArray(hi
                      + R"(,"system":[{"text":"Answer with one JSON object and nothing else."}]})");
}

void BedrockRequestTest::writesMessages()
{
    QFETCH(Request, request);
    QTEST(body(request), "expected");
}

void BedrockRequestTest::mergesTurns()
{
    const Request request =
        question({message(Role::User, {text("a")}), message(Role::Assistant, {text("")}),
                  message(Role::User, {text("b")}), message(Role::Assistant, {text("c")}),
                  message(Role::Assistant, {text("d")})});
    QCOMPARE(body(request),
             R"({"messages":[{"role":"user","content":[{"text":"a"},{"text":"b"}]},)"
             R"({"role":"assistant","content":[{"text":"c"},{"text":"d"}]}]})"_ba);
}

void BedrockRequestTest::putsResultsFirst()
{
    Request request = question(
        {message(Role::User, {text("Weather?")}),
         message(Role::Assistant,
                 {text("Looking."), call("c.1", "get", R"({"x":1.0})"), call("c2", "get")}),
         message(Role::User, {text("quick")}), message(Role::Tool, {result("c.1", {text("sun")})}),
         message(Role::Tool, {result("c2", {}, true)})});
    request.tools = {tool("get")};
    const QByteArray sent = body(request);
    QVERIFY(sent.contains(R"({"toolUse":{"toolUseId":"c_1","name":"get","input":{"x":1.0}}})"));
    QVERIFY(sent.contains(R"({"toolUse":{"toolUseId":"c2","name":"get","input":{}}})"));
    const QByteArray first = R"j({"toolResult":{"toolUseId":"c_1","content":[{"text":"sun"}]}})j";
    const QByteArray second =
        R"j({"toolResult":{"toolUseId":"c2","content":[{"text":"(empty)"}],"status":"error"}})j";
    const QByteArray all = "\"content\":[" + first + ',' + second + R"j(,{"text":"quick"}])j";
    QVERIFY(sent.contains(all));
    QVERIFY(body(request, llama)
                .contains(R"({"toolResult":{"toolUseId":"c2","content":[{"text":"Error:"}]}})"));
}

void BedrockRequestTest::keepsThoughtsOfItsOwn()
{
    const Part own{
        .kind = PartKind::Reasoning, .text = "hm", .signature = "S", .signedBy = Family::Bedrock};
    const Part hidden{
        .kind = PartKind::Reasoning, .signedBy = Family::Bedrock, .encrypted = "RQ=="};
    const Part unproven{.kind = PartKind::Reasoning, .text = "psst"};
    const Part gemini{
        .kind = PartKind::Reasoning, .text = "g", .signature = "G", .signedBy = Family::Gemini};
    const Part anthropic{
        .kind = PartKind::Reasoning, .text = "a", .signature = "A", .signedBy = Family::Anthropic};
    const Request request =
        question({message(Role::User, {text("q")}),
                  message(Role::Assistant, {own, hidden, unproven, gemini, anthropic, text("x")})});
    const QByteArray kept =
        R"({"reasoningContent":{"reasoningText":{"text":"hm","signature":"S"}}},)"
        R"({"reasoningContent":{"redactedContent":"RQ=="}},)";
    const QByteArray claudes =
        R"({"reasoningContent":{"reasoningText":{"text":"a","signature":"A"}}},)";
    const QByteArray opening = "\"content\":[";
    const QByteArray last = R"({"text":"x"}])";
    QVERIFY(body(request).contains(QByteArray(opening + kept + claudes + last)));
    QVERIFY(body(request, llama).contains(QByteArray(opening + kept + last)));
}

void BedrockRequestTest::writesMedia_data()
{
    QTest::addColumn<Part>("part");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("png") << media(PartKind::Image, "image/png", "QUJD")
                         << R"({"image":{"format":"png","source":{"bytes":"QUJD"}}})"_ba;
    QTest::newRow("jpg") << media(PartKind::Image, "image/jpg", "QUJD")
                         << R"({"image":{"format":"jpeg","source":{"bytes":"QUJD"}}})"_ba;
    QTest::newRow("pdf")
        << media(PartKind::File, "application/pdf", "QUJD", "Angebot für März.pdf")
        << R"({"document":{"format":"pdf","name":"Angebot f-r M-rz-pdf","source":{"bytes":"QUJD"}}})"_ba;
    QTest::newRow("by name")
        << media(PartKind::File, {}, "QUJD", "a.XLSX")
        << R"({"document":{"format":"xlsx","name":"a-XLSX","source":{"bytes":"QUJD"}}})"_ba;
    QTest::newRow("charset")
        << media(PartKind::File, "text/plain; charset=utf-8", "QUJD")
        << R"({"document":{"format":"txt","name":"document","source":{"bytes":"QUJD"}}})"_ba;
    Part plain{.kind = PartKind::File, .text = "ABC"};
    plain.media.name = "notes";
    QTest::newRow("plain text")
        << plain << R"({"document":{"format":"txt","name":"notes","source":{"bytes":"QUJD"}}})"_ba;
    QTest::newRow("image as file") << media(PartKind::File, "image/gif", "QUJD")
                                   << R"({"image":{"format":"gif","source":{"bytes":"QUJD"}}})"_ba;
    QTest::newRow("wav") << media(PartKind::Audio, "audio/wav", "QUJD")
                         << R"({"audio":{"format":"wav","source":{"bytes":"QUJD"}}})"_ba;
    QTest::newRow("video") << media(PartKind::File, "video/mp4", "QUJD")
                           << R"({"video":{"format":"mp4","source":{"bytes":"QUJD"}}})"_ba;
}

void BedrockRequestTest::writesMedia()
{
    QFETCH(Part, part);
    QFETCH(QByteArray, expected);
    QCOMPARE(body(question({message(Role::User, {part})})),
             R"({"messages":[{"role":"user","content":[)" + expected + "]}]}");
}

void BedrockRequestTest::namesDocuments()
{
    const Part file = media(PartKind::File, "application/pdf", "QQ==", "a");
    const QByteArray sent = body(question({message(Role::User, {file, file})}));
    QVERIFY(sent.contains(R"("name":"a")") && sent.contains(R"j("name":"a (2)")j"));
}

void BedrockRequestTest::writesParameters_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, auto change, QByteArrayView model, QByteArrayView tail) {
        Request request = question();
        change(request);
        QTest::newRow(name) << request << model.toByteArray()
                            << QByteArray(hi + tail.toByteArray());
    };
    row(
        "inference",
        [](Request &r) {
            r.maxTokens = 100;
            r.temperature = "0.20";
            r.topP = "0.9";
            r.stop = {"END"};
        },
        llama,
        R"(,"inferenceConfig":{"maxTokens":100,"temperature":0.20,"topP":0.9,"stopSequences":["END"]}})");
    row(
        "stop of Claude", [](Request &r) { r.stop = {"END"}; }, claude,
        R"(,"inferenceConfig":{"stopSequences":["END"]},"additionalModelResponseFieldPaths":["/stop_sequence"]})");
    row(
        "top_k", [](Request &r) { r.topK = "5"; }, claude,
        R"(,"additionalModelRequestFields":{"top_k":5}})");
    row(
        "Nova's top_k", [](Request &r) { r.topK = "5"; }, "us.amazon.nova-pro-v1:0",
        R"(,"additionalModelRequestFields":{"inferenceConfig":{"topK":5}}})");
    row(
        "Cohere's top_k", [](Request &r) { r.topK = "5"; }, "cohere.command-r-plus-v1:0",
        R"(,"additionalModelRequestFields":{"k":5}})");
    row(
        "penalty", [](Request &r) { r.presencePenalty = "0.5"; }, "ai21.jamba-1-5-large-v1:0",
        R"(,"additionalModelRequestFields":{"presence_penalty":0.5}})");
    row(
        "neutral",
        [](Request &r) {
            r.n = 1;
            r.logprobs = false;
            r.presencePenalty = "0";
            r.frequencyPenalty = "0.0";
            r.topP = "1";
            r.logitBias = "{}";
            r.modalities = R"(["text"])";
            r.verbosity = "medium";
            r.parallelToolCalls = false;
        },
        claude, "}");
    row(
        "schema",
        [](Request &r) {
            r.output = {.kind = OutputFormat::Kind::JsonSchema,
                        .name = "city",
                        .description = {},
                        .schema = R"({"type":"object"})",
                        .strict = {}};
        },
        claude,
        R"(,"outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":{"schema":"{\"type\":\"object\"}","name":"city"}}}}})");
    row(
        "metadata",
        [](Request &r) {
            r.user = "u-1";
            r.metadata = R"({"team":"a b"})";
        },
        claude, R"(,"requestMetadata":{"team":"a b","user":"u-1"}})");
    row(
        "tier", [](Request &r) { r.serviceTier = "flex"; }, claude,
        R"(,"serviceTier":{"type":"flex"}})");
}

void BedrockRequestTest::writesParameters()
{
    QFETCH(Request, request);
    QFETCH(QByteArray, model);
    QTEST(body(request, model), "expected");
}

void BedrockRequestTest::keepsNumbers()
{
    Request request = question();
    request.temperature = "1e-7";
    request.tools = {tool("t", R"({"type":"object","maximum":9007199254740993,"x":-0.0})")};
    const QByteArray sent = body(request);
    QVERIFY(sent.contains(R"("temperature":1e-7)"));
    QVERIFY(sent.contains(R"("maximum":9007199254740993,"x":-0.0)"));
}

void BedrockRequestTest::writesTools()
{
    Request request = question();
    Tool strict = tool("a", R"({"type":"object"})");
    strict.description = "says";
    strict.strict = true;
    Tool builtIn;
    builtIn.builtIn = "web_search";
    builtIn.mayBeDropped = true;
    request.tools = {strict, builtIn, tool("b")};
    QCOMPARE(
        body(request),
        hi
            + R"(,"toolConfig":{"tools":[{"toolSpec":{"name":"a","description":"says",)"
              R"("inputSchema":{"json":{"type":"object"}},"strict":true}},{"toolSpec":{"name":"b",)"
              R"("inputSchema":{"json":{"type":"object","properties":{}}}}}]}})");
    QCOMPARE(written(request)->dropped.front(), "tools[web_search]"_ba);
}

void BedrockRequestTest::keepsToolsOfTheHistory()
{
    const QByteArray stub = R"("toolConfig":{"tools":[{"toolSpec":{"name":"get","inputSchema":)"
                            R"({"json":{"type":"object","properties":{}}}}}]}})";
    Request request = question({message(Role::User, {text("q")}),
                                message(Role::Assistant, {call("1", "get"), call("2", "get")}),
                                message(Role::Tool, {result("1", {text("x")})})});
    request.toolChoice = ToolChoice{.mode = ToolChoice::Mode::None, .name = {}, .allowed = {}};
    QVERIFY(body(request).endsWith(stub));
    request = question({message(Role::Tool, {result("1", {text("x")})})});
    QVERIFY(body(request).contains(R"("name":"unavailable")"));
}

void BedrockRequestTest::writesToolChoices_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("auto") << int(ToolChoice::Mode::Auto) << "}}]}}"_ba;
    QTest::newRow("required") << int(ToolChoice::Mode::Required)
                              << R"(}}],"toolChoice":{"any":{}}}})"_ba;
    QTest::newRow("named") << int(ToolChoice::Mode::Named)
                           << R"(}}],"toolChoice":{"tool":{"name":"a"}}}})"_ba;
    QTest::newRow("none") << int(ToolChoice::Mode::None) << R"([{"text":"Hi"}]}]})"_ba;
}

void BedrockRequestTest::writesToolChoices()
{
    QFETCH(int, mode);
    QFETCH(QByteArray, expected);
    Request request = question();
    request.tools = {tool("a"), tool("b")};
    request.toolChoice = ToolChoice{.mode = ToolChoice::Mode(mode), .name = "a", .allowed = {}};
    QVERIFY2(body(request).endsWith(expected), body(request).constData());
    request.toolChoice->allowed = {"b"_ba};
    QVERIFY(!body(request).contains(R"("toolSpec":{"name":"a")"));
}

void BedrockRequestTest::writesThinking()
{
    Request request = question();
    request.reasoning.budgetTokens = 4000;
    const auto fields = [&](QByteArrayView model = claude) {
        const QByteArray sent = body(request, model);
        const qsizetype at = sent.indexOf(R"("additionalModelRequestFields")");
        return at < 0 ? sent : sent.mid(at);
    };
    QCOMPARE(
        fields(),
        R"("additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":4000}}})"_ba);
    request.maxTokens = 2000;
    QVERIFY(fields().contains(R"("budget_tokens":1999)"));
    request.maxTokens = 500; // nothing would be left of the answer
    QVERIFY(!fields().contains("thinking"));
    QCOMPARE(written(request)->dropped.front(), "reasoning_effort"_ba);
    request = question();
    request.reasoning.effort = "high";
    QCOMPARE(fields("openai.gpt-oss-120b-1:0"),
             R"("additionalModelRequestFields":{"reasoning_effort":"high"}})"_ba);
    QCOMPARE(
        fields("us.amazon.nova-2-lite-v1:0"),
        R"("additionalModelRequestFields":{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"high"}}})"_ba);
    QCOMPARE(refused(request, llama), "reasoning_effort"_ba);
    request.reasoning = {};
    request.reasoning.enabled = false;
    QCOMPARE(body(request, llama), QByteArray(hi + '}'));
}

void BedrockRequestTest::writesCachePoints()
{
    Request request = question();
    request.source = Format::AnthropicMessages;
    request.messages.front().parts.front().cacheControl = R"({"type":"ephemeral","ttl":"1h"})";
    request.tools = {tool("a")};
    request.tools.front().cacheControl = R"({"type":"ephemeral"})";
    const QByteArray sent = body(request);
    QVERIFY(sent.contains(R"([{"text":"Hi"},{"cachePoint":{"type":"default","ttl":"1h"}}])"));
    QVERIFY(sent.contains(R"(}},{"cachePoint":{"type":"default"}}]})"));
    QVERIFY(!body(request, llama).contains("cachePoint"));
    QCOMPARE(written(request, llama)->dropped.size(), std::size_t(2));
}

void BedrockRequestTest::refusesByName_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *name, auto change, QByteArrayView path) {
        Request request = question();
        change(request);
        QTest::newRow(name) << request << path.toByteArray();
    };
    row(
        "n", [](Request &r) { r.n = 2; }, "n");
    row(
        "seed", [](Request &r) { r.seed = "1"; }, "seed");
    row(
        "logprobs", [](Request &r) { r.logprobs = true; }, "logprobs");
    row(
        "top_logprobs", [](Request &r) { r.topLogprobs = 3; }, "top_logprobs");
    row(
        "logit_bias", [](Request &r) { r.logitBias = R"({"5":1})"; }, "logit_bias");
    row(
        "verbosity", [](Request &r) { r.verbosity = "low"; }, "verbosity");
    row(
        "modalities", [](Request &r) { r.modalities = R"(["text","audio"])"; }, "modalities");
    row(
        "stop", [](Request &r) { r.stop = {"\n"}; }, "stop");
    row(
        "penalty", [](Request &r) { r.presencePenalty = "1"; }, "presence_penalty");
    row(
        "temperature", [](Request &r) { r.temperature = "1.5"; }, "temperature");
    row(
        "thinking and temperature",
        [](Request &r) {
            r.temperature = "0.5";
            r.reasoning.budgetTokens = 2000;
        },
        "temperature");
    row(
        "extra",
        [](Request &r) {
            r.extras = {{"prediction", "{}"}};
        },
        "prediction");
    row(
        "part extra",
        [](Request &r) {
            r.messages.front().parts.front().extras = {{"odd", "1"}};
        },
        "odd");
    row(
        "tool name", [](Request &r) { r.tools = {tool("a.b")}; }, "tools");
    row(
        "built-in",
        [](Request &r) {
            r.tools = {Tool()};
            r.tools.front().builtIn = "web_search";
        },
        "tools");
    row(
        "none after calls",
        [](Request &r) {
            r.messages = {message(Role::User, {text("q")}),
                          message(Role::Assistant, {call("1", "a")}),
                          message(Role::Tool, {result("1", {})})};
            r.tools = {tool("a")};
            r.toolChoice = ToolChoice{.mode = ToolChoice::Mode::None, .name = {}, .allowed = {}};
        },
        "tool_choice");
    row(
        "assistant first",
        [](Request &r) { r.messages = {message(Role::Assistant, {text("Hello!")})}; }, "messages");
    row(
        "nothing said", [](Request &r) { r.messages = {message(Role::User, {text(" ")})}; },
        "messages");
    row(
        "Gemini's words",
        [](Request &r) {
            r.source = Format::GeminiGenerate;
            r.n = 2;
        },
        "generationConfig.candidateCount");
}

void BedrockRequestTest::refusesByName()
{
    QFETCH(Request, request);
    QTEST(refused(request), "path");
}

void BedrockRequestTest::refusesMedia()
{
    Part remote{.kind = PartKind::Image};
    remote.media.url = "https://example.com/a.png";
    QCOMPARE(refused(question({message(Role::User, {remote})})), "messages"_ba);
    const Part odd = media(PartKind::Image, "image/tiff", "QQ==");
    QCOMPARE(refused(question({message(Role::User, {odd})})), "messages"_ba);
    const Part inSystem = media(PartKind::Image, "image/png", "QQ==");
    QCOMPARE(
        refused(question({message(Role::System, {inSystem}), message(Role::User, {text("Hi")})})),
        "messages"_ba);
}

void BedrockRequestTest::tellsWhatItDropped()
{
    Request request = question();
    request.promptCacheKey = "k";
    request.user = "jörg";
    request.metadata = R"({"a":1})";
    request.serviceTier = "auto";
    request.minP = "0.1";
    request.extras = {{"store", "true"}};
    request.messages.front().name = "joe";
    const auto result = written(request);
    QVERIFY(result);
    const std::vector<QByteArray> expected{
        "prompt_cache_key", "min_p", "store", "messages.name", "metadata", "user", "service_tier"};
    QCOMPARE(result->dropped, expected);
}

void BedrockRequestTest::knowsModels_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("maker");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *id, BedrockMaker maker, QByteArrayView name) {
        QTest::newRow(id) << QByteArray(id) << int(maker) << name.toByteArray();
    };
    row("anthropic.claude-3-haiku-20240307-v1:0", BedrockMaker::Anthropic,
        "claude-3-haiku-20240307-v1:0");
    row("us-gov.anthropic.claude-3-haiku-20240307-v1:0", BedrockMaker::Anthropic,
        "claude-3-haiku-20240307-v1:0");
    row("arn:aws:bedrock:us-east-1:1:inference-profile/global.anthropic.claude-opus-4-6-v1",
        BedrockMaker::Anthropic, "claude-opus-4-6-v1");
    row("arn:aws:bedrock:us-east-1:1:application-inference-profile/abc1", BedrockMaker::Other,
        "abc1");
    row("ai21.jamba-1-5-mini-v1:0", BedrockMaker::Ai21, "jamba-1-5-mini-v1:0");
    row("moonshot.kimi-k2.5", BedrockMaker::Other, "kimi-k2.5");
    row("qwen.qwen3-32b-v1:0", BedrockMaker::Qwen, "qwen3-32b-v1:0");
}

void BedrockRequestTest::knowsModels()
{
    QFETCH(QByteArray, id);
    QTEST(int(bedrockMaker(id)), "maker");
    QTEST(bedrockModelName(id).toByteArray(), "name");
}

void BedrockRequestTest::buildsTargets()
{
    QCOMPARE(converseTarget("", claude, false),
             "/model/eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse"_ba);
    QCOMPARE(converseTarget("/base", "arn:aws:bedrock:eu-west-1:1:inference-profile/x", true),
             "/base/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A1%3Ainference-profile%2Fx/"
             "converse-stream"_ba);
    QCOMPARE(bedrockOpenAiTarget(""), "/openai/v1/chat/completions"_ba);
    QCOMPARE(percentEncoded("a b%/ü~"), "a%20b%25%2F%C3%BC~"_ba);
}

QTEST_GUILESS_MAIN(BedrockRequestTest)
#include "tst_bedrockrequest.moc"
