// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/catalogue.h"
#include "core/ledger/pricebook.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;

namespace {

//! Dollars per million as nano-dollars: 2.5 is "2.5".
TokenPrice dollars(const char *amount)
{
    return {decimalToNano(amount).value()};
}

Usage tokens(qint64 prompt, qint64 completion)
{
    return {.promptTokens = prompt, .completionTokens = completion, .known = true};
}

Price priced(std::optional<TokenPrice> input, std::optional<TokenPrice> output)
{
    Price price;
    price.input = input;
    price.output = output;
    return price;
}

Price perRequest(qint64 nano)
{
    Price price;
    price.perRequest = Money{nano};
    return price;
}

PriceTier tier(qint64 above, std::optional<TokenPrice> input, std::optional<TokenPrice> output)
{
    PriceTier tier;
    tier.above = above;
    tier.input = input;
    tier.output = output;
    return tier;
}

//! Own prices of \a model at \a provider in nano-dollars per million.
Api::PriceOverride own(const QString &provider, const QString &model, qint64 input)
{
    Api::PriceOverride own;
    own.provider = provider;
    own.model = model;
    own.input = input;
    return own;
}

//! $2.50 in, $10 out, $1.25 cached, $3.125 cache write, no other prices.
Price plainPrice()
{
    Price price = priced(dollars("2.5"), dollars("10"));
    price.cacheRead = dollars("1.25");
    price.cacheWrite = dollars("3.125");
    return price;
}

qint64 paid(const Usage &usage, const Price &price, double multiplier = 1)
{
    const auto cost = priceOf(usage, price, multiplier);
    return cost ? cost->paid.nanoUsd : -1;
}

Api::Provider provider(const QString &id, const QString &url, const QString &dialect = u"openai"_s)
{
    Api::Provider provider;
    provider.id = id;
    provider.dialect = dialect;
    provider.baseUrl = url;
    return provider;
}

Api::Document document()
{
    Api::Document document;
    document.providers = {provider(u"openai"_s, u"https://api.openai.com/v1"_s),
                          provider(u"claude"_s, u"https://api.anthropic.com"_s, u"anthropic"_s),
                          provider(u"gpu"_s, u"http://10.0.0.5:8000/v1"_s)};
    document.providers.last().selfHosted = true;
    return document;
}

} // namespace

class TestPriceBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesPicturesBySizeAndQuality_data();
    void pricesPicturesBySizeAndQuality();
    void picturesOfAnUnknownSizeAreUnpriced();
    void theListKnowsSizes();
    void costsAreExact_data();
    void costsAreExact();
    void cachedTokensWithoutPriceCostTheInputPrice();
    void cachedTokensSaveMoney_data();
    void cachedTokensSaveMoney();
    void unknownPriceIsUnpricedOnlyWhenNeeded_data();
    void unknownPriceIsUnpricedOnlyWhenNeeded();
    void zeroPriceIsFree();
    void unknownUsageIsUnpriced();
    void otherUnitsAreUnpriced();
    void unitsHaveTheirOwnPrices();
    void multiplierRoundsHalfUp_data();
    void multiplierRoundsHalfUp();
    void tiersHoldForTheWholeRequest_data();
    void tiersHoldForTheWholeRequest();
    void absurdUsageStaysInRange();
    void knowsProvidersByTheirAddress_data();
    void knowsProvidersByTheirAddress();
    void catalogueIsWhole();
    void catalogueHasTiers();
    void hourWritesRiseWithTheOthers();
    void findsListPrices();
    void distrustedPricesAreUnknown_data();
    void distrustedPricesAreUnknown();
    void datedNamesFallBack_data();
    void datedNamesFallBack();
    void ownPricesGoFirst();
    void selfHostedIsUnpricedWithoutOwnPrice();
    void unknownProviderIsUnpriced();
    void listsWhatIsInForce();
};

