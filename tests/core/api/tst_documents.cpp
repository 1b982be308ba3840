// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/addresses.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QHostAddress>
#include <QtTest/QtTest>

using namespace Gatehouse;
using namespace Gatehouse::Api;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject json(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    Q_ASSERT(document.isObject());
    return document.object();
}

ProviderKey key(const QString &id, const QString &secret)
{
    ProviderKey out;
    out.id = id;
    out.secret = secret;
    return out;
}

Provider goodProvider()
{
    Provider provider;
    provider.id = u"openai"_s;
    provider.dialect = u"openai"_s;
    provider.baseUrl = u"https://api.openai.com/v1"_s;
    provider.keys = {key(u"1"_s, u"keychain:openai-main"_s)};
    return provider;
}

Document fullDocument()
{
    Document document;
    document.gateway.listen = {u"0.0.0.0:4417"_s, u"[::1]:4417"_s};
    document.gateway.adminListen = u"127.0.0.1:4418"_s;
    document.gateway.tls = TlsFiles{u"office.pem"_s, u"office.key"_s};
    document.gateway.bodyLimit = 1000;
    document.gateway.headTime = 1500ms;
    document.gateway.reusePort = true;
    document.gateway.reportingTimeZone = u"Europe/Berlin"_s;
    document.gateway.keepRequestBytes = 5LL << 30;
    Provider openai = goodProvider();
    openai.keys.append({.id = u"spare"_s, .label = u"Spare"_s, .secret = u"env:X"_s, .weight = 0});
    openai.region = {u"us"_s, u"eu"_s};
    openai.timeouts.firstByte = 90s;
    openai.queue.maxWaiting = 0;
    openai.priceMultiplier = 0.85;
    openai.headers = {{u"x-team"_s, u"ops"_s}};
    openai.api = u"v1"_s;
    document.providers = {openai};
    Route route;
    route.id = u"fast"_s;
    route.strategy = u"weighted"_s;
    route.targets = {{u"openai"_s, u"gpt-4o-mini"_s, 2.5}, {u"openai"_s, u"gpt-4o"_s}};
    route.retry = {.attempts = 1, .backoff = 0ms, .on = {u"429"_s}};
    route.set = {{u"temperature"_s, 0.2}};
    route.other = {{u"cache"_s, QJsonObject{{u"mode"_s, u"exact"_s}}}};
    RouteRule large;
    large.name = u"long"_s;
    large.when.tools = true;
    large.when.promptTokensAbove = 100'000;
    large.when.time = {u"mon-fri 08:00-18:00"_s};
    large.when.budgetUsedAbove = 80.5;
    large.when.headers = {{u"x-team"_s, u"a*"_s}};
    large.targets = {u"openai"_s};
    RouteRule closed;
    closed.deny = u"closed"_s;
    route.rules = {large, closed};
    route.canary = Canary{.target = {u"openai"_s, u"gpt-next"_s},
                          .percent = 2.5,
                          .keys = {u"ci"_s},
                          .duration = std::chrono::hours(1),
                          .halt = {.errorRateAbove = 2,
                                   .firstTokenP95Above = std::chrono::seconds(2),
                                   .costAbove = 20,
                                   .leastRequests = 50}};
    route.shadow =
        Shadow{.target = {u"openai"_s, u"candidate"_s}, .percent = 1, .dailyLimit = 5'000'000'000};
    route.hedge = Hedging{.after = std::chrono::milliseconds(800), .extraCost = 5};
    route.slowStream = SlowStreamGuard{.tokensPerSecond = 20, .hold = std::chrono::seconds(3)};
    route.retire =
        Retirement{.date = u"2027-01-01"_s, .route = u"other"_s, .notice = u"use the other one"_s};
    route.maxWait = std::chrono::seconds(2);
    route.totalTime = std::chrono::minutes(2);
    route.promptLimit = 1000;
    route.stickyBy = u"team"_s;
    document.routes = {route};
    document.teams = {{u"research"_s, u"Research"_s, {u"fast"_s}, {u"eu"_s}}};
    DeclaredKey ci;
    ci.id = u"ci"_s;
    ci.secret = u"env:GH_CI_KEY"_s;
    ci.routes = {};
    ci.expires = u"2027-01-01"_s;
    document.keys = {ci};
    PriceOverride price;
    price.provider = u"openai"_s;
    price.model = u"*"_s;
    price.input = 150'000'000;
    price.output = 600'000'001;
    price.request = 0;
    price.pictures = {{u"1024x1792"_s, u"hd"_s, 120'000'000}, {{}, u"hd"_s, 80'000'000}};
    document.gateway.fetchImages = {.enabled = true,
                                    .maxBytes = 1024 * 1024,
                                    .timeout = std::chrono::seconds(5),
                                    .allowedHosts = {u"*.example.com"_s},
                                    .privateHosts = {u"files.local:8080"_s}};
    document.prices = {price};
    document.limits = {{.scope = u"key:ci"_s, .rpm = 60, .tpm = 100'000, .maxInFlight = 8}};
    document.budgets = {{.id = u"lab"_s,
                         .scope = u"gateway"_s,
                         .limit = 300'000'000'000,
                         .period = u"P30D"_s,
                         .warnAt = {80, 95},
                         .action = u"warn"_s}};
    document.contracts = {{.id = u"c"_s,
                           .provider = u"openai"_s,
                           .amount = 1'000'000'000,
                           .from = u"2026-01-01"_s,
                           .until = u"2026-12-31"_s,
                           .note = {}}};
    document.alerts = {{.id = u"slow"_s,
                        .name = {},
                        .measure = u"first_token_p95"_s,
                        .scope = u"route:fast"_s,
                        .above = 2'000,
                        .below = {},
                        .holdTime = std::chrono::minutes(5),
                        .recover = 1'500,
                        .severity = u"critical"_s,
                        .channels = {u"mail"_s},
                        .repeat = std::chrono::hours(1),
                        .quiet = u"22:00-07:00"_s,
                        .disabled = true}};
    document.channels = {{.id = u"mail"_s,
                          .kind = u"email"_s,
                          .url = u"smtps://mail.example.com"_s,
                          .secret = u"env:MAIL"_s,
                          .user = u"gate"_s,
                          .from = u"gate@example.com"_s,
                          .to = {u"admin@example.com"_s}}};
    document.other = {{u"cluster"_s, QJsonObject{}}};
    return document;
}

//! "path: message" of each finding, for readable failures.
QStringList described(const Findings &findings)
{
    QStringList out;
    for (const Finding &finding : findings)
        out += finding.path + u": "_s + finding.message;
    return out;
}

bool contains(const Findings &findings, Severity severity, const QString &path,
              const QString &fragment)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
        return finding.severity == severity && finding.path == path
            && finding.message.contains(fragment);
    });
}

} // namespace

