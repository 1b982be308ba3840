// SPDX-License-Identifier: GPL-3.0-or-later
//! The dialogs of the page of keys: every field of a key and a team, several keys at once, keys
//! that got out.
#include "tests/ui/pages/access/accessbench.h"
#include "ui/pages/access/formdialog.h"

#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

using Bench = AccessBench;

namespace {

//! A click on "No budget", then typing over it.
void typeAmount(const Bench &bench, const QString &amount)
{
    auto *spin = bench.find<QDoubleSpinBox>(u"access.keyDialog.budgetSpin"_s);
    QVERIFY(QTest::qWaitForWindowActive(spin->window()));
    auto *edit = spin->findChild<QLineEdit *>();
    QTest::mouseClick(edit, Qt::LeftButton);
    QTRY_COMPARE(edit->selectedText(), u"No budget"_s);
    QTest::keyClicks(spin, amount);
}

} // namespace

class tst_AccessDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void sendsEveryFieldOfAKey();
    void startsFromATemplate();
    void startsWithTheLimitsOfItsTeam();
    void warnsOfABudgetAboveTheTeams();
    void opensTheTabOfAWrongField();
    void leavesSpendingAloneWhenItStays();
    void savesATeamWithItsBudget();
    void movesSeveralKeys();
    void rotatesSeveralKeys();
    void showsWhatBinds();
    void showsTheLadderOfLimits();
    void findsKeysThatGotOut();
    void saysWhenNoKeyGotOut();
};

void tst_AccessDialogs::sendsEveryFieldOfAKey()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /keys", {{"id"_L1, u"newkey11"_s}, {"secret"_L1, secret}}, 201);
    bench.page->createNew();
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    bench.type(u"access.keyDialog.ownerField"_s, u"anna"_s);
    auto *tabs = bench.find<QTabWidget>(u"access.keyDialog.tabs"_s);
    tabs->setCurrentIndex(1);
    typeAmount(bench, u"12.5"_s);
    bench.find<QComboBox>(u"access.keyDialog.periodCombo"_s)->setCurrentIndex(1);
    bench.find<QSpinBox>(u"access.keyDialog.rpmSpin"_s)->setValue(60);
    bench.find<QSpinBox>(u"access.keyDialog.parallelSpin"_s)->setValue(3);
    tabs->setCurrentIndex(2);
    bench.type(u"access.keyDialog.regionsField"_s, u"eu, on-prem"_s);
    bench.type(u"access.keyDialog.targetsField"_s, u"gpu/*"_s);
    bench.type(u"access.keyDialog.addressesField"_s, u"10.20.0.0/16, ::1"_s);
    bench.find<QComboBox>(u"access.keyDialog.priorityCombo"_s)->setCurrentIndex(1);
    bench.find<QComboBox>(u"access.keyDialog.bodiesCombo"_s)->setCurrentIndex(1);
    bench.click(u"access.keyDialog.createButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /keys"), 1);
    const QJsonObject sent = bench.engine->lastOf("POST /keys").body;
    QCOMPARE(sent.value("owner"_L1), u"anna"_s);
    QCOMPARE(sent.value("residency"_L1).toArray(), QJsonArray({u"eu"_s, u"on-prem"_s}));
    QCOMPARE(sent.value("targets"_L1).toArray(), QJsonArray{u"gpu/*"_s});
    QCOMPARE(sent.value("addresses"_L1).toArray(), QJsonArray({u"10.20.0.0/16"_s, u"::1"_s}));
    QCOMPARE(sent.value("priority"_L1), u"batch"_s);
    QCOMPARE(sent.value("record_bodies"_L1), u"never"_s);
    QCOMPARE(sent.value("limits"_L1).toObject(),
             (QJsonObject{{"rpm"_L1, 60}, {"max_in_flight"_L1, 3}}));
    QCOMPARE(sent["budget"_L1]["limit_usd"_L1].toDouble(), 12.5);
    QCOMPARE(sent["budget"_L1]["period"_L1].toString(), u"week"_s);
}

