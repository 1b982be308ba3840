// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/vertex/rawpredict.h"

#include "core/dialects/jsonwriter.h"

namespace Gatehouse::Dialects {

QByteArray cloudMessagesBody(JsonView messages, QByteArrayView version, ModelMember model)
{
    if (!messages.isObject())
        return messages.raw().toByteArray();
    QByteArray body;
    body.reserve(messages.raw().size() + 64);
    JsonWriter json(body);
    json.beginObject().member("anthropic_version", version);
    messages.forEachMember([&](const QByteArray &name, JsonView value) {
        const bool isLeftOut =
            name == "anthropic_version" || (name == "model" && model == ModelMember::LeaveOut);
        if (!isLeftOut)
            json.rawMember(name, value.raw());
    });
    json.endObject();
    return body;
}

} // namespace Gatehouse::Dialects
