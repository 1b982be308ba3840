// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/trickle.h"

#include "core/base/json.h"
#include "core/demo/sampleoffice.h"

#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Demo {

namespace {

constexpr double pauseMs = 900;      //!< median between two requests
constexpr double promptScale = 0.12; //!< short prompts: what runs live need not cost as much
constexpr double bytesPerToken = 4;
constexpr double mostPromptBytes = 20'000;

constexpr std::array questions{
    "Summarise this ticket in two sentences."_L1, "Which of these offers should we take?"_L1,
    "Write a friendly answer to this mail."_L1,   "Why does this test fail?"_L1,
    "Translate the notes into German."_L1,        "What did the customer ask for?"_L1,
};

QByteArray requestBody(const SampleUse &use, bool streamed, Dice &dice)
{
    const bool anthropic = use.front == "anthropic-messages";
    const double bytes =
        std::min(dice.around(use.promptTokens * promptScale, 0.5) * bytesPerToken, mostPromptBytes);
    const auto question = static_cast<size_t>(dice.below(std::ssize(questions)));
    QString text(static_cast<qsizetype>(bytes), u' '); // stands for the text they work on
    text.append(questions[question]);
    QJsonObject body{
        {u"model"_s, QString::fromLatin1(use.route)},
        {u"stream"_s, streamed},
        {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, text}}}}};
    if (anthropic)
        body.insert(u"max_tokens"_s, 400);
    return compactJson(body);
}

} // namespace

//! One request under way; what comes back is not looked at.
class Trickle::Call final : public Http::UpstreamListener
{
public:
    void start(Http::UpstreamClient &client, const Http::Endpoint &gateway,
               Http::UpstreamRequest request)
    {
        m_call = client.send(gateway, std::move(request), *this);
    }
    bool hasEnded() const { return m_ended; }

private:
    void onUpstreamHead(const Http::ResponseHead &) override { }
    void onUpstreamBody(QByteArrayView) override { }
    void onUpstreamEnd() override { m_ended = true; }
    void onUpstreamFailed(const Http::UpstreamFailure &) override { m_ended = true; }

    std::unique_ptr<Http::UpstreamCall> m_call;
    bool m_ended = false;
};

Trickle::Trickle(Http::IoContext &io, quint64 seed)
    : m_io(io)
    , m_dice(seed)
    , m_client(io, Http::UpstreamClient::Options{})
    , m_timer([this] { sendOne(); })
{
}

Trickle::~Trickle() = default;

void Trickle::start(quint16 port, const QHash<QByteArray, QByteArray> &keys)
{
    m_port = port;
    m_keys = keys;
    scheduleNext();
}

void Trickle::stop()
{
    m_timer.stop();
    m_calls.clear();
}

void Trickle::scheduleNext()
{
    const auto pause = static_cast<qint64>(m_dice.around(pauseMs, 0.5));
    m_timer.start(m_io.timers, std::chrono::milliseconds(pause));
}

void Trickle::clearEnded()
{
    std::erase_if(m_calls, [](const auto &call) { return call->hasEnded(); });
}

void Trickle::sendOne()
{
    clearEnded();
    scheduleNext();
    const auto uses = sampleUses();
    std::vector<double> shares;
    for (const SampleUse &use : uses)
        shares.push_back(m_keys.contains(use.key) ? use.share : 0);
    const SampleUse &use = uses[m_dice.pick(shares)];
    const bool anthropic = use.front == "anthropic-messages";
    Http::UpstreamRequest request;
    request.methodAndTarget = anthropic ? "POST /v1/messages" : "POST /v1/chat/completions";
    request.fields =
        "content-type: application/json\r\nauthorization: Bearer " + m_keys.value(use.key) + "\r\n";
    if (anthropic)
        request.fields += "anthropic-version: 2023-06-01\r\n";
    request.body = {requestBody(use, m_dice.chance(use.streamed), m_dice)};
    auto call = std::make_unique<Call>();
    call->start(m_client,
                {.host = "127.0.0.1",
                 .port = m_port,
                 .tls = false,
                 .caFile = {},
                 .clientCertificateFile = {},
                 .proxyHost = {}},
                std::move(request));
    m_calls.push_back(std::move(call));
}

} // namespace Gatehouse::Demo
