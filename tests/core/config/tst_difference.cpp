// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/difference.h"

#include <QtTest/QtTest>

using namespace Gatehouse;
using namespace Gatehouse::Config;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Change = std::function<void(Api::Document &)>;

namespace {

Api::Document sample()
{
    Api::Document document;
    Api::Provider openai;
    openai.id = u"openai"_s;
    openai.dialect = u"openai"_s;
    openai.baseUrl = u"https://api.openai.com/v1"_s;
    Api::Provider gpu = openai;
    gpu.id = u"gpu"_s;
    document.providers = {openai, gpu};
    Api::Route fast;
    fast.id = u"fast"_s;
    fast.targets = {{u"openai"_s, u"gpt-4o-mini"_s, 3}, {u"gpu"_s, u"llama"_s, 1}};
    document.routes = {fast};
    return document;
}

} // namespace

class tst_Difference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalDocumentsHaveNone();
    void saysWhatChanged_data();
    void saysWhatChanged();
    void writesJson();
    void cutsLongSummaries();
};

void tst_Difference::equalDocumentsHaveNone()
{
    QVERIFY(differences(sample(), sample()).empty());
}

void tst_Difference::saysWhatChanged_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QString &path, const QString &sentence,
                        const Change &change) {
        QTest::newRow(name) << change << path << sentence;
    };
    row("weight", u"routes[fast].targets[openai/gpt-4o-mini].weight"_s,
        u"Weight of openai/gpt-4o-mini in fast changed from 3 to 2"_s,
        [](Api::Document &d) { d.routes[0].targets[0].weight = 2; });
    row("provider removed", u"providers[gpu]"_s, u"Provider gpu removed"_s,
        [](Api::Document &d) { d.providers.removeLast(); });
    row("route added", u"routes[slow]"_s, u"Route slow added"_s, [](Api::Document &d) {
        d.routes.append(d.routes[0]);
        d.routes[1].id = u"slow"_s;
    });
    row("target added", u"routes[fast].targets[gpu/qwen]"_s, u"Target gpu/qwen added to fast"_s,
        [](Api::Document &d) {
            d.routes[0].targets.append({u"gpu"_s, u"qwen"_s});
        });
    row("target removed", u"routes[fast].targets[gpu/llama]"_s,
        u"Target gpu/llama removed from fast"_s,
        [](Api::Document &d) { d.routes[0].targets.removeLast(); });
    row("order", u"routes[fast].targets"_s,
        u"Order of targets of fast changed to gpu/llama, openai/gpt-4o-mini"_s,
        [](Api::Document &d) { d.routes[0].targets.swapItemsAt(0, 1); });
    row("url", u"providers[gpu].base_url"_s,
        u"Base URL of gpu changed from https://api.openai.com/v1 to http://gpu:8000"_s,
        [](Api::Document &d) { d.providers[1].baseUrl = u"http://gpu:8000"_s; });
    row("default named", u"providers[openai].timeouts.first_byte"_s,
        u"First byte in timeouts of openai changed from 1m to 90s"_s,
        [](Api::Document &d) { d.providers[0].timeouts.firstByte = 90s; });
    row("flag", u"providers[openai].paused"_s, u"Paused of openai turned on"_s,
        [](Api::Document &d) { d.providers[0].paused = true; });
    row("list", u"routes[fast].residency"_s,
        u"Residency of fast changed from nothing to eu, on-prem"_s, [](Api::Document &d) {
            d.routes[0].residency = {u"eu"_s, u"on-prem"_s};
        });
    row("gateway", u"gateway.body_limit"_s, u"Body limit in gateway changed from 64MiB to 1MiB"_s,
        [](Api::Document &d) { d.gateway.bodyLimit = 1 << 20; });
    row("tls", u"gateway.tls"_s, u"TLS in gateway set to {\"certificate\":\"a\",\"key\":\"b\"}"_s,
        [](Api::Document &d) {
            d.gateway.tls = Api::TlsFiles{u"a"_s, u"b"_s};
        });
    row("key", u"providers[openai].keys[1]"_s, u"Key 1 added to openai"_s, [](Api::Document &d) {
        Api::ProviderKey key;
        key.id = u"1"_s;
        d.providers[0].keys = {key};
    });
    row("price", u"prices[openai/gpt-4o]"_s, u"Price openai/gpt-4o added"_s, [](Api::Document &d) {
        Api::PriceOverride price;
        price.provider = u"openai"_s;
        price.model = u"gpt-4o"_s;
        d.prices = {price};
    });
    row("kept", u"guardrails"_s, u"Guardrails set to [{\"kind\":1}]"_s, [](Api::Document &d) {
        d.other = {{u"guardrails"_s, QJsonArray{QJsonObject{{u"kind"_s, 1}}}}};
    });
}

void tst_Difference::saysWhatChanged()
{
    QFETCH(Change, change);
    QFETCH(QString, path);
    QFETCH(QString, sentence);
    Api::Document after = sample();
    change(after);
    const auto found = differences(sample(), after);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].sentence, sentence);
    QCOMPARE(found[0].path, path);
    QCOMPARE(differences(after, sample()).size(), 1U);
}

void tst_Difference::writesJson()
{
    Api::Document after = sample();
    after.providers.removeLast();
    after.routes[0].targets[0].weight = 2;
    const QJsonArray json = toJson(differences(sample(), after));
    QCOMPARE(json.size(), 2);
    QCOMPARE(json.at(0)["kind"_L1], u"removed"_s);
    QVERIFY(json.at(0)["after"_L1].isNull());
    QCOMPARE(json.at(1)["kind"_L1], u"changed"_s);
    QCOMPARE(json.at(1)["before"_L1], 3);
    QCOMPARE(json.at(1)["after"_L1], 2);
}

void tst_Difference::cutsLongSummaries()
{
    Api::Document after = sample();
    after.providers.clear();
    after.routes.clear();
    const auto found = differences(sample(), after);
    QCOMPARE(summary(found),
             u"Provider openai removed; Provider gpu removed; Route fast removed"_s);
    QCOMPARE(summary(found, 30), u"Provider openai removed; and 2 more"_s);
    QCOMPARE(summary({}), QString());
}

QTEST_GUILESS_MAIN(tst_Difference)
#include "tst_difference.moc"
