// SPDX-License-Identifier: GPL-3.0-or-later
//! The admin API's chores on a running engine: ports, certificates, storage, backups.

#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"
#include "core/http/tlscontext.h"
#include "core/store/archive.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <unistd.h>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

//! One that nobody listens on a moment later.
quint16 freePort()
{
    QTcpServer gone;
    gone.listen(QHostAddress::LocalHost);
    return gone.serverPort();
}

} // namespace

class TestUpkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhoHasAPort();
    void tellsThatThisProgramHasAPort();
    void tellsThatItListensItself();
    void findsAFreePort();
    void refusesWhatIsNoAddress();
    void createsACertificateThatServes();
    void tellsWhatIsWrongWithACertificate();
    void tellsWhatIsStored();
    void compacts();
    void backsUpIntoOneFile();
    void restoresABackupAtTheNextStart();
    void comesBackToTheFormerBooks();
    void refusesADamagedBackup();
    void listsBackups();
    void refusesAnExistingBackup();
    void showsTheTokenOnThisComputer();
    void tellsOverridesAndWaitingSettings();

private:
    void start();
    void restart();
    QStringList teams() const;
    Api::AdminReply wait(Api::AdminCall *call) const;
    Api::AdminReply checkPort(const QString &address) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Api::AdminClient> m_client;
};

void TestUpkeep::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    start();
}

void TestUpkeep::restart()
{
    m_client.reset();
    m_engine.reset();
    start();
}

QStringList TestUpkeep::teams() const
{
    QStringList ids;
    for (const QJsonValue &team : wait(m_client->get(u"/teams"_s)).body.value("items"_L1).toArray())
        ids.append(team["id"_L1].toString());
    return ids;
}

void TestUpkeep::start()
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

void TestUpkeep::cleanup()
{
    QSignalSpy stopped(m_engine.get(), &Node::EngineThread::stopped);
    m_engine->shutDown();
    QVERIFY(stopped.wait(patience));
    m_client.reset();
    m_engine.reset();
}

Api::AdminReply TestUpkeep::wait(Api::AdminCall *call) const
{
    Api::AdminReply reply;
    QSignalSpy finished(call, &Api::AdminCall::finished);
    connect(call, &Api::AdminCall::finished, this,
            [&reply](Api::AdminCall *done) { reply = done->reply(); });
    finished.wait(patience);
    return reply;
}

Api::AdminReply TestUpkeep::checkPort(const QString &address) const
{
    QUrlQuery query;
    query.addQueryItem(u"address"_s, address);
    return wait(m_client->get(u"/gateway/port-check"_s, query));
}

void TestUpkeep::tellsWhoHasAPort()
{
    const quint16 port = freePort();
    QProcess other;
    other.start(u"openssl"_s,
                {u"s_server"_s, u"-nocert"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(port)});
    QVERIFY(other.waitForStarted());
    QJsonObject body;
    const auto isTaken = [&] {
        body = checkPort(u"127.0.0.1:%1"_s.arg(port)).body;
        return body.value("state"_L1).toString() == "in_use"_L1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTaken(), patience);
    QCOMPARE(body.value("pid"_L1).toInteger(), other.processId());
    QCOMPARE(body.value("program"_L1).toString(), u"openssl"_s);
    QVERIFY(body.value("next_free"_L1).toInt() > port);
    other.kill();
    other.waitForFinished();
}

void TestUpkeep::tellsThatThisProgramHasAPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QJsonObject body = checkPort(u"127.0.0.1:%1"_s.arg(other.serverPort())).body;
    // The engine runs in this very process.
    QCOMPARE(body.value("state"_L1).toString(), u"own"_s);
    QCOMPARE(body.value("pid"_L1).toInteger(), qint64(::getpid()));
    QVERIFY(!body.value("program"_L1).toString().isEmpty());
    QVERIFY(body.value("next_free"_L1).toInt() > other.serverPort());
}

void TestUpkeep::tellsThatItListensItself()
{
    const QJsonObject status = wait(m_client->get(u"/status"_s)).body;
    const QString address = status.value("listen"_L1).toArray().at(0).toString();
    QCOMPARE(checkPort(address).body.value("state"_L1).toString(), u"own"_s);
}

