// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/upstreamtarget.h"

#include "core/base/bytes.h"
#include "core/dialects/bedrock/path.h"
#include "core/dialects/gemini/path.h"
#include "core/dialects/vertex/path.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

using Dialects::Format;

QByteArrayView lastSegment(QByteArrayView path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

QByteArrayView firstSegment(QByteArrayView path)
{
    const qsizetype end = path.indexOf('/', 1);
    return path.sliced(1, (end < 0 ? path.size() : end) - 1);
}

//! "v1", "v2", "v1beta"
bool isVersion(QByteArrayView segment)
{
    return segment.size() > 1 && segment[0] == 'v' && segment[1] >= '0' && segment[1] <= '9';
}

//! The v1 API's base; an address that says more than the host is taken as it is.
QByteArray azureBase(const QByteArray &basePath)
{
    return basePath.isEmpty() || basePath == "/openai" ? "/openai/v1"_ba : basePath;
}

QByteArray deploymentTarget(const TargetParts &parts)
{
    QByteArray target = parts.provider.address.basePath;
    for (const QByteArrayView ending : {"/v1", "/openai"}) {
        if (target.endsWith(ending))
            target.chop(ending.size());
    }
    target += "/openai/deployments/" + parts.model.toByteArray().toPercentEncoding();
    target += Dialects::upstreamTarget(parts.format, {});
    const QByteArray version = parts.provider.document.apiVersion.toUtf8();
    target += "?api-version="
        + (version.isEmpty() ? defaultAzureVersion.toByteArray() : version.toPercentEncoding());
    return target;
}

QByteArray vertexTargetOf(const TargetParts &parts)
{
    using Dialects::VertexCall;
    const Dialects::VertexPlace place{parts.provider.document.project.toUtf8(),
                                      parts.provider.document.location.toUtf8()};
    const QByteArray &basePath = parts.provider.address.basePath;
    if (parts.format == Format::OpenAiChat)
        return Dialects::vertexOpenAiTarget(place, basePath);
    VertexCall call = parts.stream ? VertexCall::StreamGenerate : VertexCall::Generate;
    if (Dialects::taskOf(parts.format) == Dialects::Task::CountTokens)
        call = VertexCall::CountTokens;
    else if (parts.format == Format::AnthropicMessages)
        call = parts.stream ? VertexCall::StreamRawPredict : VertexCall::RawPredict;
    return Dialects::vertexTarget(place, basePath, Dialects::vertexModel(parts.model), call);
}

QByteArray plainCall(const TargetParts &parts)
{
    const QByteArray &basePath = parts.provider.address.basePath;
    if (Dialects::familyOf(parts.format) == Dialects::Family::Gemini)
        return Dialects::geminiTarget(parts.format, basePath, parts.model, parts.stream);
    if (Dialects::familyOf(parts.format) == Dialects::Family::Anthropic)
        return Dialects::upstreamTarget(parts.format, basePath, parts.query);
    const QByteArray path = parts.format == Format::Rerank
        ? parts.provider.quirks->rerankPath.toByteArray()
        : Dialects::upstreamTarget(parts.format, {});
    return joined(basePath, path);
}

} // namespace

QByteArray joined(QByteArrayView basePath, QByteArrayView path)
{
    const QByteArrayView last = lastSegment(basePath);
    const QByteArrayView first = firstSegment(path);
    const bool isSaidTwice =
        last == first || (isVersion(last) && (isVersion(first) || first == "api"));
    if (!basePath.isEmpty() && isSaidTwice)
        basePath.chop(last.size() + 1);
    QByteArray target;
    target.reserve(basePath.size() + path.size());
    append(target, basePath);
    append(target, path);
    return target;
}

QByteArray targetOf(const TargetParts &parts)
{
    const QByteArray &basePath = parts.provider.address.basePath;
    switch (parts.provider.quirks->paths) {
    case Dialects::Paths::Plain:
        return plainCall(parts);
    case Dialects::Paths::AzureV1:
        return Dialects::upstreamTarget(parts.format, azureBase(basePath));
    case Dialects::Paths::AzureDeployments:
        return deploymentTarget(parts);
    case Dialects::Paths::Vertex:
        return vertexTargetOf(parts);
    case Dialects::Paths::Bedrock:
        return parts.format == Format::OpenAiChat
            ? Dialects::bedrockOpenAiTarget(basePath)
            : Dialects::converseTarget(basePath, parts.model, parts.stream);
    }
    Q_UNREACHABLE();
}

QByteArray plainTarget(const Config::Provider &provider, QByteArrayView path)
{
    const QByteArray &basePath = provider.address.basePath;
    if (provider.quirks->paths == Dialects::Paths::AzureV1)
        return joined(azureBase(basePath), path);
    return joined(basePath, path);
}

} // namespace Gatehouse::Providers
