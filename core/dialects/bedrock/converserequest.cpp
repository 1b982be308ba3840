// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/converserequest.h"

#include "core/dialects/bedrock/conversemessages.h"
#include "core/dialects/bedrock/conversethinking.h"
#include "core/dialects/bedrock/conversetools.h"
#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

constexpr QByteArrayView upstream("Amazon Bedrock");
constexpr qsizetype longestMetadata = 256;
constexpr int mostMetadata = 16;

bool isNumber(const RawJson &json, double value)
{
    return JsonView::trusted(json).real() == value;
}

//! RequestMetadata, docs.aws.amazon.com: [a-zA-Z0-9\s:_@$#=/+,-.]{0,256}.
bool isMetadataText(QByteArrayView text)
{
    return text.size() <= longestMetadata && std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                   || QByteArrayView(" :_@$#=/+,-.").contains(c);
           });
}

//! Writes one body; each step writes members or refuses a field.
class RequestWriter
{
public:
    RequestWriter(const Request &request, const WriteOptions &options)
        : m_request(request)
        , m_quirks(options.quirks)
        , m_maker(bedrockMaker(options.model))
        , m_name(bedrockModelName(options.model))
        , m_policy(modelPolicy(m_name))
        , m_json(m_written.body)
    {
    }

    Result<WrittenRequest> write();

private:
    Result<void> checkUnsayable();
    Result<void> checkSampling();
    Result<void> settleUnwanted(const RawJson &value, Field field, Unwanted unwanted);
    Result<void> takePenalty(const RawJson &value, Field field, QByteArrayView name);
    Result<void> takeTopK();
    Result<void> takeThinking();
    Result<void> takeFields();
    void writeInference();
    void writeFields();
    void writeOutput();
    void writeMetadata();
    void writeServiceTier();
    void drop(Field field)
    {
        m_written.dropped.push_back(fieldName(m_request.source, field).toByteArray());
    }
    Error refuse(Field field, QByteArrayView why = {}) const
    {
        return cannotSay(m_request.source, field, upstream, why);
    }

    const Request &m_request;
    const Quirks &m_quirks;
    const BedrockMaker m_maker;
    const QByteArrayView m_name;
    const ModelPolicy m_policy;
    WrittenRequest m_written;
    JsonWriter m_json;
    std::vector<RawMember> m_fields; //!< additionalModelRequestFields
    ConverseThinking m_thinking;
    RawJson m_temperature;
    RawJson m_topP;
    RawJson m_inferenceTopK; //!< Nova's stands in inferenceConfig of its own fields
};

Result<WrittenRequest> RequestWriter::write()
{
    for (const auto step : {&RequestWriter::checkUnsayable, &RequestWriter::takeFields,
                            &RequestWriter::checkSampling}) {
        if (Result<void> done = (this->*step)(); !done)
            return done.error();
    }
    if (auto settled = settleExtras(m_request.extras, m_request.source, upstream, m_written);
        !settled)
        return settled.error();
    m_json.beginObject();
    if (auto done = writeConverseMessages(m_request, m_maker, m_json, m_written); !done)
        return done.error();
    writeInference();
    if (auto done = writeConverseTools(m_request, m_maker, m_json, m_written); !done)
        return done.error();
    writeFields();
    writeOutput();
    writeMetadata();
    writeServiceTier();
    m_json.endObject();
    return std::move(m_written);
}

//! Members without any counterpart; their neutral values are left out.
Result<void> RequestWriter::checkUnsayable()
{
    if (m_request.n.value_or(1) != 1)
        return refuse(Field::N, "it answers one choice only.");
    if (m_request.logprobs.value_or(false))
        return refuse(Field::Logprobs);
    if (m_request.topLogprobs.value_or(0) > 0)
        return refuse(Field::TopLogprobs);
    if (!m_request.seed.isEmpty())
        return refuse(Field::Seed);
    if (!JsonView::trusted(m_request.logitBias).isEmpty())
        return refuse(Field::LogitBias);
    if (!m_request.verbosity.isEmpty() && m_request.verbosity != "medium")
        return refuse(Field::Verbosity);
    for (const JsonView modality : JsonView::trusted(m_request.modalities)) {
        if (!modality.equals("text"))
            return refuse(Field::Modalities, "it answers text only.");
    }
    for (const QByteArray &stop : m_request.stop) {
        if (stop.trimmed().isEmpty())
            return refuse(Field::Stop, "a stop sequence must not be blank.");
    }
    if (!m_request.promptCacheKey.isEmpty())
        drop(Field::PromptCacheKey);
    return {};
}

