// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/toolids.h"
#include "tests/support/geminisamples.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::GeminiSamples;
using namespace Qt::StringLiterals;

namespace {

const ChatCodec &codec()
{
    return chatCodec(Format::GeminiGenerate);
}

Result<Request> read(const QByteArray &body)
{
    return codec().readRequest(JsonView::parse(body));
}

Result<WrittenRequest> write(const Request &request, QByteArrayView model = "gemini-2.5-flash")
{
    return codec().writeRequest(request, {model, quirks});
}

QJsonObject written(const Request &request, QByteArrayView model = "gemini-2.5-flash")
{
    const auto body = write(request, model);
    return body ? json(body->body) : QJsonObject{{u"error"_s, body.error().path}};
}

Request openAi(std::vector<Message> messages = {{.role = Role::User, .parts = {{.text = "hi"}}}})
{
    Request request;
    request.messages = std::move(messages);
    return request;
}

Part call(const QByteArray &id, const QByteArray &name, const QByteArray &arguments = "{}")
{
    Part part{.kind = PartKind::ToolCall};
    part.id = id;
    part.name = name;
    part.arguments = arguments;
    return part;
}

Part result(const QByteArray &id, const QByteArray &text)
{
    Part part{.kind = PartKind::ToolResult};
    part.id = id;
    part.parts.push_back({.text = text});
    return part;
}

Tool tool(const QByteArray &name)
{
    Tool tool;
    tool.name = name;
    return tool;
}

QJsonArray contents(const Request &request, QByteArrayView model = "gemini-2.5-flash")
{
    return written(request, model)[u"contents"].toArray();
}

QJsonObject config(const Request &request, QByteArrayView model = "gemini-2.5-flash")
{
    return written(request, model)[u"generationConfig"].toObject();
}

QJsonArray list(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).array();
}

} // namespace

class GeminiRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackTheSame_data();
    void comesBackTheSame();
    void readsSnakeCase();
    void readsSchemas();
    void namesWrongFields_data();
    void namesWrongFields();
    void givesCallsWithoutIdsTheirOwn();
    void keepsProofsOfOtherFamilies();
    void mergesTurns();
    void putsResultsInOneTurn();
    void wrapsResults();
    void sendsProofs();
    void leavesForeignThoughtsOut();
    void sendsMedia();
    void sendsTools();
    void choosesTools_data();
    void choosesTools();
    void sendsSettings();
    void keepsNumbersAsTheyAre();
    void thinksAsTheModelDoes_data();
    void thinksAsTheModelDoes();
    void shrinksSeeds_data();
    void shrinksSeeds();
    void refusesByName_data();
    void refusesByName();
    void tellsWhatItDropped();
    void countsTokens();
    void survivesDamage();
};

