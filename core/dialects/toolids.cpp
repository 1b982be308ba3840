// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/toolids.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

// A packed id is  ID "-gs" FORM "-" SIGNATURE LENGTH CHECKSUM.  FORM is a digit made of the flags
// below; LENGTH is that of SIGNATURE as 4 digits of base 64 and CHECKSUM 8 digits of a hash over
// both, so that no id of a provider is taken for a packed one and no marker inside of one misleads.
constexpr QByteArrayView marker = "-gs";
constexpr qsizetype markerSize = 5;
constexpr qsizetype lengthSize = 4;
constexpr qsizetype checksumSize = 8;
constexpr qsizetype tailSize = lengthSize + checksumSize;
constexpr qsizetype longestSignature = (1 << 24) - 1;
constexpr int idIsEncoded = 1;        //!< it had other characters than ids may have
constexpr int signatureIsEncoded = 2; //!< it was no base64, so its text was encoded

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr auto strict = QByteArray::AbortOnBase64DecodingErrors;

bool isPlain(QByteArrayView id)
{
    return std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '_' || c == '-';
    });
}

QByteArray checksum(QByteArrayView id, QByteArrayView signature)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(id);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(signature);
    return hash.result().first(6).toBase64(urlSafe);
}

QByteArray lengthText(qsizetype length)
{
    const char bytes[]{char(length >> 16), char(length >> 8), char(length)};
    return QByteArray(bytes, 3).toBase64(urlSafe);
}

qsizetype lengthOf(QByteArrayView text)
{
    const auto bytes = QByteArray::fromBase64Encoding(text.toByteArray(), urlSafe | strict);
    if (!bytes || bytes.decoded.size() != 3)
        return -1;
    const auto at = [&](int i) { return qsizetype(static_cast<unsigned char>((*bytes)[i])); };
    return at(0) << 16 | at(1) << 8 | at(2);
}

//! The bytes of \a signature when it is base64 as RFC 4648 section 4 writes it.
std::optional<QByteArray> bytesOf(const QByteArray &signature)
{
    const auto bytes = QByteArray::fromBase64Encoding(signature, strict);
    if (!bytes || bytes.decoded.toBase64() != signature)
        return {};
    return *bytes;
}

} // namespace

QByteArray packToolId(QByteArrayView id, QByteArrayView signature)
{
    const QByteArray text = signature.toByteArray();
    const auto bytes = bytesOf(text);
    const QByteArray encoded = (bytes ? *bytes : text).toBase64(urlSafe);
    if (signature.isEmpty() || encoded.size() > longestSignature)
        return id.toByteArray();
    const int form = (isPlain(id) ? 0 : idIsEncoded) | (bytes ? 0 : signatureIsEncoded);
    QByteArray packed = form & idIsEncoded ? id.toByteArray().toBase64(urlSafe) : id.toByteArray();
    packed += marker;
    packed += char('0' + form);
    packed += '-';
    packed += encoded;
    packed += lengthText(encoded.size());
    packed += checksum(id, signature);
    return packed;
}

ToolId unpackToolId(QByteArrayView id)
{
    const ToolId foreign{id.toByteArray(), {}};
    if (id.size() < markerSize + tailSize || !isPlain(id))
        return foreign;
    const qsizetype length = lengthOf(id.last(tailSize).first(lengthSize));
    const qsizetype begin = id.size() - tailSize - length;
    if (length <= 0 || begin < markerSize)
        return foreign;
    const QByteArrayView mark = id.sliced(begin - markerSize, markerSize);
    const int form = mark[3] - '0';
    if (!mark.startsWith(marker) || mark[4] != '-' || form < 0 || form > 3)
        return foreign;
    const QByteArray head = id.first(begin - markerSize).toByteArray();
    const auto name = form & idIsEncoded ? *QByteArray::fromBase64Encoding(head, urlSafe) : head;
    const QByteArray signature =
        *QByteArray::fromBase64Encoding(id.sliced(begin, length).toByteArray(), urlSafe);
    ToolId unpacked{name, form & signatureIsEncoded ? signature : signature.toBase64()};
    const bool isOurs = checksum(unpacked.id, unpacked.signature) == id.last(checksumSize);
    return isOurs ? unpacked : foreign;
}

QByteArray plainToolId(QByteArrayView id)
{
    return unpackToolId(id).id;
}

} // namespace Gatehouse::Dialects
