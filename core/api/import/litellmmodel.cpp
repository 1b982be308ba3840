// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/import/litellmmodel.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

//! What a prefix of LiteLLM stands for (docs.litellm.ai/docs/providers).
struct Kind {
    QLatin1StringView prefix;
    QLatin1StringView dialect;
    QLatin1StringView variable; //!< where the key is looked for when none is given
};

constexpr std::array kinds{
    Kind{"openai"_L1, "openai"_L1, "OPENAI_API_KEY"_L1},
    Kind{"text-completion-openai"_L1, "openai"_L1, "OPENAI_API_KEY"_L1},
    Kind{"custom_openai"_L1, "openai"_L1, {}},
    Kind{"openai_like"_L1, "openai"_L1, {}},
    Kind{"litellm_proxy"_L1, "openai"_L1, {}},
    Kind{"azure"_L1, "azure-openai"_L1, "AZURE_API_KEY"_L1},
    Kind{"azure_ai"_L1, "azure-openai"_L1, "AZURE_AI_API_KEY"_L1},
    Kind{"anthropic"_L1, "anthropic"_L1, "ANTHROPIC_API_KEY"_L1},
    Kind{"bedrock"_L1, "bedrock"_L1, {}},
    Kind{"bedrock_converse"_L1, "bedrock"_L1, {}},
    Kind{"vertex_ai"_L1, "vertex"_L1, {}},
    Kind{"vertex_ai_beta"_L1, "vertex"_L1, {}},
    Kind{"gemini"_L1, "gemini"_L1, "GEMINI_API_KEY"_L1},
    Kind{"ollama"_L1, "ollama"_L1, {}},
    Kind{"ollama_chat"_L1, "ollama"_L1, {}},
    Kind{"mistral"_L1, "mistral"_L1, "MISTRAL_API_KEY"_L1},
    Kind{"cohere"_L1, "cohere"_L1, "COHERE_API_KEY"_L1},
    Kind{"cohere_chat"_L1, "cohere"_L1, "COHERE_API_KEY"_L1},
    Kind{"groq"_L1, "groq"_L1, "GROQ_API_KEY"_L1},
    Kind{"together_ai"_L1, "together"_L1, "TOGETHERAI_API_KEY"_L1},
    Kind{"fireworks_ai"_L1, "fireworks"_L1, "FIREWORKS_AI_API_KEY"_L1},
    Kind{"deepseek"_L1, "deepseek"_L1, "DEEPSEEK_API_KEY"_L1},
    Kind{"xai"_L1, "xai"_L1, "XAI_API_KEY"_L1},
    Kind{"openrouter"_L1, "openrouter"_L1, "OPENROUTER_API_KEY"_L1},
    Kind{"perplexity"_L1, "perplexity"_L1, "PERPLEXITYAI_API_KEY"_L1},
    Kind{"cerebras"_L1, "cerebras"_L1, "CEREBRAS_API_KEY"_L1},
    Kind{"nvidia_nim"_L1, "nvidia"_L1, "NVIDIA_NIM_API_KEY"_L1},
    Kind{"sambanova"_L1, "sambanova"_L1, "SAMBANOVA_API_KEY"_L1},
    Kind{"voyage"_L1, "voyage"_L1, "VOYAGE_API_KEY"_L1},
    Kind{"jina_ai"_L1, "jina"_L1, "JINA_AI_API_KEY"_L1},
    Kind{"deepinfra"_L1, "deepinfra"_L1, "DEEPINFRA_API_KEY"_L1},
    Kind{"hosted_vllm"_L1, "vllm"_L1, {}},
    Kind{"vllm"_L1, "vllm"_L1, {}},
    Kind{"lm_studio"_L1, "lmstudio"_L1, {}},
    Kind{"huggingface"_L1, "tgi"_L1, {}},
};

const Kind *kindOf(QStringView prefix)
{
    const auto found =
        std::ranges::find_if(kinds, [&](const Kind &kind) { return prefix == kind.prefix; });
    return found == kinds.end() ? nullptr : &*found;
}

//! Names that LiteLLM knows without a prefix.
QString prefixOf(const QString &model)
{
    static const QRegularExpression openai(
        u"^(gpt-|o\\d|chatgpt-|text-embedding-|dall-e|whisper|tts-|ft:gpt)"_s);
    if (openai.match(model).hasMatch())
        return u"openai"_s;
    if (model.startsWith("claude-"_L1))
        return u"anthropic"_s;
    if (model.startsWith("gemini-"_L1))
        return u"vertex_ai"_s;
    return model.startsWith("command-"_L1) ? u"cohere_chat"_s : QString();
}

//! Reads the members of litellm_params that say where a model is.
class ParameterReader
{
public:
    ParameterReader(ImportSource &params, ImportReport &report)
        : m_params(params)
        , m_report(report)
    {
    }

