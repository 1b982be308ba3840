// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/requestwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::OpenAi {

namespace {

//! Members that only keep books at their provider.
constexpr std::array<QByteArrayView, 4> bookkeeping{
    "store", "safety_identifier", "prompt_cache_retention", "prompt_cache_options"};

bool isNumber(const RawJson &text, double value)
{
    return JsonView::trusted(text).real() == value;
}

} // namespace

RequestWriter::RequestWriter(const Request &request, const WriteOptions &options)
    : m_request(request)
    , m_options(options)
    , m_quirks(options.quirks)
    , m_policy(modelPolicy(options.model))
    , m_json(m_written.body)
{
}

void RequestWriter::refuse(Field field, QByteArrayView why)
{
    refuse(cannotSay(m_request.source, field, m_quirks.title, why));
}

void RequestWriter::refuse(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void RequestWriter::drop(QByteArrayView name)
{
    if (std::ranges::find(m_written.dropped, name) == m_written.dropped.end())
        m_written.dropped.push_back(name.toByteArray());
}

bool RequestWriter::takes(Unwanted wish, Field field)
{
    switch (wish) {
    case Unwanted::Pass:
        return true;
    case Unwanted::Drop:
        drop(field);
        return false;
    case Unwanted::Refuse:
        refuse(field);
        return false;
    }
    return true;
}

Result<WrittenRequest> RequestWriter::chat()
{
    m_json.beginObject().member("model", m_options.model);
    writeMessages();
    writeTools();
    writeOutput();
    writeReasoning();
    writeModalities();
    writeLogprobs();
    writeCommon();
    m_json.endObject();
    if (m_error)
        return *m_error;
    return std::move(m_written);
}

void RequestWriter::writeCommon()
{
    writeLimits();
    writeSampling();
    writePenalties();
    writeForeignSampling();
    writeStop();
    writeBookkeeping();
    writeStreaming();
    writeExtras();
}

void RequestWriter::writeLimits()
{
    QByteArrayView name = "max_tokens";
    if (m_format == Format::OpenAiChat)
        name = m_policy.wantsMaxCompletionTokens ? "max_completion_tokens" : m_quirks.maxTokens;
    m_json.ifGiven(name, m_request.maxTokens);
    if (!m_request.n)
        return;
    if (m_quirks.n == Unwanted::Pass)
        m_json.member("n", *m_request.n);
    else if (*m_request.n != 1)
        refuse(Field::N, "it answers one choice only. Leave it out, or send several requests.");
}

void RequestWriter::writeSampling()
{
    const bool thinks = !(m_policy.samplesWithoutThinking && m_request.reasoning.enabled == false);
    const auto write = [&](QByteArrayView name, const RawJson &value, Field field) {
        if (value.isEmpty())
            return;
        if (!m_policy.refusesSampling || !thinks)
            m_json.rawMember(name, value);
        else if (!isNumber(value, 1))
            refuse(field, "the model takes the default only. Leave it out.");
    };
    write("temperature", m_request.temperature, Field::Temperature);
    write("top_p", m_request.topP, Field::TopP);
}

void RequestWriter::writePenalties()
{
    const bool refused = m_policy.refusesPenalties || m_quirks.penalties == Unwanted::Refuse;
    const auto write = [&](QByteArrayView name, const RawJson &value, Field field) {
        if (value.isEmpty() || (refused && isNumber(value, 0)))
            return;
        if (refused)
            refuse(field, "the model takes the default only. Leave it out.");
        else if (takes(m_quirks.penalties, field))
            m_json.rawMember(name, value);
    };
    write("presence_penalty", m_request.presencePenalty, Field::PresencePenalty);
    write("frequency_penalty", m_request.frequencyPenalty, Field::FrequencyPenalty);
}

void RequestWriter::writeForeignSampling()
{
    const auto write = [&](QByteArrayView name, const RawJson &value, Field field) {
        if (!value.isEmpty() && takes(m_quirks.topK, field))
            m_json.rawMember(name, value);
    };
    write("top_k", m_request.topK, Field::TopK);
    write("min_p", m_request.minP, Field::MinP);
    write("repetition_penalty", m_request.repetitionPenalty, Field::RepetitionPenalty);
    if (m_request.seed.isEmpty())
        return;
    if (m_quirks.seed.isEmpty())
        refuse(Field::Seed);
    else
        m_json.rawMember(m_quirks.seed, m_request.seed);
}

void RequestWriter::writeStop()
{
    if (m_request.stop.empty())
        return;
    if (m_policy.refusesStop)
        refuse(Field::Stop, "the model takes no stop sequences. Leave it out.");
    else if (m_quirks.maxStop > 0 && m_request.stop.size() > std::size_t(m_quirks.maxStop))
        refuse(
            Field::Stop,
            QByteArray("it takes at most " + QByteArray::number(m_quirks.maxStop) + " sequences."));
    m_json.key("stop").beginList();
    for (const QByteArray &text : m_request.stop)
        m_json.string(text);
    m_json.endList();
}

void RequestWriter::writeLogprobs()
{
    const bool asked = m_request.logprobs.value_or(false) || m_request.topLogprobs.value_or(0) > 0;
    if (asked && takes(m_quirks.logprobs, Field::Logprobs)) {
        m_json.member("logprobs", true);
        m_json.ifGiven("top_logprobs", m_request.topLogprobs);
    }
}

void RequestWriter::writeBookkeeping()
{
    if (!m_request.logitBias.isEmpty() && takes(m_quirks.logitBias, Field::LogitBias))
        m_json.rawMember("logit_bias", m_request.logitBias);
    if (!m_request.user.isEmpty() && takes(m_quirks.user, Field::User))
        m_json.member("user", m_request.user);
    if (!m_request.metadata.isEmpty()) {
        if (!isOwnSource())
            drop(Field::Metadata);
        else if (takes(m_quirks.store, Field::Metadata))
            m_json.rawMember("metadata", m_request.metadata);
    }
    if (!m_request.serviceTier.isEmpty()) { // other vendors mean other things by their words
        if (!isOwnSource())
            drop(Field::ServiceTier);
        else if (takes(m_quirks.serviceTier, Field::ServiceTier))
            m_json.member("service_tier", m_request.serviceTier);
    }
    if (!m_request.verbosity.isEmpty() && takes(m_quirks.store, Field::Verbosity))
        m_json.member("verbosity", m_request.verbosity);
    if (!m_request.promptCacheKey.isEmpty() && takes(m_quirks.store, Field::PromptCacheKey))
        m_json.member("prompt_cache_key", m_request.promptCacheKey);
}

//! Usage is always asked for: the gateway's books need it.
void RequestWriter::writeStreaming()
{
    if (!m_request.stream)
        return;
    m_json.member("stream", true);
    if (m_quirks.takesStreamOptions)
        m_json.key("stream_options").beginObject().member("include_usage", true).endObject();
}

bool RequestWriter::passesAnyExtra() const
{
    return isSameFormat() && m_quirks.unknown == Unwanted::Pass;
}

//! Extras of the same format are the provider's to judge, unless its row is strict.
bool RequestWriter::passes(const RawMember &extra)
{
    if (!isSameFormat())
        return false;
    if (std::ranges::find(bookkeeping, extra.name) != bookkeeping.end())
        return m_quirks.store == Unwanted::Pass;
    return m_quirks.unknown == Unwanted::Pass
        || std::ranges::find(m_quirks.ownMembers, extra.name) != m_quirks.ownMembers.end();
}

void RequestWriter::writeExtras()
{
    std::vector<RawMember> foreign;
    for (const RawMember &extra : m_request.extras) {
        if (passes(extra))
            m_json.rawMember(extra.name, extra.value);
        else if (m_quirks.unknown == Unwanted::Drop && isSameFormat())
            drop(extra.name);
        else
            foreign.push_back(extra);
    }
    const auto settled = settleExtras(foreign, m_request.source, m_quirks.title, m_written);
    if (!settled)
        refuse(settled.error());
}

} // namespace Gatehouse::Dialects::OpenAi
