// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/sampleoverview.h"
#include "ui/models/preferences.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/shell/application.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/jobstrip.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/snackbar.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtGui/QAction>
#include <QtGui/QShortcut>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void listsOnlyPagesThatExist();
    void makesAPageWhenItIsFirstSeen();
    void switchesPagesByKeyAndBack();
    void drillsDownWithFilter();
    void foldsWhenNarrowAndByKey();
    void asksBeforeStoppingRunningRequests();
    void startsWithoutAsking();
    void filtersATableOfAPageWithoutAFilter();
    void showsProblemsAndForgetsDismissedOnes();
    void marksSampleDataAndRemovesItWithOneClick();
    void remembersGeometryAndTheme();
    void remembersColumnsOfTables();
    void eventsOpenThePageOfTheirObject();
    void paletteFindsByInitials();
    void undoesWhatAPageDid();
    void wizardAppearsWithItsFactory();
    void everyControlHasItsNames();
    void grabsWhenReady();
    void jobStripShowsProgressAndCancels();
    void undoesWhatIsNoRevision();
    void saysSoWhenTheGatewayIsGone();
    void changesTextSizeByKey();
    void choosesARangeOfItsOwn();
    void focusesTheFilterOfThePage();
    void keysOfPagesDoNotCollide();
    void lettersAreTextInFields();
    void opensHelpForThePage();
    void listsEveryShortcut();
    void altShowsTheMenuBar();
    void asksTheGuardBeforeClosing();
    void everyActionIsInAMenu();
    void marksProvidersInTrouble();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    void trigger(const char *name) const { child<QAction>(name)->trigger(); }
    void addRequestsPage();

    QTemporaryDir m_folder;
    FakeAdminTransport *m_fake = nullptr;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<MainWindow> m_window;
    QString m_filter;
};

void MainWindowTest::initTestCase()
{
    setUpApplication(*qApp, Preferences(m_folder.filePath(u"app.ini"_s)));
}

void MainWindowTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_preferences = std::make_unique<Preferences>(m_folder.filePath(u"desktop.ini"_s));
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /overview", sampleOverview());
    m_fake->answer("GET /status", sampleStatus());
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_window = std::make_unique<MainWindow>(*m_client, *m_preferences);
    m_window->show();
    QTRY_VERIFY(m_window->status().isServing());
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_client.reset();
    m_preferences.reset();
    QFile::remove(m_folder.filePath(u"desktop.ini"_s));
}

void MainWindowTest::addRequestsPage()
{
    auto *page = new QWidget;
    page->setObjectName(u"page.requests"_s);
    m_window->addPage({.id = u"requests"_s,
                       .title = u"Requests"_s,
                       .iconName = u"list-tree"_s,
                       .page = page,
                       .setFilter = [this](const QString &filter) { m_filter = filter; }});
}

void MainWindowTest::listsOnlyPagesThatExist()
{
    QVERIFY(child<QAbstractButton>("nav.overview"));
    QVERIFY(child<QAbstractButton>("nav.settings"));
    QVERIFY(!child<QAbstractButton>("nav.requests"));
    addRequestsPage();
    QVERIFY(child<QAbstractButton>("nav.requests"));
}

void MainWindowTest::makesAPageWhenItIsFirstSeen()
{
    QVERIFY(!child<QWidget>("page.settings"));
    m_window->hide();
    m_window->showPage(u"settings"_s);
    QCOMPARE(m_window->currentPage(), u"settings"_s);
    QVERIFY(!child<QWidget>("page.settings"));
    m_window->show();
    QVERIFY(child<QWidget>("page.settings")->isVisible());
    const auto *first = child<QWidget>("page.settings");
    m_window->goBack();
    m_window->goForward();
    QCOMPARE(child<QWidget>("page.settings"), first);
}

void MainWindowTest::switchesPagesByKeyAndBack()
{
    addRequestsPage();
    QCOMPARE(m_window->currentPage(), u"overview"_s);
    QCOMPARE(child<QAction>("action.openRequests")->shortcut(), QKeySequence(u"Ctrl+2"_s));
    trigger("action.openSettings");
    QCOMPARE(m_window->currentPage(), u"settings"_s);
    trigger("action.openRequests");
    m_window->goBack();
    QCOMPARE(m_window->currentPage(), u"settings"_s);
    m_window->goBack();
    QCOMPARE(m_window->currentPage(), u"overview"_s);
    m_window->goForward();
    QCOMPARE(m_window->currentPage(), u"settings"_s);
}

