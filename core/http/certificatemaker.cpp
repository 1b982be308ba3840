// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/certificatemaker.h"

#include "core/http/tlscontext.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QHostInfo>
#include <QtNetwork/QNetworkInterface>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Http {

namespace {

constexpr auto authorityLife = std::chrono::days(3650);
// Apple refuses server certificates of an own authority that live longer
// (support.apple.com/103769).
constexpr auto serverLife = std::chrono::days(825);
constexpr auto backdate = std::chrono::hours(1); // clocks of other computers may be behind
constexpr qsizetype longestName = 253;           // RFC 1035 section 2.3.4

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

struct Pair {
    Certificate certificate;
    Key key;
};

Error failed(const QString &what)
{
    const QString reason = QString::fromLatin1(ERR_reason_error_string(ERR_get_error()));
    ERR_clear_error();
    return {ErrorCode::Internal, u"%1: %2"_s.arg(what, reason)};
}

bool addExtension(X509 *certificate, X509 *issuer, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension =
        X509V3_EXT_conf_nid(nullptr, &context, kind, const_cast<char *>(value.constData()));
    if (!extension)
        return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

//! Number, names and days; the serial number is random (RFC 5280 section 4.1.2.2: at most 20
//! octets, positive).
bool fill(X509 *certificate, X509 *issuer, EVP_PKEY *key, const QByteArray &commonName,
          std::chrono::seconds life, WallTime now)
{
    unsigned char serial[16];
    if (RAND_bytes(serial, sizeof serial) != 1)
        return false;
    serial[0] &= 0x7f;
    BIGNUM *number = BN_bin2bn(serial, sizeof serial, nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    const auto start = std::chrono::floor<std::chrono::seconds>(now - backdate);
    const auto first = static_cast<time_t>(start.time_since_epoch().count());
    const auto last = static_cast<time_t>((start + life).time_since_epoch().count());
    X509_NAME *name = X509_get_subject_name(certificate);
    return X509_set_version(certificate, X509_VERSION_3) == 1
        && ASN1_TIME_set(X509_getm_notBefore(certificate), first)
        && ASN1_TIME_set(X509_getm_notAfter(certificate), last)
        && X509_NAME_add_entry_by_NID(
               name, NID_commonName, MBSTRING_UTF8,
               reinterpret_cast<const unsigned char *>(commonName.constData()), -1, -1, 0)
        == 1
        && X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1
        && X509_set_pubkey(certificate, key) == 1;
}

Result<Pair> makeAuthority(WallTime now)
{
    Pair made{Certificate(X509_new()), Key(EVP_EC_gen("P-256"))};
    X509 *certificate = made.certificate.get();
    const QByteArray name = "Gatehouse authority of " + QHostInfo::localHostName().toUtf8();
    // A common name has at most 64 characters (RFC 5280 appendix A.1).
    if (!made.key
        || !fill(certificate, certificate, made.key.get(), name.left(64), authorityLife, now)
        || !addExtension(certificate, certificate, NID_basic_constraints,
                         "critical,CA:TRUE,pathlen:0")
        || !addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign")
        || !addExtension(certificate, certificate, NID_subject_key_identifier, "hash")
        || X509_sign(certificate, made.key.get(), EVP_sha256()) == 0)
        return failed(u"the authority cannot be made"_s);
    return made;
}

QByteArray alternativeNames(const QStringList &names)
{
    QByteArrayList parts;
    for (const QString &name : names) {
        const bool isAddress = !QHostAddress(name).isNull();
        parts.append((isAddress ? "IP:" : "DNS:") + name.toUtf8());
    }
    return parts.join(',');
}

Result<Pair> makeServer(const Pair &authority, const QStringList &names, WallTime now)
{
    Pair made{Certificate(X509_new()), Key(EVP_EC_gen("P-256"))};
    X509 *certificate = made.certificate.get();
    X509 *issuer = authority.certificate.get();
    if (!made.key
        || !fill(certificate, issuer, made.key.get(), names.first().toUtf8().left(64), serverLife,
                 now)
        || !addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE")
        || !addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature")
        || !addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth")
        || !addExtension(certificate, issuer, NID_subject_alt_name, alternativeNames(names))
        || !addExtension(certificate, issuer, NID_subject_key_identifier, "hash")
        || !addExtension(certificate, issuer, NID_authority_key_identifier, "keyid")
        || X509_sign(certificate, authority.key.get(), EVP_sha256()) == 0)
        return failed(u"the certificate cannot be made"_s);
    return made;
}

QByteArray textOf(BIO *memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return {data, static_cast<qsizetype>(size)};
}

QByteArray pemOf(X509 *certificate)
{
    const Bio memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(memory.get(), certificate);
    return textOf(memory.get());
}

QByteArray pemOf(EVP_PKEY *key)
{
    const Bio memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return textOf(memory.get());
}

Result<void> write(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(text) != text.size() || !file.commit())
        return Error{ErrorCode::Io, u"%1 cannot be written: %2"_s.arg(path, file.errorString())};
    return {};
}

Bio openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    Bio memory(BIO_new(BIO_s_mem()));
    BIO_write(memory.get(), text.constData(), static_cast<int>(text.size()));
    return memory;
}

//! The authority made earlier, unless it is missing, unreadable or lives shorter than what it would
//! sign.
std::optional<Pair> readAuthority(const QString &certificateFile, const QString &keyFile,
                                  WallTime now)
{
    const Bio certificateText = openFile(certificateFile);
    const Bio keyText = openFile(keyFile);
    if (!certificateText || !keyText)
        return {};
    Pair read{Certificate(PEM_read_bio_X509(certificateText.get(), nullptr, nullptr, nullptr)),
              Key(PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr))};
    if (!read.certificate || !read.key
        || X509_check_private_key(read.certificate.get(), read.key.get()) != 1) {
        ERR_clear_error();
        return {};
    }
    const auto needed = std::chrono::floor<std::chrono::seconds>(now + serverLife);
    auto until = static_cast<time_t>(needed.time_since_epoch().count());
    if (X509_cmp_time(X509_get0_notAfter(read.certificate.get()), &until) <= 0)
        return {};
    return read;
}

