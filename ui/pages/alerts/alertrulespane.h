// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/cellsmodel.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/reportmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class StatePanel;
class TableView;

//! Everything that is watched, how it stands, and what may be done about it.
class AlertRulesPane : public QWidget
{
    Q_OBJECT

public:
    enum Column { Alert, Scope, State, Value, Since, Channels, ColumnCount };

    //! \a configuration and \a clock outlive the pane.
    AlertRulesPane(Api::AdminClient &client, ConfigurationModel &configuration, const Clock &clock,
                   QWidget *parent = nullptr);

    void refresh() { m_model.refresh(); }
    void select(const QString &id);
    void setEditable(bool editable);
    //! Asks for a new alert.
    void create() { edit({}); }
    void createOf(const QString &scope) { edit({}, scope); }
    void acknowledge();
    //! For an hour, or no longer.
    void toggleSnooze();

Q_SIGNALS:
    void loaded();
    void done(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectParts();
    void showRules();
    void showSummary();
    void showButtons();
    void updateState();
    CellsModel::Row rowOf(const QJsonObject &rule) const;
    QJsonObject current() const;
    void edit(const QString &id, const QString &scope = {});
    void save(const Api::AlertRule &rule, const QString &sentence);
    void toggleOff();
    void remove();
    void replace(const Api::Document &document, const QString &sentence);
    void send(Api::AdminCall *call, const QString &text);

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    ReportModel m_model;
    CellsModel m_rows;
    TableView *m_table = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_acknowledge = nullptr;
    QPushButton *m_snooze = nullptr;
    QPushButton *m_off = nullptr;
    QPushButton *m_remove = nullptr;
    StatePanel *m_states = nullptr;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
