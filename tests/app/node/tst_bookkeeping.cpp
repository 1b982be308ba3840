// SPDX-License-Identifier: GPL-3.0-or-later
//! The books of a running engine: scheduled backups, a restore that begins anew by itself, another
//! folder for the request log.

#include "app/node/backupkeeper.h"
#include "app/node/enginethread.h"
#include "core/admin/backups.h"
#include "core/api/httpadmintransport.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimeZone>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

QDateTime berlin(const char *text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    time.setTimeZone(QTimeZone("Europe/Berlin"));
    return time;
}

} // namespace

class TestBookkeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void knowsWhenABackupIsDue_data();
    void knowsWhenABackupIsDue();
    void makesScheduledBackups();
    void makesOneThatWasMissed();
    void keepsAsManyAsWanted();
    void tellsABackupThatFailed();
    void restoresAndBeginsAnew();
    void movesTheRequestLogAndBack();
    void refusesFoldersThatDoNotDo();
    void waitsForTheDiskOfTheRequestLog();

private:
    void start();
    void stop();
    QString data(const QString &name) const { return m_dir->filePath(u"data/"_s + name); }
    Api::AdminReply wait(Api::AdminCall *call) const;
    void setGateway(const QJsonObject &settings) const;
    QJsonArray scheduled() const;
    QStringList eventCodes() const;
    QStringList teams() const;
    Api::AdminReply moveTo(const QString &folder) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Api::AdminClient> m_client;
};

void TestBookkeeping::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    start();
}

void TestBookkeeping::start()
{
    const QString folder = m_dir->filePath(u"data"_s);
    m_engine = std::make_unique<Node::EngineThread>(Node::NodeOptions{
        .dataFolder = folder, .configFile = {}, .listen = {u"127.0.0.1:0"_s}, .adminListen = {}});
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    m_engine->start();
    QVERIFY(started.wait(patience));
    m_client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [folder] { return Api::AdminAddress::ofDataFolder(folder); }));
}

void TestBookkeeping::stop()
{
    m_client.reset();
    m_engine.reset();
}

void TestBookkeeping::cleanup()
{
    stop();
    m_dir.reset();
}

Api::AdminReply TestBookkeeping::wait(Api::AdminCall *call) const
{
    QSignalSpy finished(call, &Api::AdminCall::finished);
    Api::AdminReply reply;
    connect(call, &Api::AdminCall::finished, this,
            [&reply](Api::AdminCall *done) { reply = done->reply(); });
    finished.wait(patience);
    return reply;
}

void TestBookkeeping::setGateway(const QJsonObject &settings) const
{
    QJsonObject document = wait(m_client->get(u"/config"_s)).body.value("document"_L1).toObject();
    QJsonObject gateway = document.value("gateway"_L1).toObject();
    for (auto it = settings.begin(); it != settings.end(); ++it)
        gateway.insert(it.key(), it.value());
    document.insert(u"gateway"_s, gateway);
    const Api::AdminReply reply = wait(m_client->put(u"/config"_s, {{u"document"_s, document}}));
    QVERIFY2(reply.status == 200, QJsonDocument(reply.body).toJson().constData());
}

QJsonArray TestBookkeeping::scheduled() const
{
    QJsonArray found;
    for (const QJsonValue &item :
         wait(m_client->get(u"/backups"_s)).body.value("items"_L1).toArray())
        if (item["kind"_L1].toString() == "scheduled"_L1)
            found.append(item);
    return found;
}

QStringList TestBookkeeping::eventCodes() const
{
    QStringList codes;
    for (const QJsonValue &event :
         wait(m_client->get(u"/overview"_s)).body.value("events"_L1).toArray())
        codes.append(event["code"_L1].toString());
    return codes;
}

QStringList TestBookkeeping::teams() const
{
    QStringList ids;
    for (const QJsonValue &team : wait(m_client->get(u"/teams"_s)).body.value("items"_L1).toArray())
        ids.append(team["id"_L1].toString());
    return ids;
}

Api::AdminReply TestBookkeeping::moveTo(const QString &folder) const
{
    return wait(m_client->post(u"/storage/move"_s, {{u"folder"_s, folder}}));
}