class tst_Documents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDurations_data();
    void readsDurations();
    void writesDurationsShort_data();
    void writesDurationsShort();
    void readsSizes_data();
    void readsSizes();
    void writesSizes();
    void suggestsCloseWords();

    void writesAndReadsBackEqual();
    void writesAndReadsBackWithDefaults();
    void leavesDefaultsOut();
    void everyFieldHasHelpAndItsKeyOnce();
    void numbersKeysByPosition();
    void keepsExplicitKeyIds();
    void takesNullAsAbsent();
    void readsPricesExactly_data();
    void readsPricesExactly();
    void refusesWrongTypes_data();
    void refusesWrongTypes();
    void namesUnknownKeysWithSuggestion();

    void judgesBaseUrls_data();
    void judgesBaseUrls();
    void judgesResolvedAddresses_data();
    void judgesResolvedAddresses();
    void judgesSecretReferences_data();
    void judgesSecretReferences();
    void neverRepeatsASecret();
    void parsesListenAddresses_data();
    void parsesListenAddresses();
    void readsExpiry();
    void judgesHostPatterns_data();
    void judgesHostPatterns();
    void judgesImageFetching();
    void judgesPicturePrices();
    void acceptsAGoodProvider();
    void judgesProviders_data();
    void judgesProviders();
    void argumentsMayRepeat();
};

void tst_Documents::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1: refused
    const std::pair<const char *, qint64> rows[] = {
        {"200ms", 200},   {"5s", 5'000},     {"1.5s", 1'500},
        {"10m", 600'000}, {"1h", 3'600'000}, {"7d", 604'800'000},
        {"0s", 0},        {"0.001s", 1},     {"5", -1},
        {"", -1},         {"s", -1},         {"-5s", -1},
        {"5 s", -1},      {"5S", -1},        {"1.s", -1},
        {".5s", -1},      {"0.5ms", -1},     {"1h30m", -1},
        {"99999d", -1},   {"1e3s", -1},      {"99999999999999999999s", -1},
    };
    for (const auto &[text, milliseconds] : rows)
        QTest::addRow("%s", text) << QString::fromLatin1(text) << milliseconds;
}

