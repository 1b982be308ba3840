// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/replywatch.h"

#include "core/dialects/keyscan.h"
#include "core/dialects/wireformat.h"

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

constexpr qint64 bytesPerToken = 4;

//! End of the line that is searched for from \a from: {end of its text, begin of the next}; next is
//! -1 when \a text ends before, or right behind a CR that may belong to a CRLF.
struct LineEnd {
    qsizetype end = 0;
    qsizetype next = -1;
};

LineEnd findLineEnd(QByteArrayView text, qsizetype from)
{
    const std::string_view view(text.data(), static_cast<std::size_t>(text.size()));
    const auto start = static_cast<std::size_t>(from);
    const std::size_t feed = view.find('\n', start);
    const std::size_t limit = std::min(feed, view.size());
    const std::size_t carriage = view.substr(0, limit).find('\r', start);
    if (carriage == std::string_view::npos) {
        if (feed == std::string_view::npos)
            return {text.size(), -1};
        return {qsizetype(feed), qsizetype(feed) + 1};
    }
    const auto end = qsizetype(carriage);
    if (end + 1 == text.size())
        return {end, -1};
    return {end, text[end + 1] == '\n' ? end + 2 : end + 1};
}

//! The value of a line "field: value"; nothing when the line is another field.
std::optional<QByteArrayView> fieldValue(QByteArrayView line, QByteArrayView field)
{
    if (!line.startsWith(field))
        return {};
    QByteArrayView rest = line.sliced(field.size());
    if (rest.isEmpty())
        return rest;
    if (rest.front() != ':')
        return {};
    rest = rest.sliced(1);
    return rest.startsWith(' ') ? rest.sliced(1) : rest;
}

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
    Private(Front front, bool hide)
        : format(wireFormat(front))
        , hideUsage(hide)
    {
    }

    qsizetype takeEvents(QByteArrayView bytes, QByteArray &out);
    void takeEvent(QByteArrayView raw, QByteArray &out);
    void forward(QByteArrayView raw, const StreamEvent &event, bool inOneLine, QByteArray &out);
    std::optional<UsageMember> usageMember(QByteArrayView data);

    const WireFormat &format;
    const bool hideUsage;
    ReplyFacts facts;
    JsonMemberReader reader;
    Usage usage;
    QByteArray pending;         //!< an event that is not complete yet
    qsizetype lineBegin = 0;    //!< in pending: of the last, unfinished line
    qsizetype searchedUpTo = 0; //!< in pending: no line ends before
    QByteArray joined;          //!< data of an event that came in several lines
    qint64 events = 0;
    bool atStart = true; //!< a byte order mark may still come
};

//! Takes every complete event of \a bytes; returns the offset of the unfinished rest.
qsizetype ReplyWatch::Private::takeEvents(QByteArrayView bytes, QByteArray &out)
{
    qsizetype eventBegin = 0;
    qsizetype search = searchedUpTo;
    while (true) {
        const LineEnd line = findLineEnd(bytes, search);
        if (line.next < 0) {
            searchedUpTo = line.end - eventBegin;
            break;
        }
        if (line.end == lineBegin) { // a blank line: the event is complete
            takeEvent(bytes.sliced(eventBegin, line.next - eventBegin), out);
            eventBegin = line.next;
        }
        lineBegin = search = line.next;
    }
    lineBegin -= eventBegin;
    return eventBegin;
}

void ReplyWatch::Private::takeEvent(QByteArrayView raw, QByteArray &out)
{
    StreamEvent event;
    int dataLines = 0;
    qsizetype at = atStart && raw.startsWith("\xef\xbb\xbf") ? 3 : 0;
    atStart = false;
    while (at < raw.size()) {
        const LineEnd end = findLineEnd(raw, at);
        const QByteArrayView line = raw.sliced(at, end.end - at);
        if (const auto data = fieldValue(line, "data")) {
            if (++dataLines == 1)
                event.data = *data;
            else
                joined = (dataLines == 2 ? event.data.toByteArray() : joined) + '\n' + *data;
        } else if (const auto name = fieldValue(line, "event")) {
            event.name = *name;
        }
        at = end.next < 0 ? raw.size() : end.next;
    }
    if (dataLines > 1)
        event.data = joined;
    if (!event.data.isEmpty()) {
        ++events;
        format.readEvent(event, reader, facts);
    }
    if (hideUsage)
        forward(raw, event, dataLines == 1, out);
}

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

ReplyWatch::ReplyWatch(Front front, bool hideUsage)
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
    if (d->pending.isEmpty()) {
        const qsizetype rest = d->takeEvents(in, out);
        d->pending.append(in.sliced(rest));
    } else {
        d->pending.append(in);
        d->pending.remove(0, d->takeEvents(d->pending, out));
    }
    if (d->pending.size() > maxEvent) {
        d->facts.isMalformed = true;
        d->pending = {};
    }
    d->usage = normalised(d->facts.usage, d->format.promptCount);
}

void ReplyWatch::finish(QByteArray &out)
{
    if (d->pending.isEmpty() || d->facts.isMalformed)
        return;
    const QByteArray last = std::exchange(d->pending, {});
    d->takeEvent(last, out);
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

Usage ReplyWatch::settledUsage(qint64 promptTokens) const
{
    Usage settled = d->usage;
    if (settled.known && isComplete())
        return settled;
    if (!d->facts.usage.prompt)
        settled.promptTokens = promptTokens;
    // Servers send a token or a little more per event; scripts of many bytes per token need both.
    const qint64 counted = std::max((d->facts.contentBytes + bytesPerToken - 1) / bytesPerToken,
                                    d->facts.contentEvents);
    settled.completionTokens = std::max(settled.completionTokens, counted);
    settled.known = true;
    settled.estimated = true;
    return settled;
}

QByteArray ReplyWatch::model() const
{
    return d->facts.model;
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
