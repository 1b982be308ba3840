// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/iothread.h"
#include "core/http/resolver.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QSemaphore>
#include <QtCore/QThread>
#include <QtTest/QtTest>

#include <atomic>

using namespace Gatehouse;
using namespace Gatehouse::Http;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! DNS as the test wants it; outlives the resolver's threads by being shared.
struct FakeDns {
    std::atomic<int> asked = 0;
    std::atomic<bool> fails = false;
    QSemaphore permits{1000};

    Resolver::Answer ask()
    {
        permits.acquire();
        const int number = ++asked;
        if (fails)
            return Error{ErrorCode::Unavailable, u"no DNS"_s};
        return QList<QHostAddress>{QHostAddress(u"192.0.2.%1"_s.arg(number))};
    }
};

} // namespace

class TestResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void knowsLiteralsAtOnce();
    void answersLaterOnTheAskingThread();
    void cachesForAMinute();
    void usesStaleAnswersWhenDnsFails();
    void remembersFailuresForASecond();
    void asksOnceForManyWaiters();
    void slowNameBlocksNoOther();
    void cancelledLookupStaysSilent();
    void mayDieInItsCallback();
    void outlivedByItsLookups();
    void servesOtherThreads();
    void interleavesFamilies();
    void asksTheSystem();

private:
    //! Waits for the answer; the text of its first address, or of the error.
    QString resolve(const QByteArray &host);

    FakeClock m_clock;
    std::shared_ptr<FakeDns> m_dns;
    std::unique_ptr<Resolver> m_resolver;
};

void TestResolver::init()
{
    m_dns = std::make_shared<FakeDns>();
    m_resolver = std::make_unique<Resolver>(
        m_clock, [dns = m_dns](const QByteArray &) { return dns->ask(); });
}

QString TestResolver::resolve(const QByteArray &host)
{
    std::optional<Resolver::Answer> answer;
    const auto lookup = m_resolver->lookup(host, [&answer](const auto &told) { answer = told; });
    if (answer || !QTest::qWaitFor([&answer] { return answer.has_value(); }))
        return u"called back at once, or never"_s;
    return *answer ? (**answer).first().toString() : answer->error().detail;
}

void TestResolver::knowsLiteralsAtOnce()
{
    QCOMPARE(m_resolver->known("127.0.0.1"), QList{QHostAddress(u"127.0.0.1"_s)});
    QCOMPARE(m_resolver->known("::1"), QList{QHostAddress(u"::1"_s)});
    QVERIFY(!m_resolver->known("localhost"));
    QCOMPARE(resolve("10.1.2.3"), u"10.1.2.3"_s);
    QCOMPARE(m_dns->asked, 0);
}

void TestResolver::answersLaterOnTheAskingThread()
{
    QThread *calledOn = nullptr;
    const auto lookup =
        m_resolver->lookup("a", [&](const auto &) { calledOn = QThread::currentThread(); });
    QVERIFY(!calledOn);
    QTRY_COMPARE(calledOn, QThread::currentThread());
}

void TestResolver::cachesForAMinute()
{
    QCOMPARE(resolve("a"), u"192.0.2.1"_s);
    m_clock.advance(59s);
    QCOMPARE(resolve("a"), u"192.0.2.1"_s);
    QCOMPARE(m_resolver->known("a"), QList{QHostAddress(u"192.0.2.1"_s)});
    m_clock.advance(2s);
    QVERIFY(!m_resolver->known("a"));
    QCOMPARE(resolve("a"), u"192.0.2.2"_s);
}

void TestResolver::usesStaleAnswersWhenDnsFails()
{
    QCOMPARE(resolve("a"), u"192.0.2.1"_s);
    m_dns->fails = true;
    m_clock.advance(61s);
    QCOMPARE(resolve("a"), u"192.0.2.1"_s);
    m_clock.advance(300s);
    QCOMPARE(resolve("a"), u"no DNS"_s);
    m_dns->fails = false;
    m_clock.advance(2s);
    QCOMPARE(resolve("a"), u"192.0.2.4"_s);
}

