// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/models/reportmodel.h"

#include <QtWidgets/QWidget>

class QPushButton;
class QLabel;

namespace Gatehouse::Api {
struct Contract;
}

namespace Gatehouse::Ui {

class Card;
class ChartPanel;
class ConfigurationModel;
class LineChart;
class StatePanel;
class TableView;

//! What was agreed with providers: how much of it is used, what is expected at the end, and the
//! burn-down of the chosen one against the straight line.
class CommitmentsPane : public QWidget
{
    Q_OBJECT

public:
    enum Column { Contract, Amount, Used, Terms, Expected, Until, State, ColumnCount };

    //! \a configuration and \a clock outlive the pane.
    CommitmentsPane(Api::AdminClient &client, ConfigurationModel &configuration, const Clock &clock,
                    QWidget *parent = nullptr);

    void refresh() { m_model.refresh(); }
    void setEditable(bool editable);

Q_SIGNALS:
    void loaded();
    void openRequests(const QString &filter);
    void done(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void buildChart();
    void connectParts();
    void showContracts();
    void showChart();
    void showButtons();
    void updateState();
    CellsModel::Row rowOf(const QJsonObject &contract) const;
    QJsonObject current() const;
    qsizetype placeOf(const QString &id) const;
    void edit(const QString &id);
    void save(const QString &id, const Api::Contract &contract);
    void remove();
    QDate today() const;

    ConfigurationModel &m_configuration;
    const Clock &m_clock;
    ReportModel m_model;
    CellsModel m_rows;
    TableView *m_table = nullptr;
    Card *m_tableCard = nullptr;
    Card *m_chartCard = nullptr;
    LineChart *m_chart = nullptr;
    ChartPanel *m_panel = nullptr;
    QLabel *m_sentence = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_delete = nullptr;
    StatePanel *m_states = nullptr;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
