// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/keychaintokens.h"
#include "app/gatehouse/windowhost.h"
#include "tests/support/fakeadmintransport.h"
#include "tests/support/faketrayicon.h"
#include "tests/support/sampleoverview.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

class TestWindowHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void speaksAnotherLanguageAtOnce();
    void keepsPageFilterRangeAndPlace();
    void writesPluralsOfTheLanguage();
    void writesNumbersAsChosen();
    void measuresAnewInAnotherTextSize();
    void writesMoneyInTheGatewaysCurrency();
    void waitsForWorkBeforeChangingTheLanguage();
    void makesTheWindowAnewForAnotherGateway();
    void startsHiddenInTheTray();
    void startsMinimisedWithoutTray();
    void notificationOpensThePage();
    void hiddenWindowAsksForNothing();

private:
    QString title() const
    {
        return m_host->window().findChild<QLabel *>(u"topbar.titleLabel"_s)->text();
    }
    void switchTo(const QString &language)
    {
        QSignalSpy rebuilt(m_host.get(), &WindowHost::rebuilt);
        m_preferences->setLanguage(language);
        Q_EMIT m_host->window().languageChosen(language);
        QVERIFY(rebuilt.wait());
    }

    QTemporaryDir m_folder;
    FakeAdminTransport *m_fake = nullptr;
    FakeTrayIcon m_tray;
    FakeNotificationSink m_sink;
    std::unique_ptr<Ui::Preferences> m_preferences;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<WindowHost> m_host;
};

void TestWindowHost::initTestCase()
{
    Ui::setUpApplication(*qApp, Ui::Preferences(m_folder.filePath(u"app.ini"_s)));
    QApplication::setQuitOnLastWindowClosed(false);
}

void TestWindowHost::init()
{
    QFile::remove(m_folder.filePath(u"desktop.ini"_s));
    m_tray.available = true;
    m_sink.shown.clear();
    m_preferences = std::make_unique<Ui::Preferences>(m_folder.filePath(u"desktop.ini"_s));
    m_preferences->setLanguage(u"en"_s);
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /overview", sampleOverview());
    m_fake->answer("GET /status", sampleStatus());
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_host = std::make_unique<WindowHost>(*m_client, *m_preferences, m_tray, m_sink);
    m_fake->connectEvents();
    QTRY_VERIFY(m_host->window().status().isServing());
}

void TestWindowHost::cleanup()
{
    m_host.reset();
    m_client.reset();
    m_preferences.reset();
}

void TestWindowHost::speaksAnotherLanguageAtOnce()
{
    m_host->show(false);
    QCOMPARE(title(), u"Overview"_s);
    QVERIFY(Ui::Translation::available().contains(u"de"_s));
    switchTo(u"de"_s);
    QCOMPARE(title(), u"Übersicht"_s);
    QVERIFY(m_host->window().isVisible());
    // The palette finds an action by its English words as well.
    const QAction *back = m_host->window().windowActions().find(u"action.goBack"_s);
    QCOMPARE(back->text(), u"Zurück"_s);
    QCOMPARE(back->property("english").toString(), u"Back"_s);
    QVERIFY(m_tray.menu); // the new window's
    switchTo(u"en"_s);
    QCOMPARE(title(), u"Overview"_s);
}

void TestWindowHost::keepsPageFilterRangeAndPlace()
{
    m_host->show(false);
    m_preferences->setRange(u"7d"_s);
    m_host->window().resize(1200, 700);
    m_host->window().showPage(u"requests"_s, u"status:error"_s);
    switchTo(u"de"_s);
    Ui::MainWindow &window = m_host->window();
    QCOMPARE(window.currentPage(), u"requests"_s);
    QCOMPARE(window.currentFilter(), u"status:error"_s);
    QCOMPARE(m_preferences->range(), u"7d"_s);
    QCOMPARE(window.size(), QSize(1200, 700));
}

void TestWindowHost::writesPluralsOfTheLanguage()
{
    QCOMPARE(Ui::Closing::tr("%n requests are left.", nullptr, 1), u"One request is left."_s);
    QCOMPARE(Ui::Closing::tr("%n requests are left.", nullptr, 3), u"3 requests are left."_s);
    switchTo(u"de"_s);
    QCOMPARE(Ui::Closing::tr("%n requests are left.", nullptr, 1), u"1 Anfrage ist noch übrig."_s);
    QCOMPARE(Ui::Closing::tr("%n requests are left.", nullptr, 3),
             u"3 Anfragen sind noch übrig."_s);
}

