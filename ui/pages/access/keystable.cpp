// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/keystable.h"

#include "ui/models/keysfilter.h"
#include "ui/models/keysmodel.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/theme.h"

#include <QtWidgets/QHeaderView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int nameCharacters = 12;
constexpr int cellPadding = 24;
//! In characters; the state is as wide as its widest pill, the name takes the rest.
constexpr int widths[] = {nameCharacters, 9, 16, 0, 9, 23, 20, 10, 12, 8, 10, 10, 10, 10, 12};
static_assert(std::size(widths) == KeysModel::ColumnCount);

} // namespace

KeysTable::KeysTable(KeysModel &keys, KeysFilter &filter, QWidget *parent)
    : TableView(parent)
    , m_keys(keys)
{
    setObjectName(u"access.keysTable"_s);
    setAccessibleName(tr("Keys"));
    setModel(&filter);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSortingEnabled(true);
    sortByColumn(KeysModel::Name, Qt::AscendingOrder);
    horizontalHeader()->setSectionsMovable(true);
    for (int column = 0; column < KeysModel::ColumnCount; ++column)
        setColumnCharacters(column, widths[column]);
    // For who asks: in the details and the header's menu.
    setColumnHidden(KeysModel::Owner, true);
    setColumnHidden(KeysModel::Created, true);
    setColumnWidth(KeysModel::KeyState,
                   Pill::sizeFor(tr("Rotating until 30 Nov"), true).width() + cellPadding);
}

QList<KeyRow> KeysTable::selected() const
{
    QList<KeyRow> keys;
    for (const QModelIndex &row : selectionModel()->selectedRows())
        if (const KeyRow *key = m_keys.find(row.data(CellRole::Id).toString()))
            keys.append(*key);
    return keys;
}

QList<KeyRow> KeysTable::selectedOwn() const
{
    QList<KeyRow> keys = selected();
    keys.removeIf([](const KeyRow &key) { return key.declared || key.isDeleted(); });
    return keys;
}

const KeyRow *KeysTable::current() const
{
    return m_keys.find(currentIndex().data(CellRole::Id).toString());
}

void KeysTable::select(const QString &id)
{
    for (int row = 0; row < model()->rowCount(); ++row)
        if (model()->index(row, 0).data(CellRole::Id).toString() == id)
            setCurrentIndex(model()->index(row, KeysModel::Name));
}

void KeysTable::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    int others = 0;
    for (int column = 0; column < KeysModel::ColumnCount; ++column)
        if (column != KeysModel::Name)
            others += columnWidth(column);
    const int least = cellPadding
        + nameCharacters * QFontMetrics(roleFont(FontRole::TableCell)).horizontalAdvance(u'0');
    setColumnWidth(KeysModel::Name, std::max(least, viewport()->width() - others));
}

} // namespace Gatehouse::Ui
