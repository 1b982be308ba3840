// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <span>

namespace Gatehouse::Store {

//! Brings \a database to the schema number steps.size(): step n (from 0) is the SQL text that leads
//! from number n to n + 1. Each step is one transaction that ends by raising the number, so a crash
//! leaves a whole schema. Before an existing file is changed a copy "<file>.before-<number>" is
//! made. A newer file than the program is refused untouched: Unsupported.
Result<void> migrate(Database &database, std::span<const QByteArrayView> steps);

} // namespace Gatehouse::Store
