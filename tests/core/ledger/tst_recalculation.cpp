// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/bookscheck.h"
#include "core/ledger/ledgerstore.h"
#include "core/ledger/recalculation.h"
#include "core/ledger/usageexport.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowCount = 1600;
constexpr qint64 day0 = 1'795'348'800'000'000; // 2026-11-22 12:00 UTC
constexpr qint64 usPerDay = 86'400'000'000;

//! A price for model-0 at openai, and knows no others.
std::shared_ptr<const PriceBook> newPrices()
{
    Api::Document document;
    Api::Provider provider;
    provider.id = u"openai"_s;
    provider.dialect = u"openai"_s;
    provider.baseUrl = u"http://127.0.0.1:9"_s; // nobody's list
    document.providers = {provider};
    Api::PriceOverride own;
    own.provider = u"openai"_s;
    own.model = u"model-0"_s;
    own.input = 300'000'000;
    own.output = 1'200'000'000;
    document.prices = {own};
    return PriceBook::compile(document, 5);
}

} // namespace

//! Costs of the past worked out anew, and the proof that all the books say the same.
class TestRecalculation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void freshBooksAgree();
    void dryRunChangesNothing();
    void costsAreThoseOfThePrice();
    void booksAgreeAfterwards();
    void oldValuesStay();
    void twiceChangesNothingMore();
    void tellsWhatCachesSaved();
    void stopsBetweenTwoSteps();
    void keepsToItsSpanAndModel();
    void keepsWhatPaidForOthers();
    void booksAgreeWhereClocksChange_data();
    void booksAgreeWhereClocksChange();
    void theCheckFindsAChange_data();
    void theCheckFindsAChange();
    void theCheckLeavesOutHalfDroppedDays();
    void exportGoesOnWhereItStopped();
    void exportMakesNoFormulas();

private:
    Recalculation::Options options(bool dryRun = false) const
    {
        return {.path = m_path,
                .sinceUs = day0 - 10 * usPerDay,
                .untilUs = day0 + 10 * usPerDay,
                .prices = newPrices(),
                .multipliers = {{"openai", 0.5}},
                .dryRun = dryRun,
                .who = u"anna"_s,
                .reason = u"wrong price"_s,
                .now = WallTime(std::chrono::microseconds(day0))};
    }
    QJsonObject run(const Recalculation::Options &options, int rows = 700)
    {
        auto work = Recalculation::begin(options);
        if (!work)
            return {{u"error"_s, work.error().detail}};
        for (;;) {
            const Result<bool> more = (*work)->step(rows);
            if (!more)
                return {{u"error"_s, more.error().detail}};
            if (!*more)
                return (*work)->report();
        }
    }
    BooksCheck::Outcome check()
    {
        const DayCalendar calendar(QTimeZone::utc());
        const auto outcome = BooksCheck(m_store->database(), calendar)
                                 .run(QDate(2026, 11, 1), QDate(2026, 12, 10), 40);
        return outcome ? *outcome : BooksCheck::Outcome{};
    }
    qint64 integer(const QByteArray &sql) { return m_store->database().integer(sql).value_or(-1); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LedgerStore> m_store;
    QString m_path;
};

void TestRecalculation::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"ledger.db"_s);
    auto store = LedgerStore::open({.path = m_path});
    QVERIFY(store);
    m_store = *std::move(store);
    std::mt19937 random(3);
    std::vector<RequestRecord> records;
    for (int n = 0; n < rowCount; ++n)
        records.push_back(randomRecord(n, random));
    QVERIFY(m_store->add(records));
}

void TestRecalculation::freshBooksAgree()
{
    const BooksCheck::Outcome outcome = check();
    QVERIFY2(outcome.isSound(), QJsonDocument(outcome.toJson()).toJson().constData());
    QVERIFY(outcome.days >= 4);
    QCOMPARE(outcome.sums.requests, rowCount);
    QCOMPARE(outcome.sums.cost, integer("SELECT sum(cost) FROM requests"));
}

void TestRecalculation::dryRunChangesNothing()
{
    const qint64 before = integer("SELECT total(cost) FROM requests");
    const QJsonObject report = run(options(true));
    QVERIFY(report["changed"_L1].toInteger() > 0);
    QCOMPARE(integer("SELECT total(cost) FROM requests"), before);
    QCOMPARE(integer("SELECT count(*) FROM recalculations"), 0);
    const QJsonObject real = run(options());
    for (const auto member : {"changed"_L1, "before_nano_usd"_L1, "after_nano_usd"_L1, "items"_L1})
        QCOMPARE(real[member], report[member]);
}

