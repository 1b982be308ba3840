// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/models/preferences.h"
#include "ui/models/timerange.h"
#include "ui/models/updatecheck.h"
#include "ui/shell/announcer.h"
#include "ui/shell/bannerarea.h"
#include "ui/shell/basicpages.h"
#include "ui/shell/columnmemory.h"
#include "ui/shell/conflicts.h"
#include "ui/shell/destination.h"
#include "ui/shell/displayformats.h"
#include "ui/shell/focusareas.h"
#include "ui/shell/gatewaycard.h"
#include "ui/shell/gatewaycolours.h"
#include "ui/shell/gatewaylinks.h"
#include "ui/shell/gatewayswitch.h"
#include "ui/shell/jobstrip.h"
#include "ui/shell/pageactions.h"
#include "ui/shell/pagedeck.h"
#include "ui/shell/pagekeys.h"
#include "ui/shell/palettecatalogue.h"
#include "ui/shell/recordingchip.h"
#include "ui/shell/rightslock.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/topbar.h"
#include "ui/shell/undo.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/snackbar.h"

#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>
#include <QtWidgets/QMenuBar>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

MainWindow::MainWindow(Api::AdminClient &client, Preferences &preferences, QWidget *parent)
    : QMainWindow(parent)
    , m_client(client)
    , m_preferences(preferences)
    , m_status(client)
    , m_configuration(client)
    , m_trouble(client)
    , m_jobs(m_clock)
    , m_notices(preferences)
    , m_actions(new WindowActions(*this, menuBar()))
    , m_catalogue(new PaletteCatalogue(*this, client))
    , m_sidebar(new Sidebar(m_status))
    , m_topBar(new TopBar)
    , m_banners(new BannerArea)
    , m_pages(new PageDeck)
    , m_shape(new WindowShape(*this, *m_sidebar, preferences, this))
    , m_navigation(new Navigation({.window = *this,
                                   .pages = *m_pages,
                                   .sidebar = *m_sidebar,
                                   .topBar = *m_topBar,
                                   .banners = *m_banners,
                                   .preferences = preferences},
                                  this))
    , m_updates(new UpdateCheck(preferences, m_clock, this))
{
    setObjectName(u"window"_s);
    new ColumnMemory(preferences, this);
    buildFrame();
    addOverview(*this, client);
    addSettings(*this, client);
    connectParts();
    setRange(preferences.range());
    m_shape->restore();
    showPage(u"overview"_s);
    centralWidget()->setFocus(Qt::OtherFocusReason); // no ring before the first Tab
    m_status.refresh();
}

void MainWindow::connectParts()
{
    connect(&m_status, &StatusModel::changed, this, &MainWindow::showStatus);
    connect(&m_trouble, &ProviderTrouble::changed, this,
            [this](int count) { m_sidebar->setBadge(u"providers"_s, count); });
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](const QString &id) { showPage(id); });
    connect(m_topBar, &TopBar::commandRequested, this, &MainWindow::openPalette);
    connect(m_topBar, &TopBar::primaryRequested, this, &MainWindow::runPrimaryAction);
    connect(m_topBar, &TopBar::rangeChosen, this, &MainWindow::setRange);
    connect(m_topBar, &TopBar::customRangeRequested, this, &MainWindow::openRangeDialog);
    connect(m_banners, &BannerArea::actionTriggered, this, &MainWindow::handleBannerAction);
    connect(&m_configuration, &ConfigurationModel::changed, this, [this] {
        QHash<QString, QString> names;
        for (const Api::Provider &provider : m_configuration.document().providers)
            if (!provider.name.isEmpty())
                names.insert(provider.id, provider.name);
        m_seriesColours.setNames(std::move(names));
    });
    auto *formats = new DisplayFormats(m_configuration, m_preferences, *m_topBar, this);
    connect(formats, &DisplayFormats::changed, this, &MainWindow::formatChanged);
    new Announcer({.jobs = m_jobs, .status = m_status, .updates = *m_updates}, *m_snackbar, this);
    connect(m_navigation, &Navigation::changed, this, &MainWindow::showTitle);
    connect(m_navigation, &Navigation::brought, this, &MainWindow::applyKeys);
    m_actions->setMenuBarWanted(m_preferences.isMenuBarShown());
    m_topBar->addSign(new RecordingChip(m_client));
    followRights();
}

