// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/responses.h"
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
    return openAiResponsesCodec.readRequest(JsonView::parse(body));
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
    return openAiResponsesCodec.writeRequest(request,
                                             {.model = "gpt-x", .quirks = *quirksOf("openai")});
}

QJsonObject written(const Request &request)
{
    const auto result = write(request);
    if (!result)
        qWarning("%s", qPrintable(result.error().detail));
    return result ? object(result->body) : QJsonObject();
}

Request hello()
{
    Request request;
    request.model = "m";
    request.messages.push_back({.role = Role::User,
                                .parts = {{.kind = PartKind::Text, .text = "Hi"}},
                                .name = {},
                                .extras = {}});
    return request;
}

//! The first turn of an agent and one round of each kind of tool.
const QByteArray agent =
    R"({"model":"gpt-x","instructions":"Be an agent.","input":[)"
    R"({"type":"message","role":"developer","content":[{"type":"input_text","text":"Rules"}]},)"
    R"({"type":"message","role":"user","content":[{"type":"input_text","text":"Look"},)"
    R"({"type":"input_image","image_url":"data:image/png;base64,iVBORw0K","detail":"high"},)"
    R"({"type":"input_image","image_url":"https://a.example/b.png"},)"
    R"({"type":"input_file","filename":"a.pdf","file_data":"data:application/pdf;base64,JVBERi0="}]},)"
    R"({"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"Hm"}],"encrypted_content":"opaque"},)"
    R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"I look."}]},)"
    "{\"type\":\"function_call\",\"call_id\":\"call_1\",\"name\":\"shell\",\"arguments\":\"{"
    "\\\"n\\\":12345678901234567890}\"},"
    "{\"type\":\"custom_tool_call\",\"call_id\":\"call_2\",\"name\":\"apply_patch\",\"input\":\"***"
    " Begin\\n\\\"x\\\"\"},"
    R"({"type":"function_call","call_id":"call_3","name":"find","namespace":"crm","arguments":"{}"},)"
    R"({"type":"function_call_output","call_id":"call_1","output":"one"},)"
    R"({"type":"custom_tool_call_output","call_id":"call_2","output":"done"},)"
    R"({"type":"function_call_output","call_id":"call_3","output":[{"type":"input_text","text":"two"},)"
    R"({"type":"input_image","image_url":"https://a.example/c.png"}]}],)"
    R"("tools":[{"type":"function","name":"shell","description":"d","parameters":{"type":"object","properties":{}},"strict":false},)"
    R"({"type":"custom","name":"apply_patch","description":"Edits.","format":{"type":"grammar","syntax":"lark","definition":"start: x"}},)"
    R"({"type":"namespace","name":"crm","description":"CRM","tools":[)"
    R"({"type":"function","name":"find","parameters":{"type":"object"}},{"type":"function","name":"add","parameters":{"type":"object"}}]},)"
    R"({"type":"web_search"}],)"
    R"("tool_choice":{"type":"allowed_tools","mode":"auto","tools":[{"type":"function","name":"shell"},{"type":"custom","name":"apply_patch"}]},)"
    R"("parallel_tool_calls":false,"reasoning":{"effort":"high","summary":"auto"},)"
    R"("text":{"verbosity":"low","format":{"type":"json_schema","name":"n","schema":{"type":"object"},"strict":true}},)"
    R"("include":["reasoning.encrypted_content"],"store":false,"stream":true,"prompt_cache_key":"k",)"
    R"("client_metadata":{"a":"b"},"max_output_tokens":500,"temperature":0.30,"top_p":0.9,)"
    R"("metadata":{"x":"y"},"user":"u","service_tier":"flex"})";

} // namespace

class OpenAiResponsesRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAgentsTurn()
    {
        const Request request = readSoundly(agent);
        QCOMPARE(request.messages.size(), std::size_t(5));
        QCOMPARE(request.messages[0].role, Role::System);
        QCOMPARE(request.messages[1].role, Role::Developer);
        const Message &user = request.messages[2];
        QCOMPARE(user.parts[1].media.mimeType, "image/png"_ba);
        QCOMPARE(user.parts[1].media.data, "iVBORw0K"_ba);
        QCOMPARE(user.parts[2].media.url, "https://a.example/b.png"_ba);
        QCOMPARE(user.parts[3].media.mimeType, "application/pdf"_ba);
        const Message &assistant = request.messages[3];
        QCOMPARE(assistant.role, Role::Assistant);
        QCOMPARE(assistant.parts.size(), std::size_t(5));
        QCOMPARE(assistant.parts[0].encrypted, "opaque"_ba);
        QCOMPARE(assistant.parts[0].signedBy, Family::OpenAi);
        QCOMPARE(assistant.parts[3].arguments, "{\"input\":\"*** Begin\\n\\\"x\\\"\"}"_ba);
        QCOMPARE(assistant.parts[4].name, "crm__find"_ba);
        QCOMPARE(request.messages[4].role, Role::Tool);
        QCOMPARE(request.messages[4].parts.size(), std::size_t(3));
        QCOMPARE(request.messages[4].parts[2].parts[1].kind, PartKind::Image);
    }

    void readsTools()
    {
        const Request request = readSoundly(agent);
        QCOMPARE(request.tools.size(), std::size_t(5));
        QVERIFY(request.tools[1].isFreeText);
        QVERIFY(request.tools[1].description.contains("start: x"));
        QCOMPARE(request.tools[2].name, "crm__find"_ba);
        QCOMPARE(request.tools[3].name, "crm__add"_ba);
        QCOMPARE(request.tools[3].nameSpace, "crm"_ba);
        QCOMPARE(request.tools[4].builtIn, "web_search"_ba);
        QVERIFY(request.tools[4].mayBeDropped);
        QCOMPARE(request.toolChoice->allowed, (std::vector<QByteArray>{"shell", "apply_patch"}));
        QCOMPARE(request.output.name, "n"_ba);
        QCOMPARE(request.reasoning.effort, "high"_ba);
        QCOMPARE(request.reasoning.includeThoughts, std::optional(true));
    }

    void roundTrips()
    {
        QCOMPARE(written(readSoundly(agent)), object(agent));
        QVERIFY(write(readSoundly(agent))->body.contains("12345678901234567890"));
        const QByteArray simple = "{\"model\":\"gpt-x\",\"input\":\"Hi\"}";
        const QJsonArray input = written(readSoundly(simple))["input"_L1].toArray();
        QCOMPARE(input.first()["content"_L1][0]["text"_L1].toString(), u"Hi"_s);
    }

    void refusesWhatItCannotKeep_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *members, const char *path) {
            QTest::newRow(members) << QByteArray(members) << QString::fromLatin1(path);
        };
        row(",\"previous_response_id\":\"resp_1\"", "previous_response_id");
        row(",\"conversation\":\"c\"", "conversation");
        row(",\"prompt\":{\"id\":\"p\"}", "prompt");
        row(",\"background\":true", "background");
        row(",\"instructions\":[]", "instructions");
        row(",\"tools\":{}", "tools");
        row(",\"tools\":[{}]", "tools[0].type");
        row(",\"tools\":[{\"type\":\"function\"}]", "tools[0].name");
        row(",\"tools\":[{\"type\":\"namespace\",\"name\":\"n\",\"tools\":[{}]}]",
            "tools[0].tools[0].type");
        row(",\"tool_choice\":\"x\"", "tool_choice");
        row(",\"text\":{\"format\":{\"type\":\"x\"}}", "text.format.type");
        row(",\"temperature\":\"x\"", "temperature");
        row(",\"max_output_tokens\":-1", "max_output_tokens");
    }

    void refusesWhatItCannotKeep()
    {
        QFETCH(QByteArray, members);
        QFETCH(QString, path);
        const auto request = read(QByteArray("{\"model\":\"m\",\"input\":\"Hi\"") + members + '}');
        QVERIFY(!request);
        QCOMPARE(request.error().path, path);
    }

    void refusesItems_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *item, const char *path) {
            QTest::newRow(item) << QByteArray(item) << QString::fromLatin1(path);
        };
        row("{\"type\":\"item_reference\",\"id\":\"x\"}", "input[0].type");
        row("{\"type\":\"local_shell_call\"}", "input[0].type");
        row("{\"type\":\"function_call\",\"name\":\"f\"}", "input[0].call_id");
        row("{\"type\":\"function_call\",\"call_id\":\"c\"}", "input[0].name");
        row("{\"type\":\"function_call_output\",\"call_id\":\"c\"}", "input[0].output");
        row("{\"role\":\"tool\",\"content\":\"x\"}", "input[0].role");
        row("{\"role\":\"user\",\"content\":5}", "input[0].content");
        row("{\"role\":\"user\",\"content\":[{\"type\":\"x\"}]}", "input[0].content[0].type");
        row("5", "input[0]");
    }

    void refusesItems()
    {
        QFETCH(QByteArray, item);
        QFETCH(QString, path);
        const auto request = read(QByteArray("{\"model\":\"m\",\"input\":[") + item + "]}");
        QVERIFY(!request);
        QCOMPARE(request.error().path, path);
    }

    void namesWhatItCannotSay_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"n", "stop", "seed", "logit_bias", "top_k", "min_p", "presence_penalty",
              "frequency_penalty", "repetition_penalty", "modalities", "messages"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void namesWhatItCannotSay()
    {
        QFETCH(QString, path);
        Request request = hello();
        const QHash<QString, std::function<void()>> ask{
            {u"n"_s, [&] { request.n = 2; }},
            {u"stop"_s, [&] { request.stop = {"x"}; }},
            {u"seed"_s, [&] { request.seed = "7"; }},
            {u"logit_bias"_s, [&] { request.logitBias = "{\"5\":1}"; }},
            {u"top_k"_s, [&] { request.topK = "5"; }},
            {u"min_p"_s, [&] { request.minP = "0.1"; }},
            {u"presence_penalty"_s, [&] { request.presencePenalty = "0.1"; }},
            {u"frequency_penalty"_s, [&] { request.frequencyPenalty = "-1"; }},
            {u"repetition_penalty"_s, [&] { request.repetitionPenalty = "1.1"; }},
            {u"modalities"_s, [&] { request.modalities = "[\"text\",\"audio\"]"; }},
            {u"messages"_s,
             [&] { request.messages[0].parts.push_back({.kind = PartKind::Audio}); }},
        };
        ask[path]();
        const auto refused = write(request);
        QVERIFY(!refused);
        QCOMPARE(refused.error().path, path);
    }

    void keepsNothingForOtherCallers()
    {
        Request request = hello();
        request.reasoning.effort = "low";
        Tool tool;
        tool.name = "f";
        request.tools.push_back(tool);
        QCOMPARE(written(request),
                 object("{\"model\":\"gpt-x\",\"input\":[{\"type\":\"message\",\"role\":\"user\","
                        "\"content\":[{\"type\":\"input_text\",\"text\":\"Hi\"}]}],"
                        "\"tools\":[{\"type\":\"function\",\"name\":\"f\",\"parameters\":null,"
                        "\"strict\":false}],\"reasoning\":{\"effort\":\"low\"},\"store\":false,"
                        "\"include\":[\"reasoning.encrypted_content\"]}"));
    }

    void knowsOtherFamiliesThoughts()
    {
        const Seal seal{Family::Anthropic, {}, "redacted"};
        const Request request = readSoundly(
            QByteArray("{\"model\":\"m\",\"input\":[{\"type\":\"reasoning\",\"summary\":[],"
                       "\"encrypted_content\":\"")
            + packSeal(seal) + "\"}]}");
        QCOMPARE(sealOf(request.messages[0].parts[0]), seal);
        QVERIFY(written(request)["input"_L1].toArray().isEmpty());
    }

    void survivesMutations()
    {
        for (const QByteArray &body : mutations(agent)) {
            const JsonView view = JsonView::parse(body);
            if (!view.isObject())
                continue;
            const auto request = openAiResponsesCodec.readRequest(view);
            if (!request)
                continue;
            const auto result = write(*request);
            QVERIFY(!result || JsonView::parse(result->body).isObject());
        }
    }
};

QTEST_GUILESS_MAIN(OpenAiResponsesRequestTest)
#include "tst_openairesponsesrequest.moc"
