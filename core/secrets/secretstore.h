// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/secrets/secret.h"
#include "core/secrets/secretindex.h"
#include "core/secrets/secretreference.h"
#include "core/secrets/vault.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Gatehouse::Secrets {

class Keychain;
class SecretRedactor;

//! Where new secrets go.
enum class StoreKind {
    None, //!< not settled yet
    Keychain,
    Vault,
    Session,
};

enum class StoreState {
    Ready,
    Locked, //!< the keychain must be unlocked by its owner
    Unavailable,
    PassphraseNeeded, //!< the vault waits for unlock()
};

//! "keychain", "vault", "session", "none".
QString storeName(StoreKind store);
//! "ready", "locked", "unavailable", "passphrase_needed".
QString stateName(StoreState state);

struct StoreStatus {
    StoreKind store = StoreKind::None;
    StoreState state = StoreState::Unavailable;
    QString label;  //!< "GNOME Keyring", "KWallet", "Sealed file", "This session only"
    QString detail; //!< why not ready, English; empty when ready
    //! The vault is to be used because nobody offers a keychain, and nothing was sealed yet: who
    //! opens it, a passphrase or a key file, is still to be chosen.
    bool needsChoice = false;

    bool operator==(const StoreStatus &) const = default;
};

//! A stored secret as lists show it.
struct SecretInfo {
    SecretReference reference;
    StoreState state = StoreState::Ready;
    QString fingerprint;
    WallTime storedAt{}; //!< the epoch when not known
};

//! All secrets of the program behind one door, for the control thread. Reading and writing answer
//! through a callback on the caller's thread: later than the call, exactly once, never when the
//! context object is gone. Keychain jobs run on a thread of their own; the vault's short file
//! accesses and its Argon2id (80 ms, once) happen in the call.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString dataFolder;
        //! nullopt: the vault when there is one, else the keychain, else (nobody offers a keychain
        //! and none was ever used) a new vault with a key file or systemd credential.
        std::optional<StoreKind> store = {};
        VaultCost vaultCost = {};
        SecretRedactor *redactor = nullptr; //!< learns every secret that passes
    };
    using ReadAnswer = std::function<void(Result<Secret>)>;
    using WriteAnswer = std::function<void(Result<QString>)>; //!< the new reference
    using Answer = std::function<void(Result<void>)>;

    SecretStore(Options options, const Clock &clock, QObject *parent = nullptr);
    ~SecretStore() override;

    //! Settles where new secrets go; stateChanged() tells the outcome. Reading may start at once.
    void start();
    const StoreStatus &status() const { return m_status; }

    //! Errors: InvalidArgument (no reference), NotFound, Locked (keychain or vault must be opened
    //! first; read again after stateChanged()), Unavailable, Timeout, Corrupt, Io.
    void read(const QString &reference, QObject *context, ReadAnswer answer);
    //! Stores under the settled store, replacing a secret of that name.
    void write(const QString &name, const Secret &secret, QObject *context, WriteAnswer answer);
    //! Stores in the place \a reference names: keychain, vault or session.
    void write(const SecretReference &reference, const Secret &secret, QObject *context,
               WriteAnswer answer);
    //! NotFound when the program never stored it.
    void remove(const QString &reference, QObject *context, Answer answer);

    //! What the program has stored, sorted by reference; values are not read.
    QList<SecretInfo> list() const;

    //! Opens the vault with \a passphrase (makes it when there is none yet and the vault is the
    //! store), or asks the keychain again.
    void unlock(const Secret &passphrase, QObject *context, Answer answer);

    //! Decides where new secrets go from now on. The vault is made when there is none: with
    //! \a passphrase, or with a key file beside it when that is empty; a passphrase also replaces
    //! the key file of one that is there. Unavailable: no keychain is offered here.
    Result<void> choose(StoreKind store, const Secret &passphrase = {});

    //! Changes the vault's holder or passphrase; the vault must be open.
    Result<void> rekeyVault(VaultHolder holder, const Secret &passphrase = {});

Q_SIGNALS:
    void stateChanged(const Gatehouse::Secrets::StoreStatus &status);

private:
    void settle(StoreKind store);
    void probeKeychain();
    //! Reads something we know to be there, if anything: success, Locked, Timeout, Unavailable.
    void askKeychain(QObject *context, Answer answer);
    void keychainAnswered(const Result<void> &outcome);
    //! NotFound for a name that we stored means that the keychain is locked.
    Error keychainError(const Error &error, const SecretReference &reference) const;
    void noteKeychain(const Error *error);
    QString knownKeychainName() const;
    void publish();

    Result<void> openVault();
    Result<void> takeVault(const Secret &passphrase);
    Result<Secret> readHere(const SecretReference &reference);
    Result<void> writeHere(const SecretReference &reference, const Secret &secret);
    Result<QString> remember(const SecretReference &reference, const Secret &secret);
    Result<void> forget(const SecretReference &reference);
    void removeFromKeychain(const SecretReference &reference, QObject *context, Answer answer);
    void learn(const Secret &secret);
    bool isKnown(const SecretReference &reference) const;
    StoreState stateOf(SecretPlace place) const;

    Options m_options;
    const Clock &m_clock;
    Result<SecretIndex> m_index;
    Vault m_vault;
    Keychain *m_keychain;
    QHash<QString, Secret> m_session;

    StoreStatus m_status;
    StoreState m_keychainState = StoreState::Unavailable;
    StoreState m_vaultState = StoreState::Ready;
    QString m_keychainDetail;
    QString m_vaultDetail;
    std::vector<std::function<void()>> m_waitingForStart;
    bool m_probing = false;
    bool m_mayAskAgain = true; //!< false: a person dismissed the keychain's dialog
    QTimer m_retry;
};

} // namespace Gatehouse::Secrets
