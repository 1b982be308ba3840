// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/wholereply.h"

#include "core/dialects/classify.h"
#include "core/dialects/keyscan.h"
#include "core/dialects/wireformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

void fail(WholeReply &reply, QByteArray message)
{
    reply.hasFailed = true;
    if (reply.error.message.isEmpty())
        reply.error.message = std::move(message);
}

//! Members with which providers say, in spite of status 200, that the request failed.
bool saysError(const JsonMembers &members)
{
    const QByteArrayView error = memberValue(members, "error");
    return (!error.isEmpty() && error != "null") || memberValue(members, "object") == "\"error\""
        || memberValue(members, "type") == "\"error\""
        || memberValue(members, "status") == "\"failed\"";
}

//! The first non-empty string under \a key, wherever it stands outside of strings.
QByteArray firstString(QByteArrayView body, QByteArrayView key)
{
    QByteArray found;
    if (key.isEmpty())
        return found;
    scanKeys(body, [&](QByteArrayView name, const char *value, const char *end, int depth) {
        if (depth <= 3 && name == key)
            found = unquoted(stringToken(value, end));
        return found.isEmpty();
    });
    return found;
}

Usage usageOf(const WireFormat &format, QByteArrayView usage, JsonMemberReader &reader)
{
    UsageParts parts;
    if (usage.startsWith('{'))
        readUsage(usage, format.usageNames, reader, parts);
    return normalised(parts, format.promptCount);
}

//! The object behind the last \a name ("usage") of a tail that may begin anywhere.
QByteArrayView usageInTail(QByteArrayView tail, QByteArrayView name)
{
    const QByteArray quoted = '"' + name.toByteArray() + '"';
    const qsizetype key = tail.lastIndexOf(quoted);
    const qsizetype open = key < 0 ? -1 : tail.indexOf('{', key);
    if (open < 0)
        return {};
    int depth = 0;
    for (qsizetype at = open; at < tail.size(); ++at) { // counts only numbers and names inside
        depth += tail[at] == '{' ? 1 : tail[at] == '}' ? -1 : 0;
        if (depth == 0)
            return tail.sliced(open, at + 1 - open);
    }
    return {};
}

//! The last counts of a tail of an answer that holds them itself.
Usage countsInTail(const WireFormat &format, QByteArrayView tail)
{
    UsageParts parts;
    for (const UsageName &name : format.usageNames) {
        const QByteArray key = '"' + name.key.toByteArray() + "\":";
        const qsizetype at = tail.lastIndexOf(key);
        if (at < 0)
            continue;
        const QByteArrayView rest = tail.sliced(at + key.size()).trimmed();
        const auto end =
            std::ranges::find_if_not(rest, [](char c) { return c >= '0' && c <= '9'; });
        if (const auto count = wholeNumber({rest.begin(), end}))
            parts.*name.part = count;
    }
    return normalised(parts, format.promptCount);
}

} // namespace

WholeReply scanReply(Format front, QByteArrayView body, bool complete)
{
    JsonMemberReader reader;
    if (complete)
        return scanReply(front, body, reader);
    WholeReply reply;
    const WireFormat &format = wireFormat(front);
    reply.usage = format.usageKey.isEmpty()
        ? countsInTail(format, body)
        : usageOf(format, usageInTail(body, format.usageKey), reader);
    return reply;
}

WholeReply scanReply(Format front, QByteArrayView body, JsonMemberReader &reader)
{
    const WireFormat &format = wireFormat(front);
    WholeReply reply;
    if (body.trimmed().isEmpty()) {
        fail(reply, "empty answer"_ba);
        return reply;
    }
    JsonMembers members;
    reply.isJson = reader.read(body, members);
    if (!reply.isJson) {
        fail(reply, "the answer is not JSON"_ba);
        return reply;
    }
    reply.model = unquoted(memberValue(members, format.modelKey));
    reply.finishReason = firstString(body, format.finishKey);
    const QByteArrayView usage =
        format.usageKey.isEmpty() ? body.trimmed() : memberValue(members, format.usageKey);
    if (saysError(members)) {
        reply.error = readError(body);
        fail(reply, "the answer carries an error"_ba);
    } else if (memberValue(members, format.answerKey).isEmpty()
               && memberValue(members, format.otherAnswerKey).isEmpty()) {
        fail(reply, "the answer has no \""_ba + format.answerKey + '"');
    }
    const bool isBatch = isBatchTier(memberValue(members, "service_tier"));
    reply.usage = usageOf(format, usage, reader);
    reply.usage.batch |= isBatch;
    return reply;
}

} // namespace Gatehouse::Dialects
