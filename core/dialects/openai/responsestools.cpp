// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/responseswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Responses {

namespace {

//! Tools that OpenAI runs and that an agent offers without relying on them.
constexpr std::array<QByteArrayView, 4> optionalTools{"web_search", "image_generation",
                                                      "tool_search", "code_interpreter"};

bool isNamed(JsonView choice, const QByteArray &type)
{
    return choice["type"].string() == type || choice.equals("required");
}

bool isOptional(const QByteArray &type, JsonView body)
{
    const auto begins = [&type](QByteArrayView known) { return type.startsWith(known); };
    return std::ranges::any_of(optionalTools, begins) && body["tools"].size() > 1
        && !isNamed(body["tool_choice"], type);
}

//! A model without grammars is told the grammar.
QByteArray customDescription(JsonView tool)
{
    QByteArray description = tool["description"].string();
    const JsonView format = tool["format"];
    if (!format["type"].equals("grammar"))
        return description;
    description += "\n\nThe input follows this grammar (" + format["syntax"].string() + "):\n"
        + format["definition"].string();
    return description;
}

Tool readCustom(JsonView tool)
{
    Tool read;
    read.name = tool["name"].string();
    read.description = customDescription(tool);
    read.parameters = R"({"type":"object","properties":{"input":{"type":"string"}},)"
                      R"("required":["input"],"additionalProperties":false})";
    read.raw = tool.rawCopy();
    read.isFreeText = true;
    return read;
}

Tool readFunction(JsonView tool)
{
    Tool read;
    read.name = tool["name"].string();
    read.description = tool["description"].string();
    read.parameters = tool["parameters"].rawCopy();
    read.strict = tool["strict"].boolean();
    return read;
}

bool isCallable(JsonView tool)
{
    return tool["type"].equals("function") || tool["type"].equals("custom");
}

Result<Tool> readCallable(JsonView tool, const QByteArray &path)
{
    if (tool["name"].isEmpty() || !tool["name"].isString())
        return wrong(path + ".name", u"must be the name of the tool."_s);
    if (tool["parameters"].exists() && !tool["parameters"].isObject())
        return wrong(path + ".parameters", u"must be a JSON Schema of an object."_s);
    return tool["type"].equals("custom") ? readCustom(tool) : readFunction(tool);
}

//! The first tool of a namespace keeps all of it, to be told again as it was.
Result<void> readNamespace(JsonView space, const QByteArray &path, Request &request)
{
    const QByteArray name = space["name"].string();
    if (name.isEmpty())
        return wrong(path + ".name", u"must be the name of the namespace."_s);
    qsizetype index = 0;
    for (const JsonView inner : space["tools"]) {
        const QByteArray at = itemPath(path + ".tools", index);
        if (!isCallable(inner))
            return wrong(at + ".type", u"must be 'function' or 'custom'."_s);
        Result<Tool> tool = readCallable(inner, at);
        if (!tool)
            return tool.error();
        tool->nameSpace = name;
        tool->name = flatName(name, tool->name);
        tool->raw = index++ == 0 ? space.rawCopy() : RawJson();
        request.tools.push_back(std::move(*tool));
    }
    return {};
}

Result<void> readTool(JsonView tool, JsonView body, const QByteArray &path, Request &request)
{
    const QByteArray type = tool["type"].string();
    if (type.isEmpty())
        return wrong(path + ".type", u"must be the type of the tool."_s);
    if (type == "namespace")
        return readNamespace(tool, path, request);
    if (!isCallable(tool)) {
        Tool builtIn;
        builtIn.name = type;
        builtIn.builtIn = type;
        builtIn.raw = tool.rawCopy();
        builtIn.mayBeDropped = isOptional(type, body);
        request.tools.push_back(std::move(builtIn));
        return {};
    }
    Result<Tool> read = readCallable(tool, path);
    if (!read)
        return read.error();
    request.tools.push_back(std::move(*read));
    return {};
}

std::optional<ToolChoice::Mode> modeOf(QByteArrayView word)
{
    if (word == "auto")
        return ToolChoice::Mode::Auto;
    if (word == "none")
        return ToolChoice::Mode::None;
    if (word == "required")
        return ToolChoice::Mode::Required;
    return {};
}

QByteArray choiceName(JsonView choice)
{
    const QByteArray name = flatName(choice["namespace"].string(), choice["name"].string());
    return name.isEmpty() ? choice["type"].string() : name;
}

void writeFunction(JsonWriter &json, const Tool &tool, bool isOwn)
{
    json.beginObject().member("type", "function").member("name", tool.name);
    json.ifGiven("description", tool.description);
    json.key("parameters");
    tool.parameters.isEmpty() ? json.null() : json.raw(tool.parameters);
    // Left out it means true here, which refuses most schemas of other callers.
    json.ifGiven("strict", isOwn ? tool.strict : tool.strict.value_or(false)).endObject();
}

QByteArrayView modeName(ToolChoice::Mode mode)
{
    switch (mode) {
    case ToolChoice::Mode::None:
        return "none";
    case ToolChoice::Mode::Required:
        return "required";
    case ToolChoice::Mode::Auto:
    case ToolChoice::Mode::Named:
        return "auto";
    }
    return "auto";
}

void writeToolReference(JsonWriter &json, const QByteArray &name, const Request &request)
{
    const Tool *tool = toolOf(&request, name);
    json.beginObject();
    if (tool && !tool->builtIn.isEmpty()) {
        json.member("type", tool->builtIn);
    } else {
        json.member("type", tool && tool->isFreeText ? "custom" : "function");
        writeName(json, name, tool);
    }
    json.endObject();
}

} // namespace

