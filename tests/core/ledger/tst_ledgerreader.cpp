// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/distribution.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerstore.h"
#include "core/ledger/pricebook.h"
#include "core/ledger/requestjson.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <set>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Request \a n at \a before the fake clock's noon.
RequestRecord recordBefore(int n, std::chrono::microseconds before)
{
    RequestRecord record = sampleRecord(n);
    record.time = FakeClock().wall() - before;
    return record;
}

qint64 integerAt(const QJsonObject &object, QLatin1StringView a, QLatin1StringView b)
{
    return object.value(a).toObject().value(b).toInteger(-1);
}

QJsonValue valueAt(const QJsonObject &object, QLatin1StringView a, QLatin1StringView b)
{
    return object.value(a).toObject().value(b);
}

} // namespace

class TestLedgerReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void percentilesNeedTwentySamples();
    void percentilesOfValuesAreExact();
    void percentilesOfBucketsAreClose();
    void rowHasTheDocumentedShape();
    void unknownIsNull();
    void pagesHoldEveryRowOnce();
    void newRowsDoNotShiftPages();
    void refusesAForeignCursor();
    void showsOneRequestWithItsCostLines();
    void chargesUnitsInTheirOwnLines();
    void tellsAnUnknownRequest();
    void histogramCountsRequestsAndErrors();
    void usageAddsUp_data();
    void usageAddsUp();
    void usageOfDaysAndOfRowsAgree();
    void usageOfSlotsAndOfRowsAgree_data();
    void usageOfSlotsAndOfRowsAgree();
    void usageNamesKeys();
    void usageOfOneKey();
    void usageComparesWithTheSpanBefore();
    void usageByPersonFollowsTheKey();
    void usageByTagTellsItsValue();
    void usageByHourBeginsWithTheHour();
    void usageByHourIsOfAWeekAtMost();
    void usageFoldsTheRest();
    void usageByKeyOfWeeksAndOfDaysAgree();
    void usageFoldsKeysByDay();
    void usageIsPartialWithoutTime();
    void usageRefusesAnUnknownGroup();
    void overviewOfNothing();
    void overviewComparesWithYesterdayAtThisTime();
    void overviewCountsSuccess();
    void overviewForecastsTheMonth();
    void overviewSpendsByDay();
    void overviewLatency_data();
    void overviewLatency();
    void overviewProviders();
    void overviewRefusesAnUnknownRange();
    void overviewOfAChosenSpan_data();
    void overviewOfAChosenSpan();
    void overviewComparesWithTheSpanBefore();
    void overviewSpendsByHourAndWeek();
    void overviewRefusesAnImpossibleSpan();
    void totalsOfKeys();
    void valuesForCompletion_data();
    void valuesForCompletion();
    void refusesValuesOfAnUnknownField();

private:
    void add(const std::vector<RequestRecord> &records);
    QJsonObject overview(const LedgerReader::OverviewQuery &query = {});
    std::unique_ptr<LedgerReader> reader(const QTimeZone &zone = QTimeZone::utc());

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LedgerStore> m_store;
    FakeClock m_clock;
};

void TestLedgerReader::init()
{
    m_store.reset();
    m_clock = FakeClock();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = LedgerStore::open({.path = m_folder->filePath(u"ledger.db"_s)});
    QVERIFY(store);
    m_store = std::move(*store);
}

void TestLedgerReader::add(const std::vector<RequestRecord> &records)
{
    std::vector<RequestRecord> added = records;
    QVERIFY(m_store->add(added));
    QCOMPARE(added.size(), records.size());
}

std::unique_ptr<LedgerReader> TestLedgerReader::reader(const QTimeZone &zone)
{
    auto reader = LedgerReader::open(m_folder->filePath(u"ledger.db"_s), zone, m_clock);
    if (!reader)
        qWarning("%s", qPrintable(reader.error().detail));
    return std::move(*reader);
}

QJsonObject TestLedgerReader::overview(const LedgerReader::OverviewQuery &query)
{
    const auto overview = reader()->overview(query);
    if (!overview)
        qWarning("%s", qPrintable(overview.error().detail));
    return overview.value_or(QJsonObject());
}

void TestLedgerReader::percentilesNeedTwentySamples()
{
    Distribution values;
    for (int n = 0; n < 19; ++n)
        values.add(n);
    QVERIFY(!values.percentile(0.5));
    QVERIFY(values.milliseconds(0.5).isNull());
    values.addBucket(0, 1);
    QVERIFY(values.percentile(0.5));
    QCOMPARE(values.samples(), 20);
}