void TestUpkeep::findsAFreePort()
{
    const QJsonObject body = checkPort(u"127.0.0.1:%1"_s.arg(freePort())).body;
    QCOMPARE(body.value("state"_L1).toString(), u"free"_s);
}

void TestUpkeep::refusesWhatIsNoAddress()
{
    const Api::AdminReply reply = checkPort(u"nowhere"_s);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.body["error"_L1]["path"_L1].toString(), u"address"_s);
    QCOMPARE(checkPort(u"127.0.0.1:99999"_s).status, 400);
}

void TestUpkeep::createsACertificateThatServes()
{
    const QJsonObject asked{{u"names"_s, QJsonArray{u"localhost"_s, u"127.0.0.1"_s}}};
    const QJsonObject made = wait(m_client->post(u"/tls/create"_s, asked)).body;
    const QString certificate = made.value("certificate"_L1).toString();
    const QString key = made.value("key"_L1).toString();
    QVERIFY(Http::TlsContext::server(certificate, key));
    QVERIFY(!(QFileInfo(key).permissions() & QFile::ReadGroup));
    const auto authority = QSslCertificate::fromPath(made.value("authority"_L1).toString());
    QCOMPARE(authority.size(), 1);
    const QByteArray digest = authority.first().digest(QCryptographicHash::Sha256).toHex(':');
    QCOMPARE(made.value("fingerprint"_L1).toString(), QString::fromLatin1(digest.toUpper()));

    // The gateway itself listens with it, and a client that trusts the authority is content.
    const QJsonObject current = wait(m_client->get(u"/config"_s)).body;
    QJsonObject document = current.value("document"_L1).toObject();
    QJsonObject gateway = document.value("gateway"_L1).toObject();
    gateway.insert(u"tls"_s, QJsonObject{{u"certificate"_s, certificate}, {u"key"_s, key}});
    document.insert(u"gateway"_s, gateway);
    QCOMPARE(wait(m_client->put(u"/config"_s, {{u"document"_s, document}})).status, 200);
    wait(m_client->post(u"/gateway/stop"_s, {{u"finish"_s, true}}));
    wait(m_client->post(u"/gateway/start"_s));
    QString address;
    const auto listens = [&] {
        const QJsonObject status = wait(m_client->get(u"/status"_s)).body;
        address = status.value("listen"_L1).toArray().at(0).toString();
        return status.value("base_url"_L1).toString().startsWith("https:"_L1) && !address.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(listens(), patience);
    QSslSocket socket;
    QSslConfiguration trust;
    trust.setCaCertificates(authority);
    socket.setSslConfiguration(trust);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, address.section(u':', -1).toUShort());
    QVERIFY2(socket.waitForEncrypted(patience), qPrintable(socket.errorString()));
}

void TestUpkeep::tellsWhatIsWrongWithACertificate()
{
    const QJsonObject first = wait(m_client->post(u"/tls/create"_s)).body;
    const QJsonObject files{{u"certificate"_s, first.value("certificate"_L1)},
                            {u"key"_s, first.value("key"_L1)}};
    QVERIFY(wait(m_client->post(u"/tls/check"_s, files)).body.value("ok"_L1).toBool());
    QJsonObject foreign = files;
    foreign.insert(u"key"_s, QDir(m_dir->path()).filePath(u"data/tls/authority.key"_s));
    const QJsonObject body = wait(m_client->post(u"/tls/check"_s, foreign)).body;
    QVERIFY(!body.value("ok"_L1).toBool());
    QVERIFY(body.value("problem"_L1).toString().contains("does not belong"_L1));
    QCOMPARE(wait(m_client->post(u"/tls/check"_s)).status, 400);
}

void TestUpkeep::tellsWhatIsStored()
{
    const QJsonObject body = wait(m_client->get(u"/storage"_s)).body;
    QStringList names;
    for (const QJsonValue &file : body.value("files"_L1).toArray())
        names.append(file["name"_L1].toString());
    QVERIFY(names.contains(u"gatehouse.db"_s));
    QVERIFY(names.contains(u"ledger.db"_s));
    QVERIFY(body.value("bytes"_L1).toInteger() > 0);
    QVERIFY(body.value("free_bytes"_L1).toInteger() > 0);
    QVERIFY(body.value("ledger_schema"_L1).toInteger() > 0);
    QCOMPARE(body["requests"_L1]["rows"_L1].toInt(-1), 0);
    QVERIFY(body["requests"_L1]["oldest"_L1].isNull());
}

