// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/knownproviders.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

constexpr std::array providers{
    KnownProvider{"openai"_L1,
                  "OpenAI"_L1,
                  "openai"_L1,
                  "https://api.openai.com/v1"_L1,
                  "sk-"_L1,
                  "OPENAI_API_KEY"_L1,
                  "us"_L1,
                  "https://platform.openai.com/api-keys"_L1,
                  false,
                  {},
                  0,
                  "gpt-4o-mini"_L1},
    KnownProvider{"anthropic"_L1,
                  "Anthropic"_L1,
                  "anthropic"_L1,
                  "https://api.anthropic.com"_L1,
                  "sk-ant-"_L1,
                  "ANTHROPIC_API_KEY"_L1,
                  "us"_L1,
                  "https://console.anthropic.com/settings/keys"_L1,
                  false,
                  {},
                  0,
                  "claude-haiku-4-5"_L1},
    KnownProvider{"gemini"_L1, "Google Gemini"_L1, "openai"_L1,
                  "https://generativelanguage.googleapis.com/v1beta/openai"_L1, "AIza"_L1,
                  "GEMINI_API_KEY"_L1, "us"_L1, "https://aistudio.google.com/apikey"_L1},
    KnownProvider{"mistral"_L1,
                  "Mistral"_L1,
                  "openai"_L1,
                  "https://api.mistral.ai/v1"_L1,
                  {},
                  "MISTRAL_API_KEY"_L1,
                  "eu"_L1,
                  "https://console.mistral.ai/api-keys"_L1,
                  false,
                  {},
                  0,
                  "mistral-small-latest"_L1},
    KnownProvider{"groq"_L1, "Groq"_L1, "openai"_L1, "https://api.groq.com/openai/v1"_L1, "gsk_"_L1,
                  "GROQ_API_KEY"_L1, "us"_L1, "https://console.groq.com/keys"_L1},
    KnownProvider{"deepseek"_L1,
                  "DeepSeek"_L1,
                  "openai"_L1,
                  "https://api.deepseek.com/v1"_L1,
                  {},
                  "DEEPSEEK_API_KEY"_L1,
                  "cn"_L1,
                  "https://platform.deepseek.com/api_keys"_L1,
                  false,
                  {},
                  0,
                  "deepseek-chat"_L1},
    KnownProvider{"xai"_L1, "xAI"_L1, "openai"_L1, "https://api.x.ai/v1"_L1, "xai-"_L1,
                  "XAI_API_KEY"_L1, "us"_L1, "https://console.x.ai"_L1},
    KnownProvider{"openrouter"_L1, "OpenRouter"_L1, "openai"_L1, "https://openrouter.ai/api/v1"_L1,
                  "sk-or-"_L1, "OPENROUTER_API_KEY"_L1, "us"_L1, "https://openrouter.ai/keys"_L1},
    KnownProvider{"together"_L1,
                  "Together"_L1,
                  "openai"_L1,
                  "https://api.together.xyz/v1"_L1,
                  {},
                  "TOGETHER_API_KEY"_L1,
                  "us"_L1,
                  "https://api.together.ai/settings/api-keys"_L1},
    KnownProvider{"fireworks"_L1, "Fireworks"_L1, "openai"_L1,
                  "https://api.fireworks.ai/inference/v1"_L1, "fw_"_L1, "FIREWORKS_API_KEY"_L1,
                  "us"_L1, "https://app.fireworks.ai/settings/users/api-keys"_L1},
    KnownProvider{"cerebras"_L1, "Cerebras"_L1, "openai"_L1, "https://api.cerebras.ai/v1"_L1,
                  "csk-"_L1, "CEREBRAS_API_KEY"_L1, "us"_L1, "https://cloud.cerebras.ai"_L1},
    KnownProvider{"ollama"_L1,
                  "Ollama"_L1,
                  "openai"_L1,
                  "http://127.0.0.1:11434/v1"_L1,
                  {},
                  {},
                  "on-prem"_L1,
                  {},
                  true,
                  "ollama"_L1,
                  11434},
    KnownProvider{"lmstudio"_L1,
                  "LM Studio"_L1,
                  "openai"_L1,
                  "http://127.0.0.1:1234/v1"_L1,
                  {},
                  {},
                  "on-prem"_L1,
                  {},
                  true,
                  {},
                  1234},
    KnownProvider{"vllm"_L1,
                  "vLLM"_L1,
                  "openai"_L1,
                  "http://127.0.0.1:8000/v1"_L1,
                  {},
                  {},
                  "on-prem"_L1,
                  {},
                  true,
                  "vllm"_L1,
                  8000},
    KnownProvider{"llamacpp"_L1,
                  "llama.cpp"_L1,
                  "openai"_L1,
                  "http://127.0.0.1:8080/v1"_L1,
                  {},
                  {},
                  "on-prem"_L1,
                  {},
                  true,
                  "llama.cpp"_L1,
                  8080},
    KnownProvider{"jan"_L1,
                  "Jan"_L1,
                  "openai"_L1,
                  "http://127.0.0.1:1337/v1"_L1,
                  {},
                  {},
                  "on-prem"_L1,
                  {},
                  true,
                  {},
                  1337},
    KnownProvider{"sglang"_L1,
                  "SGLang"_L1,
                  "openai"_L1,
                  "http://127.0.0.1:30000/v1"_L1,
                  {},
                  {},
                  "on-prem"_L1,
                  {},
                  true,
                  "sglang"_L1,
                  30000},
};

} // namespace

std::span<const KnownProvider> knownProviders()
{
    return providers;
}

const KnownProvider *recogniseKey(QStringView key)
{
    const KnownProvider *best = nullptr;
    for (const KnownProvider &provider : providers) {
        const bool fits = !provider.keyPrefix.isEmpty() && key.startsWith(provider.keyPrefix);
        if (fits && (!best || provider.keyPrefix.size() > best->keyPrefix.size()))
            best = &provider;
    }
    return best;
}

} // namespace Gatehouse::Providers
