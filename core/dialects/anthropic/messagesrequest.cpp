// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messageswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Messages {

namespace {

Error wrong(const QByteArray &path, const QString &what)
{
    const QString name = QString::fromUtf8(path);
    return {ErrorCode::InvalidArgument, u"'%1' %2"_s.arg(name, what), name};
}

QByteArray itemPath(QByteArrayView list, qsizetype index)
{
    return list.toByteArray() + '[' + QByteArray::number(index) + ']';
}

//! Every block is an object with a type, a call has id and name, a result its call's id.
Result<void> checkContent(JsonView content, const QByteArray &path)
{
    if (content.isString())
        return {};
    if (!content.isList())
        return wrong(path, u"must be a string or a list of content blocks."_s);
    qsizetype index = 0;
    for (const JsonView block : content) {
        const QByteArray at = itemPath(path, index++);
        if (!block["type"].isString())
            return wrong(at + ".type", u"must name the type of the content block."_s);
        if (block["type"].equals("tool_result") && block["tool_use_id"].isEmpty())
            return wrong(at + ".tool_use_id", u"must be the id of a tool_use block."_s);
        if (!block["type"].equals("tool_use"))
            continue;
        if (block["id"].isEmpty())
            return wrong(at + ".id", u"must be a string."_s);
        if (block["name"].isEmpty())
            return wrong(at + ".name", u"must be the name of a tool."_s);
    }
    return {};
}

void readSystem(JsonView system, Request &request)
{
    std::vector<Part> parts = readContent(system, "system");
    if (!parts.empty())
        request.messages.push_back(
            {.role = Role::System, .parts = std::move(parts), .name = {}, .extras = {}});
}

void addMessage(Role role, std::vector<Part> parts, Request &request)
{
    request.messages.push_back({.role = role, .parts = std::move(parts), .name = {}, .extras = {}});
}

//! A user turn's tool results go first, in a message of their own.
void addUserTurn(std::vector<Part> parts, Request &request)
{
    const auto rest = std::stable_partition(parts.begin(), parts.end(), [](const Part &part) {
        return part.kind == PartKind::ToolResult;
    });
    std::vector<Part> others(std::make_move_iterator(rest), std::make_move_iterator(parts.end()));
    parts.erase(rest, parts.end());
    const bool hasResults = !parts.empty();
    if (hasResults)
        addMessage(Role::Tool, std::move(parts), request);
    if (!others.empty() || !hasResults)
        addMessage(Role::User, std::move(others), request);
}

Result<void> readMessages(JsonView list, Request &request)
{
    if (!list.isList())
        return wrong("messages", u"must be a list of messages."_s);
    if (list.isEmpty())
        return wrong("messages", u"must hold at least one message."_s);
    qsizetype index = 0;
    for (const JsonView message : list) {
        const QByteArray path = itemPath("messages", index++);
        const QByteArray role = message["role"].string();
        const JsonView content = message["content"];
        if (const auto sound = checkContent(content, path + ".content"); !sound)
            return sound.error();
        std::vector<Part> parts = readContent(content, path + ".content");
        if (role == "user")
            addUserTurn(std::move(parts), request);
        else if (role == "assistant")
            addMessage(Role::Assistant, std::move(parts), request);
        else if (role == "system")
            addMessage(Role::System, std::move(parts), request);
        else
            return wrong(path + ".role", u"must be 'user', 'assistant' or 'system'."_s);
    }
    return {};
}

//! A server tool that is not the request's whole point: the model can answer without it.
bool isOptional(JsonView tool, JsonView body)
{
    static constexpr std::array<QByteArrayView, 4> prefixes{"web_search_", "web_fetch_",
                                                            "code_execution_", "tool_search_tool_"};
    const QByteArray type = tool["type"].string();
    const bool runsThere = std::ranges::any_of(
        prefixes, [&type](QByteArrayView prefix) { return type.startsWith(prefix); });
    const bool isForced = body["tool_choice"]["type"].equals("any")
        || body["tool_choice"]["name"].string() == tool["name"].string();
    return runsThere && !isForced && body["tools"].size() > 1;
}

bool hasOtherMembers(JsonView tool)
{
    static constexpr std::array<QByteArrayView, 6> known{"type",         "name",   "description",
                                                         "input_schema", "strict", "cache_control"};
    bool found = false;
    tool.forEachMember([&found](const QByteArray &name, JsonView) {
        found = found || std::ranges::find(known, QByteArrayView(name)) == known.end();
    });
    return found;
}

Tool readTool(JsonView tool, JsonView body)
{
    Tool read;
    read.name = tool["name"].string();
    read.cacheControl = tool["cache_control"].rawCopy();
    const JsonView type = tool["type"];
    if (type.exists() && !type.equals("custom")) {
        read.builtIn = type.string();
        read.raw = tool.rawCopy();
        read.mayBeDropped = isOptional(tool, body);
        return read;
    }
    read.description = tool["description"].string();
    read.parameters = tool["input_schema"].rawCopy();
    read.strict = tool["strict"].boolean();
    if (hasOtherMembers(tool))
        read.raw = tool.rawCopy();
    return read;
}

Result<void> readTools(JsonView body, Request &request)
{
    const JsonView list = body["tools"];
    if (list.exists() && !list.isList())
        return wrong("tools", u"must be a list of tools."_s);
    qsizetype index = 0;
    for (const JsonView tool : list) {
        const QByteArray path = itemPath("tools", index++);
        const bool isFunction = !tool["type"].exists() || tool["type"].equals("custom");
        if (isFunction && tool["name"].isEmpty())
            return wrong(path + ".name", u"must be the name of the tool."_s);
        if (isFunction && !tool["input_schema"].isObject())
            return wrong(path + ".input_schema", u"must be a JSON Schema of an object."_s);
        request.tools.push_back(readTool(tool, body));
    }
    return {};
}

Result<void> readToolChoice(JsonView choice, Request &request)
{
    if (!choice.exists())
        return {};
    ToolChoice read;
    const QByteArray type = choice["type"].string();
    if (type == "any")
        read.mode = ToolChoice::Mode::Required;
    else if (type == "none")
        read.mode = ToolChoice::Mode::None;
    else if (type == "tool")
        read.mode = ToolChoice::Mode::Named;
    else if (type != "auto")
        return wrong("tool_choice.type", u"must be 'auto', 'any', 'tool' or 'none'."_s);
    read.name = choice["name"].string();
    if (type == "tool" && read.name.isEmpty())
        return wrong("tool_choice.name", u"must be the name of a tool."_s);
    request.toolChoice = std::move(read);
    if (const auto serial = choice["disable_parallel_tool_use"].boolean())
        request.parallelToolCalls = !*serial;
    return {};
}

Result<void> readThinking(JsonView thinking, Request &request)
{
    if (!thinking.exists())
        return {};
    const QByteArray type = thinking["type"].string();
    ReasoningWish &wish = request.reasoning;
    if (type == "adaptive") {
        wish.adaptive = true;
    } else if (type == "enabled") {
        wish.budgetTokens = thinking["budget_tokens"].integer();
        if (!wish.budgetTokens)
            return wrong("thinking.budget_tokens", u"must be a whole number."_s);
    } else if (type == "between_tools") { // no other provider knows it
        request.extras.push_back({"thinking", thinking.rawCopy()});
        return {};
    } else if (type != "disabled") {
        return wrong("thinking.type",
                     u"must be 'adaptive', 'enabled', 'disabled' or 'between_tools'."_s);
    }
    wish.enabled = type != "disabled";
    if (const JsonView display = thinking["display"]; display.isString())
        wish.includeThoughts = !display.equals("omitted");
    return {};
}

Result<void> readOutputConfig(JsonView config, Request &request)
{
    config.forEachMember([&request](const QByteArray &name, JsonView value) {
        if (name != "effort" && name != "format" && value.exists())
            request.extras.push_back({"output_config." + name, value.rawCopy()});
    });
    request.reasoning.effort = config["effort"].string();
    const JsonView format = config["format"];
    if (!format.exists())
        return {};
    if (!format["type"].equals("json_schema") || !format["schema"].isObject())
        return wrong("output_config.format", u"must be of type 'json_schema' with a schema."_s);
    request.output = {.kind = OutputFormat::Kind::JsonSchema,
                      .name = format["name"].string(),
                      .description = {},
                      .schema = format["schema"].rawCopy(),
                      .strict = true};
    return {};
}

Result<void> readMaxTokens(JsonView value, bool isRequired, Request &request)
{
    request.maxTokens = value.integer();
    const bool isGiven = value.exists() || isRequired;
    if (isGiven && request.maxTokens.value_or(-1) < 0)
        return wrong("max_tokens", u"must be a whole number of tokens."_s);
    return {};
}

Result<void> readNumbers(JsonView body, Request &request)
{
    struct Number {
        QByteArrayView name;
        RawJson Request::*member;
    };
    static constexpr std::array numbers{Number{"temperature", &Request::temperature},
                                        Number{"top_p", &Request::topP},
                                        Number{"top_k", &Request::topK}};
    for (const Number &number : numbers) {
        const JsonView value = body[number.name];
        if (value.exists() && !value.isNumber())
            return wrong(number.name.toByteArray(), u"must be a number."_s);
        request.*number.member = value.rawCopy();
    }
    return {};
}

Result<void> readStop(JsonView list, Request &request)
{
    if (list.exists() && !list.isList())
        return wrong("stop_sequences", u"must be a list of strings."_s);
    for (const JsonView stop : list) {
        if (!stop.isString())
            return wrong("stop_sequences", u"must be a list of strings."_s);
        request.stop.push_back(stop.string());
    }
    return {};
}

void readMetadata(JsonView metadata, Request &request)
{
    request.user = metadata["user_id"].string();
    if (metadata.size() > (metadata["user_id"].isString() ? 1 : 0))
        request.metadata = metadata.rawCopy();
}

void keepExtras(JsonView body, Request &request)
{
    static constexpr std::array<QByteArrayView, 14> known{
        "model",       "messages", "system",         "max_tokens", "temperature",
        "top_p",       "top_k",    "stop_sequences", "stream",     "tools",
        "tool_choice", "thinking", "output_config",  "metadata",
    };
    body.forEachMember([&request](const QByteArray &name, JsonView value) {
        const bool isKnown = std::ranges::find(known, QByteArrayView(name)) != known.end();
        if (!isKnown && name != "service_tier" && value.exists())
            request.extras.push_back({name, value.rawCopy()});
    });
}

Result<Request> readRequest(JsonView body, bool needsMaxTokens)
{
    Request request;
    request.source = Format::AnthropicMessages;
    request.model = body["model"].string();
    if (request.model.isEmpty())
        return wrong("model", u"must be the name of a model."_s);
    const JsonView system = body["system"];
    if (system.exists() && !system.isString() && !system.isList())
        return wrong("system", u"must be a string or a list of text blocks."_s);
    readSystem(system, request);
    Result<void> state = readMessages(body["messages"], request);
    const auto then = [&state](Result<void> (*read)(JsonView, Request &), JsonView value,
                               Request &into) {
        if (state)
            state = read(value, into);
    };
    then(readTools, body, request);
    then(readToolChoice, body["tool_choice"], request);
    then(readThinking, body["thinking"], request);
    then(readOutputConfig, body["output_config"], request);
    then(readNumbers, body, request);
    then(readStop, body["stop_sequences"], request);
    if (state)
        state = readMaxTokens(body["max_tokens"], needsMaxTokens, request);
    if (!state)
        return state.error();
    readMetadata(body["metadata"], request);
    request.serviceTier = body["service_tier"].string();
    request.stream = body["stream"].isTrue();
    keepExtras(body, request);
    return request;
}

} // namespace

Result<Request> readMessagesRequest(JsonView body)
{
    return readRequest(body, true);
}

Result<Request> readCountRequest(JsonView body)
{
    Result<Request> request = readRequest(body, false);
    if (request)
        request->source = Format::AnthropicCountTokens;
    return request;
}

} // namespace Gatehouse::Dialects::Messages
