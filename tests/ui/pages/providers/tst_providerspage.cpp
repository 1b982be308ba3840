// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/dialects.h"
#include "tests/support/fakeadmintransport.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/providers/providereditor.h"
#include "ui/pages/providers/providerspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/serviceaccountbutton.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryFile>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject configured(const QString &id, const QString &name)
{
    return {{"id"_L1, id},
            {"name"_L1, name},
            {"dialect"_L1, u"openai"_s},
            {"base_url"_L1, u"https://api.%1.com/v1"_s.arg(id)},
            {"region"_L1, QJsonArray{u"us"_s}},
            {"keys"_L1, QJsonArray{QJsonObject{{"secret"_L1, u"keychain:%1-main"_s.arg(id)}}}}};
}

//! As GET /providers tells it.
QJsonObject told(const QJsonObject &provider, const QStringList &usedBy = {},
                 const QString &keyState = u"active"_s)
{
    QJsonObject item = provider;
    const QString id = provider.value("id"_L1).toString();
    item.insert("keys"_L1,
                QJsonArray{QJsonObject{{"id"_L1, u"1"_s},
                                       {"secret"_L1, u"keychain:%1-main"_s.arg(id)},
                                       {"fingerprint"_L1, u"…a1b2"_s},
                                       {"state"_L1, keyState}}});
    item.insert("health"_L1, provider.value("paused"_L1).toBool() ? u"paused"_s : u"healthy"_s);
    item.insert("recent_attempts"_L1, 240);
    item.insert("models_discovered"_L1, QJsonArray{u"gpt-4o"_s, u"gpt-4o-mini"_s});
    item.insert("used_by"_L1, QJsonArray::fromStringList(usedBy));
    return item;
}

QJsonObject testResult(bool accepted)
{
    const QJsonObject key{{"id"_L1, u"key"_s},
                          {"state"_L1, accepted ? u"ok"_s : u"failed"_s},
                          {"text"_L1, u"The key was checked."_s}};
    return {{"checks"_L1, QJsonArray{key}},
            {"models"_L1, QJsonArray{u"gpt-4o"_s, u"o4-mini"_s}},
            {"tokens"_L1, 23},
            {"cost_nano_usd"_L1, 100'000},
            {"key_accepted"_L1, accepted}};
}

const QJsonObject openai = configured(u"openai"_s, u"OpenAI"_s);
const QJsonObject mistral = configured(u"mistral"_s, u"Mistral"_s);

struct Bench {
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    SeriesColours colours;
    std::unique_ptr<ConfigurationModel> configuration;
    std::unique_ptr<StatusModel> status;
    std::unique_ptr<ProvidersPage> page;
    qint64 revision = 7;

    Bench()
    {
        setProviders({openai, mistral}, {u"fast"_s});
        setStatus({});
        const QJsonObject anthropic{{"kind"_L1, u"anthropic"_s},
                                    {"name"_L1, u"Anthropic"_s},
                                    {"dialect"_L1, u"anthropic"_s},
                                    {"base_url"_L1, u"https://api.anthropic.com"_s},
                                    {"key_prefixes"_L1, QJsonArray{u"sk-ant-"_s}}};
        const QJsonObject groq{{"kind"_L1, u"groq"_s},
                               {"name"_L1, u"Groq"_s},
                               {"dialect"_L1, u"openai"_s},
                               {"base_url"_L1, u"https://api.groq.com/openai/v1"_s},
                               {"key_prefixes"_L1, QJsonArray{u"gsk_"_s}},
                               {"region"_L1, QJsonArray{u"us"_s}}};
        const QJsonObject ollama{{"kind"_L1, u"ollama"_s},
                                 {"name"_L1, u"Ollama"_s},
                                 {"base_url"_L1, u"http://127.0.0.1:11434/v1"_s},
                                 {"engine"_L1, u"ollama"_s},
                                 {"models"_L1, QJsonArray{u"llama3.2"_s}}};
        engine->answer("GET /providers/known", {{"items"_L1, QJsonArray{groq, anthropic}}});
        engine->answer("GET /discovery", {{"local"_L1, QJsonArray{ollama}}});
        engine->answer("GET /secrets",
                       {{"items"_L1, QJsonArray{QJsonObject{{"name"_L1, u"openai-main"_s}}}}});
        engine->answer("POST /providers/test", testResult(true));
        engine->answer("POST /providers/openai/test", testResult(true));
        engine->answer("GET /providers/openai/capabilities", capabilities());
    }
    static QJsonObject capabilities()
    {
        const QJsonObject tested{{"state"_L1, u"tested"_s}, {"time"_L1, u"2026-03-01T10:00:00Z"_s}};
        const QJsonObject failed{{"state"_L1, u"failed"_s}, {"reason"_L1, u"no tool was called"_s}};
        const QJsonObject row{
            {"model"_L1, u"gpt-4o"_s},
            {"capabilities"_L1, QJsonObject{{"chat"_L1, tested}, {"tools"_L1, failed}}}};
        return {{"items"_L1, QJsonArray{row}}, {"catalogue"_L1, u"2026-07-24"_s}};
    }
    //! The first provider is used by \a routes.
    void setProviders(const QList<QJsonObject> &providers, const QStringList &routes = {})
    {
        QJsonArray documents;
        QJsonArray items;
        for (const QJsonObject &provider : providers) {
            documents.append(provider);
            items.append(told(provider, items.isEmpty() ? routes : QStringList()));
        }
        QJsonArray routeDocuments;
        for (const QString &route : routes) {
            const QJsonObject target{{"provider"_L1, providers.constFirst().value("id"_L1)},
                                     {"model"_L1, u"gpt-4o"_s}};
            routeDocuments.append(
                QJsonObject{{"id"_L1, route}, {"targets"_L1, QJsonArray{target}}});
        }
        engine->answer("GET /providers", {{"items"_L1, items}});
        engine->answer(
            "GET /config",
            {{"document"_L1,
              QJsonObject{
                  {"version"_L1, 1}, {"providers"_L1, documents}, {"routes"_L1, routeDocuments}}},
             {"revision"_L1, revision}});
    }
    void setStatus(const QJsonObject &more)
    {
        QJsonObject answer{
            {"state"_L1, u"running"_s},
            {"secrets"_L1,
             QJsonObject{{"label"_L1, u"GNOME Keyring"_s}, {"state"_L1, u"ready"_s}}}};
        for (auto it = more.begin(); it != more.end(); ++it)
            answer.insert(it.key(), it.value());
        engine->answer("GET /status", answer);
    }
    //! \a request makes the next revision and leads to \a providers.
    void expectChange(const QByteArray &request, const QList<QJsonObject> &providers,
                      const QStringList &routes = {})
    {
        engine->answer(request, {{"revision"_L1, ++revision}});
        setProviders(providers, routes);
    }
    void open()
    {
        configuration = std::make_unique<ConfigurationModel>(client);
        status = std::make_unique<StatusModel>(client);
        page = std::make_unique<ProvidersPage>(client, *configuration, *status, colours);
        page->resize(1200, 760);
        page->show();
        status->refresh();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTRY_VERIFY(page->isReady());
    }
    //! With the provider at \a row in the editor.
    void openEditor(int row = 0)
    {
        open();
        QTRY_VERIFY(configuration->isLoaded());
        clickRow(row);
        QTRY_VERIFY(editor()->isVisible());
    }
    //! The form for a new provider of a kind.
    void openNewOf(const QString &title)
    {
        open();
        click(u"providers.addButton"_s);
        QTRY_COMPARE(line(u"nameField"_s)->text(), u"Groq"_s);
        auto *kind = find<QComboBox>(u"providers.editor.kindCombo"_s);
        kind->setCurrentIndex(kind->findText(title));
        Q_EMIT kind->activated(kind->currentIndex());
        QTRY_COMPARE(line(u"nameField"_s)->text(), title);
    }
    void clickRow(int row) const
    {
        const QRect cell = table()->visualRect(table()->model()->index(row, 0));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell.center());
    }
    template <typename T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QLineEdit *line(const QString &name) const
    {
        return find<QLineEdit>(u"providers.editor.%1"_s.arg(name));
    }
    void click(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        QTRY_VERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    //! By the keyboard, wherever the field is scrolled to.
    void press(const QString &name, Qt::Key key) const
    {
        find<QWidget>(name)->setFocus();
        QTest::keyClick(find<QWidget>(name), key);
    }
    void tab(int index) const
    {
        find<QTabWidget>(u"providers.editor.tabs"_s)->setCurrentIndex(index);
    }
    void retype(const QString &name, const QString &text) const
    {
        line(name)->setFocus();
        line(name)->selectAll();
        QTest::keyClicks(line(name), text);
    }
    QString message() const { return find<QLabel>(u"providers.editor.messageLabel"_s)->text(); }
    TableView *table() const { return find<TableView>(u"providers.table"_s); }
    ProviderEditor *editor() const { return page->findChild<ProviderEditor *>(); }
    StatePanel::State state() const { return find<StatePanel>(u"providers.state"_s)->state(); }
    QString cell(const QString &id, const QString &key) const
    {
        const auto *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            for (int column = 0; column < model->columnCount(); ++column)
                if (model->index(row, column).data(CellRole::Id) == id
                    && model->headerData(column, Qt::Horizontal, CellRole::Id) == key)
                    return model->index(row, column).data().toString();
        return {};
    }
};

} // namespace