//! What the person may not do is greyed, and pages without anything for them are not listed.
void MainWindow::followRights()
{
    auto *rights = new Rights(m_client, this);
    m_rights = rights;
    auto *lock = new RightsLock(*rights, this);
    connect(&m_status, &StatusModel::changed, lock, [this, lock] {
        lock->setOffline(m_status.connection() == Api::AdminClient::State::Offline);
    });
    connect(m_navigation, &Navigation::changed, lock,
            [this, lock] { lock->setPage(currentPage()); });
    connect(rights, &Rights::changed, this, [this, rights] {
        for (const PageEntry &page : pages())
            m_sidebar->setPageShown(page.id, RightsLock::isPageShown(*rights, page.id));
    });
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(m_banners);
    new Conflicts(m_client, m_configuration, *right, this);
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
    addPageAction(*m_actions, pages(), entry, [this, id = entry.id] { showPage(id); });
    m_pages->add(std::move(entry));
}

QString MainWindow::actionOf(const QString &id)
{
    return actionOfPage(id);
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

void MainWindow::runPrimaryAction()
{
    if (!m_topBar->isPrimaryEnabled())
        return; // by keys
    const PageEntry *page = m_pages->made(currentPage());
    if (page && page->runPrimary)
        page->runPrimary();
    else
        openWizard();
}

void MainWindow::setWizard(WizardFactory factory)
{
    m_wizard = std::move(factory);
    m_navigation->setConnectOffered(bool(m_wizard));
    m_actions->add(WindowActions::Menu::Gateway, u"action.connectApp"_s, tr("Connect an app"),
                   u"Connect an app"_s, {}, [this] { openWizard(); });
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

void MainWindow::setVisible(bool visible)
{
    if (visible && !isVisible())
        m_navigation->bringCurrent();
    QMainWindow::setVisible(visible);
}

void MainWindow::showTitle()
{
    const PageEntry *page = m_pages->entry(currentPage());
    const QString title = page ? page->title : QString();
    const bool isOneOfMany = m_gateways && m_gateways->gateways().entries().size() > 1;
    setWindowTitle(isOneOfMany
                       //: page, gateway
                       ? tr("%1 – %2").arg(title, m_gateways->gateways().current().title())
                       : title);
}

void MainWindow::setGateways(GatewaySwitch &gateways)
{
    m_gateways = &gateways;
    auto *links = new GatewayLinks(*this, *m_sidebar, gateways);
    connect(links, &GatewayLinks::renamed, this, &MainWindow::showTitle);
    showTitle();
    Q_EMIT offersChanged();
}

void MainWindow::showGatewayColour(int colour, const QString &gateway)
{
    m_topBar->setGatewayColour(colour, gateway);
    setWindowIcon(colour < 0 ? QApplication::windowIcon() : colouredIcon(colour));
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
    WindowDialogs::openRange(*this, m_topBar->range(),
                             [this](const QString &range) { setRange(range); });
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

void MainWindow::refreshPage()
{
    if (const PageEntry *page = m_pages->entry(currentPage()); page && page->refresh)
        page->refresh();
}

bool MainWindow::asksBeforeStop() const
{
    return m_sidebar->gatewayCard().asksBeforeStop();
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
    if (const std::optional<int> percent = m_shape->changeTextSize(step))
        m_snackbar->showMessage(tr("Text size %1 %").arg(*percent));
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

QWidget &MainWindow::pageDeck() const
{
    return *m_pages;
}

void MainWindow::makePage(const QString &id)
{
    m_pages->made(id);
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
    if (to.object.isEmpty())
        showPage(to.page, to.filter);
    else
        showObject(to.page, to.object);
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

void MainWindow::focusNextArea(int step)
{
    Ui::focusNextArea({m_sidebar, m_topBar, m_banners, m_pages}, focusWidget(), step);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_shape->remember();
    if (isDirty()) {
        event->ignore();
        return leaveAll([this] { close(); });
    }
    if (m_closeGuard && !m_closeGuard())
        event->ignore();
    else
        QMainWindow::closeEvent(event);
}

} // namespace Gatehouse::Ui
