// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/serverconnection.h"

#include "core/base/bytes.h"
#include "core/http/chunksizeline.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Gatehouse::Http {

namespace {

constexpr size_t SpareParsers = 256;
//! What an announced length alone makes us reserve; the rest follows once this much has come.
constexpr qint64 FirstReserve = 4 * 1024 * 1024;
//! Room behind a body, so that a vector parser can read past its end without a copy.
constexpr qint64 BodyPadding = 64;
constexpr auto StallCheckInterval = 15s;
constexpr int StallChecks = int(ServerConnection::StallTime / StallCheckInterval);
constexpr auto LingerCheckInterval = 200ms;
constexpr int LingerChecks = 25;

constexpr char PieceEndAndLastChunk[] = "\r\n0\r\n\r\n";
constexpr char ContinueReply[] = "HTTP/1.1 100 Continue\r\n\r\n";

//! RFC 9110 section 6.4.1: these never have content.
bool isWithoutContent(int status)
{
    return status < 200 || status == 204 || status == 304;
}

} // namespace

ServerConnections::ServerConnections(IoContext &sharedIo, RequestHandler &requestHandler,
                                     const MessageLimits &messageLimits)
    : io(sharedIo)
    , handler(requestHandler)
    , limits(messageLimits)
    , m_graveyardTimer([this] { clearGraveyard(); })
{
}

ServerConnections::~ServerConnections() = default;

void ServerConnections::add(std::unique_ptr<Channel> channel)
{
    if (isDraining) {
        ++counters.refused;
        return;
    }
    ++counters.accepted;
    ++counters.connections;
    auto connection = std::make_unique<ServerConnection>(*this, std::move(channel));
    connection->slot = m_open.size();
    m_open.push_back(std::move(connection));
    m_open.back()->start();
}

void ServerConnections::bury(ServerConnection &connection)
{
    const size_t slot = connection.slot;
    m_ended.push_back(std::move(m_open[slot]));
    if (slot + 1 < m_open.size()) {
        m_open[slot] = std::move(m_open.back());
        m_open[slot]->slot = slot;
    }
    m_open.pop_back();
    --counters.connections;
    if (!m_graveyardTimer.isRunning())
        m_graveyardTimer.start(io.timers, 0ms);
}

void ServerConnections::clearGraveyard()
{
    std::exchange(m_ended, {}).clear();
    if (isDraining && m_open.empty() && m_drained)
        std::exchange(m_drained, nullptr)(); // may destroy us
}

void ServerConnections::drain(std::function<void()> done)
{
    isDraining = true;
    m_drained = std::move(done);
    for (size_t i = m_open.size(); i-- > 0;) // from the end: ending one moves the last to its place
        m_open[i]->drain();
    m_graveyardTimer.start(io.timers, 0ms);
}

void ServerConnections::closeAll()
{
    while (!m_open.empty())
        m_open.back()->cut();
}

std::unique_ptr<RequestParser> ServerConnections::takeParser()
{
    if (m_spareParsers.empty())
        return std::make_unique<RequestParser>(limits);
    auto parser = std::move(m_spareParsers.back());
    m_spareParsers.pop_back();
    parser->setLimits(limits);
    return parser;
}

void ServerConnections::giveBack(std::unique_ptr<RequestParser> parser)
{
    if (m_spareParsers.size() >= SpareParsers)
        return;
    parser->reset();
    m_spareParsers.push_back(std::move(parser));
}

ServerConnection::ServerConnection(ServerConnections &owner, std::unique_ptr<Channel> channel)
    : m_owner(owner)
    , m_channel(std::move(channel))
    , m_timer([this] { onTimeout(); })
{
}

ServerConnection::~ServerConnection() = default;

void ServerConnection::start()
{
    // An encrypted connection has the time of a head for its handshake.
    const MessageLimits &limits = m_owner.limits;
    m_timer.start(m_owner.io.timers, m_channel->isEncrypted() ? limits.headTime : limits.idleTime);
    m_channel->start(*this);
}

void ServerConnection::drain()
{
    if (m_state == State::Idle)
        bury();
}

void ServerConnection::cut()
{
    abortExchange();
    bury();
}

void ServerConnection::onConnected()
{
    if (m_state == State::Idle)
        m_timer.start(m_owner.io.timers, m_owner.limits.idleTime);
}

void ServerConnection::onData(QByteArrayView bytes)
{
    if (isReading())
        consume(bytes);
    else
        keep(bytes);
}

void ServerConnection::onDrained()
{
    if (m_state == State::Replying)
        m_owner.handler.onDrained(*this);
    else if (m_state == State::Finishing)
        proceed();
}

