// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerstore.h"
#include "core/ledger/requestfilter.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Five requests that differ in one thing each, ids …0 to …4, one hour apart, oldest first.
std::vector<RequestRecord> differentRecords()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 5; ++n) {
        records.push_back(sampleRecord(n));
        records.back().time -= std::chrono::hours(5 - n);
    }
    RequestRecord &failed = records[1];
    failed.status = 429;
    failed.outcome = Outcome::RateLimited;
    failed.errorCode = "rate_limit_exceeded";
    RequestRecord &rescued = records[2];
    rescued.provider = "anthropic";
    rescued.model = "claude-sonnet-4-5";
    rescued.attempts.push_back(rescued.attempts.front());
    rescued.attempts.back().provider = "anthropic";
    rescued.cost = Money{60'000'000};
    RequestRecord &cancelled = records[3];
    cancelled.status = 499;
    cancelled.outcome = Outcome::Cancelled;
    cancelled.team = "ops_team";
    cancelled.totalUs = 500'000;
    RequestRecord &unpriced = records[4];
    unpriced.cost = std::nullopt;
    unpriced.keyId = "key_2";
    unpriced.keyName = "Design Team";
    unpriced.cache = "hit";
    unpriced.streamed = false;
    unpriced.firstTokenUs = -1;
    unpriced.tags = "50%=off";
    unpriced.usage.promptTokens = 20'000;
    return records;
}

} // namespace

class TestRequestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void selects_data();
    void selects();
    void refuses_data();
    void refuses();
    void parsesMoments_data();
    void parsesMoments();
    void datesAreOfTheReportingZone();

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
};

void TestRequestFilter::initTestCase()
{
    const auto books = LedgerStore::open({.path = m_folder.filePath(u"ledger.db"_s)});
    QVERIFY(books);
    std::vector<RequestRecord> records = differentRecords();
    QVERIFY((*books)->add(records));
}

void TestRequestFilter::selects_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("found"); // last digits of the ids, newest first
    const auto row = [](const char *filter, const char *found) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(found);
    };
    row("", "43210");
    row("   ", "43210");
    row("status:error", "1");
    row("status:failed", "1");
    row("status:ok", "420");
    row("status:cancelled", "3");
    row("status:429", "1");
    row("status:4xx", "31");
    row("status:rate_limited", "1");
    row("status:rate-limited", "1");
    row("provider:anthropic", "2");
    row("PROVIDER:Anthropic", "2");
    row("provider:anthro", "");
    row("provider:anthro*", "2");
    row("model:*sonnet*", "2");
    row("model:fast", "43210");
    row("key:\"design team\"", "4");
    row("key:key_2", "4");
    row("team:ops_team", "3");
    row("team:ops*", "3");
    row("team:opsXteam", "");
    row("route:fast team:research", "4210");
    row("latency>2s", "4210");
    row("latency<1s", "3");
    row("latency>=500ms", "43210");
    row("ttft>0.4s", "3210");
    row("ttft>1s", "");
    row("cost>0.05", "2");
    row("cost>$0.05", "2");
    row("cost:unpriced", "4");
    row("tokens>8000", "4");
    row("attempts>1", "2");
    row("served:fallback", "2");
    row("cache:hit", "4");
    row("streamed:no", "4");
    row("tag:job", "3210");
    row("tag:invoice", "3210");
    row("tag:job=invoice", "3210");
    row("tag:voice", "");
    row("tag:50%", "4");
    row("no:tag", "");
    row("no:tag=job", "4");
    row("no:tag=colour", "43210");
    row("no:person", "3210");
    row("no:team", "");
    row("person:ines", "4");
    row("person:nobody", "");
    row("error:rate_limit_exceeded", "1");
    row("id:req_00000000000000000000000003", "3");
    row("req_00000000000000000000000003", "3");
    row("since:150m", "43");
    row("until:150m", "210");
    row("since:4h until:2h", "21");
    row("since:4h since:150m", "43");
    row("provider:'; DROP TABLE requests; --", "");
}

void TestRequestFilter::selects()
{
    QFETCH(QString, filter);
    const auto reader =
        LedgerReader::open(m_folder.filePath(u"ledger.db"_s), QTimeZone::utc(), m_clock);
    QVERIFY(reader);
    QString quoted = filter;
    if (filter.contains(u"DROP"_s))
        quoted = u"provider:\"'; DROP TABLE requests; --\""_s;
    const auto keysOf = [](const QString &person) {
        return person.isEmpty() || person == "ines"_L1 ? QList<QByteArray>{"key_none", "key_2"}
                                                       : QList<QByteArray>();
    };
    const auto parsed = RequestFilter::parse(quoted, m_clock.wall(), QTimeZone::utc(), keysOf);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    const auto page = (*reader)->requests({.filter = *parsed});
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QString found;
    const QJsonArray items = page->value("items"_L1).toArray();
    for (const QJsonValue &item : items)
        found += item["id"_L1].toString().back();
    QTEST(found, "found");
}