void TestLedgerReader::percentilesOfValuesAreExact()
{
    Distribution values;
    for (int n = 100; n >= 1; --n)
        values.add(n * 1000);
    QCOMPARE(*values.percentile(0.5), 50'000.0);
    QCOMPARE(*values.percentile(0.95), 95'000.0);
    QCOMPARE(*values.percentile(1), 100'000.0);
    QCOMPARE(values.milliseconds(0.95), QJsonValue(95.0));
}

void TestLedgerReader::percentilesOfBucketsAreClose()
{
    std::mt19937 random(3);
    std::lognormal_distribution<double> seconds(13, 1);
    Distribution exact;
    Distribution bucketed;
    for (int n = 0; n < 20'000; ++n) {
        const auto us = static_cast<qint64>(seconds(random));
        exact.add(us);
        bucketed.addBucket(bucketOf(us), 1);
    }
    for (const double q : {0.1, 0.5, 0.95, 0.99}) {
        const double ratio = *bucketed.percentile(q) / *exact.percentile(q);
        QVERIFY2(ratio > 0.95 && ratio < 1.05, QByteArray::number(ratio).constData());
    }
}

void TestLedgerReader::rowHasTheDocumentedShape()
{
    add({sampleRecord(1)});
    const auto page = reader()->requests({});
    const QJsonObject row = page->value("items"_L1).toArray().at(0).toObject();
    QCOMPARE(row, rowJson(sampleRecord(1)));
    const QStringList keys = row.keys();
    const QStringList documented = {u"attempts"_s,
                                    u"audio_seconds"_s,
                                    u"cache"_s,
                                    u"characters"_s,
                                    u"client"_s,
                                    u"cost_nano_usd"_s,
                                    u"error"_s,
                                    u"first_token_ms"_s,
                                    u"front"_s,
                                    u"gateway_us"_s,
                                    u"id"_s,
                                    u"images"_s,
                                    u"key"_s,
                                    u"key_name"_s,
                                    u"model"_s,
                                    u"model_asked"_s,
                                    u"outcome"_s,
                                    u"provider"_s,
                                    u"queries"_s,
                                    u"queued_ms"_s,
                                    u"revision"_s,
                                    u"route"_s,
                                    u"status"_s,
                                    u"streamed"_s,
                                    u"tags"_s,
                                    u"team"_s,
                                    u"time"_s,
                                    u"tokens_cache_write"_s,
                                    u"tokens_cached"_s,
                                    u"tokens_estimated"_s,
                                    u"tokens_in"_s,
                                    u"tokens_out"_s,
                                    u"tokens_reasoning"_s,
                                    u"total_ms"_s};
    QCOMPARE(keys, documented);
    QCOMPARE(row.value("time"_L1), u"2026-11-22T12:00:01.000Z"_s);
    QCOMPARE(row.value("cost_nano_usd"_L1), 423'000);
    QCOMPARE(row.value("first_token_ms"_L1), 412.345);
    QCOMPARE(row.value("tags"_L1).toObject().value("job"_L1), u"invoice"_s);
    const QJsonObject attempt = row.value("attempts"_L1).toArray().at(0).toObject();
    QCOMPARE(attempt.value("result"_L1), u"ok"_s);
    QCOMPARE(attempt.value("connected_ms"_L1), 20.0);
}

void TestLedgerReader::unknownIsNull()
{
    RequestRecord record = sampleRecord(1);
    record.cost = std::nullopt;
    record.firstTokenUs = -1;
    record.provider.clear();
    record.attempts.front().headUs = -1;
    const QJsonObject row = rowJson(record);
    for (const auto name : {"cost_nano_usd"_L1, "first_token_ms"_L1, "provider"_L1, "error"_L1})
        QVERIFY(row.value(name).isNull());
    QVERIFY(row.value("attempts"_L1).toArray().at(0)["head_ms"_L1].isNull());
}

void TestLedgerReader::pagesHoldEveryRowOnce()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 25; ++n) {
        records.push_back(sampleRecord(n));
        records.back().time = sampleRecord(n / 5).time; // equal times
    }
    add(records);
    const auto books = reader();
    std::set<QString> seen;
    QString cursor;
    int pages = 0;
    do {
        const auto page = books->requests({.limit = 7, .cursor = cursor});
        QVERIFY(page);
        const QJsonArray items = page->value("items"_L1).toArray();
        for (const QJsonValue &item : items)
            QVERIFY(seen.insert(item["id"_L1].toString()).second);
        cursor = page->value("next"_L1).toString();
        ++pages;
    } while (!cursor.isEmpty());
    QCOMPARE(pages, 4);
    QCOMPARE(seen.size(), size_t(25));
}

void TestLedgerReader::newRowsDoNotShiftPages()
{
    add({sampleRecord(1), sampleRecord(2), sampleRecord(3)});
    const auto books = reader();
    const auto first = books->requests({.limit = 1});
    add({sampleRecord(4)});
    const auto second = books->requests({.limit = 1, .cursor = first->value("next"_L1).toString()});
    QCOMPARE(second->value("items"_L1)[0]["id"_L1], rowJson(sampleRecord(2)).value("id"_L1));
}

void TestLedgerReader::refusesAForeignCursor()
{
    const auto page = reader()->requests({.cursor = u"12x.4"_s});
    QCOMPARE(page.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(page.error().path, u"cursor"_s);
}

void TestLedgerReader::showsOneRequestWithItsCostLines()
{
    Api::Document document;
    Api::Provider openai;
    openai.id = u"openai"_s;
    openai.baseUrl = u"https://api.openai.com/v1"_s;
    document.providers = {openai};
    const auto prices = PriceBook::compile(document, 1);
    RequestRecord record = sampleRecord(1);
    const auto cost = priceOf(record.usage, *prices->find("openai", "gpt-4o-mini"), 0.85);
    record.cost = cost->paid;
    record.listCost = cost->list;
    add({record});
    const auto shown = reader()->request(record.id, prices.get());
    QVERIFY(shown);
    const QJsonArray lines = shown->value("cost_lines"_L1).toArray();
    QCOMPARE(lines.size(), 4);
    qint64 sum = 0;
    for (const QJsonValue &line : lines)
        sum += line["cost_nano_usd"_L1].toInteger();
    QCOMPARE(sum, cost->list.nanoUsd);
    QCOMPARE(shown->value("list_cost_nano_usd"_L1), cost->list.nanoUsd);
    QCOMPARE(shown->value("multiplier"_L1), 0.85);
    QCOMPARE(shown->value("price_version"_L1), u"list 2026-07-24"_s);
    QCOMPARE(valueAt(*shown, "trace"_L1, "steps"_L1)[0]["name"_L1], u"key"_s);
    const auto unpriced = reader()->request(record.id, nullptr);
    QVERIFY(unpriced->value("cost_lines"_L1)[0]["cost_nano_usd"_L1].isNull());
}

void TestLedgerReader::chargesUnitsInTheirOwnLines()
{
    Api::Document document;
    Api::Provider openai;
    openai.id = u"openai"_s;
    openai.baseUrl = u"https://api.openai.com/v1"_s;
    document.providers = {openai};
    Api::PriceOverride own;
    own.provider = openai.id;
    own.model = u"gpt-4o-mini"_s;
    own.request = 5'000;
    own.characters = 15'000'000'000;
    document.prices = {own};
    const auto prices = PriceBook::compile(document, 1);
    const Price *price = prices->find("openai", "gpt-4o-mini");
    RequestRecord record = sampleRecord(1);
    record.usage = {};
    record.usage.characters = 9;
    record.usage.known = true;
    const auto cost = priceOf(record.usage, *price, 1);
    record.cost = cost->paid;
    record.listCost = cost->list;
    record.priceVersion = price->version;
    add({record});
    const auto shown = reader()->request(record.id, prices.get());
    QVERIFY(shown);
    QCOMPARE(shown->value("characters"_L1), 9);
    const QJsonArray lines = shown->value("cost_lines"_L1).toArray();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0]["label"_L1], u"characters"_s);
    QCOMPARE(lines[0]["units"_L1], 9);
    QCOMPARE(lines[0]["nano_per_unit"_L1], 15'000);
    QCOMPARE(lines[0]["cost_nano_usd"_L1].toInteger() + lines[1]["cost_nano_usd"_L1].toInteger(),
             cost->list.nanoUsd);
}

void TestLedgerReader::tellsAnUnknownRequest()
{
    QCOMPARE(reader()->request("req_none", nullptr).error().code, ErrorCode::NotFound);
}

void TestLedgerReader::histogramCountsRequestsAndErrors()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 30; ++n) {
        records.push_back(recordBefore(n, std::chrono::minutes(2 * n + 1)));
        if (n % 10 == 0)
            records.back().outcome = Outcome::ServerError;
    }
    add(records);
    RequestFilter filter = *RequestFilter::parse(u"since:1h", m_clock.wall());
    const auto histogram = reader()->histogram(filter, 60);
    QVERIFY(histogram);
    QCOMPARE(histogram->value("bucket_s"_L1), 60);
    QCOMPARE(histogram->value("requests"_L1).toArray().size(), 60);
    QCOMPARE(histogram->value("total"_L1), 30);
    qint64 errors = 0;
    const QJsonArray counts = histogram->value("errors"_L1).toArray();
    for (const QJsonValue &count : counts)
        errors += count.toInteger();
    QCOMPARE(errors, 3);
    QCOMPARE(histogram->value("requests"_L1)[59], 1);
    QCOMPARE(histogram->value("requests"_L1)[58], 0);
}

