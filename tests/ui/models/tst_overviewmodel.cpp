// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/sampleoverview.h"
#include "ui/models/eventlistmodel.h"
#include "ui/models/overviewmodel.h"
#include "ui/models/providerhealthmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

#include <QtCore/QJsonArray>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

class OverviewModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysEventsByTheirCode()
    {
        const QJsonObject known{{"code"_L1, u"provider_down"_s},
                                {"subject"_L1, u"OpenAI"_s},
                                {"title"_L1, u"as the gateway says"_s},
                                {"detail_code"_L1, u"in_days"_s},
                                {"count"_L1, 3}};
        QCOMPARE(parseEvent(known).title, u"OpenAI is down"_s);
        QCOMPARE(parseEvent(known).detail, u"In 3 days"_s);
        const QJsonObject other{{"code"_L1, u"of a newer gateway"_s},
                                {"title"_L1, u"as the gateway says"_s},
                                {"detail"_L1, u"and why"_s}};
        QCOMPARE(parseEvent(other).title, u"as the gateway says"_s);
        QCOMPARE(parseEvent(other).detail, u"and why"_s);
    }

    void init();
    void cleanup();

    void readsTheWholeAnswer();
    void missingValuesStayUnknown();
    void asksForRangeGroupAndRoute();
    void keepsLastDataWhenTheGatewayFails();
    void asksOnceWhileAnAnswerIsAwaited();
    void hiddenPagesDoNotAsk();
    void chartsMoveSlowerThanHeadlines();
    void providersKeepTheirColour();
    void providersTableIsAModel();
    void eventsAreNewestFirstAndBounded();
    void followsTheStatus();
    void startsAndStops();

private:
    FakeAdminTransport *m_fake = nullptr;
    FakeClock m_clock;
    SeriesColours m_colours;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<OverviewModel> m_model;
};

void OverviewModelTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /overview", sampleOverview());
    m_fake->answer("GET /status", sampleStatus());
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_model = std::make_unique<OverviewModel>(*m_client, m_clock, m_colours);
}

void OverviewModelTest::cleanup()
{
    m_model.reset();
    m_client.reset();
}

