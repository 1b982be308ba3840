// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! A line without axes over a fading ground, its last point marked.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    //! \a series chooses the colour of the theme.
    void setValues(const QList<double> &values, int series);
    const QList<double> &values() const { return m_values; }

    //! The line alone, in \a rect of another widget; NaN values are gaps.
    static void paintLine(QPainter *painter, const QRectF &rect, const QList<double> &values,
                          const QColor &colour);

    QSize sizeHint() const override { return {160, 30}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_values;
    int m_series = 0;
};

} // namespace Gatehouse::Ui
