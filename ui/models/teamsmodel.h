// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"

#include <QtCore/QAbstractTableModel>

namespace Gatehouse::Ui {

class ConfigurationModel;
class KeysModel;
class TeamSpend;

//! The teams of the configuration, with their keys, what they spent this month and of
//! their budgets.
class TeamsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TeamId, Name, Keys, Members, Routes, Residency, Spent, Budget, ColumnCount };

    TeamsModel(ConfigurationModel &configuration, KeysModel &keys, TeamSpend &spend,
               QObject *parent = nullptr);

    const Api::Team &team(int row) const { return m_teams.at(row); }
    //! The keys in force that belong to a team.
    QStringList keyNames(const QString &team) const;
    //! The people those keys belong to, each once.
    QStringList members(const QString &team) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void take();
    void showNumbers();
    QString budgetText(const QString &team) const;
    //! Share, tone and text of the meter.
    QVariant budgetData(const QString &team, int role) const;
    QString text(const Api::Team &team, int column) const;
    QVariant sortValue(const Api::Team &team, int column) const;

    ConfigurationModel &m_configuration;
    KeysModel &m_keys;
    TeamSpend &m_spend;
    QList<Api::Team> m_teams;
};

} // namespace Gatehouse::Ui