void GeminiRequestTest::comesBackTheSame_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto turn = [](const QByteArray &parts) -> QByteArray {
        return R"({"contents":[{"role":"user","parts":[)" + parts + "]}]";
    };
    const QByteArray hi = turn(R"({"text":"hi"})");
    const auto row = [](const char *name, const QByteArray &body) {
        QTest::newRow(name) << QByteArray(body + '}');
    };
    row("text", hi);
    row("system", hi + R"(,"systemInstruction":{"parts":[{"text":"be brief"}]})");
    row("turns",
        R"({"contents":[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"b"}]},{"role":"user","parts":[{"text":"c"}]}])");
    row("image", turn(R"({"text":"see"},{"inlineData":{"mimeType":"image/png","data":"AAAA"}})"));
    row("audio", turn(R"({"inlineData":{"mimeType":"audio/wav","data":"AAAA"}})"));
    row("file", turn(R"({"inlineData":{"mimeType":"application/pdf","data":"AAAA"}})"));
    row("kept file",
        turn(
            R"({"fileData":{"mimeType":"video/mp4","fileUri":"https://generativelanguage.googleapis.com/v1beta/files/x"},"videoMetadata":{"fps":1}})"));
    row("YouTube", turn(R"({"fileData":{"fileUri":"https://www.youtube.com/watch?v=x"}})"));
    row("calls",
        R"({"contents":[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"functionCall":{"id":"c1","name":"f","args":{"a":1}},"thoughtSignature":"QUJD"},{"functionCall":{"id":"c2","name":"f","args":{}}}]},{"role":"user","parts":[{"functionResponse":{"id":"c1","name":"f","response":{"result":"x"}}},{"functionResponse":{"id":"c2","name":"f","response":{"output":"y"}}}]}])");
    row("calls without ids",
        R"({"contents":[{"role":"model","parts":[{"functionCall":{"name":"f","args":{"a":1}}},{"functionCall":{"name":"g","args":{}}}]},{"role":"user","parts":[{"functionResponse":{"name":"f","response":{"a":[1]}}},{"functionResponse":{"name":"g","response":{"error":"no"}}}]}])");
    row("thoughts",
        R"({"contents":[{"role":"model","parts":[{"text":"hm","thought":true,"thoughtSignature":"QUJD"},{"text":"b","thoughtSignature":"QUJE"}]},{"role":"user","parts":[{"text":"c"}]}])");
    row("code",
        R"({"contents":[{"role":"model","parts":[{"executableCode":{"language":"PYTHON","code":"1+1"}},{"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"2"}}]},{"role":"user","parts":[{"text":"c"}]}])");
    row("tools",
        hi + R"(,"tools":[{"functionDeclarations":[{"name":"f","description":"d","parametersJsonSchema":{"type":"object","properties":{"a":{"type":"string"}}}}]},{"googleSearch":{}},{"codeExecution":{}},{"urlContext":{}}],"toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["f"]},"retrievalConfig":{"languageCode":"de"}})");
    row("settings",
        hi + R"(,"generationConfig":{"temperature":0.10,"topP":1,"topK":40,"seed":-7,"maxOutputTokens":100,"candidateCount":2,"stopSequences":["a","b"],"presencePenalty":0.5,"frequencyPenalty":-0.5,"responseLogprobs":true,"logprobs":3,"mediaResolution":"MEDIA_RESOLUTION_LOW","responseModalities":["TEXT"]})");
    row("schema",
        hi + R"(,"generationConfig":{"responseMimeType":"application/json","responseJsonSchema":{"type":"object","$defs":{}}})");
    row("JSON", hi + R"(,"generationConfig":{"responseMimeType":"application/json"})");
    row("enum", hi + R"(,"generationConfig":{"responseMimeType":"text/x.enum"})");
    row("budget",
        hi + R"(,"generationConfig":{"thinkingConfig":{"thinkingBudget":512,"includeThoughts":true}})");
    row("no thinking", hi + R"(,"generationConfig":{"thinkingConfig":{"thinkingBudget":0}})");
    row("free thinking", hi + R"(,"generationConfig":{"thinkingConfig":{"thinkingBudget":-1}})");
    row("extras",
        hi + R"(,"safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_NONE"}],"labels":{"a":"b"},"cachedContent":"cachedContents/x","serviceTier":"flex")");
}

void GeminiRequestTest::comesBackTheSame()
{
    QFETCH(const QByteArray, body);
    QVERIFY(JsonView::parse(body).isSound());
    const auto request = read(body);
    QVERIFY2(request.has_value(), request ? "" : qPrintable(request.error().detail));
    QCOMPARE(written(*request), json(body));
}

