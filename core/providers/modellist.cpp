// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/modellist.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Providers {

Http::UpstreamRequest modelListRequest(const Config::Provider &provider, const Secrets::Secret &key)
{
    const QByteArray &base = provider.address.basePath;
    const bool anthropic = provider.quirks->chat == Dialects::Format::AnthropicMessages;
    Http::UpstreamRequest request;
    request.methodAndTarget =
        "GET " + base + (anthropic && !base.endsWith("/v1") ? "/v1/models?limit=1000" : "/models");
    request.fields = prepare(provider).fields;
    if (!key.isEmpty())
        appendCredential(request.fields, provider.quirks->authentication, key);
    if (anthropic)
        request.fields += "anthropic-version: " + defaultAnthropicVersion.toByteArray() + "\r\n";
    request.timeouts = {.connect = 5s, .firstByte = 15s, .idle = 15s, .total = 30s};
    return request;
}

Result<QStringList> readModelList(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    QJsonArray entries = document.array();
    if (document.isObject()) {
        const QJsonObject object = document.object();
        const QJsonValue data =
            object.contains("data"_L1) ? object.value("data"_L1) : object.value("models"_L1);
        if (!data.isArray())
            return Error{ErrorCode::Unsupported, u"the answer is no model list"_s};
        entries = data.toArray();
    } else if (!document.isArray()) {
        return Error{ErrorCode::Unsupported, u"the answer is not JSON"_s};
    }
    QStringList models;
    for (const QJsonValue &entry : std::as_const(entries)) {
        const QJsonObject model = entry.toObject();
        const QString id = model.contains("id"_L1) ? model.value("id"_L1).toString()
                                                   : model.value("name"_L1).toString();
        if (!id.isEmpty() && id.size() <= 256)
            models.append(id);
    }
    models.removeDuplicates();
    models.sort();
    return models;
}

} // namespace Gatehouse::Providers
