// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/document.h"
#include "core/base/clock.h"

#include <QtWidgets/QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;

namespace Gatehouse::Ui {

class Banner;
class ConfigurationModel;
class KeysModel;
class StatePanel;
class TableView;
class TeamSpend;
class TeamSpendCard;
class TeamsModel;

//! The tab of teams: groups of keys with rules of their own.
class TeamsPane : public QWidget
{
    Q_OBJECT

public:
    //! \a names gives the models and routes to choose from.
    TeamsPane(Api::AdminClient &client, const Clock &clock, ConfigurationModel &configuration,
              KeysModel &keys, std::function<QStringList()> names, QWidget *parent = nullptr);

    void newTeam();

Q_SIGNALS:
    void openRequests(const QString &filter);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QLayout *makeActionLine();
    QWidget *makeTable();
    void addShortcuts();
    void showState();
    void showActions();
    //! None when no row is current.
    const Api::Team *current() const;
    void edit();
    void remove();
    void showProblem(const QString &title, const QString &text);

    ConfigurationModel &m_configuration;
    TeamSpend *m_spend;
    TeamsModel *m_teams;
    QSortFilterProxyModel *m_sorted;
    std::function<QStringList()> m_names;
    QLabel *m_summary = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_delete = nullptr;
    Banner *m_problem = nullptr;
    StatePanel *m_state = nullptr;
    TableView *m_table = nullptr;
    TeamSpendCard *m_spendCard = nullptr;
};

} // namespace Gatehouse::Ui
