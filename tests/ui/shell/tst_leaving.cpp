// SPDX-License-Identifier: GPL-3.0-or-later
//! Edits that are not saved are never lost without a question, whichever way a page is left.
#include "tests/support/sampleoverview.h"
#include "tests/support/sampleroutes.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class LeavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyWayOutAsks_data();
    void everyWayOutAsks();
    void savesAndGoes();
    void staysWhenTheSettingsAreRefused();
    void discardsByKey();
    void goesWithoutAskingWhenNothingIsUnsaved();
    void asksBeforeAProviderIsLost();
    void keepsADraftOfRoutesUntilTheWindowCloses();
    void publishesADraftInsteadOfClosing();

private:
    template <typename T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    void click(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void leave(const QString &way) const;
    void editSettings() const;
    bool isAsking(const QString &dialog) const
    {
        const auto *box = find<QMessageBox>(dialog);
        return box && box->isVisible();
    }

    QTemporaryDir m_folder;
    FakeAdminTransport *m_engine = nullptr;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<MainWindow> m_window;
};

void LeavingTest::initTestCase()
{
    setUpApplication(*qApp, Preferences(m_folder.filePath(u"app.ini"_s)));
}

void LeavingTest::init()
{
    m_preferences = std::make_unique<Preferences>(m_folder.filePath(u"desktop.ini"_s));
    m_engine = new FakeAdminTransport;
    answerRoutes(*m_engine);
    m_engine->answer("GET /overview", sampleOverview());
    m_engine->answer("PUT /config", {{u"revision"_s, 8}});
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_engine));
    m_window = std::make_unique<MainWindow>(*m_client, *m_preferences);
    addPages(*m_window, *m_client);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_window->configuration().isLoaded());
}

void LeavingTest::cleanup()
{
    m_window.reset();
    m_client.reset();
    m_preferences.reset();
    QFile::remove(m_folder.filePath(u"desktop.ini"_s));
}

void LeavingTest::editSettings() const
{
    m_window->showObject(u"settings"_s, u"storage"_s);
    auto *spin = find<QSpinBox>(u"settings.storage.keepRollupDaysSpin"_s);
    QTRY_VERIFY(spin->isVisible());
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, u"400"_s);
    QTRY_VERIFY(find<QWidget>(u"settings.saveButton"_s)->isVisible());
}

void LeavingTest::leave(const QString &way) const
{
    if (way == "sidebar"_L1)
        click(u"nav.overview"_s);
    else if (way == "shortcut"_L1)
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    else if (way == "back"_L1)
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    else if (way == "close"_L1)
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    else if (way == "quit"_L1)
        QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    if (way != "palette"_L1)
        return;
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(find<QLineEdit>(u"palette.field"_s));
    QTest::keyClicks(find<QLineEdit>(u"palette.field"_s), u"Overview"_s);
    QTest::keyClick(find<QLineEdit>(u"palette.field"_s), Qt::Key_Return);
}

