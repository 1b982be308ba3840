// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerstore.h"
#include "core/ledger/reliabilitybook.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestReliabilityReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsRequestsAndAttempts();
    void sumsAndRowsAgree();
    void errorBudgetAndBurn();
    void objectivesAreKept();
    void groupsFailuresIntoIncidents();
    void nowAndThenIsNoIncident();
    void remembersBreakersAndAcknowledgements();
    void filterFindsAttempts();

private:
    void add(std::vector<RequestRecord> records);
    QJsonObject report(const ReliabilityQuery &query);
    RequestRecord answered(int n, std::chrono::microseconds before) const;
    RequestRecord rescued(int n, std::chrono::microseconds before) const;
    RequestRecord failed(int n, std::chrono::microseconds before) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LedgerStore> m_store;
    FakeClock m_clock;
};

void TestReliabilityReport::init()
{
    m_store.reset();
    m_clock = FakeClock();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = LedgerStore::open({.path = m_folder->filePath(u"ledger.db"_s)});
    QVERIFY(store);
    m_store = std::move(*store);
}

void TestReliabilityReport::add(std::vector<RequestRecord> records)
{
    QVERIFY(m_store->add(records));
}

QJsonObject TestReliabilityReport::report(const ReliabilityQuery &query)
{
    auto reader = LedgerReader::open(m_folder->filePath(u"ledger.db"_s), QTimeZone::utc(), m_clock);
    const Result<QJsonObject> answer = (*reader)->reliability(query);
    if (!answer)
        qWarning("%s", qPrintable(answer.error().detail));
    return answer ? *answer : QJsonObject();
}

RequestRecord TestReliabilityReport::answered(int n, std::chrono::microseconds before) const
{
    RequestRecord record = sampleRecord(n);
    record.time = m_clock.wall() - before;
    return record;
}

//! Failed at anthropic first, answered by openai.
RequestRecord TestReliabilityReport::rescued(int n, std::chrono::microseconds before) const
{
    RequestRecord record = answered(n, before);
    AttemptRecord failed = record.attempts.front();
    failed.provider = "anthropic";
    failed.model = "claude";
    failed.result = Outcome::Overloaded;
    record.attempts.insert(record.attempts.begin(), failed);
    return record;
}

RequestRecord TestReliabilityReport::failed(int n, std::chrono::microseconds before) const
{
    RequestRecord record = rescued(n, before);
    record.attempts.pop_back();
    record.provider.clear();
    record.outcome = Outcome::Overloaded;
    record.status = 502;
    return record;
}

void TestReliabilityReport::countsRequestsAndAttempts()
{
    add({answered(1, 10min), rescued(2, 20min), failed(3, 30min)});
    const QJsonObject requests = report({.by = u"route"_s});
    const QJsonObject success = requests.value("success"_L1).toObject();
    QCOMPARE(success.value("answered"_L1).toInteger(), 2);
    QCOMPARE(success.value("failed"_L1).toInteger(), 1);
    const QJsonObject totals = requests.value("totals"_L1).toObject();
    QCOMPARE(totals.value("attempts"_L1).toInteger(), 4);
    QCOMPARE(totals.value("rescued"_L1).toInteger(), 1);
    QCOMPARE(totals.value("fallbacks"_L1).toInteger(), 1);
    QCOMPARE(totals.value("retries"_L1).toInteger(), 0);
    const QJsonObject attempts = report({.by = u"provider"_s, .count = u"attempts"_s});
    const QJsonObject error = attempts.value("errors"_L1).toArray().first().toObject();
    QCOMPARE(error.value("kind"_L1).toString(), u"overloaded"_s);
    QCOMPARE(error.value("total"_L1).toInteger(), 2);
}

void TestReliabilityReport::sumsAndRowsAgree()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 60; ++n)
        records.push_back(n % 7 == 0 ? failed(n, n * 29s) : rescued(n, n * 29s));
    add(records);
    const qint64 now = toUs(m_clock.wall());
    const QJsonObject exact = report({.span = {.since = now - usPerHour + 1}});
    const QJsonObject sums = report({.span = {.name = u"24h"_s}});
    for (const QLatin1StringView part : {"success"_L1, "totals"_L1})
        QCOMPARE(exact.value(part), sums.value(part));
}

void TestReliabilityReport::errorBudgetAndBurn()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 199; ++n)
        records.push_back(answered(n, 5h + n * 1min));
    records.push_back(failed(500, 10min));
    add(records);
    const auto objectives = [this](const ReliabilityQuery &query) {
        return report(query).value("objectives"_L1).toArray().first().toObject();
    };
    const QJsonObject usual = objectives({.names = {u"fast"_s}});
    QCOMPARE(usual.value("id"_L1).toString(), u"route:fast"_s);
    QCOMPARE(usual.value("target"_L1).toDouble(), 0.995);
    QVERIFY(qAbs(usual.value("budget_left"_L1).toDouble()) < 1e-9); // 1 of 200 is 0.5 %
    QVERIFY(qAbs(usual.value("burn"_L1).toObject().value("1h"_L1).toDouble() - 200) < 1e-6);
    const QJsonObject chosen = objectives(
        {.names = {u"fast"_s},
         .objectives = {{.kind = u"route"_s, .name = u"fast"_s, .target = 0.99, .days = 7}}});
    QVERIFY(qAbs(chosen.value("budget_left"_L1).toDouble() - 0.5) < 1e-9);
}

