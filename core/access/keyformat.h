// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Gatehouse::Access {

//! The form of created keys, 61 characters:
//!
//!     gh-k7m2xw9q-Vq3…(43)…0c4TfR2a
//!
//! "gh-", 8 characters public id, "-", 43 characters base64url of 32 random bytes, 6 characters
//! checksum: CRC-32 of everything before it in base 62 (0-9A-Za-z, leading zeros), so that a typo
//! or a scanner for leaked keys needs no question to us.

//! A key just made. The secret is shown once and kept nowhere.
struct NewKey {
    QByteArray publicId;
    Secrets::Secret secret;
    QByteArray prefix;   //!< "gh-k7m2xw9q", for display
    QByteArray lastFour; //!< for display
};

//! A new key with a new public id, or with \a publicId when a key is rotated.
NewKey makeKey(const QByteArray &publicId = {});

//! Right form and checksum; says nothing about whether the key exists.
bool looksLikeOurKey(QByteArrayView text);

//! The public id inside \a key, empty when it does not look like ours.
QByteArrayView publicIdOf(QByteArrayView key);

} // namespace Gatehouse::Access