//! A client that closes only its writing side still gets the rest of a whole reply; one that does
//! so while its request is being worked on is taken to have left.
void ServerConnection::onClosed(ChannelEnd end, const QString &)
{
    if (m_state == State::Finishing && end == ChannelEnd::PeerClosed)
        startClosing();
    else
        cut();
}

//! Bytes that arrive now belong to the current request, or begin one.
bool ServerConnection::isReading() const
{
    return m_state <= State::ReadingBody || m_state == State::SkippingBody
        || (m_state == State::Replying && m_bodyStreams && !m_messageRead);
}

//! Reads as many requests as are there and answered at once; what follows a request that is still
//! being answered is kept.
void ServerConnection::consume(QByteArrayView bytes)
{
    m_consuming = true;
    while (isReading() && !bytes.isEmpty())
        bytes = bytes.sliced(feed(bytes));
    m_consuming = false;
    keep(bytes);
    startDeadline();
}

qsizetype ServerConnection::feed(QByteArrayView bytes)
{
    if (m_state == State::Idle)
        beginMessage();
    const qsizetype used = m_parser->feed(bytes, *this);
    if (m_state == State::Finishing)
        proceed();
    else if (isReading() && m_parser->failed())
        refuse(m_parser->failure().status, m_parser->failure().reason);
    return used;
}

void ServerConnection::beginMessage()
{
    m_parser = m_owner.takeParser();
    m_startedAt = m_owner.io.clock.steady();
    m_state = State::ReadingHead;
    m_messageRead = false;
    m_replyStarted = false;
    m_closeAfterReply = false;
    m_bodyStreams = false;
}

//! Bytes after the current request: the next one, for later.
void ServerConnection::keep(QByteArrayView bytes)
{
    if (bytes.isEmpty() || m_closeAfterReply || !m_messageRead || m_state >= State::Closing)
        return;
    m_input.append(bytes);
    if (m_input.size() >= PipelineLimit)
        m_channel->setReading(false);
}

//! Head, body and idle deadlines are totals: each is started once, and only when the bytes at hand
//! did not end that state.
void ServerConnection::startDeadline()
{
    if (!isReading() || m_timedState == m_state || m_bodyPaused || m_state == State::Replying)
        return;
    m_timedState = m_state;
    const MessageLimits &limits = m_owner.limits;
    std::chrono::milliseconds time = limits.idleTime;
    if (m_state == State::ReadingHead)
        time = limits.headTime;
    else if (m_state != State::Idle)
        time = limits.bodyTime + std::max<qint64>(m_parser->head().contentLength, 0) / 65'536 * 1s;
    m_timer.start(m_owner.io.timers, time);
}

bool ServerConnection::onHead()
{
    const RequestHead &request = m_parser->head();
    m_exchangeRuns = true;
    ++m_owner.counters.exchanges;
    m_closeAfterReply = !request.keepAlive;
    const qint64 limit = m_owner.handler.onHead(*this);
    if (m_state == State::ReadingHead) {
        startBody(std::min(limit, m_owner.limits.body));
        return true;
    }
    return m_state == State::SkippingBody || (m_state == State::Replying && !request.hasBody());
}

void ServerConnection::startBody(qint64 limit)
{
    const RequestHead &request = m_parser->head();
    m_parser->setBodyLimit(limit);
    m_state = State::ReadingBody;
    if (request.expectsContinue && request.contentLength <= limit)
        send({ContinueReply});
}

bool ServerConnection::onBody(QByteArrayView bytes)
{
    if (m_bodyStreams && m_exchangeRuns) {
        m_owner.handler.onBodyPiece(*this, bytes);
        return isReading();
    }
    if (m_state != State::ReadingBody)
        return true;
    const qint64 size = m_body.size() + bytes.size();
    if (const qint64 announced = m_parser->head().contentLength;
        announced > 0 && size > m_body.capacity())
        m_body.reserve((size > FirstReserve ? announced : std::min(announced, FirstReserve))
                       + BodyPadding);
    m_body.append(bytes);
    return true;
}

void ServerConnection::onMessageEnd()
{
    m_messageRead = true;
    if (m_state == State::SkippingBody) {
        m_state = State::Finishing;
    } else if (m_bodyStreams) {
        setBodyReading(true);
        if (m_state == State::ReadingBody) {
            m_state = m_timedState = State::Handling;
            m_timer.stop();
        }
        if (m_exchangeRuns)
            m_owner.handler.onBodyEnd(*this);
    } else if (m_state == State::ReadingBody) {
        m_state = m_timedState = State::Handling;
        m_timer.stop();
        m_owner.handler.onRequest(*this, std::exchange(m_body, {}));
    }
}

