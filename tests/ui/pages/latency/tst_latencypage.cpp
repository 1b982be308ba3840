// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplereports.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/latency/latencypage.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/heatmap.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/theme.h"

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QTableView>

namespace Gatehouse::Ui {

class LatencyPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { new Theme(*qApp); }
    void init();
    void cleanup();

    void loading();
    void ready();
    void emptyWithoutStreams();
    void emptyWithoutAnswers();
    void unreachableFromTheStart();
    void staleKeepsTheCharts();
    void controlsAskAgain();
    void boxesChooseTheLines();
    void fewSamplesSayNothing();
    void speedsNameTheSlowTail();
    void pointsOpenTheirRequests();
    void cellsOfTheHeatMapOpenTheirRequests();
    void rowsOpenTheirRequests();
    void keysChangeScaleAndView();
    void filterNarrows();
    void everyControlHasItsNames();
    void fitsTheSmallestWindow();

private:
    void showPage();
    StatePanel::State state() const { return m_page->findChild<StatePanel *>()->state(); }
    QUrlQuery lastQuery() const { return m_fake->lastOf("GET /latency").query; }
    template <typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }

    FakeAdminTransport *m_fake = nullptr;
    FakeClock m_clock;
    SeriesColours m_colours;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<LatencyPage> m_page;
};

void LatencyPageTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /latency", sampleLatency());
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_page = std::make_unique<LatencyPage>(*m_client, m_clock, m_colours);
    m_page->resize(1218, 800);
}

void LatencyPageTest::cleanup()
{
    m_page.reset();
    m_client.reset();
}

void LatencyPageTest::showPage()
{
    m_page->show();
    QTRY_VERIFY(m_page->isReady());
}

void LatencyPageTest::loading()
{
    m_fake->holdAnswers();
    m_page->show();
    QCOMPARE(state(), StatePanel::State::Loading);
    QVERIFY(!m_page->property("ready").toBool());
}

void LatencyPageTest::ready()
{
    showPage();
    QCOMPARE(state(), StatePanel::State::Ready);
    const LineChartData &chart = child<LineChart>("latency.percentileChart")->data();
    QCOMPARE(chart.lines.size(), 3);            // p50, p95, p99
    QVERIFY(!chart.lines.first().values.at(1)); // a gap is a gap
    QVERIFY(chart.lastUnfinished);
    QCOMPARE(child<ChartView>("latency.phaseChart")->shownSeries().size(), 5);
}

void LatencyPageTest::emptyWithoutStreams()
{
    QJsonObject report = sampleLatency();
    report[u"streamed_samples"_s] = 0;
    m_fake->answer("GET /latency", report);
    showPage();
    QCOMPARE(state(), StatePanel::State::Empty);
    QCOMPARE(m_page->findChild<StatePanel *>()->findChildren<EmptyState *>().last()->title(),
             u"No streamed requests in this range, so there is no first-token time."_s);
}

void LatencyPageTest::emptyWithoutAnswers()
{
    QJsonObject report = sampleLatency();
    report[u"samples"_s] = 0;
    m_fake->answer("GET /latency", report);
    showPage();
    QCOMPARE(state(), StatePanel::State::Empty);
}

void LatencyPageTest::unreachableFromTheStart()
{
    m_fake->setReachable(false);
    showPage();
    QCOMPARE(state(), StatePanel::State::Error);
    m_fake->setReachable(true);
    child<QAbstractButton>("statePanel.retryButton")->click();
    QTRY_COMPARE(state(), StatePanel::State::Ready);
}

void LatencyPageTest::staleKeepsTheCharts()
{
    showPage();
    m_fake->setReachable(false);
    m_page->refresh();
    QTRY_COMPARE(state(), StatePanel::State::Stale);
    QVERIFY(child<QWidget>("latency.percentileChart")->isVisible());
}

void LatencyPageTest::controlsAskAgain()
{
    showPage();
    child<QComboBox>("latency.measureCombo")->setCurrentIndex(1);
    QTRY_COMPARE(lastQuery().queryItemValue(u"measure"_s), u"total"_s);
    child<QComboBox>("latency.groupCombo")->setCurrentIndex(2);
    QTRY_COMPARE(lastQuery().queryItemValue(u"by"_s), u"route"_s);
    child<QAbstractButton>("latency.streamedControl.noButton")->click();
    QTRY_COMPARE(lastQuery().queryItemValue(u"streamed"_s), u"no"_s);
    QVERIFY(!lastQuery().hasQueryItem(u"cache"_s));
    child<QCheckBox>("latency.excludeCacheCheck")->click();
    QTRY_COMPARE(lastQuery().queryItemValue(u"cache"_s), u"include"_s);
    m_page->setRange(u"7d"_s);
    QTRY_COMPARE(lastQuery().queryItemValue(u"range"_s), u"7d"_s);
}

