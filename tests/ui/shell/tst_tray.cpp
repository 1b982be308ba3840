// SPDX-License-Identifier: GPL-3.0-or-later
//! The tray and the questions at the end of the window.
#include "tests/support/fakeadmintransport.h"
#include "tests/support/faketrayicon.h"
#include "tests/support/sampleoverview.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/closing.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/systemtrayicon.h"
#include "ui/shell/tray.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class TrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void drawsAShapeForEachState();
    void drawsTheShapesInOneTone();
    void followsTheChosenStyle();
    void tellsStateRateAndSpend();
    void followsTheGateway();
    void menuDoesWhatItSays();
    void pausesAProvider();
    void endsARecording();
    void countsAlerts();
    void asksTheFirstTimeTheWindowCloses();
    void remembersTheAnswerWhenToldSo();
    void withoutTrayOffersTheBackground();
    void closesWithoutQuestionWhenTheGatewayIsElsewhere();
    void asksAboutRunningRequestsBeforeQuitting();
    void canStopWaitingForRunningRequests();

private:
    template <typename T>
    T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    QAction *item(const QString &name) const { return m_icon->menu->findChild<QAction *>(name); }
    void click(const QString &name) const { child<QPushButton>(name)->click(); }
    void setInFlight(int count);

    QTemporaryDir m_folder;
    FakeAdminTransport *m_fake = nullptr;
    std::unique_ptr<FakeTrayIcon> m_icon;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<MainWindow> m_window;
    Tray *m_tray = nullptr;
    Closing *m_closing = nullptr;
};

void TrayTest::initTestCase()
{
    setUpApplication(*qApp, Preferences(m_folder.filePath(u"app.ini"_s)));
}

void TrayTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QFile::remove(m_folder.filePath(u"desktop.ini"_s));
    m_preferences = std::make_unique<Preferences>(m_folder.filePath(u"desktop.ini"_s));
    m_icon = std::make_unique<FakeTrayIcon>();
    m_fake = new FakeAdminTransport;
    QJsonObject status = sampleStatus();
    status[u"problems"_s] = QJsonArray();
    m_fake->answer("GET /overview", sampleOverview());
    m_fake->answer("GET /status", status);
    const QJsonObject provider{{u"id"_s, u"openai"_s}, {u"dialect"_s, u"openai"_s}};
    m_fake->answer(
        "GET /config",
        {{u"revision"_s, 42},
         {u"document"_s, QJsonObject{{u"version"_s, 1}, {u"providers"_s, QJsonArray{provider}}}}});
    m_fake->answer("POST /providers/openai/pause", {{u"revision"_s, 43}});
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_window = std::make_unique<MainWindow>(*m_client, *m_preferences);
    m_tray = new Tray(*m_window, *m_client, *m_icon);
    m_closing = new Closing(*m_window, *m_preferences, [this] { return m_icon->isAvailable(); });
    m_closing->setOwnsGateway(true);
    m_window->setCloseGuard([this] { return m_closing->mayClose(); });
    connect(m_closing, &Closing::hideRequested, m_window.get(), &QWidget::hide);
    m_window->show();
    m_fake->connectEvents();
    QTRY_VERIFY(m_window->status().isServing());
    QTRY_VERIFY(m_window->configuration().isLoaded());
    setInFlight(0);
}

void TrayTest::cleanup()
{
    m_window.reset();
    m_client.reset();
    m_preferences.reset();
    m_icon.reset();
}

void TrayTest::setInFlight(int count)
{
    QJsonObject status = sampleStatus();
    status[u"problems"_s] = QJsonArray();
    status[u"in_flight"_s] = count;
    m_fake->push(u"status"_s, status);
}

void TrayTest::drawsAShapeForEachState()
{
    QList<QImage> shapes;
    for (const TrayState state : {TrayState::Running, TrayState::Stopped, TrayState::Degraded,
                                  TrayState::Error, TrayState::Paused, TrayState::Recording}) {
        // By shape, not by colour: the alpha channel or the brightness differs.
        const QImage shape =
            trayIcon(state).pixmap(22, 22).toImage().convertToFormat(QImage::Format_Grayscale8);
        QVERIFY(!shape.isNull());
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
}

void TrayTest::drawsTheShapesInOneTone()
{
    QList<QImage> seen;
    for (const TrayState state : {TrayState::Running, TrayState::Stopped, TrayState::Degraded,
                                  TrayState::Error, TrayState::Paused, TrayState::Recording}) {
        const QImage image = trayIcon(state, TrayInk::oneTone(Qt::white)).pixmap(32, 32).toImage();
        QVERIFY2(!seen.contains(image), qPrintable(QString::number(int(state))));
        seen.append(image);
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, image.height() / 2);
            QVERIFY(colour.alpha() == 0 || colour.saturation() == 0);
        }
    }
}