Result<void> RequestWriter::settleUnwanted(const RawJson &value, Field field, Unwanted unwanted)
{
    if (value.isEmpty())
        return {};
    if (unwanted == Unwanted::Refuse)
        return refuse(field);
    drop(field);
    return {};
}

Result<void> RequestWriter::takePenalty(const RawJson &value, Field field, QByteArrayView name)
{
    if (value.isEmpty() || isNumber(value, 0))
        return {};
    if (m_maker != BedrockMaker::Cohere && m_maker != BedrockMaker::Ai21
        && m_maker != BedrockMaker::OpenAi)
        return refuse(field);
    m_fields.push_back({name.toByteArray(), value});
    return {};
}

Result<void> RequestWriter::takeTopK()
{
    if (m_request.topK.isEmpty())
        return {};
    switch (m_maker) {
    case BedrockMaker::Amazon:
        m_inferenceTopK = m_request.topK;
        return {};
    case BedrockMaker::Cohere:
        m_fields.push_back({"k"_ba, m_request.topK});
        return {};
    case BedrockMaker::Anthropic:
        if (m_policy.refusesSampling)
            return refuse(Field::TopK);
        [[fallthrough]];
    case BedrockMaker::Mistral:
    case BedrockMaker::DeepSeek:
    case BedrockMaker::Qwen:
        m_fields.push_back({"top_k"_ba, m_request.topK});
        return {};
    case BedrockMaker::Ai21:
    case BedrockMaker::OpenAi:
    case BedrockMaker::Other:
        return settleUnwanted(m_request.topK, Field::TopK, m_quirks.topK);
    }
    return {};
}

Result<void> RequestWriter::takeThinking()
{
    Result<ConverseThinking> thinking = converseThinking(m_request, m_maker, m_name);
    if (!thinking)
        return thinking.error();
    m_thinking = *std::move(thinking);
    if (m_thinking.isDropped)
        drop(Field::Reasoning);
    std::ranges::copy(m_thinking.fields, std::back_inserter(m_fields));
    return {};
}

Result<void> RequestWriter::takeFields()
{
    if (auto done = takeThinking(); !done)
        return done;
    if (auto done = takeTopK(); !done)
        return done;
    if (auto done = settleUnwanted(m_request.minP, Field::MinP, m_quirks.topK); !done)
        return done;
    if (auto done =
            settleUnwanted(m_request.repetitionPenalty, Field::RepetitionPenalty, m_quirks.topK);
        !done)
        return done;
    if (auto done =
            takePenalty(m_request.presencePenalty, Field::PresencePenalty, "presence_penalty");
        !done)
        return done;
    return takePenalty(m_request.frequencyPenalty, Field::FrequencyPenalty, "frequency_penalty");
}

Result<void> RequestWriter::checkSampling()
{
    const bool isClaude = m_maker == BedrockMaker::Anthropic;
    const bool isFixed = m_policy.refusesSampling || (isClaude && m_thinking.isOn);
    if (!m_request.temperature.isEmpty() && !(isFixed && isNumber(m_request.temperature, 1))) {
        if (isFixed)
            return refuse(Field::Temperature, "this model takes no other than 1.");
        if (isClaude && JsonView::trusted(m_request.temperature).real().value_or(0) > 1)
            return refuse(Field::Temperature, "this model takes 0 to 1.");
        m_temperature = m_request.temperature;
    }
    if (!m_request.topP.isEmpty() && !isNumber(m_request.topP, 1)) {
        if (m_policy.refusesSampling)
            return refuse(Field::TopP, "this model takes no other than 1.");
        m_topP = m_request.topP;
    }
    return {};
}