void TestReliabilityReport::objectivesAreKept()
{
    ReliabilityBook book(m_store->database());
    QVERIFY(book.create());
    QVERIFY(book.setObjective({.kind = u"route"_s, .name = u"a:b"_s, .target = 0.9, .days = 7}));
    QCOMPARE((*book.objectives()).front().id(), u"route:a:b"_s);
    QVERIFY(!book.setObjective({.kind = u"route"_s, .name = u"a"_s, .target = 1}));
    QCOMPARE(book.setObjective({.kind = u"team"_s, .name = u"a"_s}).error().path, u"kind"_s);
    QVERIFY(book.removeObjective(u"route"_s, u"a:b"_s));
    QVERIFY((*book.objectives()).empty());
}

void TestReliabilityReport::groupsFailuresIntoIncidents()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 12; ++n)
        records.push_back(n < 3 ? failed(n, 3h + n * 1min) : rescued(n, 3h + n * 1min));
    add(records);
    const QJsonArray incidents = report({}).value("incidents"_L1).toArray();
    QCOMPARE(incidents.size(), 1);
    QVERIFY(report({.incidents = false}).value("incidents"_L1).toArray().isEmpty());
    const QJsonObject one = incidents.first().toObject();
    QCOMPARE(one.value("provider"_L1).toString(), u"anthropic"_s);
    QCOMPARE(one.value("failed"_L1).toInteger(), 12);
    QCOMPARE(one.value("rescued"_L1).toInteger(), 9);
    QCOMPARE(one.value("lost"_L1).toInteger(), 3);
    QCOMPARE(one.value("served_by"_L1).toArray(), (QJsonArray{u"openai"_s}));
    QCOMPARE(one.value("keys"_L1).toArray().size(), 1);
    QVERIFY(one.value("end"_L1).isString());
}

void TestReliabilityReport::nowAndThenIsNoIncident()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 300; ++n) {
        RequestRecord record = n % 100 == 0 ? failed(n, n * 4min) : answered(n, n * 4min);
        if (n % 100 != 0)
            record.provider = record.attempts.front().provider = "anthropic";
        records.push_back(record);
    }
    add(records);
    QVERIFY(report({}).value("incidents"_L1).toArray().isEmpty());
}

void TestReliabilityReport::remembersBreakersAndAcknowledgements()
{
    ReliabilityBook book(m_store->database());
    QVERIFY(book.create());
    const WallTime now = m_clock.wall();
    for (const auto &[before, state] :
         {std::pair{5h, u"open"_s}, std::pair{4h, u"closed"_s}, std::pair{1h, u"held"_s}})
        QVERIFY(book.addBreakerChange({now - before, u"openai"_s, u"gpt"_s, state}));
    const auto changes = book.breakerChanges(now - 2h, now);
    QVERIFY(changes);
    QCOMPARE(changes->size(), size_t(2)); // what was in force, and what came
    QCOMPARE(changes->front().state, u"closed"_s);
    QVERIFY(book.acknowledge(u"x@1"_s, {u"anna"_s, now}));
    QVERIFY(book.acknowledge(u"x@1"_s, {u"ben"_s, now}));
    QCOMPARE((*book.acknowledgement(u"x@1"_s))->who, u"anna"_s);
    QVERIFY(!(*book.acknowledgement(u"y"_s)).has_value());
}

void TestReliabilityReport::filterFindsAttempts()
{
    add({answered(1, 10min), rescued(2, 20min), failed(3, 30min)});
    const auto count = [this](const QString &text) {
        auto reader =
            LedgerReader::open(m_folder->filePath(u"ledger.db"_s), QTimeZone::utc(), m_clock);
        const auto rows =
            (*reader)->requests({.filter = *RequestFilter::parse(text, m_clock.wall())});
        return rows->value("items"_L1).toArray().size();
    };
    QCOMPARE(count(u"attempt:failed"_s), 2);
    QCOMPARE(count(u"attempt:anthropic/overloaded"_s), 2);
    QCOMPARE(count(u"attempt:openai/failed"_s), 0);
    QCOMPARE(count(u"attempt:rate_limited"_s), 0);
    QVERIFY(!RequestFilter::parse(u"attempt:nonsense"_s, m_clock.wall()));
}

QTEST_GUILESS_MAIN(TestReliabilityReport)
#include "tst_reliabilityreport.moc"
