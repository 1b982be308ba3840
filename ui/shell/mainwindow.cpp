// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/models/preferences.h"
#include "ui/shell/bannerarea.h"
#include "ui/shell/basicpages.h"
#include "ui/shell/columnmemory.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/destination.h"
#include "ui/shell/focusareas.h"
#include "ui/shell/gatewaycard.h"
#include "ui/shell/gatewayswitch.h"
#include "ui/shell/helpdialog.h"
#include "ui/shell/jobstrip.h"
#include "ui/shell/pagedeck.h"
#include "ui/shell/pagekeys.h"
#include "ui/shell/palettecatalogue.h"
#include "ui/shell/rangedialog.h"
#include "ui/shell/screensetup.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/topbar.h"
#include "ui/shell/undo.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/snackbar.h"

#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>
#include <QtWidgets/QMenuBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr QSize smallestSize(1024, 640);
constexpr QSize usualSize(1440, 900);
constexpr int foldBelow = 1100;
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
    , m_pages(new PageDeck)
{
    setObjectName(u"window"_s);
    setMinimumSize(smallestSize);
    new ColumnMemory(preferences, this);
    buildFrame();
    addOverview(*this, client);
    addSettings(*this, client);
    connectParts();
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
    connect(&m_configuration, &ConfigurationModel::changed, this,
            [this] { setFirstDayOfWeek(m_configuration.document().gateway.firstDayOfWeek()); });
    m_actions->setMenuBarWanted(m_preferences.isMenuBarShown());
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(m_banners);
    right->addWidget(m_pages, 1);
    right->addWidget(new JobStrip(m_jobs));
    auto *frame = new QWidget(this);
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    layout->addLayout(right, 1);
    setCentralWidget(frame);
    m_snackbar = new Snackbar(frame);
    m_undo = new Undo(m_configuration, *m_snackbar);
}

void MainWindow::addPage(PageEntry entry)
{
    m_sidebar->addPage(entry.id, entry.iconName, entry.title, sectionOf(entry.place));
    addPageAction(entry);
    m_pages->add(std::move(entry));
}

void MainWindow::addPageAction(const PageEntry &entry)
{
    const auto numbered =
        std::count_if(pages().cbegin(), pages().cend(), [](const PageEntry &page) {
            return page.place != PageEntry::Place::Bottom && page.keys.isEmpty();
        });
    // QKeySequence::Preferences is empty on X11 without a desktop theme (Qt 6.4).
    const QKeySequence numberedKeys = entry.place == PageEntry::Place::Bottom
        ? QKeySequence(Qt::CTRL | Qt::Key_Comma)
        : QKeySequence(u"Ctrl+%1"_s.arg(numbered + 1));
    const bool isReached = numbered < 9 || entry.place == PageEntry::Place::Bottom;
    const QKeySequence usual = isReached ? numberedKeys : QKeySequence();
    const QString id = entry.id;
    const QString text = QString(entry.title).replace(u'&', "&&"_L1); // no mnemonic
    m_actions->add(WindowActions::Menu::Go, actionOf(id), text, id,
                   entry.keys.isEmpty() ? usual : entry.keys, [this, id] { showPage(id); });
}

QString MainWindow::actionOf(const QString &id)
{
    return u"action.open%1%2"_s.arg(id.front().toUpper()).arg(id.mid(1));
}

void MainWindow::applyKeys()
{
    if (const PageEntry *page = m_pages->entry(currentPage()); page && page->page)
        applyPageKeys(*page->page, m_actions->all(), m_preferences.hasLetterKeys());
}

const QList<PageEntry> &MainWindow::pages() const
{
    return m_pages->entries();
}

void MainWindow::setBadge(const QString &id, int count)
{
    m_sidebar->setBadge(id, count);
}

bool MainWindow::hasPage(const QString &id) const
{
    return m_pages->entry(id);
}

void MainWindow::offerUndo(const QString &text, std::function<void()> undo)
{
    m_undo->offer(text, std::move(undo));
}

void MainWindow::undo()
{
    m_undo->run();
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
    const PageEntry *page = m_pages->made(currentPage());
    if (page && page->runPrimary)
        page->runPrimary();
    else
        openWizard();
}

void MainWindow::setWizard(WizardFactory factory)
{
    m_wizard = std::move(factory);
    if (!m_visits.isEmpty())
        display(m_visits.current());
    m_actions->add(WindowActions::Menu::Gateway, u"action.connectApp"_s, tr("Connect an app"),
                   u"Connect an app"_s, {}, [this] { openWizard(); });
}

QString MainWindow::currentPage() const
{
    return m_visits.current().page;
}

QString MainWindow::currentFilter() const
{
    return m_visits.current().filter;
}

void MainWindow::visit(const Visit &visit, const std::function<void()> &change)
{
    const auto go = [this, change] {
        change();
        display(m_visits.current());
    };
    const PageEntry *left = m_pages->entry(currentPage());
    if (left && left->id != visit.page)
        leavePage(*left, go);
    else
        go();
    m_sidebar->setCurrent(currentPage()); // the item that was clicked, or the page that stays
}

void MainWindow::showPage(const QString &id, const QString &filter)
{
    const Visit wanted{.page = id, .filter = filter};
    if (hasPage(id) && m_visits.current() != wanted)
        visit(wanted, [this, wanted] { m_visits.add(wanted); });
}

void MainWindow::showObject(const QString &id, const QString &object)
{
    const PageEntry *page = m_pages->made(id);
    const auto open = page ? page->openObject : std::function<void(const QString &)>();
    const Visit wanted{.page = id};
    if (!page)
        return;
    if (m_visits.current() == wanted)
        return open ? open(object) : void();
    visit(wanted, [this, wanted, open, object] {
        m_visits.add(wanted);
        if (open)
            open(object);
    });
}