void TestLedgerReader::usageAddsUp_data()
{
    QTest::addColumn<QString>("by");
    for (const char *by : {"", "provider", "team", "key", "route", "model", "day", "day,model",
                           "person", "node", "tag", "tag:project", "tag:project,person",
                           "day,tag:stage", "provider,team,key,route,model,day"})
        QTest::newRow(by) << QString::fromLatin1(by);
}

void TestLedgerReader::usageAddsUp()
{
    QFETCH(QString, by);
    std::mt19937 random(11);
    std::vector<RequestRecord> records;
    qint64 cost = 0;
    for (int n = 0; n < 500; ++n) {
        records.push_back(randomRecord(n, random));
        cost += records.back().cost.value_or(Money()).nanoUsd;
    }
    add(records);
    m_clock.advance(96h);
    const auto usage = reader()->usage(by, toUs(m_clock.wall()) - 30 * 24 * usPerHour);
    QVERIFY(usage);
    qint64 requests = 0;
    qint64 counted = 0;
    const QJsonArray items = usage->value("items"_L1).toArray();
    for (const QJsonValue &item : items) {
        requests += item["requests"_L1].toInteger();
        counted += item["cost_nano_usd"_L1].toInteger();
        for (const QString &name : by.split(u',', Qt::SkipEmptyParts))
            QVERIFY(item.toObject().contains(name));
    }
    QCOMPARE(requests, 500);
    QCOMPARE(counted, cost);
}

void TestLedgerReader::usageOfDaysAndOfRowsAgree()
{
    std::mt19937 random(12);
    std::vector<RequestRecord> records;
    for (int n = 0; n < 300; ++n)
        records.push_back(randomRecord(n, random));
    add(records);
    const auto books = reader();
    const qint64 day = toUs(m_clock.wall()) / (24 * usPerHour) * 24 * usPerHour;
    QJsonArray fromRows;
    for (int n = 0; n < 6; n += 2) {
        const auto two = books->usage(u"day,provider,key", day + n * 24 * usPerHour,
                                      day + (n + 2) * 24 * usPerHour);
        const QJsonArray items = two->value("items"_L1).toArray();
        for (const QJsonValue &item : items)
            fromRows += item;
    }
    const auto all = books->usage(u"day,provider,key", day, day + 6 * 24 * usPerHour);
    QVERIFY(fromRows.size() > 20);
    QCOMPARE(all->value("items"_L1).toArray(), fromRows);
}

void TestLedgerReader::usageOfSlotsAndOfRowsAgree_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<qint64>("begin"); // microseconds after noon of the first day
    QTest::addColumn<qint64>("length");
    constexpr qint64 odd = 1'234'567;
    QTest::newRow("a day to the moment") << u"provider"_s << 5 * usPerHour + odd << 24 * usPerHour;
    QTest::newRow("hours of a day")
        << u"hour,team,model"_s << 5 * usPerHour + odd << 24 * usPerHour + 3 * odd;
    QTest::newRow("hours of a week") << u"hour,route"_s << odd << 7 * 24 * usPerHour;
    QTest::newRow("from slot to slot") << u"day,provider"_s << usPerHour << 30 * usPerHour;
    QTest::newRow("within one slot") << u"model"_s << 19 * usPerHour + odd << usPerSlot / 2;
    QTest::newRow("over one border of slots")
        << u"model,route"_s << 19 * usPerHour + usPerSlot / 2 << usPerSlot;
}

