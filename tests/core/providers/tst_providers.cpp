// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/addresses.h"
#include "core/providers/knownproviders.h"
#include "core/providers/modellist.h"
#include "core/providers/upstreamrequest.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

class TestProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsModelLists_data();
    void readsModelLists();
    void recognisesKeys_data();
    void recognisesKeys();
    void composesOpenAiRequests();
    void composesAnthropicRequests();
    void resolvesWhatCanBeRead();
    void takesEveryPlaceASecretCanHave();
};

namespace {

std::shared_ptr<const Config::Snapshot> snapshotOf(const QString &dialect, const QString &url)
{
    Api::Document document;
    Api::Provider provider;
    provider.id = u"p"_s;
    provider.dialect = dialect;
    provider.baseUrl = url;
    provider.keys = {{.id = u"1"_s, .label = {}, .secret = u"env:ONE"_s}, {.id = u"2"_s, .label = {}, .secret = u"env:TWO"_s}};
    provider.headers.insert(u"x-team"_s, u"research"_s);
    provider.headers.insert(u"x-org"_s, u"env:ORG"_s);
    document.providers = {provider};
    return Config::Snapshot::compile(document, 1);
}

Result<Secrets::Secret> readSample(const QString &reference)
{
    if (reference == "env:TWO"_L1)
        return Error {ErrorCode::NotFound, u"not set"_s};
    return Secrets::Secret(QByteArray("value-of-" + reference.toUtf8()));
}

std::shared_ptr<const Providers::CredentialSet> resolved(const std::shared_ptr<const Config::Snapshot> &snapshot)
{
    std::shared_ptr<const Providers::CredentialSet> credentials;
    Providers::resolveCredentials(
        snapshot, [](const QString &reference, const auto &answer) { answer(readSample(reference)); },
        [&credentials](auto set) { credentials = std::move(set); });
    return credentials;
}

} // namespace

void TestProviders::readsModelLists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QStringList>("models");
    QTest::newRow("OpenAI, Anthropic") << R"({"data":[{"id":"b"},{"id":"a"},{"id":"b"}]})"_ba << true << QStringList {u"a"_s, u"b"_s};
    QTest::newRow("bare list") << R"([{"id":"x"}])"_ba << true << QStringList {u"x"_s};
    QTest::newRow("Ollama") << R"({"models":[{"name":"llama3:8b"}]})"_ba << true << QStringList {u"llama3:8b"_s};
    QTest::newRow("Gemini") << R"({"models":[{"name":"models/g","supportedGenerationMethods":["generateContent"]},{"name":"models/aqa","supportedGenerationMethods":["generateAnswer"]}]})"_ba
                            << true << QStringList {u"g"_s};
    QTest::newRow("Cohere") << R"({"models":[{"name":"command","endpoints":["chat"]},{"name":"c","endpoints":["classify"]}]})"_ba << true
                            << QStringList {u"command"_s};
    QTest::newRow("Bedrock") << R"({"modelSummaries":[{"modelId":"amazon.nova-lite-v1:0"}]})"_ba << true << QStringList {u"amazon.nova-lite-v1:0"_s};
    QTest::newRow("empty") << R"({"data":[]})"_ba << true << QStringList();
    QTest::newRow("error page") << "<html>"_ba << false << QStringList();
    QTest::newRow("other object") << R"({"error":"no"})"_ba << false << QStringList();
}

void TestProviders::readsModelLists()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, valid);
    const Result<QStringList> models = Providers::readModelList(body);
    QCOMPARE(models.has_value(), valid);
    QTEST(models.value_or({}), "models");
}

void TestProviders::recognisesKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("kind");
    QTest::newRow("openai") << u"sk-proj-abc"_s << u"openai"_s;
    QTest::newRow("the longest prefix wins") << u"sk-ant-api03-abc"_s << u"anthropic"_s;
    QTest::newRow("openrouter") << u"sk-or-v1-abc"_s << u"openrouter"_s;
    QTest::newRow("unknown") << u"whatever"_s << QString();
}

void TestProviders::recognisesKeys()
{
    QFETCH(QString, key);
    const Providers::KnownProvider *known = Providers::recogniseKey(key);
    QTEST(known ? QString(known->kind) : QString(), "kind");
}

void TestProviders::composesOpenAiRequests()
{
    const auto snapshot = snapshotOf(u"openai"_s, u"https://api.example.com/v1"_s);
    const auto credentials = resolved(snapshot);
    const Config::Provider &provider = *snapshot->providers.front();
    const Providers::PreparedProvider prepared = Providers::prepare(provider);
    const Http::UpstreamRequest request = Providers::compose({.provider = provider,
                                                              .prepared = prepared,
                                                              .credentials = credentials->of(provider),
                                                              .keyIndex = 0,
                                                              .format = Dialects::Format::OpenAiChat},
                                                             {"{}"});
    QCOMPARE(request.methodAndTarget, "POST /v1/chat/completions"_ba);
    QVERIFY(request.fields.contains("authorization: Bearer value-of-env:ONE\r\n"));
    QVERIFY(request.fields.contains("x-team: research\r\n"));
    QVERIFY(request.fields.contains("x-org: value-of-env:ORG\r\n"));
    QVERIFY(!request.fields.contains("anthropic-version"));
    QVERIFY(prepared.endpoint.tls);
    QCOMPARE(prepared.endpoint.host, "api.example.com"_ba);
}

void TestProviders::composesAnthropicRequests()
{
    const auto snapshot = snapshotOf(u"anthropic"_s, u"https://api.example.com"_s);
    const auto credentials = resolved(snapshot);
    const Config::Provider &provider = *snapshot->providers.front();
    const Providers::PreparedProvider prepared = Providers::prepare(provider);
    const Http::UpstreamRequest request = Providers::compose({.provider = provider,
                                                              .prepared = prepared,
                                                              .credentials = credentials->of(provider),
                                                              .keyIndex = 0,
                                                              .format = Dialects::Format::AnthropicMessages},
                                                             {"{}"});
    QCOMPARE(request.methodAndTarget, "POST /v1/messages"_ba);
    QVERIFY(request.fields.contains("x-api-key: value-of-env:ONE\r\n"));
    QVERIFY(request.fields.contains("anthropic-version: 2023-06-01\r\n"));
}

void TestProviders::resolvesWhatCanBeRead()
{
    const auto snapshot = snapshotOf(u"openai"_s, u"https://api.example.com/v1"_s);
    const auto credentials = resolved(snapshot);
    QVERIFY(credentials);
    const auto &keys = credentials->of(*snapshot->providers.front()).keys;
    QCOMPARE(keys.size(), std::size_t(2));
    QVERIFY(keys[0].isUsable());
    QVERIFY(!keys[1].isUsable());
    QCOMPARE(keys[1].problem->code, ErrorCode::NotFound);
}

void TestProviders::takesEveryPlaceASecretCanHave()
{
    const QStringList places{u"keychain"_s, u"vault"_s, u"session"_s, u"env"_s, u"credential"_s};
    for (const QString &place : places) {
        const QString reference = place + u":NAME"_s;
        QVERIFY2(Providers::isSecretReference(reference), qPrintable(reference));
        QVERIFY2(Api::secretReferenceProblem(reference).isEmpty(), qPrintable(reference));
    }
    QVERIFY(!Providers::isSecretReference(u"sk-plain"_s));
    QVERIFY(!Api::secretReferenceProblem(u"sk-plain"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestProviders)
#include "tst_providers.moc"
