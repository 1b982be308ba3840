// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerstore.h"
#include "core/ledger/phases.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLatencyReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void phasesAddUpToTheAttempts();
    void samplesEqualTheRows_data();
    void samplesEqualTheRows();
    void fewSamplesSayNothing();
    void typicalTimesTakeTheHoursAround();
    void longSpansAreToldByDays();
    void heatHoldsEverySample();
    void slowTailOfSpeeds();
    void narrowsToOneProvider();
    void refusesUnknownMeasure();

private:
    void add(std::vector<RequestRecord> records);
    QJsonObject report(const LatencyQuery &query);
    std::vector<RequestRecord> recent(int count) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LedgerStore> m_store;
    FakeClock m_clock;
};

void TestLatencyReport::init()
{
    m_store.reset();
    m_clock = FakeClock();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = LedgerStore::open({.path = m_folder->filePath(u"ledger.db"_s)});
    QVERIFY(store);
    m_store = std::move(*store);
}

void TestLatencyReport::add(std::vector<RequestRecord> records)
{
    QVERIFY(m_store->add(records));
}

QJsonObject TestLatencyReport::report(const LatencyQuery &query)
{
    auto reader = LedgerReader::open(m_folder->filePath(u"ledger.db"_s), QTimeZone::utc(), m_clock);
    const Result<QJsonObject> answer = (*reader)->latency(query);
    if (!answer)
        qWarning("%s", qPrintable(answer.error().detail));
    return answer ? *answer : QJsonObject();
}

//! Answered and failed requests of the last two days.
std::vector<RequestRecord> TestLatencyReport::recent(int count) const
{
    std::mt19937 random(7);
    std::vector<RequestRecord> records;
    for (int n = 0; n < count; ++n) {
        RequestRecord record = randomRecord(n, random);
        record.time = m_clock.wall() - std::chrono::microseconds(random() % 172'800'000'000ULL);
        records.push_back(record);
    }
    return records;
}

void TestLatencyReport::phasesAddUpToTheAttempts()
{
    RequestRecord record = sampleRecord(1);
    const Phases one = phasesOf(record);
    QCOMPARE(one, (Phases{60, 0, 20'000, 392'000, 1'933'500}));
    AttemptRecord failed = record.attempts.front();
    record.attempts.front().startedUs += 5'000;
    record.attempts.insert(record.attempts.begin(), failed);
    QCOMPARE(phasesOf(record).earlier, 5'000);
    QCOMPARE(phasesOf(RequestRecord()), Phases());
}

void TestLatencyReport::samplesEqualTheRows_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("streamed");
    for (const QString &range : {u"1h"_s, u"24h"_s, u"7d"_s, u"30d"_s})
        for (const QString &streamed : {u"both"_s, u"yes"_s, u"no"_s})
            QTest::addRow("%s, streamed %s", qPrintable(range), qPrintable(streamed))
                << range << streamed;
}

//! What the report counts is what its filter finds among the requests.
void TestLatencyReport::samplesEqualTheRows()
{
    QFETCH(QString, range);
    QFETCH(QString, streamed);
    add(recent(1500));
    const QJsonObject latency =
        report({.span = {.name = range}, .measure = u"total"_s, .streamed = streamed});
    const QString word = streamed == "both"_L1 ? QString() : QString(u" streamed:"_s + streamed);
    const auto filter = RequestFilter::parse(
        u"status:ok%1 since:%2 until:%3"_s.arg(word, latency.value("from"_L1).toString(),
                                               latency.value("to"_L1).toString()),
        m_clock.wall());
    QVERIFY(filter);
    const QByteArray sql =
        "SELECT count(*) FROM requests WHERE cache <> 'hit' AND " + filter->sql();
    auto count = m_store->database().prepare(sql);
    QVERIFY(count);
    filter->bind(*count, 1);
    QCOMPARE(latency.value("samples"_L1).toInteger(), (*count->oneInteger()).value());
    QCOMPARE(latency.value("overall"_L1).toObject().value("samples"_L1).toInteger(),
             latency.value("samples"_L1).toInteger());
    qint64 rows = 0;
    for (const QJsonValue &row : latency.value("table"_L1).toArray())
        rows += row.toObject().value("samples"_L1).toInteger();
    QCOMPARE(rows, latency.value("samples"_L1).toInteger());
}

void TestLatencyReport::fewSamplesSayNothing()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 19; ++n) {
        records.push_back(sampleRecord(n));
        records.back().time = m_clock.wall() - 10min;
    }
    add(records);
    const QJsonObject overall = report({}).value("overall"_L1).toObject();
    QCOMPARE(overall.value("samples"_L1).toInteger(), 19);
    QVERIFY(overall.value("p95"_L1).isNull());
    QCOMPARE(overall.value("max"_L1).toDouble(), 412.3);
}

