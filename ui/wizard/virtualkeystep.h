// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/wizard/setup.h"
#include "ui/wizard/wizardpage.h"

class QLineEdit;
class QComboBox;

namespace Gatehouse::Ui {

//! Step 4: the first key for apps. Every field is filled in; creating it is one click.
class VirtualKeyStep : public WizardPage
{
    Q_OBJECT

public:
    VirtualKeyStep(Api::AdminClient &client, Setup &setup, QWidget *parent = nullptr);

    //! Reads the setup and the names that are taken.
    void start();
    bool isBusy() const { return !m_call.isNull(); }
    void create();

Q_SIGNALS:
    void busyChanged();
    //! The key is in the setup now; its secret is known this once.
    void created();

private:
    void showError(const QString &text);

    Api::AdminClient &m_client;
    Setup &m_setup;
    QLineEdit *m_name;
    QLabel *m_error;
    QComboBox *m_models;
    QPointer<Api::AdminCall> m_call;
};

} // namespace Gatehouse::Ui
