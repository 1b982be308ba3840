// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/localservers.h"

#include "core/providers/modellist.h"
#include "core/providers/upstreamtarget.h"

#include <QtCore/QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Providers {

namespace {

constexpr std::chrono::milliseconds patience = 400ms;

//! Base URL of $OLLAMA_HOST ("host", "host:port" or a URL), empty when unset or another computer's.
QString ollamaAddress()
{
    QString text = qEnvironmentVariable("OLLAMA_HOST");
    if (text.isEmpty())
        return {};
    if (!text.contains("://"_L1))
        text.prepend("http://"_L1);
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return {};
    if (url.host() == "0.0.0.0"_L1 || url.host() == "localhost"_L1)
        url.setHost(u"127.0.0.1"_s);
    if (url.host() != "127.0.0.1"_L1 && url.host() != "::1"_L1)
        return {};
    url.setPort(url.port(11434));
    url.setPath({});
    return url.toString();
}

} // namespace

LocalServerSearch::LocalServerSearch(const Clock &clock, Http::UpstreamClient &client, Done done)
    : m_done(std::move(done))
{
    const QString ollama = ollamaAddress();
    for (const KnownProvider &known : knownProviders()) {
        if (!known.local)
            continue;
        const bool moved = known.kind == "ollama"_L1 && !ollama.isEmpty();
        ask(clock, client, known, moved ? ollama : QString(known.baseUrl));
    }
}

void LocalServerSearch::ask(const Clock &clock, Http::UpstreamClient &client,
                            const KnownProvider &known, const QString &baseUrl)
{
    const QUrl url(baseUrl);
    Http::Endpoint endpoint;
    endpoint.host = url.host().toLatin1();
    endpoint.port = static_cast<quint16>(url.port(80));
    endpoint.tls = false;
    Http::UpstreamRequest request;
    const Dialects::Quirks *ways = Dialects::quirksOf(known.dialect.data());
    const QByteArrayView path = ways ? ways->modelsPath : QByteArrayView("/models");
    request.methodAndTarget = "GET " + joined(url.path().toLatin1(), path);
    request.fields = "accept-encoding: identity\r\n";
    request.timeouts = {
        .connect = patience, .firstByte = patience, .idle = patience, .total = patience};
    const std::size_t index = m_questions.size();
    ++m_waiting;
    m_questions.push_back({&known, baseUrl, nullptr});
    m_questions.back().probe =
        std::make_unique<Probe>(clock, client, endpoint, std::move(request),
                                [this, index](const ProbeReply &reply) { answered(index, reply); });
}

void LocalServerSearch::answered(std::size_t index, const ProbeReply &reply)
{
    if (reply.succeeded()) {
        const Result<QStringList> models = readModelList(reply.body);
        if (models)
            m_found.append({m_questions[index].known, m_questions[index].baseUrl, *models});
    }
    if (--m_waiting > 0)
        return;
    const Done done = std::move(m_done);
    done(std::move(m_found)); // may destroy this
}

} // namespace Gatehouse::Providers
