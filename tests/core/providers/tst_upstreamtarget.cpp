// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/dialects.h"
#include "core/dialects/pairing.h"
#include "core/providers/modellist.h"
#include "core/providers/upstreamtarget.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;
using Dialects::Format;

class TestUpstreamTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTargets_data();
    void makesTargets();
    void choosesClaudesFormatOnVertex();
    void putsClaudesVersionIntoTheBodyOnVertex();
    void signsForAmazon();
    void sendsEachKeyInItsManner_data();
    void sendsEachKeyInItsManner();
    void buysTokensForAccounts();
    void knowsEveryKindOfTheConfiguration();
    void asksTheRightPlaceForModels_data();
    void asksTheRightPlaceForModels();
};

namespace {

std::shared_ptr<const Config::Snapshot> snapshotOf(const QString &dialect, const QString &url, const QString &api = {})
{
    Api::Document document;
    Api::Provider provider;
    provider.id = u"p"_s;
    provider.dialect = dialect;
    provider.baseUrl = url;
    provider.api = api;
    provider.project = u"office"_s;
    provider.location = u"europe-west4"_s;
    provider.awsRegion = u"eu-central-1"_s;
    provider.keys = {{.id = u"1"_s, .label = {}, .secret = u"env:ONE"_s}};
    document.providers = {provider};
    return Config::Snapshot::compile(document, 1);
}

Http::UpstreamRequest composed(const Config::Provider &provider, const Providers::Credential &key, Format format,
                               const QByteArray &model, const QByteArray &body)
{
    Providers::CredentialSet::OfProvider credentials;
    credentials.keys = {key};
    return Providers::compose({.provider = provider,
                               .prepared = Providers::prepare(provider),
                               .credentials = credentials,
                               .keyIndex = 0,
                               .format = format,
                               .model = model,
                               .now = WallTime(std::chrono::seconds(1'790'000'000))},
                              {body});
}

Providers::Credential keyOf(const QByteArray &value)
{
    return {.keyId = "1", .value = Secrets::Secret(value), .problem = {}};
}

} // namespace

void TestUpstreamTarget::makesTargets_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("api");
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("target");
    const auto add = [](const char *title, const QString &dialect, const QString &url, const QString &api, Format format,
                        const QByteArray &model, const QByteArray &target) {
        QTest::newRow(title) << dialect << url << api << int(format) << model << target;
    };
    const QString azure = u"https://me.openai.azure.com"_s;
    add("Azure v1", u"azure-openai"_s, azure, {}, Format::OpenAiChat, "d", "/openai/v1/chat/completions");
    add("Azure v1 in full", u"azure-openai"_s, azure + u"/openai/v1"_s, u"v1"_s, Format::OpenAiEmbeddings, "d", "/openai/v1/embeddings");
    add("Azure deployment", u"azure-openai"_s, azure, u"deployments"_s, Format::OpenAiChat, "my gpt",
        "/openai/deployments/my%20gpt/chat/completions?api-version=2024-10-21");
    add("Azure deployment behind v1", u"azure-openai"_s, azure + u"/openai/v1"_s, u"deployments"_s, Format::OpenAiEmbeddings, "d",
        "/openai/deployments/d/embeddings?api-version=2024-10-21");
    add("Cohere", u"cohere"_s, u"https://api.cohere.com"_s, {}, Format::CohereChat, "c", "/v2/chat");
    add("Cohere with a version", u"cohere"_s, u"https://api.cohere.com/v2"_s, {}, Format::CohereEmbed, "c", "/v2/embed");
    add("Cohere reranks", u"cohere"_s, u"https://api.cohere.com/v1"_s, {}, Format::Rerank, "c", "/v2/rerank");
    add("Jina reranks", u"jina"_s, u"https://api.jina.ai/v1"_s, {}, Format::Rerank, "c", "/v1/rerank");
    add("Ollama", u"ollama"_s, u"http://127.0.0.1:11434/v1"_s, {}, Format::OllamaChat, "l", "/api/chat");
    add("Bedrock", u"bedrock"_s, {}, {}, Format::BedrockConverse, "a.b:0", "/model/a.b%3A0/converse");
    add("Bedrock as OpenAI", u"bedrock"_s, {}, u"openai"_s, Format::OpenAiChat, "openai.gpt-oss-20b-1:0", "/openai/v1/chat/completions");
    add("Vertex", u"vertex"_s, {}, {}, Format::GeminiGenerate, "gemini-2.5-pro",
        "/v1/projects/office/locations/europe-west4/publishers/google/models/gemini-2.5-pro:generateContent");
    add("Claude on Vertex", u"vertex"_s, {}, {}, Format::AnthropicMessages, "claude-sonnet-4-5@20250929",
        "/v1/projects/office/locations/europe-west4/publishers/anthropic/models/claude-sonnet-4-5@20250929:rawPredict");
    add("Llama on Vertex", u"vertex"_s, {}, {}, Format::OpenAiChat, "meta/llama-4",
        "/v1/projects/office/locations/europe-west4/endpoints/openapi/chat/completions");
    add("Anthropic", u"anthropic"_s, u"https://api.anthropic.com"_s, {}, Format::AnthropicMessages, "c", "/v1/messages");
    add("Gemini", u"gemini"_s, u"https://generativelanguage.googleapis.com"_s, {}, Format::GeminiGenerate, "g",
        "/v1beta/models/g:generateContent");
}

void TestUpstreamTarget::makesTargets()
{
    QFETCH(const QString, dialect);
    QFETCH(const QString, url);
    QFETCH(const QString, api);
    QFETCH(const int, format);
    QFETCH(const QByteArray, model);
    const auto snapshot = snapshotOf(dialect, url, api);
    QTEST(Providers::targetOf({*snapshot->providers.front(), Format(format), model}), "target");
}

void TestUpstreamTarget::choosesClaudesFormatOnVertex()
{
    const Dialects::Quirks &vertex = *Dialects::quirksOf("vertex");
    QCOMPARE(Dialects::upstreamFormat(vertex, Format::OpenAiChat, "gemini-2.5-pro"), Format::GeminiGenerate);
    QCOMPARE(Dialects::upstreamFormat(vertex, Format::OpenAiChat, "claude-opus-4-6"), Format::AnthropicMessages);
    QCOMPARE(Dialects::upstreamFormat(vertex, Format::GeminiCountTokens, "claude-opus-4-6"), Format::AnthropicCountTokens);
    QCOMPARE(Dialects::upstreamFormat(vertex, Format::AnthropicMessages, "meta/llama-4"), Format::OpenAiChat);
    const auto snapshot = snapshotOf(u"bedrock"_s, {}, u"openai"_s);
    QCOMPARE(Dialects::upstreamFormat(*snapshot->providers.front()->quirks, Format::AnthropicMessages), Format::OpenAiChat);
}

void TestUpstreamTarget::putsClaudesVersionIntoTheBodyOnVertex()
{
    const auto snapshot = snapshotOf(u"vertex"_s, {});
    const Http::UpstreamRequest request = composed(*snapshot->providers.front(), keyOf("ya29.token"), Format::AnthropicMessages,
                                                   "claude-opus-4-6", R"({"model":"claude-opus-4-6","max_tokens":1})");
    QCOMPARE(request.body.front(), R"({"anthropic_version":"vertex-2023-10-16","max_tokens":1})"_ba);
    QVERIFY(!request.fields.contains("anthropic-version"));
    QVERIFY(request.fields.contains("authorization: Bearer ya29.token\r\n"));
}

void TestUpstreamTarget::signsForAmazon()
{
    const auto snapshot = snapshotOf(u"bedrock"_s, {});
    Providers::Credential key = keyOf("secret");
    key.accessKey = Secrets::Secret("AKIDEXAMPLE");
    key.sessionToken = Secrets::Secret("session");
    const Http::UpstreamRequest request = composed(*snapshot->providers.front(), key, Format::BedrockConverse, "a.b:0", "{}");
    QVERIFY(request.fields.contains("authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260921/eu-central-1/bedrock/aws4_request"));
    QVERIFY(request.fields.contains("x-amz-security-token: session\r\n"));
    QVERIFY(!request.fields.contains("Bearer"));
}

void TestUpstreamTarget::sendsEachKeyInItsManner_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("Azure key") << u"azure-openai"_s << "abc"_ba << "api-key: abc\r\n"_ba;
    QTest::newRow("Entra token") << u"azure-openai"_s << "eyJh.eyJi.c"_ba << "authorization: Bearer eyJh.eyJi.c\r\n"_ba;
    QTest::newRow("Bedrock key") << u"bedrock"_s << "ABSK1"_ba << "authorization: Bearer ABSK1\r\n"_ba;
    QTest::newRow("Gemini key") << u"gemini"_s << "AIza"_ba << "x-goog-api-key: AIza\r\n"_ba;
    QTest::newRow("Cohere key") << u"cohere"_s << "co"_ba << "authorization: Bearer co\r\n"_ba;
}

void TestUpstreamTarget::sendsEachKeyInItsManner()
{
    QFETCH(const QString, dialect);
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, field);
    const auto snapshot = snapshotOf(dialect, u"https://one.example"_s);
    const Config::Provider &provider = *snapshot->providers.front();
    const Http::UpstreamRequest request = composed(provider, keyOf(key), *provider.quirks->chat, "m", "{}");
    QVERIFY2(request.fields.contains(field), request.fields.constData());
}