class tst_ProvidersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void showsProvidersWhenReady();
    void sortsByHeaderAndKeepsTheRow();
    void waitsInASkeleton();
    void saysWhyThereAreNone();
    void emptyOffersWhatWasFound();
    void keepsRowsWhenTheGatewayIsGone();
    void saysWhenTheConfigurationIsMissing();
    void addsAProviderByMouse();
    void addsAProviderByKeyboard();
    void savesARefusedKeyOnlyWhenTold();
    void recognisesAnotherProvidersKey();
    void asksAmazonForItsParts();
    void asksVertexForAProject();
    void offersEveryKind();
    void asksAzureForAVersion();
    void keepsHiddenColumnsHidden();
    void testsByLetter();
    void editsAndSaves();
    void pointsAtWrongFields();
    void showsTheGatewaysFindings();
    void asksBeforeLeaving();
    void keepsAnEditOverAPause();
    void pausesAndUndoes();
    void rotatesAKeyUnderANewName();
    void ordersAndDisablesKeys();
    void keepsAKeyElsewhereAfterAsking();
    void choosesModels();
    void showsWhatModelsCanDo();
    void copiesAProvider();
    void deletesByKeyAndUndoes();
    void replacesAUsedProvider();
    void startsAndStopsAnEngine();
    void keepsCommandsAsTheyAreWritten();
    void refusesAnOpenQuote();
    void saysWhatChecksCost();
    void asksOnceForPricesThatAreNotThere();
    void locksWhatAFileManages();
    void unlocksTheKeyStore();
    void opensAndClosesByKey();
    void namesEveryControl();
};

void tst_ProvidersPage::showsProvidersWhenReady()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Ready);
    QCOMPARE(bench.table()->model()->rowCount(), 2);
    QCOMPARE(bench.cell(u"openai"_s, u"health"_s), u"Healthy"_s);
    QCOMPARE(bench.cell(u"openai"_s, u"keys"_s), u"1 active"_s);
    QCOMPARE(bench.cell(u"openai"_s, u"usedBy"_s), u"1 route"_s);
    QCOMPARE(bench.cell(u"mistral"_s, u"usedBy"_s), u"No route"_s);
    const int asked = bench.engine->countOf("GET /providers");
    bench.engine->push(u"event"_s, {{"kind"_L1, u"provider"_s}});
    QCOMPARE(bench.engine->countOf("GET /providers"), asked + 1);
}