void MainWindowTest::drillsDownWithFilter()
{
    addRequestsPage();
    Q_EMIT m_window->findChild<OverviewPage *>()->openRequests(u"provider:openai"_s);
    QCOMPARE(m_window->currentPage(), u"requests"_s);
    QCOMPARE(m_filter, u"provider:openai"_s);
}

void MainWindowTest::foldsWhenNarrowAndByKey()
{
    auto *sidebar = child<QWidget>("sidebar");
    m_window->resize(1440, 900);
    QCOMPARE(sidebar->width(), 222);
    m_window->resize(1024, 640);
    QCOMPARE(sidebar->width(), 56);
    m_window->resize(1440, 900);
    trigger("action.foldSidebar");
    QCOMPARE(sidebar->width(), 56);
    QVERIFY(m_preferences->isSidebarFolded());
}

void MainWindowTest::asksBeforeStoppingRunningRequests()
{
    trigger("action.toggleGateway");
    auto *box = child<QMessageBox>("sidebar.stopDialog");
    QVERIFY(box);
    QVERIFY(box->informativeText().contains(u"4"_s));
    QCOMPARE(m_fake->countOf("POST /gateway/stop"), 0);
    box->findChild<QPushButton *>(u"sidebar.stopDialog.nowButton"_s)->click();
    QCOMPARE(m_fake->lastOf("POST /gateway/stop").body.value(u"finish"_s), QJsonValue(false));
}

void MainWindowTest::startsWithoutAsking()
{
    QJsonObject stopped = sampleStatus();
    stopped[u"state"_s] = u"stopped"_s;
    m_fake->push(u"status"_s, stopped);
    child<QAbstractButton>("sidebar.gatewayToggle")->click();
    QCOMPARE(m_fake->countOf("POST /gateway/start"), 1);
}

