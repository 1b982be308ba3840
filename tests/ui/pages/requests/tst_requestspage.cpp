// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplerequests.h"
#include "tests/support/textfit.h"
#include "ui/models/filterwords.h"
#include "ui/models/requestsmodel.h"
#include "ui/pages/requests/exportcontrol.h"
#include "ui/pages/requests/filterfield.h"
#include "ui/pages/requests/requestdetailpanel.h"
#include "ui/pages/requests/requesthistogram.h"
#include "ui/pages/requests/requestsempty.h"
#include "ui/pages/requests/requestspage.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/stackedbarchart.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject sampleDetails(int number)
{
    QJsonObject object = sampleRequest(number);
    const QJsonObject matched{
        {"name"_L1, u"Route"_s}, {"ok"_L1, true}, {"text"_L1, u"chat-default matched"_s}};
    const QJsonObject candidate{{"provider"_L1, u"openai"_s},
                                {"model"_L1, u"gpt-4o-mini"_s},
                                {"fit"_L1, true},
                                {"why"_L1, u"first in the order"_s}};
    object.insert("trace"_L1,
                  QJsonObject{{"steps"_L1, QJsonArray{matched}},
                              {"candidates"_L1, QJsonArray{candidate}},
                              {"plan"_L1, QJsonArray{u"openai/gpt-4o-mini"_s}}});
    const QJsonObject line{{"label"_L1, u"input"_s},
                           {"tokens"_L1, 1204},
                           {"nano_per_mtok"_L1, 150'000'000},
                           {"cost_nano_usd"_L1, 180'600}};
    object.insert("cost_lines"_L1, QJsonArray{line});
    object.insert("price_version"_L1, u"2026-07-24"_s);
    object.insert("budgets"_L1,
                  QJsonArray{QJsonObject{{"scope"_L1, u"gateway"_s}, {"period"_L1, u"month"_s}},
                             QJsonObject{{"scope"_L1, u"team:research"_s},
                                         {"name"_L1, u"Research"_s},
                                         {"period"_L1, u"day"_s}}});
    return object;
}

//! One request in progress, as GET /requests/running tells it.
QJsonObject runningPage()
{
    const QDateTime began = QDateTime::currentDateTimeUtc().addSecs(-3);
    return {{"items"_L1,
             QJsonArray{QJsonObject{{"id"_L1, u"req_-5"_s},
                                    {"time"_L1, began.toString(Qt::ISODateWithMs)},
                                    {"model_asked"_L1, u"chat-default"_s},
                                    {"provider"_L1, u"openai"_s},
                                    {"streamed"_L1, true}}}}};
}

struct Bench {
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    std::unique_ptr<RequestsPage> page;

    Bench()
    {
        engine->answer("GET /requests", sampleRequestPage(1, 40));
        engine->answer("GET /requests/histogram", {{"total"_L1, 40}});
        engine->answer("GET /status", {{"base_url"_L1, u"http://127.0.0.1:4417/v1"_s}});
        for (int number = 1; number <= 3; ++number)
            engine->answer("GET /requests/req_" + QByteArray::number(number),
                           sampleDetails(number));
    }
    //! Makes the page and waits for its first state.
    void open()
    {
        page = std::make_unique<RequestsPage>(client);
        page->resize(1200, 700);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTRY_VERIFY(page->isReady());
    }
    template <typename T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    void click(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void openFirst() const
    {
        table()->setCurrentIndex(table()->model()->index(0, 0));
        QTest::keyClick(table(), Qt::Key_Return);
    }
    //! The first request is recorded.
    void recordFirst() const
    {
        QJsonObject details = sampleDetails(1);
        details.insert("body_recorded"_L1, true);
        engine->answer("GET /requests/req_1", details);
        const QJsonObject field{{"name"_L1, u"authorization"_s}, {"value"_L1, u"[redacted]"_s}};
        const QJsonObject head{{"line"_L1, u"POST /v1/chat/completions"_s},
                               {"fields"_L1, QJsonArray{field}}};
        engine->answer(
            "POST /requests/req_1/body",
            {{"request"_L1, QJsonObject{{"head"_L1, head}}},
             {"answer"_L1, QJsonObject{{"head"_L1, QJsonObject{{"line"_L1, u"200"_s}}}}}});
    }
    TableView *table() const { return find<TableView>(u"requests.table"_s); }
    StatePanel::State state() const
    {
        return page->findChild<StatePanel *>(u"requests.state"_s)->state();
    }
    void typeFilter(const QString &text) const
    {
        auto *field = find<QLineEdit>(u"requests.filterField"_s);
        field->setFocus();
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

} // namespace

class tst_RequestsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void showsRowsWhenReady();
    void showsNumbersWhole();
    void waitsInASkeleton();
    void saysWhyThereAreNoRows();
    void offersWaysOutOfAnEmptyFilter();
    void keepsRowsWhenTheGatewayIsGone();
    void pointsAtTheWrongWord();
    void looksForAPastedIdInAllTime();
    void showsTheWayToTheFirstRequest();
    void showsTheFilterAsChips();
    void followsDrillDowns();
    void narrowsByTheHistogram();
    void showsTheHistogramAsATable();
    void followsAChosenSpan();
    void pausesWithSpace();
    void pausesWhileScrolledDown();
    void opensDetailsByEnterAndMovesByLetter();
    void opensDetailsInAWindow();
    void leadsToAlertsAndAudit();
    void offersActionsInTheDetails();
    void showsRecordedHeaders();
    void replaysOnlyWhatIsRecorded();
    void explainsARequest();
    void tellsWhatTheCacheSavedAndWhichBudgetsPaid();
    void copiesIdAndCommand();
    void closesDetailsThenFilterByEscape();
    void opensAnOldRequestById();
    void exportsTheFilteredRows();
    void exportIsAJobOfTheWindow();
    void takesNothingInWhileHidden();
    void completesWords();
    void completesValuesFromTheGateway();
    void filtersByARowsMenu();
    void filtersByTheDetails();
    void cancelsARunningRequest();
    void detailsFollowARequestToItsEnd();
    void explainsWithTheCurrentPolicy();
    void saysThatRequestsAreMissing();
    void hidesColumnsByTheirMenu();
    void namesEveryControl();
};

void tst_RequestsPage::showsRowsWhenReady()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Ready);
    QCOMPARE(bench.table()->model()->rowCount(), 40);
    QTRY_COMPARE(bench.find<QLabel>(u"requests.summaryLabel"_s)->text(),
                 u"40 requests in the last 24 hours"_s);
}

void tst_RequestsPage::showsNumbersWhole()
{
    Bench bench;
    QJsonObject request = sampleRequest(1);
    request.insert("cost_nano_usd"_L1, QJsonValue::Null);
    request.insert("first_token_ms"_L1, 754'000.0);
    request.insert("total_ms"_L1, 1'954'000.0);
    request.insert("tokens_in"_L1, 127'400);
    request.insert("tokens_out"_L1, 12'700);
    request.insert("tokens_estimated"_L1, true);
    bench.engine->answer("GET /requests", {{"items"_L1, QJsonArray{request}}});
    bench.open();
    QCOMPARE(bench.table()->model()->index(0, RequestsModel::Cost).data().toString(),
             u"Unpriced"_s);
    QCOMPARE(cutTexts(*bench.page), QStringList());
}

void tst_RequestsPage::waitsInASkeleton()
{
    Bench bench;
    bench.engine->holdAnswers();
    bench.page = std::make_unique<RequestsPage>(bench.client);
    bench.page->show();
    QVERIFY(!bench.page->isReady());
    QCOMPARE(bench.state(), StatePanel::State::Loading);
    QVERIFY(!bench.table()->isVisible());
    bench.engine->releaseAnswers();
    QTRY_VERIFY(bench.table()->isVisible());
}

void tst_RequestsPage::saysWhyThereAreNoRows()
{
    Bench bench;
    bench.engine->setReachable(false);
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Error);
    bench.engine->setReachable(true);
    bench.click(u"statePanel.retryButton"_s);
    QTRY_COMPARE(bench.state(), StatePanel::State::Ready);
}

void tst_RequestsPage::offersWaysOutOfAnEmptyFilter()
{
    Bench bench;
    bench.open();
    bench.engine->answer("GET /requests", sampleRequestPage(1, 0));
    bench.typeFilter(u"model:nothing"_s);
    QTRY_COMPARE(bench.state(), StatePanel::State::Empty);
    QVERIFY(!bench.find<QPushButton>(u"requests.empty.connectButton"_s)->isVisible());
    bench.engine->answer("GET /requests", sampleRequestPage(1, 40));
    bench.click(u"requests.empty.clearButton"_s);
    QTRY_COMPARE(bench.state(), StatePanel::State::Ready);
    QCOMPARE(bench.page->filter(), QString());
}

void tst_RequestsPage::keepsRowsWhenTheGatewayIsGone()
{
    Bench bench;
    bench.open();
    bench.engine->loseEvents();
    QCOMPARE(bench.state(), StatePanel::State::Stale);
    QVERIFY(bench.table()->isVisible());
    bench.engine->connectEvents();
    QTRY_COMPARE(bench.state(), StatePanel::State::Ready);
}

void tst_RequestsPage::pointsAtTheWrongWord()
{
    Bench bench;
    bench.open();
    const QJsonObject error{{"code"_L1, u"invalid_request"_s},
                            {"message"_L1, u"latency needs a unit, for example latency>2s"_s},
                            {"path"_L1, u"latency>2"_s}};
    bench.engine->answer("GET /requests", {{"error"_L1, error}}, 400);
    bench.typeFilter(u"latency>2"_s);
    auto *label = bench.find<QLabel>(u"requests.filterErrorLabel"_s);
    QTRY_VERIFY(label->isVisible());
    QCOMPARE(label->text(), u"latency needs a unit, for example latency>2s"_s);
    QCOMPARE(bench.find<QLineEdit>(u"requests.filterField"_s)->property("state").toString(),
             u"error"_s);
    QCOMPARE(bench.table()->model()->rowCount(), 40);
    bench.engine->answer("GET /requests", sampleRequestPage(1, 2));
    bench.typeFilter(u"latency>2s"_s);
    QTRY_VERIFY(!label->isVisible());
}

void tst_RequestsPage::looksForAPastedIdInAllTime()
{
    Bench bench;
    bench.open();
    QGuiApplication::clipboard()->setText(u"req_01M83NEFQM4RJ1XNQ1BAQG1HSB"_s);
    bench.find<QLineEdit>(u"requests.filterField"_s)->paste();
    QTRY_COMPARE(bench.engine->lastOf("GET /requests").query.queryItemValue(u"filter"_s),
                 u"req_01M83NEFQM4RJ1XNQ1BAQG1HSB"_s);
    QVERIFY(!bench.engine->lastOf("GET /requests").query.hasQueryItem(u"since"_s));
}

void tst_RequestsPage::showsTheWayToTheFirstRequest()
{
    Bench bench;
    bench.engine->answer("GET /requests", {{"items"_L1, QJsonArray()}});
    bench.engine->answer("GET /requests/histogram", {{"total"_L1, 0}});
    bench.open();
    bench.page->setRange({});
    auto *empty = bench.page->findChild<RequestsEmpty *>();
    QTRY_COMPARE(empty->title(), u"No requests yet."_s);
    QTRY_VERIFY(bench.find<QWidget>(u"requests.emptyTestButton"_s)->isVisible());
    QVERIFY(bench.find<QWidget>(u"requests.emptyCopyButton"_s)->isVisible());
    QVERIFY(bench.find<QWidget>(u"requests.empty.connectButton"_s)->isVisible());
}

void tst_RequestsPage::showsTheFilterAsChips()
{
    Bench bench;
    bench.open();
    bench.typeFilter(u"status:error key:\"my key\""_s);
    QTRY_COMPARE(bench.page->findChildren<Chip *>().size(), 2);
    bench.click(u"requests.chip.status:error"_s);
    QTRY_COMPARE(bench.page->filter(), u"key:\"my key\""_s);
    QCOMPARE(bench.find<QLineEdit>(u"requests.filterField"_s)->text(), u"key:\"my key\""_s);
}

void tst_RequestsPage::followsDrillDowns()
{
    Bench bench;
    bench.open();
    QSignalSpy changed(bench.page.get(), &RequestsPage::filterChanged);
    bench.page->setFilter(u"provider:anthropic status:error"_s);
    QVERIFY(changed.wait());
    const QUrlQuery query = bench.engine->lastOf("GET /requests").query;
    QCOMPARE(query.queryItemValue(u"filter"_s, QUrl::FullyDecoded),
             u"provider:anthropic status:error"_s);
    QCOMPARE(query.queryItemValue(u"since"_s), u"24h"_s);
}

void tst_RequestsPage::narrowsByTheHistogram()
{
    Bench bench;
    bench.engine->answer("GET /requests/histogram",
                         {{"from"_L1, u"2026-11-22T11:00:00.000Z"_s},
                          {"to"_L1, u"2026-11-22T12:00:00.000Z"_s},
                          {"bucket_s"_L1, 900},
                          {"requests"_L1, QJsonArray{4, 9, 2, 25}},
                          {"errors"_L1, QJsonArray{0, 1, 0, 0}},
                          {"total"_L1, 40}});
    bench.open();
    auto *histogram = bench.find<RequestHistogramView>(u"requests.histogram"_s);
    QTRY_COMPARE(histogram->histogram().total, qint64(40));
    auto *chart = bench.find<StackedBarChart>(u"requests.histogramChart"_s);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Return);
    QTRY_COMPARE(bench.page->filter(), u"since:2026-11-22T11:30:00Z until:2026-11-22T11:45:00Z"_s);
    QVERIFY(!bench.engine->lastOf("GET /requests").query.hasQueryItem(u"since"_s));
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(chart, Qt::Key_Return);
    QTRY_COMPARE(bench.page->filter(), u"since:2026-11-22T11:00:00Z until:2026-11-22T11:30:00Z"_s);
}

void tst_RequestsPage::showsTheHistogramAsATable()
{
    Bench bench;
    bench.engine->answer("GET /requests/histogram",
                         {{"from"_L1, u"2026-11-22T11:00:00.000Z"_s},
                          {"bucket_s"_L1, 900},
                          {"requests"_L1, QJsonArray{4, 9, 2, 25}},
                          {"errors"_L1, QJsonArray{0, 1, 0, 0}},
                          {"total"_L1, 40}});
    bench.open();
    auto *chart = bench.find<StackedBarChart>(u"requests.histogramChart"_s);
    QTRY_COMPARE(chart->pointCount(), 4);
    QCOMPARE(chart->value(u"failed"_s, 1), 1.0);
    QCOMPARE(chart->value(u"answered"_s, 1), 8.0);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_T);
    auto *table = bench.find<TableView>(u"requests.histogramDataTable"_s);
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 4);
    table->setCurrentIndex(table->model()->index(3, 1));
    QTest::keyClick(table, Qt::Key_Return); // the requests of a row
    QTRY_COMPARE(bench.page->filter(), u"since:2026-11-22T11:45:00Z until:2026-11-22T12:00:00Z"_s);
    QTest::mouseClick(bench.find<QPushButton>(u"requests.histogramDataToggle"_s), Qt::LeftButton);
    QVERIFY(chart->isVisible());
}

