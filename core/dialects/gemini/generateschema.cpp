// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generateschema.h"

#include "core/dialects/gemini/generatewords.h"
#include "core/dialects/jsonwriter.h"

#include <algorithm>
#include <array>

namespace Gatehouse::Dialects::Gemini {

namespace {

//! 64-bit counts, which proto JSON writes as strings.
constexpr std::array<QByteArrayView, 6> counts{"minItems",      "maxItems",  "minLength",
                                               "maxProperties", "maxLength", "minProperties"};

void writeSchema(JsonWriter &json, JsonView schema);

void writeType(JsonWriter &json, JsonView type, bool isNullable)
{
    json.key("type");
    if (!type.isString()) {
        json.raw(type.raw());
        return;
    }
    const QByteArray name = type.string().toLower();
    if (!isNullable)
        json.string(name);
    else
        json.beginList().string(name).string("null").endList();
}

void writeProperties(JsonWriter &json, JsonView properties)
{
    json.key("properties").beginObject();
    properties.forEachMember([&json](const QByteArray &name, JsonView property) {
        json.key(name);
        writeSchema(json, property);
    });
    json.endObject();
}

void writeChoices(JsonWriter &json, JsonView choices)
{
    json.key("anyOf").beginList();
    for (const JsonView choice : choices)
        writeSchema(json, choice);
    json.endList();
}

void writeMember(JsonWriter &json, const QByteArray &name, JsonView value, bool isNullable)
{
    const bool isCount = std::ranges::find(counts, QByteArrayView(name)) != counts.end();
    if (name == "type") {
        writeType(json, value, isNullable);
    } else if (name == "properties" && value.isObject()) {
        writeProperties(json, value);
    } else if (name == "items" && value.isObject()) {
        json.key(name);
        writeSchema(json, value);
    } else if (name == "anyOf" && value.isList()) {
        writeChoices(json, value);
    } else if (isCount && JsonView::parse(value.string()).isNumber()) {
        json.rawMember(name, value.string());
    } else if (name != "nullable" && name != "propertyOrdering") {
        json.rawMember(name, value.raw());
    }
}

void writeSchema(JsonWriter &json, JsonView schema)
{
    if (!schema.isObject()) {
        json.raw(schema.raw());
        return;
    }
    const bool isNullable = schema["nullable"].isTrue();
    json.beginObject();
    schema.forEachMember([&](const QByteArray &name, JsonView value) {
        writeMember(json, camelCase(name), value, isNullable);
    });
    json.endObject();
}

} // namespace

RawJson jsonSchemaOf(JsonView openApi)
{
    if (!openApi.isObject())
        return {};
    RawJson text;
    JsonWriter json(text);
    writeSchema(json, openApi);
    return text;
}

} // namespace Gatehouse::Dialects::Gemini
