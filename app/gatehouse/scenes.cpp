// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/scenes.h"

#include "app/gatehouse/leakscene.h"
#include "app/gatehouse/reportscenes.h"
#include "app/gatehouse/requestscenes.h"
#include "app/gatehouse/routescenes.h"
#include "app/gatehouse/sceneopeners.h"
#include "ui/models/keydata.h"
#include "ui/pages/access/bulkrotatedialog.h"
#include "ui/pages/access/expirydialog.h"
#include "ui/pages/access/rotatedialog.h"
#include "ui/pages/access/secretdialog.h"
#include "ui/pages/providers/replacedialog.h"
#include "ui/pages/settings/importdialog.h"
#include "ui/pages/settings/pricedialog.h"
#include "ui/pages/settings/priceimportdialog.h"
#include "ui/pages/settings/restoredialog.h"
#include "ui/shell/gatewaydialog.h"
#include "ui/widgets/passphrasedialog.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

using Purpose = Ui::PassphraseDialog::Purpose;

Ui::KeyRow sampleKey()
{
    Ui::KeyRow key;
    key.id = u"key_sample"_s;
    key.name = u"checkout-service"_s;
    key.prefix = u"gh-k7m2xw9q"_s;
    key.lastFour = u"p4Zs"_s;
    return key;
}

QDialog *makeSecretDialog(Ui::MainWindow &window)
{
    return new Ui::SecretDialog(
        {.title = QCoreApplication::translate("Gatehouse::Ui::KeyDialogs", "Key “%1” created")
                      .arg(sampleKey().name),
         .secret = u"gh-k7m2xw9q-not-a-real-secret-but-as-long-as-one-p4Zs"_s,
         .baseUrl = window.status().status().baseUrl,
         .models = {u"gpt-4o-mini"_s, u"claude-sonnet"_s}},
        &window);
}

Api::PriceOverride samplePrice()
{
    Api::PriceOverride price;
    price.provider = u"openai"_s;
    price.model = u"gpt-4o-mini"_s;
    price.input = 150'000'000;
    price.output = 600'000'000;
    return price;
}

QDialog *makePriceDialog(Ui::MainWindow &window)
{
    return new Ui::PriceDialog(samplePrice(), {u"anthropic"_s, u"openai"_s}, &window);
}

QList<Scene> accessScenes()
{
    const QString page = u"access"_s;
    const auto secret = [](Ui::MainWindow &window, Api::AdminClient &) {
        return makeSecretDialog(window);
    };
    const auto rotate = [](Ui::MainWindow &window, Api::AdminClient &client) {
        return new Ui::RotateDialog(client, sampleKey(), &window);
    };
    const auto rotateMany = [](Ui::MainWindow &window, Api::AdminClient &client) {
        return new Ui::BulkRotateDialog(client, {sampleKey(), sampleKey(), sampleKey()}, &window);
    };
    const auto extend = [](Ui::MainWindow &window, Api::AdminClient &) {
        return new Ui::ExpiryDialog(3, &window);
    };
    const auto team = [](Ui::MainWindow &window, Api::AdminClient &) {
        return hasTab(window, u"access.tabs"_s, 1) && clicked(window, u"access.newTeamButton"_s);
    };
    const auto person = [](Ui::MainWindow &window, Api::AdminClient &) {
        return hasTab(window, u"access.tabs"_s, 2) && choseRow(window, u"access.peopleTable"_s);
    };
    const auto move = [](Ui::MainWindow &window, Api::AdminClient &) {
        clicked(window, u"access.detail.closeButton"_s); // an open key has its actions itself
        return hasTab(window, u"access.tabs"_s, 0) && choseRow(window, u"access.keysTable"_s)
            && clicked(window, u"access.moveButton"_s);
    };
    const auto teamLimits = [team](Ui::MainWindow &window, Api::AdminClient &client) {
        const QString tabs = u"access.teamDialog.tabs"_s;
        return hasTab(window, tabs, 1) || (team(window, client) && hasTab(window, tabs, 1));
    };
    return {{u"dialog/key-new"_s, page, {}, calls(&Ui::MainWindow::runPrimaryAction)},
            {u"dialog/key-secret"_s, page, {}, dialog(secret)},
            {u"dialog/key-rotate"_s, page, {}, dialog(rotate)},
            {u"dialog/key-rotate-many"_s, page, {}, dialog(rotateMany)},
            {u"dialog/key-extend"_s, page, {}, dialog(extend)},
            {u"part/key-detail"_s, page, {}, opensRow(u"access.keysTable"_s, u"access.tabs"_s)},
            {u"part/teams"_s, page, {}, showsTab(u"access.tabs"_s, 1)},
            {u"dialog/team-new"_s, page, {}, team},
            {u"dialog/team-limits"_s, page, {}, teamLimits},
            {u"part/people"_s, page, {}, showsTab(u"access.tabs"_s, 2)},
            {u"dialog/person-new"_s,
             page,
             {},
             clicksOnTab(u"access.tabs"_s, 2, u"access.newPersonButton"_s)},
            {u"part/person-tokens"_s, page, {}, person},
            {u"dialog/person-invite"_s,
             page,
             {},
             clicksWithRow(u"access.peopleTable"_s, u"access.inviteButton"_s, u"access.tabs"_s, 2)},
            {u"dialog/key-move"_s, page, {}, move},
            {u"dialog/key-leak"_s, page, {}, findsLeakedKey()}};
}

