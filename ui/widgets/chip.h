// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>

namespace Gatehouse::Ui {

//! One word of a filter, with a cross: a click, Enter, Space or Delete takes it away.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &word, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
};

} // namespace Gatehouse::Ui
