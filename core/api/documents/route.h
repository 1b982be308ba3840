// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/routepolicy.h"

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
    QStringList tags = {}; //!< rules may name them: "tag:local"
    int contextTokens = 0; //!< most it takes; 0: as the catalogue says
    bool pinned = false;   //!< an answer by another model than this one is an alert

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
    QList<RouteRule> rules; //!< first match wins
    std::optional<Canary> canary;
    std::optional<Shadow> shadow;
    std::optional<Hedging> hedge;
    std::optional<SlowStreamGuard> slowStream;
    std::optional<Retirement> retire;
    //! Longest wait for a place before the next target is tried; absent: the provider's.
    std::optional<std::chrono::milliseconds> maxWait;
    //! For a request with all its attempts; absent: the provider's total.
    std::optional<std::chrono::milliseconds> totalTime;
    int promptLimit = 0; //!< tokens; larger requests are refused; 0: none
    QString stickyBy;    //!< key, team or session; empty: session, else key
    //! Parameters forced, capped or removed: {"temperature": 0.2, "max_tokens": {"cap": 1000},
    //! "seed": {"remove": true}}.
    QJsonObject set;
    //! Sections the engine does not act on yet, kept verbatim: cache, record_bodies.
    QJsonObject other;

    bool operator==(const Route &) const = default;
};

} // namespace Gatehouse::Api
