// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "ui/models/snippets.h"
#include "ui/widgets/clipboardtimeout.h"
#include "ui/widgets/secretfield.h"
#include "ui/wizard/setup.h"
#include "ui/wizard/wizard.h"

#include <QtCore/QJsonArray>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const QString appKey = u"gh-1234567890abcdefghij"_s;

//! The gateway's port: answers every request with 200 and keeps what it read.
class GatewayPort : public QTcpServer
{
public:
    GatewayPort()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                received += socket->readAll();
                if (!received.contains("hello"))
                    return; // the body is still on its way
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            });
        });
    }
    QString baseUrl() const { return u"http://127.0.0.1:%1/v1"_s.arg(serverPort()); }

    QByteArray received;
};

QJsonObject knownProvider(const QString &kind, const QString &name, const QString &dialect,
                          const QString &prefix)
{
    return {{"kind"_L1, kind},
            {"name"_L1, name},
            {"dialect"_L1, dialect},
            {"base_url"_L1, u"https://api.%1.com/v1"_s.arg(kind)},
            {"key_prefixes"_L1, QJsonArray{prefix}},
            {"region"_L1, QJsonArray{u"us"_s}}};
}

QJsonObject testResult(bool accepted)
{
    const QJsonObject reach{{"id"_L1, u"reach"_s},
                            {"state"_L1, u"ok"_s},
                            {"ms"_L1, 84},
                            {"text"_L1, u"api.openai.com answered"_s}};
    const QJsonObject key{{"id"_L1, u"key"_s},
                          {"state"_L1, accepted ? u"ok"_s : u"failed"_s},
                          {"text"_L1, u"The key was checked."_s},
                          {"fix"_L1, u"Copy the key again."_s}};
    return {{"checks"_L1, QJsonArray{reach, key}},
            {"models"_L1, QJsonArray{u"text-embedding-3-small"_s, u"gpt-4o-mini"_s}},
            {"tokens"_L1, 23},
            {"cost_nano_usd"_L1, 100'000},
            {"key_accepted"_L1, accepted}};
}

struct Bench {
    GatewayPort port;
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    std::unique_ptr<Wizard> wizard;
    int clicks = 0;

    Bench()
    {
        const QJsonObject ollama{{"kind"_L1, u"ollama"_s},
                                 {"name"_L1, u"Ollama"_s},
                                 {"base_url"_L1, u"http://127.0.0.1:11434/v1"_s},
                                 {"engine"_L1, u"ollama"_s},
                                 {"models"_L1, QJsonArray{u"llama3.2"_s}}};
        const QJsonObject variable{{"variable"_L1, u"ANTHROPIC_API_KEY"_s},
                                   {"kind"_L1, u"anthropic"_s}};
        const QJsonObject ready{{"store"_L1, u"keychain"_s},
                                {"label"_L1, u"GNOME Keyring"_s},
                                {"state"_L1, u"ready"_s}};
        engine->answer("GET /status", {{"base_url"_L1, port.baseUrl()}, {"secrets"_L1, ready}});
        engine->answer("GET /providers/known",
                       {{"items"_L1,
                         QJsonArray{knownProvider(u"openai"_s, u"OpenAI"_s, u"openai"_s, u"sk-"_s),
                                    knownProvider(u"anthropic"_s, u"Anthropic"_s, u"anthropic"_s,
                                                  u"sk-ant-"_s)}}});
        engine->answer(
            "GET /discovery",
            {{"local"_L1, QJsonArray{ollama}}, {"environment"_L1, QJsonArray{variable}}});
        engine->answer("GET /providers", {{"items"_L1, QJsonArray()}});
        engine->answer("GET /keys", {{"items"_L1, QJsonArray()}});
        engine->answer("POST /providers/test", testResult(true));
        engine->answer("GET /secrets", {{"items"_L1, QJsonArray()}});
        engine->answer("PUT /secrets/openai-main", {{"ref"_L1, u"keychain:openai-main"_s}});
        engine->answer("PUT /secrets/anthropic-main", {{"ref"_L1, u"keychain:anthropic-main"_s}});
        engine->answer("POST /providers", {});
        engine->answer("POST /keys",
                       {{"id"_L1, u"key_7"_s}, {"name"_L1, u"maria"_s}, {"secret"_L1, appKey}});
    }
    void open()
    {
        wizard = std::make_unique<Wizard>(client);
        wizard->show();
        QVERIFY(QTest::qWaitForWindowActive(wizard.get()));
        QTRY_VERIFY(find<QWidget>(u"wizard.provider.tile.anthropic"_s));
    }
    template <typename T>
    T *find(const QString &name) const
    {
        return wizard->findChild<T *>(name);
    }
    //! One click of the person, as soon as the button can take it.
    void click(const QString &name)
    {
        QTRY_VERIFY2(find<QAbstractButton>(name) && find<QAbstractButton>(name)->isVisible()
                         && find<QAbstractButton>(name)->isEnabled(),
                     qPrintable(name));
        QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
        ++clicks;
    }
    QString result() const { return find<QLabel>(u"wizard.connect.resultLabel"_s)->text(); }
    void tellFirstRequest() const
    {
        const QJsonObject row{{"id"_L1, u"req_1"_s},        {"key"_L1, u"key_7"_s},
                              {"status"_L1, 200},           {"total_ms"_L1, 612},
                              {"tokens_in"_L1, 20},         {"tokens_out"_L1, 11},
                              {"cost_nano_usd"_L1, 200'000}};
        engine->push(u"request"_s, {{"items"_L1, QJsonArray{row}}});
    }
};

} // namespace

class tst_Wizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void reachesACloudProviderInSixClicks();
    void reachesALocalServerInFourClicks();
    void offersOnlyTheCheckedModels();
    void kindsOfManyFieldsOpenTheirForm();
    void usesAKeyOfTheEnvironment();
    void keepsTheKeyOfAnotherAccount();
    void savesNothingWhenTheKeyIsRefused();
    void savesARefusedKeyWhenTold();
    void recognisesAnotherProvidersKey();
    void asksWhereToKeepKeysWithoutAKeychain();
    void wantsAKeyAndAnAddress();
    void speaksTheProvidersDialect();
    void leadsToSampleDataWhereItIsOffered();
    void asksBeforeLeaving();
    void asksToCopyTheKeyOnce();
    void showsTheKeyMaskedAndCopiesItWhole();
    void clearsTheClipboardOnlyIfItStillHoldsTheKey();
    void cleansPastedKeys_data();
    void cleansPastedKeys();
    void choosesAConversationalModel();
    void namesEveryControl();
};

void tst_Wizard::reachesACloudProviderInSixClicks()
{
    Bench bench;
    bench.open();
    QGuiApplication::clipboard()->setText(u" Bearer sk-test123\n"_s);
    bench.click(u"wizard.provider.tile.openai"_s);
    bench.click(u"wizard.key.pasteButton"_s);
    bench.click(u"wizard.testButton"_s);
    bench.click(u"wizard.continueButton"_s);
    bench.click(u"wizard.createKeyButton"_s);
    bench.click(u"wizard.connect.sendButton"_s);
    QCOMPARE(bench.clicks, 6);
    QTRY_VERIFY(bench.result().startsWith(u"✓ 200 in "_s));
    bench.tellFirstRequest();
    QCOMPARE(bench.result(), u"✓ 200 in 612 ms, 31 tokens, $0.0002"_s);

    QCOMPARE(bench.engine->lastOf("POST /providers/test").body.value("secret"_L1).toString(),
             u"sk-test123"_s);
    QCOMPARE(bench.engine->lastOf("PUT /secrets/openai-main").body.value("value"_L1).toString(),
             u"sk-test123"_s);
    const QJsonObject saved = bench.engine->lastOf("POST /providers").body;
    QCOMPARE(saved.value("id"_L1).toString(), u"openai"_s);
    QCOMPARE(saved.value("keys"_L1).toArray().at(0).toObject().value("secret"_L1).toString(),
             u"keychain:openai-main"_s);
    QVERIFY(bench.port.received.startsWith("POST /v1/chat/completions HTTP/1.1\r\n"));
    QVERIFY(bench.port.received.contains(QByteArray("Authorization: Bearer " + appKey.toUtf8())));
    QVERIFY(bench.port.received.contains(R"("model":"openai/gpt-4o-mini")"));
    QSignalSpy opened(bench.wizard.get(), &Wizard::requestOpened);
    bench.click(u"wizard.connect.openButton"_s);
    QCOMPARE(opened.constFirst().constFirst().toString(), u"req_1"_s);
}

void tst_Wizard::reachesALocalServerInFourClicks()
{
    Bench bench;
    bench.open();
    bench.click(u"wizard.provider.tile.ollama"_s);
    bench.click(u"wizard.continueButton"_s);
    bench.click(u"wizard.createKeyButton"_s);
    bench.click(u"wizard.connect.sendButton"_s);
    QCOMPARE(bench.clicks, 4);
    QTRY_VERIFY(bench.port.received.contains("POST /v1/chat/completions"));
    bench.tellFirstRequest();
    QTRY_VERIFY(bench.result().contains("31 tokens"_L1));
    const QJsonObject saved = bench.engine->lastOf("POST /providers").body;
    QCOMPARE(saved.value("id"_L1).toString(), u"ollama"_s);
    QCOMPARE(saved.value("engine"_L1).toString(), u"ollama"_s);
    QVERIFY(!saved.contains("keys"_L1));
    QCOMPARE(bench.engine->countOf("PUT /secrets/ollama-main"), 0);
}

void tst_Wizard::offersOnlyTheCheckedModels()
{
    Bench bench;
    bench.engine->answer("PUT /providers/ollama", {});
    bench.open();
    bench.click(u"wizard.provider.tile.ollama"_s);
    auto *table = bench.find<QAbstractItemView>(u"wizard.test.modelsTable"_s);
    QTRY_VERIFY(table->isVisible());
    QAbstractItemModel *models = table->model();
    QCOMPARE(models->index(1, 0).data().toString(), u"text-embedding-3-small"_s);
    QVERIFY(models->setData(models->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    bench.click(u"wizard.continueButton"_s);
    QTRY_VERIFY(bench.find<QAbstractButton>(u"wizard.createKeyButton"_s)->isVisible());
    const QJsonObject saved = bench.engine->lastOf("PUT /providers/ollama").body;
    QCOMPARE(saved.value("models"_L1).toArray(), QJsonArray{u"gpt-4o-mini"_s});
    QCOMPARE(saved.value("engine"_L1).toString(), u"ollama"_s);
}

void tst_Wizard::kindsOfManyFieldsOpenTheirForm()
{
    Bench bench;
    bench.open();
    QSignalSpy wanted(bench.wizard.get(), &Wizard::formRequested);
    bench.click(u"wizard.provider.tile.bedrock"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toString(), u"bedrock"_s);
}

void tst_Wizard::usesAKeyOfTheEnvironment()
{
    Bench bench;
    bench.open();
    bench.click(u"wizard.provider.useKeyButton.anthropic"_s);
    bench.click(u"wizard.continueButton"_s);
    QCOMPARE(
        bench.engine->lastOf("POST /providers/test").body.value("from_environment"_L1).toString(),
        u"ANTHROPIC_API_KEY"_s);
    QCOMPARE(bench.engine->lastOf("PUT /secrets/anthropic-main").body,
             (QJsonObject{{"from_environment"_L1, u"ANTHROPIC_API_KEY"_s}}));
}

void tst_Wizard::keepsTheKeyOfAnotherAccount()
{
    Bench bench;
    const QJsonArray stored{QJsonObject{{"name"_L1, u"anthropic-main"_s}}};
    bench.engine->answer("GET /secrets", {{"items"_L1, stored}});
    bench.engine->answer("PUT /secrets/anthropic-main-2",
                         {{"ref"_L1, u"keychain:anthropic-main-2"_s}});
    bench.open();
    bench.click(u"wizard.provider.useKeyButton.anthropic"_s);
    bench.click(u"wizard.continueButton"_s);
    QCOMPARE(bench.engine->countOf("PUT /secrets/anthropic-main"), 0);
    QCOMPARE(bench.engine->countOf("PUT /secrets/anthropic-main-2"), 1);
}

void tst_Wizard::savesNothingWhenTheKeyIsRefused()
{
    Bench bench;
    bench.engine->answer("POST /providers/test", testResult(false));
    bench.open();
    bench.click(u"wizard.provider.tile.openai"_s);
    bench.find<QLineEdit>(u"wizard.key.secretField"_s)->setText(u"sk-wrong"_s);
    bench.click(u"wizard.testButton"_s);
    auto *message = bench.find<QLabel>(u"wizard.test.messageLabel"_s);
    QTRY_COMPARE(message->text(), u"OpenAI did not accept the key, so nothing was saved."_s);
    QVERIFY(!bench.find<QAbstractButton>(u"wizard.continueButton"_s)->isEnabled());
    QCOMPARE(bench.engine->countOf("PUT /secrets/openai-main"), 0);
    bench.engine->answer("POST /providers/test", testResult(true));
    bench.click(u"wizard.test.retryButton"_s);
    QTRY_VERIFY(bench.find<QAbstractButton>(u"wizard.continueButton"_s)->isEnabled());
    QCOMPARE(bench.find<QLabel>(u"wizard.test.usedLabel"_s)->text(),
             u"This test used 23 tokens, $0.0001."_s);
}

void tst_Wizard::savesARefusedKeyWhenTold()
{
    Bench bench;
    bench.engine->answer("POST /providers/test", testResult(false));
    bench.open();
    bench.click(u"wizard.provider.tile.openai"_s);
    bench.find<QLineEdit>(u"wizard.key.secretField"_s)->setText(u"sk-later"_s);
    bench.click(u"wizard.testButton"_s);
    bench.click(u"wizard.saveAnywayButton"_s);
    QTRY_VERIFY(bench.find<QAbstractButton>(u"wizard.continueButton"_s)->isEnabled());
    QCOMPARE(bench.engine->lastOf("PUT /secrets/openai-main").body.value("value"_L1).toString(),
             u"sk-later"_s);
    QCOMPARE(bench.find<QLineEdit>(u"wizard.key.secretField"_s)->text(), QString());
}

void tst_Wizard::recognisesAnotherProvidersKey()
{
    Bench bench;
    bench.open();
    bench.click(u"wizard.provider.tile.openai"_s);
    bench.find<QLineEdit>(u"wizard.key.secretField"_s)->setText(u"sk-ant-123"_s);
    bench.click(u"wizard.key.switchButton"_s);
    bench.click(u"wizard.testButton"_s);
    bench.click(u"wizard.continueButton"_s);
    QCOMPARE(bench.engine->lastOf("POST /providers").body.value("dialect"_L1).toString(),
             u"anthropic"_s);
}

void tst_Wizard::asksWhereToKeepKeysWithoutAKeychain()
{
    Bench bench;
    const QJsonObject none{{"store"_L1, u"none"_s}, {"state"_L1, u"unavailable"_s}};
    const QJsonObject vault{{"label"_L1, u"the encrypted file"_s}, {"state"_L1, u"ready"_s}};
    bench.engine->answer("GET /status",
                         {{"base_url"_L1, bench.port.baseUrl()}, {"secrets"_L1, none}});
    bench.engine->answer("POST /secrets/store", {{"secrets"_L1, vault}});
    bench.open();
    bench.click(u"wizard.provider.tile.openai"_s);
    bench.find<QLineEdit>(u"wizard.key.secretField"_s)->setText(u"sk-1"_s);
    bench.click(u"wizard.testButton"_s);
    QVERIFY(bench.find<QLabel>(u"wizard.key.passphraseErrorLabel"_s)->isVisible());
    QCOMPARE(bench.engine->countOf("POST /secrets/store"), 0);
    bench.find<QLineEdit>(u"wizard.key.passphraseField"_s)->setText(u"four words are better"_s);
    bench.click(u"wizard.testButton"_s);
    bench.click(u"wizard.continueButton"_s);
    QCOMPARE(
        bench.engine->lastOf("POST /secrets/store").body,
        (QJsonObject{{"store"_L1, u"vault"_s}, {"passphrase"_L1, u"four words are better"_s}}));
}

void tst_Wizard::wantsAKeyAndAnAddress()
{
    Bench bench;
    bench.open();
    bench.click(u"wizard.provider.tile.openai"_s);
    bench.click(u"wizard.testButton"_s);
    QVERIFY(bench.find<QLabel>(u"wizard.key.errorLabel"_s)->isVisible());
    QCOMPARE(bench.engine->countOf("POST /providers/test"), 0);
    bench.click(u"wizard.backButton"_s);
    bench.click(u"wizard.provider.tile.other"_s);
    bench.find<QLineEdit>(u"wizard.key.addressField"_s)->setText(u"models.example.com"_s);
    bench.click(u"wizard.testButton"_s);
    QVERIFY(bench.find<QLabel>(u"wizard.key.addressErrorLabel"_s)->isVisible());
    bench.find<QLineEdit>(u"wizard.key.addressField"_s)
        ->setText(u"https://models.example.com/v1"_s);
    bench.click(u"wizard.testButton"_s);
    bench.click(u"wizard.continueButton"_s);
    const QJsonObject saved = bench.engine->lastOf("POST /providers").body;
    QCOMPARE(saved.value("id"_L1).toString(), u"models-example-com"_s);
    QCOMPARE(saved.value("base_url"_L1).toString(), u"https://models.example.com/v1"_s);
}

void tst_Wizard::speaksTheProvidersDialect()
{
    Bench bench;
    bench.open();
    bench.click(u"wizard.provider.useKeyButton.anthropic"_s);
    bench.click(u"wizard.continueButton"_s);
    bench.click(u"wizard.createKeyButton"_s);
    bench.click(u"wizard.connect.sendButton"_s);
    QTRY_VERIFY(bench.port.received.startsWith("POST /v1/messages HTTP/1.1\r\n"));
    QTRY_VERIFY(bench.port.received.contains(QByteArray("x-api-key: " + appKey.toUtf8())));
}

void tst_Wizard::leadsToSampleDataWhereItIsOffered()
{
    Bench bench;
    bench.open();
    QVERIFY(!bench.find<QAbstractButton>(u"wizard.provider.sampleDataButton"_s)->isVisible());
    bench.wizard->offerSampleData(true);
    QSignalSpy requested(bench.wizard.get(), &Wizard::sampleDataRequested);
    bench.click(u"wizard.provider.sampleDataButton"_s);
    QCOMPARE(requested.count(), 1);
    QVERIFY(!bench.wizard->isVisible());
}

void tst_Wizard::asksBeforeLeaving()
{
    Bench bench;
    bench.open();
    QTest::keyClick(bench.wizard.get(), Qt::Key_Escape);
    QTRY_VERIFY(bench.find<QMessageBox>(u"wizard.leaveDialog"_s));
    bench.click(u"wizard.stayButton"_s);
    QVERIFY(bench.wizard->isVisible());
    QTRY_VERIFY(!bench.find<QMessageBox>(u"wizard.leaveDialog"_s));
    QTest::keyClick(bench.wizard.get(), Qt::Key_Escape);
    bench.click(u"wizard.leaveButton"_s);
    QTRY_VERIFY(!bench.wizard->isVisible());
}

void tst_Wizard::asksToCopyTheKeyOnce()
{
    Bench bench;
    bench.open();
    bench.click(u"wizard.provider.tile.ollama"_s);
    bench.click(u"wizard.continueButton"_s);
    bench.click(u"wizard.createKeyButton"_s);
    QSignalSpy finished(bench.wizard.get(), &QDialog::finished);
    bench.click(u"wizard.finishButton"_s);
    QVERIFY(finished.isEmpty());
    bench.click(u"wizard.copyAndCloseButton"_s);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().toInt(), int(QDialog::Accepted));
    QCOMPARE(QGuiApplication::clipboard()->text(), appKey);
}

void tst_Wizard::showsTheKeyMaskedAndCopiesItWhole()
{
    Bench bench;
    bench.open();
    bench.click(u"wizard.provider.tile.ollama"_s);
    bench.click(u"wizard.continueButton"_s);
    bench.click(u"wizard.createKeyButton"_s);
    auto *snippet = bench.find<QPlainTextEdit>(u"wizard.connect.snippetField"_s);
    QTRY_VERIFY(snippet->isVisible());
    QVERIFY(!snippet->toPlainText().contains(appKey));
    QVERIFY(!bench.find<QLineEdit>(u"wizard.connect.secretField"_s)->text().contains(appKey));
    bench.click(u"wizard.connect.copySnippetButton"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(appKey));
    QSignalSpy finished(bench.wizard.get(), &QDialog::finished);
    bench.click(u"wizard.finishButton"_s);
    QCOMPARE(finished.size(), 1);
    for (const Snippet &text : connectSnippets({u"http://g/v1"_s, u"k"_s, u"m"_s, true}))
        QVERIFY2(text.text.contains("m"_L1) && !text.text.contains("'k'"_L1), qPrintable(text.id));
}

void tst_Wizard::clearsTheClipboardOnlyIfItStillHoldsTheKey()
{
    using namespace std::chrono_literals;
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setText(u"other"_s);
    clearClipboardLater(u"key-a"_s, 1ms);
    clipboard->setText(u"key-b"_s);
    clearClipboardLater(u"key-b"_s, 5ms);
    QTRY_COMPARE(clipboard->text(), QString());
}

void tst_Wizard::cleansPastedKeys_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("plain") << u"sk-1"_s;
    QTest::newRow("space") << u"  sk-1\n"_s;
    QTest::newRow("quotes") << u"\"sk-1\""_s;
    QTest::newRow("bearer") << u"Bearer sk-1"_s;
    QTest::newRow("all") << u" 'bearer \"sk-1\" ' "_s;
}

void tst_Wizard::cleansPastedKeys()
{
    QFETCH(QString, pasted);
    QCOMPARE(cleanedSecret(pasted), u"sk-1"_s);
}

void tst_Wizard::choosesAConversationalModel()
{
    QCOMPARE(firstConversational({u"text-embedding-3"_s, u"whisper-1"_s, u"gpt-4o"_s}),
             u"gpt-4o"_s);
    QCOMPARE(firstConversational({u"nomic-embed-text"_s}), u"nomic-embed-text"_s);
    QCOMPARE(firstConversational({}), QString());
    QCOMPARE(freeName(u"openai"_s, {u"openai"_s, u"openai-2"_s}), u"openai-3"_s);
}

void tst_Wizard::namesEveryControl()
{
    Bench bench;
    bench.open();
    for (const QAbstractButton *button : bench.wizard->findChildren<QAbstractButton *>()) {
        const bool inner = button->objectName().startsWith("qt_"_L1)
            || button->inherits("QLineEditIconButton") || button->inherits("QTableCornerButton")
            || button->parent()->inherits("QTabBar");
        QVERIFY2(inner || !button->objectName().isEmpty(), qPrintable(button->text()));
        QVERIFY2(inner || !button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_Wizard)
#include "tst_wizard.moc"
