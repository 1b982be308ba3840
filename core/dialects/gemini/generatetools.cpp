// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generatetools.h"

#include "core/dialects/fields.h"
#include "core/dialects/gemini/generateschema.h"
#include "core/dialects/gemini/generatewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Gemini {

namespace {

Error invalid(const QString &path, const QString &what)
{
    return {ErrorCode::InvalidArgument, u"'%1' %2."_s.arg(path, what), path};
}

Tool readDeclaration(JsonView declaration)
{
    Tool tool;
    tool.name = declaration["name"].string();
    tool.description = declaration["description"].string();
    tool.parameters = either(declaration, "parametersJsonSchema").rawCopy();
    if (tool.parameters.isEmpty())
        tool.parameters = jsonSchemaOf(declaration["parameters"]);
    return tool;
}

Result<void> readDeclarations(JsonView declarations, const QString &path, Request &request)
{
    if (!declarations.isList())
        return invalid(path, u"must be a list"_s);
    qsizetype index = 0;
    for (const JsonView declaration : declarations) {
        Tool tool = readDeclaration(declaration);
        if (tool.name.isEmpty())
            return invalid(u"%1[%2].name"_s.arg(path).arg(index), u"is missing"_s);
        request.tools.push_back(std::move(tool));
        ++index;
    }
    return {};
}

//! What another family calls a tool that Google has, too.
QByteArrayView googleName(QByteArrayView builtIn)
{
    if (builtIn.startsWith("web_search"))
        return "googleSearch";
    if (builtIn.startsWith("code_interpreter") || builtIn.startsWith("code_execution"))
        return "codeExecution";
    return builtIn.startsWith("web_fetch") ? QByteArrayView("urlContext") : QByteArrayView();
}

struct ToolWriter {
    const Request &request;
    const WriteOptions &options;
    WrittenRequest &written;
    QByteArray functions = {}; //!< elements of functionDeclarations
    QByteArray others = {};    //!< elements of tools behind it

    bool hasFunctions() const
    {
        return std::ranges::any_of(request.tools,
                                   [](const Tool &tool) { return tool.builtIn.isEmpty(); });
    }
    void addFunction(const Tool &tool);
    Result<void> addBuiltIn(const Tool &tool);
    Result<void> write(JsonWriter &json);
};

void ToolWriter::addFunction(const Tool &tool)
{
    if (!functions.isEmpty())
        functions += ',';
    JsonWriter json(functions);
    json.beginObject().member("name", tool.name);
    json.member("description", tool.description.isEmpty() ? tool.name : tool.description);
    json.rawIfGiven("parametersJsonSchema", tool.parameters).endObject();
    if (tool.strict.value_or(false))
        written.dropped.push_back("tools.strict");
}

Result<void> ToolWriter::addBuiltIn(const Tool &tool)
{
    const bool isGoogles = familyOf(request.source) == Family::Gemini;
    const QByteArrayView name = isGoogles ? QByteArrayView(tool.builtIn) : googleName(tool.builtIn);
    // Models before the 3.x line refuse their own tools beside functions.
    if (tool.mayBeDropped && (name.isEmpty() || hasFunctions())) {
        written.dropped.push_back("tools."_ba + tool.builtIn);
        return {};
    }
    if (name.isEmpty())
        return cannotSay(request.source, Field::BuiltInTools, options.quirks.title,
                         QByteArray("it has no tool '" + tool.builtIn + "'."));
    if (!others.isEmpty())
        others += ',';
    JsonWriter json(others);
    if (isGoogles && JsonView::parse(tool.raw).isObject())
        json.raw(tool.raw);
    else
        json.beginObject().key(name).beginObject().endObject().endObject();
    return {};
}

Result<void> ToolWriter::write(JsonWriter &json)
{
    for (const Tool &tool : request.tools) {
        if (tool.builtIn.isEmpty())
            addFunction(tool);
        else if (const auto added = addBuiltIn(tool); !added)
            return added.error();
    }
    if (functions.isEmpty() && others.isEmpty())
        return {};
    json.key("tools").beginList();
    if (!functions.isEmpty()) {
        json.beginObject().key("functionDeclarations").beginList().raw(functions).endList();
        json.endObject();
    }
    if (!others.isEmpty())
        json.raw(others);
    json.endList();
    return {};
}

//! allowedFunctionNames is taken with ANY and VALIDATED only; the latter leaves the choice open.
QByteArrayView modeName(const ToolChoice &choice)
{
    switch (choice.mode) {
    case ToolChoice::Mode::Auto:
        return choice.allowed.empty() ? "AUTO" : "VALIDATED";
    case ToolChoice::Mode::None:
        return "NONE";
    case ToolChoice::Mode::Required:
    case ToolChoice::Mode::Named:
        return "ANY";
    }
    return "AUTO";
}

void writeToolConfig(JsonWriter &json, const Request &request)
{
    static constexpr QByteArrayView prefix = "toolConfig.";
    const bool isGoogles = familyOf(request.source) == Family::Gemini;
    QByteArray members;
    JsonWriter inner(members);
    if (request.toolChoice) {
        const ToolChoice &choice = *request.toolChoice;
        inner.key("functionCallingConfig").beginObject().member("mode", modeName(choice));
        if (choice.mode == ToolChoice::Mode::Named || !choice.allowed.empty()) {
            inner.key("allowedFunctionNames").beginList();
            if (choice.mode == ToolChoice::Mode::Named)
                inner.string(choice.name);
            else
                std::ranges::for_each(choice.allowed,
                                      [&](const auto &name) { inner.string(name); });
            inner.endList();
        }
        inner.endObject();
    }
    for (const RawMember &extra : request.extras) {
        if (isGoogles && extra.name.startsWith(prefix))
            inner.rawMember(QByteArrayView(extra.name).sliced(prefix.size()), extra.value);
    }
    if (!members.isEmpty())
        json.key("toolConfig").raw(QByteArray('{' + members + '}'));
}

} // namespace

