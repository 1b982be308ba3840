// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/preferences.h"

#include <QtCore/QPointer>

#include <functional>

class QMessageBox;

namespace Gatehouse::Ui {

class MainWindow;

//! What closing the window and quitting mean: never silently, and running requests are asked about.
class Closing : public QObject
{
    Q_OBJECT

public:
    //! \a hasTray is asked anew each time: trays come and go.
    Closing(MainWindow &window, Preferences &preferences, std::function<bool()> hasTray);

    //! The gateway is part of this program and ends with it; otherwise it goes on without a window.
    void setOwnsGateway(bool owns) { m_ownsGateway = owns; }
    //! For the window's close guard: true when it may simply close.
    bool mayClose();
    //! Quits; asks first when requests of an own gateway are running.
    void requestQuit();

Q_SIGNALS:
    //! The window goes, the program stays in the tray.
    void hideRequested();
    void minimiseRequested();
    //! The gateway goes on as a background service, this program ends.
    void serviceRequested();
    //! \a finishRunning: requests end first, else at once.
    void quitDecided(bool finishRunning);

private:
    void askTray();
    void askBackground();
    void askRunning();
    //! Shows how many requests are still running until the program ends.
    void showProgress();
    void decide(bool finishRunning);
    QMessageBox *makeBox(const QString &objectName, const QString &title, const QString &text);

    MainWindow &m_window;
    Preferences &m_preferences;
    std::function<bool()> m_hasTray;
    QPointer<QMessageBox> m_box;
    bool m_ownsGateway = false;
    bool m_decided = false;
};

} // namespace Gatehouse::Ui
