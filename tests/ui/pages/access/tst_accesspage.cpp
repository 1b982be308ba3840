// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pages/access/accessbench.h"
#include "ui/models/teamsmodel.h"
#include "ui/widgets/chartview.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QMessageBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

using Bench = AccessBench;

class tst_AccessPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void showsKeysWithStateAndSpend();
    void waitsInASkeleton();
    void saysWhyThereAreNoKeys();
    void offersAFirstKey();
    void saysWhenTheBooksDoNotAnswer();
    void keepsKeysWhenTheGatewayIsGone();
    void findsByWordsAndQuickFilters();
    void findsAWholePastedKeyWithoutKeepingIt();
    void findsADeclaredKeyByItsText();
    void createsAKeyByKeyboard();
    void tagsAKeyAndFindsIt();
    void checksTheNewKeyFirst();
    void showsTheGatewaysRefusalUnderItsField();
    void asksBeforeTheSecretIsLost();
    void clearsTheWayWhenMarkedAsSaved();
    void rotatesWithOverlap();
    void endsAnOverlapAfterAQuestion();
    void disablesWithUndo();
    void offersEachActionOnce();
    void actsOnSeveralKeys();
    void extendsTheExpiryWithUndo();
    void deletesAndRestores();
    void leavesDeclaredKeysAlone();
    void showsWhatAKeyMayCall();
    void opensTheRequestsOfAKey();
    void editsAKeyWithUndo();
    void escapeClosesDetailThenClearsTheFilter();
    void listsTeams();
    void tellsWhatATeamSpends();
    void createsATeam();
    void keepsATeamWithKeys();
    void deletesATeam();
    void namesEveryControl();
};

void tst_AccessPage::showsKeysWithStateAndSpend()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Ready);
    QCOMPARE(bench.names(), QStringList({u"ci"_s, u"laptop"_s, u"never"_s, u"rarely"_s}));
    QCOMPARE(bench.cell(u"laptop"_s, u"spent"_s), u"$12.50"_s);
    QCOMPARE(bench.cell(u"laptop"_s, u"key"_s), u"gh-aaaa1111…fR2a"_s);
    QCOMPARE(bench.cell(u"laptop"_s, u"state"_s), u"Active"_s);
    QCOMPARE(bench.cell(u"ci"_s, u"state"_s), u"Active, from file"_s);
    QCOMPARE(bench.cell(u"never"_s, u"lastUsed"_s), u"Never"_s);
    QCOMPARE(bench.cell(u"laptop"_s, u"client"_s), u"127.0.0.1"_s);
}

void tst_AccessPage::waitsInASkeleton()
{
    Bench bench;
    bench.engine->holdAnswers();
    bench.make();
    bench.page->show();
    QVERIFY(!bench.page->isReady());
    QCOMPARE(bench.state(), StatePanel::State::Loading);
    QVERIFY(!bench.table()->isVisible());
    bench.engine->releaseAnswers();
    QTRY_VERIFY(bench.table()->isVisible());
}

void tst_AccessPage::saysWhyThereAreNoKeys()
{
    Bench bench;
    bench.engine->answer("GET /keys", {{"error"_L1, QJsonObject{{"message"_L1, u"disk full"_s}}}},
                         500);
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Error);
    bench.setKeys(Bench::usualKeys());
    auto *panel = bench.page->findChild<StatePanel *>(u"access.keysState"_s);
    QTest::mouseClick(panel->findChild<QAbstractButton *>(u"statePanel.retryButton"_s),
                      Qt::LeftButton);
    QTRY_COMPARE(bench.state(), StatePanel::State::Ready);
}

void tst_AccessPage::offersAFirstKey()
{
    Bench bench;
    bench.setKeys({});
    bench.setDeleted({});
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Empty);
    bench.click(u"access.newKeyButton"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"access.keyDialog"_s));
}

void tst_AccessPage::saysWhenTheBooksDoNotAnswer()
{
    Bench bench;
    bench.engine->answer("GET /usage", {}, 503);
    bench.open();
    QCOMPARE(bench.state(), StatePanel::State::Partial);
    QCOMPARE(bench.cell(u"laptop"_s, u"spent"_s), u"–"_s);
}

