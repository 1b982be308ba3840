// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace Gatehouse::Api {

//! How much of something a scope may use at a time. Section "limits".
struct Limit {
    QString scope; //!< "gateway", "team:research", "key:ci", "route:fast", "provider:openai"
    std::optional<int> rpm; //!< requests in any minute
    std::optional<int> tpm; //!< tokens in any minute
    std::optional<int> maxInFlight;

    bool operator==(const Limit &) const = default;
};

//! How much a scope may spend. Section "budgets".
struct Budget {
    QString id;                  //!< empty: the scope and the period
    QString scope;               //!< as of a limit, and "person:…", "tag:project=search"
    std::optional<qint64> limit; //!< nano-dollars
    QString period = QStringLiteral("month"); //!< day, week, month, quarter, year, or "P30D"
    QList<int> warnAt;                        //!< percent
    QString action = QStringLiteral("block"); //!< block, warn or "redirect:ROUTE"

    bool operator==(const Budget &) const = default;
};

//! What was agreed with a provider. Section "contracts".
struct Contract {
    QString id;
    QString provider;
    std::optional<qint64> amount; //!< nano-dollars to be used up
    QString from;                 //!< first day
    QString until;                //!< last day
    QString note;

    bool operator==(const Contract &) const = default;
};

} // namespace Gatehouse::Api
