// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/errors.h"

#include "core/base/json.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

QByteArray quoted(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size() + 8);
    out += '"';
    appendJsonEscaped(out, text);
    out += '"';
    return out;
}

QByteArray quotedOrNull(QByteArrayView text)
{
    return text.isEmpty() ? "null"_ba : quoted(text);
}

//! OpenAI reference, "Error codes"; 402 as the quota family, which clients do not retry.
QByteArrayView openAiType(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 402:
        return "insufficient_quota";
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 429:
        return "rate_limit_error";
    case 503:
        return "service_unavailable_error";
    default:
        return status < 500 ? "invalid_request_error" : "server_error";
    }
}

//! docs.anthropic.com/en/api/errors, November 2026.
QByteArrayView anthropicType(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 402:
        return "billing_error";
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 413:
        return "request_too_large";
    case 429:
        return "rate_limit_error";
    case 503:
    case 529:
        return "overloaded_error";
    case 504:
        return "timeout_error";
    default:
        return status < 500 ? "invalid_request_error" : "api_error";
    }
}

//! google.rpc.Code of an HTTP status (google/rpc/code.proto).
QByteArray googleStatus(int status)
{
    switch (status) {
    case 401:
        return "UNAUTHENTICATED"_ba;
    case 402:
    case 403:
        return "PERMISSION_DENIED"_ba;
    case 404:
        return "NOT_FOUND"_ba;
    case 429:
        return "RESOURCE_EXHAUSTED"_ba;
    case 503:
        return "UNAVAILABLE"_ba;
    case 504:
        return "DEADLINE_EXCEEDED"_ba;
    default:
        return status < 500 ? "INVALID_ARGUMENT"_ba : "INTERNAL"_ba;
    }
}

QByteArray typeOf(Family family, const ClientError &error)
{
    if (!error.type.isEmpty())
        return error.type;
    const QByteArrayView type =
        family == Family::Anthropic ? anthropicType(error.status) : openAiType(error.status);
    return type.toByteArray();
}

struct CatalogueEntry {
    int status;
    QByteArrayView code;
    QByteArrayView message;
};

CatalogueEntry entry(ErrorCase what)
{
    switch (what) {
    case ErrorCase::InvalidApiKey:
        return {401, "invalid_api_key",
                "The key is missing or unknown. Send a Gatehouse key as 'Authorization: Bearer'."};
    case ErrorCase::ExpiredApiKey:
        return {401, "expired_api_key",
                "The key has expired. Ask your administrator for a new one."};
    case ErrorCase::DisabledApiKey:
        return {401, "disabled_api_key", "The key is disabled. Ask your administrator."};
    case ErrorCase::ModelNotAllowed:
        return {403, "model_not_allowed", "The key may not use this model."};
    case ErrorCase::ModelNotFound:
        return {404, "model_not_found", "The model does not exist. GET /v1/models lists yours."};
    case ErrorCase::RequestDenied:
        return {403, "request_denied", "A rule of this model does not allow the request."};
    case ErrorCase::ResidencyRefused:
        return {403, "residency_refused", "No provider in the allowed regions serves this model."};
    case ErrorCase::RateLimitExceeded:
        return {429, "rate_limit_exceeded", "Too many requests. Wait and try again."};
    case ErrorCase::BudgetExceeded:
        return {402, "budget_exceeded", "The budget is used up."};
    case ErrorCase::ContentRefused:
        return {400, "content_refused", "The request was refused because of its content."};
    case ErrorCase::CapacityExceeded:
        return {503, "capacity_exceeded", "All providers are busy. Try again shortly."};
    case ErrorCase::UpstreamAuthFailed:
        return {502, "upstream_auth_failed",
                "The provider refused the gateway's credentials. Tell your administrator."};
    case ErrorCase::UpstreamFailed:
        return {502, "upstream_failed", "Every attempt at a provider failed."};
    case ErrorCase::UpstreamTimeout:
        return {504, "upstream_timeout", "No provider answered in time."};
    case ErrorCase::InvalidRequest:
        return {400, "invalid_request", "The request is invalid."};
    case ErrorCase::NotFound:
        return {404, "not_found", "There is no such endpoint."};
    case ErrorCase::MethodNotAllowed:
        return {405, "method_not_allowed", "The endpoint does not take this method."};
    case ErrorCase::RequestTimeout:
        return {408, "request_timeout", "The request did not arrive in time."};
    case ErrorCase::RequestTooLarge:
        return {413, "request_too_large", "The request is larger than the gateway accepts."};
    case ErrorCase::UnsupportedMedia:
        return {415, "unsupported_media_type",
                "Send the body as application/json, not compressed."};
    case ErrorCase::NotReady:
        return {503, "not_ready", "The gateway is not ready to serve. Try again shortly."};
    case ErrorCase::Internal:
        return {500, "internal_error",
                "The gateway failed. The log of this request id tells more."};
    }
    Q_UNREACHABLE();
}

QByteArray detailMember(const ClientError &error)
{
    return error.detail.isEmpty() ? QByteArray() : ",\"detail\":"_ba + quoted(error.detail);
}

