// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/rehearsal.h"
#include "core/alerts/trafficbook.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Alerts;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTrafficBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void fewRequestsSayNothing();
    void successAndBurnRate();
    void onlyTheLastHourCounts();
    void scopesAreApart();
    void spikesNeedAUsualAndMoney();
    void countsByModelAndKey();
    void rehearsesHours_data();
    void rehearsesHours();
    void theUsualHourIsTheMiddleOne();

private:
    void note(int count, Ledger::RequestClass counts = Ledger::RequestClass::Answered,
              const QByteArray &route = "fast");
    //! The value of a measure, nothing when it is not known or not there.
    std::optional<double> value(const QString &measure, const QString &scope = u"gateway"_s);

    FakeClock m_clock;
    std::unique_ptr<TrafficBook> m_book;
};

void TestTrafficBook::init()
{
    m_clock = FakeClock();
    m_book = std::make_unique<TrafficBook>(m_clock);
}

void TestTrafficBook::note(int count, Ledger::RequestClass counts, const QByteArray &route)
{
    for (int i = 0; i < count; ++i)
        m_book->note({.time = m_clock.wall(),
                      .provider = "openai",
                      .model = "m",
                      .route = route,
                      .key = "k1",
                      .keyName = "ci",
                      .counts = counts,
                      .cost = {10'000'000},
                      .firstTokenUs = 1'000'000});
}

std::optional<double> TestTrafficBook::value(const QString &measure, const QString &scope)
{
    Readings readings;
    m_book->read(readings, [](const Api::Scope &) { return 0.995; });
    for (const Reading &reading : readings.rows) {
        if (reading.measure == measure && reading.scopes.contains(scope))
            return reading.value;
    }
    return std::nullopt;
}

void TestTrafficBook::fewRequestsSayNothing()
{
    note(19, Ledger::RequestClass::Failed);
    QVERIFY(!value(u"success_rate"_s));
    QVERIFY(!value(u"burn_rate"_s));
    note(1, Ledger::RequestClass::Failed);
    QCOMPARE(value(u"success_rate"_s), 0.0);
}

void TestTrafficBook::successAndBurnRate()
{
    note(90);
    note(10, Ledger::RequestClass::Failed);
    note(50, Ledger::RequestClass::CallerMistake); // outside the rate
    QCOMPARE(value(u"success_rate"_s), 90.0);
    QVERIFY(std::abs(*value(u"burn_rate"_s) - 20) < 1e-6); // 10 % of an allowed 0.5 %
    const auto firstToken = value(u"first_token_p95"_s);
    QVERIFY(firstToken && *firstToken > 700 && *firstToken < 1300);
}

void TestTrafficBook::onlyTheLastHourCounts()
{
    note(100);
    QCOMPARE(value(u"spend"_s), 1.0);
    m_clock.advance(59min);
    QCOMPARE(value(u"spend"_s), 1.0);
    m_clock.advance(1min);
    QCOMPARE(value(u"spend"_s), 0.0);
    QVERIFY(!value(u"success_rate"_s));
}

void TestTrafficBook::scopesAreApart()
{
    QVERIFY(m_book->setScopes({{Api::Scope::Kind::Route, u"slow"_s}}));
    QVERIFY(!m_book->setScopes({{Api::Scope::Kind::Route, u"slow"_s}}));
    note(100);
    note(30, Ledger::RequestClass::Failed, "slow");
    QCOMPARE(value(u"success_rate"_s, u"route:slow"_s), 0.0);
    QVERIFY(*value(u"success_rate"_s) > 70);
}

void TestTrafficBook::spikesNeedAUsualAndMoney()
{
    note(40);
    QVERIFY(!value(u"spend_spike"_s));
    m_book->setUsual(u"gateway"_s, Money{100'000'000});
    QCOMPARE(value(u"spend_spike"_s), 4.0);
    m_book->clear();
    note(5); // 5 cents are no spike, however little is usual
    m_book->setUsual(u"gateway"_s, Money{1'000});
    QCOMPARE(value(u"spend_spike"_s), 0.0);
}

void TestTrafficBook::countsByModelAndKey()
{
    m_book->note(
        {.time = m_clock.wall(), .provider = "openai", .model = "new", .isUnpriced = true});
    for (int i = 0; i < 21; ++i)
        m_book->note({.time = m_clock.wall(), .key = "k1", .keyName = "ci", .isKeyRefused = true});
    m_book->noteDrift("openai/m");
    QCOMPARE(value(u"unpriced_requests"_s, u"provider:openai"_s), 1.0);
    QCOMPARE(value(u"key_refused"_s, u"key:k1"_s), 21.0);
    QCOMPARE(value(u"model_drift"_s), 1.0);
}

void TestTrafficBook::rehearsesHours_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<int>("holdMinutes");
    QTest::addColumn<int>("times");
    QTest::newRow("never") << QList<double>{1, 2, 3} << 0 << 0;
    QTest::newRow("once, long") << QList<double>{1, 9, 9, 9, 1} << 0 << 1;
    QTest::newRow("twice") << QList<double>{9, 1, 9, 1} << 0 << 2;
    QTest::newRow("too short") << QList<double>{1, 9, 1} << 61 << 0;
    QTest::newRow("long enough") << QList<double>{1, 9, 9, 1} << 61 << 1;
    QTest::newRow("between the bounds") << QList<double>{9, 4, 9, 1, 9} << 0 << 2;
}

void TestTrafficBook::rehearsesHours()
{
    QFETCH(QList<double>, values);
    QFETCH(int, holdMinutes);
    QFETCH(int, times);
    Api::AlertRule rule{.id = u"r"_s, .measure = u"spend"_s, .above = 5};
    rule.recover = 3;
    rule.holdTime = std::chrono::minutes(holdMinutes);
    std::vector<PastValue> past;
    for (qsizetype i = 0; i < values.size(); ++i)
        past.push_back({WallTime(std::chrono::hours(i)), values[i]});
    QCOMPARE(static_cast<int>(rehearse(rule, past).size()), times);
}

void TestTrafficBook::theUsualHourIsTheMiddleOne()
{
    std::vector<Ledger::HourFigures> hours;
    for (int i = 1; i <= 11; ++i)
        hours.push_back({.hour = i, .cost = {i * 100}});
    QVERIFY(!usualHour(hours)); // too few
    hours.push_back({.hour = 12, .cost = {1'000'000}});
    QCOMPARE(usualHour(hours)->nanoUsd, 700);
    QVERIFY(pastValues(u"budget_used"_s, hours, 0, 20, 0.995).empty());
    const auto past = pastValues(u"spend"_s, hours, 10, 13, 0.995);
    QCOMPARE(past.size(), 4U); // three hours, and their end
    QCOMPARE(*past.front().value, 1e-6);
}

QTEST_GUILESS_MAIN(TestTrafficBook)
#include "tst_trafficbook.moc"
