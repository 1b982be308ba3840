// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/auditheads.h"

#include "core/ledger/requestjson.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>
#include <QtCore/QtEndian>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray signedBytes(const AuditHeads::Head &head)
{
    QByteArray bytes("gatehouse audit head");
    const qint64 little = qToLittleEndian(head.sequence);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    return bytes + head.hash;
}

QByteArray publicKeyOf(const QByteArray &secret)
{
    return secret.last(crypto_sign_PUBLICKEYBYTES); // libsodium keeps it behind the seed
}

} // namespace

AuditHeads AuditHeads::in(const QString &dataFolder)
{
    const QDir folder(dataFolder);
    return {folder.filePath(u"audit-heads.jsonl"_s), folder.filePath(u"audit.key"_s)};
}

Result<QByteArray> AuditHeads::secretKey() const
{
    QFile file(m_keyFile);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray key = QByteArray::fromHex(file.readAll().trimmed());
        if (key.size() == crypto_sign_SECRETKEYBYTES)
            return key;
        return Error{ErrorCode::Corrupt, u"%1 is no key"_s.arg(m_keyFile)};
    }
    QByteArray key(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    QByteArray open(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_sign_keypair(reinterpret_cast<unsigned char *>(open.data()),
                        reinterpret_cast<unsigned char *>(key.data()));
    QSaveFile out(m_keyFile);
    if (!out.open(QIODevice::WriteOnly)
        || !out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || out.write(key.toHex() + '\n') < 0 || !out.commit())
        return Error{ErrorCode::Io, u"%1: %2"_s.arg(out.fileName(), out.errorString())};
    return key;
}

Result<AuditHeads::Head> AuditHeads::last() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return Head{};
    constexpr qint64 tail = 4096; // some lines
    file.seek(std::max<qint64>(0, file.size() - tail));
    const QByteArray line = file.readAll().trimmed().split('\n').last();
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto bytes = [&object](QLatin1StringView name) {
        return QByteArray::fromHex(object.value(name).toString().toLatin1());
    };
    const Head head{object.value("sequence"_L1).toInteger(), bytes("head"_L1)};
    const QByteArray signature = bytes("signature"_L1);
    const Result<QByteArray> key = secretKey();
    if (!key)
        return key.error();
    const QByteArray message = signedBytes(head);
    const bool holds = signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(raw(signature), raw(message),
                                       static_cast<unsigned long long>(message.size()),
                                       raw(publicKeyOf(*key)))
            == 0;
    if (!holds)
        return Error{
            ErrorCode::Corrupt,
            u"the last signed head in %1 does not hold; the file or the key was changed"_s.arg(
                m_file)};
    return head;
}

Result<void> AuditHeads::add(const Head &head, WallTime now)
{
    const Result<Head> before = last();
    if (!before)
        return before.error();
    if (before->sequence == head.sequence && before->hash == head.hash)
        return {};
    const Result<QByteArray> key = secretKey();
    if (!key)
        return key.error();
    const QByteArray message = signedBytes(head);
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, raw(message),
                         static_cast<unsigned long long>(message.size()), raw(*key));
    const QJsonObject line{{u"time"_s, isoTime(toUs(now))},
                           {u"sequence"_s, head.sequence},
                           {u"head"_s, QString::fromLatin1(head.hash.toHex())},
                           {u"public_key"_s, QString::fromLatin1(publicKeyOf(*key).toHex())},
                           {u"signature"_s, QString::fromLatin1(signature.toHex())}};
    QFile file(m_file);
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(text) != text.size()
        || !file.flush())
        return Error{ErrorCode::Io, u"%1: %2"_s.arg(m_file, file.errorString())};
    return {};
}

Result<AuditTrail::Verification> verifyWithHeads(Store::Database &database, const AuditHeads &heads)
{
    const Result<AuditHeads::Head> last = heads.last();
    if (!last)
        return last.error();
    return AuditTrail(database).verify(last->sequence, last->hash);
}

} // namespace Gatehouse::Ledger