void tst_ProvidersPage::sortsByHeaderAndKeepsTheRow()
{
    Bench bench;
    bench.open();
    TableView *table = bench.table();
    const auto first = [table] {
        return table->model()->index(0, 0).data(CellRole::Id).toString();
    };
    const QString configured = first();
    const QHeaderView *header = table->horizontalHeader();
    const QPoint name(header->sectionViewportPosition(0) + 8, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(first(), u"mistral"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(first(), u"openai"_s);
    QCOMPARE(table->currentIndex().data(CellRole::Id).toString(), u"mistral"_s);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(first(), configured);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(bench.page->findChild<ProviderEditor *>()->provider(), u"mistral"_s);
}

void tst_ProvidersPage::waitsInASkeleton()
{
    Bench bench;
    bench.engine->holdAnswers();
    bench.configuration = std::make_unique<ConfigurationModel>(bench.client);
    bench.status = std::make_unique<StatusModel>(bench.client);
    bench.page = std::make_unique<ProvidersPage>(bench.client, *bench.configuration, *bench.status,
                                                 bench.colours);
    bench.page->show();
    QCOMPARE(bench.state(), StatePanel::State::Loading);
    QVERIFY(!bench.page->isReady());
    bench.engine->releaseAnswers();
    QTRY_COMPARE(bench.state(), StatePanel::State::Ready);
}

void tst_ProvidersPage::saysWhyThereAreNone()
{
    Bench bench;
    bench.engine->answer("GET /providers", {}, 500);
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Error);
    bench.setProviders({openai});
    bench.click(u"statePanel.retryButton"_s);
    QTRY_COMPARE(bench.state(), StatePanel::State::Ready);
}

void tst_ProvidersPage::emptyOffersWhatWasFound()
{
    Bench bench;
    bench.setProviders({});
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Empty);
    QTRY_COMPARE(bench.find<QAbstractButton>(u"providers.addFoundButton"_s)->text(),
                 u"Add Ollama"_s);
    bench.click(u"providers.addFoundButton"_s);
    QTRY_COMPARE(bench.line(u"addressField"_s)->text(), u"http://127.0.0.1:11434/v1"_s);
    QCOMPARE(bench.line(u"idField"_s)->text(), u"ollama"_s);
}

void tst_ProvidersPage::keepsRowsWhenTheGatewayIsGone()
{
    Bench bench;
    bench.open();
    bench.engine->setReachable(false);
    bench.page->refresh();
    QTRY_COMPARE(bench.state(), StatePanel::State::Stale);
    QCOMPARE(bench.table()->model()->rowCount(), 2);
}

void tst_ProvidersPage::saysWhenTheConfigurationIsMissing()
{
    Bench bench;
    bench.engine->answer("GET /config", {}, 500);
    bench.open();
    QTRY_COMPARE(bench.state(), StatePanel::State::Partial);
}

void tst_ProvidersPage::addsAProviderByMouse()
{
    Bench bench;
    bench.open();
    bench.click(u"providers.addButton"_s);
    QTRY_COMPARE(bench.line(u"nameField"_s)->text(), u"Groq"_s);
    QGuiApplication::clipboard()->setText(u" \"gsk_secret\"\n"_s);
    bench.click(u"providers.editor.newKey.pasteButton"_s);
    bench.engine->answer("PUT /secrets/groq-main", {{"ref"_L1, u"keychain:groq-main"_s}});
    QJsonObject groq = configured(u"groq"_s, u"Groq"_s);
    bench.expectChange("POST /providers", {openai, mistral, groq});
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.editor()->provider(), u"groq"_s);
    QCOMPARE(bench.engine->lastOf("POST /providers/test").body.value("secret"_L1).toString(),
             u"gsk_secret"_s);
    QCOMPARE(bench.engine->lastOf("PUT /secrets/groq-main").body.value("value"_L1).toString(),
             u"gsk_secret"_s);
    const QJsonObject saved = bench.engine->lastOf("POST /providers").body;
    QCOMPARE(saved.value("keys"_L1)[0]["secret"_L1].toString(), u"keychain:groq-main"_s);
    QVERIFY(!saved.contains("kind"_L1));
    QTRY_COMPARE(bench.table()->model()->rowCount(), 3);
    QTRY_COMPARE(bench.table()->currentIndex().data(CellRole::Id).toString(), u"groq"_s);
    QVERIFY(!bench.editor()->isNew());
}

void tst_ProvidersPage::addsAProviderByKeyboard()
{
    Bench bench;
    bench.open();
    bench.table()->setFocus();
    QTest::keyClick(bench.table(), Qt::Key_N);
    QTRY_COMPARE(bench.line(u"nameField"_s)->text(), u"Groq"_s);
    auto *kind = bench.find<QComboBox>(u"providers.editor.kindCombo"_s);
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_A); // finds a kind, no shortcut of the page
    QCOMPARE(kind->currentText(), u"Anthropic"_s);
    QTest::keyClick(kind, Qt::Key_T);
    QCOMPARE(bench.engine->countOf("POST /providers/test"), 0);
    QTest::keyClick(kind, Qt::Key_End);
    QCOMPARE(kind->currentText(), u"Other OpenAI-compatible address"_s);
    bench.retype(u"nameField"_s, u"Office"_s);
    bench.retype(u"idField"_s, u"office"_s);
    bench.retype(u"addressField"_s, u"http://10.0.0.5:8000/v1"_s);
    bench.expectChange("POST /providers", {openai, mistral, configured(u"office"_s, u"Office"_s)});
    QTest::keyClick(bench.line(u"addressField"_s), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(bench.editor()->provider(), u"office"_s);
    QVERIFY(bench.engine->lastOf("POST /providers/test").body.contains("provider"_L1));
    const QJsonObject saved = bench.engine->lastOf("POST /providers").body;
    QCOMPARE(saved.value("base_url"_L1).toString(), u"http://10.0.0.5:8000/v1"_s);
    QVERIFY(!saved.contains("keys"_L1));
}

void tst_ProvidersPage::savesARefusedKeyOnlyWhenTold()
{
    Bench bench;
    bench.engine->answer("POST /providers/test", testResult(false));
    bench.open();
    bench.click(u"providers.addButton"_s);
    QTRY_COMPARE(bench.line(u"nameField"_s)->text(), u"Groq"_s);
    bench.retype(u"newKey.secretField"_s, u"gsk_wrong"_s);
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.message(), u"The test failed, so nothing was saved."_s);
    QCOMPARE(bench.engine->countOf("PUT /secrets/groq-main"), 0);
    QCOMPARE(bench.engine->countOf("POST /providers"), 0);
    bench.engine->answer("PUT /secrets/groq-main", {{"ref"_L1, u"keychain:groq-main"_s}});
    bench.expectChange("POST /providers", {openai, mistral, configured(u"groq"_s, u"Groq"_s)});
    bench.click(u"providers.editor.saveAnywayButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /providers"), 1);
}