Result<Pair> authorityOf(const QDir &folder, WallTime now)
{
    const QString certificate = folder.filePath(u"authority.pem"_s);
    const QString key = folder.filePath(u"authority.key"_s);
    if (auto known = readAuthority(certificate, key, now))
        return *std::move(known);
    Result<Pair> made = makeAuthority(now);
    if (!made)
        return made;
    for (const auto &[path, text] : {std::pair(key, pemOf(made->key.get())),
                                     std::pair(certificate, pemOf(made->certificate.get()))}) {
        if (auto written = write(path, text); !written)
            return written.error();
    }
    return made;
}

QString fingerprintOf(const X509 *certificate)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    X509_digest(certificate, EVP_sha256(), digest, &length);
    const QByteArray bytes(reinterpret_cast<const char *>(digest), static_cast<qsizetype>(length));
    return QString::fromLatin1(bytes.toHex(':').toUpper());
}

bool isName(const QString &name)
{
    const auto allowed = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'*');
    };
    return !name.isEmpty() && name.size() <= longestName
        && (!QHostAddress(name).isNull() || std::all_of(name.begin(), name.end(), allowed));
}

} // namespace

QString fingerprintOf(const TlsContext &context)
{
    const X509 *certificate = SSL_CTX_get0_certificate(context.handle());
    return certificate ? fingerprintOf(certificate) : QString();
}

Result<MadeCertificate> makeOfficeCertificate(const QString &folder, const QStringList &names,
                                              const Clock &clock)
{
    for (const QString &name : names) {
        if (!isName(name))
            return Error{ErrorCode::InvalidArgument,
                         u"\"%1\" is neither a host name nor an address"_s.arg(name), u"names"_s};
    }
    if (names.isEmpty())
        return Error{ErrorCode::InvalidArgument, u"give at least one host name or address"_s,
                     u"names"_s};
    const QDir place(folder);
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Io, u"%1 cannot be made"_s.arg(folder)};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Result<Pair> authority = authorityOf(place, clock.wall());
    if (!authority)
        return authority.error();
    const Result<Pair> server = makeServer(*authority, names, clock.wall());
    if (!server)
        return server.error();
    MadeCertificate made{.certificate = place.filePath(u"gateway.pem"_s),
                         .key = place.filePath(u"gateway.key"_s),
                         .authority = place.filePath(u"authority.pem"_s),
                         .fingerprint = fingerprintOf(authority->certificate.get()),
                         .notAfter = clock.wall() - backdate + serverLife};
    if (auto written = write(made.key, pemOf(server->key.get())); !written)
        return written.error();
    const QByteArray chain = pemOf(server->certificate.get()) + pemOf(authority->certificate.get());
    if (auto written = write(made.certificate, chain); !written)
        return written.error();
    return made;
}

QStringList namesOfThisComputer()
{
    QStringList names{QHostInfo::localHostName().toLower(), u"localhost"_s};
    for (const QHostAddress &address : QNetworkInterface::allAddresses())
        if (!address.isLinkLocal())
            names.append(address.toString());
    names.removeDuplicates();
    names.removeAll(QString());
    return names;
}

} // namespace Gatehouse::Http
