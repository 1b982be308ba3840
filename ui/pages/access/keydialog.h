// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/document.h"
#include "core/api/findings.h"
#include "ui/models/keydata.h"
#include "ui/widgets/form.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class ExpiryField;
class RoutePicker;

//! Makes a key, or changes one. Its text comes with created(), once.
class KeyDialog : public QDialog
{
    Q_OBJECT

public:
    //! What the fields choose from.
    struct Choices {
        QList<Api::Team> teams;
        QStringList names;      //!< models and routes
        QStringList takenNames; //!< of other keys
    };

    KeyDialog(Api::AdminClient &client, const Choices &choices, QWidget *parent = nullptr);

    //! Changes \a key instead of making one.
    void edit(const KeyRow &key);

Q_SIGNALS:
    void created(const Gatehouse::Ui::KeyRow &key, const QString &secret);
    //! \a before was edited.
    void saved(const Gatehouse::Ui::KeyRow &before, const QString &name);

private:
    QWidget *makeFields(const Choices &choices);
    QLayout *makeButtons();
    KeyRow entered() const;
    Api::Findings check() const;
    void submit();
    void takeAnswer(Api::AdminCall *call);

    Api::AdminClient &m_client;
    QStringList m_takenNames;
    KeyRow m_before;
    Form m_form;
    QLabel *m_title;
    QLineEdit *m_name;
    QComboBox *m_team;
    ExpiryField *m_expiry;
    RoutePicker *m_routes;
    QLineEdit *m_tags;
    QLineEdit *m_note;
    QLabel *m_problem;
    QPushButton *m_create;
    QPointer<Api::AdminCall> m_call;
};

} // namespace Gatehouse::Ui
