// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/priceterms.h"
#include "core/whatif/replay.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <algorithm>

using namespace Gatehouse;
using namespace Gatehouse::WhatIf;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dollar = 1'000'000'000;

Api::Provider provider(const QString &id)
{
    Api::Provider made;
    made.id = id;
    made.dialect = u"openai"_s;
    made.baseUrl = u"https://%1.example.com/v1"_s.arg(id);
    return made;
}

Api::PriceOverride price(const QString &provider, const QString &model, qint64 dollars)
{
    Api::PriceOverride made;
    made.provider = provider;
    made.model = model;
    made.input = dollars * dollar;
    made.output = dollars * dollar;
    return made;
}

//! Two providers; "fast" goes to a cheap model of the first.
Api::Document office()
{
    Api::Document document;
    document.providers = {provider(u"openai"_s), provider(u"gpu"_s)};
    Api::Route fast;
    fast.id = u"fast"_s;
    fast.targets = {{u"openai"_s, u"gpt-4o-mini"_s, 1}};
    document.routes = {fast};
    document.prices = {price(u"openai"_s, u"gpt-4o-mini"_s, 10), price(u"gpu"_s, u"llama"_s, 1)};
    return document;
}

//! The plan of \a document with a key table of its own; nothing is known of the models.
Compiled compiled(const Api::Document &document)
{
    Compiled made;
    made.snapshot = Config::Snapshot::compile(document, 7);
    made.prices = Ledger::PriceBook::compile(document, 7);
    made.live = std::make_shared<Routing::LiveState>();
    made.routing = std::make_shared<const Routing::RoutingTable>(
        made.snapshot, *made.live,
        Routing::ModelKnowledge{.prices = made.prices,
                                .abilities = [](const Config::Provider &, const QByteArray &model) {
                                    Routing::Abilities abilities;
                                    if (model == "small")
                                        abilities.mostTokens = 1000;
                                    abilities.set(Routing::Ability::Tools, model != "small");
                                    return abilities;
                                }});
    Access::KeyEntry key;
    key.id = key.name = "key_design";
    key.team = "research";
    key.routes = {"*"};
    key.hash = Access::KeyTable::hash("all-key-0123456789abcdef", {});
    made.keys =
        std::make_shared<const Access::KeyTable>(std::vector{key}, std::array<unsigned char, 32>{});
    return made;
}

QJsonObject replayed(const Api::Document &before, const Api::Document &after,
                     const std::vector<Ledger::RequestRecord> &records)
{
    Replay replay(compiled(before), compiled(after), WallTime{});
    for (const Ledger::RequestRecord &record : records)
        replay.add(record);
    return replay.result();
}

//! Like sampleRecord(), with a dollar of a tenth of a million tokens.
Ledger::RequestRecord record(int n)
{
    Ledger::RequestRecord made = Ledger::sampleRecord(n);
    made.usage = {.promptTokens = 90'000, .completionTokens = 10'000, .known = true};
    made.cost = Money{dollar};
    return made;
}

std::vector<Ledger::RequestRecord> records(int count)
{
    std::vector<Ledger::RequestRecord> all;
    for (int n = 0; n < count; ++n)
        all.push_back(record(n));
    return all;
}

Api::Budget budget(const QString &scope, qint64 dollars, const QString &action)
{
    Api::Budget made;
    made.scope = scope;
    made.limit = dollars * dollar;
    made.action = action;
    return made;
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unchangedReproducesTheBooks_data();
    void unchangedReproducesTheBooks();
    void movesToAnotherModel();
    void pricesAnew();
    void pricesPicturesByTheirSize();
    void budgetsRefuse();
    void budgetsKnowWhatWasSpentBefore();
    void copiesCostWhatTheyDid();
    void budgetsRedirect();
    void limitsRefuse();
    void tellsWhatCouldNotMove_data();
    void tellsWhatCouldNotMove();
    void expectsMeasuredTimes();
    void goneModelsAreRefused();
};

