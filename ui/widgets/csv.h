// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace Gatehouse::Ui {

//! \a text as a cell of a CSV file: quoted where it must be, and with an apostrophe before what a
//! spreadsheet would run (= + - @ or a control character first).
QByteArray csvCell(QString text);

} // namespace Gatehouse::Ui
