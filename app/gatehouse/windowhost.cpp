// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/windowhost.h"

#include "ui/shell/pages.h"
#include "ui/shell/screensetup.h"
#include "ui/shell/tray.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

constexpr auto textSizePause = std::chrono::milliseconds(250); // several steps are one change

} // namespace

WindowHost::WindowHost(Api::AdminClient &client, Ui::Preferences &preferences, Ui::TrayIcon &tray,
                       Ui::NotificationSink &sink, QString language)
    : m_client(client)
    , m_preferences(preferences)
    , m_tray(tray)
    , m_sink(sink)
    , m_language(std::move(language))
{
    m_textSizeChanged.setSingleShot(true);
    m_textSizeChanged.setInterval(textSizePause);
    connect(&m_textSizeChanged, &QTimer::timeout, this, &WindowHost::rebuildUnlessDirty);
    if (const Ui::Theme *theme = Ui::Theme::current())
        connect(theme, &Ui::Theme::textSizeChanged, &m_textSizeChanged,
                qOverload<>(&QTimer::start));
    installLanguage();
    build();
}

WindowHost::~WindowHost() = default;

void WindowHost::installLanguage()
{
    m_translation.install(m_language.isEmpty() ? m_preferences.language() : m_language,
                          m_preferences.numberFormat());
}

void WindowHost::build()
{
    m_window = std::make_unique<Ui::MainWindow>(m_client, m_preferences);
    Ui::addPages(*m_window, m_client);
    if (m_gateways)
        m_window->setGateways(*m_gateways);
    m_closing = new Ui::Closing(*m_window, m_preferences, [this] { return m_tray.isAvailable(); });
    m_closing->setOwnsGateway(m_ownsGateway);
    m_window->setCloseGuard([this] { return m_closing->mayClose(); });
    connect(m_closing, &Ui::Closing::hideRequested, m_window.get(), &QWidget::hide);
    connect(m_closing, &Ui::Closing::minimiseRequested, m_window.get(), &QWidget::showMinimized);
    connect(m_closing, &Ui::Closing::serviceRequested, this, &WindowHost::serviceRequested);
    connect(m_closing, &Ui::Closing::quitDecided, this, &WindowHost::quitDecided);
    // Later: the choice comes from a control of the window that goes.
    connect(
        m_window.get(), &Ui::MainWindow::languageChosen, this,
        [this] {
            m_language.clear(); // what was chosen last rules
            changeAndRebuild([] {});
        },
        Qt::QueuedConnection);
    connect(m_window.get(), &Ui::MainWindow::formatChanged, this, &WindowHost::rebuildUnlessDirty,
            Qt::QueuedConnection);
    connect(m_window.get(), &Ui::MainWindow::attentionNeeded, this, [this] { raise(); });
    m_notifications =
        new Ui::Notifications({.client = m_client,
                               .status = m_window->status(),
                               .configuration = m_window->configuration(),
                               .jobs = m_window->jobs(),
                               .notices = m_window->notices(),
                               .clock = m_clock,
                               .isWatched = [this] { return isWatched(); },
                               .isWanted = [this](const QString &kind) { return isWanted(kind); },
                               .hasSound = [this] { return m_preferences.hasNotificationSound(); }},
                              m_sink, m_window.get());
    connect(m_window.get(), &Ui::MainWindow::testNotificationRequested, m_notifications,
            &Ui::Notifications::showTest);
    connect(m_notifications, &Ui::Notifications::openRequested, this, &WindowHost::raise);
    if (m_tray.isAvailable())
        buildTray();
}

void WindowHost::buildTray()
{
    auto *tray = new Ui::Tray(*m_window, m_client, m_tray);
    connect(tray, &Ui::Tray::openRequested, this, [this] { raise(); });
}

bool WindowHost::isWatched() const
{
    return m_window->isVisible() && !m_window->isMinimized() && m_window->isActiveWindow();
}

bool WindowHost::isWanted(const QString &kind) const
{
    const auto quiet = m_preferences.quietHours();
    return m_preferences.notifies(kind) && !(quiet && quiet->holds(QTime::currentTime()));
}

void WindowHost::setOwnsGateway(bool owns)
{
    m_ownsGateway = owns;
    m_closing->setOwnsGateway(owns);
}

void WindowHost::show(bool minimized)
{
    if (!minimized)
        m_window->show();
    else if (!m_tray.isAvailable())
        m_window->showMinimized();
}

void WindowHost::raise(const QString &page, const QString &filter)
{
    if (!page.isEmpty())
        m_window->showPage(page, filter);
    if (m_window->isMinimized())
        m_window->showNormal();
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void WindowHost::setGateways(Ui::GatewaySwitch &gateways)
{
    m_gateways = &gateways;
    m_window->setGateways(gateways);
}

void WindowHost::changeAndRebuild(const std::function<void()> &go)
{
    m_window->leaveAll([this, go] {
        // Later: the answer comes from a question of the window that goes.
        QMetaObject::invokeMethod(
            this,
            [this, go] {
                go();
                rebuild();
            },
            Qt::QueuedConnection);
    });
}

void WindowHost::rebuildUnlessDirty()
{
    if (!m_window->isDirty()) // else the pages follow as they are next made
        changeAndRebuild([] {});
}

void WindowHost::rebuild()
{
    if (!m_window->jobs().isIdle()) { // an export would end with its page
        connect(&m_window->jobs(), &Ui::JobList::changed, this, &WindowHost::rebuild,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
        return;
    }
    const QString page = m_window->currentPage();
    const QString filter = m_window->currentFilter();
    const Ui::SeriesColours colours = m_window->seriesColours();
    const bool visible = m_window->isVisible();
    const QWidget *focus = m_window->focusWidget();
    const QString focused = focus ? focus->objectName() : QString();
    const Qt::WindowStates state = m_window->windowState();
    m_preferences.setGeometry(m_window->saveGeometry(), Ui::screenSetup());
    m_window.reset();
    installLanguage();
    build();
    m_window->seriesColours() = colours;
    m_window->showPage(page, filter);
    if (visible) {
        m_window->show();
        m_window->setWindowState(state);
    }
    auto *again = focused.isEmpty() ? nullptr : m_window->findChild<QWidget *>(focused);
    if (again && again->isVisible())
        again->setFocus(Qt::OtherFocusReason);
    Q_EMIT rebuilt();
}

} // namespace Gatehouse