void GeminiRequestTest::readsSnakeCase()
{
    const auto snake = read(
        R"({"contents":[{"parts":[{"inline_data":{"mime_type":"image/png","data":"AA"}},{"file_data":{"file_uri":"gs://a/b"}}]}],"system_instruction":{"parts":[{"text":"s"}]},"generation_config":{"max_output_tokens":5,"top_p":0.5,"stop_sequences":["x"],"thinking_config":{"thinking_budget":7}},"tool_config":{"function_calling_config":{"mode":"ANY","allowed_function_names":["f"]}},"tools":[{"function_declarations":[{"name":"f","parameters_json_schema":{}}]},{"google_search":{}}],"safety_settings":[]})");
    const auto camel = read(
        R"({"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":"AA"}},{"fileData":{"fileUri":"gs://a/b"}}]}],"systemInstruction":{"parts":[{"text":"s"}]},"generationConfig":{"maxOutputTokens":5,"topP":0.5,"stopSequences":["x"],"thinkingConfig":{"thinkingBudget":7}},"toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["f"]}},"tools":[{"functionDeclarations":[{"name":"f","parametersJsonSchema":{}}]},{"googleSearch":{}}],"safetySettings":[]})");
    QVERIFY(snake && camel);
    QVERIFY(*snake == *camel);
    QCOMPARE(snake->reasoning.budgetTokens, 7);
    QCOMPARE(snake->toolChoice->name, "f"_ba);
}

void GeminiRequestTest::readsSchemas()
{
    const auto request = read(
        R"({"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f","parameters":{"type":"OBJECT","properties":{"type":{"type":"STRING","nullable":true},"l":{"type":"ARRAY","minItems":"2","items":{"type":"INTEGER","format":"int64"}}},"required":["l"],"propertyOrdering":["l"]}}]}]})");
    QVERIFY(request.has_value());
    const auto want1 = json(
        R"({"type":"object","properties":{"type":{"type":["string","null"]},"l":{"type":"array","minItems":2,"items":{"type":"integer","format":"int64"}}},"required":["l"]})");
    QCOMPARE(json(request->tools[0].parameters), want1);
}

void GeminiRequestTest::namesWrongFields_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    const auto row = [](const QByteArray &body, const QString &path) {
        QTest::addRow("%s", body.constData()) << body << path;
    };
    const QByteArray hi = R"({"contents":[{"parts":[{"text":"a"}]}],)";
    row("{}", u"contents"_s);
    row(R"({"contents":[]})", u"contents"_s);
    row(R"({"contents":"hi"})", u"contents"_s);
    row(R"({"contents":[1]})", u"contents[0]"_s);
    row(R"({"contents":[{"role":"system","parts":[]}]})", u"contents[0].role"_s);
    row(R"({"contents":[{"parts":"x"}]})", u"contents[0].parts"_s);
    row(R"({"contents":[{"parts":[{"text":"a"},{"x":1}]}]})", u"contents[0].parts[1]"_s);
    row(R"({"contents":[{"parts":[{"functionCall":{}}]}]})",
        u"contents[0].parts[0].functionCall.name"_s);
    row(hi + R"("tools":{}})", u"tools"_s);
    row(hi + R"("tools":[{"functionDeclarations":{}}]})", u"tools[0].functionDeclarations"_s);
    row(hi + R"("tools":[{"functionDeclarations":[{}]}]})",
        u"tools[0].functionDeclarations[0].name"_s);
    row(hi + R"("toolConfig":{"functionCallingConfig":{"mode":"SOME"}}})",
        u"toolConfig.functionCallingConfig.mode"_s);
    row(hi + R"("generationConfig":[]})", u"generationConfig"_s);
    row(hi + R"("generationConfig":{"temperature":"1"}})", u"generationConfig.temperature"_s);
    row(hi + R"("generationConfig":{"maxOutputTokens":1.5}})",
        u"generationConfig.maxOutputTokens"_s);
    row(hi + R"("generationConfig":{"stopSequences":[1]}})", u"generationConfig.stopSequences"_s);
}

void GeminiRequestTest::namesWrongFields()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, path);
    const auto request = read(body);
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(request.error().path, path);
}

