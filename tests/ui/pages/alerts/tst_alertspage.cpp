// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/alertmeasures.h"
#include "core/api/documents/documentjson.h"
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "ui/models/alertwords.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/noticelog.h"
#include "ui/models/preferences.h"
#include "ui/pages/alerts/alertchannelspane.h"
#include "ui/pages/alerts/alerthistorypane.h"
#include "ui/pages/alerts/alertrulespane.h"
#include "ui/pages/alerts/alertspage.h"
#include "ui/pages/alerts/noticescard.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject openAlert(const QString &rule, double value, const QString &of)
{
    return {{u"id"_s, u"7"_s},
            {u"rule"_s, rule},
            {u"rule_name"_s, rule},
            {u"measure"_s, u"budget_used"_s},
            {u"severity"_s, u"warning"_s},
            {u"object"_s, of},
            {u"object_name"_s, of},
            {u"value"_s, value},
            {u"threshold"_s, 80},
            {u"detail"_s, u"$82.00 of $100.00"_s},
            {u"started"_s, u"2026-11-22T11:40:00.000Z"_s},
            {u"ended"_s, QJsonValue()},
            {u"acknowledged"_s, QJsonValue()}};
}

//! The ready-made rules, the first of them firing.
QJsonObject alerts()
{
    QJsonArray items;
    for (const Api::AlertRule &rule : Api::readyMadeAlerts()) {
        QJsonObject row = Api::alertRuleTable().write(rule, Api::Defaults::Written);
        const bool fires = rule.id == "budget-80"_L1;
        row.insert(u"ready_made"_s, true);
        row.insert(u"written"_s, rule.id == "price-list"_L1);
        row.insert(u"state"_s, fires ? u"firing"_s : u"ok"_s);
        row.insert(u"since"_s, fires ? QJsonValue(u"2026-11-22T11:40:00.000Z"_s) : QJsonValue());
        row.insert(u"value"_s, fires ? QJsonValue(82) : QJsonValue());
        row.insert(u"value_of"_s, fires ? u"team:research"_s : QString());
        row.insert(u"open"_s,
                   fires ? QJsonArray{openAlert(rule.id, 82, u"team:research"_s)} : QJsonArray());
        row.insert(u"snoozed"_s, QJsonValue());
        items.append(row);
    }
    return {{u"items"_s, items}, {u"firing"_s, 1}, {u"unseen"_s, 1}, {u"time_zone"_s, u"UTC"_s}};
}

QJsonObject delivery(const QString &state, const QString &detail)
{
    return {{u"id"_s, u"3"_s},
            {u"channel"_s, u"hook"_s},
            {u"time"_s, u"2026-11-22T11:41:00.000Z"_s},
            {u"summary"_s, u"Budget used to 80 %: team:research at 82 %"_s},
            {u"state"_s, state},
            {u"attempts"_s, 2},
            {u"detail"_s, detail}};
}

QJsonObject channels(const QString &state = u"delivered"_s)
{
    return {{u"items"_s,
             QJsonArray{QJsonObject{{u"id"_s, u"desktop"_s},
                                    {u"kind"_s, u"desktop"_s},
                                    {u"url"_s, QString()},
                                    {u"last"_s, QJsonValue()}},
                        QJsonObject{{u"id"_s, u"hook"_s},
                                    {u"kind"_s, u"webhook"_s},
                                    {u"url"_s, u"https://hooks.example.com/x"_s},
                                    {u"last"_s, delivery(state, u"answered 503"_s)}}}},
            {u"time_zone"_s, u"UTC"_s}};
}

QJsonObject configuration()
{
    return {{u"revision"_s, 4},
            {u"document"_s,
             QJsonObject{{u"version"_s, 1},
                         {u"teams"_s, QJsonArray{QJsonObject{{u"id"_s, u"research"_s}}}},
                         {u"channels"_s,
                          QJsonArray{QJsonObject{{u"id"_s, u"hook"_s},
                                                 {u"kind"_s, u"webhook"_s},
                                                 {u"url"_s, u"https://hooks.example.com/x"_s},
                                                 {u"secret"_s, u"vault:alert-hook"_s}}}}}}};
}

} // namespace

class AlertsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { new Theme(*qApp); }
    void init();
    void cleanup();

    void loading();
    void ready();
    void empty();
    void unreachableFromTheStart();
    void staleKeepsTheTable();
    void failingChannelIsSaid();
    void deliveriesAreToldInTheProgramsWords();
    void keysAcknowledgeAndSnooze();
    void rulesCanBeSwitchedOff();
    void rulesCanBeReset();
    void editorShowsThePreview();
    void editorSaves();
    void editorFollowsTheMeasure();
    void editorRefusesWhatIsWrong();
    void historyShows();
    void historyTellsWhatTheDesktopToldOf();
    void channelsCanBeMade();
    void channelsCanBeTested();
    void everyMeasureHasAName();
    void everyControlHasItsNames();
    void fitsTheSmallestWindow();

