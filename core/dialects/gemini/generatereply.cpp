// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generatereply.h"

#include "core/dialects/gemini/generatecitations.h"
#include "core/dialects/gemini/generateparts.h"
#include "core/dialects/gemini/generatewords.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/toolids.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Gemini {

namespace {

//! All text of a choice: what places of citations count in.
QByteArray textOf(const Choice &choice)
{
    QByteArray text;
    for (const Part &part : choice.parts) {
        if (part.kind == PartKind::Text)
            text += part.text;
    }
    return text;
}

//! Citations stand at the last text.
void placeCitations(JsonView candidate, Choice &choice)
{
    const auto text = std::find_if(choice.parts.rbegin(), choice.parts.rend(),
                                   [](const Part &part) { return part.kind == PartKind::Text; });
    if (text == choice.parts.rend())
        return;
    text->citations = citationsOf(candidate, TextPlaces(QByteArrayView(text->text)));
}

Choice readCandidate(JsonView candidate, CallIds &ids)
{
    Choice choice;
    choice.index = candidate["index"].integer().value_or(0);
    bool hasCalls = false;
    for (const JsonView piece : candidate["content"]["parts"]) {
        auto part = readPart(piece);
        if (!part || part->kind == PartKind::ToolResult)
            continue;
        const bool joins = part->kind == PartKind::Text && part->extras.empty()
            && part->signature.isEmpty() && !choice.parts.empty()
            && choice.parts.back().kind == PartKind::Text
            && choice.parts.back().signature.isEmpty();
        if (part->kind == PartKind::ToolCall) {
            ids.name(*part);
            hasCalls = true;
        }
        if (joins)
            choice.parts.back().text += part->text;
        else
            choice.parts.push_back(std::move(*part));
    }
    choice.finish = finishReasonOf(candidate["finishReason"].string(), hasCalls);
    choice.logprobs = logprobsOf(candidate["logprobsResult"]);
    placeCitations(candidate, choice);
    return choice;
}

void writePart(JsonWriter &json, const Part &part)
{
    const QByteArray signature = signatureText(part.signedBy, part.signature, part.encrypted);
    switch (part.kind) {
    case PartKind::Text:
    case PartKind::Refusal:
        writeText(json, part.text, false, signature);
        return;
    case PartKind::Reasoning:
        writeText(json, part.text, true, signature);
        return;
    case PartKind::ToolCall:
        writeCall(json, part, plainToolId(part.id), signature);
        return;
    case PartKind::Image:
    case PartKind::Audio:
    case PartKind::File:
        json.beginObject();
        writeMedia(json, part.media);
        json.endObject();
        return;
    case PartKind::ToolResult:
        return;
    }
}

void writeCandidate(JsonWriter &json, const Choice &choice)
{
    json.beginObject().key("content").beginObject().key("parts").beginList();
    std::vector<Citation> citations;
    for (const Part &part : choice.parts) {
        writePart(json, part);
        citations.insert(citations.end(), part.citations.begin(), part.citations.end());
    }
    json.endList().member("role", "model").endObject();
    json.member("finishReason", finishName(choice.finish)).member("index", choice.index);
    const QByteArray text = textOf(choice);
    writeCitations(json, citations, TextPlaces(QByteArrayView(text)));
    json.rawIfGiven("logprobsResult", logprobsResultOf(JsonView::parse(choice.logprobs)));
    json.endObject();
}

} // namespace

CallIds::CallIds(const QByteArray &responseId)
{
    QByteArray seed = responseId;
    if (seed.isEmpty())
        seed = QByteArray::number(QRandomGenerator::global()->generate64());
    m_conversation = QCryptographicHash::hash(seed, QCryptographicHash::Sha256)
                         .first(9)
                         .toBase64(QByteArray::Base64UrlEncoding);
}

void CallIds::name(Part &call)
{
    if (call.id.isEmpty())
        call.id = madeCallId(m_conversation, m_made++);
    call.id = packToolId(call.id, call.signature);
}

Result<Reply> readReply(JsonView body)
{
    const JsonView feedback = body["promptFeedback"];
    const JsonView candidates = body["candidates"];
    if (!body.isObject() || (!candidates.isList() && !feedback.isObject()))
        return Error{ErrorCode::Corrupt, u"the answer has no 'candidates'"_s, {}};
    Reply reply;
    reply.id = body["responseId"].string();
    reply.model = modelName(body["modelVersion"].string());
    CallIds ids(reply.id);
    for (const JsonView candidate : candidates)
        reply.choices.push_back(readCandidate(candidate, ids));
    if (reply.choices.empty()) // the prompt was blocked
        reply.choices.emplace_back().finish = FinishReason::ContentFilter;
    JsonMemberReader reader;
    reply.usage = usageOf(body["usageMetadata"], reader);
    return reply;
}

QByteArray writeReply(const Reply &reply, const ReplyContext &context)
{
    QByteArray body;
    JsonWriter json(body);
    json.beginObject().key("candidates").beginList();
    for (const Choice &choice : reply.choices)
        writeCandidate(json, choice);
    json.endList();
    if (reply.usage.known)
        json.rawMember("usageMetadata", usageText(reply.usage));
    json.member("modelVersion", reply.model.isEmpty() ? context.model : reply.model);
    json.member("responseId", reply.id.isEmpty() ? context.requestId : reply.id).endObject();
    return body;
}

} // namespace Gatehouse::Dialects::Gemini
