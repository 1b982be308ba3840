// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messagesschema.h"

#include "core/dialects/jsonview.h"
#include "core/dialects/jsonwriter.h"

#include <algorithm>

namespace Gatehouse::Dialects::Messages {

namespace {

//! Members whose value is data, not schema.
bool isData(QByteArrayView key)
{
    static constexpr std::array<QByteArrayView, 5> keys{"enum", "const", "default", "examples",
                                                        "required"};
    return std::ranges::find(keys, key) != keys.end();
}

void writeClosed(JsonWriter &json, JsonView schema)
{
    if (schema.isList()) {
        json.beginList();
        for (const JsonView element : schema)
            writeClosed(json, element);
        json.endList();
        return;
    }
    if (!schema.isObject()) {
        json.raw(schema.raw());
        return;
    }
    json.beginObject();
    schema.forEachMember([&json](const QByteArray &name, JsonView value) {
        json.key(name);
        if (isData(name))
            json.raw(value.raw());
        else
            writeClosed(json, value);
    });
    if (schema["type"].equals("object") && !schema["additionalProperties"].exists())
        json.member("additionalProperties", false);
    json.endObject();
}

} // namespace

RawJson objectSchema(const RawJson &schema)
{
    const JsonView view = schema.isEmpty() ? JsonView() : JsonView::trusted(schema);
    if (view["type"].equals("object"))
        return schema;
    RawJson object;
    JsonWriter json(object);
    json.beginObject().member("type", "object");
    view.forEachMember([&json](const QByteArray &name, JsonView value) {
        if (name != "type")
            json.rawMember(name, value.raw());
    });
    if (!view["properties"].isObject())
        json.key("properties").beginObject().endObject();
    json.endObject();
    return object;
}

RawJson closedSchema(const RawJson &schema)
{
    RawJson closed;
    JsonWriter json(closed);
    writeClosed(json, JsonView::trusted(schema));
    return closed;
}

} // namespace Gatehouse::Dialects::Messages