void TestUpstreamTarget::buysTokensForAccounts()
{
    const auto snapshot = snapshotOf(u"azure-openai"_s, u"https://me.openai.azure.com"_s);
    const auto cell = std::make_shared<Providers::TokenCell>();
    std::shared_ptr<const Providers::CredentialSet> credentials;
    Providers::resolveCredentials(
        snapshot,
        [](const QString &, const auto &answer) {
            answer(Secrets::Secret(R"({"tenant_id":"t","client_id":"c","client_secret":"s"})"));
        },
        [&credentials](auto set) { credentials = std::move(set); },
        [cell](const Config::Provider &, const Providers::Credential &, const auto &) { return cell; });
    const Config::Provider &provider = *snapshot->providers.front();
    const Providers::Credential &key = credentials->of(provider).keys.front();
    const WallTime now{std::chrono::seconds(1'790'000'000)};
    QVERIFY(key.isUsable());
    QVERIFY(key.problemAt(now));
    cell->publish({.token = Providers::AccessToken{Secrets::Secret("bought"), now + std::chrono::hours(1)}, .problem = {}});
    QVERIFY(!key.problemAt(now));
    const Http::UpstreamRequest request = composed(provider, key, Format::OpenAiChat, "m", "{}");
    QVERIFY(request.fields.contains("authorization: Bearer bought\r\n"));
    QVERIFY(!request.fields.contains("client_secret"));
}

void TestUpstreamTarget::knowsEveryKindOfTheConfiguration()
{
    // Rows that a kind's host or setting chooses; the configuration has no word for them.
    QStringList names{u"azure-openai-deployments"_s, u"bedrock-openai"_s, u"openai-compatible"_s};
    for (const Api::DialectInfo &kind : Api::dialects()) {
        const Dialects::Quirks *row = Dialects::quirksOf(QLatin1StringView(kind.name).latin1());
        QVERIFY2(row, kind.name.latin1());
        names += kind.name;
    }
    QStringList rows;
    for (const Dialects::Quirks &row : Dialects::allQuirks())
        rows += QString::fromLatin1(row.name);
    names.sort();
    rows.sort();
    QCOMPARE(rows, names);
}

void TestUpstreamTarget::asksTheRightPlaceForModels_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("Bedrock") << u"bedrock"_s << QString() << "bedrock.eu-central-1.amazonaws.com"_ba << "GET /foundation-models"_ba;
    QTest::newRow("Azure") << u"azure-openai"_s << u"https://me.openai.azure.com"_s << "me.openai.azure.com"_ba << "GET /openai/v1/models"_ba;
    QTest::newRow("Ollama") << u"ollama"_s << u"http://h:1/v1"_s << "h"_ba << "GET /api/tags"_ba;
    QTest::newRow("Gemini") << u"gemini"_s << u"https://g/v1beta"_s << "g"_ba << "GET /v1beta/models?pageSize=1000"_ba;
    QTest::newRow("Anthropic") << u"anthropic"_s << u"https://a/v1"_s << "a"_ba << "GET /v1/models?limit=1000"_ba;
    QTest::newRow("Vertex") << u"vertex"_s << QString() << QByteArray() << QByteArray();
    QTest::newRow("Perplexity") << u"perplexity"_s << QString() << QByteArray() << QByteArray();
}

void TestUpstreamTarget::asksTheRightPlaceForModels()
{
    QFETCH(const QString, dialect);
    QFETCH(const QString, url);
    const auto snapshot = snapshotOf(dialect, url);
    const auto question = Providers::modelListQuestion(*snapshot->providers.front(), keyOf("k"), {});
    QTEST(question ? question->endpoint.host : QByteArray(), "host");
    QTEST(question ? question->request.methodAndTarget : QByteArray(), "line");
}

QTEST_GUILESS_MAIN(TestUpstreamTarget)
#include "tst_upstreamtarget.moc"
