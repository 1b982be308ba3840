// SPDX-License-Identifier: GPL-3.0-or-later
//! One gateway in a process of its own, one window here and one in another process that is killed;
//! then the gateway is killed and started again. Nobody loses anything.

#include "app/gatehouse/backgroundservice.h"
#include "core/api/httpadmintransport.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/widgets/banner.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

#include <csignal>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

QString program(const QString &name)
{
    return QStringLiteral(GATEHOUSE_BINARY_DIR) + u"/bin/"_s + name;
}

} // namespace

class TestAttach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void windowAttachesToARunningGateway();
    void changeReachesTheOtherWindow();
    void killedWindowTakesNothingWithIt();
    void dataStaysWhileTheGatewayIsGone();
    void comesBackWithTheGateway();
    void secondStartEndsAtOnce();
    void gatewayGoesOnWithoutAWindow();

private:
    void startGateway();
    std::unique_ptr<QProcess> startWindow(const QStringList &options) const;
    bool hasProvider(const QString &id) const
    {
        for (const Api::Provider &provider : m_window->configuration().document().providers)
            if (provider.id == id)
                return true;
        return false;
    }

    QTemporaryDir m_dir;
    QString m_folder;
    QProcess m_gateway;
    std::unique_ptr<QProcess> m_other;
    std::unique_ptr<Ui::Preferences> m_preferences;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<Ui::MainWindow> m_window;
};

void TestAttach::startGateway()
{
    m_gateway.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_gateway.start(program(u"gatehoused"_s),
                    {u"--data-dir"_s, m_folder, u"--listen"_s, u"127.0.0.1:0"_s});
    QVERIFY(m_gateway.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(Api::AdminAddress::ofDataFolder(m_folder), patience);
}

std::unique_ptr<QProcess> TestAttach::startWindow(const QStringList &options) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, m_dir.filePath(u"config"_s));
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(program(u"gatehouse"_s), QStringList{u"--data-dir"_s, m_folder} + options);
    return process;
}

void TestAttach::initTestCase()
{
    QVERIFY2(QFile::exists(program(u"gatehoused"_s)), "build the programs first");
    QVERIFY2(QFile::exists(program(u"gatehouse"_s)), "build the programs first");
    m_folder = m_dir.filePath(u"data"_s);
    Ui::setUpApplication(*qApp, Ui::Preferences(m_dir.filePath(u"app.ini"_s)));
    startGateway();
    m_preferences = std::make_unique<Ui::Preferences>(m_dir.filePath(u"desktop.ini"_s));
    m_client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [this] { return Api::AdminAddress::ofDataFolder(m_folder); }));
    m_window = std::make_unique<Ui::MainWindow>(*m_client, *m_preferences);
    Ui::addPages(*m_window, *m_client);
    m_client->start();
    m_window->show();
}

void TestAttach::cleanupTestCase()
{
    m_window.reset();
    m_client.reset();
    if (m_other) {
        m_other->kill();
        m_other->waitForFinished();
    }
    m_gateway.terminate();
    m_gateway.waitForFinished();
}

void TestAttach::windowAttachesToARunningGateway()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_window->status().isServing(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->configuration().isLoaded(), patience);
    m_other = startWindow({});
    QVERIFY(m_other->waitForStarted());
    // It has the folder's window socket when it is up, and started no engine of its own.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder + u"/run/window.sock"_s), patience);
    QCOMPARE(m_other->state(), QProcess::Running);
}

void TestAttach::changeReachesTheOtherWindow()
{
    Api::AdminCall *call = m_client->post(u"/providers"_s,
                                          {{u"id"_s, u"local"_s},
                                           {u"base_url"_s, u"http://127.0.0.1:9/v1"_s},
                                           {u"dialect"_s, u"openai"_s}});
    QSignalSpy finished(call, &Api::AdminCall::finished);
    QString problem;
    connect(call, &Api::AdminCall::finished, this, [&problem](Api::AdminCall *done) {
        problem = done->succeeded() ? QString() : done->error().detail;
    });
    QVERIFY(finished.wait(patience));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QTRY_VERIFY_WITH_TIMEOUT(hasProvider(u"local"_s), patience);
}

void TestAttach::killedWindowTakesNothingWithIt()
{
    m_other->kill();
    QVERIFY(m_other->waitForFinished());
    QCOMPARE(m_gateway.state(), QProcess::Running);
    QSignalSpy changed(&m_window->configuration(), &Ui::ConfigurationModel::changed);
    m_window->pauseProvider(u"local"_s, u"Local"_s, true);
    QVERIFY(changed.wait(patience));
    QVERIFY(m_window->status().isServing());
    // What the killed one left does not keep a new one from opening.
    m_other = startWindow({});
    QVERIFY(m_other->waitForStarted());
}

void TestAttach::dataStaysWhileTheGatewayIsGone()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_window->configuration().document().providers.constFirst().paused,
                             patience);
    m_gateway.kill();
    QVERIFY(m_gateway.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<Ui::Banner *>(u"banner.offline"_s), patience);
    QVERIFY(hasProvider(u"local"_s));
    QVERIFY(!m_window->findChild<QAction *>(u"action.undoChange"_s)->isEnabled());
}

void TestAttach::comesBackWithTheGateway()
{
    startGateway();
    auto *banner = m_window->findChild<Ui::Banner *>(u"banner.offline"_s);
    QVERIFY(banner);
    banner->findChild<QPushButton *>(u"banner.actionButton"_s)->click(); // try now
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<Ui::Banner *>(u"banner.offline"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->status().isServing(), patience);
    QVERIFY(hasProvider(u"local"_s));
    QVERIFY(m_window->configuration().document().providers.constFirst().paused);
    m_window->configuration().undo(); // a change made before can still be taken back
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->configuration().document().providers.constFirst().paused,
                             patience);
    QCOMPARE(m_other->state(), QProcess::Running);
}

void TestAttach::secondStartEndsAtOnce()
{
    const std::unique_ptr<QProcess> again = startWindow({u"--page"_s, u"requests"_s});
    QVERIFY(again->waitForFinished(patience));
    QCOMPARE(again->exitCode(), 0);
    QCOMPARE(m_other->state(), QProcess::Running);
}

void TestAttach::gatewayGoesOnWithoutAWindow()
{
    qputenv("XDG_RUNTIME_DIR", m_dir.path().toUtf8()); // no service of this machine's session
    const QString folder = m_dir.filePath(u"background"_s);
    const BackgroundService service(program(u"gatehoused"_s), folder, {u"127.0.0.1:0"_s});
    QVERIFY(service.start());
    QTRY_VERIFY_WITH_TIMEOUT(Api::AdminAddress::ofDataFolder(folder), patience);
    QFile announced(folder + u"/run/admin.json"_s);
    QVERIFY(announced.open(QIODevice::ReadOnly));
    const auto pid = pid_t(QJsonDocument::fromJson(announced.readAll())["pid"_L1].toInt());
    QVERIFY(pid > 0);
    ::kill(pid, SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(!Api::AdminAddress::ofDataFolder(folder), patience);
}

QTEST_MAIN(TestAttach)
#include "tst_attach.moc"
