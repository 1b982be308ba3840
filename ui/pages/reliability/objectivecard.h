// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QJsonObject;
class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class Meter;

//! One objective: how reliable its object was, how much of its error budget is left, and how fast
//! that is being used.
class ObjectiveCard : public Card
{
    Q_OBJECT

public:
    ObjectiveCard(const QString &id, QWidget *parent = nullptr);

    //! One of "objectives" of GET /reliability.
    void setObjective(const QJsonObject &objective);

Q_SIGNALS:
    void editRequested();
    //! The requests that failed.
    void failuresRequested();

private:
    QLabel *m_rate;
    QLabel *m_budget;
    QLabel *m_burn;
    Meter *m_meter;
    QPushButton *m_failures;
};

} // namespace Gatehouse::Ui