//! The groups with their keys are summed from the rows.
void TestLedgerReader::usageOfSlotsAndOfRowsAgree()
{
    QFETCH(const QString, by);
    QFETCH(const qint64, begin);
    QFETCH(const qint64, length);
    std::mt19937 random(21);
    std::vector<RequestRecord> records;
    for (int n = 0; n < 3000; ++n) {
        records.push_back(randomRecord(n, random));
        records.back().usage.cacheWriteTokens = n % 5;
        records.back().usage.cacheWriteHourTokens = n % 3;
        if (records.back().attempts.size() > 1)
            records.back().attempts.front().cost = Money{n};
    }
    add(records);
    const auto books = reader(QTimeZone("Asia/Kathmandu")); // 5 h 45 min
    const qint64 since = toUs(m_clock.wall()) / (24 * usPerHour) * 24 * usPerHour + begin;
    const auto summed = books->usage(by, since, since + length);
    const auto rows = books->usage(QString(by + u",key"_s), since, since + length);
    QVERIFY(summed && rows);
    const QStringList groups = by.split(u',');
    const QStringList sums{u"requests"_s,         u"errors"_s,
                           u"tokens_in"_s,        u"tokens_out"_s,
                           u"tokens_cached"_s,    u"tokens_cache_write"_s,
                           u"cost_nano_usd"_s,    u"unpriced"_s,
                           u"tokens_reasoning"_s, u"cache_saved_nano_usd"_s};
    const auto added = [&](const QJsonObject &report) {
        std::map<QString, std::map<QString, qint64>> all;
        for (const QJsonValue &item : report["items"_L1].toArray()) {
            QString place;
            for (const QString &group : groups)
                place += item[group].toString() + u'|';
            for (const QString &sum : sums)
                all[place][sum] += item[sum].toInteger();
        }
        return all;
    };
    QVERIFY(!added(*rows).empty());
    QVERIFY(added(*summed) == added(*rows));
}

void TestLedgerReader::usageNamesKeys()
{
    add({recordBefore(1, 1h)});
    const auto usage = reader()->usage(u"key", toUs(m_clock.wall()) - 2 * usPerHour);
    QCOMPARE(usage->value("items"_L1)[0]["key"_L1], u"key_design"_s);
    QCOMPARE(usage->value("items"_L1)[0]["key_name"_L1], u"design"_s);
    const auto costs = reader()->usage(
        u"key", UsageSpan{.sinceUs = toUs(m_clock.wall()) - 2 * usPerHour, .onlyCost = true});
    QCOMPARE(costs->value("items"_L1)[0].toObject(),
             (QJsonObject{{u"key"_s, u"key_design"_s},
                          {u"key_name"_s, u"design"_s},
                          {u"cost_nano_usd"_s, 423'000}}));
}

void TestLedgerReader::usageOfOneKey()
{
    RequestRecord other = recordBefore(2, 1h);
    other.keyId = "key_other";
    add({recordBefore(1, 1h), other});
    for (const qint64 hours : {2, 30 * 24}) { // from rows, and from the sums of days
        const qint64 since = toUs(m_clock.wall()) - hours * usPerHour;
        const auto usage = reader()->usage(u"key", since, {}, u"key_other"_s);
        const QJsonArray items = usage->value("items"_L1).toArray();
        QCOMPARE(items.size(), 1);
        QCOMPARE(items[0]["key"_L1], u"key_other"_s);
    }
}

void TestLedgerReader::usageComparesWithTheSpanBefore()
{
    add({recordBefore(1, 1h), recordBefore(2, 25h), recordBefore(3, 26h),
         recordBefore(4, 24h * 10)});
    const auto day =
        reader()->usage(u"day,provider", toUs(m_clock.wall()) - 24 * usPerHour, {}, {}, true);
    QCOMPARE(day->value("items"_L1)[0]["requests"_L1].toInteger(), 1);
    QCOMPARE(day->value("previous"_L1)[0]["requests"_L1].toInteger(), 2);
    QVERIFY(!day->value("previous"_L1)[0].toObject().contains(u"day"_s));
    QCOMPARE(day->value("unpriced_models"_L1).toInteger(), 0);
    const auto week =
        reader()->usage(u"provider", toUs(m_clock.wall()) - 7 * 24 * usPerHour, {}, {}, true);
    QCOMPARE(week->value("items"_L1)[0]["requests"_L1].toInteger(), 3);
    QCOMPARE(week->value("previous"_L1)[0]["requests"_L1].toInteger(), 1);
    QCOMPARE(week->value("from"_L1), u"2026-11-15T00:00:00.000Z"_s);
    QCOMPARE(week->value("to"_L1), u"2026-11-23T00:00:00.000Z"_s);
}

void TestLedgerReader::usageByPersonFollowsTheKey()
{
    RequestRecord other = recordBefore(2, 1h);
    other.keyId = "key_other";
    RequestRecord third = recordBefore(3, 1h);
    third.keyId = "key_third";
    add({recordBefore(1, 1h), other, third});
    UsageSpan span{.sinceUs = toUs(m_clock.wall()) - 30 * 24 * usPerHour};
    span.names.owners = {{u"key_design"_s, u"ines"_s}, {u"key_other"_s, u"ines"_s}};
    const QJsonArray items = reader()->usage(u"person", span)->value("items"_L1).toArray();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0]["person"_L1], u"ines"_s);
    QCOMPARE(items[0]["requests"_L1].toInteger(), 2);
    QVERIFY(items[1]["person"_L1].isNull());
}

void TestLedgerReader::usageByTagTellsItsValue()
{
    std::vector<RequestRecord> records{recordBefore(1, 1h), recordBefore(2, 100h),
                                       recordBefore(3, 200h), recordBefore(4, 2h)};
    records[0].tags = "project=search,stage=live";
    records[1].tags = "stage=test, project=search";
    records[2].tags = "projects=3";
    records[3].tags = {};
    add(records);
    const auto items = reader()
                           ->usage(u"tag:project", toUs(m_clock.wall()) - 30 * 24 * usPerHour)
                           ->value("items"_L1)
                           .toArray();
    QCOMPARE(items.size(), 2);
    QMap<QString, qint64> requests;
    for (const QJsonValue &item : items)
        requests[item["tag:project"_L1].toString()] = item["requests"_L1].toInteger();
    QCOMPARE(requests, (QMap<QString, qint64>{{u"search"_s, 2}, {QString(), 2}}));
}

void TestLedgerReader::usageByHourBeginsWithTheHour()
{
    add({recordBefore(1, 10min), recordBefore(2, 20min), recordBefore(3, 3h)});
    const auto usage = reader(QTimeZone("Asia/Kolkata"))
                           ->usage(u"hour", toUs(m_clock.wall()) - 24 * usPerHour, {}, {}, true);
    QVERIFY(usage);
    qint64 requests = 0;
    for (const QJsonValue &item : usage->value("items"_L1).toArray()) {
        QVERIFY2(item["hour"_L1].toString().endsWith(u":30:00.000Z"_s), "half an hour off UTC");
        requests += item["requests"_L1].toInteger();
    }
    QCOMPARE(requests, 3);
    QVERIFY(usage->contains(u"previous_hours"_s));
}

void TestLedgerReader::usageByHourIsOfAWeekAtMost()
{
    const qint64 now = toUs(m_clock.wall());
    QVERIFY(reader()->usage(u"hour,team", now - 7 * 24 * usPerHour));
    const auto refused = reader()->usage(u"hour", now - 9 * 24 * usPerHour);
    QCOMPARE(refused.error().path, u"by"_s);
    QVERIFY(refused.error().detail.contains(u"day"_s));
}

void TestLedgerReader::usageFoldsTheRest()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 6; ++n) {
        records.push_back(recordBefore(n, std::chrono::hours(1 + 24 * (n % 2))));
        records.back().model = "model-" + QByteArray::number(n % 3);
        records.back().cost = Money{100 * (1 + n % 3)};
    }
    add(records);
    UsageSpan span{
        .sinceUs = toUs(m_clock.wall()) - 7 * 24 * usPerHour, .compare = true, .most = 1};
    const auto usage = reader()->usage(u"day,model", span);
    const QJsonArray items = usage->value("items"_L1).toArray();
    QCOMPARE(items.size(), 4); // on each of two days the dearest, and the others
    for (qsizetype i = 0; i < items.size(); i += 2) {
        QCOMPARE(items[i]["model"_L1], u"model-2"_s);
        QCOMPARE(items[i]["cost_nano_usd"_L1].toInteger(), 300);
        QCOMPARE(items[i + 1]["other"_L1].toInteger(), 2);
        QVERIFY(items[i + 1]["model"_L1].isNull());
        QCOMPARE(items[i + 1]["cost_nano_usd"_L1].toInteger(), 300);
        QCOMPARE(items[i + 1]["day"_L1], items[i]["day"_L1]);
    }
}

