// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/quantities.h"
#include "core/base/usage.h"

#include <QtCore/QByteArray>

#include <optional>
#include <vector>

namespace Gatehouse::Ledger {

//! How an attempt or a request ended. A fixed list; stored as its name.
enum class Outcome {
    Ok,
    WrongCredentials,
    NoMoney,
    RateLimited,
    Overloaded,
    ServerError,
    ConnectFailed,
    TlsFailed,
    TimeoutFirstToken,
    TimeoutIdle, //!< silent in the middle; also a stream too slow for the route's guard: the list
                 //!< has no kind of its own for it, the attempt's detail says how slow is too slow
    TimeoutTotal,
    StreamBroken,
    BadRequest,
    ContextTooLong,
    ContentRefused,
    ModelNotFound,
    RegionNotAllowed,
    LimitReached, //!< ours: budget or limit
    KeyRefused,   //!< ours
    Cancelled,    //!< the caller left; of an attempt also: another one answered first
    Interrupted,  //!< the gateway stopped in the middle
};

//! "ok", "wrong_credentials", "no_money", "rate_limited", "overloaded", "server_error",
//! "connect_failed", "tls_failed", "timeout_first_token", "timeout_idle", "timeout_total",
//! "stream_broken", "bad_request", "context_too_long", "content_refused", "model_not_found",
//! "region_not_allowed", "limit_reached", "key_refused", "cancelled", "interrupted".
QByteArrayView outcomeName(Outcome outcome);
std::optional<Outcome> outcomeFromName(QByteArrayView name);

//! One upstream call of a request.
struct AttemptRecord {
    QByteArray provider;
    QByteArray model;
    QByteArray providerKey; //!< id of the credential, never its value
    Outcome result = Outcome::Ok;
    int status = 0;       //!< HTTP status of the upstream, 0 when none came
    qint64 startedUs = 0; //!< since the request's start
    qint64 durationUs = 0;
    qint64 connectedUs = -1; //!< since the attempt's start; -1 = not reached
    qint64 headUs = -1;
    qint64 firstTokenUs = -1;
    QByteArray upstreamId; //!< the provider's own request id
    QByteArray detail;     //!< English, redacted, at most 300 bytes
    //! Of one whose answer the client did not get and that is billed all the same: it is part of
    //! the request's cost.
    std::optional<Money> cost = {};

    bool operator==(const AttemptRecord &) const = default;
};

//! One request as the books keep it. Written to the journal before the reply's last byte is handed
//! to the socket. Times in microseconds.
struct RequestRecord {
    QByteArray id;   //!< x-request-id, unique: the books are idempotent by it
    WallTime time{}; //!< start
    int status = 0;  //!< sent to the client; 499 when it left before an answer
    Outcome outcome = Outcome::Ok;
    QByteArray front; //!< "openai-chat" "openai-completions" "openai-responses" "openai-embeddings"
                      //!< "anthropic-messages" …
    QByteArray route; //!< route id that served, empty when none matched
    QByteArray modelAsked;
    QByteArray provider; //!< that served, empty when none
    QByteArray model;
    QByteArray keyId;
    QByteArray keyName;
    bool formerSecret = false; //!< came with the text of the key before its last rotation
    QByteArray team;
    QByteArray clientAddress;
    Usage usage;
    std::optional<Money> cost;     //!< nullopt = unpriced
    std::optional<Money> listCost; //!< before the provider's multiplier
    Money cacheSaved = {};         //!< what input from the provider's cache would have cost more
    QByteArray priceVersion;       //!< which price list or override was used
    qint64 firstTokenUs = -1;      //!< streamed answers only
    qint64 totalUs = 0;
    qint64 gatewayUs = 0; //!< our own time: total minus time spent waiting for upstreams and client
    qint64 queuedUs = 0;  //!< waiting for a place at a provider
    std::vector<AttemptRecord> attempts;
    QByteArray cache; //!< "bypass", "miss", "hit"
    bool streamed = false;
    QByteArray tags;        //!< "a=b,c=d"
    QByteArray errorCode;   //!< code sent to the client, empty on success
    QByteArray errorDetail; //!< redacted, at most 300 bytes
    qint64 revision = 0;    //!< configuration revision
    QByteArray trace;       //!< compact JSON of the decision steps (see core/gateway)
    //! The id of the client's request that this is a copy of; empty: it is a client's own. A copy
    //! has one attempt, no key and no team, and is nobody's request: see LedgerStore.
    QByteArray copyOf;

    //! What usage alone does not tell about its price, as PriceTerms writes it; mostly empty.
    QByteArray terms = {};

    bool isCopy() const { return !copyOf.isEmpty(); }
    //! What went to others than the one that served.
    Money costOfUnused() const
    {
        Money sum;
        for (const AttemptRecord &attempt : attempts)
            sum += attempt.cost.value_or(Money());
        return sum;
    }

    bool operator==(const RequestRecord &) const = default;
};

} // namespace Gatehouse::Ledger
