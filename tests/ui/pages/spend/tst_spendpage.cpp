// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/spend/breakdownpane.h"
#include "ui/pages/spend/budgetspane.h"
#include "ui/pages/spend/commitmentspane.h"
#include "ui/pages/spend/invoicepane.h"
#include "ui/pages/spend/spendpage.h"
#include "ui/pages/spend/whatifpane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/format.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtGui/QAction>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
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
                       {u"tokens_reasoning"_s, 40},
                       {u"cache_saved_nano_usd"_s, cost / 10},
                       {u"cost_nano_usd"_s, cost},
                       {u"tokens_cache_write"_s, 7},
                       {u"unpriced"_s, unpriced}};
    if (!day.isEmpty())
        object.insert(u"day"_s, day);
    return object;
}

QJsonObject usage()
{
    return {
        {u"items"_s,
         QJsonArray{item(u"2026-11-20"_s, u"openai"_s, 3 * dollar),
                    item(u"2026-11-20"_s, u"anthropic"_s, dollar),
                    item(u"2026-11-22"_s, u"openai"_s, 2 * dollar, 3)}},
        {u"previous"_s, QJsonArray{item({}, u"openai"_s, 4 * dollar)}},
        {u"unpriced_models"_s, 2},
        {u"time_zone"_s, u"UTC"_s},
        {u"price_lists"_s,
         QJsonArray{QJsonObject{{u"version"_s, u"2026-07-24"_s}},
                    QJsonObject{{u"from"_s, u"2026-11-22"_s}, {u"version"_s, u"2026-11-22"_s}}}},
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
                 {u"exhausted"_s, u"2026-11-26T12:00:00.000Z"_s},
                 {u"narrowest_above"_s,
                  QJsonObject{{u"scope"_s, u"gateway"_s}, {u"left_nano_usd"_s, 60 * dollar}}},
                 {u"state"_s, u"warned"_s}}}}};
}

QJsonObject configuration()
{
    return {{u"revision"_s, 4},
            {u"document"_s,
             QJsonObject{
                 {u"version"_s, 1},
                 {u"teams"_s, QJsonArray{QJsonObject{{u"id"_s, u"research"_s}}}},
                 {u"providers"_s,
                  QJsonArray{QJsonObject{{u"id"_s, u"openai"_s},
                                         {u"dialect"_s, u"openai"_s},
                                         {u"base_url"_s, u"https://api.openai.com/v1"_s}}}},
                 {u"routes"_s,
                  QJsonArray{QJsonObject{{u"id"_s, u"fast"_s},
                                         {u"targets"_s,
                                          QJsonArray{QJsonObject{{u"provider"_s, u"openai"_s},
                                                                 {u"model"_s, u"gpt-4o"_s}}}}}}},
                 {u"budgets"_s,
                  QJsonArray{QJsonObject{{u"scope"_s, u"team:research"_s},
                                         {u"limit_usd"_s, 100},
                                         {u"period"_s, u"month"_s}}}}}}};
}

QJsonObject forecast()
{
    return {{u"missing_days"_s, 0},
            {u"so_far_nano_usd"_s, 100 * dollar},
            {u"expected_nano_usd"_s, 130 * dollar},
            {u"low_nano_usd"_s, 120 * dollar},
            {u"high_nano_usd"_s, 140 * dollar},
            {u"today"_s, u"2026-11-22"_s},
            {u"end"_s, u"2026-11-24"_s},
            {u"rest"_s, QJsonArray{10 * dollar, 20 * dollar}}};
}

QJsonObject commitments()
{
    return {{u"items"_s,
             QJsonArray{QJsonObject{{u"id"_s, u"office"_s},
                                    {u"provider"_s, u"openai"_s},
                                    {u"amount_nano_usd"_s, 3000 * dollar},
                                    {u"from"_s, u"2026-11-01"_s},
                                    {u"until"_s, u"2026-11-30"_s},
                                    {u"used_nano_usd"_s, 20 * dollar},
                                    {u"per_day_nano_usd"_s, 10 * dollar},
                                    {u"expected_nano_usd"_s, 1800 * dollar},
                                    {u"unused_nano_usd"_s, 1200 * dollar},
                                    {u"used_up_on"_s, QJsonValue::Null},
                                    {u"price_multiplier"_s, 0.85},
                                    {u"state"_s, u"behind"_s},
                                    {u"days"_s, QJsonArray{10 * dollar, 20 * dollar}}}}},
            {u"today"_s, u"2026-11-02"_s}};
}

