// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

namespace Gatehouse::Ui {

class GatewaySwitch;
class MainWindow;
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

    MainWindow &m_window;
    GatewaySwitch &m_gateways;
    QString m_version; //!< as last seen
};

} // namespace Gatehouse::Ui
