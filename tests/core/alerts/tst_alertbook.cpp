// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertbook.h"
#include "core/api/documents/alertmeasures.h"
#include "core/api/documents/document.h"
#include "core/store/database.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Alerts;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Api::AlertRule ruleOf(const QString &measure, std::optional<double> above,
                      std::optional<double> below = {})
{
    return {.id = u"r"_s, .measure = measure, .above = above, .below = below};
}

Readings reading(const QString &measure, std::optional<double> value, const QString &period = {},
                 const QString &object = u"thing"_s)
{
    Readings readings;
    readings.add({.measure = measure,
                  .object = object,
                  .name = object,
                  .scopes = {u"gateway"_s, u"budget:thing"_s},
                  .period = period,
                  .value = value});
    return readings;
}

} // namespace

class TestAlertBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readyMadeRulesAreSound_data();
    void readyMadeRulesAreSound();
    void entriesTakeThePlaceOfReadyMadeOnes();
    void thresholds_data();
    void thresholds();
    void oneAlertPerThresholdAndPeriod();
    void withoutPeriodsItFiresEachTime();
    void firesOnlyWhatLasts();
    void unknownValuesChangeNothing();
    void whatIsNoLongerThereIsWell();
    void endsWhereTheRuleSays();
    void tellsOnceAndOfTheEnd();
    void repeatsUntilSomebodyTakesNote();
    void keepsQuietHours();
    void snoozes();
    void rulesSeeTheirScope();
    void survivesARestart();
    void rulesThatGoEndWithoutAWord();
    void refusesWhatIsNotThere();

private:
    void use(const Api::AlertRule &rule) { m_book->setRules({rule}, QTimeZone::utc()); }
    //! What is told when \a readings are looked at: "fired", "recovered".
    QStringList look(const Readings &readings);
    QStringList look(double value, const QString &period = {})
    {
        return look(reading(m_measure, value, period));
    }
    RuleState state() const { return m_book->report().front().state; }
    void reopen();

    const QString m_measure = u"budget_used"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store::Database> m_database;
    std::unique_ptr<AlertStore> m_store;
    std::unique_ptr<AlertBook> m_book;
    FakeClock m_clock;
};

void TestAlertBook::init()
{
    m_clock = FakeClock();
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = Store::Database::open(m_folder->filePath(u"a.db"_s), {});
    QVERIFY(database);
    m_database = *std::move(database);
    m_store = std::make_unique<AlertStore>(*m_database);
    QVERIFY(m_store->create());
    reopen();
}

void TestAlertBook::cleanup()
{
    m_book.reset();
    m_store.reset();
    m_database.reset();
}

void TestAlertBook::reopen()
{
    m_book = std::make_unique<AlertBook>(m_clock, *m_store);
    QVERIFY(m_book->load());
}

QStringList TestAlertBook::look(const Readings &readings)
{
    m_book->look(readings);
    QStringList told;
    for (const Notice &notice : m_book->takeNotices())
        told.append(noticeName(notice.what));
    return told;
}

void TestAlertBook::readyMadeRulesAreSound_data()
{
    QTest::addColumn<QString>("id");
    for (const Api::AlertRule &rule : Api::readyMadeAlerts())
        QTest::newRow(qUtf8Printable(rule.id)) << rule.id;
}

//! Each fires at its threshold and not just before it.
void TestAlertBook::readyMadeRulesAreSound()
{
    QFETCH(QString, id);
    Api::AlertRule rule;
    for (const Api::AlertRule &one : Api::readyMadeAlerts()) {
        if (one.id == id)
            rule = one;
    }
    const Api::AlertMeasure *facts = Api::alertMeasure(rule.measure);
    QVERIFY(facts);
    QCOMPARE(rule.below.has_value(), facts->firesBelow);
    use(rule);
    const double limit = AlertBook::threshold(rule);
    look(reading(rule.measure, limit + (rule.below ? 0.5 : -0.5)));
    QCOMPARE(state(), RuleState::Ok);
    look(reading(rule.measure, limit));
    QCOMPARE(state(), rule.holdTime.count() ? RuleState::Pending : RuleState::Firing);
    m_clock.advance(rule.holdTime);
    look(reading(rule.measure, limit));
    QCOMPARE(state(), RuleState::Firing);
    look(reading(rule.measure, limit + (rule.below ? 0.5 : -0.5)));
    QCOMPARE(state(), RuleState::Ok);
}

void TestAlertBook::entriesTakeThePlaceOfReadyMadeOnes()
{
    Api::Document document;
    Api::AlertRule off = Api::readyMadeAlerts().first();
    off.disabled = true;
    document.alerts = {off, ruleOf(u"spend"_s, 5)};
    const QList<Api::AlertRule> rules = Api::alertsInForce(document);
    QCOMPARE(rules.size(), Api::readyMadeAlerts().size() + 1);
    QVERIFY(rules.first().disabled);
    QCOMPARE(rules.last().id, u"r"_s);
    m_book->setRules(rules, QTimeZone::utc());
    QVERIFY(look(82).isEmpty()); // the one that is off
    QCOMPARE(m_book->report().front().state, RuleState::Off);
}