void tst_Documents::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const auto duration = parseDuration(text);
    QCOMPARE(duration ? duration->count() : -1, milliseconds);
}

void tst_Documents::writesDurationsShort_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0LL << u"0s"_s;
    QTest::newRow("ms") << 200LL << u"200ms"_s;
    QTest::newRow("s") << 90'000LL << u"90s"_s;
    QTest::newRow("m") << 600'000LL << u"10m"_s;
    QTest::newRow("d") << 86'400'000LL << u"1d"_s;
}

void tst_Documents::writesDurationsShort()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, text);
    QCOMPARE(formatDuration(std::chrono::milliseconds(milliseconds)), text);
    QCOMPARE(parseDuration(text)->count(), milliseconds);
}

void tst_Documents::readsSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); // -1: refused
    const std::pair<const char *, qint64> rows[] = {
        {"64MiB", 64LL << 20},
        {"1.5GiB", 3LL << 29},
        {"500kB", 500'000},
        {"100B", 100},
        {"1024", 1024},
        {"0", 0},
        {"64MIB", -1},
        {"64 MiB", -1},
        {"-1", -1},
        {"", -1},
        {"MiB", -1},
        {"0.1B", -1},
        {"99999999TiB", -1},
        {"9223372036854775807", -1},
    };
    for (const auto &[text, bytes] : rows)
        QTest::addRow("%s", text) << QString::fromLatin1(text) << bytes;
}

void tst_Documents::readsSizes()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QCOMPARE(parseSize(text).value_or(-1), bytes);
}

void tst_Documents::writesSizes()
{
    QCOMPARE(formatSize(64LL << 20), u"64MiB"_s);
    QCOMPARE(formatSize(1000), u"1000B"_s);
    QCOMPARE(formatSize(0), u"0B"_s);
}

