// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/dialects/providererror.h"

#include <QtCore/QByteArrayView>

#include <functional>
#include <optional>

namespace Gatehouse::Dialects {

//! Why an attempt failed; the words are those of the books (Ledger::Outcome).
enum class FailureClass {
    WrongCredentials,
    NoMoney,
    RateLimited,
    Overloaded,
    ServerError, //!< also: an error in a 200, an empty or broken answer
    ConnectFailed,
    TlsFailed,
    TimeoutFirstToken,
    TimeoutIdle,
    TimeoutTotal,
    StreamBroken,
    BadRequest, //!< the caller's mistake, as the four below
    ContextTooLong,
    ContentRefused,
    ModelNotFound,
    TooLarge, //!< 413; the books have no word of their own for it: "bad_request"
    RegionNotAllowed,
};

//! "wrong_credentials" … as Ledger::outcomeName().
QByteArrayView failureName(FailureClass failure);
//! The request itself is at fault: never retried, the status is kept, nobody's health suffers.
bool isCallersMistake(FailureClass failure);

struct Failure {
    FailureClass kind = FailureClass::ServerError;
    ProviderError error;
    std::optional<std::chrono::milliseconds> retryAfter; //!< the provider's hint, at most 24 h
    bool isLoading = false; //!< a self-hosted engine says that it is loading the model

    bool operator==(const Failure &) const = default;
};

//! Value of a response field by lower-case name, empty when absent.
using HeaderLookup = std::function<QByteArrayView(QByteArrayView name)>;

//! Bytes of an error body worth keeping for classification.
inline constexpr qsizetype maxErrorBody = 64 * 1024;

//! Classifies an answer whose status is not 2xx. \a body may be cut at maxErrorBody.
Failure classifyAnswer(int status, const HeaderLookup &header, QByteArrayView body, WallTime now);

//! Classifies an error that came inside a 200: an error event of a stream or a body with "error".
//! Anything unknown is ServerError, so that it is retried elsewhere.
FailureClass classifyError(const ProviderError &error);

//! Reads every error shape providers use; nothing when \a body carries no error. Invalid or cut
//! JSON, HTML and plain text give the first 300 bytes of text as the message.
ProviderError readError(QByteArrayView body);

//! "6m0s", "120ms", "1h2m3.5s" and plain seconds, as rate-limit fields say it; at most 24 h.
std::optional<std::chrono::milliseconds> limitDuration(QByteArrayView text);

//! The wait a provider asks for: retry-after-ms, retry-after (seconds or HTTP date), else for a 429
//! the longest reset of an exhausted x-ratelimit-* (durations "6m0s", "120ms") or
//! anthropic-ratelimit-* (RFC 3339) allowance; also x-ratelimit-reset as a time (OpenRouter). At
//! most 24 h.
std::optional<std::chrono::milliseconds> retryAfter(const HeaderLookup &header, WallTime now);

} // namespace Gatehouse::Dialects
