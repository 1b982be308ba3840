// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/replywatch.h"

#include "core/dialects/eventcutter.h"
#include "core/dialects/keyscan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {


bool isEmptyList(QByteArrayView value)
{
    return value.startsWith('[') && value.sliced(1).trimmed().startsWith(']');
}

//! Where the outer "usage" member of a chunk stands.
struct UsageMember {
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isNull = true;
    bool hasChoices = false; //!< a non-empty "choices"
};

} // namespace

struct ReplyWatch::Private {
    Private(Format front, bool hide)
        : format(wireFormat(front))
        , hideUsage(hide)
        , cutter(format.framing, format.maxEvent)
    {
    }

    auto taker(QByteArray &out)
    {
        return [this, &out](QByteArrayView raw, const StreamEvent &event, bool inOneLine) {
            if (!event.data.isEmpty()) {
                ++events;
                format.readEvent(event, reader, facts);
            }
            if (hideUsage)
                forward(raw, event, inOneLine, out);
        };
    }
    void forward(QByteArrayView raw, const StreamEvent &event, bool inOneLine, QByteArray &out);
    std::optional<UsageMember> usageMember(QByteArrayView data);

    const WireFormat &format;
    const bool hideUsage;
    ReplyFacts facts;
    JsonMemberReader reader;
    Usage usage;
    EventCutter cutter;
    qint64 events = 0;
};

//! Finds the outer "usage" with one pass over the members.
std::optional<UsageMember> ReplyWatch::Private::usageMember(QByteArrayView data)
{
    std::optional<UsageMember> found;
    bool hasChoices = false;
    const char *usageValue = nullptr;
    scanKeys(data, [&](QByteArrayView key, const char *value, const char *end, int depth) {
        if (depth != 1)
            return;
        if (key == "choices") {
            hasChoices = *value == '[' && !isEmptyList(QByteArrayView(value, end));
        } else if (key == "usage") {
            found = UsageMember{.begin = key.data() - 1 - data.data(),
                                .end = value + 4 - data.data(),
                                .isNull = isNull(value, end)};
            usageValue = value;
        }
    });
    if (!found)
        return {};
    found->hasChoices = hasChoices;
    if (!found->isNull) {
        JsonMembers members;
        if (!reader.read(data, members))
            return {};
        const QByteArrayView value = memberValue(members, "usage");
        found->end = usageValue - data.data() + value.size();
    }
    return found;
}

//! Appends an event without what only we asked for.
void ReplyWatch::Private::forward(QByteArrayView raw, const StreamEvent &event, bool inOneLine,
                                  QByteArray &out)
{
    const auto member =
        event.data.indexOf("\"usage\"") < 0 ? std::nullopt : usageMember(event.data);
    if (!member) {
        out.append(raw);
        return;
    }
    if (!member->isNull && !member->hasChoices)
        return; // the extra chunk
    const QByteArrayView data = event.data;
    qsizetype begin = member->begin;
    qsizetype end = member->end;
    while (end < data.size() && isJsonSpace(data[end]))
        ++end;
    if (end < data.size() && data[end] == ',') {
        ++end;
    } else {
        while (begin > 0 && (isJsonSpace(data[begin - 1]) || data[begin - 1] == ','))
            --begin;
    }
    if (inOneLine) {
        const qsizetype offset = data.data() - raw.data();
        out.append(raw.first(offset + begin)).append(raw.sliced(offset + end));
        return;
    }
    QByteArray line = data.first(begin) + data.sliced(end);
    line.replace('\n', ' '); // between members only: strings hold no line ends
    if (!event.name.isEmpty())
        out.append("event: ").append(event.name).append('\n');
    out.append("data: ").append(line).append("\n\n");
}

ReplyWatch::ReplyWatch(Format front, bool hideUsage)
    : d(std::make_unique<Private>(front, hideUsage))
{
    Q_ASSERT(mayStream(front));
}

ReplyWatch::~ReplyWatch() = default;

bool ReplyWatch::passesThrough() const
{
    return !d->hideUsage;
}

void ReplyWatch::feed(QByteArrayView in, QByteArray &out)
{
    if (d->facts.isMalformed)
        return;
    if (!d->cutter.feed(in, d->taker(out)))
        d->facts.isMalformed = true;
    d->usage = normalised(d->facts.usage, d->format.promptCount);
}

void ReplyWatch::finish(QByteArray &out)
{
    if (d->facts.isMalformed)
        return;
    d->cutter.finish(d->taker(out));
    d->usage = normalised(d->facts.usage, d->format.promptCount);
}

bool ReplyWatch::hasContent() const
{
    return d->facts.contentEvents > 0;
}

bool ReplyWatch::hasEnded() const
{
    return d->facts.hasEnded;
}

bool ReplyWatch::isComplete() const
{
    const bool ended =
        d->facts.hasEnded || (d->format.finishReasonEnds && !d->facts.finishReason.isEmpty());
    return ended && !d->facts.hasFailed && !d->facts.isMalformed;
}

bool ReplyWatch::hasFailed() const
{
    return d->facts.hasFailed;
}

const ProviderError &ReplyWatch::error() const
{
    return d->facts.error;
}

bool ReplyWatch::isMalformed() const
{
    return d->facts.isMalformed;
}

const Usage &ReplyWatch::usage() const
{
    return d->usage;
}

Usage ReplyWatch::settledUsage(qint64 promptTokens, double bytesPerToken) const
{
    Usage settled = d->usage;
    if (settled.known && isComplete())
        return settled;
    if (!d->facts.usage.prompt)
        settled.promptTokens = promptTokens;
    // Servers send a token or a little more per event; scripts of many bytes per token need both.
    const qint64 counted =
        std::max(tokensOf(d->facts.contentBytes, bytesPerToken), d->facts.contentEvents);
    settled.completionTokens = std::max(settled.completionTokens, counted);
    settled.known = true;
    settled.estimated = true;
    return settled;
}

QByteArray ReplyWatch::model() const
{
    return d->facts.model;
}

QByteArray ReplyWatch::responseId() const
{
    return d->facts.id;
}

QByteArray ReplyWatch::finishReason() const
{
    return d->facts.finishReason;
}

qint64 ReplyWatch::contentBytes() const
{
    return d->facts.contentBytes;
}

qint64 ReplyWatch::contentEvents() const
{
    return d->facts.contentEvents;
}

qint64 ReplyWatch::events() const
{
    return d->events;
}

qint64 ReplyWatch::nextSequenceNumber() const
{
    return d->facts.sequenceNumber + 1;
}

} // namespace Gatehouse::Dialects
