// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/path.h"

#include "core/dialects/jsontext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

struct Method {
    QByteArrayView name;
    Format format;
    bool stream;
};
constexpr std::array methods{
    Method{"generateContent", Format::GeminiGenerate, false},
    Method{"streamGenerateContent", Format::GeminiGenerate, true},
    Method{"countTokens", Format::GeminiCountTokens, false},
    Method{"embedContent", Format::GeminiEmbed, false},
    Method{"batchEmbedContents", Format::GeminiBatchEmbed, false},
};

bool hasParameter(QByteArrayView query, QByteArrayView parameter)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        if ((end < 0 ? query : query.first(end)) == parameter)
            return true;
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
    }
    return false;
}

//! The model's name; empty when it is none.
QByteArray decodedModel(QByteArrayView encoded)
{
    QByteArray model = QByteArray::fromPercentEncoding(encoded.toByteArray());
    const bool isText = firstInvalidUtf8(model) == model.size()
        && std::ranges::none_of(model, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    return isText ? model : QByteArray();
}

//! "models/x:generateContent" behind the version.
std::optional<GeminiPath> callOf(QByteArrayView rest, QByteArrayView query)
{
    const qsizetype colon = rest.lastIndexOf(':');
    if (colon < 0)
        return {};
    const auto method = std::ranges::find(methods, rest.sliced(colon + 1), &Method::name);
    if (method == methods.end())
        return {};
    QByteArray model = decodedModel(rest.first(colon));
    if (model.startsWith("models/"))
        model.remove(0, 7);
    else if (!model.startsWith("tunedModels/"))
        return {};
    if (model.isEmpty() || model == "tunedModels/")
        return {};
    return GeminiPath{.kind = GeminiPath::Kind::Call,
                      .format = method->format,
                      .stream = method->stream,
                      .jsonList = method->stream && !hasParameter(query, "alt=sse"),
                      .model = model};
}

bool endsWithVersion(QByteArrayView basePath)
{
    const QByteArrayView last = basePath.sliced(basePath.lastIndexOf('/') + 1);
    return last.size() > 1 && last[0] == 'v' && last[1] >= '0' && last[1] <= '9';
}

} // namespace

std::optional<GeminiPath> geminiPath(QByteArrayView path, QByteArrayView query)
{
    const bool isBeta = path.startsWith("/v1beta/");
    if (!isBeta && !path.startsWith("/v1/"))
        return {};
    const QByteArrayView rest = path.sliced(isBeta ? 8 : 4);
    if (auto call = callOf(rest, query))
        return call;
    if (!isBeta)
        return {};
    if (rest == "models")
        return GeminiPath{.kind = GeminiPath::Kind::ListModels, .model = {}};
    QByteArray model = decodedModel(rest);
    if (!model.startsWith("models/") || model.size() == 7 || model[7] == ':')
        return {};
    return GeminiPath{.kind = GeminiPath::Kind::Model, .model = model.mid(7)};
}

QByteArray geminiTarget(Format format, QByteArrayView basePath, QByteArrayView model, bool stream)
{
    const auto method = std::ranges::find_if(
        methods, [&](const Method &one) { return one.format == format && one.stream == stream; });
    Q_ASSERT(method != methods.end());
    QByteArray target = basePath.toByteArray();
    if (!endsWithVersion(basePath) && !basePath.contains("/publishers/"))
        target += "/v1beta";
    constexpr QByteArrayView tuned = "tunedModels/";
    const bool isTuned = model.startsWith(tuned);
    QByteArrayView name = isTuned ? model.sliced(tuned.size()) : model;
    if (name.startsWith("models/"))
        name = name.sliced(7);
    target += isTuned ? "/tunedModels/" : "/models/";
    target += name.toByteArray().toPercentEncoding();
    target += ':';
    target += method->name;
    if (stream)
        target += "?alt=sse";
    return target;
}

} // namespace Gatehouse::Dialects