void tst_AccessDialogs::startsFromATemplate()
{
    Bench bench;
    const QJsonObject fields{{"team"_L1, u"research"_s},
                             {"note"_L1, u"for apps"_s},
                             {"limits"_L1, QJsonObject{{"rpm"_L1, 10}}}};
    bench.engine->answer("GET /key-templates",
                         sampleList({QJsonObject{{"name"_L1, u"apps"_s}, {"fields"_L1, fields}}}));
    bench.open();
    bench.page->createNew();
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    QTRY_VERIFY(bench.find<QComboBox>(u"access.keyDialog.templateCombo"_s)->isVisible());
    auto *combo = bench.find<QComboBox>(u"access.keyDialog.templateCombo"_s);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(bench.find<QComboBox>(u"access.keyDialog.teamCombo"_s)->currentData(), u"research"_s);
    QCOMPARE(bench.find<QSpinBox>(u"access.keyDialog.rpmSpin"_s)->value(), 10);
    QCOMPARE(bench.find<QLineEdit>(u"access.keyDialog.nameField"_s)->text(), u"app"_s);
}

void tst_AccessDialogs::startsWithTheLimitsOfItsTeam()
{
    Bench bench;
    const QJsonObject limits{{"rpm"_L1, 60}, {"max_in_flight"_L1, 4}};
    bench.engine->answer(
        "GET /config",
        configuration({QJsonObject{{"id"_L1, u"ops"_s}, {"key_limits"_L1, limits}}}));
    bench.open();
    bench.engine->answer("POST /keys", {{"id"_L1, u"newkey11"_s}, {"secret"_L1, secret}}, 201);
    bench.page->createNew();
    auto *team = bench.find<QComboBox>(u"access.keyDialog.teamCombo"_s);
    auto *rpm = bench.find<QSpinBox>(u"access.keyDialog.rpmSpin"_s);
    auto *parallel = bench.find<QSpinBox>(u"access.keyDialog.parallelSpin"_s);
    team->setFocus();
    QTest::keyClick(team, Qt::Key_Down);
    QCOMPARE(rpm->value(), 60);
    QCOMPARE(parallel->value(), 4);
    QTest::keyClick(team, Qt::Key_Up); // no team
    QCOMPARE(rpm->value(), 0);
    rpm->setValue(7);
    QTest::keyClick(team, Qt::Key_Down);
    QCOMPARE(rpm->value(), 7); // what was entered stays
    rpm->setValue(0);
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    bench.click(u"access.keyDialog.createButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /keys"), 1);
    QVERIFY(bench.engine->lastOf("POST /keys").body.value("limits"_L1).isNull());
    QVERIFY(bench.engine->lastOf("POST /keys").body.contains("limits"_L1));
}

void tst_AccessDialogs::warnsOfABudgetAboveTheTeams()
{
    Bench bench;
    const QJsonObject budget{{"scope"_L1, u"team:research"_s},
                             {"limit_usd"_L1, 300},
                             {"period"_L1, u"month"_s},
                             {"action"_L1, u"block"_s}};
    QJsonObject document = configuration({QJsonObject{{"id"_L1, u"research"_s}}});
    QJsonObject inner = document.value("document"_L1).toObject();
    inner.insert("budgets"_L1, QJsonArray{budget});
    document.insert("document"_L1, inner);
    bench.engine->answer("GET /config", document);
    bench.open();
    bench.engine->answer("POST /keys", {{"id"_L1, u"newkey11"_s}, {"secret"_L1, secret}}, 201);
    bench.page->createNew();
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    bench.find<QComboBox>(u"access.keyDialog.teamCombo"_s)->setCurrentIndex(1);
    bench.find<QTabWidget>(u"access.keyDialog.tabs"_s)->setCurrentIndex(1);
    typeAmount(bench, u"500"_s);
    QTest::keyClick(bench.find<QDoubleSpinBox>(u"access.keyDialog.budgetSpin"_s), Qt::Key_Tab);
    auto *field = bench.find<FormField>(u"access.keyDialog.budgetSpin.row"_s);
    QTRY_COMPARE(field->problem(), FormField::Problem::Warning);
    QCOMPARE(field->message(), u"The team allows $300.00; this key would never reach $500.00."_s);
    bench.click(u"access.keyDialog.createButton"_s); // a warning does not stop
    QTRY_COMPARE(bench.engine->countOf("POST /keys"), 1);
}