void tst_RequestsPage::followsAChosenSpan()
{
    Bench bench;
    bench.open();
    bench.page->setRange(u"2026-11-01T00:00/2026-11-21T00:00"_s);
    QTRY_VERIFY(
        bench.find<QLabel>(u"requests.summaryLabel"_s)->text().endsWith(u"1 Nov – 20 Nov"_s));
    for (const char *path : {"GET /requests", "GET /requests/histogram"}) {
        QCOMPARE(bench.engine->lastOf(path).query.queryItemValue(u"since"_s),
                 u"2026-11-01T00:00"_s);
        QCOMPARE(bench.engine->lastOf(path).query.queryItemValue(u"until"_s),
                 u"2026-11-21T00:00"_s);
    }
    // A new request is not of the span: the gateway is asked which are.
    const int rows = bench.table()->model()->rowCount();
    const int asked = bench.engine->countOf("GET /requests");
    bench.engine->push(u"request"_s, {{"items"_L1, QJsonArray{QJsonObject{{"id"_L1, u"new"_s}}}}});
    QTRY_COMPARE(bench.engine->countOf("GET /requests"), asked + 1);
    QCOMPARE(bench.table()->model()->rowCount(), rows);
}

void tst_RequestsPage::pausesWithSpace()
{
    Bench bench;
    bench.open();
    bench.table()->setFocus();
    QTest::keyClick(bench.table(), Qt::Key_Space);
    QVERIFY(!bench.find<QPushButton>(u"requests.liveToggle"_s)->isChecked());
    bench.engine->push(u"request"_s, sampleRequestPage(-4, -1));
    auto *fresh = bench.find<QPushButton>(u"requests.newRowsButton"_s);
    QVERIFY(fresh->isVisible());
    QCOMPARE(fresh->text(), u"4 new"_s);
    QTest::keyClick(bench.table(), Qt::Key_Space);
    QCOMPARE(bench.table()->model()->rowCount(), 44);
    QVERIFY(!fresh->isVisible());
}

