// SPDX-License-Identifier: GPL-3.0-or-later
//! The whole program from nothing to a first answered request: a real engine on an empty data
//! folder, a local model server it finds by itself, and the wizard driven by mouse.

#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"
#include "tests/support/scriptedserver.h"
#include "ui/wizard/wizard.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

//! One answer that is a model list and a finished chat at once, so that a script need not tell the
//! requests of discovery, test and client apart.
QByteArray modelServerAnswer()
{
    const QByteArray body =
        R"({"object":"list","data":[{"id":"llama3.2"}],"model":"llama3.2",)"
        R"("choices":[{"index":0,"message":{"role":"assistant","content":"OK"},"finish_reason":"stop"}],)"
        R"("usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}})";
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class TestFirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersTheFirstRequest();

private:
    //! The tile of a server that was found; before, one of its kind without an address is there.
    static bool isFound(const Ui::Wizard &wizard, const QString &name)
    {
        const auto *tile = wizard.findChild<QAbstractButton *>(name);
        return tile && tile->accessibleDescription().startsWith(u"Found"_s);
    }
    void click(Ui::Wizard &wizard, const QString &name)
    {
        const auto ready = [&wizard, &name] {
            auto *button = wizard.findChild<QAbstractButton *>(name);
            return button && button->isVisible() && button->isEnabled();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(ready(), qPrintable(name), patience);
        QTest::mouseClick(wizard.findChild<QAbstractButton *>(name), Qt::LeftButton);
        ++m_clicks;
    }
    QJsonArray items(Api::AdminClient &client, const QString &path) const
    {
        Api::AdminCall *call = client.get(path);
        QSignalSpy finished(call, &Api::AdminCall::finished);
        QJsonArray found;
        connect(call, &Api::AdminCall::finished, this, [&found](Api::AdminCall *done) {
            found = done->reply().body.value("items"_L1).toArray();
        });
        finished.wait(patience);
        return found;
    }

    int m_clicks = 0;
};

void TestFirstRun::answersTheFirstRequest()
{
    ScriptedServer modelServer(Script().waitRequest().send(modelServerAnswer()).repeat());
    qputenv("OLLAMA_HOST", "127.0.0.1:" + QByteArray::number(modelServer.port()));
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"data"_s);

    Node::EngineThread engine(
        {.dataFolder = folder, .configFile = {}, .listen = {u"127.0.0.1:0"_s}, .adminListen = {}});
    QSignalSpy started(&engine, &Node::EngineThread::started);
    engine.start();
    QVERIFY(started.wait(patience));

    Api::AdminClient client(std::make_unique<Api::HttpAdminTransport>(
        [&folder] { return Api::AdminAddress::ofDataFolder(folder); }));
    client.start();
    Ui::Wizard wizard(client);
    wizard.show();
    QTRY_VERIFY_WITH_TIMEOUT(isFound(wizard, u"wizard.provider.tile.ollama"_s), patience);
    click(wizard, u"wizard.provider.tile.ollama"_s);
    click(wizard, u"wizard.continueButton"_s);
    click(wizard, u"wizard.createKeyButton"_s);
    click(wizard, u"wizard.connect.sendButton"_s);
    QCOMPARE(m_clicks, 4);

    const auto *result = wizard.findChild<QLabel *>(u"wizard.connect.resultLabel"_s);
    QVERIFY(result);
    QTRY_VERIFY2_WITH_TIMEOUT(result->text().contains(u"200"_s), qPrintable(result->text()),
                              patience);

    QJsonArray rows;
    QTRY_VERIFY_WITH_TIMEOUT(!(rows = items(client, u"/requests"_s)).isEmpty(), patience);
    const QJsonObject row = rows.first().toObject();
    QCOMPARE(row.value("status"_L1).toInt(), 200);
    QCOMPARE(row.value("tokens_in"_L1).toInt(), 9);
    QCOMPARE(row.value("tokens_out"_L1).toInt(), 2);
    QVERIFY(row.value("cost_nano_usd"_L1).isNull()); // a model of one's own has no list price

    QSignalSpy stopped(&engine, &Node::EngineThread::stopped);
    engine.shutDown();
    QVERIFY(stopped.wait(patience));
}

QTEST_MAIN(TestFirstRun)
#include "tst_firstrun.moc"
