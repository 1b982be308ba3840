// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/pages/access/accesspage.h"
#include "ui/pages/requests/requestspage.h"
#include "ui/shell/mainwindow.h"
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

} // namespace

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
    addAccess(window, client);
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
