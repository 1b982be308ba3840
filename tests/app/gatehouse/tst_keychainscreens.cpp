// SPDX-License-Identifier: GPL-3.0-or-later
//! Provider keys on the screens, with a real GNOME Keyring, with a locked one, and where there is
//! none: window parts, engine, keychain and the requests that need a key are all real.

#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"
#include "tests/support/keyring.h"
#include "tests/support/runningkeyring.h"
#include "tests/support/scriptedserver.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/providers/providereditor.h"
#include "ui/pages/providers/providerspage.h"
#include "ui/pages/providers/unlockbanner.h"
#include "ui/wizard/wizard.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTabWidget>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;
constexpr char providerKey[] = "sk-house-4711-0815-kept-in-the-keychain";

//! A model list and a finished chat at once, so that a script need not tell requests apart.
QByteArray modelServerAnswer()
{
    const QByteArray body =
        R"({"object":"list","data":[{"id":"house-model"}],"model":"house-model",)"
        R"("choices":[{"index":0,"message":{"role":"assistant","content":"OK"},"finish_reason":"stop"}],)"
        R"("usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}})";
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

//! The model server of this home: on the same port in every part, so that the provider's address
//! stays right.
std::unique_ptr<ScriptedServer> makeServer()
{
    QFile file(QDir::homePath() + u"/port"_s);
    const bool isFirst = !file.exists();
    quint16 port = 0;
    if (!isFirst && file.open(QIODevice::ReadOnly))
        port = file.readAll().toUShort();
    auto server = std::make_unique<ScriptedServer>(
        Script().waitRequest().send(modelServerAnswer()).repeat(), port);
    if (isFirst && file.open(QIODevice::WriteOnly))
        file.write(QByteArray::number(server->port()));
    return server;
}

//! Files below the data folder that hold \a text.
QStringList filesWith(const QByteArray &text)
{
    QStringList found;
    QDirIterator files(QDir::homePath() + u"/data"_s, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            found.append(file.fileName());
    }
    return found;
}

void runPart(const QString &home, const QString &part, const QString &startKeyring)
{
    const QString problem = Keyring::run(home, part, startKeyring);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

//! A program with its engine and its Providers page on the data folder of this home.
struct Console {
    Console();
    ~Console();

    template <typename T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    void click(const QString &name) const { clickIn(*page, name); }
    static void clickIn(const QWidget &in, const QString &name);
    void type(const QString &name, const QString &text) const;
    QJsonObject ask(const QByteArray &method, const QString &path,
                    const QJsonObject &body = {}) const;
    //! The status of a chat sent through the gateway with a key of its own.
    int chat();
    QJsonObject provider() const; //!< the only one
    //! The state of the only key of the only provider: "active", "locked".
    QString keyState() const;
    Ui::UnlockBanner *banner() const { return page->findChild<Ui::UnlockBanner *>(); }
    void unlockOnScreen() const;

    QString key; //!< of the chats
    std::unique_ptr<Node::EngineThread> engine;
    std::unique_ptr<Api::AdminClient> client;
    Ui::SeriesColours colours;
    std::unique_ptr<Ui::ConfigurationModel> configuration;
    std::unique_ptr<Ui::StatusModel> status;
    std::unique_ptr<Ui::ProvidersPage> page;
};

Console::Console()
{
    const QString folder = QDir::homePath() + u"/data"_s;
    engine = std::make_unique<Node::EngineThread>(Node::NodeOptions{
        .dataFolder = folder, .configFile = {}, .listen = {u"127.0.0.1:0"_s}, .adminListen = {}});
    QSignalSpy started(engine.get(), &Node::EngineThread::started);
    engine->start();
    (void)started.wait(patience);
    client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [folder] { return Api::AdminAddress::ofDataFolder(folder); }));
    client->start();
    configuration = std::make_unique<Ui::ConfigurationModel>(*client);
    status = std::make_unique<Ui::StatusModel>(*client);
    page = std::make_unique<Ui::ProvidersPage>(*client, *configuration, *status, colours);
    page->resize(1200, 760);
    page->show();
    [this] { QTRY_VERIFY_WITH_TIMEOUT(page->isReady(), patience); }();
    [this] { QTRY_VERIFY_WITH_TIMEOUT(configuration->isLoaded(), patience); }();
}

