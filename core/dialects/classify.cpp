// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/classify.h"

#include "core/dialects/allowances.h"
#include "core/dialects/jsontext.h"
#include "core/dialects/keyscan.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Gatehouse::Dialects {

namespace {

constexpr qsizetype shownText = 300;
constexpr milliseconds longestHint = 24h;

//! Text of a member whose value is a string or a number.
QByteArray scalarText(QByteArrayView value)
{
    if (value.startsWith('"'))
        return unquoted(value);
    return isJsonNumber(value) ? value.toByteArray() : QByteArray();
}

QByteArray firstOf(const JsonMembers &members, std::initializer_list<QByteArrayView> keys)
{
    for (const QByteArrayView key : keys) {
        QByteArray text = scalarText(memberValue(members, key));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

void takeWords(const JsonMembers &members, ProviderError &error)
{
    const auto keep = [](QByteArray &field, QByteArray text) {
        if (field.isEmpty())
            field = std::move(text);
    };
    keep(error.message, firstOf(members, {"message", "Message", "detail", "msg"}));
    keep(error.type, firstOf(members, {"type", "error_type", "status", "__type"}));
    keep(error.code, firstOf(members, {"code", "statusCode"}));
    keep(error.param, firstOf(members, {"param"}));
}

//! Reasons hidden in details: Anthropic details.error_code, Google details[].reason and quotaId.
void takeReason(QByteArrayView body, ProviderError &error)
{
    scanKeys(body, [&](QByteArrayView key, const char *value, const char *end, int depth) {
        if (depth > 1 && (key == "error_code" || key == "reason" || key == "quotaId")) {
            const QByteArray text = unquoted(stringToken(value, end));
            if (!text.isEmpty())
                error.reason += error.reason.isEmpty() ? text : ' ' + text;
        }
    });
}

//! Amazon names the error in a field: "ThrottlingException:http://internal.amazon.com/…".
void takeErrorType(const HeaderLookup &header, ProviderError &error)
{
    const QByteArrayView type = header("x-amzn-errortype");
    if (!type.isEmpty() && error.type.isEmpty())
        error.type = type.first(type.contains(':') ? type.indexOf(':') : type.size()).toByteArray();
}

//! The text of a page that is no JSON, without tags and in one line.
QByteArray plainText(QByteArrayView body)
{
    QByteArray text;
    bool inTag = false;
    for (const char c : body.first(std::min<qsizetype>(body.size(), 4096))) {
        if (c == '<' || c == '>')
            inTag = c == '<';
        text += inTag || c == '>' || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    text = text.simplified();
    return text.first(std::min(text.size(), shownText));
}

//! What decides, in lower case: type, code, reason, and the message.
struct Words {
    QByteArray codes;
    QByteArray message;

    explicit Words(const ProviderError &error)
        : codes((error.type + ' ' + error.code + ' ' + error.reason).toLower())
        , message(error.message.toLower())
    {
    }
    bool coded(std::initializer_list<QByteArrayView> words) const { return has(codes, words); }
    bool says(std::initializer_list<QByteArrayView> words) const { return has(message, words); }

    static bool has(const QByteArray &text, std::initializer_list<QByteArrayView> words)
    {
        return std::any_of(words.begin(), words.end(),
                           [&](QByteArrayView word) { return text.contains(word); });
    }
};

bool isOutOfMoney(const Words &words)
{
    return words.coded({"insufficient_quota", "credit_balance_exhausted", "spend_limit",
                        "usage_limit_exceeded", "billing_hard_limit", "billing_error", "perday",
                        "insufficient_balance", "payment_required"})
        || words.says({"credit balance is too low", "insufficient balance",
                       "too many tokens per day"}); // Bedrock's daily quota
}

bool isBadCredential(const Words &words)
{
    return words.coded({"authentication_error", "invalid_api_key", "api_key_invalid",
                        "unrecognizedclient", "expiredtoken", "account_deactivated"})
        || words.says({"incorrect api key", "api key not valid", "invalid api key"});
}

bool isContextTooLong(const Words &words)
{
    return words.coded({"context_length_exceeded", "exceed_context_size", "string_above_max_length",
                        "context_window"})
        || words.says({"maximum context length", "prompt is too long", "context window",
                       "context length", "input is too long", "max_new_tokens",
                       "exceeds the maximum number of tokens"}); // the last is Google's
}

bool isContentRefused(const Words &words)
{
    return words.coded({"content_filter", "content_policy", "responsibleaipolicy", "moderation"})
        || words.says({"content management policy", "flagged by moderation"});
}

bool isModelMissing(const Words &words)
{
    return words.coded({"model_not_found", "deploymentnotfound", "not_found_error"})
        || words.says({"model", "deployment"});
}

bool isOverloaded(const Words &words)
{
    return words.coded({"overloaded", "server_is_overloaded", "service_unavailable", "unavailable",
                        "capacity_exceeded"});
}

//! Google says both as FAILED_PRECONDITION (ai.google.dev, "Troubleshooting").
std::optional<FailureClass> classifyPrecondition(const Words &words)
{
    if (!words.coded({"failed_precondition"}))
        return {};
    if (words.says({"location is not supported", "not available in your country", "region"}))
        return FailureClass::RegionNotAllowed;
    if (words.says({"billing"}))
        return FailureClass::NoMoney;
    return {};
}

FailureClass classifyBadRequest(const Words &words)
{
    if (const auto precondition = classifyPrecondition(words))
        return *precondition;
    if (isOutOfMoney(words))
        return FailureClass::NoMoney;
    if (isBadCredential(words))
        return FailureClass::WrongCredentials;
    if (isContextTooLong(words))
        return FailureClass::ContextTooLong;
    if (isContentRefused(words))
        return FailureClass::ContentRefused;
    if (words.coded({"model_not_found"}) || words.says({"model identifier is invalid"}))
        return FailureClass::ModelNotFound;
    if (words.coded({"servicequotaexceeded", "throttlingexception"})) // Bedrock, also as 400
        return FailureClass::RateLimited;
    return FailureClass::BadRequest;
}

FailureClass classifyForbidden(const Words &words)
{
    if (words.coded({"unsupported_country", "region", "location"}))
        return FailureClass::RegionNotAllowed;
    if (isOutOfMoney(words))
        return FailureClass::NoMoney;
    if (isContextTooLong(words)) // Together
        return FailureClass::ContextTooLong;
    if (isContentRefused(words)) // OpenRouter
        return FailureClass::ContentRefused;
    if (words.coded({"model_not_found"}))
        return FailureClass::ModelNotFound;
    if (words.coded({"accessdenied"}) && words.says({"access to the model"})) // Bedrock
        return FailureClass::ModelNotFound;
    return FailureClass::WrongCredentials;
}

FailureClass classifyTooMany(const Words &words)
{
    if (isOutOfMoney(words))
        return FailureClass::NoMoney;
    return words.coded({"overloaded", "modelnotready"}) ? FailureClass::Overloaded
                                                        : FailureClass::RateLimited;
}

//! vendors' pages, November 2026.
FailureClass classifyStatus(int status, const Words &words)
{
    switch (status) {
    case 400:
    case 422:
        return classifyBadRequest(words);
    case 401:
        return FailureClass::WrongCredentials;
    case 402:
    case 412: // Fireworks: account suspended
        return FailureClass::NoMoney;
    case 403:
        return classifyForbidden(words);
    case 404: // without a word about the model the provider's address is wrong, not the request
        return isModelMissing(words) ? FailureClass::ModelNotFound : FailureClass::ServerError;
    case 408:
        return FailureClass::TimeoutFirstToken;
    case 413: // Groq: too large for the tokens per minute
        return words.coded({"rate_limit"}) ? FailureClass::RateLimited : FailureClass::TooLarge;
    case 429:
        return classifyTooMany(words);
    case 451:
        return FailureClass::RegionNotAllowed;
    case 409:
    case 424:
    case 499: // Google: CANCELLED on its side
        return FailureClass::ServerError;
    case 498: // Groq: flex capacity
    case 503:
    case 529:
        return FailureClass::Overloaded;
    default:
        break;
    }
    if (status >= 400 && status < 500)
        return FailureClass::BadRequest;
    return isOverloaded(words) ? FailureClass::Overloaded : FailureClass::ServerError;
}

//! "7", "1.5": seconds. Negative and unreadable: nothing.
std::optional<milliseconds> seconds(QByteArrayView text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || !(value >= 0))
        return {};
    return milliseconds(static_cast<qint64>(std::min(value * 1000.0, double(longestHint.count()))));
}

std::optional<milliseconds> untilDate(const QDateTime &when, WallTime now)
{
    if (!when.isValid())
        return {};
    const auto nowMs = std::chrono::floor<milliseconds>(now).time_since_epoch();
    return std::max(milliseconds(when.toMSecsSinceEpoch()) - nowMs, milliseconds(0));
}

//! "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7; the obsolete forms are not read).
std::optional<milliseconds> untilHttpDate(QByteArrayView text, WallTime now)
{
    QString date = QString::fromLatin1(text);
    if (!date.endsWith(u" GMT"_s))
        return {};
    date.replace(u" GMT"_s, u" +0000"_s);
    return untilDate(QDateTime::fromString(date, Qt::RFC2822Date), now);
}

//! Google's RetryInfo: {"retryDelay":"7s"}.
std::optional<milliseconds> retryDelay(QByteArrayView body)
{
    std::optional<milliseconds> delay;
    scanKeys(body, [&](QByteArrayView key, const char *value, const char *end, int) {
        if (key == "retryDelay")
            delay = limitDuration(unquoted(stringToken(value, end)));
    });
    return delay;
}

} // namespace

QByteArrayView failureName(FailureClass failure)
{
    switch (failure) {
    case FailureClass::WrongCredentials:
        return "wrong_credentials";
    case FailureClass::NoMoney:
        return "no_money";
    case FailureClass::RateLimited:
        return "rate_limited";
    case FailureClass::Overloaded:
        return "overloaded";
    case FailureClass::ServerError:
        return "server_error";
    case FailureClass::ConnectFailed:
        return "connect_failed";
    case FailureClass::TlsFailed:
        return "tls_failed";
    case FailureClass::TimeoutFirstToken:
        return "timeout_first_token";
    case FailureClass::TimeoutIdle:
        return "timeout_idle";
    case FailureClass::TimeoutTotal:
        return "timeout_total";
    case FailureClass::StreamBroken:
        return "stream_broken";
    case FailureClass::BadRequest:
    case FailureClass::TooLarge:
        return "bad_request";
    case FailureClass::ContextTooLong:
        return "context_too_long";
    case FailureClass::ContentRefused:
        return "content_refused";
    case FailureClass::ModelNotFound:
        return "model_not_found";
    case FailureClass::RegionNotAllowed:
        return "region_not_allowed";
    }
    Q_UNREACHABLE();
}

bool isCallersMistake(FailureClass failure)
{
    switch (failure) {
    case FailureClass::BadRequest:
    case FailureClass::ContextTooLong:
    case FailureClass::ContentRefused:
    case FailureClass::ModelNotFound:
    case FailureClass::TooLarge:
        return true;
    case FailureClass::WrongCredentials:
    case FailureClass::NoMoney:
    case FailureClass::RateLimited:
    case FailureClass::Overloaded:
    case FailureClass::ServerError:
    case FailureClass::ConnectFailed:
    case FailureClass::TlsFailed:
    case FailureClass::TimeoutFirstToken:
    case FailureClass::TimeoutIdle:
    case FailureClass::TimeoutTotal:
    case FailureClass::StreamBroken:
    case FailureClass::RegionNotAllowed:
        return false;
    }
    Q_UNREACHABLE();
}

ProviderError readError(QByteArrayView body)
{
    ProviderError error;
    body = body.trimmed();
    if (body.startsWith('[') && body.endsWith(']')) // Google wraps it in a list
        body = body.sliced(1, body.size() - 2).trimmed();
    JsonMemberReader reader;
    JsonMembers members;
    if (!body.startsWith('{') || !reader.read(body, members)) {
        error.message = plainText(body);
        return error;
    }
    JsonMembers inner;
    QByteArrayView carried = memberValue(members, "error");
    if (carried.isEmpty() || carried == "null") { // Responses: response.failed
        const QByteArrayView response = memberValue(members, "response");
        if (response.startsWith('{') && reader.read(response, inner))
            carried = memberValue(inner, "error");
    }
    if (carried.startsWith('{') && reader.read(carried, inner))
        takeWords(inner, error);
    else if (carried.startsWith('"'))
        error.message = unquoted(carried);
    takeReason(body, error);
    // {"message"…} at the top, or a type beside {"error":"text"}; never the envelope's own type.
    if (error.message.isEmpty() || carried.startsWith('"'))
        takeWords(members, error);
    if (error.message.isEmpty() && memberValue(members, "detail").startsWith('['))
        error.message = plainText(memberValue(members, "detail"));
    return error;
}

FailureClass classifyError(const ProviderError &error)
{
    const Words words(error);
    const int status = error.code.toInt(); // OpenRouter and vLLM put the status there
    if (status >= 400 && status < 600)
        return classifyStatus(status, words);
    if (isOutOfMoney(words))
        return FailureClass::NoMoney;
    if (isOverloaded(words))
        return FailureClass::Overloaded;
    if (words.coded({"rate_limit", "resource_exhausted", "slow_down", "throttling"}))
        return FailureClass::RateLimited;
    if (words.coded({"permission_error", "accessdenied"}))
        return FailureClass::WrongCredentials;
    const FailureClass asBadRequest = classifyBadRequest(words);
    if (asBadRequest != FailureClass::BadRequest)
        return asBadRequest;
    return words.coded({"invalid_request", "validationexception"}) ? FailureClass::BadRequest
                                                                   : FailureClass::ServerError;
}

std::optional<milliseconds> limitDuration(QByteArrayView text)
{
    if (const auto plain = seconds(text))
        return plain;
    double total = 0;
    while (!text.isEmpty()) {
        qsizetype digits = 0;
        while (digits < text.size()
               && (text[digits] == '.' || (text[digits] >= '0' && text[digits] <= '9')))
            ++digits;
        bool ok = false;
        const double value = text.first(digits).toDouble(&ok);
        const QByteArrayView rest = text.sliced(digits);
        const qsizetype unitLength = rest.startsWith("ms") ? 2 : 1;
        if (!ok || rest.isEmpty())
            return {};
        const double unit = unitLength == 2 ? 1
            : rest[0] == 's'                ? 1e3
            : rest[0] == 'm'                ? 6e4
            : rest[0] == 'h'                ? 3.6e6
                                            : 0;
        if (unit == 0)
            return {};
        total += value * unit;
        text = rest.sliced(unitLength);
    }
    return milliseconds(static_cast<qint64>(std::min(total, double(longestHint.count()))));
}

std::optional<milliseconds> retryAfter(const HeaderLookup &header, WallTime now)
{
    std::optional<milliseconds> wait;
    bool ok = false;
    if (const double ms = header("retry-after-ms").toDouble(&ok); ok && ms >= 0)
        wait = milliseconds(static_cast<qint64>(std::min(ms, double(longestHint.count()))));
    if (const QByteArrayView value = header("retry-after"); !wait && !value.isEmpty()) {
        wait = seconds(value);
        if (!wait)
            wait = untilHttpDate(value, now);
    }
    if (!wait)
        wait = exhaustedFor(header, now);
    if (wait)
        wait = std::min(*wait, longestHint);
    return wait;
}

Failure classifyAnswer(int status, const HeaderLookup &header, QByteArrayView body, WallTime now)
{
    Failure failure;
    body = body.first(std::min(body.size(), maxErrorBody));
    failure.error = readError(body);
    takeErrorType(header, failure.error);
    failure.kind = classifyStatus(status, Words(failure.error));
    failure.retryAfter = retryAfter(header, now);
    if (!failure.retryAfter && (status == 429 || status == 503))
        failure.retryAfter = retryDelay(body);
    failure.isLoading = failure.kind == FailureClass::Overloaded
        && Words(failure.error).says({"loading model", "model is loading", "currently loading"});
    return failure;
}

} // namespace Gatehouse::Dialects
