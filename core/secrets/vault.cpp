// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/vault.h"

#include "core/base/json.h"
#include "core/base/log.h"
#include "core/secrets/privatefile.h"
#include "core/secrets/secretsources.h"

#include <QtCore/QFile>
#include <QtCore/QJsonObject>
#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Secrets {

namespace {

constexpr qint64 fileLimit = 64LL * 1024 * 1024;
constexpr QByteArrayView magic("gatehouse-vault 1\n");
constexpr qsizetype tagSize = 32;
constexpr qsizetype keySize = 32;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype sealOverhead = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int mostPasses = 32; // a planted file must not cost us minutes or all memory
constexpr int mostMemoryMiB = 2048;

//! The master key's uses, kept apart as libsodium's key derivation asks.
enum class Subkey : quint64 { Seal = 1, Authenticate = 2 };

using Key = std::array<unsigned char, keySize>;

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray random(size, Qt::Uninitialized);
    randombytes_buf(random.data(), static_cast<size_t>(size));
    return random;
}

//! A key on the stack, wiped at the end of its scope.
struct WipedKey {
    WipedKey() = default;
    WipedKey(const Secret &master, Subkey use)
    {
        crypto_kdf_derive_from_key(key.data(), key.size(), static_cast<quint64>(use), "ghvault_",
                                   bytes(master.reveal()));
    }
    ~WipedKey() { sodium_memzero(key.data(), key.size()); }
    Q_DISABLE_COPY_MOVE(WipedKey)

    Secret secret() const { return Secret(QByteArrayView(key.data(), keySize)); }

    Key key{};
};

QByteArray digest(QByteArrayView data)
{
    QByteArray tag(tagSize, Qt::Uninitialized);
    crypto_generichash(bytes(tag), tagSize, bytes(data), static_cast<quint64>(data.size()), nullptr,
                       0);
    return tag;
}

QByteArray keyedDigest(QByteArrayView data, const Secret &master)
{
    const WipedKey key(master, Subkey::Authenticate);
    QByteArray tag(tagSize, Qt::Uninitialized);
    crypto_generichash(bytes(tag), tagSize, bytes(data), static_cast<quint64>(data.size()),
                       key.key.data(), key.key.size());
    return tag;
}

bool sameTag(QByteArrayView a, QByteArrayView b)
{
    return a.size() == tagSize && b.size() == tagSize
        && sodium_memcmp(a.data(), b.data(), tagSize) == 0;
}

QByteArray associatedData(const QByteArray &keyId, const QString &name)
{
    return keyId + '\n' + name.toUtf8();
}

//! The file in its three parts.
struct Parts {
    QByteArray payload;
    QByteArray keyedTag;
};

Error damaged()
{
    return {ErrorCode::Corrupt, u"the vault file is damaged; restore it from a backup"_s};
}

Result<Parts> readParts(const QString &path)
{
    const Result<Secret> file = readPrivateFile(path, fileLimit);
    if (!file)
        return file.error();
    const QByteArrayView all = file->reveal();
    if (all.size() < magic.size() + 2 * tagSize || !all.startsWith(magic))
        return damaged();
    if (!sameTag(digest(all.chopped(tagSize)), all.last(tagSize)))
        return damaged();
    const QByteArrayView authenticated = all.chopped(tagSize);
    return Parts{.payload = authenticated.chopped(tagSize).toByteArray(),
                 .keyedTag = authenticated.last(tagSize).toByteArray()};
}

QString word(VaultHolder holder)
{
    switch (holder) {
    case VaultHolder::KeyFile:
        return u"key-file"_s;
    case VaultHolder::Passphrase:
        return u"passphrase"_s;
    case VaultHolder::Credential:
        return u"credential"_s;
    }
    return {};
}

std::optional<VaultHolder> holderOf(const QString &text)
{
    for (const auto holder :
         {VaultHolder::KeyFile, VaultHolder::Passphrase, VaultHolder::Credential}) {
        if (word(holder) == text)
            return holder;
    }
    return std::nullopt;
}

