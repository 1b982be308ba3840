// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/document.h"
#include "ui/models/keydata.h"
#include "ui/pages/access/formdialog.h"

class QComboBox;
class QLineEdit;
class QTabWidget;

namespace Gatehouse::Ui {

class ExpiryField;
class RoutePicker;
class SpendingFields;

//! Makes a key, or changes one. Its text comes with created(), once.
class KeyDialog : public FormDialog
{
    Q_OBJECT

public:
    //! What the fields choose from.
    struct Choices {
        Api::Document document;
        QStringList names;      //!< models and routes
        QStringList takenNames; //!< of other keys
    };

    KeyDialog(Api::AdminClient &client, Choices choices, QWidget *parent = nullptr);

    //! Changes \a key instead of making one.
    void edit(const KeyRow &key);

Q_SIGNALS:
    void created(const Gatehouse::Ui::KeyRow &key, const QString &secret);
    //! \a before was edited and is \a after now.
    void saved(const Gatehouse::Ui::KeyRow &before, const Gatehouse::Ui::KeyRow &after);

protected:
    void submit() override;

private:
    QWidget *makeMain();
    QWidget *makeSpending();
    QWidget *makeRules();
    QLineEdit *makeText(const QString &name, int longest, const QString &placeholder = {});
    void checkOnLeaving(QLineEdit *field, const QString &path);
    void loadTemplates();
    void useTemplate(int index);
    void useTeam();
    void showKey(const KeyRow &key);
    void showTabOfProblem();
    KeyRow entered() const;
    Api::Findings check() const;
    void takeAnswer(Api::AdminCall *call);

    Api::AdminClient &m_client;
    Choices m_choices;
    KeyRow m_before;
    QTabWidget *m_tabs;
    QLineEdit *m_name;
    QComboBox *m_template;
    FormField *m_templateField = nullptr;
    QComboBox *m_team;
    QLineEdit *m_owner;
    ExpiryField *m_expiry;
    RoutePicker *m_routes;
    SpendingFields *m_spending = nullptr;
    Api::KeyLimits m_teamLimits; //!< which the chosen team filled in
    QLineEdit *m_regions;
    QLineEdit *m_targets;
    QLineEdit *m_addresses;
    QComboBox *m_priority;
    QComboBox *m_bodies;
    QLineEdit *m_tags;
    QLineEdit *m_note;
    QPointer<Api::AdminCall> m_call;
};

} // namespace Gatehouse::Ui
