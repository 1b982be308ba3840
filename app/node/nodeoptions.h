// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Gatehouse::Node {

//! How an engine is started: the command line of gatehoused, or the desktop program's choice.
struct NodeOptions {
    QString dataFolder;
    QString configFile;     //!< manages the configuration when not empty
    QStringList listen;     //!< instead of gateway.listen
    QString adminListen;    //!< instead of gateway.admin_listen
    bool demo = false;      //!< sample data in an empty data folder
    bool serve = true;      //!< false: the gateway waits until it is started
    bool mustListen = true; //!< a port in use ends the start; the desktop shows it instead
    //! Why a restored backup was taken out again; empty when none was.
    QString restoreProblem = {};
};

} // namespace Gatehouse::Node
