// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/mainwindow.h"

#include <QtCore/QStringList>

#include <functional>

namespace Gatehouse {

//! A picture that is no whole page: a dialog, a step of setup, a tab. Opening one saves nothing
//! and makes nothing; what no gateway has yet is shown with sample words.
struct Scene {
    QString name;        //!< "dialog/key-new", "wizard/3", "part/routes-versions"
    QString page;        //!< shown before
    QString object = {}; //!< of the page
    //! Opens it once the page is ready; false when it cannot yet and wants to be asked again.
    std::function<bool(Ui::MainWindow &window, Api::AdminClient &client)> open = {};
};

//! All there are, in the order of the manual.
const QList<Scene> &scenes();
QStringList sceneNames();
//! Null when there is none of that name.
const Scene *sceneOf(const QString &name);

} // namespace Gatehouse
