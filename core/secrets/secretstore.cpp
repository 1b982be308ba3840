// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretstore.h"

#include "core/base/log.h"
#include "core/secrets/keychain.h"
#include "core/secrets/secretredactor.h"
#include "core/secrets/secretsources.h"

#include <QtCore/QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Secrets {

namespace {

constexpr qsizetype largestSecret = 64 * 1024;
constexpr auto retryTime = 30s;

//! Answers later, on the thread of \a context and only while it lives.
template <typename Callback, typename Value>
void answerLater(QObject *context, Callback callback, Value value)
{
    QMetaObject::invokeMethod(
        context, [callback = std::move(callback), value = std::move(value)] { callback(value); },
        Qt::QueuedConnection);
}

bool hasVaultCredential()
{
    return readCredential(vaultCredentialName()).has_value();
}

std::optional<Error> unstorable(const SecretReference &reference, const Secret &secret)
{
    if (!reference.isWritable() || !SecretReference::isValidName(reference.name))
        return Error{ErrorCode::InvalidArgument,
                     u"\"%1\" is no name for a stored secret: use 1 to 128 letters, digits, "
                     u"and ._@/-"_s.arg(reference.name)};
    if (secret.isEmpty() || secret.reveal().size() > largestSecret)
        return Error{ErrorCode::InvalidArgument,
                     u"a secret has 1 to %1 bytes"_s.arg(largestSecret)};
    return std::nullopt;
}

SecretPlace placeOf(StoreKind store)
{
    switch (store) {
    case StoreKind::Vault:
        return SecretPlace::Vault;
    case StoreKind::Session:
        return SecretPlace::Session;
    case StoreKind::None:
    case StoreKind::Keychain:
        break;
    }
    return SecretPlace::Keychain;
}

} // namespace

QString storeName(StoreKind kind)
{
    switch (kind) {
    case StoreKind::Keychain:
        return u"keychain"_s;
    case StoreKind::Vault:
        return u"vault"_s;
    case StoreKind::Session:
        return u"session"_s;
    case StoreKind::None:
        break;
    }
    return u"none"_s;
}

QString stateName(StoreState state)
{
    switch (state) {
    case StoreState::Ready:
        return u"ready"_s;
    case StoreState::Locked:
        return u"locked"_s;
    case StoreState::PassphraseNeeded:
        return u"passphrase_needed"_s;
    case StoreState::Unavailable:
        break;
    }
    return u"unavailable"_s;
}

SecretStore::SecretStore(Options options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_index(SecretIndex::load(m_options.dataFolder + u"/secrets.json"_s))
    , m_vault(m_options.dataFolder, m_options.vaultCost)
    , m_keychain(new Keychain(this))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryTime);
    connect(&m_retry, &QTimer::timeout, this, &SecretStore::probeKeychain);
    connect(m_keychain, &Keychain::personAnswered, this, [this](bool opened) {
        m_mayAskAgain = opened;
        if (opened && m_keychainState == StoreState::Locked)
            probeKeychain();
    });
    if (!m_index)
        qCCritical(lcSecrets).noquote() << "secrets cannot be stored:" << m_index.error().detail;
}

SecretStore::~SecretStore() = default;

void SecretStore::start()
{
    const bool automatic = !m_options.store;
    if (m_options.store == StoreKind::Session)
        settle(StoreKind::Session);
    else if (m_options.store == StoreKind::Vault || (automatic && m_vault.exists()))
        settle(StoreKind::Vault);
    else
        probeKeychain();
}

void SecretStore::settle(StoreKind store)
{
    m_status.store = store;
    if (store == StoreKind::Vault && m_vault.exists())
        (void)openVault(); // its state tells the rest
    publish();
    for (const auto &waiting : std::exchange(m_waitingForStart, {}))
        waiting();
}

void SecretStore::probeKeychain()
{
    if (std::exchange(m_probing, true))
        return;
    askKeychain(this, [this](const Result<void> &outcome) {
        m_probing = false;
        keychainAnswered(outcome);
    });
}

void SecretStore::askKeychain(QObject *context, Answer answer)
{
    const QString known = knownKeychainName();
    const SecretReference reference{SecretPlace::Keychain,
                                    known.isEmpty() ? u"gatehouse-probe"_s : known};
    m_keychain->read(
        reference.name, context,
        [this, reference, answer = std::move(answer)](const Result<Secret> &result) {
            if (result || keychainError(result.error(), reference).code == ErrorCode::NotFound)
                answer({});
            else
                answer(keychainError(result.error(), reference));
        });
}

