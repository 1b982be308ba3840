// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/messageparser.h"

#include "core/http/bodyreader.h"
#include "core/http/framing.h"
#include "core/http/grammar.h"
#include "core/http/headreader.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Gatehouse::Http {

namespace {

using Failure = std::optional<ParseFailure>;

//! Clients of old send one after a form (RFC 9112 section 2.2).
constexpr int emptyLinesBeforeRequest = 1;
//! 100 and 103 come once or twice; more is a peer that never answers.
constexpr int maxInterimHeads = 16;
constexpr qint64 noBodyLimit = std::numeric_limits<qint64>::max();

Failure refused(int status, const QByteArray &reason)
{
    return ParseFailure{.status = status, .reason = reason};
}

//! An empty head that keeps the memory of its fields.
template <typename Head>
void clear(Head &head)
{
    std::vector<Field> storage = std::move(head.fields.m_fields);
    storage.clear();
    head = {};
    head.fields.m_fields = std::move(storage);
}

template <typename Head>
void applyFraming(const Framing &framing, Head &head)
{
    head.contentLength = framing.contentLength;
    head.chunked = framing.chunked;
    head.keepAlive = framing.keepAlive;
}

//! "HTTP/1.1" as its minor version; RFC 9112 section 2.3.
Failure readVersion(QByteArrayView text, int &minorVersion)
{
    constexpr qsizetype versionSize = 8;
    constexpr qsizetype majorAt = 5;
    constexpr qsizetype minorAt = 7;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != versionSize || !text.startsWith("HTTP/") || !isDigit(text[majorAt])
        || text[majorAt + 1] != '.' || !isDigit(text[minorAt]))
        return refused(400, "the start line has no HTTP version"_ba);
    minorVersion = text[minorAt] - '0';
    if (text[majorAt] != '1' || minorVersion > 1)
        return refused(505, "only HTTP/1.0 and HTTP/1.1 are spoken here"_ba);
    return std::nullopt;
}

Method methodFrom(QByteArrayView text)
{
    constexpr std::array known{
        std::pair<QByteArrayView, Method>{"POST", Method::Post},
        std::pair<QByteArrayView, Method>{"GET", Method::Get},
        std::pair<QByteArrayView, Method>{"HEAD", Method::Head},
        std::pair<QByteArrayView, Method>{"PUT", Method::Put},
        std::pair<QByteArrayView, Method>{"DELETE", Method::Delete},
        std::pair<QByteArrayView, Method>{"PATCH", Method::Patch},
        std::pair<QByteArrayView, Method>{"OPTIONS", Method::Options},
    };
    const auto *const found = std::find_if(
        known.begin(), known.end(), [text](const auto &entry) { return entry.first == text; });
    return found == known.end() ? Method::Other : found->second;
}

//! Splits "http://host/path" into head.host and head.target; leaves another form alone.
void readAbsoluteForm(RequestHead &head)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (head.target.size() < scheme.size()
            || !sameName(head.target.first(scheme.size()), scheme))
            continue;
        const QByteArrayView rest = head.target.sliced(scheme.size());
        const auto end =
            std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
        head.host = rest.first(end - rest.begin());
        head.target = rest.sliced(head.host.size());
        head.absoluteForm = true;
        if (head.target.isEmpty())
            head.target = "/";
        return;
    }
}

//! RFC 9112 section 3.2: origin form, absolute form, and "*" for OPTIONS.
Failure readTarget(RequestHead &head)
{
    if (head.target.isEmpty() || !isAllIn(head.target, CharClass::Target))
        return refused(400, "the request target holds a character it must not"_ba);
    if (head.target == "*" && head.method == Method::Options) {
        head.path = head.target;
        return std::nullopt;
    }
    readAbsoluteForm(head);
    if (!head.target.startsWith('/'))
        return refused(400, "the request target is neither a path nor a URL with one"_ba);
    const qsizetype mark = head.target.indexOf('?');
    head.path = mark < 0 ? head.target : head.target.first(mark);
    head.query = mark < 0 ? QByteArrayView() : head.target.sliced(mark + 1);
    return std::nullopt;
}

Failure readRequestLine(QByteArrayView line, RequestHead &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last == first || tokenSize(line) != first)
        return refused(400, "the request line is not a method, a target and a version"_ba);
    if (Failure failure = readVersion(line.sliced(last + 1), head.minorVersion))
        return failure;
    head.methodText = line.first(first);
    if (head.methodText == "CONNECT" || head.methodText == "TRACE")
        return refused(501, "the method is not served here"_ba);
    head.method = methodFrom(head.methodText);
    head.target = line.sliced(first + 1, last - first - 1);
    return readTarget(head);
}

