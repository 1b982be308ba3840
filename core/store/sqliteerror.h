// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

struct sqlite3;

namespace Gatehouse::Store {

//! What SQLite's result \a code means for callers; \a database (may be null) gives SQLite's own
//! words and the system's error number. \a file is named in the text and in Error::path.
//!
//! SQLITE_BUSY is Locked, SQLITE_FULL is DiskFull, SQLITE_READONLY is ReadOnly, SQLITE_CORRUPT and
//! SQLITE_NOTADB are Corrupt, a violated UNIQUE is AlreadyExists, other constraints are Conflict.
Error sqliteError(sqlite3 *database, int code, const QString &file, const QString &action);

} // namespace Gatehouse::Store
