// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/enginewatch.h"
#include "core/http/iothread.h"
#include "core/routing/retrypolicy.h"
#include "tests/support/fakeclock.h"
#include "tests/support/publishedfixture.h"
#include "tests/support/scriptedserver.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Node;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Happening = EngineWatch::Happening;
using Power = Routing::EngineState::Power;
using Warmth = Routing::ModelWarmth::Warmth;

namespace {

QByteArray answer(const QByteArray &body, const QByteArray &status = "200 OK")
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

Script always(const QByteArray &reply)
{
    return Script().waitRequest().send(reply).repeat();
}

//! One that nobody listens on a moment later.
quint16 freePort()
{
    QTcpServer gone;
    gone.listen(QHostAddress::LocalHost);
    return gone.serverPort();
}

Api::EnginePower waking(const QStringList &command, std::chrono::milliseconds time = 120s)
{
    Api::EnginePower power;
    power.wake = command;
    power.wakeTime = time;
    return power;
}

//! After ten seconds.
Api::EnginePower sleeping(const QStringList &command)
{
    Api::EnginePower power;
    power.sleep = command;
    power.idleTime = 10s;
    return power;
}

const QByteArray busy = "vllm:num_requests_running{model_name=\"m\"} 7\nvllm:num_requests_waiting{model_name=\"m\"} 2\n"
                        "vllm:kv_cache_usage_perc{model_name=\"m\"} 0.5\n";
const QByteArray idle = "vllm:num_requests_running 0\nvllm:num_requests_waiting 0\n";

} // namespace

class TestEngineWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsRoutingTheLoad();
    void asksOneQuestionAtATime();
    void asksADeadEngineLessOften();
    void takesTheSlotsOfLlamaCpp();
    void seesAnEngineReadItsModel();
    void wakesOnceForManyWishes();
    void keepsSecretsFromCommands();
    void tellsThatWakingFailed_data();
    void tellsThatWakingFailed();
    void putsAnIdleEngineToSleep();
    void letsABusyEngineWork();
    void loadsAColdModelOnce();
    void forgetsWhatIsGone();
    void punishesNoEngineThatLoads();

private:
    //! A provider "gpu" at \a port with the model "m".
    void configure(quint16 port, const QString &engine, const Api::EnginePower &power = {});
    void look() { m_watch->look(m_published); }
    //! Looks again, a second later, until \a holds.
    template <typename Holds>
    bool lookUntil(Holds holds)
    {
        return QTest::qWaitFor([&] {
            if (holds())
                return true;
            m_clock.advance(1s);
            look();
            return holds();
        });
    }
    QStringList script(const QByteArray &text);
    QByteArray written(const QString &name) const;
    Routing::TargetState &target() { return m_fixture->live.target("gpu", "m"); }
    Routing::EngineState &engine() { return m_fixture->live.provider("gpu").engine(); }
    QJsonValue shown(QLatin1StringView member) const { return m_watch->json(u"gpu"_s).toObject().value(member); }

    SystemClock m_system;
    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<PublishedFixture> m_fixture;
    std::shared_ptr<const Gateway::Published> m_published;
    std::unique_ptr<Http::ThreadIo> m_io;
    std::unique_ptr<Http::UpstreamClient> m_upstream;
    std::unique_ptr<EngineWatch> m_watch;
    QList<EngineWatch::Event> m_events;
};

void TestEngineWatch::init()
{
    m_watch.reset();
    m_upstream.reset();
    m_events.clear();
    m_dir = std::make_unique<QTemporaryDir>();
    m_io = std::make_unique<Http::ThreadIo>(m_system);
    m_upstream = std::make_unique<Http::UpstreamClient>(m_io->io(), Http::UpstreamClient::Options {});
    m_watch = std::make_unique<EngineWatch>(
        EngineWatch::Parts {.clock = m_clock, .upstream = *m_upstream, .tell = [this](const EngineWatch::Event &event) {
                                m_events.append(event);
                            }});
}

