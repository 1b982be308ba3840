// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/seenkeys.h"
#include "core/base/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Gatehouse::Access {

//! Longer credentials are not even hashed.
inline constexpr qsizetype longestCredential = 256;

//! One header field: how often it came and its last value without the white space around it.
struct CredentialField {
    int count = 0;
    QByteArrayView value = {};
};

//! The header fields that can carry a key; views into the request head.
struct CredentialFields {
    CredentialField authorization =
        {};                       //!< "Bearer KEY", the scheme in any case (RFC 9110 section 11.1)
    CredentialField xApiKey = {}; //!< x-api-key, Anthropic clients
    CredentialField apiKey = {};  //!< api-key, Azure clients
    CredentialField xGoogApiKey = {}; //!< x-goog-api-key, Gemini clients
};

//! Why a request was not let in; for logs and counters, never for the client.
enum class Refusal {
    None,
    Missing,
    Malformed, //!< repeated field, other scheme, too long, characters no key has
    Ambiguous, //!< two different keys
    Unknown,
    Expired,
    Disabled,
    Address, //!< the key does not work from the client's address
};

//! What the client is told. The texts live as long as the program.
struct RefusalReply {
    int status = 401;
    QByteArrayView code;    //!< invalid_api_key, expired_api_key, disabled_api_key
    QByteArrayView message; //!< what to do
};

struct Authentication {
    const KeyEntry *key = nullptr; //!< belongs to the table; also of a known key that is refused
    Refusal refusal = Refusal::None;

    bool isGranted() const { return refusal == Refusal::None; }
};

//! Which key a request shows. Exactly one credential, or the same one in several fields (some
//! SDKs send both x-api-key and Authorization). About 0.4 us, less for a key among \a seen; no
//! allocation unless the key is bound to networks. \a client is the address of the connection.
Authentication authenticate(const CredentialFields &fields, const KeyTable &keys,
                            const Clock &clock, SeenKeys &seen, QByteArrayView client = {});

//! Unknown, malformed and ambiguous read the same, so an answer teaches nothing about keys.
RefusalReply replyTo(Refusal refusal);

} // namespace Gatehouse::Access
