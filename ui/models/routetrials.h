// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/route.h"
#include "ui/models/cellsmodel.h"
#include "ui/models/overviewdata.h"

#include <QtCore/QTimer>

namespace Gatehouse::Ui {

//! One target on trial beside the others: a canary or a shadow.
struct RouteTrial {
    struct Side {
        qint64 requests = 0;
        MaybeNumber success;
        MaybeNumber firstTokenMs; //!< p95
        MaybeNumber totalMs;      //!< p95
        std::optional<qint64> meanCost;

        bool operator==(const Side &) const = default;
    };

    QString target; //!< "openai/gpt-next"
    double percent = 0;
    QDateTime since;     //!< of a canary
    bool halted = false; //!< of a canary
    int leastRequests = 0;
    Side trial;
    Side control;
    std::optional<qint64> dailyLimit; //!< of a shadow
    qint64 spentToday = 0;
    qint64 copied = 0;
    qint64 leftOut = 0;

    bool operator==(const RouteTrial &) const = default;
};

//! The columns and rows of a table that compares both sides.
QList<CellsModel::Column> trialColumns();
QList<CellsModel::Row> trialRows(const RouteTrial &trial);
//! "10 % of the requests since 14:06." and what else there is to say of a canary.
QString canarySentence(const RouteTrial &trial, const QTimeZone &zone);
//! "1 % of the requests copied; $0.12 of $5.00 used today." and the like.
QString shadowSentence(const RouteTrial &trial);

//! A key that asked for a name which ends.
struct RouteCaller {
    QString name;
    QString team;
    qint64 requests = 0;
    QDate lastDay;

    bool operator==(const RouteCaller &) const = default;
};

QList<CellsModel::Column> callerColumns();
QList<CellsModel::Row> callerRows(const QList<RouteCaller> &callers);

//! What the gateway tells of the trials of one route, and who still asks for it when its name ends.
//! Asked for again every few seconds while it is active.
class RouteTrials : public QObject
{
    Q_OBJECT

public:
    explicit RouteTrials(Api::AdminClient &client, QObject *parent = nullptr);

    //! The route as it is in force; null shows nothing.
    void setRoute(const Api::Route *route);
    void setActive(bool active);
    void refresh();

    const std::optional<RouteTrial> &canary() const { return m_canary; }
    const std::optional<RouteTrial> &shadow() const { return m_shadow; }
    //! Null until that is known, and for a name that does not end.
    const std::optional<QList<RouteCaller>> &callers() const { return m_callers; }

Q_SIGNALS:
    void changed();

private:
    void clear();
    void askTrials();
    void askCallers();

    Api::AdminClient &m_client;
    QTimer m_timer;
    QString m_route;
    bool m_hasTrials = false;
    bool m_ends = false;
    std::optional<RouteTrial> m_canary;
    std::optional<RouteTrial> m_shadow;
    std::optional<QList<RouteCaller>> m_callers;
};

} // namespace Gatehouse::Ui
