// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringView>

class QFontMetricsF;
class QPainter;
class QRectF;

namespace Gatehouse::Ui {

//! The width of \a text with every digit as wide as the widest one. Inter's digits are proportional
//! and Qt 6.4 cannot choose its tabular ones.
double tabularWidth(const QFontMetricsF &metrics, QStringView text);

//! Paints \a text in the painter's font and pen, centred vertically in \a rect, right-aligned when
//! asked, so that columns of numbers line up.
void drawTabular(QPainter *painter, const QRectF &rect, QStringView text, bool alignRight = true);

} // namespace Gatehouse::Ui
