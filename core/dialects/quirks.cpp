// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/quirks.h"

#include <algorithm>

namespace Gatehouse::Dialects {

namespace {

//! Members of Mistral's own (published types of its client, November 2026).
constexpr std::array<QByteArrayView, 7> mistralMembers{
    "safe_prompt", "prompt_mode",          "guardrails",          "prediction",
    "prefix",      "document_image_limit", "document_page_limit",
};
//! Search settings of Perplexity's Sonar (vendor's page, November 2026).
constexpr std::array<QByteArrayView, 12> perplexityMembers{
    "search_domain_filter",
    "search_recency_filter",
    "search_after_date_filter",
    "search_before_date_filter",
    "last_updated_after_filter",
    "last_updated_before_filter",
    "web_search_options",
    "return_images",
    "return_related_questions",
    "search_mode",
    "disable_search",
    "enable_search_classifier",
};

//! Vendors' pages, November 2026. A member stands only where a
//! row differs from the default.
constexpr std::array rows{
    Quirks{.name = "openai",
           .title = "OpenAI",
           .hasResponses = true,
           .hasCompletions = true,
           .hasImages = true,
           .hasAudio = true,
           .hasModerations = true,
           .maxTokens = "max_completion_tokens",
           .takesDeveloperRole = true,
           .takesAllEfforts = true,
           .maxStop = 4,
           .takesTokenInputs = true},
    Quirks{.name = "azure-openai",
           .title = "Azure OpenAI",
           .authentication = Authentication::AzureKey,
           .paths = Paths::AzureV1,
           .hasResponses = true,
           .hasCompletions = true,
           .hasImages = true,
           .hasAudio = true,
           .maxTokens = "max_completion_tokens",
           .takesDeveloperRole = true,
           .takesAllEfforts = true,
           .maxStop = 4,
           .takesTokenInputs = true},
    Quirks{.name = "azure-openai-deployments",
           .title = "Azure OpenAI",
           .authentication = Authentication::AzureKey,
           .paths = Paths::AzureDeployments,
           .hasCompletions = true,
           .hasImages = true,
           .hasAudio = true,
           .modelsPath = {}, // deployments are listed by the management API only
           .maxTokens = "max_completion_tokens",
           .takesDeveloperRole = true,
           .takesAllEfforts = true,
           .maxStop = 4,
           .takesTokenInputs = true},
    Quirks{.name = "anthropic",
           .title = "Anthropic",
           .authentication = Authentication::ApiKey,
           .chat = Format::AnthropicMessages,
           .hasMessages = true,
           .embed = {},
           .countTokens = Format::AnthropicCountTokens,
           .modelsPath = "/v1/models?limit=1000"},
    Quirks{.name = "gemini",
           .title = "Google Gemini",
           .authentication = Authentication::GoogleKey,
           .chat = Format::GeminiGenerate,
           .embed = Format::GeminiBatchEmbed,
           .countTokens = Format::GeminiCountTokens,
           .modelsPath = "/v1beta/models?pageSize=1000"},
    Quirks{.name = "vertex",
           .title = "Google Vertex AI",
           .authentication = Authentication::GoogleAccount,
           .paths = Paths::Vertex,
           .chat = Format::GeminiGenerate,
           .embed = {},
           .countTokens = Format::GeminiCountTokens,
           .hasPublishers = true,
           .modelsPath = {}},
    Quirks{.name = "bedrock",
           .title = "Amazon Bedrock",
           .authentication = Authentication::Aws,
           .paths = Paths::Bedrock,
           .chat = Format::BedrockConverse,
           .embed = {},
           .modelsPath = "/foundation-models"}, // of the control plane's host
    Quirks{.name = "bedrock-openai",
           .title = "Amazon Bedrock",
           .authentication = Authentication::Aws,
           .paths = Paths::Bedrock,
           .embed = {},
           .modelsPath = "/foundation-models",
           .maxTokens = "max_completion_tokens",
           .takesRemoteImages = false,
           .store = Unwanted::Drop,
           .filePart = {},
           .touchy = Touchy::MaxTokens | Touchy::Store | Touchy::PromptCacheKey
               | Touchy::RemoteImages | Touchy::DeveloperRole},
    Quirks{.name = "mistral",
           .title = "Mistral",
           .hasAudio = true,
           .hasModerations = true,
           .seed = "random_seed",
           .requiredToolChoice = "any",
           .takesStreamOptions = false,
           .needsNineCharacterToolIds = true,
           .user = Unwanted::Drop,
           .store = Unwanted::Drop,
           .logprobs = Unwanted::Refuse,
           .logitBias = Unwanted::Refuse,
           .messageName = Unwanted::Drop,
           .unknown = Unwanted::Refuse,
           .ownMembers = mistralMembers,
           .prefillMark = "prefix",
           .filePart = "document_url",
           .dimensions = "output_dimension",
           .touchy = Touchy::MaxCompletionTokens | Touchy::Seed | Touchy::User | Touchy::Logprobs
               | Touchy::LogitBias | Touchy::Store | Touchy::StreamOptions | Touchy::Tools
               | Touchy::DeveloperRole | Touchy::MessageName | Touchy::PromptCacheKey},
    Quirks{.name = "cohere",
           .title = "Cohere",
           .chat = Format::CohereChat,
           .embed = Format::CohereEmbed,
           .rerank = Format::Rerank,
           .modelsPath = "/v1/models?page_size=1000",
           .rerankPath = "/v2/rerank",
           .takesReturnDocuments = false,
           .takesDocumentObjects = false},
    Quirks{.name = "groq",
           .title = "Groq",
           .hasResponses = true,
           .embed = {},
           .hasAudio = true,
           .maxTokens = "max_completion_tokens",
           .takesDeveloperRole = true,
           .logprobs = Unwanted::Refuse,
           .logitBias = Unwanted::Refuse,
           .n = Unwanted::Refuse,
           .messageName = Unwanted::Drop,
           .filePart = {},
           .maxStop = 4,
           .touchy = Touchy::Logprobs | Touchy::LogitBias | Touchy::N | Touchy::MessageName},
    Quirks{.name = "together",
           .title = "Together AI",
           .hasCompletions = true,
           .rerank = Format::Rerank,
           .hasImages = true,
           .hasAudio = true,
           .topK = Unwanted::Pass,
           .filePart = {},
           .touchy = Touchy::MaxCompletionTokens | Touchy::DeveloperRole},
    Quirks{.name = "fireworks",
           .title = "Fireworks AI",
           .hasResponses = true,
           .hasMessages = true,
           .hasCompletions = true,
           .rerank = Format::Rerank,
           .topK = Unwanted::Pass,
           .filePart = {},
           .touchy = Touchy::DeveloperRole},
    Quirks{.name = "deepseek",
           .title = "DeepSeek",
           .embed = {},
           .reasoning = "thinking",
           .takesJsonSchema = false,
           .takesAllEfforts = true,
           .reasoningHistory = "reasoning_content",
           .filePart = {},
           .maxStop = 16,
           .touchy = Touchy::MaxCompletionTokens | Touchy::DeveloperRole | Touchy::ReasoningEffort
               | Touchy::ResponseFormat},
    Quirks{.name = "xai",
           .title = "xAI",
           .hasResponses = true,
           .embed = {},
           .hasImages = true,
           .maxTokens = "max_completion_tokens",
           .takesDeveloperRole = true,
           .logitBias = Unwanted::Refuse,
           .filePart = {},
           .touchy = Touchy::LogitBias | Touchy::Sampling | Touchy::ReasoningEffort},
    Quirks{.name = "openrouter",
           .title = "OpenRouter",
           .hasResponses = true,
           .hasMessages = true,
           .hasCompletions = true,
           .checkPath = "/key",
           .reasoning = "reasoning",
           .takesDeveloperRole = true,
           .topK = Unwanted::Pass,
           .takesCacheControl = true,
           .takesAllEfforts = true},
    Quirks{.name = "perplexity",
           .title = "Perplexity",
           .embed = {},
           .modelsPath = {},
           .takesStreamOptions = false,
           .user = Unwanted::Drop,
           .store = Unwanted::Drop,
           .logprobs = Unwanted::Refuse,
           .logitBias = Unwanted::Refuse,
           .n = Unwanted::Refuse,
           .messageName = Unwanted::Drop,
           .serviceTier = Unwanted::Drop,
           .tools = Unwanted::Refuse,
           .unknown = Unwanted::Refuse,
           .ownMembers = perplexityMembers,
           .takesJsonObject = false,
           .filePart = {},
           .touchy = Touchy::MaxCompletionTokens | Touchy::User | Touchy::Logprobs
               | Touchy::LogitBias | Touchy::N | Touchy::Store | Touchy::StreamOptions
               | Touchy::Tools | Touchy::ToolChoice | Touchy::ParallelToolCalls
               | Touchy::ResponseFormat | Touchy::DeveloperRole | Touchy::MessageName
               | Touchy::ServiceTier | Touchy::PromptCacheKey},
    Quirks{.name = "cerebras",
           .title = "Cerebras",
           .hasCompletions = true,
           .embed = {},
           .maxTokens = "max_completion_tokens",
           .takesRemoteImages = false,
           .takesParallelToolCalls = false,
           .store = Unwanted::Drop,
           .logitBias = Unwanted::Refuse,
           .serviceTier = Unwanted::Drop,
           .penalties = Unwanted::Refuse,
           .filePart = {},
           .touchy = Touchy::LogitBias | Touchy::Sampling | Touchy::ParallelToolCalls
               | Touchy::ServiceTier | Touchy::DeveloperRole | Touchy::Store
               | Touchy::PromptCacheKey | Touchy::RemoteImages},
    Quirks{.name = "nvidia",
           .title = "NVIDIA NIM",
           .hasCompletions = true,
           .store = Unwanted::Drop,
           .topK = Unwanted::Pass,
           .filePart = {},
           .inputType = "input_type",
           .touchy = Touchy::MaxCompletionTokens | Touchy::DeveloperRole | Touchy::Store
               | Touchy::PromptCacheKey},
    Quirks{.name = "sambanova",
           .title = "SambaNova",
           .hasCompletions = true,
           .hasAudio = true,
           .takesRemoteImages = false,
           .logprobs = Unwanted::Refuse,
           .logitBias = Unwanted::Refuse,
           .n = Unwanted::Refuse,
           .topK = Unwanted::Pass,
           .penalties = Unwanted::Refuse,
           .filePart = {},
           .touchy = Touchy::MaxCompletionTokens | Touchy::Logprobs | Touchy::LogitBias | Touchy::N
               | Touchy::Sampling | Touchy::DeveloperRole | Touchy::RemoteImages},
    Quirks{.name = "voyage",
           .title = "Voyage AI",
           .chat = {},
           .rerank = Format::Rerank,
           .modelsPath = {},
           .dimensions = "output_dimension",
           .inputType = "input_type",
           .takesEncodingFormat = false,
           .rerankTopN = "top_k",
           .takesDocumentObjects = false},
    Quirks{.name = "jina",
           .title = "Jina AI",
           .chat = {},
           .rerank = Format::Rerank,
           .modelsPath = {},
           .inputType = "task",
           .takesEncodingFormat = false},
    Quirks{.name = "deepinfra",
           .title = "DeepInfra",
           .hasCompletions = true,
           .hasImages = true,
           .hasAudio = true,
           .topK = Unwanted::Pass,
           .filePart = {},
           .touchy = Touchy::MaxCompletionTokens | Touchy::DeveloperRole},
    Quirks{.name = "ollama",
           .title = "Ollama",
           .chat = Format::OllamaChat,
           .embed = Format::OllamaEmbed,
           .modelsPath = "/api/tags",
           .needsKey = false,
           .toolChoice = Unwanted::Refuse},
    Quirks{.name = "vllm",
           .title = "vLLM",
           .hasResponses = true,
           .hasMessages = true,
           .hasCompletions = true,
           .rerank = Format::Rerank,
           .hasAudio = true,
           .needsKey = false,
           .topK = Unwanted::Pass,
           .reasoningHistory = "reasoning",
           .filePart = {},
           .takesTokenInputs = true,
           .touchy = Touchy::DeveloperRole},
    Quirks{.name = "sglang",
           .title = "SGLang",
           .hasResponses = true,
           .hasCompletions = true,
           .rerank = Format::Rerank,
           .needsKey = false,
           .topK = Unwanted::Pass,
           .reasoningHistory = "reasoning_content",
           .filePart = {},
           .takesTokenInputs = true,
           .touchy = Touchy::DeveloperRole},
    Quirks{.name = "llama.cpp",
           .title = "llama.cpp",
           .hasResponses = true,
           .hasMessages = true,
           .hasCompletions = true,
           .rerank = Format::Rerank,
           .needsKey = false,
           .topK = Unwanted::Pass,
           .reasoningHistory = "reasoning_content",
           .filePart = {},
           .takesTokenInputs = true,
           .touchy = Touchy::DeveloperRole},
    Quirks{.name = "lmstudio",
           .title = "LM Studio",
           .hasResponses = true,
           .hasMessages = true,
           .hasCompletions = true,
           .needsKey = false,
           .takesRemoteImages = false,
           .topK = Unwanted::Pass,
           .takesJsonObject = false,
           .filePart = {},
           .touchy = Touchy::MaxCompletionTokens | Touchy::DeveloperRole | Touchy::ResponseFormat
               | Touchy::RemoteImages},
    Quirks{.name = "tgi",
           .title = "Text Generation Inference",
           .hasCompletions = true,
           .embed = {},
           .needsKey = false,
           .reasoning = {},
           .takesParallelToolCalls = false,
           .n = Unwanted::Refuse,
           .filePart = {},
           .touchy = Touchy::MaxCompletionTokens | Touchy::DeveloperRole | Touchy::N
               | Touchy::ParallelToolCalls | Touchy::ReasoningEffort},
    Quirks{.name = "openai-compatible",
           .title = "OpenAI-compatible server",
           .hasResponses = true,
           .hasCompletions = true,
           .rerank = Format::Rerank,
           .hasImages = true,
           .hasAudio = true,
           .hasModerations = true,
           .needsKey = false,
           .topK = Unwanted::Pass,
           .takesAllEfforts = true,
           .takesTokenInputs = true,
           .touchy = Touchy::DeveloperRole},
};

//! Hosts that tell which row a provider configured as "openai" is; a leading dot stands for any
//! name in front.
struct KnownHost {
    QByteArrayView host;
    QByteArrayView name;
};
constexpr std::array knownHosts{
    KnownHost{"api.openai.com", "openai"},
    KnownHost{".api.openai.com", "openai"}, // eu.api.openai.com
    KnownHost{".openai.azure.com", "azure-openai"},
    KnownHost{".services.ai.azure.com", "azure-openai"},
    KnownHost{".cognitiveservices.azure.com", "azure-openai"},
    KnownHost{"api.mistral.ai", "mistral"},
    KnownHost{"codestral.mistral.ai", "mistral"},
    KnownHost{"api.groq.com", "groq"},
    KnownHost{"api.together.ai", "together"},
    KnownHost{"api.together.xyz", "together"},
    KnownHost{"api.fireworks.ai", "fireworks"},
    KnownHost{"api.deepseek.com", "deepseek"},
    KnownHost{"api.x.ai", "xai"},
    KnownHost{".api.x.ai", "xai"},
    KnownHost{"openrouter.ai", "openrouter"},
    KnownHost{"api.perplexity.ai", "perplexity"},
    KnownHost{"api.cerebras.ai", "cerebras"},
    KnownHost{"integrate.api.nvidia.com", "nvidia"},
    KnownHost{"api.sambanova.ai", "sambanova"},
    KnownHost{"api.voyageai.com", "voyage"},
    KnownHost{"api.jina.ai", "jina"},
    KnownHost{"api.deepinfra.com", "deepinfra"},
};

//! Rows that the configuration's word for an API of the kind chooses.
struct OwnApi {
    QByteArrayView dialect;
    QByteArrayView api;
    QByteArrayView name;
};
constexpr std::array ownApis{
    OwnApi{"azure-openai", "deployments", "azure-openai-deployments"},
    OwnApi{"bedrock", "openai", "bedrock-openai"},
};

bool matches(QByteArrayView host, QByteArrayView known)
{
    const bool anyBefore = known.startsWith('.');
    if (anyBefore ? host.size() <= known.size() : host.size() != known.size())
        return false;
    return host.last(known.size()).compare(known, Qt::CaseInsensitive) == 0;
}

} // namespace

std::span<const Quirks> allQuirks()
{
    return rows;
}

const Quirks *quirksOf(QByteArrayView dialect)
{
    const auto row = std::ranges::find(rows, dialect, &Quirks::name);
    return row == rows.end() ? nullptr : &*row;
}

const Quirks *quirksFor(QByteArrayView dialect, QByteArrayView host)
{
    if (dialect != "openai")
        return quirksOf(dialect);
    const auto known = std::ranges::find_if(
        knownHosts, [host](const KnownHost &row) { return matches(host, row.host); });
    return quirksOf(known == knownHosts.end() ? "openai-compatible" : known->name);
}

const Quirks *quirksFor(QByteArrayView dialect, QByteArrayView host, QByteArrayView api)
{
    const auto own = std::ranges::find_if(ownApis, [dialect, api](const OwnApi &row) {
        return row.dialect == dialect && row.api == api;
    });
    return own == ownApis.end() ? quirksFor(dialect, host) : quirksOf(own->name);
}

} // namespace Gatehouse::Dialects
