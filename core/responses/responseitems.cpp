// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/responses/responseitems.h"

#include "core/dialects/jsonview.h"
#include "core/dialects/jsonwriter.h"

#include <QtCore/QUrlQuery>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Gatehouse::Responses {

namespace {

using Dialects::JsonView;
using Dialects::JsonWriter;

struct Prefix {
    QByteArrayView type;
    QByteArrayView prefix;
};
constexpr std::array prefixes{
    Prefix{"message", "msg_"},
    Prefix{"function_call", "fc_"},
    Prefix{"function_call_output", "fco_"},
    Prefix{"custom_tool_call", "ctc_"},
    Prefix{"custom_tool_call_output", "ctco_"},
    Prefix{"reasoning", "rs_"},
};

QByteArray newId(QByteArrayView type, QByteArrayView seed, qsizetype number)
{
    const auto known = std::ranges::find(prefixes, type, &Prefix::type);
    const QByteArrayView prefix = known == prefixes.end() ? QByteArrayView("item_") : known->prefix;
    return prefix.toByteArray() + seed.toByteArray() + "_in" + QByteArray::number(number);
}

void writeTextContent(JsonWriter &json, QByteArrayView role, JsonView text)
{
    json.key("content").beginList().beginObject();
    json.member("type", role == "assistant" ? "output_text" : "input_text");
    json.rawMember("text", text.raw()).endObject().endList();
}

//! \a name as it is written in its text.
void writeMember(JsonWriter &json, QByteArrayView name, JsonView value)
{
    const QByteArray member = '"' + name.toByteArray() + "\":" + value.raw().toByteArray();
    json.raw(member);
}

void writeInputItem(JsonWriter &json, JsonView item, QByteArrayView seed, qsizetype number)
{
    const QByteArray role = item["role"].string();
    const bool isMessage = !role.isEmpty() && !item["type"].exists();
    json.beginObject();
    if (!item["id"].exists())
        json.member("id", newId(isMessage ? "message"_ba : item["type"].string(), seed, number));
    if (isMessage)
        json.member("type", "message");
    item.forEachRawMember([&](QByteArrayView name, JsonView value) {
        if (name == "content" && value.isString() && !role.isEmpty())
            writeTextContent(json, role, value);
        else if (name == "id" ? value.exists() : name != "type" || !isMessage)
            writeMember(json, name, value);
    });
    json.endObject();
}

//! An earlier item for a provider that has never seen it.
void writeEarlierItem(JsonWriter &json, JsonView item)
{
    if (item["type"].equals("reasoning") && item["encrypted_content"].isEmpty())
        return;
    json.beginObject();
    item.forEachRawMember([&json](QByteArrayView name, JsonView value) {
        if (name != "id" && name != "status")
            writeMember(json, name, value);
    });
    json.endObject();
}

QByteArray listOf(QByteArrayView items)
{
    return '[' + items.toByteArray() + ']';
}

QByteArrayView insideOf(JsonView list)
{
    return list.isList() ? list.raw().sliced(1, list.raw().size() - 2).trimmed() : QByteArrayView();
}

Error wrong(const QString &name, const QString &what)
{
    return {ErrorCode::InvalidArgument, u"'%1' %2"_s.arg(name, what), name};
}

QByteArray pageOf(std::span<const JsonView> items, bool hasMore)
{
    QByteArray out;
    JsonWriter json(out);
    json.beginObject().member("object", "list").key("data").beginList();
    for (const JsonView item : items)
        json.raw(item.raw());
    json.endList();
    for (const bool isFirst : {true, false}) {
        json.key(isFirst ? "first_id" : "last_id");
        if (items.empty())
            json.null();
        else
            json.string((isFirst ? items.front() : items.back())["id"].string());
    }
    json.member("has_more", hasMore).endObject();
    return out;
}

} // namespace

QByteArray inputItems(QByteArrayView requestBody, QByteArrayView seed)
{
    const JsonView input = JsonView::trusted(requestBody)["input"];
    QByteArray out;
    JsonWriter json(out);
    if (input.isString()) {
        json.beginObject().member("id", newId("message", seed, 0)).member("type", "message");
        json.member("role", "user");
        writeTextContent(json, "user", input);
        json.endObject();
    }
    qsizetype number = 0;
    for (const JsonView item : input)
        writeInputItem(json, item, seed, number++);
    return out;
}

QByteArray outputItems(QByteArrayView response)
{
    return insideOf(JsonView::parse(response)["output"]).toByteArray();
}

QByteArray continuedRequest(QByteArrayView requestBody, QByteArrayView items)
{
    const JsonView body = JsonView::trusted(requestBody);
    const JsonView input = body["input"];
    QByteArray out;
    out.reserve(requestBody.size() + items.size() + 64);
    JsonWriter json(out);
    json.beginObject();
    body.forEachMember([&json](const QByteArray &name, JsonView value) {
        if (name != "input" && name != "previous_response_id")
            json.key(name).raw(value.raw());
    });
    json.key("input").beginList();
    const QByteArray earlier = listOf(items);
    for (const JsonView item : JsonView::trusted(earlier))
        writeEarlierItem(json, item);
    if (input.isString())
        json.beginObject().member("role", "user").rawMember("content", input.raw()).endObject();
    for (const JsonView item : input)
        json.raw(item.raw());
    json.endList().endObject();
    return out;
}

QByteArray lastResponse(QByteArrayView events)
{
    // Strings have no line ends of their own: a line that begins with "data: " is one.
    constexpr QByteArrayView mark("\ndata: ");
    const qsizetype at = events.lastIndexOf(mark);
    if (at < 0)
        return {};
    QByteArrayView data = events.sliced(at + mark.size());
    if (const qsizetype end = data.indexOf('\n'); end >= 0)
        data = data.first(end);
    return JsonView::parse(data)["response"].rawCopy();
}

Result<QByteArray> inputItemsPage(QByteArrayView items, QByteArrayView query)
{
    constexpr int usualLimit = 20;
    constexpr int maxLimit = 100;
    const QUrlQuery asked(QString::fromLatin1(query));
    const QString limitText = asked.queryItemValue(u"limit"_s);
    bool isNumber = true;
    const int limit = limitText.isEmpty() ? usualLimit : limitText.toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > maxLimit)
        return wrong(u"limit"_s, u"must be a whole number from 1 to 100."_s);
    const QString order = asked.queryItemValue(u"order"_s);
    if (!order.isEmpty() && order != "asc"_L1 && order != "desc"_L1)
        return wrong(u"order"_s, u"must be 'asc' or 'desc'."_s);

    const QByteArray list = listOf(items);
    std::vector<JsonView> all;
    for (const JsonView item : JsonView::trusted(list))
        all.push_back(item);
    if (order != "asc"_L1)
        std::ranges::reverse(all);
    auto begin = all.begin();
    const QByteArray after = asked.queryItemValue(u"after"_s, QUrl::FullyDecoded).toUtf8();
    if (!after.isEmpty()) {
        begin = std::ranges::find_if(
            all, [&after](JsonView item) { return item["id"].string() == after; });
        if (begin == all.end())
            return wrong(u"after"_s, u"is not the id of an input item of this response."_s);
        ++begin;
    }
    const auto end = begin + std::min<std::ptrdiff_t>(limit, all.end() - begin);
    return pageOf(std::span<const JsonView>(begin, end), end != all.end());
}

} // namespace Gatehouse::Responses
