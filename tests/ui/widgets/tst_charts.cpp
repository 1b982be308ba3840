// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/chartscale.h"
#include "core/base/csv.h"
#include "ui/widgets/format.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/legendbar.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/stackedbarchart.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QLineSeries>
#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

int countColour(QWidget &widget, const QColor &colour)
{
    const QImage image = widget.grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour;
    return count;
}

QString plain(double value)
{
    return QString::number(value);
}

BarChartData bars()
{
    return {.buckets = {u"1 Nov"_s, u"2 Nov"_s, u"3 Nov"_s},
            .series = {{.id = u"a"_s, .name = u"A"_s, .colour = 0, .values = {1, 2, 3}},
                       {.id = u"b"_s, .name = u"B"_s, .colour = 1, .values = {3, 2, 1}}},
            .lastUnfinished = false};
}

QString seconds(double milliseconds)
{
    return Format::duration(milliseconds);
}

LineChartData percentiles()
{
    LineChartData data;
    data.lines = {{.id = u"p50"_s, .name = u"p50"_s},
                  {.id = u"p95"_s, .name = u"p95"_s, .style = LineChartData::Style::Dashed},
                  {.id = u"firstToken"_s, .name = u"First token p50"_s, .colour = 1}};
    for (int i = 0; i < 12; ++i) {
        data.times.append(QString::number(i));
        data.keys.append(QString::number(i));
        data.lines[0].values.append(i == 5 ? std::nullopt : std::optional(1000.0));
        data.lines[1].values.append(i == 5 ? std::nullopt : std::optional(3000.0));
        data.lines[2].values.append(400.0);
    }
    data.axisLabels = {u"00:00"_s, u"12:00"_s};
    data.bandFrom = u"p50"_s;
    data.bandTo = u"p95"_s;
    return data;
}

} // namespace

class ChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto *theme = new Theme(*qApp);
        theme->setChoice(Theme::Choice::Light);
    }

    void paintsBarsInSeriesColours();
    void hidesASeries();
    void tellsEveryValueAtABar();
    void movesByKeyAndOpens();
    void paintsLines();
    void stacksAreasToTheTop();
    void gapsAreNotZero();
    void repeatedTimesAreBothWritten();
    void legendIsolatesAndTogglesBack();
    void dragZoomsAndEscapeEnds();
    void zoomFollowsItsLabels();
    void announcesTheSeriesChosen();
    void tableShowsTheSameNumbers();
    void menuCopiesNumbersAndOpensRequests();
    void writesGapsAsNothing();
    void manyPointsKeepTheirPeaks();
    void paintsSparklineAndMeter();
    void tileOpensByKeyAndClick();
    void waitsBeforeTheSkeleton();
};

void ChartsTest::paintsBarsInSeriesColours()
{
    StackedBarChart chart(plain, plain);
    chart.resize(400, 200);
    chart.setData(bars());
    QVERIFY(countColour(chart, colours().seriesFill(0)) > 500);
    QVERIFY(countColour(chart, colours().seriesFill(1)) > 500);
}

void ChartsTest::hidesASeries()
{
    StackedBarChart chart(plain, plain);
    chart.resize(400, 200);
    chart.setData(bars());
    chart.setHidden({u"a"_s});
    QCOMPARE(countColour(chart, colours().seriesFill(0)), 0);
    QCOMPARE(chart.tip(0).rows.size(), 2);
    QCOMPARE(chart.tip(0).rows.last().value, u"3"_s);
}

void ChartsTest::tellsEveryValueAtABar()
{
    StackedBarChart chart(plain, plain);
    chart.setData(bars());
    const ChartTip tip = chart.tip(1);
    QCOMPARE(tip.title, u"2 Nov"_s);
    QCOMPARE(tip.rows.size(), 3);
    QCOMPARE(tip.rows.first().name, u"B"_s); // from the top of the bar down
    QCOMPARE(tip.rows.last().value, u"4"_s);
}

void ChartsTest::movesByKeyAndOpens()
{
    StackedBarChart chart(plain, plain);
    chart.setData(bars());
    QSignalSpy opened(&chart, &ChartView::pointActivated);
    QTest::keyClick(&chart, Qt::Key_End);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.currentPoint(), 1);
    QVERIFY(chart.accessibleDescription().contains(u"2 Nov"_s));
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(opened.takeFirst().constFirst().toInt(), 1);
}

void ChartsTest::paintsLines()
{
    LineChart chart(seconds, seconds);
    chart.resize(400, 200);
    chart.setData(percentiles());
    QVERIFY(countColour(chart, colours().seriesLine(0)) > 100);
    QVERIFY(countColour(chart, colours().seriesLine(1)) > 100);
    chart.setHidden({u"firstToken"_s});
    QCOMPARE(countColour(chart, colours().seriesLine(1)), 0);
}

