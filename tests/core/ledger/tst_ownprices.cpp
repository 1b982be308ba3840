// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/ledger/cataloguedifference.h"
#include "core/ledger/pricebook.h"
#include "core/ledger/priceterms.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dollar = 1'000'000'000;

WallTime at(int year, int month, int day, int hour = 12)
{
    const QDateTime time(QDate(year, month, day), QTime(hour, 0), QTimeZone::utc());
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

Usage tokens(qint64 prompt, qint64 completion)
{
    return {.promptTokens = prompt, .completionTokens = completion, .known = true};
}

//! One provider that no list knows, and an own price of $1 in, $2 out.
Api::Document document()
{
    Api::Document document;
    document.gateway.reportingTimeZone = u"UTC"_s;
    Api::Provider provider;
    provider.id = u"oa"_s;
    provider.dialect = u"openai"_s;
    provider.baseUrl = u"http://127.0.0.1:9"_s;
    document.providers = {provider};
    Api::PriceOverride own;
    own.provider = u"oa"_s;
    own.model = u"m"_s;
    own.input = dollar;
    own.output = 2 * dollar;
    document.prices = {own};
    return document;
}

Api::Contract contract()
{
    Api::Contract contract;
    contract.id = u"acme"_s;
    contract.provider = u"oa"_s;
    contract.amount = 1000 * dollar;
    contract.from = u"2026-02-01"_s;
    contract.until = u"2026-11-30"_s;
    contract.discountPercent = 12.5;
    return contract;
}

qint64 paidAt(const Api::Document &document, WallTime time, const Usage &usage,
              const ReachedVolumes &volumes = {}, const QByteArray &model = "m",
              double multiplier = 1)
{
    const auto book = PriceBook::compile(document, 5, time, {.list = {}, .volumes = volumes});
    const Price *price = book->findAt("oa", model, time);
    const auto cost = price ? priceOf(usage, *price, multiplier) : std::nullopt;
    return cost ? cost->paid.nanoUsd : -1;
}

QByteArray versionAt(const Api::Document &document, WallTime time,
                     const ReachedVolumes &volumes = {})
{
    const auto book = PriceBook::compile(document, 5, time, {.list = {}, .volumes = volumes});
    return book->findAt("oa", "m", time)->version;
}

QStringList pathsOf(const Api::Findings &findings)
{
    QStringList paths;
    for (const Api::Finding &finding : findings) {
        if (finding.severity == Api::Severity::Error)
            paths.append(finding.path);
    }
    return paths;
}

} // namespace

//! Own prices with tiers, reasoning and batch rates, contracts, and machines paid by the hour.
class TestOwnPrices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tiersAndReasoningAreExact_data();
    void tiersAndReasoningAreExact();
    void batchRatesAreExact_data();
    void batchRatesAreExact();
    void documentCarriesEverything();
    void badTiersAreNamed();
    void contractHoldsInItsTime_data();
    void contractHoldsInItsTime();
    void contractIsNamed();
    void contractIsAboutItsModels();
    void tiersOfAContractBeginWhenReached_data();
    void tiersOfAContractBeginWhenReached();
    void ownRatesOfAContract();
    void discountAndMultiplierRoundOnce();
    void contractsMustNotMeet();
    void hourCostsTheTimeHeld_data();
    void hourCostsTheTimeHeld();
    void hourNeedsPlaces();
    void termsSurvive();
    void listsAreCompared();
    void badListsAreNamed_data();
    void badListsAreNamed();
};

