// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/backgroundservice.h"
#include "app/gatehouse/singleinstance.h"

#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <thread>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondStartRaisesTheFirst();
    void leftOverSocketIsNoObstacle();
    void leftOverLockIsNoObstacle();
    void otherFolderIsAnotherWindow();
    void longFolderNamesWork();
    void survivesNonsense();
    void folderThatCannotBeWrittenIsNoObstacle();
    void unitFileQuotesItsArguments();

private:
    //! A second start; in life it is another process and waits while the first one answers.
    static bool startAgain(const QString &folder, const QString &page)
    {
        bool handedOver = false;
        std::atomic_bool done = false;
        std::thread second([&] {
            SingleInstance instance(folder);
            handedOver = instance.handOver(page);
            done = true;
        });
        const bool ended = QTest::qWaitFor([&done] { return done.load(); }, 10'000);
        second.join();
        return ended && handedOver;
    }
};

void TestSingleInstance::secondStartRaisesTheFirst()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QVERIFY(!first.handOver({}));
    const QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QVERIFY(startAgain(dir.path(), u"requests"_s));
    QCOMPARE(raised.count(), 1);
    QCOMPARE(raised.constFirst().constFirst().toString(), u"requests"_s);
    QVERIFY(startAgain(dir.path(), {}));
    QCOMPARE(raised.count(), 2);
}

void TestSingleInstance::leftOverSocketIsNoObstacle()
{
    const QTemporaryDir dir;
    QDir(dir.path()).mkpath(u"run"_s);
    SingleInstance first(dir.path());
    QFile stale(first.socketPath());
    QVERIFY(stale.open(QIODevice::WriteOnly));
    QVERIFY(!first.handOver({}));
    QVERIFY(startAgain(dir.path(), {}));
}

void TestSingleInstance::leftOverLockIsNoObstacle()
{
    const QTemporaryDir dir;
    QDir(dir.path()).mkpath(u"run"_s);
    QFile lock(dir.filePath(u"run/window.lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("2147483000\ngatehouse\n" + QSysInfo::machineHostName().toUtf8() + '\n'
               + QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n');
    lock.close();
    SingleInstance first(dir.path());
    QVERIFY(!first.handOver({}));
    QVERIFY(startAgain(dir.path(), {}));
}

void TestSingleInstance::otherFolderIsAnotherWindow()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    SingleInstance first(one.path());
    SingleInstance second(other.path());
    QVERIFY(!first.handOver({}));
    QVERIFY(!second.handOver({}));
}

void TestSingleInstance::longFolderNamesWork()
{
    const QTemporaryDir dir;
    const QString folder = dir.filePath(QString(90, u'x'));
    SingleInstance first(folder);
    QVERIFY(first.socketPath().size() < 108);
    QVERIFY(!first.handOver({}));
    QVERIFY(startAgain(folder, {}));
}

void TestSingleInstance::survivesNonsense()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QVERIFY(!first.handOver({}));
    const QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    for (const QByteArray &text : {"nonsense\n"_ba, QByteArray(10'000, 'x'), ""_ba}) {
        QLocalSocket socket;
        socket.connectToServer(first.socketPath());
        QVERIFY(socket.waitForConnected());
        socket.write(text);
        socket.flush();
        if (!text.isEmpty())
            QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    }
    QVERIFY(startAgain(dir.path(), {}));
    QCOMPARE(raised.count(), 1);
}

void TestSingleInstance::folderThatCannotBeWrittenIsNoObstacle()
{
    SingleInstance instance(u"/proc/gatehouse"_s);
    QVERIFY(!instance.handOver({}));
}

void TestSingleInstance::unitFileQuotesItsArguments()
{
    const BackgroundService service(u"/opt/gate house/gatehoused"_s, u"/srv/a/50% \"x\""_s,
                                    {u"127.0.0.1:4417"_s});
    QVERIFY(service.unitText().contains(
        u"ExecStart=\"/opt/gate house/gatehoused\" \"--data-dir\" \"/srv/a/50%% \\\"x\\\"\" "
        "\"--listen\" \"127.0.0.1:4417\"\n"_s));
    const BackgroundService missing(u"/nowhere/gatehoused"_s, u"/tmp"_s, {});
    QCOMPARE(missing.start().error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