void TestResolver::remembersFailuresForASecond()
{
    m_dns->fails = true;
    QCOMPARE(resolve("a"), u"no DNS"_s);
    QCOMPARE(resolve("a"), u"no DNS"_s);
    QCOMPARE(m_dns->asked, 1);
    m_clock.advance(1s);
    QCOMPARE(resolve("a"), u"no DNS"_s);
    QCOMPARE(m_dns->asked, 2);
}

void TestResolver::asksOnceForManyWaiters()
{
    m_dns->permits.acquire(1000);
    int answers = 0;
    std::vector<std::unique_ptr<Resolver::Lookup>> lookups;
    for (int i = 0; i < 20; ++i)
        lookups.push_back(m_resolver->lookup("a", [&answers](const auto &) { ++answers; }));
    m_dns->permits.release(1000);
    QTRY_COMPARE(answers, 20);
    QCOMPARE(m_dns->asked, 1);
}

void TestResolver::slowNameBlocksNoOther()
{
    const auto gate = std::make_shared<QSemaphore>();
    Resolver resolver(m_clock, [gate](const QByteArray &host) -> Resolver::Answer {
        if (host == "slow")
            gate->acquire();
        return QList{QHostAddress(QHostAddress::LocalHost)};
    });
    QByteArrayList order;
    const auto slow = resolver.lookup("slow", [&](const auto &) { order.append("slow"); });
    const auto fast = resolver.lookup("fast", [&](const auto &) { order.append("fast"); });
    QTRY_COMPARE(order, QByteArrayList{"fast"_ba});
    gate->release();
    QTRY_COMPARE(order, (QByteArrayList{"fast"_ba, "slow"_ba}));
}

void TestResolver::cancelledLookupStaysSilent()
{
    bool called = false;
    auto cancelled = m_resolver->lookup("a", [&called](const auto &) { called = true; });
    cancelled.reset();
    QCOMPARE(resolve("a"), u"192.0.2.1"_s);
    auto answered = m_resolver->lookup("a", [&called](const auto &) { called = true; });
    answered.reset(); // the answer is on its way already
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestResolver::mayDieInItsCallback()
{
    std::unique_ptr<Resolver::Lookup> lookup;
    bool called = false;
    lookup = m_resolver->lookup("a", [&](const auto &) {
        lookup.reset();
        called = true;
    });
    QTRY_VERIFY(called);
}

void TestResolver::outlivedByItsLookups()
{
    m_dns->permits.acquire(1000);
    bool called = false;
    const auto lookup = m_resolver->lookup("a", [&called](const auto &) { called = true; });
    m_resolver.reset(); // does not wait
    m_dns->permits.release(1000);
    QTRY_COMPARE(m_dns->asked, 1);
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestResolver::servesOtherThreads()
{
    IoThread thread(m_clock);
    thread.start(u"asker"_s);
    std::atomic<bool> right = false;
    std::unique_ptr<Resolver::Lookup> lookup;
    thread.call([&] {
        QThread *const asker = QThread::currentThread();
        lookup = m_resolver->lookup(
            "a", [&right, asker](const auto &) { right = QThread::currentThread() == asker; });
    });
    QTRY_VERIFY(right);
    thread.call([&lookup] { lookup.reset(); });
}

void TestResolver::interleavesFamilies()
{
    const auto list = [](std::initializer_list<const char *> texts) {
        QList<QHostAddress> result;
        for (const char *text : texts)
            result.append(QHostAddress(QString::fromLatin1(text)));
        return result;
    };
    QCOMPARE(Resolver::interleaved(list({"::1", "::2", "::3", "1.1.1.1"})),
             list({"::1", "1.1.1.1", "::2", "::3"}));
    QCOMPARE(Resolver::interleaved(list({"1.1.1.1", "1.1.1.2", "::1"})),
             list({"1.1.1.1", "::1", "1.1.1.2"}));
    QCOMPARE(Resolver::interleaved({}), list({}));
}

void TestResolver::asksTheSystem()
{
    const auto found = Resolver::askSystem("localhost");
    QVERIFY(found);
    QVERIFY(std::all_of(found->begin(), found->end(),
                        [](const QHostAddress &address) { return address.isLoopback(); }));
    QVERIFY(!Resolver::askSystem("no-such-host.invalid"));
}

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"
