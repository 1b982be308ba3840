// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/upstreamexchange.h"

#include "core/base/bytes.h"
#include "core/http/chunksizeline.h"
#include "core/http/headwriter.h"

#include <sys/ioctl.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool sendsContent(QByteArrayView methodAndTarget)
{
    return methodAndTarget.startsWith("POST ") || methodAndTarget.startsWith("PUT ")
        || methodAndTarget.startsWith("PATCH ");
}

} // namespace

UpstreamExchange::UpstreamExchange(UpstreamShared &shared, const Endpoint &endpoint,
                                   UpstreamRequest request, UpstreamListener &listener)
    : m_shared(shared)
    , m_endpoint(endpoint)
    , m_request(std::move(request))
    , m_listener(listener)
    , m_phaseTimer([this] { onPhaseTimeout(); })
    , m_totalTimer([this] {
        fail(UpstreamFailureKind::TotalTimeout, u"the answer took too long altogether"_s);
    })
    , m_startedAt(shared.io.clock.steady())
{
}

UpstreamExchange::~UpstreamExchange() = default;

void UpstreamExchange::start()
{
    if (m_request.timeouts.total > 0ms)
        m_totalTimer.start(m_shared.io.timers, m_request.timeouts.total);
    if (auto connection = m_request.bodyFollows ? nullptr : m_shared.pool.take(m_endpoint))
        begin(std::move(connection));
    else
        dial();
}

void UpstreamExchange::dial()
{
    m_state = State::Dialing;
    if (m_request.timeouts.connect > 0ms)
        m_phaseTimer.start(m_shared.io.timers, m_request.timeouts.connect);
    UpstreamDialListener &listener = *this;
    m_dial = std::make_unique<UpstreamDial>(m_shared.io, *m_shared.options.resolver,
                                            *m_shared.options.tlsContexts, m_endpoint, listener);
}

void UpstreamExchange::onDialed(std::unique_ptr<Channel> channel)
{
    m_dial.reset();
    m_phaseTimer.stop();
    begin(m_shared.pool.adopt(m_endpoint, std::move(channel)));
    if (takesBody())
        m_listener.onUpstreamWritable(); // may destroy this
}

void UpstreamExchange::onDialFailed(UpstreamFailureKind kind, const QString &detail)
{
    fail(kind, QString(detail)); // a copy: the dial goes first
}

void UpstreamExchange::begin(std::unique_ptr<UpstreamConnection> connection)
{
    m_connection = std::move(connection);
    m_times.reused = m_connection->isReused();
    m_times.connected = m_times.reused ? 0 : elapsed();
    m_connection->parser().begin(m_request.methodAndTarget.startsWith("HEAD "));
    m_connection->channel().setListener(*this);
    if (m_isPaused)
        m_connection->channel().setReading(false);
    m_state = State::Waiting;
    writeHead();
    pump();
    startPhaseTimer();
}

void UpstreamExchange::writeHead()
{
    const QByteArray &authority = m_connection->place().authority;
    QByteArray &head = m_shared.headBuffer;
    head.resize(0);
    if (m_endpoint.proxyHost.isEmpty() || m_endpoint.tls) {
        appendRequestLine(head, m_request.methodAndTarget);
    } else { // RFC 9112 section 3.2.2
        QByteArray absolute = m_request.methodAndTarget;
        appendRequestLine(head, absolute.insert(absolute.indexOf(' ') + 1, "http://" + authority));
    }
    appendField(head, "Host", authority);
    append(head, m_request.fields);
    appendFraming(head);
    endHead(head);
    writeSlice(head);
}

void UpstreamExchange::appendFraming(QByteArray &head) const
{
    if (m_request.bodyFollows && m_request.followingLength < 0) {
        appendField(head, "Transfer-Encoding", "chunked");
        return;
    }
    const qint64 size = m_request.bodyFollows
        ? m_request.followingLength
        : std::accumulate(m_request.body.begin(), m_request.body.end(), qint64(0),
                          [](qint64 sum, const QByteArray &part) { return sum + part.size(); });
    if (size > 0 || sendsContent(m_request.methodAndTarget))
        appendField(head, "Content-Length", size);
}

