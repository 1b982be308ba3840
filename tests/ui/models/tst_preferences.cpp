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
    void remembersGeometryForEachArrangementOfScreens();
    void keepsTheLastCommandsInOrder();
    void beginsWithDefaults();
    void remembers();
    void forgetsTheWindow();
    void keepsQuietHours();

private:
    QTemporaryDir m_folder;
};

void PreferencesTest::keepsQuietHours()
{
    const QString file = m_folder.filePath(u"quiet.ini"_s);
    QVERIFY(!Preferences(file).quietHours());
    const QuietHours night{.from = QTime(21, 30), .until = QTime(6, 0)};
    Preferences(file).setQuietHours(night);
    QCOMPARE(Preferences(file).quietHours(), std::optional(night));
    QVERIFY(night.holds(QTime(23, 0)) && night.holds(QTime(21, 30)) && night.holds(QTime(5, 59)));
    QVERIFY(!night.holds(QTime(6, 0)) && !night.holds(QTime(12, 0)));
    const QuietHours noon{.from = QTime(12, 0), .until = QTime(13, 0)};
    QVERIFY(noon.holds(QTime(12, 30)) && !noon.holds(QTime(13, 0)) && !noon.holds(QTime(0, 0)));
    Preferences(file).setQuietHours({});
    QVERIFY(!Preferences(file).quietHours());
}

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
        preferences.setMenuBarShown(true);
        preferences.setTheme(Theme::Choice::Dark);
        preferences.setTextScale(1.3);
        preferences.setRange(u"7d"_s);
    }
    const Preferences again(file);
    QCOMPARE(again.language(), u"de"_s);
    QCOMPARE(again.closeAction(), Preferences::CloseAction::Quit);
    QVERIFY(!again.startsGateway());
    QCOMPARE(again.clipboardTime(), std::chrono::seconds(5));
    QVERIFY(again.highContrast() && again.isCompact() && again.patternFills());
    QVERIFY(again.isMenuBarShown());
    QCOMPARE(again.theme(), Theme::Choice::Dark);
    QCOMPARE(again.textScale(), 1.3);
    QCOMPARE(again.range(), u"7d"_s);
}

void PreferencesTest::forgetsTheWindow()
{
    Preferences preferences(m_folder.filePath(u"window.ini"_s));
    preferences.setGeometry("somewhere", u"desk"_s);
    preferences.setSidebarFolded(true);
    preferences.resetWindow();
    QVERIFY(preferences.geometry(u"desk"_s).isEmpty());
    QVERIFY(!preferences.isSidebarFolded());
}

void PreferencesTest::remembersGeometryForEachArrangementOfScreens()
{
    Preferences preferences(m_folder.filePath(u"geometry.ini"_s));
    preferences.setGeometry("desk", u"two"_s);
    preferences.setGeometry("laptop", u"one"_s);
    QCOMPARE(preferences.geometry(u"two"_s), "desk"_ba);
    QCOMPARE(preferences.geometry(u"one"_s), "laptop"_ba);
    QCOMPARE(preferences.geometry(u"new"_s), "laptop"_ba); // the last one used
}

void PreferencesTest::keepsTheLastCommandsInOrder()
{
    Preferences preferences(m_folder.filePath(u"recent.ini"_s));
    for (int i = 0; i < 12; ++i)
        preferences.addRecentCommand(u"command%1"_s.arg(i));
    preferences.addRecentCommand(u"command9"_s);
    const QStringList recent = preferences.recentCommands();
    QCOMPARE(recent.size(), 8);
    QCOMPARE(recent.first(2), (QStringList{u"command9"_s, u"command11"_s}));
    QCOMPARE(recent.count(u"command9"_s), 1);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::PreferencesTest)
#include "tst_preferences.moc"
