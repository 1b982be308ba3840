// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/models/alertcount.h"
#include "ui/pages/access/accesspage.h"
#include "ui/pages/alerts/alertspage.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/pages/latency/latencypage.h"
#include "ui/pages/providers/providerspage.h"
#include "ui/pages/reliability/reliabilitypage.h"
#include "ui/pages/requests/requestspage.h"
#include "ui/pages/routes/routespage.h"
#include "ui/pages/spend/spendpage.h"
#include "ui/shell/gatewayswitch.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/snackbar.h"
#include "ui/wizard/wizard.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

auto opensRequests(MainWindow &window)
{
    return [&window](const QString &filter) { window.showPage(u"requests"_s, filter); };
}

void makeAccess(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *access = new AccessPage(client, window.configuration(), window.status(), window.clock(),
                                  &window.pageDeck());
    entry.page = access;
    entry.refresh = [access] { access->refresh(); };
    entry.runPrimary = [access] { access->createNew(); };
    entry.openObject = [access](const QString &id) {
        if (id == "tab:people"_L1) // no key is called so
            access->openPeople();
        else
            access->openKey(id);
    };
    QObject::connect(access, &AccessPage::openRequests, &window, opensRequests(window));
    QObject::connect(access, &AccessPage::undoOffered, &window, &MainWindow::offerUndo);
}

void makeSpend(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *spend = new SpendPage(client, window.configuration(), window.clock(),
                                window.seriesColours(), &window.pageDeck());
    entry.page = spend;
    entry.refresh = [spend] { spend->refresh(); };
    entry.setRange = [spend](const QString &range) { spend->setRange(range); };
    entry.openObject = [spend](const QString &id) { spend->open(id); };
    entry.setEditable = [spend](bool editable) { spend->setEditable(editable); };
    QObject::connect(spend, &SpendPage::openRequests, &window, opensRequests(window));
    QObject::connect(spend, &SpendPage::openPrices, &window,
                     [&window] { window.showObject(u"settings"_s, u"prices"_s); });
    QObject::connect(spend, &SpendPage::draftWanted, &window,
                     [&window](const Api::Document &document) {
                         window.showPage(u"routes"_s);
                         if (auto *routes = window.findChild<RoutesPage *>())
                             routes->takeDraft(document);
                     });
    QObject::connect(spend, &SpendPage::done, &window,
                     [&window](const QString &text) { window.snackbar().showMessage(text); });
}

void addSpend(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"spend"_s,
         .title = MainWindow::tr("Spend"),
         .iconName = u"circle-dollar-sign"_s,
         .make = [&window, &client](PageEntry &entry) { makeSpend(window, client, entry); }});
}

void makeLatency(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *latency =
        new LatencyPage(client, window.clock(), window.seriesColours(), &window.pageDeck());
    entry.page = latency;
    entry.refresh = [latency] { latency->refresh(); };
    entry.setFilter = [latency](const QString &filter) { latency->setFilter(filter); };
    entry.setRange = [latency](const QString &range) { latency->setRange(range); };
    QObject::connect(latency, &LatencyPage::openRequests, &window, opensRequests(window));
}

void addLatency(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"latency"_s,
         .title = MainWindow::tr("Latency"),
         .iconName = u"gauge"_s,
         .make = [&window, &client](PageEntry &entry) { makeLatency(window, client, entry); }});
}

void makeReliability(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *reliability =
        new ReliabilityPage(client, window.clock(), window.seriesColours(), &window.pageDeck());
    entry.page = reliability;
    entry.refresh = [reliability] { reliability->refresh(); };
    entry.setRange = [reliability](const QString &range) { reliability->setRange(range); };
    entry.setEditable = [reliability](bool editable) { reliability->setEditable(editable); };
    QObject::connect(reliability, &ReliabilityPage::openRequests, &window, opensRequests(window));
    QObject::connect(reliability, &ReliabilityPage::done, &window,
                     [&window](const QString &text) { window.snackbar().showMessage(text); });
}