QList<Scene> providerScenes()
{
    const QString page = u"providers"_s;
    const QStringList sections{u"connection"_s, u"keys"_s, u"models"_s, u"limits"_s, u"health"_s};
    QList<Scene> all{{u"part/provider-new"_s, page, {}, calls(&Ui::MainWindow::runPrimaryAction)}};
    for (int tab = 0; tab < sections.size(); ++tab)
        all.append({u"part/provider-"_s + sections.at(tab), page, {}, opensEditor(tab)});
    const auto replace = [](Ui::MainWindow &window, Api::AdminClient &) {
        return new Ui::ReplaceDialog(u"OpenAI"_s, {u"chat-default"_s, u"invoice"_s},
                                     {{u"anthropic"_s, u"Anthropic"_s}}, &window);
    };
    const auto unlock = [](Ui::MainWindow &window, Api::AdminClient &) {
        return new Ui::PassphraseDialog(Purpose::Unlock, u"providers"_s, &window);
    };
    all.append({u"dialog/provider-replace"_s, page, {}, dialog(replace)});
    all.append({u"dialog/unlock"_s, page, {}, dialog(unlock)});
    return all;
}

QList<Scene> settingsScenes()
{
    const QString page = u"settings"_s;
    const auto seal = [](Ui::MainWindow &window, Api::AdminClient &) {
        return new Ui::PassphraseDialog(Purpose::Create, u"settings.security"_s, &window);
    };
    const auto price = [](Ui::MainWindow &window, Api::AdminClient &) {
        return makePriceDialog(window);
    };
    const auto priceImport = [](Ui::MainWindow &window, Api::AdminClient &) {
        return new Ui::PriceImportDialog({samplePrice()}, u"prices.csv"_s, QDate::currentDate(),
                                         &window);
    };
    const auto import = [](Ui::MainWindow &window, Api::AdminClient &) {
        return new Ui::ImportDialog(u"gatehouse.yaml"_s, sampleSentences(), &window);
    };
    const auto restore = [](Ui::MainWindow &window, Api::AdminClient &) {
        const Ui::BackupContents backup{
            .path = u"/mnt/copies/gatehouse-scheduled-20261122T020000Z.tar"_s,
            .time = QDateTime(QDate(2026, 11, 22), QTime(2, 0), Qt::UTC),
            .version = QString::fromLatin1(GATEHOUSE_VERSION),
            .revision = 41,
            .requests = 48'144,
            .requestsNow = 49'002,
            .changes = sampleSentences()};
        return new Ui::RestoreDialog(backup, 42, &window);
    };
    QList<Scene> all;
    for (const QString &section :
         {u"general"_s, u"appearance"_s, u"region"_s, u"gateway"_s, u"security"_s, u"storage"_s,
          u"notifications"_s, u"prices"_s, u"gateways"_s, u"backup"_s, u"keyboard"_s, u"advanced"_s,
          u"about"_s})
        all.append({u"part/settings-"_s + section, page, section});
    return all
        + QList<Scene>{
            {u"dialog/passphrase-new"_s, page, u"security"_s, dialog(seal)},
            {u"dialog/price"_s, page, u"prices"_s, dialog(price)},
            {u"dialog/price-import"_s, page, u"prices"_s, dialog(priceImport)},
            {u"dialog/shortcut"_s, page, u"keyboard"_s,
             clicksWithRow(u"settings.keyboard.shortcutsTable"_s,
                           u"settings.keyboard.changeButton"_s)},
            {u"dialog/import"_s, page, u"backup"_s, dialog(import)},
            {u"dialog/restore"_s, page, u"backup"_s, dialog(restore)},
            {u"dialog/diagnostics"_s, page, u"advanced"_s,
             clicks(u"settings.advanced.diagnosticsButton"_s)},
            {u"dialog/licence"_s, page, u"about"_s, clicks(u"settings.about.licenceButton"_s)}};
}

QList<Scene> windowScenes()
{
    const QString page = u"overview"_s;
    const auto help = [](Ui::MainWindow &window, Api::AdminClient &) {
        window.openHelp({});
        return true;
    };
    const auto add = [](Ui::MainWindow &window, Api::AdminClient &) {
        return new Ui::GatewayDialog({}, {}, &window);
    };
    const auto close = [](Ui::MainWindow &window, Api::AdminClient &) {
        window.close();
        return true;
    };
    QList<Scene> all;
    for (int step = 1; step <= 5; ++step)
        all.append({u"wizard/%1"_s.arg(step), page, {}, showsStep(step)});
    return all
        + QList<Scene>{{u"dialog/setup-leave"_s, page, {}, asksToLeaveSetup()},
                       {u"dialog/palette"_s, page, {}, calls(&Ui::MainWindow::openPalette)},
                       {u"dialog/gateways"_s, page, {}, calls(&Ui::MainWindow::openGateways)},
                       {u"dialog/gateway-add"_s, page, {}, dialog(add)},
                       {u"part/overview-end"_s, page, {}, scrollsDown(page)},
                       {u"dialog/range"_s, page, {}, calls(&Ui::MainWindow::openRangeDialog)},
                       {u"dialog/shortcuts"_s, page, {}, calls(&Ui::MainWindow::openShortcuts)},
                       {u"dialog/help"_s, page, {}, help},
                       {u"dialog/close"_s, page, {}, close}};
}

} // namespace

const QList<Scene> &scenes()
{
    static const QList<Scene> all = windowScenes() + requestScenes() + reportScenes()
        + providerScenes() + accessScenes() + settingsScenes() + routeScenes();
    return all;
}

QStringList sceneNames()
{
    QStringList names;
    for (const Scene &scene : scenes())
        names.append(scene.name);
    return names;
}

const Scene *sceneOf(const QString &name)
{
    const auto found = std::find_if(scenes().cbegin(), scenes().cend(),
                                    [&name](const Scene &scene) { return scene.name == name; });
    return found == scenes().cend() ? nullptr : &*found;
}

} // namespace Gatehouse