//! Its clients look for the method they want in supportedGenerationMethods.
QByteArray geminiModel(QByteArrayView id)
{
    return "{\"name\":"_ba + quoted(QByteArray("models/" + id.toByteArray()))
        + ",\"version\":\"\",\"displayName\":" + quoted(id)
        + ",\"supportedGenerationMethods\":[\"generateContent\",\"streamGenerateContent\","
          "\"countTokens\",\"embedContent\",\"batchEmbedContents\"]}";
}

QByteArray anthropicTime(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate).toLatin1();
}

} // namespace

ClientError clientError(ErrorCase what, QByteArray message, QByteArray param)
{
    const CatalogueEntry found = entry(what);
    return {.status = found.status,
            .code = found.code.toByteArray(),
            .type = {},
            .message = message.isEmpty() ? found.message.toByteArray() : std::move(message),
            .param = std::move(param),
            .detail = {},
            .retryAfter = {}};
}

QByteArray errorBody(Family family, const ClientError &error, QByteArrayView requestId)
{
    const QByteArray type = quoted(typeOf(family, error));
    if (family == Family::OpenAi || family == Family::Cohere || family == Family::Bedrock) {
        return "{\"error\":{\"message\":"_ba + quoted(error.message) + ",\"type\":" + type
            + ",\"param\":" + quotedOrNull(error.param) + ",\"code\":" + quotedOrNull(error.code)
            + detailMember(error) + "}}";
    }
    if (family == Family::Gemini) {
        return "{\"error\":{\"code\":"_ba + QByteArray::number(error.status) + ",\"message\":"
            + quoted(error.message) + ",\"status\":" + quoted(googleStatus(error.status))
            + ",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":"
            + quoted(error.code.toUpper())
            + ",\"domain\":\"gatehouse\",\"metadata\":{\"field\":" + quoted(error.param)
            + ",\"request_id\":" + quoted(requestId) + detailMember(error) + "}}]}}";
    }
    if (family == Family::Ollama) // its clients show the text as it is
        return "{\"error\":"_ba + quoted(error.message) + ",\"code\":" + quotedOrNull(error.code)
            + detailMember(error) + '}';
    QByteArray body = "{\"type\":\"error\",\"error\":{\"type\":"_ba + type
        + ",\"message\":" + quoted(error.message) + ",\"code\":" + quotedOrNull(error.code);
    if (!error.param.isEmpty())
        body += ",\"param\":" + quoted(error.param);
    return body + detailMember(error) + "},\"request_id\":" + quotedOrNull(requestId) + '}';
}

QByteArray errorEvent(Format front, const ClientError &error, QByteArrayView requestId,
                      qint64 sequenceNumber)
{
    if (familyOf(front) == Family::Anthropic)
        return "event: error\ndata: "_ba + errorBody(Family::Anthropic, error, requestId) + "\n\n";
    if (familyOf(front) == Family::Gemini)
        return "data: "_ba + errorBody(Family::Gemini, error, requestId) + "\r\n\r\n";
    if (familyOf(front) == Family::Ollama)
        return errorBody(Family::Ollama, error, requestId) + '\n';
    if (front != Format::OpenAiResponses)
        return "data: "_ba + errorBody(Family::OpenAi, error, requestId) + "\n\n";
    return "event: error\ndata: {\"type\":\"error\",\"code\":"_ba + quotedOrNull(error.code)
        + ",\"message\":" + quoted(error.message) + ",\"param\":" + quotedOrNull(error.param)
        + ",\"sequence_number\":" + QByteArray::number(sequenceNumber) + detailMember(error)
        + "}\n\n";
}

QByteArray modelBody(Family family, const ModelEntry &model)
{
    if (family == Family::Anthropic) {
        return "{\"type\":\"model\",\"id\":"_ba + quoted(model.id) + ",\"display_name\":"
            + quoted(model.id) + ",\"created_at\":" + quoted(anthropicTime(model.created)) + '}';
    }
    if (family == Family::Gemini)
        return geminiModel(model.id);
    return "{\"id\":"_ba + quoted(model.id) + ",\"object\":\"model\",\"created\":"
        + QByteArray::number(model.created) + ",\"owned_by\":" + quoted(model.ownedBy) + '}';
}

QByteArray modelListBody(Family family, std::span<const ModelEntry> models)
{
    QByteArray list;
    for (const ModelEntry &model : models)
        list += (list.isEmpty() ? ""_ba : ","_ba) + modelBody(family, model);
    if (family == Family::OpenAi)
        return "{\"object\":\"list\",\"data\":["_ba + list + "]}";
    if (family == Family::Gemini)
        return "{\"models\":["_ba + list + "]}";
    const QByteArray first = models.empty() ? "null"_ba : quoted(models.front().id);
    const QByteArray last = models.empty() ? "null"_ba : quoted(models.back().id);
    return "{\"data\":["_ba + list + "],\"has_more\":false,\"first_id\":" + first
        + ",\"last_id\":" + last + '}';
}

} // namespace Gatehouse::Dialects