namespace {

//! Sums by key, and by day and key when \a withDay: "2026-11-03 key-1" -> {requests, cost}.
QMap<QString, QList<qint64>> sumsByKey(const QJsonObject &usage, bool withDay)
{
    QMap<QString, QList<qint64>> sums;
    const QJsonArray items = usage["items"_L1].toArray();
    for (const QJsonValue &item : items) {
        const QString name =
            item["other"_L1].toInteger() > 0 ? u"other"_s : item["key"_L1].toString();
        QList<qint64> &sum =
            sums[withDay ? QString(item["day"_L1].toString() + u' ' + name) : name];
        sum.resize(4);
        sum[0] += item["requests"_L1].toInteger();
        sum[1] += item["cost_nano_usd"_L1].toInteger();
        sum[2] += item["tokens_in"_L1].toInteger();
        sum[3] += item["unpriced"_L1].toInteger();
    }
    return sums;
}

//! Of \a days days before 2026-11-26.
std::vector<RequestRecord> recordsOfDays(int days)
{
    std::mt19937 random(31);
    std::vector<RequestRecord> records;
    for (int n = 0; n < 1200; ++n) {
        records.push_back(randomRecord(n, random));
        records.back().time -= std::chrono::hours(24 * int(random() % unsigned(days)));
        records.back().keyId = "key-" + QByteArray::number(random() % 20);
        if (n % 19 == 0)
            records.back().keyId.clear();
    }
    return records;
}

} // namespace

void TestLedgerReader::usageByKeyOfWeeksAndOfDaysAgree()
{
    add(recordsOfDays(70));
    const auto books = reader(QTimeZone::utc());
    const qint64 day = 24 * usPerHour;
    const qint64 end = toUs(m_clock.wall()) / day * day + 4 * day;
    for (int from = 60; from < 68; ++from) { // every day of the week begins and ends a span
        for (int to = 0; to < 8; ++to) {
            const qint64 since = end - from * day;
            const qint64 until = end - to * day;
            const auto weeks = books->usage(u"key", since, until);
            const auto days = books->usage(u"day,key", since, until);
            QVERIFY(weeks && days);
            QCOMPARE(sumsByKey(*weeks, false), sumsByKey(*days, false));
        }
    }
    const auto one = books->usage(u"key", end - 65 * day, end, u"key-3"_s);
    QCOMPARE(one->value("items"_L1).toArray().size(), 1);
}