void GeminiRequestTest::givesCallsWithoutIdsTheirOwn()
{
    const auto request = read(
        R"({"contents":[{"role":"model","parts":[{"functionCall":{"name":"f","args":{}}},{"functionCall":{"name":"g","args":{}}},{"functionCall":{"name":"f","args":{}}}]},{"role":"user","parts":[{"functionResponse":{"name":"g","response":{}}},{"functionResponse":{"name":"f","response":{}}},{"functionResponse":{"name":"f","response":{}}},{"text":"and"}]}]})");
    QVERIFY(request.has_value());
    QCOMPARE(request->messages.size(), 3U);
    const auto &calls = request->messages[0].parts;
    const auto &results = request->messages[1].parts;
    QVERIFY(request->messages[1].role == Role::Tool);
    QVERIFY(calls[0].id != calls[1].id && calls[1].id != calls[2].id && calls[0].id != calls[2].id);
    QCOMPARE(results[0].id, calls[1].id);
    QCOMPARE(results[1].id, calls[0].id);
    QCOMPARE(results[2].id, calls[2].id);
    QVERIFY(request->messages[2].role == Role::User);
}

void GeminiRequestTest::keepsProofsOfOtherFamilies()
{
    Reply reply;
    reply.choices.emplace_back();
    Part thought{.kind = PartKind::Reasoning, .text = "hm"};
    thought.signature = "sig.+/=";
    thought.signedBy = Family::Anthropic;
    Part hidden{.kind = PartKind::Reasoning};
    hidden.encrypted = "enc.x";
    hidden.signature = "rs_1";
    hidden.signedBy = Family::OpenAi;
    reply.choices[0].parts = {thought, hidden};
    const QByteArray body = codec().writeReply(reply, {});
    const auto content = JsonView::parse(body)["candidates"].at(0)["content"];
    const auto request = read("{\"contents\":["_ba + content.raw() + "]}");
    QVERIFY(request.has_value());
    QVERIFY(request->messages[0].parts[0] == thought);
    QVERIFY(request->messages[0].parts[1] == hidden);
}

void GeminiRequestTest::mergesTurns()
{
    const Request request = openAi({{.role = Role::System, .parts = {{.text = "one"}}},
                                    {.role = Role::User, .parts = {{.text = "a"}}},
                                    {.role = Role::User, .parts = {{.text = "b"}}},
                                    {.role = Role::Assistant, .parts = {{.text = "c"}}},
                                    {.role = Role::Assistant, .parts = {{.text = ""}}},
                                    {.role = Role::Developer, .parts = {{.text = "two"}}},
                                    {.role = Role::Assistant, .parts = {{.text = "d"}}}});
    const auto want2 = list(
        R"([{"role":"user","parts":[{"text":"a"},{"text":"b"}]},{"role":"model","parts":[{"text":"c"},{"text":"d"}]}])");
    QCOMPARE(contents(request), want2);
    const auto want3 = json(R"({"parts":[{"text":"one"},{"text":"two"}]})");
    QCOMPARE(written(request)[u"systemInstruction"].toObject(), want3);
    const Request alone = openAi({{.role = Role::System, .parts = {{.text = "one"}}}});
    const auto want4 = json(R"({"contents":[{"role":"user","parts":[{"text":"one"}]}]})");
    QCOMPARE(written(alone), want4);
}

void GeminiRequestTest::putsResultsInOneTurn()
{
    const Request request =
        openAi({{.role = Role::Assistant, .parts = {call("a", "f"), call("b", "g")}},
                {.role = Role::Tool, .parts = {result("b", "2")}},
                {.role = Role::Tool, .parts = {result("a", "1")}},
                {.role = Role::User, .parts = {{.text = "go on"}}}});
    const QByteArray expected =
        R"([{"role":"model","parts":[{"functionCall":{"id":"a","name":"f","args":{}}},{"functionCall":{"id":"b","name":"g","args":{}}}]},)"
        R"({"role":"user","parts":[{"functionResponse":{"id":"a","name":"f","response":{"result":"1"}}},{"functionResponse":{"id":"b","name":"g","response":{"result":"2"}}}]},)"
        R"({"role":"user","parts":[{"text":"go on"}]}])";
    QCOMPARE(contents(request), list(expected));
    const Request unknown = openAi({{.role = Role::Tool, .parts = {result("x", "1")}}});
    QCOMPARE(written(unknown)[u"error"].toString(), u"messages"_s);
}