void tst_RequestsPage::pausesWhileScrolledDown()
{
    Bench bench;
    bench.open();
    QScrollBar *bar = bench.table()->verticalScrollBar();
    bar->setValue(bar->maximum());
    bench.engine->push(u"request"_s, sampleRequestPage(-1, -1));
    QCOMPARE(bench.table()->model()->rowCount(), 40);
    bench.click(u"requests.newRowsButton"_s);
    QCOMPARE(bar->value(), 0);
    QCOMPARE(bench.table()->model()->rowCount(), 41);
    QVERIFY(bench.find<QPushButton>(u"requests.liveToggle"_s)->isChecked());
}

void tst_RequestsPage::opensDetailsByEnterAndMovesByLetter()
{
    Bench bench;
    bench.open();
    bench.table()->setFocus();
    bench.table()->setCurrentIndex(bench.table()->model()->index(0, 0));
    QTest::keyClick(bench.table(), Qt::Key_Return);
    auto *detail = bench.find<RequestDetailPanel>(u"requests.detail"_s);
    QVERIFY(detail->isVisible());
    QVERIFY(detail->width() >= 420 && detail->width() <= 640);
    QCOMPARE(detail->requestId(), u"req_1"_s);
    QTest::keyClick(bench.table(), Qt::Key_J);
    QCOMPARE(detail->requestId(), u"req_2"_s);
    QTest::keyClick(bench.table(), Qt::Key_K);
    QCOMPARE(detail->requestId(), u"req_1"_s);
}

