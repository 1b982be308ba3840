// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/demo.h"

#include "core/demo/sampleoffice.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace Sample = Gatehouse::Demo;

namespace {

constexpr quint64 seed = 4417;
constexpr int primedAttempts = 60;
constexpr int primedTrials = 46; //!< requests that a canary took
constexpr std::chrono::minutes trialAge{160};
constexpr qint64 trialFirstTokenUs = 236'000;
constexpr qint64 trialNanoUsd = 402'000; //!< of a request

QTimeZone systemZone()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

Demo::Demo(const Clock &clock)
    : m_thread(clock)
{
}

Demo::~Demo()
{
    if (!m_thread.isRunning())
        return;
    m_thread.call([this] {
        m_trickle.reset();
        m_providers.reset();
    });
    m_thread.stop();
}

Result<std::unique_ptr<Demo>> Demo::open(const DataFolder &folder, const Clock &clock)
{
    auto demo = std::unique_ptr<Demo>(new Demo(clock));
    if (auto started = demo->startProviders(); !started)
        return started.error();
    QHash<QString, quint16> ports;
    demo->m_thread.call([&] { ports = demo->m_providers->ports(); });
    auto data = writeSampleData(
        folder, {.now = clock.wall(), .zone = systemZone(), .ports = ports, .seed = seed});
    if (!data)
        return data.error();
    demo->m_data = *std::move(data);
    return demo;
}

Result<void> Demo::startProviders()
{
    m_thread.start(u"sample data"_s);
    Result<void> listening;
    m_thread.call([&] {
        m_providers = std::make_unique<Sample::SimulatedProviders>(m_thread.io(), seed);
        m_trickle = std::make_unique<Sample::Trickle>(m_thread.io(), seed);
        listening = m_providers->listen();
    });
    return listening;
}

void Demo::keepSecrets(Secrets::SecretStore &secrets, QObject *context) const
{
    for (const Sample::SampleProvider &provider : Sample::sampleProviders()) {
        const QString name = Sample::sampleSecret(provider.id);
        secrets.write(Secrets::SecretReference{Secrets::SecretPlace::Session, name},
                      Secrets::Secret(QByteArray("sk-" + name.toLatin1() + "-not-a-real-key")),
                      context, [](const Result<QString> &) {});
    }
}

void Demo::tellPast(EventLog &log) const
{
    for (const SampleEvent &event : m_data.events)
        log.add(event.time, event.kind, event.severity, event.title, event.detail, event.object,
                event.words);
}

void Demo::primeHealth(Routing::LiveState &live, SteadyTime now) const
{
    for (const Sample::SampleProvider &provider : Sample::sampleProviders()) {
        if (provider.paused)
            continue;
        const bool overloaded = provider.id == "anthropic"_L1;
        for (int i = 0; i < primedAttempts; ++i)
            live.provider(provider.id.toLatin1()).count(!overloaded || i % 9 != 0, now);
    }
}

void Demo::primeTrials(Routing::LiveState &live, SteadyTime now) const
{
    const auto document = Sample::sampleDocument(Sample::sampleRevisions().size(), {}, {});
    for (const Api::Route &route : document.routes) {
        if (!route.canary)
            continue;
        const auto state =
            live.canaries().state(route.id.toLatin1(), *route.canary, now - trialAge);
        for (int i = 0; i < primedTrials; ++i)
            state->trial().count(i == primedTrials / 2, trialFirstTokenUs * (10 + i % 7) / 10,
                                 trialNanoUsd);
        for (int i = 0; i < 9 * primedTrials; ++i)
            state->control().count(i % 97 == 0, trialFirstTokenUs * (11 + i % 9) / 9,
                                   trialNanoUsd * 3 / 4);
    }
}

void Demo::startTraffic(const QStringList &addresses)
{
    const auto port = addresses.value(0).section(u':', -1).toUShort();
    m_thread.post([this, port] { m_trickle->start(port, m_data.keys); });
}

void Demo::stopTraffic()
{
    m_thread.post([this] { m_trickle->stop(); });
}

} // namespace Gatehouse::Node