void tst_ProvidersPage::recognisesAnotherProvidersKey()
{
    Bench bench;
    bench.open();
    bench.click(u"providers.addButton"_s);
    QTRY_COMPARE(bench.line(u"nameField"_s)->text(), u"Groq"_s);
    bench.retype(u"newKey.secretField"_s, u"sk-ant-123"_s);
    bench.click(u"providers.editor.switchKindButton"_s);
    QCOMPARE(bench.line(u"nameField"_s)->text(), u"Anthropic"_s);
    QCOMPARE(bench.line(u"newKey.secretField"_s)->text(), u"sk-ant-123"_s);
    QVERIFY(bench.line(u"apiVersionField"_s)->isVisible());
}

void tst_ProvidersPage::offersEveryKind()
{
    Bench bench;
    bench.openNewOf(u"Azure OpenAI"_s);
    const auto *kind = bench.find<QComboBox>(u"providers.editor.kindCombo"_s);
    for (const Api::DialectInfo &info : Api::dialects())
        QVERIFY2(kind->findText(info.title) >= 0 || info.name == "ollama"_L1, info.name.data());
    const auto *dialects = bench.find<QComboBox>(u"providers.editor.dialectCombo"_s);
    QCOMPARE(dialects->count(), int(Api::dialects().size()));
}

void tst_ProvidersPage::asksAzureForAVersion()
{
    Bench bench;
    bench.openNewOf(u"Azure OpenAI"_s);
    QVERIFY(!bench.line(u"apiVersionField"_s)->isVisible());
    auto *api = bench.find<QComboBox>(u"providers.editor.apiCombo"_s);
    QVERIFY(api->isVisible());
    api->setFocus();
    QTest::keyClick(api, Qt::Key_Down);
    QVERIFY(bench.line(u"apiVersionField"_s)->isVisible());
    bench.retype(u"addressField"_s, u"https://house.openai.azure.com"_s);
    bench.retype(u"newKey.secretField"_s, u"azure-key"_s);
    bench.click(u"providers.editor.saveButton"_s);
    QCOMPARE(bench.engine->countOf("POST /providers/test"), 0); // without a version
    bench.retype(u"apiVersionField"_s, u"2024-10-21"_s);
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /providers/test"), 1);
    const QJsonValue sent = bench.engine->lastOf("POST /providers/test").body.value("provider"_L1);
    QCOMPARE(sent["dialect"_L1].toString(), u"azure-openai"_s);
    QCOMPARE(sent["api"_L1].toString(), u"deployments"_s);
    QCOMPARE(sent["api_version"_L1].toString(), u"2024-10-21"_s);
}

void tst_ProvidersPage::asksAmazonForItsParts()
{
    Bench bench;
    bench.openNewOf(u"Amazon Bedrock"_s);
    bench.retype(u"awsRegionField"_s, u"eu-central-1"_s);
    bench.retype(u"newKey.secretField"_s, u"aws-secret"_s);
    bench.retype(u"newAccessKeyField"_s, u"AKIA123"_s);
    bench.retype(u"newSessionTokenField"_s, u"env:AWS_SESSION_TOKEN"_s);
    QCOMPARE(bench.line(u"addressField"_s)->placeholderText(),
             u"https://bedrock-runtime.eu-central-1.amazonaws.com"_s);
    bench.engine->answer("PUT /secrets/bedrock-access-key",
                         {{"ref"_L1, u"keychain:bedrock-access-key"_s}});
    bench.engine->answer("PUT /secrets/bedrock-main", {{"ref"_L1, u"keychain:bedrock-main"_s}});
    bench.expectChange("POST /providers", {openai, mistral});
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /providers"), 1);
    const QJsonObject saved = bench.engine->lastOf("POST /providers").body;
    QCOMPARE(saved.value("aws_region"_L1).toString(), u"eu-central-1"_s);
    const QJsonValue key = saved.value("keys"_L1)[0];
    QCOMPARE(key["secret"_L1].toString(), u"keychain:bedrock-main"_s);
    QCOMPARE(key["access_key"_L1].toString(), u"keychain:bedrock-access-key"_s);
    QCOMPARE(key["session_token"_L1].toString(), u"env:AWS_SESSION_TOKEN"_s);
}

void tst_ProvidersPage::asksVertexForAProject()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("{\n \"client_email\": \"house@example.com\",\n \"private_key\": \"pem\"\n}\n");
    file.close();
    Bench bench;
    bench.openNewOf(u"Google Vertex AI"_s);
    auto *choose = bench.find<ServiceAccountButton>(u"providers.editor.accountFileButton"_s);
    QVERIFY(choose->isVisible());
    choose->take(file.fileName());
    QCOMPARE(bench.line(u"newKey.secretField"_s)->echoMode(), QLineEdit::Password);
    bench.retype(u"projectField"_s, u"house"_s);
    bench.retype(u"locationField"_s, u"europe-west4"_s);
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /providers/test"), 1);
    const QJsonObject sent = bench.engine->lastOf("POST /providers/test").body;
    QVERIFY(sent.value("secret"_L1).toString().contains(u"house@example.com"_s));
    QCOMPARE(sent.value("provider"_L1)["project"_L1].toString(), u"house"_s);
}

void tst_ProvidersPage::keepsHiddenColumnsHidden()
{
    Bench bench;
    bench.open();
    const auto column = [&bench](QLatin1StringView key) {
        const auto *model = bench.table()->model();
        for (int i = 0; i < model->columnCount(); ++i)
            if (model->headerData(i, Qt::Horizontal, CellRole::Id) == key)
                return i;
        return -1;
    };
    QVERIFY(column("health"_L1) > 0);
    QVERIFY(!bench.table()->isColumnHidden(column("health"_L1)));
    QMenu *menu = bench.table()->makeColumnsMenu(bench.page.get());
    Q_EMIT menu->aboutToShow();
    menu->findChild<QAction *>(u"action.showColumn.health"_s)->trigger();
    QVERIFY(bench.table()->isColumnHidden(column("health"_L1)));
    bench.page->resize(1100, 700);
    QCoreApplication::sendPostedEvents();
    bench.page->resize(1300, 700);
    QVERIFY(bench.table()->isColumnHidden(column("health"_L1)));
}

