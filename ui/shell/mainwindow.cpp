// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/models/filterwords.h"
#include "ui/models/preferences.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/bannerarea.h"
#include "ui/shell/columnmemory.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/focusareas.h"
#include "ui/shell/gatewaycard.h"
#include "ui/shell/helpdialog.h"
#include "ui/shell/jobstrip.h"
#include "ui/shell/palettecatalogue.h"
#include "ui/shell/rangedialog.h"
#include "ui/shell/screensetup.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/snackbar.h"

#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStackedWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr QSize smallestSize(1024, 640);
constexpr QSize usualSize(1440, 900);
constexpr int foldBelow = 1100;
constexpr int mostVisits = 100;
constexpr std::array textPercents{85, 100, 115, 130, 150};

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
    , m_client(client)
    , m_preferences(preferences)
    , m_status(client)
    , m_configuration(client)
    , m_trouble(client)
    , m_jobs(m_clock)
    , m_actions(new WindowActions(*this, menuBar()))
    , m_catalogue(new PaletteCatalogue(*this, client))
    , m_sidebar(new Sidebar(m_status))
    , m_topBar(new TopBar)
    , m_banners(new BannerArea)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"window"_s);
    setMinimumSize(smallestSize);
    new ColumnMemory(preferences, this);
    buildFrame();
    addOverview(client);
    addSettings(client);
    connectParts();
    connectUndo();
    setRange(preferences.range());
    restoreWindow();
    showPage(u"overview"_s);
    centralWidget()->setFocus(Qt::OtherFocusReason); // no ring before the first Tab
    m_status.refresh();
}

void MainWindow::connectParts()
{
    connect(&m_status, &StatusModel::changed, this, &MainWindow::showStatus);
    connect(&m_status, &StatusModel::commandFailed, this,
            [this](const QString &detail) { m_snackbar->showMessage(detail); });
    connect(&m_trouble, &ProviderTrouble::changed, this,
            [this](int count) { m_sidebar->setBadge(u"providers"_s, count); });
    connect(&m_jobs, &JobList::jobEnded, this, [this](Job *job) { announceJob(*job); });
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](const QString &id) { showPage(id); });
    connect(m_topBar, &TopBar::commandRequested, this, &MainWindow::openPalette);
    connect(m_topBar, &TopBar::primaryRequested, this, &MainWindow::runPrimaryAction);
    connect(m_topBar, &TopBar::rangeChosen, this, &MainWindow::setRange);
    connect(m_topBar, &TopBar::customRangeRequested, this, &MainWindow::openRangeDialog);
    connect(m_banners, &BannerArea::actionTriggered, this, &MainWindow::handleBannerAction);
    m_actions->setMenuBarWanted(m_preferences.isMenuBarShown());
}

MainWindow::~MainWindow() = default;

SeriesColours &MainWindow::seriesColours()
{
    return m_overview->model().seriesColours();
}

void MainWindow::buildFrame()
{
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(m_banners);
    right->addWidget(m_stack, 1);
    right->addWidget(new JobStrip(m_jobs));
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
    connect(m_overview, &OverviewPage::openObject, this, &MainWindow::showEventObject);
    connect(m_overview, &OverviewPage::addProviderRequested, this, &MainWindow::openWizard);
    connect(m_overview, &OverviewPage::connectAppRequested, this, &MainWindow::openWizard);
    connect(m_overview, &OverviewPage::setupRequested, this, &MainWindow::openWizard);
}

void MainWindow::addSettings(Api::AdminClient &client)
{
    auto *settings = new SettingsPage({.client = client,
                                       .configuration = m_configuration,
                                       .status = m_status,
                                       .preferences = m_preferences,
                                       .actions = [this] { return actions(); }},
                                      this);
    connect(settings, &SettingsPage::languageChosen, this, &MainWindow::languageChosen);
    connect(settings, &SettingsPage::windowResetRequested, this, &MainWindow::resetWindow);
    addPage({.id = u"settings"_s,
             .title = tr("Settings"),
             .iconName = u"settings"_s,
             .place = PageEntry::Place::Bottom,
             .page = settings,
             .refresh = [settings] { settings->refresh(); },
             .openObject = [settings](const QString &id) { settings->openSection(id); }});
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
    const QString text = QString(entry.title).replace(u'&', "&&"_L1); // no mnemonic
    m_actions->add(WindowActions::Menu::Go, actionOf(id), text, id,
                   numbered < 9 || entry.place == PageEntry::Place::Bottom ? keys : QKeySequence(),
                   [this, id] { showPage(id); });
}

