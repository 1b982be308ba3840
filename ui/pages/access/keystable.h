// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keydata.h"
#include "ui/widgets/tableview.h"

namespace Gatehouse::Ui {

class KeysFilter;
class KeysModel;

//! The table of keys: sorted, several rows selectable, the name column taking what is left.
class KeysTable : public TableView
{
    Q_OBJECT

public:
    KeysTable(KeysModel &keys, KeysFilter &filter, QWidget *parent = nullptr);

    QList<KeyRow> selected() const;
    //! Selected keys that were made here and are in force, so can be changed here.
    QList<KeyRow> selectedOwn() const;
    //! Null when no row is current. Valid until the model changes.
    const KeyRow *current() const;

private:
    KeysModel &m_keys;
};

} // namespace Gatehouse::Ui