void tst_ProvidersPage::testsByLetter()
{
    Bench bench;
    bench.open();
    QTRY_VERIFY(bench.configuration->isLoaded());
    bench.table()->setFocus();
    bench.table()->setCurrentIndex(bench.table()->model()->index(0, 0));
    QTest::keyClick(bench.table(), Qt::Key_T);
    QTRY_COMPARE(bench.find<QLabel>(u"providers.editor.testLabel"_s)->text(),
                 u"The provider answers."_s);
    QCOMPARE(bench.engine->countOf("POST /providers/openai/test"), 1);
    QTRY_VERIFY(bench.find<QWidget>(u"providers.editor.testResults.key"_s)->isVisible());
}

void tst_ProvidersPage::editsAndSaves()
{
    Bench bench;
    bench.openEditor();
    QVERIFY(!bench.find<QAbstractButton>(u"providers.editor.discardButton"_s)->isEnabled());
    bench.retype(u"nameField"_s, u"OpenAI Europe"_s);
    bench.tab(3);
    auto *most = bench.find<QSpinBox>(u"providers.editor.maxInFlightSpin"_s);
    most->setFocus();
    most->selectAll();
    QTest::keyClicks(most, u"64"_s);
    bench.retype(u"regionField"_s, u"eu, de"_s);
    QCOMPARE(bench.message(), u"Unsaved changes"_s);
    QJsonObject changed = openai;
    changed.insert("name"_L1, u"OpenAI Europe"_s);
    changed.insert("region"_L1, QJsonArray{u"eu"_s, u"de"_s});
    changed.insert("max_in_flight"_L1, 64);
    bench.expectChange("PUT /providers/openai", {changed, mistral});
    QSignalSpy saved(bench.configuration.get(), &ConfigurationModel::saved);
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.constFirst().constFirst().toString(), u"Saved OpenAI Europe"_s);
    const auto request = bench.engine->lastOf("PUT /providers/openai");
    QCOMPARE(request.ifMatch, 7);
    QCOMPARE(request.body, changed);
    QTRY_COMPARE(bench.cell(u"openai"_s, u"provider"_s), u"OpenAI Europe"_s);
    QVERIFY(!bench.editor()->hasUnsavedChanges());
    QCOMPARE(bench.engine->countOf("POST /providers/test"), 0);
}

void tst_ProvidersPage::pointsAtWrongFields()
{
    Bench bench;
    bench.openEditor();
    bench.retype(u"addressField"_s, u"api.openai.com"_s);
    QTest::keyClick(bench.line(u"addressField"_s), Qt::Key_Tab);
    QVERIFY(bench.find<QLabel>(u"providers.editor.addressField.message"_s)->isVisible());
    bench.tab(3);
    bench.click(u"providers.editor.saveButton"_s);
    QCOMPARE(bench.find<QTabWidget>(u"providers.editor.tabs"_s)->currentIndex(), 0);
    QVERIFY(bench.line(u"addressField"_s)->hasFocus());
    QCOMPARE(bench.message(), u"Look at the marked fields."_s);
    QCOMPARE(bench.engine->countOf("PUT /providers/openai"), 0);
    bench.click(u"providers.editor.discardButton"_s);
    QCOMPARE(bench.line(u"addressField"_s)->text(), u"https://api.openai.com/v1"_s);
    QVERIFY(!bench.find<QLabel>(u"providers.editor.addressField.message"_s)->isVisible());
}

void tst_ProvidersPage::showsTheGatewaysFindings()
{
    Bench bench;
    bench.openEditor();
    const QJsonObject finding{{"path"_L1, u"ca_file"_s},
                              {"message"_L1, u"there is no such file"_s}};
    bench.engine->answer("PUT /providers/openai",
                         {{"error"_L1,
                           QJsonObject{{"code"_L1, u"invalid_argument"_s},
                                       {"message"_L1, u"no"_s},
                                       {"findings"_L1, QJsonArray{finding}}}}},
                         422);
    bench.retype(u"caFileField"_s, u"/nowhere.pem"_s);
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.find<QLabel>(u"providers.editor.caFileField.message"_s)->text(),
                 u"there is no such file"_s);
    QVERIFY(bench.editor()->hasUnsavedChanges());
}

void tst_ProvidersPage::asksBeforeLeaving()
{
    Bench bench;
    bench.openEditor();
    bench.retype(u"nameField"_s, u"Changed"_s);
    QTest::keyClick(bench.line(u"nameField"_s), Qt::Key_Escape);
    QTRY_VERIFY(bench.find<QWidget>(u"providers.leaveDialog"_s));
    bench.click(u"providers.leaveDialog.stayButton"_s);
    QTRY_VERIFY(!bench.find<QWidget>(u"providers.leaveDialog"_s));
    QVERIFY(bench.editor()->isVisible());
    bench.clickRow(1);
    QTRY_VERIFY(bench.find<QWidget>(u"providers.leaveDialog"_s));
    bench.click(u"providers.leaveDialog.discardButton"_s);
    QTRY_COMPARE(bench.editor()->provider(), u"mistral"_s);
    QCOMPARE(bench.engine->countOf("PUT /providers/openai"), 0);
}

void tst_ProvidersPage::keepsAnEditOverAPause()
{
    Bench bench;
    bench.openEditor();
    bench.retype(u"nameField"_s, u"Changed"_s);
    QJsonObject paused = openai;
    paused.insert("paused"_L1, true);
    bench.expectChange("POST /providers/openai/pause", {paused, mistral});
    bench.click(u"providers.editor.pauseButton"_s);
    auto *pause = bench.find<QAbstractButton>(u"providers.editor.pauseButton"_s);
    QTRY_COMPARE(pause->text(), u"Resume"_s);
    QCOMPARE(bench.line(u"nameField"_s)->text(), u"Changed"_s);
    bench.expectChange("PUT /providers/openai", {paused, mistral});
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /providers/openai"), 1);
    QCOMPARE(bench.engine->lastOf("PUT /providers/openai").body.value("paused"_L1),
             QJsonValue(true));
}

void tst_ProvidersPage::pausesAndUndoes()
{
    Bench bench;
    bench.openEditor();
    QJsonObject paused = openai;
    paused.insert("paused"_L1, true);
    bench.expectChange("POST /providers/openai/pause", {paused, mistral});
    bench.click(u"providers.editor.pauseButton"_s);
    auto *pause = bench.find<QAbstractButton>(u"providers.editor.pauseButton"_s);
    QTRY_COMPARE(pause->text(), u"Resume"_s);
    bench.page->refresh();
    QTRY_COMPARE(bench.cell(u"openai"_s, u"health"_s), u"Paused"_s);
    QTRY_COMPARE(bench.find<Pill>(u"providers.editor.healthPill"_s)->text(), u"Paused"_s);
    bench.expectChange("POST /revisions/7/restore", {openai, mistral});
    bench.configuration->undo();
    QTRY_COMPARE(pause->text(), u"Pause"_s);
}