QString MainWindow::actionOf(const QString &id)
{
    return u"action.open%1%2"_s.arg(id.front().toUpper()).arg(id.mid(1));
}

//! A key of the window that a page declares as well would be ambiguous, and do nothing.
void MainWindow::letWindowKeysWin(const PageEntry &entry)
{
    QList<QKeySequence> taken;
    for (const QAction *action : m_actions->all())
        taken += action->shortcuts();
    for (QShortcut *shortcut : entry.page->findChildren<QShortcut *>())
        if (taken.contains(shortcut->key()))
            shortcut->setEnabled(false);
}

void MainWindow::connectUndo()
{
    connect(&m_configuration, &ConfigurationModel::saved, this, [this](const QString &sentence) {
        m_undo = {};
        m_snackbar->showMessage(sentence, tr("Undo"));
    });
    connect(&m_configuration, &ConfigurationModel::undone, this, [this](const QString &sentence) {
        m_snackbar->showMessage(tr("Undone: %1").arg(sentence));
    });
    connect(&m_configuration, &ConfigurationModel::undoRefused, this,
            [this](const QString &detail) {
                m_snackbar->showMessage(tr("This cannot be undone any more. %1").arg(detail));
            });
    connect(m_snackbar, &Snackbar::actionTriggered, this, &MainWindow::undo);
}

void MainWindow::offerUndo(const QString &text, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_snackbar->showMessage(text, m_undo ? tr("Undo") : QString());
}

void MainWindow::undo()
{
    if (const auto undo = std::exchange(m_undo, {}))
        undo();
    else
        m_configuration.undo();
}

void MainWindow::pauseProvider(const QString &id, const QString &name, bool pause)
{
    m_configuration.change("POST", u"/providers/%1/%2"_s.arg(id, pause ? u"pause"_s : u"resume"_s),
                           {}, pause ? tr("Paused %1").arg(name) : tr("Resumed %1").arg(name), this,
                           [this](const std::optional<Refusal> &refusal) {
                               if (refusal)
                                   m_snackbar->showMessage(refusal->error.detail);
                           });
}