void tst_Documents::suggestsCloseWords()
{
    const QStringList known{u"base_url"_s, u"keys"_s, u"region"_s};
    QCOMPARE(closestWord(u"base_ulr", known), u"base_url"_s);
    QCOMPARE(closestWord(u"key", known), u"keys"_s);
    QCOMPARE(closestWord(u"colour", known), QString());
    QCOMPARE(closestWord(u"", known), QString());
    QCOMPARE(closestWord(QString(100'000, u'x'), known), QString());
}

void tst_Documents::writesAndReadsBackEqual()
{
    const Document document = fullDocument();
    Findings findings;
    const Document back = documentFromJson(toJson(document), findings);
    QCOMPARE(described(findings), QStringList());
    QCOMPARE(toJson(back), toJson(document));
    QVERIFY(back == document);
}

void tst_Documents::writesAndReadsBackWithDefaults()
{
    const Document document = fullDocument();
    Findings findings;
    const Document back = documentFromJson(toJson(document, Defaults::Written), findings);
    QCOMPARE(described(findings), QStringList());
    QVERIFY(back == document);
}

void tst_Documents::leavesDefaultsOut()
{
    const QByteArray provider = R"({"id": "openai", "dialect": "openai",
        "base_url": "https://api.openai.com/v1", "keys": [{"secret": "keychain:openai-main"}]})";
    QCOMPARE(toJson(Document{}), json("{\"version\": 1}"));
    QCOMPARE(toJson(Provider{}), QJsonObject());
    QCOMPARE(toJson(goodProvider()), json(provider));
}

void tst_Documents::everyFieldHasHelpAndItsKeyOnce()
{
    const QList<Fields> tables{providerTable().fields(),      providerKeyTable().fields(),
                               providerQueueTable().fields(), providerTimeoutsTable().fields(),
                               routeTable().fields(),         routeTargetTable().fields(),
                               retryPolicyTable().fields(),   teamTable().fields(),
                               keyTable().fields(),           priceTable().fields(),
                               gatewayTable().fields(),       tlsTable().fields(),
                               documentTable().fields()};
    for (const Fields &fields : tables) {
        QSet<QString> keys;
        for (const Field &field : fields) {
            QVERIFY2(!field.help.isEmpty(), qPrintable(field.key));
            QVERIFY2(!keys.contains(field.key), qPrintable(field.key));
            keys.insert(field.key);
        }
    }
    QCOMPARE(providerTimeoutsTable().fields().at(0).defaultValue, QJsonValue(u"5s"_s));
}

void tst_Documents::numbersKeysByPosition()
{
    Findings findings;
    const Provider provider = providerFromJson(
        json(R"({"keys": [{"secret": "env:A"}, {"secret": "env:B"}]})"), {}, findings);
    QCOMPARE(provider.keys.at(0).id, u"1"_s);
    QCOMPARE(provider.keys.at(1).id, u"2"_s);
}

void tst_Documents::keepsExplicitKeyIds()
{
    Provider provider = goodProvider();
    provider.keys.append(key(u"2"_s, u"env:B"_s));
    provider.keys.removeFirst(); // "2" must not become "1": its health is kept by id
    Findings findings;
    const Provider back = providerFromJson(toJson(provider), {}, findings);
    QCOMPARE(back.keys.at(0).id, u"2"_s);
}

void tst_Documents::takesNullAsAbsent()
{
    Findings findings;
    const Document document =
        documentFromJson(json(R"({"version": 1, "routes": null, "gateway": null})"), findings);
    QCOMPARE(described(findings), QStringList());
    QVERIFY(document == Document{});
}

void tst_Documents::readsPricesExactly_data()
{
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("cents") << "0.10"_ba << 100'000'000LL;
    QTest::newRow("third digit") << "0.075"_ba << 75'000'000LL;
    QTest::newRow("one nano") << "1e-9"_ba << 1LL;
    QTest::newRow("text") << "\"2.50\""_ba << 2'500'000'000LL;
    QTest::newRow("zero") << "0"_ba << 0LL;
}

void tst_Documents::readsPricesExactly()
{
    QFETCH(QByteArray, amount);
    QFETCH(qint64, nano);
    Findings findings;
    const PriceOverride price =
        priceFromJson(json("{\"input_usd_per_mtok\": " + amount + "}"), {}, findings);
    QCOMPARE(described(findings), QStringList());
    QCOMPARE(price.input.value_or(-1), nano);
    QVERIFY(priceFromJson(toJson(price), {}, findings) == price);
}

void tst_Documents::refusesWrongTypes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("fragment");
    QTest::newRow("text") << R"({"providers": [{"id": 5}]})"_ba << u"providers[0].id"_s
                          << u"must be a text"_s;
    QTest::newRow("flag") << R"({"providers": [{"paused": "yes"}]})"_ba << u"providers[0].paused"_s
                          << u"true or false"_s;
    QTest::newRow("whole") << R"({"providers": [{"max_in_flight": 1.5}]})"_ba
                           << u"providers[0].max_in_flight"_s << u"a whole number from 0"_s;
    QTest::newRow("huge") << R"({"providers": [{"max_in_flight": 99999999999}]})"_ba
                          << u"providers[0].max_in_flight"_s << u"a whole number from 0"_s;
    QTest::newRow("number") << R"({"providers": [{"price_multiplier": "a"}]})"_ba
                            << u"providers[0].price_multiplier"_s << u"must be a number"_s;
    QTest::newRow("duration") << R"({"providers": [{"timeouts": {"idle": "5 min"}}]})"_ba
                              << u"providers[0].timeouts.idle"_s << u"duration such as"_s;
    QTest::newRow("size") << R"({"gateway": {"body_limit": "64 megs"}})"_ba
                          << u"gateway.body_limit"_s << u"a size such as"_s;
    QTest::newRow("list") << R"({"providers": [{"region": "us"}]})"_ba << u"providers[0].region"_s
                          << u"must be a list"_s;
    QTest::newRow("list item") << R"({"teams": [{"routes": ["a", true]}]})"_ba
                               << u"teams[0].routes[1]"_s << u"must be a text"_s;
    QTest::newRow("map") << R"({"providers": [{"headers": ["a"]}]})"_ba << u"providers[0].headers"_s
                         << u"names with texts"_s;
    QTest::newRow("map item") << R"({"providers": [{"headers": {"a": 1}}]})"_ba
                              << u"providers[0].headers.a"_s << u"must be a text"_s;
    QTest::newRow("group") << R"({"gateway": []})"_ba << u"gateway"_s << u"must be an object"_s;
    QTest::newRow("group list") << R"({"routes": {}})"_ba << u"routes"_s << u"must be a list"_s;
    QTest::newRow("group item") << R"({"routes": ["fast"]})"_ba << u"routes[0]"_s
                                << u"must be an object"_s;
    QTest::newRow("negative price") << R"({"prices": [{"request_usd": -1}]})"_ba
                                    << u"prices[0].request_usd"_s << u"not negative"_s;
}