void TestReplay::unchangedReproducesTheBooks_data()
{
    QTest::addColumn<Api::Document>("document");
    Api::Document weighted = office();
    weighted.routes[0].strategy = u"weighted"_s;
    weighted.routes[0].targets = {{u"openai"_s, u"gpt-4o-mini"_s, 3}, {u"gpu"_s, u"llama"_s, 1}};
    Api::Document bounded = weighted;
    bounded.budgets = {budget(u"team:research"_s, 3, u"block"_s),
                       budget(u"gateway"_s, 5, u"redirect:fast"_s)};
    bounded.limits = {{.scope = u"gateway"_s, .rpm = 5, .tpm = {}, .maxInFlight = {}}};
    QTest::newRow("one target") << office();
    QTest::newRow("weighted") << weighted;
    QTest::newRow("with budgets and limits that reality did not have") << bounded;
}

//! Whatever happened in the month: failures, retries, cache, unpriced models, models that are gone.
void TestReplay::unchangedReproducesTheBooks()
{
    QFETCH(Api::Document, document);
    std::mt19937 random(7);
    std::vector<Ledger::RequestRecord> month;
    Money booked;
    qint64 unpriced = 0;
    for (int n = 0; n < 3000; ++n) {
        Ledger::RequestRecord one = Ledger::randomRecord(n, random);
        if (n % 50 == 0)
            one.modelAsked = "gone";
        month.push_back(one);
    }
    std::ranges::sort(month, {}, &Ledger::RequestRecord::time);
    for (const Ledger::RequestRecord &one : month) {
        booked += one.cost.value_or(Money());
        unpriced += Ledger::isUnpriced(one) ? 1 : 0;
    }
    const QJsonObject result = replayed(document, document, month);
    QCOMPARE(result["cost_before_nano_usd"_L1].toInteger(), booked.nanoUsd);
    QCOMPARE(result["cost_after_nano_usd"_L1].toInteger(), booked.nanoUsd);
    QCOMPARE(result["unpriced_after"_L1].toInteger(), unpriced);
    QCOMPARE(result["moved"_L1].toInteger(), 0);
    QCOMPARE(result["refused"_L1].toInteger(), 0);
    for (const QJsonValue &model : result["models"_L1].toArray())
        QCOMPARE(model["cost_before_nano_usd"_L1], model["cost_after_nano_usd"_L1]);
}

void TestReplay::movesToAnotherModel()
{
    Api::Document cheap = office();
    cheap.routes[0].targets = {{u"gpu"_s, u"llama"_s, 1}};
    const QJsonObject result = replayed(office(), cheap, records(10));
    QCOMPARE(result["moved"_L1].toInteger(), 10);
    QCOMPARE(result["cost_before_nano_usd"_L1].toInteger(), 10 * dollar);
    QCOMPARE(result["cost_after_nano_usd"_L1].toInteger(), dollar);
    QCOMPARE(result["moves"_L1][0]["to"_L1].toString(), u"gpu/llama"_s);
    QCOMPARE(result["latency"_L1]["unknown"_L1].toInteger(), 10);
    QCOMPARE(result["days"_L1].toArray().size(), 2);
}