void tst_AccessPage::keepsKeysWhenTheGatewayIsGone()
{
    Bench bench;
    bench.open();
    bench.engine->loseEvents();
    QCOMPARE(bench.state(), StatePanel::State::Stale);
    QVERIFY(bench.table()->isVisible());
    bench.engine->connectEvents();
    QTRY_COMPARE(bench.state(), StatePanel::State::Ready);
}

void tst_AccessPage::findsByWordsAndQuickFilters()
{
    Bench bench;
    bench.open();
    bench.type(u"access.filterField"_s, u"RESEARCH lap"_s);
    QCOMPARE(bench.names(), QStringList{u"laptop"_s});
    bench.type(u"access.filterField"_s, u"nothing"_s);
    QTRY_VERIFY(bench.find<QLabel>(u"access.nothingLabel"_s)->isVisible());
    bench.find<QLineEdit>(u"access.filterField"_s)->clear();
    bench.chooseQuick(u"Never used"_s);
    QCOMPARE(bench.names(), QStringList{u"never"_s});
    bench.chooseQuick(u"Unused for 90 days"_s);
    QCOMPARE(bench.names(), QStringList{u"rarely"_s});
    bench.chooseQuick(u"Recently deleted"_s);
    QCOMPARE(bench.names(), QStringList{u"old app"_s});
}

void tst_AccessPage::findsAWholePastedKeyWithoutKeepingIt()
{
    Bench bench;
    bench.open();
    auto *field = bench.find<QLineEdit>(u"access.filterField"_s);
    const QString whole = u"gh-bbbb2222-%1fR2a"_s.arg(QString(45, u'x'));
    QGuiApplication::clipboard()->setText(whole);
    field->setFocus();
    const auto found = [](const QString &id, const QString &name, const QString &text) {
        return sampleList({sampleKey(id, name, {{"text"_L1, text}})});
    };
    bench.engine->answer("POST /keys/find", found(u"bbbb2222"_s, u"never"_s, u"current"_s));
    QTest::keySequence(field, QKeySequence::Paste);
    QCOMPARE(field->text(), u"gh-bbbb2222"_s);
    QVERIFY(!field->isUndoAvailable());
    QTRY_COMPARE(bench.engine->lastOf("POST /keys/find").body.value("text"_L1), whole);
    QTRY_COMPARE(bench.names(), QStringList{u"never"_s});
    QCOMPARE(bench.problem(), QString());
    bench.engine->answer("POST /keys/find", found(u"bbbb2222"_s, u"never"_s, u"former"_s));
    field->selectAll();
    QTest::keySequence(field, QKeySequence::Paste);
    QTRY_VERIFY(bench.problem().contains(u"never"_s));
    for (const FakeAdminTransport::Request &request : bench.engine->requests())
        QVERIFY(!request.query.toString().contains(u"xxxx"_s));
}

void tst_AccessPage::findsADeclaredKeyByItsText()
{
    Bench bench;
    bench.open();
    auto *field = bench.find<QLineEdit>(u"access.filterField"_s);
    bench.engine->answer(
        "POST /keys/find",
        sampleList(
            {sampleKey(u"ci"_s, u"ci"_s, {{"text"_L1, u"current"_s}, {"declared"_L1, true}})}));
    QGuiApplication::clipboard()->setText(u"the-secret-of-the-build-server"_s);
    field->setFocus();
    QTest::keySequence(field, QKeySequence::Paste);
    QCOMPARE(field->text(), QString());
    QTRY_COMPARE(bench.names(), QStringList{u"ci"_s});
    bench.engine->answer("POST /keys/find", sampleList({}));
    field->selectAll();
    QTest::keySequence(field, QKeySequence::Paste);
    QTRY_VERIFY(bench.problem().contains(u"no key of this gateway"_s));
}