void TestEngineWatch::configure(quint16 port, const QString &engine, const Api::EnginePower &power)
{
    Api::Document document;
    Api::Provider gpu;
    gpu.id = u"gpu"_s;
    gpu.dialect = engine == "ollama"_L1 ? u"ollama"_s : u"openai"_s;
    gpu.baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(port);
    gpu.models = {u"m"_s};
    gpu.engine = engine;
    gpu.selfHosted = true;
    gpu.power = power;
    document.providers = {gpu};
    m_fixture = std::make_unique<PublishedFixture>(document);
    m_published = std::make_shared<const Gateway::Published>(m_fixture->published);
}

//! A program of one's own that gets the folder of this test as its argument.
QStringList TestEngineWatch::script(const QByteArray &text)
{
    QFile file(m_dir->filePath(u"command%1"_s.arg(QString::number(qHash(text)))));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + text);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {file.fileName(), m_dir->path()};
}

QByteArray TestEngineWatch::written(const QString &name) const
{
    QFile file(m_dir->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestEngineWatch::tellsRoutingTheLoad()
{
    ScriptedServer server(always(answer(busy)));
    configure(server.port(), u"vllm"_s);
    look();
    QCOMPARE(shown("state"_L1).toString(), u"unknown"_s);
    QTRY_COMPARE(target().load(m_clock.steady()), 9);
    QVERIFY(server.received().startsWith("GET /metrics HTTP/1.1"));
    QCOMPARE(shown("state"_L1).toString(), u"ready"_s);
    QCOMPARE(shown("running"_L1).toInt(), 7);
    QCOMPARE(shown("waiting"_L1).toInt(), 2);
    QCOMPARE(shown("cache_usage"_L1).toDouble(), 0.5);
    QVERIFY(shown("loaded_models"_L1).isNull());
    QCOMPARE(m_watch->gauges().size(), 3U);
    QCOMPARE(m_watch->gauges().front().labels, "provider=\"gpu\""_ba);
    m_clock.advance(4s);
    QCOMPARE(target().load(m_clock.steady()), 0); // stale
    QCOMPARE(shown("age_ms"_L1).toInt(), 4000);
    QVERIFY(m_watch->gauges().empty());
}

void TestEngineWatch::asksOneQuestionAtATime()
{
    ScriptedServer server(Script().waitRequest()); // and never answers
    configure(server.port(), u"vllm"_s);
    for (int i = 0; i < 5; ++i) {
        look();
        m_clock.advance(1s);
    }
    QTRY_COMPARE(server.requestCount(), 1);
    look();
    QCOMPARE(server.connectionCount(), 1);
}

void TestEngineWatch::asksADeadEngineLessOften()
{
    ScriptedServer server(always(answer({}, "500 Broken")));
    configure(server.port(), u"vllm"_s);
    for (int second = 0; second < 60; ++second) {
        const int before = server.requestCount();
        look();
        (void)QTest::qWaitFor([&] { return server.requestCount() > before; }, 30);
        QTest::qWait(10); // the answer
        m_clock.advance(1s);
    }
    QCOMPARE_GE(server.requestCount(), 5); // 0, 1, 3, 7, 15, 31, 47
    QCOMPARE_LE(server.requestCount(), 8);
    QCOMPARE(shown("state"_L1).toString(), u"unreachable"_s);
    QVERIFY(engine().isAwake()); // nobody could start it: requests find out
}

void TestEngineWatch::takesTheSlotsOfLlamaCpp()
{
    ScriptedServer server(Script()
                              .waitRequest()
                              .send(answer("{\"error\":{\"code\":501}}", "501 Not Implemented"))
                              .waitRequest()
                              .send(answer("[{\"is_processing\":true},{\"is_processing\":true}]")));
    configure(server.port(), u"llama.cpp"_s);
    QVERIFY(lookUntil([&] { return target().load(m_clock.steady()) == 2; }));
    QVERIFY(server.received().contains("GET /slots "));
}

void TestEngineWatch::seesAnEngineReadItsModel()
{
    ScriptedServer server(Script()
                              .waitRequest()
                              .send(answer("{\"error\":{\"message\":\"Loading model\"}}", "503 Service Unavailable"))
                              .waitRequest()
                              .send(answer("llamacpp:requests_processing 0\n")));
    configure(server.port(), u"llama.cpp"_s);
    look();
    QTRY_COMPARE(engine().power(), Power::Waking);
    QCOMPARE(shown("state"_L1).toString(), u"loading"_s);
    QVERIFY(lookUntil([&] { return engine().isAwake(); }));
}

void TestEngineWatch::wakesOnceForManyWishes()
{
    const quint16 port = freePort();
    configure(port, u"vllm"_s, waking(script("echo woken >> \"$1/log\"; echo starting\n")));
    QVERIFY(lookUntil([&] { return engine().power() == Power::Asleep; }));
    QVERIFY(written(u"log"_s).isEmpty()); // nobody needs it
    for (int i = 0; i < 50; ++i)
        engine().wish();
    look();
    QCOMPARE(engine().power(), Power::Waking);
    QTRY_COMPARE(written(u"log"_s), "woken\n"_ba);
    engine().wish();
    look();
    QCOMPARE(engine().power(), Power::Waking); // the command is done, the engine not yet up
    ScriptedServer server(always(answer(idle)), port);
    QVERIFY(lookUntil([&] { return engine().isAwake(); }));
    QCOMPARE(written(u"log"_s), "woken\n"_ba);
    QCOMPARE(m_events.size(), 1);
    QCOMPARE(m_events[0].what, Happening::Woken);
}

void TestEngineWatch::keepsSecretsFromCommands()
{
    qputenv("OPENAI_API_KEY", "sk-never-told");
    configure(freePort(), u"vllm"_s, waking(script("env > \"$1/env.new\"; mv \"$1/env.new\" \"$1/env\"\n")));
    QVERIFY(lookUntil([&] { return engine().power() == Power::Asleep; }));
    engine().wish();
    look();
    QTRY_VERIFY(written(u"env"_s).contains("GATEHOUSE_PROVIDER=gpu"));
    QVERIFY(written(u"env"_s).contains("PATH="));
    QVERIFY(!written(u"env"_s).contains("sk-never-told"));
    qunsetenv("OPENAI_API_KEY");
}

void TestEngineWatch::tellsThatWakingFailed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("code") << "exit 3\n"_ba << u"it ended with code 3"_s;
    QTest::newRow("never ends") << "exec sleep 60\n"_ba << u"it did not end within"_s;
    QTest::newRow("no answer") << "exit 0\n"_ba << u"it does not answer"_s;
    QTest::newRow("no such program") << ""_ba << u"it cannot be started"_s;
}

void TestEngineWatch::tellsThatWakingFailed()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, why);
    const QStringList command = text.isEmpty() ? QStringList {m_dir->filePath(u"nothing"_s)} : script(text);
    configure(freePort(), u"vllm"_s, waking(command, 300ms));
    QVERIFY(lookUntil([&] { return engine().power() == Power::Asleep; }));
    engine().wish();
    look();
    QVERIFY(QTest::qWaitFor([&] { // the clock stands until the program has ended
        look();
        if (why.contains("answer"_L1))
            m_clock.advance(50ms);
        return !m_events.isEmpty();
    }));
    QCOMPARE(m_events[0].what, Happening::WakeFailed);
    QVERIFY2(m_events[0].detail.startsWith(why), qPrintable(m_events[0].detail));
    QCOMPARE(engine().power(), Power::Asleep);
    QCOMPARE(engine().failures(), 1);
    engine().wish();
    look();
    QCOMPARE(engine().power(), Power::Asleep); // not again at once
    m_clock.advance(EngineWatch::wakePause);
    look();
    QCOMPARE(engine().power(), Power::Waking);
}