void tst_RequestsPage::opensDetailsInAWindow()
{
    Bench bench;
    bench.open();
    bench.table()->setFocus();
    bench.table()->setCurrentIndex(bench.table()->model()->index(0, 0));
    QTest::keyClick(bench.table(), Qt::Key_Return, Qt::ControlModifier);
    QPointer<RequestDetailPanel> window =
        bench.find<RequestDetailPanel>(u"requests.detailWindow"_s);
    QVERIFY(window && window->isWindow() && window->isVisible());
    QCOMPARE(window->requestId(), u"req_1"_s);
    QVERIFY(bench.find<QWidget>(u"requests.detail"_s)->isHidden());
    QTest::mouseClick(window->findChild<QAbstractButton *>(u"requests.detail.nextButton"_s),
                      Qt::LeftButton);
    QCOMPARE(window->requestId(), u"req_2"_s);
    QCOMPARE(bench.table()->currentIndex().row(), 0); // the table stays where it is
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(!window);
    QVERIFY(bench.page->isVisible());
}

void tst_RequestsPage::leadsToAlertsAndAudit()
{
    Bench bench;
    bench.open();
    QSignalSpy alert(bench.page.get(), &RequestsPage::alertRequested);
    QSignalSpy audit(bench.page.get(), &RequestsPage::auditRequested);
    QMenu menu;
    Q_EMIT bench.table()->menuAboutToShow(&menu, bench.table()->model()->index(0, 0));
    menu.findChild<QAction *>(u"action.addAlert"_s)->trigger();
    menu.findChild<QAction *>(u"action.showInAudit"_s)->trigger();
    QCOMPARE(alert.constFirst().constFirst().toString(), u"provider:openai"_s);
    QCOMPARE(audit.constFirst().constFirst().toString(), u"openai"_s);
}

