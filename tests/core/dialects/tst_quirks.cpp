// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/quirks.h"

#include <QtTest/QTest>

#include <set>

using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

class TestQuirks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasARowForEveryProvider_data();
    void hasARowForEveryProvider();
    void rowsAreSound();
    void tellsProvidersByTheirHost_data();
    void tellsProvidersByTheirHost();
    void knowsModels_data();
    void knowsModels();
    void knowsClaudes_data();
    void knowsClaudes();
    void touchesWhatItWantsOtherwise();
};

void TestQuirks::hasARowForEveryProvider_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("authentication");
    QTest::addColumn<int>("chat"); //!< -1: none
    const auto add = [](const char *name, Authentication authentication,
                        std::optional<Format> chat) {
        QTest::newRow(name) << QByteArray(name) << int(authentication) << (chat ? int(*chat) : -1);
    };
    using enum Format;
    const auto bearer = Authentication::Bearer;
    add("openai", bearer, OpenAiChat);
    add("azure-openai", Authentication::AzureKey, OpenAiChat);
    add("anthropic", Authentication::ApiKey, AnthropicMessages);
    add("gemini", Authentication::GoogleKey, GeminiGenerate);
    add("vertex", Authentication::GoogleAccount, GeminiGenerate);
    add("bedrock", Authentication::Aws, BedrockConverse);
    add("azure-openai-deployments", Authentication::AzureKey, OpenAiChat);
    add("bedrock-openai", Authentication::Aws, OpenAiChat);
    add("mistral", bearer, OpenAiChat);
    add("cohere", bearer, CohereChat);
    add("groq", bearer, OpenAiChat);
    add("together", bearer, OpenAiChat);
    add("fireworks", bearer, OpenAiChat);
    add("deepseek", bearer, OpenAiChat);
    add("xai", bearer, OpenAiChat);
    add("openrouter", bearer, OpenAiChat);
    add("perplexity", bearer, OpenAiChat);
    add("cerebras", bearer, OpenAiChat);
    add("nvidia", bearer, OpenAiChat);
    add("sambanova", bearer, OpenAiChat);
    add("voyage", bearer, {});
    add("jina", bearer, {});
    add("deepinfra", bearer, OpenAiChat);
    add("ollama", bearer, OllamaChat);
    add("vllm", bearer, OpenAiChat);
    add("sglang", bearer, OpenAiChat);
    add("llama.cpp", bearer, OpenAiChat);
    add("lmstudio", bearer, OpenAiChat);
    add("tgi", bearer, OpenAiChat);
    add("openai-compatible", bearer, OpenAiChat);
}

void TestQuirks::hasARowForEveryProvider()
{
    QFETCH(const QByteArray, name);
    const Quirks *const row = quirksOf(name);
    QVERIFY(row);
    QTEST(int(row->authentication), "authentication");
    QTEST(row->chat ? int(*row->chat) : -1, "chat");
}

void TestQuirks::rowsAreSound()
{
    std::set<QByteArray> names;
    for (const Quirks &row : allQuirks()) {
        QVERIFY(names.insert(row.name.toByteArray()).second);
        QVERIFY(!row.title.isEmpty());
        QVERIFY(row.chat || row.embed || row.rerank);
        QVERIFY(row.modelsPath.isEmpty() || row.modelsPath.startsWith('/'));
        QVERIFY(!row.chat || taskOf(*row.chat) == Task::Chat);
        QVERIFY(!row.embed || taskOf(*row.embed) == Task::Embed);
        QVERIFY(!row.countTokens || taskOf(*row.countTokens) == Task::CountTokens);
        QVERIFY(!row.maxTokens.isEmpty() && !row.requiredToolChoice.isEmpty());
    }
    QCOMPARE(names.size(), std::size_t(30));
    QVERIFY(!quirksOf("nobody"));
}

void TestQuirks::tellsProvidersByTheirHost_data()
{
    QTest::addColumn<QByteArray>("dialect");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("name");
    const auto add = [](const char *dialect, const char *host, const char *name) {
        QTest::newRow(host) << QByteArray(dialect) << QByteArray(host) << QByteArray(name);
    };
    add("openai", "api.openai.com", "openai");
    add("openai", "API.OpenAI.com", "openai");
    add("openai", "eu.api.openai.com", "openai");
    add("openai", "api.openai.com.evil.example", "openai-compatible");
    add("openai", "notapi.openai.com", "openai-compatible");
    add("openai", "me.openai.azure.com", "azure-openai");
    add("openai", "me.services.ai.azure.com", "azure-openai");
    add("openai", ".openai.azure.com", "openai-compatible");
    add("openai", "api.groq.com", "groq");
    add("openai", "api.mistral.ai", "mistral");
    add("openai", "api.together.xyz", "together");
    add("openai", "127.0.0.1", "openai-compatible");
    add("openai", "", "openai-compatible");
    add("mistral", "proxy.example", "mistral");
    add("anthropic", "api.openai.com ", "anthropic");
}

void TestQuirks::tellsProvidersByTheirHost()
{
    QFETCH(const QByteArray, dialect);
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, name);
    QCOMPARE(quirksFor(dialect, host), quirksOf(name));
    QVERIFY(!quirksFor("nobody", host));
}

