// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requestdata.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace Gatehouse::Ui {

//! Ordered steps, each passed or failed with its reason; long reasons wrap.
class StepList : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    void setSteps(const QList<RouteStep> &steps);

private:
    QVBoxLayout *m_layout;
};

} // namespace Gatehouse::Ui
