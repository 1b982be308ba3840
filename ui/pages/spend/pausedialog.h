// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/document.h"
#include "ui/models/choicemodel.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace Gatehouse::Ui {

//! Asks who may go on while everything else is refused.
class PauseDialog : public QDialog
{
    Q_OBJECT

public:
    //! Teams of \a document; the keys are asked for.
    PauseDialog(Api::AdminClient &client, const Api::Document &document, QWidget *parent = nullptr);

Q_SIGNALS:
    //! \a except: "key:ci", "team:research".
    void paused(const QStringList &except, const QString &reason);

private:
    void takeKeys(const QJsonObject &answer);
    void showConsequence();

    QList<ChoiceModel::Choice> m_choices;
    ChoiceModel m_model;
    QListView *m_list;
    QLineEdit *m_reason;
    QLabel *m_consequence;
};

} // namespace Gatehouse::Ui
