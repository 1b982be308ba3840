// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/jsonwriter.h"
#include "core/dialects/ollama/codecs.h"
#include "core/dialects/ollama/conversation.h"
#include "core/dialects/ollama/settings.h"
#include "core/dialects/ollama/words.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Ollama {

namespace {

constexpr std::array<QByteArrayView, 2> chatNames{"messages", "tools"};

Result<void> readTools(JsonView tools, Request &request)
{
    if (tools.exists() && !tools.isList())
        return wrong("tools"_ba, u"must be a list"_s);
    for (const JsonView entry : tools) {
        const QByteArray path =
            "tools["_ba + QByteArray::number(qsizetype(request.tools.size())) + "].function";
        const JsonView function = entry["function"];
        Tool tool;
        tool.name = function["name"].string();
        if (tool.name.isEmpty())
            return wrong(path, u"must be an object with a name"_s);
        tool.description = function["description"].string();
        const JsonView parameters = function["parameters"];
        if (parameters.exists() && !parameters.isObject())
            return wrong(path + ".parameters", u"must be a JSON schema"_s);
        tool.parameters = parameters.rawCopy();
        request.tools.push_back(std::move(tool));
    }
    return {};
}

} // namespace

Result<Request> readChatRequest(JsonView body)
{
    Request request;
    request.source = Format::OllamaChat;
    if (auto read = readSettings(body, chatNames, request); !read)
        return read.error();
    if (auto read = readMessages(body["messages"], request); !read)
        return read.error();
    if (auto read = readTools(body["tools"], request); !read)
        return read.error();
    if (request.messages.empty())
        return wrong("messages"_ba, u"is empty: there is no model to load here, only to ask"_s);
    return request;
}

Result<WrittenRequest> writeChatRequest(const Request &request, const WriteOptions &options)
{
    WrittenRequest written;
    if (auto sayable = checkSayable(request, options, written); !sayable)
        return sayable.error();
    const auto tools = writeTools(request, written);
    if (!tools)
        return tools.error();
    const auto messages = writeMessages(request, written);
    if (!messages)
        return messages.error();
    JsonWriter json(written.body);
    json.beginObject().member("model", options.model).member("stream", request.stream);
    json.rawMember("messages", messages->list).rawIfGiven("tools", *tools);
    const qint64 promptBytes =
        messages->list.size() - messages->imageBytes + tools->size() + request.output.schema.size();
    writeSettings(request, promptBytes, messages->images, json);
    json.endObject();
    return written;
}

} // namespace Gatehouse::Dialects::Ollama
