// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "ui/models/keydata.h"

namespace Gatehouse::Ui {

//! What a key may call, rule by rule from the gateway down to the key.
struct KeyAccess {
    struct Step {
        enum class Level { Gateway, Team, Key };

        Level level = Level::Gateway;
        QString allows;     //!< "All", or the patterns
        int remaining = 0;  //!< names left after this rule
        bool binds = false; //!< the rule that decides: the last one that took something away

        bool operator==(const Step &) const = default;
    };

    QList<Step> steps;
    QStringList callable;     //!< of the names the gateway knows
    bool teamMissing = false; //!< its team does not exist, so the key is refused
    QStringList residency;    //!< regions its team's requests never leave
};

//! \a names are all a client may ask for, as in GET /models.
KeyAccess accessOf(const KeyRow &key, const Api::Document &document, const QStringList &names);

//! Whether one of \a patterns ("*", "openai/*", "fast") allows \a name.
bool allows(const QStringList &patterns, const QString &name);

} // namespace Gatehouse::Ui
