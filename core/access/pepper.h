// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

#include <array>

namespace Gatehouse::Access {

//! 32 random bytes that key the hashes of virtual keys, so that a database that leaks alone does
//! not even confirm a guess.
using Pepper = std::array<unsigned char, 32>;

//! Reads the file `pepper` of the data folder, made with mode 0600 when it is not there.
//!
//! A file and not an item of the secret store on purpose: with the pepper behind a locked keychain
//! no client could be told from a stranger until somebody unlocks it, while created keys carry 256
//! random bits, which no guess reaches even with the pepper in hand. It belongs into every backup:
//! without it the stored keys are void, which KeyStore::open() tells as Corrupt.
Result<Pepper> loadPepper(const QString &dataFolder);

} // namespace Gatehouse::Access