private:
    void showPage();
    void chooseRule(const QString &id);
    StatePanel::State state() const
    {
        return child<QWidget>("alerts.rules")->findChild<StatePanel *>()->state();
    }
    template <typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    QString cell(const char *table, int row, int column) const
    {
        return child<QTableView>(table)->model()->index(row, column).data().toString();
    }
    QJsonObject savedDocument() const;

    FakeAdminTransport *m_fake = nullptr;
    FakeClock m_clock;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<ConfigurationModel> m_configuration;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<NoticeLog> m_notices;
    std::unique_ptr<AlertsPage> m_page;
};

void AlertsPageTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /alerts", alerts());
    m_fake->answer("GET /alerts/history",
                   {{u"items"_s, QJsonArray{openAlert(u"budget-80"_s, 82, u"team:research"_s)}},
                    {u"time_zone"_s, u"UTC"_s}});
    m_fake->answer("GET /alerts/channels", channels());
    m_fake->answer("GET /alerts/deliveries",
                   {{u"items"_s, QJsonArray{delivery(u"delivered"_s, u"answered 204"_s)}}});
    m_fake->answer("POST /alerts/preview",
                   {{u"basis"_s, u"traffic"_s},
                    {u"fired"_s, 3},
                    {u"value"_s, 82},
                    {u"value_of"_s, u"research"_s},
                    {u"text"_s, u"Budget used to 80 %: research at 82 %"_s}});
    m_fake->answer("PUT /config", {{u"revision"_s, 5}}, 200, 5);
    m_fake->answer("GET /config", configuration(), 200, 4);
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_configuration = std::make_unique<ConfigurationModel>(*m_client);
    m_configuration->refresh();
    m_folder = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<Preferences>(m_folder->filePath(u"settings.ini"_s));
    m_notices = std::make_unique<NoticeLog>(*m_preferences);
    m_page = std::make_unique<AlertsPage>(*m_client, *m_configuration, m_clock, *m_notices);
    m_page->resize(1218, 800);
}

void AlertsPageTest::cleanup()
{
    m_page.reset();
    m_notices.reset();
    m_preferences.reset();
    m_configuration.reset();
    m_client.reset();
}

void AlertsPageTest::showPage()
{
    QTRY_VERIFY(m_configuration->isLoaded());
    m_page->show();
    QTRY_VERIFY(m_page->isReady());
}

void AlertsPageTest::chooseRule(const QString &id)
{
    m_page->open(id);
    auto *table = child<QTableView>("alerts.rulesTable");
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data(CellRole::Id).toString(), id);
}

QJsonObject AlertsPageTest::savedDocument() const
{
    for (auto request = m_fake->requests().crbegin(); request != m_fake->requests().crend();
         ++request) {
        if (request->method == "PUT" && request->path == "/config"_L1)
            return request->body.contains("document"_L1)
                ? request->body.value("document"_L1).toObject()
                : request->body;
    }
    return {};
}

void AlertsPageTest::loading()
{
    m_fake->holdAnswers();
    m_page->show();
    QCOMPARE(state(), StatePanel::State::Loading);
    QVERIFY(!m_page->isReady());
}

void AlertsPageTest::ready()
{
    showPage();
    QCOMPARE(state(), StatePanel::State::Ready);
    auto *table = child<QTableView>("alerts.rulesTable");
    QCOMPARE(table->model()->rowCount(), int(Api::readyMadeAlerts().size()));
    QCOMPARE(cell("alerts.rulesTable", 0, AlertRulesPane::Alert), u"Budget used to 80 %"_s);
    QCOMPARE(cell("alerts.rulesTable", 0, AlertRulesPane::State), u"Firing"_s);
    QCOMPARE(cell("alerts.rulesTable", 0, AlertRulesPane::Value), Format::percent(0.82));
    QCOMPARE(cell("alerts.rulesTable", 0, AlertRulesPane::Scope), u"Whole gateway"_s);
    QCOMPARE(cell("alerts.rulesTable", 0, AlertRulesPane::Channels), u"All channels"_s);
    QCOMPARE(child<QLabel>("alerts.summaryLabel")->text(), u"1 alerts are firing."_s);
}