QJsonObject replay()
{
    return {
        {u"requests"_s, 100},
        {u"moved"_s, 60},
        {u"refused"_s, 3},
        {u"cost_before_nano_usd"_s, 50 * dollar},
        {u"cost_after_nano_usd"_s, 20 * dollar},
        {u"delta_nano_usd"_s, -30 * dollar},
        {u"models"_s,
         QJsonArray{QJsonObject{{u"provider"_s, u"openai"_s},
                                {u"model"_s, u"gpt-4o"_s},
                                {u"requests_before"_s, 100},
                                {u"requests_after"_s, 37},
                                {u"cost_before_nano_usd"_s, 50 * dollar},
                                {u"cost_after_nano_usd"_s, 20 * dollar},
                                {u"typical_ms"_s, 900}}}},
        {u"days"_s,
         QJsonArray{QJsonObject{{u"day"_s, u"2026-11-21"_s},
                                {u"provider"_s, u"openai"_s},
                                {u"model"_s, u"gpt-4o"_s},
                                {u"before_nano_usd"_s, 50 * dollar},
                                {u"after_nano_usd"_s, 20 * dollar}}}},
        {u"refusals"_s,
         QJsonArray{QJsonObject{
             {u"reason"_s, u"budget"_s}, {u"scope"_s, u"team:research"_s}, {u"requests"_s, 3}}}},
        {u"blocked"_s,
         QJsonArray{QJsonObject{{u"reason"_s, u"no_tools"_s},
                                {u"provider"_s, u"gpu"_s},
                                {u"model"_s, u"llama"_s},
                                {u"requests"_s, 7}}}},
        {u"latency"_s,
         QJsonObject{{u"before_ms"_s, 900}, {u"after_ms"_s, 1200}, {u"unknown"_s, 0}}}};
}