void tst_AccessDialogs::opensTheTabOfAWrongField()
{
    Bench bench;
    bench.open();
    bench.page->createNew();
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    bench.find<QLineEdit>(u"access.keyDialog.addressesField"_s)->setText(u"10.20.0.1/16"_s);
    bench.click(u"access.keyDialog.createButton"_s);
    QCOMPARE(bench.engine->countOf("POST /keys"), 0);
    auto *addresses = bench.find<QLineEdit>(u"access.keyDialog.addressesField"_s);
    QVERIFY(addresses->isVisible());
    QCOMPARE(addresses->property("state").toString(), u"error"_s);
    addresses->setText(u"10.20.0.0/16"_s);
    const QJsonObject error{{"code"_L1, u"already_exists"_s},
                            {"message"_L1, u"a key is called 'app' already"_s},
                            {"path"_L1, u"name"_s}};
    bench.engine->answer("POST /keys", {{"error"_L1, error}}, 409);
    bench.click(u"access.keyDialog.createButton"_s);
    QTRY_VERIFY(bench.find<QLineEdit>(u"access.keyDialog.nameField"_s)->isVisible());
    QCOMPARE(bench.find<QLineEdit>(u"access.keyDialog.nameField"_s)->property("state").toString(),
             u"error"_s);
}

void tst_AccessDialogs::leavesSpendingAloneWhenItStays()
{
    Bench bench;
    bench.setKeys({sampleKey(
        u"aaaa1111"_s, u"laptop"_s,
        {{"limits"_L1, QJsonObject{{"rpm"_L1, 60}}},
         {"budget"_L1,
          QJsonObject{{"limit_usd"_L1, 5}, {"period"_L1, u"PT5H"_s}, {"action"_L1, u"warn"_s}}}})});
    bench.open();
    bench.engine->answer("PUT /keys/aaaa1111", {});
    bench.page->openKey(u"aaaa1111"_s);
    bench.click(u"access.detail.editButton"_s);
    bench.type(u"access.keyDialog.nameField"_s, u"notebook"_s);
    bench.click(u"access.keyDialog.createButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /keys/aaaa1111"), 1);
    QJsonObject sent = bench.engine->lastOf("PUT /keys/aaaa1111").body;
    QVERIFY(!sent.contains("limits"_L1) && !sent.contains("budget"_L1));
    QTRY_VERIFY(!bench.find<QDialog>(u"access.keyDialog"_s));
    bench.click(u"access.detail.editButton"_s);
    bench.find<QTabWidget>(u"access.keyDialog.tabs"_s)->setCurrentIndex(1);
    bench.find<QDoubleSpinBox>(u"access.keyDialog.budgetSpin"_s)->setValue(0);
    bench.click(u"access.keyDialog.createButton"_s);
    QTRY_COMPARE(bench.engine->countOf("PUT /keys/aaaa1111"), 2);
    sent = bench.engine->lastOf("PUT /keys/aaaa1111").body;
    QVERIFY(sent.value("budget"_L1).isNull() && sent.contains("budget"_L1));
    QVERIFY(!sent.contains("limits"_L1));
}

void tst_AccessDialogs::savesATeamWithItsBudget()
{
    Bench bench;
    bench.open();
    bench.find<QTabWidget>(u"access.tabs"_s)->setCurrentIndex(1);
    bench.engine->answer("POST /teams", {{"id"_L1, u"dev"_s}, {"revision"_L1, 8}}, 201);
    bench.click(u"access.newTeamButton"_s);
    bench.type(u"access.teamDialog.idField"_s, u"dev"_s);
    bench.type(u"access.teamDialog.targetsField"_s, u"gpu/*"_s);
    bench.find<QTabWidget>(u"access.teamDialog.tabs"_s)->setCurrentIndex(1);
    bench.find<QDoubleSpinBox>(u"access.teamDialog.budgetSpin"_s)->setValue(300);
    bench.find<QSpinBox>(u"access.teamDialog.tpmSpin"_s)->setValue(90000);
    bench.find<QSpinBox>(u"access.teamDialog.newKeys.rpmSpin"_s)->setValue(60);
    bench.click(u"access.teamDialog.saveButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /teams"), 1);
    const QJsonObject sent = bench.engine->lastOf("POST /teams").body;
    QCOMPARE(sent.value("targets"_L1).toArray(), QJsonArray{u"gpu/*"_s});
    QCOMPARE(sent["budget"_L1]["limit_usd"_L1].toDouble(), 300.0);
    QCOMPARE(sent["limits"_L1]["tpm"_L1].toInt(), 90000);
    QCOMPARE(sent.value("key_limits"_L1), (QJsonObject{{"rpm"_L1, 60}}));
}