void MainWindowTest::filtersATableOfAPageWithoutAFilter()
{
    auto *table = child<QWidget>("overview.providersTable");
    QVERIFY(table);
    QTRY_VERIFY(table->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = child<QLineEdit>("overview.providersTable.filterField");
    QTRY_VERIFY(field && field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
}

void MainWindowTest::showsProblemsAndForgetsDismissedOnes()
{
    auto *banner = child<Banner>("banner.provider_failing:anthropic");
    QVERIFY(banner);
    QVERIFY(banner->text().contains(u"since 14:06"_s));
    Q_EMIT banner->dismissed();
    m_fake->push(u"status"_s, sampleStatus());
    QTRY_VERIFY(!child<Banner>("banner.provider_failing:anthropic"));
}

void MainWindowTest::marksSampleDataAndRemovesItWithOneClick()
{
    int removed = 0;
    m_window->setSampleDataActions({.show = [] {}, .remove = [&removed] { ++removed; }});
    QVERIFY(!child<Banner>("banner.demo"));
    QJsonObject status = sampleStatus();
    status.insert(u"demo"_s, true);
    m_fake->answer("GET /status", status);
    m_window->status().refresh();
    QTRY_VERIFY(child<Banner>("banner.demo"));
    auto *banner = child<Banner>("banner.demo");
    QVERIFY(banner->text().contains(u"You see sample data."_s));
    QVERIFY(!banner->findChild<QAbstractButton *>(u"banner.closeButton"_s)->isVisible());
    auto *action = banner->findChild<QAbstractButton *>(u"banner.actionButton"_s);
    QCOMPARE(action->text(), u"Remove sample data"_s);
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(removed, 1);
}

void MainWindowTest::remembersGeometryAndTheme()
{
    m_window->showPage(u"settings"_s);
    m_window->resize(1200, 700);
    m_window->close();
    QVERIFY(!m_preferences->geometry().isEmpty());
    auto *theme = child<QComboBox>("settings.appearance.themeCombo");
    Q_EMIT theme->activated(int(Theme::Choice::Dark));
    QCOMPARE(m_preferences->theme(), Theme::Choice::Dark);
    QVERIFY(Theme::current()->isDark());
    Theme::current()->setChoice(Theme::Choice::Light);
}

void MainWindowTest::remembersColumnsOfTables()
{
    auto *table = child<TableView>("overview.providersTable");
    QTRY_VERIFY(table->isVisible());
    QMenu *menu = table->makeColumnsMenu(table);
    Q_EMIT menu->aboutToShow();
    menu->findChild<QAction *>(u"action.showColumn.p95"_s)->trigger();
    QVERIFY(table->isColumnHidden(ProviderHealthModel::P95));
    m_window = std::make_unique<MainWindow>(*m_client, *m_preferences);
    m_window->show();
    QTRY_VERIFY(
        child<TableView>("overview.providersTable")->isColumnHidden(ProviderHealthModel::P95));
    m_preferences->setTableColumns(u"overview.providersTable"_s, {});
}

void MainWindowTest::eventsOpenThePageOfTheirObject()
{
    addRequestsPage();
    auto *overview = m_window->findChild<OverviewPage *>();
    Q_EMIT overview->openObject(u"provider"_s, u"anthropic"_s);
    QCOMPARE(m_window->currentPage(), u"requests"_s); // there is no page of providers here
    QCOMPARE(m_filter, u"provider:anthropic"_s);
    Q_EMIT overview->openObject(u"gateway"_s, u"gateway"_s);
    QCOMPARE(m_window->currentPage(), u"settings"_s);
}

void MainWindowTest::paletteFindsByInitials()
{
    trigger("action.openPalette");
    auto *palette = m_window->findChild<CommandPalette *>();
    QVERIFY(palette);
    auto *field = palette->findChild<QLineEdit *>();
    QTest::keyClicks(field, u"sett"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), u"settings"_s);
}

void MainWindowTest::undoesWhatAPageDid()
{
    int undone = 0;
    const auto undo = [&undone] { ++undone; };
    m_window->show();
    m_window->offerUndo(u"Disabled “laptop”"_s, undo);
    auto *button = child<QPushButton>("snackbar.actionButton");
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(undone, 1);
    m_window->offerUndo(u"Disabled “laptop”"_s, undo);
    trigger("action.undoChange");
    trigger("action.undoChange"); // only once
    QCOMPARE(undone, 2);
    m_window->offerUndo(u"The old secret is refused now"_s, {});
    QVERIFY(!button->isVisible());
}

void MainWindowTest::wizardAppearsWithItsFactory()
{
    auto *button = child<QPushButton>("topbar.primaryButton");
    QVERIFY(!button->isVisible());
    int opened = 0;
    m_window->setWizard([&opened](QWidget *parent) {
        ++opened;
        return new QDialog(parent);
    });
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(opened, 1);
}

void MainWindowTest::everyControlHasItsNames()
{
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || button->objectName().startsWith("qt_"_L1))
            continue;
        QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
    for (const QAction *action : m_window->actions())
        QVERIFY2(action->objectName().startsWith("action."_L1), qPrintable(action->text()));
}

void MainWindowTest::grabsWhenReady()
{
    const QString file = m_folder.filePath(u"overview.png"_s);
    QTRY_VERIFY(m_window->findChild<OverviewPage *>()->isReady());
    QVERIFY(grabWindow(*m_window, file));
    QCOMPARE(QImage(file).size(), m_window->size());
}

void MainWindowTest::jobStripShowsProgressAndCancels()
{
    bool cancelled = false;
    auto *strip = child<JobStrip>("jobs.strip");
    QVERIFY(!strip->isVisible());
    Job *job = m_window->jobs().start(u"Exporting"_s, [&cancelled] { cancelled = true; });
    job->setProgress(0.41);
    QVERIFY(!strip->isVisible()); // work that ends soon is not worth it
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().startsWith(u"Exporting 41"_s), qPrintable(strip->text()));
    m_window->showPage(u"settings"_s);
    QVERIFY(strip->isVisible());
    child<QPushButton>("jobs.cancelButton")->click();
    QVERIFY(cancelled);
    QVERIFY(!strip->isVisible());
    m_window->jobs().start(u"Backup"_s)->fail(u"The disk is full."_s);
    QCOMPARE(m_window->snackbar().text(), u"Backup: The disk is full."_s);
}

void MainWindowTest::undoesWhatIsNoRevision()
{
    int undone = 0;
    m_window->offerUndo(u"Deleted key design"_s, [&undone] { ++undone; });
    QCOMPARE(m_window->snackbar().text(), u"Deleted key design"_s);
    trigger("action.undoChange");
    trigger("action.undoChange"); // nothing more to undo
    QCOMPARE(undone, 1);
    m_window->offerUndo(u"Deleted key design"_s, [&undone] { ++undone; });
    child<QPushButton>("snackbar.actionButton")->click();
    QCOMPARE(undone, 2);
}

