// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/breakertimes.h"

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! The state of each target's breaker over time, a row per target. Up and Down choose a target,
//! Left and Right a time.
class BreakerStrip : public QWidget
{
    Q_OBJECT

public:
    explicit BreakerStrip(QWidget *parent = nullptr);

    void setBreakers(const QList<BreakerTimes> &breakers, const QStringList &times,
                     const QStringList &axisLabels);
    //! The target chosen; none when there are no rows.
    const BreakerTimes *current() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged();
    //! A click or Enter on a time of a target.
    void cellActivated(const QString &provider, const QString &model, int point);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int rowHeight() const;
    QRectF strip(int row) const;
    int rowAt(double y) const;
    int pointAt(QPointF position) const;
    QString textOf(int row, int point) const;
    void choose(int row, int point);
    void paintRow(QPainter *painter, int row) const;
    void paintCells(QPainter *painter, int row) const;
    void paintAxis(QPainter *painter) const;

    QList<BreakerTimes> m_breakers;
    QStringList m_times;
    QStringList m_axisLabels;
    int m_row = 0;
    int m_point = -1;
};

//! How a state looks: colour and pattern, never colour alone.
void paintBreakerLook(QPainter *painter, const QRectF &rect, BreakerLook look);

} // namespace Gatehouse::Ui
