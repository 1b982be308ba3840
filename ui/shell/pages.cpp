// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/pages/providers/providerspage.h"
#include "ui/pages/requests/requestspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/wizard/wizard.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

void addPages(MainWindow &window, Api::AdminClient &client)
{
    auto *requests = new RequestsPage(client, window.seriesColours(), &window);
    window.addPage({.id = u"requests"_s,
                    .title = MainWindow::tr("Requests"),
                    .iconName = u"list-tree"_s,
                    .page = requests,
                    .refresh = [requests] { requests->refresh(); },
                    .setFilter = [requests](const QString &filter) { requests->setFilter(filter); },
                    .setRange = [requests](const QString &range) { requests->setRange(range); }});
    QObject::connect(requests, &RequestsPage::connectAppRequested, &window,
                     &MainWindow::openWizard);
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
                    .openObject = [providers](const QString &id) { providers->openProvider(id); }});
    QObject::connect(providers, &ProvidersPage::openRequests, &window,
                     [&window](const QString &filter) { window.showPage(u"requests"_s, filter); });
    QObject::connect(providers, &ProvidersPage::failingChanged, &window,
                     [&window](int count) { window.setBadge(u"providers"_s, count); });
    window.setWizard([&window, &client, requests](QWidget *parent) {
        auto *wizard = new Wizard(client, parent);
        QObject::connect(wizard, &Wizard::requestOpened, requests,
                         [&window, requests](const QString &id) {
                             window.showPage(u"requests"_s);
                             requests->openRequest(id);
                         });
        return wizard;
    });
}

} // namespace Gatehouse::Ui
