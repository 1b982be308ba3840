// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/histogrammodel.h"

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! Requests over time as bars, errors as their lower part. Dragging chooses a span; by keyboard
//! Left and Right move a mark, with Shift they widen it to a span, and Enter chooses.
class RequestHistogramView : public QWidget
{
    Q_OBJECT

public:
    explicit RequestHistogramView(QWidget *parent = nullptr);

    void setHistogram(const RequestHistogram &histogram);
    const RequestHistogram &histogram() const { return m_histogram; }

    QSize sizeHint() const override { return {600, 84}; }
    QSize minimumSizeHint() const override { return {200, 84}; }

Q_SIGNALS:
    //! A part of the range was chosen.
    void spanChosen(const QDateTime &from, const QDateTime &to);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF plot() const;
    QRectF barRect(int bucket, qint64 count) const;
    int bucketAt(double x) const;
    void setCurrent(int bucket);
    void moveByKey(int bucket, bool widen);
    QString tip(int bucket) const;
    void paintLabels(QPainter *painter) const;
    void choose(int first, int last);

    RequestHistogram m_histogram;
    int m_current = -1;
    int m_dragStart = -1; //!< of a span by pointer or keys
};

} // namespace Gatehouse::Ui
