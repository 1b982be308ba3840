// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"

#include <QtCore/QObject>
#include <QtCore/QString>

namespace Gatehouse::Ui {

class GatewaySwitch;
class MainWindow;
struct GatewayEntry;
class Sidebar;

//! Makes other gateways reachable from a window: the card in its sidebar, Ctrl+G, the palette.
//! Tells which one it shows and notes what was seen of it.
class GatewayLinks : public QObject
{
    Q_OBJECT

public:
    //! All must outlive it.
    GatewayLinks(MainWindow &window, Sidebar &sidebar, GatewaySwitch &gateways);

Q_SIGNALS:
    //! The gateway of the window has another name.
    void renamed();

private:
    void noteVersion();
    void guardChanges(const GatewayEntry &shown);
    void ask(const QString &name, ConfigurationModel::Act act, const std::function<void()> &go,
             const std::function<void()> &stay);

    MainWindow &m_window;
    GatewaySwitch &m_gateways;
    QString m_version; //!< as last seen
    QString m_role;
};

} // namespace Gatehouse::Ui
