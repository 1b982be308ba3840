// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/shell/closing.h"
#include "ui/shell/gatewayswitch.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notifications.h"
#include "ui/shell/translation.h"
#include "ui/shell/trayicon.h"

#include <QtCore/QTimer>

namespace Gatehouse {

//! The window with what belongs around it: tray, notifications, the questions at its end. Another
//! language or text size makes the window anew, with the same page, filter, range and place.
class WindowHost : public QObject
{
    Q_OBJECT

public:
    //! Everything must outlive the host. \a language rules for this run; empty: the preferences'.
    WindowHost(Api::AdminClient &client, Ui::Preferences &preferences, Ui::TrayIcon &tray,
               Ui::NotificationSink &sink, QString language = {});
    ~WindowHost() override;

    Ui::MainWindow &window() { return *m_window; }
    void setOwnsGateway(bool owns);
    //! \a minimized: in the tray, or minimised where there is none.
    void show(bool minimized);
    //! To the front, on \a page when that is not empty.
    void raise(const QString &page = {}, const QString &filter = {});
    //! Other gateways become reachable from this window and those that follow it.
    void setGateways(Ui::GatewaySwitch &gateways);
    //! Asks about unsaved edits, then runs \a go and makes the window anew: what is on it belongs
    //! to what was before.
    void changeAndRebuild(const std::function<void()> &go);
    Ui::Closing &closing() { return *m_closing; }
    Ui::Notifications &notifications() { return *m_notifications; }

Q_SIGNALS:
    void quitDecided(bool finishRunning);
    void serviceRequested();
    //! The window is another one now.
    void rebuilt();

private:
    void installLanguage();
    void build();
    void buildTray();
    void rebuild();
    void rebuildUnlessDirty();
    bool isWatched() const;
    //! The person wants to hear of this kind, and now.
    bool isWanted(const QString &kind) const;

    Api::AdminClient &m_client;
    Ui::Preferences &m_preferences;
    Ui::TrayIcon &m_tray;
    Ui::NotificationSink &m_sink;
    QString m_language;
    Ui::Translation m_translation;
    SystemClock m_clock;
    QTimer m_textSizeChanged; //!< runs while the text size is being chosen
    std::unique_ptr<Ui::MainWindow> m_window;
    Ui::Closing *m_closing = nullptr;             //!< the window's child
    Ui::Notifications *m_notifications = nullptr; //!< the window's child
    Ui::GatewaySwitch *m_gateways = nullptr;
    bool m_ownsGateway = false;
};

} // namespace Gatehouse
