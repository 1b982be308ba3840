// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/vertex/path.h"

#include <QtCore/QStringBuilder>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

//! One segment of a path; '@' of a model's version stays readable.
QByteArray segment(QByteArrayView text)
{
    return text.toByteArray().toPercentEncoding("@");
}

QByteArray placePath(const VertexPlace &place, QByteArrayView basePath)
{
    QByteArray path = basePath.isEmpty() ? "/v1"_ba : basePath.toByteArray();
    path += "/projects/" + segment(place.project);
    path += "/locations/" + segment(place.location);
    return path;
}

QByteArrayView verb(VertexCall call)
{
    switch (call) {
    case VertexCall::Generate:
        return ":generateContent";
    case VertexCall::StreamGenerate:
        return ":streamGenerateContent?alt=sse";
    case VertexCall::CountTokens:
        return ":countTokens";
    case VertexCall::RawPredict:
        return ":rawPredict";
    case VertexCall::StreamRawPredict:
        return ":streamRawPredict";
    }
    return {};
}

} // namespace

VertexModel vertexModel(QByteArrayView model)
{
    constexpr QByteArrayView publishers("publishers/");
    constexpr QByteArrayView models("/models/");
    if (const qsizetype at = model.indexOf(publishers); at >= 0) {
        const QByteArrayView rest = model.sliced(at + publishers.size());
        const qsizetype name = rest.indexOf(models);
        if (name > 0)
            return {rest.first(name).toByteArray(),
                    rest.sliced(name + models.size()).toByteArray()};
    }
    if (const qsizetype slash = model.indexOf('/'); slash > 0)
        return {model.first(slash).toByteArray(), model.sliced(slash + 1).toByteArray()};
    return {model.startsWith("claude") ? "anthropic"_ba : "google"_ba, model.toByteArray()};
}

QByteArray vertexTarget(const VertexPlace &place, QByteArrayView basePath, const VertexModel &model,
                        VertexCall call)
{
    const bool countsClaude = call == VertexCall::CountTokens && model.publisher == "anthropic";
    QByteArray target = placePath(place, basePath);
    target += "/publishers/" + segment(model.publisher) + "/models/";
    target += countsClaude ? "count-tokens"_ba : segment(model.name);
    target += verb(countsClaude ? VertexCall::RawPredict : call);
    return target;
}

QByteArray vertexOpenAiTarget(const VertexPlace &place, QByteArrayView basePath)
{
    return placePath(place, basePath) + "/endpoints/openapi/chat/completions";
}

} // namespace Gatehouse::Dialects