//! Σ tokens × price, to the nano-dollar, of every row the new list knows; the others are unpriced.
void TestRecalculation::costsAreThoseOfThePrice()
{
    run(options());
    const auto prices = newPrices();
    const Price *price = prices->find("openai", "model-0");
    auto select = m_store->database().prepare(
        "SELECT provider, model, tokens_in, tokens_out, tokens_reasoning, tokens_cached,"
        " tokens_cache_write, tokens_cache_write_hour, tokens_audio_in, tokens_audio_out, cost,"
        " cost IS NULL FROM requests WHERE usage_known AND provider <> '' AND NOT"
        " (cost IS 0 AND price_version = '')");
    QVERIFY(select);
    int seen = 0;
    while (*select->step()) {
        const bool isKnown = select->text(0) == "openai" && select->text(1) == "model-0";
        if (!isKnown) {
            QVERIFY(select->integer(11));
            continue;
        }
        const Usage usage{.promptTokens = select->integer(2),
                          .cachedTokens = select->integer(5),
                          .cacheWriteTokens = select->integer(6),
                          .cacheWriteHourTokens = select->integer(7),
                          .completionTokens = select->integer(3),
                          .reasoningTokens = select->integer(4),
                          .audioInTokens = select->integer(8),
                          .audioOutTokens = select->integer(9),
                          .known = true};
        const auto cost = priceOf(usage, *price, 0.5);
        QCOMPARE(select->integer(11) == 0, cost.has_value());
        if (cost)
            QCOMPARE(select->integer(10), cost->paid.nanoUsd);
        ++seen;
    }
    QVERIFY(seen > 100);
}

void TestRecalculation::booksAgreeAfterwards()
{
    run(options());
    const BooksCheck::Outcome outcome = check();
    QVERIFY2(outcome.isSound(), QJsonDocument(outcome.toJson()).toJson().constData());
    const qint64 hours = integer("SELECT sum(cost) FROM roll_hour_model");
    const qint64 list = integer("SELECT sum(list_cost) FROM roll_day_key");
    for (QDate day(2026, 11, 20); day < QDate(2026, 12, 5); day = day.addDays(1))
        QVERIFY(m_store->rebuildDay(day));
    QCOMPARE(integer("SELECT sum(cost) FROM roll_hour_model"), hours);
    QCOMPARE(integer("SELECT sum(list_cost) FROM roll_day_key"), list);
}

void TestRecalculation::oldValuesStay()
{
    const qint64 before = integer("SELECT sum(cost) FROM requests");
    const QJsonObject report = run(options());
    QCOMPARE(integer("SELECT count(*) FROM former_costs"), report["changed"_L1].toInteger());
    QCOMPARE(integer("SELECT sum(ifnull(f.cost, 0)) + (SELECT ifnull(sum(cost), 0) FROM requests"
                     " WHERE n NOT IN (SELECT request FROM former_costs)) FROM former_costs f"),
             before);
    QCOMPARE(integer("SELECT count(*) FROM recalculations WHERE who = 'anna'"
                     " AND reason = 'wrong price'"),
             1);
}

void TestRecalculation::twiceChangesNothingMore()
{
    run(options());
    const QJsonObject again = run(options());
    QCOMPARE(again["changed"_L1].toInteger(), 0);
    QCOMPARE(integer("SELECT count(*) FROM recalculations"), 1);
}

//! Rows of before it was kept: their cost stays, and with it nothing is noted as changed.
void TestRecalculation::tellsWhatCachesSaved()
{
    Recalculation::Options halved = options();
    Api::Document document;
    Api::Provider provider;
    provider.id = u"openai"_s;
    provider.dialect = u"openai"_s;
    document.providers = {provider};
    for (int model = 0; model < 3; ++model) {
        Api::PriceOverride own;
        own.provider = u"openai"_s;
        own.model = u"model-%1"_s.arg(model);
        own.input = 300'000'000;
        own.output = 1'200'000'000;
        own.cacheRead = 100'000'000;
        document.prices.append(own);
    }
    halved.prices = PriceBook::compile(document, 6);
    run(halved);
    const qint64 saved = integer("SELECT sum(cache_saved) FROM requests");
    QCOMPARE(saved,
             integer("SELECT sum((tokens_cached * 200 + 1) / 2) FROM requests"
                     " WHERE provider = 'openai' AND cost IS NOT NULL"));
    QVERIFY(m_store->database().execute("UPDATE requests SET cache_saved = 0;"
                                        "UPDATE roll_day_key SET cache_saved = 0;"
                                        "UPDATE roll_day_model SET cache_saved = 0;"
                                        "UPDATE roll_week_key SET cache_saved = 0;"
                                        "UPDATE roll_slot_model SET cache_saved = 0"));
    const QJsonObject report = run(halved);
    QCOMPARE(report["changed"_L1].toInteger(), 0);
    QCOMPARE(integer("SELECT sum(cache_saved) FROM requests"), saved);
    const BooksCheck::Outcome outcome = check();
    QVERIFY2(outcome.isSound(), QJsonDocument(outcome.toJson()).toJson().constData());
    QCOMPARE(outcome.sums.cacheSaved, saved);
}