void TestEngineWatch::putsAnIdleEngineToSleep()
{
    ScriptedServer server(always(answer(idle)));
    configure(server.port(), u"vllm"_s, sleeping(script("echo slept >> \"$1/log\"\n")));
    look();
    QTRY_COMPARE(shown("state"_L1).toString(), u"ready"_s);
    m_clock.advance(9s);
    look();
    QVERIFY(engine().isAwake());
    m_clock.advance(1s);
    look();
    QCOMPARE(engine().power(), Power::Asleep);
    QTRY_COMPARE(m_events.size(), 1);
    QCOMPARE(m_events[0].what, Happening::Slept);
    QCOMPARE(written(u"log"_s), "slept\n"_ba);
}

void TestEngineWatch::letsABusyEngineWork()
{
    ScriptedServer server(always(answer(idle)));
    configure(server.port(), u"vllm"_s, sleeping(script("echo slept >> \"$1/log\"\n")));
    Routing::ProviderState &provider = m_fixture->live.provider("gpu");
    auto slot = Routing::Slot::take(target(), provider, 0, m_clock.steady());
    for (int i = 0; i < 30; ++i) {
        look();
        m_clock.advance(1s);
    }
    QVERIFY(engine().isAwake());
    slot.reset();
    provider.count(true, m_clock.steady());
    m_clock.advance(9s);
    look();
    QVERIFY(engine().isAwake()); // its last request ended nine seconds ago
    m_clock.advance(2s);
    look();
    QCOMPARE(engine().power(), Power::Asleep);
}

