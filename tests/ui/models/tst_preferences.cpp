// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/preferences.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryChoice();
    void remembersGeometryForEachArrangementOfScreens();
    void keepsTheLastCommandsInOrder();

private:
    QString file() const { return m_folder.filePath(u"desktop.ini"_s); }

    QTemporaryDir m_folder;
};

void PreferencesTest::keepsEveryChoice()
{
    {
        Preferences preferences(file());
        QCOMPARE(preferences.closeAction(), Preferences::CloseAction::Ask);
        QCOMPARE(preferences.language(), QString());
        QVERIFY(!preferences.isMenuBarShown());
        preferences.setCloseAction(Preferences::CloseAction::Keep);
        preferences.setLanguage(u"de"_s);
        preferences.setMenuBarShown(true);
        preferences.setTheme(Theme::Choice::Dark);
        preferences.setTextScale(1.3);
        preferences.setRange(u"7d"_s);
    }
    const Preferences read(file());
    QCOMPARE(read.closeAction(), Preferences::CloseAction::Keep);
    QCOMPARE(read.language(), u"de"_s);
    QVERIFY(read.isMenuBarShown());
    QCOMPARE(read.theme(), Theme::Choice::Dark);
    QCOMPARE(read.textScale(), 1.3);
    QCOMPARE(read.range(), u"7d"_s);
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
