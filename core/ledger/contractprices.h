// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/modelnames.h"
#include "core/ledger/pricebook.h"

namespace Gatehouse::Ledger {

//! What the contracts with one provider make of its prices. Every price that they change is made
//! beforehand, so that looking one up stays a look into a table.
class ContractPrices
{
public:
    bool isEmpty() const { return m_phases.empty(); }
    void addPhase(const Api::Contract &contract, qint64 volume, WallTime begin, WallTime end,
                  qint64 revision);
    //! \a bases: every price of the provider.
    void changePrices(const std::vector<const Price *> &bases);
    //! \a base, or what the contract makes of it; null stays null where it has no own price.
    const Price *find(const Price *base, std::string_view model, WallTime time) const;

private:
    struct Phase {
        WallTime begin{};
        WallTime end{};
        int discountMillionths = 0;
        QByteArray words;                //!< "contract acme 12.5 %"
        std::vector<std::string> models; //!< "gpt-4o", "gpt-4o*"; empty: all
        NameMap<Price> own;
        std::optional<Price> ownAny;
        std::unordered_map<const Price *, Price> changed;
    };
    std::vector<Phase> m_phases;
};

} // namespace Gatehouse::Ledger
