// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/snapshot.h"

#include <QtTest/QtTest>

using namespace Gatehouse;
using namespace Gatehouse::Config;
using namespace Qt::StringLiterals;

namespace {

Api::Provider provider(const QString &id, const QString &url, const QStringList &models = {})
{
    Api::Provider out;
    out.id = id;
    out.dialect = u"openai"_s;
    out.baseUrl = url;
    out.models = models;
    return out;
}

Api::Document sample()
{
    Api::Document document;
    document.providers = {
        provider(u"openai"_s, u"https://API.openai.com/v1/"_s, {u"gpt-4o"_s, u"org/gpt-x"_s}),
        provider(u"gpu"_s, u"http://[fd00::5]:8000"_s)};
    document.providers[1].dialect = u"anthropic"_s;
    Api::Route fast;
    fast.id = u"fast"_s;
    fast.strategy = u"weighted"_s;
    fast.targets = {{u"openai"_s, u"gpt-4o"_s, 3}, {u"gpu"_s, u"llama"_s, 0.5}};
    fast.fallback = {u"careful"_s}; // declared further down
    fast.retry.on = {u"connect"_s, u"429"_s};
    Api::Route careful;
    careful.id = u"careful"_s;
    careful.targets = {{u"gpu"_s, u"llama"_s}};
    document.routes = {fast, careful};
    return document;
}

} // namespace

class tst_Snapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAddressesApart_data();
    void takesAddressesApart();
    void compilesProviders();
    void compilesRoutes();
    void linksFallbacks();
    void compilesRules();
    void compilesWhatTargetsSay();
    void sendsOnFromRetiredRoutes();
    void makesDirectRoutes();
    void usesDiscoveredModels();
    void namedModelsWinOverDiscovered();
    void pausedProvidersHaveNoDirectRoutes();
    void anEmptyDocumentHasNoRoutes();
    void findsProviderOfDirectName();
};

void tst_Snapshot::takesAddressesApart_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<Address>("address");
    QTest::newRow("https") << u"https://API.openai.com/v1/"_s
                           << Address{true, "api.openai.com"_ba, 443, "/v1"_ba};
    QTest::newRow("http") << u"http://gpu"_s << Address{false, "gpu"_ba, 80, ""_ba};
    QTest::newRow("v6") << u"http://[fd00::5]:8000/"_s << Address{false, "fd00::5"_ba, 8000, ""_ba};
    QTest::newRow("escaped path") << u"https://h/a%20b/v1"_s
                                  << Address{true, "h"_ba, 443, "/a%20b/v1"_ba};
    QTest::newRow("idn") << u"https://bücher.example"_s
                         << Address{true, "xn--bcher-kva.example"_ba, 443, ""_ba};
}

void tst_Snapshot::takesAddressesApart()
{
    QFETCH(QString, url);
    QFETCH(Address, address);
    const auto parsed = parseAddress(url);
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->host, address.host);
    QCOMPARE(parsed->basePath, address.basePath);
    QVERIFY(*parsed == address);
    QVERIFY(!parseAddress(QString()));
}

void tst_Snapshot::compilesProviders()
{
    Api::Document document = sample();
    document.providers[0].proxy = u"http://proxy:3128"_s;
    const auto snapshot = Snapshot::compile(document, 7);
    QCOMPARE(snapshot->revision, 7);
    QVERIFY(snapshot->document == document);
    const Config::Provider *gpu = snapshot->provider("gpu");
    QVERIFY(gpu);
    QCOMPARE(gpu->index, 1);
    QCOMPARE(gpu->quirks->name, QByteArrayView("anthropic"));
    QVERIFY(!gpu->proxy);
    QVERIFY(snapshot->provider("openai")->proxy == (Address{false, "proxy"_ba, 3128, ""_ba}));
    QVERIFY(!snapshot->provider("open"));
    QVERIFY(!snapshot->provider(""));
}

void tst_Snapshot::compilesRoutes()
{
    const auto snapshot = Snapshot::compile(sample(), 1);
    const Config::Route *fast = snapshot->route("fast");
    QVERIFY(fast);
    QCOMPARE(fast->strategy, Strategy::Weighted);
    QCOMPARE(fast->targets.size(), 2U);
    QCOMPARE(fast->targets[1].provider, snapshot->provider("gpu"));
    QCOMPARE(fast->targets[1].weight, 0.5);
    QVERIFY(fast->retryConnect && fast->retryRateLimited);
    QVERIFY(!fast->retryTimeout && !fast->retryServerError);
    QVERIFY(!fast->direct);
}

void tst_Snapshot::linksFallbacks()
{
    const auto snapshot = Snapshot::compile(sample(), 1);
    QCOMPARE(snapshot->route("fast")->fallback.size(), 1U);
    QCOMPARE(snapshot->route("fast")->fallback[0], snapshot->route("careful"));
}