void TestRecalculation::stopsBetweenTwoSteps()
{
    auto work = Recalculation::begin(options());
    QVERIFY(work);
    QVERIFY(*(*work)->step(500));
    work->reset();
    QVERIFY(check().isSound());
}

void TestRecalculation::keepsToItsSpanAndModel()
{
    Recalculation::Options some = options(true);
    some.model = "model-0";
    for (const QJsonValue &item : run(some)["items"_L1].toArray())
        QCOMPARE(item["model"_L1].toString(), u"model-0"_s);
    some = options(true);
    some.sinceUs = some.untilUs - 1;
    QCOMPARE(run(some)["rows"_L1].toInteger(), 0);
}

void TestRecalculation::keepsWhatPaidForOthers()
{
    RequestRecord record = sampleRecord(500'000);
    record.attempts.push_back(record.attempts.front());
    record.attempts.front().result = Outcome::Cancelled;
    record.attempts.front().detail = "hedged: another was faster";
    std::vector<RequestRecord> records{record};
    QVERIFY(m_store->add(records));
    QCOMPARE(run(options())["kept"_L1].toInteger(), 1);
    QCOMPARE(integer("SELECT cost FROM requests WHERE id = '" + record.id + "'"),
             record.cost->nanoUsd);
}

void TestRecalculation::booksAgreeWhereClocksChange_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("hours");
    QTest::newRow("autumn") << "Europe/Berlin"_ba << QDate(2026, 10, 25) << 25;
    QTest::newRow("spring") << "Europe/Berlin"_ba << QDate(2026, 3, 29) << 23;
    QTest::newRow("at midnight") << "America/Santiago"_ba << QDate(2026, 9, 6) << 23;
    QTest::newRow("half an hour") << "Australia/Lord_Howe"_ba << QDate(2026, 4, 5) << 25;
}

//! A request in each quarter of an hour of three days: rows, sums, report and export say the same
//! of each of them, before and after their costs are worked out anew and old rows are dropped.
void TestRecalculation::booksAgreeWhereClocksChange()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QDate, day);
    QFETCH(const int, hours);
    m_store.reset();
    m_path = m_folder->filePath(u"clocks.db"_s);
    const DayCalendar calendar{QTimeZone(zone)};
    m_store = *LedgerStore::open({.path = m_path, .zone = calendar.zone()});
    const qint64 begin = calendar.startOf(day.addDays(-1));
    const qint64 end = calendar.startOf(day.addDays(2));
    QCOMPARE((calendar.startOf(day.addDays(1)) - calendar.startOf(day) + usPerHour / 2) / usPerHour,
             hours);
    std::mt19937 random(5);
    std::vector<RequestRecord> records;
    for (qint64 us = begin; us < end; us += usPerHour / 4) {
        records.push_back(randomRecord(int(records.size()), random));
        records.back().time = WallTime(std::chrono::microseconds(us));
    }
    const qsizetype count = qsizetype(records.size());
    QVERIFY(m_store->add(records));
    const auto agree = [&](qint64 requests) {
        const auto outcome =
            BooksCheck(m_store->database(), calendar).run(day.addDays(-9), day.addDays(9), 40);
        if (outcome && !outcome->isSound())
            qWarning("%s", QJsonDocument(outcome->toJson()).toJson().constData());
        return outcome && outcome->isSound() && outcome->sums.requests == requests;
    };
    QVERIFY(agree(count));
    Recalculation::Options anew = options();
    anew.zone = calendar.zone();
    anew.sinceUs = begin;
    anew.untilUs = end;
    QVERIFY(run(anew)["changed"_L1].toInteger() > 0);
    QVERIFY(agree(count));
    const qint64 kept = calendar.startOf(day) + 6 * usPerHour; // half a day cannot be compared
    const LedgerStore::Retention some{.requestDays = 2, .requestBytes = 0, .rollupDays = 1000};
    while (*m_store->dropOld(some, WallTime(std::chrono::microseconds(kept + 2 * usPerDay)), 500)) {
    }
    QVERIFY(agree((end - calendar.startOf(day.addDays(1))) / (usPerHour / 4)));
}