void AlertsPageTest::empty()
{
    m_fake->answer("GET /alerts", {{u"items"_s, QJsonArray()}, {u"firing"_s, 0}});
    m_fake->answer("GET /alerts/history", {{u"items"_s, QJsonArray()}});
    showPage();
    QCOMPARE(state(), StatePanel::State::Empty);
    QCOMPARE(child<QLabel>("alerts.summaryLabel")->text(),
             u"Budget and provider alerts are on. Nothing is firing."_s);
    m_page->open(u"history"_s);
    auto *history = child<QWidget>("alerts.history")->findChild<StatePanel *>();
    QTRY_COMPARE(history->state(), StatePanel::State::Empty);
}

void AlertsPageTest::unreachableFromTheStart()
{
    QTRY_VERIFY(m_configuration->isLoaded());
    m_fake->setReachable(false);
    showPage();
    QCOMPARE(state(), StatePanel::State::Error);
    m_fake->setReachable(true);
    m_page->refresh();
    QTRY_COMPARE(state(), StatePanel::State::Ready);
}

void AlertsPageTest::staleKeepsTheTable()
{
    showPage();
    m_fake->setReachable(false);
    m_page->refresh();
    QTRY_COMPARE(state(), StatePanel::State::Stale);
    QVERIFY(child<QWidget>("alerts.rulesTable")->isVisible());
}

void AlertsPageTest::failingChannelIsSaid()
{
    m_fake->answer("GET /alerts/channels", channels(u"failed"_s));
    showPage();
    m_page->open(u"channels"_s);
    QTRY_VERIFY(child<QWidget>("alerts.failingBanner")->isVisible());
    QCOMPARE(cell("alerts.channelsTable", 1, AlertChannelsPane::Last), u"Failed"_s);
    QCOMPARE(cell("alerts.deliveriesTable", 0, AlertChannelsPane::Through), u"hook"_s);
}

void AlertsPageTest::deliveriesAreToldInTheProgramsWords()
{
    const auto told = [](const QJsonArray &alerts, const QString &type = u"alerts"_s) {
        QJsonObject row = delivery(u"delivered"_s, u"answered 204"_s);
        row.insert(u"type"_s, type);
        row.insert(u"gateway"_s, u"gw-1"_s);
        row.insert(u"alerts"_s, alerts);
        return row;
    };
    const QJsonObject alert = openAlert(u"budget-80"_s, 82, u"team:research"_s);
    m_fake->answer(
        "GET /alerts/deliveries",
        {{u"items"_s, QJsonArray{told({alert, alert}), told({alert}), told({}, u"test"_s)}}});
    showPage();
    m_page->open(u"channels"_s);
    QTRY_COMPARE(cell("alerts.deliveriesTable", 0, AlertChannelsPane::Summary),
                 u"2 alerts of Gatehouse on gw-1"_s);
    const auto *rows = child<QTableView>("alerts.deliveriesTable")->model();
    QVERIFY(rows->index(1, AlertChannelsPane::Summary)
                .data(CellRole::Detail)
                .toString()
                .contains(u"82"_s));
    QCOMPARE(cell("alerts.deliveriesTable", 2, AlertChannelsPane::Summary),
             u"A test of this channel"_s);
}

void AlertsPageTest::keysAcknowledgeAndSnooze()
{
    m_fake->answer("POST /alerts/budget-80/acknowledge", {{u"acknowledged"_s, 1}});
    m_fake->answer("POST /alerts/budget-80/snooze", {{u"id"_s, u"budget-80"_s}});
    showPage();
    m_page->activateWindow();
    chooseRule(u"budget-80"_s);
    QSignalSpy done(m_page.get(), &AlertsPage::done);
    auto *table = child<QTableView>("alerts.rulesTable");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A);
    QTRY_COMPARE(m_fake->countOf("POST /alerts/budget-80/acknowledge"), 1);
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(done.first().first().toString(), u"Acknowledged “Budget used to 80 %”"_s);
    QTest::keyClick(table, Qt::Key_Z);
    QTRY_COMPARE(m_fake->countOf("POST /alerts/budget-80/snooze"), 1);
    QCOMPARE(m_fake->lastOf("POST /alerts/budget-80/snooze").body.value("for"_L1).toString(),
             u"1h"_s);
}

void AlertsPageTest::rulesCanBeSwitchedOff()
{
    showPage();
    chooseRule(u"budget-95"_s);
    QVERIFY(!child<QAbstractButton>("alerts.acknowledgeButton")->isEnabled());
    child<QAbstractButton>("alerts.offButton")->click();
    QTRY_VERIFY(!savedDocument().isEmpty());
    const QJsonValue rule = savedDocument().value("alerts"_L1)[0];
    QCOMPARE(rule["id"_L1].toString(), u"budget-95"_s);
    QVERIFY(rule["disabled"_L1].toBool());
}

