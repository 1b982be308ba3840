// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/sampleoverview.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class OverviewPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { new Theme(*qApp); }
    void init();
    void cleanup();

    void loading();
    void ready();
    void withoutProvidersOffersSetup();
    void withoutRequestsShowsTheAddress();
    void unreachableFromTheStart();
    void staleKeepsTheNumbers();
    void stoppedOffersStart();
    void tilesOpenRequests();
    void unpricedLeadsToTheModels();
    void sendsATestRequest();
    void providersOpenRequestsByKey();
    void cellsOpenWhatTheyCount();
    void sortsProviders();
    void barsOpenTheirDay();
    void zoomedChartOpensItsSpan();
    void eventsOpenTheirObject();
    void saysThatRequestsAreMissing();
    void fewSamplesSayNothing();
    void everyControlHasItsNames();
    void fitsTheSmallestWindow();

private:
    void showPage();
    StatePanel::State state() const { return m_page->findChild<StatePanel *>()->state(); }
    template <typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }

    FakeAdminTransport *m_fake = nullptr;
    FakeClock m_clock;
    SeriesColours m_colours;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<StatusModel> m_status;
    std::unique_ptr<OverviewPage> m_page;
};

void OverviewPageTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /overview", sampleOverview());
    m_fake->answer("GET /status", sampleStatus());
    m_fake->answer("GET /routes", {});
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_status = std::make_unique<StatusModel>(*m_client);
    m_page = std::make_unique<OverviewPage>(*m_client, *m_status, m_clock, m_colours);
    m_page->resize(1218, 800);
}

void OverviewPageTest::cleanup()
{
    m_page.reset();
    m_status.reset();
    m_client.reset();
}

void OverviewPageTest::showPage()
{
    m_page->show();
    QTRY_VERIFY(m_page->isReady());
}

void OverviewPageTest::loading()
{
    m_fake->holdAnswers();
    m_page->show();
    QCOMPARE(state(), StatePanel::State::Loading);
    QVERIFY(!m_page->property("ready").toBool());
}

void OverviewPageTest::ready()
{
    showPage();
    QCOMPARE(state(), StatePanel::State::Ready);
    QCOMPARE(child<KpiCard>("overview.kpi.spendToday")->number(), u"$42.96"_s);
    QCOMPARE(child<KpiCard>("overview.kpi.requests")->number(), u"48,144"_s);
    QCOMPARE(child<KpiCard>("overview.kpi.spendMonth")->caption(),
             u"Forecast $1,344, inside budget"_s);
    QCOMPARE(child<KpiCard>("overview.kpi.ttft")->caption(), u"p95 1.28 s, 79 tokens/s"_s);
    QCOMPARE(child<QAbstractItemView>("overview.providersTable")->model()->rowCount(), 6);
    QCOMPARE(child<QAbstractItemView>("overview.eventsList")->model()->rowCount(), 5);
}

void OverviewPageTest::withoutProvidersOffersSetup()
{
    m_fake->answer("GET /overview", {{u"has_providers"_s, false}, {u"has_requests"_s, false}});
    showPage();
    QCOMPARE(state(), StatePanel::State::Empty);
    QVERIFY(child<QWidget>("overview.finishSetupCard")->isVisible());
    QVERIFY(!child<QWidget>("overview.firstRequestCard")->isVisible());
    QSignalSpy setup(m_page.get(), &OverviewPage::setupRequested);
    child<QPushButton>("overview.finishSetupButton")->click();
    QCOMPARE(setup.count(), 1);
}

void OverviewPageTest::withoutRequestsShowsTheAddress()
{
    m_fake->answer("GET /overview", {{u"has_providers"_s, true}, {u"has_requests"_s, false}});
    showPage();
    m_fake->push(u"status"_s, sampleStatus());
    QCOMPARE(state(), StatePanel::State::Empty);
    QVERIFY(child<QWidget>("overview.firstRequestCard")->isVisible());
    QSignalSpy connectApp(m_page.get(), &OverviewPage::connectAppRequested);
    child<QPushButton>("overview.emptyConnectButton")->click();
    QCOMPARE(connectApp.count(), 1);
    child<QAbstractButton>("overview.emptyCopyButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:4417/v1"_s);
}