void tst_AccessPage::createsAKeyByKeyboard()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /keys",
                         {{"id"_L1, u"newkey11"_s}, {"name"_L1, u"app"_s}, {"secret"_L1, secret}},
                         201);
    bench.table()->setFocus();
    bench.key(Qt::Key_N);
    QTRY_VERIFY(bench.find<QLineEdit>(u"access.keyDialog.nameField"_s));
    QVERIFY(QTest::qWaitForWindowActive(bench.find<QDialog>(u"access.keyDialog"_s)));
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    auto *team = bench.find<QComboBox>(u"access.keyDialog.teamCombo"_s);
    QTest::keyClick(team, Qt::Key_Down);
    QTest::keyClick(bench.find<QComboBox>(u"access.keyDialog.expiryCombo"_s), Qt::Key_Down);
    const QDateTime asked = QDateTime::currentDateTime();
    QTest::keyClick(bench.find<QLineEdit>(u"access.keyDialog.nameField"_s), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLineEdit>(u"access.secretDialog.secretField"_s));
    const QJsonObject sent = bench.engine->lastOf("POST /keys").body;
    QCOMPARE(sent.value("name"_L1), u"app"_s);
    QCOMPARE(sent.value("team"_L1), u"research"_s);
    QCOMPARE(sent.value("routes"_L1).toArray(), QJsonArray{u"*"_s});
    const auto expires =
        QDateTime::fromString(sent.value("expires"_L1).toString(), Qt::ISODateWithMs);
    QVERIFY(asked.daysTo(expires) >= 30); // a midnight may lie between
    QVERIFY(QDateTime::currentDateTime().daysTo(expires) <= 30);
    QCOMPARE(bench.find<QLineEdit>(u"access.secretDialog.secretField"_s)->text(), secret);
    bench.click(u"access.secretDialog.copyButton"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), secret);
    bench.click(u"access.secretDialog.closeButton"_s);
    QTRY_VERIFY(!bench.find<QDialog>(u"access.secretDialog"_s));
}

void tst_AccessPage::tagsAKeyAndFindsIt()
{
    Bench bench;
    bench.setKeys({sampleKey(u"aaaa1111"_s, u"laptop"_s,
                             {{"tags"_L1, QJsonArray{u"project=search"_s, u"stage=live"_s}}}),
                   sampleKey(u"bbbb2222"_s, u"server"_s, {})});
    bench.open();
    QCOMPARE(bench.cell(u"laptop"_s, u"tags"_s), u"project=search, stage=live"_s);
    bench.type(u"access.filterField"_s, u"project=sea"_s);
    QTRY_COMPARE(bench.table()->model()->rowCount(), 1);
    bench.table()->setFocus();
    bench.key(Qt::Key_N);
    QTRY_VERIFY(bench.find<QLineEdit>(u"access.keyDialog.tagsField"_s));
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    auto *tags = bench.find<QLineEdit>(u"access.keyDialog.tagsField"_s);
    QTest::keyClicks(tags, u"search"_s);
    bench.click(u"access.keyDialog.createButton"_s);
    QCOMPARE(bench.engine->countOf("POST /keys"), 0);
    QCOMPARE(bench.find<FormField>(u"access.keyDialog.tagsField.row"_s)->problem(),
             FormField::Problem::Error);
    tags->setText(u"project=search , stage=test"_s);
    bench.click(u"access.keyDialog.createButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /keys"), 1);
    QCOMPARE(bench.engine->lastOf("POST /keys").body.value("tags"_L1).toArray(),
             (QJsonArray{u"project=search"_s, u"stage=test"_s}));
}