void tst_Documents::refusesWrongTypes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    QFETCH(QString, fragment);
    Findings findings;
    documentFromJson(json(text), findings);
    QCOMPARE(findings.size(), 1);
    QVERIFY2(contains(findings, Severity::Error, path, fragment),
             qPrintable(described(findings).join(u'\n')));
}

void tst_Documents::namesUnknownKeysWithSuggestion()
{
    Findings findings;
    documentFromJson(json(R"({"providers": [{"base_ulr": "x", "quux": 1}]})"), findings);
    QCOMPARE(findings.size(), 2);
    QVERIFY(contains(findings, Severity::Error, u"providers[0].base_ulr"_s,
                     u"(did you mean \"base_url\"?)"_s));
    QVERIFY(contains(findings, Severity::Error, u"providers[0].quux"_s, u"is not a known key;"_s));
}

void tst_Documents::judgesHostPatterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("problem"); // empty: fine
    const std::pair<const char *, const char *> rows[] = {
        {"example.com", ""},
        {"*.example.com", ""},
        {"files.example.com:8443", ""},
        {"127.0.0.1:8080", ""},
        {"[fd12::1]:8080", ""},
        {"", "is no host"},
        {"https://example.com", "is no host"},
        {"example.com/cats", "is no host"},
        {"*", "is no host"},
        {"a*.example.com", "is no host"},
        {"example.com:0", "is no host"},
        {"example.com:70000", "is no host"},
        {"user@example.com", "is no host"},
        {"169.254.169.254", "never asked"},
        {"metadata.google.internal", "never asked"},
        {"0.0.0.0:80", "never asked"},
    };
    for (const auto &[pattern, problem] : rows)
        QTest::addRow("%s", pattern)
            << QString::fromLatin1(pattern) << QString::fromLatin1(problem);
}

void tst_Documents::judgesHostPatterns()
{
    QFETCH(QString, pattern);
    QFETCH(QString, problem);
    const QString found = hostPatternProblem(pattern);
    QCOMPARE(found.isEmpty(), problem.isEmpty());
    QVERIFY2(found.contains(problem), qPrintable(found));
}

void tst_Documents::judgesImageFetching()
{
    GatewaySettings settings;
    settings.fetchImages.allowedHosts = {u"good.example.com"_s, u"https://bad"_s};
    settings.fetchImages.privateHosts = {u"*.local"_s};
    settings.fetchImages.maxBytes = 5;
    settings.fetchImages.timeout = std::chrono::milliseconds(1);
    const Findings findings = validate(settings, u"gateway"_s);
    const auto names = [&](const QString &path, const QString &fragment) {
        return contains(findings, Severity::Error, u"gateway.fetch_images."_s + path, fragment);
    };
    QVERIFY(names(u"allowed_hosts[1]"_s, u"is no host"_s));
    QVERIFY(names(u"private_hosts[0]"_s, u"name each host"_s));
    QVERIFY(names(u"max_bytes"_s, u"a size"_s));
    QVERIFY(names(u"timeout"_s, u"a duration"_s));
    QCOMPARE(findings.size(), 4);
}

void tst_Documents::judgesPicturePrices()
{
    Findings findings;
    PriceOverride price = priceFromJson(
        json(
            R"({"provider":"p","model":"m","images":[{"size":"a","usd":0.5},{"usd":1},{"size":"b"},)"
            R"({"size":"A","usd":0.25},{"quality":"hd","usd":-1}]})"),
        {}, findings);
    QCOMPARE(findings.size(), 1);
    QVERIFY(contains(findings, Severity::Error, u"images[4].usd"_s, u"not negative"_s));
    findings = validate(price, {});
    QVERIFY(contains(findings, Severity::Error, u"images[1]"_s, u"neither size nor quality"_s));
    QVERIFY(contains(findings, Severity::Error, u"images[2].usd"_s, u"is missing"_s));
    QVERIFY(contains(findings, Severity::Error, u"images[3]"_s, u"a second time"_s));
    price.pictures = {{u"1024x1024"_s, {}, 40'000'000}};
    QVERIFY(validate(price, {}).isEmpty());
}

