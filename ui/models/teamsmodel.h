// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"

#include <QtCore/QAbstractTableModel>

namespace Gatehouse::Ui {

class ConfigurationModel;
class KeysModel;

//! The teams of the configuration, with their keys and what they spent this month.
class TeamsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TeamId, Name, Members, Routes, Residency, Spent, ColumnCount };

    TeamsModel(ConfigurationModel &configuration, KeysModel &keys, QObject *parent = nullptr);

    const Api::Team &team(int row) const { return m_teams.at(row); }
    //! The keys in force that belong to a team.
    QStringList keyNames(const QString &team) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void take();
    QString text(const Api::Team &team, int column) const;
    QVariant sortValue(const Api::Team &team, int column) const;

    ConfigurationModel &m_configuration;
    KeysModel &m_keys;
    QList<Api::Team> m_teams;
};

} // namespace Gatehouse::Ui
