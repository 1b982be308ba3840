// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requeststable.h"

#include "ui/models/requestsmodel.h"
#include "ui/widgets/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int modelCharacters = 16;
constexpr int titlePadding = 40;
constexpr int cellPadding = 24;

// Shown until the person chooses: what fits beside each other at 1440 pixels.
bool shownAtFirst(int column)
{
    return column <= RequestsModel::Key;
}

} // namespace

RequestsTable::RequestsTable(RequestsModel &model, QWidget *parent)
    : TableView(parent)
{
    setObjectName(u"requests.table"_s);
    setAccessibleName(tr("Requests, newest first"));
    setModel(&model);
    setSelectionMode(QAbstractItemView::SingleSelection);
    sizeColumns();
    connect(this, &TableView::columnsChanged, this, &RequestsTable::fitColumns);
}

void RequestsTable::sizeColumns()
{
    static constexpr int widths[] = {10, 10, 11, modelCharacters, 15, 4, 11, 7, 8, 7, 10, 10, 13,
                                     8,  16, 32};
    static_assert(std::size(widths) == RequestsModel::ColumnCount);
    const QFontMetrics titles(roleFont(FontRole::TableHeader));
    for (int column = 0; column < RequestsModel::ColumnCount; ++column) {
        setColumnCharacters(column, widths[column]);
        setColumnHidden(column, !shownAtFirst(column));
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        setColumnWidth(
            column, std::max(columnWidth(column), titles.horizontalAdvance(title) + titlePadding));
    }
}

void RequestsTable::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    fitColumns();
    Q_EMIT resized();
}

void RequestsTable::fitColumns()
{
    int others = 0;
    for (int column = 0; column < RequestsModel::ColumnCount; ++column)
        if (column != RequestsModel::Model && !isColumnHidden(column))
            others += columnWidth(column);
    const QFontMetrics metrics(roleFont(FontRole::TableCell));
    const int least = cellPadding + modelCharacters * metrics.horizontalAdvance(u'0');
    setColumnWidth(RequestsModel::Model, std::max(least, viewport()->width() - others));
}

} // namespace Gatehouse::Ui