void addReliability(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"reliability"_s,
         .title = MainWindow::tr("Reliability"),
         .iconName = u"activity"_s,
         .make = [&window, &client](PageEntry &entry) { makeReliability(window, client, entry); }});
}

void makeAlerts(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *alerts = new AlertsPage(client, window.configuration(), window.clock(), window.notices(),
                                  &window.pageDeck());
    entry.page = alerts;
    entry.refresh = [alerts] { alerts->refresh(); };
    entry.runPrimary = [alerts] { alerts->createNew(); };
    entry.openObject = [alerts](const QString &id) { alerts->open(id); };
    entry.setEditable = [alerts](bool editable) { alerts->setEditable(editable); };
    QObject::connect(
        alerts, &AlertsPage::openRequested, &window,
        [&window](const QString &page, const QString &filter) { window.showPage(page, filter); });
    QObject::connect(alerts, &AlertsPage::done, &window,
                     [&window](const QString &text) { window.snackbar().showMessage(text); });
}

void addAlerts(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"alerts"_s,
         .title = MainWindow::tr("Alerts"),
         .iconName = u"bell"_s,
         .place = PageEntry::Place::Tools,
         .keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
         .primaryAction = MainWindow::tr("New alert"),
         .make = [&window, &client](PageEntry &entry) { makeAlerts(window, client, entry); }});
    auto *count = new AlertCount(client, &window);
    QObject::connect(count, &AlertCount::changed, &window,
                     [&window](int firing) { window.setBadge(u"alerts"_s, firing); });
}

void makeAudit(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *audit = new AuditPage(client, window.status(), &window.pageDeck());
    entry.page = audit;
    entry.refresh = [audit] { audit->refresh(); };
    entry.setRange = [audit](const QString &range) { audit->setRange(range); };
    entry.openObject = [audit](const QString &object) {
        if (object.startsWith("find:"_L1))
            audit->find(object.mid(5));
        else
            audit->openRecord(object);
    };
}

void addAudit(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"audit"_s,
         .title = MainWindow::tr("Audit log"),
         .iconName = u"scroll-text"_s,
         .place = PageEntry::Place::Tools,
         .keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
         .make = [&window, &client](PageEntry &entry) { makeAudit(window, client, entry); }});
}

void addAccess(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"access"_s,
         .title = MainWindow::tr("Keys & Teams"),
         .iconName = u"key-round"_s,
         .place = PageEntry::Place::SetUp,
         .primaryAction = MainWindow::tr("New key"),
         .make = [&window, &client](PageEntry &entry) { makeAccess(window, client, entry); }});
}

void makeRequests(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *requests = new RequestsPage(client, window.seriesColours(), &window.pageDeck());
    requests->setJobs(window.jobs());
    entry.page = requests;
    entry.refresh = [requests] { requests->refresh(); };
    entry.setFilter = [requests](const QString &filter) { requests->setFilter(filter); };
    entry.setRange = [requests](const QString &range) { requests->setRange(range); };
    entry.openObject = [requests](const QString &id) { requests->openRequest(id); };
    QObject::connect(requests, &RequestsPage::connectAppRequested, &window,
                     &MainWindow::openWizard);
    QObject::connect(
        requests, &RequestsPage::alertRequested, &window,
        [&window](const QString &scope) { window.showObject(u"alerts"_s, u"new:"_s + scope); });
    QObject::connect(
        requests, &RequestsPage::auditRequested, &window,
        [&window](const QString &object) { window.showObject(u"audit"_s, u"find:"_s + object); });
}

void addRequests(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"requests"_s,
         .title = MainWindow::tr("Requests"),
         .iconName = u"list-tree"_s,
         .make = [&window, &client](PageEntry &entry) { makeRequests(window, client, entry); }});
}

