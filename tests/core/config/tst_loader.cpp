// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"
#include "core/config/loader.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace Gatehouse;
using namespace Gatehouse::Config;
using namespace Qt::StringLiterals;
using Api::Severity;

namespace {

QByteArray readFile(const QString &name)
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/core/config/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return file.readAll();
}

QStringList described(const Api::Findings &findings)
{
    QStringList out;
    for (const Api::Finding &finding : findings)
        out += describe(finding, u"f"_s);
    return out;
}

//! A small good document the error rows are put into, so that lines can be counted.
QByteArray goodText()
{
    return readFile(u"good.yaml"_s);
}

} // namespace

class tst_Loader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsTheWholeExample();
    void exampleSurvivesARoundTrip();
    void acceptsTheGoodText();
    void acceptsAnEmptyText();
    void tellsLineAndPath_data();
    void tellsLineAndPath();
    void sortsFindingsByLine();
    void tellsLinesOfJson();
    void choosesFormatByName();
    void describesForATerminal();
    void namesTheFileItCannotRead();
    void toTextIsReadAsYamlToo();
};

void tst_Loader::loadsTheWholeExample()
{
    const auto loaded = loadDocument(readFile(u"example.yaml"_s), Format::Yaml);
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    QStringList errors;
    QStringList unused;
    for (const Api::Finding &finding : loaded->findings) {
        if (finding.severity == Severity::Error)
            errors += describe(finding, u"f"_s);
        else if (finding.message.contains("not acted on"_L1))
            unused += finding.path;
    }
    QCOMPARE(errors, QStringList());
    QCOMPARE(unused, (QStringList{u"routes[0].cache"_s, u"guardrails"_s, u"cluster"_s}));
    QCOMPARE(loaded->document.routes.at(0).rules.at(0).when.promptTokensAbove, 100'000);
    QCOMPARE(loaded->document.routes.at(0).canary->halt.errorRateAbove, 2.0);
    QCOMPARE(loaded->document.budgets.at(0).limit, 300'000'000'000);
    const Api::Document &document = loaded->document;
    QCOMPARE(document.gateway.bodyLimit, 64LL << 20);
    QCOMPARE(document.gateway.tls->certificate, u"office.pem"_s);
    QCOMPARE(document.providers.at(0).timeouts.total, std::chrono::minutes(10));
    QCOMPARE(document.providers.at(0).priceMultiplier, 0.85);
    QCOMPARE(document.providers.at(1).hourlyCostUsd, 1.2);
    QCOMPARE(document.routes.at(0).retry.on,
             (QStringList{u"connect"_s, u"timeout"_s, u"429"_s, u"5xx"_s}));
    QCOMPARE(document.keys.at(0).expires, u"2027-01-01"_s);
    QCOMPARE(document.prices.at(0).cacheRead.value_or(0), 20'000'000);
}

void tst_Loader::exampleSurvivesARoundTrip()
{
    const auto loaded = loadDocument(readFile(u"example.yaml"_s), Format::Yaml);
    QVERIFY(loaded.has_value());
    const auto back = loadDocument(toText(loaded->document), Format::Json);
    QVERIFY(back.has_value());
    QVERIFY(back->document == loaded->document);
    QCOMPARE(back->findings.size(), loaded->findings.size());
}

void tst_Loader::acceptsTheGoodText()
{
    const auto loaded = loadDocument(goodText(), Format::Yaml);
    QVERIFY(loaded.has_value());
    QCOMPARE(described(loaded->findings), QStringList());
}

void tst_Loader::acceptsAnEmptyText()
{
    for (const QByteArray &text : {""_ba, "# nothing yet\n"_ba, "version: 1\n"_ba}) {
        const auto loaded = loadDocument(text, Format::Yaml);
        QVERIFY(loaded.has_value());
        QVERIFY(loaded->document == Api::Document{});
        QCOMPARE(described(loaded->findings), QStringList());
    }
}

void tst_Loader::tellsLineAndPath_data()
{
    QTest::addColumn<QByteArray>("from"); // replaced in good.yaml
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("fragment");
    const auto error = Severity::Error;
    const auto warning = Severity::Warning;
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to,
                        Severity severity, int line, const QString &path, const QString &fragment) {
        QTest::newRow(name) << from << to << severity << line << path << fragment;
    };
    row("unknown section", "teams:", "taems:", error, 12, u"taems"_s, u"did you mean \"teams\""_s);
    row("unknown key",
        "dialect: openai, base_url: \"http:", "dialekt: openai, base_url: \"http:", error, 6,
        u"providers[1].dialekt"_s, u"did you mean \"dialect\""_s);
    row("missing key", "{id: research}", "{name: R}", error, 13, u"teams[0].id"_s, u"is missing"_s);
    row("version", "version: 1", "version: 2", error, 1, u"version"_s, u"from 1 to 1"_s);
    row("duplicate id", "id: gpu", "id: openai", error, 6, u"providers[1].id"_s, u"used twice"_s);
    row("duplicate route", "id: careful", "id: fast", error, 10, u"routes[1].id"_s, u"twice"_s);
    row("dangling target", "provider: gpu", "provider: gpuu", error, 11,
        u"routes[1].targets[0].provider"_s, u"did you mean \"gpu\""_s);
    row("dangling fallback", "  - id: careful", "    fallback: [slow]\n  - id: careful", error, 10,
        u"routes[0].fallback[0]"_s, u"the route \"slow\", which does not exist"_s);
    row("fallback to itself", "  - id: careful", "    fallback: [fast]\n  - id: careful", error, 10,
        u"routes[0].fallback[0]"_s, u"fast → fast"_s);
    row("fallback loop", "  - id: careful",
        "    fallback: [careful]\n  - id: careful\n"
        "    fallback: [fast]",
        error, 12, u"routes[1].fallback[0]"_s, u"fast → careful → fast"_s);
    row("dangling team", "team: research", "team: reserch", error, 15, u"keys[0].team"_s,
        u"did you mean \"research\""_s);
    row("dangling key route", "team: research", "routes: [fats]", error, 15, u"keys[0].routes[0]"_s,
        u"did you mean \"fast\""_s);
    row("dangling key provider", "team: research", "routes: [\"opnai/*\"]", error, 15,
        u"keys[0].routes[0]"_s, u"the provider \"opnai\""_s);
    row("odd pattern", "team: research", "routes: [\"fa*\"]", error, 15, u"keys[0].routes[0]"_s,
        u"after a slash"_s);
    row("dangling price",
        "teams:", "prices: [{provider: x, model: m, request_usd: 1}]\nteams:", error, 12,
        u"prices[0].provider"_s, u"does not exist"_s);
    row("price twice", "teams:",
        "prices:\n  - {provider: gpu, model: m, request_usd: 1}\n"
        "  - {provider: gpu, model: m, request_usd: 2}\nteams:",
        error, 14, u"prices[1]"_s, u"second price"_s);
    row("no price", "teams:", "prices: [{provider: gpu, model: m}]\nteams:", warning, 12,
        u"prices[0]"_s, u"unpriced"_s);
    row("no targets", "targets: [{provider: gpu, model: llama}]", "targets: []", error, 11,
        u"routes[1].targets"_s, u"is empty"_s);
    row("target twice", "targets: [{provider: gpu, model: llama}]",
        "targets: [{provider: gpu, model: llama}, {provider: gpu, model: llama}]", error, 11,
        u"routes[1].targets[1]"_s, u"again"_s);
    row("weights 0", "model: llama}", "model: llama, weight: 0}", error, 11, u"routes[1].targets"_s,
        u"weight 0"_s);
    row("negative weight", "model: llama}", "model: llama, weight: -1}", error, 11,
        u"routes[1].targets[0].weight"_s, u"from 0"_s);
    row("unlisted model", "model: llama}", "model: lama}", warning, 11,
        u"routes[1].targets[0].model"_s, u"did you mean \"llama\""_s);
    row("unknown strategy", "  - id: careful", "    strategy: weihgted\n  - id: careful", error, 10,
        u"routes[0].strategy"_s, u"did you mean \"weighted\""_s);
    row("retry word", "  - id: careful", "    retry: {on: [500]}\n  - id: careful", error, 10,
        u"routes[0].retry.on[0]"_s, u"not known"_s);
    row("residency", "  - id: careful", "    residency: [eu]\n  - id: careful", warning, 10,
        u"routes[0].residency"_s, u"leaves no target"_s);
    row("route like provider", "id: careful", "id: gpu", warning, 10, u"routes[1].id"_s,
        u"is also a provider"_s);
    row("route id", "id: careful", "id: Care full", error, 10, u"routes[1].id"_s,
        u"not a valid id"_s);
    row("rules", "  - id: careful", "    rules: [{when: {}}]\n  - id: careful", error, 10,
        u"routes[0].rules[0]"_s, u"exactly one of deny, route and targets"_s);
    row("rule route", "  - id: careful", "    rules: [{route: away}]\n  - id: careful", error, 10,
        u"routes[0].rules[0].route"_s, u"does not exist"_s);
    row("rule time", "  - id: careful",
        "    rules: [{when: {time: [late]}, deny: no}]\n  - id: careful", error, 10,
        u"routes[0].rules[0].when.time[0]"_s, u"is no time"_s);
    row("canary share", "  - id: careful",
        "    canary: {target: {provider: gpu, model: m}, percent: 200%}\n  - id: careful", error,
        10, u"routes[0].canary.percent"_s, u"from 0% to 100%"_s);
    row("set model", "  - id: careful", "    set: {model: x}\n  - id: careful", error, 10,
        u"routes[0].set.model"_s, u"cannot be set"_s);
    row("rules shape", "  - id: careful", "    rules: 5\n  - id: careful", error, 10,
        u"routes[0].rules"_s, u"must be a list"_s);
    row("budget limit", "teams:", "budgets: [{scope: gateway}]\nteams:", error, 12,
        u"budgets[0].limit_usd"_s, u"is missing"_s);
    row("budget scope", "teams:", "budgets: [{scope: \"team:x\", limit_usd: 1}]\nteams:", error, 12,
        u"budgets[0].scope"_s, u"does not exist"_s);
    row("budget period",
        "teams:", "budgets: [{scope: gateway, limit_usd: 1, period: P1M}]\nteams:", error, 12,
        u"budgets[0].period"_s, u"is no period"_s);
    row("limit scope", "teams:", "limits: [{scope: \"person:x\", rpm: 1}]\nteams:", error, 12,
        u"limits[0].scope"_s, u"is no scope"_s);
    row("key addresses", "secret: \"env:GH\"", "secret: \"env:GH\", addresses: [10.0.0.1/8]", error,
        15, u"keys[0].addresses"_s, u"write 10.0.0.0/8"_s);
    row("alert bounds", "teams:", "alerts: [{id: a, measure: spend}]\nteams:", error, 12,
        u"alerts[0]"_s, u"exactly one of above and below"_s);
    row("record bodies", "gateway:", "gateway:\n  record_bodies: some", error, 3,
        u"gateway.record_bodies"_s, u"is not known"_s);
    row("record bodies of a route", "  - id: careful", "    record_bodies: some\n  - id: careful",
        error, 10, u"routes[0].record_bodies"_s, u"is not known"_s);
    row("time zone", "gateway:", "gateway:\n  reporting_time_zone: Mars/Base", error, 3,
        u"gateway.reporting_time_zone"_s, u"is not a time zone"_s);
    row("listen", "127.0.0.1:4417", "localhost", error, 3, u"gateway.listen[0]"_s,
        u"IP address and port"_s);
    row("no listen", "[\"127.0.0.1:4417\"]", "[]", error, 3, u"gateway.listen"_s, u"is empty"_s);
    row("open listen", "127.0.0.1:4417", "0.0.0.0:4417", warning, 3, u"gateway.listen[0]"_s,
        u"without encryption"_s);
    row("open admin", "gateway:", "gateway:\n  admin_listen: 0.0.0.0:4418", error, 3,
        u"gateway.admin_listen"_s, u"needs encryption"_s);
    row("admin on gateway", "gateway:", "gateway:\n  admin_listen: 127.0.0.1:4417", error, 3,
        u"gateway.admin_listen"_s, u"another port"_s);
    row("half tls", "gateway:", "gateway:\n  tls: {certificate: a.pem}", error, 3,
        u"gateway.tls.key"_s, u"is missing"_s);
    row("body limit", "gateway:", "gateway:\n  body_limit: 64 MB", error, 3,
        u"gateway.body_limit"_s, u"size such as"_s);
    row("own address", "http://10.0.0.5:8000/v1", "http://localhost:4417/v1", error, 6,
        u"providers[1].base_url"_s, u"run in a circle"_s);
    row("http", "https://api.openai.com/v1", "http://api.openai.com/v1", error, 5,
        u"providers[0].base_url"_s, u"use https"_s);
    row("secret", "env:A", "sk-1234", error, 5, u"providers[0].keys[0].secret"_s,
        u"never the secret itself"_s);
    row("expires", "team: research", "expires: 2027-13-01", error, 15, u"keys[0].expires"_s,
        u"must be a date"_s);
    row("key calls nothing", "team: research", "routes: []", warning, 15, u"keys[0].routes"_s,
        u"may call nothing"_s);
    row("number as id", "id: research", "id: 2026", error, 13, u"teams[0].id"_s, u"quotes"_s);
}

void tst_Loader::tellsLineAndPath()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(Severity, severity);
    QFETCH(int, line);
    QFETCH(QString, path);
    QFETCH(QString, fragment);
    QByteArray text = goodText();
    QVERIFY(text.contains(from));
    const auto loaded =
        loadDocument(text.replace(text.indexOf(from), from.size(), to), Format::Yaml);
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    const auto isExpected = [&](const Api::Finding &finding) {
        return finding.severity == severity && finding.line == line && finding.path == path
            && finding.message.contains(fragment);
    };
    QVERIFY2(std::any_of(loaded->findings.begin(), loaded->findings.end(), isExpected),
             qPrintable(described(loaded->findings).join(u'\n')));
}

