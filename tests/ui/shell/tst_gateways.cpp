// SPDX-License-Identifier: GPL-3.0-or-later
//! Other gateways than the built-in one: the list, the dialog for a new one, where tokens go.
#include "tests/support/fakeadmintransport.h"
#include "tests/support/sampleoverview.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/gatewayswitch.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/tableview.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct FakeTokens : TokenStore {
    QHash<QString, QString> kept;

    void read(const QString &gateway, QObject *context,
              std::function<void(const QString &)> answer) override
    {
        QMetaObject::invokeMethod(
            context, [answer, token = kept.value(gateway)] { answer(token); },
            Qt::QueuedConnection);
    }
    void write(const QString &gateway, const QString &token) override
    {
        kept.insert(gateway, token);
    }
    void remove(const QString &gateway) override { kept.remove(gateway); }
};

QJsonObject refusal(const QString &code, const QString &fingerprint = {})
{
    QJsonObject error{{u"code"_s, code}, {u"message"_s, u"no"_s}};
    if (!fingerprint.isEmpty())
        error.insert(u"fingerprint"_s, fingerprint);
    return {{u"error"_s, error}};
}

} // namespace

class GatewaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void connectsToANewGateway();
    void opensTheListFromSettings();
    void refusesABadAddress();
    void tellsAWrongToken();
    void trustsACertificateAfterComparing();
    void switchesByKeyAndBack();
    void asksAgainForALostToken();
    void removesWithItsToken();
    void showsTheNameInSidebarAndTitle();
    void asksBeforeProductionIsStopped();
    void asksBeforeProductionIsChanged();
    void asksBeforeProductionIsTakenBack();
    void pairsByCode();
    void tellsAUsedCode();
    void showsTheColourInTheSidebar();
    void tellsWhoTheGatewaysAre();
    void tellsHowTheOthersAre_data();
    void tellsHowTheOthersAre();
    void notesWhatTheOthersAnswer();
    void remembersWithoutTokens();

