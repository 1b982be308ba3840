// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/program.h"

#include "app/gatehouse/backgroundservice.h"
#include "core/api/httpadmintransport.h"
#include "ui/shell/application.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Gatehouse {

Program::Program(Options options)
    : m_options(std::move(options))
    , m_preferences(makePreferences())
    , m_gateways(*m_preferences)
    , m_switch(m_gateways, m_tokens,
               [this](const Api::AdminAddress &address) {
                   const bool isBuiltIn = address.socket.isEmpty() && address.url.isEmpty();
                   return std::make_unique<Api::HttpAdminTransport>(
                       [this, address, isBuiltIn]() -> Result<Api::AdminAddress> {
                           return isBuiltIn ? locateBuiltIn() : address;
                       });
               })
    , m_engine(std::make_unique<Node::DemoMode>(
          Node::NodeOptions{.dataFolder = m_options.dataFolder,
                            .configFile = {},
                            .listen = m_options.listen,
                            .adminListen = {},
                            .serve = m_preferences->startsGateway(),
                            .mustListen = false},
          m_options.sampleFolder))
    , m_notifier(&m_tray)
{
    if (m_options.theme == "dark"_L1 || m_options.theme == "light"_L1)
        m_preferences->setTheme(m_options.theme == "dark"_L1 ? Ui::Theme::Choice::Dark
                                                             : Ui::Theme::Choice::Light);
    Ui::setUpApplication(*qApp, *m_preferences);
    m_client = std::make_unique<Api::AdminClient>(
        std::make_unique<Api::HttpAdminTransport>([this] { return locate(); }));
    m_host = std::make_unique<WindowHost>(*m_client, *m_preferences, m_tray, m_notifier,
                                          m_options.language);
    m_host->setGateways(m_switch);
    connect(&m_switch, &Ui::GatewaySwitch::switchRequested, this, &Program::showGateway);
    if (m_options.size.isValid() && !m_options.size.isEmpty())
        m_host->window().resize(m_options.size);
    connect(m_host.get(), &WindowHost::quitDecided, this,
            [this](bool finish) { leave(0, finish); });
    connect(m_host.get(), &WindowHost::serviceRequested, this, [this] {
        m_becomesService = true;
        leave(0);
    });
    QApplication::setQuitOnLastWindowClosed(false);
}

Program::~Program() = default;

std::unique_ptr<Ui::Preferences> Program::makePreferences() const
{
    if (m_options.screenshots.isEmpty())
        return std::make_unique<Ui::Preferences>();
    return std::make_unique<Ui::Preferences>(m_scratch.filePath(u"screenshots.ini"_s));
}

Result<Api::AdminAddress> Program::locate() const
{
    return m_elsewhere ? *m_elsewhere : locateBuiltIn();
}

//! The one of this program, or of the command line.
Result<Api::AdminAddress> Program::locateBuiltIn() const
{
    if (!m_options.connectTo.isEmpty())
        return Api::AdminAddress::ofUrl(m_options.connectTo, m_options.token);
    if (!m_engine) // the program ends, and somebody still asks
        return Error{ErrorCode::Unavailable, u"the gateway has stopped"_s};
    return m_engine->locate();
}

void Program::start()
{
    if (m_options.connectTo.isEmpty()) {
        connectEngine();
        m_client->expectEngine();
        m_engine->start(m_options.demo);
        m_host->setOwnsGateway(m_engine->ownsEngine());
        offerSampleData();
    } else {
        m_client->start();
    }
    if (!m_options.page.isEmpty())
        m_host->window().showPage(m_options.page);
    if (!m_options.screenshots.isEmpty())
        takeScreenshots();
    else
        openWizardAtFirstStart();
    m_host->show(m_options.minimized);
}