void GeminiRequestTest::wrapsResults()
{
    const auto response = [](Part part, QByteArrayView model = "gemini-2.5-flash") {
        const Request request = openAi({{.role = Role::Assistant, .parts = {call("a", "f")}},
                                        {.role = Role::Tool, .parts = {std::move(part)}}});
        return contents(request, model)[1].toObject()[u"parts"].toArray();
    };
    const auto said = [&](const Part &part) {
        return response(part)[0][u"functionResponse"][u"response"].toObject();
    };
    const auto want5 = json(R"({"result":"[1]"})");
    QCOMPARE(said(result("a", "[1]")), want5);
    const auto want6 = json(R"({"x":1})");
    QCOMPARE(said(result("a", R"( {"x":1} )")), want6);
    Part failed = result("a", "no");
    failed.isError = true;
    const auto want7 = json(R"({"error":"no"})");
    QCOMPARE(said(failed), want7);
    Part picture = result("a", "see");
    picture.parts.push_back(
        {.kind = PartKind::Image, .media = {"image/png", "AAAA", {}, {}, {}, {}}});
    const QJsonObject data = json(R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}})");
    QCOMPARE(response(picture)[1].toObject(), data);
    QCOMPARE(response(picture, "gemini-3-flash")[0][u"functionResponse"][u"parts"][0].toObject(),
             data);
}

void GeminiRequestTest::sendsProofs()
{
    const auto parts = [](std::vector<Part> calls, QByteArrayView model) {
        return contents(openAi({{.role = Role::Assistant, .parts = std::move(calls)}}),
                        model)[0][u"parts"]
            .toArray();
    };
    const QByteArray packed = packToolId("c1", "QUJD");
    QJsonArray sent = parts({call(packed, "f"), call("c2", "g")}, "gemini-2.5-pro");
    const auto want8 =
        json(R"({"functionCall":{"id":"c1","name":"f","args":{}},"thoughtSignature":"QUJD"})");
    QCOMPARE(sent[0].toObject(), want8);
    QVERIFY(!sent[1].toObject().contains(u"thoughtSignature"));
    sent = parts({call("toolu_1", "f"), call("toolu_2", "g")}, "gemini-3-pro-preview");
    QCOMPARE(sent[0][u"thoughtSignature"].toString(), u"skip_thought_signature_validator"_s);
    QVERIFY(!sent[1].toObject().contains(u"thoughtSignature"));
    Part foreign = call("toolu_1", "f");
    foreign.signature = "theirs";
    foreign.signedBy = Family::Anthropic;
    sent = parts({foreign}, "gemini-2.5-flash");
    QVERIFY(!sent[0].toObject().contains(u"thoughtSignature"));
    const Request answered = openAi({{.role = Role::Assistant, .parts = {call(packed, "f")}},
                                     {.role = Role::Tool, .parts = {result(packed, "1")}}});
    QCOMPARE(contents(answered)[1][u"parts"][0][u"functionResponse"][u"id"].toString(), u"c1"_s);
}

void GeminiRequestTest::leavesForeignThoughtsOut()
{
    Part thought{.kind = PartKind::Reasoning, .text = "hm"};
    thought.signature = "x";
    thought.signedBy = Family::Anthropic;
    const Request request = openAi({{.role = Role::User, .parts = {{.text = "a"}}},
                                    {.role = Role::Assistant, .parts = {thought, {.text = "b"}}}});
    const auto want9 = list(R"([{"text":"b"}])");
    QCOMPARE(contents(request)[1][u"parts"].toArray(), want9);
}