void TestUpkeep::compacts()
{
    const Api::AdminReply reply = wait(m_client->post(u"/storage/compact"_s));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.value("bytes"_L1).toInteger() > 0);
}

void TestUpkeep::backsUpIntoOneFile()
{
    const QString file = m_dir->filePath(u"copy.tar"_s);
    const Api::AdminReply reply = wait(m_client->post(u"/backups"_s, {{u"path"_s, file}}));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body.value("path"_L1).toString(), file);
    QCOMPARE(reply.body.value("bytes"_L1).toInteger(), QFileInfo(file).size());
    const auto archive = Store::Archive::open(file);
    QVERIFY(archive);
    for (const auto *name : {"backup.json", "gatehouse.db", "ledger.db", "pepper"})
        QVERIFY2(archive->find(QString::fromLatin1(name)), name);
    const Api::AdminReply held = wait(m_client->post(u"/backups/inspect"_s, {{u"path"_s, file}}));
    QCOMPARE(held.status, 200);
    QVERIFY(held.body.value("revision"_L1).toInteger() >= 1);
    QCOMPARE(held.body.value("requests"_L1).toInt(-1), 0);
    // Nothing is left of the way there.
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             (QStringList{u"copy.tar"_s, u"data"_s}));
}

void TestUpkeep::restoresABackupAtTheNextStart()
{
    const QString file = m_dir->filePath(u"copy.tar"_s);
    QCOMPARE(wait(m_client->post(u"/teams"_s, {{u"id"_s, u"before"_s}})).status / 100, 2);
    QCOMPARE(wait(m_client->post(u"/backups"_s, {{u"path"_s, file}})).status, 200);
    QCOMPARE(wait(m_client->post(u"/teams"_s, {{u"id"_s, u"after"_s}})).status / 100, 2);
    const Api::AdminReply staged = wait(m_client->post(u"/backups/restore"_s, {{u"path"_s, file}}));
    QCOMPARE(staged.status, 200);
    QCOMPARE(teams(), (QStringList{u"before"_s, u"after"_s})); // nothing that runs is touched
    restart();
    QCOMPARE(teams(), QStringList{u"before"_s});
    const QStringList kept =
        QDir(m_dir->filePath(u"data"_s)).entryList({u"before-restore-*"_s}, QDir::Dirs);
    QCOMPARE(kept.size(), 1);
    QVERIFY(QFile::exists(m_dir->filePath(u"data/"_s + kept.first() + u"/gatehouse.db"_s)));
    QVERIFY(!QFile::exists(m_dir->filePath(u"data/restore"_s)));
    restart();
    QCOMPARE(teams(), QStringList{u"before"_s}); // once
}

void TestUpkeep::comesBackToTheFormerBooks()
{
    const QString file = m_dir->filePath(u"copy.tar"_s);
    QCOMPARE(wait(m_client->post(u"/backups"_s, {{u"path"_s, file}})).status, 200);
    QCOMPARE(wait(m_client->post(u"/teams"_s, {{u"id"_s, u"after"_s}})).status / 100, 2);
    QCOMPARE(wait(m_client->post(u"/backups/restore"_s, {{u"path"_s, file}})).status, 200);
    QFile staged(m_dir->filePath(u"data/restore/ledger.db"_s));
    QVERIFY(staged.open(QIODevice::ReadWrite) && staged.seek(60)); // SQLite's user_version
    staged.write(QByteArray::fromHex("00007fff"));                 // of a program yet to come
    staged.close();
    restart();
    QCOMPARE(teams(), QStringList{u"after"_s});
    const QJsonArray problems =
        wait(m_client->get(u"/status"_s)).body.value("problems"_L1).toArray();
    QCOMPARE(problems.at(0)["code"_L1].toString(), u"restore_undone"_s);
    QVERIFY(problems.at(0)["detail"_L1].toString().contains(file));
    const QDir data(m_dir->filePath(u"data"_s));
    QCOMPARE(data.entryList({u"failed-restore-*"_s}, QDir::Dirs).size(), 1);
    QVERIFY(data.entryList({u"before-restore-*"_s}, QDir::Dirs).isEmpty());
    restart();
    QCOMPARE(teams(), QStringList{u"after"_s}); // and stays
    QVERIFY(wait(m_client->get(u"/status"_s)).body.value("problems"_L1).toArray().isEmpty());
}

