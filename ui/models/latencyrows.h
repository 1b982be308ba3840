// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"

class QJsonObject;

namespace Gatehouse::Ui {

class SeriesColours;

//! The table of the latency page: one row per provider, model or route.
class LatencyRows : public CellsModel
{
    Q_OBJECT

public:
    enum Column {
        Target,
        Samples,
        FirstTokenP50,
        FirstTokenP95,
        TotalP50,
        TotalP95,
        TotalP99,
        Speed,
        SpeedSlowest,
        Gateway,
        Change,
        ColumnCount
    };

    //! \a colours outlive the model.
    explicit LatencyRows(SeriesColours &colours, QObject *parent = nullptr);

    //! GET /latency.
    void setReport(const QJsonObject &report);

private:
    Row rowOf(const QJsonObject &object, bool byProvider, int index) const;

    SeriesColours &m_colours;
};

} // namespace Gatehouse::Ui
