// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/incidentrows.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class SeriesColours;
class TableView;

//! Failures that belong together, from their start to their end, and who has seen them.
class IncidentCard : public Card
{
    Q_OBJECT

public:
    //! \a colours outlives the card.
    IncidentCard(Api::AdminClient &client, SeriesColours &colours, QWidget *parent = nullptr);

    void setReport(const QJsonObject &report, const QTimeZone &zone);
    //! False while the gateway does not answer.
    void setEditable(bool editable);
    //! The incident chosen, or else the newest that nobody has seen.
    void acknowledge();

Q_SIGNALS:
    void openRequests(const QString &filter);
    //! The gateway is asked for a change; \a text says what was done once it answers.
    void changeAsked(Gatehouse::Api::AdminCall *call, const QString &text);

private:
    void sizeColumns();
    void showButton();

    Api::AdminClient &m_client;
    IncidentRows m_rows;
    TableView *m_table;
    QLabel *m_none;
    QPushButton *m_acknowledge;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
