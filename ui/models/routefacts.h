// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "ui/models/overviewdata.h"

#include <QtCore/QHash>

class QJsonObject;

namespace Gatehouse::Ui {

//! A model that clients can ask for as "provider/model".
struct DirectModel {
    QString id; //!< "openai/gpt-4o-mini"
    QString provider;
    QString model;
    bool priced = true;

    bool operator==(const DirectModel &) const = default;
};

//! What a key may ask for.
struct KeyAccess {
    QString id;
    QString name;
    QStringList routes; //!< "*", a route, "openai/*"
    bool declared = false;

    bool operator==(const KeyAccess &) const = default;
};

//! What the gateway knows around its routes: models, health, traffic, keys.
struct RouteFacts {
    QList<DirectModel> models;
    QHash<QString, ProviderHealth> providers;
    QHash<QString, qint64> requests;               //!< by route (or direct model), last 24 h
    QHash<QString, QHash<QString, qint64>> served; //!< route → "provider/model" → requests, 24 h
    QList<KeyAccess> keys;

    const DirectModel *model(const QString &provider, const QString &model) const;
    QStringList modelsOf(const QString &provider) const;
    //! Not paused and not down: requests may go there.
    bool isUsable(const QString &provider) const;
    //! Which share of the route's answered requests the target got; none without traffic.
    std::optional<double> measuredShare(const QString &route, const QString &target) const;

    void takeModels(const QJsonObject &answer);
    void takeProviders(const QJsonObject &answer);
    void takeUsage(const QJsonObject &answer);
    void takeKeys(const QJsonObject &answer);
};

QString targetName(const Api::RouteTarget &target);
//! The share of the requests that each target is meant to get: by weight, or all to the first one
//! that is usable when the order decides.
QList<double> plannedShares(const Api::Route &route, const RouteFacts &facts);
//! How many targets can take a request now.
int usableTargets(const Api::Route &route, const RouteFacts &facts);

} // namespace Gatehouse::Ui
