// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QtWidgets/QWidget>

class QPainter;

namespace Gatehouse::Ui {

//! A small round number: how many things want attention. Zero hides it.
class Badge : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);

    void setCount(int count, Tone tone = Tone::Warn);
    int count() const { return m_count; }

    QSize sizeHint() const override;

    //! Paints a badge whose right end is at the right of \a rect, centred vertically.
    static void paint(QPainter *painter, const QRectF &rect, int count, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
    Tone m_tone = Tone::Warn;
};

} // namespace Gatehouse::Ui
