// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Gatehouse {

//! \a text as a cell of a CSV file: quoted where it must be, and with an apostrophe before what a
//! spreadsheet would run (= + - @ or a control character first).
QByteArray csvCell(QString text);

//! A row of a CSV file and the line it begins on, counted from 1.
struct CsvRow {
    int line = 0;
    QStringList cells;

    bool operator==(const CsvRow &) const = default;
};

//! How large a CSV file may be.
struct CsvBounds {
    qsizetype bytes = 64 * 1024 * 1024;
    qsizetype rows = 1'000'000;
    int columns = 200;
};

//! The rows of a CSV file (RFC 4180; commas or semicolons, whichever the first line has more of;
//! empty lines are left out). The error's path names the line: "line 7".
Result<QList<CsvRow>> readCsv(const QByteArray &text, const CsvBounds &bounds = {});

} // namespace Gatehouse
