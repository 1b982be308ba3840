// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/simulatedprovider.h"

#include "core/base/json.h"
#include "core/demo/simulatedreply.h"
#include "core/http/nativechannel.h"
#include "core/http/timerwheel.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Demo {

namespace {

constexpr qint64 bodyLimit = 64LL * 1024 * 1024;
constexpr double overloadedShare = 0.13;
constexpr double overloadedSlowness = 2.0;
constexpr auto overloadEvery = 20min;
constexpr auto overloadTime = 12min;
constexpr auto pieceTime = 40ms;
constexpr auto silence = 30s; //!< longer than any sample provider's time-out
constexpr QByteArrayView json("application/json");

std::chrono::milliseconds ms(double value)
{
    return std::chrono::milliseconds(static_cast<qint64>(value));
}

} // namespace

//! An answer on its way: waits as long as a model would think, then writes word by word.
class SimulatedProvider::Answer final : public Http::ExchangeState
{
public:
    Answer(Http::IoContext &io, Http::ServerExchange &client)
        : m_io(io)
        , m_client(client)
        , m_timer([this] {
            const auto step = m_step; // an answer's last step ends this object
            step();
        })
    {
    }

    void sendWhole(QByteArray body, std::chrono::milliseconds after)
    {
        m_step = [this, body = std::move(body)] { m_client.reply(200, json, {}, body); };
        m_timer.start(m_io.timers, after);
    }
    void sendError(int status, QByteArray body, std::chrono::milliseconds after)
    {
        m_step = [this, status, body = std::move(body)] { m_client.reply(status, json, {}, body); };
        m_timer.start(m_io.timers, after);
    }
    void stream(SimulatedReply reply, std::chrono::milliseconds first, double tokensPerSecond)
    {
        m_reply = std::move(reply);
        m_perStep = std::max<size_t>(1, static_cast<size_t>(tokensPerSecond * 0.04));
        m_step = [this] { writeNext(); };
        m_timer.start(m_io.timers, first);
    }
    //! Never answers; the caller's time-out ends it.
    void keepSilent()
    {
        m_step = [this] { m_client.abortReply(); };
        m_timer.start(m_io.timers, silence);
    }

private:
    void writeNext()
    {
        QByteArray bytes;
        if (m_next == 0) {
            for (const QByteArray &event : m_reply.head)
                bytes += event;
            m_client.beginReply(200, "text/event-stream", {}, bytes);
            bytes.clear();
        }
        const size_t end = std::min(m_next + m_perStep, m_reply.pieces.size());
        for (; m_next < end; ++m_next)
            bytes += m_reply.pieces[m_next];
        if (m_next < m_reply.pieces.size()) {
            m_client.writePiece(bytes);
            m_timer.start(m_io.timers, pieceTime);
            return;
        }
        for (const QByteArray &event : m_reply.tail)
            bytes += event;
        m_client.endReply(bytes); // ends this object's life
    }

    Http::IoContext &m_io;
    Http::ServerExchange &m_client;
    std::function<void()> m_step;
    SimulatedReply m_reply;
    size_t m_next = 0;
    size_t m_perStep = 1;
    Http::Timer m_timer;
};

SimulatedProvider::SimulatedProvider(Http::IoContext &io, const SampleProvider &sample,
                                     quint64 seed)
    : m_io(io)
    , m_sample(sample)
    , m_since(io.clock.steady())
    , m_dice(seed)
    , m_server(io, *this, Http::MessageLimits{})
{
}

SimulatedProvider::~SimulatedProvider()
{
    m_acceptor.reset();
    m_server.closeAll();
}

Result<void> SimulatedProvider::listen()
{
    auto acceptor =
        Http::Acceptor::listen(m_io, u"127.0.0.1:0"_s, [this](int descriptor, QByteArray peer) {
            m_server.adopt(Http::NativeChannel::fromDescriptor(m_io, descriptor, std::move(peer)));
        });
    if (!acceptor)
        return acceptor.error();
    m_acceptor = *std::move(acceptor);
    return {};
}

bool SimulatedProvider::isOverloaded() const
{
    return isAnthropic() && m_sample.id == "anthropic"_L1
        && (m_io.clock.steady() - m_since) % overloadEvery < overloadTime;
}

double SimulatedProvider::failureShare() const
{
    return isOverloaded() ? overloadedShare : m_sample.failureShare;
}

qint64 SimulatedProvider::onHead(Http::ServerExchange &)
{
    return bodyLimit;
}

QByteArray SimulatedProvider::errorBody(const Http::RequestHead *, int status, const QByteArray &)
{
    return Demo::errorBody(isAnthropic(), status);
}

void SimulatedProvider::refuse(Http::ServerExchange &exchange, int status) const
{
    exchange.reply(status, json, {}, Demo::errorBody(isAnthropic(), status));
}

void SimulatedProvider::fail(Http::ServerExchange &exchange)
{
    auto answer = std::make_unique<Answer>(m_io, exchange);
    const double kind = m_dice.unit();
    if (kind < 0.06) {
        answer->keepSilent();
    } else {
        const int status = kind < 0.4 ? 429 : kind < 0.75 && isAnthropic() ? 529 : 500;
        answer->sendError(status, Demo::errorBody(isAnthropic(), status),
                          ms(m_dice.around(180, 0.4)));
    }
    exchange.setState(std::move(answer));
}

void SimulatedProvider::onRequest(Http::ServerExchange &exchange, QByteArray body)
{
    const QByteArrayView path = exchange.head().path;
    if (path.endsWith("/models")) {
        QStringList models;
        for (const SampleModel &model : sampleModels()) {
            if (QLatin1StringView(model.provider) == m_sample.id)
                models.append(QString::fromLatin1(model.model));
        }
        exchange.reply(200, json, {}, modelListBody(models));
        return;
    }
    if (!path.endsWith(isAnthropic() ? QByteArrayView("/messages")
                                     : QByteArrayView("/chat/completions")))
        return refuse(exchange, 404);
    const Result<QJsonObject> object = parseObject(body);
    if (!object)
        return refuse(exchange, 400);
    if (m_dice.chance(failureShare()))
        return fail(exchange);

    const SimulatedRequest request = SimulatedRequest::read(*object, body.size());
    const SampleModel *known = sampleModel(m_sample.id.toLatin1(), request.model.toLatin1());
    const SampleModel model = known ? *known : SampleModel{{}, {}, 0, 0, 400, 60};
    const double slow = isOverloaded() ? overloadedSlowness : 1;
    const auto first = ms(m_dice.around(model.firstTokenMs * slow, 0.3));
    const double pace = model.tokensPerSecond / slow;
    const QStringList words =
        simulatedWords(request, static_cast<qint64>(m_dice.around(70, 0.5)) + 12, m_dice);
    const QString id = u"sample-%1"_s.arg(m_dice.below(Q_INT64_C(1) << 52), 0, 36);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(m_io.clock.wall());
    SimulatedReply reply = isAnthropic()
        ? anthropicReply(request, words, id)
        : openAiReply(request, words, id, seconds.time_since_epoch().count());
    auto answer = std::make_unique<Answer>(m_io, exchange);
    if (request.streamed)
        answer->stream(std::move(reply), first, pace);
    else
        answer->sendWhole(std::move(reply.whole),
                          first + ms(1000 * static_cast<double>(reply.tokens) / pace));
    exchange.setState(std::move(answer));
}

} // namespace Gatehouse::Demo