    std::optional<ForeignProvider> read();
    const QString &model() const { return m_model; }
    const QString &kind() const { return m_kind; }

private:
    const Kind *takeKind();
    QString known(const QString &key, const QString &standIn);
    void readAddress(const Kind &kind);
    void readSecrets(const Kind &kind);
    void readAmazon();
    void readGoogle();

    ImportSource &m_params;
    ImportReport &m_report;
    QString m_model;
    QString m_kind;
    ForeignProvider m_foreign;
};

const Kind *ParameterReader::takeKind()
{
    m_model = m_params.text(u"model"_s);
    QString prefix = m_params.text(u"custom_llm_provider"_s);
    const QString first = m_model.section(u'/', 0, 0);
    if (prefix.isEmpty())
        prefix = m_model.contains(u'/') && kindOf(first) ? first : prefixOf(m_model);
    if (prefix.isEmpty() && !m_model.contains(u'/') && m_params.has(u"api_base"_s))
        prefix = u"openai"_s;
    if (m_model.startsWith(prefix + u'/'))
        m_model.remove(0, prefix.size() + 1);
    const Kind *kind = kindOf(prefix);
    if (!kind || m_model.isEmpty())
        m_report.leftOut(m_params.path(u"model"_s),
                         u"\"%1\" is of no kind of provider that is known here; its entry was "
                         "left out."_s.arg(m_model));
    return m_model.isEmpty() ? nullptr : kind;
}

//! A text that may stand in an environment variable, which only secrets can here.
QString ParameterReader::known(const QString &key, const QString &standIn)
{
    const QString text = m_params.text(key);
    const QString variable = environmentName(text);
    if (variable.isEmpty())
        return text;
    m_foreign.provider.paused = true;
    m_report.changed(m_params.path(key),
                     u"It stood in the environment variable %1, which only secrets can here. Its "
                     "provider is paused: write the value and resume it."_s.arg(variable));
    return standIn;
}

void ParameterReader::readAddress(const Kind &kind)
{
    const QString given =
        m_params.has(u"api_base"_s) ? u"api_base"_s : u"base_url"_s; // two names of one thing
    const QString variable = environmentName(m_params.text(given));
    QString base =
        known(given, u"https://%1.invalid/v1"_s.arg(importedId(variable).replace(u'_', u'-')));
    for (const QString &call : {u"/"_s, u"/chat/completions"_s, u"/v1/messages"_s, u"/"_s}) {
        if (base.endsWith(call))
            base.chop(call.size());
    }
    Provider &provider = m_foreign.provider;
    const QString host = QUrl(base).host();
    if (!host.isEmpty()) {
        const QString label = host.section(u'.', 0, 0);
        const bool isNumber = !label.isEmpty() && label[0].isDigit();
        m_foreign.id += isNumber || host.contains(u':') ? QString() : QString(u'-' + label);
    }
    provider.baseUrl = base.isEmpty() && kind.dialect == "openai"_L1 && !kind.variable.isEmpty()
        ? u"https://api.openai.com/v1"_s
        : base;
    const QString version = known(u"api_version"_s, u"2024-10-21"_s);
    if (kind.prefix == "azure"_L1) {
        provider.api = u"deployments"_s;
        provider.apiVersion = version.isEmpty() ? u"2024-10-21"_s : version;
        if (version.isEmpty())
            m_report.changed(m_params.path(u"api_version"_s),
                             u"None was given; it is 2024-10-21 here."_s);
    } else if (!version.isEmpty()) {
        m_report.leftOut(m_params.path(u"api_version"_s),
                         u"Providers of this kind take none here."_s);
    }
}

void ParameterReader::readSecrets(const Kind &kind)
{
    m_foreign.secretPath = m_params.path(u"api_key"_s);
    m_foreign.secret = m_params.text(u"api_key"_s);
    const bool mayStandElsewhere = m_foreign.provider.baseUrl.isEmpty()
        || kind.dialect == "azure-openai"_L1
        || m_foreign.provider.baseUrl == "https://api.openai.com/v1"_L1;
    if (!m_foreign.secret.isEmpty() || kind.variable.isEmpty() || !mayStandElsewhere)
        return;
    m_foreign.secret = u"os.environ/"_s + kind.variable;
    m_report.changed(m_foreign.secretPath,
                     u"None was given; it is read from the environment variable %1, as LiteLLM "
                     "does."_s.arg(kind.variable));
}

