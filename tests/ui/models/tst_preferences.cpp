// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/preferences.h"
#include "ui/widgets/clipboardtimeout.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithDefaults();
    void remembers();
    void forgetsTheWindow();

private:
    QTemporaryDir m_folder;
};

void PreferencesTest::beginsWithDefaults()
{
    const Preferences fresh(m_folder.filePath(u"fresh.ini"_s));
    QVERIFY(fresh.language().isEmpty());
    QCOMPARE(fresh.closeAction(), Preferences::CloseAction::Ask);
    QVERIFY(fresh.startsGateway());
    QCOMPARE(fresh.clipboardTime(), usualClipboardTime);
    QVERIFY(!fresh.highContrast() && !fresh.isCompact() && !fresh.patternFills());
}

void PreferencesTest::remembers()
{
    const QString file = m_folder.filePath(u"desktop.ini"_s);
    {
        Preferences preferences(file);
        preferences.setLanguage(u"de"_s);
        preferences.setCloseAction(Preferences::CloseAction::Quit);
        preferences.setStartsGateway(false);
        preferences.setClipboardTime(std::chrono::seconds(5));
        preferences.setHighContrast(true);
        preferences.setCompact(true);
        preferences.setPatternFills(true);
    }
    const Preferences again(file);
    QCOMPARE(again.language(), u"de"_s);
    QCOMPARE(again.closeAction(), Preferences::CloseAction::Quit);
    QVERIFY(!again.startsGateway());
    QCOMPARE(again.clipboardTime(), std::chrono::seconds(5));
    QVERIFY(again.highContrast() && again.isCompact() && again.patternFills());
}

void PreferencesTest::forgetsTheWindow()
{
    Preferences preferences(m_folder.filePath(u"window.ini"_s));
    preferences.setGeometry("somewhere");
    preferences.setSidebarFolded(true);
    preferences.resetWindow();
    QVERIFY(preferences.geometry().isEmpty());
    QVERIFY(!preferences.isSidebarFolded());
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::PreferencesTest)
#include "tst_preferences.moc"