//! RFC 9112 section 3.2: one Host, well formed, and the same as in an absolute target.
Failure readHost(RequestHead &head)
{
    const int count = head.fields.count("host");
    if (count > 1)
        return refused(400, "more than one Host"_ba);
    if (count == 0 && head.minorVersion > 0)
        return refused(400, "no Host"_ba);
    const QByteArrayView host = head.fields.value("host");
    if (count == 1 && !isHostAndPort(host))
        return refused(400, "Host is not a name or address with an optional port"_ba);
    if (head.absoluteForm
        && (!isHostAndPort(head.host) || (count == 1 && !sameName(head.host, host))))
        return refused(400, "the target's host is not the one in Host"_ba);
    if (!head.absoluteForm)
        head.host = host;
    return std::nullopt;
}

//! \a head is empty before.
Failure readRequestHead(const HeadReader &reader, FramingReader &framingReader, RequestHead &head)
{
    reader.copyFields(head.fields);
    if (Failure failure = readRequestLine(reader.startLine(), head))
        return failure;
    if (Failure failure = readHost(head))
        return failure;
    if (Failure failure = framingReader.read(reader.startLine(), head.fields, head.minorVersion))
        return failure;
    applyFraming(framingReader.framing(), head);
    head.expectsContinue = head.minorVersion == 1 && head.hasBody()
        && sameName(head.fields.value("expect"), "100-continue");
    return std::nullopt;
}

//! "HTTP/1.1 200 OK"; the reason and the space before it may be missing.
Failure readStatusLine(QByteArrayView line, ResponseHead &head)
{
    constexpr qsizetype statusAt = 9;
    constexpr qsizetype statusSize = 3;
    constexpr qsizetype reasonAt = statusAt + statusSize;
    Failure malformed = refused(400, "the status line is malformed"_ba);
    if (line.size() < reasonAt || line[statusAt - 1] != ' '
        || (line.size() > reasonAt && line[reasonAt] != ' ') || !isFieldText(line))
        return malformed;
    if (Failure failure = readVersion(line.first(statusAt - 1), head.minorVersion))
        return failure;
    head.status = 0;
    for (const char c : line.sliced(statusAt, statusSize)) {
        if (c < '0' || c > '9')
            return malformed;
        head.status = head.status * 10 + (c - '0');
    }
    if (head.status < 100 || head.status > 599)
        return refused(400, "the status is not in 100 to 599"_ba);
    return std::nullopt;
}

//! \a head is empty before.
Failure readResponseHead(const HeadReader &reader, FramingReader &framingReader, ResponseHead &head)
{
    reader.copyFields(head.fields);
    if (Failure failure = readStatusLine(reader.startLine(), head))
        return failure;
    if (head.status == 101)
        return refused(400, "the peer switched protocols unasked"_ba);
    if (Failure failure = framingReader.read(reader.startLine(), head.fields, head.minorVersion))
        return failure;
    applyFraming(framingReader.framing(), head);
    if (head.status < 200 && (head.chunked || head.contentLength > 0))
        return refused(400, "an interim answer announces a body"_ba);
    return std::nullopt;
}

//! What both parsers are made of.
struct Reading {
    enum class State { Head, Body, Complete, Failed };

    Reading(MessageKind kind, int emptyLines)
        : head(emptyLines)
        , framing(kind)
    {
    }

    void reset()
    {
        head.reset();
        state = State::Head;
        isHeadComplete = false;
    }
    void fail(const ParseFailure &reason)
    {
        failure = reason;
        state = State::Failed;
    }
    qsizetype feedBody(QByteArrayView bytes, qsizetype consumed, MessageSink &sink);

    State state = State::Head;
    HeadReader head;
    FramingReader framing;
    BodyReader body;
    ParseFailure failure;
    bool isHeadComplete = false;
};

// The members are up to date before each call of the sink, and not touched after one that ends.
qsizetype Reading::feedBody(QByteArrayView bytes, qsizetype consumed, MessageSink &sink)
{
    while (state == State::Body) {
        if (body.failed()) {
            fail(body.failure());
        } else if (body.isComplete()) {
            state = State::Complete;
            sink.onMessageEnd();
            return consumed;
        } else if (consumed == bytes.size()) {
            return consumed;
        } else {
            const ChunkDecoder::Piece piece = body.next(bytes.sliced(consumed));
            consumed += piece.consumed;
            if (!piece.data.isEmpty() && !sink.onBody(piece.data))
                return consumed;
        }
    }
    return consumed;
}

} // namespace

struct RequestParser::Private : Reading {
    explicit Private(const MessageLimits &initialLimits)
        : Reading(MessageKind::Request, emptyLinesBeforeRequest)
        , limits(initialLimits)
        , nextLimits(initialLimits)
    {
    }

    void finishHead();

    MessageLimits limits;
    MessageLimits nextLimits;
    RequestHead request;
};

void RequestParser::Private::finishHead()
{
    if (head.state() == HeadReader::State::Failed)
        return fail(head.failure());
    if (Failure reason = readRequestHead(head, framing, request))
        return fail(*reason);
    isHeadComplete = true;
    const auto kind = request.chunked ? BodyReader::Kind::Chunked
        : request.contentLength > 0   ? BodyReader::Kind::Sized
                                      : BodyReader::Kind::None;
    body.begin(kind, request.contentLength, limits.body, limits.chunkExtras);
    if (body.failed())
        return fail(body.failure());
    state = State::Body;
}