Result<void> readTools(JsonView body, Request &request)
{
    const JsonView list = body["tools"];
    if (list.exists() && !list.isList())
        return wrong("tools", u"must be a list of tools."_s);
    qsizetype index = 0;
    for (const JsonView tool : list) {
        const auto state = readTool(tool, body, itemPath("tools", index++), request);
        if (!state)
            return state;
    }
    return {};
}

Result<void> readToolChoice(JsonView body, Request &request)
{
    const JsonView choice = body["tool_choice"];
    if (!choice.exists())
        return {};
    ToolChoice read;
    if (const auto mode = modeOf(choice.string())) {
        read.mode = *mode;
    } else if (choice["type"].equals("allowed_tools")) {
        read.mode = modeOf(choice["mode"].string()).value_or(ToolChoice::Mode::Auto);
        for (const JsonView tool : choice["tools"])
            read.allowed.push_back(choiceName(tool));
    } else if (choice["type"].isString()) {
        read.mode = ToolChoice::Mode::Named;
        read.name = choiceName(choice);
    } else {
        return wrong("tool_choice", u"must be 'auto', 'none', 'required' or name a tool."_s);
    }
    request.toolChoice = std::move(read);
    return {};
}

void writeTools(JsonWriter &json, const Request &request)
{
    json.beginList();
    for (const Tool &tool : request.tools) {
        const bool hasRaw = request.source == Format::OpenAiResponses && !tool.raw.isEmpty();
        if (hasRaw)
            json.raw(tool.raw);
        else if (tool.nameSpace.isEmpty() || request.source != Format::OpenAiResponses)
            writeFunction(json, tool, request.source == Format::OpenAiResponses);
    }
    json.endList();
}

void writeToolChoice(JsonWriter &json, const ToolChoice &choice, const Request &request)
{
    if (choice.mode == ToolChoice::Mode::Named) {
        writeToolReference(json, choice.name, request);
    } else if (choice.allowed.empty()) {
        json.string(modeName(choice.mode));
    } else {
        json.beginObject().member("type", "allowed_tools").key("mode");
        json.string(modeName(choice.mode)).key("tools").beginList();
        for (const QByteArray &name : choice.allowed)
            writeToolReference(json, name, request);
        json.endList().endObject();
    }
}

} // namespace Gatehouse::Dialects::Responses