void tst_Documents::judgesBaseUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("problem"); // empty: fine
    const std::pair<const char *, const char *> rows[] = {
        {"https://api.openai.com/v1", ""},
        {"https://api.openai.com", ""},
        {"http://127.0.0.1:11434/v1", ""},
        {"http://localhost:8000", ""},
        {"http://10.0.0.5:8000/v1", ""},
        {"http://172.31.0.1", ""},
        {"http://192.168.1.9", ""},
        {"http://100.64.0.1", ""},
        {"http://[::1]:8000", ""},
        {"http://[fd12::1]", ""},
        {"http://gpu-box:8000", ""},
        {"http://gpu.local", ""},
        {"http://api.openai.com/v1", "http to a public host"},
        {"http://8.8.8.8", "http to a public host"},
        {"http://172.32.0.1", "http to a public host"},
        {"http://evil.local.example.com", "http to a public host"},
        {"ftp://host/v1", "must begin with"},
        {"api.openai.com/v1", "not a valid address"},
        {"https://", "not a valid address"},
        {"https://user:pass@host.example/v1", "user or password"},
        {"https://user@host.example/v1", "user or password"},
        {"https://host.example/v1?key=1", "\"?\""},
        {"https://host.example/v1#x", "\"#\""},
        {"https://host.example:0/v1", "port 0"},
        {"https://host.example/a b", "spaces"},
        {"https://host.example/v1\n", "control"},
        {"http://169.254.169.254/latest", "no provider has"},
        {"https://169.254.1.1", "no provider has"},
        {"http://2852039166/", "no provider has"}, // 169.254.169.254 as one number
        {"http://[::ffff:169.254.169.254]", "no provider has"},
        {"http://[fe80::1]", "no provider has"},
        {"http://[fd00:ec2::254]", "no provider has"},
        {"http://100.100.100.200", "no provider has"},
        {"http://0.0.0.0:8000", "no provider has"},
        {"http://[::]:8000", "no provider has"},
        {"http://224.0.0.1", "no provider has"},
        {"http://[ff02::1]", "no provider has"},
        {"http://255.255.255.255", "no provider has"},
        {"https://metadata.google.internal/x", "no provider has"},
        {"https://Metadata.Google.Internal./x", "no provider has"},
    };
    for (const auto &[url, problem] : rows)
        QTest::addRow("%s", url) << QString::fromLatin1(url) << QString::fromLatin1(problem);
}

void tst_Documents::judgesBaseUrls()
{
    QFETCH(QString, url);
    QFETCH(QString, problem);
    const QString found = baseUrlProblem(url);
    QCOMPARE(found.isEmpty(), problem.isEmpty());
    QVERIFY2(found.contains(problem), qPrintable(found));
}

void tst_Documents::judgesResolvedAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<AddressKind>("kind");
    QTest::newRow("public") << u"1.1.1.1"_s << AddressKind::Public;
    QTest::newRow("public v6") << u"2606:4700::1111"_s << AddressKind::Public;
    QTest::newRow("private") << u"10.1.2.3"_s << AddressKind::Private;
    QTest::newRow("mapped private") << u"::ffff:10.1.2.3"_s << AddressKind::Private;
    QTest::newRow("loopback") << u"::1"_s << AddressKind::Private;
    QTest::newRow("metadata") << u"169.254.169.254"_s << AddressKind::Forbidden;
    QTest::newRow("this network") << u"0.1.2.3"_s << AddressKind::Forbidden;
}

void tst_Documents::judgesResolvedAddresses()
{
    QFETCH(QString, address);
    QFETCH(AddressKind, kind);
    QCOMPARE(addressKind(QHostAddress(address)), kind);
}

void tst_Documents::judgesSecretReferences_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("good");
    for (const auto &good : {u"keychain:openai-main"_s, u"vault:a"_s, u"env:X"_s,
                             u"file:/run/secrets/a b"_s, u"credential:x"_s})
        QTest::addRow("%s", qPrintable(good)) << good << true;
    for (const auto &bad : {u"sk-abcdef"_s, u"keychain:"_s, u"KEYCHAIN:x"_s, u"secret:x"_s, u":x"_s,
                            u"env: X"_s, u"https://x"_s})
        QTest::addRow("%s", qPrintable(bad)) << bad << false;
}

void tst_Documents::judgesSecretReferences()
{
    QFETCH(QString, reference);
    QFETCH(bool, good);
    QCOMPARE(secretReferenceProblem(reference).isEmpty(), good);
}

void tst_Documents::neverRepeatsASecret()
{
    Provider provider = goodProvider();
    provider.keys[0].secret = u"sk-proj-verysecret"_s;
    provider.headers = {{u"Authorization"_s, u"Bearer verysecret"_s}};
    const Findings findings = validate(provider);
    QCOMPARE(findings.size(), 2);
    QVERIFY(!described(findings).join(u' ').contains("verysecret"_L1));
}

