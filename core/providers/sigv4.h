// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/secrets/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <span>
#include <vector>

namespace Gatehouse::Providers {

//! AWS Signature Version 4 (docs.aws.amazon.com, "Create a signed AWS API request"). Pure
//! functions; nothing is read from the machine, no clock, no file. Safe from any thread.

struct AwsCredentials {
    QByteArray accessKeyId;
    Secrets::Secret secretKey;
    Secrets::Secret sessionToken; //!< of temporary credentials, else empty
};

//! What is asked of which service.
struct SigV4Scope {
    QByteArray region;              //!< "eu-central-1"
    QByteArray service = "bedrock"; //!< also of bedrock-runtime's host
};

//! One header field to be signed. Names may have any case.
struct SigV4Field {
    QByteArrayView name;
    QByteArrayView value;
};

//! A request as it will be sent. \a fields must hold "host" exactly as the Host field will say it
//! (with the port when it is not the scheme's own); "content-type" belongs to them too.
struct SigV4Request {
    QByteArrayView method; //!< "POST"
    //! As on the wire, encoded once ("/model/a%3A0/converse"). It is encoded a second time for the
    //! signature, as every service but S3 wants it.
    QByteArrayView path;
    QByteArrayView query; //!< behind '?', as on the wire; may be empty
    std::span<const SigV4Field> fields;
    QByteArrayView payloadHash; //!< sha256Hex() of the exact body bytes
};

//! Lower-case hexadecimal SHA-256 of a body that may lie in several parts.
QByteArray sha256Hex(std::span<const QByteArray> parts);
QByteArray sha256Hex(QByteArrayView bytes);

//! The signed text's first form; for tests and for finding out what differs from AWS's view.
QByteArray canonicalRequest(const SigV4Request &request);
QByteArray stringToSign(QByteArrayView canonicalRequest, const SigV4Scope &scope, WallTime time);

//! The field lines to add, each with CRLF: "x-amz-date", "x-amz-security-token" when there is one,
//! "authorization". Signed are \a request's fields and the two x-amz ones.
QByteArray signedFields(const SigV4Request &request, const AwsCredentials &credentials,
                        const SigV4Scope &scope, WallTime time);

} // namespace Gatehouse::Providers