void TestQuirks::knowsModels_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("refusesSampling");
    QTest::addColumn<bool>("newMaxTokens");
    QTest::addColumn<bool>("refusesReasoning");
    QTest::addColumn<bool>("refusesStop");
    const auto add = [](const char *model, bool sampling, bool newName, bool reasoning, bool stop) {
        QTest::newRow(model) << QByteArray(model) << sampling << newName << reasoning << stop;
    };
    add("gpt-4o-mini", false, false, true, false);
    add("gpt-4.1", false, false, true, false);
    add("gpt-5-mini", true, true, false, true);
    add("gpt-5", true, true, false, true);
    add("openai/gpt-5.2", true, true, false, true);
    add("gpt-5-chat-latest", false, true, true, false);
    add("gpt-oss-120b", false, false, false, false);
    add("o1", true, true, false, false);
    add("o1-mini", true, true, true, false);
    add("o3-2025-04-16", true, true, false, true);
    add("o4-mini", true, true, false, true);
    add("o3x", false, false, false, false);
    add("grok-4", false, false, true, true);
    add("grok-4-1-fast-non-reasoning", false, false, true, false);
    add("grok-4.3", false, false, false, true);
    add("grok-3-mini", false, false, false, true);
    add("deepseek-reasoner", false, false, false, false);
    add("gemini-2.0-flash", false, false, true, false);
    add("gemini-2.5-pro", false, false, false, false);
    add("", false, false, false, false);
}

void TestQuirks::knowsModels()
{
    QFETCH(const QByteArray, model);
    const ModelPolicy policy = modelPolicy(model);
    QTEST(policy.refusesSampling, "refusesSampling");
    QTEST(policy.wantsMaxCompletionTokens, "newMaxTokens");
    QTEST(policy.refusesReasoning, "refusesReasoning");
    QTEST(policy.refusesStop, "refusesStop");
    QCOMPARE(modelPolicy("gemini-2.5-flash").wantsThinkingBudget, true);
    QCOMPARE(modelPolicy("google/gemini-3.1-pro-preview").needsThoughtSignature, true);
    QCOMPARE(modelPolicy("gpt-5").samplesWithoutThinking, false);
    QCOMPARE(modelPolicy("gpt-5.1").samplesWithoutThinking, true);
}

void TestQuirks::knowsClaudes_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("refusesSampling");
    QTest::addColumn<bool>("budget");
    QTest::addColumn<bool>("adaptive");
    QTest::addColumn<bool>("refusesReasoning");
    QTest::addColumn<qint64>("maxTokens");
    const auto add = [](const char *model, bool sampling, bool budget, bool adaptive,
                        bool reasoning, qint64 tokens) {
        QTest::newRow(model) << QByteArray(model) << sampling << budget << adaptive << reasoning
                             << tokens;
    };
    add("claude-3-opus-20240229", false, false, false, true, 4096);
    add("claude-3-5-haiku-20241022", false, false, false, true, 8192);
    add("claude-3-7-sonnet-latest", false, true, false, false, 32000);
    add("claude-sonnet-4-20250514", false, true, false, false, 32000);
    add("claude-sonnet-4@20250514", false, true, false, false, 32000);
    add("claude-opus-4-1", false, true, false, false, 32000);
    add("us.anthropic.claude-sonnet-4-5-20250929-v1:0", false, true, false, false, 32000);
    add("anthropic/claude-opus-4.6", false, false, true, false, 32000);
    add("claude-opus-4-7", true, false, true, false, 32000);
    add("claude-sonnet-5", true, false, true, false, 32000);
    add("claude-next", true, false, true, false, 32000);
}

void TestQuirks::knowsClaudes()
{
    QFETCH(const QByteArray, model);
    const ModelPolicy policy = modelPolicy(model);
    QTEST(policy.refusesSampling, "refusesSampling");
    QTEST(policy.wantsThinkingBudget, "budget");
    QTEST(policy.adaptiveThinking, "adaptive");
    QTEST(policy.refusesReasoning, "refusesReasoning");
    QTEST(policy.defaultMaxTokens, "maxTokens");
}

//! What a row of the OpenAI kind renames or does not take leaves the fast path.
void TestQuirks::touchesWhatItWantsOtherwise()
{
    for (const Quirks &row : allQuirks()) {
        if (row.chat != Format::OpenAiChat || row.name == "openai-compatible")
            continue;
        const auto needs = [&row](bool wish, Touchy bit) { return !wish || (row.touchy & bit); };
        QVERIFY2(needs(row.seed != "seed", Touchy::Seed), row.name.data());
        QVERIFY2(needs(!row.takesStreamOptions, Touchy::StreamOptions), row.name.data());
        QVERIFY2(needs(row.needsNineCharacterToolIds, Touchy::Tools), row.name.data());
        QVERIFY2(needs(row.n != Unwanted::Pass, Touchy::N), row.name.data());
        QVERIFY2(needs(row.logprobs != Unwanted::Pass, Touchy::Logprobs), row.name.data());
        QVERIFY2(needs(row.logitBias != Unwanted::Pass, Touchy::LogitBias), row.name.data());
        QVERIFY2(needs(row.user != Unwanted::Pass, Touchy::User), row.name.data());
        QVERIFY2(needs(row.store != Unwanted::Pass, Touchy::Store), row.name.data());
        QVERIFY2(needs(row.penalties != Unwanted::Pass, Touchy::Sampling), row.name.data());
        QVERIFY2(needs(row.messageName != Unwanted::Pass, Touchy::MessageName), row.name.data());
        QVERIFY2(needs(!row.takesJsonSchema || !row.takesJsonObject, Touchy::ResponseFormat),
                 row.name.data());
        QVERIFY2(needs(!row.takesDeveloperRole, Touchy::DeveloperRole), row.name.data());
    }
}

QTEST_GUILESS_MAIN(TestQuirks)
#include "tst_quirks.moc"
