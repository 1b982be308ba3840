// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"
#include "core/api/import/litellmimport.h"
#include "core/api/import/onwardsimport.h"
#include "core/config/loader.h"
#include "core/config/yamlreader.h"
#include "core/routing/planner.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

Api::ImportReport imported(const QByteArray &yaml)
{
    const auto tree = Config::readYaml(yaml);
    return tree ? Api::importLiteLlm(tree->root) : Api::ImportReport();
}

QByteArray fixture()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/core/api/import/litellm.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! What a request for \a name tries, in order: "openai/gpt-4o azure-openai-eu/gpt4o".
QByteArray planned(const Api::Document &document, const QByteArray &name, qint64 tokens = 0)
{
    Routing::LiveState live;
    FakeClock clock;
    Routing::Random random{42};
    const auto snapshot = Config::Snapshot::compile(document, 1);
    const Routing::RoutingTable table(snapshot, live);
    const Config::Route *route = snapshot->route(name);
    if (!route)
        return "no route";
    Routing::RequestFacts facts;
    facts.promptTokens = tokens;
    const Routing::Plan plan =
        Routing::plan(table, Routing::follow(*route, facts), facts, clock.steady(), random);
    QByteArrayList targets;
    for (qsizetype i = 0; i < plan.size(); ++i) {
        const Config::Target &target = *plan.at(i).entry.target;
        targets.append(target.provider->id + '/' + target.model);
    }
    return targets.join(' ');
}

bool hasNote(const Api::ImportReport &report, Api::ImportNote::Kind kind, const QString &path)
{
    for (const Api::ImportNote &note : report.notes)
        if (note.kind == kind && note.path.startsWith(path))
            return true;
    return false;
}

} // namespace

class LiteLlmImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsFortyModels();
    void routesAsTheOriginal_data();
    void routesAsTheOriginal();
    void namesWhatWasLeftOut();
    void copiesNoSecret();
    void mapsOnwards();
};

void LiteLlmImportTest::mapsFortyModels()
{
    const Api::ImportReport report = imported(fixture());
    const auto loaded = Config::loadDocument(Api::toYaml(report.document), Config::Format::Yaml);
    QVERIFY(loaded);
    for (const Api::Finding &finding : loaded->findings)
        QVERIFY2(finding.severity != Api::Severity::Error,
                 qPrintable(Config::describe(finding, u"imported"_s)));
    QVERIFY(loaded->document == report.document);
    qsizetype targets = 0;
    for (const Api::Route &route : report.document.routes)
        targets += route.id.startsWith(u"model-"_s) ? route.targets.size() : 0;
    QCOMPARE(targets, 30);
    QCOMPARE(report.document.budgets.size(), 1);
    QCOMPARE(report.document.budgets[0].period, u"P30D"_s);
    QCOMPARE(*report.document.budgets[0].limit, 250'000'000'000);
}

void LiteLlmImportTest::routesAsTheOriginal_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<QByteArray>("targets");
    const auto row = [](const char *name, qint64 tokens, const char *targets) {
        QTest::addRow("%s %lld", name, tokens) << QByteArray(name) << tokens << QByteArray(targets);
    };
    for (int i = 1; i <= 30; ++i) {
        const QByteArray number = QByteArray::number(i);
        row(QByteArray("model-" + number).constData(), 0,
            QByteArray("openai/gpt-" + number).constData());
    }
    // A circle of fallbacks ends where it began: LiteLLM tries the first model again, too.
    row("chat", 0,
        "azure-openai-eu/gpt4o openai/gpt-4o anthropic/claude-opus anthropic/claude-haiku "
        "anthropic/claude-opus");
    row("smart", 0, "anthropic/claude-opus anthropic/claude-haiku anthropic/claude-opus");
    row("cheap", 0, "anthropic/claude-haiku anthropic/claude-opus");
    row("small", 100, "ollama/llama3");
    row("small", 9000, "gemini/gemini-2.5-pro");
    row("best", 0, "anthropic/claude-opus anthropic/claude-haiku anthropic/claude-opus");
    row("groq/llama-3.3", 0, "no route");
    row("aws", 0, "bedrock-eu-central-1/anthropic.claude-v2");
    row("google", 0, "vertex-europe-west4/gemini-2.5-flash");
}

void LiteLlmImportTest::routesAsTheOriginal()
{
    QFETCH(QByteArray, name);
    QFETCH(qint64, tokens);
    QFETCH(QByteArray, targets);
    QCOMPARE(planned(imported(fixture()).document, name, tokens), targets);
}

void LiteLlmImportTest::namesWhatWasLeftOut()
{
    using Kind = Api::ImportNote::Kind;
    const Api::ImportReport report = imported(fixture());
    QVERIFY(hasNote(report, Kind::LeftOut, u"general_settings.master_key"_s));
    QVERIFY(hasNote(report, Kind::LeftOut, u"litellm_settings.drop_params"_s));
    QVERIFY(hasNote(report, Kind::LeftOut, u"router_settings.redis_host"_s));
    QVERIFY(hasNote(report, Kind::Changed, u"router_settings.fallbacks[2]"_s));
    const auto bad = Config::readYaml("model_list:\n  - a: 1\n  b: 2\n");
    QVERIFY(!bad);
    QVERIFY2(bad.error().detail.contains(u"line 3"_s), qPrintable(bad.error().detail));
}

void LiteLlmImportTest::copiesNoSecret()
{
    const Api::ImportReport report = imported(fixture());
    QByteArray all = Api::toYaml(report.document);
    for (const Api::ImportNote &note : report.notes)
        all += note.path.toUtf8() + note.text.toUtf8();
    QVERIFY(!all.contains("literal"));
    QVERIFY(all.contains("env:OPENAI_KEY"));
    QVERIFY(all.contains("keychain:anthropic"));
}

void LiteLlmImportTest::mapsOnwards()
{
    const auto tree = Config::readYaml(R"({"targets": {
        "gpt": {"url": "https://api.openai.com", "onwards_key": "literal", "keys": ["literal"],
                "onwards_model": "gpt-4o", "rate_limit": {"requests_per_second": 10, "burst_size": 20}},
        "pool": {"strategy": "priority", "fallback": {"enabled": true, "on_status": [429, 5]},
                 "providers": [{"url": "https://one.example.com/v1"}, {"url": "https://two.example.org"}]}},
        "auth": {"global_keys": ["literal"]}})");
    QVERIFY(tree);
    const Api::ImportReport report = Api::importOnwards(tree->root);
    const auto loaded = Config::loadDocument(Api::toYaml(report.document), Config::Format::Yaml);
    QVERIFY(loaded && !Api::hasErrors(loaded->findings));
    QCOMPARE(planned(report.document, "gpt"), "openai/gpt-4o"_ba);
    QCOMPARE(planned(report.document, "pool"), "example/pool example-2/pool"_ba);
    QCOMPARE(report.document.limits.value(0).rpm.value_or(0), 600);
    QVERIFY(!Api::toYaml(report.document).contains("literal"));
    QVERIFY(hasNote(report, Api::ImportNote::Kind::LeftOut, u"auth.global_keys"_s));
}

QTEST_GUILESS_MAIN(LiteLlmImportTest)
#include "tst_litellmimport.moc"
