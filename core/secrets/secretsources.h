// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <QtCore/QString>

namespace Gatehouse::Secrets {

//! Secrets that others put where the program finds them; it only reads them, at every call anew.
//! A value that is there but empty is NotFound.

//! The environment variable \a name.
Result<Secret> readEnvironment(const QString &name);

//! The content of a file of at most 64 KiB without one trailing newline. A relative path starts
//! at \a baseFolder. Logs a warning when group or others may read the file.
Result<Secret> readSecretFile(const QString &path, const QString &baseFolder);

//! The systemd credential \a name (systemd.exec(5), LoadCredential=).
Result<Secret> readCredential(const QString &name);

} // namespace Gatehouse::Secrets