void LatencyPageTest::boxesChooseTheLines()
{
    showPage();
    child<QCheckBox>("latency.maxCheck")->click();
    QCOMPARE(child<LineChart>("latency.percentileChart")->data().lines.size(), 4);
    child<QCheckBox>("latency.p50Check")->click();
    QCOMPARE(child<LineChart>("latency.percentileChart")->data().lines.first().id, u"p95"_s);
}

void LatencyPageTest::fewSamplesSayNothing()
{
    showPage();
    const auto *model = child<QAbstractItemView>("latency.table")->model();
    QCOMPARE(model->index(0, LatencyRows::FirstTokenP95).data().toString(), u"1.2 s"_s);
    QCOMPARE(model->index(0, LatencyRows::Gateway).data().toString(), u"0.4 ms"_s);
    QCOMPARE(model->index(1, LatencyRows::FirstTokenP95).data().toString(), u"–"_s);
    QCOMPARE(model->index(1, LatencyRows::Target).data(CellRole::Detail).toString(),
             u"12 samples"_s);
}

void LatencyPageTest::speedsNameTheSlowTail()
{
    QJsonObject report = sampleLatency();
    report[u"measure"_s] = u"speed"_s;
    m_fake->answer("GET /latency", report);
    showPage();
    QCOMPARE(child<QCheckBox>("latency.p95Check")->text(), u"slowest 5 %"_s);
}

void LatencyPageTest::pointsOpenTheirRequests()
{
    showPage();
    QSignalSpy opened(m_page.get(), &LatencyPage::openRequests);
    auto *chart = child<ChartView>("latency.percentileChart");
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Return);
    QVERIFY(!opened.isEmpty());
    QVERIFY(opened.first().first().toString().startsWith(
        u"status:ok streamed:yes since:2026-11-22T"_s));
}

void LatencyPageTest::cellsOfTheHeatMapOpenTheirRequests()
{
    showPage();
    QSignalSpy opened(m_page.get(), &LatencyPage::openRequests);
    auto *map = child<HeatMap>("latency.heatMap");
    QTest::keyClick(map, Qt::Key_Left);
    QTest::keyClick(map, Qt::Key_Up);
    QVERIFY(map->accessibleDescription().contains(u"3 answers"_s));
    QTest::keyClick(map, Qt::Key_Return);
    QCOMPARE(opened.first().first().toString(),
             u"status:ok streamed:yes ttft>=400ms ttft<1600ms since:2026-11-22T12:00:00.000Z "
             "until:2026-11-22T13:00:00.000Z"_s);
}

void LatencyPageTest::rowsOpenTheirRequests()
{
    showPage();
    QSignalSpy opened(m_page.get(), &LatencyPage::openRequests);
    auto *table = child<QTableView>("latency.table");
    table->setCurrentIndex(table->model()->index(0, LatencyRows::TotalP95));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.first().first().toString(),
             u"provider:openai status:ok since:2026-11-22T11:00:00.000Z "
             "until:2026-11-22T14:00:00.000Z"_s);
}

void LatencyPageTest::keysChangeScaleAndView()
{
    showPage();
    m_page->activateWindow();
    child<QWidget>("latency.table")->setFocus();
    QTest::keyClick(child<QWidget>("latency.heatMap"), Qt::Key_L);
    QTRY_VERIFY(child<LineChart>("latency.percentileChart")->data().logarithmic);
    QTest::keyClick(child<QWidget>("latency.table"), Qt::Key_H);
    QTRY_VERIFY(child<QWidget>("latency.groupChart")->isVisible());
    QVERIFY(!child<QWidget>("latency.heatMap")->isVisible());
}

void LatencyPageTest::filterNarrows()
{
    showPage();
    m_page->setFilter(u"provider:openai status:error"_s);
    QTRY_COMPARE(lastQuery().queryItemValue(u"provider"_s), u"openai"_s);
    child<QAbstractButton>("latency.clearFilterButton")->click();
    QTRY_VERIFY(!lastQuery().hasQueryItem(u"provider"_s));
}

void LatencyPageTest::everyControlHasItsNames()
{
    showPage();
    QSet<QString> names;
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool interactive = qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTableView *>(widget);
        if (!interactive || widget->objectName().startsWith("qt_"_L1) || !widget->isVisible())
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(!names.contains(widget->objectName()), qPrintable(widget->objectName()));
        names.insert(widget->objectName());
    }
    QVERIFY(names.contains(u"latency.measureCombo"_s));
}

void LatencyPageTest::fitsTheSmallestWindow()
{
    showPage();
    m_page->resize(968, 560);
    QCoreApplication::sendPostedEvents();
    const auto *table = child<QWidget>("latency.table");
    QVERIFY(table->mapTo(m_page.get(), QPoint(table->width(), 0)).x() <= m_page->width());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::LatencyPageTest)
#include "tst_latencypage.moc"
