// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/peoplemodel.h"
#include "ui/pages/access/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace Gatehouse::Ui {

class CopyButton;

//! Makes a token for a person's program, and shows it once with a line to send.
class TokenDialog : public FormDialog
{
    Q_OBJECT

public:
    //! \a address is where the administration is reached, empty when only from this computer.
    TokenDialog(PeopleModel &people, const QString &person, const QString &name, QString address,
                QWidget *parent = nullptr);

    //! Not before the token was copied or marked as saved.
    void reject() override;

protected:
    void submit() override;

private:
    void showSecret(const QString &secret);

    PeopleModel &m_people;
    QString m_person;
    QString m_address;
    QLineEdit *m_where;
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
