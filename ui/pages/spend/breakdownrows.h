// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/models/spendreport.h"

#include <QtCore/QHash>
#include <QtCore/QSortFilterProxyModel>

namespace Gatehouse::Ui {

//! The id of the row of totals.
inline const QString breakdownTotalId = QStringLiteral("total");

//! The table of the breakdown; its columns are those of BreakdownPane.
QList<CellsModel::Column> breakdownColumns();
//! Against the period before.
CellsModel::Cell breakdownChange(qint64 cost, qint64 previous);
//! What people call a group, also the requests without one.
QString breakdownGroupName(const QString &group, const QString &id, const QString &name);

//! Rows as the person sorts them; the row of totals stays at the end.
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

    //! \a report and \a colours (series by group) outlive the rows.
    BreakdownRows(const SpendReport &report, Question question, const QHash<QString, int> &colours)
        : m_report(report)
        , m_question(std::move(question))
        , m_colours(colours)
    {
    }

    //! The totals are the last.
    QList<CellsModel::Row> all() const;

private:
    CellsModel::Row rowOf(const SpendGroup &group) const;
    QList<CellsModel::Cell> cellsOf(const SpendSums &sums, qint64 previousCost) const;

    const SpendReport &m_report;
    Question m_question;
    const QHash<QString, int> &m_colours;
};

} // namespace Gatehouse::Ui
