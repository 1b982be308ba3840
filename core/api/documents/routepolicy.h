// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace Gatehouse::Api {

//! One provider and model, without a share of its own.
struct ModelReference {
    QString provider;
    QString model;

    bool operator==(const ModelReference &) const = default;
};

//! When a rule applies: every member that is given must hold. An empty condition always holds.
struct RuleCondition {
    QStringList keys;    //!< ids of keys, one of them
    QStringList teams;   //!< ids of teams, one of them
    QStringList tags;    //!< "project=search", one of them
    QStringList regions; //!< one of them is a region the caller is bound to
    std::optional<bool> tools;
    std::optional<bool> images;
    std::optional<bool> audio;
    std::optional<bool> structured;
    std::optional<bool> streamed;
    std::optional<int> promptTokensAbove;
    std::optional<int> promptTokensBelow;
    QStringList time; //!< "mon-fri 08:00-18:00" in the reporting zone, one of them
    std::optional<double> budgetUsedAbove; //!< percent of the fullest budget that binds the caller
    QMap<QString, QString> headers;        //!< name to value; "*" at an end stands for anything

    bool operator==(const RuleCondition &) const = default;
};

//! The first rule whose condition holds decides: exactly one of deny, route and targets.
struct RouteRule {
    QString name; //!< for people and traces
    RuleCondition when;
    QString deny;        //!< refused with this sentence
    QString route;       //!< goes to this route instead
    QStringList targets; //!< only these: "gpu", "gpu/*", "openai/gpt-4o", "tag:local"

    bool operator==(const RouteRule &) const = default;
};

//! What stops a canary.
struct CanaryGuard {
    std::optional<double> errorRateAbove; //!< percent of its requests
    std::optional<std::chrono::milliseconds> firstTokenP95Above;
    std::optional<double> costAbove; //!< percent above the cost of the others, per request
    int leastRequests = 20;          //!< before that nothing is judged

    bool operator==(const CanaryGuard &) const = default;
};

//! A share of the requests tries another target.
struct Canary {
    ModelReference target;
    double percent = 5;
    QStringList keys;                                  //!< these always, beside the share
    std::optional<std::chrono::milliseconds> duration; //!< then it gets everything
    CanaryGuard halt;

    bool operator==(const Canary &) const = default;
};

//! Copies of some requests, their answers unused.
struct Shadow {
    ModelReference target;
    double percent = 1;
    std::optional<qint64> dailyLimit; //!< nano-dollars

    bool operator==(const Shadow &) const = default;
};

//! A second attempt beside a slow first one, before the first byte.
struct Hedging {
    std::chrono::milliseconds after{1'000};
    double extraCost = 10; //!< percent of the route's requests that may be asked twice

    bool operator==(const Hedging &) const = default;
};

//! A stream is held back until it has proved its speed.
struct SlowStreamGuard {
    double tokensPerSecond = 5;
    std::chrono::milliseconds hold{2'000}; //!< how long it is judged

    bool operator==(const SlowStreamGuard &) const = default;
};

//! The end of a model name.
struct Retirement {
    QString date;   //!< "2027-01-01": callers are told from now on
    QString route;  //!< what replaces it, named to callers; after the date requests go there
    QString notice; //!< a sentence for callers

    bool operator==(const Retirement &) const = default;
};

} // namespace Gatehouse::Api