void tst_RequestsPage::offersActionsInTheDetails()
{
    Bench bench;
    bench.engine->answer("POST /explain", {{"plan"_L1, QJsonArray{u"openai/mini"_s}}});
    bench.open();
    QSignalSpy alert(bench.page.get(), &RequestsPage::alertRequested);
    QSignalSpy audit(bench.page.get(), &RequestsPage::auditRequested);
    bench.openFirst();
    QMenu *menu = bench.find<QToolButton>(u"requests.detail.moreButton"_s)->menu();
    Q_EMIT menu->aboutToShow();
    menu->findChild<QAction *>(u"action.addAlert"_s)->trigger();
    menu->findChild<QAction *>(u"action.showInAudit"_s)->trigger();
    menu->findChild<QAction *>(u"action.explainRequest"_s)->trigger();
    QCOMPARE(alert.constFirst().constFirst().toString(), u"provider:openai"_s);
    QCOMPARE(audit.constFirst().constFirst().toString(), u"openai"_s);
    QTRY_VERIFY(
        bench.find<QLabel>(u"requests.detail.policyLabel"_s)->text().contains(u"openai/mini"_s));
}

void tst_RequestsPage::showsRecordedHeaders()
{
    Bench bench;
    bench.recordFirst();
    bench.open();
    bench.openFirst();
    auto *tabs = bench.find<QTabWidget>(u"requests.detail.tabs"_s);
    tabs->setCurrentIndex(tabs->count() - 2);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Headers"_s);
    auto *show = bench.find<QAbstractButton>(u"requests.detail.showHeadersButton"_s);
    QTRY_VERIFY(show->isVisible());
    show->click();
    auto *table = bench.find<TableView>(u"requests.detail.requestHeadersTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"[redacted]"_s);
    QCOMPARE(bench.engine->countOf("POST /requests/req_1/body"), 1);
    QTest::keyClick(bench.table(), Qt::Key_J); // the next one is not recorded
    QTRY_COMPARE(bench.find<QLabel>(u"requests.detail.headersLabel"_s)->text(),
                 u"Headers are recorded together with bodies, and nothing of this request was "
                 "recorded."_s);
}

void tst_RequestsPage::replaysOnlyWhatIsRecorded()
{
    Bench bench;
    bench.recordFirst();
    bench.open();
    bench.openFirst();
    auto *button = bench.find<QAbstractButton>(u"requests.detail.replayButton"_s);
    QTRY_VERIFY(button->isEnabled());
    button->click();
    QVERIFY(bench.find<QWidget>(u"requests.replayDialog"_s));
    delete bench.find<QWidget>(u"requests.replayDialog"_s);
    QTest::keyClick(bench.table(), Qt::Key_J);
    QTRY_VERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains(u"was not recorded"_s));
}