//! Ten an hour in three hours: none says something alone, together they do.
void TestLatencyReport::typicalTimesTakeTheHoursAround()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 30; ++n) {
        records.push_back(sampleRecord(n));
        records.back().time = m_clock.wall() - std::chrono::hours(8 + n / 10);
    }
    add(records);
    const QJsonObject line =
        report({.span = {.name = u"24h"_s}, .measure = u"total"_s, .by = u"provider"_s})
            .value("groups"_L1)
            .toArray()
            .first()
            .toObject();
    int known = 0;
    for (const QJsonValue &value : line.value("typical"_L1).toArray())
        known += value.isDouble() ? 1 : 0;
    QCOMPARE(known, 3); // hours without requests stay gaps
    for (const QJsonValue &value : line.value("p50"_L1).toArray())
        QVERIFY(value.isNull());
}

void TestLatencyReport::longSpansAreToldByDays()
{
    add(recent(400));
    const qint64 now = toUs(m_clock.wall());
    const QJsonObject latency =
        report({.span = {.since = now - 89 * 24 * usPerHour}, .measure = u"total"_s});
    QCOMPARE(latency.value("bucket_s"_L1).toInteger(), 86'400);
    QCOMPARE(latency.value("series"_L1).toObject().value("times"_L1).toArray().size(), 90);
    const QJsonObject month = report({.span = {.name = u"30d"_s}, .measure = u"total"_s});
    QCOMPARE(latency.value("samples"_L1), month.value("samples"_L1));
}

void TestLatencyReport::heatHoldsEverySample()
{
    add(recent(500));
    const QJsonObject latency = report({.span = {.name = u"7d"_s}});
    const QJsonObject heat = latency.value("heat"_L1).toObject();
    qint64 sum = 0;
    for (const QJsonValue &row : heat.value("counts"_L1).toArray())
        for (const QJsonValue &count : row.toArray())
            sum += count.toInteger();
    QCOMPARE(sum, latency.value("streamed_samples"_L1).toInteger());
    QVERIFY(heat.value("counts"_L1).toArray().size() <= 18);
    QCOMPARE(heat.value("bounds"_L1).toArray().size(),
             heat.value("counts"_L1).toArray().size() + 1);
}

void TestLatencyReport::slowTailOfSpeeds()
{
    add(recent(800));
    const QJsonObject overall =
        report({.span = {.name = u"7d"_s}, .measure = u"speed"_s}).value("overall"_L1).toObject();
    QVERIFY(overall.value("p95"_L1).toDouble() < overall.value("p50"_L1).toDouble());
    QVERIFY(overall.value("max"_L1).toDouble() <= overall.value("p95"_L1).toDouble());
}

void TestLatencyReport::narrowsToOneProvider()
{
    add(recent(300));
    const QJsonObject one =
        report({.span = {.name = u"7d"_s}, .by = u"model"_s, .provider = u"openai"_s});
    const QJsonObject all = report({.span = {.name = u"7d"_s}});
    qint64 expected = -1;
    for (const QJsonValue &row : all.value("table"_L1).toArray())
        if (row.toObject().value("id"_L1).toString() == "openai"_L1)
            expected = row.toObject().value("samples"_L1).toInteger();
    QCOMPARE(one.value("samples"_L1).toInteger(), expected);
}

void TestLatencyReport::refusesUnknownMeasure()
{
    auto reader = LedgerReader::open(m_folder->filePath(u"ledger.db"_s), QTimeZone::utc(), m_clock);
    const auto refused = (*reader)->latency({.measure = u"taste"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().path, u"measure"_s);
}

QTEST_GUILESS_MAIN(TestLatencyReport)
#include "tst_latencyreport.moc"