void TestLedgerReader::usageFoldsKeysByDay()
{
    add(recordsOfDays(40));
    const auto books = reader(QTimeZone::utc());
    UsageSpan span{.sinceUs = toUs(m_clock.wall()) - 45 * 24 * usPerHour,
                   .untilUs = toUs(m_clock.wall()) + 5 * 24 * usPerHour};
    const auto all = books->usage(u"day,key", span);
    span.most = 5;
    const auto folded = books->usage(u"key,day", span);
    QVERIFY(all && folded);
    const auto told = sumsByKey(*folded, false);
    QCOMPARE(told.size(), 6);
    QMap<QString, QList<qint64>> expected;
    const auto each = sumsByKey(*all, true);
    for (auto sum = each.cbegin(); sum != each.cend(); ++sum) {
        const QString day = sum.key().section(u' ', 0, 0);
        const QString key = sum.key().section(u' ', 1);
        QList<qint64> &there = expected[day + u' ' + (told.contains(key) ? key : u"other"_s)];
        there.resize(4);
        for (int i = 0; i < 4; ++i)
            there[i] += (*sum)[i];
    }
    QCOMPARE(sumsByKey(*folded, true), expected);
    const QJsonArray items = folded->value("items"_L1).toArray();
    for (const QJsonValue &item : items) {
        if (item["other"_L1].toInteger() > 0) {
            QVERIFY(item["key"_L1].isNull());
            QCOMPARE(item["other"_L1].toInteger(), 16);
        }
    }
}

void TestLedgerReader::usageIsPartialWithoutTime()
{
    add({recordBefore(1, 1h), recordBefore(2, 100h)});
    Store::Database &database = m_store->database();
    const DayCalendar calendar(QTimeZone::utc());
    UsageSpan span{.sinceUs = toUs(m_clock.wall()) - 10 * 24 * usPerHour,
                   .untilUs = toUs(m_clock.wall()) + 1,
                   .compare = true};
    span.isLate = [] { return true; };
    const auto usage = usageReport(database, calendar, u"tag", span);
    QCOMPARE(usage->value("items"_L1).toArray().size(), 1);
    QVERIFY(usage->value("partial"_L1).toBool());
    QCOMPARE(usage->value("from"_L1), u"2026-11-22T00:00:00.000Z"_s); // the newest day alone
    QCOMPARE(usage->value("previous"_L1).toArray().size(), 0);        // of the day before, as long
    QVERIFY(!usageReport(database, calendar, u"provider", span)->value("partial"_L1).toBool());
}