void tst_RequestsPage::explainsARequest()
{
    Bench bench;
    bench.open();
    bench.table()->setCurrentIndex(bench.table()->model()->index(0, 0));
    QTest::keyClick(bench.table(), Qt::Key_Return);
    QCOMPARE(bench.find<QLabel>(u"requests.detail.statusLabel"_s)->text(),
             u"Answered by openai at the first attempt."_s);
    auto *steps = bench.find<QWidget>(u"requests.detail.routeSteps"_s);
    QTRY_COMPARE(steps->findChildren<QLabel *>().size(), 3);
    auto *cost = bench.find<TableView>(u"requests.detail.costTable"_s);
    QCOMPARE(cost->model()->index(0, 1).data().toString(), u"1,204"_s);
    QCOMPARE(cost->model()->index(0, 2).data().toString(), u"$0.1500"_s);
}

void tst_RequestsPage::tellsWhatTheCacheSavedAndWhichBudgetsPaid()
{
    Bench bench;
    QJsonObject details = sampleDetails(1);
    details.insert("cache_saved_nano_usd"_L1, 200'000'000);
    bench.engine->answer("GET /requests/req_1", details);
    bench.open();
    bench.openFirst();
    const auto texts = [&bench] {
        QStringList all;
        for (const QLabel *label :
             bench.find<QWidget>(u"requests.detail"_s)->findChildren<QLabel *>())
            all.append(label->text());
        return all;
    };
    QTRY_VERIFY(texts().contains(u"Saved by the cache"_s));
    QVERIFY(texts().contains(u"$0.2000"_s));
    QVERIFY(texts().contains(u"Drawn from budgets"_s));
    QVERIFY(texts().contains(u"Whole gateway, per month\nTeam Research, per day"_s));
}

void tst_RequestsPage::copiesIdAndCommand()
{
    Bench bench;
    bench.open();
    bench.table()->setFocus();
    bench.table()->setCurrentIndex(bench.table()->model()->index(1, 0));
    QTest::keyClick(bench.table(), Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"req_2"_s);
    QTest::keyClick(bench.table(), Qt::Key_Return);
    bench.click(u"requests.detail.copyCurlButton"_s);
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY(command.startsWith("curl 'http://127.0.0.1:4417/v1/chat/completions'"_L1));
    QVERIFY(command.contains("Bearer $GATEHOUSE_KEY"_L1));
    QVERIFY(command.contains("\"model\":\"chat-default\""_L1));
}

void tst_RequestsPage::closesDetailsThenFilterByEscape()
{
    Bench bench;
    bench.open();
    bench.typeFilter(u"team:ops"_s);
    QTRY_COMPARE(bench.page->filter(), u"team:ops"_s);
    bench.table()->setFocus();
    bench.table()->setCurrentIndex(bench.table()->model()->index(0, 0));
    QTest::keyClick(bench.table(), Qt::Key_Return);
    QTest::keyClick(bench.table(), Qt::Key_Escape);
    QVERIFY(!bench.find<QWidget>(u"requests.detail"_s)->isVisible());
    QCOMPARE(bench.page->filter(), u"team:ops"_s);
    QTest::keyClick(bench.table(), Qt::Key_Escape);
    QTRY_COMPARE(bench.page->filter(), QString());
}

void tst_RequestsPage::opensAnOldRequestById()
{
    Bench bench;
    bench.open();
    bench.engine->answer("GET /requests", sampleRequestPage(3, 3));
    bench.page->openRequest(u"req_3"_s);
    auto *detail = bench.find<RequestDetailPanel>(u"requests.detail"_s);
    QTRY_COMPARE(detail->requestId(), u"req_3"_s);
    QVERIFY(!bench.engine->lastOf("GET /requests").query.hasQueryItem(u"since"_s));
}

