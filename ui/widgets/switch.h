// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>

namespace Gatehouse::Ui {

//! An on/off switch. Its accessible name must say what it switches.
class Switch : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Switch(QWidget *parent = nullptr);

    //! Higher than it is drawn, so that a pointer finds it.
    QSize sizeHint() const override { return {34, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;
};

} // namespace Gatehouse::Ui