void ParameterReader::readAmazon()
{
    static const QRegularExpression region(u"^[a-z]{2}(-[a-z]+)+-\\d$"_s);
    Provider &provider = m_foreign.provider;
    provider.awsRegion = known(u"aws_region_name"_s, u"us-east-1"_s);
    while (m_model.contains(u'/') && !m_model.startsWith("arn:"_L1)) {
        const QString part = m_model.section(u'/', 0, 0);
        if (region.match(part).hasMatch())
            provider.awsRegion = part;
        else if (part != "converse"_L1 && part != "invoke"_L1 && part != "converse_like"_L1)
            break;
        m_model.remove(0, part.size() + 1);
    }
    if (provider.awsRegion.isEmpty()) {
        provider.awsRegion = u"us-east-1"_s;
        m_report.changed(m_params.path(u"aws_region_name"_s),
                         u"None was given; it is us-east-1 here. Write the right one."_s);
    }
    m_foreign.id += u'-' + provider.awsRegion;
    m_foreign.secretPath = m_params.path(u"aws_secret_access_key"_s);
    m_foreign.secret = m_params.text(u"aws_secret_access_key"_s);
    m_foreign.accessKey = m_params.text(u"aws_access_key_id"_s);
    m_foreign.sessionToken = m_params.text(u"aws_session_token"_s);
    if (m_foreign.secret.isEmpty() && m_foreign.accessKey.isEmpty()) {
        m_foreign.secret = u"os.environ/AWS_SECRET_ACCESS_KEY"_s;
        m_foreign.accessKey = u"os.environ/AWS_ACCESS_KEY_ID"_s;
        m_report.changed(m_foreign.secretPath,
                         u"None was given; keys are read from the environment variables "
                         "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."_s);
    }
}

void ParameterReader::readGoogle()
{
    Provider &provider = m_foreign.provider;
    provider.project = known(u"vertex_project"_s, u"project"_s);
    provider.location = known(u"vertex_location"_s, u"us-central1"_s);
    if (provider.project.isEmpty()) {
        provider.project = u"project"_s;
        provider.paused = true;
        m_report.changed(m_params.path(u"vertex_project"_s),
                         u"None was given. Its provider is paused: write it and resume it."_s);
    }
    if (provider.location.isEmpty()) {
        provider.location = u"us-central1"_s;
        m_report.changed(m_params.path(u"vertex_location"_s),
                         u"None was given; it is us-central1, as LiteLLM has it."_s);
    }
    m_foreign.id += u'-' + provider.location;
    m_foreign.secretPath = m_params.path(u"vertex_credentials"_s);
    m_foreign.secret = m_params.text(u"vertex_credentials"_s);
}

std::optional<ForeignProvider> ParameterReader::read()
{
    const Kind *kind = takeKind();
    if (!kind)
        return std::nullopt;
    m_kind = kind->prefix;
    m_foreign.provider.dialect = kind->dialect;
    m_foreign.id = kind->dialect;
    m_foreign.path = m_params.path({});
    readAddress(*kind);
    if (kind->dialect == "bedrock"_L1)
        readAmazon();
    else if (kind->dialect == "vertex"_L1)
        readGoogle();
    else
        readSecrets(*kind);
    return m_foreign;
}

//! What LiteLLM calls a price for a token, and where it stands here.
struct PriceName {
    QLatin1StringView key;
    std::optional<qint64> PriceOverride::*price;
};

constexpr std::array priceNames{
    PriceName{"input_cost_per_token"_L1, &PriceOverride::input},
    PriceName{"output_cost_per_token"_L1, &PriceOverride::output},
    PriceName{"cache_read_input_token_cost"_L1, &PriceOverride::cacheRead},
    PriceName{"cache_creation_input_token_cost"_L1, &PriceOverride::cacheWrite},
    PriceName{"cache_creation_input_token_cost_above_1hr"_L1, &PriceOverride::cacheWriteHour},
    PriceName{"input_cost_per_audio_token"_L1, &PriceOverride::audioInput},
    PriceName{"output_cost_per_audio_token"_L1, &PriceOverride::audioOutput},
    PriceName{"output_cost_per_reasoning_token"_L1, &PriceOverride::reasoning},
    PriceName{"input_cost_per_token_batches"_L1, &PriceOverride::batchInput},
    PriceName{"output_cost_per_token_batches"_L1, &PriceOverride::batchOutput},
};

//! The same above so many tokens of the prompt.
struct TierName {
    QLatin1StringView key;
    qint64 above;
    std::optional<qint64> TierPrice::*price;
};

