// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/fields.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

//! A field's name in each family of callers; empty: the caller's format has no such member, so it
//! cannot have asked for it.
struct FieldRow {
    Field field;
    QByteArrayView openAi;
    QByteArrayView responses;
    QByteArrayView anthropic;
    QByteArrayView gemini;
    QByteArrayView ollama;
};

constexpr std::array fieldRows{
    FieldRow{Field::Images, "messages", "input", "messages", "contents", "messages"},
    FieldRow{Field::Audio, "messages", "input", "messages", "contents", "messages"},
    FieldRow{Field::Files, "messages", "input", "messages", "contents", "messages"},
    FieldRow{Field::Tools, "tools", "tools", "tools", "tools", "tools"},
    FieldRow{Field::BuiltInTools, "tools", "tools", "tools", "tools", "tools"},
    FieldRow{Field::ToolChoice, "tool_choice", "tool_choice", "tool_choice", "toolConfig",
             "tool_choice"},
    FieldRow{Field::ParallelToolCalls, "parallel_tool_calls", "parallel_tool_calls",
             "tool_choice.disable_parallel_tool_use", "toolConfig", "tools"},
    FieldRow{Field::Output, "response_format", "text.format", "output_config.format",
             "generationConfig.responseJsonSchema", "format"},
    FieldRow{Field::Reasoning, "reasoning_effort", "reasoning", "thinking",
             "generationConfig.thinkingConfig", "think"},
    FieldRow{Field::MaxTokens, "max_completion_tokens", "max_output_tokens", "max_tokens",
             "generationConfig.maxOutputTokens", "options.num_predict"},
    FieldRow{Field::Temperature, "temperature", "temperature", "temperature",
             "generationConfig.temperature", "options.temperature"},
    FieldRow{Field::TopP, "top_p", "top_p", "top_p", "generationConfig.topP", "options.top_p"},
    FieldRow{Field::TopK, "top_k", "top_k", "top_k", "generationConfig.topK", "options.top_k"},
    FieldRow{Field::MinP, "min_p", "min_p", "min_p", "min_p", "options.min_p"},
    FieldRow{Field::PresencePenalty, "presence_penalty", "presence_penalty", "presence_penalty",
             "generationConfig.presencePenalty", "options.presence_penalty"},
    FieldRow{Field::FrequencyPenalty, "frequency_penalty", "frequency_penalty", "frequency_penalty",
             "generationConfig.frequencyPenalty", "options.frequency_penalty"},
    FieldRow{Field::RepetitionPenalty, "repetition_penalty", "repetition_penalty",
             "repetition_penalty", "repetition_penalty", "options.repeat_penalty"},
    FieldRow{Field::Seed, "seed", "seed", "seed", "generationConfig.seed", "options.seed"},
    FieldRow{Field::Stop, "stop", "stop", "stop_sequences", "generationConfig.stopSequences",
             "options.stop"},
    FieldRow{Field::N, "n", "n", "n", "generationConfig.candidateCount", "n"},
    FieldRow{Field::Logprobs, "logprobs", "top_logprobs", "logprobs",
             "generationConfig.responseLogprobs", "logprobs"},
    FieldRow{Field::TopLogprobs, "top_logprobs", "top_logprobs", "top_logprobs",
             "generationConfig.logprobs", "top_logprobs"},
    FieldRow{Field::LogitBias, "logit_bias", "logit_bias", "logit_bias", "logit_bias",
             "logit_bias"},
    FieldRow{Field::User, "user", "user", "metadata.user_id", "labels", "user"},
    FieldRow{Field::Metadata, "metadata", "metadata", "metadata", "labels", "metadata"},
    FieldRow{Field::ServiceTier, "service_tier", "service_tier", "service_tier", "serviceTier",
             "service_tier"},
    FieldRow{Field::Verbosity, "verbosity", "text.verbosity", "verbosity", "verbosity",
             "verbosity"},
    FieldRow{Field::PromptCacheKey, "prompt_cache_key", "prompt_cache_key", "prompt_cache_key",
             "cachedContent", "prompt_cache_key"},
    FieldRow{Field::Modalities, "modalities", "modalities", "modalities",
             "generationConfig.responseModalities", "modalities"},
};

