// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSortFilterProxyModel>

namespace Gatehouse::Ui {

class KeysModel;

//! The keys that pass the words and the quick filter, sorted as a person would.
class KeysFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Quick { All, NeverUsed, Unused90Days, Deleted };

    explicit KeysFilter(KeysModel &keys, QObject *parent = nullptr);

    //! Every word must stand somewhere in the row: name, team, shown key, models, note, address.
    void setWords(const QString &words);
    void setQuick(Quick quick);
    Quick quick() const { return m_quick; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    KeysModel &m_keys;
    QStringList m_words;
    Quick m_quick = Quick::All;
};

} // namespace Gatehouse::Ui