void TestRecalculation::theCheckFindsAChange_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("a row's cost")
        << "UPDATE requests SET cost = cost + 1 WHERE n = (SELECT max(n) FROM requests WHERE cost > 0)"_ba;
    QTest::newRow("a row's tokens")
        << "UPDATE requests SET tokens_out = tokens_out + 1 WHERE n = 9"_ba;
    QTest::newRow("a row is gone") << "DELETE FROM requests WHERE n = 1500"_ba;
    QTest::newRow("a day's sum")
        << "UPDATE roll_day_key SET cost = cost - 1 WHERE day = (SELECT max(day) FROM roll_day_key)"_ba;
    QTest::newRow("a day's sum without keys")
        << "UPDATE roll_day_model SET cost = cost - 1 WHERE day = (SELECT max(day) FROM roll_day_model)"_ba;
    QTest::newRow("an hour's sum")
        << "UPDATE roll_hour_model SET requests = requests + 1 WHERE hour = (SELECT hour FROM roll_hour_model LIMIT 1 OFFSET 20)"_ba;
    QTest::newRow("the sum of a quarter of an hour")
        << "UPDATE roll_slot_model SET errors = errors, tokens_in = tokens_in - 1 WHERE slot = (SELECT slot FROM roll_slot_model LIMIT 1 OFFSET 90)"_ba;
    QTest::newRow("what a cache saved")
        << "UPDATE requests SET cache_saved = cache_saved + 1 WHERE n = 1500"_ba;
    QTest::newRow("what caches saved in a week")
        << "UPDATE roll_week_key SET cache_saved = cache_saved + 1"_ba;
    QTest::newRow("unpriced")
        << "UPDATE roll_day_key SET unpriced = unpriced + 1 WHERE day = (SELECT max(day) FROM roll_day_key)"_ba;
}

void TestRecalculation::theCheckFindsAChange()
{
    QFETCH(const QByteArray, change);
    QVERIFY(m_store->database().execute(change));
    QVERIFY(m_store->database().changes() > 0);
    QVERIFY(!check().isSound());
}

void TestRecalculation::theCheckLeavesOutHalfDroppedDays()
{
    const LedgerStore::Retention some{.requestDays = 2, .requestBytes = 0, .rollupDays = 1000};
    const WallTime now(std::chrono::microseconds(day0 + 4 * usPerDay + usPerHour * 5));
    while (*m_store->dropOld(some, now, 500)) { }
    QVERIFY(integer("SELECT count(*) FROM requests") < rowCount);
    const BooksCheck::Outcome outcome = check();
    QVERIFY2(outcome.isSound(), QJsonDocument(outcome.toJson()).toJson().constData());
}

void TestRecalculation::exportGoesOnWhereItStopped()
{
    UsageExport::Span span{.sinceUs = 0, .untilUs = day0 + 99 * usPerDay};
    QByteArray whole;
    const auto into = [](QByteArray &text) {
        return [&text](QByteArrayView lines) {
            text += lines;
            return true;
        };
    };
    QVERIFY(UsageExport::run(m_store->database(), span, into(whole))->isEmpty());
    QCOMPARE(whole.count('\n'), rowCount);
    QByteArray pieces;
    span.most = 333;
    do {
        const auto next = UsageExport::run(m_store->database(), span, into(pieces));
        QVERIFY(next);
        span.cursor = *next;
    } while (!span.cursor.isEmpty());
    QCOMPARE(pieces, whole);
    span.cursor = u"x"_s;
    QCOMPARE(UsageExport::run(m_store->database(), span, into(pieces)).error().path, u"cursor"_s);
}

void TestRecalculation::exportMakesNoFormulas()
{
    RequestRecord record = sampleRecord(950'000);
    record.keyName = "=cmd|' /C calc'!A0";
    record.tags = "a=\"b\",c=d";
    std::vector<RequestRecord> records{record};
    QVERIFY(m_store->add(records));
    QByteArray text;
    QVERIFY(UsageExport::run(m_store->database(),
                             {.sinceUs = toUs(record.time), .untilUs = toUs(record.time) + 1},
                             [&text](QByteArrayView lines) {
                                 text += lines;
                                 return true;
                             }));
    QVERIFY(text.contains("\"'=cmd|' /C calc'!A0\""));
    QVERIFY(text.contains("\"a=\"\"b\"\",c=d\""));
    QVERIFY(text.startsWith("2026-12-03T"));
    QCOMPARE(UsageExport::header().count(','), text.count(',') - 1);
}

QTEST_GUILESS_MAIN(TestRecalculation)
#include "tst_recalculation.moc"
