// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/celldelegate.h"

#include <QtCore/QVariant>

namespace Gatehouse::Ui {

struct RequestRow;

//! How one cell of the table of requests looks; the columns are those of RequestsModel.
class RequestCell
{
public:
    //! \a slowestMs: where the bar of a running request is full. \a row outlives the cell.
    RequestCell(const RequestRow &row, int column, double slowestMs)
        : m_row(row)
        , m_column(column)
        , m_slowestMs(slowestMs)
    {
    }

    static bool isNumeric(int column);

    CellKind kind() const;
    QVariant text() const;
    QString accessibleText() const;
    QVariant toolTip() const;
    QVariant detail() const;
    QVariant tone() const;
    QVariant icon() const;
    //! Of the bar.
    QVariant share() const;

private:
    //! A bar that grows beside the time a running request has taken so far.
    bool isBar() const;

    const RequestRow &m_row;
    int m_column;
    double m_slowestMs;
};

QString requestColumnTitle(int column);

} // namespace Gatehouse::Ui
