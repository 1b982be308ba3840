// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/cellsmodel.h"
#include "ui/models/reportmodel.h"

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

class NoticeLog;
class StatePanel;
class TableView;

//! What has fired: when, how bad, when it ended, who took note; and what this desktop told of.
class AlertHistoryPane : public QWidget
{
    Q_OBJECT

public:
    enum Column { Alert, Severity, Value, Fired, Ended, Acknowledged, ColumnCount };

    AlertHistoryPane(Api::AdminClient &client, const Clock &clock, const NoticeLog &notices,
                     QWidget *parent = nullptr);

    void refresh() { m_model.refresh(); }

Q_SIGNALS:
    void loaded();
    //! A notification leads there.
    void openRequested(const QString &page, const QString &filter);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showHistory();
    void updateState();
    CellsModel::Row rowOf(const QJsonObject &alert) const;
    QString timeText(const QJsonValue &time) const;

    ReportModel m_model;
    CellsModel m_rows;
    TableView *m_table;
    StatePanel *m_states;
};

} // namespace Gatehouse::Ui
