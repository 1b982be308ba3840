// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QStringList>

namespace Gatehouse {

//! The gateway without a window, going on after this program has ended: a service of the user where
//! systemd runs one's session, else a detached process.
class BackgroundService
{
public:
    //! \a program is gatehoused's path. \a listen as on the command line, empty = as configured.
    BackgroundService(QString program, QString dataFolder, QStringList listen);

    //! Nobody else may hold the data folder any more. Waits for systemd.
    Result<void> start() const;
    //! The unit file, "gatehouse.service".
    QString unitText() const;

private:
    QStringList arguments() const;
    Result<void> install() const;

    QString m_program;
    QString m_dataFolder;
    QStringList m_listen;
};

} // namespace Gatehouse