void OverviewPageTest::unreachableFromTheStart()
{
    m_fake->setReachable(false);
    showPage();
    QCOMPARE(state(), StatePanel::State::Error);
    m_fake->setReachable(true);
    child<QPushButton>("statePanel.retryButton")->click();
    QTRY_COMPARE(state(), StatePanel::State::Ready);
}

void OverviewPageTest::staleKeepsTheNumbers()
{
    showPage();
    m_fake->setReachable(false);
    m_page->refresh();
    QTRY_COMPARE(state(), StatePanel::State::Stale);
    QCOMPARE(child<KpiCard>("overview.kpi.spendToday")->number(), u"$42.96"_s);
    QVERIFY(child<KpiCard>("overview.kpi.spendToday")->property("stale").toBool());
}

void OverviewPageTest::stoppedOffersStart()
{
    showPage();
    QJsonObject stopped = sampleStatus();
    stopped[u"state"_s] = u"stopped"_s;
    m_fake->push(u"status"_s, stopped);
    auto *banner = child<Banner>("overview.stoppedBanner");
    QVERIFY(banner->isVisible());
    banner->findChild<QPushButton *>(u"banner.actionButton"_s)->click();
    QCOMPARE(m_fake->countOf("POST /gateway/start"), 1);
}

void OverviewPageTest::tilesOpenRequests()
{
    showPage();
    QSignalSpy opened(m_page.get(), &OverviewPage::openRequests);
    QTest::keyClick(child<KpiCard>("overview.kpi.success"), Qt::Key_Return);
    QCOMPARE(opened.takeFirst().constFirst().toString(), u"status:failed"_s);
}

void OverviewPageTest::unpricedLeadsToTheModels()
{
    QJsonObject overview = sampleOverview();
    QJsonObject today = overview.value("spend_today"_L1).toObject();
    today.insert(u"unpriced"_s, 312);
    overview.insert(u"spend_today"_s, today);
    m_fake->answer("GET /overview", overview);
    showPage();
    QSignalSpy wanted(m_page.get(), &OverviewPage::pricesRequested);
    QSignalSpy opened(m_page.get(), &OverviewPage::openRequests);
    auto *link = child<QPushButton>("overview.kpi.unpricedButton");
    QVERIFY(link && link->isVisible());
    QCOMPARE(link->text(), u"312 requests are unpriced"_s);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(opened.count(), 0);
}

void OverviewPageTest::sendsATestRequest()
{
    QJsonObject overview = sampleOverview();
    overview.insert(u"has_requests"_s, false);
    m_fake->answer("GET /overview", overview);
    m_fake->answer("POST /requests/test", {{u"status"_s, 200}, {u"model"_s, u"fast"_s}});
    showPage();
    auto *button = child<QPushButton>("overview.emptyTestButton");
    QVERIFY(button->isVisible());
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_COMPARE(child<QLabel>("overview.emptyTestLabel")->text(),
                 u"✓ fast answered with status 200."_s);
}

void OverviewPageTest::providersOpenRequestsByKey()
{
    showPage();
    QSignalSpy opened(m_page.get(), &OverviewPage::openRequests);
    auto *table = child<QAbstractItemView>("overview.providersTable");
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.takeFirst().constFirst().toString(), u"provider:anthropic"_s);
}

void OverviewPageTest::cellsOpenWhatTheyCount()
{
    showPage();
    QSignalSpy opened(m_page.get(), &OverviewPage::openRequests);
    auto *table = child<QAbstractItemView>("overview.providersTable");
    const auto open = [&](int column) {
        table->setCurrentIndex(table->model()->index(0, column));
        QTest::keyClick(table, Qt::Key_Return);
        return opened.takeFirst().constFirst().toString();
    };
    QCOMPARE(open(ProviderHealthModel::Requests), u"provider:openai"_s);
    QCOMPARE(open(ProviderHealthModel::Success), u"attempt:openai/failed"_s);
    QCOMPARE(open(ProviderHealthModel::SpendToday), u"provider:openai since:2026-11-22"_s);
}