Console::~Console()
{
    page.reset();
    QSignalSpy stopped(engine.get(), &Node::EngineThread::stopped);
    engine->shutDown();
    (void)stopped.wait(patience);
}

void Console::clickIn(const QWidget &in, const QString &name)
{
    const auto ready = [&in, &name] {
        auto *button = in.findChild<QAbstractButton *>(name);
        return button && button->isVisible() && button->isEnabled();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(ready(), qPrintable(name), patience);
    auto *button = in.findChild<QAbstractButton *>(name);
    QTest::mouseClick(button, Qt::LeftButton, {}, {10, button->height() / 2});
}

void Console::type(const QString &name, const QString &text) const
{
    auto *field = find<QLineEdit>(u"providers.editor."_s + name);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

QJsonObject Console::ask(const QByteArray &method, const QString &path,
                         const QJsonObject &body) const
{
    Api::AdminCall *call = method == "POST" ? client->post(path, body)
        : method == "PUT"                   ? client->put(path, body)
                                            : client->get(path);
    QSignalSpy finished(call, &Api::AdminCall::finished);
    QJsonObject answer;
    QObject::connect(call, &Api::AdminCall::finished, page.get(),
                     [&answer](Api::AdminCall *done) { answer = done->reply().body; });
    (void)finished.wait(patience);
    return answer;
}

int Console::chat()
{
    if (key.isEmpty()) {
        const QString name = u"tests-%1"_s.arg(QCoreApplication::applicationPid());
        key = ask("POST", u"/keys"_s, {{u"name"_s, name}, {u"routes"_s, QJsonArray{u"*"_s}}})
                  .value("secret"_L1)
                  .toString();
    }
    const QString base = ask("GET", u"/status"_s).value("base_url"_L1).toString();
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(base + u"/chat/completions"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer " + key.toLatin1());
    const QJsonObject chat{
        {u"model"_s, QString(provider().value("id"_L1).toString() + u"/house-model")},
        {u"messages"_s,
         QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Hello"_s}}}}};
    std::unique_ptr<QNetworkReply> reply(network.post(request, QJsonDocument(chat).toJson()));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    (void)finished.wait(patience);
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QJsonObject Console::provider() const
{
    return ask("GET", u"/providers"_s).value("items"_L1).toArray().first().toObject();
}

QString Console::keyState() const
{
    const QJsonArray keys = provider().value("keys"_L1).toArray();
    return keys.size() == 1 ? keys.first().toObject().value("state"_L1).toString() : QString();
}

void Console::unlockOnScreen() const
{
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), patience);
    clickIn(*banner(), u"banner.actionButton"_s);
}

} // namespace

//! Slots that begin with "part" run in programs of their own, started by the others.
class TestKeychainScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aKeyLivesInTheKeychainOnly();
    void aVaultTakesThePlaceOfAMissingKeychain_data();
    void aVaultTakesThePlaceOfAMissingKeychain();

    void partSavesAKey();
    void partFindsTheKeyAgain();
    void partWaitsForALockedKeychain();
    void partKeepsWhatWasRead();
    void partChoosesAPassphrase();
    void partAsksForThePassphrase();
    void partChoosesAKeyFile();
    void partOpensByKeyFile();

private:
    void chooseVault(const QString &radio);
    bool serverSawKey() const;

    std::unique_ptr<ScriptedServer> m_server;
};

void TestKeychainScreens::initTestCase()
{
    if (const QString program = Keyring::missingProgram(); !program.isEmpty())
        QSKIP(qPrintable(program + u" is not installed"_s));
}

void TestKeychainScreens::init()
{
    const QString part = Keyring::part();
    const QString slot = QString::fromLatin1(QTest::currentTestFunction());
    const bool isPart = slot.startsWith("part"_L1);
    if (isPart ? slot != part : !part.isEmpty())
        QSKIP("not in this run");
    if (isPart)
        m_server = makeServer();
}

void TestKeychainScreens::aKeyLivesInTheKeychainOnly()
{
    QTemporaryDir home;
    QVERIFY(QDir(home.path()).mkpath(u".local/share/keyrings"_s));
    runPart(home.path(), u"partSavesAKey"_s, Keyring::unlocked);
    runPart(home.path(), u"partFindsTheKeyAgain"_s, Keyring::unlocked);
    runPart(home.path(), u"partKeepsWhatWasRead"_s, Keyring::unlocked);
    runPart(home.path(), u"partWaitsForALockedKeychain"_s, Keyring::locked);
}

void TestKeychainScreens::aVaultTakesThePlaceOfAMissingKeychain_data()
{
    QTest::addColumn<QString>("choose");
    QTest::addColumn<QString>("restart");
    QTest::newRow("passphrase") << u"partChoosesAPassphrase"_s << u"partAsksForThePassphrase"_s;
    QTest::newRow("key file") << u"partChoosesAKeyFile"_s << u"partOpensByKeyFile"_s;
}

void TestKeychainScreens::aVaultTakesThePlaceOfAMissingKeychain()
{
    QFETCH(QString, choose);
    QFETCH(QString, restart);
    QTemporaryDir home;
    runPart(home.path(), choose, Keyring::absent);
    runPart(home.path(), restart, Keyring::absent);
}

bool TestKeychainScreens::serverSawKey() const
{
    for (int i = 0; i < m_server->connectionCount(); ++i) {
        if (m_server->received(i).contains(QByteArray("Bearer " + QByteArray(providerKey))))
            return true;
    }
    return false;
}

void TestKeychainScreens::partSavesAKey()
{
    Console console;
    QTRY_COMPARE_WITH_TIMEOUT(console.status->status().secretStore, u"GNOME Keyring"_s, patience);
    console.click(u"providers.emptyAddButton"_s);
    auto *name = console.find<QLineEdit>(u"providers.editor.nameField"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!name->text().isEmpty(), patience);
    console.type(u"nameField"_s, u"House"_s);
    console.type(u"idField"_s, u"house"_s);
    console.type(u"addressField"_s, u"http://127.0.0.1:%1/v1"_s.arg(m_server->port()));
    console.type(u"newKey.secretField"_s, QString::fromLatin1(providerKey));
    console.click(u"providers.editor.saveButton"_s);
    auto *editor = console.page->findChild<Ui::ProviderEditor *>();
    QTRY_COMPARE_WITH_TIMEOUT(editor->provider(), u"house"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.keyState(), u"active"_s, patience);
    const QJsonArray secrets = console.ask("GET", u"/secrets"_s).value("items"_L1).toArray();
    QCOMPARE(secrets.size(), 1);
    QCOMPARE(secrets.first().toObject().value("store"_L1).toString(), u"keychain"_s);
    QCOMPARE(console.chat(), 200);
    QVERIFY(serverSawKey());
    QCOMPARE(filesWith(providerKey), QStringList());
    QVERIFY(!QFile::exists(QDir::homePath() + u"/data/vault"_s));
}

void TestKeychainScreens::partFindsTheKeyAgain()
{
    Console console;
    QTRY_COMPARE_WITH_TIMEOUT(console.keyState(), u"active"_s, patience);
    QVERIFY(!console.banner()->isVisible());
    QCOMPARE(console.chat(), 200);
    QVERIFY(serverSawKey());
}

void TestKeychainScreens::partWaitsForALockedKeychain()
{
    Console console;
    QTRY_VERIFY_WITH_TIMEOUT(console.banner()->isVisible(), patience);
    QVERIFY2(console.banner()->text().contains(u"Unlock the key store to use 1 key."_s),
             qPrintable(console.banner()->text()));
    QCOMPARE(console.keyState(), u"locked"_s);
    QCOMPARE(console.ask("GET", u"/secrets"_s).value("items"_L1).toArray().size(), 1);
    QCOMPARE(console.chat(), 502);
    QVERIFY(!serverSawKey());
    console.unlockOnScreen(); // nobody answers the keyring's own question here
    QTRY_VERIFY2_WITH_TIMEOUT(console.banner()->text().contains(u"is still locked"_s),
                              qPrintable(console.banner()->text()), patience);
    QVERIFY(Keyring::unlock("test-pass"));
    console.unlockOnScreen();
    QTRY_VERIFY_WITH_TIMEOUT(!console.banner()->isVisible(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.keyState(), u"active"_s, patience);
    QCOMPARE(console.chat(), 200);
    QVERIFY(serverSawKey());
}

//! Someone locks the keychain while the gateway runs.
void TestKeychainScreens::partKeepsWhatWasRead()
{
    Console console;
    QTRY_COMPARE_WITH_TIMEOUT(console.keyState(), u"active"_s, patience);
    QVERIFY(Keyring::lock());
    console.ask("PUT", u"/secrets/other"_s, {{u"value"_s, u"sk-other"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(console.status->status().secretStoreState, u"locked"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.banner()->isVisible(), patience);
    QCOMPARE(console.chat(), 200); // the key in force stays in force
    QVERIFY(Keyring::unlock("test-pass"));
    console.unlockOnScreen();
    QTRY_VERIFY_WITH_TIMEOUT(!console.banner()->isVisible(), patience);
    QCOMPARE(console.chat(), 200);
}

//! Goes through the wizard to a saved key, which the place chosen by \a radio keeps.
void TestKeychainScreens::chooseVault(const QString &radio)
{
    Console console;
    QTRY_COMPARE_WITH_TIMEOUT(console.status->status().secretStoreKind, u"vault"_s, patience);
    Ui::Wizard wizard(*console.client);
    wizard.show();
    Console::clickIn(wizard, u"wizard.provider.tile.other"_s);
    const auto field = [&wizard](const QString &name) {
        return wizard.findChild<QLineEdit *>(u"wizard.key."_s + name);
    };
    QTest::keyClicks(field(u"addressField"_s), u"http://127.0.0.1:%1/v1"_s.arg(m_server->port()));
    QTest::keyClicks(field(u"secretField"_s), QString::fromLatin1(providerKey));
    Console::clickIn(wizard, radio);
    if (field(u"passphraseField"_s)->isVisible())
        QTest::keyClicks(field(u"passphraseField"_s), u"correct horse"_s);
    Console::clickIn(wizard, u"wizard.testButton"_s);
    Console::clickIn(wizard, u"wizard.continueButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(console.keyState(), u"active"_s, patience);
    QVERIFY(QFile::exists(QDir::homePath() + u"/data/vault"_s));
    QCOMPARE(filesWith(providerKey), QStringList());
    QCOMPARE(console.chat(), 200);
    QVERIFY(serverSawKey());
}

void TestKeychainScreens::partChoosesAPassphrase()
{
    chooseVault(u"wizard.key.vaultRadio"_s);
    QVERIFY(!QFile::exists(QDir::homePath() + u"/data/vault.key"_s));
}

void TestKeychainScreens::partAsksForThePassphrase()
{
    Console console;
    QTRY_COMPARE_WITH_TIMEOUT(console.keyState(), u"locked"_s, patience);
    QCOMPARE(console.chat(), 502);
    console.unlockOnScreen();
    const auto dialog = [] { return QApplication::activeModalWidget(); };
    QTRY_VERIFY(dialog());
    auto *field = dialog()->findChild<QLineEdit *>(u"providers.passphraseField"_s);
    auto *problem = dialog()->findChild<QLabel *>(u"providers.passphraseProblemLabel"_s);
    QTest::keyClicks(field, u"wrong"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(problem->text(), u"This passphrase is not right. Try again."_s,
                              patience);
    field->selectAll();
    QTest::keyClicks(field, u"correct horse"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!console.banner()->isVisible(), patience);
    QCOMPARE(console.chat(), 200);
    QVERIFY(serverSawKey());
}

void TestKeychainScreens::partChoosesAKeyFile()
{
    chooseVault(u"wizard.key.keyFileRadio"_s);
    QVERIFY(QFile::exists(QDir::homePath() + u"/data/vault.key"_s));
}

void TestKeychainScreens::partOpensByKeyFile()
{
    Console console;
    QTRY_COMPARE_WITH_TIMEOUT(console.keyState(), u"active"_s, patience);
    QVERIFY(!console.banner()->isVisible());
    QCOMPARE(console.chat(), 200);
    QVERIFY(serverSawKey());
}

QTEST_MAIN(TestKeychainScreens)
#include "tst_keychainscreens.moc"