void tst_Snapshot::compilesRules()
{
    Api::Document document = sample();
    Api::RouteRule deny;
    deny.when.time = {u"mon-fri 08:00-18:00"_s};
    deny.when.headers = {{u"x-app"_s, u"chat/*"_s}};
    deny.deny = u"Not now."_s;
    Api::RouteRule on;
    on.name = u"large"_s;
    on.when.promptTokensAbove = 1000;
    on.route = u"careful"_s;
    Api::RouteRule direct;
    direct.route = u"openai/gpt-4o"_s;
    Api::RouteRule nowhere;
    nowhere.route = u"gone"_s;
    document.routes[0].rules = {deny, on, direct, nowhere};
    const auto snapshot = Snapshot::compile(document, 1);
    const auto &rules = snapshot->routes[0]->rules;
    QCOMPARE(rules[0].name, "rule 1"_ba);
    QCOMPARE(rules[0].deny, "Not now."_ba);
    QCOMPARE(rules[0].times.size(), 1U);
    QVERIFY(rules[0].headers[0].holds("chat/2") && !rules[0].headers[0].holds("chat"));
    QCOMPARE(rules[1].name, "large"_ba);
    QVERIFY(rules[1].route == snapshot->route("careful"));
    QVERIFY(rules[2].route == snapshot->route("openai/gpt-4o"));
    QVERIFY(!rules[3].route && !rules[3].deny.isEmpty()); // never passed over
}

void tst_Snapshot::compilesWhatTargetsSay()
{
    Api::Document document = sample();
    document.routes[0].targets[0].tags = {u"local"_s};
    document.routes[0].targets[0].contextTokens = 4096;
    document.routes[0].targets[0].pinned = true;
    document.routes[0].promptLimit = 99;
    document.routes[0].stickyBy = u"team"_s;
    const auto snapshot = Snapshot::compile(document, 1);
    const Route &route = *snapshot->routes[0];
    QCOMPARE(route.targets[0].tags.front(), "local"_ba);
    QCOMPARE(route.targets[0].contextTokens, 4096);
    QVERIFY(route.targets[0].pinned && !route.targets[1].pinned);
    QCOMPARE(route.promptLimit, 99);
    QVERIFY(route.stickyBy == StickyBy::Team);
}

void tst_Snapshot::sendsOnFromRetiredRoutes()
{
    Api::Document document = sample();
    document.gateway.reportingTimeZone = u"Europe/Berlin"_s;
    document.routes[0].retire =
        Api::Retirement{.date = u"2027-01-01"_s, .route = u"careful"_s, .notice = {}};
    const auto snapshot = Snapshot::compile(document, 1);
    QVERIFY(snapshot->routes[0]->successor == snapshot->route("careful"));
    const QDateTime begin(QDate(2026, 12, 31), QTime(23, 0), QTimeZone::utc());
    QCOMPARE(snapshot->routes[0]->retiredFrom,
             WallTime(std::chrono::milliseconds(begin.toMSecsSinceEpoch())));
}

void tst_Snapshot::makesDirectRoutes()
{
    const auto snapshot = Snapshot::compile(sample(), 1);
    const Config::Route *direct = snapshot->route("openai/org/gpt-x");
    QVERIFY(direct);
    QVERIFY(direct->direct);
    QCOMPARE(direct->targets.at(0).model, "org/gpt-x"_ba);
    QCOMPARE(snapshot->directRoutes.size(), 2U);
    QVERIFY(!snapshot->route("gpu/llama")); // models unknown: the caller asks providerOf()
}

void tst_Snapshot::usesDiscoveredModels()
{
    const auto snapshot = Snapshot::compile(sample(), 1, {{u"gpu"_s, {u"llama"_s, u"llama"_s}}});
    QVERIFY(snapshot->route("gpu/llama"));
    QCOMPARE(snapshot->directRoutes.size(), 3U);
}

void tst_Snapshot::namedModelsWinOverDiscovered()
{
    const auto snapshot = Snapshot::compile(sample(), 1, {{u"openai"_s, {u"gpt-secret"_s}}});
    QVERIFY(!snapshot->route("openai/gpt-secret"));
}

void tst_Snapshot::pausedProvidersHaveNoDirectRoutes()
{
    Api::Document document = sample();
    document.providers[0].paused = true;
    const auto snapshot = Snapshot::compile(document, 1);
    QVERIFY(!snapshot->route("openai/gpt-4o"));
    QVERIFY(snapshot->provider("openai")->document.paused);
    QCOMPARE(snapshot->route("fast")->targets.size(), 2U); // a trace says why it is not used
}

void tst_Snapshot::anEmptyDocumentHasNoRoutes()
{
    const auto snapshot = Snapshot::compile({}, 0);
    QVERIFY(!snapshot->route("fast"));
    QVERIFY(!snapshot->route(""));
    QVERIFY(!snapshot->providerOf("openai/gpt-4o"));
}

void tst_Snapshot::findsProviderOfDirectName()
{
    const auto snapshot = Snapshot::compile(sample(), 1);
    QCOMPARE(snapshot->providerOf("gpu/any/model"), snapshot->provider("gpu"));
    QVERIFY(!snapshot->providerOf("gpu"));
    QVERIFY(!snapshot->providerOf("/gpu"));
    QVERIFY(!snapshot->providerOf("other/model"));
}

QTEST_GUILESS_MAIN(tst_Snapshot)
#include "tst_snapshot.moc"
