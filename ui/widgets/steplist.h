// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace Gatehouse::Ui {

//! A passed or failed step of the way to a target, or a target that was weighed.
struct RouteStep {
    QString name;
    QString text;
    bool ok = true;

    bool operator==(const RouteStep &) const = default;
};

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
