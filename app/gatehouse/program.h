// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse/keychaintokens.h"
#include "app/gatehouse/options.h"
#include "app/gatehouse/screenshots.h"
#include "app/gatehouse/windowhost.h"
#include "app/node/demomode.h"
#include "core/api/adminaddress.h"
#include "ui/shell/desktopnotifier.h"
#include "ui/shell/systemtrayicon.h"

#include <QtCore/QTemporaryDir>

namespace Gatehouse {

//! The desktop program from its start to its end: the engine on threads of its own, or one that
//! already runs, and the window that shows it.
class Program : public QObject
{
    Q_OBJECT

public:
    explicit Program(Options options);
    ~Program() override;

    void start();
    void raise(const QString &page) { m_host->raise(page); }
    //! Running requests finish before the program ends.
    void leave(int exitCode, bool finishRunning = true);

private:
    Result<Api::AdminAddress> locate() const;
    Result<Api::AdminAddress> locateBuiltIn() const;
    std::unique_ptr<Ui::Preferences> makePreferences() const;
    void connectEngine();
    void showGateway(const Ui::GatewayEntry &entry, const QString &token);
    void offerSampleData();
    void takeScreenshots();
    void openWizardAtFirstStart();
    void showStartFailure(const Error &error);
    //! After the engine has ended, or without one.
    void end();

    const Options m_options;
    const QTemporaryDir m_scratch; //!< pictures do not depend on how the window was left
    std::unique_ptr<Ui::Preferences> m_preferences;
    KeychainTokens m_tokens;
    Ui::GatewayList m_gateways;
    Ui::GatewaySwitch m_switch;
    std::optional<Api::AdminAddress> m_elsewhere; //!< a gateway that was chosen in the window
    std::unique_ptr<Node::DemoMode> m_engine;
    Ui::SystemTrayIcon m_tray;
    Ui::DesktopNotifier m_notifier;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<WindowHost> m_host;
    std::unique_ptr<Screenshots> m_screenshots;
    int m_exitCode = 0;
    bool m_becomesService = false;
    bool m_leaving = false;
};

} // namespace Gatehouse
