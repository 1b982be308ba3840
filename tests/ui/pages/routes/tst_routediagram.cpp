// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampleroutes.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/routes/connectionline.h"
#include "ui/pages/routes/routediagram.h"
#include "ui/pages/routes/routespage.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTreeView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! The page with the route "fast": two targets of weight 60 and 30, one fallback. Its boxes: 0 the
//! name, 1 the strategy, 2 and 3 the targets, 4 the fallback.
struct Bench {
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    std::unique_ptr<ConfigurationModel> configuration;
    std::unique_ptr<StatusModel> status;
    SeriesColours colours;
    std::unique_ptr<RoutesPage> page;
    RouteDiagram *diagram = nullptr;
    std::function<void()> undo;

    void open(QSize size = {1218, 800})
    {
        answerRoutes(*engine);
        configuration = std::make_unique<ConfigurationModel>(client);
        status = std::make_unique<StatusModel>(client);
        status->refresh();
        page = std::make_unique<RoutesPage>(client, *configuration, *status, colours);
        page->resize(size);
        page->show();
        QObject::connect(page.get(), &RoutesPage::undoOffered, page.get(),
                         [this](const QString &, const auto &back) { undo = back; });
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTRY_VERIFY(page->isReady());
        diagram = page->findChild<RouteDiagram *>(u"routes.diagram"_s);
    }
    template <typename T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    void press(QPointF place) const
    {
        QTest::mousePress(diagram, Qt::LeftButton, {}, place.toPoint());
    }
    void drag(QPoint to) const
    {
        QMouseEvent move(QEvent::MouseMove, to, diagram->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(diagram, &move);
    }
    void release(QPoint at) const { QTest::mouseRelease(diagram, Qt::LeftButton, {}, at); }
    //! The middle of an entry of the list, seen from the diagram.
    QPoint entry(const QString &id) const
    {
        const auto *list = find<TableView>(u"routes.list"_s);
        const QModelIndexList found =
            list->model()->match(list->model()->index(0, 0), CellRole::Id, id, 1, Qt::MatchExactly);
        if (found.isEmpty())
            return {};
        list->viewport()->update();
        return diagram->mapFromGlobal(
            list->viewport()->mapToGlobal(list->visualRect(found.first()).center()));
    }
    //! Pulls a line from the strategy to an entry, and lets it go there unless told otherwise.
    void pullTo(const QString &id, bool drop = true) const
    {
        press(diagram->handleRect().center());
        drag(diagram->handleRect().center().toPoint() + QPoint(-30, 10));
        drag(entry(id));
        if (drop)
            release(entry(id));
    }
    const ConnectionLine &line() const { return *find<ConnectionLine>(u"routes.connectionLine"_s); }
    QStringList column(const QString &table, int column) const
    {
        const auto *view = find<QAbstractItemView>(table);
        QStringList all;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            all.append(view->model()->index(row, column).data().toString());
        return all;
    }
    QStringList models() const { return column(u"routes.targetsTable"_s, 1); }
    QStringList weights() const { return column(u"routes.targetsTable"_s, 2); }
    QStringList fallbacks() const { return column(u"routes.fallbackList"_s, 0); }
    //! The menu of the chosen box, as its key opens it.
    QMenu *menu() const
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(diagram, &event);
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }
};

//! Goes down in a menu until the action is chosen, and opens it.
void enter(QMenu *menu, const QAction *action)
{
    QVERIFY(action && action->isEnabled());
    const auto steps = menu->actions().size();
    for (int step = 0; step <= steps && menu->activeAction() != action; ++step)
        QTest::keyClick(menu, Qt::Key_Down);
    QCOMPARE(menu->activeAction(), action);
    QTest::keyClick(menu, Qt::Key_Return);
}

void enter(QMenu *menu, const QString &name)
{
    QVERIFY(menu);
    enter(menu, menu->findChild<QAction *>(name));
}

} // namespace

class tst_RouteDiagram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void addsATargetByALine();
    void addsAFallbackByALine();
    void refusesWhatCannotBeJoined();
    void givesALineUp();
    void opensTheMenuOfTheMark();
    void joinsByKeyboard();
    void removesByKeyboard();
    void dragsAWeight();
    void givesAWeightUp();
    void turnsAWeight();
    void weighsByKeyboard();
    void offersTheMenuInTheOutline();
    void leavesAFilesRouteAlone();
    void pullsLinesInANarrowWindow();
    void showsSharesOverTime();
    void comparesACanary();
    void saysThatNothingWasServed();
};

