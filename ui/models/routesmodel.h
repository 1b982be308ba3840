// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/routefacts.h"
#include "ui/models/routesdraft.h"
#include "ui/models/routetrials.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimer>

namespace Gatehouse::Ui {

class ConfigurationModel;

//! Everything the routes page shows: the draft of the configuration, and the facts around it.
class RoutesModel : public QObject
{
    Q_OBJECT

public:
    RoutesModel(Api::AdminClient &client, ConfigurationModel &configuration,
                QObject *parent = nullptr);

    RoutesDraft &draft() { return m_draft; }
    //! Of the route that is shown.
    RouteTrials &trials() { return m_trials; }
    const RouteFacts &facts() const { return m_facts; }
    //! Every question was answered once, well or not.
    bool isAnswered() const { return m_answered; }
    //! What could not be read, in words; empty when all was.
    const QStringList &missing() const { return m_missing; }

    void refresh();
    //! Asks who changed the configuration since the draft was made, and how: conflictRead()
    //! follows.
    void askConflict();
    //! A hidden page does not refresh.
    void setActive(bool active);

Q_SIGNALS:
    void factsChanged();
    //! Empty and invalid when it could not be read.
    void conflictRead(const QString &who, const QDateTime &time, const QStringList &difference);

private:
    using Take = void (RouteFacts::*)(const QJsonObject &);
    void ask(const QString &path, const QUrlQuery &query, const QString &what, Take take);

    Api::AdminClient &m_client;
    RoutesDraft m_draft;
    RouteFacts m_facts;
    RouteTrials m_trials;
    QStringList m_missing;
    QStringList m_failing;
    QTimer m_timer;
    int m_open = 0;
    bool m_answered = false;
};

} // namespace Gatehouse::Ui