void makeProviders(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *providers = new ProvidersPage(client, window.configuration(), window.status(),
                                        window.seriesColours(), &window.pageDeck());
    entry.page = providers;
    entry.refresh = [providers] { providers->refresh(); };
    entry.runPrimary = [providers] { providers->addProvider(); };
    entry.openObject = [providers](const QString &id) { providers->openProvider(id); };
    entry.draft = {.isDirty = [providers] { return providers->hasUnsavedChanges(); },
                   .leave = [providers](auto go) { providers->leave(std::move(go)); }};
    QObject::connect(providers, &ProvidersPage::draftChanged, &window, &MainWindow::showDrafts);
    QObject::connect(providers, &ProvidersPage::openRequests, &window, opensRequests(window));
    QObject::connect(providers, &ProvidersPage::openPrices, &window,
                     [&window](const QString &model) {
                         window.showObject(u"spend"_s, QString(u"prices:"_s + model));
                     });
}

void addProviders(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"providers"_s,
         .title = MainWindow::tr("Providers"),
         .iconName = u"server"_s,
         .place = PageEntry::Place::SetUp,
         .make = [&window, &client](PageEntry &entry) { makeProviders(window, client, entry); }});
}

void makeRoutes(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *routes = new RoutesPage(client, window.configuration(), window.status(),
                                  window.seriesColours(), &window.pageDeck());
    entry.page = routes;
    entry.refresh = [routes] { routes->refresh(); };
    entry.runPrimary = [routes] { routes->newRoute(); };
    entry.openObject = [routes](const QString &id) { routes->openRoute(id); };
    entry.draft = {.isDirty = [routes] { return routes->hasDraft(); },
                   .leave = [routes](auto go) { routes->leave(std::move(go)); },
                   .outlivesVisit = true};
    QObject::connect(routes, &RoutesPage::draftChanged, &window, &MainWindow::showDrafts);
    QObject::connect(routes, &RoutesPage::attentionNeeded, &window,
                     [&window] { window.showPage(u"routes"_s); });
    QObject::connect(routes, &RoutesPage::openRequests, &window, opensRequests(window));
    QObject::connect(routes, &RoutesPage::undoOffered, &window, &MainWindow::offerUndo);
}

void addRoutes(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"routes"_s,
         .title = MainWindow::tr("Models & Routes"),
         .iconName = u"waypoints"_s,
         .place = PageEntry::Place::SetUp,
         .primaryAction = MainWindow::tr("New route"),
         .make = [&window, &client](PageEntry &entry) { makeRoutes(window, client, entry); }});
}

QDialog *makeWizard(MainWindow &window, Api::AdminClient &client, QWidget *parent)
{
    auto *wizard = new Wizard(client, parent);
    wizard->offerSampleData(bool(window.sampleDataActions().show)
                            && !window.status().status().demo);
    wizard->offerGateways(window.gateways());
    QObject::connect(wizard, &Wizard::requestOpened, &window,
                     [&window](const QString &id) { window.showObject(u"requests"_s, id); });
    QObject::connect(wizard, &Wizard::gatewayRequested, &window,
                     [&window] { window.gateways()->openAdd(&window); });
    QObject::connect(wizard, &Wizard::formRequested, &window, [&window](const QString &kind) {
        window.showPage(u"providers"_s);
        if (auto *providers = window.findChild<ProvidersPage *>())
            providers->addKind(kind);
    });
    QObject::connect(wizard, &Wizard::sampleDataRequested, &window,
                     [&window] { window.sampleDataActions().show(); });
    return wizard;
}

} // namespace

void addPages(MainWindow &window, Api::AdminClient &client)
{
    addSpend(window, client);
    addLatency(window, client);
    addReliability(window, client);
    addRequests(window, client);
    addProviders(window, client);
    addRoutes(window, client);
    addAccess(window, client);
    addAlerts(window, client);
    addAudit(window, client);
    window.setWizard(
        [&window, &client](QWidget *parent) { return makeWizard(window, client, parent); });
}

} // namespace Gatehouse::Ui
