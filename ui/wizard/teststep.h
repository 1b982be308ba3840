// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/widgets/checklist.h"
#include "ui/wizard/setup.h"
#include "ui/wizard/wizardpage.h"

class QPushButton;

namespace Gatehouse::Ui {

class ModelChoiceModel;
class TableView;

//! Step 3: tests the provider and saves it once its key was accepted.
class TestStep : public WizardPage
{
    Q_OBJECT

public:
    //! Testing, Failed (may be saved anyway), Saving, Saved.
    enum class State { Idle, Testing, Failed, Saving, Saved };

    TestStep(Api::AdminClient &client, Setup &setup, QWidget *parent = nullptr);

    State state() const { return m_state; }
    //! Shows what will be tested, before start().
    void prepare();
    void start();
    //! Saves although the key was not accepted.
    void save();
    //! Keeps which of the models found are offered; choiceSaved() follows.
    void saveChoice();

Q_SIGNALS:
    void choiceSaved();
    void stateChanged();

private:
    void setState(State state);
    void takeTest(Api::AdminCall *call);
    void chooseSecretName();
    void storeSecret(const QString &name);
    void chooseId(const QString &secretReference);
    void saveProvider(const QString &id, const QString &secretReference);
    void showFailure(const QString &text);
    QWidget *makeModels();

    Api::AdminClient &m_client;
    Setup &m_setup;
    State m_state = State::Idle;
    QJsonObject m_saved; //!< as the gateway keeps the provider
    CheckList *m_checks;
    ModelChoiceModel *m_models;
    TableView *m_table = nullptr;
    QWidget *m_modelsBox = nullptr;
    QLabel *m_used;
    QLabel *m_message;
    QPushButton *m_retry;
    QPointer<Api::AdminCall> m_call;
};

} // namespace Gatehouse::Ui
