// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/cohere/codecs.h"
#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/toolids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Cohere {

namespace {

//! Cohere's own members that callers of other formats may add to their requests.
constexpr std::array<QByteArrayView, 4> ownExtras{"documents", "citation_options", "safety_mode",
                                                  "priority"};

class RequestWriter
{
public:
    RequestWriter(const Request &request, const WriteOptions &options)
        : m_request(request)
        , m_options(options)
        , m_json(m_written.body)
    {
    }

    Result<WrittenRequest> write();

private:
    Error refuse(Field field, QByteArrayView why = {}) const
    {
        return cannotSay(m_request.source, field, "Cohere", why);
    }
    Result<void> checkSayable();
    Result<void> checkNumbers();
    void noteDropped();
    Result<void> settle();
    Result<void> writeMessage(const Message &message);
    Result<void> writeResult(const Part &result);
    Result<void> writeContent(const Message &message);
    Result<void> writePart(const Part &part);
    void writeCalls(const Message &message);
    Result<void> writeTools();
    void writeOutput();
    void writeThinking();
    void writeSampling();

    const Request &m_request;
    const WriteOptions &m_options;
    WrittenRequest m_written;
    JsonWriter m_json;
};

//! A number that says what is so anyway.
bool isNumber(const RawJson &json, double number)
{
    return JsonView::parse(json).real() == number;
}

bool isBlank(const RawJson &json)
{
    return JsonView::parse(json).isEmpty();
}

Result<void> RequestWriter::checkNumbers()
{
    if (m_request.n.value_or(1) > 1)
        return refuse(Field::N, "it gives one answer; ask several times.");
    if (m_request.topLogprobs.value_or(0) > 0)
        return refuse(Field::TopLogprobs);
    if (!isBlank(m_request.logitBias))
        return refuse(Field::LogitBias);
    if (!m_request.minP.isEmpty() && !isNumber(m_request.minP, 0))
        return refuse(Field::MinP);
    if (!m_request.repetitionPenalty.isEmpty() && !isNumber(m_request.repetitionPenalty, 1))
        return refuse(Field::RepetitionPenalty);
    return {};
}

Result<void> RequestWriter::checkSayable()
{
    if (auto numbers = checkNumbers(); !numbers)
        return numbers;
    if (!m_request.verbosity.isEmpty() && m_request.verbosity != "medium")
        return refuse(Field::Verbosity);
    const JsonView modalities = JsonView::parse(m_request.modalities);
    for (const JsonView modality : modalities) {
        if (!modality.equals("text") && !modality.equals("TEXT"))
            return refuse(Field::Modalities);
    }
    const ReasoningWish &wish = m_request.reasoning;
    if (modelPolicy(m_options.model).refusesReasoning && wish.enabled.value_or(wish.isSet()))
        return refuse(Field::Reasoning);
    return {};
}

void RequestWriter::noteDropped()
{
    const auto note = [&](bool isSet, Field field) {
        if (isSet)
            m_written.dropped.push_back(fieldName(m_request.source, field).toByteArray());
    };
    note(!m_request.user.isEmpty(), Field::User);
    note(!isBlank(m_request.metadata), Field::Metadata);
    note(!m_request.serviceTier.isEmpty(), Field::ServiceTier);
    note(!m_request.promptCacheKey.isEmpty(), Field::PromptCacheKey);
}

//! Writes Cohere's own extras and settles the others.
Result<void> RequestWriter::settle()
{
    std::vector<RawMember> others;
    for (const RawMember &extra : m_request.extras) {
        if (std::ranges::find(ownExtras, QByteArrayView(extra.name)) != ownExtras.end())
            m_json.rawMember(extra.name, extra.value);
        else
            others.push_back(extra);
    }
    for (const Message &message : m_request.messages) {
        others.insert(others.end(), message.extras.begin(), message.extras.end());
        for (const Part &part : message.parts)
            others.insert(others.end(), part.extras.begin(), part.extras.end());
    }
    return settleExtras(others, m_request.source, "Cohere", m_written);
}

QByteArrayView roleName(Role role)
{
    switch (role) {
    case Role::System:
    case Role::Developer:
        return "system";
    case Role::User:
        return "user";
    case Role::Assistant:
        return "assistant";
    case Role::Tool:
        return "tool";
    }
    return "user";
}

bool isText(const Part &part)
{
    return part.kind == PartKind::Text || part.kind == PartKind::Refusal
        || (part.kind == PartKind::File && !part.text.isEmpty());
}

void appendText(QByteArray &text, QByteArrayView piece)
{
    if (!text.isEmpty() && !piece.isEmpty())
        text += '\n';
    text += piece;
}

Result<void> RequestWriter::writePart(const Part &part)
{
    if (isText(part)) {
        m_json.beginObject().member("type", "text").member("text", part.text).endObject();
        return {};
    }
    if (part.kind == PartKind::Audio)
        return refuse(Field::Audio);
    if (part.kind == PartKind::File)
        return refuse(Field::Files, "send the text of the file.");
    const Media &media = part.media;
    if (!media.fileId.isEmpty())
        return refuse(Field::Images, "send the image itself or its address, no file id.");
    m_json.beginObject().member("type", "image_url").key("image_url").beginObject().key("url");
    if (media.data.isEmpty())
        m_json.string(media.url);
    else
        m_json.string(QByteArray("data:" + media.mimeType + ";base64," + media.data));
    m_json.ifGiven("detail", media.detail).endObject().endObject();
    return {};
}

//! "content": one text, or a list when there is more than text.
Result<void> RequestWriter::writeContent(const Message &message)
{
    QByteArray text;
    bool isPlain = true;
    for (const Part &part : message.parts) {
        const bool isContent = part.kind != PartKind::Reasoning && part.kind != PartKind::ToolCall
            && part.kind != PartKind::ToolResult;
        isPlain = isPlain && (isText(part) || !isContent);
        if (isText(part))
            appendText(text, part.text);
    }
    if (isPlain) {
        if (!text.isEmpty() || message.role != Role::Assistant)
            m_json.member("content", text);
        return {};
    }
    m_json.key("content").beginList();
    for (const Part &part : message.parts) {
        if (part.kind == PartKind::Reasoning || part.kind == PartKind::ToolCall
            || part.kind == PartKind::ToolResult)
            continue;
        if (auto written = writePart(part); !written)
            return written;
    }
    m_json.endList();
    return {};
}

//! Thoughts before calls are Cohere's tool plan; a signed thought is another family's.
void RequestWriter::writeCalls(const Message &message)
{
    QByteArray plan;
    bool hasCalls = false;
    for (const Part &part : message.parts) {
        hasCalls = hasCalls || part.kind == PartKind::ToolCall;
        if (part.kind == PartKind::Reasoning && part.signature.isEmpty() && part.encrypted.isEmpty()
            && !part.isSummary)
            appendText(plan, part.text);
    }
    if (!hasCalls)
        return;
    m_json.ifGiven("tool_plan", plan).key("tool_calls").beginList();
    for (const Part &part : message.parts) {
        if (part.kind != PartKind::ToolCall)
            continue;
        m_json.beginObject().member("id", plainToolId(part.id)).member("type", "function");
        m_json.key("function").beginObject().member("name", part.name);
        m_json.member("arguments", part.arguments.isEmpty() ? "{}"_ba : part.arguments);
        m_json.endObject().endObject();
    }
    m_json.endList();
}

Result<void> RequestWriter::writeResult(const Part &result)
{
    QByteArray text = result.isError ? "Error: "_ba : QByteArray();
    for (const Part &part : result.parts) {
        if (!isText(part))
            return refuse(Field::Images, "a tool's result can hold text only.");
        if (&part != &result.parts.front() && !text.isEmpty())
            text += '\n';
        text += part.text;
    }
    m_json.beginObject().member("role", "tool").member("tool_call_id", plainToolId(result.id));
    m_json.member("content", text).endObject();
    return {};
}

Result<void> RequestWriter::writeMessage(const Message &message)
{
    bool hasOther = message.parts.empty();
    for (const Part &part : message.parts) {
        hasOther = hasOther || part.kind != PartKind::ToolResult;
        if (part.kind != PartKind::ToolResult)
            continue;
        if (auto written = writeResult(part); !written)
            return written;
    }
    if (!hasOther || message.role == Role::Tool)
        return {};
    m_json.beginObject().member("role", roleName(message.role));
    if (auto written = writeContent(message); !written)
        return written;
    writeCalls(message);
    m_json.endObject();
    return {};
}

//! Strict decoding needs a required parameter in every tool.
bool mayBeStrict(const Tool &tool)
{
    return tool.strict == true && !JsonView::parse(tool.parameters)["required"].isEmpty();
}

//! A named tool is the only one offered and must be called; NONE and REQUIRED are the only words.
Result<void> RequestWriter::writeTools()
{
    using Mode = ToolChoice::Mode;
    const ToolChoice choice = m_request.toolChoice.value_or(ToolChoice());
    std::vector<const Tool *> offered;
    for (std::size_t at = 0; at < m_request.tools.size(); ++at) {
        const Tool &tool = m_request.tools[at];
        const bool isAllowed = choice.mode == Mode::Named ? tool.name == choice.name
                                                          : choice.allowed.empty()
                || std::ranges::find(choice.allowed, tool.name) != choice.allowed.end();
        if (!tool.builtIn.isEmpty() && !tool.mayBeDropped)
            return refuse(Field::BuiltInTools,
                          "it runs no tools of its own; offer functions only.");
        if (!tool.builtIn.isEmpty())
            m_written.dropped.push_back("tools["_ba + QByteArray::number(qsizetype(at)) + ']');
        else if (isAllowed)
            offered.push_back(&tool);
    }
    const bool mustCall = choice.mode == Mode::Required || choice.mode == Mode::Named;
    if (offered.empty())
        return mustCall ? Result<void>(refuse(Field::ToolChoice, "no such tool is offered."))
                        : Result<void>();
    m_json.key("tools").beginList();
    for (const Tool *tool : offered) {
        m_json.beginObject().member("type", "function").key("function").beginObject();
        m_json.member("name", tool->name).ifGiven("description", tool->description);
        m_json.key("parameters");
        m_json.raw(tool->parameters.isEmpty() ? R"({"type":"object","properties":{}})"_ba
                                              : tool->parameters);
        m_json.endObject().endObject();
    }
    m_json.endList();
    if (std::ranges::all_of(offered, [](const Tool *tool) { return mayBeStrict(*tool); }))
        m_json.member("strict_tools", true);
    if (mustCall)
        m_json.member("tool_choice", "REQUIRED");
    else if (choice.mode == Mode::None)
        m_json.member("tool_choice", "NONE");
    return {};
}

void RequestWriter::writeOutput()
{
    const OutputFormat &output = m_request.output;
    if (output.kind == OutputFormat::Kind::Text)
        return;
    m_json.key("response_format").beginObject().member("type", "json_object");
    if (output.kind == OutputFormat::Kind::JsonSchema)
        m_json.rawIfGiven("json_schema", output.schema);
    m_json.endObject();
}

void RequestWriter::writeThinking()
{
    const ReasoningWish &wish = m_request.reasoning;
    if (!wish.isSet() || (wish.adaptive && wish.enabled != false))
        return; // the model's own way
    const bool isOff = wish.enabled == false || wish.effort == "none";
    m_json.key("thinking").beginObject().member("type", isOff ? "disabled" : "enabled");
    if (!isOff)
        m_json.ifGiven("token_budget", wish.budgetTokens);
    m_json.endObject();
}

void RequestWriter::writeSampling()
{
    m_json.ifGiven("max_tokens", m_request.maxTokens);
    m_json.rawIfGiven("temperature", m_request.temperature);
    if (!isNumber(m_request.topP, 1)) // it wants less than 1
        m_json.rawIfGiven("p", m_request.topP);
    m_json.rawIfGiven("k", m_request.topK).rawIfGiven("seed", m_request.seed);
    if (!isNumber(m_request.presencePenalty, 0))
        m_json.rawIfGiven("presence_penalty", m_request.presencePenalty);
    if (!isNumber(m_request.frequencyPenalty, 0))
        m_json.rawIfGiven("frequency_penalty", m_request.frequencyPenalty);
    if (m_request.logprobs == true)
        m_json.member("logprobs", true);
    if (m_request.stop.empty())
        return;
    m_json.key("stop_sequences").beginList();
    for (const QByteArray &text : m_request.stop)
        m_json.string(text);
    m_json.endList();
}

Result<WrittenRequest> RequestWriter::write()
{
    if (auto sayable = checkSayable(); !sayable)
        return sayable.error();
    noteDropped();
    m_json.beginObject().member("model", m_options.model).member("stream", m_request.stream);
    m_json.key("messages").beginList();
    for (const Message &message : m_request.messages) {
        if (auto written = writeMessage(message); !written)
            return written.error();
    }
    m_json.endList();
    if (auto written = writeTools(); !written)
        return written.error();
    writeOutput();
    writeThinking();
    writeSampling();
    if (auto settled = settle(); !settled)
        return settled.error();
    m_json.endObject();
    return std::move(m_written);
}

} // namespace

Result<WrittenRequest> writeRequest(const Request &request, const WriteOptions &options)
{
    return RequestWriter(request, options).write();
}

} // namespace Gatehouse::Dialects::Cohere