void TestBookkeeping::knowsWhenABackupIsDue_data()
{
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("week");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QDateTime>("last");
    QTest::addColumn<QDateTime>("next");
    // 22 November 2026 is a Sunday.
    QTest::newRow("daily, after the hour")
        << u"daily"_s << u"monday"_s << berlin("2026-11-22T09:00:00")
        << berlin("2026-11-22T03:00:00") << berlin("2026-11-23T03:00:00");
    QTest::newRow("daily, before the hour")
        << u"daily"_s << u"monday"_s << berlin("2026-11-22T02:59:59")
        << berlin("2026-11-21T03:00:00") << berlin("2026-11-22T03:00:00");
    QTest::newRow("daily, at the hour")
        << u"daily"_s << u"monday"_s << berlin("2026-11-22T03:00:00")
        << berlin("2026-11-22T03:00:00") << berlin("2026-11-23T03:00:00");
    QTest::newRow("weekly") << u"weekly"_s << u"monday"_s << berlin("2026-11-22T09:00:00")
                            << berlin("2026-11-16T03:00:00") << berlin("2026-11-23T03:00:00");
    QTest::newRow("weekly, on the day before the hour")
        << u"weekly"_s << u"sunday"_s << berlin("2026-11-22T01:00:00")
        << berlin("2026-11-15T03:00:00") << berlin("2026-11-22T03:00:00");
    QTest::newRow("off") << u"off"_s << u"monday"_s << berlin("2026-11-22T09:00:00") << QDateTime()
                         << QDateTime();
}

void TestBookkeeping::knowsWhenABackupIsDue()
{
    QFETCH(QString, schedule);
    QFETCH(QString, week);
    QFETCH(QDateTime, now);
    QFETCH(QDateTime, last);
    QFETCH(QDateTime, next);
    Api::GatewaySettings settings;
    settings.backupSchedule = schedule;
    settings.weekStart = week;
    QCOMPARE(Node::BackupKeeper::lastDue(settings, now), last);
    QCOMPARE(Node::BackupKeeper::nextDue(settings, now), next);
}

void TestBookkeeping::makesScheduledBackups()
{
    const QString folder = m_dir->filePath(u"copies"_s);
    setGateway({{u"backup_schedule"_s, u"daily"_s}, {u"backup_folder"_s, folder}});
    QTRY_COMPARE_WITH_TIMEOUT(scheduled().size(), 1, patience); // the first follows at once
    const QString file = scheduled().first()["path"_L1].toString();
    QCOMPARE(QFileInfo(file).absolutePath(), folder);
    const QJsonObject schedule =
        wait(m_client->get(u"/backups"_s)).body.value("schedule"_L1).toObject();
    QCOMPARE(schedule.value("schedule"_L1).toString(), u"daily"_s);
    QVERIFY(!schedule.value("next"_L1).toString().isEmpty());
    QVERIFY(!schedule.value("last"_L1).toString().isEmpty());
    QVERIFY(schedule.value("problem"_L1).isNull());
    QVERIFY(eventCodes().contains(u"backup_made"_s));
    QCOMPARE(wait(m_client->post(u"/backups/inspect"_s, {{u"path"_s, file}})).status, 200);
    setGateway({{u"backup_keep"_s, 3}}); // no reason for another one
    QCOMPARE(scheduled().size(), 1);
}