void TestEngineWatch::loadsAColdModelOnce()
{
    const QByteArray none = answer("{\"models\":[]}");
    ScriptedServer server(always(none));
    configure(server.port(), u"ollama"_s);
    look();
    QTRY_COMPARE(target().model().warmth(), Warmth::Cold);
    QCOMPARE(shown("loaded_models"_L1).toArray(), QJsonArray());
    QVERIFY(target().model().startWarming());
    QVERIFY(!target().model().startWarming()); // one at a time
    QVERIFY(lookUntil([&] { return target().model().isWarm(); }));
    QByteArray all;
    for (int i = 0; i < server.connectionCount(); ++i)
        all += server.received(i);
    QCOMPARE(all.count("POST /api/generate "), 1);
    QVERIFY(all.contains("{\"model\":\"m\",\"stream\":false}"));
}

void TestEngineWatch::forgetsWhatIsGone()
{
    ScriptedServer server(Script().waitRequest());
    configure(server.port(), u"vllm"_s);
    look();
    QTRY_COMPARE(server.requestCount(), 1);
    m_fixture = std::make_unique<PublishedFixture>(twoProviders());
    m_published = std::make_shared<const Gateway::Published>(m_fixture->published);
    look();
    QVERIFY(m_watch->json(u"gpu"_s).isNull());
    QVERIFY(m_watch->json(u"openai"_s).isNull());
    QTRY_COMPARE(server.openCount(), 0);
}

void TestEngineWatch::punishesNoEngineThatLoads()
{
    configure(freePort(), u"ollama"_s);
    const auto &route = *m_published->snapshot->directRoutes.front();
    const Routing::Entry entry = m_published->routing->entries(route).front();
    const auto fail = [&] {
        for (int i = 0; i < 10; ++i)
            Routing::recordFailure(entry, -1, Dialects::FailureClass::TimeoutFirstToken, {}, m_clock.steady());
        return entry.state->isOpen();
    };
    target().model().setWarmth(Warmth::Warming);
    QVERIFY(!fail());
    target().model().setWarmth(Warmth::Warm);
    engine().setPower(Power::Waking);
    QVERIFY(!fail());
    engine().setPower(Power::Awake);
    QVERIFY(fail());
}

QTEST_GUILESS_MAIN(TestEngineWatch)
#include "tst_enginewatch.moc"