void tst_RequestsPage::exportsTheFilteredRows()
{
    QTemporaryDir folder;
    Bench bench;
    bench.open();
    bench.page->exportControl().setFileChooser(
        [&folder](const QString &name, const std::function<void(const QString &)> &chosen) {
            chosen(folder.filePath(name));
        });
    bench.page->findChild<QAction *>(u"action.exportRequestsCsv"_s)->trigger();
    QTRY_COMPARE(bench.find<QLabel>(u"requests.summaryLabel"_s)->text(), u"40 requests exported"_s);
    QFile file(folder.filePath(u"requests.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 41);
}

void tst_RequestsPage::exportIsAJobOfTheWindow()
{
    const QTemporaryDir folder;
    const FakeClock clock;
    JobList jobs(clock);
    Bench bench;
    bench.open();
    bench.page->setJobs(jobs);
    bench.page->exportControl().setFileChooser(
        [&folder](const QString &name, const std::function<void(const QString &)> &chosen) {
            chosen(folder.filePath(name));
        });
    auto *toCsv = bench.page->findChild<QAction *>(u"action.exportRequestsCsv"_s);
    QStringList ends;
    connect(&jobs, &JobList::jobEnded, this, [&ends](Job *job) { ends.append(job->result()); });
    toCsv->trigger();
    QVERIFY(!jobs.isIdle());
    QTRY_COMPARE(ends, QStringList{u"40 requests exported"_s});
    toCsv->trigger();
    jobs.running().constFirst()->cancel();
    QVERIFY(jobs.isIdle());
    QTRY_VERIFY(bench.find<QPushButton>(u"requests.exportButton"_s)->isEnabled());
}

void tst_RequestsPage::takesNothingInWhileHidden()
{
    Bench bench;
    bench.open();
    bench.page->hide();
    const int asked = bench.engine->countOf("GET /requests");
    bench.engine->push(u"request"_s, {{u"items"_s, QJsonArray()}});
    QCOMPARE(bench.engine->countOf("GET /requests"), asked);
    bench.page->show();
    QCOMPARE(bench.engine->countOf("GET /requests"), asked + 1); // what was missed
}

void tst_RequestsPage::completesWords()
{
    QCOMPARE(splitFilter(u"a:1  key:\"x y\" b"_s),
             (QStringList{u"a:1"_s, u"key:\"x y\""_s, u"b"_s}));
    FilterField field;
    field.show();
    QVERIFY(QTest::qWaitForWindowActive(&field));
    QSignalSpy applied(&field, &QLineEdit::returnPressed);
    QTest::keyClicks(&field, u"served"_s);
    QWidget *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(field.text(), u"served:fallback "_s);
    QCOMPARE(applied.size(), 1);
}

void tst_RequestsPage::completesValuesFromTheGateway()
{
    Bench bench;
    bench.engine->answer("GET /requests/values",
                         {{"items"_L1, QJsonArray{u"design"_s, u"design team"_s}}});
    bench.open();
    auto *field = bench.find<QLineEdit>(u"requests.filterField"_s);
    field->setFocus();
    QTest::keyClicks(field, u"key:des"_s);
    QTRY_COMPARE(bench.engine->lastOf("GET /requests/values")
                     .query.queryItemValue(u"part"_s, QUrl::FullyDecoded),
                 u"des"_s);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QWidget *popup = QApplication::activePopupWidget();
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QTRY_COMPARE(bench.page->filter(), u"key:\"design team\""_s);
}

void tst_RequestsPage::filtersByARowsMenu()
{
    Bench bench;
    bench.open();
    QMenu menu;
    Q_EMIT bench.table()->menuAboutToShow(&menu, bench.table()->model()->index(0, 0));
    menu.findChild<QAction *>(u"action.filterBy.model"_s)->trigger();
    QTRY_COMPARE(bench.page->filter(), u"model:gpt-4o-mini"_s);
    menu.findChild<QAction *>(u"action.copyRequestCurl"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains("$GATEHOUSE_KEY"_L1));
}

void tst_RequestsPage::filtersByTheDetails()
{
    Bench bench;
    bench.open();
    bench.typeFilter(u"key:other status:error"_s);
    QTRY_COMPARE(bench.page->filter(), u"key:other status:error"_s);
    bench.table()->setCurrentIndex(bench.table()->model()->index(0, 0));
    QTest::keyClick(bench.table(), Qt::Key_Return);
    QMenu *menu = bench.find<QToolButton>(u"requests.detail.filterButton"_s)->menu();
    Q_EMIT menu->aboutToShow();
    menu->findChild<QAction *>(u"action.filterBy.key"_s)->trigger();
    QTRY_COMPARE(bench.page->filter(), u"status:error key:design"_s);
}

void tst_RequestsPage::cancelsARunningRequest()
{
    Bench bench;
    bench.open();
    bench.engine->push(u"running"_s, runningPage());
    bench.table()->setCurrentIndex(bench.table()->model()->index(0, 0));
    QTest::keyClick(bench.table(), Qt::Key_Return);
    const QModelIndex bar = bench.table()->model()->index(0, RequestsModel::FirstToken);
    QCOMPARE(bar.data(CellRole::Kind).toInt(), int(CellKind::Meter));
    QVERIFY(bar.data(CellRole::Share).toDouble() > 0);
    QVERIFY(bar.data(Qt::AccessibleTextRole).toString().startsWith(u"Running for"_s));
    bench.click(u"requests.detail.cancelButton"_s);
    QCOMPARE(bench.engine->countOf("POST /requests/req_-5/cancel"), 1);
}

void tst_RequestsPage::detailsFollowARequestToItsEnd()
{
    Bench bench;
    bench.open();
    bench.engine->push(u"running"_s, sampleRequestPage(-5, -5));
    bench.table()->setCurrentIndex(bench.table()->model()->index(0, 0));
    QTest::keyClick(bench.table(), Qt::Key_Return);
    auto *detail = bench.find<RequestDetailPanel>(u"requests.detail"_s);
    QVERIFY(detail->showsRunning());
    bench.engine->push(u"running"_s, {{"items"_L1, QJsonArray()}});
    bench.engine->push(u"request"_s, sampleRequestPage(-5, -5));
    QTRY_VERIFY(!detail->showsRunning());
    QCOMPARE(detail->requestId(), u"req_-5"_s);
}

void tst_RequestsPage::explainsWithTheCurrentPolicy()
{
    Bench bench;
    const QJsonObject step{{"name"_L1, u"Route"_s}, {"ok"_L1, true}, {"text"_L1, u"found"_s}};
    bench.engine->answer(
        "POST /explain",
        {{"steps"_L1, QJsonArray{step}}, {"plan"_L1, QJsonArray{u"bedrock/claude"_s}}});
    bench.open();
    bench.table()->setCurrentIndex(bench.table()->model()->index(0, 0));
    QTest::keyClick(bench.table(), Qt::Key_Return);
    bench.find<QAbstractButton>(u"requests.detail.explainButton"_s)->click();
    auto *result = bench.find<QLabel>(u"requests.detail.policyLabel"_s);
    QTRY_VERIFY(result->text().contains(u"bedrock/claude"_s));
    const QJsonObject question = bench.engine->lastOf("POST /explain").body;
    QCOMPARE(question.value("key"_L1).toString(), u"key_1"_s);
    QCOMPARE(question.value("body"_L1).toObject().value("model"_L1).toString(), u"chat-default"_s);
}

void tst_RequestsPage::saysThatRequestsAreMissing()
{
    Bench bench;
    bench.open();
    const QJsonObject problem{{"code"_L1, u"ledger"_s}, {"detail"_L1, u"the disk is full"_s}};
    bench.engine->push(u"status"_s, {{"problems"_L1, QJsonArray{problem}}});
    QCOMPARE(bench.state(), StatePanel::State::Partial);
    QVERIFY(bench.table()->isVisible());
    bench.engine->push(u"status"_s, {{"problems"_L1, QJsonArray()}});
    QCOMPARE(bench.state(), StatePanel::State::Ready);
}

void tst_RequestsPage::hidesColumnsByTheirMenu()
{
    Bench bench;
    bench.open();
    QMenu *menu = bench.find<QPushButton>(u"requests.columnsButton"_s)->menu();
    Q_EMIT menu->aboutToShow();
    menu->findChild<QAction *>(u"action.showColumn.cost"_s)->trigger();
    QVERIFY(bench.table()->isColumnHidden(RequestsModel::Cost));
}

void tst_RequestsPage::namesEveryControl()
{
    Bench bench;
    bench.open();
    for (const QAbstractButton *button : bench.page->findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || button->inherits("QLineEditIconButton")
            || button->parent()->inherits("QTabBar"))
            continue;
        QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->accessibleName()));
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_RequestsPage)
#include "tst_requestspage.moc"