void tst_Documents::parsesListenAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host"); // empty: refused
    QTest::addColumn<bool>("loopback");
    QTest::newRow("v4") << u"127.0.0.1:4417"_s << u"127.0.0.1"_s << true;
    QTest::newRow("v6") << u"[::1]:4417"_s << u"::1"_s << true;
    QTest::newRow("any") << u"0.0.0.0:4417"_s << u"0.0.0.0"_s << false;
    QTest::newRow("name") << u"localhost:0"_s << u"localhost"_s << true;
    QTest::newRow("no port") << u"127.0.0.1"_s << QString() << false;
    QTest::newRow("empty port") << u"127.0.0.1:"_s << QString() << false;
    QTest::newRow("empty host") << u":4417"_s << QString() << false;
    QTest::newRow("big port") << u"127.0.0.1:70000"_s << QString() << false;
    QTest::newRow("signed port") << u"127.0.0.1:+1"_s << QString() << false;
    QTest::newRow("bare v6") << u"::1:4417"_s << QString() << false;
    QTest::newRow("other name") << u"gateway.example:4417"_s << QString() << false;
    QTest::newRow("bracketed v4") << u"[127.0.0.1]:1"_s << QString() << false;
}

void tst_Documents::parsesListenAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(bool, loopback);
    const auto address = parseListenAddress(text);
    QCOMPARE(address ? address->host : QString(), host);
    QCOMPARE(address && address->isLoopback(), loopback);
}

void tst_Documents::readsExpiry()
{
    const QTimeZone berlin("Europe/Berlin");
    QCOMPARE(parseExpiry(u"2027-01-01"_s, berlin).toUTC(),
             QDateTime(QDate(2026, 12, 31), QTime(23, 0), Qt::UTC));
    QCOMPARE(parseExpiry(u"2027-01-01T12:00:00Z"_s, berlin).toUTC(),
             QDateTime(QDate(2027, 1, 1), QTime(12, 0), Qt::UTC));
    QCOMPARE(parseExpiry(u"2027-01-01T12:00:00"_s, berlin).toUTC(),
             QDateTime(QDate(2027, 1, 1), QTime(11, 0), Qt::UTC));
    QVERIFY(!parseExpiry(u"2027-02-30"_s, berlin).isValid());
    QVERIFY(!parseExpiry(u"soon"_s, berlin).isValid());
}

void tst_Documents::acceptsAGoodProvider()
{
    QCOMPARE(described(validate(goodProvider())), QStringList());
}