private:
    template <typename T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    void type(const QString &field, const QString &text) const
    {
        auto *line = find<QLineEdit>(u"gateways.addDialog.%1"_s.arg(field));
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void click(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString message(const QString &field) const
    {
        return find<FormField>(u"gateways.addDialog.%1.row"_s.arg(field))->message();
    }
    void openAdd(const QString &address) const
    {
        m_switch->openAdd(m_window.get());
        type(u"addressField"_s, address);
        type(u"tokenField"_s, u"gha-secret"_s);
    }
    GatewayEntry addOffice() const
    {
        GatewayEntry office{
            .id = {}, .name = u"Office"_s, .address = u"https://gw:4418"_s, .fingerprint = {}};
        office.id = m_list->put(office);
        m_tokens->write(office.id, u"gha-office"_s);
        return office;
    }

    QTemporaryDir m_folder;
    QJsonObject m_answer;
    int m_status = 200;
    bool m_isReachable = true;
    QJsonObject m_paired;
    int m_pairStatus = 201;
    FakeAdminTransport *m_fake = nullptr; //!< of the window
    QList<Api::AdminAddress> m_tried;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<FakeTokens> m_tokens;
    std::unique_ptr<GatewayList> m_list;
    std::unique_ptr<GatewaySwitch> m_switch;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<MainWindow> m_window;
};

void GatewaysTest::initTestCase()
{
    setUpApplication(*qApp, Preferences(m_folder.filePath(u"app.ini"_s)));
    qRegisterMetaType<GatewayEntry>();
}

void GatewaysTest::init()
{
    m_answer = {{u"version"_s, u"0.2.0"_s}};
    m_status = 200;
    m_isReachable = true;
    m_paired = {{u"token"_s, u"gha-new"_s}, {u"role"_s, u"operator"_s}};
    m_pairStatus = 201;
    m_tried.clear();
    m_preferences = std::make_unique<Preferences>(m_folder.filePath(u"desktop.ini"_s));
    m_tokens = std::make_unique<FakeTokens>();
    m_list = std::make_unique<GatewayList>(*m_preferences);
    m_switch = std::make_unique<GatewaySwitch>(
        *m_list, *m_tokens, [this](const Api::AdminAddress &address) {
            m_tried.append(address);
            auto fake = std::make_unique<FakeAdminTransport>();
            fake->answer("GET /status", m_answer, m_status);
            fake->setReachable(m_isReachable);
            fake->answer("POST /pair", m_paired, m_pairStatus);
            return fake;
        });
    auto fake = std::make_unique<FakeAdminTransport>();
    m_fake = fake.get();
    fake->answer("GET /overview", sampleOverview());
    fake->answer("GET /status", sampleStatus());
    m_client = std::make_unique<Api::AdminClient>(std::move(fake));
    m_window = std::make_unique<MainWindow>(*m_client, *m_preferences);
    m_window->setGateways(*m_switch);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void GatewaysTest::cleanup()
{
    m_window.reset();
    m_client.reset();
    m_switch.reset();
    m_list.reset();
    m_tokens.reset();
    m_preferences.reset();
    QFile::remove(m_folder.filePath(u"desktop.ini"_s));
}

void GatewaysTest::connectsToANewGateway()
{
    QSignalSpy wanted(m_switch.get(), &GatewaySwitch::switchRequested);
    openAdd(u"https://gw.office:4418"_s);
    type(u"nameField"_s, u"Office"_s);
    QTest::keyClick(find<QLineEdit>(u"gateways.addDialog.nameField"_s), Qt::Key_Return);
    QTRY_COMPARE(wanted.size(), 1);
    const auto entry = wanted.first().at(0).value<GatewayEntry>();
    QCOMPARE(entry.name, u"Office"_s);
    QCOMPARE(entry.version, u"0.2.0"_s);
    QCOMPARE(m_tried.constFirst().token, u"gha-secret"_s);
    QCOMPARE(m_tokens->kept.value(entry.id), u"gha-secret"_s);
    QCOMPARE(m_list->entries().size(), 2);
}

void GatewaysTest::opensTheListFromSettings()
{
    m_window->showObject(u"settings"_s, u"gateways"_s);
    auto *button = find<QPushButton>(u"settings.gateways.listButton"_s);
    QTRY_VERIFY(button->isVisible());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(find<QDialog>(u"gateways.dialog"_s));
    click(u"gateways.addButton"_s);
    QTRY_VERIFY(find<QDialog>(u"gateways.addDialog"_s));
}

void GatewaysTest::refusesABadAddress()
{
    openAdd(u"ftp://gw"_s);
    click(u"gateways.addDialog.connectButton"_s);
    QVERIFY(message(u"addressField"_s).contains(u"https://"_s));
    QVERIFY(m_tried.isEmpty());
}

void GatewaysTest::tellsAWrongToken()
{
    m_answer = refusal(u"unauthenticated"_s);
    m_status = 401;
    openAdd(u"https://gw:4418"_s);
    click(u"gateways.addDialog.connectButton"_s);
    QTRY_VERIFY(message(u"tokenField"_s).contains(u"token"_s));
    QCOMPARE(m_list->entries().size(), 1);
    QVERIFY(m_tokens->kept.isEmpty());
}

void GatewaysTest::trustsACertificateAfterComparing()
{
    QSignalSpy wanted(m_switch.get(), &GatewaySwitch::switchRequested);
    m_answer = refusal(u"unavailable"_s, u"ab:cd"_s);
    m_status = 0;
    openAdd(u"https://gw:4418"_s);
    click(u"gateways.addDialog.connectButton"_s);
    auto *trust = find<QLabel>(u"gateways.addDialog.trustLabel"_s);
    QTRY_VERIFY(trust->isVisible());
    QVERIFY(trust->text().contains(u"AB:CD"_s));
    m_answer = {{u"version"_s, u"0.2.0"_s}};
    m_status = 200;
    click(u"gateways.addDialog.connectButton"_s);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(m_tried.constFirst().fingerprint, QByteArray());
    QCOMPARE(m_tried.constLast().fingerprint, "ab:cd"_ba);
    QCOMPARE(m_list->entries().constLast().fingerprint, "ab:cd"_ba);
}

void GatewaysTest::switchesByKeyAndBack()
{
    QSignalSpy wanted(m_switch.get(), &GatewaySwitch::switchRequested);
    const GatewayEntry office = addOffice();
    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(find<QDialog>(u"gateways.dialog"_s));
    auto *table = find<TableView>(u"gateways.table"_s);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).value<GatewayEntry>().id, office.id);
    QCOMPARE(wanted.first().at(1).toString(), u"gha-office"_s);
    m_list->setCurrent(office.id);
    QTRY_VERIFY(!find<QDialog>(u"gateways.dialog"_s));
    click(u"sidebar.gatewaysButton"_s);
    QTRY_VERIFY(find<TableView>(u"gateways.table"_s));
    QTest::keyClick(find<TableView>(u"gateways.table"_s), Qt::Key_Up);
    click(u"gateways.switchButton"_s);
    QTRY_COMPARE(wanted.size(), 2);
    QVERIFY(wanted.last().at(0).value<GatewayEntry>().isBuiltIn());
}

