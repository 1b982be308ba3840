// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/endpoints.h"

namespace Gatehouse::Gateway {

namespace {

constexpr QByteArrayView modelsPath("/v1/models");

} // namespace

EndpointMatch matchEndpoint(QByteArrayView path)
{
    if (const auto front = Dialects::formatOfPath(path))
        return {EndpointKind::Inference, *front, {}};
    if (path == modelsPath)
        return {EndpointKind::ModelList, {}, {}};
    if (path.startsWith(modelsPath) && path.size() > modelsPath.size() + 1
        && path[modelsPath.size()] == '/')
        return {EndpointKind::Model, {}, path.sliced(modelsPath.size() + 1)};
    if (path == "/healthz")
        return {EndpointKind::Health, {}, {}};
    if (path == "/readyz")
        return {EndpointKind::Ready, {}, {}};
    if (path == "/metrics")
        return {EndpointKind::Metrics, {}, {}};
    return {};
}

QByteArrayView allowedMethods(EndpointKind kind)
{
    return kind == EndpointKind::Inference ? QByteArrayView("POST, OPTIONS")
                                           : QByteArrayView("GET, HEAD, OPTIONS");
}

bool isMethodAllowed(EndpointKind kind, Http::Method method)
{
    if (method == Http::Method::Options)
        return true;
    if (kind == EndpointKind::Inference)
        return method == Http::Method::Post;
    return method == Http::Method::Get || method == Http::Method::Head;
}

Dialects::Family familyOfPath(QByteArrayView path)
{
    const bool anthropic = path.startsWith("/v1/messages");
    return anthropic ? Dialects::Family::Anthropic : Dialects::Family::OpenAi;
}

} // namespace Gatehouse::Gateway
