// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/peoplemodel.h"
#include "ui/pages/access/formdialog.h"

class QComboBox;
class QLineEdit;

namespace Gatehouse::Ui {

//! Adds a person of the admin side, or changes name and role.
class PersonDialog : public FormDialog
{
    Q_OBJECT

public:
    explicit PersonDialog(PeopleModel &people, QWidget *parent = nullptr);

    void edit(const PersonRow &person);

Q_SIGNALS:
    void added(const QString &id, const QString &name, Api::Role role);

protected:
    void submit() override;

private:
    PeopleModel &m_people;
    QString m_id;
    QLineEdit *m_name;
    QComboBox *m_role;
};

} // namespace Gatehouse::Ui
