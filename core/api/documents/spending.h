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

//! A discount that holds once so much was used under a contract.
struct ContractTier {
    std::optional<qint64> above; //!< nano-dollars before any discount
    double discountPercent = 0;

    bool operator==(const ContractTier &) const = default;
};

//! What a model costs under a contract, nano-dollars per million tokens.
struct ContractPrice {
    QString model;               //!< "*": every model
    std::optional<qint64> above; //!< from this volume on; absent: from the beginning
    std::optional<qint64> input;
    std::optional<qint64> output;
    std::optional<qint64> cacheRead;
    std::optional<qint64> cacheWrite;
    std::optional<qint64> reasoning;
    std::optional<qint64> batchInput;
    std::optional<qint64> batchOutput;

    bool operator==(const ContractPrice &) const = default;
};

//! What was agreed with a provider. Section "contracts".
struct Contract {
    QString id;
    QString provider;
    std::optional<qint64> amount; //!< nano-dollars to be used up
    QString from;                 //!< first day
    QString until;                //!< last day
    QString note;
    QStringList models = {};        //!< those it is about: "gpt-4o", "gpt-4o*"; empty: all
    double discountPercent = 0;     //!< off every price while it is in force
    QList<ContractTier> tiers = {}; //!< by the volume reached, in place of discountPercent
    QList<ContractPrice> prices = {};

    //! It changes what requests cost.
    bool hasTerms() const { return discountPercent > 0 || !tiers.isEmpty() || !prices.isEmpty(); }
    bool isAbout(QStringView model) const;
    bool operator==(const Contract &) const = default;
};

} // namespace Gatehouse::Api