QJsonObject invoice()
{
    const QJsonObject suggestion{{u"provider"_s, u"openai"_s},
                                 {u"model"_s, u"gpt-4o"_s},
                                 {u"input_nano_per_mtok"_s, 2 * dollar},
                                 {u"output_nano_per_mtok"_s, 8 * dollar},
                                 {u"cache_read_nano_per_mtok"_s, QJsonValue::Null}};
    const QJsonObject model{{u"model"_s, u"gpt-4o"_s},
                            {u"invoice_nano_usd"_s, 12 * dollar},
                            {u"booked_nano_usd"_s, 10 * dollar},
                            {u"gap_nano_usd"_s, 2 * dollar},
                            {u"invoice_tokens_in"_s, 900},
                            {u"invoice_tokens_out"_s, 100},
                            {u"booked_tokens_in"_s, 900},
                            {u"booked_tokens_out"_s, 100},
                            {u"state"_s, u"more"_s},
                            {u"suggestion"_s, suggestion}};
    return {{u"form"_s, u"openai_costs"_s}, {u"from"_s, u"2026-11-01"_s},
            {u"to"_s, u"2026-11-02"_s},     {u"models"_s, QJsonArray{model}},
            {u"days"_s, QJsonArray{}},      {u"total"_s, model}};
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
    void idleMachinesStandBelowTheTotal();
    void emptyRange();
    void unreachableFromTheStart();
    void staleKeepsTheTable();
    void controlsAskAgain();
    void measureChangesTheChart();
    void unpricedIsAlwaysSaid();
    void rowsOpenTheirRequests();
    void tellsWhatCachesSaved();
    void exportHasItsColumns();
    void budgetsShow();
    void budgetsCanBeRaised();
    void budgetsCanBeMade();
    void budgetsCanBeDeleted();
    void budgetsResetAsksFirst();
    void pauseCanBeEnded();
    void pauseSparesSome();
    void forecastIsShown();
    void forecastWaits();
    void aBudgetIsALineAcrossTheBars();
    void otherChartsAreDrawn();
    void weeksAreSummed();
    void aDayIsToldByHours();
    void hoursAreOfAWeekAtMost();
    void groupsByTagAndPerson();
    void requestsWithoutAGroupOpen();
    void aPartOfABarOpensItsGroup();
    void moreGroupsAreAskedFor();
    void partialIsSaid();
    void forecastGoesOnInTheSum();
    void smallGroupsAreFolded();
    void exportsJsonAndPdf();
    void chargebackIsWritten();
    void commitmentsShow();
    void contractsCanBeMade();
    void wrongContractIsRefused();
    void replayRuns();
    void replayIsCancelled();
    void replayTellsProblems();
    void invoiceIsChecked();
    void invoicePriceIsTaken();
    void badInvoiceNamesItsPlace();
    void everyControlHasItsNames();
    void fitsTheSmallestWindow();

private:
    void showPage();
    void choose(const char *combo, const QString &data);
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
    m_fake->answer("GET /commitments", commitments());
    m_fake->answer(
        "GET /keys",
        {{u"items"_s, QJsonArray{QJsonObject{{u"id"_s, u"k1"_s}, {u"name"_s, u"laptop"_s}}}}});
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

void SpendPageTest::choose(const char *combo, const QString &data)
{
    auto *box = child<QComboBox>(combo);
    QVERIFY2(box->findData(data) >= 0, qPrintable(data));
    box->setCurrentIndex(box->findData(data));
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

void SpendPageTest::idleMachinesStandBelowTheTotal()
{
    QVERIFY(!child<QLabel>("spend.idle")->isVisibleTo(m_page.get()));
    m_fake->answer(
        "GET /machines",
        {{u"items"_s,
          QJsonArray{QJsonObject{{u"provider"_s, u"gpu"_s}, {u"idle_nano_usd"_s, 3 * dollar}},
                     QJsonObject{{u"provider"_s, u"gpu2"_s}, {u"idle_nano_usd"_s, dollar / 2}}}}});
    m_page->refresh();
    QTRY_VERIFY(child<QLabel>("spend.idle")->isVisibleTo(m_page.get()));
    QVERIFY(child<QLabel>("spend.idle")->text().contains(u"$3.50"_s));
    QVERIFY(child<QLabel>("spend.idle")->text().contains(u"$9.50"_s)); // with the requests' $6
    QCOMPARE(cell("spend.breakdownTable", 2, BreakdownPane::Group), u"Total"_s);
    QCOMPARE(cell("spend.breakdownTable", 2, BreakdownPane::Cost), u"$6.00"_s);
    QCOMPARE(cell("spend.breakdownTable", 3, BreakdownPane::Group), u"Idle hours of machines"_s);
    QCOMPARE(cell("spend.breakdownTable", 3, BreakdownPane::Cost), u"$3.50"_s);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        child<QTableView>("spend.breakdownTable")->sortByColumn(BreakdownPane::Cost, order);
        QCOMPARE(cell("spend.breakdownTable", 3, BreakdownPane::Cost), u"$3.50"_s);
    }
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

//! In a sentence, and in columns where there is room for them.
void SpendPageTest::tellsWhatCachesSaved()
{
    showPage();
    auto *saved = child<QLabel>("spend.cacheSaved");
    QVERIFY(saved->isVisibleTo(m_page.get()));
    QCOMPARE(saved->text(), u"Caching saved $0.6000"_s);
    auto *table = child<QTableView>("spend.breakdownTable");
    QCOMPARE(table->model()->index(0, BreakdownPane::CacheSaved).data().toString(), u"$0.5000"_s);
    QCOMPARE(table->model()->index(0, BreakdownPane::TokensReasoning).data().toString(), u"80"_s);
    m_page->resize(1900, 900);
    QTRY_VERIFY(!table->isColumnHidden(BreakdownPane::TokensReasoning));
    m_page->resize(800, 600);
    QTRY_VERIFY(table->isColumnHidden(BreakdownPane::TokensReasoning));
    QVERIFY(!table->isColumnHidden(BreakdownPane::Cost));
}

void SpendPageTest::exportHasItsColumns()
{
    showPage();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"spend.csv"_s);
    m_page->breakdown().setFileChooser(
        [&](const QString &, const std::function<void(const QString &)> &chosen) { chosen(path); });
    child<QAction>("spend.exportCsv")->trigger();
    QFile file(path);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.first(),
             "day,timezone,gateway,provider,model,route,team,key_name,key_id,tag,requests,errors,"
             "tokens_in,tokens_out,tokens_cache_read,tokens_cache_write,cost,currency,"
             "unpriced_requests,price_list_version,tokens_reasoning,cache_saved"_ba);
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(3).startsWith("2026-11-22,UTC,"));
    QVERIFY2(lines.at(3).endsWith(",openai,,,,,,,10,1,1000,500,100,7,2,USD,3,2026-11-22,40,0.2"),
             lines.at(3).constData());
    QVERIFY(lines.at(1).endsWith(",2026-07-24,40,0.3")); // the list that held on its day
    QCOMPARE(lines.at(1).count(','), lines.first().count(','));
}

