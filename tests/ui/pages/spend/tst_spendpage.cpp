// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/spend/breakdownpane.h"
#include "ui/pages/spend/budgetspane.h"
#include "ui/pages/spend/spendpage.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/format.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr qint64 dollar = 1'000'000'000;

QJsonObject item(const QString &day, const QString &provider, qint64 cost, qint64 unpriced = 0)
{
    QJsonObject object{{u"provider"_s, provider},
                       {u"requests"_s, 10},
                       {u"errors"_s, 1},
                       {u"provider_name"_s, provider == "openai"_L1 ? u"OpenAI"_s : u"Claude"_s},
                       {u"tokens_in"_s, 1'000},
                       {u"tokens_out"_s, 500},
                       {u"tokens_cached"_s, 100},
                       {u"cost_nano_usd"_s, cost},
                       {u"tokens_cache_write"_s, 7},
                       {u"unpriced"_s, unpriced}};
    if (!day.isEmpty())
        object.insert(u"day"_s, day);
    return object;
}

QJsonObject usage()
{
    return {{u"items"_s,
             QJsonArray{item(u"2026-11-20"_s, u"openai"_s, 3 * dollar),
                        item(u"2026-11-20"_s, u"anthropic"_s, dollar),
                        item(u"2026-11-22"_s, u"openai"_s, 2 * dollar, 3)}},
            {u"previous"_s, QJsonArray{item({}, u"openai"_s, 4 * dollar)}},
            {u"unpriced_models"_s, 2},
            {u"time_zone"_s, u"UTC"_s},
            {u"from"_s, u"2026-11-20T00:00:00.000Z"_s},
            {u"to"_s, u"2026-11-23T00:00:00.000Z"_s}};
}

QJsonObject budgets()
{
    return {{u"items"_s,
             QJsonArray{QJsonObject{
                 {u"id"_s, u"team:research|month"_s},
                 {u"scope"_s, u"team:research"_s},
                 {u"kind"_s, u"hard"_s},
                 {u"period"_s, u"month"_s},
                 {u"limit_nano_usd"_s, 100 * dollar},
                 {u"raised_nano_usd"_s, 0},
                 {u"spent_nano_usd"_s, 85 * dollar},
                 {u"reserved_nano_usd"_s, dollar},
                 {u"left_nano_usd"_s, 14 * dollar},
                 {u"percent"_s, 85},
                 {u"from"_s, u"2026-11-01T00:00:00.000Z"_s},
                 {u"resets"_s, u"2026-12-01T00:00:00.000Z"_s},
                 {u"narrowest_above"_s,
                  QJsonObject{{u"scope"_s, u"gateway"_s}, {u"left_nano_usd"_s, 60 * dollar}}},
                 {u"state"_s, u"warned"_s}}}}};
}

QJsonObject configuration()
{
    return {{u"revision"_s, 4},
            {u"document"_s,
             QJsonObject{{u"version"_s, 1},
                         {u"teams"_s, QJsonArray{QJsonObject{{u"id"_s, u"research"_s}}}},
                         {u"budgets"_s,
                          QJsonArray{QJsonObject{{u"scope"_s, u"team:research"_s},
                                                 {u"limit_usd"_s, 100},
                                                 {u"period"_s, u"month"_s}}}}}}};
}

} // namespace

class SpendPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { new Theme(*qApp); }
    void init();
    void cleanup();

    void loading();
    void ready();
    void totalsAgree();
    void emptyRange();
    void unreachableFromTheStart();
    void staleKeepsTheTable();
    void controlsAskAgain();
    void measureChangesTheChart();
    void unpricedIsAlwaysSaid();
    void rowsOpenTheirRequests();
    void exportHasItsColumns();
    void budgetsShow();
    void budgetsCanBeRaised();
    void budgetsCanBeMade();
    void budgetsCanBeDeleted();
    void budgetsResetAsksFirst();
    void pauseCanBeEnded();
    void everyControlHasItsNames();
    void fitsTheSmallestWindow();

private:
    void showPage();
    void showBudgets();
    StatePanel::State state() const
    {
        return child<QWidget>("spend.breakdown")->findChild<StatePanel *>()->state();
    }
    template <typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    QString cell(const char *table, int row, int column) const
    {
        return child<QTableView>(table)->model()->index(row, column).data().toString();
    }

    FakeAdminTransport *m_fake = nullptr;
    FakeClock m_clock;
    SeriesColours m_colours;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<ConfigurationModel> m_configuration;
    std::unique_ptr<SpendPage> m_page;
};

void SpendPageTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /usage", usage());
    m_fake->answer("GET /budgets", budgets());
    m_fake->answer("GET /pause", {{u"paused"_s, false}});
    m_fake->answer("GET /prices", {{u"items"_s, QJsonArray()}});
    m_fake->answer("GET /config", configuration(), 200, 4);
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_configuration = std::make_unique<ConfigurationModel>(*m_client);
    m_configuration->refresh();
    m_page = std::make_unique<SpendPage>(*m_client, *m_configuration, m_clock, m_colours);
    m_page->resize(1218, 800);
}

void SpendPageTest::cleanup()
{
    m_page.reset();
    m_configuration.reset();
    m_client.reset();
}

void SpendPageTest::showPage()
{
    m_page->show();
    QTRY_VERIFY(m_page->isReady());
}

void SpendPageTest::showBudgets()
{
    QTRY_VERIFY(m_configuration->isLoaded());
    m_page->show();
    m_page->open(u"team:research|month"_s);
    QTRY_COMPARE(child<QTableView>("spend.budgetsTable")->model()->rowCount(), 1);
    QVERIFY(m_page->isReady());
    m_page->open(u"team:research|month"_s);
}

void SpendPageTest::loading()
{
    m_fake->holdAnswers();
    m_page->show();
    QCOMPARE(state(), StatePanel::State::Loading);
    QVERIFY(!m_page->isReady());
}

void SpendPageTest::ready()
{
    showPage();
    QCOMPARE(state(), StatePanel::State::Ready);
    auto *chart = child<ChartView>("spend.chart");
    QCOMPARE(chart->pointCount(), 3); // also the day without a request
    QCOMPARE(chart->shownSeries().size(), 2);
    QCOMPARE(cell("spend.breakdownTable", 0, BreakdownPane::Group), u"OpenAI"_s);
    QCOMPARE(cell("spend.breakdownTable", 0, BreakdownPane::Cost), u"$5.00"_s);
    QCOMPARE(cell("spend.breakdownTable", 0, BreakdownPane::Change),
             QString(u"+"_s + Format::percent(0.25)));
    QCOMPARE(cell("spend.breakdownTable", 1, BreakdownPane::Change), u"new"_s);
}

void SpendPageTest::totalsAgree()
{
    showPage();
    auto *table = child<QTableView>("spend.breakdownTable");
    const auto expectTotalLast = [&] {
        QCOMPARE(cell("spend.breakdownTable", 2, BreakdownPane::Group), u"Total"_s);
        QCOMPARE(cell("spend.breakdownTable", 2, BreakdownPane::Cost),
                 child<QLabel>("spend.headline")->text());
    };
    expectTotalLast();
    table->sortByColumn(BreakdownPane::Cost, Qt::AscendingOrder);
    QCOMPARE(cell("spend.breakdownTable", 0, BreakdownPane::Group), u"Claude"_s);
    expectTotalLast();
    table->sortByColumn(BreakdownPane::Cost, Qt::DescendingOrder);
    expectTotalLast();
}

void SpendPageTest::emptyRange()
{
    QJsonObject none = usage();
    none[u"items"_s] = QJsonArray();
    m_fake->answer("GET /usage", none);
    showPage();
    QCOMPARE(state(), StatePanel::State::Empty);
    QVERIFY(!child<QAbstractButton>("spend.exportButton")->isEnabled());
}

void SpendPageTest::unreachableFromTheStart()
{
    m_fake->setReachable(false);
    showPage();
    QCOMPARE(state(), StatePanel::State::Error);
    m_fake->setReachable(true);
    m_page->refresh();
    QTRY_COMPARE(state(), StatePanel::State::Ready);
}

void SpendPageTest::staleKeepsTheTable()
{
    showPage();
    m_fake->setReachable(false);
    m_page->refresh();
    QTRY_COMPARE(state(), StatePanel::State::Stale);
    QVERIFY(child<QWidget>("spend.breakdownTable")->isVisible());
}

