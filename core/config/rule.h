// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/routepolicy.h"
#include "core/api/documents/timewindow.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace Gatehouse::Config {

struct Route;

//! A request header a rule asks for; "*" at either end of the value stands for anything.
struct HeaderCondition {
    QByteArray name;
    QByteArray value; //!< without the "*"
    bool anyStart = false;
    bool anyEnd = false;

    bool holds(QByteArrayView given) const;
};

//! A rule of a route, compiled: every condition that is given must hold. Exactly one of deny, route
//! and targets says what happens then.
struct Rule {
    QByteArray name = {}; //!< its own, else "rule 2"
    std::vector<QByteArray> keys = {};
    std::vector<QByteArray> teams = {};
    std::vector<QByteArray> tags = {};
    QStringList regions = {};
    std::optional<bool> tools = {};
    std::optional<bool> images = {};
    std::optional<bool> audio = {};
    std::optional<bool> structured = {};
    std::optional<bool> streamed = {};
    std::optional<qint64> promptTokensAbove = {};
    std::optional<qint64> promptTokensBelow = {};
    std::vector<Api::TimeWindow> times = {};
    std::optional<double> budgetUsedAbove = {};
    std::vector<HeaderCondition> headers = {};

    QByteArray deny = {};                 //!< the sentence callers get
    const Route *route = nullptr;         //!< goes there instead
    std::vector<QByteArray> targets = {}; //!< only these, see Routing::TargetPatterns
};

//! \a number is the rule's position from 1. The route is left open: see Rule::route.
Rule compileRule(const Api::RouteRule &document, int number);

} // namespace Gatehouse::Config