void SpendPageTest::budgetsShow()
{
    showBudgets();
    QCOMPARE(cell("spend.budgetsTable", 0, BudgetsPane::Budget), u"Team research"_s);
    QCOMPARE(cell("spend.budgetsTable", 0, BudgetsPane::State), u"Warned"_s);
    QCOMPARE(cell("spend.budgetsTable", 0, BudgetsPane::Exhausted), u"26 Nov"_s);
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

void SpendPageTest::pauseSparesSome()
{
    m_fake->answer("POST /pause", {{u"paused"_s, true}});
    showBudgets();
    child<QAbstractButton>("spend.pauseButton")->click();
    auto *dialog = child<QDialog>("spend.pauseDialog");
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListView *>(u"spend.pauseDialog.exceptList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2); // the team and the key
    list->model()->setData(list->model()->index(1, 0), Qt::Checked, Qt::CheckStateRole);
    dialog->findChild<QAbstractButton *>(u"spend.pauseDialog.pauseButton"_s)->click();
    QTRY_COMPARE(m_fake->countOf("POST /pause"), 1);
    QCOMPARE(m_fake->lastOf("POST /pause").body["except"_L1], (QJsonArray{u"key:k1"_s}));
}

void SpendPageTest::forecastIsShown()
{
    m_fake->answer("GET /forecast", forecast());
    showPage();
    auto *chart = child<ChartView>("spend.chart");
    QTRY_COMPARE(chart->pointCount(), 5);
    QCOMPARE(chart->value(u"forecast"_s, 4), 20.0);
    QCOMPARE(chart->value(u"forecast"_s, 0), 0.0);
    QVERIFY(child<QLabel>("spend.forecast")->text().contains(u"$130"_s));
    child<QCheckBox>("spend.forecastCheck")->click();
    QTRY_COMPARE(chart->pointCount(), 3);
    QVERIFY(!child<QLabel>("spend.forecast")->isVisible());
}

void SpendPageTest::aBudgetIsALineAcrossTheBars()
{
    const auto answer = [this](qint64 limit) {
        QJsonObject budget = budgets().value("items"_L1).toArray().first().toObject();
        budget.insert(u"scope"_s, u"gateway"_s);
        budget.insert(u"limit_nano_usd"_s, limit);
        m_fake->answer("GET /budgets", {{u"items"_s, QJsonArray{budget}}});
    };
    answer(60 * dollar); // November has 30 days
    showPage();
    auto *chart = child<ChartView>("spend.chart");
    QTRY_COMPARE(chart->value(u"budget"_s, 0), 2.0);
    choose("spend.bucketCombo", u"week"_s);
    QCOMPARE(chart->value(u"budget"_s, 0), 14.0);
    choose("spend.bucketCombo", u"day"_s);
    child<QCheckBox>("spend.shareCheck")->click();
    QVERIFY(!chart->value(u"budget"_s, 0));
    child<QCheckBox>("spend.shareCheck")->click();
    answer(9000 * dollar); // far above the bars
    m_page->refresh();
    QTRY_VERIFY(!chart->value(u"budget"_s, 0));
}

void SpendPageTest::forecastWaits()
{
    QJsonObject young = forecast();
    young.insert(u"missing_days"_s, 3);
    young.insert(u"rest"_s, QJsonArray());
    m_fake->answer("GET /forecast", young);
    showPage();
    QTRY_VERIFY(child<QLabel>("spend.forecast")->text().contains(u"3"_s));
    QCOMPARE(child<ChartView>("spend.chart")->pointCount(), 3);
}

void SpendPageTest::otherChartsAreDrawn()
{
    QJsonObject compared = usage();
    QJsonObject before = item(u"2026-11-17"_s, u"openai"_s, 4 * dollar);
    compared.insert(u"previous_days"_s, QJsonArray{before});
    m_fake->answer("GET /usage", compared);
    showPage();
    child<QCheckBox>("spend.shareCheck")->click();
    QCOMPARE(child<ChartView>("spend.chart")->value(u"openai"_s, 0), 0.75);
    child<QCheckBox>("spend.shareCheck")->click();
    choose("spend.chartCombo", u"cumulative"_s);
    auto *lines = child<ChartView>("spend.lineChart");
    QCOMPARE(lines->value(u"sum"_s, 2), 6.0);
    child<QCheckBox>("spend.compareCheck")->click();
    QCOMPARE(lines->value(u"before"_s, 0), 4.0);
    choose("spend.chartCombo", u"lines"_s);
    QCOMPARE(lines->value(u"openai"_s, 2), 2.0);
    choose("spend.chartCombo", u"area"_s);
    QCOMPARE(lines->value(u"openai"_s, 2), 2.0);
    QCOMPARE(lines->value(u"before"_s, 0), 4.0);
    choose("spend.chartCombo", u"bars"_s);
    QCOMPARE(child<ChartView>("spend.chart")->value(u"before"_s, 0), 4.0);
}

void SpendPageTest::weeksAreSummed()
{
    showPage();
    choose("spend.bucketCombo", u"week"_s);
    auto *chart = child<ChartView>("spend.chart");
    QCOMPARE(chart->pointCount(), 1); // Friday to Sunday
    QCOMPARE(chart->value(u"openai"_s, 0), 5.0);
}

void SpendPageTest::aDayIsToldByHours()
{
    QJsonObject hours = usage();
    hours.insert(u"from"_s, u"2026-11-22T10:20:00.000Z"_s);
    hours.insert(u"to"_s, u"2026-11-22T13:10:00.000Z"_s);
    QJsonObject late = item({}, u"openai"_s, 2 * dollar);
    late.insert(u"hour"_s, u"2026-11-22T12:00:00.000Z"_s);
    QJsonObject earlier = item({}, u"openai"_s, dollar);
    earlier.insert(u"hour"_s, u"2026-11-22T09:00:00.000Z"_s);
    hours.insert(u"items"_s, QJsonArray{late});
    hours.insert(u"previous_hours"_s, QJsonArray{earlier});
    m_fake->answer("GET /usage", hours);
    m_page->setRange(u"24h"_s);
    showPage();
    QCOMPARE(child<QComboBox>("spend.bucketCombo")->currentData(), u"hour"_s);
    QCOMPARE(m_fake->lastOf("GET /usage").query.queryItemValue(u"by"_s), u"hour,provider"_s);
    auto *chart = child<ChartView>("spend.chart");
    QTRY_COMPARE(chart->pointCount(), 4); // 10, 11, 12 and 13 o'clock
    QCOMPARE(chart->value(u"openai"_s, 2), 2.0);
    child<QCheckBox>("spend.compareCheck")->click();
    QCOMPARE(chart->value(u"before"_s, 3), 1.0);
    QSignalSpy opened(m_page.get(), &SpendPage::openRequests);
    Q_EMIT chart->pointActivated(2);
    QCOMPARE(opened.last().first().toString(),
             u"since:2026-11-22T12:00:00.000Z until:2026-11-22T13:00:00.000Z"_s);
}

void SpendPageTest::hoursAreOfAWeekAtMost()
{
    showPage();
    auto *combo = child<QComboBox>("spend.bucketCombo");
    m_page->setRange(u"7d"_s);
    choose("spend.bucketCombo", u"hour"_s);
    m_page->setRange(u"30d"_s);
    QCOMPARE(combo->currentData(), u"day"_s);
    QVERIFY(!(combo->model()->flags(combo->model()->index(0, 0)) & Qt::ItemIsEnabled));
}

void SpendPageTest::groupsByTagAndPerson()
{
    m_fake->answer(
        "GET /requests/values",
        {{u"items"_s, QJsonArray{u"project=search"_s, u"project=mail"_s, u"stage=x"_s}}});
    showPage();
    QTRY_VERIFY(child<QComboBox>("spend.groupCombo")->findData(u"tag:project"_s) >= 0);
    choose("spend.thenCombo", u"person"_s);
    choose("spend.groupCombo", u"tag:project"_s);
    const auto query = [&] { return m_fake->lastOf("GET /usage").query; };
    QTRY_COMPARE(query().queryItemValue(u"by"_s), u"day,tag:project,person"_s);
    QCOMPARE(child<QComboBox>("spend.groupCombo")->count(), 10); // each name once
    choose("spend.measureCombo", u"tokens"_s);
    QTRY_COMPARE(query().queryItemValue(u"order"_s), u"tokens"_s);
}

void SpendPageTest::requestsWithoutAGroupOpen()
{
    QJsonObject nobodys = item(u"2026-11-20"_s, u"openai"_s, dollar);
    nobodys.insert(u"team"_s, QJsonValue::Null);
    QJsonObject all = usage();
    all.insert(u"items"_s, QJsonArray{nobodys});
    m_fake->answer("GET /usage", all);
    showPage();
    choose("spend.groupCombo", u"team"_s);
    QSignalSpy opened(m_page.get(), &SpendPage::openRequests);
    auto *table = child<QTableView>("spend.breakdownTable");
    QTRY_COMPARE(cell("spend.breakdownTable", 0, BreakdownPane::Group), u"No team"_s);
    table->setCurrentIndex(table->model()->index(0, BreakdownPane::Cost));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(opened.last().first().toString().startsWith(u"no:team since:"_s));
}

void SpendPageTest::aPartOfABarOpensItsGroup()
{
    showPage();
    auto *chart = child<ChartView>("spend.chart");
    QSignalSpy opened(m_page.get(), &SpendPage::openRequests);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Up);
    QTest::keyClick(chart, Qt::Key_Return);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY2(opened.last().first().toString().startsWith(u"provider:"_s),
             qPrintable(opened.last().first().toString()));
}

void SpendPageTest::moreGroupsAreAskedFor()
{
    QJsonArray items;
    for (int n = 0; n < 12; ++n)
        items.append(item(u"2026-11-20"_s, u"provider%1"_s.arg(n), (20 - n) * dollar));
    QJsonObject rest = item(u"2026-11-20"_s, {}, 50 * dollar);
    rest.insert(u"other"_s, 900);
    items.append(rest);
    QJsonObject many = usage();
    many.insert(u"items"_s, items);
    m_fake->answer("GET /usage", many);
    showPage();
    auto *table = child<QTableView>("spend.breakdownTable");
    const auto openOthers = [&] {
        table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 2, 0));
        QTest::keyClick(table, Qt::Key_Return);
    };
    QCOMPARE(table->model()->rowCount(), 10);
    QVERIFY(cell("spend.breakdownTable", 8, BreakdownPane::Group).contains(u"904"_s));
    openOthers();
    QCOMPARE(table->model()->rowCount(), 14); // twelve, the gateway's others, the total
    QVERIFY(cell("spend.breakdownTable", 12, BreakdownPane::Group).contains(u"900"_s));
    openOthers();
    QTRY_COMPARE(m_fake->lastOf("GET /usage").query.queryItemValue(u"most"_s), u"1000"_s);
}