void tst_ProvidersPage::rotatesAKeyUnderANewName()
{
    Bench bench;
    bench.openEditor();
    bench.tab(1);
    bench.click(u"providers.editor.rotateKeyButton"_s);
    QTest::keyClicks(bench.line(u"key.secretField"_s), u"sk-new"_s);
    QTest::keyClick(bench.line(u"key.secretField"_s), Qt::Key_Return);
    bench.engine->answer("PUT /secrets/openai-main-2", {{"ref"_L1, u"keychain:openai-main-2"_s}});
    bench.expectChange("PUT /providers/openai", {openai, mistral});
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /providers/openai"), 1);
    QCOMPARE(bench.engine->lastOf("POST /providers/test").body.value("secret"_L1).toString(),
             u"sk-new"_s);
    const QJsonValue keys = bench.engine->lastOf("PUT /providers/openai").body.value("keys"_L1);
    QCOMPARE(keys.toArray().size(), 1);
    QCOMPARE(keys[0]["secret"_L1].toString(), u"keychain:openai-main-2"_s);
}

void tst_ProvidersPage::ordersAndDisablesKeys()
{
    Bench bench;
    bench.openEditor();
    bench.tab(1);
    bench.click(u"providers.editor.addKeyButton"_s);
    bench.retype(u"key.secretField"_s, u"env:OPENAI_API_KEY"_s);
    bench.click(u"providers.editor.takeKeyButton"_s);
    auto *keys = bench.find<TableView>(u"providers.editor.keysList"_s);
    QCOMPARE(keys->model()->rowCount(), 2);
    bench.retype(u"keyLabelField"_s, u"Backup"_s);
    bench.click(u"providers.editor.keyUpButton"_s);
    QCOMPARE(keys->model()->index(0, 0).data().toString(), u"Backup"_s);
    bench.click(u"providers.editor.disableKeyButton"_s);
    QCOMPARE(keys->model()->index(0, 4).data().toString(), u"Disabled"_s);
    bench.expectChange("PUT /providers/openai", {openai, mistral});
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /providers/openai"), 1);
    const QJsonValue saved = bench.engine->lastOf("PUT /providers/openai").body.value("keys"_L1);
    QCOMPARE(saved[0]["secret"_L1].toString(), u"env:OPENAI_API_KEY"_s);
    QCOMPARE(saved[0]["disabled"_L1], QJsonValue(true));
    QCOMPARE(saved[0]["label"_L1].toString(), u"Backup"_s);
    QCOMPARE(saved[1]["secret"_L1].toString(), u"keychain:openai-main"_s);
    QCOMPARE(bench.engine->countOf("POST /providers/test"), 0);
}

void tst_ProvidersPage::keepsAKeyElsewhereAfterAsking()
{
    Bench bench;
    bench.engine->answer("POST /secrets/keychain%3Aopenai-main/move",
                         {{"ref"_L1, u"vault:openai-main"_s}});
    bench.openEditor();
    bench.tab(1);
    bench.click(u"providers.editor.moveKeyButton"_s);
    QTRY_VERIFY(bench.find<QAbstractButton>(u"providers.moveKeyDialog.moveButton"_s));
    bench.click(u"providers.moveKeyDialog.moveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /secrets/keychain%3Aopenai-main/move"), 1);
    const FakeAdminTransport::Request sent =
        bench.engine->lastOf("POST /secrets/keychain%3Aopenai-main/move");
    QCOMPARE(sent.body, (QJsonObject{{"to"_L1, u"vault"_s}}));
}

void tst_ProvidersPage::choosesModels()
{
    Bench bench;
    bench.openEditor();
    bench.tab(2);
    auto *models = bench.find<TableView>(u"providers.editor.modelsTable"_s);
    QTRY_COMPARE(models->model()->rowCount(), 2);
    bench.engine->answer("POST /providers/openai/models",
                         {{"models"_L1, QJsonArray{u"gpt-4o"_s, u"gpt-4o-mini"_s, u"o4-mini"_s}}});
    bench.click(u"providers.editor.syncButton"_s);
    QTRY_COMPARE(models->model()->rowCount(), 3);
    bench.click(u"providers.editor.allModelsCheck"_s);
    models->setFocus();
    models->setCurrentIndex(models->model()->index(1, 0));
    QTest::keyClick(models, Qt::Key_Space);
    bench.retype(u"modelField"_s, u"house-model"_s);
    QTest::keyClick(bench.line(u"modelField"_s), Qt::Key_Return);
    bench.expectChange("PUT /providers/openai", {openai, mistral});
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /providers/openai"), 1);
    QCOMPARE(bench.engine->lastOf("PUT /providers/openai").body.value("models"_L1).toArray(),
             (QJsonArray{u"gpt-4o"_s, u"house-model"_s, u"o4-mini"_s}));
}

void tst_ProvidersPage::showsWhatModelsCanDo()
{
    Bench bench;
    bench.openEditor();
    bench.tab(2);
    auto *matrix = bench.find<TableView>(u"providers.editor.capabilityMatrix"_s);
    QTRY_COMPARE(matrix->model()->rowCount(), 1);
    const auto *model = matrix->model();
    QCOMPARE(model->index(0, 1).data().toString(), u"Tested"_s);
    QVERIFY(model->index(0, 4).data(Qt::ToolTipRole).toString().contains(u"no tool was called"_s));
    QCOMPARE(model->index(0, 6).data(Qt::AccessibleTextRole).toString(), u"Images: Not tested"_s);
}

void tst_ProvidersPage::copiesAProvider()
{
    Bench bench;
    bench.openEditor();
    bench.click(u"providers.editor.duplicateButton"_s);
    QVERIFY(bench.editor()->isNew());
    QCOMPARE(bench.line(u"idField"_s)->text(), u"openai-2"_s);
    bench.expectChange("POST /providers", {openai, mistral, configured(u"openai-2"_s, u"Copy"_s)});
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /providers"), 1);
    const QJsonObject saved = bench.engine->lastOf("POST /providers").body;
    QCOMPARE(saved.value("name"_L1).toString(), u"Copy of OpenAI"_s);
    QCOMPARE(saved.value("keys"_L1)[0]["secret"_L1].toString(), u"keychain:openai-main"_s);
}