void SpendPageTest::controlsAskAgain()
{
    showPage();
    m_page->setRange(u"7d"_s);
    child<QComboBox>("spend.groupCombo")->setCurrentIndex(1);
    child<QComboBox>("spend.thenCombo")->setCurrentIndex(3);
    const auto query = [&] { return m_fake->lastOf("GET /usage").query; };
    QTRY_COMPARE(query().queryItemValue(u"by"_s), u"day,model,team"_s);
    QCOMPARE(query().queryItemValue(u"range"_s), u"7d"_s);
    QCOMPARE(query().queryItemValue(u"compare"_s), u"previous"_s);
}

void SpendPageTest::measureChangesTheChart()
{
    showPage();
    child<QComboBox>("spend.measureCombo")->setCurrentIndex(2);
    QCOMPARE(child<ChartView>("spend.chart")->value(u"openai"_s, 0), 10.0);
    QCOMPARE(child<QLabel>("spend.headline")->text(), u"30"_s);
}

void SpendPageTest::unpricedIsAlwaysSaid()
{
    showPage();
    auto *banner = child<QWidget>("spend.unpricedBanner");
    QVERIFY(banner->isVisible());
    QSignalSpy prices(m_page.get(), &SpendPage::openPrices);
    banner->findChild<QAbstractButton *>(u"banner.actionButton"_s)->click();
    QCOMPARE(prices.size(), 1);
}

void SpendPageTest::rowsOpenTheirRequests()
{
    showPage();
    QSignalSpy opened(m_page.get(), &SpendPage::openRequests);
    auto *table = child<QTableView>("spend.breakdownTable");
    table->setCurrentIndex(table->model()->index(0, BreakdownPane::Cost));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.last().first().toString(),
             u"provider:openai since:2026-11-20T00:00:00.000Z until:2026-11-23T00:00:00.000Z"_s);
    table->setCurrentIndex(table->model()->index(2, BreakdownPane::Cost));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.last().first().toString(),
             u"since:2026-11-20T00:00:00.000Z until:2026-11-23T00:00:00.000Z"_s);
}

void SpendPageTest::exportHasItsColumns()
{
    showPage();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"spend.csv"_s);
    m_page->breakdown().setFileChooser(
        [&](const QString &, const std::function<void(const QString &)> &chosen) { chosen(path); });
    child<QAbstractButton>("spend.exportButton")->click();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.first(),
             "day,timezone,gateway,provider,model,route,team,key_name,key_id,tag,requests,errors,"
             "tokens_in,tokens_out,tokens_cache_read,tokens_cache_write,cost,currency,"
             "unpriced_requests,price_list_version"_ba);
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(3).startsWith("2026-11-22,UTC,"));
    QVERIFY2(lines.at(3).endsWith(",openai,,,,,,,10,1,1000,500,100,7,2,USD,3,"),
             lines.at(3).constData());
    QCOMPARE(lines.at(1).count(','), lines.first().count(','));
}

void SpendPageTest::budgetsShow()
{
    showBudgets();
    QCOMPARE(cell("spend.budgetsTable", 0, BudgetsPane::Budget), u"Team research"_s);
    QCOMPARE(cell("spend.budgetsTable", 0, BudgetsPane::State), u"Warned"_s);
    QCOMPARE(cell("spend.budgetsTable", 0, BudgetsPane::Above), u"Whole gateway allows $60 more"_s);
    QSignalSpy opened(m_page.get(), &SpendPage::openRequests);
    QTest::keyClick(child<QTableView>("spend.budgetsTable"), Qt::Key_Return);
    QCOMPARE(opened.last().first().toString(), u"team:research since:2026-11-01T00:00:00.000Z"_s);
}

void SpendPageTest::budgetsCanBeRaised()
{
    showBudgets();
    const QByteArray request = "POST /budgets/team%3Aresearch%7Cmonth/raise";
    m_fake->answer(request, {});
    QSignalSpy done(m_page.get(), &SpendPage::done);
    child<QAbstractButton>("spend.raiseBudgetButton")->click();
    child<QDoubleSpinBox>("spend.raiseBudgetDialog.amountSpin")->setValue(12.5);
    child<QLineEdit>("spend.raiseBudgetDialog.reasonField")->setText(u"launch week"_s);
    child<QAbstractButton>("spend.raiseBudgetDialog.raiseButton")->click();
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(done.first().first().toString(),
             u"Raised the budget of “Team research” until it resets"_s);
    const QJsonObject body = m_fake->lastOf(request).body;
    QCOMPARE(body.value("amount_usd"_L1).toString(), u"12.50"_s);
    QCOMPARE(body.value("reason"_L1).toString(), u"launch week"_s);
}

