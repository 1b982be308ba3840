// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overviewdata.h"
#include "ui/widgets/steplist.h"

#include <QtCore/QJsonObject>

namespace Gatehouse::Ui {

//! One try at one target.
struct RequestAttempt {
    QString provider;
    QString model;
    QString key;
    QString result;       //!< "answered", "rate_limited", …: the engine's list of outcomes
    int status = 0;       //!< 0 when no answer came
    double startedMs = 0; //!< since the request came in
    MaybeNumber ms;
    MaybeNumber connectedMs;
    MaybeNumber headMs;
    MaybeNumber firstTokenMs;
    MaybeMoney cost; //!< of one that was billed
    QString upstreamId;
    QString detail;

    bool operator==(const RequestAttempt &) const = default;
};

//! One request as the list shows it.
struct RequestRow {
    QString id;
    QDateTime time;
    bool running = false;
    int status = 0;
    QString outcome;
    QString front;
    QString route;
    QString modelAsked;
    QString provider;
    QString model;
    QString key;
    QString keyName;
    QString team;
    QString client;
    qint64 tokensIn = 0;
    qint64 tokensCached = 0;
    qint64 tokensOut = 0;
    bool tokensEstimated = false;
    MaybeMoney cost;
    MaybeNumber firstTokenMs;
    MaybeNumber totalMs;
    QList<RequestAttempt> attempts;
    QString cache;
    bool streamed = false;
    QString tags; //!< "project=web, step=2"
    QString errorCode;
    QString errorDetail;

    //! Answered by another target than the first one tried.
    bool servedByFallback() const;
    bool failed() const { return !running && status >= 400; }
    bool operator==(const RequestRow &) const = default;
};

struct CostLine {
    QString label;
    qint64 tokens = 0;
    MaybeNumber units;     //!< pictures, seconds …: in place of tokens
    MaybeMoney perMillion; //!< of tokens
    MaybeMoney perUnit;
    MaybeMoney cost;

    bool operator==(const CostLine &) const = default;
};

//! A budget that counts a request: scope "team:research", name "Research".
struct RequestBudget {
    QString scope;
    QString name;
    QString period;

    bool operator==(const RequestBudget &) const = default;
};

//! Everything known of one request.
struct RequestDetails {
    RequestRow row;
    QList<RouteStep> steps;
    QList<RouteStep> candidates; //!< name "provider/model", ok when it fits, text why
    QStringList plan;
    QList<CostLine> costLines;
    MaybeNumber multiplier;
    MaybeMoney listCost;
    qint64 cacheSaved = 0; //!< nano-dollars that cached input would have cost more
    QString priceVersion;
    //! Whose present period counts it; none known from a gateway that does not tell.
    std::optional<QList<RequestBudget>> budgets;
    QJsonObject record; //!< as the gateway gave it
};

//! Reads a row of GET /requests or of an event; what is missing stays unknown.
RequestRow parseRequestRow(const QJsonObject &object);
RequestDetails parseRequestDetails(const QJsonObject &object);

//! "overloaded" of an outcome's wire name, in the person's language; for steps of a sentence and
//! cells of a table.
QString outcomeText(const QString &outcome);

} // namespace Gatehouse::Ui