void tst_ProvidersPage::deletesByKeyAndUndoes()
{
    Bench bench;
    bench.openEditor(1);
    bench.expectChange("DELETE /providers/mistral", {openai});
    bench.table()->setFocus();
    QTest::keyClick(bench.table(), Qt::Key_Delete);
    QTRY_VERIFY(bench.editor()->isHidden());
    QTRY_COMPARE(bench.table()->model()->rowCount(), 1);
    QCOMPARE(bench.table()->currentIndex().row(), 0);
    QVERIFY(bench.table()->hasFocus());
    bench.expectChange("POST /revisions/7/restore", {openai, mistral});
    QSignalSpy undone(bench.configuration.get(), &ConfigurationModel::undone);
    bench.configuration->undo();
    QVERIFY(undone.wait());
    QCOMPARE(undone.constFirst().constFirst().toString(), u"Deleted Mistral"_s);
    bench.page->refresh();
    QTRY_COMPARE(bench.table()->model()->rowCount(), 2);
    QCOMPARE(bench.engine->countOf("DELETE /secrets/mistral-main"), 0);
}

void tst_ProvidersPage::replacesAUsedProvider()
{
    Bench bench;
    bench.openEditor();
    bench.click(u"providers.editor.deleteButton"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"providers.deleteDialog"_s));
    QVERIFY(
        bench.find<QLabel>(u"providers.deleteDialog.routesLabel"_s)->text().contains(u"fast"_s));
    QCOMPARE(bench.engine->countOf("DELETE /providers/openai"), 0);
    bench.expectChange("PUT /config", {mistral});
    bench.click(u"providers.deleteDialog.replaceButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /config"), 1);
    const QJsonValue document = bench.engine->lastOf("PUT /config").body.value("document"_L1);
    QCOMPARE(document["providers"_L1].toArray().size(), 1);
    QCOMPARE(document["routes"_L1][0]["targets"_L1][0]["provider"_L1].toString(), u"mistral"_s);
    QTRY_VERIFY(bench.editor()->isHidden());
}

void tst_ProvidersPage::startsAndStopsAnEngine()
{
    Bench bench;
    bench.openEditor();
    bench.tab(3);
    auto *wake = bench.find<QPlainTextEdit>(u"providers.editor.wakeField"_s);
    QVERIFY(!wake->isVisible());
    bench.press(u"providers.editor.selfHostedCheck"_s, Qt::Key_Space);
    QVERIFY(wake->isVisible());
    wake->setFocus();
    QTest::keyClicks(wake, u"docker start 'my engine'"_s);
    QTest::keyClick(wake, Qt::Key_Tab);
    auto *sleep = bench.find<QPlainTextEdit>(u"providers.editor.sleepField"_s);
    QVERIFY(sleep->hasFocus());
    QTest::keyClicks(sleep, u"/opt/my tools/stop"_s);
    QTest::keyClick(sleep, Qt::Key_Return);
    QTest::keyClicks(sleep, u"--now"_s);
    QTest::keyClick(sleep, Qt::Key_Tab);
    auto *idle = bench.find<QAbstractSpinBox>(u"providers.editor.idleTimeSpin"_s);
    QVERIFY(idle->hasFocus());
    idle->selectAll();
    QTest::keyClicks(idle, u"900"_s);
    QJsonObject changed = openai;
    changed.insert("self_hosted"_L1, true);
    changed.insert("power"_L1,
                   QJsonObject{{"wake"_L1, QJsonArray{u"docker"_s, u"start"_s, u"my engine"_s}},
                               {"sleep"_L1, QJsonArray{u"/opt/my tools/stop"_s, u"--now"_s}},
                               {"idle_time"_L1, u"15m"_s}});
    bench.expectChange("PUT /providers/openai", {changed, mistral});
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /providers/openai"), 1);
    QCOMPARE(bench.engine->lastOf("PUT /providers/openai").body, changed);
}

void tst_ProvidersPage::keepsCommandsAsTheyAreWritten()
{
    QJsonObject own = openai;
    own.insert("self_hosted"_L1, true);
    own.insert(
        "power"_L1,
        QJsonObject{{"wake"_L1, QJsonArray{u"sh"_s, u"-c"_s, u"a \"b\" 'c'\nd\\e "_s, u"-"_s}},
                    {"idle_time"_L1, u"90s"_s},
                    {"sleep"_L1, QJsonArray{u"/opt/my stop"_s}}});
    own.insert("probe"_L1,
               QJsonObject{{"mode"_L1, u"token"_s},
                           {"model"_L1, u"gpt-4o"_s},
                           {"interval"_L1, u"5m"_s},
                           {"daily_limit_usd"_L1, 0.25}});
    own.insert("breaker"_L1, QJsonObject{{"failures"_L1, 3}, {"failure_share"_L1, u"12.25%"_s}});
    own.insert("retry_budget"_L1, 15);
    Bench bench;
    bench.setProviders({own, mistral});
    bench.openEditor();
    QVERIFY(!bench.editor()->hasUnsavedChanges());
    bench.retype(u"nameField"_s, u"Ours"_s);
    QJsonObject changed = own;
    changed.insert("name"_L1, u"Ours"_s);
    bench.expectChange("PUT /providers/openai", {changed, mistral});
    bench.click(u"providers.editor.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /providers/openai"), 1);
    QJsonObject sent = bench.engine->lastOf("PUT /providers/openai").body;
    for (const QString &key : {u"power"_s, u"probe"_s, u"breaker"_s, u"retry_budget"_s, u"name"_s})
        QCOMPARE(sent.value(key), changed.value(key));
}

