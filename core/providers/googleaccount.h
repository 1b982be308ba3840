// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/providers/accesstoken.h"

namespace Gatehouse::Providers {

//! Google's credential files and the tokens bought with them (developers.google.com,
//! "Using OAuth 2.0 for Server to Server Applications", November 2026).

//! A service account's file, the parts that matter.
struct ServiceAccount {
    QByteArray clientEmail;
    QByteArray keyId;
    Secrets::Secret privateKey; //!< PEM
    QByteArray tokenUri;
    QByteArray projectId;
};

//! A person's file, as "gcloud auth application-default login" writes it.
struct AuthorizedUser {
    QByteArray clientId;
    Secrets::Secret clientSecret;
    Secrets::Secret refreshToken;
    QByteArray tokenUri;
};

//! Token lives are an hour; the scope lets call every API of Google Cloud.
inline constexpr QByteArrayView googleCloudScope("https://www.googleapis.com/auth/cloud-platform");

//! \a json is the file's text. InvalidArgument names what is missing or wrong; the private key is
//! tried out.
Result<ServiceAccount> readServiceAccount(QByteArrayView json);
Result<AuthorizedUser> readAuthorizedUser(QByteArrayView json);

//! A JWT (RFC 7519) signed with RS256: {"alg","typ","kid"}.{"iss","scope","aud","iat","exp"}.
Result<QByteArray> serviceAccountJwt(const ServiceAccount &account, WallTime now);

TokenGrant serviceAccountGrant(ServiceAccount account);
TokenGrant authorizedUserGrant(AuthorizedUser user);
//! The account of the machine in Google's cloud that this runs on; nothing secret is needed.
TokenGrant googleMachineGrant();
//! By the "type" of a credential file; for \a json without text that of the machine.
Result<TokenGrant> googleGrant(QByteArrayView json);

} // namespace Gatehouse::Providers