void tst_AccessPage::checksTheNewKeyFirst()
{
    Bench bench;
    bench.open();
    bench.page->createNew();
    bench.click(u"access.keyDialog.createButton"_s);
    auto *name = bench.find<QLineEdit>(u"access.keyDialog.nameField"_s);
    QCOMPARE(name->property("state").toString(), u"error"_s);
    bench.type(u"access.keyDialog.nameField"_s, u"laptop"_s); // taken
    bench.click(u"access.keyDialog.createButton"_s);
    QCOMPARE(name->property("state").toString(), u"error"_s);
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    for (auto *button :
         bench.find<QDialog>(u"access.keyDialog"_s)->findChildren<QAbstractButton *>())
        if (button->text() == u"Only these"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    bench.click(u"access.keyDialog.createButton"_s); // nothing ticked
    QCOMPARE(bench.engine->countOf("POST /keys"), 0);
    auto *list = bench.find<QListView>(u"access.keyDialog.routesList"_s);
    QVERIFY(list->isVisible());
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Space);
    bench.engine->answer("POST /keys", {{"id"_L1, u"newkey11"_s}, {"secret"_L1, secret}}, 201);
    bench.click(u"access.keyDialog.createButton"_s);
    QTRY_COMPARE(bench.engine->lastOf("POST /keys").body.value("routes"_L1).toArray(),
                 QJsonArray{u"openai/*"_s});
}

void tst_AccessPage::showsTheGatewaysRefusalUnderItsField()
{
    Bench bench;
    bench.open();
    const QJsonObject error{{"code"_L1, u"invalid_request"_s},
                            {"message"_L1, u"there is no team 'research'"_s},
                            {"path"_L1, u"team"_s}};
    bench.engine->answer("POST /keys", {{"error"_L1, error}}, 400);
    bench.page->createNew();
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    bench.click(u"access.keyDialog.createButton"_s);
    auto *team = bench.find<QComboBox>(u"access.keyDialog.teamCombo"_s);
    QTRY_COMPARE(team->property("state").toString(), u"error"_s);
    QVERIFY(team->accessibleDescription().contains(u"no team"_s));
}

void tst_AccessPage::asksBeforeTheSecretIsLost()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /keys", {{"id"_L1, u"newkey11"_s}, {"secret"_L1, secret}}, 201);
    bench.page->createNew();
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    bench.click(u"access.keyDialog.createButton"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"access.secretDialog"_s));
    QTest::keyClick(bench.find<QDialog>(u"access.secretDialog"_s), Qt::Key_Escape);
    bench.click(u"access.stayButton"_s);
    QVERIFY(bench.find<QDialog>(u"access.secretDialog"_s)->isVisible());
    QTRY_VERIFY(!bench.find<QMessageBox>(u"access.copyDialog"_s));
    bench.click(u"access.secretDialog.closeButton"_s);
    bench.click(u"access.copyAndCloseButton"_s);
    QTRY_VERIFY(!bench.find<QDialog>(u"access.secretDialog"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), secret);
}

void tst_AccessPage::clearsTheWayWhenMarkedAsSaved()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /keys", {{"id"_L1, u"newkey11"_s}, {"secret"_L1, secret}}, 201);
    bench.page->createNew();
    bench.type(u"access.keyDialog.nameField"_s, u"app"_s);
    bench.click(u"access.keyDialog.createButton"_s);
    bench.click(u"access.secretDialog.savedCheck"_s);
    bench.click(u"access.secretDialog.closeButton"_s);
    QTRY_VERIFY(!bench.find<QDialog>(u"access.secretDialog"_s));
}

void tst_AccessPage::rotatesWithOverlap()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /keys/aaaa1111/rotate", {{"secret"_L1, secret}});
    QJsonArray keys = Bench::usualKeys();
    keys.replace(
        0,
        sampleKey(u"aaaa1111"_s, u"laptop"_s,
                  {{"state"_L1, u"rotating"_s}, {"old_until"_L1, u"2026-11-29T12:00:00.000Z"_s}}));
    bench.setKeys(keys);
    bench.select(u"laptop"_s);
    bench.key(Qt::Key_R);
    QTRY_VERIFY(bench.find<QComboBox>(u"access.rotateDialog.overlapCombo"_s));
    QTest::keyClick(bench.find<QComboBox>(u"access.rotateDialog.overlapCombo"_s), Qt::Key_Down);
    bench.click(u"access.rotateDialog.rotateButton"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"access.secretDialog"_s));
    QCOMPARE(bench.engine->lastOf("POST /keys/aaaa1111/rotate").body.value("overlap_s"_L1),
             7 * 24 * 3600);
    QTRY_COMPARE(bench.cell(u"laptop"_s, u"state"_s), u"Rotating until 29 Nov"_s);
}

