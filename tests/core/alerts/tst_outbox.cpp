// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/outbox.h"
#include "core/base/json.h"
#include "core/store/database.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Alerts;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theFirstLeavesAtOnceAndTheOthersOfTheMinuteTogether();
    void channelsDoNotWaitForEachOther();
    void triesAgainWithGrowingPauses();
    void givesUpWhatIsRefused();
    void goesOnAfterARestart();
    void whatWaitsForItsMinuteOutlivesTheProgram();
    void testsAreSentOnce();

private:
    void open();
    void post(const QString &rule, const QString &channel = u"hook"_s);
    //! The alerts of a message that was sent: "a", "a,b".
    QString rulesOf(const Delivery &delivery) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store::Database> m_database;
    std::unique_ptr<AlertStore> m_store;
    std::unique_ptr<Outbox> m_outbox;
    FakeClock m_clock;
    Outcome m_outcome;
    std::vector<Delivery> m_sent;
    std::vector<Delivery> m_givenUp;
};

void TestOutbox::init()
{
    m_clock = FakeClock();
    m_outcome = {true, false, u"answered 200"_s};
    m_sent.clear();
    m_givenUp.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = Store::Database::open(m_folder->filePath(u"a.db"_s), {});
    QVERIFY(database);
    m_database = *std::move(database);
    m_store = std::make_unique<AlertStore>(*m_database);
    QVERIFY(m_store->create());
    open();
}

void TestOutbox::cleanup()
{
    m_outbox.reset();
    m_store.reset();
    m_database.reset();
}

void TestOutbox::open()
{
    m_outbox = std::make_unique<Outbox>(Outbox::Parts{
        .clock = m_clock,
        .store = *m_store,
        .gateway = u"office"_s,
        .send =
            [this](const Delivery &delivery, const Outbox::Done &done) {
                m_sent.push_back(delivery);
                done(m_outcome);
            },
        .givenUp = [this](const Delivery &delivery) { m_givenUp.push_back(delivery); }});
    QVERIFY(m_outbox->load());
}

void TestOutbox::post(const QString &rule, const QString &channel)
{
    Alert alert;
    alert.rule = rule;
    alert.ruleName = rule;
    alert.measure = u"budget_used"_s;
    alert.value = 81;
    m_outbox->post(channel, {Notice::What::Fired, alert});
}

QString TestOutbox::rulesOf(const Delivery &delivery) const
{
    QStringList rules;
    const QJsonObject message = parseObject(delivery.body).value_or(QJsonObject());
    for (const QJsonValue &alert : message.value("alerts"_L1).toArray())
        rules.append(alert["rule"_L1].toString());
    return rules.join(u',');
}

void TestOutbox::theFirstLeavesAtOnceAndTheOthersOfTheMinuteTogether()
{
    post(u"a"_s);
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 1U);
    post(u"a"_s);
    m_clock.advance(30s);
    post(u"a"_s);
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 1U);
    m_clock.advance(30s);
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 2U);
    QCOMPARE(rulesOf(m_sent.front()), u"a"_s);
    QCOMPARE(rulesOf(m_sent.back()), u"a,a"_s);
    QCOMPARE(m_sent.back().summary, u"2 alerts of Gatehouse on office"_s);
    m_clock.advance(5min);
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 2U);
    QCOMPARE(m_outbox->waiting(), 0U);
}

void TestOutbox::channelsDoNotWaitForEachOther()
{
    post(u"a"_s);
    m_outbox->tick();
    post(u"a"_s, u"mail"_s);
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 2U);
    QCOMPARE(m_sent.back().channel, u"mail"_s);
    post(u"b"_s); // nor one rule for another
    post(u"c"_s);
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 3U);
    QCOMPARE(rulesOf(m_sent.back()), u"b,c"_s);
}

void TestOutbox::triesAgainWithGrowingPauses()
{
    m_outcome = {false, true, u"answered 503"_s};
    post(u"a"_s);
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 1U);
    for (std::size_t i = 0; i < Outbox::pauses.size(); ++i) {
        m_clock.advance(Outbox::pauses.at(i) - 1ms);
        m_outbox->tick();
        QCOMPARE(m_sent.size(), i + 1);
        m_clock.advance(1ms);
        m_outbox->tick();
        QCOMPARE(m_sent.size(), i + 2);
    }
    QCOMPARE(m_givenUp.size(), 1U);
    const auto log = m_store->deliveries(u"hook"_s, 10);
    QVERIFY(log);
    QCOMPARE(log->front().state, Delivery::State::Failed);
    QCOMPARE(log->front().attempts, 6);
    QCOMPARE(log->front().detail, u"answered 503"_s);
}

void TestOutbox::givesUpWhatIsRefused()
{
    m_outcome = {false, false, u"answered 410"_s};
    post(u"a"_s);
    m_outbox->tick();
    QCOMPARE(m_givenUp.size(), 1U);
    QCOMPARE(m_outbox->waiting(), 0U);
}

void TestOutbox::goesOnAfterARestart()
{
    m_outcome = {false, true, u"refused"_s};
    post(u"a"_s);
    m_outbox->tick();
    m_outcome = {true, false, u"answered 200"_s};
    open();
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 2U);
    QCOMPARE(m_sent.back().id, m_sent.front().id);
    QCOMPARE(m_sent.back().attempts, 2);
    QVERIFY(m_store->waiting()->empty());
}

void TestOutbox::whatWaitsForItsMinuteOutlivesTheProgram()
{
    post(u"a"_s);
    m_outbox->tick();
    post(u"a"_s); // its end, within the minute
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 1U);
    open();
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 2U);
    QVERIFY(m_sent.back().id != m_sent.front().id);
    QCOMPARE(rulesOf(m_sent.back()), u"a"_s);
    QVERIFY(m_store->waiting()->empty());
}

void TestOutbox::testsAreSentOnce()
{
    m_outcome = {false, true, u"answered 503"_s};
    QString told;
    m_outbox->sendNow(u"hook"_s, {{u"summary"_s, u"A test"_s}},
                      [&told](const Outcome &outcome) { told = outcome.detail; });
    QCOMPARE(told, u"answered 503"_s);
    m_clock.advance(1h);
    m_outbox->tick();
    QCOMPARE(m_sent.size(), 1U);
    QVERIFY(m_givenUp.empty()); // who asked has the answer
    QCOMPARE(m_store->deliveries({}, 10)->front().state, Delivery::State::Failed);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
