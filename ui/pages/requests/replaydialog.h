// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/requestdata.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Gatehouse::Ui {

//! Sends a recorded request again, to the same model or another one: what that will cost first,
//! then the new answer beside the recorded one.
class ReplayDialog : public QDialog
{
    Q_OBJECT

public:
    ReplayDialog(Api::AdminClient &client, const RequestRow &row, QWidget *parent = nullptr);

Q_SIGNALS:
    //! Another request is to be shown: the one that was made.
    void openRequested(const QString &id);

private:
    struct Side {
        QWidget *box = nullptr;
        QLabel *facts = nullptr;
        QPlainTextEdit *text = nullptr;
    };

    QWidget *makeAnswers();
    Side makeSide(const QString &name, const QString &title);
    QLayout *makeButtons();
    void loadModels();
    void askCost();
    void tellCost(const QString &text);
    void showCost(const QJsonObject &rough);
    void send();
    void showAnswers(const QJsonObject &answer);
    void showProblem(const QString &text);
    QString model() const;

    Api::AdminClient &m_client;
    const RequestRow m_row;
    QComboBox *m_model;
    QLabel *m_cost;
    QLabel *m_problem;
    QWidget *m_answers = nullptr;
    Side m_recorded;
    Side m_new;
    QPushButton *m_send = nullptr;
    QPushButton *m_open = nullptr;
    QString m_newId;
    QPointer<Api::AdminCall> m_costCall;
};

} // namespace Gatehouse::Ui
