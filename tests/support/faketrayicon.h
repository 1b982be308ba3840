// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/notificationsink.h"
#include "ui/shell/trayicon.h"

#include <QtCore/QList>

namespace Gatehouse {

//! A tray that can be looked at; no test platform has one.
class FakeTrayIcon final : public Ui::TrayIcon
{
public:
    bool isAvailable() const override { return available; }
    void setState(Ui::TrayState newState, const QString &newTooltip) override
    {
        state = newState;
        tooltip = newTooltip;
    }
    void setStyle(Ui::Preferences::TrayStyle newStyle) override { style = newStyle; }
    void setMenu(QMenu *newMenu) override { menu = newMenu; }
    void showMessage(const QString &title, const QString &, bool) override
    {
        messages.append(title);
    }

    bool available = true;
    Ui::TrayState state = Ui::TrayState::Stopped;
    Ui::Preferences::TrayStyle style = Ui::Preferences::TrayStyle::Coloured;
    QString tooltip;
    QMenu *menu = nullptr;
    QStringList messages;
};

//! Notifications as they were shown.
class FakeNotificationSink final : public Ui::NotificationSink
{
public:
    void show(const Ui::Notification &notification) override { shown.append(notification); }

    QList<Ui::Notification> shown;
};

} // namespace Gatehouse