QByteArray fromBase64(const QJsonValue &value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? decoded.decoded : QByteArray();
}

QString toBase64(const QByteArray &data)
{
    return QString::fromLatin1(data.toBase64());
}

bool isAffordable(VaultCost cost)
{
    return cost.passes >= 1 && cost.passes <= mostPasses && cost.memoryMiB >= 1
        && cost.memoryMiB <= mostMemoryMiB;
}

Result<Secret> stretched(const Secret &passphrase, const QByteArray &salt, VaultCost cost)
{
    WipedKey key;
    const QByteArrayView text = passphrase.reveal();
    if (crypto_pwhash(
            key.key.data(), key.key.size(), text.data(), static_cast<quint64>(text.size()),
            bytes(QByteArrayView(salt)), static_cast<quint64>(cost.passes),
            static_cast<size_t>(cost.memoryMiB) * 1024 * 1024, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return Error{ErrorCode::Unavailable, u"not enough memory to check the passphrase"_s};
    return key.secret();
}

//! A credential may have any length: hashed to a key.
Result<Secret> credentialKey()
{
    const Result<Secret> credential = readCredential(vaultCredentialName());
    if (!credential)
        return Error{ErrorCode::Unavailable, credential.error().detail};
    WipedKey key;
    const QByteArrayView text = credential->reveal();
    crypto_generichash(key.key.data(), key.key.size(), bytes(text),
                       static_cast<quint64>(text.size()), nullptr, 0);
    return key.secret();
}

Result<Secret> readKeyFile(const QString &path)
{
    const Result<Secret> key = readPrivateFile(path, keySize);
    if (!key)
        return Error{ErrorCode::Unavailable, key.error().detail, path};
    if (key->reveal().size() != keySize)
        return Error{ErrorCode::Unauthenticated, u"%1 is not this vault's key"_s.arg(path), path};
    if (isReadableByOthers(path))
        qCWarning(lcSecrets).noquote() << "others may read" << path << "- set its mode to 0600";
    return key;
}

} // namespace

QString vaultCredentialName()
{
    return u"gatehouse-vault-key"_s;
}

Vault::Vault(QString folder, VaultCost cost)
    : m_folder(std::move(folder))
    , m_cost(cost)
{
    Q_ASSERT(isAffordable(cost));
    if (sodium_init() < 0)
        qFatal("libsodium has no source of random numbers");
}

bool Vault::exists() const
{
    return QFile::exists(path());
}

Result<VaultHolder> Vault::holder() const
{
    if (isOpen())
        return m_content.holder;
    const Result<Parts> parts = readParts(path());
    if (!parts)
        return parts.error();
    const Result<Content> content = parse(parts->payload);
    if (!content)
        return content.error();
    return content->holder;
}

Result<void> Vault::create(VaultHolder holder, const Secret &passphrase)
{
    if (exists())
        return Error{ErrorCode::AlreadyExists, u"there is a vault already"_s, path()};
    const Content content = newContent(holder);
    const Result<Secret> master = makeMasterKey(content, passphrase);
    return master ? save(content, *master) : Result<void>(master.error());
}

Result<void> Vault::open(const Secret &passphrase)
{
    const Result<Parts> parts = readParts(path());
    if (!parts)
        return parts.error();
    Result<Content> content = parse(parts->payload);
    if (!content)
        return content.error();
    const Result<Secret> master = masterKey(*content, passphrase);
    if (!master)
        return master.error();
    if (!sameTag(keyedDigest(parts->payload, *master), parts->keyedTag))
        return Error{ErrorCode::Unauthenticated,
                     content->holder == VaultHolder::Passphrase
                         ? u"the passphrase does not open the vault"_s
                         : u"the vault was sealed with another key, or changed"_s};
    m_content = std::move(*content);
    m_masterKey = *master;
    return {};
}

Result<Secret> Vault::read(const QString &name) const
{
    if (!isOpen())
        return Error{ErrorCode::Locked, u"the vault is not open"_s};
    return unseal(m_content, m_masterKey, name);
}

Result<void> Vault::write(const QString &name, const Secret &secret)
{
    if (!isOpen())
        return Error{ErrorCode::Locked, u"the vault is not open"_s};
    Content changed = m_content;
    changed.sealed.insert(name, seal(m_content, m_masterKey, name, secret));
    return save(changed, m_masterKey);
}

Result<void> Vault::remove(const QString &name)
{
    if (!isOpen())
        return Error{ErrorCode::Locked, u"the vault is not open"_s};
    Content changed = m_content;
    return changed.sealed.remove(name) ? save(changed, m_masterKey) : Result<void>();
}

Result<void> Vault::rekey(VaultHolder holder, const Secret &passphrase)
{
    if (!isOpen())
        return Error{ErrorCode::Locked, u"the vault is not open"_s};
    // The key file is one place for two keys: a crash between them would lose the vault.
    if (holder == VaultHolder::KeyFile && m_content.holder == VaultHolder::KeyFile)
        return Error{ErrorCode::Unsupported, u"change to a passphrase first, then back"_s};
    Content changed = newContent(holder);
    const Result<Secret> master = makeMasterKey(changed, passphrase);
    if (!master)
        return master.error();
    for (const QString &name : names()) {
        const Result<Secret> secret = read(name);
        if (!secret)
            return secret.error();
        changed.sealed.insert(name, seal(changed, *master, name, *secret));
    }
    const bool keyFileIsOld = m_content.holder == VaultHolder::KeyFile;
    const Result<void> saved = save(changed, *master);
    if (saved && keyFileIsOld)
        QFile::remove(keyPath());
    return saved;
}

Result<Vault::Content> Vault::parse(QByteArrayView payload)
{
    const Result<QJsonObject> json = parseObject(payload.sliced(magic.size()).toByteArray());
    if (!json)
        return damaged();
    const auto holder = holderOf(json->value("holder"_L1).toString());
    Content content{.holder = holder.value_or(VaultHolder::KeyFile),
                    .cost = {.passes = json->value("passes"_L1).toInt(),
                             .memoryMiB = json->value("memory_mib"_L1).toInt()},
                    .salt = fromBase64(json->value("salt"_L1)),
                    .keyId = json->value("key_id"_L1).toString().toLatin1(),
                    .sealed = {}};
    if (!holder || !isAffordable(content.cost) || content.keyId.isEmpty()
        || content.salt.size() != crypto_pwhash_SALTBYTES)
        return damaged();
    const QJsonObject secrets = json->value("secrets"_L1).toObject();
    for (auto it = secrets.begin(); it != secrets.end(); ++it) {
        const QJsonObject entry = it->toObject();
        const Sealed sealed{.nonce = fromBase64(entry.value("nonce"_L1)),
                            .box = fromBase64(entry.value("sealed"_L1))};
        if (sealed.nonce.size() != nonceSize || sealed.box.size() < sealOverhead)
            return damaged();
        content.sealed.insert(it.key(), sealed);
    }
    return content;
}

QByteArray Vault::serialise(const Content &content)
{
    QJsonObject secrets;
    for (auto it = content.sealed.begin(); it != content.sealed.end(); ++it)
        secrets.insert(
            it.key(),
            QJsonObject{{u"nonce"_s, toBase64(it->nonce)}, {u"sealed"_s, toBase64(it->box)}});
    const QJsonObject json{
        {u"holder"_s, word(content.holder)}, {u"key_id"_s, QString::fromLatin1(content.keyId)},
        {u"passes"_s, content.cost.passes},  {u"memory_mib"_s, content.cost.memoryMiB},
        {u"salt"_s, toBase64(content.salt)}, {u"secrets"_s, secrets}};
    return magic.toByteArray() + compactJson(json);
}

Vault::Sealed Vault::seal(const Content &content, const Secret &master, const QString &name,
                          const Secret &secret)
{
    const WipedKey key(master, Subkey::Seal);
    const QByteArray associated = associatedData(content.keyId, name);
    const QByteArrayView plain = secret.reveal();
    Sealed sealed{.nonce = randomBytes(nonceSize),
                  .box = QByteArray(plain.size() + sealOverhead, Qt::Uninitialized)};
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes(sealed.box), nullptr, bytes(plain), static_cast<quint64>(plain.size()),
        bytes(QByteArrayView(associated)), static_cast<quint64>(associated.size()), nullptr,
        bytes(QByteArrayView(sealed.nonce)), key.key.data());
    return sealed;
}