void TestReplay::pricesAnew()
{
    Api::Document discounted = office();
    discounted.providers[0].priceMultiplier = 0.85;
    const QJsonObject result = replayed(office(), discounted, records(10));
    QCOMPARE(result["moved"_L1].toInteger(), 0);
    QCOMPARE(result["cost_after_nano_usd"_L1].toInteger(), 8'500'000'000);
}

//! The size stands in the books where it was asked for; else it is said that it is not known.
void TestReplay::pricesPicturesByTheirSize()
{
    Api::Document after = office();
    after.prices[0].input.reset();
    after.prices[0].output.reset();
    after.prices[0].image = dollar;
    after.prices[0].pictures = {{u"1792x1024"_s, {}, 3 * dollar}};
    const auto drawn = [](int n, const QByteArray &size) {
        Ledger::RequestRecord made = record(n);
        made.usage = {.images = 2, .known = true};
        Ledger::PriceTerms terms;
        if (!size.isEmpty())
            terms.picture = {size, "high"};
        made.terms = terms.toText();
        return made;
    };
    const QJsonObject result =
        replayed(office(), after, {drawn(0, "1792x1024"), drawn(1, "256x256"), drawn(2, {})});
    QCOMPARE(result["cost_after_nano_usd"_L1].toInteger(), (6 + 2 + 2) * dollar);
    QCOMPARE(result["pictures_of_unknown_size"_L1].toInteger(), 1);
    QVERIFY(result["assumptions"_L1].toArray().contains(u"pictures_of_any_size"_s));
    const QJsonObject same = replayed(after, after, {drawn(0, {})});
    QVERIFY(!same["assumptions"_L1].toArray().contains(u"pictures_of_any_size"_s));
}

void TestReplay::budgetsRefuse()
{
    Api::Document tight = office();
    tight.budgets = {budget(u"team:research"_s, 4, u"block"_s)};
    const QJsonObject result = replayed(office(), tight, records(10));
    QCOMPARE(result["refused"_L1].toInteger(), 6);
    QCOMPARE(result["cost_after_nano_usd"_L1].toInteger(), 4 * dollar);
    QCOMPARE(result["refusals"_L1][0]["reason"_L1].toString(), u"budget"_s);
    QCOMPARE(result["refusals"_L1][0]["scope"_L1].toString(), u"team:research"_s);
}

void TestReplay::budgetsKnowWhatWasSpentBefore()
{
    Api::Document tight = office();
    tight.budgets = {budget(u"gateway"_s, 4, u"block"_s)};
    const auto all = records(6);
    Replay replay(compiled(office()), compiled(tight), all[3].time);
    QVERIFY(replay.readsFrom()
            <= WallTime(std::chrono::sys_days(std::chrono::year(2026) / 11 / 1)));
    for (const auto &one : all)
        replay.add(one);
    const QJsonObject result = replay.result();
    QCOMPARE(result["requests"_L1].toInteger(), 3);
    QCOMPARE(result["refused"_L1].toInteger(), 2); // three dollars were spent before
}

//! What a shadow was sent costs its provider and no caller: it is spent as long as the shadow is.
void TestReplay::copiesCostWhatTheyDid()
{
    Api::Document shadowed = office();
    shadowed.routes[0].shadow = Api::Shadow{.target = {u"gpu"_s, u"llama"_s}, .dailyLimit = {}};
    Ledger::RequestRecord copy = record(3);
    copy.copyOf = copy.id;
    copy.id = "req_copy";
    copy.route = shadowed.routes[0].id.toUtf8();
    copy.provider = "gpu";
    copy.model = "llama";
    copy.cost = Money{dollar / 10};
    const auto costs = [&](const Api::Document &before, const Api::Document &after) {
        Replay replay(compiled(before), compiled(after), WallTime{});
        replay.add(record(1));
        replay.addCopy(copy);
        const QJsonObject result = replay.result();
        return std::pair(result["cost_before_nano_usd"_L1].toInteger(),
                         result["cost_after_nano_usd"_L1].toInteger());
    };
    QCOMPARE(costs(shadowed, shadowed), std::pair(dollar + dollar / 10, dollar + dollar / 10));
    QCOMPARE(costs(shadowed, office()), std::pair(dollar + dollar / 10, dollar));
    QCOMPARE(costs(office(), office()), std::pair(dollar + dollar / 10, dollar + dollar / 10));
    Api::Document dearer = shadowed;
    for (Api::Provider &provider : dearer.providers)
        provider.priceMultiplier *= provider.id == "gpu"_L1 ? 2 : 1;
    QCOMPARE(costs(shadowed, dearer), std::pair(dollar + dollar / 10, dollar + dollar / 5));
}

void TestReplay::budgetsRedirect()
{
    Api::Document clever = office();
    Api::Route cheap;
    cheap.id = u"cheap"_s;
    cheap.targets = {{u"gpu"_s, u"llama"_s, 1}};
    clever.routes.append(cheap);
    clever.budgets = {budget(u"route:fast"_s, 4, u"redirect:cheap"_s)};
    const QJsonObject result = replayed(office(), clever, records(10));
    QCOMPARE(result["refused"_L1].toInteger(), 0);
    QCOMPARE(result["moved"_L1].toInteger(), 6);
    QCOMPARE(result["cost_after_nano_usd"_L1].toInteger(), 4 * dollar + 6 * dollar / 10);
}

void TestReplay::limitsRefuse()
{
    Api::Document limited = office();
    limited.limits = {{.scope = u"gateway"_s, .rpm = 5, .tpm = {}, .maxInFlight = {}}};
    const QJsonObject result = replayed(office(), limited, records(10)); // one a second
    QCOMPARE(result["refused"_L1].toInteger(), 5);
    QCOMPARE(result["refusals"_L1][0]["reason"_L1].toString(), u"limit"_s);
}

void TestReplay::tellsWhatCouldNotMove_data()
{
    QTest::addColumn<qint64>("prompt");
    QTest::addColumn<QByteArray>("trace");
    QTest::addColumn<bool>("inEurope");
    QTest::addColumn<QString>("reason");
    const QByteArray tools(R"({"steps":[{"name":"needs","ok":true,"text":"tools"}]})");
    QTest::newRow("context") << qint64(90'000) << QByteArray() << false << u"context_too_small"_s;
    QTest::newRow("tools") << qint64(100) << tools << false << u"no_tools"_s;
    QTest::newRow("region") << qint64(100) << QByteArray() << true << u"outside_region"_s;
}

void TestReplay::tellsWhatCouldNotMove()
{
    QFETCH(qint64, prompt);
    QFETCH(QByteArray, trace);
    QFETCH(bool, inEurope);
    QFETCH(QString, reason);
    Api::Document before = office();
    if (inEurope) {
        before.providers[0].region = {u"eu"_s};
        before.providers[1].region = {u"us"_s};
        before.routes[0].residency = {u"eu"_s};
    }
    Api::Document after = before;
    after.routes[0].targets.prepend({u"gpu"_s, u"small"_s, 1});
    Ledger::RequestRecord one = record(1);
    one.usage.promptTokens = prompt;
    one.usage.completionTokens = 10;
    one.trace = trace;
    const QJsonObject result = replayed(before, after, {one});
    QCOMPARE(result["moved"_L1].toInteger(), 0);
    QCOMPARE(result["cost_after_nano_usd"_L1].toInteger(), dollar);
    QCOMPARE(result["blocked"_L1].toArray().size(), 1);
    QCOMPARE(result["blocked"_L1][0]["reason"_L1].toString(), reason);
    QCOMPARE(result["blocked"_L1][0]["model"_L1].toString(), u"small"_s);
}

void TestReplay::expectsMeasuredTimes()
{
    Api::Document both = office();
    Api::Route local;
    local.id = u"local"_s;
    local.targets = {{u"gpu"_s, u"llama"_s, 1}};
    both.routes.append(local);
    Api::Document after = both;
    after.routes[0].targets = {{u"gpu"_s, u"llama"_s, 1}};
    std::vector<Ledger::RequestRecord> all;
    for (int n = 0; n < 40; ++n) {
        Ledger::RequestRecord one = record(n);
        one.totalUs = 1'000'000;
        if (n % 2 == 0) {
            one.modelAsked = one.route = "local";
            one.provider = "gpu";
            one.model = "llama";
            one.totalUs = 3'000'000;
        }
        all.push_back(one);
    }
    const QJsonObject latency = replayed(both, after, all)["latency"_L1].toObject();
    QCOMPARE(latency["unknown"_L1].toInteger(), 0);
    QCOMPARE(latency["before_ms"_L1].toDouble(), 2000.0);
    QCOMPARE(latency["after_ms"_L1].toDouble(), 3000.0);
}

void TestReplay::goneModelsAreRefused()
{
    Api::Document without = office();
    without.routes.clear();
    const QJsonObject result = replayed(office(), without, records(3));
    QCOMPARE(result["refused"_L1].toInteger(), 3);
    QCOMPARE(result["refusals"_L1][0]["reason"_L1].toString(), u"model_not_found"_s);
    QCOMPARE(result["cost_after_nano_usd"_L1].toInteger(), 0);
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
