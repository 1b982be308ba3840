// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportmodel.h"

class QModelIndex;

namespace Gatehouse::Ui {

//! The requests behind the numbers of a latency report.
struct LatencyFilter {
    QJsonObject report;
    ReportTimes times;
    QString narrowed; //!< what the page is narrowed to, as words

    //! The words that the controls and the narrowing say.
    QString base() const;
    QString ofPoints(int first, int last) const;
    //! A cell of the heat map; a row below 0 is the whole column.
    QString ofCell(int column, int row) const;
    //! A cell of the table.
    QString ofRow(const QModelIndex &index) const;
};

} // namespace Gatehouse::Ui
