// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/models/spendreport.h"

#include <QtCore/QHash>
#include <QtCore/QSortFilterProxyModel>

namespace Gatehouse::Ui {

//! The id of the row of totals.
inline const QString breakdownTotalId = QStringLiteral("total");
//! What machines paid by the hour cost while nobody used them, below the total.
inline const QString breakdownIdleId = QStringLiteral("idle");
//! Of the row that stands for all beyond the dearest.
inline const QString breakdownOtherId = QStringLiteral("other");
//! Of a group that every request belongs to.
inline const QString breakdownAllId = QStringLiteral("all");

//! The table of the breakdown; its columns are those of BreakdownPane.
QList<CellsModel::Column> breakdownColumns();
//! Against the period before.
CellsModel::Cell breakdownChange(qint64 cost, qint64 previous);

//! Rows as the person sorts them; the others and the totals stay at the end.
class BreakdownOrder : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

//! The rows of a report.
class BreakdownRows
{
public:
    struct Question {
        QString by;
        QString then; //!< may be empty
        QString measure;
    };

    //! \a report outlives the rows; \a colours: series by group.
    BreakdownRows(const SpendReport &report, Question question, QHash<QString, int> colours)
        : m_report(report)
        , m_question(std::move(question))
        , m_colours(std::move(colours))
    {
    }

    //! The dearest \a most and the others as one, -1 = each; the totals are the last.
    //! \a idle: what machines cost beside the requests, told in a row of its own.
    QList<CellsModel::Row> all(qsizetype most, std::optional<qint64> idle = {}) const;

private:
    CellsModel::Row otherRow(qsizetype from) const;
    CellsModel::Row rowOf(const SpendGroup &group) const;
    QList<CellsModel::Cell> cellsOf(const SpendSums &sums, qint64 previousCost) const;

    const SpendReport &m_report;
    Question m_question;
    QHash<QString, int> m_colours;
};

} // namespace Gatehouse::Ui