void tst_AccessDialogs::movesSeveralKeys()
{
    Bench bench;
    bench.open();
    bench.engine->answer("PUT /keys/bbbb2222", {});
    bench.engine->answer("PUT /keys/cccc3333", {});
    bench.select(u"never"_s);
    bench.select(u"rarely"_s, Qt::ControlModifier);
    bench.click(u"access.moveButton"_s);
    QTRY_VERIFY(bench.find<QComboBox>(u"access.moveDialog.teamCombo"_s));
    bench.click(u"access.moveDialog.moveButton"_s);
    QTRY_COMPARE(bench.sentence, u"Moved 2 keys to Research"_s);
    QCOMPARE(bench.engine->lastOf("PUT /keys/cccc3333").body,
             (QJsonObject{{"team"_L1, u"research"_s}}));
    bench.undo();
    QTRY_COMPARE(bench.engine->lastOf("PUT /keys/cccc3333").body.value("team"_L1), QString());
}

void tst_AccessDialogs::rotatesSeveralKeys()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /keys/bbbb2222/rotate", {{"secret"_L1, u"gh-b"_s}});
    bench.engine->answer("POST /keys/cccc3333/rotate", {{"secret"_L1, u"gh-c"_s}});
    bench.select(u"never"_s);
    bench.select(u"rarely"_s, Qt::ControlModifier);
    bench.click(u"access.rotateButton"_s);
    bench.click(u"access.bulkRotateDialog.rotateButton"_s);
    auto *secrets = bench.find<QPlainTextEdit>(u"access.bulkRotateDialog.secretsField"_s);
    QTRY_COMPARE(secrets->toPlainText(), u"never\tgh-b\nrarely\tgh-c"_s);
    QCOMPARE(bench.engine->lastOf("POST /keys/bbbb2222/rotate").body.value("overlap_s"_L1),
             24 * 3600);
    bench.click(u"access.bulkRotateDialog.rotateButton"_s); // Done, but nothing was saved
    QVERIFY(bench.find<QLabel>(u"access.bulkRotateDialog.problemLabel"_s)->isVisible());
    bench.click(u"access.bulkRotateDialog.copyButton"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), secrets->toPlainText());
    bench.click(u"access.bulkRotateDialog.rotateButton"_s);
    QTRY_VERIFY(!bench.find<QDialog>(u"access.bulkRotateDialog"_s));
}