void GeminiRequestTest::sendsMedia()
{
    const auto sent = [](Part part) {
        const Request request = openAi({{.role = Role::User, .parts = {std::move(part)}}});
        const QJsonObject all = written(request);
        return all.contains(u"error") ? all : all[u"contents"][0][u"parts"][0].toObject();
    };
    Part image{.kind = PartKind::Image};
    image.media.data = "iVBORw0KGgo=";
    const auto want10 = json(R"({"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}})");
    QCOMPARE(sent(image), want10);
    image.media = {};
    image.media.url = "gs://bucket/a.png";
    const auto want11 = json(R"({"fileData":{"fileUri":"gs://bucket/a.png"}})");
    QCOMPARE(sent(image), want11);
    image.media.url = "https://example.com/a.png";
    const auto want12 = json(R"({"error":"messages"})");
    QCOMPARE(sent(image), want12);
    Part file{.kind = PartKind::File};
    file.media.fileId = "file-abc";
    const auto want13 = json(R"({"error":"messages"})");
    QCOMPARE(sent(file), want13);
    file.media = {};
    file.text = "words";
    const auto want14 = json(R"({"text":"words"})");
    QCOMPARE(sent(file), want14);
}

void GeminiRequestTest::sendsTools()
{
    Request request = openAi();
    request.tools = {tool("f"), tool("g")};
    request.tools[1].description = "d";
    request.tools[1].parameters = R"({"type":"object","additionalProperties":false})";
    Tool search;
    search.builtIn = "web_search_20250305";
    request.tools.push_back(search);
    const auto want15 = list(
        R"([{"functionDeclarations":[{"name":"f","description":"f"},{"name":"g","description":"d","parametersJsonSchema":{"type":"object","additionalProperties":false}}]},{"googleSearch":{}}])");
    QCOMPARE(written(request)[u"tools"].toArray(), want15);
    request.tools[2].mayBeDropped = true;
    QCOMPARE(written(request)[u"tools"].toArray().size(), 1);
    request.tools[2].builtIn = "bash_20250124";
    request.tools[2].mayBeDropped = false;
    QCOMPARE(written(request)[u"error"].toString(), u"tools"_s);
}

void GeminiRequestTest::choosesTools_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("allowed");
    QTest::addColumn<QByteArray>("expected");
    using Mode = ToolChoice::Mode;
    QTest::newRow("auto") << int(Mode::Auto) << ""_ba
                          << R"({"mode":"AUTO"})"_ba;
    QTest::newRow("none") << int(Mode::None) << ""_ba
                          << R"({"mode":"NONE"})"_ba;
    QTest::newRow("required") << int(Mode::Required) << ""_ba
                              << R"({"mode":"ANY"})"_ba;
    QTest::newRow("one of") << int(Mode::Auto) << "f"_ba
                            << R"({"mode":"VALIDATED","allowedFunctionNames":["f"]})"_ba;
    QTest::newRow("must be of") << int(Mode::Required) << "f"_ba
                                << R"({"mode":"ANY","allowedFunctionNames":["f"]})"_ba;
    QTest::newRow("named") << int(Mode::Named) << ""_ba
                           << R"({"mode":"ANY","allowedFunctionNames":["n"]})"_ba;
}

void GeminiRequestTest::choosesTools()
{
    QFETCH(const int, mode);
    QFETCH(const QByteArray, allowed);
    QFETCH(const QByteArray, expected);
    Request request = openAi();
    request.toolChoice = ToolChoice{.mode = ToolChoice::Mode(mode), .name = "n", .allowed = {}};
    if (!allowed.isEmpty())
        request.toolChoice->allowed = {allowed};
    QCOMPARE(written(request)[u"toolConfig"][u"functionCallingConfig"].toObject(), json(expected));
}

void GeminiRequestTest::sendsSettings()
{
    Request request = openAi();
    request.maxTokens = 100;
    request.n = 1;
    request.presencePenalty = "0";
    request.frequencyPenalty = "0.0";
    request.temperature = "1";
    request.output.kind = OutputFormat::Kind::JsonSchema;
    request.output.name = "answer";
    request.output.schema = R"({"type":"object"})";
    request.modalities = R"(["text","image"])";
    const auto want16 = json(
        R"({"maxOutputTokens":100,"temperature":1,"responseMimeType":"application/json","responseJsonSchema":{"type":"object"},"responseModalities":["TEXT","IMAGE"]})");
    QCOMPARE(config(request), want16);
}

