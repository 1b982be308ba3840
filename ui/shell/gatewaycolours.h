// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>

namespace Gatehouse::Ui {

//! The colours that gateways are labelled with, by index of the theme's series colours.
QStringList gatewayColourNames();
//! A square of one of them in the theme of now.
QPixmap colourLabel(int colour, double pixelRatio);
//! The program's icon with that square in a corner, for the list of windows.
QIcon colouredIcon(int colour);

} // namespace Gatehouse::Ui
