// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/keystore.h"
#include "core/access/keytable.h"
#include "core/access/pepper.h"
#include "core/api/documents/document.h"
#include "core/api/findings.h"
#include "core/secrets/secret.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <memory>
#include <span>

namespace Gatehouse::Access {

//! Shorter declared keys are not in force.
inline constexpr qsizetype shortestDeclaredKey = 20;

struct KeyTableBuild {
    std::shared_ptr<const KeyTable> table;
    Api::Findings findings; //!< a key that a finding of severity Error names is not in force
};

//! The keys in force: the document's declared ones, whose secrets are in \a declaredSecrets by
//! reference, and the \a created ones. What a key may call is what both its own routes and its
//! team's allow; a team without routes allows all. In doubt a key is left out: unknown team,
//! secret that cannot be read, is shorter than 20 or longer than 256 characters, unreadable expiry,
//! an id or text that another key has.
KeyTableBuild buildKeyTable(const Api::Document &document, std::span<const CreatedKey> created,
                            const QHash<QString, Secrets::Secret> &declaredSecrets,
                            const Pepper &pepper);

} // namespace Gatehouse::Access