void tst_RouteDiagram::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    new Theme(*qApp);
}

void tst_RouteDiagram::addsATargetByALine()
{
    Bench bench;
    bench.open();
    const QStringList before = bench.models();
    bench.pullTo(u"openai/gpt-4o"_s, false);
    QVERIFY(bench.line().isVisible());
    QCOMPARE(bench.line().text(), u"Add openai/gpt-4o as a target"_s);
    bench.release(bench.entry(u"openai/gpt-4o"_s));
    QVERIFY(!bench.line().isVisible());
    QCOMPARE(bench.models(), before + QStringList{u"gpt-4o"_s});
    QCOMPARE(bench.weights(), QStringList({u"60"_s, u"30"_s, u"30"_s}));
    QVERIFY(bench.undo);
    bench.undo();
    QCOMPARE(bench.models(), before);
}

void tst_RouteDiagram::addsAFallbackByALine()
{
    Bench bench;
    bench.open();
    bench.diagram->setCurrentNode(4);
    enter(bench.menu(), u"routes.diagramMenu.removeAction"_s);
    QVERIFY(bench.fallbacks().isEmpty());
    bench.pullTo(u"careful"_s, false);
    QCOMPARE(bench.line().text(), u"Add careful as a fallback"_s);
    bench.release(bench.entry(u"careful"_s));
    QCOMPARE(bench.fallbacks(), QStringList{u"careful"_s});
}

void tst_RouteDiagram::refusesWhatCannotBeJoined()
{
    Bench bench;
    bench.open();
    const QStringList models = bench.models();
    bench.pullTo(u"gpu/llama-3.1-8b"_s, false);
    QCOMPARE(bench.line().text(), u"gpu/llama-3.1-8b is a target already"_s);
    bench.drag(bench.entry(u"fast"_s));
    QCOMPARE(bench.line().text(), u"A route cannot be its own fallback"_s);
    bench.drag(bench.entry(u"careful"_s));
    QCOMPARE(bench.line().text(), u"careful is a fallback already"_s);
    bench.release(bench.entry(u"careful"_s));
    QCOMPARE(bench.models(), models);
    QCOMPARE(bench.fallbacks(), QStringList{u"careful"_s});
    QVERIFY(!bench.undo);
}

void tst_RouteDiagram::givesALineUp()
{
    Bench bench;
    bench.open();
    const QStringList models = bench.models();
    bench.pullTo(u"openai/gpt-4o"_s, false);
    QTest::keyClick(bench.diagram, Qt::Key_Escape);
    QVERIFY(!bench.line().isVisible());
    bench.release(bench.entry(u"openai/gpt-4o"_s));
    QCOMPARE(bench.models(), models);
}

void tst_RouteDiagram::opensTheMenuOfTheMark()
{
    Bench bench;
    bench.open();
    const QPoint mark = bench.diagram->handleRect().center().toPoint();
    QTest::mouseClick(bench.diagram, Qt::LeftButton, {}, mark);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->objectName(), u"routes.diagramMenu"_s);
    menu->close();
}

void tst_RouteDiagram::joinsByKeyboard()
{
    Bench bench;
    bench.open();
    bench.diagram->setFocus();
    QTest::keyClick(bench.diagram, Qt::Key_Right);
    QCOMPARE(bench.diagram->currentNode(), 1);
    QMenu *menu = bench.menu();
    QVERIFY(menu);
    auto *targets = menu->findChild<QMenu *>(u"routes.diagramMenu.targetMenu"_s);
    enter(menu, targets->menuAction());
    QTRY_VERIFY(targets->isVisible());
    auto *add = bench.find<QAction>(u"routes.diagramMenu.join.openai/gpt-4o"_s);
    QVERIFY(add);
    auto *openai = qobject_cast<QMenu *>(add->parent());
    enter(targets, openai->menuAction());
    QTRY_VERIFY(openai->isVisible());
    enter(openai, add);
    QCOMPARE(bench.models().last(), u"gpt-4o"_s);
    QVERIFY(!bench.find<QAction>(u"routes.diagramMenu.join.openai/gpt-4o-mini"_s));
}