void GeminiRequestTest::keepsNumbersAsTheyAre()
{
    Request request =
        openAi({{.role = Role::Assistant,
                 .parts = {call("a", "f", R"({"n":9007199254740993,"z":-0.0,"e":1e-7})")}}});
    request.temperature = "0.10";
    const auto body = write(request);
    QVERIFY(body.has_value());
    QVERIFY(body->body.contains(R"({"n":9007199254740993,"z":-0.0,"e":1e-7})"));
    QVERIFY(body->body.contains(R"("temperature":0.10)"));
}

void GeminiRequestTest::thinksAsTheModelDoes_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("effort");
    QTest::addColumn<int>("budget");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](QByteArray model, QByteArray effort, int budget, QByteArray expected) {
        QTest::addRow("%s %s %d", model.constData(), effort.constData(), budget)
            << model << effort << budget << expected;
    };
    row("gemini-2.5-flash", "low", 0, R"({"thinkingBudget":1024})");
    row("gemini-2.5-flash", "high", 0, R"({"thinkingBudget":24576})");
    row("gemini-2.5-flash", "none", 0, R"({"thinkingBudget":0})");
    row("gemini-2.5-flash", "", 5000, R"({"thinkingBudget":5000})");
    row("gemini-3-flash-preview", "minimal", 0, R"({"thinkingLevel":"minimal"})");
    row("gemini-3-pro-preview", "minimal", 0, R"({"thinkingLevel":"low"})");
    row("gemini-3-pro-preview", "max", 0, R"({"thinkingLevel":"high"})");
    row("gemini-3-flash-preview", "none", 0, R"({"thinkingLevel":"low"})");
    row("gemini-3-flash-preview", "", 5000, R"({"thinkingLevel":"medium"})");
    row("gemini-2.0-flash", "none", 0, "{}");
    row("gemini-3-flash-preview", "", 0, "{}");
}

void GeminiRequestTest::thinksAsTheModelDoes()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, effort);
    QFETCH(const int, budget);
    QFETCH(const QByteArray, expected);
    Request request = openAi();
    if (effort == "none")
        request.reasoning.enabled = false;
    else
        request.reasoning.effort = effort;
    if (budget > 0)
        request.reasoning.budgetTokens = budget;
    QCOMPARE(config(request, model)[u"thinkingConfig"].toObject(), json(expected));
}

void GeminiRequestTest::shrinksSeeds_data()
{
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<bool>("isKept");
    for (const char *seed : {"0", "-1", "2147483647", "-2147483648"})
        QTest::addRow("%s", seed) << QByteArray(seed) << true;
    for (const char *seed : {"2147483648", "-9223372036854775808", "18446744073709551615", "1e300"})
        QTest::addRow("%s", seed) << QByteArray(seed) << false;
}

void GeminiRequestTest::shrinksSeeds()
{
    QFETCH(const QByteArray, seed);
    QFETCH(const bool, isKept);
    Request request = openAi();
    request.seed = seed;
    const double sent = config(request)[u"seed"].toDouble();
    QVERIFY(sent >= -2147483648.0 && sent <= 2147483647.0);
    QCOMPARE(sent, config(request)[u"seed"].toDouble());
    if (isKept)
        QCOMPARE(sent, seed.toDouble());
}

void GeminiRequestTest::refusesByName_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field : {"stop", "logit_bias", "min_p", "repetition_penalty", "verbosity",
                              "reasoning_effort", "prediction"})
        QTest::addRow("%s", field) << QByteArray(field);
}