void TestOwnPrices::tiersAndReasoningAreExact_data()
{
    QTest::addColumn<qint64>("prompt");
    QTest::addColumn<qint64>("cached");
    QTest::addColumn<qint64>("reasoning");
    QTest::addColumn<qint64>("nano");
    // $1 in, $2 out, $3 reasoning; above 128,000 $1.5 in, $0.25 cached; above 200,000 $4 out
    QTest::newRow("below") << qint64(128'000) << qint64(0) << qint64(0) << qint64(128'020'000);
    QTest::newRow("first") << qint64(128'001) << qint64(0) << qint64(0) << qint64(192'021'500);
    QTest::newRow("cached") << qint64(128'001) << qint64(1) << qint64(0) << qint64(192'020'250);
    QTest::newRow("reasons") << qint64(10) << qint64(0) << qint64(4) << qint64(34'000);
    QTest::newRow("second") << qint64(200'001) << qint64(0) << qint64(0) << qint64(200'041'000);
}

void TestOwnPrices::tiersAndReasoningAreExact()
{
    QFETCH(const qint64, prompt);
    QFETCH(const qint64, cached);
    QFETCH(const qint64, reasoning);
    Api::Document with = document();
    Api::TierPrice high;
    high.above = 200'000;
    high.output = 4 * dollar;
    Api::TierPrice low;
    low.above = 128'000;
    low.input = 3 * dollar / 2;
    low.cacheRead = dollar / 4;
    with.prices.first().tiers = {high, low};
    with.prices.first().reasoning = 3 * dollar;
    Usage usage = tokens(prompt, 10);
    usage.cachedTokens = cached;
    usage.reasoningTokens = reasoning;
    QTEST(paidAt(with, at(2026, 5, 1), usage), "nano");
}

void TestOwnPrices::batchRatesAreExact_data()
{
    QTest::addColumn<bool>("batch");
    QTest::addColumn<qint64>("prompt");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("ordinary") << false << qint64(100) << qint64(120'000);
    QTest::newRow("batch") << true << qint64(100) << qint64(60'000);
    QTest::newRow("long batch") << true << qint64(1001) << qint64(710'700);
}

void TestOwnPrices::batchRatesAreExact()
{
    QFETCH(const bool, batch);
    QFETCH(const qint64, prompt);
    Api::Document with = document();
    with.prices.first().batchInput = dollar / 2;
    with.prices.first().batchOutput = dollar;
    Api::TierPrice tier;
    tier.above = 1000;
    tier.input = 2 * dollar;
    tier.batchInput = 7 * dollar / 10;
    with.prices.first().tiers = {tier};
    Usage usage = tokens(prompt, 10);
    usage.batch = batch;
    QTEST(paidAt(with, at(2026, 5, 1), usage), "nano");
}

void TestOwnPrices::documentCarriesEverything()
{
    Api::Document full = document();
    Api::PriceOverride &own = full.prices.first();
    own.reasoning = own.batchInput = own.batchOutput = own.batchCacheRead = 7;
    own.audioInput = own.audioOutput = own.imageInput = own.image = own.second = 8;
    own.query = own.characters = own.request = own.cacheWriteHour = 9;
    Api::TierPrice tier;
    tier.above = 200'000;
    tier.input = tier.output = tier.cacheRead = tier.cacheWrite = 5;
    tier.batchInput = tier.batchOutput = 6;
    own.tiers = {tier};
    Api::Contract agreed = contract();
    agreed.models = {u"m*"_s};
    agreed.tiers = {{.above = 5000 * dollar, .discountPercent = 20}};
    Api::ContractPrice price;
    price.model = u"m"_s;
    price.above = 9 * dollar;
    price.input = price.output = price.cacheRead = price.cacheWrite = price.reasoning = 3;
    price.batchInput = price.batchOutput = 2;
    agreed.prices = {price};
    full.contracts = {agreed};
    full.providers.first().hourlyCostUsd = 1.2;
    full.providers.first().hourlySchedule = u"mon-fri 08:00-18:00"_s;
    full.providers.first().hourlyFrom = u"2026-01-01"_s;
    full.providers.first().costBy = u"time"_s;
    full.providers.first().maxInFlight = 4;
    Api::Findings findings;
    const Api::Document read = Api::documentFromJson(Api::toJson(full), findings);
    QVERIFY(findings.isEmpty());
    QVERIFY(read == full);
    QCOMPARE(pathsOf(Api::validate(full)), QStringList());
}

void TestOwnPrices::badTiersAreNamed()
{
    Api::Document bad = document();
    Api::TierPrice tier;
    tier.above = 1000;
    tier.input = 1;
    Api::TierPrice none;
    none.above = 2000;
    bad.prices.first().tiers = {tier, tier, none};
    const QStringList paths = pathsOf(Api::validate(bad));
    QVERIFY(paths.contains(u"prices[0].tiers[1].above"_s));
    QVERIFY(paths.contains(u"prices[0].tiers[2]"_s));
}

void TestOwnPrices::contractHoldsInItsTime_data()
{
    QTest::addColumn<WallTime>("time");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("before") << at(2026, 1, 31, 23) << qint64(120'000);
    QTest::newRow("first moment") << at(2026, 2, 1, 0) << qint64(105'000);
    QTest::newRow("last hour") << at(2026, 11, 30, 23) << qint64(105'000);
    QTest::newRow("over") << at(2026, 12, 1, 0) << qint64(120'000);
}

void TestOwnPrices::contractHoldsInItsTime()
{
    QFETCH(const WallTime, time);
    Api::Document with = document();
    with.contracts = {contract()};
    QTEST(paidAt(with, time, tokens(100, 10)), "nano");
}

void TestOwnPrices::contractIsNamed()
{
    Api::Document with = document();
    with.contracts = {contract()};
    QCOMPARE(versionAt(with, at(2026, 3, 1)), "own, revision 5, contract acme 12.5 %");
    QCOMPARE(versionAt(with, at(2027, 3, 1)), "own, revision 5");
}

void TestOwnPrices::contractIsAboutItsModels()
{
    Api::Document with = document();
    with.prices.append(with.prices.first());
    with.prices.last().model = u"other"_s;
    with.contracts = {contract()};
    with.contracts.first().models = {u"ot*"_s};
    QCOMPARE(paidAt(with, at(2026, 3, 1), tokens(100, 10)), qint64(120'000));
    QCOMPARE(paidAt(with, at(2026, 3, 1), tokens(100, 10), {}, "other"), qint64(105'000));
    // A price of every model is discounted for those alone, too.
    with.prices.last().model = u"*"_s;
    QCOMPARE(paidAt(with, at(2026, 3, 1), tokens(100, 10), {}, "other"), qint64(105'000));
    QCOMPARE(paidAt(with, at(2026, 3, 1), tokens(100, 10), {}, "unlike"), qint64(120'000));
}

void TestOwnPrices::tiersOfAContractBeginWhenReached_data()
{
    QTest::addColumn<WallTime>("time");
    QTest::addColumn<qint64>("nano");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("none yet") << at(2026, 3, 9) << qint64(105'000) << "contract acme 12.5 %"_ba;
    QTest::newRow("first") << at(2026, 3, 10) << qint64(96'000) << "contract acme 20 %"_ba;
    QTest::newRow("second") << at(2026, 6, 1) << qint64(60'000) << "contract acme 50 %"_ba;
}

void TestOwnPrices::tiersOfAContractBeginWhenReached()
{
    QFETCH(const WallTime, time);
    QFETCH(const QByteArray, words);
    Api::Document with = document();
    with.contracts = {contract()};
    with.contracts.first().tiers = {{.above = 100 * dollar, .discountPercent = 20},
                                    {.above = 200 * dollar, .discountPercent = 50}};
    const ReachedVolumes volumes{
        {u"acme"_s, {{100 * dollar, at(2026, 3, 10, 0)}, {200 * dollar, at(2026, 6, 1, 0)}}}};
    QTEST(paidAt(with, time, tokens(100, 10), volumes), "nano");
    QVERIFY(versionAt(with, time, volumes).endsWith(words));
}

void TestOwnPrices::ownRatesOfAContract()
{
    Api::Document with = document();
    Api::Contract agreed = contract();
    agreed.discountPercent = 0;
    Api::ContractPrice early;
    early.model = u"m"_s;
    early.input = dollar / 2;
    early.output = dollar;
    Api::ContractPrice late = early;
    late.above = 100 * dollar;
    late.input = dollar / 10;
    agreed.prices = {early, late};
    with.contracts = {agreed};
    const ReachedVolumes volumes{{u"acme"_s, {{100 * dollar, at(2026, 3, 10, 0)}}}};
    QCOMPARE(paidAt(with, at(2026, 3, 1), tokens(100, 10), volumes), qint64(60'000));
    QCOMPARE(paidAt(with, at(2026, 3, 11), tokens(100, 10), volumes), qint64(20'000));
    QCOMPARE(versionAt(with, at(2026, 3, 11), volumes), "contract acme, revision 5");
}

void TestOwnPrices::discountAndMultiplierRoundOnce()
{
    Api::Document with = document();
    with.contracts = {contract()};
    with.contracts.first().discountPercent = 33.3333;
    // 3,000 nano x 0.85 x 0.666667 = 1,700.00085; 1,000 x ... = 566.66695
    QCOMPARE(paidAt(with, at(2026, 3, 1), tokens(3, 0), {}, "m", 0.85), qint64(1700));
    QCOMPARE(paidAt(with, at(2026, 3, 1), tokens(1, 0), {}, "m", 0.85), qint64(567));
}

void TestOwnPrices::contractsMustNotMeet()
{
    Api::Document with = document();
    Api::Contract second = contract();
    second.id = u"more"_s;
    with.contracts = {contract(), second};
    QVERIFY(pathsOf(Api::validate(with)).contains(u"contracts[1].from"_s));
    with.contracts.last().from = u"2026-12-01"_s;
    with.contracts.last().until = u"2026-12-31"_s;
    QCOMPARE(pathsOf(Api::validate(with)), QStringList());
}

void TestOwnPrices::hourCostsTheTimeHeld_data()
{
    QTest::addColumn<qint64>("us");
    QTest::addColumn<int>("places");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("an hour") << qint64(3'600'000'000) << 1 << qint64(1'200'000'000);
    QTest::newRow("a place of four") << qint64(3'600'000'000) << 4 << qint64(300'000'000);
    QTest::newRow("a second of seven") << qint64(1'000'000) << 7 << qint64(47'619);
    QTest::newRow("nothing") << qint64(0) << 1 << qint64(0);
}

void TestOwnPrices::hourCostsTheTimeHeld()
{
    QFETCH(const qint64, us);
    QFETCH(const int, places);
    Api::Document with = document();
    with.providers.first().hourlyCostUsd = 1.2;
    with.providers.first().costBy = u"time"_s;
    with.providers.first().maxInFlight = places;
    Usage usage = tokens(1000, 1000);
    usage.machineUs = us;
    QTEST(paidAt(with, at(2026, 3, 1), usage, {}, "any"), "nano");
    QCOMPARE(versionAt(with, at(2026, 3, 1)), "hourly, revision 5");
}

void TestOwnPrices::hourNeedsPlaces()
{
    Api::Document with = document();
    with.providers.first().costBy = u"time"_s;
    with.providers.first().hourlySchedule = u"whenever"_s;
    with.providers.first().hourlyFrom = u"May"_s;
    const QStringList paths = pathsOf(Api::validate(with));
    for (const QString &key :
         {u"hourly_cost_usd"_s, u"max_in_flight"_s, u"hourly_schedule"_s, u"hourly_from"_s})
        QVERIFY2(paths.contains(u"providers[0]."_s + key), qPrintable(key));
}

void TestOwnPrices::termsSurvive()
{
    PriceTerms terms;
    QCOMPARE(terms.toText(), QByteArray());
    terms.batch = true;
    terms.machineUs = 1'234'567;
    terms.picture = {"1024x1024", "hd"};
    Usage usage = tokens(12, 34);
    usage.cacheWriteHourTokens = 5;
    usage.queries = 1;
    usage.estimated = true;
    terms.unused = {{.attempt = 1, .usage = usage}};
    const auto read = PriceTerms::fromText(terms.toText());
    QVERIFY(read);
    QVERIFY(*read == terms);
    QVERIFY(!PriceTerms::fromText("nonsense"));
}

void TestOwnPrices::listsAreCompared()
{
    const Catalogue before = Catalogue::parse(
        R"({"version":"2026-01-01","providers":{"openai":{"a":{"input":10,"output":20},
            "b":{"input":10},"c":{"input":10},"same":{"input":1}}}})");
    const Catalogue after = Catalogue::parse(
        R"({"version":"2026-02-01","providers":{"openai":{"a":{"input":11,"output":19},
            "b":{"input":12},"same":{"input":1}},"groq":{"n":{"input":3}}}})");
    const QJsonObject difference = catalogueDifference(before, after, {"openai"});
    QCOMPARE(difference["changed"_L1].toInteger(), 1);
    QCOMPARE(difference["dearer"_L1].toInteger(), 1);
    QCOMPARE(difference["cheaper"_L1].toInteger(), 0);
    QCOMPARE(difference["removed"_L1].toInteger(), 1);
    QCOMPARE(difference["added"_L1].toInteger(), 1);
    const QJsonArray items = difference["items"_L1].toArray();
    QCOMPARE(items.size(), 4);
    QCOMPARE(items[0]["model"_L1].toString(), u"a"_s);
    QCOMPARE(items[0]["fields"_L1][1]["after"_L1].toInteger(), 19);
    QCOMPARE(items[3]["provider"_L1].toString(), u"groq"_s); // not used here: last
}

void TestOwnPrices::badListsAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::newRow("no json") << "{\n\"version\":"_ba << u"line 2"_s;
    QTest::newRow("no day") << R"({"version":"new","providers":{"a":{}}})"_ba << u"version"_s;
    QTest::newRow("no providers") << R"({"version":"2026-01-01"})"_ba << u"providers"_s;
    QTest::newRow("negative")
        << R"({"version":"2026-01-01","providers":{"a":{"m":{"input":-1}}}})"_ba
        << u"providers.a.m.input"_s;
    QTest::newRow("unknown") << R"({"version":"2026-01-01","providers":{"a":{"m":{"imput":1}}}})"_ba
                             << u"providers.a.m.imput"_s;
    QTest::newRow("tier")
        << R"({"version":"2026-01-01","providers":{"a":{"m":{"tiers":[{"above":1,"input":"x"}]}}}})"_ba
        << u"providers.a.m.tiers[0].input"_s;
}

void TestOwnPrices::badListsAreNamed()
{
    QFETCH(const QByteArray, json);
    const auto list = Catalogue::check(json);
    QVERIFY(!list);
    QTEST(list.error().path, "path");
}

QTEST_GUILESS_MAIN(TestOwnPrices)
#include "tst_ownprices.moc"