void tst_Documents::judgesProviders_data()
{
    using Change = std::function<void(Provider &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("fragment");
    const auto row = [](const char *name, Severity severity, const QString &path,
                        const QString &fragment, const Change &change) {
        QTest::newRow(name) << change << severity << path << fragment;
    };
    const auto error = Severity::Error;
    row("no id", error, u"id"_s, u"is missing"_s, [](Provider &p) { p.id.clear(); });
    row("bad id", error, u"id"_s, u"not a valid id"_s, [](Provider &p) { p.id = u"Open AI"_s; });
    row("long id", error, u"id"_s, u"not a valid id"_s,
        [](Provider &p) { p.id = QString(65, u'a'); });
    row("no address", error, u"base_url"_s, u"is missing"_s,
        [](Provider &p) { p.baseUrl.clear(); });
    row("no project", error, u"project"_s, u"kind \"vertex\" needs it"_s, [](Provider &p) {
        p.dialect = u"vertex"_s;
        p.location = u"europe-west4"_s;
    });
    row("no AWS region", error, u"aws_region"_s, u"kind \"bedrock\" needs it"_s,
        [](Provider &p) { p.dialect = u"bedrock"_s; });
    row("no version", error, u"api_version"_s, u"is missing"_s, [](Provider &p) {
        p.dialect = u"azure-openai"_s;
        p.api = u"deployments"_s;
    });
    row("key id as value", error, u"keys[0].access_key"_s, u"reference"_s,
        [](Provider &p) { p.keys[0].accessKey = u"AKIAIOSFODNN7EXAMPLE"_s; });
    row("unknown dialect", error, u"dialect"_s, u"did you mean \"openai\""_s,
        [](Provider &p) { p.dialect = u"opnai"_s; });
    row("call in url", Severity::Warning, u"base_url"_s, u"names one call"_s,
        [](Provider &p) { p.baseUrl += "/chat/completions"_L1; });
    row("no secret", error, u"keys[0].secret"_s, u"is missing"_s,
        [](Provider &p) { p.keys[0].secret.clear(); });
    row("key id twice", error, u"keys[1].id"_s, u"another key"_s,
        [](Provider &p) { p.keys.append(p.keys[0]); });
    row("weights 0", error, u"keys"_s, u"weight 0"_s, [](Provider &p) { p.keys[0].weight = 0; });
    row("weight -1", error, u"keys[0].weight"_s, u"from 0"_s,
        [](Provider &p) { p.keys[0].weight = -1; });
    row("all disabled", Severity::Warning, u"keys"_s, u"all disabled"_s,
        [](Provider &p) { p.keys[0].disabled = true; });
    row("no key", Severity::Warning, u"keys"_s, u"without a key"_s,
        [](Provider &p) { p.keys.clear(); });
    row("engine", error, u"engine"_s, u"did you mean \"vllm\""_s,
        [](Provider &p) { p.engine = u"vlm"_s; });
    row("region", error, u"region[0]"_s, u"not a valid id"_s,
        [](Provider &p) { p.region = {u"e u"_s}; });
    row("region twice", error, u"region[1]"_s, u"listed twice"_s, [](Provider &p) {
        p.region = {u"eu"_s, u"eu"_s};
    });
    row("timeout 0", error, u"timeouts.connect"_s, u"from 1ms"_s,
        [](Provider &p) { p.timeouts.connect = 0ms; });
    row("multiplier", error, u"price_multiplier"_s, u"from 0 to 1000"_s,
        [](Provider &p) { p.priceMultiplier = -1; });
    row("own header", error, u"headers.Host"_s, u"set by the gateway"_s, [](Provider &p) {
        p.headers = {{u"Host"_s, u"x"_s}};
    });
    row("header name", error, u"headers.a b"_s, u"header name"_s, [](Provider &p) {
        p.headers = {{u"a b"_s, u"x"_s}};
    });
    row("header value", error, u"headers.a"_s, u"line breaks"_s, [](Provider &p) {
        p.headers = {{u"a"_s, u"x\r\ny"_s}};
    });
    row("proxy", error, u"proxy"_s, u"with its port"_s,
        [](Provider &p) { p.proxy = u"http://proxy.local"_s; });
    row("no program", error, u"power.wake"_s, u"names no program"_s, [](Provider &p) {
        p.power.wake = {u" "_s, u"--now"_s};
    });
    row("shell words", Severity::Warning, u"power.wake"_s, u"there is no shell"_s, [](Provider &p) {
        p.power.wake = {u"a"_s, u"&&"_s, u"b"_s};
    });
    row("never asleep", Severity::Warning, u"power.sleep"_s, u"is never run"_s,
        [](Provider &p) { p.power.sleep = {u"stop"_s}; });
    row("nothing to run", Severity::Warning, u"power.idle_time"_s, u"does nothing"_s,
        [](Provider &p) { p.power.idleTime = 60s; });
    row("no model to ask", Severity::Warning, u"probe.model"_s, u"models are listed"_s,
        [](Provider &p) { p.probe.mode = u"token"_s; });
    row("kept", Severity::Warning, u"parameters"_s, u"not acted on"_s, [](Provider &p) {
        p.other = {{u"parameters"_s, QJsonObject{{u"a"_s, 1}}}};
    });
    row("kept shape", error, u"parameters"_s, u"must be an object"_s, [](Provider &p) {
        p.other = {{u"parameters"_s, 5}};
    });
}

void tst_Documents::argumentsMayRepeat()
{
    Provider provider = goodProvider();
    provider.power.wake = {u"docker"_s, u"run"_s, u"-e"_s, u"A=1"_s, u"-e"_s, u"B="_s, u""_s};
    QVERIFY(validate(provider).isEmpty());
}

void tst_Documents::judgesProviders()
{
    QFETCH(std::function<void(Provider &)>, change);
    QFETCH(Severity, severity);
    QFETCH(QString, path);
    QFETCH(QString, fragment);
    Provider provider = goodProvider();
    change(provider);
    const Findings findings = validate(provider);
    QVERIFY2(contains(findings, severity, path, fragment),
             qPrintable(described(findings).join(u'\n')));
    QCOMPARE(findings.size(), 1);
}

QTEST_GUILESS_MAIN(tst_Documents)
#include "tst_documents.moc"
