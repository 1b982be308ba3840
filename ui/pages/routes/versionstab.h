// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QStringListModel;

namespace Gatehouse::Ui {

class ConfigurationModel;
class RevisionsModel;
class StatePanel;
class TableView;

//! Every version of the configuration: who, when, why, what differs from the one in force, and the
//! way back to it.
class VersionsTab : public QWidget
{
    Q_OBJECT

public:
    VersionsTab(Api::AdminClient &client, ConfigurationModel &configuration,
                QWidget *parent = nullptr);

    void refresh();
    void setLocked(bool locked);

private:
    QWidget *makeDetail();
    void showSelected();
    void showDifference(qint64 number, const QStringList &sentences);
    QString storyOf(int row) const;
    void restore();
    qint64 selected() const;

    ConfigurationModel &m_configuration;
    RevisionsModel *m_model;
    StatePanel *m_state;
    TableView *m_table;
    QPushButton *m_more;
    QLabel *m_title = nullptr;
    QLabel *m_story = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_error = nullptr;
    QStringListModel *m_difference = nullptr;
    QPushButton *m_restore = nullptr;
    bool m_locked = false;
};

} // namespace Gatehouse::Ui