void tst_AccessPage::endsAnOverlapAfterAQuestion()
{
    Bench bench;
    bench.setKeys({sampleKey(
        u"aaaa1111"_s, u"laptop"_s,
        {{"state"_L1, u"rotating"_s}, {"old_until"_L1, u"2026-11-29T12:00:00.000Z"_s}})});
    bench.engine->answer("POST /keys/aaaa1111/end-overlap", {});
    bench.open();
    bench.select(u"laptop"_s);
    bench.key(Qt::Key_Return);
    bench.click(u"access.detail.endOverlapButton"_s);
    bench.click(u"access.keepOverlapButton"_s);
    QTRY_VERIFY(!bench.find<QMessageBox>(u"access.endOverlapDialog"_s));
    QCOMPARE(bench.engine->countOf("POST /keys/aaaa1111/end-overlap"), 0);
    bench.click(u"access.detail.endOverlapButton"_s);
    bench.click(u"access.endOverlapButton"_s);
    QTRY_COMPARE(bench.engine->countOf("POST /keys/aaaa1111/end-overlap"), 1);
    QTRY_VERIFY(bench.sentence.contains(u"refused"_s));
    QVERIFY(!bench.undo);
}

void tst_AccessPage::disablesWithUndo()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /keys/aaaa1111/disable", {});
    bench.engine->answer("POST /keys/aaaa1111/enable", {});
    bench.select(u"laptop"_s);
    bench.click(u"access.disableButton"_s);
    QTRY_COMPARE(bench.sentence, u"Disabled “laptop”"_s);
    bench.undo();
    QTRY_COMPARE(bench.engine->countOf("POST /keys/aaaa1111/enable"), 1);
    QTRY_COMPARE(bench.sentence, u"Undone: Disabled “laptop”"_s);
    QVERIFY(!bench.undo);
}

void tst_AccessPage::offersEachActionOnce()
{
    Bench bench;
    bench.open();
    bench.select(u"laptop"_s);
    auto *inLine = bench.find<QAbstractButton>(u"access.deleteButton"_s);
    auto *inDetail = bench.find<QAbstractButton>(u"access.detail.deleteButton"_s);
    QVERIFY(inLine->isVisible() && !inDetail->isVisible());
    bench.key(Qt::Key_Return);
    QTRY_VERIFY(inDetail->isVisible());
    QVERIFY(!inLine->isVisible());
    bench.select(u"never"_s, Qt::ControlModifier); // the panel shows one, these are two
    QTRY_VERIFY(inLine->isVisible());
    bench.key(Qt::Key_Escape);
    QTRY_VERIFY(!inDetail->isVisible());
    QVERIFY(inLine->isVisible());
}

void tst_AccessPage::actsOnSeveralKeys()
{
    Bench bench;
    bench.open();
    bench.engine->answer("POST /keys/aaaa1111/disable", {});
    const QJsonObject error{{"message"_L1, u"the disk is full"_s}};
    bench.engine->answer("POST /keys/bbbb2222/disable", {{"error"_L1, error}}, 500);
    bench.select(u"laptop"_s);
    bench.select(u"never"_s, Qt::ControlModifier);
    QCOMPARE(bench.find<QLabel>(u"access.summaryLabel"_s)->text(), u"4 keys, 2 selected"_s);
    bench.click(u"access.disableButton"_s);
    QTRY_VERIFY(bench.problem().contains(u"the disk is full"_s));
    QCOMPARE(bench.engine->countOf("POST /keys/aaaa1111/disable"), 1);
    bench.engine->answer("POST /keys/bbbb2222/disable", {});
    bench.click(u"access.disableButton"_s);
    QTRY_COMPARE(bench.sentence, u"Disabled 2 keys"_s);
    QCOMPARE(bench.problem(), QString());
}