void RequestWriter::writeInference()
{
    if (!m_request.maxTokens && m_temperature.isEmpty() && m_topP.isEmpty()
        && m_request.stop.empty())
        return;
    m_json.key("inferenceConfig").beginObject();
    m_json.ifGiven("maxTokens", m_request.maxTokens);
    m_json.rawIfGiven("temperature", m_temperature).rawIfGiven("topP", m_topP);
    if (!m_request.stop.empty()) {
        m_json.key("stopSequences").beginList();
        for (const QByteArray &stop : m_request.stop)
            m_json.string(stop);
        m_json.endList();
    }
    m_json.endObject();
}

void RequestWriter::writeFields()
{
    if (!m_fields.empty() || !m_inferenceTopK.isEmpty()) {
        m_json.key("additionalModelRequestFields").beginObject();
        for (const RawMember &field : m_fields)
            m_json.rawMember(field.name, field.value);
        if (!m_inferenceTopK.isEmpty())
            m_json.key("inferenceConfig")
                .beginObject()
                .rawMember("topK", m_inferenceTopK)
                .endObject();
        m_json.endObject();
    }
    if (m_maker == BedrockMaker::Anthropic && !m_request.stop.empty()) // which one ended it
        m_json.key("additionalModelResponseFieldPaths")
            .beginList()
            .string("/stop_sequence"_ba)
            .endList();
}

//! OutputConfig and JsonSchemaDefinition, docs.aws.amazon.com: the schema is a string of JSON.
void RequestWriter::writeOutput()
{
    const OutputFormat &output = m_request.output;
    const bool hasSchema = output.kind == OutputFormat::Kind::JsonSchema;
    if (!hasSchema && m_thinking.effort.isEmpty())
        return;
    m_json.key("outputConfig").beginObject();
    if (hasSchema) {
        m_json.key("textFormat").beginObject().member("type", "json_schema");
        m_json.key("structure").beginObject().key("jsonSchema").beginObject();
        m_json.member("schema", output.schema.isEmpty() ? "{}"_ba : output.schema);
        m_json.ifGiven("name", output.name).ifGiven("description", output.description);
        m_json.endObject().endObject().endObject();
    }
    m_json.ifGiven("effort", m_thinking.effort);
    m_json.endObject();
}

//! What names the caller's own things goes to Bedrock's invocation logs, when it may stand there.
void RequestWriter::writeMetadata()
{
    std::vector<std::pair<QByteArray, QByteArray>> texts;
    bool isWhole = true;
    JsonView::trusted(m_request.metadata).forEachMember([&](const QByteArray &key, JsonView value) {
        const QByteArray text = value.string();
        isWhole = isWhole && value.isString() && !key.isEmpty() && isMetadataText(key)
            && isMetadataText(text) && texts.size() < mostMetadata;
        texts.emplace_back(key, text);
    });
    if (!isWhole) {
        drop(Field::Metadata);
        texts.clear();
    }
    if (!m_request.user.isEmpty()) {
        if (isMetadataText(m_request.user) && texts.size() < mostMetadata
            && !JsonView::trusted(m_request.metadata)["user"].exists())
            texts.emplace_back("user"_ba, m_request.user);
        else
            drop(Field::User);
    }
    if (texts.empty())
        return;
    m_json.key("requestMetadata").beginObject();
    for (const auto &[key, text] : texts)
        m_json.member(key, text);
    m_json.endObject();
}

void RequestWriter::writeServiceTier()
{
    constexpr std::array<QByteArrayView, 4> tiers{"default", "flex", "priority", "reserved"};
    const QByteArray &tier = m_request.serviceTier;
    if (tier.isEmpty())
        return;
    if (std::ranges::find(tiers, QByteArrayView(tier)) == tiers.end())
        drop(Field::ServiceTier);
    else
        m_json.key("serviceTier").beginObject().member("type", tier).endObject();
}

} // namespace

Result<WrittenRequest> writeConverseRequest(const Request &request, const WriteOptions &options)
{
    return RequestWriter(request, options).write();
}

} // namespace Gatehouse::Dialects
