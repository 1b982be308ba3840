// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/http/eventdispatcher.h"
#include "core/http/iothread.h"
#include "tests/support/epollmain.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <functional>

using namespace Gatehouse;
using namespace Gatehouse::Http;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! A handler whose answer is a function.
class Watcher : public FdHandler
{
public:
    void onFdEvents(quint32 events) override
    {
        ++calls;
        last = events;
        if (then)
            then();
    }

    int calls = 0;
    quint32 last = 0;
    std::function<void()> then;
};

//! Two connected stream sockets that close with the test.
struct SocketPair {
    SocketPair()
    {
        ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fd.data());
    }
    ~SocketPair()
    {
        for (const int one : fd) {
            if (one >= 0)
                ::close(one);
        }
    }
    Q_DISABLE_COPY(SocketPair)
    void send(int side) const { QCOMPARE(::write(fd.at(size_t(side)), "x", 1), ssize_t(1)); }
    void receive(int side) const
    {
        char byte = 0;
        QCOMPARE(::read(fd.at(size_t(side)), &byte, 1), ssize_t(1));
    }

    std::array<int, 2> fd = {-1, -1};
};

void turn()
{
    QCoreApplication::processEvents();
}

} // namespace

class TestEventDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheDispatcher();
    void tellsNativeHandlers();
    void modifiesWithoutLosingEvents();
    void forgetsAtOnceAndKnowsReusedNumbers();
    void dropsStaleEventsOfTheSameBatch();
    void tellsHangUp();
    void notifiesReadAndWrite();
    void notifierMayVanishInItsSlot();
    void excludesSocketNotifiers();
    void timersKeepTheirTime();
    void zeroTimerRunsEveryTurn();
    void timerInNestedLoopDoesNotFireTwice();
    void timersMoveBetweenThreads();
    void listsTimersOfAnObject();
    void queuedCallsCrossThreads();
    void wakeUpEndsAWait();
    void quitFromAnotherThreadIsNeverLost();
    void deferredDeleteAfterNestedLoop();
    void carriesTcpSockets();
    void carriesLocalSockets();
    void threadRunsPostedTasksInOrder();
    void threadRunsWhatIsLeftWhenStopped();

private:
    EpollDispatcher &dispatcher() { return *EpollDispatcher::current(); }
};

void TestEventDispatcher::isTheDispatcher()
{
    QVERIFY(EpollDispatcher::current());
}

void TestEventDispatcher::tellsNativeHandlers()
{
    const SocketPair pair;
    Watcher watcher;
    dispatcher().watch(pair.fd[0], FdReadable, &watcher);
    turn();
    QCOMPARE(watcher.calls, 0);
    pair.send(1);
    turn();
    QCOMPARE(watcher.calls, 1);
    QCOMPARE(watcher.last, quint32(FdReadable));
    turn();
    QCOMPARE(watcher.calls, 2); // level-triggered: still there
    pair.receive(0);
    turn();
    QCOMPARE(watcher.calls, 2);
    dispatcher().unwatch(pair.fd[0]);
}

void TestEventDispatcher::modifiesWithoutLosingEvents()
{
    const SocketPair pair;
    Watcher watcher;
    dispatcher().watch(pair.fd[0], FdReadable | FdWritable, &watcher);
    turn();
    QCOMPARE(watcher.last, quint32(FdWritable));
    dispatcher().modify(pair.fd[0], 0);
    pair.send(1);
    turn();
    QCOMPARE(watcher.calls, 1);
    dispatcher().modify(pair.fd[0], FdWritable);
    dispatcher().modify(pair.fd[0], FdReadable);
    turn();
    QCOMPARE(watcher.last, quint32(FdReadable));
    dispatcher().unwatch(pair.fd[0]);
}

void TestEventDispatcher::forgetsAtOnceAndKnowsReusedNumbers()
{
    SocketPair pair;
    Watcher first;
    dispatcher().watch(pair.fd[0], FdReadable, &first);
    turn();
    dispatcher().unwatch(pair.fd[0]);
    const int number = pair.fd[0];
    const int spare = ::dup(pair.fd[1]);
    ::close(number);
    QCOMPARE(::dup2(spare, number), number); // the number names another socket now
    ::close(spare);
    Watcher second;
    dispatcher().watch(number, FdWritable | FdReadable, &second);
    turn();
    QCOMPARE(first.calls, 0);
    QCOMPARE(second.calls, 1);
    dispatcher().unwatch(number);
}

void TestEventDispatcher::dropsStaleEventsOfTheSameBatch()
{
    const SocketPair one;
    const SocketPair other;
    Watcher first;
    Watcher second;
    Watcher replacement;
    const auto dropTheOther = [&](int fd) {
        dispatcher().unwatch(fd);
        dispatcher().watch(fd, 0, &replacement);
    };
    first.then = [&] { dropTheOther(other.fd[0]); };
    second.then = [&] { dropTheOther(one.fd[0]); };
    dispatcher().watch(one.fd[0], FdReadable, &first);
    dispatcher().watch(other.fd[0], FdReadable, &second);
    one.send(1);
    other.send(1);
    turn();
    QCOMPARE(first.calls + second.calls, 1);
    QCOMPARE(replacement.calls, 0);
    dispatcher().unwatch(one.fd[0]);
    dispatcher().unwatch(other.fd[0]);
}

