// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/pricebook.h"

namespace Gatehouse::Ledger {

//! One own price and when it begins.
struct DatedPrice {
    WallTime begin{}; //!< 1970: always
    QString from;     //!< the day as it was written
    Price price;
};

//! The own prices of one name, the newest first.
class OwnPrices
{
public:
    void add(DatedPrice dated);
    //! Null before the first of them.
    const Price *at(WallTime time) const;
    const std::vector<DatedPrice> &all() const { return m_dated; }

private:
    std::vector<DatedPrice> m_dated;
};

inline std::optional<TokenPrice> perTokens(std::optional<qint64> nano)
{
    return nano ? std::optional(TokenPrice{*nano}) : std::nullopt;
}

//! What own prices and those of contracts both say.
template <typename Given>
Price commonPrice(const Given &given)
{
    Price price;
    price.input = perTokens(given.input);
    price.output = perTokens(given.output);
    price.cacheRead = perTokens(given.cacheRead);
    price.cacheWrite = perTokens(given.cacheWrite);
    price.reasoning = perTokens(given.reasoning);
    price.batchInput = perTokens(given.batchInput);
    price.batchOutput = perTokens(given.batchOutput);
    return price;
}

//! An own price of the configuration.
Price ownPrice(const Api::PriceOverride &own, qint64 revision);

//! What \a provider costs by the hour, from when on, where requests are booked by their time.
OwnPrices hourlyPrices(const Api::Provider &provider, qint64 revision,
                       const QList<MachineTerms> &known);

} // namespace Gatehouse::Ledger
