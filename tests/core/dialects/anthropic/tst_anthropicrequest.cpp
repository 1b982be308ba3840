// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messages.h"
#include "core/dialects/anthropic/messagesthinking.h"
#include "core/dialects/signatures.h"
#include "tests/core/dialects/anthropic/codecprobe.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Probe;
using namespace Qt::StringLiterals;

namespace {

Result<Request> read(const QByteArray &body)
{
    return anthropicMessagesCodec.readRequest(JsonView::parse(body));
}

Request readSoundly(const QByteArray &body)
{
    const auto request = read(body);
    if (!request)
        qWarning("%s", qPrintable(request.error().detail));
    return request ? *request : Request();
}

Result<WrittenRequest> write(const Request &request)
{
    return anthropicMessagesCodec.writeRequest(
        request, {.model = "sonnet-x", .quirks = *quirksOf("anthropic")});
}

QJsonObject written(const Request &request)
{
    const auto result = write(request);
    if (!result)
        qWarning("%s", qPrintable(result.error().detail));
    return result ? object(result->body) : QJsonObject();
}

QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().first();
}

Part text(const QByteArray &words)
{
    return {.kind = PartKind::Text, .text = words};
}

Message message(Role role, std::vector<Part> parts)
{
    return {.role = role, .parts = std::move(parts), .name = {}, .extras = {}};
}

Part call(const QByteArray &id, const QByteArray &name, const QByteArray &arguments)
{
    Part part{.kind = PartKind::ToolCall};
    part.id = id;
    part.name = name;
    part.arguments = arguments;
    return part;
}

Part result(const QByteArray &id, const QByteArray &words)
{
    Part part{.kind = PartKind::ToolResult};
    part.id = id;
    part.parts.push_back(text(words));
    return part;
}

Tool function(const QByteArray &name, const QByteArray &parameters = {})
{
    Tool tool;
    tool.name = name;
    tool.parameters = parameters;
    return tool;
}

//! As an OpenAI client would have asked.
Request chat(std::vector<Message> messages)
{
    Request request;
    request.model = "m";
    request.messages = std::move(messages);
    return request;
}

Request hello()
{
    return chat({message(Role::User, {text("Hi")})});
}

const QByteArray head = R"({"model":"sonnet-x","max_tokens":64,"messages":)";
const QByteArray hi = R"([{"role":"user","content":"Hi"}])";

const QByteArray everything =
    R"({"model":"sonnet-x","max_tokens":2048,)"
    R"("system":[{"type":"text","text":"Be kind.","cache_control":{"type":"ephemeral","ttl":"1h"}},)"
    R"({"type":"text","text":"Be brief."}],)"
    R"("messages":[)"
    R"({"role":"user","content":[{"type":"text","text":"Look"},)"
    R"({"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBORw0K"}},)"
    R"({"type":"image","source":{"type":"url","url":"https://a.example/b.png"}},)"
    R"({"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"JVBERi0="},"title":"T","citations":{"enabled":true}},)"
    R"({"type":"document","source":{"type":"text","media_type":"text/plain","data":"words"}},)"
    R"({"type":"search_result","source":"s","title":"t","content":[{"type":"text","text":"x"}]}]},)"
    R"({"role":"assistant","content":[{"type":"thinking","thinking":"Hm","signature":"c2ln"},)"
    R"({"type":"redacted_thinking","data":"ZGF0YQ=="},)"
    R"({"type":"text","text":"I look."},)"
    R"({"type":"tool_use","id":"toolu_1","name":"f","input":{"n":12345678901234567890,"x":-0.0}},)"
    R"({"type":"tool_use","id":"toolu_2","name":"g","input":{}}]},)"
    R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_1","content":"one"},)"
    R"({"type":"tool_result","tool_use_id":"toolu_2","content":[{"type":"text","text":"two"},)"
    R"({"type":"image","source":{"type":"base64","media_type":"image/jpeg","data":"/9j/"}}],"is_error":true,"cache_control":{"type":"ephemeral"}},)"
    R"({"type":"text","text":"go on"}]},)"
    R"({"role":"system","content":"Now in French."},)"
    R"({"role":"user","content":"Well?"}],)"
    R"("tools":[{"name":"f","description":"d","input_schema":{"type":"object","properties":{"n":{"type":"integer"}}},"strict":true,"cache_control":{"type":"ephemeral"}},)"
    R"({"name":"g","input_schema":{"type":"object"},"defer_loading":true},)"
    R"({"type":"web_search_20250305","name":"web_search","max_uses":3}],)"
    R"("tool_choice":{"type":"auto","disable_parallel_tool_use":true},)"
    R"("thinking":{"type":"adaptive","display":"summarized"},)"
    R"("output_config":{"effort":"high","format":{"type":"json_schema","schema":{"type":"object"}}},)"
    R"("stop_sequences":["END"],"metadata":{"user_id":"u"},"service_tier":"auto","stream":true,)"
    R"("container":"c1"})";

} // namespace

class AnthropicRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything()
    {
        const Request request = readSoundly(everything);
        QCOMPARE(request.source, Format::AnthropicMessages);
        QCOMPARE(request.messages.size(), std::size_t(7));
        QCOMPARE(request.messages[0].role, Role::System);
        QCOMPARE(request.messages[0].parts.size(), std::size_t(2));
        const Message &user = request.messages[1];
        QCOMPARE(user.parts[1].media.data, "iVBORw0K"_ba);
        QCOMPARE(user.parts[2].media.url, "https://a.example/b.png"_ba);
        QCOMPARE(user.parts[3].media.name, "T"_ba);
        QCOMPARE(user.parts[3].extras.front().name, "messages[0].content[3].citations"_ba);
        QCOMPARE(user.parts[4].text, "words"_ba);
        const Message &assistant = request.messages[2];
        QCOMPARE(assistant.parts[0].signature, "c2ln"_ba);
        QCOMPARE(assistant.parts[0].signedBy, Family::Anthropic);
        QCOMPARE(assistant.parts[1].encrypted, "ZGF0YQ=="_ba);
        QCOMPARE(assistant.parts[3].arguments, "{\"n\":12345678901234567890,\"x\":-0.0}"_ba);
        QCOMPARE(request.messages[3].role, Role::Tool);
        QVERIFY(request.messages[3].parts[1].isError);
        QCOMPARE(request.messages[4].role, Role::User);
        QCOMPARE(request.messages[5].role, Role::System);
        QCOMPARE(request.tools[2].builtIn, "web_search_20250305"_ba);
        QVERIFY(request.tools[2].mayBeDropped);
        QCOMPARE(request.parallelToolCalls, std::optional(false));
        QVERIFY(request.reasoning.adaptive);
        QCOMPARE(request.reasoning.effort, "high"_ba);
        QCOMPARE(request.user, "u"_ba);
        QVERIFY(request.stream);
        QCOMPARE(request.extras, (std::vector<RawMember>{{"container", "\"c1\""}}));
    }

    void roundTrips_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("everything") << everything;
        QTest::newRow("text") << QByteArray(head + hi + '}');
        QTest::newRow("system") << QByteArray(head + hi + ",\"system\":\"s\"}");
        QTest::newRow("sampling") << QByteArray(
            head + hi + ",\"temperature\":0.30,\"top_p\":0.9,\"top_k\":5}");
        QTest::newRow("budget") << QByteArray(
            "{\"model\":\"sonnet-x\",\"max_tokens\":9000,\"messages\":" + hi
            + ",\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":2000}}");
        QTest::newRow("disabled") << QByteArray(head + hi
                                                + ",\"thinking\":{\"type\":\"disabled\"}}");
        QTest::newRow("between tools")
            << QByteArray(head + hi + ",\"thinking\":{\"type\":\"between_tools\"}}");
        QTest::newRow("forced") << QByteArray(
            head + hi
            + ",\"tools\":[{\"name\":\"f\",\"input_schema\":{\"type\":\"object\"}}],\"tool_"
              "choice\":{\"type\":\"tool\",\"name\":\"f\"}}");
        QTest::newRow("server blocks") << QByteArray(
            head
            + "[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":[{"
              "\"type\":\"server_tool_use\",\"id\":\"srvtoolu_1\",\"name\":\"web_search\","
              "\"input\":{\"query\":\"q\"}},{\"type\":\"web_search_tool_result\",\"tool_use_id\":"
              "\"srvtoolu_1\",\"content\":[]},{\"type\":\"text\",\"text\":\"x\",\"citations\":[{"
              "\"type\":\"web_search_result_location\",\"url\":\"u\",\"title\":\"t\",\"cited_"
              "text\":\"c\",\"encrypted_index\":\"e\"}]}]},{\"role\":\"user\",\"content\":\"More\"}"
              "]}");
    }

    void roundTrips()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(written(readSoundly(body)), object(body));
    }

    void keepsEveryDigit()
    {
        const auto body = write(readSoundly(everything));
        QVERIFY(body);
        QVERIFY(body->body.contains("{\"n\":12345678901234567890,\"x\":-0.0}"));
    }

    void refusesWhatTheApiRefuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QByteArray &body, const char *path) {
            QTest::newRow(name) << body << QString::fromLatin1(path);
        };
        row("no model", "{\"max_tokens\":1,\"messages\":[]}", "model");
        row("no max_tokens", "{\"model\":\"m\",\"messages\":" + hi + '}', "max_tokens");
        row("bad max_tokens", "{\"model\":\"m\",\"max_tokens\":1.5,\"messages\":" + hi + '}',
            "max_tokens");
        row("messages", "{\"model\":\"m\",\"max_tokens\":1,\"messages\":{}}", "messages");
        row("no messages", "{\"model\":\"m\",\"max_tokens\":1,\"messages\":[]}", "messages");
        row("role", head + "[{\"role\":\"tool\",\"content\":\"x\"}]}", "messages[0].role");
        row("content", head + "[{\"role\":\"user\",\"content\":5}]}", "messages[0].content");
        row("block", head + "[{\"role\":\"user\",\"content\":[{}]}]}",
            "messages[0].content[0].type");
        row("result id", head + "[{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\"}]}]}",
            "messages[0].content[0].tool_use_id");
        row("system", head + hi + ",\"system\":{}}", "system");
        row("tools", head + hi + ",\"tools\":{}}", "tools");
        row("schema", head + hi + ",\"tools\":[{\"name\":\"f\"}]}", "tools[0].input_schema");
        row("choice", head + hi + ",\"tool_choice\":{\"type\":\"x\"}}", "tool_choice.type");
        row("thinking", head + hi + ",\"thinking\":{\"type\":\"x\"}}", "thinking.type");
        row("budget", head + hi + ",\"thinking\":{\"type\":\"enabled\"}}",
            "thinking.budget_tokens");
        row("format", head + hi + ",\"output_config\":{\"format\":{\"type\":\"x\"}}}",
            "output_config.format");
        row("temperature", head + hi + ",\"temperature\":\"hot\"}", "temperature");
        row("stop", head + hi + ",\"stop_sequences\":\"x\"}", "stop_sequences");
    }

    void refusesWhatTheApiRefuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, path);
        const auto request = read(body);
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(request.error().path, path);
    }

    void putsToolMessagesIntoOneTurn()
    {
        const QJsonObject body = written(chat(
            {message(Role::System, {text("Be kind.")}), message(Role::User, {text("Hi")}),
             message(Role::Assistant,
                     {text(""), call("call:1", "f", ""), call("call_2", "f", "{\"a\":1}")}),
             message(Role::Tool, {result("call:1", "one")}),
             message(Role::Tool, {result("call_2", "")}),
             message(Role::User, {text("And?"), text(" ")}), message(Role::User, {text("Now?")})}));
        QCOMPARE(body["system"_L1].toString(), u"Be kind."_s);
        const QJsonArray turns = body["messages"_L1].toArray();
        QCOMPARE(turns.size(), 3);
        const QJsonArray calls = turns[1]["content"_L1].toArray();
        QCOMPARE(calls.size(), 2);
        const QString id = calls[0]["id"_L1].toString();
        QVERIFY(id.startsWith("call_1_"_L1));
        QVERIFY(calls[0]["input"_L1].toObject().isEmpty());
        const QJsonArray last = turns[2]["content"_L1].toArray();
        QCOMPARE(last[0],
                 json("{\"type\":\"tool_result\",\"tool_use_id\":\"" + id.toLatin1()
                      + "\",\"content\":\"one\"}"));
        QCOMPARE(last[1], json("{\"type\":\"tool_result\",\"tool_use_id\":\"call_2\"}"));
        QCOMPARE(last[2], json("{\"type\":\"text\",\"text\":\"And?\"}"));
        QCOMPARE(last[3], json("{\"type\":\"text\",\"text\":\"Now?\"}"));
        QCOMPARE(body["tool_choice"_L1], json("{\"type\":\"none\"}"));
        QCOMPARE(body["tools"_L1].toArray().size(), 1);
        QCOMPARE(body["max_tokens"_L1].toInt(), 4096);
    }

    void beginsWithTheUser()
    {
        const QJsonObject body = written(
            chat({message(Role::System, {text("s")}), message(Role::Assistant, {text("Welcome!")}),
                  message(Role::User, {text("Hi")})}));
        QCOMPARE(body["messages"_L1].toArray().first()["role"_L1].toString(), u"user"_s);
        QCOMPARE(body["messages"_L1].toArray().size(), 3);
    }

    void sendsOnlyItsOwnThoughts()
    {
        Part own{.kind = PartKind::Reasoning, .text = "mine"};
        putSeal({Family::Anthropic, "sig", {}}, own);
        Part other{.kind = PartKind::Reasoning, .text = "theirs"};
        putSeal({Family::Gemini, "sig", {}}, other);
        Part unsigned_{.kind = PartKind::Reasoning, .text = "nobody's"};
        const QJsonObject body =
            written(chat({message(Role::User, {text("Hi")}),
                          message(Role::Assistant, {own, other, unsigned_, text("x")}),
                          message(Role::User, {text("Go")})}));
        const QJsonArray blocks = body["messages"_L1].toArray()[1]["content"_L1].toArray();
        QCOMPARE(blocks,
                 json("[{\"type\":\"thinking\",\"thinking\":\"mine\",\"signature\":\"sig\"},{"
                      "\"type\":\"text\",\"text\":\"x\"}]")
                     .toArray());
    }

    void knowsWhoSignedThoughts()
    {
        const Seal seal{Family::Gemini, "\x01\xff sig", {}};
        const QByteArray packed = packSeal(seal);
        QVERIFY(packed.startsWith("gatehouse.gemini."));
        const Request request = readSoundly(
            head + "[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":["
            + "{\"type\":\"thinking\",\"thinking\":\"t\",\"signature\":\"" + packed
            + "\"},{\"type\":\"thinking\",\"thinking\":\"u\",\"signature\":\"gatehouse.openai.\"}]}"
              "]}");
        const std::vector<Part> &parts = request.messages[1].parts;
        QCOMPARE(sealOf(parts[0]), seal);
        QVERIFY(sealOf(parts[1]).isEmpty());
        QCOMPARE(parts[1].signedBy, Family::OpenAi);
        const Seal hidden{Family::OpenAi, {}, "opaque"};
        QCOMPARE(unpackSeal(packSeal(hidden)), std::optional(hidden));
        QVERIFY(!unpackSeal("EqQBCgIYAhIM"));
        QVERIFY(!unpackSeal("gatehouse.nobody.xx"));
    }

    void writesTools()
    {
        Request request = hello();
        request.tools = {function("f"),
                         function("g", "{\"properties\":{\"a\":{\"type\":\"string\"}}}")};
        request.toolChoice = ToolChoice{ToolChoice::Mode::Required, {}, {}};
        request.parallelToolCalls = false;
        const QJsonObject body = written(request);
        QCOMPARE(body["tools"_L1],
                 json("[{\"name\":\"f\",\"input_schema\":{\"type\":\"object\",\"properties\":{}}},{"
                      "\"name\":\"g\",\"input_schema\":{\"type\":\"object\",\"properties\":{\"a\":{"
                      "\"type\":\"string\"}}}}]"));
        QCOMPARE(body["tool_choice"_L1],
                 json("{\"type\":\"any\",\"disable_parallel_tool_use\":true}"));
        request.toolChoice = ToolChoice{ToolChoice::Mode::Auto, {}, {"g"}};
        QCOMPARE(written(request)["tools"_L1].toArray().size(), 1);
    }

    void writesStructuredOutput()
    {
        Request request = hello();
        request.output.kind = OutputFormat::Kind::JsonSchema;
        request.output.schema = "{\"type\":\"object\",\"properties\":{\"type\":{\"type\":"
                                "\"object\",\"enum\":[{\"type\":\"object\"}]}}}";
        QCOMPARE(
            written(request)["output_config"_L1]["format"_L1],
            json("{\"type\":\"json_schema\",\"schema\":{\"type\":\"object\","
                 "\"additionalProperties\":false,\"properties\":{\"type\":{\"type\":\"object\","
                 "\"enum\":[{\"type\":\"object\"}],\"additionalProperties\":false}}}}"));
        request.output = {};
        request.output.kind = OutputFormat::Kind::JsonObject;
        QVERIFY(written(request)["system"_L1].toString().contains("JSON"_L1));
    }

    void namesWhatItCannotSay_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"n", "logprobs", "top_logprobs", "logit_bias", "seed", "min_p",
                                 "presence_penalty", "frequency_penalty", "repetition_penalty",
                                 "modalities", "stop", "temperature", "tools", "messages"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void namesWhatItCannotSay()
    {
        QFETCH(QString, path);
        Request request = hello();
        const QHash<QString, std::function<void()>> ask{
            {u"n"_s, [&] { request.n = 2; }},
            {u"logprobs"_s, [&] { request.logprobs = true; }},
            {u"top_logprobs"_s, [&] { request.topLogprobs = 2; }},
            {u"logit_bias"_s, [&] { request.logitBias = "{\"5\":1}"; }},
            {u"seed"_s, [&] { request.seed = "7"; }},
            {u"min_p"_s, [&] { request.minP = "0.1"; }},
            {u"presence_penalty"_s, [&] { request.presencePenalty = "0.1"; }},
            {u"frequency_penalty"_s, [&] { request.frequencyPenalty = "-1"; }},
            {u"repetition_penalty"_s, [&] { request.repetitionPenalty = "1.1"; }},
            {u"modalities"_s, [&] { request.modalities = "[\"text\",\"audio\"]"; }},
            {u"stop"_s, [&] { request.stop = {"\n"}; }},
            {u"temperature"_s, [&] { request.temperature = "1.5"; }},
            {u"tools"_s, [&] { request.tools = {function("a.b")}; }},
            {u"messages"_s,
             [&] { request.messages[0].parts.push_back({.kind = PartKind::Audio}); }},
        };
        ask[path]();
        const auto refused = write(request);
        QVERIFY(!refused);
        QCOMPARE(refused.error().path, path);
    }

    void dropsDefaultsAndBookkeeping()
    {
        Request request = hello();
        request.n = 1;
        request.temperature = "1.0";
        request.topP = "1";
        request.presencePenalty = "0";
        request.modalities = "[\"text\"]";
        request.logitBias = "{}";
        request.user = "u";
        request.metadata = "{\"a\":\"b\"}";
        request.serviceTier = "flex";
        request.extras = {{"store", "true"}};
        const auto result = write(request);
        QVERIFY(result);
        QCOMPARE(result->dropped, (std::vector<QByteArray>{"store", "metadata", "service_tier"}));
        QCOMPARE(object(result->body),
                 object("{\"model\":\"sonnet-x\",\"max_tokens\":4096,"
                        "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],"
                        "\"metadata\":{\"user_id\":\"u\"}}"));
        request.extras = {{"audio", "{}"}};
        QCOMPARE(write(request).error().path, u"audio"_s);
    }

    void choosesThinking()
    {
        using Mode = Messages::Thinking::Mode;
        Request request = hello();
        request.reasoning.effort = "high";
        const ModelPolicy adaptive{.adaptiveThinking = true};
        const ModelPolicy manual{.wantsThinkingBudget = true};
        auto thinking = Messages::thinkingFor(request, adaptive);
        QCOMPARE(thinking->mode, Mode::Adaptive);
        QCOMPARE(thinking->effort, "high"_ba);
        thinking = Messages::thinkingFor(request, manual);
        QCOMPARE(thinking->mode, Mode::Budget);
        QVERIFY(thinking->budget < thinking->maxTokens);
        request.maxTokens = 4000;
        thinking = Messages::thinkingFor(request, manual);
        QCOMPARE(thinking->budget, 3000);
        request.maxTokens = 1000;
        thinking = Messages::thinkingFor(request, manual);
        QVERIFY(thinking->wasDropped && !thinking->isOn());
        QCOMPARE(Messages::thinkingFor(request, {.refusesReasoning = true}).error().path,
                 u"reasoning_effort"_s);
        request.reasoning = {};
        request.reasoning.enabled = false;
        QCOMPARE(Messages::thinkingFor(request, adaptive)->mode, Mode::Disabled);
        request.reasoning = {};
        request.reasoning.budgetTokens = 9000;
        QCOMPARE(Messages::thinkingFor(request, adaptive)->effort, "high"_ba);
    }

    void thinksNotWhereItIsRefused()
    {
        Request request = chat({message(Role::User, {text("Hi")}),
                                message(Role::Assistant, {call("a", "f", "{}")}),
                                message(Role::Tool, {result("a", "one")})});
        request.tools = {function("f")};
        request.reasoning.effort = "low";
        const ModelPolicy manual{.wantsThinkingBudget = true};
        QVERIFY(Messages::thinkingFor(request, manual)->wasDropped);
        request.messages.pop_back();
        request.messages.pop_back();
        QVERIFY(Messages::thinkingFor(request, manual)->isOn());
        request.toolChoice = ToolChoice{ToolChoice::Mode::Required, {}, {}};
        QVERIFY(Messages::thinkingFor(request, manual)->wasDropped);
    }

    void tellsTheApiVersion()
    {
        Request request = hello();
        QCOMPARE(anthropicVersionFor(request, {}), QByteArrayView("2026-10-21"));
        request.temperature = "1";
        QCOMPARE(anthropicVersionFor(request, {}), QByteArrayView("2026-10-21"));
        request.temperature = "0.2";
        QCOMPARE(anthropicVersionFor(request, {}), QByteArrayView("2023-06-01"));
        QCOMPARE(anthropicVersionFor(request, {.refusesSampling = true}),
                 QByteArrayView("2026-10-21"));
        const Request old = readSoundly(
            head
            + "[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":["
              "{\"type\":\"document\",\"source\":{\"type\":\"text\",\"data\":\"x\"}}]}]}");
        QCOMPARE(anthropicVersionFor(old, {}), QByteArrayView("2023-06-01"));
    }

    void countsTokens()
    {
        const CountCodec &codec = anthropicCountTokensCodec;
        const QByteArray body = "{\"model\":\"sonnet-x\",\"messages\":" + hi + ",\"system\":\"s\"}";
        const auto request = codec.readRequest(JsonView::parse(body));
        QVERIFY(request);
        const auto result =
            codec.writeRequest(*request, {.model = "sonnet-x", .quirks = *quirksOf("anthropic")});
        QVERIFY(result);
        QCOMPARE(object(result->body), object(body));
        QCOMPARE(codec.writeReply(7), "{\"input_tokens\":7}"_ba);
        QCOMPARE(*codec.readReply(JsonView::parse("{\"input_tokens\":7}")), 7);
        QVERIFY(!codec.readReply(JsonView::parse("{}")));
    }

    void survivesMutations()
    {
        for (const QByteArray &body : mutations(everything)) {
            const JsonView view = JsonView::parse(body);
            if (!view.isObject())
                continue;
            const auto request = anthropicMessagesCodec.readRequest(view);
            if (!request)
                continue;
            const auto result = write(*request);
            QVERIFY(!result || JsonView::parse(result->body).isObject());
        }
    }
};

QTEST_GUILESS_MAIN(AnthropicRequestTest)
#include "tst_anthropicrequest.moc"