void MainWindowTest::saysSoWhenTheGatewayIsGone()
{
    bool editable = true;
    auto *page = new QWidget;
    page->setObjectName(u"page.keys"_s);
    m_window->addPage({.id = u"keys"_s,
                       .title = u"Keys"_s,
                       .iconName = u"list"_s,
                       .page = page,
                       .primaryAction = u"New key"_s,
                       .runPrimary = [] {},
                       .setEditable = [&editable](bool can) { editable = can; }});
    m_window->showPage(u"keys"_s);
    m_fake->connectEvents();
    m_fake->loseEvents();
    auto *banner = child<Banner>("banner.offline");
    QVERIFY(banner);
    QVERIFY2(banner->text().contains(u"has not answered since"_s), qPrintable(banner->text()));
    QVERIFY(!editable);
    QVERIFY(!child<QPushButton>("topbar.primaryButton")->isEnabled());
    QVERIFY(!child<QAction>("action.undoChange")->isEnabled());
    banner->findChild<QPushButton *>(u"banner.actionButton"_s)->click();
    QVERIFY(m_fake->eventsStarted()); // asked at once
    m_fake->connectEvents();
    QTRY_VERIFY(!child<Banner>("banner.offline"));
    QVERIFY(editable);
    QVERIFY(child<QPushButton>("topbar.primaryButton")->isEnabled());
}

void MainWindowTest::changesTextSizeByKey()
{
    QTest::keyClick(m_window.get(), Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(m_preferences->textScale(), 1.15);
    trigger("action.enlargeText");
    trigger("action.enlargeText");
    trigger("action.enlargeText"); // not beyond the largest
    QCOMPARE(m_preferences->textScale(), 1.5);
    QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_preferences->textScale(), 1.3);
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_preferences->textScale(), 1.0);
}

void MainWindowTest::choosesARangeOfItsOwn()
{
    QTest::mouseClick(child<QPushButton>("topbar.rangeToggle.customButton"), Qt::LeftButton);
    auto *dialog = child<QDialog>("topbar.rangeDialog");
    QTRY_VERIFY(dialog && dialog->isVisible());
    QVERIFY(child<QPushButton>("topbar.rangeToggle.24hButton")->isChecked());
    QTest::mouseClick(child<QPushButton>("topbar.rangeDialog.lastMonthButton"), Qt::LeftButton);
    QTest::keyClick(dialog, Qt::Key_Return);
    const auto query = [this] { return m_fake->lastOf("GET /overview").query; };
    QTRY_VERIFY(query().hasQueryItem(u"until"_s));
    QVERIFY(query().queryItemValue(u"since"_s).endsWith(u"-01T00:00"_s));
    QVERIFY(!query().hasQueryItem(u"range"_s));
    QVERIFY(child<QPushButton>("topbar.rangeToggle.customButton")->isChecked());
    QCOMPARE(m_preferences->range(), u"24h"_s); // tomorrow it would be another one
    QTest::mouseClick(child<QPushButton>("topbar.rangeToggle.7dButton"), Qt::LeftButton);
    QTRY_COMPARE(query().queryItemValue(u"range"_s), u"7d"_s);
    QCOMPARE(child<QPushButton>("topbar.rangeToggle.customButton")->text(), u"Custom…"_s);
    trigger("action.chooseRange");
    QTRY_VERIFY(child<QDialog>("topbar.rangeDialog"));
}

void MainWindowTest::focusesTheFilterOfThePage()
{
    auto *page = new QWidget;
    page->setObjectName(u"page.keys"_s);
    auto *field = new QLineEdit(page);
    field->setObjectName(u"keys.filterField"_s);
    m_window->addPage({.id = u"keys"_s, .title = u"Keys"_s, .iconName = u"list"_s, .page = page});
    m_window->showPage(u"keys"_s);
    m_window->activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_Slash);
    QTRY_COMPARE(m_window->focusWidget(), field);
    m_window->centralWidget()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(m_window->focusWidget(), field);
}

