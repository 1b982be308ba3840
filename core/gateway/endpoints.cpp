// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/endpoints.h"

#include "core/dialects/gemini/path.h"

#include <array>

namespace Gatehouse::Gateway {

namespace {

constexpr QByteArrayView modelsPath("/v1/models");
constexpr QByteArrayView passThroughPath("/passthrough/");

EndpointMatch matchGemini(const Dialects::GeminiPath &path)
{
    EndpointMatch match{.family = Dialects::Family::Gemini};
    match.model = path.model;
    switch (path.kind) {
    case Dialects::GeminiPath::Kind::Call:
        match.kind = EndpointKind::Inference;
        match.front = path.format;
        match.stream = path.stream;
        match.jsonList = path.jsonList;
        break;
    case Dialects::GeminiPath::Kind::ListModels:
        match.kind = EndpointKind::ModelList;
        break;
    case Dialects::GeminiPath::Kind::Model:
        match.kind = EndpointKind::Model;
        break;
    }
    return match;
}

struct OllamaPath {
    QByteArrayView path;
    EndpointKind kind;
};
constexpr std::array ollamaPaths{
    OllamaPath{"/api/tags", EndpointKind::ModelList},
    OllamaPath{"/api/show", EndpointKind::OllamaShow},
    OllamaPath{"/api/version", EndpointKind::OllamaVersion},
    OllamaPath{"/api/ps", EndpointKind::OllamaProcesses},
};

struct ResponsePath {
    QByteArrayView ending;
    EndpointKind kind;
};
constexpr std::array responsePaths{
    ResponsePath{"/cancel", EndpointKind::ResponseCancel},
    ResponsePath{"/input_items", EndpointKind::ResponseInput},
};
constexpr QByteArrayView responsesPath("/v1/responses/");

//! A path about one response. OpenAI's own endpoints beside them are not here.
EndpointMatch matchResponse(QByteArrayView rest)
{
    EndpointMatch match{.kind = EndpointKind::Response, .rest = rest};
    for (const ResponsePath &known : responsePaths) {
        if (rest.endsWith(known.ending)) {
            match.kind = known.kind;
            match.rest = rest.chopped(known.ending.size());
        }
    }
    const bool isId = !match.rest.isEmpty() && !match.rest.contains('/') && rest != "input_tokens"
        && rest != "compact";
    return isId ? match : EndpointMatch();
}

} // namespace

EndpointMatch matchEndpoint(QByteArrayView path, QByteArrayView query)
{
    if (const auto front = Dialects::formatOfPath(path))
        return {.kind = EndpointKind::Inference,
                .front = *front,
                .rest = {},
                .family = Dialects::familyOf(*front)};
    if (const auto gemini = Dialects::geminiPath(path, query))
        return matchGemini(*gemini);
    for (const OllamaPath &own : ollamaPaths) {
        if (path == own.path)
            return {.kind = own.kind, .rest = {}, .family = Dialects::Family::Ollama};
    }
    if (path.startsWith(passThroughPath) && path.size() > passThroughPath.size())
        return {.kind = EndpointKind::PassThrough,
                .front = Dialects::Format::PassThrough,
                .rest = path.sliced(passThroughPath.size()),
                .family = familyOfPath(path)};
    if (path.startsWith(responsesPath))
        return matchResponse(path.sliced(responsesPath.size()));
    if (path == modelsPath)
        return {.kind = EndpointKind::ModelList, .rest = {}};
    if (path.startsWith(modelsPath) && path.size() > modelsPath.size() + 1
        && path[modelsPath.size()] == '/')
        return {.kind = EndpointKind::Model, .rest = path.sliced(modelsPath.size() + 1)};
    if (path == "/healthz")
        return {.kind = EndpointKind::Health, .rest = {}};
    if (path == "/readyz")
        return {.kind = EndpointKind::Ready, .rest = {}};
    if (path == "/metrics")
        return {.kind = EndpointKind::Metrics, .rest = {}};
    return {};
}

bool isAboutResponse(EndpointKind kind)
{
    return kind == EndpointKind::Response || kind == EndpointKind::ResponseCancel
        || kind == EndpointKind::ResponseInput;
}

namespace {

bool takesPost(EndpointKind kind)
{
    return kind == EndpointKind::Inference || kind == EndpointKind::OllamaShow
        || kind == EndpointKind::ResponseCancel;
}

} // namespace

QByteArrayView allowedMethods(EndpointKind kind)
{
    if (kind == EndpointKind::Response)
        return "GET, HEAD, DELETE, OPTIONS";
    if (kind == EndpointKind::PassThrough)
        return "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    return takesPost(kind) ? QByteArrayView("POST, OPTIONS") : QByteArrayView("GET, HEAD, OPTIONS");
}

bool isMethodAllowed(EndpointKind kind, Http::Method method)
{
    if (method == Http::Method::Options)
        return true;
    if (kind == EndpointKind::PassThrough)
        return method != Http::Method::Other;
    if (takesPost(kind))
        return method == Http::Method::Post;
    return method == Http::Method::Get || method == Http::Method::Head
        || (method == Http::Method::Delete && kind == EndpointKind::Response);
}

Dialects::Family familyOfPath(QByteArrayView path)
{
    if (path.startsWith(passThroughPath)) {
        const qsizetype end = path.indexOf('/', passThroughPath.size());
        return end < 0 ? Dialects::Family::OpenAi : familyOfPath(path.sliced(end));
    }
    if (path.startsWith("/v1/messages"))
        return Dialects::Family::Anthropic;
    if (path.startsWith("/v1beta/") || Dialects::geminiPath(path))
        return Dialects::Family::Gemini;
    return path.startsWith("/api/") ? Dialects::Family::Ollama : Dialects::Family::OpenAi;
}

} // namespace Gatehouse::Gateway
