// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/preferences.h"

#include <QtCore/QObject>
#include <QtCore/QString>

class QMenu;

namespace Gatehouse::Ui {

//! What the tray shows: one shape each.
enum class TrayState { Running, Stopped, Degraded, Error, Paused, Recording };

//! A place in the desktop's tray. Implementations: SystemTrayIcon, and the fake of tests/support
//! (no test platform has a tray).
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Whether this desktop has a tray now.
    virtual bool isAvailable() const = 0;
    virtual void setStyle(Preferences::TrayStyle style) = 0;
    virtual void setState(TrayState state, const QString &tooltip) = 0;
    //! Opened by the secondary button; \a menu stays the caller's.
    virtual void setMenu(QMenu *menu) = 0;
    //! A balloon, where the desktop has no better place for notifications.
    virtual void showMessage(const QString &title, const QString &text, bool isBad) = 0;

Q_SIGNALS:
    //! The icon itself was clicked.
    void activated();
    void messageActivated();
};

} // namespace Gatehouse::Ui
