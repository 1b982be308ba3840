// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overviewdata.h"

#include <QtCore/QAbstractListModel>

namespace Gatehouse::Ui {

//! What happened lately, newest first.
class EventListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit EventListModel(int limit, QObject *parent = nullptr);

    void setEvents(const QList<GatewayEvent> &events, const QDateTime &now, const QTimeZone &zone);
    //! One more, just told by the gateway.
    void addEvent(const GatewayEvent &event);
    const GatewayEvent &event(int row) const { return m_events.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    int m_limit;
    QList<GatewayEvent> m_events;
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace Gatehouse::Ui
