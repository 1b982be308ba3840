// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/abilities.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

constexpr int fewTokens = 64;

//! A plain orange square of 32 x 32 pixels as PNG, base64.
constexpr auto square =
    "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42mO4Xa1NU8QwasGoBaMWjFowasGoBaMWjFow"
    "asGoBaMWDBULAC9zBFt6fhJeAAAAAElFTkSuQmCC"_L1;

QJsonObject chat(const QString &model, const QJsonValue &content)
{
    return {
        {u"model"_s, model},
        {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, content}}}}};
}

//! A JSON schema of one required property.
QJsonObject schema(const QString &property)
{
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, QJsonObject{{property, QJsonObject{{u"type"_s, u"string"_s}}}}},
            {u"required"_s, QJsonArray{property}},
            {u"additionalProperties"_s, false}};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonArray withText(const QJsonObject &image)
{
    return {QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, u"Name the colour in one word."_s}},
            image};
}

QList<AbilityProbe> chatProbes(const Dialects::Quirks &quirks, const QString &model)
{
    QJsonObject tools = chat(model, u"What is the weather in Rome? Call the tool."_s);
    const QJsonObject function{{u"name"_s, u"weather"_s}, {u"parameters"_s, schema(u"city"_s)}};
    tools.insert(u"tools"_s,
                 QJsonArray{QJsonObject{{u"type"_s, u"function"_s}, {u"function"_s, function}}});
    if (quirks.toolChoice == Dialects::Unwanted::Pass)
        tools.insert(u"tool_choice"_s, u"required"_s);
    QJsonObject structured = chat(model, u"Answer with a colour, as JSON."_s);
    structured.insert(u"response_format"_s,
                      QJsonObject{{u"type"_s, u"json_schema"_s},
                                  {u"json_schema"_s,
                                   QJsonObject{{u"name"_s, u"answer"_s},
                                               {u"strict"_s, true},
                                               {u"schema"_s, schema(u"colour"_s)}}}});
    const QJsonObject url{{u"url"_s, QString(u"data:image/png;base64,"_s + square)}};
    const QJsonObject image{{u"type"_s, u"image_url"_s}, {u"image_url"_s, url}};
    using Dialects::Format;
    return {{u"tools"_s, model, Format::OpenAiChat, compact(tools)},
            {u"structured_output"_s, model, Format::OpenAiChat, compact(structured)},
            {u"images"_s, model, Format::OpenAiChat, compact(chat(model, withText(image)))}};
}

AbilityProbe responsesProbe(const QString &model)
{
    return {u"responses"_s, model, Dialects::Format::OpenAiResponses,
            compact({{u"model"_s, model},
                     {u"input"_s, u"Say OK."_s},
                     {u"max_output_tokens"_s, fewTokens},
                     {u"store"_s, false}})};
}

bool callsATool(const QJsonObject &answer)
{
    const QJsonValue message = answer.value("choices"_L1)[0]["message"_L1];
    return !message["tool_calls"_L1].toArray().isEmpty();
}

} // namespace

QList<AbilityProbe> abilityProbes(const Dialects::Quirks &quirks, const QString &model,
                                  const QStringList &models)
{
    QList<AbilityProbe> probes = quirks.chat ? chatProbes(quirks, model) : QList<AbilityProbe>();
    if (quirks.chat && quirks.hasResponses)
        probes.append(responsesProbe(model));
    const auto embeds = std::find_if(models.begin(), models.end(), [&quirks](const QString &name) {
        const bool isRerank = name.contains("rerank"_L1, Qt::CaseInsensitive);
        return name.contains("embed"_L1, Qt::CaseInsensitive) || (!quirks.chat && !isRerank);
    });
    if (quirks.embed && embeds != models.end())
        probes.append({u"embeddings"_s, *embeds, Dialects::Format::OpenAiEmbeddings,
                       compact({{u"model"_s, *embeds}, {u"input"_s, u"OK"_s}})});
    return probes;
}

QString missingIn(const AbilityProbe &probe, const QByteArray &answer)
{
    const QJsonObject object = QJsonDocument::fromJson(answer).object();
    if (probe.capability == "tools"_L1)
        return callsATool(object) ? QString() : u"answered without calling the tool"_s;
    if (probe.capability == "structured_output"_L1) {
        const QString text = object.value("choices"_L1)[0]["message"_L1]["content"_L1].toString();
        const bool fits = QJsonDocument::fromJson(text.toUtf8()).object().contains("colour"_L1);
        return fits ? QString() : u"the answer does not follow the schema"_s;
    }
    if (probe.capability == "responses"_L1)
        return object.value("output"_L1).isArray() ? QString() : u"the answer has no output"_s;
    if (probe.capability == "embeddings"_L1)
        return object.value("data"_L1)[0]["embedding"_L1].isUndefined()
            ? u"the answer has no embedding"_s
            : QString();
    return object.isEmpty() ? u"the answer is no JSON"_s : QString();
}

} // namespace Gatehouse::Providers
