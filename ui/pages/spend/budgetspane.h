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

//! Every budget with what is spent, reserved and left of it, and what may be done about it.
class BudgetsPane : public QWidget
{
    Q_OBJECT

public:
    enum Column {
        Budget,
        Limit,
        Spent,
        Reserved,
        Left,
        Resets,
        Exhausted,
        State,
        Above,
        ColumnCount
    };

    //! \a configuration and \a clock outlive the pane.
    BudgetsPane(Api::AdminClient &client, ConfigurationModel &configuration, const Clock &clock,
                QWidget *parent = nullptr);

    void refresh();
    //! The budget with this id, if there is one.
    void select(const QString &id);
    //! False while the gateway does not answer.
    void setEditable(bool editable);

Q_SIGNALS:
    //! An answer is there, or it is known that there is none.
    void loaded();
    void openRequests(const QString &filter);
    void done(const QString &text);
    //! What the whole gateway may spend in a month, where that is said; nano-dollars.
    void monthlyBudget(std::optional<qint64> nano);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTable();
    void connectParts();
    void showBudgets();
    void showPause();
    void showButtons();
    void updateState();
    QJsonObject current() const;
    QString scopeText(const QString &scope) const;
    //! Its place in the configuration, -1 when it is not there.
    qsizetype placeOf(const QString &id) const;
    void edit(const QString &id);
    void save(const QString &id, const Api::Budget &budget);
    void askDelete();
    void askReset();
    void raise();
    void askPause();
    void send(Api::AdminCall *call, const QString &text);
    void openRow(const QModelIndex &index);

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    ReportModel m_model;
    ReportModel m_pauseModel;
    CellsModel m_rows;
    TableView *m_table = nullptr;
    Banner *m_pause = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_raise = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_pauseButton = nullptr;
    StatePanel *m_states = nullptr;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