//! Head and body go out in one system call when they are small enough.
void UpstreamExchange::writeSlice(QByteArrayView head)
{
    std::array<QByteArrayView, 4> views;
    qsizetype room = SliceSize;
    for (QByteArrayView &view : views) {
        if (!hasParts() || room == 0)
            break;
        const QByteArray &part = m_request.body[m_part];
        view = QByteArrayView(part).sliced(m_offset, std::min(room, part.size() - m_offset));
        room -= view.size();
        m_offset += view.size();
        if (m_offset == part.size()) {
            ++m_part;
            m_offset = 0;
        }
    }
    m_written += head.size() + SliceSize - room;
    m_connection->channel().write({head, views[0], views[1], views[2], views[3]});
}

void UpstreamExchange::pump()
{
    Channel &channel = m_connection->channel();
    while (hasParts() && !m_isBodyUnwanted && channel.pendingBytes() == 0)
        writeSlice({});
    if (!m_isSent && isHandedOver() && channel.pendingBytes() == 0) {
        m_isSent = true;
        m_times.sent = true;
    }
}

void UpstreamExchange::onDrained()
{
    pump();
    if (m_state == State::Waiting)
        startPhaseTimer();
    if (takesBody())
        m_listener.onUpstreamWritable(); // may destroy this
}

bool UpstreamExchange::takesBody() const
{
    return m_request.bodyFollows && !m_hasBodyEnded && !m_isBodyUnwanted && m_connection
        && m_connection->channel().pendingBytes() == 0;
}

void UpstreamExchange::writeBody(QByteArrayView bytes)
{
    if (bytes.isEmpty() || !m_connection || m_isBodyUnwanted)
        return;
    Channel &channel = m_connection->channel();
    m_written += bytes.size();
    if (m_request.followingLength >= 0) {
        channel.write(bytes);
    } else {
        const ChunkSizeLine line(bytes.size());
        m_written += line.view().size() + QByteArrayView(LineEnd).size();
        channel.write({line.view(), bytes, LineEnd});
    }
    if (m_state == State::Waiting)
        startPhaseTimer();
}

void UpstreamExchange::endBody()
{
    m_hasBodyEnded = true;
    if (!m_connection || m_isBodyUnwanted)
        return;
    if (m_request.followingLength < 0) {
        m_written += QByteArrayView(LastChunk).size();
        m_connection->channel().write(LastChunk);
    }
    pump();
    if (m_state == State::Waiting)
        startPhaseTimer();
}

//! The upstream has everything there is and can only wait for more, as we do.
bool UpstreamExchange::awaitsBody() const
{
    return m_state == State::Waiting && takesBody();
}

//! The first-byte clock runs anew whenever a part of the request has left.
void UpstreamExchange::startPhaseTimer()
{
    const auto time =
        m_times.firstBody < 0 ? m_request.timeouts.firstByte : m_request.timeouts.idle;
    if (time > 0ms && !m_isPaused && !awaitsBody())
        m_phaseTimer.start(m_shared.io.timers, time);
    else
        m_phaseTimer.stop();
}

void UpstreamExchange::onPhaseTimeout()
{
    if (m_state == State::Dialing)
        fail(UpstreamFailureKind::ConnectTimeout, u"no connection in time"_s);
    else if (m_times.firstBody < 0)
        fail(UpstreamFailureKind::FirstByteTimeout, u"no answer in time"_s);
    else
        fail(UpstreamFailureKind::IdleTimeout, u"the answer stopped coming"_s);
}

//! Once it is answered it is never sent again from here: a stream of minutes need not keep it.
void UpstreamExchange::forgetRequest()
{
    m_request.methodAndTarget.clear();
    m_request.fields.clear();
    m_request.body = {};
    m_part = 0;
}

qint64 UpstreamExchange::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(m_shared.io.clock.steady()
                                                                 - m_startedAt)
        .count();
}