void tst_AccessPage::extendsTheExpiryWithUndo()
{
    Bench bench;
    bench.open();
    bench.engine->answer("PUT /keys/aaaa1111", {});
    bench.select(u"laptop"_s);
    bench.click(u"access.extendButton"_s);
    bench.click(u"access.expiryDialog.saveButton"_s);
    QTRY_COMPARE(bench.sentence, u"Changed the expiry of “laptop”"_s);
    const QJsonObject sent = bench.engine->lastOf("PUT /keys/aaaa1111").body;
    QCOMPARE(sent.keys(), QStringList{u"expires"_s});
    QVERIFY(!sent.value("expires"_L1).toString().isEmpty());
    bench.undo();
    QTRY_COMPARE(bench.engine->lastOf("PUT /keys/aaaa1111").body.value("expires"_L1), QString());
}

void tst_AccessPage::deletesAndRestores()
{
    Bench bench;
    bench.open();
    bench.engine->answer("DELETE /keys/aaaa1111", {});
    bench.engine->answer("POST /keys/aaaa1111/restore", {});
    bench.engine->answer("POST /keys/gone4444/restore", {});
    bench.select(u"laptop"_s);
    bench.key(Qt::Key_Delete);
    QTRY_COMPARE(bench.sentence, u"Deleted “laptop”"_s);
    bench.undo();
    QTRY_COMPARE(bench.sentence, u"Undone: Deleted “laptop”"_s);
    QCOMPARE(bench.engine->countOf("POST /keys/aaaa1111/restore"), 1);
    bench.chooseQuick(u"Recently deleted"_s);
    bench.select(u"old app"_s);
    bench.click(u"access.restoreButton"_s);
    QTRY_COMPARE(bench.sentence, u"Restored “old app”"_s);
    QCOMPARE(bench.engine->countOf("POST /keys/gone4444/restore"), 1);
}

void tst_AccessPage::leavesDeclaredKeysAlone()
{
    Bench bench;
    bench.open();
    bench.select(u"ci"_s);
    auto *remove = bench.find<QAbstractButton>(u"access.deleteButton"_s);
    QVERIFY(!remove->isEnabled());
    QCOMPARE(remove->toolTip(), u"Declared in gatehouse.yaml"_s);
    bench.key(Qt::Key_Delete);
    bench.key(Qt::Key_R);
    QVERIFY(bench.problem().contains(u"gatehouse.yaml"_s));
    QVERIFY(!bench.find<QDialog>(u"access.rotateDialog"_s));
    bench.key(Qt::Key_Return);
    QTRY_VERIFY(bench.find<QWidget>(u"access.detail"_s)->isVisible());
    QVERIFY(!bench.find<QAbstractButton>(u"access.detail.editButton"_s)->isVisible());
}

void tst_AccessPage::showsWhatAKeyMayCall()
{
    Bench bench;
    bench.open();
    bench.select(u"laptop"_s);
    bench.key(Qt::Key_Return);
    auto *ladder = bench.find<TableView>(u"access.effectiveAccess"_s);
    QTRY_VERIFY(ladder->isVisible());
    QCOMPARE(ladder->model()->rowCount(), 3);
    QCOMPARE(ladder->model()->index(1, 0).data(CellRole::Detail), u"Team research"_s);
    QCOMPARE(ladder->model()->index(1, 2).data(), u"Decides"_s);
    QTRY_COMPARE(ladder->model()->index(2, 1).data().toString(), u"1"_s);
    const QString callable = bench.find<QLabel>(u"access.detail.callableLabel"_s)->text();
    QVERIFY2(callable.contains(u"openai/gpt-4o"_s) && callable.contains(u"eu"_s),
             qPrintable(callable));
}

void tst_AccessPage::opensTheRequestsOfAKey()
{
    Bench bench;
    bench.open();
    QSignalSpy opened(bench.page.get(), &AccessPage::openRequests);
    bench.page->openKey(u"aaaa1111"_s);
    bench.find<QAbstractButton>(u"access.detail.requestsButton"_s)->setFocus();
    QTest::keyClick(bench.find<QAbstractButton>(u"access.detail.requestsButton"_s), Qt::Key_Space);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toString(), u"key:aaaa1111"_s);
}

