// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/basicpages.h"

#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palettepages.h"
#include "ui/shell/windowactions.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

void makeOverview(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *overview = new OverviewPage(client, window.status(), window.clock(),
                                      window.seriesColours(), &window.pageDeck());
    entry.page = overview;
    entry.refresh = [overview] { overview->refresh(); };
    entry.setRange = [overview](const QString &range) { overview->setRange(range); };
    QObject::connect(overview, &OverviewPage::openRequests, &window,
                     [&window](const QString &filter) { window.showPage(u"requests"_s, filter); });
    QObject::connect(overview, &OverviewPage::pricesRequested, &window,
                     [&window] { window.showObject(u"spend"_s, u"prices"_s); });
    QObject::connect(overview, &OverviewPage::openObject, &window, &MainWindow::showEventObject);
    for (const auto wizard : {&OverviewPage::addProviderRequested,
                              &OverviewPage::connectAppRequested, &OverviewPage::setupRequested})
        QObject::connect(overview, wizard, &window, &MainWindow::openWizard);
    QObject::connect(&window, &MainWindow::setupLeft, overview, &OverviewPage::refresh);
}

void offerInSettings(const MainWindow &window, SettingsPage &settings)
{
    const SampleDataActions &sample = window.sampleDataActions();
    settings.offerSampleData(bool(sample.show), bool(sample.remove));
    if (window.gateways())
        settings.offerGateways();
}

void connectSettings(MainWindow &window, SettingsPage *settings)
{
    QObject::connect(settings, &SettingsPage::languageChosen, &window, &MainWindow::languageChosen);
    QObject::connect(settings, &SettingsPage::windowResetRequested, &window,
                     &MainWindow::resetWindow);
    QObject::connect(settings, &SettingsPage::menuBarChosen, &window, &MainWindow::setMenuBarShown);
    QObject::connect(settings, &SettingsPage::trayStyleChosen, &window,
                     &MainWindow::trayStyleChosen);
    QObject::connect(settings, &SettingsPage::numberFormatChosen, &window,
                     &MainWindow::formatChanged);
    QObject::connect(settings, &SettingsPage::draftChanged, &window, &MainWindow::showDrafts);
    QObject::connect(settings, &SettingsPage::testNotificationRequested, &window,
                     &MainWindow::testNotificationRequested);
    QObject::connect(settings, &SettingsPage::keysChanged, &window, &MainWindow::applyKeys);
    QObject::connect(settings, &SettingsPage::gatewaysRequested, &window,
                     &MainWindow::openGateways);
    QObject::connect(settings, &SettingsPage::peopleRequested, &window,
                     [&window] { window.showObject(u"access"_s, u"tab:people"_s); });
    QObject::connect(settings, &SettingsPage::sampleDataRequested, &window, [&window](bool on) {
        (on ? window.sampleDataActions().show : window.sampleDataActions().remove)();
    });
    QObject::connect(&window, &MainWindow::offersChanged, settings,
                     [&window, settings] { offerInSettings(window, *settings); });
}

void makeSettings(MainWindow &window, Api::AdminClient &client, PageEntry &entry)
{
    auto *settings =
        new SettingsPage({.client = client,
                          .configuration = window.configuration(),
                          .status = window.status(),
                          .preferences = window.preferences(),
                          .actions = [&window] { return window.windowActions().all(); },
                          .updates = &window.updates()},
                         &window);
    entry.page = settings;
    entry.refresh = [settings] { settings->refresh(); };
    entry.openObject = [settings](const QString &id) { settings->openSection(id); };
    entry.draft = {.isDirty = [settings] { return settings->hasUnsavedChanges(); },
                   .leave = [settings](auto go) { settings->leave(std::move(go)); }};
    connectSettings(window, settings);
    offerInSettings(window, *settings);
}

} // namespace

void addOverview(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"overview"_s,
         .title = MainWindow::tr("Overview"),
         .iconName = u"layout-dashboard"_s,
         .make = [&window, &client](PageEntry &entry) { makeOverview(window, client, entry); }});
}

void addSettings(MainWindow &window, Api::AdminClient &client)
{
    window.addPage(
        {.id = u"settings"_s,
         .title = MainWindow::tr("Settings"),
         .iconName = u"settings"_s,
         .place = PageEntry::Place::Bottom,
         .commands = [&window] { return settingEntries(window); },
         .make = [&window, &client](PageEntry &entry) { makeSettings(window, client, entry); }});
}

} // namespace Gatehouse::Ui
