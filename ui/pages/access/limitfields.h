// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"

#include <QtWidgets/QWidget>

class QSpinBox;

namespace Gatehouse::Ui {

class Form;

//! Requests and tokens a minute and requests at the same time; none is written "No limit".
class LimitFields : public QWidget
{
    Q_OBJECT

public:
    //! The parts are called "<area>.rpmSpin", ".tpmSpin", ".parallelSpin"; their paths in \a form
    //! are "<path>.rpm", "<path>.tpm", "<path>.max_in_flight".
    LimitFields(const QString &area, const QString &path, Form &form, QWidget *parent = nullptr);

    void setLimits(const Api::KeyLimits &limits);
    Api::KeyLimits limits() const;

private:
    QSpinBox *makeCount(const QString &name);

    QSpinBox *m_rpm;
    QSpinBox *m_tpm;
    QSpinBox *m_parallel;
};

} // namespace Gatehouse::Ui