void AlertsPageTest::rulesCanBeReset()
{
    showPage();
    chooseRule(u"budget-95"_s);
    QVERIFY(!child<QAbstractButton>("alerts.deleteButton")->isEnabled());
    chooseRule(u"price-list"_s);
    auto *reset = child<QAbstractButton>("alerts.deleteButton");
    QVERIFY(reset->isEnabled());
    QCOMPARE(reset->text(), u"Reset"_s);
}

void AlertsPageTest::editorShowsThePreview()
{
    showPage();
    chooseRule(u"budget-80"_s);
    QTest::keyClick(child<QTableView>("alerts.rulesTable"), Qt::Key_Return);
    auto *preview = child<QLabel>("alerts.editor.previewLabel");
    QVERIFY(preview);
    QTRY_COMPARE(
        preview->text(),
        u"Now: %1 (research).\nIt would have fired 3 times in the last 7 days.\n"
        u"The message: “Budget used to 80 %: research at 82 %”"_s.arg(Format::percent(0.82)));
    const int before = m_fake->countOf("POST /alerts/preview");
    child<QDoubleSpinBox>("alerts.editor.thresholdField")->setValue(90);
    QTRY_COMPARE(m_fake->countOf("POST /alerts/preview"), before + 1);
    QCOMPARE(m_fake->lastOf("POST /alerts/preview").body.value("above"_L1).toDouble(), 90.0);
}

void AlertsPageTest::editorSaves()
{
    showPage();
    m_page->createNew();
    child<QLineEdit>("alerts.editor.nameField")->setText(u"Spend over $5"_s);
    auto *measure = child<QComboBox>("alerts.editor.measureCombo");
    measure->setCurrentIndex(measure->findData(u"spend"_s));
    child<QComboBox>("alerts.editor.scopeCombo")->setCurrentText(u"team:research"_s);
    child<QDoubleSpinBox>("alerts.editor.thresholdField")->setValue(5);
    child<QLineEdit>("alerts.editor.quietField")->setText(u"22:00-07:00"_s);
    child<QAbstractButton>("alerts.editor.channelCheck.all")->setChecked(false);
    child<QAbstractButton>("alerts.editor.channelCheck.hook")->setChecked(true);
    child<QAbstractButton>("alerts.editor.saveButton")->click();
    QTRY_VERIFY(!savedDocument().isEmpty());
    const QJsonValue rule = savedDocument().value("alerts"_L1)[0];
    QCOMPARE(rule["id"_L1].toString(), u"spend-over-5"_s);
    QCOMPARE(rule["above"_L1].toDouble(), 5.0);
    QCOMPARE(rule["scope"_L1].toString(), u"team:research"_s);
    QCOMPARE(rule["channels"_L1].toArray(), QJsonArray{u"hook"_s});
    QCOMPARE(rule["quiet"_L1].toString(), u"22:00-07:00"_s);
}

void AlertsPageTest::editorFollowsTheMeasure()
{
    showPage();
    m_page->createNew();
    auto *measure = child<QComboBox>("alerts.editor.measureCombo");
    auto *threshold = child<QDoubleSpinBox>("alerts.editor.thresholdField");
    measure->setCurrentIndex(measure->findData(u"key_expires_days"_s));
    QCOMPARE(threshold->value(), 7.0);
    QCOMPARE(child<QComboBox>("alerts.editor.comparisonCombo")->currentIndex(), 1);
    measure->setCurrentIndex(measure->findData(u"audit_broken"_s));
    QVERIFY(!threshold->isEnabled());
    QVERIFY(!child<QComboBox>("alerts.editor.scopeCombo")->isEnabled());
}

void AlertsPageTest::editorRefusesWhatIsWrong()
{
    showPage();
    m_page->createNew();
    child<QLineEdit>("alerts.editor.quietField")->setText(u"at night"_s);
    child<QAbstractButton>("alerts.editor.saveButton")->click();
    auto *field = child<FormField>("alerts.editor.quietField.row");
    QCOMPARE(field->problem(), FormField::Problem::Error);
    QVERIFY(field->message().contains(u"22:00-07:00"_s));
    QVERIFY(child<QDialog>("alerts.editor")->isVisible());
    QVERIFY(savedDocument().isEmpty());
}