Result<Secret> Vault::unseal(const Content &content, const Secret &master, const QString &name)
{
    const auto found = content.sealed.find(name);
    if (found == content.sealed.end())
        return Error{ErrorCode::NotFound, u"the vault holds no secret \"%1\""_s.arg(name)};
    const WipedKey key(master, Subkey::Seal);
    const QByteArray associated = associatedData(content.keyId, name);
    QByteArray plain(found->box.size() - sealOverhead, Qt::Uninitialized);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes(plain), nullptr, nullptr, bytes(QByteArrayView(found->box)),
        static_cast<quint64>(found->box.size()), bytes(QByteArrayView(associated)),
        static_cast<quint64>(associated.size()), bytes(QByteArrayView(found->nonce)),
        key.key.data());
    if (failed)
        return damaged();
    Secret secret(plain);
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
    return secret;
}

Vault::Content Vault::newContent(VaultHolder holder) const
{
    return {.holder = holder,
            .cost = m_cost,
            .salt = randomBytes(crypto_pwhash_SALTBYTES),
            .keyId = randomBytes(8).toHex(),
            .sealed = {}};
}

//! The key of an existing vault.
Result<Secret> Vault::masterKey(const Content &content, const Secret &passphrase) const
{
    switch (content.holder) {
    case VaultHolder::KeyFile:
        return readKeyFile(keyPath());
    case VaultHolder::Passphrase:
        return passphrase.isEmpty()
            ? Error{ErrorCode::Unauthenticated, u"the vault needs its passphrase"_s}
            : stretched(passphrase, content.salt, content.cost);
    case VaultHolder::Credential:
        return credentialKey();
    }
    return Error{ErrorCode::Internal, u"unknown holder"_s};
}

