// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QDoubleSpinBox;
class QLineEdit;

namespace Gatehouse::Ui {

//! Asks how much more a budget may spend until it resets, and why.
class RaiseBudgetDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RaiseBudgetDialog(const QString &budget, QWidget *parent = nullptr);

Q_SIGNALS:
    void raised(double dollars, const QString &reason);

private:
    QDoubleSpinBox *m_amount;
    QLineEdit *m_reason;
};

} // namespace Gatehouse::Ui
