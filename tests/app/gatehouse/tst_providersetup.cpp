// SPDX-License-Identifier: GPL-3.0-or-later
//! The Providers page on a real engine: a provider is added, tested, edited, paused and deleted on
//! the screen, and the engine obeys.

#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"
#include "tests/support/scriptedserver.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/providers/providereditor.h"
#include "ui/pages/providers/providerspage.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabWidget>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

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

} // namespace

class TestProviderSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void addsTestsEditsPausesAndDeletes();

private:
    template <typename T>
    T *find(const QString &name) const
    {
        return m_page->findChild<T *>(u"providers.editor.%1"_s.arg(name));
    }
    void click(const QString &name) const
    {
        const auto ready = [this, &name] {
            auto *button = m_page->findChild<QAbstractButton *>(name);
            return button && button->isVisible() && button->isEnabled();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(ready(), qPrintable(name), patience);
        QTest::mouseClick(m_page->findChild<QAbstractButton *>(name), Qt::LeftButton);
    }
    void retype(const QString &name, const QString &text) const
    {
        auto *field = find<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    //! The engine's own word on the provider; empty when it has none.
    QJsonObject told() const
    {
        Api::AdminCall *call = m_client->get(u"/providers/office"_s);
        QSignalSpy finished(call, &Api::AdminCall::finished);
        QJsonObject body;
        connect(call, &Api::AdminCall::finished, this, [&body](Api::AdminCall *done) {
            if (done->succeeded())
                body = done->reply().body;
        });
        finished.wait(patience);
        return body;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Api::AdminClient> m_client;
    Ui::SeriesColours m_colours;
    std::unique_ptr<Ui::ConfigurationModel> m_configuration;
    std::unique_ptr<Ui::StatusModel> m_status;
    std::unique_ptr<Ui::ProvidersPage> m_page;
};

void TestProviderSetup::initTestCase()
{
    m_server =
        std::make_unique<ScriptedServer>(Script().waitRequest().send(modelServerAnswer()).repeat());
    const QString folder = m_dir.filePath(u"data"_s);
    m_engine = std::make_unique<Node::EngineThread>(Node::NodeOptions{
        .dataFolder = folder, .configFile = {}, .listen = {u"127.0.0.1:0"_s}, .adminListen = {}});
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    m_engine->start();
    QVERIFY(started.wait(patience));
    m_client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [folder] { return Api::AdminAddress::ofDataFolder(folder); }));
    m_client->start();
    m_configuration = std::make_unique<Ui::ConfigurationModel>(*m_client);
    m_status = std::make_unique<Ui::StatusModel>(*m_client);
    m_page = std::make_unique<Ui::ProvidersPage>(*m_client, *m_configuration, *m_status, m_colours);
    m_page->resize(1200, 760);
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isReady(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_configuration->isLoaded(), patience);
}

void TestProviderSetup::cleanupTestCase()
{
    m_page.reset();
    QSignalSpy stopped(m_engine.get(), &Node::EngineThread::stopped);
    m_engine->shutDown();
    QVERIFY(stopped.wait(patience));
}

void TestProviderSetup::addsTestsEditsPausesAndDeletes()
{
    auto *editor = m_page->findChild<Ui::ProviderEditor *>();
    click(u"providers.emptyAddButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!find<QLineEdit>(u"nameField"_s)->text().isEmpty(), patience);
    retype(u"nameField"_s, u"Office"_s);
    retype(u"idField"_s, u"office"_s);
    retype(u"addressField"_s, u"http://127.0.0.1:%1/v1"_s.arg(m_server->port()));
    click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(editor->provider(), u"office"_s, patience);
    QCOMPARE(told().value("last_check"_L1).isObject(), true);

    click(u"providers.editor.testButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(u"testLabel"_s)->text(), u"The provider answers."_s,
                              patience);
    auto *matrix = find<QAbstractItemView>(u"capabilityMatrix"_s);
    QTRY_VERIFY_WITH_TIMEOUT(matrix->model()->rowCount() == 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(matrix->model()->index(0, 1).data().toString(), u"Tested"_s,
                              patience);
    QCOMPARE(matrix->model()->index(0, 4).data().toString(), u"Failed"_s);

    find<QTabWidget>(u"tabs"_s)->setCurrentIndex(2);
    const int asked = m_server->requestCount();
    click(u"providers.editor.syncButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requestCount() > asked, patience);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(u"modelsLabel"_s)->text(),
                              u"Its only model is offered."_s, patience);

    find<QTabWidget>(u"tabs"_s)->setCurrentIndex(3);
    auto *most = find<QSpinBox>(u"maxInFlightSpin"_s);
    most->setFocus();
    most->selectAll();
    QTest::keyClicks(most, u"7"_s);
    click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(told().value("max_in_flight"_L1).toInt(), 7, patience);

    click(u"providers.editor.pauseButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(told().value("health"_L1).toString(), u"paused"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractButton>(u"pauseButton"_s)->text(), u"Resume"_s,
                              patience);
    m_configuration->undo();
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractButton>(u"pauseButton"_s)->text(), u"Pause"_s,
                              patience);
    QVERIFY(told().value("health"_L1).toString() != u"paused"_s);

    click(u"providers.editor.deleteButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(editor->isHidden(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(told().isEmpty(), patience);
    m_configuration->undo();
    QTRY_COMPARE_WITH_TIMEOUT(told().value("max_in_flight"_L1).toInt(), 7, patience);
}

QTEST_MAIN(TestProviderSetup)
#include "tst_providersetup.moc"