void GatewaysTest::asksAgainForALostToken()
{
    QSignalSpy wanted(m_switch.get(), &GatewaySwitch::switchRequested);
    const GatewayEntry office = addOffice();
    m_tokens->kept.clear();
    m_switch->choose(office.id, m_window.get());
    QTRY_VERIFY(find<QDialog>(u"gateways.addDialog"_s));
    QCOMPARE(find<QLineEdit>(u"gateways.addDialog.addressField"_s)->text(), office.address);
    type(u"tokenField"_s, u"gha-again"_s);
    click(u"gateways.addDialog.connectButton"_s);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(m_tokens->kept.value(office.id), u"gha-again"_s);
    QCOMPARE(m_list->entries().size(), 2);
}

void GatewaysTest::removesWithItsToken()
{
    addOffice();
    m_switch->openList(m_window.get());
    auto *table = find<TableView>(u"gateways.table"_s);
    QVERIFY(!find<QPushButton>(u"gateways.removeButton"_s)->isEnabled()); // the built-in one stays
    QTest::keyClick(table, Qt::Key_Down);
    click(u"gateways.removeButton"_s);
    QCOMPARE(m_list->entries().size(), 1);
    QVERIFY(m_tokens->kept.isEmpty());
}

void GatewaysTest::showsTheNameInSidebarAndTitle()
{
    QCOMPARE(m_window->windowTitle(), u"Overview"_s); // the only one needs no name
    const GatewayEntry office = addOffice();
    QCOMPARE(m_window->windowTitle(), u"Overview – Local gateway"_s);
    m_list->setCurrent(office.id);
    QCOMPARE(m_window->windowTitle(), u"Overview – Office"_s);
    m_window->showPage(u"settings"_s);
    QCOMPARE(m_window->windowTitle(), u"Settings – Office"_s);
    m_list->setCurrent({});
    QCOMPARE(m_window->windowTitle(), u"Settings – Local gateway"_s);
}

void GatewaysTest::asksBeforeProductionIsStopped()
{
    const GatewayEntry office = addOffice();
    m_list->setCurrent(office.id);
    m_window->openGateways();
    QTRY_VERIFY(find<QCheckBox>(u"gateways.productionCheck"_s));
    click(u"gateways.productionCheck"_s);
    QVERIFY(m_list->entry(office.id).isProduction);
    QVERIFY(GatewayList(*m_preferences).entry(office.id).isProduction);
    QCOMPARE(m_window->windowTitle(), u"Overview – Office (production)"_s);
    click(u"gateways.closeButton"_s);
    m_window->toggleGateway();
    auto *stop = find<QPushButton>(u"sidebar.stopDialog.nowButton"_s);
    QTRY_VERIFY(stop);
    QCOMPARE(stop->text(), u"Stop Office"_s);
    click(u"sidebar.stopDialog.cancelButton"_s);
}

void GatewaysTest::asksBeforeProductionIsChanged()
{
    GatewayEntry office = addOffice();
    office.isProduction = true;
    m_list->put(office);
    m_list->setCurrent(office.id);
    const auto remove = [this] {
        m_window->configuration().change("DELETE", u"/providers/a"_s, {}, u"Deleted A"_s, this);
    };
    remove();
    auto *go = find<QPushButton>(u"gateways.productionDialog.goButton"_s);
    QTRY_VERIFY(go);
    QCOMPARE(go->text(), u"Delete on Office"_s);
    click(u"gateways.productionDialog.cancelButton"_s);
    QTRY_VERIFY(!find<QPushButton>(u"gateways.productionDialog.goButton"_s));
    QCOMPARE(m_fake->countOf("DELETE /providers/a"), 0);
    remove();
    QTRY_VERIFY(find<QPushButton>(u"gateways.productionDialog.goButton"_s));
    click(u"gateways.productionDialog.goButton"_s);
    QTRY_COMPARE(m_fake->countOf("DELETE /providers/a"), 1);
    QTRY_VERIFY(!find<QPushButton>(u"gateways.productionDialog.goButton"_s));
    m_window->configuration().replace({}, u"Published"_s, this);
    QTRY_VERIFY(find<QPushButton>(u"gateways.productionDialog.goButton"_s));
    QCOMPARE(find<QPushButton>(u"gateways.productionDialog.goButton"_s)->text(),
             u"Publish on Office"_s);
    click(u"gateways.productionDialog.goButton"_s);
    QTRY_COMPARE(m_fake->countOf("PUT /config"), 1);
    QTRY_VERIFY(!find<QPushButton>(u"gateways.productionDialog.goButton"_s));
    m_window->configuration().change("POST", u"/revisions/3/restore"_s, {}, u"Restored"_s, this);
    QTRY_VERIFY(find<QPushButton>(u"gateways.productionDialog.goButton"_s));
    QCOMPARE(m_fake->countOf("POST /revisions/3/restore"), 0);
    click(u"gateways.productionDialog.goButton"_s);
    QTRY_COMPARE(m_fake->countOf("POST /revisions/3/restore"), 1);
    m_list->setCurrent({}); // the built-in one asks nothing
    remove();
    QTRY_COMPARE(m_fake->countOf("DELETE /providers/a"), 2);
}

