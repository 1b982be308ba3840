// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/notificationsink.h"

#include <QtCore/QHash>
#include <QtCore/QPointer>

namespace Gatehouse::Ui {

class TrayIcon;

//! Shows notifications by the desktop's service (org.freedesktop.Notifications), where one of the
//! same cause takes the place of the last; without it as a balloon of the tray.
class DesktopNotifier final : public NotificationSink
{
    Q_OBJECT

public:
    //! \a tray may be null.
    explicit DesktopNotifier(TrayIcon *tray, QObject *parent = nullptr);

    void show(const Notification &notification) override;

private Q_SLOTS:
    void takeAction(uint id, const QString &action);

private:
    //! False when there is no session bus; an answer that none serves it comes later.
    bool send(const Notification &notification);
    void showInTray(const Notification &notification);

    QPointer<TrayIcon> m_tray;
    QHash<QString, uint> m_ids; //!< of the service, by cause
    QString m_lastCause;        //!< of the tray's balloon
};

} // namespace Gatehouse::Ui
