// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/api/findings.h"
#include "ui/models/keydata.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace Gatehouse::Ui {

class Form;
class LimitFields;

//! The limits and the budget of a key or a team.
class SpendingFields : public QWidget
{
    Q_OBJECT

public:
    //! The parts are called "<area>.budgetSpin", ".periodCombo", ".actionCombo", ".rpmSpin",
    //! ".tpmSpin", ".parallelSpin"; their paths in \a form are those of the admin API.
    SpendingFields(const QString &area, Form &form, const QStringList &routes,
                   QWidget *parent = nullptr);

    void setSpending(const KeySpending &spending);
    KeySpending spending() const;

Q_SIGNALS:
    void edited();

private:
    void showBudget();

    QDoubleSpinBox *m_budget;
    QComboBox *m_period;
    QComboBox *m_action;
    LimitFields *m_limits;
    QList<int> m_warnAt;
};

//! "$500" above what the team may spend in the same period: it can never be used up. Nothing when
//! it can.
std::optional<Api::Finding> budgetWarning(const Api::Document &document, const QString &team,
                                          const KeySpending &spending);

} // namespace Gatehouse::Ui