void TestEventDispatcher::tellsHangUp()
{
    SocketPair pair;
    Watcher watcher;
    dispatcher().watch(pair.fd[0], 0, &watcher);
    ::close(std::exchange(pair.fd[1], -1));
    turn();
    QVERIFY(watcher.last & FdHangUp);
    dispatcher().unwatch(pair.fd[0]);
}

void TestEventDispatcher::notifiesReadAndWrite()
{
    const SocketPair pair;
    QSocketNotifier reads(pair.fd[0], QSocketNotifier::Read);
    QSocketNotifier writes(pair.fd[0], QSocketNotifier::Write);
    int readable = 0;
    int writable = 0;
    connect(&reads, &QSocketNotifier::activated, this, [&readable] { ++readable; });
    connect(&writes, &QSocketNotifier::activated, this, [&writable] { ++writable; });
    turn();
    QCOMPARE(readable, 0);
    QCOMPARE(writable, 1);
    writes.setEnabled(false);
    pair.send(1);
    turn();
    QCOMPARE(readable, 1);
    QCOMPARE(writable, 1);
    reads.setEnabled(false);
    writes.setEnabled(true);
    turn();
    QCOMPARE(readable, 1);
    QCOMPARE(writable, 2);
}

void TestEventDispatcher::notifierMayVanishInItsSlot()
{
    const SocketPair pair;
    auto reads = std::make_unique<QSocketNotifier>(pair.fd[0], QSocketNotifier::Read);
    auto writes = std::make_unique<QSocketNotifier>(pair.fd[0], QSocketNotifier::Write);
    int calls = 0;
    connect(reads.get(), &QSocketNotifier::activated, this, [&] {
        ++calls;
        reads.reset();
        writes.reset();
    });
    connect(writes.get(), &QSocketNotifier::activated, this, [&calls] { calls += 100; });
    pair.send(1);
    turn();
    turn();
    QCOMPARE(calls, 1);
}

void TestEventDispatcher::excludesSocketNotifiers()
{
    const SocketPair pair;
    Watcher watcher;
    dispatcher().watch(pair.fd[0], FdWritable, &watcher);
    QTimer::singleShot(0, this, [] {});
    dispatcher().processEvents(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(watcher.calls, 0);
    turn();
    QCOMPARE(watcher.calls, 1);
    dispatcher().unwatch(pair.fd[0]);
}

void TestEventDispatcher::timersKeepTheirTime()
{
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&fired] { ++fired; });
    QElapsedTimer elapsed;
    elapsed.start();
    timer.start(15);
    QVERIFY(timer.remainingTime() > 0 && timer.remainingTime() <= 15);
    QTRY_VERIFY(fired >= 4);
    QVERIFY(elapsed.nsecsElapsed() >= 60'000'000);
    timer.stop();
    QCOMPARE(timer.remainingTime(), -1);
}

void TestEventDispatcher::zeroTimerRunsEveryTurn()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&fired] { ++fired; });
    timer.start(0);
    for (int i = 0; i < 5; ++i)
        dispatcher().processEvents(QEventLoop::AllEvents);
    QCOMPARE(fired, 5);
}

void TestEventDispatcher::timerInNestedLoopDoesNotFireTwice()
{
    QTimer timer;
    int depth = 0;
    int deepest = 0;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        deepest = std::max(deepest, ++depth);
        if (++fired == 1) {
            QEventLoop nested;
            QTimer::singleShot(20, &nested, &QEventLoop::quit);
            nested.exec();
        }
        --depth;
    });
    timer.start(1);
    QTRY_VERIFY(fired >= 3);
    QCOMPARE(deepest, 1);
}

void TestEventDispatcher::timersMoveBetweenThreads()
{
    const SystemClock clock;
    IoThread thread(clock);
    thread.start(u"timers"_s);
    QTimer timer;
    std::atomic<int> fired = 0;
    connect(&timer, &QTimer::timeout, &timer, [&fired] { ++fired; });
    timer.start(1);
    QThread *home = QThread::currentThread();
    QThread *away = nullptr;
    thread.call([&away] { away = QThread::currentThread(); });
    timer.moveToThread(away);
    QTRY_VERIFY(fired > 2);
    thread.call([&] { timer.moveToThread(home); });
    const int before = fired;
    QTRY_VERIFY(fired > before);
}

void TestEventDispatcher::listsTimersOfAnObject()
{
    QObject object;
    const int id = object.startTimer(1234, Qt::VeryCoarseTimer);
    const auto timers = dispatcher().registeredTimers(&object);
    QCOMPARE(timers.size(), 1);
    QCOMPARE(timers.first().timerId, id);
    QCOMPARE(timers.first().interval, 1234);
    QCOMPARE(timers.first().timerType, Qt::VeryCoarseTimer);
    QVERIFY(dispatcher().unregisterTimers(&object));
    QVERIFY(!dispatcher().unregisterTimer(id));
    QCOMPARE(dispatcher().remainingTime(id), -1);
}

