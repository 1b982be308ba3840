// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace Gatehouse::Secrets {

//! Where a secret lives.
enum class SecretPlace {
    Keychain,   //!< the desktop's keychain, one item per name
    Vault,      //!< the sealed file in the data folder
    Session,    //!< memory only, gone when the program ends
    Env,        //!< environment variable
    File,       //!< a file's content
    Credential, //!< systemd credential, from $CREDENTIALS_DIRECTORY
};

//! What a configuration holds in place of a secret: "keychain:openai-main", "vault:…",
//! "session:…", "env:NAME", "file:/run/secrets/openai", "credential:NAME".
struct SecretReference {
    SecretPlace place = SecretPlace::Keychain;
    QString name;

    //! Strict: a known place, then a name that fits it (see isValidName()).
    static Result<SecretReference> parse(QStringView text);
    //! Names of stored secrets: 1 to 128 of [A-Za-z0-9._@/-], starting with a letter or digit.
    static bool isValidName(QStringView name);

    QString toString() const;
    //! The program can write here (keychain, vault, session).
    bool isWritable() const;

    bool operator==(const SecretReference &) const = default;
};

} // namespace Gatehouse::Secrets