void OverviewPageTest::sortsProviders()
{
    showPage();
    auto *table = child<QTableView>("overview.providersTable");
    table->sortByColumn(ProviderHealthModel::FirstToken, Qt::DescendingOrder);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"Anthropic"_s);
    QCOMPARE(table->model()->index(5, 0).data().toString(), u"Ollama"_s);
}

void OverviewPageTest::barsOpenTheirDay()
{
    showPage();
    QSignalSpy opened(m_page.get(), &OverviewPage::openRequests);
    auto *chart = child<ChartView>("overview.spendChart");
    QTest::keyClick(chart, Qt::Key_End);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(opened.takeFirst().constFirst().toString(), u"since:2026-11-22 until:2026-11-23"_s);
    QTest::keyClick(chart, Qt::Key_Up);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(opened.takeFirst().constFirst().toString(),
             u"provider:openai since:2026-11-22 until:2026-11-23"_s);
}

void OverviewPageTest::zoomedChartOpensItsSpan()
{
    showPage();
    QSignalSpy opened(m_page.get(), &OverviewPage::openRequests);
    child<ChartView>("overview.latencyChart")->zoomTo(4, 7);
    QVERIFY(child<QPushButton>("overview.latencyResetZoomButton")->isVisible());
    child<QWidget>("overview.latencyChartCard")
        ->findChild<QAction *>(u"action.openChartRequests"_s)
        ->trigger();
    QCOMPARE(opened.takeFirst().constFirst().toString(),
             u"since:2026-11-21T14:00:00.000Z until:2026-11-21T15:00:00.000Z"_s);
}

void OverviewPageTest::eventsOpenTheirObject()
{
    showPage();
    QSignalSpy opened(m_page.get(), &OverviewPage::openObject);
    auto *list = child<QListView>("overview.eventsList");
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.takeFirst(), (QVariantList{u"key"_s, u"key"_s}));
}

void OverviewPageTest::saysThatRequestsAreMissing()
{
    showPage();
    QJsonObject status = sampleStatus();
    status[u"problems"_s] = QJsonArray{QJsonObject{{u"code"_s, u"records_lost"_s},
                                                   {u"severity"_s, u"error"_s},
                                                   {u"title"_s, u"The journal is full"_s},
                                                   {u"detail"_s, u"3 records"_s}}};
    m_fake->push(u"status"_s, status);
    QCOMPARE(state(), StatePanel::State::Partial);
    QVERIFY(child<KpiCard>("overview.kpi.spendToday")->isVisible());
}

void OverviewPageTest::fewSamplesSayNothing()
{
    QJsonObject overview = sampleOverview();
    QJsonObject first = overview.value(u"first_token"_s).toObject();
    first[u"samples"_s] = 7;
    overview[u"first_token"_s] = first;
    m_fake->answer("GET /overview", overview);
    showPage();
    QCOMPARE(child<KpiCard>("overview.kpi.ttft")->number(), u"–"_s);
}

void OverviewPageTest::everyControlHasItsNames()
{
    showPage();
    QSet<QString> names;
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool interactive = qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QListView *>(widget) || qobject_cast<const QTableView *>(widget);
        if (!interactive || widget->objectName().startsWith("qt_"_L1) || !widget->isVisible())
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(!names.contains(widget->objectName()), qPrintable(widget->objectName()));
        names.insert(widget->objectName());
    }
    QVERIFY(names.contains(u"overview.addProviderButton"_s));
}

void OverviewPageTest::fitsTheSmallestWindow()
{
    showPage();
    m_page->resize(968, 560);
    QCoreApplication::sendPostedEvents();
    const auto *first = child<KpiCard>("overview.kpi.spendToday");
    const auto *last = child<KpiCard>("overview.kpi.ttft");
    QVERIFY(last->y() > first->y()); // three tiles over two
    QVERIFY(last->mapTo(m_page.get(), QPoint(last->width(), 0)).x() <= m_page->width());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::OverviewPageTest)
#include "tst_overviewpage.moc"