void tst_ProvidersPage::refusesAnOpenQuote()
{
    Bench bench;
    bench.openEditor();
    bench.tab(3);
    bench.press(u"providers.editor.selfHostedCheck"_s, Qt::Key_Space);
    auto *wake = bench.find<QPlainTextEdit>(u"providers.editor.wakeField"_s);
    wake->setFocus();
    QTest::keyClicks(wake, u"start \"my engine"_s);
    bench.tab(0);
    bench.click(u"providers.editor.saveButton"_s);
    QCOMPARE(bench.find<QTabWidget>(u"providers.editor.tabs"_s)->currentIndex(), 3);
    QVERIFY(wake->hasFocus());
    QCOMPARE(bench.find<QLabel>(u"providers.editor.wakeField.message"_s)->text(),
             u"The quote \" is not closed."_s);
    QCOMPARE(bench.engine->countOf("PUT /providers/openai"), 0);
    QTest::keyClicks(wake, u"\""_s);
    QTest::keyClick(wake, Qt::Key_Tab);
    QVERIFY(!bench.find<QLabel>(u"providers.editor.wakeField.message"_s)->isVisible());
}

void tst_ProvidersPage::saysWhatChecksCost()
{
    Bench bench;
    const QJsonObject price{{"provider"_L1, u"openai"_s},
                            {"model"_L1, u"gpt-4o"_s},
                            {"input_nano_per_mtok"_L1, 2.5e9},
                            {"output_nano_per_mtok"_L1, 1e10},
                            {"multiplier"_L1, 0.5}};
    bench.engine->answer("GET /prices", {{"items"_L1, QJsonArray{price}}});
    bench.openEditor();
    bench.tab(4);
    auto *cost = bench.find<QLabel>(u"providers.editor.probeCostLabel"_s);
    QCOMPARE(cost->text(), u"Up to 2,880 checks a day. They cost nothing."_s);
    auto *mode = bench.find<QComboBox>(u"providers.editor.probeCombo"_s);
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Down);
    QTRY_VERIFY(bench.line(u"probeModelField"_s)->isVisible());
    bench.retype(u"probeModelField"_s, u"gpt-4o"_s);
    // 10 tokens of $2.50 and one of $10 a million, half price: 17.5 nano-dollars and a thousand.
    QTRY_COMPARE(cost->text(), u"Up to 2,880 checks a day, $0.0504 in all."_s);
    QTest::keyClick(mode, Qt::Key_Home);
    QVERIFY(!bench.line(u"probeModelField"_s)->isVisible());
    QVERIFY(!bench.find<QWidget>(u"providers.editor.probeIntervalSpin"_s)->isEnabled());
}

void tst_ProvidersPage::asksOnceForPricesThatAreNotThere()
{
    Bench bench;
    bench.engine->answer("GET /prices", {{"items"_L1, QJsonArray{}}});
    bench.openEditor();
    bench.tab(4);
    auto *mode = bench.find<QComboBox>(u"providers.editor.probeCombo"_s);
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Down);
    auto *cost = bench.find<QLabel>(u"providers.editor.probeCostLabel"_s);
    QTRY_VERIFY(cost->text().endsWith(u"its model has no price."_s));
    QTRY_COMPARE(bench.engine->countOf("GET /prices"), 1);
    QTest::qWait(0); // whatever the answer set going
    QCoreApplication::processEvents();
    QCOMPARE(bench.engine->countOf("GET /prices"), 1);
}

void tst_ProvidersPage::locksWhatAFileManages()
{
    Bench bench;
    bench.setStatus({{"managed_by"_L1, u"/etc/gatehouse/gatehouse.yaml"_s}});
    bench.openEditor();
    QTRY_VERIFY(bench.line(u"nameField"_s)->isReadOnly());
    QVERIFY(!bench.find<QAbstractButton>(u"providers.editor.saveButton"_s)->isEnabled());
    QVERIFY(!bench.find<QAbstractButton>(u"providers.editor.pauseButton"_s)->isEnabled());
    QVERIFY(!bench.find<QAbstractButton>(u"providers.editor.addKeyButton"_s)->isEnabled());
    QCOMPARE(bench.message(), u"Set by gatehouse.yaml. Change it there."_s);
    QVERIFY(bench.find<QAbstractButton>(u"providers.editor.testButton"_s)->isEnabled());
}

void tst_ProvidersPage::unlocksTheKeyStore()
{
    Bench bench;
    bench.engine->answer(
        "GET /providers",
        {{"items"_L1, QJsonArray{told(openai, {}, u"locked"_s), told(mistral, {}, u"locked"_s)}}});
    bench.open();
    auto *banner = bench.find<Banner>(u"providers.lockedBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(u"Unlock the key store to use 2 keys."_s));
    bench.engine->answer("POST /secrets/unlock", {});
    bench.setProviders({openai, mistral});
    QTest::mouseClick(banner->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(!banner->isVisible());
    QCOMPARE(bench.engine->countOf("POST /secrets/unlock"), 1);
}

void tst_ProvidersPage::opensAndClosesByKey()
{
    Bench bench;
    bench.open();
    QTRY_VERIFY(bench.configuration->isLoaded());
    bench.table()->setFocus();
    bench.table()->setCurrentIndex(bench.table()->model()->index(1, 0));
    QTest::keyClick(bench.table(), Qt::Key_Return);
    QTRY_COMPARE(bench.editor()->provider(), u"mistral"_s);
    QVERIFY(bench.editor()->isVisible());
    QTest::keyClick(bench.table(), Qt::Key_Escape);
    QTRY_VERIFY(bench.editor()->isHidden());
    QVERIFY(bench.table()->hasFocus());
    bench.page->openProvider(u"openai"_s);
    QTRY_COMPARE(bench.editor()->provider(), u"openai"_s);
}

void tst_ProvidersPage::namesEveryControl()
{
    Bench bench;
    bench.openEditor();
    QStringList names;
    for (const QWidget *widget : bench.page->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractSpinBox *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget)
            || qobject_cast<const TableView *>(widget);
        const bool isNoAction =
            widget->isHidden() && widget->objectName() == "banner.actionButton"_L1;
        if (!isControl || isNoAction || widget->objectName().startsWith("qt_"_L1)
            || widget->objectName() == "ScrollLeftButton"_L1
            || widget->objectName() == "ScrollRightButton"_L1
            || qobject_cast<const QAbstractItemView *>(widget->parentWidget()))
            continue;
        QVERIFY2(widget->objectName().contains(u'.'), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        if (!widget->objectName().startsWith("banner."_L1)) // one for each banner
            names.append(widget->objectName());
    }
    QVERIFY(names.size() > 40);
    QCOMPARE(names.removeDuplicates(), 0);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_ProvidersPage)
#include "tst_providerspage.moc"
