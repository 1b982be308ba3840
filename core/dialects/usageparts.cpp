// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/usageparts.h"

#include <algorithm>

namespace Gatehouse::Dialects {

namespace {

//! No answer holds more tokens than this; a larger count is a provider's fault.
constexpr qint64 largestCount = 1'000'000'000'000;

void readCount(QByteArrayView parent, const JsonMember &member, std::span<const UsageName> names,
               UsageParts &parts)
{
    for (const UsageName &name : names) {
        if (name.parent != parent || name.key != member.key)
            continue;
        if (member.value == "null")
            return;
        const auto count = wholeNumber(member.value);
        if (count && *count <= largestCount)
            parts.*name.part = count;
        else
            parts.odd = true;
        return;
    }
}

//! \a part cut down to \a whole; a cut is a contradiction and marks the usage as estimated.
qint64 within(std::optional<qint64> part, qint64 whole, Usage &usage)
{
    const qint64 count = part.value_or(0);
    if (count > whole)
        usage.estimated = true;
    return std::min(count, whole);
}

//! Some servers leave reasoning out of the completion count; the total tells.
qint64 completionOf(const UsageParts &parts)
{
    const qint64 completion = parts.completion.value_or(0) + parts.reasoningApart.value_or(0);
    const qint64 reasoning = parts.reasoning.value_or(0);
    const bool apart = parts.total && reasoning > 0
        && *parts.total == parts.prompt.value_or(0) + completion + reasoning;
    return apart ? completion + reasoning : completion;
}

} // namespace

bool isBatchTier(QByteArrayView tier)
{
    return tier == "\"batch\"" || tier == "\"flex\"";
}

bool readUsage(QByteArrayView usage, std::span<const UsageName> names, JsonMemberReader &reader,
               UsageParts &parts)
{
    JsonMembers members;
    if (!reader.read(usage, members))
        return false;
    JsonMembers details;
    for (const JsonMember &member : std::as_const(members)) {
        if (member.key == "service_tier")
            parts.batch = isBatchTier(member.value);
        if (!member.value.startsWith('{')) {
            readCount({}, member, names, parts);
            continue;
        }
        if (!reader.read(member.value, details))
            continue;
        for (const JsonMember &detail : std::as_const(details))
            readCount(member.key, detail, names, parts);
    }
    return true;
}

Usage normalised(const UsageParts &parts, PromptCount promptCount)
{
    Usage usage;
    usage.known = parts.prompt || parts.completion || parts.reasoningApart;
    if (!usage.known)
        return usage;
    usage.estimated = parts.odd;
    usage.batch = parts.batch;
    const qint64 cached = parts.cached.value_or(0);
    const qint64 hour = parts.cacheWriteHour.value_or(0);
    const qint64 writes = std::max(parts.cacheWrite.value_or(0), hour);
    usage.promptTokens = parts.prompt.value_or(0) + parts.promptApart.value_or(0);
    if (promptCount == PromptCount::ExcludesCache)
        usage.promptTokens += cached + writes;
    usage.cachedTokens = within(cached, usage.promptTokens, usage);
    const qint64 written = within(writes, usage.promptTokens - usage.cachedTokens, usage);
    usage.cacheWriteHourTokens = std::min(hour, written);
    usage.cacheWriteTokens = written - usage.cacheWriteHourTokens;
    usage.completionTokens = completionOf(parts);
    usage.reasoningTokens = within(parts.reasoningApart ? parts.reasoningApart : parts.reasoning,
                                   usage.completionTokens, usage);
    usage.audioInTokens = within(parts.audioIn, usage.promptTokens, usage);
    usage.imageInTokens = within(parts.imageIn, usage.promptTokens, usage);
    usage.audioOutTokens = within(parts.audioOut, usage.completionTokens, usage);
    return usage;
}

} // namespace Gatehouse::Dialects