//! Whether the rest of the current request is worth reading to keep the connection. After
//! "Expect: 100-continue" a refused client may or may not send its body (RFC 9110 section 10.1.1).
bool ServerConnection::canSkipBody() const
{
    const RequestHead &request = m_parser->head();
    if (!request.hasBody())
        return true;
    const bool isComing = m_state == State::ReadingBody || !request.expectsContinue;
    return isComing && !request.chunked && request.contentLength <= SkipLimit;
}

//! One error answer, then the end of the connection (RFC 9112 section 2.2 and 6.3: nothing after a
//! framing failure can be trusted).
void ServerConnection::refuse(int status, const QByteArray &reason)
{
    if (m_state == State::SkippingBody) // has its answer already
        return startClosing();
    if (m_state == State::Replying)
        return cut();
    m_body = {};
    setBodyReading(true);
    m_closeAfterReply = true;
    const QByteArray body = m_owner.handler.errorBody(&m_parser->head(), status, reason);
    writeReply(status, "application/json", {}, body);
    if (m_bodyStreams)
        abortExchange();
    else
        endExchange();
    startClosing();
}

void ServerConnection::streamBody()
{
    Q_ASSERT(m_state == State::ReadingHead);
    m_bodyStreams = true;
}

//! While the handler takes nothing the client is not to blame for being late.
void ServerConnection::setBodyReading(bool on)
{
    if (m_bodyPaused == !on)
        return;
    m_bodyPaused = !on;
    m_channel->setReading(on);
    if (m_state == State::ReadingBody && !on) {
        m_timer.stop();
        m_timedState = State::Closed;
    } else if (on && !m_consuming) {
        startDeadline();
    }
}

void ServerConnection::setState(std::unique_ptr<ExchangeState> state)
{
    m_exchangeState = std::move(state);
}

bool ServerConnection::canReply() const
{
    return m_exchangeRuns && !m_replyStarted;
}

void ServerConnection::reply(int status, QByteArrayView contentType, QByteArrayView fields,
                             QByteArrayView body)
{
    if (!canReply())
        return;
    if (m_owner.isDraining || (!m_messageRead && !canSkipBody()))
        m_closeAfterReply = true;
    writeReply(status, contentType, fields, body);
    completeReply();
}

void ServerConnection::writeReply(int status, QByteArrayView contentType, QByteArrayView fields,
                                  QByteArrayView body)
{
    m_replyStarted = true;
    QByteArray &head = startHead(status, contentType, fields);
    if (!isWithoutContent(status))
        appendField(head, "Content-Length", qint64(body.size()));
    finishHead(head);
    if (isWithoutContent(status) || m_parser->head().method == Method::Head)
        body = {};
    send({head, body});
}

void ServerConnection::beginReply(int status, QByteArrayView contentType, QByteArrayView fields,
                                  QByteArrayView firstPiece)
{
    if (!canReply())
        return;
    const RequestHead &request = m_parser->head();
    m_replyStarted = true;
    m_framing = request.minorVersion > 0 ? Framing::Chunked : Framing::UntilClose;
    if (m_owner.isDraining || m_framing == Framing::UntilClose
        || (!m_messageRead && request.hasBody() && !m_bodyStreams))
        m_closeAfterReply = true;
    m_state = State::Replying;
    QByteArray &head = startHead(status, contentType, fields);
    if (m_framing == Framing::Chunked)
        appendField(head, "Transfer-Encoding", "chunked");
    finishHead(head);
    if (request.method == Method::Head)
        m_framing = Framing::NoContent;
    writeFramed(head, firstPiece);
}

void ServerConnection::writePiece(QByteArrayView bytes)
{
    if (m_exchangeRuns && m_state == State::Replying)
        writeFramed({}, bytes);
}

//! An empty piece is none: an empty chunk would end the body.
void ServerConnection::writeFramed(QByteArrayView head, QByteArrayView piece)
{
    if (piece.isEmpty() || m_framing == Framing::NoContent)
        send({head});
    else if (m_framing == Framing::UntilClose)
        send({head, piece});
    else
        send({head, ChunkSizeLine(piece.size()).view(), piece, LineEnd});
    watchProgress();
}

void ServerConnection::endReply(QByteArrayView lastPiece)
{
    if (!m_exchangeRuns || m_state != State::Replying)
        return;
    if (m_framing == Framing::UntilClose)
        send({lastPiece});
    else if (m_framing == Framing::Chunked && lastPiece.isEmpty())
        send({LastChunk});
    else if (m_framing == Framing::Chunked)
        send({ChunkSizeLine(lastPiece.size()).view(), lastPiece, PieceEndAndLastChunk});
    completeReply();
}

void ServerConnection::abortReply()
{
    if (!m_exchangeRuns)
        return;
    endExchange();
    bury();
}

