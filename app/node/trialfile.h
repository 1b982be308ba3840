// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/canarybook.h"

#include <QtCore/QString>

namespace Gatehouse::Node {

//! The counters of the canary \a key (its route, its policy, its beginning) in the file \a path,
//! which is mapped into memory: what is counted is there after the process was killed. A file of
//! another canary, or none, begins with zero. Null where it cannot be: the disk is full, the folder
//! is read only.
std::shared_ptr<Routing::KeptTrial> openTrialFile(const QString &path, const QByteArray &key);

} // namespace Gatehouse::Node