void TestUpkeep::refusesADamagedBackup()
{
    const QString path = m_dir->filePath(u"copy.tar"_s);
    QCOMPARE(wait(m_client->post(u"/backups"_s, {{u"path"_s, path}})).status, 200);
    const auto archive = Store::Archive::open(path);
    QFile file(path);
    QVERIFY(archive && file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(archive->find(u"ledger.db"_s)->offset + 2000));
    file.write("damage");
    file.close();
    const Api::AdminReply refused =
        wait(m_client->post(u"/backups/restore"_s, {{u"path"_s, path}}));
    QVERIFY(refused.status >= 400);
    QVERIFY(refused.body["error"_L1]["message"_L1].toString().contains(u"ledger.db"_s));
    restart();
    QVERIFY(
        QDir(m_dir->filePath(u"data"_s)).entryList({u"before-restore-*"_s}, QDir::Dirs).isEmpty());
}

void TestUpkeep::listsBackups()
{
    const QString made = wait(m_client->post(u"/backups"_s)).body.value("path"_L1).toString();
    QVERIFY(made.startsWith(m_dir->filePath(u"data/backups/"_s)));
    const QJsonArray items = wait(m_client->get(u"/backups"_s)).body.value("items"_L1).toArray();
    QStringList kinds;
    QStringList paths;
    for (const QJsonValue &item : items) {
        kinds.append(item["kind"_L1].toString());
        paths.append(item["path"_L1].toString());
    }
    QVERIFY(paths.contains(made));
    QVERIFY(kinds.contains(u"automatic"_s));
}

void TestUpkeep::refusesAnExistingBackup()
{
    const QString file = m_dir->filePath(u"copy.tar"_s);
    QCOMPARE(wait(m_client->post(u"/backups"_s, {{u"path"_s, file}})).status, 200);
    QCOMPARE(wait(m_client->post(u"/backups"_s, {{u"path"_s, file}})).status, 409);
    // A folder that is there gets a file inside.
    const QJsonObject inside =
        wait(m_client->post(u"/backups"_s, {{u"path"_s, m_dir->path()}})).body;
    QVERIFY(inside.value("path"_L1).toString().startsWith(QString(m_dir->path() + u'/')));
    const Api::AdminReply relative = wait(m_client->post(u"/backups"_s, {{u"path"_s, u"x"_s}}));
    QCOMPARE(relative.status, 400);
    QCOMPARE(relative.body["error"_L1]["path"_L1].toString(), u"path"_s);
}

void TestUpkeep::showsTheTokenOnThisComputer()
{
    const Api::AdminReply reply = wait(m_client->get(u"/admin-access"_s));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.value("tcp"_L1).isNull());
    QVERIFY(reply.body.value("token"_L1).isNull());
}

void TestUpkeep::tellsOverridesAndWaitingSettings()
{
    const QJsonObject status = wait(m_client->get(u"/status"_s)).body;
    QCOMPARE(status["overrides"_L1]["listen"_L1][0].toString(), u"127.0.0.1:0"_s);
    QVERIFY(!status.value("restart_needed"_L1).toBool(true));
    const auto change = [this](const QString &key, const QJsonValue &value) {
        const QJsonObject current = wait(m_client->get(u"/config"_s)).body;
        QJsonObject document = current.value("document"_L1).toObject();
        QJsonObject gateway = document.value("gateway"_L1).toObject();
        gateway.insert(key, value);
        document.insert(u"gateway"_s, gateway);
        wait(m_client->put(u"/config"_s, {{u"document"_s, document}}));
        return wait(m_client->get(u"/status"_s)).body.value("restart_needed"_L1).toBool();
    };
    QVERIFY(!change(u"keep_request_days"_s, 30));                   // in force at once
    QVERIFY(!change(u"listen"_s, QJsonArray{u"127.0.0.1:4999"_s})); // the command line decides
    QVERIFY(change(u"body_limit"_s, u"8MiB"_s));
}

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