//! The key of a new vault; in key file mode it is on disk before anything is sealed with it.
Result<Secret> Vault::makeMasterKey(const Content &content, const Secret &passphrase) const
{
    if (content.holder == VaultHolder::Passphrase && passphrase.isEmpty())
        return Error{ErrorCode::InvalidArgument, u"a passphrase is needed"_s};
    // A key file from before is kept: a vault restored from a backup may still need it.
    if (content.holder != VaultHolder::KeyFile || QFile::exists(keyPath()))
        return masterKey(content, passphrase);
    WipedKey key;
    randombytes_buf(key.key.data(), key.key.size());
    const Result<void> written =
        writePrivateFile(keyPath(), QByteArrayView(key.key.data(), keySize));
    return written ? Result<Secret>(key.secret()) : Result<Secret>(written.error());
}

Result<void> Vault::save(const Content &content, const Secret &master)
{
    QByteArray file = serialise(content);
    file += keyedDigest(file, master);
    file += digest(file);
    const Result<void> written = writePrivateFile(path(), file);
    if (written) {
        m_content = content;
        m_masterKey = master;
    }
    return written;
}

QString Vault::path() const
{
    return m_folder + u"/vault"_s;
}

QString Vault::keyPath() const
{
    return m_folder + u"/vault.key"_s;
}

} // namespace Gatehouse::Secrets
