// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requestdata.h"

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

class SeriesColours;

//! The attempts of a request over time: a line each, connecting and waiting pale, from the first
//! token on full, gaps between attempts left open.
class AttemptWaterfall : public QWidget
{
    Q_OBJECT

public:
    explicit AttemptWaterfall(SeriesColours &colours, QWidget *parent = nullptr);

    void setRequest(const RequestRow &row);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int lineHeight() const;
    double totalMs() const;
    void paintAttempt(QPainter *painter, int line) const;
    QString tip(const RequestAttempt &attempt) const;

    SeriesColours &m_colours;
    RequestRow m_row;
};

} // namespace Gatehouse::Ui