void Program::connectEngine()
{
    connect(m_engine.get(), &Node::DemoMode::ready, m_client.get(), &Api::AdminClient::start);
    connect(m_engine.get(), &Node::DemoMode::ended, this, &Program::end,
            Qt::QueuedConnection); // it deletes the engine
    connect(m_engine.get(), &Node::DemoMode::failed, this, &Program::showStartFailure);
    connect(m_host.get(), &WindowHost::rebuilt, this, &Program::offerSampleData);
    connect(m_engine.get(), &Node::DemoMode::changed, this, [this] {
        m_client->expectEngine();
        offerSampleData();
        m_host->window().showPage(u"overview"_s);
        if (!m_engine->isOn())
            openWizardAtFirstStart();
    });
}

//! The engine of this program goes on meanwhile: apps stay connected to it.
void Program::showGateway(const Ui::GatewayEntry &entry, const QString &token)
{
    m_host->changeAndRebuild([this, entry, token] {
        const Result<Api::AdminAddress> address = entry.adminAddress(token);
        m_elsewhere = entry.isBuiltIn() || !address ? std::nullopt : std::optional(*address);
        m_gateways.setCurrent(m_elsewhere ? entry.id : QString());
        m_host->setOwnsGateway(!m_elsewhere && m_engine->ownsEngine());
        m_client->start();
    });
}

void Program::offerSampleData()
{
    if (m_elsewhere)
        return m_host->window().setSampleDataActions({});
    Ui::SampleDataActions actions{.show = [this] { m_engine->enter(); }};
    if (m_engine->isOn())
        actions.remove = [this] { m_engine->leave(); };
    m_host->window().setSampleDataActions(std::move(actions));
}

void Program::takeScreenshots()
{
    m_screenshots = std::make_unique<Screenshots>(*m_host, *m_client, m_options.screenshots);
    connect(m_screenshots.get(), &Screenshots::done, this, [this](const QString &problem) {
        if (!problem.isEmpty())
            std::fprintf(stderr, "gatehouse: %s\n", qUtf8Printable(problem));
        leave(problem.isEmpty() ? 0 : 1);
    });
}

//! A gateway without providers is one nobody has set up yet: the wizard opens by itself, once.
void Program::openWizardAtFirstStart()
{
    auto *once = new QObject(this);
    connect(m_client.get(), &Api::AdminClient::stateChanged, once,
            [this, once](Api::AdminClient::State state) {
                if (state != Api::AdminClient::State::Connected)
                    return;
                once->deleteLater();
                connect(m_client->get(u"/providers"_s), &Api::AdminCall::finished, this,
                        [this](Api::AdminCall *call) {
                            if (call->succeeded()
                                && call->reply().body.value("items"_L1).toArray().isEmpty())
                                m_host->window().openWizard();
                        });
            });
}

void Program::showStartFailure(const Error &error)
{
    std::fprintf(stderr, "gatehouse: %s\n", qUtf8Printable(error.detail));
    m_host->raise();
    auto *box = new QMessageBox(QMessageBox::Critical, tr("Gatehouse cannot start"),
                                tr("The gateway could not be started."), QMessageBox::Close,
                                &m_host->window());
    box->setObjectName(u"startFailure.dialog"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(error.detail);
    connect(box, &QMessageBox::finished, box, [] { QApplication::exit(1); });
    box->open();
}

void Program::leave(int exitCode, bool finishRunning)
{
    m_exitCode = exitCode;
    m_host->notifications().expectStop(true);
    const bool leaving = std::exchange(m_leaving, true);
    if (leaving && !finishRunning)
        return end(); // an engine that is deleted ends at once
    if (leaving)
        return;
    if (finishRunning || m_elsewhere || !m_engine->ownsEngine())
        return m_engine->shutDown();
    connect(m_client->post(u"/gateway/stop"_s, {{u"finish"_s, false}}), &Api::AdminCall::finished,
            m_engine.get(), &Node::DemoMode::shutDown);
}

void Program::end()
{
    m_engine.reset(); // the data folder is free from here on
    if (m_becomesService) {
        const QString program = QDir(QApplication::applicationDirPath()).filePath(u"gatehoused"_s);
        const Result<void> started =
            BackgroundService(program, m_options.dataFolder, m_options.listen).start();
        if (!started)
            return showStartFailure(started.error());
    }
    QApplication::exit(m_exitCode);
}

} // namespace Gatehouse
