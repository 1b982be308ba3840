// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/catalogue.h"

#include "core/api/documents/dialects.h"

#include <QtCore/QDate>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrl>

#include <array>
#include <cmath>

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
    price.batchInput = tokenPrice(entry, "batch_input"_L1);
    price.batchOutput = tokenPrice(entry, "batch_output"_L1);
    price.batchCacheRead = tokenPrice(entry, "batch_cache_read"_L1);
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
                               .cacheWrite = tokenPrice(tier, "cache_write"_L1),
                               .batchInput = tokenPrice(tier, "batch_input"_L1),
                               .batchOutput = tokenPrice(tier, "batch_output"_L1),
                               .cacheWriteHour = tokenPrice(tier, "cache_write_1h"_L1)});
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

std::shared_ptr<const Catalogue> Catalogue::builtIn()
{
    static const auto list = [] {
        initPriceResource();
        QFile file(u":/prices/catalogue.json"_s);
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        return std::make_shared<const Catalogue>(parse(opened ? file.readAll() : QByteArray()));
    }();
    return list;
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

namespace {

//! What is not a price of a model's entry.
bool isFact(const QString &key)
{
    static const QStringList facts{u"context"_s, u"max_output"_s, u"mode"_s, u"capabilities"_s,
                                   u"deprecated"_s};
    return facts.contains(key);
}

Error badEntry(const QString &path, const QString &what)
{
    return {ErrorCode::InvalidArgument, what, path};
}

Result<void> checkPrices(const QJsonObject &entry, const QString &path)
{
    static const QStringList known{u"input"_s,         u"output"_s,         u"cache_read"_s,
                                   u"cache_write"_s,   u"cache_write_1h"_s, u"reasoning"_s,
                                   u"batch_input"_s,   u"batch_output"_s,   u"batch_cache_read"_s,
                                   u"audio_input"_s,   u"audio_output"_s,   u"image_input"_s,
                                   u"per_request"_s,   u"per_image"_s,      u"per_second"_s,
                                   u"per_character"_s, u"per_query"_s,      u"above"_s,
                                   u"each"_s};
    for (auto it = entry.begin(); it != entry.end(); ++it) {
        const QString place = path + u'.' + it.key();
        if (it.key() == "tiers"_L1 || it.key() == "pictures"_L1) {
            const QJsonArray rows = it.value().toArray();
            for (qsizetype i = 0; i < rows.size(); ++i) {
                QJsonObject row = rows[i].toObject();
                row.remove(u"size"_s);
                row.remove(u"quality"_s);
                const QString at = u"%1[%2]"_s.arg(place).arg(i);
                if (row.isEmpty())
                    return badEntry(at, u"must be an object with prices"_s);
                if (const Result<void> checked = checkPrices(row, at); !checked)
                    return checked;
            }
            continue;
        }
        if (isFact(it.key()))
            continue;
        if (!known.contains(it.key()))
            return badEntry(place, u"is not a known price"_s);
        const double value = it.value().toDouble(-1);
        if (value < 0 || value > 1e15 || value != std::floor(value))
            return badEntry(place, u"must be a whole number of nano-dollars, 0 or more"_s);
    }
    return {};
}

} // namespace

Result<Catalogue> Catalogue::check(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        const qsizetype line = json.left(problem.offset).count('\n') + 1;
        return badEntry(u"line %1"_s.arg(line),
                        u"is no price list: %1"_s.arg(problem.errorString()));
    }
    const QJsonObject root = document.object();
    if (!QDate::fromString(root.value("version"_L1).toString(), Qt::ISODate).isValid())
        return badEntry(u"version"_s, u"must be the day of the list, such as \"2026-07-24\""_s);
    const QJsonObject providers = root.value("providers"_L1).toObject();
    if (providers.isEmpty())
        return badEntry(u"providers"_s, u"must be an object of providers with their models"_s);
    for (auto provider = providers.begin(); provider != providers.end(); ++provider) {
        const QString path = u"providers."_s + provider.key();
        if (!provider.value().isObject())
            return badEntry(path, u"must be an object of models"_s);
        const QJsonObject models = provider.value().toObject();
        for (auto model = models.begin(); model != models.end(); ++model) {
            const QString at = path + u'.' + model.key();
            if (!model.value().isObject())
                return badEntry(at, u"must be an object with prices"_s);
            if (const Result<void> checked = checkPrices(model.value().toObject(), at); !checked)
                return checked.error();
        }
    }
    return parse(json);
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