constexpr std::array tierNames{
    TierName{"input_cost_per_token_above_128k_tokens"_L1, 128'000, &TierPrice::input},
    TierName{"output_cost_per_token_above_128k_tokens"_L1, 128'000, &TierPrice::output},
    TierName{"input_cost_per_token_above_200k_tokens"_L1, 200'000, &TierPrice::input},
    TierName{"output_cost_per_token_above_200k_tokens"_L1, 200'000, &TierPrice::output},
};

//! Dollars for a token as nano-dollars for a million of them.
std::optional<qint64> takePrice(ImportSource &from, const QString &key, ImportReport &report)
{
    constexpr double most = 1e-1; // a token for ten cents is no price
    const std::optional<double> dollars = from.number(key);
    if (!dollars)
        return std::nullopt;
    if (*dollars <= most)
        return std::llround(*dollars * 1e15);
    report.leftOut(from.path(key), u"More than ten cents for a token is no price."_s);
    return std::nullopt;
}

void addTier(PriceOverride &price, const TierName &name, qint64 amount)
{
    auto tier = std::ranges::find(price.tiers, name.above, &TierPrice::above);
    if (tier == price.tiers.end()) {
        tier = price.tiers.insert(tier, TierPrice());
        tier->above = name.above;
    }
    (*tier).*name.price = amount;
}

//! Prices stand among the parameters or in model_info.
void readPrices(ImportSource &from, const LiteLlmModel &model, ImportReport &report)
{
    PriceOverride price;
    price.provider = model.provider;
    price.model = model.model;
    QStringList given;
    const auto take = [&](const QString &key) {
        const std::optional<qint64> amount = takePrice(from, key, report);
        if (amount)
            given.append(from.path(key));
        return amount;
    };
    for (const PriceName &name : priceNames)
        price.*name.price = take(name.key);
    for (const TierName &name : tierNames) {
        if (const auto amount = take(name.key))
            addTier(price, name, *amount);
    }
    if (given.isEmpty())
        return;
    const auto same = std::ranges::find_if(report.document.prices, [&](const auto &other) {
        return other.provider == price.provider && other.model == price.model;
    });
    const bool isNew = same == report.document.prices.end();
    const bool isOther = !isNew && *same != price;
    const QString target = u"%1/%2"_s.arg(price.provider, price.model);
    for (const QString &path : given) {
        if (isOther)
            report.leftOut(path, u"%1 has another price already."_s.arg(target));
        else
            report.mapped(path, u"A price of %1."_s.arg(target));
    }
    if (isNew)
        report.document.prices.append(price);
}

void readNumbers(ImportSource &params, LiteLlmModel &model)
{
    model.weight = params.number(u"weight"_s);
    model.rpm = params.number(u"rpm"_s);
    model.tpm = params.number(u"tpm"_s);
    model.inFlight = params.number(u"max_parallel_requests"_s);
    model.order = params.number(u"order"_s);
    model.timeout = params.number(u"timeout"_s);
    model.streamTimeout = params.number(u"stream_timeout"_s);
    model.budget = takeBudget(params, u"max_budget"_s, u"budget_duration"_s);
    const QString retries = params.has(u"max_retries"_s) ? u"max_retries"_s : u"num_retries"_s;
    model.retries = params.number(retries);
    model.retriesPath = params.path(retries);
}

} // namespace

std::optional<LiteLlmModel> readLiteLlmModel(const QJsonValue &entry, const QString &path,
                                             ProviderPool &pool, ImportReport &report)
{
    ImportSource source(entry, path, report);
    LiteLlmModel model{.name = source.text(u"model_name"_s), .path = path};
    ImportSource params(source.take(u"litellm_params"_s), source.path(u"litellm_params"_s), report);
    ImportSource info(source.take(u"model_info"_s), source.path(u"model_info"_s), report);
    source.leaveOutRest();
    ParameterReader reader(params, report);
    std::optional<ForeignProvider> foreign = reader.read();
    if (!foreign)
        return std::nullopt;
    model.model = reader.model();
    model.kind = reader.kind();
    // Clients ask for "openai/gpt-4o": the part before the slash is to be the provider's id.
    if (model.name.endsWith("/*"_L1))
        foreign->id = model.name.chopped(2);
    const std::optional<QString> provider = pool.add(*foreign);
    if (!provider)
        return std::nullopt;
    model.provider = *provider;
    readNumbers(params, model);
    readPrices(params, model, report);
    readPrices(info, model, report);
    if (const auto tokens = info.number(u"max_input_tokens"_s)) {
        model.contextTokens = int(std::min(*tokens, 1e8));
        report.mapped(
            info.path(u"max_input_tokens"_s),
            u"Prompts of more than %1 tokens are not sent there."_s.arg(model.contextTokens));
    }
    info.leaveOut(u"base_model"_s,
                  u"A deployment is priced under its own name here: when the catalogue does not "
                  "know it, write a price for %1/%2."_s.arg(model.provider, model.model));
    params.leaveOutRest();
    info.leaveOutRest(u"What is known of the model comes from the catalogue here."_s);
    return model;
}

} // namespace Gatehouse::Api
