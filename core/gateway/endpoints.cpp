// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/endpoints.h"

#include "core/dialects/gemini/path.h"

#include <array>

namespace Gatehouse::Gateway {

namespace {

constexpr QByteArrayView modelsPath("/v1/models");

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

QByteArrayView allowedMethods(EndpointKind kind)
{
    return kind == EndpointKind::Inference || kind == EndpointKind::OllamaShow
        ? QByteArrayView("POST, OPTIONS")
        : QByteArrayView("GET, HEAD, OPTIONS");
}

bool isMethodAllowed(EndpointKind kind, Http::Method method)
{
    if (method == Http::Method::Options)
        return true;
    if (kind == EndpointKind::Inference || kind == EndpointKind::OllamaShow)
        return method == Http::Method::Post;
    return method == Http::Method::Get || method == Http::Method::Head;
}

Dialects::Family familyOfPath(QByteArrayView path)
{
    if (path.startsWith("/v1/messages"))
        return Dialects::Family::Anthropic;
    if (path.startsWith("/v1beta/") || Dialects::geminiPath(path))
        return Dialects::Family::Gemini;
    return path.startsWith("/api/") ? Dialects::Family::Ollama : Dialects::Family::OpenAi;
}

} // namespace Gatehouse::Gateway
