// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/alertcount.h"
#include "ui/models/recordingwatch.h"
#include "ui/shell/trayicon.h"

#include <QtCore/QTimer>
#include <QtWidgets/QMenu>

#include <optional>

namespace Gatehouse::Ui {

class ConfigurationModel;
class MainWindow;
class StatusModel;

//! The gateway in the tray: its state as a shape and in words, and what is wanted of it most, with
//! the window closed.
class Tray : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive the tray.
    Tray(MainWindow &window, Api::AdminClient &client, TrayIcon &icon);
    ~Tray() override;

    //! Without recording, which is shown while everything else is well.
    static TrayState stateOf(const StatusModel &status, const ConfigurationModel &configuration);

Q_SIGNALS:
    void openRequested();

private:
    QAction *add(const char *name, const QString &text, const std::function<void()> &run = {});
    void buildMenu();
    void fillProviders();
    void show();
    void askSpend();
    TrayState state() const;
    QString statusLine() const;

    MainWindow &m_window;
    Api::AdminClient &m_client;
    TrayIcon &m_icon;
    QMenu m_menu;
    QMenu *m_providers = nullptr;
    QAction *m_line = nullptr;
    QAction *m_spend = nullptr;
    QAction *m_toggle = nullptr;
    QAction *m_endRecording = nullptr;
    QAction *m_alertsItem = nullptr;
    RecordingWatch m_recording;
    AlertCount m_alerts;
    QTimer m_spendTimer;
    std::optional<qint64> m_spentNano;
    bool m_spendIsOld = true;
};

} // namespace Gatehouse::Ui
