// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QtCore/QStringList>

namespace Gatehouse::Ledger {

//! What stored requests have as \a field of the filter language, for completion: "provider",
//! "model", "route", "key" and "team" of all time, "client", "error" and "tag" ("job=invoice") of
//! the newest requests. At most \a limit values that contain \a part, in order. An unknown field is
//! InvalidArgument with path "field".
Result<QStringList> requestValues(Store::Database &database, QStringView field, const QString &part,
                                  int limit);

} // namespace Gatehouse::Ledger
