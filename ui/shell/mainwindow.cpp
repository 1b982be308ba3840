// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/pages/overview/overviewpage.h"
#include "ui/shell/bannerarea.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/gatewaycard.h"
#include "ui/shell/preferences.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/snackbar.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QCloseEvent>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr QSize smallestSize(1024, 640);
constexpr QSize usualSize(1440, 900);
constexpr int foldBelow = 1100;
constexpr int mostVisits = 100;

Sidebar::Section sectionOf(PageEntry::Place place)
{
    switch (place) {
    case PageEntry::Place::Watch:
        return Sidebar::Section::Watch;
    case PageEntry::Place::SetUp:
        return Sidebar::Section::SetUp;
    case PageEntry::Place::Tools:
        return Sidebar::Section::Tools;
    case PageEntry::Place::Bottom:
        break;
    }
    return Sidebar::Section::Bottom;
}

} // namespace

MainWindow::MainWindow(Api::AdminClient &client, Preferences &preferences, QWidget *parent)
    : QMainWindow(parent)
    , m_preferences(preferences)
    , m_status(client)
    , m_configuration(client)
    , m_sidebar(new Sidebar(m_status))
    , m_topBar(new TopBar)
    , m_banners(new BannerArea)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"window"_s);
    setMinimumSize(smallestSize);
    buildFrame();
    addActions();
    addOverview(client);
    addSettings();
    connect(&m_status, &StatusModel::changed, this, &MainWindow::showStatus);
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](const QString &id) { showPage(id); });
    connect(m_topBar, &TopBar::commandRequested, this, &MainWindow::openPalette);
    connect(m_topBar, &TopBar::primaryRequested, this, &MainWindow::runPrimaryAction);
    connect(m_topBar, &TopBar::rangeChosen, this, &MainWindow::setRange);
    connect(m_banners, &BannerArea::actionTriggered, this, &MainWindow::handleBannerAction);
    connectUndo();
    setRange(preferences.range());
    restoreWindow();
    showPage(u"overview"_s);
    centralWidget()->setFocus(Qt::OtherFocusReason); // no ring before the first Tab
    m_status.refresh();
}

MainWindow::~MainWindow() = default;

SeriesColours &MainWindow::seriesColours()
{
    return m_overview->model().seriesColours();
}

void MainWindow::setBadge(const QString &id, int count)
{
    m_sidebar->setBadge(id, count);
}

void MainWindow::buildFrame()
{
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(m_banners);
    right->addWidget(m_stack, 1);
    auto *frame = new QWidget(this);
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    layout->addLayout(right, 1);
    setCentralWidget(frame);
    m_snackbar = new Snackbar(frame);
}

void MainWindow::addOverview(Api::AdminClient &client)
{
    m_overview = new OverviewPage(client, m_status, m_clock, this);
    addPage({.id = u"overview"_s,
             .title = tr("Overview"),
             .iconName = u"layout-dashboard"_s,
             .page = m_overview,
             .refresh = [this] { m_overview->refresh(); },
             .setRange = [this](const QString &range) { m_overview->setRange(range); }});
    connect(m_overview, &OverviewPage::openRequests, this,
            [this](const QString &filter) { showPage(u"requests"_s, filter); });
    connect(m_overview, &OverviewPage::addProviderRequested, this, &MainWindow::openWizard);
    connect(m_overview, &OverviewPage::connectAppRequested, this, &MainWindow::openWizard);
    connect(m_overview, &OverviewPage::setupRequested, this, &MainWindow::openWizard);
}

void MainWindow::addSettings()
{
    addPage({.id = u"settings"_s,
             .title = tr("Settings"),
             .iconName = u"settings"_s,
             .place = PageEntry::Place::Bottom,
             .page = new SettingsPage(m_preferences, this)});
}

void MainWindow::addPage(PageEntry entry)
{
    m_sidebar->addPage(entry.id, entry.iconName, entry.title, sectionOf(entry.place));
    m_stack->addWidget(entry.page);
    addPageAction(entry);
    if (entry.setRange)
        entry.setRange(m_topBar->range());
    m_pages.append(std::move(entry));
}

void MainWindow::addPageAction(const PageEntry &entry)
{
    const auto numbered =
        std::count_if(m_pages.cbegin(), m_pages.cend(),
                      [](const PageEntry &page) { return page.place != PageEntry::Place::Bottom; });
    // QKeySequence::Preferences is empty on X11 without a desktop theme (Qt 6.4).
    const QKeySequence keys = entry.place == PageEntry::Place::Bottom
        ? QKeySequence(Qt::CTRL | Qt::Key_Comma)
        : QKeySequence(u"Ctrl+%1"_s.arg(numbered + 1));
    const QString id = entry.id;
    addNamedAction(u"action.open%1%2"_s.arg(id.front().toUpper()).arg(id.mid(1)), entry.title, keys,
                   [this, id] { showPage(id); });
}