Result<void> readTools(JsonView tools, Request &request)
{
    if (tools.exists() && !tools.isList())
        return invalid(u"tools"_s, u"must be a list"_s);
    qsizetype index = 0;
    for (const JsonView entry : tools) {
        const QString path = u"tools[%1]"_s.arg(index++);
        if (!entry.isObject())
            return invalid(path, u"must be an object"_s);
        if (const JsonView functions = either(entry, "functionDeclarations"); functions.exists()) {
            const auto read =
                readDeclarations(functions, path + u".functionDeclarations"_s, request);
            if (!read)
                return read;
        }
        entry.forEachMember([&request](const QByteArray &key, JsonView value) {
            const QByteArray name = camelCase(key);
            if (name == "functionDeclarations" || !value.exists())
                return;
            Tool tool;
            tool.builtIn = name;
            JsonWriter(tool.raw).beginObject().rawMember(name, value.raw()).endObject();
            request.tools.push_back(std::move(tool));
        });
    }
    return {};
}

Result<void> readToolConfig(JsonView config, Request &request)
{
    if (config.exists() && !config.isObject())
        return invalid(u"toolConfig"_s, u"must be an object"_s);
    config.forEachMember([&request](const QByteArray &key, JsonView value) {
        const QByteArray name = camelCase(key);
        if (name != "functionCallingConfig" && value.exists())
            request.extras.push_back({"toolConfig."_ba + name, value.rawCopy()});
    });
    const JsonView calling = either(config, "functionCallingConfig");
    if (!calling.isObject())
        return {};
    ToolChoice choice;
    for (const JsonView name : either(calling, "allowedFunctionNames"))
        choice.allowed.push_back(name.string());
    const QByteArray mode = calling["mode"].string().toUpper();
    if (mode == "NONE") {
        choice.mode = ToolChoice::Mode::None;
    } else if (mode == "ANY") {
        const bool isOne = choice.allowed.size() == 1;
        choice.mode = isOne ? ToolChoice::Mode::Named : ToolChoice::Mode::Required;
        if (isOne)
            choice.name = std::exchange(choice.allowed, {}).front();
    } else if (!mode.isEmpty() && mode != "AUTO" && mode != "VALIDATED"
               && mode != "MODE_UNSPECIFIED") {
        return invalid(u"toolConfig.functionCallingConfig.mode"_s,
                       u"must be AUTO, ANY, NONE or VALIDATED"_s);
    }
    request.toolChoice = std::move(choice);
    return {};
}

Result<void> writeTools(JsonWriter &json, const Request &request, const WriteOptions &options,
                        WrittenRequest &written)
{
    ToolWriter writer{request, options, written};
    if (const auto tools = writer.write(json); !tools)
        return tools;
    writeToolConfig(json, request);
    return {};
}

} // namespace Gatehouse::Dialects::Gemini