void ChartsTest::stacksAreasToTheTop()
{
    LineChartData data;
    data.times = {u"a"_s, u"b"_s, u"c"_s};
    data.keys = data.times;
    data.lines = {{.id = u"x"_s, .name = u"X"_s, .colour = 0, .values = {0.25, 0.25, std::nullopt}},
                  {.id = u"y"_s, .name = u"Y"_s, .colour = 1, .values = {0.75, 0.5, std::nullopt}}};
    data.top = 1;
    data.stacked = true;
    LineChart chart(plain, plain);
    chart.setData(data);
    QCOMPARE(chart.chart()->series().size(), 2);
    const auto *upper = qobject_cast<QAreaSeries *>(chart.chart()->series().at(1));
    QVERIFY(upper);
    QCOMPARE(upper->upperSeries()->points(), QList<QPointF>({{0, 1}, {1, 0.75}}));
    QCOMPARE(upper->lowerSeries()->points(), QList<QPointF>({{0, 0.25}, {1, 0.25}}));
    QCOMPARE(chart.tip(2).rows.constFirst().value, Format::unknown());
}

void ChartsTest::gapsAreNotZero()
{
    LineChart chart(seconds, seconds);
    chart.setData(percentiles());
    QCOMPARE(chart.tip(5).rows.at(0).value, Format::unknown());
    QCOMPARE(chart.tip(4).rows.at(0).value, u"1.00 s"_s);
}

void ChartsTest::repeatedTimesAreBothWritten()
{
    LineChart chart(seconds, seconds);
    LineChartData day = percentiles();
    day.axisLabels = {u"14:00"_s, u"02:00"_s, u"14:00"_s};
    chart.setData(day);
    const auto axes = chart.chart()->axes(Qt::Horizontal);
    QCOMPARE(qobject_cast<QCategoryAxis *>(axes.constFirst())->count(), 3);
}

void ChartsTest::legendIsolatesAndTogglesBack()
{
    LegendBar legend;
    legend.setObjectName(u"legend"_s);
    legend.setEntries({{.id = u"a"_s, .name = u"A"_s, .total = u"$1"_s},
                       {.id = u"b"_s, .name = u"B"_s, .total = u"$2"_s}});
    auto *first = legend.findChild<QAbstractButton *>(u"legend.a"_s);
    QVERIFY(first);
    first->click();
    QCOMPARE(legend.hiddenIds(), QSet<QString>({u"b"_s}));
    first->click();
    QVERIFY(legend.hiddenIds().isEmpty());
}

void ChartsTest::dragZoomsAndEscapeEnds()
{
    LineChart chart(seconds, seconds);
    chart.resize(600, 200);
    chart.setData(percentiles());
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QRectF plot = chart.chart()->plotArea();
    const auto at = [&](double x) {
        return QPoint(int(plot.left() + plot.width() * x / 12), int(plot.center().y()));
    };
    QSignalSpy opened(&chart, &ChartView::pointActivated);
    QTest::mousePress(chart.viewport(), Qt::LeftButton, {}, at(3));
    QTest::mouseMove(chart.viewport(), at(6));
    QTest::mouseRelease(chart.viewport(), Qt::LeftButton, {}, at(6));
    QVERIFY(chart.isZoomed());
    QCOMPARE(chart.firstPoint(), 3);
    QCOMPARE(chart.lastPoint(), 6);
    QCOMPARE(opened.count(), 0);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!chart.isZoomed());
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, at(4));
    QCOMPARE(opened.takeFirst().constFirst().toInt(), 4);
}

void ChartsTest::zoomFollowsItsLabels()
{
    StackedBarChart chart(plain, plain);
    chart.setData(bars());
    chart.zoomTo(1, 2);
    BarChartData later = bars();
    later.buckets = {u"2 Nov"_s, u"3 Nov"_s, u"4 Nov"_s};
    chart.setData(later);
    QCOMPARE(chart.firstPoint(), 0);
    QCOMPARE(chart.lastPoint(), 1);
    later.buckets = {u"7 Nov"_s, u"8 Nov"_s, u"9 Nov"_s};
    chart.setData(later);
    QVERIFY(!chart.isZoomed());
}

void ChartsTest::announcesTheSeriesChosen()
{
    StackedBarChart chart(plain, plain);
    chart.setData(bars());
    QTest::keyClick(&chart, Qt::Key_End);
    QTest::keyClick(&chart, Qt::Key_Up);
    QTest::keyClick(&chart, Qt::Key_Up);
    QCOMPARE(chart.currentSeries(), u"b"_s);
    QCOMPARE(chart.accessibleDescription(), u"B, 3 Nov: 1"_s);
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.accessibleDescription(), u"A, 2 Nov: 2"_s);
}

