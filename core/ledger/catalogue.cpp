// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/catalogue.h"

#include "core/api/documents/dialects.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrl>

#include <array>

using namespace Qt::StringLiterals;

//! Resources of a static library are dropped by the linker unless asked for; the macro needs the
//! global namespace.
static void initPriceResource()
{
    Q_INIT_RESOURCE(prices);
}

namespace Gatehouse::Ledger {

namespace {

struct HostRule {
    QLatin1StringView host; //!< with a leading dot: every host that ends so
    QByteArrayView provider;
    QLatin1StringView begin = ""_L1; //!< what the host begins with as well
};

constexpr std::array hostRules{
    HostRule{"api.openai.com"_L1, "openai"},
    HostRule{"api.anthropic.com"_L1, "anthropic"},
    HostRule{".openai.azure.com"_L1, "azure"},
    HostRule{".cognitiveservices.azure.com"_L1, "azure"},
    HostRule{".services.ai.azure.com"_L1, "azure"},
    HostRule{"generativelanguage.googleapis.com"_L1, "gemini"},
    HostRule{"aiplatform.googleapis.com"_L1, "vertex_ai"},
    HostRule{"-aiplatform.googleapis.com"_L1, "vertex_ai"},
    HostRule{".amazonaws.com"_L1, "bedrock", "bedrock"_L1},
    HostRule{"api.mistral.ai"_L1, "mistral"},
    HostRule{"api.groq.com"_L1, "groq"},
    HostRule{"api.x.ai"_L1, "xai"},
    HostRule{"api.deepseek.com"_L1, "deepseek"},
    HostRule{"api.perplexity.ai"_L1, "perplexity"},
    HostRule{"api.together.xyz"_L1, "together_ai"},
    HostRule{"api.together.ai"_L1, "together_ai"},
    HostRule{"api.fireworks.ai"_L1, "fireworks_ai"},
    HostRule{"openrouter.ai"_L1, "openrouter"},
    HostRule{"api.cerebras.ai"_L1, "cerebras"},
    HostRule{"api.cohere.com"_L1, "cohere"},
    HostRule{"api.cohere.ai"_L1, "cohere"},
    HostRule{"api.voyageai.com"_L1, "voyage"},
    HostRule{"api.deepinfra.com"_L1, "deepinfra"},
    HostRule{"api.sambanova.ai"_L1, "sambanova"},
    HostRule{"api.ai21.com"_L1, "ai21"},
    HostRule{"integrate.api.nvidia.com"_L1, "nvidia_nim"},
    HostRule{"api.jina.ai"_L1, "jina_ai"},
};

struct DialectRule {
    QLatin1StringView dialect;
    QByteArrayView provider;
};

//! Dialects that are one company's own and have a well-known address.
constexpr std::array dialectRules{
    DialectRule{"openai"_L1, "openai"},
    DialectRule{"anthropic"_L1, "anthropic"},
    DialectRule{"gemini"_L1, "gemini"},
    DialectRule{"vertex"_L1, "vertex_ai"},
    DialectRule{"bedrock"_L1, "bedrock"},
    DialectRule{"cohere"_L1, "cohere"},
    DialectRule{"mistral"_L1, "mistral"},
    DialectRule{"azure-openai"_L1, "azure"},
    DialectRule{"groq"_L1, "groq"},
    DialectRule{"xai"_L1, "xai"},
    DialectRule{"deepseek"_L1, "deepseek"},
    DialectRule{"perplexity"_L1, "perplexity"},
    DialectRule{"together"_L1, "together_ai"},
    DialectRule{"fireworks"_L1, "fireworks_ai"},
    DialectRule{"openrouter"_L1, "openrouter"},
    DialectRule{"cerebras"_L1, "cerebras"},
    DialectRule{"voyage"_L1, "voyage"},
    DialectRule{"deepinfra"_L1, "deepinfra"},
    DialectRule{"sambanova"_L1, "sambanova"},
    DialectRule{"nvidia"_L1, "nvidia_nim"},
    DialectRule{"jina"_L1, "jina_ai"},
};

bool matches(const HostRule &rule, const QString &host)
{
    const bool suffix = rule.host.startsWith('.'_L1) || rule.host.startsWith('-'_L1);
    return (suffix ? host.endsWith(rule.host) : host == rule.host) && host.startsWith(rule.begin);
}

std::optional<qint64> amount(const QJsonObject &entry, QLatin1StringView name)
{
    const QJsonValue value = entry.value(name);
    const qint64 nano = value.toInteger(-1);
    return nano >= 0 ? std::optional(nano) : std::nullopt;
}

std::optional<TokenPrice> tokenPrice(const QJsonObject &entry, QLatin1StringView name)
{
    const std::optional<qint64> nano = amount(entry, name);
    return nano ? std::optional(TokenPrice{*nano}) : std::nullopt;
}

std::optional<Money> unitPrice(const QJsonObject &entry, QLatin1StringView name)
{
    const std::optional<qint64> nano = amount(entry, name);
    return nano ? std::optional(Money{*nano}) : std::nullopt;
}

Price priceFrom(const QJsonObject &entry, const QByteArray &version)
{
    Price price;
    price.input = tokenPrice(entry, "input"_L1);
    price.output = tokenPrice(entry, "output"_L1);
    price.cacheRead = tokenPrice(entry, "cache_read"_L1);
    price.cacheWrite = tokenPrice(entry, "cache_write"_L1);
    price.cacheWriteHour = tokenPrice(entry, "cache_write_1h"_L1);
    price.reasoning = tokenPrice(entry, "reasoning"_L1);
    price.audioInput = tokenPrice(entry, "audio_input"_L1);
    price.audioOutput = tokenPrice(entry, "audio_output"_L1);
    price.imageInput = tokenPrice(entry, "image_input"_L1);
    price.perRequest = unitPrice(entry, "per_request"_L1);
    price.perImage = unitPrice(entry, "per_image"_L1);
    const QJsonArray pictures = entry.value("pictures"_L1).toArray();
    for (const QJsonValue &value : pictures) {
        const QJsonObject row = value.toObject();
        if (const auto each = unitPrice(row, "each"_L1))
            price.pictures.push_back({row.value("size"_L1).toString().toUtf8(),
                                      row.value("quality"_L1).toString().toUtf8(), *each});
    }
    price.perSecond = unitPrice(entry, "per_second"_L1);
    price.perCharacterMillion = unitPrice(entry, "per_character"_L1);
    price.perQuery = unitPrice(entry, "per_query"_L1);
    const QJsonArray tiers = entry.value("tiers"_L1).toArray();
    for (const QJsonValue &value : tiers) {
        const QJsonObject tier = value.toObject();
        price.tiers.push_back({.above = tier.value("above"_L1).toInteger(),
                               .input = tokenPrice(tier, "input"_L1),
                               .output = tokenPrice(tier, "output"_L1),
                               .cacheRead = tokenPrice(tier, "cache_read"_L1),
                               .cacheWrite = tokenPrice(tier, "cache_write"_L1)});
    }
    price.version = version;
    return price;
}

CatalogueModel modelFrom(const QJsonObject &entry, const QByteArray &version)
{
    CatalogueModel model;
    model.price = priceFrom(entry, version);
    model.context = entry.value("context"_L1).toInteger();
    model.maxOutput = entry.value("max_output"_L1).toInteger();
    model.mode = entry.value("mode"_L1).toString(u"chat"_s);
    model.deprecated = entry.value("deprecated"_L1).toString();
    const QJsonArray capabilities = entry.value("capabilities"_L1).toArray();
    for (const QJsonValue &capability : capabilities)
        model.capabilities += capability.toString();
    return model;
}

} // namespace

Catalogue Catalogue::builtIn()
{
    initPriceResource();
    QFile file(u":/prices/catalogue.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return parse(opened ? file.readAll() : QByteArray());
}

Catalogue Catalogue::parse(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    Catalogue catalogue;
    catalogue.m_version = root.value("version"_L1).toString();
    const QByteArray version = "list " + catalogue.m_version.toUtf8();
    const QJsonObject providers = root.value("providers"_L1).toObject();
    for (auto provider = providers.begin(); provider != providers.end(); ++provider) {
        auto &models = catalogue.m_providers[provider.key().toUtf8()];
        const QJsonObject entries = provider.value().toObject();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry)
            models.insert(entry.key().toUtf8(), modelFrom(entry.value().toObject(), version));
    }
    return catalogue;
}

qsizetype Catalogue::modelCount() const
{
    qsizetype count = 0;
    for (const auto &models : m_providers)
        count += models.size();
    return count;
}

const QHash<QByteArray, CatalogueModel> &Catalogue::models(const QByteArray &provider) const
{
    static const QHash<QByteArray, CatalogueModel> none;
    const auto found = m_providers.constFind(provider);
    return found == m_providers.constEnd() ? none : *found;
}

QByteArray Catalogue::providerName(const Api::Provider &provider)
{
    if (provider.selfHosted)
        return {};
    if (provider.baseUrl.isEmpty()) {
        for (const DialectRule &rule : dialectRules) {
            if (provider.dialect == rule.dialect)
                return rule.provider.toByteArray();
        }
    }
    const QString host = QUrl(Api::addressOf(provider)).host().toLower();
    for (const HostRule &rule : hostRules) {
        if (matches(rule, host))
            return rule.provider.toByteArray();
    }
    return {};
}

} // namespace Gatehouse::Ledger
