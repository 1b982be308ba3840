// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/setup.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

qsizetype longestPrefix(const QString &secret, const KnownProvider &provider)
{
    qsizetype longest = 0;
    for (const QString &prefix : provider.keyPrefixes)
        if (!prefix.isEmpty() && secret.startsWith(prefix))
            longest = std::max(longest, prefix.size());
    return longest;
}

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

KnownProvider parseKnownProvider(const QJsonObject &object)
{
    return {
        .kind = object.value("kind"_L1).toString(),
        .name = object.value("name"_L1).toString(),
        .dialect = object.value("dialect"_L1).toString(u"openai"_s),
        .baseUrl = object.value("base_url"_L1).toString(),
        .keyPrefixes = strings(object.value("key_prefixes"_L1)),
        .region = strings(object.value("region"_L1)),
        .keyUrl = object.value("key_url"_L1).toString(),
        .engine = object.value("engine"_L1).toString(),
        .local = object.value("local"_L1).toBool(),
        .models = strings(object.value("models"_L1)),
    };
}

SecretPlace parseSecretPlace(const QJsonObject &status)
{
    static const QHash<QString, SecretPlace::State> states{
        {u"ready"_s, SecretPlace::State::Ready},
        {u"locked"_s, SecretPlace::State::Locked},
        {u"passphrase_needed"_s, SecretPlace::State::PassphraseNeeded},
    };
    const QJsonObject secrets = status.value("secrets"_L1).toObject();
    return {.state =
                states.value(secrets.value("state"_L1).toString(), SecretPlace::State::Unavailable),
            .label = secrets.value("label"_L1).toString()};
}

QString cleanedSecret(const QString &text)
{
    static constexpr QStringView around = u"\"'`“”‘’";
    QString secret = text.trimmed();
    while (!secret.isEmpty() && around.contains(secret.front()))
        secret = secret.sliced(1).trimmed();
    while (!secret.isEmpty() && around.contains(secret.back()))
        secret = secret.chopped(1).trimmed();
    if (secret.startsWith("bearer "_L1, Qt::CaseInsensitive))
        return cleanedSecret(secret.sliced(7));
    return secret;
}

const KnownProvider *otherOwner(const QString &secret, const QList<KnownProvider> &known,
                                const KnownProvider &chosen)
{
    const KnownProvider *best = nullptr;
    qsizetype longest = longestPrefix(secret, chosen);
    for (const KnownProvider &provider : known) {
        const qsizetype length = longestPrefix(secret, provider);
        if (length <= longest || provider.kind == chosen.kind)
            continue;
        longest = length;
        best = &provider;
    }
    return best;
}

QString freeName(const QString &wanted, const QStringList &taken)
{
    QString name = wanted;
    for (int number = 2; taken.contains(name); ++number)
        name = u"%1-%2"_s.arg(wanted).arg(number);
    return name;
}

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