void TestWindowHost::writesNumbersAsChosen()
{
    m_host->show(false);
    QSignalSpy rebuilt(m_host.get(), &WindowHost::rebuilt);
    m_preferences->setNumberFormat(u"de_DE"_s);
    Q_EMIT m_host->window().formatChanged();
    QVERIFY(rebuilt.wait());
    QCOMPARE(Ui::Format::count(48'144), u"48.144"_s);
    QCOMPARE(Ui::Format::dayAndMonth(QDate(2026, 10, 27)), u"27 Oct"_s); // in the language
    m_preferences->setNumberFormat({});
    Q_EMIT m_host->window().formatChanged();
    QVERIFY(rebuilt.wait());
    QCOMPARE(Ui::Format::count(48'144), u"48,144"_s);
}

void TestWindowHost::measuresAnewInAnotherTextSize()
{
    m_host->show(false);
    m_host->window().showPage(u"settings"_s);
    m_host->window().showObject(u"settings"_s, u"appearance"_s);
    auto *combo = m_host->window().findChild<QComboBox *>(u"settings.appearance.textSizeCombo"_s);
    QVERIFY(combo);
    combo->setFocus();
    QSignalSpy rebuilt(m_host.get(), &WindowHost::rebuilt);
    const QPointer<Ui::MainWindow> before = &m_host->window();
    QTest::keyClick(combo, Qt::Key_Down);
    QTest::keyClick(combo, Qt::Key_Down);
    QVERIFY(rebuilt.wait());
    QCOMPARE(rebuilt.size(), 1); // two steps, one new window
    QVERIFY(!before);
    QVERIFY(m_preferences->textScale() > 1.1);
    QCOMPARE(m_host->window().currentPage(), u"settings"_s);
    combo = m_host->window().findChild<QComboBox *>(u"settings.appearance.textSizeCombo"_s);
    QCOMPARE(m_host->window().focusWidget(), combo); // the next step needs no mouse
    Ui::Theme::current()->setTextScale(1);
    QVERIFY(rebuilt.wait());
}

void TestWindowHost::writesMoneyInTheGatewaysCurrency()
{
    m_host->show(false);
    auto *mark = m_host->window().findChild<QLabel *>(u"topbar.currencyLabel"_s);
    QVERIFY(!mark->isVisible());
    QSignalSpy rebuilt(m_host.get(), &WindowHost::rebuilt);
    const QJsonObject gateway{{u"currency"_s, u"EUR"_s}, {u"currency_rate"_s, 0.5}};
    m_fake->answer("GET /config",
                   {{u"revision"_s, 43},
                    {u"document"_s, QJsonObject{{u"version"_s, 1}, {u"gateway"_s, gateway}}}},
                   200, 43);
    m_host->window().configuration().refresh();
    QVERIFY(rebuilt.wait()); // every page shows it at once
    mark = m_host->window().findChild<QLabel *>(u"topbar.currencyLabel"_s);
    QVERIFY(mark->isVisible());
    QCOMPARE(mark->text(), u"≈ EUR"_s);
    QVERIFY(mark->toolTip().contains(u"1 USD = 0.5 EUR"_s));
    QCOMPARE(m_preferences->currency().code, u"EUR"_s);
    Ui::Format::setCurrency({});
}

void TestWindowHost::waitsForWorkBeforeChangingTheLanguage()
{
    QSignalSpy rebuilt(m_host.get(), &WindowHost::rebuilt);
    Ui::Job *job = m_host->window().jobs().start(u"Exporting requests"_s);
    m_preferences->setLanguage(u"de"_s);
    Q_EMIT m_host->window().languageChosen(u"de"_s);
    QVERIFY(!rebuilt.wait(100));
    job->finish(u"done"_s);
    QVERIFY(rebuilt.wait());
}

void TestWindowHost::makesTheWindowAnewForAnotherGateway()
{
    KeychainTokens tokens;
    Ui::GatewayList gateways(*m_preferences);
    const QString office = gateways.put(
        {.id = {}, .name = u"Office"_s, .address = u"https://gw:4418"_s, .fingerprint = {}});
    Ui::GatewaySwitch others(gateways, tokens, [](const Api::AdminAddress &) {
        return std::make_unique<FakeAdminTransport>();
    });
    m_host->setGateways(others);
    m_host->show(false);
    const Ui::MainWindow *before = &m_host->window();
    QVERIFY(before->findChild<QAction *>(u"action.switchGateway"_s));
    QSignalSpy rebuilt(m_host.get(), &WindowHost::rebuilt);
    m_host->changeAndRebuild([&gateways, &office] { gateways.setCurrent(office); });
    QVERIFY(rebuilt.isEmpty()); // not from within the window that goes
    QVERIFY(rebuilt.wait());
    QCOMPARE(m_host->window().windowTitle(), u"Overview – Office"_s);
    QVERIFY(m_host->window().findChild<QAction *>(u"action.switchGateway"_s));
    QVERIFY(m_host->window().isVisible());
    m_host.reset(); // before what it shows
}

void TestWindowHost::startsHiddenInTheTray()
{
    m_host->show(true);
    QVERIFY(!m_host->window().isVisible());
    Q_EMIT m_tray.activated();
    QVERIFY(m_host->window().isVisible());
}

void TestWindowHost::startsMinimisedWithoutTray()
{
    m_tray.available = false;
    m_host->show(true);
    QVERIFY(m_host->window().isMinimized());
    m_host->raise(u"requests"_s);
    QVERIFY(!m_host->window().isMinimized());
    QCOMPARE(m_host->window().currentPage(), u"requests"_s);
}

void TestWindowHost::notificationOpensThePage()
{
    m_fake->answer("GET /providers/openai", {{u"health"_s, u"down"_s}});
    m_fake->push(u"event"_s, {{u"kind"_s, u"provider"_s}, {u"object"_s, u"openai"_s}});
    QTRY_COMPARE(m_sink.shown.size(), 1);
    Q_EMIT m_sink.activated(m_sink.shown.constFirst().cause);
    QVERIFY(m_host->window().isVisible());
    QCOMPARE(m_host->window().currentPage(), u"requests"_s);
    QCOMPARE(m_host->window().currentFilter(), u"provider:openai"_s);
}

void TestWindowHost::hiddenWindowAsksForNothing()
{
    m_host->show(false);
    m_host->window().hide();
    QCoreApplication::sendPostedEvents();
    qsizetype before = -1;
    while (before != m_fake->requests().size()) { // what was asked before is answered
        before = m_fake->requests().size();
        QTest::qWait(200);
    }
    for (int i = 0; i < 20; ++i) {
        m_fake->push(u"request"_s, {{u"items"_s, QJsonArray()}});
        m_fake->push(u"running"_s, {{u"items"_s, QJsonArray()}});
    }
    QTest::qWait(2500); // longer than any page waits after traffic
    QCOMPARE(m_fake->requests().size(), before);
}

QTEST_MAIN(TestWindowHost)
#include "tst_windowhost.moc"
