// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/trayicon.h"

#include <QtWidgets/QSystemTrayIcon>

namespace Gatehouse::Ui {

//! The desktop's own tray.
class SystemTrayIcon final : public TrayIcon
{
    Q_OBJECT

public:
    explicit SystemTrayIcon(QObject *parent = nullptr);

    bool isAvailable() const override;
    void setState(TrayState state, const QString &tooltip) override;
    void setMenu(QMenu *menu) override;
    void showMessage(const QString &title, const QString &text, bool isBad) override;

private:
    QSystemTrayIcon m_icon;
};

//! The mark of the program in the shape of \a state, in the sizes of trays.
QIcon trayIcon(TrayState state);

} // namespace Gatehouse::Ui