void TestBookkeeping::makesOneThatWasMissed()
{
    setGateway({{u"backup_schedule"_s, u"daily"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(scheduled().size(), 1, patience);
    const QString list = data(u"backups/made.json"_s);
    stop();
    QFile file(list); // as if the engine had not run for days
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonArray made = QJsonDocument::fromJson(file.readAll()).array();
    QJsonObject one = made.first().toObject();
    one.insert(u"time"_s, u"2026-01-05T02:00:00Z"_s);
    made[0] = one;
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(made).toJson());
    file.close();
    start();
    QTRY_COMPARE_WITH_TIMEOUT(scheduled().size(), 2, patience);
}

void TestBookkeeping::keepsAsManyAsWanted()
{
    const Admin::Backups backups(m_dir->filePath(u"data"_s));
    const QString folder = m_dir->filePath(u"copies"_s);
    const WallTime now = SystemClock().wall();
    for (int day = 0; day < 4; ++day)
        QVERIFY(backups.makeScheduled(folder, 2, now + std::chrono::hours(24 * day)));
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
    QCOMPARE(scheduled().size(), 2);
    QVERIFY(backups.make(folder, now)); // one made by hand is left alone
    QVERIFY(backups.makeScheduled(folder, 1, now + std::chrono::hours(24 * 9)));
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
}

void TestBookkeeping::tellsABackupThatFailed()
{
    QFile blocked(m_dir->filePath(u"no-folder"_s));
    QVERIFY(blocked.open(QIODevice::WriteOnly));
    setGateway({{u"backup_schedule"_s, u"weekly"_s}, {u"backup_folder"_s, blocked.fileName()}});
    QTRY_VERIFY_WITH_TIMEOUT(eventCodes().contains(u"backup_failed"_s), patience);
    const QJsonObject schedule =
        wait(m_client->get(u"/backups"_s)).body.value("schedule"_L1).toObject();
    QVERIFY(schedule.value("problem"_L1).toString().contains(blocked.fileName()));
    setGateway({{u"backup_folder"_s, m_dir->filePath(u"copies"_s)}}); // mended: tried at once
    QTRY_COMPARE_WITH_TIMEOUT(scheduled().size(), 1, patience);
}

void TestBookkeeping::restoresAndBeginsAnew()
{
    const QString file = m_dir->filePath(u"copy.tar"_s);
    QCOMPARE(wait(m_client->post(u"/teams"_s, {{u"id"_s, u"before"_s}})).status / 100, 2);
    QCOMPARE(wait(m_client->post(u"/backups"_s, {{u"path"_s, file}})).status, 200);
    QCOMPARE(wait(m_client->post(u"/teams"_s, {{u"id"_s, u"after"_s}})).status / 100, 2);
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    QSignalSpy stopped(m_engine.get(), &Node::EngineThread::stopped);
    const Api::AdminReply staged =
        wait(m_client->post(u"/backups/restore"_s, {{u"path"_s, file}, {u"restart"_s, true}}));
    QCOMPARE(staged.status, 200);
    QVERIFY(staged.body.value("restarting"_L1).toBool());
    QVERIFY(started.count() == 1 || started.wait(patience));
    QCOMPARE(stopped.count(), 0); // for the program it went on
    QCOMPARE(teams(), QStringList{u"before"_s});
    QVERIFY(eventCodes().contains(u"backup_restored"_s));
    QVERIFY(wait(m_client->get(u"/status"_s)).body.value("state"_L1).toString() != "stopped"_L1);
    m_engine->shutDown(); // the second engine ends as the first would have
    QVERIFY(stopped.wait(patience));
}

void TestBookkeeping::movesTheRequestLogAndBack()
{
    const QString elsewhere = m_dir->filePath(u"big disk"_s);
    const Api::AdminReply moved = moveTo(elsewhere);
    QVERIFY2(moved.status == 200, QJsonDocument(moved.body).toJson().constData());
    QCOMPARE(moved.body.value("ledger_dir"_L1).toString(), QDir(elsewhere).canonicalPath());
    QVERIFY(QFileInfo(data(u"ledger.db"_s)).isSymLink());
    QTRY_VERIFY(!QFile::exists(data(u"ledger.db.before-move"_s)));
    QCOMPARE(wait(m_client->get(u"/overview"_s)).status, 200);
    QVERIFY(eventCodes().contains(u"ledger_moved"_s));
    stop();
    start(); // found again
    QCOMPARE(wait(m_client->get(u"/storage"_s)).body["requests"_L1]["rows"_L1].toInt(-1), 0);
    const Api::AdminReply back = moveTo(m_dir->filePath(u"data"_s));
    QVERIFY2(back.status == 200, QJsonDocument(back.body).toJson().constData());
    QVERIFY(!QFileInfo(data(u"ledger.db"_s)).isSymLink());
    QTRY_VERIFY(!QFile::exists(elsewhere + u"/ledger.db"_s));
    QCOMPARE(wait(m_client->get(u"/overview"_s)).status, 200);
}

void TestBookkeeping::refusesFoldersThatDoNotDo()
{
    const auto problem = [this](const QString &folder) {
        const Api::AdminReply reply = moveTo(folder);
        return reply.status >= 400 ? reply.body["error"_L1]["message"_L1].toString() : QString();
    };
    QVERIFY(problem({}).contains(u"folder"_s));
    QVERIFY(problem(u"relative/folder"_s).contains(u"begins with /"_s));
    QVERIFY(problem(m_dir->filePath(u"data"_s)).contains(u"already"_s));
    const QString taken = m_dir->filePath(u"taken"_s);
    QVERIFY(QDir().mkpath(taken));
    QFile other(taken + u"/ledger.db"_s);
    QVERIFY(other.open(QIODevice::WriteOnly));
    QVERIFY(problem(taken).contains(u"exists already"_s));
    QVERIFY(!QFileInfo(data(u"ledger.db"_s)).isSymLink());
    QCOMPARE(wait(m_client->get(u"/overview"_s)).status, 200);
}

void TestBookkeeping::waitsForTheDiskOfTheRequestLog()
{
    const QString disk = m_dir->filePath(u"disk"_s);
    QCOMPARE(moveTo(disk).status, 200);
    stop();
    QVERIFY(QDir().rename(disk, disk + u"-gone"_s));
    QVERIFY(QDir().mkpath(disk)); // a mount point without its disk
    start();
    QVERIFY(!QFile::exists(disk + u"/ledger.db"_s)); // nothing is begun anew there
    const QByteArray status = QJsonDocument(wait(m_client->get(u"/status"_s)).body).toJson();
    QVERIFY2(status.contains("out of reach"), status.constData());
    QVERIFY(QDir().rmdir(disk));
    QVERIFY(QDir().rename(disk + u"-gone"_s, disk));
    QTRY_VERIFY_WITH_TIMEOUT(wait(m_client->get(u"/storage"_s)).status == 200, patience);
}

QTEST_GUILESS_MAIN(TestBookkeeping)
#include "tst_bookkeeping.moc"