void SpendPageTest::partialIsSaid()
{
    QJsonObject part = usage();
    part.insert(u"partial"_s, true);
    m_fake->answer("GET /usage", part);
    showPage();
    QVERIFY(child<QWidget>("spend.partialBanner")->isVisible());
}

void SpendPageTest::forecastGoesOnInTheSum()
{
    QJsonObject coming = forecast();
    coming.insert(u"rest_of_today_nano_usd"_s, dollar);
    coming.insert(u"day_reach_nano_usd"_s, 3 * dollar);
    coming.insert(u"sum_reach_nano_usd"_s, QJsonArray{4 * dollar, 5 * dollar});
    m_fake->answer("GET /forecast", coming);
    showPage();
    choose("spend.chartCombo", u"cumulative"_s);
    auto *lines = child<ChartView>("spend.lineChart");
    QTRY_COMPARE(lines->pointCount(), 5);
    const double end = *lines->value(u"forecast"_s, 4);
    QCOMPARE(*lines->value(u"high"_s, 4), end + 5);
    QCOMPARE(*lines->value(u"low"_s, 4), end - 5);
    QCOMPARE(*lines->value(u"forecast"_s, 2), 6.0); // begins where the sum ends
    QVERIFY(!lines->value(u"sum"_s, 4));
    choose("spend.chartCombo", u"area"_s);
    QCOMPARE(*lines->value(u"forecast"_s, 4), 20.0);
}