void SpendPageTest::budgetsCanBeMade()
{
    showBudgets();
    m_fake->answer("PUT /config", {{u"revision"_s, 5}});
    QSignalSpy saved(m_configuration.get(), &ConfigurationModel::saved);
    child<QAbstractButton>("spend.newBudgetButton")->click();
    child<QComboBox>("spend.budgetDialog.scopeCombo")->setCurrentText(u"nonsense"_s);
    child<QAbstractButton>("spend.budgetDialog.saveButton")->click();
    QVERIFY(child<QDialog>("spend.budgetDialog")->isVisible()); // it says what is wrong
    child<QComboBox>("spend.budgetDialog.scopeCombo")->setCurrentText(u"Whole gateway"_s);
    child<QComboBox>("spend.budgetDialog.periodCombo")->setCurrentText(u"per quarter"_s);
    child<QDoubleSpinBox>("spend.budgetDialog.amountSpin")->setValue(500);
    child<QLineEdit>("spend.budgetDialog.warnField")->setText(u"50, 80"_s);
    child<QAbstractButton>("spend.budgetDialog.saveButton")->click();
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(m_configuration->canUndo());
    const QJsonArray sent =
        m_fake->lastOf("PUT /config").body.value("document"_L1)["budgets"_L1].toArray();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent.at(1)["scope"_L1].toString(), u"gateway"_s);
    QCOMPARE(sent.at(1)["period"_L1].toString(), u"quarter"_s);
    QCOMPARE(sent.at(1)["warn_at"_L1].toArray(), (QJsonArray{50, 80}));
}

void SpendPageTest::budgetsCanBeDeleted()
{
    showBudgets();
    m_fake->answer("PUT /config", {{u"revision"_s, 5}});
    child<QAbstractButton>("spend.deleteBudgetButton")->click();
    QTRY_VERIFY(m_configuration->canUndo());
    QVERIFY(
        m_fake->lastOf("PUT /config").body.value("document"_L1)["budgets"_L1].toArray().isEmpty());
}

void SpendPageTest::budgetsResetAsksFirst()
{
    showBudgets();
    const QByteArray request = "POST /budgets/team%3Aresearch%7Cmonth/reset";
    m_fake->answer(request, {});
    child<QAbstractButton>("spend.resetBudgetButton")->click();
    QCOMPARE(m_fake->countOf(request), 0);
    child<QAbstractButton>("spend.resetBudgetDialog.resetButton")->click();
    QTRY_COMPARE(m_fake->countOf(request), 1);
}

void SpendPageTest::pauseCanBeEnded()
{
    m_fake->answer("GET /pause",
                   {{u"paused"_s, true}, {u"except"_s, QJsonArray{u"team:research"_s}}});
    showBudgets();
    auto *banner = child<QWidget>("spend.pauseBanner");
    QTRY_VERIFY(banner->isVisible());
    m_fake->answer("DELETE /pause", {{u"paused"_s, false}});
    m_fake->answer("GET /pause", {{u"paused"_s, false}});
    m_fake->answer("GET /prices", {{u"items"_s, QJsonArray()}});
    banner->findChild<QAbstractButton *>(u"banner.actionButton"_s)->click();
    QTRY_VERIFY(!banner->isVisible());
}

void SpendPageTest::everyControlHasItsNames()
{
    showPage();
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool interactive = qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTableView *>(widget);
        if (!interactive || widget->objectName().startsWith("qt_"_L1) || !widget->isVisible())
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

void SpendPageTest::fitsTheSmallestWindow()
{
    showPage();
    m_page->resize(968, 560);
    QCoreApplication::sendPostedEvents();
    const auto *table = child<QWidget>("spend.breakdownTable");
    QVERIFY(table->mapTo(m_page.get(), QPoint(table->width(), 0)).x() <= m_page->width());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::SpendPageTest)
#include "tst_spendpage.moc"
