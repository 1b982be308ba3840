// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtGui/QColor>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>

class QPainter;

namespace Gatehouse::Ui {

//! The colour an icon takes from the theme.
enum class Ink { Muted, Text, Caption, Accent, AccentInk, AccentText, Ok, Warn, Err, Info };

//! An outline icon by its Lucide name. It follows the theme without being set again: pale when
//! disabled, accent when checked.
QIcon themeIcon(const QString &name, Ink ink = Ink::Muted);

//! The icon as a picture in one colour, from the pixmap cache when it was made before.
QPixmap iconPixmap(const QString &name, const QColor &colour, int size, double ratio);

//! Paints an icon centred in \a rect.
void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &colour);

//! The SVG text in one colour and stroke width; empty for an unknown name.
QByteArray iconSource(const QString &name, const QColor &colour, double stroke);

//! The stroke width on the 24 grid for an icon \a size pixels high: small marks are drawn heavier.
double iconStroke(double size);

QColor inkColour(Ink ink);

} // namespace Gatehouse::Ui