void SecretStore::keychainAnswered(const Result<void> &outcome)
{
    noteKeychain(outcome ? nullptr : &outcome.error());
    if (m_status.store != StoreKind::None)
        return;
    const bool mayChoose = !m_options.store && m_index && knownKeychainName().isEmpty();
    settle(mayChoose && m_keychainState == StoreState::Unavailable ? StoreKind::Vault
                                                                   : StoreKind::Keychain);
}

QString SecretStore::knownKeychainName() const
{
    for (const IndexEntry &entry : m_index ? m_index->entries() : QList<IndexEntry>()) {
        if (entry.reference.place == SecretPlace::Keychain)
            return entry.reference.name;
    }
    return {};
}

Error SecretStore::keychainError(const Error &error, const SecretReference &reference) const
{
    if (error.code == ErrorCode::NotFound && isKnown(reference))
        return {ErrorCode::Locked,
                u"the keychain is locked: it does not show %1, which was stored there"_s.arg(
                    reference.toString())};
    return error;
}

//! The state follows from every answer, not only from probes.
void SecretStore::noteKeychain(const Error *error)
{
    const bool waits =
        error && (error->code == ErrorCode::Locked || error->code == ErrorCode::Timeout);
    m_keychainState = !error ? StoreState::Ready
        : waits              ? StoreState::Locked
                             : StoreState::Unavailable;
    m_keychainDetail = error ? error->detail : QString();
    if (error && error->code == ErrorCode::Locked && m_mayAskAgain)
        m_retry.start(); // after a time-out personAnswered() resumes instead
    else
        m_retry.stop();
    if (m_status.store != StoreKind::None)
        publish();
}

void SecretStore::publish()
{
    StoreStatus status{
        .store = m_status.store, .state = StoreState::Ready, .label = {}, .detail = {}};
    switch (status.store) {
    case StoreKind::Keychain:
        status.state = m_keychainState;
        status.label = Keychain::label();
        status.detail = m_keychainDetail;
        break;
    case StoreKind::Vault:
        status.state = m_vaultState;
        status.label = u"Sealed file"_s;
        status.detail = m_vaultDetail;
        status.needsChoice = !m_vault.exists() && !hasVaultCredential();
        break;
    case StoreKind::Session:
        status.label = u"This session only"_s;
        break;
    case StoreKind::None:
        status.state = StoreState::Unavailable;
        break;
    }
    if (std::exchange(m_status, status) != status)
        Q_EMIT stateChanged(m_status);
}

void SecretStore::read(const QString &reference, QObject *context, ReadAnswer answer)
{
    const Result<SecretReference> parsed = SecretReference::parse(reference);
    if (!parsed) {
        answerLater(context, std::move(answer), Result<Secret>(parsed.error()));
        return;
    }
    if (parsed->place != SecretPlace::Keychain) {
        const Result<Secret> secret = readHere(*parsed);
        if (secret)
            learn(*secret);
        answerLater(context, std::move(answer), secret);
        return;
    }
    m_keychain->read(
        parsed->name, context,
        [this, reference = *parsed, answer = std::move(answer)](const Result<Secret> &result) {
            if (!result) {
                const Error error = keychainError(result.error(), reference);
                if (error.code != ErrorCode::NotFound)
                    noteKeychain(&error);
                answer(error);
                return;
            }
            learn(*result);
            noteKeychain(nullptr);
            answer(result);
        });
}

Result<Secret> SecretStore::readHere(const SecretReference &reference)
{
    switch (reference.place) {
    case SecretPlace::Vault: {
        const Result<void> opened = m_vault.exists() ? openVault() : Result<void>();
        if (!opened)
            return opened.error();
        if (!m_vault.isOpen())
            return Error{ErrorCode::NotFound, u"there is no vault in the data folder yet"_s};
        return m_vault.read(reference.name);
    }
    case SecretPlace::Session: {
        const auto found = m_session.constFind(reference.name);
        if (found == m_session.constEnd())
            return Error{ErrorCode::NotFound,
                         u"%1 was kept for one session only"_s.arg(reference.toString())};
        return *found;
    }
    case SecretPlace::Env:
        return readEnvironment(reference.name);
    case SecretPlace::File:
        return readSecretFile(reference.name, m_options.dataFolder);
    case SecretPlace::Credential:
        return readCredential(reference.name);
    case SecretPlace::Keychain:
        break;
    }
    return Error{ErrorCode::Internal, u"the keychain is not read here"_s};
}