void MainWindow::announceJob(const Job &job)
{
    if (job.state() == Job::State::Finished)
        m_snackbar->showMessage(job.result());
    else if (job.state() == Job::State::Failed)
        m_snackbar->showMessage(tr("%1: %2").arg(job.title(), job.result()));
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
    m_actions->add(WindowActions::Menu::Gateway, u"action.connectApp"_s, tr("Connect an app"),
                   u"Connect an app"_s, {}, [this] { openWizard(); });
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

QString MainWindow::currentFilter() const
{
    return m_visit >= 0 ? m_visits.at(m_visit).filter : QString();
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
    letWindowKeysWin(*page);
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
    if (!chosenSpan(range)) // tomorrow it would be another one
        m_preferences.setRange(range);
    for (const PageEntry &page : m_pages)
        if (page.setRange)
            page.setRange(range);
}

void MainWindow::openRangeDialog()
{
    const QTimeZone zone = m_status.status().zone;
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    QDateTime here = QDateTime::fromMSecsSinceEpoch(now.count(), zone);
    const QDateTime wallClock(here.date(), here.time(), Qt::UTC);
    auto *dialog = new RangeDialog(chosenSpan(m_topBar->range()), wallClock,
                                   QString::fromLatin1(zone.id()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RangeDialog::chosen, this, &MainWindow::setRange);
    dialog->open();
}

void MainWindow::showStatus()
{
    const bool offline = m_status.connection() == Api::AdminClient::State::Offline;
    m_topBar->setBaseUrl(m_status.status().baseUrl);
    m_banners->setOffline(offline, m_status.lastContact());
    m_banners->setStatus(m_status.status());
    m_topBar->setPrimaryEnabled(!offline);
    m_actions->setEditable(!offline);
    m_actions->setServing(m_status.isServing());
    for (const PageEntry &page : m_pages)
        if (page.setEditable)
            page.setEditable(!offline);
}

void MainWindow::reconnect()
{
    m_client.start();
}

void MainWindow::refreshPage()
{
    if (const PageEntry *page = entry(currentPage()); page && page->refresh)
        page->refresh();
}

void MainWindow::toggleGateway()
{
    m_sidebar->gatewayCard().toggle();
}

void MainWindow::focusFilter()
{
    focusFilterOf(*m_stack->currentWidget());
}

void MainWindow::changeTextSize(int step)
{
    Theme *theme = Theme::current();
    const int now = qRound(m_preferences.textScale() * 100);
    auto next = std::lower_bound(textPercents.cbegin(), textPercents.cend(), step == 0 ? 100 : now);
    if (step > 0 && next != textPercents.cend() && *next == now)
        ++next;
    if (step < 0 && next != textPercents.cbegin())
        --next;
    if (!theme || next == textPercents.cend())
        return;
    m_preferences.setTextScale(*next / 100.0);
    theme->setTextScale(*next / 100.0);
    m_snackbar->showMessage(tr("Text size %1 %").arg(*next));
}

void MainWindow::setMenuBarShown(bool shown)
{
    m_preferences.setMenuBarShown(shown);
    m_actions->setMenuBarWanted(shown);
}

void MainWindow::setSampleDataActions(SampleDataActions actions)
{
    m_sampleData = std::move(actions);
    m_banners->setSampleDataRemovable(bool(m_sampleData.remove));
}

void MainWindow::handleBannerAction(const QString &code)
{
    if (code == "offline"_L1)
        return reconnect();
    if (code == "demo"_L1) {
        m_sampleData.remove();
        return;
    }
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

void MainWindow::showEventObject(const QString &kind, const QString &object)
{
    static const QHash<QString, QString> pages{
        {u"provider"_s, u"providers"_s}, {u"breaker"_s, u"providers"_s},
        {u"key"_s, u"access"_s},         {u"team"_s, u"access"_s},
        {u"route"_s, u"routes"_s},       {u"revision"_s, u"audit"_s},
        {u"audit"_s, u"audit"_s},        {u"secret"_s, u"providers"_s},
        {u"gateway"_s, u"settings"_s},
    };
    const QString page = pages.value(kind);
    if (entry(page))
        showObject(page, object);
    else if (page == "providers"_L1 && !object.isEmpty())
        showPage(u"requests"_s, filterWord(u"provider"_s, object));
    else if (kind == "key"_L1 && !object.isEmpty())
        showPage(u"requests"_s, filterWord(u"key"_s, object));
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
    auto *palette = new CommandPalette(this);
    const auto fill = [this, palette] {
        palette->setEntries(m_catalogue->entries(), m_preferences.recentCommands(),
                            [this](const QString &id) { return m_catalogue->requestEntry(id); });
    };
    fill();
    connect(m_catalogue, &PaletteCatalogue::changed, palette, fill);
    connect(palette, &CommandPalette::chosen, this,
            [this](const QString &id) { m_preferences.addRecentCommand(id); });
    palette->show();
    m_catalogue->refresh();
}

void MainWindow::openHelp(const QString &topic)
{
    auto *dialog = new HelpDialog(topic, this);
    connect(dialog, &HelpDialog::shortcutsRequested, this, [this, dialog] {
        dialog->accept();
        openShortcuts();
    });
    dialog->open();
}

void MainWindow::openShortcuts()
{
    (new ShortcutsDialog(m_actions->all(), this))->open();
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
    Ui::focusNextArea({m_sidebar, m_topBar, m_banners, m_stack}, focusWidget(), step);
}

void MainWindow::restoreWindow()
{
    resize(usualSize);
    if (const QByteArray known = m_preferences.geometry(screenSetup()); !known.isEmpty())
        restoreGeometry(known);
    updateFold();
}

void MainWindow::resetWindow()
{
    m_preferences.resetWindow();
    showNormal();
    restoreWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_preferences.setGeometry(saveGeometry(), screenSetup());
    if (m_closeGuard && !m_closeGuard())
        event->ignore();
    else
        QMainWindow::closeEvent(event);
}

//! Alt, pressed and released alone, shows the menu bar.
bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        m_altAlone = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt;
    } else if (event->type() == QEvent::KeyRelease
               && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt
               && std::exchange(m_altAlone, false)) {
        m_actions->toggleMenuBar();
        return true;
    }
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateFold();
}

} // namespace Gatehouse::Ui