void tst_AccessPage::editsAKeyWithUndo()
{
    Bench bench;
    bench.open();
    bench.engine->answer("PUT /keys/aaaa1111", {{"name"_L1, u"notebook"_s}});
    bench.page->openKey(u"aaaa1111"_s);
    bench.click(u"access.detail.editButton"_s);
    QTRY_COMPARE(bench.find<QComboBox>(u"access.keyDialog.teamCombo"_s)->currentData(),
                 u"research"_s);
    bench.type(u"access.keyDialog.nameField"_s, u"notebook"_s);
    bench.click(u"access.keyDialog.createButton"_s);
    QTRY_COMPARE(bench.sentence, u"Changed “notebook”"_s);
    QCOMPARE(bench.engine->lastOf("PUT /keys/aaaa1111").body.value("name"_L1), u"notebook"_s);
    bench.undo();
    QCOMPARE(bench.engine->lastOf("PUT /keys/aaaa1111").body.value("name"_L1), u"laptop"_s);
}

void tst_AccessPage::escapeClosesDetailThenClearsTheFilter()
{
    Bench bench;
    bench.open();
    bench.type(u"access.filterField"_s, u"lap"_s);
    bench.select(u"laptop"_s);
    bench.key(Qt::Key_Return);
    QVERIFY(bench.find<QWidget>(u"access.detail"_s)->isVisible());
    bench.key(Qt::Key_Escape);
    QVERIFY(!bench.find<QWidget>(u"access.detail"_s)->isVisible());
    bench.key(Qt::Key_Escape);
    QCOMPARE(bench.find<QLineEdit>(u"access.filterField"_s)->text(), QString());
}

void tst_AccessPage::listsTeams()
{
    Bench bench;
    bench.open();
    bench.find<QTabWidget>(u"access.tabs"_s)->setCurrentIndex(1);
    auto *teams = bench.find<TableView>(u"access.teamsTable"_s);
    QTRY_VERIFY(teams->isVisible());
    QCOMPARE(teams->model()->rowCount(), 2);
    const auto text = [teams](int column) { return teams->model()->index(1, column).data(); };
    QCOMPARE(text(TeamsModel::Name), u"Research"_s);
    QCOMPARE(text(TeamsModel::Keys).toString(), u"1"_s);
    QCOMPARE(text(TeamsModel::Routes), u"openai/*"_s);
    QCOMPARE(text(TeamsModel::Residency), u"eu"_s);
    QCOMPARE(text(TeamsModel::Spent), u"$12.50"_s);
}

