// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tray.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/format.h"

#include <QtGui/QAction>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto spendInterval = 60s;

QString stateWord(TrayState state)
{
    switch (state) {
    case TrayState::Running:
        return Tray::tr("running");
    case TrayState::Stopped:
        return Tray::tr("stopped");
    case TrayState::Degraded:
        return Tray::tr("degraded");
    case TrayState::Error:
        return Tray::tr("not working");
    case TrayState::Paused:
        return Tray::tr("every provider is paused");
    case TrayState::Recording:
        return Tray::tr("running, bodies are recorded");
    }
    return {};
}

} // namespace

Tray::Tray(MainWindow &window, Api::AdminClient &client, TrayIcon &icon)
    : QObject(&window)
    , m_window(window)
    , m_client(client)
    , m_icon(icon)
    , m_recording(client)
    , m_alerts(client)
{
    buildMenu();
    m_icon.setMenu(&m_menu);
    const auto style = [this] { m_icon.setStyle(m_window.preferences().trayStyle()); };
    connect(&window, &MainWindow::trayStyleChosen, this, style);
    style();
    connect(&m_icon, &TrayIcon::activated, this, &Tray::openRequested);
    connect(&window.status(), &StatusModel::changed, this, &Tray::show);
    connect(&window.configuration(), &ConfigurationModel::changed, this, &Tray::show);
    connect(&m_recording, &RecordingWatch::changed, this, &Tray::show);
    connect(&m_alerts, &AlertCount::changed, this, &Tray::show);
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind) { m_spendIsOld = m_spendIsOld || kind == "request"_L1; });
    m_spendTimer.setInterval(spendInterval);
    connect(&m_spendTimer, &QTimer::timeout, this, &Tray::askSpend);
    m_spendTimer.start();
    askSpend();
    show();
}

Tray::~Tray()
{
    m_icon.setMenu(nullptr);
}

QAction *Tray::add(const char *name, const QString &text, const std::function<void()> &run)
{
    QAction *action = m_menu.addAction(text);
    action->setObjectName(u"action.tray%1"_s.arg(QLatin1StringView(name)));
    if (run)
        connect(action, &QAction::triggered, this, run);
    return action;
}

void Tray::buildMenu()
{
    m_menu.setObjectName(u"tray.menu"_s);
    m_line = add("Status", {});
    m_line->setEnabled(false);
    m_menu.addSeparator();
    add("Open", tr("Open Gatehouse"), [this] { Q_EMIT openRequested(); });
    add("CopyBaseUrl", tr("Copy base URL"),
        [this] { m_window.windowActions().find(u"action.copyBaseUrl"_s)->trigger(); });
    m_spend = add("Spend", {}, [this] {
        m_window.showPage(u"overview"_s);
        Q_EMIT openRequested();
    });
    m_toggle = add("Toggle", {}, [this] {
        if (m_window.asksBeforeStop())
            Q_EMIT openRequested(); // the question is the window's
        m_window.toggleGateway();
    });
    m_providers = m_menu.addMenu(tr("Pause provider"));
    m_providers->setObjectName(u"tray.providersMenu"_s);
    m_endRecording = add("EndRecording", tr("Stop recording"), [this] { m_recording.end(); });
    m_alertsItem = add("Alerts", {}, [this] {
        m_window.showPage(u"alerts"_s);
        Q_EMIT openRequested();
    });
    m_menu.addSeparator();
    add("Settings", tr("Settings…"), [this] {
        m_window.showPage(u"settings"_s);
        Q_EMIT openRequested();
    });
    add("Quit", tr("Quit"), [this] { m_window.requestQuit(); });
    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        askSpend();
        fillProviders();
    });
}

void Tray::fillProviders()
{
    m_providers->clear();
    for (const Api::Provider &provider : m_window.configuration().document().providers) {
        const QString id = provider.id;
        const QString name = provider.name.isEmpty() ? id : provider.name;
        QAction *action = m_providers->addAction(QString(name).replace(u"&"_s, u"&&"_s));
        action->setObjectName(u"action.trayPause.%1"_s.arg(id));
        action->setCheckable(true);
        action->setChecked(provider.paused);
        connect(action, &QAction::triggered, this,
                [this, id, name](bool pause) { m_window.pauseProvider(id, name, pause); });
    }
    m_providers->setEnabled(!m_providers->isEmpty() && m_window.status().isServing());
}

TrayState Tray::stateOf(const StatusModel &status, const ConfigurationModel &configuration)
{
    using State = GatewayStatus::State;
    if (status.connection() == Api::AdminClient::State::Offline)
        return TrayState::Error;
    const QList<Problem> &problems = status.status().problems;
    const bool broken = std::any_of(problems.cbegin(), problems.cend(), [](const Problem &problem) {
        return problem.severity == Tone::Err;
    });
    if (broken)
        return TrayState::Error;
    if (status.status().state != State::Running && status.status().state != State::Degraded)
        return TrayState::Stopped;
    const auto &providers = configuration.document().providers;
    const bool paused = !providers.isEmpty()
        && std::all_of(providers.cbegin(), providers.cend(),
                       [](const Api::Provider &provider) { return provider.paused; });
    if (paused)
        return TrayState::Paused;
    return problems.isEmpty() ? TrayState::Running : TrayState::Degraded;
}

TrayState Tray::state() const
{
    const TrayState state = stateOf(m_window.status(), m_window.configuration());
    return state == TrayState::Running && m_recording.isRecording() ? TrayState::Recording : state;
}

QString Tray::statusLine() const
{
    const QString word = stateWord(state());
    if (!m_window.status().isServing())
        return word;
    const QString rate = Format::rate(m_window.status().status().requestsPerSecond);
    return m_spentNano ? tr("%1, %2 req/s, %3 today").arg(word, rate, Format::money(*m_spentNano))
                       : tr("%1, %2 req/s").arg(word, rate);
}

void Tray::show()
{
    const QString line = statusLine();
    const bool serving = m_window.status().isServing();
    if (const QString text = tr("Gatehouse: %1").arg(line); text != m_line->text()) {
        m_icon.setState(state(), text);
        m_line->setText(text);
    }
    m_spend->setText(m_spentNano ? tr("Spend today %1").arg(Format::money(*m_spentNano))
                                 : tr("Spend today"));
    m_toggle->setText(serving ? tr("Stop gateway") : tr("Start gateway"));
    m_toggle->setEnabled(m_window.status().connection() != Api::AdminClient::State::Offline);
    m_endRecording->setVisible(m_recording.isRecording());
    m_alertsItem->setVisible(m_window.hasPage(u"alerts"_s));
    m_alertsItem->setText(m_alerts.count() > 0 ? tr("Alerts (%1)").arg(m_alerts.count())
                                               : tr("Alerts"));
    fillProviders();
}

//! Sums are asked for only when there was traffic since the last time.
void Tray::askSpend()
{
    if (!std::exchange(m_spendIsOld, false))
        return;
    connect(m_client.get(u"/overview"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                m_spendIsOld = m_spendIsOld || !call->succeeded();
                if (!call->succeeded())
                    return;
                const QJsonObject spent = call->reply().body.value("spend_today"_L1).toObject();
                m_spentNano = spent.value("cost_nano_usd"_L1).toInteger();
                show();
            });
}

} // namespace Gatehouse::Ui
