// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gatewaylinks.h"

#include "ui/shell/gatewaycard.h"
#include "ui/shell/gatewayswitch.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/windowactions.h"

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
        Q_EMIT renamed();
    };
    connect(&gateways.gateways(), &GatewayList::changed, this, show);
    connect(&window.status(), &StatusModel::changed, this, &GatewayLinks::noteVersion);
    show();
}

void GatewayLinks::noteVersion()
{
    const QString version = m_window.status().status().version;
    if (std::exchange(m_version, version) != version)
        m_gateways.noteSeen(version);
}

} // namespace Gatehouse::Ui
