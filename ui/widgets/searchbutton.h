// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>

namespace Gatehouse::Ui {

//! Looks like a search field with a key hint at its end and opens the command palette.
class SearchButton : public QAbstractButton
{
    Q_OBJECT

public:
    SearchButton(const QString &text, const QString &keyHint, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_keyHint;
};

} // namespace Gatehouse::Ui
