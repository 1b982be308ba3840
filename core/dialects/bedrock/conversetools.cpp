// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/conversetools.h"

#include "core/dialects/bedrock/conversemessages.h"
#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

constexpr QByteArrayView upstream("Amazon Bedrock");
constexpr QByteArrayView noParameters(R"({"type":"object","properties":{}})");
constexpr qsizetype longestName = 64;

//! ToolSpecification, docs.aws.amazon.com: [a-zA-Z0-9_-]{1,64}.
bool isToolName(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= longestName && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '_' || c == '-';
    });
}

void writeTool(const Tool &tool, JsonWriter &json)
{
    json.beginObject().key("toolSpec").beginObject().member("name", tool.name);
    json.ifGiven("description", tool.description);
    json.key("inputSchema").beginObject();
    json.rawMember("json", tool.parameters.isEmpty() ? noParameters : tool.parameters);
    json.endObject();
    if (tool.strict.value_or(false))
        json.member("strict", true);
    json.endObject().endObject();
}

bool mayBeCalled(const Tool &tool, const Request &request)
{
    if (!request.toolChoice || request.toolChoice->allowed.empty())
        return true;
    return std::ranges::find(request.toolChoice->allowed, tool.name)
        != request.toolChoice->allowed.end();
}

//! The functions to send; built-in tools have no counterpart.
Result<std::vector<Tool>> toolsToSend(const Request &request, WrittenRequest &written)
{
    std::vector<Tool> tools;
    for (const Tool &tool : request.tools) {
        if (!tool.builtIn.isEmpty()) {
            if (!tool.mayBeDropped)
                return cannotSay(request.source, Field::BuiltInTools, upstream,
                                 QByteArray("it has no tool '" + tool.builtIn + "'."));
            written.dropped.push_back("tools[" + tool.builtIn + "]");
        } else if (!isToolName(tool.name)) {
            return cannotSay(request.source, Field::Tools, upstream,
                             QByteArray("the name '" + tool.name
                                        + "' must have 1 to 64 letters, digits, '_' or '-'."));
        } else if (mayBeCalled(tool, request)) {
            tools.push_back(tool);
        }
    }
    return tools;
}

void writeChoice(const ToolChoice &choice, JsonWriter &json)
{
    if (choice.mode == ToolChoice::Mode::Required)
        json.key("toolChoice").beginObject().key("any").beginObject().endObject().endObject();
    else if (choice.mode == ToolChoice::Mode::Named)
        json.key("toolChoice")
            .beginObject()
            .key("tool")
            .beginObject()
            .member("name", choice.name)
            .endObject()
            .endObject();
    // "auto" is what happens anyway, and some models refuse to be told
}

} // namespace

Result<void> writeConverseTools(const Request &request, BedrockMaker maker, JsonWriter &json,
                                WrittenRequest &written)
{
    Result<std::vector<Tool>> tools = toolsToSend(request, written);
    if (!tools)
        return tools.error();
    const ToolChoice choice = request.toolChoice.value_or(ToolChoice());
    const bool hasHistory = hasToolBlocks(request);
    if (choice.mode == ToolChoice::Mode::None && !tools->empty()) {
        if (hasHistory)
            return cannotSay(request.source, Field::ToolChoice, upstream,
                             "it cannot forbid tools once the conversation has used some. Leave "
                             "the choice out, or use another model.");
        return {};
    }
    if (tools->empty() && hasHistory) {
        for (const QByteArray &name : toolsOfHistory(request))
            tools->emplace_back().name = name;
        if (tools->empty()) // results whose calls are not in the history
            tools->emplace_back().name = "unavailable"_ba;
    }
    if (tools->empty())
        return {};
    json.key("toolConfig").beginObject().key("tools").beginList();
    bool hasDroppedCache = false;
    for (const Tool &tool : *tools) {
        writeTool(tool, json);
        if (!tool.cacheControl.isEmpty() && takesCachePoints(maker))
            writeCachePoint(tool.cacheControl, json);
        hasDroppedCache =
            hasDroppedCache || (!tool.cacheControl.isEmpty() && !takesCachePoints(maker));
    }
    json.endList();
    writeChoice(choice, json);
    json.endObject();
    if (hasDroppedCache)
        written.dropped.push_back("tools.cache_control"_ba);
    return {};
}

} // namespace Gatehouse::Dialects
