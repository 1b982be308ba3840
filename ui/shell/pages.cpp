// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/pages/access/accesspage.h"
#include "ui/pages/latency/latencypage.h"
#include "ui/pages/providers/providerspage.h"
#include "ui/pages/reliability/reliabilitypage.h"
#include "ui/pages/requests/requestspage.h"
#include "ui/pages/routes/routespage.h"
#include "ui/shell/gatewayswitch.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/snackbar.h"
#include "ui/wizard/wizard.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

void addAccess(MainWindow &window, Api::AdminClient &client)
{
    auto *access =
        new AccessPage(client, window.configuration(), window.status(), window.clock(), &window);
    window.addPage({.id = u"access"_s,
                    .title = MainWindow::tr("Keys & Teams"),
                    .iconName = u"key-round"_s,
                    .place = PageEntry::Place::SetUp,
                    .page = access,
                    .refresh = [access] { access->refresh(); },
                    .primaryAction = MainWindow::tr("New key"),
                    .runPrimary = [access] { access->createNew(); },
                    .openObject = [access](const QString &id) { access->openKey(id); }});
    QObject::connect(access, &AccessPage::openRequests, &window,
                     [&window](const QString &filter) { window.showPage(u"requests"_s, filter); });
    QObject::connect(access, &AccessPage::undoOffered, &window, &MainWindow::offerUndo);
}

void addLatency(MainWindow &window, Api::AdminClient &client)
{
    auto *latency = new LatencyPage(client, window.clock(), window.seriesColours(), &window);
    window.addPage({.id = u"latency"_s,
                    .title = MainWindow::tr("Latency"),
                    .iconName = u"gauge"_s,
                    .page = latency,
                    .refresh = [latency] { latency->refresh(); },
                    .setFilter = [latency](const QString &filter) { latency->setFilter(filter); },
                    .setRange = [latency](const QString &range) { latency->setRange(range); }});
    QObject::connect(latency, &LatencyPage::openRequests, &window,
                     [&window](const QString &filter) { window.showPage(u"requests"_s, filter); });
}

void addReliability(MainWindow &window, Api::AdminClient &client)
{
    auto *reliability =
        new ReliabilityPage(client, window.clock(), window.seriesColours(), &window);
    window.addPage(
        {.id = u"reliability"_s,
         .title = MainWindow::tr("Reliability"),
         .iconName = u"shield-check"_s,
         .page = reliability,
         .refresh = [reliability] { reliability->refresh(); },
         .setRange = [reliability](const QString &range) { reliability->setRange(range); },
         .setEditable = [reliability](bool editable) { reliability->setEditable(editable); }});
    QObject::connect(reliability, &ReliabilityPage::openRequests, &window,
                     [&window](const QString &filter) { window.showPage(u"requests"_s, filter); });
    QObject::connect(reliability, &ReliabilityPage::done, &window,
                     [&window](const QString &text) { window.snackbar().showMessage(text); });
}

RequestsPage *addRequests(MainWindow &window, Api::AdminClient &client)
{
    auto *requests = new RequestsPage(client, window.seriesColours(), &window);
    requests->setJobs(window.jobs());
    window.addPage({.id = u"requests"_s,
                    .title = MainWindow::tr("Requests"),
                    .iconName = u"list-tree"_s,
                    .page = requests,
                    .refresh = [requests] { requests->refresh(); },
                    .setFilter = [requests](const QString &filter) { requests->setFilter(filter); },
                    .setRange = [requests](const QString &range) { requests->setRange(range); },
                    .openObject = [requests](const QString &id) { requests->openRequest(id); }});
    QObject::connect(requests, &RequestsPage::connectAppRequested, &window,
                     &MainWindow::openWizard);
    return requests;
}

void addProviders(MainWindow &window, Api::AdminClient &client)
{
    auto *providers = new ProvidersPage(client, window.configuration(), window.status(),
                                        window.seriesColours(), &window);
    window.addPage({.id = u"providers"_s,
                    .title = MainWindow::tr("Providers"),
                    .iconName = u"server"_s,
                    .place = PageEntry::Place::SetUp,
                    .page = providers,
                    .refresh = [providers] { providers->refresh(); },
                    .primaryAction = MainWindow::tr("Add provider"),
                    .runPrimary = [providers] { providers->addProvider(); },
                    .openObject = [providers](const QString &id) { providers->openProvider(id); },
                    .draft = {.isDirty = [providers] { return providers->hasUnsavedChanges(); },
                              .leave = [providers](auto go) { providers->leave(std::move(go)); }}});
    QObject::connect(providers, &ProvidersPage::draftChanged, &window, &MainWindow::showDrafts);
    QObject::connect(providers, &ProvidersPage::openRequests, &window,
                     [&window](const QString &filter) { window.showPage(u"requests"_s, filter); });
}

void addRoutes(MainWindow &window, Api::AdminClient &client)
{
    auto *routes = new RoutesPage(client, window.configuration(), window.status(),
                                  window.seriesColours(), &window);
    window.addPage({.id = u"routes"_s,
                    .title = MainWindow::tr("Models & Routes"),
                    .iconName = u"waypoints"_s,
                    .place = PageEntry::Place::SetUp,
                    .page = routes,
                    .refresh = [routes] { routes->refresh(); },
                    .primaryAction = MainWindow::tr("New route"),
                    .runPrimary = [routes] { routes->newRoute(); },
                    .openObject = [routes](const QString &id) { routes->openRoute(id); },
                    .draft = {.isDirty = [routes] { return routes->hasDraft(); },
                              .leave = [routes](auto go) { routes->leave(std::move(go)); },
                              .outlivesVisit = true}});
    QObject::connect(routes, &RoutesPage::draftChanged, &window, &MainWindow::showDrafts);
    QObject::connect(routes, &RoutesPage::attentionNeeded, &window,
                     [&window] { window.showPage(u"routes"_s); });
    QObject::connect(routes, &RoutesPage::openRequests, &window,
                     [&window](const QString &filter) { window.showPage(u"requests"_s, filter); });
    QObject::connect(routes, &RoutesPage::undoOffered, &window, &MainWindow::offerUndo);
}

} // namespace

void addPages(MainWindow &window, Api::AdminClient &client)
{
    addLatency(window, client);
    addReliability(window, client);
    RequestsPage *requests = addRequests(window, client);
    addProviders(window, client);
    addRoutes(window, client);
    addAccess(window, client);
    window.setWizard([&window, &client, requests](QWidget *parent) {
        auto *wizard = new Wizard(client, parent);
        QObject::connect(wizard, &Wizard::requestOpened, requests,
                         [&window, requests](const QString &id) {
                             window.showPage(u"requests"_s);
                             requests->openRequest(id);
                         });
        wizard->offerSampleData(bool(window.sampleDataActions().show)
                                && !window.status().status().demo);
        wizard->offerGateways(window.gateways());
        QObject::connect(wizard, &Wizard::gatewayRequested, &window,
                         [&window] { window.gateways()->openAdd(&window); });
        QObject::connect(wizard, &Wizard::formRequested, &window, [&window] {
            window.showPage(u"providers"_s);
            if (auto *providers = window.findChild<ProvidersPage *>())
                providers->addProvider();
        });
        QObject::connect(wizard, &Wizard::sampleDataRequested, &window,
                         [&window] { window.sampleDataActions().show(); });
        return wizard;
    });
}

} // namespace Gatehouse::Ui
