// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/ollama/codecs.h"
#include "core/dialects/ollama/conversation.h"
#include "core/dialects/ollama/settings.h"
#include "core/dialects/ollama/words.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Ollama {

namespace {

constexpr std::array<QByteArrayView, 6> generateNames{"prompt", "system",   "images",
                                                      "suffix", "template", "raw"};

//! Members that only a server which holds the model itself can follow.
Result<void> refuseOwnWays(JsonView body)
{
    for (const QByteArrayView name : {"suffix", "template"}) {
        if (!body[name].isEmpty())
            return wrong(name.toByteArray(),
                         u"cannot be used with this model: it takes whole prompts only"_s);
    }
    if (body["raw"].isTrue())
        return wrong("raw"_ba, u"cannot be used with this model: it has a template of its own"_s);
    return {};
}

//! A conversation that is one prompt.
struct Prompt {
    QByteArray system;
    const Message *user = nullptr;
};

Result<Prompt> promptOf(const Request &request)
{
    const auto refuse = [&] { // the three kinds of parts share the conversation's name
        return cannotSay(request.source, Field::Files, "Ollama's generate",
                         "it takes one prompt, no conversation.");
    };
    Prompt prompt;
    for (const Message &message : request.messages) {
        const bool isSystem = message.role == Role::System || message.role == Role::Developer;
        if (!isSystem && (prompt.user || message.role != Role::User))
            return refuse();
        if (!isSystem) {
            prompt.user = &message;
            continue;
        }
        const auto pieces = piecesOf(message.parts, request.source);
        if (!pieces)
            return pieces.error();
        if (!prompt.system.isEmpty())
            prompt.system += '\n';
        prompt.system += pieces->text;
    }
    if (!prompt.user)
        return refuse();
    return prompt;
}

} // namespace

Result<Request> readGenerateRequest(JsonView body)
{
    Request request;
    request.source = Format::OllamaGenerate;
    if (auto refused = refuseOwnWays(body); !refused)
        return refused.error();
    if (auto read = readSettings(body, generateNames, request); !read)
        return read.error();
    if (body["prompt"].isEmpty())
        return wrong("prompt"_ba, u"is empty: there is no model to load here, only to ask"_s);
    for (const QByteArrayView name : {"prompt", "system"}) {
        if (body[name].exists() && !body[name].isString())
            return wrong(name.toByteArray(), u"must be a string"_s);
    }
    if (!body["system"].isEmpty()) {
        Message system{Role::System, {}, {}, {}};
        system.parts.push_back({.text = body["system"].string()});
        request.messages.push_back(std::move(system));
    }
    Message user;
    user.parts.push_back({.text = body["prompt"].string()});
    if (auto read = readImages(body["images"], "images"_ba, user.parts); !read)
        return read.error();
    request.messages.push_back(std::move(user));
    return request;
}

Result<WrittenRequest> writeGenerateRequest(const Request &request, const WriteOptions &options)
{
    WrittenRequest written;
    if (auto sayable = checkSayable(request, options, written); !sayable)
        return sayable.error();
    if (!request.tools.empty())
        return cannotSay(request.source, Field::Tools, "Ollama's generate");
    const auto prompt = promptOf(request);
    if (!prompt)
        return prompt.error();
    const auto pieces = piecesOf(prompt->user->parts, request.source);
    if (!pieces)
        return pieces.error();
    JsonWriter json(written.body);
    json.beginObject().member("model", options.model).member("stream", request.stream);
    json.ifGiven("system", prompt->system).member("prompt", pieces->text);
    if (!pieces->images.empty()) {
        json.key("images").beginList();
        for (const QByteArray &image : pieces->images)
            json.string(image);
        json.endList();
    }
    writeSettings(request, pieces->text.size() + prompt->system.size(), int(pieces->images.size()),
                  json);
    json.endObject();
    return written;
}

} // namespace Gatehouse::Dialects::Ollama
