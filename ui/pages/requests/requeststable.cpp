// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requeststable.h"

#include "ui/models/requestcell.h"
#include "ui/models/requestdata.h"
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

//! What a column of numbers shows whole: half of a number is another one.
QList<std::pair<int, QString>> widestTexts()
{
    constexpr double longRequestMs = (59 * 60 + 59) * 1000.0;
    RequestRow row; // without a price: words are wider than amounts
    row.tokensEstimated = true;
    row.tokensIn = 128'000;
    row.tokensOut = 12'800;
    row.firstTokenMs = longRequestMs;
    row.totalMs = longRequestMs;
    QList<std::pair<int, QString>> widest;
    for (const int column : {RequestsModel::Tokens, RequestsModel::Cost, RequestsModel::FirstToken,
                             RequestsModel::Total})
        widest.append({column, RequestCell(row, column, longRequestMs).text().toString()});
    return widest;
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
        widenColumn(column, titles.horizontalAdvance(title) + titlePadding);
    }
    for (const auto &[column, widest] : widestTexts()) {
        const int before = columnWidth(column);
        setColumnText(column, widest);
        widenColumn(column, before);
    }
}

void RequestsTable::widenColumn(int column, int least)
{
    setColumnWidth(column, std::max(columnWidth(column), least));
}

void RequestsTable::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    Q_EMIT resized();
}

} // namespace Gatehouse::Ui
