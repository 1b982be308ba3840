// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! The steps of the wizard at its left: done, now, to come.
class StepRail : public QWidget
{
    Q_OBJECT

public:
    explicit StepRail(const QStringList &steps, QWidget *parent = nullptr);

    void setCurrent(int step);
    //! A step that does not apply: local servers need no key.
    void setSkipped(int step, bool skipped);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintStep(QPainter *painter, int step) const;

    QStringList m_steps;
    int m_current = 0;
    int m_skipped = -1;
};

} // namespace Gatehouse::Ui
