// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/snapshot.h"
#include "core/ledger/catalogue.h"

namespace Gatehouse::Routing {

//! What some models cannot do; bits.
enum class Ability : quint8 { Tools = 1, Images = 2, Structured = 4, Audio = 8 };

//! What is known of a model's limits. Nothing known: it fits everything.
struct Abilities {
    quint8 lacks = 0;      //!< Ability bits that it is known not to have
    qint64 mostPrompt = 0; //!< tokens, 0 = unknown
    qint64 mostTokens = 0; //!< prompt and answer together, 0 = unknown

    void set(Ability ability, bool has)
    {
        const auto bit = quint8(ability);
        lacks = quint8(has ? lacks & ~bit : lacks | bit);
    }
    bool lacksOne(quint8 needs) const { return (lacks & needs) != 0; }
    bool takes(qint64 prompt, qint64 answer) const
    {
        return (mostPrompt == 0 || prompt <= mostPrompt)
            && (mostTokens == 0 || prompt + answer <= mostTokens);
    }
    bool operator==(const Abilities &) const = default;
};

//! What the built-in list knows of \a model at \a provider.
Abilities abilitiesOf(const Ledger::Catalogue &catalogue, const Config::Provider &provider,
                      const QByteArray &model);

} // namespace Gatehouse::Routing
