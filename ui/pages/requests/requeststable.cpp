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
    setExportable(false); // the page exports more than is loaded
    setSelectionMode(QAbstractItemView::SingleSelection);
    sizeColumns();
    setYielding(RequestsModel::Model, modelCharacters,
                {RequestsModel::Time, RequestsModel::Status, RequestsModel::Route,
                 RequestsModel::Provider, RequestsModel::Cost, RequestsModel::Total,
                 RequestsModel::Tokens, RequestsModel::Attempts, RequestsModel::FirstToken,
                 RequestsModel::Key});
}

void RequestsTable::sizeColumns()
{
    static constexpr int widths[] = {13, 10, 11, modelCharacters, 18, 4, 11, 8, 8, 7, 10, 10, 13,
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
    Q_EMIT resized();
}

} // namespace Gatehouse::Ui
