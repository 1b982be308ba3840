// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSize>
#include <QtCore/QStringList>

namespace Gatehouse {

//! The command line of the desktop program.
struct Options {
    QString dataFolder;
    QString connectTo;
    QString token;
    QString page;
    QString theme;
    QString language;
    QSize size;
    QStringList screenshots;
    QStringList listen;
    bool minimized = false;
    bool newWindow = false;
    bool demo = false;
    QString sampleFolder = {}; //!< given for --demo; empty: a throw-away one

    //! Ends the program for --help, --version and unknown options.
    static Options read(const QStringList &arguments);
    //! A window of this data folder that is open already is raised instead of opening another.
    bool raisesFirstWindow() const
    {
        return connectTo.isEmpty() && screenshots.isEmpty() && !newWindow && !demo;
    }
};

} // namespace Gatehouse