void SecretStore::write(const QString &name, const Secret &secret, QObject *context,
                        WriteAnswer answer)
{
    if (m_status.store == StoreKind::None) {
        m_waitingForStart.emplace_back(
            [this, name, secret, context = QPointer(context), answer = std::move(answer)] {
                if (context)
                    write(name, secret, context, answer);
            });
        return;
    }
    write(SecretReference{placeOf(m_status.store), name}, secret, context, std::move(answer));
}

void SecretStore::write(const SecretReference &reference, const Secret &secret, QObject *context,
                        WriteAnswer answer)
{
    std::optional<Error> refusal = unstorable(reference, secret);
    if (!refusal && !m_index)
        refusal = m_index.error();
    if (refusal) {
        answerLater(context, std::move(answer), Result<QString>(*refusal));
        return;
    }
    learn(secret);
    if (reference.place != SecretPlace::Keychain) {
        const Result<void> written = writeHere(reference, secret);
        answerLater(context, std::move(answer),
                    written ? remember(reference, secret) : Result<QString>(written.error()));
        return;
    }
    // Our own context: a secret that reached the keychain is remembered whoever has left meanwhile.
    m_keychain->write(reference.name, secret, this,
                      [this, reference, secret, context = QPointer(context),
                       answer = std::move(answer)](const Result<void> &result) {
                          noteKeychain(result ? nullptr : &result.error());
                          const auto outcome = result ? remember(reference, secret)
                                                      : Result<QString>(result.error());
                          if (context)
                              answer(outcome);
                      });
}

Result<void> SecretStore::writeHere(const SecretReference &reference, const Secret &secret)
{
    if (reference.place == SecretPlace::Session) {
        m_session.insert(reference.name, secret);
        return {};
    }
    const bool isNew = !m_vault.exists();
    const Result<void> opened = isNew
        ? m_vault.create(hasVaultCredential() ? VaultHolder::Credential : VaultHolder::KeyFile)
        : openVault();
    if (isNew)
        publish(); // there is nothing to choose any more
    return opened ? m_vault.write(reference.name, secret) : opened;
}

Result<QString> SecretStore::remember(const SecretReference &reference, const Secret &secret)
{
    if (reference.place == SecretPlace::Session)
        return reference.toString();
    const Result<void> noted =
        m_index->insert({.reference = reference,
                         .fingerprint = QString::fromUtf8(secret.fingerprint()),
                         .storedAt = m_clock.wall()});
    return noted ? Result<QString>(reference.toString()) : Result<QString>(noted.error());
}

Result<void> SecretStore::forget(const SecretReference &reference)
{
    return isKnown(reference) ? m_index->remove(reference) : Result<void>();
}

void SecretStore::remove(const QString &reference, QObject *context, Answer answer)
{
    const Result<SecretReference> parsed = SecretReference::parse(reference);
    Result<void> outcome;
    if (!parsed)
        outcome = parsed.error();
    else if (!m_index)
        outcome = m_index.error();
    else if (parsed->place == SecretPlace::Session && m_session.remove(parsed->name))
        outcome = {};
    else if (!isKnown(*parsed))
        outcome = Error{ErrorCode::NotFound, u"the program has not stored %1"_s.arg(reference)};
    else if (parsed->place == SecretPlace::Keychain)
        return removeFromKeychain(*parsed, context, std::move(answer));
    else if (outcome = openVault(); outcome)
        outcome = m_vault.remove(parsed->name);
    if (parsed && outcome)
        outcome = forget(*parsed);
    answerLater(context, std::move(answer), outcome);
}

//! Removing from a locked keychain reports success and removes nothing: only what can be read is
//! removed.
void SecretStore::removeFromKeychain(const SecretReference &reference, QObject *context,
                                     Answer answer)
{
    const auto finish = [context = QPointer(context),
                         answer = std::move(answer)](const Result<void> &outcome) {
        if (context)
            answer(outcome);
    };
    m_keychain->read(reference.name, this, [this, reference, finish](const Result<Secret> &found) {
        if (!found) {
            const Error error = keychainError(found.error(), reference);
            noteKeychain(&error);
            finish(error);
            return;
        }
        m_keychain->remove(reference.name, this,
                           [this, reference, finish](const Result<void> &removed) {
                               noteKeychain(removed ? nullptr : &removed.error());
                               finish(removed ? forget(reference) : removed);
                           });
    });
}

