// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gatewaylinks.h"

#include "ui/models/rights.h"
#include "ui/shell/gatewaycard.h"
#include "ui/shell/gatewayswitch.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/question.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

GatewayLinks::GatewayLinks(MainWindow &window, Sidebar &sidebar, GatewaySwitch &gateways)
    : QObject(&window)
    , m_window(window)
    , m_gateways(gateways)
{
    GatewayCard &card = sidebar.gatewayCard();
    card.setSwitchable(true);
    connect(&card, &GatewayCard::listRequested, &window, &MainWindow::openGateways);
    window.windowActions().add(WindowActions::Menu::Gateway, u"action.switchGateway"_s,
                               MainWindow::tr("Switch gateway"), u"Switch gateway"_s,
                               Qt::CTRL | Qt::Key_G, [&window] { window.openGateways(); });
    const auto show = [this, &card] {
        const GatewayEntry shown = m_gateways.gateways().current();
        card.setName(shown.title());
        card.setProduction(shown.isProduction ? shown.name : QString());
        card.setColour(shown.colour);
        m_window.showGatewayColour(shown.colour, shown.title());
        guardChanges(shown);
        Q_EMIT renamed();
    };
    connect(&gateways.gateways(), &GatewayList::changed, this, show);
    connect(&window.status(), &StatusModel::changed, this, &GatewayLinks::noteVersion);
    connect(&window.rights(), &Rights::changed, this, &GatewayLinks::noteVersion);
    show();
}

//! Deleting and publishing on a gateway in production ask, with its name in the button.
void GatewayLinks::guardChanges(const GatewayEntry &shown)
{
    using Act = ConfigurationModel::Act;
    if (!shown.isProduction)
        return m_window.configuration().setGuard({});
    m_window.configuration().setGuard(
        [this, name = shown.name](Act act, auto go, auto stay) { ask(name, act, go, stay); });
}

void GatewayLinks::ask(const QString &name, ConfigurationModel::Act act,
                       const std::function<void()> &go, const std::function<void()> &stay)
{
    const bool deletes = act == ConfigurationModel::Act::Delete;
    QMessageBox *box = makeQuestion(
        &m_window, u"gateways.productionDialog"_s,
        deletes ? tr("Delete on %1?").arg(name) : tr("Publish on %1?").arg(name),
        tr("This gateway is in production: its apps feel the change at once. It can be undone."));
    QPushButton *yes =
        addAnswer(*box, deletes ? tr("Delete on %1").arg(name) : tr("Publish on %1").arg(name),
                  deletes ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole,
                  u"gateways.productionDialog.goButton"_s);
    QPushButton *cancel = addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole,
                                    u"gateways.productionDialog.cancelButton"_s);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::finished, this,
            [box, yes, go, stay] { box->clickedButton() == yes ? go() : stay(); });
    openQuestion(*box);
}

void GatewayLinks::noteVersion()
{
    const QString version = m_window.status().status().version;
    const QString role = m_window.rights().role();
    const bool isNew = std::exchange(m_version, version) != version;
    if (std::exchange(m_role, role) != role || isNew)
        m_gateways.noteSeen(version, role);
}

} // namespace Gatehouse::Ui
