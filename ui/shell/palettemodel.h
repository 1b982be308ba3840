// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/paletteentry.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! The rows of the palette for what was typed: the best first, of equals those used lately. A first
//! character chooses a kind: ">" actions, "@" keys and teams, "#" a request, "?" help.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { WhereRole = Qt::UserRole + 1, IconRole, ShortcutRole, AsksRole };
    static constexpr int mostShown = 60;

    using QAbstractListModel::QAbstractListModel;

    //! \a makeRequest gives the row that opens the request with an id.
    void setEntries(QList<PaletteEntry> entries, QStringList recent,
                    std::function<PaletteEntry(const QString &id)> makeRequest = {});
    void setTyped(const QString &typed);
    const PaletteEntry &entry(int row) const { return m_shown.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void search();

    QList<PaletteEntry> m_entries;
    QStringList m_recent;
    std::function<PaletteEntry(const QString &)> m_makeRequest;
    QString m_typed;
    QList<PaletteEntry> m_shown;
};

} // namespace Gatehouse::Ui
