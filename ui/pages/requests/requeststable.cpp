// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requeststable.h"

#include "ui/models/requestcell.h"
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
    connect(&model, &RequestsModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { makeRoom(first, last); });
    connect(&model, &RequestsModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                makeRoom(first.row(), last.row());
            });
    connect(&model, &RequestsModel::modelReset, this,
            [this] { makeRoom(0, this->model()->rowCount() - 1); });
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
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        m_widths[column] =
            std::max(columnWidth(column), titles.horizontalAdvance(title) + titlePadding);
        setColumnWidth(column, m_widths[column]);
        setColumnHidden(column, !shownAtFirst(column));
    }
}

//! Half of a number is another one, so a column of numbers becomes as wide as the widest in it.
void RequestsTable::makeRoom(int first, int last)
{
    bool isWider = false;
    for (int column = 0; column < RequestsModel::ColumnCount; ++column) {
        int needed = 0;
        for (int row = first; RequestCell::isNumeric(column) && row <= last; ++row)
            needed = std::max(needed,
                              neededWidth(column, model()->index(row, column).data().toString()));
        if (needed <= m_widths[column])
            continue;
        m_widths[column] = needed;
        setColumnWidth(column, needed);
        isWider = true;
    }
    if (isWider)
        fitColumns();
}

void RequestsTable::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    Q_EMIT resized();
}

} // namespace Gatehouse::Ui
