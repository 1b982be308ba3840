// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/wizard/setup.h"
#include "ui/wizard/wizardpage.h"

class QLineEdit;
class QPushButton;
class QRadioButton;
class QFormLayout;

namespace Gatehouse::Ui {

//! Step 2: the provider's key, and where the gateway keeps it. The clipboard is read only on Paste.
class KeyStep : public WizardPage
{
    Q_OBJECT

public:
    explicit KeyStep(Api::AdminClient &client, QWidget *parent = nullptr);

    void setKnown(const QList<KnownProvider> &known) { m_known = known; }
    void setProvider(const KnownProvider &provider);
    void setPlace(const SecretPlace &place);
    //! With the region, and for an address of one's own the address, as entered.
    KnownProvider provider() const;
    QString secret() const;
    //! Checks the fields and makes the place of secrets ready, then says submitted(). What is
    //! missing is told at its field.
    void submit();
    //! Forgets the key.
    void wipe();
    void focusFirst();

Q_SIGNALS:
    void submitted();
    //! The key looks like another provider's, and the person agreed.
    void providerSwitched(const Gatehouse::Ui::KnownProvider &provider);

private:
    QWidget *makeKeyRow();
    QWidget *makePlaceChoice();
    void recognise();
    void showError(QLabel *label, QLineEdit *field, const QString &text);
    bool checkFields();
    void readyPlace();
    void showPlace();
    //! A person must say where the key is kept.
    bool isChoosing() const;

    Api::AdminClient &m_client;
    QList<KnownProvider> m_known;
    KnownProvider m_provider;
    SecretPlace m_place;
    QWidget *m_addressBox;
    QLineEdit *m_address;
    QLabel *m_addressError;
    QLabel *m_keyLabel;
    QLineEdit *m_key;
    QLabel *m_keyError;
    QWidget *m_switchRow;
    QLabel *m_switchText;
    QPushButton *m_switch;
    QLabel *m_placeText;
    QWidget *m_choice;
    QRadioButton *m_vault;
    QRadioButton *m_keyFile;
    QRadioButton *m_session;
    QLineEdit *m_passphrase;
    QLabel *m_passphraseError;
    QPushButton *m_keyLink;
    QLineEdit *m_region;
    QPointer<Api::AdminCall> m_call;
};

} // namespace Gatehouse::Ui