RequestParser::RequestParser(const MessageLimits &limits)
    : d(std::make_unique<Private>(limits))
{
}

RequestParser::~RequestParser() = default;

qsizetype RequestParser::feed(QByteArrayView bytes, MessageSink &sink)
{
    qsizetype consumed = 0;
    if (d->state == Reading::State::Head) {
        consumed = d->head.take(bytes, d->limits);
        if (d->head.state() == HeadReader::State::Reading)
            return consumed;
        d->finishHead();
        if (d->state != Reading::State::Body || !sink.onHead())
            return consumed;
    }
    return d->feedBody(bytes, consumed, sink);
}

bool RequestParser::failed() const
{
    return d->state == Reading::State::Failed;
}

const ParseFailure &RequestParser::failure() const
{
    return d->failure;
}

const RequestHead &RequestParser::head() const
{
    return d->request;
}

bool RequestParser::isInMessage() const
{
    return d->head.hasBegun() && d->state != Reading::State::Complete;
}

bool RequestParser::isHeadComplete() const
{
    return d->isHeadComplete;
}

void RequestParser::reset()
{
    d->reset();
    d->limits = d->nextLimits;
    clear(d->request);
}

void RequestParser::setLimits(const MessageLimits &limits)
{
    d->nextLimits = limits;
    if (!d->head.hasBegun())
        d->limits = limits;
}

void RequestParser::setBodyLimit(qint64 bytes)
{
    d->body.setBodyLimit(bytes);
}

struct ResponseParser::Private : Reading {
    explicit Private(const MessageLimits &initialLimits)
        : Reading(MessageKind::Response, 0)
        , limits(initialLimits)
    {
    }

    void finishHead();
    BodyReader::Kind bodyKind() const;

    MessageLimits limits;
    ResponseHead response;
    int interimHeads = 0;
    bool toHead = false;
    bool hasBytes = false;
};

//! RFC 9112 section 6.3.
BodyReader::Kind ResponseParser::Private::bodyKind() const
{
    if (toHead || response.status == 204 || response.status == 304)
        return BodyReader::Kind::None;
    if (response.chunked)
        return BodyReader::Kind::Chunked;
    return response.contentLength >= 0 ? BodyReader::Kind::Sized : BodyReader::Kind::UntilClose;
}

void ResponseParser::Private::finishHead()
{
    if (head.state() == HeadReader::State::Failed)
        return fail(head.failure());
    if (Failure reason = readResponseHead(head, framing, response))
        return fail(*reason);
    if (response.status < 200) {
        if (++interimHeads > maxInterimHeads)
            return fail({.status = 400, .reason = "too many interim answers"_ba});
        head.reset();
        return clear(response);
    }
    isHeadComplete = true;
    // A 204 that announces a body may send one all the same: nothing after it can be trusted.
    if (response.status == 204 && (response.chunked || response.contentLength > 0))
        response.keepAlive = false;
    const BodyReader::Kind kind = bodyKind();
    if (kind == BodyReader::Kind::UntilClose)
        response.keepAlive = false;
    body.begin(kind, response.contentLength, noBodyLimit, limits.chunkExtras);
    state = State::Body;
}

ResponseParser::ResponseParser(const MessageLimits &limits)
    : d(std::make_unique<Private>(limits))
{
}

ResponseParser::~ResponseParser() = default;

void ResponseParser::begin(bool toHead)
{
    d->reset();
    clear(d->response);
    d->toHead = toHead;
    d->hasBytes = false;
    d->interimHeads = 0;
}

qsizetype ResponseParser::feed(QByteArrayView bytes, MessageSink &sink)
{
    qsizetype consumed = 0;
    d->hasBytes = d->hasBytes || !bytes.isEmpty();
    while (d->state == Reading::State::Head) {
        consumed += d->head.take(bytes.sliced(consumed), d->limits);
        if (d->head.state() == HeadReader::State::Reading)
            return consumed;
        d->finishHead();
        if (d->state == Reading::State::Body && !sink.onHead())
            return consumed;
    }
    return d->feedBody(bytes, consumed, sink);
}

bool ResponseParser::finish(MessageSink &sink)
{
    if (d->state == Reading::State::Body && d->body.isUntilClose()) {
        d->state = Reading::State::Complete;
        sink.onMessageEnd();
        return true;
    }
    return d->state == Reading::State::Complete;
}

bool ResponseParser::failed() const
{
    return d->state == Reading::State::Failed;
}

const ParseFailure &ResponseParser::failure() const
{
    return d->failure;
}

const ResponseHead &ResponseParser::head() const
{
    return d->response;
}

bool ResponseParser::isHeadComplete() const
{
    return d->isHeadComplete;
}

bool ResponseParser::isInMessage() const
{
    return d->hasBytes;
}

} // namespace Gatehouse::Http