void TrayTest::followsTheChosenStyle()
{
    using Style = Preferences::TrayStyle;
    QCOMPARE(int(m_icon->style), int(Style::Coloured));
    m_preferences->setTrayStyle(Style::Automatic);
    Q_EMIT m_window->trayStyleChosen();
    QCOMPARE(int(m_icon->style), int(Style::Automatic));
}

void TrayTest::tellsStateRateAndSpend()
{
    QTRY_COMPARE(m_icon->tooltip, u"Gatehouse: running, 3.4 req/s, $42.96 today"_s);
    QCOMPARE(m_icon->state, TrayState::Running);
    QCOMPARE(item(u"action.trayStatus"_s)->text(), m_icon->tooltip);
    QVERIFY(!item(u"action.trayStatus"_s)->isEnabled());
    QCOMPARE(item(u"action.traySpend"_s)->text(), u"Spend today $42.96"_s);
}

void TrayTest::followsTheGateway()
{
    m_fake->push(u"status"_s, sampleStatus());
    QCOMPARE(m_icon->state, TrayState::Degraded);
    QJsonObject stopped = sampleStatus();
    stopped[u"state"_s] = u"stopped"_s;
    stopped[u"problems"_s] = QJsonArray();
    m_fake->push(u"status"_s, stopped);
    QCOMPARE(m_icon->state, TrayState::Stopped);
    QCOMPARE(item(u"action.trayToggle"_s)->text(), u"Start gateway"_s);
    m_fake->loseEvents();
    QCOMPARE(m_icon->state, TrayState::Error);
    QVERIFY(!item(u"action.trayToggle"_s)->isEnabled());
}

