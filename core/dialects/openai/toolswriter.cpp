// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/requestwriter.h"

#include <algorithm>

namespace Gatehouse::Dialects::OpenAi {

namespace {

constexpr QByteArrayView noArguments = R"({"type":"object","properties":{}})";

//! Tokens to think with as one of the three common efforts (Anthropic's and Google's own tables of
//! budgets, November 2026).
QByteArray effortOf(qint64 budget)
{
    return budget <= 2048 ? "low" : budget <= 12288 ? "medium" : "high";
}

//! One of low, medium and high.
QByteArray commonEffort(const QByteArray &effort)
{
    if (effort == "minimal")
        return "low";
    return effort == "xhigh" || effort == "max" ? QByteArray("high") : effort;
}

} // namespace

bool RequestWriter::isWanted(const Tool &tool) const
{
    if (!m_request.toolChoice)
        return true;
    const auto &allowed = m_request.toolChoice->allowed;
    return allowed.empty() || std::ranges::find(allowed, tool.name) != allowed.end();
}

void RequestWriter::writeTools()
{
    const bool isNone = m_request.toolChoice && m_request.toolChoice->mode == ToolChoice::Mode::None
        && m_quirks.toolChoice != Unwanted::Pass;
    if (m_request.tools.empty() || isNone || !takes(m_quirks.tools, Field::Tools))
        return;
    int index = 0;
    for (const Tool &tool : m_request.tools) {
        if (isWanted(tool))
            writeTool(tool, index);
        ++index;
    }
    if (!m_wroteTools)
        return;
    m_json.endList();
    writeToolChoice();
    writeParallel();
}

//! The list is opened by the first tool: an empty one is refused by providers.
void RequestWriter::writeTool(const Tool &tool, int index)
{
    const bool isForeign = !tool.builtIn.isEmpty() && !passesAnyExtra();
    if (isForeign && tool.mayBeDropped)
        return drop(QByteArray("tools[" + QByteArray::number(index) + ']'));
    if (isForeign)
        return refuse(Field::BuiltInTools,
                      QByteArray("it has no tool of type \"" + tool.builtIn + "\"."));
    if (!m_wroteTools)
        m_json.key("tools").beginList();
    m_wroteTools = true;
    if (!tool.builtIn.isEmpty()) {
        m_json.raw(tool.raw);
        return;
    }
    m_json.beginObject().member("type", "function").key("function").beginObject();
    m_json.member("name", tool.name).ifGiven("description", tool.description);
    if (!tool.parameters.isEmpty())
        m_json.rawMember("parameters", tool.parameters);
    else if (!isSameFormat())
        m_json.rawMember("parameters", noArguments);
    m_json.ifGiven("strict", tool.strict).endObject();
    if (m_quirks.takesCacheControl)
        m_json.rawIfGiven("cache_control", tool.cacheControl);
    m_json.endObject();
}

void RequestWriter::writeToolChoice()
{
    if (!m_request.toolChoice)
        return;
    const ToolChoice &choice = *m_request.toolChoice;
    if (m_quirks.toolChoice != Unwanted::Pass) {
        if (choice.mode != ToolChoice::Mode::Auto)
            (void)takes(m_quirks.toolChoice, Field::ToolChoice);
        return;
    }
    switch (choice.mode) {
    case ToolChoice::Mode::Auto:
        m_json.member("tool_choice", "auto");
        break;
    case ToolChoice::Mode::None:
        m_json.member("tool_choice", "none");
        break;
    case ToolChoice::Mode::Required:
        m_json.member("tool_choice", m_quirks.requiredToolChoice);
        break;
    case ToolChoice::Mode::Named:
        writeNamedChoice(choice);
        break;
    }
}

void RequestWriter::writeNamedChoice(const ToolChoice &choice)
{
    const auto tool = std::ranges::find(m_request.tools, choice.name, &Tool::name);
    const QByteArray type = tool != m_request.tools.end() && !tool->builtIn.isEmpty()
        ? tool->builtIn
        : QByteArray("function");
    m_json.key("tool_choice").beginObject().member("type", type);
    m_json.key(type).beginObject().member("name", choice.name).endObject();
    m_json.endObject();
}

void RequestWriter::writeParallel()
{
    if (m_request.parallelToolCalls && m_quirks.takesParallelToolCalls)
        m_json.member("parallel_tool_calls", *m_request.parallelToolCalls);
}

void RequestWriter::writeOutput()
{
    const OutputFormat &output = m_request.output;
    if (output.kind == OutputFormat::Kind::JsonObject) {
        if (!m_quirks.takesJsonObject)
            return refuse(Field::Output, "it takes a JSON schema only.");
        m_json.rawMember("response_format", R"({"type":"json_object"})");
    } else if (output.kind == OutputFormat::Kind::JsonSchema) {
        if (!m_quirks.takesJsonSchema)
            return refuse(Field::Output, "it takes no JSON schema. Ask for a JSON object.");
        m_json.key("response_format").beginObject().member("type", "json_schema");
        m_json.key("json_schema").beginObject();
        m_json.member("name", output.name.isEmpty() ? QByteArray("answer") : output.name);
        m_json.ifGiven("description", output.description).rawIfGiven("schema", output.schema);
        m_json.ifGiven("strict", output.strict).endObject().endObject();
    }
}

QByteArray RequestWriter::effort() const
{
    const ReasoningWish &wish = m_request.reasoning;
    if (wish.enabled == false)
        return isOwnSource() ? QByteArray("none") : QByteArray();
    if (!wish.effort.isEmpty())
        return m_quirks.takesAllEfforts ? wish.effort : commonEffort(wish.effort);
    return wish.budgetTokens ? effortOf(*wish.budgetTokens) : QByteArray();
}

//! Other vendors' clients offer to think whatever the model: their wish is dropped where it cannot
//! be said. One in OpenAI's own words is refused, as OpenAI does.
void RequestWriter::writeReasoning()
{
    if (!m_request.reasoning.isSet())
        return;
    const bool isMute = m_quirks.reasoning.isEmpty() || m_policy.refusesReasoning;
    if (isMute && isOwnSource() && m_request.reasoning.enabled != false)
        refuse(Field::Reasoning, "the model does not think at a set effort. Leave it out.");
    else if (isMute)
        drop(Field::Reasoning);
    else
        writeEffort(effort());
}

void RequestWriter::writeEffort(const QByteArray &effort)
{
    const ReasoningWish &wish = m_request.reasoning;
    if (m_quirks.reasoning == "reasoning") { // OpenRouter
        m_json.key("reasoning").beginObject();
        if (wish.budgetTokens && wish.effort.isEmpty())
            m_json.member("max_tokens", *wish.budgetTokens);
        else if (effort.isEmpty())
            m_json.member("enabled", wish.enabled.value_or(true));
        else
            m_json.member("effort", effort);
        if (wish.includeThoughts)
            m_json.member("exclude", !*wish.includeThoughts);
        m_json.endObject();
    } else if (m_quirks.reasoning == "thinking") { // DeepSeek
        const bool thinks = wish.enabled.value_or(true);
        m_json.key("thinking").beginObject();
        m_json.member("type", thinks ? "enabled" : "disabled").endObject();
        if (thinks)
            m_json.ifGiven("reasoning_effort", effort);
    } else {
        m_json.ifGiven(m_quirks.reasoning, effort);
    }
}

void RequestWriter::writeModalities()
{
    if (m_request.modalities.isEmpty())
        return;
    const JsonView wanted = JsonView::trusted(m_request.modalities);
    const bool isTextOnly = wanted.size() == 1 && wanted.at(0).equals("text");
    if (m_quirks.unknown == Unwanted::Pass)
        m_json.rawMember("modalities", m_request.modalities);
    else if (!isTextOnly)
        refuse(Field::Modalities);
}

} // namespace Gatehouse::Dialects::OpenAi