void tst_Loader::sortsFindingsByLine()
{
    const auto loaded = loadDocument("routes: 5\nx: 1\ngateway: {y: 1}\n", Format::Yaml);
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->findings.size(), 3);
    QCOMPARE(loaded->findings.at(0).line, 1);
    QCOMPARE(loaded->findings.at(1).line, 2);
    QCOMPARE(loaded->findings.at(2).line, 3);
}

void tst_Loader::tellsLinesOfJson()
{
    const auto loaded =
        loadDocument("{\n \"version\": 1,\n \"gateway\": {\n  \"lisen\": []\n }\n}", Format::Json);
    QVERIFY(loaded.has_value());
    QCOMPARE(described(loaded->findings),
             (QStringList{u"f:4: gateway.lisen: \"lisen\" is not a known key (did you mean "
                          "\"listen\"?); correct or remove it"_s}));
}

void tst_Loader::choosesFormatByName()
{
    QCOMPARE(formatOf(u"/etc/gatehouse/a.yaml"_s), Format::Yaml);
    QCOMPARE(formatOf(u"a.JSON"_s), Format::Json);
    QCOMPARE(formatOf(u"gatehouse"_s), Format::Yaml);
}

void tst_Loader::describesForATerminal()
{
    const Api::Finding finding{Severity::Warning, u"limits"_s, 12, u"is odd"_s};
    QCOMPARE(describe(finding, u"gatehouse.yaml"_s),
             u"gatehouse.yaml:12: warning: limits: is odd"_s);
    const Api::Finding bare{Severity::Error, {}, 0, u"is odd"_s};
    QCOMPARE(describe(bare, u"-"_s), u"-: is odd"_s);
}

void tst_Loader::namesTheFileItCannotRead()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"gatehouse.yaml"_s);
    QCOMPARE(loadFile(name).error().code, ErrorCode::NotFound);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: [1\n");
    file.close();
    const auto broken = loadFile(name);
    QVERIFY(!broken);
    QVERIFY2(broken.error().detail.startsWith(name + u": line 2"_s),
             qPrintable(broken.error().detail));
}

void tst_Loader::toTextIsReadAsYamlToo()
{
    const auto loaded = loadDocument(goodText(), Format::Yaml);
    const auto back = loadDocument(toText(loaded->document), Format::Yaml);
    QVERIFY(back.has_value());
    QVERIFY(back->document == loaded->document);
}

QTEST_GUILESS_MAIN(tst_Loader)
#include "tst_loader.moc"