void AlertsPageTest::historyShows()
{
    showPage();
    m_page->open(u"history"_s);
    auto *table = child<QTableView>("alerts.historyTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(cell("alerts.historyTable", 0, AlertHistoryPane::Value), Format::percent(0.82));
    QCOMPARE(cell("alerts.historyTable", 0, AlertHistoryPane::Ended), u"still firing"_s);
}

void AlertsPageTest::historyTellsWhatTheDesktopToldOf()
{
    showPage();
    m_page->open(u"history"_s);
    auto *card = child<QWidget>("alerts.notices");
    QVERIFY(!card->isVisible()); // nothing yet
    m_notices->add({.time = QDateTime::currentDateTimeUtc(),
                    .title = u"OpenAI is down"_s,
                    .text = u"Its recent requests failed."_s,
                    .isBad = true,
                    .page = u"requests"_s,
                    .filter = u"provider:openai"_s});
    QVERIFY(card->isVisible());
    QCOMPARE(cell("alerts.noticesTable", 0, NoticesCard::What), u"OpenAI is down"_s);
    QSignalSpy opened(m_page.get(), &AlertsPage::openRequested);
    auto *table = child<QTableView>("alerts.noticesTable");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first(), (QVariantList{u"requests"_s, u"provider:openai"_s}));
}

void AlertsPageTest::channelsCanBeMade()
{
    m_fake->answer("PUT /secrets/alert-ops", {{u"ref"_s, u"vault:alert-ops"_s}});
    showPage();
    m_page->open(u"channels"_s);
    QTRY_COMPARE(child<QTableView>("alerts.channelsTable")->model()->rowCount(), 2);
    child<QAbstractButton>("alerts.newChannelButton")->click();
    child<QLineEdit>("alerts.channelDialog.idField")->setText(u"ops"_s);
    auto *save = child<QAbstractButton>("alerts.channelDialog.saveButton");
    save->click(); // without an address
    QCOMPARE(child<FormField>("alerts.channelDialog.urlField.row")->problem(),
             FormField::Problem::Error);
    child<QLineEdit>("alerts.channelDialog.urlField")->setText(u"https://ops.example.com/"_s);
    save->click();
    QTRY_COMPARE(savedDocument().value("channels"_L1).toArray().size(), 2);
    const QJsonValue channel = savedDocument().value("channels"_L1)[1];
    QCOMPARE(channel["secret"_L1].toString(), u"vault:alert-ops"_s);
    const QString made = m_fake->lastOf("PUT /secrets/alert-ops").body.value("value"_L1).toString();
    QCOMPARE(made.size(), 64);
    QTRY_VERIFY(child<QLineEdit>("alerts.secretDialog.secretField"));
    QCOMPARE(child<QLineEdit>("alerts.secretDialog.secretField")->text(), made);
}

void AlertsPageTest::channelsCanBeTested()
{
    m_fake->answer("POST /alerts/channels/hook/test",
                   {{u"delivered"_s, false}, {u"detail"_s, u"answered 503"_s}});
    showPage();
    m_page->open(u"channels"_s);
    auto *table = child<QTableView>("alerts.channelsTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->setCurrentIndex(table->model()->index(1, 0));
    QSignalSpy done(m_page.get(), &AlertsPage::done);
    child<QAbstractButton>("alerts.testChannelButton")->click();
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(done.first().first().toString(), u"hook failed: answered 503"_s);
}

void AlertsPageTest::everyMeasureHasAName()
{
    for (const Api::AlertMeasure &measure : Api::alertMeasureFacts()) {
        QVERIFY2(measureName(measure.id) != measure.id, qUtf8Printable(measure.id));
        QVERIFY(!alertValue(measure.id, measure.usual).isEmpty());
    }
    for (const Api::AlertRule &rule : Api::readyMadeAlerts()) {
        QVERIFY(!alertName(rule.id, rule.name).isEmpty());
        QVERIFY(!conditionText(rule).isEmpty());
    }
}

void AlertsPageTest::everyControlHasItsNames()
{
    showPage();
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (!qobject_cast<const QAbstractButton *>(widget)
            && !qobject_cast<const QTableView *>(widget))
            continue;
        if (widget->objectName().startsWith("qt_"_L1)
            || !widget->objectName().startsWith("alerts."_L1))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), qUtf8Printable(widget->objectName()));
    }
}

void AlertsPageTest::fitsTheSmallestWindow()
{
    showPage();
    QVERIFY(m_page->minimumSizeHint().width() <= 1024 - 56);
    m_page->createNew();
    QVERIFY(child<QDialog>("alerts.editor")->sizeHint().height() <= 640);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::AlertsPageTest)
#include "tst_alertspage.moc"