//! Members that steer bookkeeping, caching or billing of their own vendor only.
constexpr std::array<QByteArrayView, 4> openAiHarmless{
    "store", "stream_options", "safety_identifier", "prompt_cache_retention"};
constexpr std::array<QByteArrayView, 9> responsesHarmless{
    "store",           "stream_options",       "safety_identifier", "prompt_cache_retention",
    "client_metadata", "prompt_cache_options", "include",           "truncation",
    "max_tool_calls"};
constexpr std::array<QByteArrayView, 10> anthropicHarmless{
    "cache_control", "context_management", "betas",     "container", "inference_geo", "diagnostics",
    "speed",         "mcp_servers",        "citations", "caller"};
//! Code that was run and what came out stand in a text as well.
constexpr std::array<QByteArrayView, 6> geminiHarmless{
    "safetySettings", "labels", "store", "executableCode", "codeExecutionResult", "partMetadata"};
//! Ollama's options below say how its server holds a model, not what the model answers.
constexpr std::array<QByteArrayView, 13> ollamaHarmless{
    "keep_alive",       "truncate",         "shift",
    "context",          "options.num_ctx",  "options.num_batch",
    "options.num_gpu",  "options.main_gpu", "options.num_thread",
    "options.num_keep", "options.use_mmap", "options.use_mlock",
    "options.numa",
};

//! Members of answers that OpenAI's clients send back as they came: "messages[3].annotations".
constexpr std::array<QByteArrayView, 4> answerOnly{"annotations", "reasoning_details",
                                                   "provider_specific_fields", "extra_content"};

std::span<const QByteArrayView> harmlessOf(Format source)
{
    switch (familyOf(source)) {
    case Family::OpenAi:
        if (source == Format::OpenAiResponses)
            return responsesHarmless;
        return openAiHarmless;
    case Family::Anthropic:
        return anthropicHarmless;
    case Family::Gemini:
        return geminiHarmless;
    case Family::Ollama:
        return ollamaHarmless;
    case Family::Bedrock:
    case Family::Cohere:
        return {};
    }
    return {};
}

} // namespace

QByteArrayView fieldName(Format format, Field field)
{
    const auto row = std::ranges::find(fieldRows, field, &FieldRow::field);
    if (format == Format::OpenAiResponses)
        return row->responses;
    switch (familyOf(format)) {
    case Family::Anthropic:
        return row->anthropic;
    case Family::Gemini:
        return row->gemini;
    case Family::Ollama:
        return row->ollama;
    case Family::OpenAi:
    case Family::Bedrock:
    case Family::Cohere:
        return row->openAi;
    }
    return row->openAi;
}

Error cannotSay(Format source, Field field, QByteArrayView upstream, QByteArrayView why)
{
    const QString name = QString::fromLatin1(fieldName(source, field));
    QString detail = u"'%1' cannot be used with %2"_s.arg(name, QString::fromUtf8(upstream));
    detail += why.isEmpty() ? u". Leave it out, or use another model."_s
                            : QString(u": "_s + QString::fromUtf8(why));
    return {ErrorCode::InvalidArgument, detail, name};
}

bool isHarmless(Format source, QByteArrayView name)
{
    if (const qsizetype at = name.lastIndexOf("]."); at > 0 && familyOf(source) == Family::OpenAi)
        return std::ranges::find(answerOnly, name.sliced(at + 2)) != answerOnly.end();
    // Of a member inside a content block ("messages[2].content[0].cache_control") its own name.
    if (name.contains(']') && familyOf(source) == Family::Anthropic)
        name = name.sliced(name.lastIndexOf('.') + 1);
    return std::ranges::find(harmlessOf(source), name) != harmlessOf(source).end();
}

Result<void> settleExtras(const std::vector<RawMember> &extras, Format source,
                          QByteArrayView upstream, WrittenRequest &written)
{
    for (const RawMember &extra : extras) {
        if (isHarmless(source, extra.name)) {
            written.dropped.push_back(extra.name);
            continue;
        }
        const QString name = QString::fromUtf8(extra.name);
        return Error{ErrorCode::InvalidArgument,
                     u"'%1' cannot be used with %2. Leave it out, or use another model."_s.arg(
                         name, QString::fromUtf8(upstream)),
                     name};
    }
    return {};
}

} // namespace Gatehouse::Dialects
