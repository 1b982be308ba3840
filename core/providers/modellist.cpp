// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/modellist.h"

#include "core/http/headwriter.h"
#include "core/providers/upstreamtarget.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Providers {

namespace {

constexpr Http::UpstreamTimeouts patience{
    .connect = 5s, .firstByte = 15s, .idle = 15s, .total = 30s};

//! Bedrock's list lives at the control plane's host; an address of one's own serves both.
Http::Endpoint listEndpoint(const Config::Provider &provider)
{
    Http::Endpoint endpoint = prepare(provider).endpoint;
    constexpr QByteArrayView runtime("bedrock-runtime.");
    if (provider.quirks->paths == Dialects::Paths::Bedrock && endpoint.host.startsWith(runtime))
        endpoint.host.replace(0, runtime.size(), "bedrock.");
    return endpoint;
}

ProviderQuestion questionAt(const Config::Provider &provider, QByteArrayView path,
                            const Credential &key, WallTime now)
{
    ProviderQuestion question{.endpoint = listEndpoint(provider), .request = {}};
    question.request.methodAndTarget = "GET " + plainTarget(provider, path);
    question.request.fields = prepare(provider).fields;
    question.request.timeouts = patience;
    if (provider.quirks->chat == Dialects::Format::AnthropicMessages)
        Http::appendField(question.request.fields, "anthropic-version", defaultAnthropicVersion);
    if (key.isGiven())
        authenticate(question.request, provider, key, question.endpoint, now);
    return question;
}

//! Gemini and Cohere say what a model is for.
bool isUseful(const QJsonObject &model)
{
    QJsonArray uses = model.value("supportedGenerationMethods"_L1).toArray();
    if (uses.isEmpty())
        uses = model.value("endpoints"_L1).toArray();
    static const QStringList wanted{u"generateContent"_s, u"embedContent"_s, u"chat"_s, u"embed"_s,
                                    u"rerank"_s};
    return uses.isEmpty() || std::ranges::any_of(uses, [](const QJsonValue &use) {
               return wanted.contains(use.toString());
           });
}

QString nameOf(const QJsonObject &model)
{
    for (const QLatin1StringView member : {"id"_L1, "modelId"_L1, "name"_L1}) {
        const QString name = model.value(member).toString();
        if (!name.isEmpty())
            return name.startsWith("models/"_L1) ? name.mid(7) : name;
    }
    return {};
}

//! The list wherever the answer has it; nothing when there is none.
std::optional<QJsonArray> listIn(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    const QJsonObject object = document.object();
    for (const QLatin1StringView member : {"data"_L1, "models"_L1, "modelSummaries"_L1}) {
        if (object.value(member).isArray())
            return object.value(member).toArray();
    }
    return {};
}

} // namespace

std::optional<ProviderQuestion> modelListQuestion(const Config::Provider &provider,
                                                  const Credential &key, WallTime now)
{
    const QByteArrayView path = provider.quirks->modelsPath;
    return path.isEmpty() ? std::nullopt : std::optional(questionAt(provider, path, key, now));
}

std::optional<ProviderQuestion> keyQuestion(const Config::Provider &provider, const Credential &key,
                                            WallTime now)
{
    const QByteArrayView path = provider.quirks->checkPath;
    const bool isPointless = path.isEmpty() || !key.isGiven();
    return isPointless ? std::nullopt : std::optional(questionAt(provider, path, key, now));
}

ProviderQuestion reachQuestion(const Config::Provider &provider)
{
    return questionAt(provider, "/", {.keyId = {}, .value = {}, .problem = {}}, {});
}

Result<QStringList> readModelList(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isNull())
        return Error{ErrorCode::Unsupported, u"the answer is not JSON"_s};
    const std::optional<QJsonArray> entries = listIn(document);
    if (!entries)
        return Error{ErrorCode::Unsupported, u"the answer is no model list"_s};
    QStringList models;
    for (const QJsonValue &entry : *entries) {
        const QJsonObject model = entry.toObject();
        const QString name = nameOf(model);
        if (!name.isEmpty() && name.size() <= 256 && isUseful(model))
            models.append(name);
    }
    models.removeDuplicates();
    models.sort();
    return models;
}

} // namespace Gatehouse::Providers