void tst_RouteDiagram::removesByKeyboard()
{
    Bench bench;
    bench.open();
    bench.diagram->setFocus();
    bench.diagram->setCurrentNode(3);
    enter(bench.menu(), u"routes.diagramMenu.removeAction"_s);
    QCOMPARE(bench.models(), QStringList{u"gpt-4o-mini"_s});
}

void tst_RouteDiagram::dragsAWeight()
{
    Bench bench;
    bench.open();
    const QPoint share = bench.diagram->shareRect(2).center().toPoint();
    bench.press(share);
    bench.drag(share - QPoint(0, 15));
    bench.drag(share - QPoint(0, 45));
    QCOMPARE(bench.weights().first(), u"60"_s); // not before it is let go
    bench.release(share - QPoint(0, 45));
    QCOMPARE(bench.weights(), QStringList({u"75"_s, u"30"_s}));
    QVERIFY(bench.diagram->accessibleDescription().endsWith(u"weight 75 of 105"_s));
    bench.undo();
    QCOMPARE(bench.weights(), QStringList({u"60"_s, u"30"_s}));
}

void tst_RouteDiagram::givesAWeightUp()
{
    Bench bench;
    bench.open();
    const QPoint share = bench.diagram->shareRect(2).center().toPoint();
    bench.press(share);
    bench.drag(share - QPoint(0, 45));
    QTest::keyClick(bench.diagram, Qt::Key_Escape);
    bench.release(share - QPoint(0, 45));
    QCOMPARE(bench.weights().first(), u"60"_s);
}

void tst_RouteDiagram::turnsAWeight()
{
    Bench bench;
    bench.open();
    bench.diagram->setFocus();
    bench.diagram->setCurrentNode(2);
    const auto turn = [&bench](QPointF place, int by) {
        QWheelEvent event(place, bench.diagram->mapToGlobal(place), {}, {0, by}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(bench.diagram, &event);
    };
    turn(bench.diagram->shareRect(2).center(), 120);
    QCOMPARE(bench.weights().first(), u"61"_s);
    turn(bench.diagram->shareRect(2).center(), -120);
    QCOMPARE(bench.weights().first(), u"60"_s);
    turn(bench.diagram->nodeRect(0).center(), 120); // the page scrolls there
    QCOMPARE(bench.weights().first(), u"60"_s);
}

void tst_RouteDiagram::weighsByKeyboard()
{
    Bench bench;
    bench.open();
    bench.diagram->setFocus();
    bench.diagram->setCurrentNode(2);
    QTest::keyClick(bench.diagram, Qt::Key_Plus);
    QTest::keyClick(bench.diagram, Qt::Key_PageUp);
    QCOMPARE(bench.weights().first(), u"71"_s);
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(bench.diagram, Qt::Key_PageDown);
    QCOMPARE(bench.weights().first(), u"0"_s); // never below
    enter(bench.menu(), u"routes.diagramMenu.moreAction"_s);
    QCOMPARE(bench.weights().first(), u"1"_s);
}

void tst_RouteDiagram::offersTheMenuInTheOutline()
{
    Bench bench;
    bench.open();
    auto *outline = bench.find<QTreeView>(u"routes.outline"_s);
    const QModelIndex strategy = outline->model()->index(0, 0, outline->model()->index(0, 0));
    QCOMPARE(strategy.siblingAtColumn(2).data().toString(), u"90 in all"_s);
    Q_EMIT outline->customContextMenuRequested(outline->visualRect(strategy).center());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    menu->close();
}

void tst_RouteDiagram::leavesAFilesRouteAlone()
{
    Bench bench;
    bench.open();
    bench.engine->answer("GET /status",
                         {{u"state"_s, u"running"_s}, {u"managed_by"_s, u"/etc/gatehouse.yaml"_s}});
    bench.status->refresh();
    QTRY_VERIFY(bench.diagram->handleRect().isEmpty());
    QMenu *menu = bench.menu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 1); // Edit shows the values
    menu->close();
}

