// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/database.h"

namespace Gatehouse::Store {

//! Copies \a database, as of one moment and while others go on writing, to "<target>.tmp", checks
//! the copy, makes it durable and renames it to \a target. Nothing is left behind on failure.
Result<void> backup(Database &database, const QString &target);

//! Puts a damaged database out of the way: "ledger.db" and its -wal and -shm become
//! "ledger.db.damaged-20261122T120000Z" (…-wal, …-shm). Returns the new name of the main file. The
//! database must be closed.
Result<QString> moveAside(const QString &path, WallTime now);

} // namespace Gatehouse::Store