void GatewaysTest::asksBeforeProductionIsTakenBack()
{
    GatewayEntry office = addOffice();
    office.isProduction = true;
    m_list->put(office);
    m_list->setCurrent(office.id);
    ConfigurationModel &configuration = m_window->configuration();
    m_fake->answer("GET /config", {{u"revision"_s, 7}, {u"document"_s, QJsonObject()}});
    configuration.refresh();
    QTRY_VERIFY(configuration.isLoaded());
    const qint64 before = configuration.revision();
    m_window->undo();
    QVERIFY(!find<QPushButton>(u"gateways.productionDialog.goButton"_s)); // nothing to undo
    m_fake->answer("POST /providers/a/pause", {{u"revision"_s, before + 1}});
    configuration.change("POST", u"/providers/a/pause"_s, {}, u"Paused A"_s, this);
    QTRY_VERIFY(configuration.canUndo());
    m_window->undo();
    QTRY_VERIFY(find<QPushButton>(u"gateways.productionDialog.cancelButton"_s));
    click(u"gateways.productionDialog.cancelButton"_s);
    QTRY_VERIFY(!find<QPushButton>(u"gateways.productionDialog.goButton"_s));
    QVERIFY(configuration.canUndo());
    const QByteArray restore = "POST /revisions/" + QByteArray::number(before) + "/restore";
    QCOMPARE(m_fake->countOf(restore), 0);
    m_window->undo();
    QTRY_VERIFY(find<QPushButton>(u"gateways.productionDialog.goButton"_s));
    click(u"gateways.productionDialog.goButton"_s);
    QTRY_COMPARE(m_fake->countOf(restore), 1);
}

void GatewaysTest::pairsByCode()
{
    QSignalSpy wanted(m_switch.get(), &GatewaySwitch::switchRequested);
    m_switch->openAdd(m_window.get());
    type(u"addressField"_s, u"https://gw.office:4418"_s);
    type(u"tokenField"_s, u"k7qm-2f9d"_s);
    click(u"gateways.addDialog.connectButton"_s);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(m_tried.constFirst().token, QString()); // the code is no token
    QCOMPARE(m_tried.constLast().token, u"gha-new"_s);
    const auto entry = wanted.first().at(0).value<GatewayEntry>();
    QCOMPARE(wanted.first().at(1).toString(), u"gha-new"_s);
    QCOMPARE(entry.role, u"operator"_s);
    QCOMPARE(m_tokens->kept.value(entry.id), u"gha-new"_s);
}

void GatewaysTest::tellsAUsedCode()
{
    m_paired = refusal(u"unauthenticated"_s);
    m_pairStatus = 401;
    m_switch->openAdd(m_window.get());
    type(u"addressField"_s, u"https://gw.office:4418"_s);
    type(u"tokenField"_s, u"K7QM2F9D"_s);
    click(u"gateways.addDialog.connectButton"_s);
    QTRY_VERIFY(message(u"tokenField"_s).contains(u"ten minutes"_s));
    QVERIFY(m_tokens->kept.isEmpty());
}