void TestLedgerReader::usageRefusesAnUnknownGroup()
{
    const auto usage = reader()->usage(u"model,colour", 0);
    QCOMPARE(usage.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(usage.error().path, u"colour"_s);
}

void TestLedgerReader::overviewOfNothing()
{
    const QJsonObject empty = overview();
    QCOMPARE(empty.value("has_requests"_L1), false);
    QCOMPARE(empty.value("now"_L1), u"2026-11-22T12:00:00.000Z"_s);
    QCOMPARE(empty.value("time_zone"_L1), u"UTC"_s);
    QCOMPARE(integerAt(empty, "spend_today"_L1, "cost_nano_usd"_L1), 0);
    QVERIFY(valueAt(empty, "spend_today"_L1, "yesterday_nano_usd"_L1).isNull());
    QVERIFY(valueAt(empty, "spend_month"_L1, "forecast_nano_usd"_L1).isNull());
    QVERIFY(valueAt(empty, "success"_L1, "rate"_L1).isNull());
    QVERIFY(valueAt(empty, "first_token"_L1, "p50_ms"_L1).isNull());
    QCOMPARE(valueAt(empty, "latency"_L1, "times"_L1).toArray().size(), 24);
    QCOMPARE(valueAt(empty, "spend"_L1, "buckets"_L1).toArray().size(), 30);
    QVERIFY(empty.value("providers"_L1).toArray().isEmpty());
}

void TestLedgerReader::overviewComparesWithYesterdayAtThisTime()
{
    add({recordBefore(1, 0s), recordBefore(2, 90min), recordBefore(3, 25h), recordBefore(4, 26h),
         recordBefore(5, 23h)});
    const QJsonObject seen = overview();
    QCOMPARE(integerAt(seen, "spend_today"_L1, "cost_nano_usd"_L1), 2 * 423'000);
    QCOMPARE(integerAt(seen, "spend_today"_L1, "yesterday_nano_usd"_L1), 2 * 423'000);
    QCOMPARE(integerAt(seen, "requests"_L1, "today"_L1), 2);
    QCOMPARE(integerAt(seen, "requests"_L1, "yesterday"_L1), 2);
    QCOMPARE(valueAt(seen, "requests"_L1, "per_second"_L1), 0.1);
    QCOMPARE(integerAt(seen, "requests"_L1, "peak_per_second"_L1), 1);
    const QJsonArray spark = valueAt(seen, "requests"_L1, "spark"_L1).toArray();
    QCOMPARE(spark.size(), 24);
    QCOMPARE(spark.last(), 1);
    QCOMPARE(spark.at(21), 1);
}

void TestLedgerReader::overviewCountsSuccess()
{
    std::vector<RequestRecord> records;
    const std::pair<Outcome, int> ends[] = {
        {Outcome::Ok, 200},          {Outcome::Ok, 200},           {Outcome::Ok, 200},
        {Outcome::ServerError, 502}, {Outcome::BadRequest, 400},   {Outcome::KeyRefused, 401},
        {Outcome::Cancelled, 499},   {Outcome::ModelNotFound, 404}};
    for (int n = 0; n < 8; ++n) {
        records.push_back(recordBefore(n, std::chrono::minutes(n)));
        records.back().outcome = ends[n].first;
        records.back().status = ends[n].second;
    }
    add(records);
    for (const QString &range : {u"1h"_s, u"24h"_s, u"30d"_s}) {
        const QJsonObject seen = overview({.range = range});
        QCOMPARE(valueAt(seen, "success"_L1, "rate"_L1), 0.75);
        QCOMPARE(integerAt(seen, "success"_L1, "answered"_L1), 3);
        QCOMPARE(integerAt(seen, "success"_L1, "failed"_L1), 1);
        QCOMPARE(integerAt(seen, "success"_L1, "caller_mistakes"_L1), 3);
        QCOMPARE(integerAt(seen, "success"_L1, "cancelled"_L1), 1);
        QCOMPARE(valueAt(seen, "success"_L1, "budget_left"_L1), 0.0);
    }
}

void TestLedgerReader::overviewForecastsTheMonth()
{
    std::vector<RequestRecord> records;
    for (int day = 0; day < 14; ++day)
        records.push_back(recordBefore(day, std::chrono::hours(24 * day)));
    add(records);
    const QJsonObject seen = overview();
    QCOMPARE(integerAt(seen, "spend_month"_L1, "cost_nano_usd"_L1), 14 * 423'000);
    // 22 November: eight more days at what each weekday costs.
    QCOMPARE(integerAt(seen, "spend_month"_L1, "forecast_nano_usd"_L1), 22 * 423'000);
    QCOMPARE(valueAt(seen, "spend_month"_L1, "month"_L1), u"2026-11"_s);
}

void TestLedgerReader::overviewSpendsByDay()
{
    RequestRecord dear = recordBefore(1, 24h);
    dear.keyId = "key_b";
    dear.keyName = "batch";
    dear.cost = Money{9'000'000};
    add({dear, recordBefore(2, 1h), recordBefore(3, 31 * 24h)});
    const QJsonObject spend = overview({.spendBy = u"key"_s}).value("spend"_L1).toObject();
    QCOMPARE(spend.value("buckets"_L1)[29], u"2026-11-22"_s);
    QCOMPARE(spend.value("buckets"_L1)[0], u"2026-10-24"_s);
    QCOMPARE(spend.value("series"_L1).toArray().size(), 2);
    QCOMPARE(spend.value("series"_L1)[0]["name"_L1], u"batch"_s);
    QCOMPARE(spend.value("series"_L1)[0]["cost_nano_usd"_L1][28], 9'000'000);
    QCOMPARE(spend.value("series"_L1)[1]["total_nano_usd"_L1], 423'000);
}

void TestLedgerReader::overviewLatency_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<int>("buckets");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("exact") << u"1h"_s << 12 << 0.001;
    QTest::newRow("day") << u"24h"_s << 24 << 0.28;
    QTest::newRow("week") << u"7d"_s << 168 << 0.28;
    QTest::newRow("month") << u"30d"_s << 120 << 0.28;
}

void TestLedgerReader::overviewLatency()
{
    QFETCH(QString, range);
    QFETCH(int, buckets);
    QFETCH(double, tolerance);
    std::vector<RequestRecord> records;
    for (int n = 0; n < 200; ++n) {
        records.push_back(recordBefore(n, std::chrono::seconds(n)));
        records.back().totalUs = (n + 1) * 10'000;
        records.back().route = n < 100 ? "fast" : "slow";
        records.back().cache = n % 2 == 0 ? "hit" : "miss";
    }
    add(records);
    const QJsonObject latency =
        overview({.range = range, .route = u"fast"_s}).value("latency"_L1).toObject();
    QCOMPARE(latency.value("times"_L1).toArray().size(), buckets);
    QCOMPARE(latency.value("p50_ms"_L1).toArray().size(), buckets);
    QCOMPARE(latency.value("samples"_L1), 50);
    const double p50 = latency.value("total_p50_ms"_L1).toDouble();
    QVERIFY2(std::abs(p50 - 500) <= 500 * tolerance, QByteArray::number(p50).constData());
    QVERIFY(latency.value("p50_ms"_L1)[0].isNull());
}

void TestLedgerReader::overviewProviders()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 40; ++n) {
        RequestRecord record = recordBefore(n, std::chrono::minutes(n));
        record.attempts.insert(record.attempts.begin(), record.attempts.front());
        record.attempts.front().provider = "anthropic";
        record.attempts.front().result = n < 30 ? Outcome::Overloaded : Outcome::BadRequest;
        records.push_back(record);
    }
    add(records);
    for (const QString &range : {u"1h"_s, u"24h"_s}) {
        const QJsonArray rows = overview({.range = range}).value("providers"_L1).toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0]["id"_L1], u"anthropic"_s);
        QCOMPARE(rows[0]["success"_L1], 0.0);
        QCOMPARE(rows[0]["attempts"_L1], 30);
        QCOMPARE(rows[0]["requests"_L1], 0);
        QVERIFY(rows[0]["p95_ms"_L1].isNull());
        QCOMPARE(rows[1]["success"_L1], 1.0);
        QCOMPARE(rows[1]["requests"_L1], 40);
        QCOMPARE(rows[1]["spend_today_nano_usd"_L1], 40 * 423'000);
        QCOMPARE(rows[1]["tokens_per_second"_L1], 175.9); // 340 / (2.345678 s - 0.412345 s)
        QVERIFY(rows[1]["first_token_p50_ms"_L1].toDouble() > 300);
    }
}

void TestLedgerReader::overviewRefusesAnUnknownRange()
{
    QCOMPARE(reader()->overview({.range = u"2h"_s}).error().path, u"range"_s);
    QCOMPARE(reader()->overview({.spendBy = u"x"_s}).error().path, u"spend_by"_s);
}

void TestLedgerReader::overviewOfAChosenSpan_data()
{
    QTest::addColumn<int>("startsMinutesAgo");
    QTest::addColumn<int>("endsMinutesAgo");
    QTest::addColumn<int>("points");
    const int past = int(toUs(m_clock.wall()) / (60 * usPerSecond) % 60); // of this hour
    QTest::newRow("two hours") << past + 180 << past + 60 << 24;
    QTest::newRow("not on the hour") << past + 317 << past + 17 << 60;
    QTest::newRow("half a day") << past + 780 << past + 60 << 12;
    QTest::newRow("ten days") << past + 10 * 1440 + 60 << past + 60 << 40;
    QTest::newRow("two months") << past + 60 * 1440 + 60 << past + 60 << 60;
}

void TestLedgerReader::overviewOfAChosenSpan()
{
    QFETCH(int, startsMinutesAgo);
    QFETCH(int, endsMinutesAgo);
    QFETCH(int, points);
    const qint64 now = toUs(m_clock.wall()) / (60 * usPerSecond) * (60 * usPerSecond);
    std::vector<RequestRecord> records;
    int inside = 0;
    for (int n = 0; n < 100; ++n) {
        const int ago = 7 * n + 1;
        records.push_back(recordBefore(n, std::chrono::minutes(ago)));
        inside += ago >= endsMinutesAgo && ago < startsMinutesAgo;
    }
    add(records);
    const QJsonObject seen = overview({.since = now - startsMinutesAgo * 60 * usPerSecond,
                                       .until = now - endsMinutesAgo * 60 * usPerSecond});
    QCOMPARE(seen.value("success"_L1)["answered"_L1], inside);
    QCOMPARE(seen.value("providers"_L1)[0]["requests"_L1], inside);
    QCOMPARE(seen.value("latency"_L1)["samples"_L1], inside);
    QCOMPARE(seen.value("latency"_L1)["times"_L1].toArray().size(), points);
    QCOMPARE(seen.value("requests"_L1)["today"_L1], overview().value("requests"_L1)["today"_L1]);
}

void TestLedgerReader::overviewComparesWithTheSpanBefore()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 80; ++n) {
        records.push_back(recordBefore(n, std::chrono::minutes(n + 1)));
        records.back().firstTokenUs = n < 40 ? 100'000 : 400'000;
    }
    add(records);
    const qint64 now = toUs(m_clock.wall());
    const qint64 span = 40 * 60 * usPerSecond + 30 * usPerSecond;
    const QJsonObject first = overview({.since = now - span}).value("first_token"_L1).toObject();
    QVERIFY(std::abs(first.value("p50_ms"_L1).toDouble() - 100) < 1);
    QVERIFY(std::abs(first.value("previous_p50_ms"_L1).toDouble() - 400) < 1);
}

