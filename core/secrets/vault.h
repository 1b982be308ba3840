// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Gatehouse::Secrets {

//! Who holds the vault's master key.
enum class VaultHolder {
    KeyFile,    //!< the file `vault.key` beside the vault, mode 0600
    Passphrase, //!< derived with Argon2id, asked at start
    Credential, //!< derived from the systemd credential vaultCredentialName()
};

//! The systemd credential of VaultHolder::Credential: "gatehouse-vault-key".
QString vaultCredentialName();

//! Work of Argon2id, stored in the vault. The default takes about 80 ms and 64 MiB.
struct VaultCost {
    int passes = 3;
    int memoryMiB = 64;

    bool operator==(const VaultCost &) const = default;
};

//! Secrets sealed in one file of the data folder, for machines without a keychain.
//!
//! The file is a line "gatehouse-vault 1", one JSON object, 32 bytes keyed BLAKE2b of all before
//! (nobody without the master key can change, add or drop anything) and 32 bytes plain BLAKE2b (a
//! damaged file is told from a wrong passphrase):
//! {"holder":"passphrase","key_id":"…","passes":3,"memory_mib":64,"salt":"…",
//!  "secrets":{"openai":{"nonce":"…","sealed":"…"}}}
//! Each secret is sealed with XChaCha20-Poly1305 under a 24-byte random nonce with key id and name
//! as associated data. Blocking (short file access; Argon2id); not thread-safe.
class Vault
{
public:
    //! \a folder holds `vault` and, in key file mode, `vault.key`.
    explicit Vault(QString folder, VaultCost cost = {});

    bool exists() const;
    bool isOpen() const { return !m_masterKey.isEmpty(); }
    //! Who can open it; reads the file when it is not open. Errors: NotFound, Corrupt, Io.
    Result<VaultHolder> holder() const;

    //! Makes an empty vault and opens it. AlreadyExists when there is one; InvalidArgument without
    //! a passphrase in passphrase mode.
    Result<void> create(VaultHolder holder, const Secret &passphrase = {});
    //! Unauthenticated: wrong passphrase, key file or credential; Corrupt: damaged or changed
    //! file; Unavailable: the key file or credential is missing. Nothing changes on failure.
    Result<void> open(const Secret &passphrase = {});

    //! Errors: Locked when not open, NotFound, Corrupt.
    Result<Secret> read(const QString &name) const;
    //! On disk when it returns; on an error the vault is as before.
    Result<void> write(const QString &name, const Secret &secret);
    //! A name that is not there is no error.
    Result<void> remove(const QString &name);
    QStringList names() const { return m_content.sealed.keys(); }

    //! Seals everything anew for another holder, passphrase or cost in one atomic write.
    Result<void> rekey(VaultHolder holder, const Secret &passphrase = {});

private:
    struct Sealed {
        QByteArray nonce;
        QByteArray box;
    };
    struct Content {
        VaultHolder holder = VaultHolder::KeyFile;
        VaultCost cost;
        QByteArray salt;
        QByteArray keyId;
        QMap<QString, Sealed> sealed;
    };

    static Result<Content> parse(QByteArrayView payload);
    static QByteArray serialise(const Content &content);
    static Sealed seal(const Content &content, const Secret &master, const QString &name,
                       const Secret &secret);
    static Result<Secret> unseal(const Content &content, const Secret &master, const QString &name);

    Content newContent(VaultHolder holder) const;
    Result<Secret> masterKey(const Content &content, const Secret &passphrase) const;
    Result<Secret> makeMasterKey(const Content &content, const Secret &passphrase) const;
    Result<void> save(const Content &content, const Secret &master);

    QString path() const;
    QString keyPath() const;

    QString m_folder;
    VaultCost m_cost;
    Secret m_masterKey;
    Content m_content;
};

} // namespace Gatehouse::Secrets
