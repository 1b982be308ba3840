// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chatrequest.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::OpenAi {

namespace {

Tool functionTool(JsonView function, const QByteArray &path, RequestFields &fields)
{
    Tool tool{.name = fields.string(function["name"], QByteArray(path + ".function.name")),
              .description = fields.string(function["description"],
                                           QByteArray(path + ".function.description")),
              .parameters =
                  fields.object(function["parameters"], QByteArray(path + ".function.parameters")),
              .strict = fields.boolean(function["strict"], QByteArray(path + ".function.strict"))};
    if (tool.name.isEmpty())
        fields.fail(path + ".function.name", u"A tool needs a name"_s);
    return tool;
}

void readTools(JsonView tools, RequestFields &fields, Request &request)
{
    if (tools.exists() && !tools.isList())
        fields.fail("tools", u"'tools' must be a list"_s);
    int index = 0;
    for (const JsonView element : tools) {
        const QByteArray path = "tools[" + QByteArray::number(index++) + ']';
        const QByteArray type = element["type"].string();
        Tool tool;
        if (type == "function" || (type.isEmpty() && element["function"].isObject()))
            tool = functionTool(element["function"], path, fields);
        else if (type.isEmpty())
            fields.fail(path + ".type", u"A tool needs a type, as \"function\""_s);
        else
            tool = {
                .name = element[type]["name"].string(), .builtIn = type, .raw = element.rawCopy()};
        tool.cacheControl = element["cache_control"].rawCopy();
        request.tools.push_back(std::move(tool));
    }
}

ToolChoice::Mode modeOf(QByteArrayView word, RequestFields &fields)
{
    if (word == "auto")
        return ToolChoice::Mode::Auto;
    if (word == "none")
        return ToolChoice::Mode::None;
    if (word != "required" && word != "any")
        fields.fail("tool_choice", u"'tool_choice' must be none, auto, required or a function"_s);
    return ToolChoice::Mode::Required;
}

void readToolChoice(JsonView choice, RequestFields &fields, Request &request)
{
    if (!choice.exists())
        return;
    ToolChoice wish;
    if (choice.isString()) {
        wish.mode = modeOf(choice.string(), fields);
    } else if (const JsonView allowed = choice["allowed_tools"]; allowed.isObject()) {
        wish.mode = modeOf(allowed["mode"].string(), fields);
        for (const JsonView tool : allowed["tools"])
            wish.allowed.push_back(tool[tool["type"].string()]["name"].string());
    } else {
        wish.mode = ToolChoice::Mode::Named;
        wish.name = choice[choice["type"].string()]["name"].string();
        if (wish.name.isEmpty())
            fields.fail("tool_choice", u"'tool_choice' must name a function"_s);
    }
    request.toolChoice = wish;
}

//! False for a type that is not OpenAI's own.
bool readResponseFormat(JsonView format, RequestFields &fields, Request &request)
{
    const QByteArray type = format["type"].string();
    if (format.exists() && type.isEmpty())
        fields.fail("response_format.type", u"'response_format' needs a type"_s);
    JsonView schema = format["json_schema"];
    if (type == "json_schema") {
        request.output = {.kind = OutputFormat::Kind::JsonSchema,
                          .name = schema["name"].string(),
                          .description = schema["description"].string(),
                          .schema = schema["schema"].rawCopy(),
                          .strict = schema["strict"].boolean()};
        if (request.output.schema.isEmpty()) // llama.cpp
            request.output.schema = format["schema"].rawCopy();
    } else if (type == "json_object") {
        request.output.kind = OutputFormat::Kind::JsonObject;
        if (format["schema"].isObject()) // llama.cpp, Together, Fireworks
            request.output = {.kind = OutputFormat::Kind::JsonSchema,
                              .schema = format["schema"].rawCopy()};
    } else {
        return type.isEmpty() || type == "text";
    }
    return true;
}

void readEffort(JsonView effort, const QByteArray &path, RequestFields &fields, Request &request)
{
    request.reasoning.effort = fields.string(effort, path);
    if (request.reasoning.effort == "none")
        request.reasoning = {.enabled = false};
}

//! OpenRouter's form: {"effort" or "max_tokens","exclude","enabled"}.
void readReasoning(JsonView reasoning, RequestFields &fields, Request &request)
{
    fields.object(reasoning, "reasoning");
    readEffort(reasoning["effort"], "reasoning.effort", fields, request);
    request.reasoning.budgetTokens =
        fields.integer(reasoning["max_tokens"], "reasoning.max_tokens");
    if (const auto enabled = reasoning["enabled"].boolean())
        request.reasoning.enabled = enabled;
    if (const auto exclude = reasoning["exclude"].boolean())
        request.reasoning.includeThoughts = !*exclude;
}

//! False for members without a canonical form.
bool readChatMember(const QByteArray &key, JsonView value, RequestFields &fields, Request &request)
{
    if (key == "messages")
        readChatMessages(value, fields, request);
    else if (key == "tools")
        readTools(value, fields, request);
    else if (key == "tool_choice")
        readToolChoice(value, fields, request);
    else if (key == "parallel_tool_calls")
        request.parallelToolCalls = fields.boolean(value, key);
    else if (key == "response_format")
        return readResponseFormat(value, fields, request);
    else if (key == "reasoning_effort")
        readEffort(value, key, fields, request);
    else if (key == "reasoning")
        readReasoning(value, fields, request);
    else if (key == "logprobs")
        request.logprobs = fields.boolean(value, key);
    else if (key == "top_logprobs")
        request.topLogprobs = fields.integer(value, key);
    else if (key == "modalities")
        request.modalities = value.rawCopy();
    else
        return false;
    return true;
}

void readMaxTokens(JsonView body, RequestFields &fields, Request &request)
{
    for (const QByteArray key : {"max_tokens", "max_completion_tokens"}) {
        if (const auto tokens = fields.integer(body[key], key))
            request.maxTokens = tokens;
        if (request.maxTokens && *request.maxTokens < 1)
            fields.fail(key, u"'%1' must be at least 1"_s.arg(QString::fromLatin1(key)));
    }
}

} // namespace

Result<Request> readChatRequest(JsonView body)
{
    RequestFields fields;
    Request request{.source = Format::OpenAiChat, .includeUsage = false};
    if (!body["messages"].isList())
        fields.fail("messages", u"'messages' must be a list of messages"_s);
    readMaxTokens(body, fields, request);
    body.forEachMember([&](const QByteArray &key, JsonView value) {
        if (!value.exists() || key == "max_tokens" || key == "max_completion_tokens")
            return;
        if (!readCommonMember(key, value, fields, request)
            && !readChatMember(key, value, fields, request))
            request.extras.push_back({key, value.rawCopy()});
    });
    if (fields.hasFailed())
        return fields.error();
    return request;
}

} // namespace Gatehouse::Dialects::OpenAi
