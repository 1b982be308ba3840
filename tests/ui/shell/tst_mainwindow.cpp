// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/sampleoverview.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/shell/application.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/tableview.h"

#include <QtGui/QAction>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

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
    void switchesPagesByKeyAndBack();
    void drillsDownWithFilter();
    void foldsWhenNarrowAndByKey();
    void asksBeforeStoppingRunningRequests();
    void startsWithoutAsking();
    void showsProblemsAndForgetsDismissedOnes();
    void remembersGeometryAndTheme();
    void remembersColumnsOfTables();
    void eventsOpenThePageOfTheirObject();
    void paletteFindsByInitials();
    void wizardAppearsWithItsFactory();
    void everyControlHasItsNames();
    void grabsWhenReady();

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

void MainWindowTest::showsProblemsAndForgetsDismissedOnes()
{
    auto *banner = child<Banner>("banner.provider_failing:anthropic");
    QVERIFY(banner);
    QVERIFY(banner->text().contains(u"since 14:06"_s));
    Q_EMIT banner->dismissed();
    m_fake->push(u"status"_s, sampleStatus());
    QTRY_VERIFY(!child<Banner>("banner.provider_failing:anthropic"));
}

void MainWindowTest::remembersGeometryAndTheme()
{
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

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::MainWindowTest)
#include "tst_mainwindow.moc"
