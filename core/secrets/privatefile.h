// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace Gatehouse::Secrets {

//! Reads a regular file of at most \a limit bytes straight into locked memory; an empty file is an
//! empty Secret. Errors: NotFound, PermissionDenied, LimitExceeded, InvalidArgument (not a
//! regular file), Io.
Result<Secret> readPrivateFile(const QString &path, qint64 limit);

//! Replaces \a path as a whole, mode 0600: temporary file, fsync, rename, fsync of the folder.
//! After a crash the file holds either the old or the new content.
Result<void> writePrivateFile(const QString &path, QByteArrayView content);

//! Group or others may read the file.
bool isReadableByOthers(const QString &path);

} // namespace Gatehouse::Secrets