void TestAlertBook::thresholds_data()
{
    QTest::addColumn<std::optional<double>>("above");
    QTest::addColumn<std::optional<double>>("below");
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("fires");
    const std::optional<double> none;
    QTest::newRow("under") << std::optional(80.0) << none << 79.99 << false;
    QTest::newRow("at") << std::optional(80.0) << none << 80.0 << true;
    QTest::newRow("over") << std::optional(80.0) << none << 120.0 << true;
    QTest::newRow("falls to") << none << std::optional(7.0) << 7.0 << true;
    QTest::newRow("falls under") << none << std::optional(7.0) << 0.0 << true;
    QTest::newRow("still enough") << none << std::optional(7.0) << 7.01 << false;
    QTest::newRow("yes") << none << none << 1.0 << true;
    QTest::newRow("no") << none << none << 0.0 << false;
}

void TestAlertBook::thresholds()
{
    QFETCH(std::optional<double>, above);
    QFETCH(std::optional<double>, below);
    QFETCH(double, value);
    QFETCH(bool, fires);
    use(ruleOf(m_measure, above, below));
    QCOMPARE(look(value), fires ? QStringList{u"fired"_s} : QStringList());
}

void TestAlertBook::oneAlertPerThresholdAndPeriod()
{
    use(ruleOf(m_measure, 80));
    QCOMPARE(look(81, u"nov"_s), QStringList{u"fired"_s});
    QCOMPARE(look(90, u"nov"_s), QStringList());
    QCOMPARE(look(70, u"nov"_s), QStringList{u"recovered"_s}); // the budget was raised
    QCOMPARE(look(85, u"nov"_s), QStringList());               // told once in this period
    QCOMPARE(look(1, u"dec"_s), QStringList());
    QCOMPARE(look(80, u"dec"_s), QStringList{u"fired"_s});
    // The next period ends it, whatever its value.
    QCOMPARE(look(95, u"jan"_s), QStringList{u"recovered"_s});
    QCOMPARE(look(95, u"jan"_s), QStringList{u"fired"_s});
}

void TestAlertBook::withoutPeriodsItFiresEachTime()
{
    use(ruleOf(m_measure, 80));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(look(81), QStringList{u"fired"_s});
        QCOMPARE(look(79), QStringList{u"recovered"_s});
    }
    QCOMPARE(m_store->count(m_measure, {}).value_or(0), 3);
}

void TestAlertBook::firesOnlyWhatLasts()
{
    Api::AlertRule rule = ruleOf(m_measure, 80);
    rule.holdTime = 1min;
    use(rule);
    QCOMPARE(look(90), QStringList());
    QCOMPARE(state(), RuleState::Pending);
    m_clock.advance(59s);
    QCOMPARE(look(10), QStringList()); // begins anew
    QCOMPARE(state(), RuleState::Ok);
    QCOMPARE(look(90), QStringList());
    m_clock.advance(1min);
    QCOMPARE(look(90), QStringList{u"fired"_s});
}

void TestAlertBook::unknownValuesChangeNothing()
{
    use(ruleOf(m_measure, 80));
    QCOMPARE(look(reading(m_measure, {})), QStringList());
    look(81);
    QCOMPARE(look(reading(m_measure, {})), QStringList());
    QCOMPARE(look(Readings()), QStringList()); // nobody asked the measure
    QCOMPARE(state(), RuleState::Firing);
}

void TestAlertBook::whatIsNoLongerThereIsWell()
{
    use(ruleOf(m_measure, 80));
    look(81);
    Readings none;
    none.answered = {m_measure};
    QCOMPARE(look(none), QStringList{u"recovered"_s});
}

void TestAlertBook::endsWhereTheRuleSays()
{
    Api::AlertRule rule = ruleOf(m_measure, 80);
    rule.recover = 70;
    use(rule);
    look(81);
    QCOMPARE(look(75), QStringList());
    QCOMPARE(look(70), QStringList{u"recovered"_s});
}

void TestAlertBook::tellsOnceAndOfTheEnd()
{
    use(ruleOf(m_measure, 80));
    QCOMPARE(look(81), QStringList{u"fired"_s});
    m_clock.advance(24h);
    QCOMPARE(look(99), QStringList());
    QCOMPARE(m_book->alerts().front().value, 99.0);
    QCOMPARE(look(10), QStringList{u"recovered"_s});
    const auto history = m_store->history(10);
    QVERIFY(history);
    QCOMPARE(history->size(), 1U);
    QCOMPARE(history->front().value, 99.0); // the worst
    QVERIFY(history->front().ended);
}