QList<SecretInfo> SecretStore::list() const
{
    QList<SecretInfo> infos;
    for (const IndexEntry &entry : m_index ? m_index->entries() : QList<IndexEntry>())
        infos.append({.reference = entry.reference,
                      .state = stateOf(entry.reference.place),
                      .fingerprint = entry.fingerprint,
                      .storedAt = entry.storedAt});
    for (auto it = m_session.begin(); it != m_session.end(); ++it)
        infos.append({.reference = {SecretPlace::Session, it.key()},
                      .fingerprint = QString::fromUtf8(it->fingerprint())});
    std::ranges::sort(infos, {}, [](const SecretInfo &info) { return info.reference.toString(); });
    return infos;
}

void SecretStore::unlock(const Secret &passphrase, QObject *context, Answer answer)
{
    if (m_status.store != StoreKind::Vault) {
        m_mayAskAgain = true;
        askKeychain(context, [this, answer = std::move(answer)](const Result<void> &outcome) {
            keychainAnswered(outcome);
            answer(outcome);
        });
        return;
    }
    const Result<void> opened = m_vault.exists()
        ? m_vault.open(passphrase)
        : m_vault.create(VaultHolder::Passphrase, passphrase);
    if (opened) {
        m_vaultState = StoreState::Ready;
        m_vaultDetail.clear();
        publish();
    }
    answerLater(context, std::move(answer), opened);
}

Result<void> SecretStore::choose(StoreKind store, const Secret &passphrase)
{
    if (store == StoreKind::Keychain && m_keychainState == StoreState::Unavailable)
        return Error{ErrorCode::Unavailable, u"this desktop offers no keychain"_s};
    if (store == StoreKind::Vault) {
        if (auto taken = takeVault(passphrase); !taken)
            return taken;
    }
    settle(store);
    return {};
}

//! Makes the vault, opens it, or gives it a passphrase in place of its key file.
Result<void> SecretStore::takeVault(const Secret &passphrase)
{
    const bool isThere = m_vault.exists();
    if (isThere && passphrase.isEmpty())
        return {}; // as it is; settle() opens it when it can
    const Result<VaultHolder> holder =
        isThere ? m_vault.holder() : Result<VaultHolder>(VaultHolder::KeyFile);
    Result<void> taken;
    if (!holder)
        taken = holder.error();
    else if (!isThere)
        taken = m_vault.create(
            passphrase.isEmpty() ? VaultHolder::KeyFile : VaultHolder::Passphrase, passphrase);
    else if (*holder == VaultHolder::Passphrase)
        taken = m_vault.open(passphrase);
    else if (taken = openVault(); taken)
        taken = m_vault.rekey(VaultHolder::Passphrase, passphrase);
    if (taken) {
        m_vaultState = StoreState::Ready;
        m_vaultDetail.clear();
    }
    return taken;
}

Result<void> SecretStore::rekeyVault(VaultHolder holder, const Secret &passphrase)
{
    return m_vault.rekey(holder, passphrase);
}

//! Opens the vault unless a person must do it; the state says which.
Result<void> SecretStore::openVault()
{
    if (m_vault.isOpen())
        return {};
    const Result<VaultHolder> holder = m_vault.holder();
    Result<void> opened;
    if (!holder)
        opened = holder.error();
    else if (*holder == VaultHolder::Passphrase)
        opened = Error{ErrorCode::Locked, u"the vault waits for its passphrase"_s};
    else
        opened = m_vault.open();
    m_vaultState = opened                          ? StoreState::Ready
        : opened.error().code == ErrorCode::Locked ? StoreState::PassphraseNeeded
                                                   : StoreState::Unavailable;
    m_vaultDetail = opened ? QString() : opened.error().detail;
    if (m_status.store == StoreKind::Vault)
        publish();
    return opened;
}

void SecretStore::learn(const Secret &secret)
{
    if (m_options.redactor)
        m_options.redactor->learn(secret);
}

//! Without its index the program cannot tell, and assumes the careful answer.
bool SecretStore::isKnown(const SecretReference &reference) const
{
    return !m_index || m_index->contains(reference);
}

StoreState SecretStore::stateOf(SecretPlace place) const
{
    return place == SecretPlace::Keychain ? m_keychainState
        : place == SecretPlace::Vault     ? m_vaultState
                                          : StoreState::Ready;
}

} // namespace Gatehouse::Secrets