void TestLedgerReader::overviewSpendsByHourAndWeek()
{
    add({recordBefore(1, 30min), recordBefore(2, 24h * 100)});
    const qint64 now = toUs(m_clock.wall());
    const QJsonObject hours = overview({.since = now / usPerHour * usPerHour - 5 * usPerHour})
                                  .value("spend"_L1)
                                  .toObject();
    QCOMPARE(hours.value("bucket"_L1), u"hour"_s);
    QCOMPARE(hours.value("buckets"_L1).toArray().size(), 6);
    QCOMPARE(hours.value("series"_L1)[0]["total_nano_usd"_L1], 423'000);
    const QJsonObject weeks = overview({.spendBy = u"key"_s, .since = now - 24 * usPerHour * 140})
                                  .value("spend"_L1)
                                  .toObject();
    QCOMPARE(weeks.value("bucket"_L1), u"week"_s);
    QCOMPARE(weeks.value("buckets"_L1).toArray().size(), 21);
    QCOMPARE(weeks.value("series"_L1)[0]["total_nano_usd"_L1], 2 * 423'000);
}

void TestLedgerReader::overviewRefusesAnImpossibleSpan()
{
    const qint64 now = toUs(m_clock.wall());
    QCOMPARE(reader()->overview({.since = now + usPerHour}).error().path, u"since"_s);
    QCOMPARE(reader()->overview({.since = now, .until = now - 1}).error().path, u"since"_s);
    QCOMPARE(reader()->overview({.since = 0}).error().path, u"since"_s);
    QCOMPARE(reader()->overview({.until = now}).error().path, u"until"_s);
}

void TestLedgerReader::totalsOfKeys()
{
    add({recordBefore(1, 2h), recordBefore(2, 1h)});
    const auto totals = reader()->keyTotals();
    const QJsonObject key = totals->value("key_design"_L1).toObject();
    QCOMPARE(key.value("requests"_L1), 2);
    QCOMPARE(key.value("spent_nano_usd"_L1), 846'000);
    QCOMPARE(key.value("last_used"_L1), u"2026-11-22T11:00:00.000Z"_s);
    QCOMPARE(key.value("last_client"_L1).toString(),
             QString::fromLatin1(recordBefore(2, 1h).clientAddress));
}

void TestLedgerReader::valuesForCompletion_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("all providers")
        << u"provider"_s << QString() << QStringList{u"anthropic"_s, u"openai"_s};
    QTest::newRow("a part, any case") << u"provider"_s << u"THRO"_s << QStringList{u"anthropic"_s};
    QTest::newRow("key names") << u"key"_s << u"des"_s << QStringList{u"design"_s};
    QTest::newRow("clients") << u"client"_s << QString() << QStringList{u"127.0.0.1"_s};
    QTest::newRow("tags one by one")
        << u"tag"_s << QString() << QStringList{u"job=invoice"_s, u"stage=test"_s};
    QTest::newRow("no errors") << u"error"_s << QString() << QStringList();
}

void TestLedgerReader::valuesForCompletion()
{
    RequestRecord other = recordBefore(2, 1h);
    other.provider = "anthropic";
    add({recordBefore(1, 2h), other});
    QFETCH(QString, field);
    QFETCH(QString, part);
    const auto answer = reader()->values(field, part, 10);
    QVERIFY(answer);
    QTEST(answer->value("items"_L1).toVariant().toStringList(), "values");
}

void TestLedgerReader::refusesValuesOfAnUnknownField()
{
    const auto answer = reader()->values(u"colour", {}, 10);
    QVERIFY(!answer);
    QCOMPARE(answer.error().path, u"field"_s);
}

QTEST_GUILESS_MAIN(TestLedgerReader)
#include "tst_ledgerreader.moc"