void TestEventDispatcher::queuedCallsCrossThreads()
{
    const SystemClock clock;
    IoThread thread(clock);
    thread.start(u"calls"_s);
    int arrived = 0;
    thread.post([&] {
        for (int i = 0; i < 1000; ++i)
            QMetaObject::invokeMethod(
                this, [&arrived] { ++arrived; }, Qt::QueuedConnection);
    });
    QTRY_COMPARE(arrived, 1000);
}

void TestEventDispatcher::wakeUpEndsAWait()
{
    const SystemClock clock;
    IoThread thread(clock);
    thread.start(u"wake"_s);
    EpollDispatcher &own = dispatcher();
    thread.post([&own] { own.wakeUp(); });
    own.processEvents(QEventLoop::WaitForMoreEvents); // returns at all
    own.wakeUp();
    own.processEvents(QEventLoop::WaitForMoreEvents);
}

//! The loop's quit flag is set outside any lock; the wake-up that follows must not fall between the
//! check of the flag and the sleep.
void TestEventDispatcher::quitFromAnotherThreadIsNeverLost()
{
    const SystemClock clock;
    IoThread thread(clock);
    thread.start(u"quit"_s);
    for (int i = 0; i < 3000; ++i) {
        QEventLoop loop;
        const auto askToQuit = [&] { thread.post([&loop] { loop.exit(7); }); };
        QMetaObject::invokeMethod(this, askToQuit, Qt::QueuedConnection);
        QCOMPARE(loop.exec(), 7);
        thread.call([] {}); // done with the loop
    }
}

void TestEventDispatcher::deferredDeleteAfterNestedLoop()
{
    QPointer<QObject> object = new QObject;
    QEventLoop outer;
    QTimer::singleShot(0, this, [&] {
        object->deleteLater();
        QEventLoop nested;
        QTimer::singleShot(1, &nested, &QEventLoop::quit);
        nested.exec();
        QVERIFY(object);
        QTimer::singleShot(1, &outer, &QEventLoop::quit);
    });
    outer.exec();
    QTRY_VERIFY(!object);
}

void TestEventDispatcher::carriesTcpSockets()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket,
                [socket] { socket->write(socket->readAll()); });
    });
    QTcpSocket client;
    connect(&client, &QTcpSocket::readyRead, this, [&] { received += client.readAll(); });
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    const QByteArray sent(3'000'000, 'q');
    client.write(sent);
    QTRY_COMPARE(received.size(), sent.size());
    QSignalSpy disconnected(&client, &QTcpSocket::disconnected);
    server.findChild<QTcpSocket *>()->disconnectFromHost();
    QTRY_COMPARE(disconnected.count(), 1);
}

void TestEventDispatcher::carriesLocalSockets()
{
    const QTemporaryDir folder;
    QLocalServer server;
    QVERIFY(server.listen(folder.filePath(u"socket"_s)));
    connect(&server, &QLocalServer::newConnection, this, [&server] {
        QLocalSocket *const socket = server.nextPendingConnection();
        socket->write("welcome");
        socket->disconnectFromServer();
    });
    QLocalSocket client;
    QByteArray received;
    connect(&client, &QLocalSocket::readyRead, this, [&] { received += client.readAll(); });
    client.connectToServer(server.fullServerName());
    QTRY_COMPARE(received, "welcome"_ba);
    QTRY_COMPARE(client.state(), QLocalSocket::UnconnectedState);
}

void TestEventDispatcher::threadRunsPostedTasksInOrder()
{
    const SystemClock clock;
    IoThread thread(clock);
    thread.start(u"worker-1"_s);
    QVERIFY(thread.isRunning());
    std::vector<int> order;
    for (int i = 0; i < 500; ++i)
        thread.post([&order, i] { order.push_back(i); });
    bool onEpoll = false;
    thread.call(
        [&] { onEpoll = thread.io().epoll && thread.io().epoll == EpollDispatcher::current(); });
    QVERIFY(onEpoll);
    QCOMPARE(order.size(), size_t(500));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestEventDispatcher::threadRunsWhatIsLeftWhenStopped()
{
    const SystemClock clock;
    std::atomic<int> ran = 0;
    IoThread thread(clock);
    thread.start(u"worker-2"_s);
    for (int i = 0; i < 100; ++i)
        thread.post([&ran] { ++ran; });
    thread.stop();
    QCOMPARE(ran, 100);
    QVERIFY(!thread.isRunning());
    thread.post([&ran] { ++ran; });
    QCOMPARE(ran, 100);
}

int main(int argc, char **argv)
{
    return runOnEpoll<TestEventDispatcher>(argc, argv);
}

#include "tst_eventdispatcher.moc"
