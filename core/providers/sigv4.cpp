// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/sigv4.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <sodium.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

constexpr QByteArrayView algorithm("AWS4-HMAC-SHA256");

using Digest = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

const unsigned char *bytesOf(QByteArrayView text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

Digest hmac(std::span<const unsigned char> key, QByteArrayView text)
{
    crypto_auth_hmacsha256_state state;
    Digest digest;
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, bytesOf(text), static_cast<std::size_t>(text.size()));
    crypto_auth_hmacsha256_final(&state, digest.data());
    sodium_memzero(&state, sizeof state);
    return digest;
}

//! The key of one day, region and service. What lies between is wiped.
Digest signingKey(const Secrets::Secret &secret, QByteArrayView date, const SigV4Scope &scope)
{
    QByteArray first = "AWS4" + secret.reveal().toByteArray();
    Digest key = hmac({bytesOf(first), static_cast<std::size_t>(first.size())}, date);
    sodium_memzero(first.data(), static_cast<std::size_t>(first.size()));
    for (const QByteArrayView part : {QByteArrayView(scope.region), QByteArrayView(scope.service),
                                      QByteArrayView("aws4_request")})
        key = hmac(key, part);
    return key;
}

QByteArray hex(const Digest &digest)
{
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size()))
        .toHex();
}

//! "20150830T123600Z"
QByteArray amzDate(WallTime time)
{
    const qint64 ms =
        std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyyMMdd'T'hhmmss'Z'").toLatin1();
}

QByteArray scopeText(const SigV4Scope &scope, QByteArrayView date)
{
    return date.first(8).toByteArray() + '/' + scope.region + '/' + scope.service + "/aws4_request";
}

//! White space around a value is nothing, several blanks in it are one.
QByteArray canonicalValue(QByteArrayView value)
{
    return value.toByteArray().simplified();
}

struct NamedValue {
    QByteArray name;
    QByteArray value;

    bool operator<(const NamedValue &other) const
    {
        return name == other.name ? value < other.value : name < other.name;
    }
};

//! Lower-case names in order; several fields of one name become one, their values with commas.
std::vector<NamedValue> canonicalFields(std::span<const SigV4Field> fields)
{
    std::vector<NamedValue> sorted;
    for (const SigV4Field &field : fields)
        sorted.push_back({field.name.toByteArray().toLower(), canonicalValue(field.value)});
    std::ranges::stable_sort(sorted, {}, &NamedValue::name);
    std::vector<NamedValue> merged;
    for (NamedValue &field : sorted) {
        if (!merged.empty() && merged.back().name == field.name)
            merged.back().value += ',' + field.value;
        else
            merged.push_back(std::move(field));
    }
    return merged;
}

QByteArray signedNames(const std::vector<NamedValue> &fields)
{
    QByteArray names;
    for (const NamedValue &field : fields) {
        if (!names.isEmpty())
            names += ';';
        names += field.name;
    }
    return names;
}

//! Names and values are taken out of the wire's encoding and encoded the one way that counts, then
//! sorted by encoded name and value.
QByteArray canonicalQuery(QByteArrayView query)
{
    std::vector<NamedValue> pairs;
    for (const QByteArray &pair : query.toByteArray().split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.sliced(equals + 1);
        pairs.push_back({QByteArray::fromPercentEncoding(name).toPercentEncoding(),
                         QByteArray::fromPercentEncoding(value).toPercentEncoding()});
    }
    std::sort(pairs.begin(), pairs.end());
    QByteArray text;
    for (const NamedValue &pair : pairs)
        text += (text.isEmpty() ? "" : "&") + pair.name + '=' + pair.value;
    return text;
}

//! \a request's fields with those that every signature has.
std::vector<SigV4Field> allFields(const SigV4Request &request, QByteArrayView date,
                                  const Secrets::Secret &token)
{
    std::vector<SigV4Field> fields(request.fields.begin(), request.fields.end());
    fields.push_back({"x-amz-date", date});
    if (!token.isEmpty())
        fields.push_back({"x-amz-security-token", token.reveal()});
    return fields;
}

} // namespace

QByteArray sha256Hex(std::span<const QByteArray> parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : parts)
        hash.addData(part);
    return hash.result().toHex();
}

QByteArray sha256Hex(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result().toHex();
}

QByteArray canonicalRequest(const SigV4Request &request)
{
    const std::vector<NamedValue> fields = canonicalFields(request.fields);
    const QByteArray path = request.path.isEmpty() ? "/"_ba : request.path.toByteArray();
    QByteArray text = request.method.toByteArray() + '\n' + path.toPercentEncoding("/") + '\n'
        + canonicalQuery(request.query) + '\n';
    for (const NamedValue &field : fields)
        text += field.name + ':' + field.value + '\n';
    text += '\n' + signedNames(fields) + '\n';
    text += request.payloadHash;
    return text;
}

QByteArray stringToSign(QByteArrayView canonicalRequest, const SigV4Scope &scope, WallTime time)
{
    const QByteArray date = amzDate(time);
    return algorithm.toByteArray() + '\n' + date + '\n' + scopeText(scope, date) + '\n'
        + sha256Hex(canonicalRequest);
}

QByteArray signedFields(const SigV4Request &request, const AwsCredentials &credentials,
                        const SigV4Scope &scope, WallTime time)
{
    const QByteArray date = amzDate(time);
    const std::vector<SigV4Field> fields = allFields(request, date, credentials.sessionToken);
    SigV4Request whole = request;
    whole.fields = fields;
    const QByteArray text = stringToSign(canonicalRequest(whole), scope, time);
    Digest key = signingKey(credentials.secretKey, QByteArrayView(date).first(8), scope);
    const QByteArray signature = hex(hmac(key, text));
    sodium_memzero(key.data(), key.size());

    QByteArray lines = "x-amz-date: " + date + "\r\n";
    if (!credentials.sessionToken.isEmpty()) {
        lines += "x-amz-security-token: ";
        lines += credentials.sessionToken.reveal();
        lines += "\r\n";
    }
    lines += "authorization: " + algorithm.toByteArray() + " Credential=" + credentials.accessKeyId
        + '/' + scopeText(scope, date) + ", SignedHeaders=" + signedNames(canonicalFields(fields))
        + ", Signature=" + signature + "\r\n";
    return lines;
}

} // namespace Gatehouse::Providers