void tst_RouteDiagram::pullsLinesInANarrowWindow()
{
    Bench bench;
    bench.open({968, 560});
    bench.pullTo(u"openai/gpt-4o"_s);
    QCOMPARE(bench.models().last(), u"gpt-4o"_s);
}

namespace {

QJsonObject trafficSample(bool withCanary)
{
    const auto target = [](const QString &provider, const QString &model,
                           const QJsonArray &counts) {
        return QJsonObject{{u"provider"_s, provider},
                           {u"name"_s, provider.toUpper()},
                           {u"model"_s, model},
                           {u"requests"_s, counts[0].toInt() + counts[1].toInt()},
                           {u"counts"_s, counts}};
    };
    QJsonObject traffic{
        {u"now"_s, u"2026-11-22T12:30:00.000Z"_s},
        {u"from"_s, u"2026-11-22T11:00:00.000Z"_s},
        {u"to"_s, u"2026-11-22T13:00:00.000Z"_s},
        {u"time_zone"_s, u"UTC"_s},
        {u"bucket_s"_s, 3600},
        {u"series"_s,
         QJsonObject{{u"times"_s,
                      QJsonArray{u"2026-11-22T11:00:00.000Z"_s, u"2026-11-22T12:00:00.000Z"_s}}}},
        {u"targets"_s,
         QJsonArray{target(u"openai"_s, u"gpt-4o-mini"_s, {30, 45}),
                    target(u"gpu"_s, u"llama-3.1-8b"_s, {10, 15})}}};
    if (withCanary) {
        traffic.insert(u"canary"_s,
                       QJsonObject{{u"requests"_s, 100},
                                   {u"failed"_s, 10},
                                   {u"first_token_p95"_s, 900},
                                   {u"cost_nano_usd"_s, 500'000'000}});
        traffic.insert(u"control"_s, QJsonObject{{u"requests"_s, 900}, {u"failed"_s, 9}});
    }
    return traffic;
}

} // namespace

void tst_RouteDiagram::showsSharesOverTime()
{
    Bench bench;
    bench.engine->answer("GET /routes/fast/traffic", trafficSample(false));
    bench.open();
    auto *chart = bench.find<LineChart>(u"routes.trafficChart"_s);
    QTRY_VERIFY(chart && chart->isVisible());
    QCOMPARE(chart->data().lines.size(), 2);
    QCOMPARE(chart->value(u"openai/gpt-4o-mini"_s, 0), 0.75);
    QVERIFY(!bench.find<QWidget>(u"routes.canaryTable"_s)->isVisible());
    QSignalSpy opened(bench.page.get(), &RoutesPage::openRequests);
    chart->setCurrentPoint(1);
    QTest::keyClick(chart, Qt::Key_Return);
    QVERIFY(opened.takeFirst().constFirst().toString().startsWith(u"route:fast since:"_s));
    bench.engine->answer("GET /routes/fast/traffic", {}, 500);
    QTest::mouseClick(bench.find<QWidget>(u"routes.trafficRangeControl.30dButton"_s),
                      Qt::LeftButton);
    QTRY_COMPARE(bench.engine->lastOf("GET /routes/fast/traffic").query.queryItemValue(u"range"_s),
                 u"30d"_s);
}

void tst_RouteDiagram::comparesACanary()
{
    Bench bench;
    bench.engine->answer("GET /routes/fast/traffic", trafficSample(true));
    bench.open();
    QTRY_VERIFY(bench.find<QWidget>(u"routes.canaryTable"_s)->isVisible());
    QCOMPARE(bench.column(u"routes.canaryTable"_s, 1), QStringList({u"100"_s, u"900"_s}));
    QCOMPARE(bench.column(u"routes.canaryTable"_s, 2).first(), Format::percent(0.9));
    QCOMPARE(bench.column(u"routes.canaryTable"_s, 5).first(), u"$0.0050"_s);
}

void tst_RouteDiagram::saysThatNothingWasServed()
{
    Bench bench;
    bench.engine->answer("GET /routes/fast/traffic", {{u"targets"_s, QJsonArray()}});
    bench.open();
    const auto *words = bench.find<QLabel>(u"routes.trafficLabel"_s);
    QTRY_VERIFY(words->text().startsWith(u"No target has served"_s));
    QVERIFY(words->isVisible());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_RouteDiagram)
#include "tst_routediagram.moc"
