// SPDX-License-Identifier: GPL-3.0-or-later
//! The life of a key in the whole program: a real engine, a scripted provider, apps that call the
//! gateway, and the page driven by mouse and keyboard.

#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"
#include "tests/support/scriptedserver.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/access/accesspage.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

QByteArray modelServerAnswer()
{
    const QByteArray body =
        R"({"object":"list","data":[{"id":"tiny"}],"model":"tiny",)"
        R"("choices":[{"index":0,"message":{"role":"assistant","content":"OK"},"finish_reason":"stop"}],)"
        R"("usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}})";
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class TestKeyLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void livesFromCreationToRestoring();

private:
    template <typename T>
    T *find(const QString &name) const
    {
        for (QWidget *top : QApplication::topLevelWidgets())
            if (T *found =
                    top->objectName() == name ? qobject_cast<T *>(top) : top->findChild<T *>(name))
                return found;
        return nullptr;
    }
    void click(const QString &name) const
    {
        const auto ready = [this, &name] {
            auto *button = find<QAbstractButton>(name);
            return button && button->isVisible() && button->isEnabled();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(ready(), qPrintable(name), patience);
        QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
    }
    //! The secret that is shown now; closes the dialog.
    QString takeSecret() const
    {
        [this] {
            QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>(u"access.secretDialog.secretField"_s),
                                     patience);
        }();
        const QString secret = find<QLineEdit>(u"access.secretDialog.secretField"_s)->text();
        click(u"access.secretDialog.copyButton"_s);
        click(u"access.secretDialog.closeButton"_s);
        [this] { QTRY_VERIFY(!find<QDialog>(u"access.secretDialog"_s)); }();
        return secret;
    }
    //! What the gateway answers an app with this key.
    int callWith(const QString &secret)
    {
        QNetworkRequest request(QUrl(m_status->status().baseUrl + u"/chat/completions"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        request.setRawHeader("Authorization", "Bearer " + secret.toLatin1());
        QNetworkReply *reply = m_network.post(
            request, R"({"model":"local/tiny","messages":[{"role":"user","content":"hi"}]})"_ba);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        finished.wait(patience);
        reply->deleteLater();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    void addProvider();
    Ui::TableView *table() const { return find<Ui::TableView>(u"access.keysTable"_s); }

    ScriptedServer m_modelServer{Script().waitRequest().send(modelServerAnswer()).repeat()};
    QTemporaryDir m_folder;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<Ui::ConfigurationModel> m_configuration;
    std::unique_ptr<Ui::StatusModel> m_status;
    std::unique_ptr<Ui::AccessPage> m_page;
    SystemClock m_clock;
    QNetworkAccessManager m_network;
    std::function<void()> m_undo;
};

void TestKeyLife::initTestCase()
{
    const QString data = m_folder.filePath(u"data"_s);
    m_engine = std::make_unique<Node::EngineThread>(Node::NodeOptions{
        .dataFolder = data, .configFile = {}, .listen = {u"127.0.0.1:0"_s}, .adminListen = {}});
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    m_engine->start();
    QVERIFY(started.wait(patience));
    m_client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [data] { return Api::AdminAddress::ofDataFolder(data); }));
    m_client->start();
    addProvider();
    m_configuration = std::make_unique<Ui::ConfigurationModel>(*m_client);
    m_status = std::make_unique<Ui::StatusModel>(*m_client);
    m_status->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!m_status->status().baseUrl.isEmpty(), patience);
    m_page = std::make_unique<Ui::AccessPage>(*m_client, *m_configuration, *m_status, m_clock);
    connect(m_page.get(), &Ui::AccessPage::undoOffered, this,
            [this](const QString &, const std::function<void()> &undo) { m_undo = undo; });
    m_page->resize(1200, 700);
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isReady(), patience);
}

void TestKeyLife::cleanupTestCase()
{
    m_page.reset();
    m_status.reset();
    m_configuration.reset();
    m_client.reset();
    QSignalSpy stopped(m_engine.get(), &Node::EngineThread::stopped);
    m_engine->shutDown();
    QVERIFY(stopped.wait(patience));
}

void TestKeyLife::addProvider()
{
    Api::AdminCall *call =
        m_client->post(u"/providers"_s,
                       {{"id"_L1, u"local"_s},
                        {"dialect"_L1, u"openai"_s},
                        {"base_url"_L1, u"http://127.0.0.1:%1/v1"_s.arg(m_modelServer.port())},
                        {"models"_L1, QJsonArray{u"tiny"_s}}});
    int status = 0;
    connect(call, &Api::AdminCall::finished, this,
            [&status](Api::AdminCall *done) { status = done->reply().status; });
    QTRY_COMPARE_WITH_TIMEOUT(status, 201, patience);
}

void TestKeyLife::livesFromCreationToRestoring()
{
    // Created in the page, it works.
    click(u"access.newKeyButton"_s);
    QTRY_VERIFY(find<QLineEdit>(u"access.keyDialog.nameField"_s));
    QTest::keyClicks(find<QLineEdit>(u"access.keyDialog.nameField"_s), u"laptop"_s);
    click(u"access.keyDialog.createButton"_s);
    const QString first = takeSecret();
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, patience);
    QCOMPARE(callWith(first), 200);

    // Disabled, it is refused; Undo takes that back.
    table()->selectRow(0);
    click(u"access.disableButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(callWith(first), 401, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_undo, patience);
    m_undo();
    QTRY_COMPARE_WITH_TIMEOUT(callWith(first), 200, patience);

    // Rotated with an overlap, both secrets work.
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTest::keyClick(table(), Qt::Key_R);
    QTRY_VERIFY(find<QComboBox>(u"access.rotateDialog.overlapCombo"_s));
    click(u"access.rotateDialog.rotateButton"_s);
    const QString second = takeSecret();
    QVERIFY(second != first);
    QCOMPARE(callWith(first), 200);
    QCOMPARE(callWith(second), 200);

    // The overlap ended early, only the new one does.
    QTest::keyClick(table(), Qt::Key_Return);
    click(u"access.detail.endOverlapButton"_s);
    click(u"access.endOverlapButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(callWith(first), 401, patience);
    QCOMPARE(callWith(second), 200);

    // Deleted and restored.
    click(u"access.detail.deleteButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(callWith(second), 401, patience);
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 0, patience);
    m_page->openKey(second.section(u'-', 1, 1));
    click(u"access.detail.restoreButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(callWith(second), 200, patience);
}

QTEST_MAIN(TestKeyLife)
#include "tst_keylife.moc"
