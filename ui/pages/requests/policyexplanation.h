// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/requestdata.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class StepList;

//! What the present configuration would do with a request like a stored one: asked at the press of
//! a button, nothing is sent to a provider.
class PolicyExplanation : public QWidget
{
    Q_OBJECT

public:
    explicit PolicyExplanation(Api::AdminClient &client, QWidget *parent = nullptr);

    void setRequest(const RequestRow &row);
    void ask();

private:
    void showAnswer(const Api::AdminCall &call);

    Api::AdminClient &m_client;
    RequestRow m_row;
    QPointer<Api::AdminCall> m_call;
    QPushButton *m_button;
    QLabel *m_result;
    StepList *m_steps;
    StepList *m_candidates;
};

} // namespace Gatehouse::Ui
