// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QDoubleSpinBox;
class QSpinBox;

namespace Gatehouse::Ui {

//! Asks for the objective of one route, provider or model.
class ObjectiveDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a target: 0.995.
    ObjectiveDialog(const QString &title, double target, int days, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(double target, int days);
    //! Back to the default.
    void resetRequested();

private:
    QDoubleSpinBox *m_target;
    QSpinBox *m_days;
};

} // namespace Gatehouse::Ui
