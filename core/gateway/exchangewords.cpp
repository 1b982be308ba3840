// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/exchangewords.h"

namespace Gatehouse::Gateway {

using Dialects::ClientError;
using Dialects::FailureClass;
using Ledger::Outcome;

Outcome outcomeOf(FailureClass failure)
{
    switch (failure) {
    case FailureClass::WrongCredentials:
        return Outcome::WrongCredentials;
    case FailureClass::NoMoney:
        return Outcome::NoMoney;
    case FailureClass::RateLimited:
        return Outcome::RateLimited;
    case FailureClass::Overloaded:
        return Outcome::Overloaded;
    case FailureClass::ServerError:
        return Outcome::ServerError;
    case FailureClass::ConnectFailed:
        return Outcome::ConnectFailed;
    case FailureClass::TlsFailed:
        return Outcome::TlsFailed;
    case FailureClass::TimeoutFirstToken:
        return Outcome::TimeoutFirstToken;
    case FailureClass::TimeoutIdle:
        return Outcome::TimeoutIdle;
    case FailureClass::TimeoutTotal:
        return Outcome::TimeoutTotal;
    case FailureClass::StreamBroken:
        return Outcome::StreamBroken;
    case FailureClass::BadRequest:
    case FailureClass::TooLarge:
        return Outcome::BadRequest;
    case FailureClass::ContextTooLong:
        return Outcome::ContextTooLong;
    case FailureClass::ContentRefused:
        return Outcome::ContentRefused;
    case FailureClass::ModelNotFound:
        return Outcome::ModelNotFound;
    case FailureClass::RegionNotAllowed:
        return Outcome::RegionNotAllowed;
    }
    return Outcome::ServerError;
}

Outcome outcomeOf(const ClientError &error)
{
    if (error.code == "residency_refused")
        return Outcome::RegionNotAllowed;
    if (error.code == "context_length_exceeded")
        return Outcome::ContextTooLong;
    if (error.code == "model_not_found" || error.code == "model_not_allowed")
        return Outcome::ModelNotFound;
    if (error.status == 429 || error.status == 402)
        return Outcome::LimitReached;
    if (error.code == "upstream_auth_failed")
        return Outcome::WrongCredentials;
    return error.status >= 500 ? Outcome::ServerError : Outcome::BadRequest;
}

FailureClass classOf(const Http::UpstreamFailure &failure)
{
    using Kind = Http::UpstreamFailureKind;
    switch (failure.kind) {
    case Kind::Dns:
    case Kind::Connect:
    case Kind::ConnectTimeout:
    case Kind::Proxy:
    case Kind::Refused:
        return FailureClass::ConnectFailed;
    case Kind::Tls:
        return FailureClass::TlsFailed;
    case Kind::FirstByteTimeout:
        return FailureClass::TimeoutFirstToken;
    case Kind::IdleTimeout:
        return FailureClass::TimeoutIdle;
    case Kind::TotalTimeout:
        return FailureClass::TimeoutTotal;
    case Kind::Reset:
        return failure.answerBegun ? FailureClass::StreamBroken : FailureClass::ConnectFailed;
    case Kind::Malformed:
        return FailureClass::ServerError;
    }
    return FailureClass::ServerError;
}

QByteArrayView codeOfMistake(FailureClass failure)
{
    if (failure == FailureClass::ContextTooLong)
        return "context_length_exceeded";
    if (failure == FailureClass::ContentRefused)
        return "content_filter";
    return failure == FailureClass::ModelNotFound ? "model_not_found" : "invalid_request";
}

bool isCountedInTokens(Dialects::Format front)
{
    using Dialects::Task;
    switch (Dialects::taskOf(front)) {
    case Task::Chat:
    case Task::Embed:
    case Task::Rerank:
    case Task::Moderation:
        return true;
    case Task::CountTokens:
    case Task::Images:
    case Task::Transcription:
    case Task::Speech:
    case Task::PassThrough:
        return false;
    }
    return false;
}

qint64 microseconds(SteadyTime from, SteadyTime to)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(to - from).count();
}

bool isStreamType(QByteArrayView type)
{
    return type.startsWith("text/event-stream") || type.startsWith("application/x-ndjson")
        || type.startsWith("application/vnd.amazon.eventstream");
}

} // namespace Gatehouse::Gateway
