// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/models/reportmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class SeriesColours;
class StatePanel;
class TableView;

//! What every model costs, models without a price first; and the way to work out the past anew and
//! to prove that the books agree.
class PricesPane : public QWidget
{
    Q_OBJECT

public:
    //! Everything handed in outlives the pane.
    PricesPane(Api::AdminClient &client, const Clock &clock, const SeriesColours &names,
               QWidget *parent = nullptr);

    void refresh();
    //! Only models and providers with this in their names.
    void setFilter(const QString &text);
    //! False while the gateway does not answer.
    void setEditable(bool editable);

Q_SIGNALS:
    void loaded();
    //! Own prices and the list are kept in the settings.
    void openPrices();
    void openRequests(const QString &filter);
    void done(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Column { Model, Input, Output, CacheRead, CacheWrite, Each, From, Source, Version };

    void buildTable();
    void showPrices();
    void updateState();
    void openRow(const QModelIndex &index);
    void recalculate();
    void updateList();
    void undoUpdate();
    void showMachines();
    void correctHour();
    void checkBooks();
    void showCheck(const QJsonObject &report);

    Api::AdminClient &m_client;
    const Clock &m_clock;
    const SeriesColours &m_names; //!< of providers
    ReportModel m_model;
    ReportModel m_usage;    //!< which models were used without a price
    ReportModel m_machines; //!< what is paid by the hour
    CellsModel m_rows;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_recalculate = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_own = nullptr;
    QPushButton *m_update = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_correct = nullptr; //!< where there are machines paid by the hour
    QLabel *m_machineLines = nullptr;
    QLabel *m_list = nullptr;
    QLabel *m_result = nullptr;
    TableView *m_table = nullptr;
    StatePanel *m_states = nullptr;
};

} // namespace Gatehouse::Ui