void MainWindowTest::keysOfPagesDoNotCollide()
{
    auto *page = new QWidget;
    page->setObjectName(u"page.keys"_s);
    auto *same = new QShortcut(Qt::Key_F5, page);
    same->setContext(Qt::WidgetWithChildrenShortcut);
    auto *own = new QShortcut(Qt::Key_J, page);
    int refreshed = 0;
    m_window->addPage({.id = u"keys"_s,
                       .title = u"Keys"_s,
                       .iconName = u"list"_s,
                       .page = page,
                       .refresh = [&refreshed] { ++refreshed; }});
    m_window->showPage(u"keys"_s);
    page->setFocusPolicy(Qt::StrongFocus);
    page->setFocus();
    QTest::keyClick(page, Qt::Key_F5);
    QCOMPARE(refreshed, 1);
    QVERIFY(own->isEnabled());
}

void MainWindowTest::lettersAreTextInFields()
{
    auto *page = new QWidget;
    page->setObjectName(u"page.keys"_s);
    auto *field = new QLineEdit(page);
    m_window->addPage({.id = u"keys"_s, .title = u"Keys"_s, .iconName = u"list"_s, .page = page});
    m_window->showPage(u"keys"_s);
    field->setFocus();
    QTest::keyClicks(field, u"a/b?"_s);
    QCOMPARE(field->text(), u"a/b?"_s);
    QVERIFY(!child<QDialog>("shortcuts.dialog"));
}

void MainWindowTest::opensHelpForThePage()
{
    m_window->showPage(u"settings"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    auto *dialog = child<QDialog>("help.dialog");
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLabel *>(u"help.titleLabel"_s)->text(), u"Settings"_s);
    dialog->findChild<QPushButton *>(u"help.shortcutsButton"_s)->click();
    QVERIFY(child<QDialog>("shortcuts.dialog"));
}

void MainWindowTest::listsEveryShortcut()
{
    QTest::keyClick(m_window.get(), '?');
    auto *dialog = child<QDialog>("shortcuts.dialog");
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(u"shortcuts.table"_s);
    const int all = table->model()->rowCount();
    QVERIFY(all > 20);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"shortcuts.search"_s), u"ctrl+k"_s);
    QCOMPARE(table->model()->rowCount(), 1);
}

void MainWindowTest::altShowsTheMenuBar()
{
    auto *bar = child<QMenuBar>("menubar");
    QVERIFY(!bar->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Alt);
    QVERIFY(bar->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Alt);
    QVERIFY(!bar->isVisible());
    trigger("action.toggleMenuBar");
    QVERIFY(bar->isVisible());
    QVERIFY(m_preferences->isMenuBarShown());
}

void MainWindowTest::asksTheGuardBeforeClosing()
{
    m_window->setCloseGuard([] { return false; });
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    m_window->setCloseGuard([] { return true; });
    QVERIFY(m_window->close());
}

void MainWindowTest::everyActionIsInAMenu()
{
    QSet<QAction *> inMenus;
    for (QAction *top : child<QMenuBar>("menubar")->actions())
        for (QAction *action : top->menu()->actions())
            inMenus.insert(action);
    QSet<QKeySequence> keys;
    for (QAction *action : m_window->windowActions().all()) {
        QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
        QVERIFY2(!action->property("english").toString().isEmpty(),
                 qPrintable(action->objectName()));
        for (const QKeySequence &sequence : action->shortcuts()) {
            QVERIFY2(!keys.contains(sequence), qPrintable(sequence.toString()));
            keys.insert(sequence);
        }
    }
}

void MainWindowTest::marksProvidersInTrouble()
{
    auto *page = new QWidget;
    page->setObjectName(u"page.providers"_s);
    m_window->addPage(
        {.id = u"providers"_s, .title = u"Providers"_s, .iconName = u"server"_s, .page = page});
    const auto answer = [this](const QString &health) {
        const QJsonObject provider{{u"id"_s, u"openai"_s}, {u"health"_s, health}};
        m_fake->answer("GET /providers", {{u"items"_s, QJsonArray{provider}}});
        m_fake->push(u"event"_s, {{u"kind"_s, u"provider"_s}, {u"object"_s, u"openai"_s}});
    };
    auto *item = child<QAbstractButton>("nav.providers");
    answer(u"down"_s);
    QTRY_COMPARE(item->accessibleName(), u"Providers, 1 to look at"_s);
    answer(u"healthy"_s);
    QTRY_COMPARE(item->accessibleName(), u"Providers"_s);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::MainWindowTest)
#include "tst_mainwindow.moc"