void TestAlertBook::repeatsUntilSomebodyTakesNote()
{
    Api::AlertRule rule = ruleOf(m_measure, 80);
    rule.repeat = 1h;
    use(rule);
    look(81);
    m_clock.advance(59min);
    QCOMPARE(look(81), QStringList());
    m_clock.advance(1min);
    QCOMPARE(look(81), QStringList{u"reminder"_s});
    QCOMPARE(m_book->unseen(), 1);
    QVERIFY(m_book->acknowledge(u"r"_s, u"anna"_s));
    QCOMPARE(m_book->unseen(), 0);
    QCOMPARE(state(), RuleState::Acknowledged);
    m_clock.advance(2h);
    QCOMPARE(look(81), QStringList());
    QCOMPARE(look(10), QStringList{u"recovered"_s});
    QCOMPARE(m_store->history(1)->front().acknowledgedBy, u"anna"_s);
}

//! The clock begins at 12:00 UTC.
void TestAlertBook::keepsQuietHours()
{
    Api::AlertRule rule = ruleOf(m_measure, 80);
    rule.quiet = u"11:00-13:00"_s;
    use(rule);
    QCOMPARE(look(81), QStringList());
    QCOMPARE(state(), RuleState::Firing); // in the history all the same
    QCOMPARE(look(10), QStringList());    // over before anybody heard of it
    look(81);
    m_clock.advance(1h);
    QCOMPARE(look(81), QStringList{u"fired"_s});
    m_clock.advance(22h); // 11:00 again
    QCOMPARE(look(10), QStringList());
    m_clock.advance(2h);
    QCOMPARE(look(10), QStringList{u"recovered"_s});
}

void TestAlertBook::snoozes()
{
    use(ruleOf(m_measure, 80));
    QVERIFY(!m_book->snooze(u"r"_s, m_clock.wall(), u"anna"_s));
    QVERIFY(m_book->snooze(u"r"_s, m_clock.wall() + 1h, u"anna"_s));
    QCOMPARE(state(), RuleState::Snoozed);
    QCOMPARE(look(81), QStringList());
    QCOMPARE(m_book->unseen(), 0);
    reopen();
    use(ruleOf(m_measure, 80));
    QCOMPARE(look(81), QStringList());
    m_clock.advance(1h);
    QCOMPARE(look(81), QStringList{u"fired"_s});
    QVERIFY(m_book->snooze(u"1"_s, m_clock.wall() + 1h, u"anna"_s)); // by the alert's number
    QVERIFY(m_book->endSnooze(u"r"_s));
    QCOMPARE(state(), RuleState::Firing);
}

void TestAlertBook::rulesSeeTheirScope()
{
    Api::AlertRule rule = ruleOf(m_measure, 80);
    rule.scope = u"budget:other"_s;
    use(rule);
    QCOMPARE(look(81), QStringList());
    rule.scope = u"budget:thing"_s;
    use(rule);
    QCOMPARE(look(81), QStringList{u"fired"_s});
    Readings two = reading(m_measure, 81);
    two.rows.push_back(two.rows.front());
    two.rows.back().object = u"second"_s;
    QCOMPARE(look(two), QStringList{u"fired"_s}); // an alert for each object
    QCOMPARE(m_book->report().front().open.size(), 2U);
}

void TestAlertBook::survivesARestart()
{
    use(ruleOf(m_measure, 80));
    look(81, u"nov"_s);
    QVERIFY(m_book->acknowledge(u"1"_s, u"anna"_s));
    reopen();
    use(ruleOf(m_measure, 80));
    QCOMPARE(state(), RuleState::Acknowledged);
    QCOMPARE(look(81, u"nov"_s), QStringList()); // not told a second time
    QCOMPARE(look(10, u"nov"_s), QStringList{u"recovered"_s});
    reopen();
    use(ruleOf(m_measure, 80));
    QCOMPARE(look(81, u"nov"_s), QStringList());
}

void TestAlertBook::rulesThatGoEndWithoutAWord()
{
    use(ruleOf(m_measure, 80));
    look(81);
    m_book->setRules({}, QTimeZone::utc());
    QCOMPARE(look(10), QStringList());
    QVERIFY(m_store->history(1)->front().ended);
    QVERIFY(m_book->alerts().empty());
}

void TestAlertBook::refusesWhatIsNotThere()
{
    use(ruleOf(m_measure, 80));
    QCOMPARE(m_book->acknowledge(u"nobody"_s, u"anna"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(m_book->acknowledge(u"r"_s, u"anna"_s).error().detail, u"'r' is not firing"_s);
    QCOMPARE(m_book->snooze(u"x"_s, m_clock.wall() + 1h, u"anna"_s).error().code,
             ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestAlertBook)
#include "tst_alertbook.moc"
