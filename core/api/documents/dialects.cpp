// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/dialects.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

QStringList vertexMembers()
{
    return {u"project"_s, u"location"_s};
}

QStringList bedrockMembers()
{
    return {u"aws_region"_s};
}

constexpr std::array kinds{
    DialectInfo{"openai"_L1, "OpenAI"_L1, {}},
    DialectInfo{"anthropic"_L1, "Anthropic"_L1, "https://api.anthropic.com"_L1},
    DialectInfo{"gemini"_L1, "Google Gemini"_L1, "https://generativelanguage.googleapis.com"_L1},
    DialectInfo{"azure-openai"_L1, "Azure OpenAI"_L1, {}},
    DialectInfo{"vertex"_L1, "Google Vertex AI"_L1, {}, vertexMembers},
    DialectInfo{"bedrock"_L1, "Amazon Bedrock"_L1, {}, bedrockMembers},
    DialectInfo{"mistral"_L1, "Mistral"_L1, "https://api.mistral.ai/v1"_L1},
    DialectInfo{"cohere"_L1, "Cohere"_L1, "https://api.cohere.com"_L1},
    DialectInfo{"groq"_L1, "Groq"_L1, "https://api.groq.com/openai/v1"_L1},
    DialectInfo{"together"_L1, "Together"_L1, "https://api.together.ai/v1"_L1},
    DialectInfo{"fireworks"_L1, "Fireworks"_L1, "https://api.fireworks.ai/inference/v1"_L1},
    DialectInfo{"deepseek"_L1, "DeepSeek"_L1, "https://api.deepseek.com/v1"_L1},
    DialectInfo{"xai"_L1, "xAI"_L1, "https://api.x.ai/v1"_L1},
    DialectInfo{"openrouter"_L1, "OpenRouter"_L1, "https://openrouter.ai/api/v1"_L1},
    DialectInfo{"perplexity"_L1, "Perplexity"_L1, "https://api.perplexity.ai"_L1},
    DialectInfo{"cerebras"_L1, "Cerebras"_L1, "https://api.cerebras.ai/v1"_L1},
    DialectInfo{"nvidia"_L1, "NVIDIA NIM"_L1, "https://integrate.api.nvidia.com/v1"_L1},
    DialectInfo{"sambanova"_L1, "SambaNova"_L1, "https://api.sambanova.ai/v1"_L1},
    DialectInfo{"voyage"_L1, "Voyage AI"_L1, "https://api.voyageai.com/v1"_L1},
    DialectInfo{"jina"_L1, "Jina AI"_L1, "https://api.jina.ai/v1"_L1},
    DialectInfo{"deepinfra"_L1, "DeepInfra"_L1, "https://api.deepinfra.com/v1/openai"_L1},
    DialectInfo{"ollama"_L1, "Ollama"_L1, "http://127.0.0.1:11434"_L1},
    DialectInfo{"vllm"_L1, "vLLM"_L1, {}},
    DialectInfo{"sglang"_L1, "SGLang"_L1, {}},
    DialectInfo{"llama.cpp"_L1, "llama.cpp"_L1, {}},
    DialectInfo{"lmstudio"_L1, "LM Studio"_L1, "http://127.0.0.1:1234/v1"_L1},
    DialectInfo{"tgi"_L1, "Text Generation Inference"_L1, {}},
};

} // namespace

std::span<const DialectInfo> dialects()
{
    return kinds;
}

const DialectInfo *dialectInfo(QStringView name)
{
    const auto found =
        std::ranges::find_if(kinds, [name](const DialectInfo &kind) { return name == kind.name; });
    return found == kinds.end() ? nullptr : &*found;
}

QStringList dialectNames()
{
    QStringList names;
    for (const DialectInfo &kind : kinds)
        names.append(kind.name);
    return names;
}

QString addressOf(const Provider &provider)
{
    if (!provider.baseUrl.isEmpty())
        return provider.baseUrl;
    if (provider.dialect == "bedrock"_L1 && !provider.awsRegion.isEmpty())
        return u"https://bedrock-runtime.%1.amazonaws.com%2"_s.arg(
            provider.awsRegion, provider.awsRegion.startsWith("cn-"_L1) ? u".cn"_s : QString());
    if (provider.dialect == "vertex"_L1 && !provider.location.isEmpty())
        return provider.location == "global"_L1
            ? u"https://aiplatform.googleapis.com"_s
            : u"https://%1-aiplatform.googleapis.com"_s.arg(provider.location);
    const DialectInfo *kind = dialectInfo(provider.dialect);
    return kind ? QString(kind->baseUrl) : QString();
}

} // namespace Gatehouse::Api
