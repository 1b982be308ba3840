// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/keystable.h"

#include "ui/models/keysfilter.h"
#include "ui/models/keysmodel.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/theme.h"

#include <QtWidgets/QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int nameCharacters = 12;
constexpr int cellPadding = 24;
//! In characters; the state is as wide as its widest pill, the name takes the rest.
constexpr int widths[] = {nameCharacters, 9, 16, 0, 9, 27, 20, 10, 12, 8, 10, 10, 10, 10, 12};
static_assert(std::size(widths) == KeysModel::ColumnCount);

//! Of the states that name a day, in this language.
int widestState()
{
    const QDateTime longest(QDate(2026, 11, 30), QTime(12, 0));
    int widest = 0;
    for (const auto state : {KeyRow::State::Rotating, KeyRow::State::Expiring}) {
        KeyRow key;
        key.state = state;
        key.expires = longest;
        key.oldUntil = longest;
        widest =
            std::max(widest, Pill::sizeFor(stateText(key, longest.addDays(-20)), true).width());
    }
    return widest;
}

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
    setColumnWidth(KeysModel::KeyState, widestState() + cellPadding);
    setYielding(KeysModel::Name, nameCharacters,
                {KeysModel::KeyState, KeysModel::Spent, KeysModel::Budget, KeysModel::Team,
                 KeysModel::Key, KeysModel::LastUsed, KeysModel::Binds, KeysModel::Rate,
                 KeysModel::Routes, KeysModel::Expires, KeysModel::Client, KeysModel::Tags});
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

} // namespace Gatehouse::Ui