void SpendPageTest::smallGroupsAreFolded()
{
    QJsonArray items;
    for (int n = 0; n < 12; ++n)
        items.append(item(u"2026-11-20"_s, u"provider%1"_s.arg(n), (20 - n) * dollar));
    QJsonObject many = usage();
    many.insert(u"items"_s, items);
    m_fake->answer("GET /usage", many);
    showPage();
    auto *table = child<QTableView>("spend.breakdownTable");
    QCOMPARE(table->model()->rowCount(), 10); // eight, the others, the total
    QVERIFY(cell("spend.breakdownTable", 8, BreakdownPane::Group).contains(u"4"_s));
    table->setCurrentIndex(table->model()->index(8, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(table->model()->rowCount(), 13);
}

void SpendPageTest::exportsJsonAndPdf()
{
    showPage();
    QTemporaryDir folder;
    m_page->breakdown().setFileChooser(
        [&](const QString &name, const std::function<void(const QString &)> &chosen) {
            chosen(folder.filePath(name));
        });
    child<QAction>("spend.exportJson")->trigger();
    QFile json(folder.filePath(u"spend-2026-11-20.json"_s));
    QTRY_VERIFY(json.exists());
    QVERIFY(!m_fake->lastOf("GET /usage").query.hasQueryItem(u"most"_s)); // every group
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(json.readAll())["items"_L1].toArray().size(), 3);
    child<QAction>("spend.exportPdf")->trigger();
    QFile pdf(folder.filePath(u"spend-2026-11-20.pdf"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF"));
}

void SpendPageTest::chargebackIsWritten()
{
    m_fake->answer("GET /reports/chargeback",
                   {{u"name"_s, u"chargeback-2026-10.pdf"_s},
                    {u"content_base64"_s, QString::fromLatin1(QByteArray("%PDF").toBase64())}});
    QTRY_VERIFY(m_configuration->isLoaded());
    showPage();
    QTemporaryDir folder;
    m_page->breakdown().setFileChooser(
        [&](const QString &name, const std::function<void(const QString &)> &chosen) {
            chosen(folder.filePath(name));
        });
    child<QAction>("spend.chargeback")->trigger();
    auto *dialog = child<QDialog>("spend.chargebackDialog");
    QVERIFY(dialog);
    dialog->findChild<QAbstractButton *>(u"spend.chargebackDialog.writeButton"_s)->click();
    QTRY_VERIFY(QFile::exists(folder.filePath(u"chargeback-2026-10.pdf"_s)));
}

void SpendPageTest::commitmentsShow()
{
    QTRY_VERIFY(m_configuration->isLoaded());
    m_page->show();
    m_page->open(u"commitments"_s);
    QTRY_COMPARE(child<QTableView>("spend.commitmentsTable")->model()->rowCount(), 1);
    QCOMPARE(child<QLabel>("spend.commitmentSentence")->text(),
             u"At this pace $1,200 stays unused."_s);
    QCOMPARE(cell("spend.commitmentsTable", 0, CommitmentsPane::State), u"Too slow"_s);
    QVERIFY(cell("spend.commitmentsTable", 0, CommitmentsPane::Terms).contains(u"0.85"_s));
    auto *chart = child<ChartView>("spend.commitmentChart");
    QVERIFY(chart);
    QCOMPARE(chart->pointCount(), 30);
    QCOMPARE(chart->value(u"left"_s, 1), 2980.0);
    QVERIFY(!chart->value(u"left"_s, 2));
    QCOMPARE(chart->value(u"straight"_s, 29), 0.0);
}

void SpendPageTest::contractsCanBeMade()
{
    m_fake->answer("POST /config", {{u"revision"_s, 5}}, 200, 5);
    m_fake->answer("PUT /config", {{u"revision"_s, 5}}, 200, 5);
    QTRY_VERIFY(m_configuration->isLoaded());
    m_page->show();
    m_page->open(u"commitments"_s);
    child<QAbstractButton>("spend.newContractButton")->click();
    auto *dialog = child<QDialog>("spend.contractDialog");
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"spend.contractDialog.idField"_s),
                     u"openai-2026"_s);
    const qsizetype before = m_fake->requests().size();
    dialog->findChild<QAbstractButton *>(u"spend.contractDialog.saveButton"_s)->click();
    QTRY_VERIFY(m_fake->requests().size() > before);
    const auto sent =
        std::find_if(m_fake->requests().begin(), m_fake->requests().end(), [](const auto &request) {
            return request.body["document"_L1]["contracts"_L1].isArray();
        });
    QVERIFY(sent != m_fake->requests().end());
    QCOMPARE(sent->body["document"_L1]["contracts"_L1][0]["id"_L1].toString(), u"openai-2026"_s);
}

void SpendPageTest::wrongContractIsRefused()
{
    QTRY_VERIFY(m_configuration->isLoaded());
    m_page->show();
    m_page->open(u"commitments"_s);
    child<QAbstractButton>("spend.newContractButton")->click();
    auto *dialog = child<QDialog>("spend.contractDialog");
    dialog->findChild<QAbstractButton *>(u"spend.contractDialog.saveButton"_s)->click(); // no name
    QVERIFY(dialog->isVisible());
}

void SpendPageTest::replayRuns()
{
    m_fake->answer("POST /simulate",
                   {{u"id"_s, u"sim-1"_s}, {u"state"_s, u"running"_s}, {u"progress"_s, 0}}, 202);
    m_fake->answer("GET /simulate/sim-1",
                   {{u"id"_s, u"sim-1"_s},
                    {u"state"_s, u"done"_s},
                    {u"progress"_s, 1},
                    {u"result"_s, replay()}});
    QTRY_VERIFY(m_configuration->isLoaded());
    m_page->show();
    m_page->open(u"whatIf"_s);
    child<QComboBox>("spend.whatIf.fromCombo")->setCurrentText(u"openai/gpt-4o"_s);
    child<QComboBox>("spend.whatIf.toCombo")->setCurrentText(u"gpu/llama"_s);
    child<QAbstractButton>("spend.whatIf.runButton")->click();
    QTRY_COMPARE(child<QTableView>("spend.whatIf.resultTable")->model()->rowCount(), 1);
    const QJsonObject sent = m_fake->lastOf("POST /simulate").body;
    QCOMPARE(sent["document"_L1]["routes"_L1][0]["targets"_L1][0]["model"_L1].toString(),
             u"llama"_s);
    QCOMPARE(sent["since"_L1].toString(), u"7d"_s);
    QVERIFY(child<QLabel>("spend.whatIf.headline")->text().contains(u"$20"_s));
    QVERIFY(!child<QLabel>("spend.whatIf.assumptions")->text().isEmpty());
    QCOMPARE(child<QTableView>("spend.whatIf.problemTable")->model()->rowCount(), 2);
    QSignalSpy drafts(m_page.get(), &SpendPage::draftWanted);
    child<QAbstractButton>("spend.whatIf.saveButton")->click();
    QCOMPARE(drafts.size(), 1);
    const auto tried = drafts.last().first().value<Api::Document>();
    QCOMPARE(tried.routes.first().targets.first().model, u"llama"_s);
    child<QAbstractButton>("spend.whatIf.discardButton")->click();
    QVERIFY(!child<QWidget>("spend.whatIf.resultTable")->isVisible());
}

void SpendPageTest::replayIsCancelled()
{
    m_fake->answer("POST /simulate",
                   {{u"id"_s, u"sim-1"_s}, {u"state"_s, u"running"_s}, {u"progress"_s, 0.2}}, 202);
    m_fake->answer("GET /simulate/sim-1",
                   {{u"id"_s, u"sim-1"_s}, {u"state"_s, u"running"_s}, {u"progress"_s, 0.3}});
    m_fake->answer("DELETE /simulate/sim-1", {});
    QTRY_VERIFY(m_configuration->isLoaded());
    m_page->show();
    m_page->open(u"whatIf"_s);
    child<QAbstractButton>("spend.whatIf.runButton")->click();
    QTRY_VERIFY(child<QAbstractButton>("spend.whatIf.cancelButton")->isVisible());
    QTRY_VERIFY(m_fake->countOf("GET /simulate/sim-1") > 0);
    child<QAbstractButton>("spend.whatIf.cancelButton")->click();
    QTRY_COMPARE(m_fake->countOf("DELETE /simulate/sim-1"), 1);
    QVERIFY(child<QAbstractButton>("spend.whatIf.runButton")->isEnabled());
}

void SpendPageTest::replayTellsProblems()
{
    m_fake->answer("POST /simulate",
                   {{u"error"_s,
                     QJsonObject{{u"code"_s, u"invalid_argument"_s},
                                 {u"message"_s, u"write tag:name"_s},
                                 {u"path"_s, u"filter"_s}}}},
                   400);
    QTRY_VERIFY(m_configuration->isLoaded());
    m_page->show();
    m_page->open(u"whatIf"_s);
    child<QAbstractButton>("spend.whatIf.runButton")->click();
    QTRY_VERIFY(child<QWidget>("spend.whatIf.problem")->isVisible());
}

void SpendPageTest::invoiceIsChecked()
{
    m_fake->answer("POST /invoices/check", invoice());
    QTRY_VERIFY(m_configuration->isLoaded());
    m_page->show();
    m_page->open(u"invoice"_s);
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("date,model,cost\n2026-11-01,gpt-4o,12\n");
    file.flush();
    m_page->invoice().setFileChooser(
        [&](const std::function<void(const QString &)> &chosen) { chosen(file.fileName()); });
    child<QAbstractButton>("spend.invoiceImportButton")->click();
    QTRY_COMPARE(child<QTableView>("spend.invoiceTable")->model()->rowCount(), 1);
    QCOMPARE(cell("spend.invoiceTable", 0, InvoicePane::Gap), u"+$2.00"_s);
    QCOMPARE(m_fake->lastOf("POST /invoices/check").body["provider"_L1].toString(), u"openai"_s);
}

void SpendPageTest::invoicePriceIsTaken()
{
    invoiceIsChecked();
    child<QTableView>("spend.invoiceTable")
        ->setCurrentIndex(child<QTableView>("spend.invoiceTable")->model()->index(0, 0));
    QVERIFY(child<QAbstractButton>("spend.invoicePriceButton")->isEnabled());
    child<QAbstractButton>("spend.invoicePriceButton")->click();
    const auto sent = [this] {
        return std::find_if(
            m_fake->requests().begin(), m_fake->requests().end(),
            [](const auto &request) { return request.body["document"_L1]["prices"_L1].isArray(); });
    };
    QTRY_VERIFY(sent() != m_fake->requests().end());
    QCOMPARE(sent()->body["document"_L1]["prices"_L1][0]["model"_L1].toString(), u"gpt-4o"_s);
    QCOMPARE(sent()->body["document"_L1]["prices"_L1][0]["output_usd_per_mtok"_L1].toDouble(), 8.0);
}

void SpendPageTest::badInvoiceNamesItsPlace()
{
    m_fake->answer("POST /invoices/check",
                   {{u"error"_s,
                     QJsonObject{{u"code"_s, u"invalid_argument"_s},
                                 {u"message"_s, u"is no number"_s},
                                 {u"path"_s, u"line 3, cost"_s}}}},
                   400);
    QTRY_VERIFY(m_configuration->isLoaded());
    m_page->show();
    m_page->open(u"invoice"_s);
    QTemporaryFile file;
    QVERIFY(file.open());
    m_page->invoice().setFileChooser(
        [&](const std::function<void(const QString &)> &chosen) { chosen(file.fileName()); });
    child<QAbstractButton>("spend.invoiceImportButton")->click();
    auto *banner = child<Banner>("spend.invoiceProblem");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(u"line 3, cost"_s));
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
