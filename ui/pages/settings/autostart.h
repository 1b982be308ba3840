// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

namespace Gatehouse::Ui {

//! Whether the desktop starts the program at login: a file "autostart/gatehouse.desktop" in the
//! user's configuration folder (freedesktop.org, Desktop Application Autostart Specification).
class Autostart
{
public:
    //! The folder of the user; another one for tests.
    explicit Autostart(QString folder = {});

    bool isOn() const;
    //! On: writes the file for the program that runs now, to start minimised. Off: removes it.
    Result<void> set(bool on) const;

private:
    QString file() const;

    QString m_folder;
};

} // namespace Gatehouse::Ui
