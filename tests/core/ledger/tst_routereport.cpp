// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRouteReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sharesOfTargetsOverTime();
    void comparesACanaryWithTheOthers();
    void knowsNothingOfOtherRoutes();
    void refusesSpansBelowAnHour();

private:
    void add(int count, const QByteArray &provider, std::chrono::hours ago, int status = 200);
    Result<QJsonObject> ask(const QString &route, const QString &range, const QString &canary = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LedgerStore> m_store;
    FakeClock m_clock;
    int m_number = 0;
};

void TestRouteReport::init()
{
    m_store.reset();
    m_clock = FakeClock();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = LedgerStore::open({.path = m_folder->filePath(u"ledger.db"_s)});
    QVERIFY(store);
    m_store = std::move(*store);
}

void TestRouteReport::add(int count, const QByteArray &provider, std::chrono::hours ago, int status)
{
    std::mt19937 random(7);
    std::vector<RequestRecord> records;
    for (int i = 0; i < count; ++i) {
        RequestRecord record = randomRecord(m_number++, random);
        record.time = m_clock.wall() - ago;
        record.route = "chat"_ba;
        record.provider = provider;
        record.model = "m"_ba;
        record.status = status;
        record.outcome = status == 200 ? Outcome::Ok : Outcome::ServerError;
        record.cache = {};
        records.push_back(record);
    }
    QVERIFY(m_store->add(records));
}

Result<QJsonObject> TestRouteReport::ask(const QString &route, const QString &range,
                                         const QString &canary)
{
    auto reader = LedgerReader::open(m_folder->filePath(u"ledger.db"_s), QTimeZone::utc(), m_clock);
    return (*reader)->routeTraffic(route, {.name = range}, canary);
}

void TestRouteReport::sharesOfTargetsOverTime()
{
    add(3, "a"_ba, 1h);
    add(1, "b"_ba, 1h);
    add(2, "b"_ba, 5h);
    const Result<QJsonObject> report = ask(u"chat"_s, u"24h"_s);
    QVERIFY(report);
    const QJsonArray targets = report->value("targets"_L1).toArray();
    QCOMPARE(targets.size(), 2);
    QCOMPARE(targets[0]["provider"_L1].toString(), u"a"_s);
    QCOMPARE(targets[0]["requests"_L1].toInt(), 3);
    const QJsonArray requests = report->value("series"_L1)["requests"_L1].toArray();
    QCOMPARE(requests.size(), 24);
    QCOMPARE(requests[22].toInt(), 4);
    QCOMPARE(requests[18].toInt(), 2);
    QCOMPARE(targets[0]["counts"_L1][22].toInt(), 3);
    QCOMPARE(targets[1]["counts"_L1][18].toInt(), 2);
}

void TestRouteReport::comparesACanaryWithTheOthers()
{
    add(30, "a"_ba, 1h);
    add(10, "b"_ba, 1h);
    add(5, "new"_ba, 1h, 500);
    const Result<QJsonObject> report = ask(u"chat"_s, u"7d"_s, u"new/m"_s);
    QVERIFY(report);
    const QJsonObject canary = report->value("canary"_L1).toObject();
    QCOMPARE(canary.value("requests"_L1).toInt(), 5);
    QCOMPARE(canary.value("failed"_L1).toInt(), 5);
    const QJsonObject control = report->value("control"_L1).toObject();
    QCOMPARE(control.value("requests"_L1).toInt(), 40);
    QCOMPARE(control.value("failed"_L1).toInt(), 0);
    QVERIFY(control.value("total_p95"_L1).isDouble());
    QVERIFY(canary.value("total_p95"_L1).isNull()); // nobody was answered
}

void TestRouteReport::knowsNothingOfOtherRoutes()
{
    add(3, "a"_ba, 1h);
    const Result<QJsonObject> report = ask(u"other"_s, u"30d"_s);
    QVERIFY(report);
    QVERIFY(report->value("targets"_L1).toArray().isEmpty());
    QVERIFY(!report->contains("canary"_L1));
}

void TestRouteReport::refusesSpansBelowAnHour()
{
    const Result<QJsonObject> report = ask(u"chat"_s, u"1h"_s);
    QVERIFY(!report);
    QCOMPARE(report.error().path, u"range"_s);
}

QTEST_GUILESS_MAIN(TestRouteReport)
#include "tst_routereport.moc"
