// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/peoplemodel.h"
#include "ui/pages/access/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace Gatehouse::Ui {

class AreaList;
class CopyButton;
class FormField;

//! Makes a token for a person's program, and shows it once with a line to send.
class TokenDialog : public FormDialog
{
    Q_OBJECT

public:
    //! Whose token it will be.
    struct Owner {
        QString id;
        QString name;
        Api::Role role = Api::Role::Billing;
    };

    //! \a address is where the administration is reached, empty when only from this computer.
    TokenDialog(PeopleModel &people, Owner owner, QString address, QWidget *parent = nullptr);

    //! Not before the token was copied or marked as saved.
    void reject() override;

protected:
    void submit() override;

private:
    QWidget *makeFields();
    QWidget *makeIssued();
    void fillRoles();
    void showAreas();
    bool check();
    //! What the fields say, as the gateway takes it.
    QJsonObject draft() const;
    void showSecret(const QString &secret);

    PeopleModel &m_people;
    Owner m_owner;
    QString m_address;
    QLineEdit *m_where;
    QComboBox *m_role;
    AreaList *m_areas;
    FormField *m_areasField = nullptr;
    QComboBox *m_expiry;
    QLineEdit *m_secret;
    CopyButton *m_copy;
    CopyButton *m_copyInvitation;
    QCheckBox *m_saved;
    QWidget *m_issued;
    QWidget *m_fields;
    bool m_copied = false;
};

} // namespace Gatehouse::Ui