void LeavingTest::everyWayOutAsks_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"sidebar", "shortcut", "back", "palette", "close", "quit"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void LeavingTest::everyWayOutAsks()
{
    QFETCH(QString, way);
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    editSettings();
    leave(way);
    QTRY_VERIFY(isAsking(u"settings.leaveDialog"_s));
    QTest::keyClick(find<QMessageBox>(u"settings.leaveDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!isAsking(u"settings.leaveDialog"_s));
    QCOMPARE(m_window->currentPage(), u"settings"_s);
    QVERIFY(find<QAbstractButton>(u"nav.settings"_s)->isChecked());
    QVERIFY(m_window->isVisible() && m_window->isDirty() && quit.isEmpty());

    leave(way);
    QTRY_VERIFY(isAsking(u"settings.leaveDialog"_s));
    click(u"settings.leaveDialog.discardButton"_s);
    if (way == "quit"_L1)
        QTRY_COMPARE(quit.size(), 1);
    else if (way == "close"_L1)
        QTRY_VERIFY(!m_window->isVisible());
    else
        QTRY_COMPARE(m_window->currentPage(), u"overview"_s);
    QVERIFY(!m_window->isDirty());
    QCOMPARE(m_engine->countOf("PUT /config"), 0);
}

void LeavingTest::savesAndGoes()
{
    editSettings();
    QVERIFY(find<QAbstractButton>(u"nav.settings"_s)->accessibleName().contains(u"unsaved"_s));
    click(u"nav.overview"_s);
    QTRY_VERIFY(isAsking(u"settings.leaveDialog"_s));
    click(u"settings.leaveDialog.saveButton"_s);
    QTRY_COMPARE(m_window->currentPage(), u"overview"_s);
    QCOMPARE(m_engine->countOf("PUT /config"), 1);
    QVERIFY(!find<QAbstractButton>(u"nav.settings"_s)->accessibleName().contains(u"unsaved"_s));
}

void LeavingTest::staysWhenTheSettingsAreRefused()
{
    m_engine->answer(
        "PUT /config",
        {{u"error"_s, QJsonObject{{u"code"_s, u"unavailable"_s}, {u"message"_s, u"disk full"_s}}}},
        503);
    editSettings();
    click(u"nav.overview"_s);
    QTRY_VERIFY(isAsking(u"settings.leaveDialog"_s));
    click(u"settings.leaveDialog.saveButton"_s);
    QTRY_COMPARE(m_engine->countOf("PUT /config"), 1);
    QTRY_VERIFY(!isAsking(u"settings.leaveDialog"_s));
    QCOMPARE(m_window->currentPage(), u"settings"_s);
    QVERIFY(m_window->isDirty());
}

void LeavingTest::discardsByKey()
{
    editSettings();
    leave(u"shortcut"_s);
    QTRY_VERIFY(isAsking(u"settings.leaveDialog"_s));
    auto *discard = find<QAbstractButton>(u"settings.leaveDialog.discardButton"_s);
    discard->setFocus();
    QTest::keyClick(discard, Qt::Key_Space);
    QTRY_COMPARE(m_window->currentPage(), u"overview"_s);
}

void LeavingTest::goesWithoutAskingWhenNothingIsUnsaved()
{
    m_window->showPage(u"settings"_s);
    leave(u"sidebar"_s);
    QCOMPARE(m_window->currentPage(), u"overview"_s);
    leave(u"back"_s);
    QCOMPARE(m_window->currentPage(), u"settings"_s);
    leave(u"close"_s);
    QTRY_VERIFY(!m_window->isVisible());
}

void LeavingTest::asksBeforeAProviderIsLost()
{
    m_window->showPage(u"providers"_s);
    leave(u"shortcut"_s);
    QCOMPARE(m_window->currentPage(), u"overview"_s);
    m_window->showPage(u"providers"_s);
    m_window->runPrimaryAction();
    auto *name = find<QLineEdit>(u"providers.editor.nameField"_s);
    QTRY_VERIFY(name && name->isVisible());
    name->setFocus();
    QTest::keyClicks(name, u"Changed"_s);
    leave(u"sidebar"_s);
    QTRY_VERIFY(isAsking(u"providers.leaveDialog"_s));
    QVERIFY(find<QAbstractButton>(u"nav.providers"_s)->accessibleName().contains(u"unsaved"_s));
    click(u"providers.leaveDialog.discardButton"_s);
    QTRY_COMPARE(m_window->currentPage(), u"overview"_s);
    QVERIFY(!m_window->isDirty());
}

void LeavingTest::keepsADraftOfRoutesUntilTheWindowCloses()
{
    m_window->showPage(u"routes"_s);
    QTRY_VERIFY(find<QWidget>(u"page.routes"_s)->property("ready").toBool());
    m_window->runPrimaryAction();
    QTRY_VERIFY(m_window->isDirty());
    leave(u"sidebar"_s);
    QCOMPARE(m_window->currentPage(), u"overview"_s);
    QVERIFY(find<QAbstractButton>(u"nav.routes"_s)->accessibleName().contains(u"unsaved"_s));
    leave(u"close"_s);
    QTRY_VERIFY(isAsking(u"routes.leaveDialog"_s));
    click(u"routes.leaveDialog.stayButton"_s);
    QVERIFY(m_window->isVisible() && m_window->isDirty());
    leave(u"close"_s);
    QTRY_VERIFY(isAsking(u"routes.leaveDialog"_s));
    click(u"routes.leaveDialog.discardButton"_s);
    QTRY_VERIFY(!m_window->isVisible());
}

void LeavingTest::publishesADraftInsteadOfClosing()
{
    m_engine->answer(
        "POST /config/check",
        {{u"findings"_s, QJsonArray()}, {u"difference"_s, QJsonArray{u"New route"_s}}});
    m_window->showPage(u"routes"_s);
    QTRY_VERIFY(find<QWidget>(u"page.routes"_s)->property("ready").toBool());
    m_window->runPrimaryAction();
    leave(u"sidebar"_s);
    leave(u"close"_s);
    QTRY_VERIFY(isAsking(u"routes.leaveDialog"_s));
    click(u"routes.leaveDialog.saveButton"_s);
    QTRY_COMPARE(m_window->currentPage(), u"routes"_s);
    QVERIFY(m_window->isVisible());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::LeavingTest)
#include "tst_leaving.moc"
