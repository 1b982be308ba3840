// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/googleaccount.h"

#include "core/dialects/jsonview.h"
#include "core/dialects/jsonwriter.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Providers {

namespace {

constexpr QByteArrayView googleTokenUri("https://oauth2.googleapis.com/token");
constexpr QByteArrayView jwtGrantType("urn:ietf:params:oauth:grant-type:jwt-bearer");
//! Documented by Google Cloud, "View and query VM metadata".
constexpr QByteArrayView machineTokenUri(
    "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token");
constexpr auto jwtLife = 1h;
constexpr auto clockSkew = 10s; //!< a token from the future is refused

struct KeyFree {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
struct ContextFree {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
struct BioFree {
    void operator()(BIO *bio) const { BIO_free(bio); }
};
using PrivateKey = std::unique_ptr<EVP_PKEY, KeyFree>;

//! OpenSSL asks at the terminal unless it is told that there is no password.
int noPassword(char *, int, int, void *)
{
    return -1;
}

PrivateKey rsaKey(const Secrets::Secret &pem)
{
    const QByteArrayView text = pem.reveal();
    const std::unique_ptr<BIO, BioFree> bio(BIO_new_mem_buf(text.data(), int(text.size())));
    PrivateKey key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr));
    return key && EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA ? std::move(key) : PrivateKey();
}

QByteArray rs256(EVP_PKEY *key, QByteArrayView text)
{
    const std::unique_ptr<EVP_MD_CTX, ContextFree> context(EVP_MD_CTX_new());
    const auto *const bytes = reinterpret_cast<const unsigned char *>(text.data());
    const auto size = static_cast<std::size_t>(text.size());
    std::size_t length = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(context.get(), nullptr, &length, bytes, size) != 1)
        return {};
    QByteArray signature(qsizetype(length), Qt::Uninitialized);
    auto *const out = reinterpret_cast<unsigned char *>(signature.data());
    if (EVP_DigestSign(context.get(), out, &length, bytes, size) != 1)
        return {};
    signature.truncate(qsizetype(length));
    return signature;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Error missing(QByteArrayView what, QByteArrayView type)
{
    return {ErrorCode::InvalidArgument,
            u"the credential file has no usable \"%1\"; it must be of type \"%2\""_s.arg(
                QString::fromUtf8(what), QString::fromUtf8(type)),
            QString::fromUtf8(what)};
}

qint64 seconds(WallTime time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

QByteArray claims(const ServiceAccount &account, WallTime now)
{
    QByteArray json;
    Dialects::JsonWriter(json)
        .beginObject()
        .member("iss", account.clientEmail)
        .member("scope", googleCloudScope)
        .member("aud", account.tokenUri)
        .member("iat", seconds(now - clockSkew))
        .member("exp", seconds(now - clockSkew + jwtLife))
        .endObject();
    return json;
}

} // namespace

Result<ServiceAccount> readServiceAccount(QByteArrayView json)
{
    const auto file = Dialects::JsonView::parse(json);
    ServiceAccount account{.clientEmail = file["client_email"].string(),
                           .keyId = file["private_key_id"].string(),
                           .privateKey = Secrets::Secret(file["private_key"].string()),
                           .tokenUri = file["token_uri"].string(),
                           .projectId = file["project_id"].string()};
    if (!file["type"].equals("service_account"))
        return missing("type", "service_account");
    if (account.clientEmail.isEmpty())
        return missing("client_email", "service_account");
    if (account.privateKey.isEmpty() || !rsaKey(account.privateKey))
        return missing("private_key", "service_account");
    if (account.tokenUri.isEmpty())
        account.tokenUri = googleTokenUri.toByteArray();
    return account;
}

Result<AuthorizedUser> readAuthorizedUser(QByteArrayView json)
{
    const auto file = Dialects::JsonView::parse(json);
    AuthorizedUser user{.clientId = file["client_id"].string(),
                        .clientSecret = Secrets::Secret(file["client_secret"].string()),
                        .refreshToken = Secrets::Secret(file["refresh_token"].string()),
                        .tokenUri = file["token_uri"].string()};
    if (!file["type"].equals("authorized_user"))
        return missing("type", "authorized_user");
    if (user.clientId.isEmpty())
        return missing("client_id", "authorized_user");
    if (user.refreshToken.isEmpty())
        return missing("refresh_token", "authorized_user");
    if (user.tokenUri.isEmpty())
        user.tokenUri = googleTokenUri.toByteArray();
    return user;
}

Result<QByteArray> serviceAccountJwt(const ServiceAccount &account, WallTime now)
{
    QByteArray header;
    Dialects::JsonWriter(header)
        .beginObject()
        .member("alg", "RS256")
        .member("typ", "JWT")
        .ifGiven("kid", account.keyId)
        .endObject();
    const QByteArray text = base64Url(header) + '.' + base64Url(claims(account, now));
    const PrivateKey key = rsaKey(account.privateKey);
    const QByteArray signature = key ? rs256(key.get(), text) : QByteArray();
    if (signature.isEmpty())
        return missing("private_key", "service_account");
    return QByteArray(text + '.' + base64Url(signature));
}

TokenGrant serviceAccountGrant(ServiceAccount account)
{
    return [account = std::move(account)](WallTime now) -> Result<TokenRequest> {
        const Result<QByteArray> jwt = serviceAccountJwt(account, now);
        if (!jwt)
            return jwt.error();
        TokenRequest request{.url = account.tokenUri, .form = {}, .fields = {}};
        appendFormField(request.form, "grant_type", jwtGrantType);
        appendFormField(request.form, "assertion", *jwt);
        return request;
    };
}

TokenGrant authorizedUserGrant(AuthorizedUser user)
{
    return [user = std::move(user)](WallTime) -> Result<TokenRequest> {
        TokenRequest request{.url = user.tokenUri, .form = {}, .fields = {}};
        appendFormField(request.form, "grant_type", "refresh_token");
        appendFormField(request.form, "client_id", user.clientId);
        if (!user.clientSecret.isEmpty())
            appendFormField(request.form, "client_secret", user.clientSecret.reveal());
        appendFormField(request.form, "refresh_token", user.refreshToken.reveal());
        return request;
    };
}

TokenGrant googleMachineGrant()
{
    return [](WallTime) -> Result<TokenRequest> {
        return TokenRequest{.url = machineTokenUri.toByteArray(),
                            .form = {},
                            .fields = "metadata-flavor: Google\r\n"_ba};
    };
}

Result<TokenGrant> googleGrant(QByteArrayView json)
{
    if (json.trimmed().isEmpty())
        return googleMachineGrant();
    if (Dialects::JsonView::parse(json)["type"].equals("authorized_user")) {
        Result<AuthorizedUser> user = readAuthorizedUser(json);
        return user ? Result<TokenGrant>(authorizedUserGrant(*std::move(user))) : user.error();
    }
    Result<ServiceAccount> account = readServiceAccount(json);
    return account ? Result<TokenGrant>(serviceAccountGrant(*std::move(account))) : account.error();
}

} // namespace Gatehouse::Providers