void ChartsTest::tableShowsTheSameNumbers()
{
    auto *chart = new StackedBarChart(plain, plain);
    ChartPanel panel(chart, u"test.spend"_s);
    panel.setTitle(u"Spend"_s);
    chart->setData(bars());
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_T);
    auto *table = panel.findChild<TableView *>(u"test.spendDataTable"_s);
    QVERIFY(table->isVisible());
    QVERIFY(!chart->isVisible());
    const QAbstractItemModelTester tester(table->model());
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(2, 1).data().toString(), u"3"_s);
    chart->setHidden({u"a"_s});
    chart->zoomTo(1, 2);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"2"_s);
    panel.findChild<QAbstractButton *>(u"test.spendResetZoomButton"_s)->click();
    QCOMPARE(table->model()->rowCount(), 3);
}

void ChartsTest::menuCopiesNumbersAndOpensRequests()
{
    auto *chart = new StackedBarChart(plain, plain);
    ChartPanel panel(chart, u"test.spend"_s);
    chart->setData(bars());
    panel.findChild<QAction *>(u"action.copyChartData"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"Time\tA\tB\n1 Nov\t1\t3\n2 Nov\t2\t2\n3 Nov\t3\t1"_s);
    panel.findChild<QAction *>(u"action.copyChartImage"_s)->trigger();
    QVERIFY(!QGuiApplication::clipboard()->pixmap().isNull());
    QSignalSpy opened(&panel, &ChartPanel::requestsRequested);
    chart->zoomTo(0, 1);
    panel.findChild<QAction *>(u"action.openChartRequests"_s)->trigger();
    QCOMPARE(opened.takeFirst(), (QVariantList{0, 1}));
}

void ChartsTest::writesGapsAsNothing()
{
    auto *chart = new LineChart(seconds, seconds);
    chart->setUnitKey(u"ms"_s);
    ChartPanel panel(chart, u"test.latency"_s);
    chart->setData(percentiles());
    const QByteArray csv = panel.csv();
    QVERIFY(csv.startsWith("time,name,ms\n0,p50,1000.000000000\n"));
    QVERIFY(csv.contains("\n5,p50,\n"));
    QCOMPARE(csvCell(u"=1+1"_s), QByteArray("'=1+1"));
}

void ChartsTest::manyPointsKeepTheirPeaks()
{
    QList<QPointF> line;
    for (int i = 0; i < 100'000; ++i)
        line.append({double(i), i == 77'777 ? 9.0 : 1.0});
    const QList<QPointF> thin = thinned(line, 1500);
    QVERIFY(thin.size() <= 1500);
    QVERIFY(thin.contains(QPointF(77'777, 9)));
    QVERIFY(std::is_sorted(thin.cbegin(), thin.cend(),
                           [](QPointF a, QPointF b) { return a.x() < b.x(); }));
}

void ChartsTest::paintsSparklineAndMeter()
{
    Sparkline spark;
    spark.resize(160, 30);
    QCOMPARE(countColour(spark, colours().seriesLine(1)), 0);
    spark.setValues({1, 2, 3, 2}, 1);
    QVERIFY(countColour(spark, colours().seriesLine(1)) > 20);
    Meter meter;
    meter.resize(100, 14);
    meter.setFill(Meter::Fill::Ok);
    meter.setValue(0.5);
    const int half = countColour(meter, colours().okFill);
    meter.setValue(1.0);
    QVERIFY(countColour(meter, colours().okFill) > half + 100);
}

void ChartsTest::tileOpensByKeyAndClick()
{
    KpiCard card(u"Spend today"_s);
    card.setNumber(u"$42.96"_s);
    card.setCaption(u"vs. yesterday"_s);
    QSignalSpy activated(&card, &KpiCard::activated);
    QTest::keyClick(&card, Qt::Key_Return);
    QTest::mouseClick(&card, Qt::LeftButton);
    QCOMPARE(activated.count(), 2);
    QCOMPARE(card.accessibleName(), u"Spend today"_s);
    QVERIFY(card.accessibleDescription().contains(u"$42.96"_s));
}

void ChartsTest::waitsBeforeTheSkeleton()
{
    auto *content = new QLabel(u"content"_s);
    StatePanel panel(content);
    panel.resize(300, 200);
    panel.show();
    QVERIFY(!content->isVisible());
    panel.setState(StatePanel::State::Ready);
    QVERIFY(content->isVisible());
    panel.setState(StatePanel::State::Stale);
    QVERIFY(content->isVisible());
    panel.setState(StatePanel::State::Error);
    QVERIFY(!content->isVisible());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::ChartsTest)
#include "tst_charts.moc"