void UpstreamExchange::setReading(bool on)
{
    if (m_isPaused == !on)
        return;
    m_isPaused = !on;
    if (!m_connection)
        return;
    m_connection->channel().setReading(on);
    startPhaseTimer();
}

void UpstreamExchange::onData(QByteArrayView bytes)
{
    m_hasAnswerBegun = true;
    const bool hadBody = m_times.firstBody >= 0;
    ResponseParser &parser = m_connection->parser();
    const LifeFlag::Watcher self(m_life);
    const qsizetype used = parser.feed(bytes, *this);
    if (!self.isAlive() || m_state == State::Done)
        return;
    if (parser.failed())
        fail(UpstreamFailureKind::Malformed, QString::fromLatin1(parser.failure().reason));
    else if (m_isAnswerComplete)
        finish(used == bytes.size());
    else if (hadBody || m_times.firstBody >= 0)
        startPhaseTimer();
}

bool UpstreamExchange::onHead()
{
    const ResponseHead &head = m_connection->parser().head();
    m_state = State::Receiving;
    m_times.head = elapsed();
    // RFC 9112 section 9.5: stop sending what is refused already.
    m_isBodyUnwanted = !m_isSent && head.status >= 300;
    if (m_isSent)
        forgetRequest();
    const LifeFlag::Watcher self(m_life);
    m_listener.onUpstreamHead(head);
    return self.isAlive() && m_state != State::Done;
}

bool UpstreamExchange::onBody(QByteArrayView bytes)
{
    if (m_times.firstBody < 0)
        m_times.firstBody = elapsed();
    const LifeFlag::Watcher self(m_life);
    m_listener.onUpstreamBody(bytes);
    return self.isAlive() && m_state != State::Done;
}

void UpstreamExchange::onClosed(ChannelEnd end, const QString &detail)
{
    if (end == ChannelEnd::PeerClosed && m_connection->parser().finish(*this))
        finish(false);
    else if (mayRetry())
        retry();
    else
        fail(end == ChannelEnd::TlsFailed ? UpstreamFailureKind::Tls : UpstreamFailureKind::Reset,
             detail);
}

bool UpstreamExchange::mayRetry() const
{
    return m_connection->isReused() && !m_hasAnswerBegun && hasPeerTakenNothing();
}

//! Nothing of the request has been acknowledged, so the peer had closed before it came: a system
//! acknowledges what a program could still read, and answers the rest with a reset.
bool UpstreamExchange::hasPeerTakenNothing() const
{
    const Channel &channel = m_connection->channel();
    int unacknowledged = 0;
    return channel.descriptor() >= 0
        && ::ioctl(channel.descriptor(), TIOCOUTQ, &unacknowledged) == 0
        && unacknowledged + channel.pendingBytes() >= m_written;
}

void UpstreamExchange::retry()
{
    m_connection.reset();
    m_part = 0;
    m_offset = 0;
    m_written = 0;
    m_isSent = false;
    m_times = {};
    dial();
}

void UpstreamExchange::finish(bool isInOrder)
{
    m_state = State::Done;
    m_phaseTimer.stop();
    m_totalTimer.stop();
    m_dial.reset();
    if (isInOrder && m_isSent && m_connection->parser().head().keepAlive)
        m_shared.pool.giveBack(std::move(m_connection));
    else
        m_connection.reset();
    m_listener.onUpstreamEnd(); // may destroy this
}

void UpstreamExchange::fail(UpstreamFailureKind kind, const QString &detail)
{
    const bool hasSent = m_connection && m_connection->channel().pendingBytes() < m_written;
    m_state = State::Done;
    m_phaseTimer.stop();
    m_totalTimer.stop();
    m_dial.reset();
    m_connection.reset();
    m_listener.onUpstreamFailed({.kind = kind,
                                 .detail = detail,
                                 .answerBegun = m_hasAnswerBegun,
                                 .requestSent = hasSent}); // may destroy this
}

} // namespace Gatehouse::Http
