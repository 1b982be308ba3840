// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/celldelegate.h"

#include <QtCore/QAbstractTableModel>

namespace Gatehouse::Ui {

//! A small table of finished cells, for the facts of one object: attempts, cost lines, checks.
class CellsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Column {
        QString key;
        QString title;
        CellKind kind = CellKind::Text;
    };
    struct Cell {
        QString text;
        std::optional<Tone> tone = std::nullopt;
        QString icon = {};
        QString toolTip = {};
        QString detail = {};                        //!< second line of CellKind::TwoLine
        QVariant sort = {};                         //!< what sorts in place of the text
        std::optional<int> series = std::nullopt;   //!< of CellKind::Swatch
        std::optional<double> share = std::nullopt; //!< of CellKind::Meter
        QVariant value = {}; //!< what an export writes; unless set, a sort that is a number or time
    };
    struct Row {
        QString id;
        QList<Cell> cells;
    };

    //! An amount of nano-dollars; "–" where it is not known.
    static Cell moneyCell(std::optional<qint64> nanoUsd);

    explicit CellsModel(QList<Column> columns, QObject *parent = nullptr);

    void setRows(QList<Row> rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Column> m_columns;
    QList<Row> m_rows;
};

} // namespace Gatehouse::Ui
