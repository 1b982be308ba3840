// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/lists.h"

#include "core/dialects/jsonwriter.h"
#include "core/dialects/ollama/words.h"

#include <QtCore/QCryptographicHash>

namespace Gatehouse::Dialects {

namespace {

constexpr QByteArrayView spokenVersion = "0.12.0"; //!< has thinking, tools and logprobs

//! Clients use it as a key of the model.
QByteArray digestOf(const ModelEntry &model)
{
    return QCryptographicHash::hash(model.id, QCryptographicHash::Sha256).toHex();
}

void writeDetails(const ModelEntry &model, JsonWriter &json)
{
    json.key("details").beginObject().member("parent_model", "").member("format", "gguf");
    json.member("family", model.ownedBy).key("families").beginList().string(model.ownedBy);
    json.endList().member("parameter_size", "").member("quantization_level", "").endObject();
}

void writeEntry(const ModelEntry &model, JsonWriter &json)
{
    json.beginObject().member("name", model.id).member("model", model.id);
    json.member("size", 0).member("digest", digestOf(model));
    writeDetails(model, json);
}

} // namespace

QByteArray ollamaTagsBody(std::span<const ModelEntry> models)
{
    QByteArray body;
    JsonWriter json(body);
    json.beginObject().key("models").beginList();
    for (const ModelEntry &model : models) {
        writeEntry(model, json);
        json.member("modified_at", Ollama::timeText(model.created)).endObject();
    }
    json.endList().endObject();
    return body;
}

QByteArray ollamaProcessesBody(std::span<const ModelEntry> models, qint64 expires)
{
    QByteArray body;
    JsonWriter json(body);
    json.beginObject().key("models").beginList();
    for (const ModelEntry &model : models) {
        writeEntry(model, json);
        json.member("expires_at", Ollama::timeText(expires)).member("size_vram", 0).endObject();
    }
    json.endList().endObject();
    return body;
}

QByteArray ollamaShowBody(const ModelEntry &model)
{
    QByteArray body;
    JsonWriter json(body);
    json.beginObject().member("license", "").member("modelfile", "").member("parameters", "");
    json.member("template", "");
    writeDetails(model, json);
    json.key("model_info").beginObject().member("general.architecture", model.ownedBy);
    json.member("general.basename", model.id).endObject();
    json.key("capabilities").beginList().string("completion").string("tools").endList();
    json.member("modified_at", Ollama::timeText(model.created)).endObject();
    return body;
}

QByteArray ollamaVersionBody()
{
    QByteArray body;
    JsonWriter(body).beginObject().member("version", spokenVersion).endObject();
    return body;
}

QByteArray ollamaLoadedBody(Format format, QByteArrayView model, qint64 now)
{
    QByteArray body;
    JsonWriter json(body);
    json.beginObject().member("model", model).member("created_at", Ollama::timeText(now));
    if (format == Format::OllamaGenerate) {
        json.member("response", "");
    } else {
        json.key("message").beginObject().member("role", "assistant").member("content", "");
        json.endObject();
    }
    json.member("done", true).member("done_reason", "load").endObject();
    return body;
}

} // namespace Gatehouse::Dialects