void TestRequestFilter::refuses_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("advice");
    QTest::newRow("no unit") << u"status:ok latency>2"_s << u"latency>2"_s
                             << u"latency needs a unit, for example latency>2s"_s;
    QTest::newRow("no number") << u"latency>fast"_s << u"latency>fast"_s << u"needs a unit"_s;
    QTest::newRow("negative") << u"latency>-2s"_s << u"latency>-2s"_s << u"needs a unit"_s;
    QTest::newRow("money") << u"cost>lots"_s << u"cost>lots"_s << u"for example cost>0.05"_s;
    QTest::newRow("count") << u"tokens>1.5"_s << u"tokens>1.5"_s << u"a whole number"_s;
    QTest::newRow("unknown name") << u"colour:red"_s << u"colour:red"_s << u"colour is not known"_s;
    QTest::newRow("bare word") << u"sonnet"_s << u"sonnet"_s << u"model:sonnet"_s;
    QTest::newRow("no value") << u"model:"_s << u"model:"_s << u"say what to look for"_s;
    QTest::newRow("no sign") << u"latency2s"_s << u"latency2s"_s << u"say what to look for"_s;
    QTest::newRow("text compared") << u"model>x"_s << u"model>x"_s << u"write model:x"_s;
    QTest::newRow("status") << u"status:bad"_s << u"status:bad"_s << u"status is error"_s;
    QTest::newRow("status range") << u"status:999"_s << u"status:999"_s << u"status is error"_s;
    QTest::newRow("served") << u"served:me"_s << u"served:me"_s << u"served:fallback"_s;
    QTest::newRow("streamed") << u"streamed:maybe"_s << u"streamed:maybe"_s << u"streamed:yes"_s;
    QTest::newRow("since") << u"since:yesterday"_s << u"since:yesterday"_s << u"2026-11-20"_s;
    QTest::newRow("open quote") << u"a key:\"x y"_s << u"key:\"x y"_s << u"quotation mark"_s;
}

void TestRequestFilter::refuses()
{
    QFETCH(QString, filter);
    QFETCH(QString, advice);
    const auto parsed = RequestFilter::parse(filter, m_clock.wall());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
    QTEST(parsed.error().path, "word");
    QVERIFY2(parsed.error().detail.contains(advice), qPrintable(parsed.error().detail));
}

void TestRequestFilter::parsesMoments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("beforeNow");
    QTest::newRow("minutes") << u"30m"_s << qint64(1800);
    QTest::newRow("hours") << u"2h"_s << qint64(7200);
    QTest::newRow("days") << u"7d"_s << qint64(604'800);
    QTest::newRow("weeks") << u"1w"_s << qint64(604'800);
    QTest::newRow("fraction") << u"1.5h"_s << qint64(5400);
    QTest::newRow("date") << u"2026-11-22"_s << qint64(43'200);
    QTest::newRow("time") << u"2026-11-22T11:59:00Z"_s << qint64(60);
    QTest::newRow("offset") << u"2026-11-22T12:59:00+01:00"_s << qint64(60);
}

void TestRequestFilter::parsesMoments()
{
    QFETCH(QString, text);
    QFETCH(qint64, beforeNow);
    const auto moment = RequestFilter::parseMoment(text, m_clock.wall(), QTimeZone::utc());
    QVERIFY(moment);
    QCOMPARE(*moment, toUs(m_clock.wall()) - beforeNow * usPerSecond);
}

void TestRequestFilter::datesAreOfTheReportingZone()
{
    const QTimeZone berlin("Europe/Berlin");
    const auto moment = RequestFilter::parseMoment(u"2026-11-22", m_clock.wall(), berlin);
    QCOMPARE(*moment, toUs(m_clock.wall()) - 13 * usPerHour);
    // Noon of the 22nd in UTC is the 23rd in Auckland already.
    const QTimeZone auckland("Pacific/Auckland");
    QCOMPARE(*RequestFilter::parseMoment(u"today", m_clock.wall(), auckland),
             *RequestFilter::parseMoment(u"2026-11-23", m_clock.wall(), auckland));
    QCOMPARE(*RequestFilter::parseMoment(u"month", m_clock.wall(), auckland),
             *RequestFilter::parseMoment(u"2026-11-01", m_clock.wall(), auckland));
}

QTEST_GUILESS_MAIN(TestRequestFilter)
#include "tst_requestfilter.moc"