void tst_AccessDialogs::showsWhatBinds()
{
    Bench bench;
    const QJsonObject standing{{"scope"_L1, u"team:research"_s},
                               {"what"_L1, u"budget"_s},
                               {"rpm"_L1, 60},
                               {"rpm_used"_L1, 12},
                               {"budget_limit_nano_usd"_L1, qint64(300'000'000'000)},
                               {"budget_spent_nano_usd"_L1, qint64(270'000'000'000)},
                               {"budget_period"_L1, u"month"_s}};
    bench.setKeys({sampleKey(u"aaaa1111"_s, u"laptop"_s,
                             {{"standing"_L1, standing}, {"state"_L1, u"over_budget"_s}}),
                   sampleKey(u"bbbb2222"_s, u"free"_s, {{"standing"_L1, QJsonValue()}})});
    bench.open();
    QCOMPARE(bench.cell(u"laptop"_s, u"binds"_s), u"Team research: budget"_s);
    QCOMPARE(bench.cell(u"laptop"_s, u"budget"_s), u"$270.00 of $300.00"_s);
    QCOMPARE(bench.cell(u"laptop"_s, u"rate"_s), u"12 of 60"_s);
    QCOMPARE(bench.cell(u"laptop"_s, u"state"_s), u"Over budget"_s);
    QCOMPARE(bench.cell(u"free"_s, u"binds"_s), u"Nothing"_s);
    QCOMPARE(bench.cell(u"free"_s, u"budget"_s), u"No budget"_s);
}

void tst_AccessDialogs::showsTheLadderOfLimits()
{
    Bench bench;
    const QJsonObject money{{"limit_nano_usd"_L1, qint64(300'000'000'000)},
                            {"spent_nano_usd"_L1, qint64(12'000'000'000)},
                            {"period"_L1, u"month"_s}};
    bench.engine->answer(
        "GET /keys/aaaa1111/limits",
        {{"items"_L1,
          QJsonArray{QJsonObject{{"scope"_L1, u"gateway"_s}},
                     QJsonObject{{"scope"_L1, u"team:research"_s},
                                 {"rpm"_L1, 60},
                                 {"requests_left"_L1, 48},
                                 {"budgets"_L1, QJsonArray{money}}},
                     QJsonObject{{"scope"_L1, u"key:aaaa1111"_s},
                                 {"rpm"_L1, 100},
                                 {"requests_left"_L1, 100}}}},
         {"binding"_L1,
          QJsonObject{{"rpm"_L1, u"team:research"_s}, {"budget"_L1, u"team:research"_s}}}});
    bench.open();
    bench.page->openKey(u"aaaa1111"_s);
    auto *ladder = bench.find<TableView>(u"access.effectiveLimits"_s);
    QTRY_COMPARE(ladder->model()->rowCount(), 3);
    const auto cell = [ladder](int row, int column, int role = Qt::DisplayRole) {
        return ladder->model()->index(row, column).data(role).toString();
    };
    QCOMPARE(cell(0, 0), u"Team research"_s);
    QCOMPARE(cell(0, 1), u"12 of 60"_s);
    QCOMPARE(cell(0, 2), u"Binds"_s);
    QCOMPARE(cell(1, 0, CellRole::Detail), u"Budget for a month"_s);
    QCOMPARE(cell(1, 1), u"$12.00 of $300.00"_s);
    QCOMPARE(cell(1, 2), u"Binds"_s);
    QCOMPARE(cell(2, 0), u"This key"_s);
    QCOMPARE(cell(2, 2), QString());
}

void tst_AccessDialogs::findsKeysThatGotOut()
{
    Bench bench;
    const QJsonObject activity{
        {"requests"_L1, 41},
        {"failed"_L1, 2},
        {"cost_nano_usd"_L1, qint64(3'200'000'000)},
        {"clients"_L1, QJsonArray{QJsonObject{{"address"_L1, u"203.0.113.9"_s}}}}};
    bench.engine->answer(
        "POST /keys/find",
        sampleList({sampleKey(u"aaaa1111"_s, u"laptop"_s,
                              {{"text"_L1, u"current"_s}, {"activity"_L1, activity}})}));
    bench.engine->answer("POST /keys/aaaa1111/disable", {});
    bench.open();
    bench.click(u"access.leakButton"_s);
    auto *text = bench.find<QPlainTextEdit>(u"access.leakDialog.textField"_s);
    QTRY_VERIFY(text->isVisible());
    QTest::keyClicks(text, u"a log with a key"_s);
    bench.click(u"access.leakDialog.searchButton"_s);
    auto *table = bench.find<TableView>(u"access.leakDialog.foundTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(text->toPlainText(), QString()); // what may hold secrets does not stay
    QCOMPARE(bench.engine->lastOf("POST /keys/find").body.value("since"_L1), u"7d"_s);
    QCOMPARE(table->model()->index(0, 1).data(), u"Works"_s);
    QCOMPARE(table->model()->index(0, 2).data(), u"41"_s);
    QCOMPARE(table->model()->index(0, 4).data(), u"203.0.113.9"_s);
    bench.click(u"access.leakDialog.noticeButton"_s);
    const QString notice = QGuiApplication::clipboard()->text();
    QVERIFY2(notice.contains(u"laptop"_s) && notice.contains(u"203.0.113.9"_s), qPrintable(notice));
    bench.click(u"access.leakDialog.disableButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /keys/aaaa1111/disable"), 1);
    QTRY_COMPARE(table->model()->index(0, 1).data(), u"Disabled"_s);
    table->selectRow(0);
    bench.click(u"access.leakDialog.replaceButton"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"access.rotateDialog"_s));
}

void tst_AccessDialogs::saysWhenNoKeyGotOut()
{
    Bench bench;
    bench.engine->answer("POST /keys/find", sampleList({}));
    bench.open();
    bench.click(u"access.leakButton"_s);
    bench.click(u"access.leakDialog.searchButton"_s);
    auto *outcome = bench.find<QLabel>(u"access.leakDialog.outcomeLabel"_s);
    QCOMPARE(outcome->text(), u"Paste the text to look through."_s);
    QTest::keyClicks(bench.find<QPlainTextEdit>(u"access.leakDialog.textField"_s), u"nothing"_s);
    bench.click(u"access.leakDialog.searchButton"_s);
    QTRY_COMPARE(outcome->text(), u"No key of this gateway stands in the text."_s);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_AccessDialogs)
#include "tst_accessdialogs.moc"