void TestPriceBook::costsAreExact_data()
{
    QTest::addColumn<Usage>("usage");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("nothing") << tokens(0, 0) << qint64(0);
    QTest::newRow("one token in") << tokens(1, 0) << qint64(2'500);
    QTest::newRow("one token out") << tokens(0, 1) << qint64(10'000);
    QTest::newRow("a million each") << tokens(1'000'000, 1'000'000) << qint64(12'500'000'000);
    Usage cached = tokens(1200, 340);
    cached.cachedTokens = 1000;
    QTest::newRow("cached") << cached << qint64(200 * 2'500 + 1000 * 1'250 + 340 * 10'000);
    Usage written = tokens(1000, 0);
    written.cacheWriteTokens = 600;
    QTest::newRow("cache write") << written << qint64(400 * 2'500 + 600 * 3'125);
    Usage reasoning = tokens(10, 100);
    reasoning.reasoningTokens = 90;
    QTest::newRow("reasoning at output price") << reasoning << qint64(25'000 + 1'000'000);
    Usage inconsistent = tokens(100, 10);
    inconsistent.cachedTokens = 500;
    inconsistent.reasoningTokens = 50;
    QTest::newRow("parts above the whole") << inconsistent << qint64(100 * 1'250 + 10 * 10'000);
    Usage negative = tokens(-5, -6);
    negative.cachedTokens = -7;
    QTest::newRow("negative") << negative << qint64(0);
}

void TestPriceBook::costsAreExact()
{
    QFETCH(Usage, usage);
    QTEST(paid(usage, plainPrice()), "nano");
    QCOMPARE(priceOf(usage, plainPrice(), 1)->list, priceOf(usage, plainPrice(), 1)->paid);
}

void TestPriceBook::cachedTokensWithoutPriceCostTheInputPrice()
{
    Price price = plainPrice();
    price.cacheRead = std::nullopt;
    Usage usage = tokens(1000, 0);
    usage.cachedTokens = 1000;
    QCOMPARE(paid(usage, price), qint64(2'500'000));
}

void TestPriceBook::cachedTokensSaveMoney_data()
{
    QTest::addColumn<Price>("price");
    QTest::addColumn<qint64>("cached");
    QTest::addColumn<double>("multiplier");
    QTest::addColumn<qint64>("saved");
    const Price plain = plainPrice();
    QTest::newRow("nothing from the cache") << plain << qint64(0) << 1.0 << qint64(0);
    QTest::newRow("a thousand tokens") << plain << qint64(1000) << 1.0 << qint64(1'250'000);
    QTest::newRow("after the multiplier") << plain << qint64(1000) << 0.85 << qint64(1'062'500);
    QTest::newRow("more than the prompt") << plain << qint64(5000) << 1.0 << qint64(2'500'000);
    Price contract = plain;
    contract.discountMillionths = 200'000;
    QTest::newRow("after the discount") << contract << qint64(1000) << 0.5 << qint64(500'000);
    Price none = plain;
    none.cacheRead = std::nullopt;
    QTest::newRow("no price of its own") << none << qint64(1000) << 1.0 << qint64(0);
    Price dearer = plain;
    dearer.cacheRead = TokenPrice{9'000'000'000};
    QTest::newRow("dearer than plain input") << dearer << qint64(1000) << 1.0 << qint64(0);
    Price tiered = plain;
    tiered.tiers = {{.above = 1500,
                     .input = TokenPrice{5'000'000'000},
                     .output = {},
                     .cacheRead = TokenPrice{1'000'000'000},
                     .cacheWrite = {}}};
    QTest::newRow("of the tier") << tiered << qint64(1000) << 1.0 << qint64(4'000'000);
    Price hourly = plain;
    hourly.perHour = Money{1'000};
    QTest::newRow("a machine by the hour") << hourly << qint64(1000) << 1.0 << qint64(0);
}

//! Of a prompt of 2,000 tokens.
void TestPriceBook::cachedTokensSaveMoney()
{
    QFETCH(const Price, price);
    QFETCH(const qint64, cached);
    QFETCH(const double, multiplier);
    Usage usage = tokens(2000, 100);
    usage.cachedTokens = cached;
    const auto cost = priceOf(usage, price, multiplier);
    QVERIFY(cost);
    QTEST(cost->cacheSaved.nanoUsd, "saved");
}

void TestPriceBook::unknownPriceIsUnpricedOnlyWhenNeeded_data()
{
    QTest::addColumn<qint64 Usage::*>("part");
    QTest::newRow("one-hour write") << &Usage::cacheWriteHourTokens;
    QTest::newRow("audio in") << &Usage::audioInTokens;
    QTest::newRow("audio out") << &Usage::audioOutTokens;
}

void TestPriceBook::unknownPriceIsUnpricedOnlyWhenNeeded()
{
    using Part = qint64 Usage::*;
    QFETCH(Part, part);
    Usage usage = tokens(100, 100);
    QVERIFY(priceOf(usage, plainPrice(), 1));
    usage.*part = 1;
    QVERIFY(!priceOf(usage, plainPrice(), 1));
}

void TestPriceBook::zeroPriceIsFree()
{
    const Price free = priced(TokenPrice{0}, TokenPrice{0});
    QCOMPARE(paid(tokens(1000, 1000), free), qint64(0));
    QVERIFY(!priceOf(tokens(1, 0), priced(std::nullopt, TokenPrice{0}), 1));
}

void TestPriceBook::unknownUsageIsUnpriced()
{
    QVERIFY(!priceOf(Usage{.promptTokens = 10}, plainPrice(), 1));
}

void TestPriceBook::otherUnitsAreUnpriced()
{
    Price image;
    image.perImage = Money{40'000'000};
    QVERIFY(!priceOf(tokens(0, 0), image, 1));
    QCOMPARE(paid(tokens(0, 0), perRequest(5'000'000)), qint64(5'000'000));
}

void TestPriceBook::unitsHaveTheirOwnPrices()
{
    Price image;
    image.perImage = Money{40'000'000};
    QCOMPARE(paid(Usage{.images = 2, .known = true}, image), qint64(80'000'000));
    Price sound;
    sound.perSecond = Money{100'000};
    QCOMPARE(paid(Usage{.audioMs = 12'500, .known = true}, sound), qint64(1'250'000));
    Price speech;
    speech.perCharacterMillion = Money{15'000'000'000};
    QCOMPARE(paid(Usage{.characters = 7, .known = true}, speech), qint64(105'000));
    QVERIFY(!priceOf(Usage{.characters = 7, .known = true}, plainPrice(), 1));
}

void TestPriceBook::multiplierRoundsHalfUp_data()
{
    QTest::addColumn<qint64>("list");
    QTest::addColumn<double>("multiplier");
    QTest::addColumn<qint64>("paid");
    QTest::newRow("one") << qint64(12'345) << 1.0 << qint64(12'345);
    QTest::newRow("discount") << qint64(1'000'000) << 0.85 << qint64(850'000);
    QTest::newRow("not a binary fraction") << qint64(3'000'000'000) << 0.1 << qint64(300'000'000);
    QTest::newRow("half up") << qint64(1) << 0.5 << qint64(1);
    QTest::newRow("below half") << qint64(1) << 0.499999 << qint64(0);
    QTest::newRow("six digits") << qint64(1'000'000) << 0.123456 << qint64(123'456);
    QTest::newRow("surcharge") << qint64(100) << 1.1 << qint64(110);
    QTest::newRow("free") << qint64(100) << 0.0 << qint64(0);
    QTest::newRow("negative") << qint64(100) << -1.0 << qint64(0);
    QTest::newRow("no number") << qint64(100) << std::nan("") << qint64(0);
}

void TestPriceBook::multiplierRoundsHalfUp()
{
    QFETCH(qint64, list);
    QFETCH(double, multiplier);
    const Price price = perRequest(list);
    const auto cost = priceOf(tokens(0, 0), price, multiplier);
    QCOMPARE(cost->list.nanoUsd, list);
    QTEST(cost->paid.nanoUsd, "paid");
}

void TestPriceBook::tiersHoldForTheWholeRequest_data()
{
    QTest::addColumn<qint64>("prompt");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("at the bound") << qint64(200'000) << qint64(200'000) * 1'250 + 10'000;
    QTest::newRow("above") << qint64(200'001) << qint64(200'001) * 2'500 + 15'000;
    QTest::newRow("above the second") << qint64(500'001) << qint64(500'001) * 5'000 + 10'000;
}

void TestPriceBook::tiersHoldForTheWholeRequest()
{
    QFETCH(qint64, prompt);
    Price price = priced(dollars("1.25"), dollars("10"));
    price.tiers = {tier(200'000, dollars("2.5"), dollars("15")),
                   tier(500'000, dollars("5"), std::nullopt)};
    QTEST(paid(tokens(prompt, 1), price), "nano");
}

void TestPriceBook::absurdUsageStaysInRange()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const Price dear = priced(TokenPrice{most}, TokenPrice{most});
    QCOMPARE(paid(tokens(most, most), dear, 1000), most);
}

void TestPriceBook::knowsProvidersByTheirAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("openai") << u"https://api.openai.com/v1"_s << u"openai"_s << "openai"_ba;
    QTest::newRow("case") << u"https://API.OpenAI.com/v1"_s << u"openai"_s << "openai"_ba;
    QTest::newRow("azure") << u"https://x.openai.azure.com/openai/v1"_s << u"openai"_s
                           << "azure"_ba;
    QTest::newRow("vertex") << u"https://europe-west1-aiplatform.googleapis.com"_s << u"vertex"_s
                            << "vertex_ai"_ba;
    QTest::newRow("no address") << QString() << u"anthropic"_s << "anthropic"_ba;
    QTest::newRow("groq") << u"https://api.groq.com/openai/v1"_s << u"openai"_s << "groq"_ba;
    QTest::newRow("unknown host") << u"https://llm.example.com/v1"_s << u"openai"_s << ""_ba;
    QTest::newRow("look-alike") << u"https://api.openai.com.evil.example"_s << u"openai"_s << ""_ba;
    QTest::newRow("loopback") << u"http://127.0.0.1:9/v1"_s << u"openai"_s << ""_ba;
}

void TestPriceBook::knowsProvidersByTheirAddress()
{
    QFETCH(QString, url);
    QFETCH(QString, dialect);
    QTEST(Catalogue::providerName(provider(u"x"_s, url, dialect)), "name");
}

void TestPriceBook::catalogueIsWhole()
{
    const Catalogue &catalogue = *Catalogue::builtIn();
    QCOMPARE(catalogue.version(), u"2026-07-24"_s);
    QCOMPARE(catalogue.models("openai").size(), 165);
    const CatalogueModel model = catalogue.models("anthropic").value("claude-opus-5");
    QCOMPARE(model.price.input, dollars("5"));
    QCOMPARE(model.price.cacheWriteHour, dollars("10"));
    QCOMPARE(model.context, 1'000'000);
    QVERIFY(model.capabilities.contains(u"vision"_s));
}

void TestPriceBook::catalogueHasTiers()
{
    const auto model = [](const char *provider, const char *name) {
        return Catalogue::builtIn()->models(provider).value(name).price;
    };
    const Price gemini = model("gemini", "gemini-2.5-pro");
    QCOMPARE(pricesFor(gemini, 200'000, false).input, dollars("1.25"));
    QCOMPARE(pricesFor(gemini, 200'001, false).input, dollars("2.5"));
    QCOMPARE(pricesFor(gemini, 200'001, false).output, dollars("15"));
    QCOMPARE(pricesFor(model("openai", "gpt-5.4"), 272'001, false).output, dollars("22.5"));
    QCOMPARE(pricesFor(model("xai", "grok-4"), 128'001, false).input, dollars("6"));
    const Price sonnet = model("anthropic", "claude-sonnet-4-5");
    QCOMPARE(pricesFor(sonnet, 200'000, false).cacheWriteHour, dollars("6"));
    QCOMPARE(pricesFor(sonnet, 200'001, false).cacheWriteHour, dollars("12"));
    QVERIFY(model("anthropic", "claude-opus-5").tiers.empty());
}

void TestPriceBook::hourWritesRiseWithTheOthers()
{
    Price price;
    price.input = price.cacheWrite = TokenPrice{4'000'000'000};
    price.cacheWriteHour = TokenPrice{6'000'000'000};
    price.tiers = {{.above = 1000,
                    .input = TokenPrice{8'000'000'000},
                    .output = {},
                    .cacheRead = {},
                    .cacheWrite = TokenPrice{10'000'000'000}}};
    const Usage usage{.promptTokens = 2000, .cacheWriteHourTokens = 500, .known = true};
    const auto cost = priceOf(usage, price, 1);
    QVERIFY(cost);
    // 1500 for 8 and 500 for 15 dollars per million
    QCOMPARE(cost->list.nanoUsd, 1500 * 8000 + 500 * 15'000);
}

void TestPriceBook::findsListPrices()
{
    const auto book = PriceBook::compile(document(), 12);
    const Price *price = book->find("openai", "gpt-4o-mini");
    QVERIFY(price);
    QCOMPARE(price->input, dollars("0.15"));
    QCOMPARE(price->output, dollars("0.6"));
    QCOMPARE(price->cacheRead, dollars("0.075"));
    QCOMPARE(price->version, "list 2026-07-24"_ba);
    QVERIFY(book->find("claude", "claude-opus-5"));
    QVERIFY(!book->find("openai", "claude-opus-5"));
    QVERIFY(!book->find("openai", "no-such-model"));
    QVERIFY(!book->find("nobody", "gpt-4o-mini"));
}

void TestPriceBook::distrustedPricesAreUnknown_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("model");
    QTest::newRow("introductory") << u"https://api.anthropic.com"_s << "claude-sonnet-5"_ba;
    QTest::newRow("cut since") << u"https://api.openai.com"_s << "gpt-5.6-terra"_ba;
    QTest::newRow("conflict") << u"https://api.mistral.ai/v1"_s << "codestral-latest"_ba;
    QTest::newRow("placeholder zero") << u"https://openrouter.ai/api/v1"_s << "openrouter/auto"_ba;
    QTest::newRow("per image") << u"https://generativelanguage.googleapis.com"_s
                               << "imagen-4.0-generate-001"_ba;
}

void TestPriceBook::distrustedPricesAreUnknown()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, model);
    Api::Document document;
    document.providers = {provider(u"p"_s, url)};
    QVERIFY(!PriceBook::compile(document, 1)->find("p", model));
}

void TestPriceBook::datedNamesFallBack_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("found");
    QTest::newRow("listed date") << "gpt-4o-2024-05-13"_ba << true;
    QTest::newRow("later date") << "gpt-4o-2027-01-31"_ba << true;
    QTest::newRow("compact date") << "gpt-4o-20270131"_ba << true;
    QTest::newRow("latest") << "gpt-4o-latest"_ba << true;
    QTest::newRow("only the dated one is listed") << "omni-moderation"_ba << true;
    QTest::newRow("no date") << "gpt-4o-turbo"_ba << false;
    QTest::newRow("short number") << "gpt-4o-1234"_ba << false;
    QTest::newRow("only a date") << "-20270131"_ba << false;
}

void TestPriceBook::datedNamesFallBack()
{
    QFETCH(QByteArray, model);
    const auto book = PriceBook::compile(document(), 1);
    QTEST(book->find("openai", model) != nullptr, "found");
    QCOMPARE(book->find("openai", "gpt-4o-2024-05-13")->input, dollars("5"));
    QCOMPARE(book->find("openai", "gpt-4o-2027-01-31")->input, dollars("2.5"));
}

void TestPriceBook::ownPricesGoFirst()
{
    Api::Document with = document();
    with.prices = {own(u"openai"_s, u"*"_s, 7), own(u"openai"_s, u"gpt-4o"_s, 8)};
    with.prices.last().request = 3;
    const auto book = PriceBook::compile(with, 12);
    QCOMPARE(book->find("openai", "gpt-4o")->input, TokenPrice{8});
    QCOMPARE(book->find("openai", "gpt-4o")->perRequest, Money{3});
    QCOMPARE(book->find("openai", "gpt-4o")->version, "own, revision 12"_ba);
    QCOMPARE(book->find("openai", "gpt-4o-2024-08-06")->input, TokenPrice{8});
    QCOMPARE(book->find("openai", "gpt-4o-mini")->input, TokenPrice{7});
    QVERIFY(!book->find("openai", "gpt-4o-mini")->output);
    QCOMPARE(book->find("claude", "claude-opus-5")->input, dollars("5"));
}

void TestPriceBook::selfHostedIsUnpricedWithoutOwnPrice()
{
    Api::Document with = document();
    QVERIFY(!PriceBook::compile(with, 1)->find("gpu", "gpt-4o"));
    with.prices = {own(u"gpu"_s, u"llama"_s, 1)};
    QVERIFY(PriceBook::compile(with, 1)->find("gpu", "llama"));
    QVERIFY(!PriceBook::compile(with, 1)->find("gpu", "other"));
}

void TestPriceBook::unknownProviderIsUnpriced()
{
    Api::Document strange;
    strange.providers = {provider(u"x"_s, u"https://llm.example.com/v1"_s)};
    QVERIFY(!PriceBook::compile(strange, 1)->find("x", "gpt-4o"));
}

void TestPriceBook::listsWhatIsInForce()
{
    Api::Document with = document();
    with.prices = {own(u"openai"_s, u"gpt-4o"_s, 8)};
    const auto book = PriceBook::compile(with, 1);
    int ours = 0;
    for (const PriceBook::Entry &entry : book->entries()) {
        QVERIFY(entry.price == book->find(entry.provider, entry.model));
        ours += entry.own ? 1 : 0;
    }
    QCOMPARE(ours, 1);
    QVERIFY(book->entries().size() > 150);
}

void TestPriceBook::pricesPicturesBySizeAndQuality_data()
{
    QTest::addColumn<QByteArray>("size");
    QTest::addColumn<QByteArray>("quality");
    QTest::addColumn<qint64>("each");
    QTest::newRow("neither said") << ""_ba
                                  << ""_ba << qint64(40);
    QTest::newRow("unknown words") << "512x512"_ba
                                   << "low"_ba << qint64(40);
    QTest::newRow("size") << "1024x1792"_ba
                          << "standard"_ba << qint64(80);
    QTest::newRow("quality") << "1024x1024"_ba
                             << "HD"_ba << qint64(81);
    QTest::newRow("size before quality") << "1024x1792"_ba
                                         << "ultra"_ba << qint64(80);
    QTest::newRow("both") << "1024x1792"_ba
                          << "hd"_ba << qint64(120);
}

void TestPriceBook::pricesPicturesBySizeAndQuality()
{
    QFETCH(QByteArray, size);
    QFETCH(QByteArray, quality);
    Price price;
    price.perImage = Money{40};
    price.pictures = {{"1024x1792", "", Money{80}},
                      {"1024x1792", "hd", Money{120}},
                      {"", "hd", Money{81}},
                      {"", "ultra", Money{200}}};
    const Price chosen = forPictures(price, size, quality);
    QTEST(paid({.images = 3, .known = true}, chosen) / 3, "each");
}

void TestPriceBook::picturesOfAnUnknownSizeAreUnpriced()
{
    Price price;
    price.pictures = {{"1024x1792", "", Money{80}}};
    const Usage one{.images = 1, .known = true};
    QCOMPARE(paid(one, forPictures(price, "1024x1024", {})), qint64(-1));
    QCOMPARE(paid(one, forPictures(price, "1024x1792", {})), qint64(80));
    QVERIFY(isByUnits(price));
}

void TestPriceBook::theListKnowsSizes()
{
    const auto book = PriceBook::compile(document(), 1);
    const Price *dalle = book->find("openai", "dall-e-3");
    QVERIFY(dalle);
    const Usage one{.images = 1, .known = true};
    QCOMPARE(paid(one, forPictures(*dalle, {}, {})), qint64(40'000'000));
    QCOMPARE(paid(one, forPictures(*dalle, "1024x1024", "hd")), qint64(80'000'000));
    QCOMPARE(paid(one, forPictures(*dalle, "1792x1024", "hd")), qint64(120'000'000));
}

QTEST_GUILESS_MAIN(TestPriceBook)
#include "tst_pricebook.moc"