void OverviewModelTest::readsTheWholeAnswer()
{
    QSignalSpy changed(m_model.get(), &OverviewModel::changed);
    m_model->refresh();
    QTRY_COMPARE(changed.count(), 1);
    const OverviewData &overview = m_model->data();
    QCOMPARE(overview.spend.today, qint64(42'960'000'000));
    QCOMPARE(overview.spendChart.series.size(), 5);
    QCOMPARE(overview.spendChart.buckets.size(), 30);
    QCOMPARE(overview.latency.times.size(), 96);
    QCOMPARE(overview.providers.at(1).health, ProviderHealth::Health::Degraded);
    QCOMPARE(overview.events.constFirst().kind, u"breaker"_s);
    QCOMPARE(overview.zone.id(), "Europe/Berlin");
    QVERIFY(m_model->loadedAt().isValid());
}

void OverviewModelTest::missingValuesStayUnknown()
{
    const OverviewData overview = parseOverview({});
    QVERIFY(!overview.spend.budget);
    QVERIFY(!overview.success.rate);
    QVERIFY(!overview.firstToken.p50Ms);
    QVERIFY(!overview.hasProviders);
}

void OverviewModelTest::asksForRangeGroupAndRoute()
{
    m_model->setRange(u"7d"_s);
    m_model->setSpendBy(u"team"_s);
    m_model->setRoute(u"fast"_s);
    m_model->refresh();
    const QUrlQuery query = m_fake->lastOf("GET /overview").query;
    QCOMPARE(query.queryItemValue(u"range"_s), u"7d"_s);
    QCOMPARE(query.queryItemValue(u"spend_by"_s), u"team"_s);
    QCOMPARE(query.queryItemValue(u"route"_s), u"fast"_s);
}

void OverviewModelTest::keepsLastDataWhenTheGatewayFails()
{
    m_model->refresh();
    QTRY_VERIFY(m_model->hasData());
    m_fake->setReachable(false);
    QSignalSpy failed(m_model.get(), &OverviewModel::failed);
    m_model->refresh();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(m_model->state(), OverviewModel::State::Failed);
    QCOMPARE(m_model->data().requests.today, 48144);
}

void OverviewModelTest::asksOnceWhileAnAnswerIsAwaited()
{
    m_fake->holdAnswers();
    m_model->refresh();
    m_model->refresh();
    m_model->refresh();
    QCOMPARE(m_fake->countOf("GET /overview"), 1);
    m_fake->releaseAnswers();
    QTRY_COMPARE(m_fake->countOf("GET /overview"), 2);
}

void OverviewModelTest::hiddenPagesDoNotAsk()
{
    m_fake->push(u"request"_s, {});
    m_model->setRange(u"1h"_s);
    QCOMPARE(m_fake->countOf("GET /overview"), 0);
    m_model->setActive(true);
    QCOMPARE(m_fake->countOf("GET /overview"), 1);
}

void OverviewModelTest::chartsMoveSlowerThanHeadlines()
{
    QSignalSpy headlines(m_model.get(), &OverviewModel::changed);
    QSignalSpy charts(m_model.get(), &OverviewModel::chartsChanged);
    m_model->refresh();
    QTRY_COMPARE(headlines.count(), 1);
    m_clock.advance(2s);
    m_model->refresh();
    QTRY_COMPARE(headlines.count(), 2);
    QCOMPARE(charts.count(), 1);
    m_clock.advance(15s);
    m_model->refresh();
    QTRY_COMPARE(charts.count(), 2);
    m_model->setRange(u"1h"_s);
    QCOMPARE(m_model->chartInterval(), 5000ms);
}

void OverviewModelTest::providersKeepTheirColour()
{
    SeriesColours series;
    QCOMPARE(series.indexOf(u"openai"_s), 0);
    QCOMPARE(series.indexOf(u"azure"_s), 1);
    QCOMPARE(series.indexOf(u"openai"_s), 0);
    QCOMPARE(series.known(u"paused"_s), -1);
    for (int i = 2; i < 8; ++i)
        QCOMPARE(series.indexOf(QString::number(i)), i);
    QCOMPARE(series.indexOf(u"ninth"_s), -1);
}

void OverviewModelTest::providersTableIsAModel()
{
    SeriesColours series;
    ProviderHealthModel table(series);
    QAbstractItemModelTester tester(&table);
    const OverviewData overview = parseOverview(sampleOverview());
    table.setProviders(overview.providers, overview.now, overview.zone);
    QCOMPARE(table.rowCount(), 6);
    QCOMPARE(table.failingCount(), 1);
    const QModelIndex health = table.index(1, ProviderHealthModel::Health);
    QCOMPARE(health.data().toString(), u"Degraded"_s);
    QCOMPARE(health.data(Qt::AccessibleTextRole).toString(), u"Degraded since 14:06"_s);
    QCOMPARE(health.data(CellRole::Id).toString(), u"anthropic"_s);
    QCOMPARE(table.headerData(0, Qt::Horizontal, CellRole::Id).toString(), u"provider"_s);
    QCOMPARE(table.index(5, ProviderHealthModel::SpendToday).data().toString(), Format::unknown());

    QList<ProviderHealth> next = overview.providers;
    next[0].requests += 1;
    QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    table.setProviders(next, overview.now, overview.zone);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(reset.count(), 0);
}

void OverviewModelTest::eventsAreNewestFirstAndBounded()
{
    EventListModel list(3);
    QAbstractItemModelTester tester(&list);
    const OverviewData overview = parseOverview(sampleOverview());
    list.setEvents(overview.events, overview.now, overview.zone);
    QCOMPARE(list.rowCount(), 3);
    QCOMPARE(list.index(0).data(CellRole::Trailing).toString(), u"2 min"_s);
    list.addEvent({.time = overview.now,
                   .kind = u"gateway"_s,
                   .severity = {},
                   .title = u"Started"_s,
                   .detail = {},
                   .object = {}});
    QCOMPARE(list.rowCount(), 3);
    QCOMPARE(list.index(0).data().toString(), u"Started"_s);
}

void OverviewModelTest::followsTheStatus()
{
    StatusModel status(*m_client);
    m_client->start();
    QTRY_COMPARE(status.status().state, GatewayStatus::State::Running);
    QCOMPARE(status.status().problems.size(), 1);
    QVERIFY(status.isServing());
    QJsonObject stopped = sampleStatus();
    stopped[u"state"_s] = u"stopped"_s;
    m_fake->push(u"status"_s, stopped);
    QVERIFY(!status.isServing());
    m_fake->loseEvents();
    QCOMPARE(status.connection(), Api::AdminClient::State::Offline);
}

void OverviewModelTest::startsAndStops()
{
    StatusModel status(*m_client);
    QSignalSpy refused(&status, &StatusModel::commandFailed);
    status.stopGateway(true);
    QCOMPARE(m_fake->lastOf("POST /gateway/stop").body.value(u"finish"_s), QJsonValue(true));
    QTRY_COMPARE(refused.count(), 1); // the fake does not know the path
    m_fake->answer("POST /gateway/start", sampleStatus());
    status.startGateway();
    QTRY_VERIFY(status.isServing());
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::OverviewModelTest)
#include "tst_overviewmodel.moc"