void MainWindow::goBack()
{
    step(-1);
}

void MainWindow::goForward()
{
    step(1);
}

void MainWindow::step(int steps)
{
    if (const std::optional<Visit> wanted = m_visits.at(steps))
        visit(*wanted, [this, steps] { m_visits.move(steps); });
}

bool MainWindow::isDirty() const
{
    return m_pages->isDirty();
}

void MainWindow::leaveAll(const std::function<void()> &go)
{
    if (isDirty() && !isVisible())
        Q_EMIT attentionNeeded();
    leavePages(pages(), go);
}

void MainWindow::showDrafts()
{
    for (const PageEntry &page : pages())
        m_sidebar->setUnsaved(page.id, page.isDirty());
}

void MainWindow::requestQuit()
{
    leaveAll([this] { Q_EMIT quitRequested(); });
}

void MainWindow::display(const Visit &visit)
{
    const PageEntry *page = m_pages->entry(visit.page);
    if (isVisible())
        bring(visit);
    // Providers says how many keys wait, and unlocks them.
    m_banners->setToldByPage(page->id == "providers"_L1 ? u"secrets_locked"_s : QString());
    m_sidebar->setCurrent(page->id);
    m_topBar->setTitle(page->title);
    const bool own = !page->primaryAction.isEmpty();
    const bool connects = page->place == PageEntry::Place::Watch && m_wizard;
    m_topBar->setPrimaryAction(own            ? page->primaryAction
                                   : connects ? tr("Connect an app")
                                              : QString(),
                               own ? u"plus"_s : u"plug"_s);
    showTitle();
    m_preferences.setLastPage(page->id);
}

void MainWindow::bring(const Visit &visit)
{
    const PageEntry *page = m_pages->made(visit.page);
    if (page->setFilter) {
        // A filter with its own span of time is not cut by the shared range.
        if (page->setRange)
            page->setRange(visit.filter.contains("since:"_L1) ? QString() : m_topBar->range());
        page->setFilter(visit.filter);
    }
    applyKeys();
    m_topBar->setRangeVisible(bool(page->setRange));
    m_pages->setCurrentWidget(page->page);
}

void MainWindow::setVisible(bool visible)
{
    if (visible && !isVisible())
        bring(m_visits.current());
    QMainWindow::setVisible(visible);
}

void MainWindow::showTitle()
{
    const PageEntry *page = m_pages->entry(currentPage());
    const QString title = page ? page->title : QString();
    const bool elsewhere = m_gateways && !m_gateways->gateways().current().isBuiltIn();
    setWindowTitle(elsewhere
                       //: page, gateway
                       ? tr("%1 – %2").arg(title, m_gateways->gateways().current().name)
                       : title);
}

void MainWindow::setGateways(GatewaySwitch &gateways)
{
    m_gateways = &gateways;
    GatewayCard &card = m_sidebar->gatewayCard();
    card.setSwitchable(true);
    connect(&card, &GatewayCard::listRequested, this, &MainWindow::openGateways);
    m_actions->add(WindowActions::Menu::Gateway, u"action.switchGateway"_s, tr("Switch gateway"),
                   u"Switch gateway"_s, Qt::CTRL | Qt::Key_G, [this] { openGateways(); });
    const auto show = [this, &card] {
        card.setName(m_gateways->gateways().current().name);
        showTitle();
    };
    connect(&gateways.gateways(), &GatewayList::changed, this, show);
    connect(&m_status, &StatusModel::changed, this, [this, seen = QString()]() mutable {
        const QString version = m_status.status().version;
        if (std::exchange(seen, version) != version)
            m_gateways->noteSeen(version);
    });
    show();
    Q_EMIT offersChanged();
}

void MainWindow::openGateways()
{
    m_gateways->openList(this);
}

void MainWindow::setRange(const QString &range)
{
    m_topBar->setRange(range);
    if (!chosenSpan(range)) // tomorrow it would be another one
        m_preferences.setRange(range);
    m_pages->setRange(range);
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
    m_pages->setEditable(!offline);
}

void MainWindow::reconnect()
{
    m_client.start();
}

void MainWindow::refreshPage()
{
    if (const PageEntry *page = m_pages->entry(currentPage()); page && page->refresh)
        page->refresh();
}

void MainWindow::toggleGateway()
{
    m_sidebar->gatewayCard().toggle();
}

void MainWindow::focusFilter()
{
    focusFilterOf(*m_pages->currentWidget());
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
    Q_EMIT offersChanged();
}

void MainWindow::handleBannerAction(const QString &code)
{
    if (code == "offline"_L1)
        return reconnect();
    if (code == "demo"_L1) {
        m_sampleData.remove();
        return;
    }
    const Destination to = destinationOfProblem(code);
    showPage(to.page, to.filter);
}

void MainWindow::showEventObject(const QString &kind, const QString &object)
{
    const Destination home = destinationOfObject(kind, object);
    const Destination rows = requestsOfObject(kind, object);
    if (hasPage(home.page))
        showObject(home.page, home.object);
    else
        showPage(rows.page, rows.filter);
}

void MainWindow::openWizard()
{
    if (!m_wizard)
        return;
    QDialog *wizard = m_wizard(this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &QDialog::finished, this, &MainWindow::setupLeft);
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
    Ui::focusNextArea({m_sidebar, m_topBar, m_banners, m_pages}, focusWidget(), step);
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
    if (isDirty()) {
        event->ignore();
        return leaveAll([this] { close(); });
    }
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