QByteArray &ServerConnection::startHead(int status, QByteArrayView contentType,
                                        QByteArrayView fields)
{
    QByteArray &head = m_owner.headBuffer;
    head.resize(0);
    appendStatusLine(head, status);
    if (!contentType.isEmpty())
        appendField(head, "Content-Type", contentType);
    append(head, fields);
    return head;
}

void ServerConnection::finishHead(QByteArray &head) const
{
    append(head, m_owner.dateLine.at(m_owner.io.clock.wall()));
    const bool isOld = m_parser->isHeadComplete() && m_parser->head().minorVersion == 0;
    if (m_closeAfterReply && !isOld)
        appendField(head, "Connection", "close");
    else if (!m_closeAfterReply && isOld)
        appendField(head, "Connection", "keep-alive");
    endHead(head);
}

void ServerConnection::send(std::initializer_list<QByteArrayView> parts)
{
    for (const QByteArrayView part : parts)
        m_written += quint64(part.size());
    m_channel->write(parts);
}

//! The reply is whole. Inside consume() the loop there goes on to the next request.
void ServerConnection::completeReply()
{
    setBodyReading(true);
    if (m_bodyStreams && !m_messageRead && !canSkipBody())
        m_closeAfterReply = true;
    m_state = m_messageRead || m_closeAfterReply ? State::Finishing : State::SkippingBody;
    endExchange();
    if (m_consuming)
        return;
    if (m_state == State::Finishing)
        proceed();
    else
        startDeadline();
}

void ServerConnection::endExchange()
{
    if (!std::exchange(m_exchangeRuns, false))
        return;
    --m_owner.counters.exchanges;
    m_exchangeState.reset();
}

void ServerConnection::abortExchange()
{
    if (!std::exchange(m_exchangeRuns, false))
        return;
    --m_owner.counters.exchanges;
    m_owner.handler.onAborted(*this);
    m_exchangeState.reset();
}

//! After a whole reply: on to the next request once the client has taken this one's.
void ServerConnection::proceed()
{
    if (m_closeAfterReply || m_owner.isDraining)
        return startClosing();
    if (m_channel->pendingBytes() > 0)
        return watchProgress();
    m_owner.giveBack(std::move(m_parser));
    m_state = State::Idle;
    if (m_consuming)
        return;
    const QByteArray input = std::exchange(m_input, {});
    if (input.size() >= PipelineLimit)
        m_channel->setReading(true);
    consume(input);
}

void ServerConnection::startClosing()
{
    m_state = State::Closing;
    m_input = {};
    m_channel->closeAfterWrite();
    if (m_channel->descriptor() < 0) // lingers without us
        return bury();
    m_takenBefore = m_written;
    m_idleChecks = 0;
    m_timer.start(m_owner.io.timers, LingerCheckInterval);
}

void ServerConnection::bury()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_timer.stop();
    m_channel->abort();
    m_owner.bury(*this);
}

void ServerConnection::onTimeout()
{
    switch (m_state) {
    case State::Idle:
        return bury();
    case State::ReadingHead:
        if (!m_parser->isInMessage()) // only empty lines
            return bury();
        return refuse(408, QByteArrayLiteral("the request's head took too long"));
    case State::ReadingBody:
    case State::SkippingBody:
        return refuse(408, QByteArrayLiteral("the request's body took too long"));
    case State::Handling:
    case State::Replying:
    case State::Finishing:
        return checkStall();
    case State::Closing:
        return checkLingering();
    case State::Closed:
        return;
    }
}

//! Sees to it that a client that stops reading is noticed.
void ServerConnection::watchProgress()
{
    if (m_channel->pendingBytes() == 0 || m_timer.isRunning())
        return;
    m_takenBefore = m_written - quint64(m_channel->pendingBytes());
    m_idleChecks = 0;
    m_timer.start(m_owner.io.timers, StallCheckInterval);
}

//! The client has taken something since the last check.
bool ServerConnection::hasProgressed()
{
    const quint64 taken = m_written - quint64(m_channel->pendingBytes());
    if (taken == std::exchange(m_takenBefore, taken))
        return false;
    m_idleChecks = 0;
    return true;
}

void ServerConnection::checkStall()
{
    if (m_channel->pendingBytes() == 0)
        return;
    if (!hasProgressed() && ++m_idleChecks >= StallChecks)
        return cut();
    m_timer.start(m_owner.io.timers, StallCheckInterval);
}

//! A channel that lingers by itself does not say when it is over, so it is asked.
void ServerConnection::checkLingering()
{
    const int allowed =
        m_channel->pendingBytes() > 0 ? int(StallTime / LingerCheckInterval) : LingerChecks;
    if (m_channel->descriptor() < 0 || (!hasProgressed() && ++m_idleChecks >= allowed))
        return bury();
    m_timer.start(m_owner.io.timers, LingerCheckInterval);
}

} // namespace Gatehouse::Http