QAction *MainWindow::addNamedAction(const QString &name, const QString &text,
                                    const QKeySequence &keys, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

void MainWindow::addActions()
{
    addNamedAction(u"action.refreshPage"_s, tr("Refresh this page"), Qt::Key_F5, [this] {
        if (const PageEntry *page = entry(currentPage()); page && page->refresh)
            page->refresh();
    });
    addNamedAction(u"action.toggleGateway"_s, tr("Start or stop the gateway"),
                   Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this] { m_sidebar->gatewayCard().toggle(); });
    addNamedAction(u"action.foldSidebar"_s, tr("Fold the sidebar"), Qt::CTRL | Qt::Key_B,
                   [this] { toggleSidebar(); });
    addNamedAction(u"action.goBack"_s, tr("Back"), Qt::ALT | Qt::Key_Left, [this] { goBack(); });
    addNamedAction(u"action.goForward"_s, tr("Forward"), Qt::ALT | Qt::Key_Right,
                   [this] { goForward(); });
    addNamedAction(u"action.newObject"_s, tr("New on this page"), Qt::CTRL | Qt::Key_N,
                   [this] { runPrimaryAction(); });
    addNamedAction(u"action.undoChange"_s, tr("Undo the last change"), Qt::CTRL | Qt::Key_Z,
                   [this] { m_configuration.undo(); });
    addNamedAction(u"action.redoChange"_s, tr("Redo the change"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z,
                   [this] { m_configuration.redo(); });
    addNamedAction(u"action.copyBaseUrl"_s, tr("Copy base URL"), {},
                   [this] { QGuiApplication::clipboard()->setText(m_status.status().baseUrl); });
    addNamedAction(u"action.openPalette"_s, tr("Search or run a command"), Qt::CTRL | Qt::Key_K,
                   [this] { openPalette(); });
    addNamedAction(u"action.nextArea"_s, tr("Go to the next area"), Qt::Key_F6,
                   [this] { focusNextArea(1); });
    addNamedAction(u"action.previousArea"_s, tr("Go to the previous area"), Qt::SHIFT | Qt::Key_F6,
                   [this] { focusNextArea(-1); });
    addNamedAction(u"action.closeWindow"_s, tr("Close the window"), Qt::CTRL | Qt::Key_W,
                   [this] { close(); });
    addNamedAction(u"action.quitProgram"_s, tr("Quit"), Qt::CTRL | Qt::Key_Q,
                   [] { QCoreApplication::quit(); });
}

void MainWindow::connectUndo()
{
    connect(&m_configuration, &ConfigurationModel::saved, this,
            [this](const QString &sentence) { m_snackbar->showMessage(sentence, tr("Undo")); });
    connect(&m_configuration, &ConfigurationModel::undone, this, [this](const QString &sentence) {
        m_snackbar->showMessage(tr("Undone: %1").arg(sentence));
    });
    connect(&m_configuration, &ConfigurationModel::undoRefused, this,
            [this](const QString &detail) {
                m_snackbar->showMessage(tr("This cannot be undone any more. %1").arg(detail));
            });
    connect(m_snackbar, &Snackbar::actionTriggered, &m_configuration, &ConfigurationModel::undo);
}

void MainWindow::runPrimaryAction()
{
    const PageEntry *page = entry(currentPage());
    if (page && page->runPrimary)
        page->runPrimary();
    else
        openWizard();
}

void MainWindow::setWizard(WizardFactory factory)
{
    m_wizard = std::move(factory);
    if (m_visit >= 0)
        display(m_visits.at(m_visit));
    addNamedAction(u"action.connectApp"_s, tr("Connect an app"), {}, [this] { openWizard(); });
}

const PageEntry *MainWindow::entry(const QString &id) const
{
    const auto found = std::find_if(m_pages.cbegin(), m_pages.cend(),
                                    [&id](const PageEntry &page) { return page.id == id; });
    return found == m_pages.cend() ? nullptr : &*found;
}

QString MainWindow::currentPage() const
{
    return m_visit >= 0 ? m_visits.at(m_visit).page : QString();
}

void MainWindow::showPage(const QString &id, const QString &filter)
{
    const Visit visit{.page = id, .filter = filter};
    if (!entry(id) || (m_visit >= 0 && m_visits.at(m_visit) == visit))
        return;
    m_visits.resize(m_visit + 1);
    m_visits.append(visit);
    if (m_visits.size() > mostVisits)
        m_visits.removeFirst();
    m_visit = int(m_visits.size()) - 1;
    display(visit);
}

void MainWindow::showObject(const QString &id, const QString &object)
{
    showPage(id);
    if (const PageEntry *page = entry(id); page && page->openObject)
        page->openObject(object);
}

void MainWindow::goBack()
{
    if (m_visit > 0)
        display(m_visits.at(--m_visit));
}

void MainWindow::goForward()
{
    if (m_visit + 1 < m_visits.size())
        display(m_visits.at(++m_visit));
}

void MainWindow::display(const Visit &visit)
{
    const PageEntry *page = entry(visit.page);
    if (page->setFilter) {
        // A filter with its own span of time is not cut by the shared range.
        if (page->setRange)
            page->setRange(visit.filter.contains("since:"_L1) ? QString() : m_topBar->range());
        page->setFilter(visit.filter);
    }
    m_stack->setCurrentWidget(page->page);
    m_sidebar->setCurrent(page->id);
    m_topBar->setTitle(page->title);
    m_topBar->setRangeVisible(bool(page->setRange));
    const bool own = !page->primaryAction.isEmpty();
    const bool connects = page->place == PageEntry::Place::Watch && m_wizard;
    m_topBar->setPrimaryAction(own            ? page->primaryAction
                                   : connects ? tr("Connect an app")
                                              : QString(),
                               own ? u"plus"_s : u"plug"_s);
    setWindowTitle(page->title);
    m_preferences.setLastPage(page->id);
}

void MainWindow::setRange(const QString &range)
{
    m_topBar->setRange(range);
    m_preferences.setRange(range);
    for (const PageEntry &page : m_pages)
        if (page.setRange)
            page.setRange(range);
}

void MainWindow::showStatus()
{
    m_topBar->setBaseUrl(m_status.status().baseUrl);
    m_banners->setStatus(m_status.status());
}

void MainWindow::handleBannerAction(const QString &code)
{
    // A problem of a provider is "provider_down:anthropic"; its requests explain it.
    const QString object = code.section(u':', 1);
    if (code.startsWith("provider"_L1) && !object.isEmpty())
        showPage(u"requests"_s, u"provider:%1"_s.arg(object));
    else if (code == "secrets_locked"_L1)
        showPage(u"providers"_s);
    else if (code.startsWith("unpriced"_L1))
        showPage(u"requests"_s, u"cost:unpriced"_s);
    else
        showPage(u"requests"_s, u"status:error"_s);
}

void MainWindow::openWizard()
{
    if (!m_wizard)
        return;
    QDialog *wizard = m_wizard(this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &QDialog::finished, m_overview, &OverviewPage::refresh);
    wizard->open();
}

void MainWindow::openPalette()
{
    QList<QAction *> offered;
    for (QAction *action : actions())
        if (action->objectName() != "action.openPalette"_L1)
            offered.append(action);
    (new CommandPalette(offered, this))->show();
}

void MainWindow::toggleSidebar()
{
    m_preferences.setSidebarFolded(!m_sidebar->isFolded());
    m_sidebar->setFolded(!m_sidebar->isFolded());
}

void MainWindow::updateFold()
{
    const bool fold = width() < foldBelow || m_preferences.isSidebarFolded();
    if (fold != m_sidebar->isFolded())
        m_sidebar->setFolded(fold);
}

void MainWindow::focusNextArea(int step)
{
    const QList<QWidget *> areas{m_sidebar, m_topBar, m_banners, m_stack};
    const auto count = int(areas.size());
    const QWidget *focus = focusWidget();
    int current = 0;
    for (int i = 0; i < count; ++i)
        if (focus && areas.at(i)->isAncestorOf(focus))
            current = i;
    for (int i = 1; i <= count; ++i) {
        QWidget *area = areas.at((current + i * step + i * count) % count);
        for (QWidget *child : area->findChildren<QWidget *>())
            if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus))
                return child->setFocus(Qt::ShortcutFocusReason);
    }
}

void MainWindow::restoreWindow()
{
    resize(usualSize);
    if (!m_preferences.geometry().isEmpty())
        restoreGeometry(m_preferences.geometry());
    updateFold();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_preferences.setGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateFold();
}

} // namespace Gatehouse::Ui
