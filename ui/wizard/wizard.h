// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/wizard/setup.h"

#include <QtWidgets/QDialog>

class QPushButton;
class QStackedWidget;

namespace Gatehouse::Ui {

class ConnectStep;
class KeyStep;
class ProviderStep;
class StepRail;
class TestStep;
class VirtualKeyStep;

//! From nothing to a first answered request: provider, key, test, a key for apps, connect an app.
class Wizard : public QDialog
{
    Q_OBJECT

public:
    explicit Wizard(Api::AdminClient &client, QWidget *parent = nullptr);
    ~Wizard() override;

    //! Shows the way to sample data on the first step.
    void offerSampleData(bool offered);
    //! Shows step 1 to 5 as it looks before anything is done there, for pictures; false while the
    //! known providers have not arrived.
    bool preview(int step);
    //! Shows the link to gateways that run elsewhere.
    void offerGateways(bool offered);

Q_SIGNALS:
    //! Sample data is wanted instead; the wizard has closed.
    void sampleDataRequested();
    //! Setup ends here: a gateway that runs elsewhere is to be shown.
    void gatewayRequested();
    //! Setup ends here: the form for every kind of provider is wanted.
    void formRequested(const QString &kind);
    //! A request of step 5 should be shown.
    void requestOpened(const QString &id);

public Q_SLOTS:
    //! Esc and the close button: asks first when something would be lost.
    void reject() override;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    enum Step { ProviderPage, KeyPage, TestPage, VirtualKeyPage, ConnectPage };

    QWidget *makeFooter();
    void connectSteps();
    void loadStatus();
    void chooseProvider(const KnownProvider &provider);
    void startTest();
    void showStep(Step step);
    void goBack();
    void updateButtons();
    void finish();
    void askToLeave();
    void askToCopy(int result);

    Api::AdminClient &m_client;
    Setup m_setup;
    Step m_step = ProviderPage;
    StepRail *m_rail;
    QStackedWidget *m_pages;
    ProviderStep *m_provider;
    KeyStep *m_key;
    TestStep *m_test;
    VirtualKeyStep *m_virtualKey;
    ConnectStep *m_connect;
    QPushButton *m_back;
    QPushButton *m_saveAnyway;
    QPushButton *m_testButton;
    QPushButton *m_continue;
    QPushButton *m_createKey;
    QPushButton *m_finish;
};

} // namespace Gatehouse::Ui
