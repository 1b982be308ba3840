// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"
#include "tests/core/dialects/matrix/clientrequests.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

//! What a body says, read from its JSON by the vendors' pages and not by our codecs: one line a
//! fact, in the order of the conversation. "user Hello there", "call 0 get_weather {…}" …
namespace Gatehouse::Dialects::Matrix {

using namespace Qt::StringLiterals;

inline QByteArray compact(const QJsonValue &value)
{
    if (value.isString()) // arguments as JSON inside a string
        return compact(QJsonDocument::fromJson(value.toString().toUtf8()).object());
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

inline QString schemaFact(const QJsonObject &schema)
{
    return schema["properties"_L1].toObject().keys().join(u',') + u' '
        + schema["required"_L1].toArray().first().toString();
}

//! Collects the facts of one conversation; calls are numbered as they come, results named by the
//! call they answer.
class Facts
{
public:
    void say(const QString &who, const QString &text)
    {
        if (!text.isEmpty())
            m_lines.append(who + u' ' + text);
    }
    void image(const QString &type, const QString &data)
    {
        m_lines.append(u"image %1 %2"_s.arg(type, data));
    }
    void tool(const QJsonObject &tool, const QString &schemaName)
    {
        m_tools.append(u"tool %1, %2: %3"_s.arg(tool["name"_L1].toString(),
                                                tool["description"_L1].toString(),
                                                schemaFact(tool[schemaName].toObject())));
    }
    void call(const QString &id, const QString &name, const QJsonValue &arguments)
    {
        m_ids.append(id);
        m_lines.append(u"call %1 %2"_s.arg(name, QString::fromUtf8(compact(arguments))));
    }
    //! An empty \a id answers the calls in their order.
    void result(const QString &id, const QString &text)
    {
        const qsizetype asked = id.isEmpty() ? m_results : m_ids.indexOf(id);
        ++m_results;
        m_lines.append(u"result of call %1: %2"_s.arg(asked).arg(text));
    }
    void setting(const QString &line) { m_settings.append(line); }
    void structured(const QJsonObject &schema)
    {
        if (!schema.isEmpty())
            setting(u"schema "_s + schemaFact(schema));
    }
    void number(const QString &name, const QJsonValue &value)
    {
        if (value.isDouble())
            setting(name + u' ' + QString::number(value.toInteger()));
    }
    void stop(const QJsonValue &value)
    {
        for (const QJsonValue &word : value.isArray() ? value.toArray() : QJsonArray{value})
            if (word.isString())
                setting(u"stop "_s + word.toString());
    }
    QStringList lines() const { return m_lines + m_tools + m_settings; }

private:
    QStringList m_lines;
    QStringList m_tools;
    QStringList m_settings;
    QStringList m_ids;
    qsizetype m_results = 0;
};

inline QString textOf(const QJsonValue &content)
{
    QString text = content.toString();
    for (const QJsonValue &part : content.toArray())
        text += part["text"_L1].toString();
    return text;
}

inline void imageOfUrl(Facts &facts, const QString &url)
{
    const qsizetype comma = url.indexOf(u";base64,"_s);
    if (url.startsWith("data:"_L1) && comma > 0)
        facts.image(url.mid(5, comma - 5), url.mid(comma + 8));
}

//! OpenAI's chat shape, which Cohere and Ollama share but for details.
inline void readChatMessages(Facts &facts, const QJsonArray &messages)
{
    for (const QJsonValue &message : messages) {
        const QString role = message["role"_L1].toString();
        const QJsonValue content = message["content"_L1];
        if (role == "tool"_L1) {
            facts.result(message["tool_call_id"_L1].toString(), textOf(content));
            continue;
        }
        facts.say(role == "developer"_L1 ? u"system"_s : role, textOf(content));
        for (const QJsonValue &part : content.toArray()) {
            const QJsonValue url = part["image_url"_L1];
            imageOfUrl(facts, url.isString() ? url.toString() : url["url"_L1].toString());
        }
        for (const QJsonValue &data : message["images"_L1].toArray())
            facts.image(u"image/png"_s, data.toString()); // Ollama does not name the type
        for (const QJsonValue &call : message["tool_calls"_L1].toArray())
            facts.call(call["id"_L1].toString(), call["function"_L1]["name"_L1].toString(),
                       call["function"_L1]["arguments"_L1]);
    }
}

inline void readChatTools(Facts &facts, const QJsonArray &tools)
{
    for (const QJsonValue &tool : tools)
        facts.tool(tool["function"_L1].toObject(), u"parameters"_s);
}

inline QStringList openAiChatFacts(const QJsonObject &body)
{
    Facts facts;
    readChatMessages(facts, body["messages"_L1].toArray());
    readChatTools(facts, body["tools"_L1].toArray());
    const QString choice = body["tool_choice"_L1].toString();
    if (choice == "required"_L1 || choice == "any"_L1)
        facts.setting(u"must call"_s);
    facts.structured(body["response_format"_L1]["json_schema"_L1]["schema"_L1].toObject());
    const QJsonValue thinking = body["thinking"_L1]["type"_L1];
    if (body.contains("reasoning_effort"_L1) || body.contains("reasoning"_L1)
        || thinking.toString() == "enabled"_L1)
        facts.setting(u"think"_s);
    facts.stop(body["stop"_L1]);
    facts.number(u"limit"_s, body["max_tokens"_L1]);
    facts.number(u"limit"_s, body["max_completion_tokens"_L1]);
    return facts.lines();
}

inline QStringList cohereFacts(const QJsonObject &body)
{
    Facts facts;
    readChatMessages(facts, body["messages"_L1].toArray());
    readChatTools(facts, body["tools"_L1].toArray());
    if (body["tool_choice"_L1].toString() == "REQUIRED"_L1)
        facts.setting(u"must call"_s);
    facts.structured(body["response_format"_L1]["json_schema"_L1].toObject());
    if (body["thinking"_L1]["type"_L1].toString() == "enabled"_L1)
        facts.setting(u"think"_s);
    facts.stop(body["stop_sequences"_L1]);
    facts.number(u"limit"_s, body["max_tokens"_L1]);
    return facts.lines();
}

inline QStringList ollamaFacts(const QJsonObject &body)
{
    Facts facts;
    readChatMessages(facts, body["messages"_L1].toArray());
    readChatTools(facts, body["tools"_L1].toArray());
    facts.structured(body["format"_L1].toObject());
    const QJsonValue think = body["think"_L1];
    if (think.toBool() || think.isString())
        facts.setting(u"think"_s);
    facts.stop(body["options"_L1]["stop"_L1]);
    facts.number(u"limit"_s, body["options"_L1]["num_predict"_L1]);
    return facts.lines();
}

inline QStringList anthropicFacts(const QJsonObject &body)
{
    Facts facts;
    facts.say(u"system"_s, textOf(body["system"_L1]));
    for (const QJsonValue &message : body["messages"_L1].toArray()) {
        facts.say(message["role"_L1].toString(), textOf(message["content"_L1]));
        for (const QJsonValue &block : message["content"_L1].toArray()) {
            const QString type = block["type"_L1].toString();
            if (type == "image"_L1)
                facts.image(block["source"_L1]["media_type"_L1].toString(),
                            block["source"_L1]["data"_L1].toString());
            else if (type == "tool_use"_L1)
                facts.call(block["id"_L1].toString(), block["name"_L1].toString(),
                           block["input"_L1]);
            else if (type == "tool_result"_L1)
                facts.result(block["tool_use_id"_L1].toString(), textOf(block["content"_L1]));
        }
    }
    for (const QJsonValue &tool : body["tools"_L1].toArray())
        facts.tool(tool.toObject(), u"input_schema"_s);
    if (body["tool_choice"_L1]["type"_L1].toString() == "any"_L1)
        facts.setting(u"must call"_s);
    facts.structured(body["output_config"_L1]["format"_L1]["schema"_L1].toObject());
    const QString thinking = body["thinking"_L1]["type"_L1].toString();
    if (thinking == "enabled"_L1 || thinking == "adaptive"_L1)
        facts.setting(u"think"_s);
    facts.stop(body["stop_sequences"_L1]);
    facts.number(u"limit"_s, body["max_tokens"_L1]);
    return facts.lines();
}

inline QStringList geminiFacts(const QJsonObject &body)
{
    Facts facts;
    facts.say(u"system"_s, textOf(body["systemInstruction"_L1]["parts"_L1]));
    for (const QJsonValue &content : body["contents"_L1].toArray()) {
        const bool isModel = content["role"_L1].toString() == "model"_L1;
        facts.say(isModel ? u"assistant"_s : u"user"_s, textOf(content["parts"_L1]));
        for (const QJsonValue &part : content["parts"_L1].toArray()) {
            const QJsonValue call = part["functionCall"_L1];
            const QJsonValue result = part["functionResponse"_L1];
            if (part["inlineData"_L1].isObject())
                facts.image(part["inlineData"_L1]["mimeType"_L1].toString(),
                            part["inlineData"_L1]["data"_L1].toString());
            if (call.isObject())
                facts.call(call["id"_L1].toString(), call["name"_L1].toString(), call["args"_L1]);
            if (result.isObject())
                facts.result(result["id"_L1].toString(),
                             result["response"_L1].toObject().begin()->toString());
        }
    }
    for (const QJsonValue &tool : body["tools"_L1].toArray())
        for (const QJsonValue &function : tool["functionDeclarations"_L1].toArray())
            facts.tool(function.toObject(), u"parametersJsonSchema"_s);
    if (body["toolConfig"_L1]["functionCallingConfig"_L1]["mode"_L1].toString() == "ANY"_L1)
        facts.setting(u"must call"_s);
    const QJsonValue config = body["generationConfig"_L1];
    facts.structured(config["responseJsonSchema"_L1].toObject());
    if (config["thinkingConfig"_L1].isObject())
        facts.setting(u"think"_s);
    facts.stop(config["stopSequences"_L1]);
    facts.number(u"limit"_s, config["maxOutputTokens"_L1]);
    return facts.lines();
}

inline QStringList bedrockFacts(const QJsonObject &body)
{
    Facts facts;
    facts.say(u"system"_s, textOf(body["system"_L1]));
    for (const QJsonValue &message : body["messages"_L1].toArray()) {
        facts.say(message["role"_L1].toString(), textOf(message["content"_L1]));
        for (const QJsonValue &block : message["content"_L1].toArray()) {
            const QJsonValue call = block["toolUse"_L1];
            const QJsonValue result = block["toolResult"_L1];
            if (block["image"_L1].isObject())
                facts.image(u"image/"_s + block["image"_L1]["format"_L1].toString(),
                            block["image"_L1]["source"_L1]["bytes"_L1].toString());
            if (call.isObject())
                facts.call(call["toolUseId"_L1].toString(), call["name"_L1].toString(),
                           call["input"_L1]);
            if (result.isObject())
                facts.result(result["toolUseId"_L1].toString(), textOf(result["content"_L1]));
        }
    }
    for (const QJsonValue &tool : body["toolConfig"_L1]["tools"_L1].toArray()) {
        QJsonObject spec = tool["toolSpec"_L1].toObject();
        spec["schema"_L1] = spec["inputSchema"_L1]["json"_L1];
        facts.tool(spec, u"schema"_s);
    }
    if (body["toolConfig"_L1]["toolChoice"_L1]["any"_L1].isObject())
        facts.setting(u"must call"_s);
    const QJsonValue format = body["outputConfig"_L1]["textFormat"_L1];
    const QJsonValue schema = format["structure"_L1]["jsonSchema"_L1]["schema"_L1];
    facts.structured(QJsonDocument::fromJson(schema.toString().toUtf8()).object());
    const QJsonValue more = body["additionalModelRequestFields"_L1];
    if (more["thinking"_L1].isObject() || more["reasoning_effort"_L1].isString()
        || more["output_config"_L1].isObject() || body["outputConfig"_L1]["effort"_L1].isString())
        facts.setting(u"think"_s);
    facts.stop(body["inferenceConfig"_L1]["stopSequences"_L1]);
    facts.number(u"limit"_s, body["inferenceConfig"_L1]["maxTokens"_L1]);
    return facts.lines();
}

//! What an upstream is told by \a body.
inline QStringList factsOf(Format upstream, const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    switch (upstream) {
    case Format::OpenAiChat:
        return openAiChatFacts(object);
    case Format::AnthropicMessages:
        return anthropicFacts(object);
    case Format::GeminiGenerate:
        return geminiFacts(object);
    case Format::BedrockConverse:
        return bedrockFacts(object);
    case Format::CohereChat:
        return cohereFacts(object);
    case Format::OllamaChat:
        return ollamaFacts(object);
    default:
        return {};
    }
}

//! What every upstream must be told when a client asks with \a feature.
inline QStringList wantedFacts(Feature feature)
{
    const QStringList hello{u"user Hello there"_s};
    const QString tool = u"tool get_weather, Weather of a city: city city"_s;
    const QString paris = u"call get_weather {\"city\":\"Paris\"}"_s;
    const QString rome = u"call get_weather {\"city\":\"Rome\"}"_s;
    switch (feature) {
    case Feature::Text:
        return hello;
    case Feature::System:
        return QStringList{u"system Be brief."_s} + hello;
    case Feature::MultiTurn:
        return {u"user One"_s, u"assistant Two"_s, u"user Three"_s};
    case Feature::Image:
        return {u"user What is it?"_s, u"image image/png iVBORw0KGgo="_s};
    case Feature::Tool:
        return hello + QStringList{tool};
    case Feature::ToolChoice:
        return hello + QStringList{tool, u"must call"_s};
    case Feature::ToolResult:
        return hello + QStringList{paris, u"result of call 0: sunny"_s, tool};
    case Feature::ParallelResults:
        return hello
            + QStringList{paris, rome, u"result of call 0: sunny"_s, u"result of call 1: rainy"_s,
                          tool};
    case Feature::Structured:
        return hello + QStringList{u"schema city city"_s};
    case Feature::Reasoning:
        return hello + QStringList{u"think"_s};
    case Feature::Stop:
        return hello + QStringList{u"stop END"_s};
    case Feature::MaxTokens:
        return hello + QStringList{u"limit 100"_s};
    }
    return {};
}

} // namespace Gatehouse::Dialects::Matrix
