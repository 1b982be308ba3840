// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"

#include <QtCore/QTimeZone>

class QJsonObject;

namespace Gatehouse::Ui {

class SeriesColours;

//! Incidents: failures of a provider that belong together, newest first.
class IncidentRows : public CellsModel
{
    Q_OBJECT

public:
    enum Column { Provider, Started, Lasted, Peak, Failed, Keys, Outcome, Seen, ColumnCount };

    //! \a colours outlive the model.
    explicit IncidentRows(SeriesColours &colours, QObject *parent = nullptr);

    //! GET /reliability.
    void setReport(const QJsonObject &report, const QTimeZone &zone);
    //! The filter of the requests that failed in it.
    QString filterOf(const QString &incident) const { return m_filters.value(incident); }
    bool isAcknowledged(const QString &incident) const { return m_seen.contains(incident); }
    int unseenCount() const { return rowCount() - int(m_seen.size()); }

private:
    Row rowOf(const QJsonObject &incident, const QJsonObject &report, const QTimeZone &zone);

    SeriesColours &m_colours;
    QHash<QString, QString> m_filters;
    QSet<QString> m_seen;
};

} // namespace Gatehouse::Ui
