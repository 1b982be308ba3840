// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QPointF>
#include <QtCore/QString>

namespace Gatehouse::Ui {

//! A value axis from 0 in round steps.
struct AxisScale {
    double top = 1;
    double step = 1;

    bool operator==(const AxisScale &) const = default;
};

//! The scale with 1-2-5 steps whose top is not under \a highest, in at most \a intervals steps.
AxisScale niceScale(double highest, int intervals);

//! Every how manieth of \a count points gets a label so that at most \a labels are written.
int labelStride(int count, int labels);

//! At most \a most points in the shape of \a line: of each span the lowest and the highest stay, so
//! that a peak is never lost.
QList<QPointF> thinned(const QList<QPointF> &line, int most);

//! A time at the axis of a chart, as short as it goes: "500 ms", "1.5 s", "2 s".
QString durationAxisText(double milliseconds);

} // namespace Gatehouse::Ui