void GeminiRequestTest::refusesByName()
{
    QFETCH(const QByteArray, field);
    Request request = openAi();
    QByteArray model = "gemini-2.5-flash";
    if (field == "stop")
        request.stop = {"1", "2", "3", "4", "5", "6"};
    else if (field == "logit_bias")
        request.logitBias = R"({"50256":-100})";
    else if (field == "min_p")
        request.minP = "0.1";
    else if (field == "repetition_penalty")
        request.repetitionPenalty = "1.1";
    else if (field == "verbosity")
        request.verbosity = "low";
    else if (field == "prediction")
        request.extras = {{"prediction", "{}"}};
    else {
        request.reasoning.effort = "high";
        model = "gemini-2.0-flash";
    }
    const auto body = write(request, model);
    QVERIFY(!body);
    QCOMPARE(body.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(body.error().path, QString::fromLatin1(field));
}

void GeminiRequestTest::tellsWhatItDropped()
{
    Request request = openAi();
    request.user = "u";
    request.metadata = "{}";
    request.promptCacheKey = "k";
    request.serviceTier = "scale";
    request.minP = "0";
    request.logitBias = "{}";
    request.verbosity = "medium";
    request.parallelToolCalls = false;
    request.extras = {{"store", "true"}};
    const auto body = write(request);
    QVERIFY(body.has_value());
    const std::vector<QByteArray> expected{"service_tier", "user", "metadata", "prompt_cache_key",
                                           "store"};
    QVERIFY(body->dropped == expected);
    const auto want17 = json(R"({"contents":[{"role":"user","parts":[{"text":"hi"}]}]})");
    QCOMPARE(json(body->body), want17);
}

void GeminiRequestTest::countsTokens()
{
    const CountCodec &count = countCodec(Format::GeminiCountTokens);
    const QByteArray plain = R"({"contents":[{"role":"user","parts":[{"text":"hi"}]}]})";
    const QByteArray wrapped =
        R"({"generateContentRequest":{"model":"models/gemini-x","contents":[{"role":"user","parts":[{"text":"hi"}]}]}})";
    for (const QByteArray &body : {plain, wrapped}) {
        const auto request = count.readRequest(JsonView::parse(body));
        QVERIFY(request.has_value());
        const auto sent = count.writeRequest(*request, {"gemini-x", quirks});
        QVERIFY(sent.has_value());
        QCOMPARE(json(sent->body), json(wrapped));
    }
    QCOMPARE(*count.readReply(JsonView::parse(R"({"totalTokens":31})")), 31);
    QVERIFY(!count.readReply(JsonView::parse(R"({"total":31})")));
    QCOMPARE(count.writeReply(7), R"({"totalTokens":7})"_ba);
}

void GeminiRequestTest::survivesDamage()
{
    const QByteArray body =
        R"({"contents":[{"role":"user","parts":[{"text":"a"},{"inlineData":{"mimeType":"image/png","data":"AA"}}]},{"role":"model","parts":[{"functionCall":{"name":"f","args":{"a":1}},"thoughtSignature":"Z2F0ZWhvdXNlLng="}]},{"role":"user","parts":[{"functionResponse":{"name":"f","response":{"result":"x"}}}]}],"tools":[{"functionDeclarations":[{"name":"f","parameters":{"type":"OBJECT","properties":{"a":{"type":"STRING"}}}}]}],"generationConfig":{"seed":1,"topP":0.5,"stopSequences":["x"],"thinkingConfig":{"thinkingBudget":1}},"toolConfig":{"functionCallingConfig":{"mode":"ANY"}}})";
    int taken = 0;
    for (int step = 1; step < 6000; ++step) {
        const QByteArray text = damaged(body, step);
        const JsonView view = JsonView::parse(text);
        if (!view.isSound())
            continue;
        const auto request = codec().readRequest(view);
        if (!request)
            continue;
        if (const auto sent = write(*request)) {
            QVERIFY(JsonView::parse(sent->body).isObject());
            ++taken;
        }
    }
    QVERIFY(taken > 10);
}

QTEST_GUILESS_MAIN(GeminiRequestTest)
#include "tst_geminirequest.moc"
