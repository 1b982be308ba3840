// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/setup.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

bool holdsConversations(const QString &model)
{
    static constexpr std::array others{
        "embed"_L1,    "whisper"_L1,  "tts"_L1,      "dall-e"_L1, "moderation"_L1, "rerank"_L1,
        "image"_L1,    "transcri"_L1, "realtime"_L1, "audio"_L1,  "babbage"_L1,    "davinci"_L1,
        "instruct"_L1, "bge-"_L1,     "ocr"_L1,      "sora"_L1,   "veo"_L1,        "imagen"_L1};
    return std::none_of(others.begin(), others.end(), [&model](QLatin1StringView part) {
        return model.contains(part, Qt::CaseInsensitive);
    });
}

} // namespace

QString firstConversational(const QStringList &models)
{
    const auto found = std::find_if(models.cbegin(), models.cend(), holdsConversations);
    return found != models.cend() ? *found : models.value(0);
}

QJsonObject providerDocument(const Setup &setup, const QString &id, const QString &secretReference)
{
    const KnownProvider &provider = setup.provider;
    QJsonObject document{{"id"_L1, id},
                         {"name"_L1, provider.name},
                         {"dialect"_L1, provider.dialect},
                         {"base_url"_L1, provider.baseUrl}};
    if (!provider.region.isEmpty())
        document.insert("region"_L1, QJsonArray::fromStringList(provider.region));
    if (!secretReference.isEmpty())
        document.insert("keys"_L1, QJsonArray{QJsonObject{{"secret"_L1, secretReference}}});
    if (provider.local)
        document.insert("self_hosted"_L1, true);
    if (!provider.engine.isEmpty())
        document.insert("engine"_L1, provider.engine);
    return document;
}

} // namespace Gatehouse::Ui
