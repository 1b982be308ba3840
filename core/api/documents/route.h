// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>

namespace Gatehouse::Api {

struct RouteTarget {
    QString provider;
    QString model;
    double weight = 1;

    bool operator==(const RouteTarget &) const = default;
};

struct RetryPolicy {
    int attempts = 3; //!< upstream calls in all, first one included
    std::chrono::milliseconds backoff{200};
    QStringList on{QStringLiteral("connect"), QStringLiteral("timeout"), QStringLiteral("429"),
                   QStringLiteral("5xx")};

    bool operator==(const RetryPolicy &) const = default;
};

//! A model name clients ask for and where its requests go. Section "routes".
struct Route {
    QString id;
    QString strategy = QStringLiteral("priority");
    QList<RouteTarget> targets;
    QStringList fallback; //!< ids of other routes, tried in order
    RetryPolicy retry;
    QStringList residency;
    //! Sections the engine does not act on yet, kept verbatim: rules, cache, canary, shadow, set,
    //! record_bodies.
    QJsonObject other;

    bool operator==(const Route &) const = default;
};

} // namespace Gatehouse::Api