void GatewaysTest::showsTheColourInTheSidebar()
{
    const GatewayEntry office = addOffice();
    auto *label = find<QLabel>(u"sidebar.gatewayColourLabel"_s);
    m_list->setCurrent(office.id);
    QVERIFY(label->isHidden());
    m_window->openGateways();
    QTRY_VERIFY(find<QComboBox>(u"gateways.colourCombo"_s));
    auto *combo = find<QComboBox>(u"gateways.colourCombo"_s);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(m_list->entry(office.id).colour, 0);
    QVERIFY(!label->isHidden());
    auto *sign = find<QLabel>(u"topbar.gatewayColourLabel"_s);
    QVERIFY(!sign->isHidden()); // the sidebar may be folded
    QCOMPARE(sign->accessibleName(), u"Office"_s);
    const QImage coloured = m_window->windowIcon().pixmap(32, 32).toImage();
    QVERIFY(coloured != QApplication::windowIcon().pixmap(32, 32).toImage());
    m_list->setCurrent({});
    QVERIFY(sign->isHidden());
}

void GatewaysTest::tellsWhoTheGatewaysAre()
{
    addOffice();
    m_window->openGateways();
    QTRY_VERIFY(find<TableView>(u"gateways.table"_s));
    const QAbstractItemModel *model = find<TableView>(u"gateways.table"_s)->model();
    QStringList keys;
    for (int column = 0; column < model->columnCount(); ++column)
        keys.append(model->headerData(column, Qt::Horizontal, CellRole::Id).toString());
    QCOMPARE(keys,
             (QStringList{u"name"_s, u"address"_s, u"kind"_s, u"state"_s, u"version"_s, u"role"_s,
                          u"seen"_s}));
    QCOMPARE(model->index(0, 2).data().toString(), u"This computer"_s);
    QTRY_COMPARE(model->index(0, 3).data().toString(), u"Running"_s);
    QCOMPARE(model->index(1, 2).data().toString(), u"Remote"_s);
}

void GatewaysTest::tellsHowTheOthersAre_data()
{
    QTest::addColumn<QJsonObject>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("reachable");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("version");
    const QJsonObject degraded{{u"version"_s, u"0.3.0"_s}, {u"state"_s, u"degraded"_s}};
    const QJsonObject newer{{u"version"_s, u"9.0.0"_s}, {u"state"_s, u"dreaming"_s}};
    QTest::newRow("degraded") << degraded << 200 << true << u"Degraded"_s << u"0.3.0"_s;
    QTest::newRow("newer") << newer << 200 << true << u"Reachable"_s << u"9.0.0"_s;
    QTest::newRow("refused") << refusal(u"unauthenticated"_s) << 401 << true << u"Wants a token"_s
                             << u"–"_s;
    QTest::newRow("gone") << QJsonObject() << 200 << false << u"Not reachable"_s << u"–"_s;
}

void GatewaysTest::tellsHowTheOthersAre()
{
    QFETCH(QJsonObject, answer);
    QFETCH(int, status);
    QFETCH(bool, reachable);
    QFETCH(QString, state);
    QFETCH(QString, version);
    m_answer = answer;
    m_status = status;
    m_isReachable = reachable;
    addOffice();
    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(find<TableView>(u"gateways.table"_s));
    const QAbstractItemModel *model = find<TableView>(u"gateways.table"_s)->model();
    QTRY_COMPARE(model->index(1, 3).data().toString(), state);
    QCOMPARE(model->index(1, 4).data().toString(), version);
    QCOMPARE(m_tried.constLast().token, u"gha-office"_s);
}

void GatewaysTest::notesWhatTheOthersAnswer()
{
    const GatewayEntry office = addOffice();
    m_answer = {{u"version"_s, u"0.3.0"_s}, {u"state"_s, u"running"_s}};
    m_list->setCurrent(office.id);
    m_window->openGateways();
    QTRY_VERIFY(find<TableView>(u"gateways.table"_s));
    const QAbstractItemModel *model = find<TableView>(u"gateways.table"_s)->model();
    QTRY_COMPARE(model->index(0, 3).data().toString(), u"Running"_s); // the built-in one
    QVERIFY(m_tried.constLast().url.isEmpty());
    click(u"gateways.closeButton"_s);
    m_list->setCurrent({});
    m_window->openGateways();
    QTRY_COMPARE(m_list->entry(office.id).version, u"0.3.0"_s);
    QVERIFY(m_list->entry(office.id).lastSeen.isValid());
}

void GatewaysTest::remembersWithoutTokens()
{
    const GatewayEntry office = addOffice();
    const GatewayList again(*m_preferences);
    QCOMPARE(again.entries().size(), 2);
    QCOMPARE(again.entry(office.id), office);
    m_preferences.reset(new Preferences(m_folder.filePath(u"other.ini"_s)));
    QFile file(m_folder.filePath(u"desktop.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("gha-"));
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::GatewaysTest)
#include "tst_gateways.moc"
