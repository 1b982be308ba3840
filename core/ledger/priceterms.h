// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"

#include <QtCore/QByteArray>

#include <optional>
#include <vector>

namespace Gatehouse::Ledger {

//! What beside its usage decides what a request costs, so that the past can be priced anew: kept
//! with the few rows that have such terms.
struct PriceTerms {
    struct Picture {
        QByteArray size; //!< as asked for; empty: not said
        QByteArray quality;

        bool operator==(const Picture &) const = default;
    };
    //! An attempt whose answer nobody got and that is billed all the same.
    struct Unused {
        int attempt = 0; //!< its place among the attempts
        Usage usage;

        bool operator==(const Unused &) const = default;
    };
    bool batch = false;
    qint64 machineUs = 0;
    std::optional<Picture> picture = {};
    std::vector<Unused> unused = {};

    //! Compact JSON; empty when there is nothing to tell.
    QByteArray toText() const;
    //! Nothing from what is no such text.
    static std::optional<PriceTerms> fromText(const QByteArray &text);
    //! The parts that belong to the usage of the answer.
    void applyTo(Usage &usage) const;

    bool operator==(const PriceTerms &) const = default;
};

} // namespace Gatehouse::Ledger