void tst_AccessPage::tellsWhatATeamSpends()
{
    Bench bench;
    bench.engine->answer("GET /budgets",
                         sampleList({QJsonObject{{"scope"_L1, u"team:research"_s},
                                                 {"limit_nano_usd"_L1, qint64(60'000'000'000)},
                                                 {"spent_nano_usd"_L1, qint64(54'000'000'000)},
                                                 {"percent"_L1, 90},
                                                 {"period"_L1, u"month"_s},
                                                 {"state"_L1, u"warned"_s}}}));
    QJsonObject usage = sampleList({QJsonObject{{"day"_L1, u"2026-11-21"_s},
                                                {"team"_L1, u"research"_s},
                                                {"requests"_L1, 3},
                                                {"cost_nano_usd"_L1, qint64(12'500'000'000)}}});
    usage.insert("from"_L1, u"2026-11-20T00:00:00.000Z"_s);
    usage.insert("to"_L1, u"2026-11-23T00:00:00.000Z"_s);
    usage.insert("time_zone"_L1, u"UTC"_s);
    bench.engine->answer("GET /usage", usage);
    bench.open();
    bench.find<QTabWidget>(u"access.tabs"_s)->setCurrentIndex(1);
    auto *teams = bench.find<TableView>(u"access.teamsTable"_s);
    teams->selectRow(1);
    const QModelIndex budget = teams->model()->index(1, TeamsModel::Budget);
    QTRY_COMPARE(budget.data(CellRole::Share).toDouble(), 0.9);
    QVERIFY(budget.data().toString().contains(u"$60"_s));
    QVERIFY(teams->model()->index(0, TeamsModel::Budget).data(CellRole::Share).isNull());
    auto *chart = bench.find<ChartView>(u"access.teamSpendChart"_s);
    QTRY_COMPARE(chart->value(u"research"_s, 1), 12.5);
    QSignalSpy opened(bench.page.get(), &AccessPage::openRequests);
    Q_EMIT chart->pointActivated(1);
    QCOMPARE(opened.last().first().toString(),
             u"team:research since:2026-11-21 until:2026-11-22"_s);
}

void tst_AccessPage::createsATeam()
{
    Bench bench;
    bench.open();
    bench.find<QTabWidget>(u"access.tabs"_s)->setCurrentIndex(1);
    QSignalSpy saved(bench.document.get(), &ConfigurationModel::saved);
    bench.engine->answer("POST /teams", {{"id"_L1, u"dev"_s}, {"revision"_L1, 8}}, 201);
    bench.click(u"access.newTeamButton"_s);
    bench.type(u"access.teamDialog.idField"_s, u"No Good"_s);
    bench.click(u"access.teamDialog.saveButton"_s);
    QCOMPARE(bench.find<QLineEdit>(u"access.teamDialog.idField"_s)->property("state").toString(),
             u"error"_s);
    bench.type(u"access.teamDialog.idField"_s, u"dev"_s);
    bench.type(u"access.teamDialog.residencyField"_s, u"eu, on-prem"_s);
    bench.click(u"access.teamDialog.saveButton"_s);
    QTRY_COMPARE(saved.count(), 1);
    const QJsonObject sent = bench.engine->lastOf("POST /teams").body;
    QCOMPARE(sent.value("id"_L1), u"dev"_s);
    QCOMPARE(sent.value("residency"_L1).toArray(), QJsonArray({u"eu"_s, u"on-prem"_s}));
    QTRY_VERIFY(!bench.find<QDialog>(u"access.teamDialog"_s));
}

void tst_AccessPage::keepsATeamWithKeys()
{
    Bench bench;
    bench.open();
    bench.find<QTabWidget>(u"access.tabs"_s)->setCurrentIndex(1);
    auto *teams = bench.find<TableView>(u"access.teamsTable"_s);
    teams->selectRow(1);
    bench.click(u"access.deleteTeamButton"_s);
    auto *banner = bench.find<Banner>(u"access.teamsBanner"_s);
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(u"laptop"_s));
    QCOMPARE(bench.engine->countOf("DELETE /teams/research"), 0);
}

void tst_AccessPage::deletesATeam()
{
    Bench bench;
    bench.open();
    bench.find<QTabWidget>(u"access.tabs"_s)->setCurrentIndex(1);
    QSignalSpy saved(bench.document.get(), &ConfigurationModel::saved);
    bench.engine->answer("DELETE /teams/ops", {{"id"_L1, u"ops"_s}, {"revision"_L1, 8}});
    auto *teams = bench.find<TableView>(u"access.teamsTable"_s);
    teams->setFocus();
    teams->selectRow(0);
    QTest::keyClick(teams, Qt::Key_Delete);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(saved.first().first().toString(), u"Deleted team “ops”"_s);
}

void tst_AccessPage::namesEveryControl()
{
    Bench bench;
    bench.open();
    bench.page->openKey(u"aaaa1111"_s);
    bench.page->createNew();
    QTRY_VERIFY(bench.find<QDialog>(u"access.keyDialog"_s));
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        for (const QWidget *control : top->findChildren<QWidget *>()) {
            const bool isPart = control->inherits("QLineEditIconButton")
                || control->parent()->inherits("QTabBar")
                || control->parent()->inherits("QAbstractItemView")
                || control->objectName().startsWith(u"qt_"_s);
            if (!control->isVisible() || isPart || !(control->focusPolicy() & Qt::TabFocus))
                continue;
            const QByteArray what(control->metaObject()->className());
            QVERIFY2(!control->objectName().isEmpty(), what.constData());
            QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
        }
    }
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_AccessPage)
#include "tst_accesspage.moc"