void TrayTest::menuDoesWhatItSays()
{
    const QSignalSpy opened(m_tray, &Tray::openRequested);
    item(u"action.trayOpen"_s)->trigger();
    Q_EMIT m_icon->activated();
    QCOMPARE(opened.count(), 2);
    item(u"action.trayCopyBaseUrl"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:4417/v1"_s);
    item(u"action.trayToggle"_s)->trigger();
    QCOMPARE(m_fake->countOf("POST /gateway/stop"), 1);
    item(u"action.traySettings"_s)->trigger();
    QCOMPARE(m_window->currentPage(), u"settings"_s);
    const QSignalSpy quit(m_closing, &Closing::quitDecided);
    item(u"action.trayQuit"_s)->trigger();
    QCOMPARE(quit.count(), 1);
}

void TrayTest::pausesAProvider()
{
    auto *pause = m_icon->menu->findChild<QAction *>(u"action.trayPause.openai"_s);
    QVERIFY(pause);
    QVERIFY(!pause->isChecked());
    pause->trigger();
    QTRY_COMPARE(m_fake->countOf("POST /providers/openai/pause"), 1);
}

void TrayTest::endsARecording()
{
    QAction *end = item(u"action.trayEndRecording"_s);
    QVERIFY(!end->isVisible());
    QJsonObject status = sampleStatus();
    status[u"problems"_s] = QJsonArray();
    status[u"recording"_s] = QJsonObject{{u"route"_s, u"fast"_s}, {u"left"_s, 12}};
    m_fake->push(u"status"_s, status);
    QCOMPARE(m_icon->state, TrayState::Recording);
    QVERIFY(m_icon->tooltip.startsWith(u"Gatehouse: running, bodies are recorded"_s));
    QVERIFY(end->isVisible());
    m_fake->answer("DELETE /recording", {});
    m_fake->answer("GET /status", sampleStatus());
    end->trigger();
    QTRY_COMPARE(m_fake->countOf("DELETE /recording"), 1);
    QTRY_VERIFY(!end->isVisible());
}

void TrayTest::countsAlerts()
{
    QVERIFY(!item(u"action.trayAlerts"_s)->isVisible()); // there is no such page here
    m_window->addPage(
        {.id = u"alerts"_s,
         .title = u"Alerts"_s,
         .iconName = u"bell"_s,
         .make = [this](PageEntry &entry) { entry.page = new QWidget(m_window.get()); }});
    setInFlight(1);
    QVERIFY(item(u"action.trayAlerts"_s)->isVisible());
    QCOMPARE(item(u"action.trayAlerts"_s)->text(), u"Alerts"_s);
    const QSignalSpy opened(m_tray, &Tray::openRequested);
    item(u"action.trayAlerts"_s)->trigger();
    QCOMPARE(m_window->currentPage(), u"alerts"_s);
    QCOMPARE(opened.count(), 1);
}

void TrayTest::asksTheFirstTimeTheWindowCloses()
{
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    QVERIFY(child<QMessageBox>(u"closing.trayDialog"_s));
    click(u"closing.trayDialog.keepButton"_s);
    QVERIFY(!m_window->isVisible());
    QCOMPARE(m_preferences->closeAction(), Preferences::CloseAction::Ask);
}

void TrayTest::remembersTheAnswerWhenToldSo()
{
    m_window->close();
    child<QCheckBox>(u"closing.trayDialog.alwaysCheck"_s)->setChecked(true);
    click(u"closing.trayDialog.keepButton"_s);
    QCOMPARE(m_preferences->closeAction(), Preferences::CloseAction::Keep);
    m_window->show();
    m_window->close();
    QVERIFY(!m_window->isVisible());
}

void TrayTest::withoutTrayOffersTheBackground()
{
    m_icon->available = false;
    const QSignalSpy service(m_closing, &Closing::serviceRequested);
    const QSignalSpy minimise(m_closing, &Closing::minimiseRequested);
    QVERIFY(!m_window->close());
    click(u"closing.backgroundDialog.minimiseButton"_s);
    QCOMPARE(minimise.count(), 1);
    QTRY_VERIFY(!child<QMessageBox>(u"closing.backgroundDialog"_s));
    m_window->close();
    click(u"closing.backgroundDialog.serviceButton"_s);
    QCOMPARE(service.count(), 1);
}

void TrayTest::closesWithoutQuestionWhenTheGatewayIsElsewhere()
{
    m_icon->available = false;
    m_closing->setOwnsGateway(false);
    setInFlight(4);
    const QSignalSpy quit(m_closing, &Closing::quitDecided);
    m_window->close();
    QCOMPARE(quit.count(), 1);
    QVERIFY(!m_window->findChild<QMessageBox *>());
}

void TrayTest::asksAboutRunningRequestsBeforeQuitting()
{
    setInFlight(4);
    const QSignalSpy quit(m_closing, &Closing::quitDecided);
    Q_EMIT m_window->quitRequested();
    QCOMPARE(quit.count(), 0);
    QVERIFY(child<QMessageBox>(u"closing.quitDialog"_s)->informativeText().contains(u'4'));
    click(u"closing.quitDialog.cancelButton"_s);
    QCOMPARE(quit.count(), 0);
    QTRY_VERIFY(!child<QMessageBox>(u"closing.quitDialog"_s));
    Q_EMIT m_window->quitRequested();
    click(u"closing.quitDialog.nowButton"_s);
    QCOMPARE(quit.count(), 1);
    QCOMPARE(quit.constFirst().constFirst(), QVariant(false));
}

void TrayTest::canStopWaitingForRunningRequests()
{
    setInFlight(4);
    const QSignalSpy quit(m_closing, &Closing::quitDecided);
    Q_EMIT m_window->quitRequested();
    click(u"closing.quitDialog.finishButton"_s);
    QCOMPARE(quit.constFirst().constFirst(), QVariant(true));
    auto *progress = child<QMessageBox>(u"closing.progressDialog"_s);
    QVERIFY(progress);
    setInFlight(2);
    QVERIFY(progress->informativeText().contains(u'2'));
    click(u"closing.progressDialog.nowButton"_s);
    QCOMPARE(quit.constLast().constFirst(), QVariant(false));
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::TrayTest)
#include "tst_tray.moc"
