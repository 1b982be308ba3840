// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/cellsmodel.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/reportmodel.h"

#include <QtWidgets/QWidget>

class QPushButton;

namespace Gatehouse::Ui {

class Banner;
class StatePanel;
class TableView;

//! The ways people are told, each with how its last message fared, and the log of all messages.
class AlertChannelsPane : public QWidget
{
    Q_OBJECT

public:
    enum Column { Channel, Address, Last, When, ColumnCount };
    enum LogColumn { Time, Through, Outcome, Attempts, Summary, LogColumnCount };

    //! \a configuration and \a clock outlive the pane.
    AlertChannelsPane(Api::AdminClient &client, ConfigurationModel &configuration,
                      const Clock &clock, QWidget *parent = nullptr);

    void refresh();
    void setEditable(bool editable);

Q_SIGNALS:
    void loaded();
    void done(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectParts();
    void showChannels();
    void showLog();
    void showButtons();
    void updateState();
    QString timeText(const QJsonValue &time) const;
    CellsModel::Row rowOf(const QJsonObject &channel) const;
    QString currentId() const;
    const Api::AlertChannel *written(const QString &id) const;
    void edit(const QString &id);
    void take(const Api::AlertChannel &channel, const QString &secret);
    void storeSecret(Api::AlertChannel channel, const QString &secret, bool isMade);
    void save(const Api::AlertChannel &channel, const QString &madeSecret);
    void remove();
    void test();

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    ReportModel m_model;
    ReportModel m_logModel;
    CellsModel m_rows;
    CellsModel m_logRows;
    Banner *m_failing = nullptr;
    TableView *m_table = nullptr;
    TableView *m_log = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_delete = nullptr;
    StatePanel *m_states = nullptr;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
