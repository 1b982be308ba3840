// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QString>

namespace Gatehouse::Node {

//! Puts a backup that waits in \a dataFolder in the place of the books, which nobody has open. What
//! was there is kept in a folder of its own beside it. Answers the file the backup came from, empty
//! when none waits. Broken off in the middle, the next call goes on where it ended.
Result<QString> restoreStagedBackup(const QString &dataFolder, WallTime now);

//! An engine begins to start with what was restored. A process that ends before it confirmed or
//! forgot this crashed on it.
Result<void> beginRestoredStart(const QString &dataFolder);
//! The start was broken off by a person or by an error: the next one tries again.
void forgetRestoredStart(const QString &dataFolder);
//! The engine runs with what was restored: it stays, and with it what is served from now on.
void confirmRestore(const QString &dataFolder);
//! Whether something was restored with which no engine has run yet.
bool isRestoreUnconfirmed(const QString &dataFolder);
//! Puts the books from before an unconfirmed restore back, while no engine has the folder open, and
//! keeps the restored ones in a folder of their own. Answers the file the backup came from, empty
//! when nothing was restored. Broken off in the middle, the next call goes on where it ended.
Result<QString> undoRestore(const QString &dataFolder, WallTime now);
//! The same when a process crashed while it started with what was restored; else empty.
Result<QString> undoCrashedRestore(const QString &dataFolder, WallTime now);

} // namespace Gatehouse::Node
