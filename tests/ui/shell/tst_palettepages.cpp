// SPDX-License-Identifier: GPL-3.0-or-later
//! The palette knows the tabs and settings as their pages show them.
#include "tests/support/sampleoverview.h"
#include "tests/support/sampleroutes.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/shell/palettepages.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class PalettePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void knowsEveryTab();
    void opensRowsOfTheSettings();
    void cleanupTestCase();

private:
    QTabBar *barOf(const QString &page) const
    {
        const QString name = u"%1.tabs"_s.arg(page);
        if (auto *widget = m_window->findChild<QTabWidget *>(name))
            return widget->tabBar();
        return m_window->findChild<QTabBar *>(name);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<MainWindow> m_window;
};

void PalettePagesTest::initTestCase()
{
    m_preferences = std::make_unique<Preferences>(m_folder.filePath(u"desktop.ini"_s));
    setUpApplication(*qApp, *m_preferences);
    auto *engine = new FakeAdminTransport;
    answerRoutes(*engine);
    engine->answer("GET /overview", sampleOverview());
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(engine));
    m_window = std::make_unique<MainWindow>(*m_client, *m_preferences);
    addPages(*m_window, *m_client);
    m_window->show();
}

void PalettePagesTest::cleanupTestCase()
{
    m_window.reset();
    m_client.reset();
}

void PalettePagesTest::knowsEveryTab()
{
    int pagesWithTabs = 0;
    for (const PageEntry &page : m_window->pages()) {
        m_window->makePage(page.id);
        const QTabBar *bar = barOf(page.id);
        QStringList shown;
        for (int i = 0; bar && i < bar->count(); ++i)
            shown.append(bar->tabText(i).replace(u"&&"_s, u"&"_s));
        QStringList known;
        const QList<PaletteEntry> entries = tabEntries(*m_window, page.id, page.title);
        for (const PaletteEntry &entry : entries)
            known.append(entry.name);
        QCOMPARE(known, shown);
        if (entries.isEmpty())
            continue;
        ++pagesWithTabs;
        entries.last().run();
        QCOMPARE(m_window->currentPage(), page.id);
        QCOMPARE(bar->currentIndex(), bar->count() - 1);
    }
    QVERIFY(pagesWithTabs >= 4);
}

void PalettePagesTest::opensRowsOfTheSettings()
{
    m_window->makePage(u"settings"_s);
    const QList<PaletteEntry> entries = settingEntries(*m_window);
    QVERIFY(entries.size() > 40);
    const auto port =
        std::ranges::find(entries, u"setting/storage.keepRollupDaysSpin"_s, &PaletteEntry::id);
    QVERIFY(port != entries.end());
    QCOMPARE(port->where, u"Settings ▸ Storage"_s);
    port->run();
    QCOMPARE(m_window->currentPage(), u"settings"_s);
    auto *spin = m_window->findChild<QSpinBox *>(u"settings.storage.keepRollupDaysSpin"_s);
    QTRY_VERIFY(spin->isVisible());
    QVERIFY(spin->hasFocus() || m_window->focusWidget() == spin);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::PalettePagesTest)
#include "tst_palettepages.moc"
