// SPDX-License-Identifier: GPL-3.0-or-later
//! People, roles and tokens on the page of keys.
#include "core/api/roles.h"
#include "tests/ui/pages/access/accessbench.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject person(const QString &id, const QString &name, const QString &role, int tokens)
{
    return {{"id"_L1, id},
            {"name"_L1, name},
            {"role"_L1, role},
            {"disabled"_L1, false},
            {"tokens"_L1, tokens},
            {"last_sign_in"_L1, QJsonValue()},
            {"last_address"_L1, u"203.0.113.7"_s}};
}

QJsonObject token(const QString &id, const QString &owner)
{
    return {{"id"_L1, id},
            {"person"_L1, owner},
            {"person_name"_L1, owner},
            {"name"_L1, u"laptop"_s},
            {"shown"_L1, u"gha-%1…fR2a"_s.arg(id)},
            {"state"_L1, u"active"_s},
            {"expires"_L1, u"2027-01-31T00:00:00.000Z"_s}};
}

struct PeopleBench : AccessBench {
    PeopleBench()
    {
        engine->answer("GET /people",
                       sampleList({person(u"p1"_s, u"Anna"_s, u"editor"_s, 2),
                                   person(u"p2"_s, u"Ben"_s, u"billing"_s, 0)}));
        engine->answer("GET /tokens",
                       sampleList({token(u"t1"_s, u"p1"_s), token(u"t2"_s, u"p1"_s)}));
        engine->answer("GET /admin-access", {{"tcp"_L1, u"192.0.2.1:4418"_s}});
    }
    void openPeople()
    {
        open();
        find<QTabWidget>(u"access.tabs"_s)->setCurrentIndex(2);
        QTRY_VERIFY(find<TableView>(u"access.peopleTable"_s)
                    && find<TableView>(u"access.peopleTable"_s)->isVisible());
    }
    TableView *people() const { return find<TableView>(u"access.peopleTable"_s); }
    void choose(TableView *table, int row) const
    {
        const QRect cell = table->visualRect(table->model()->index(row, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
    }
};

} // namespace

class tst_AccessPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void listsPeopleAndTokens()
    {
        PeopleBench bench;
        bench.openPeople();
        const auto *model = bench.people()->model();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->index(0, 1).data(), u"Editor"_s);
        QCOMPARE(model->index(1, 1).data(), u"Billing viewer"_s);
        QCOMPARE(model->index(1, 2).data(), u"Not invited"_s);
        QCOMPARE(bench.find<TableView>(u"access.tokensTable"_s)->model()->rowCount(), 2);
        bench.choose(bench.people(), 1);
        QTRY_COMPARE(bench.find<TableView>(u"access.tokensTable"_s)->model()->rowCount(), 0);
    }
    void showsWhatEachRoleMay()
    {
        PeopleBench bench;
        bench.openPeople();
        const auto *model = bench.find<TableView>(u"access.rolesTable"_s)->model();
        QCOMPARE(model->rowCount(), int(Api::allPermissions().size()));
        QCOMPARE(model->columnCount(), 7);
        QCOMPARE(model->index(0, 6).data(), u"Yes"_s);
        QCOMPARE(model->index(model->rowCount() - 1, 1).data(), u"Yes"_s);
        QCOMPARE(model->index(model->rowCount() - 1, 2).data(), u"–"_s);
    }
    void addsAndInvitesByKeyboard()
    {
        PeopleBench bench;
        bench.openPeople();
        bench.engine->answer("POST /people", person(u"p3"_s, u"Cleo"_s, u"operator"_s, 0), 201);
        bench.engine->answer("POST /tokens", {{"id"_L1, u"t9"_s}, {"secret"_L1, u"gha-secret"_s}},
                             201);
        bench.people()->setFocus();
        QTest::keyClick(bench.people(), Qt::Key_N);
        QTRY_VERIFY(bench.find<QLineEdit>(u"access.personDialog.nameField"_s));
        bench.click(u"access.personDialog.saveButton"_s); // without a name
        QCOMPARE(bench.engine->countOf("POST /people"), 0);
        bench.type(u"access.personDialog.nameField"_s, u"Cleo"_s);
        bench.find<QComboBox>(u"access.personDialog.roleCombo"_s)->setCurrentIndex(2);
        QTest::keyClick(bench.find<QLineEdit>(u"access.personDialog.nameField"_s), Qt::Key_Return);
        QTRY_COMPARE(bench.engine->countOf("POST /people"), 1);
        QCOMPARE(bench.engine->lastOf("POST /people").body.value("role"_L1), u"operator"_s);
        QTRY_VERIFY(bench.find<QLineEdit>(u"access.tokenDialog.nameField"_s));
        bench.type(u"access.tokenDialog.nameField"_s, u"laptop"_s);
        bench.click(u"access.tokenDialog.createButton"_s);
        auto *shown = bench.find<QLineEdit>(u"access.tokenDialog.secretField"_s);
        QTRY_COMPARE(shown->text(), u"gha-secret"_s);
        QCOMPARE(bench.engine->lastOf("POST /tokens").body.value("person"_L1), u"p3"_s);
        bench.click(u"access.tokenDialog.createButton"_s); // Done, but nothing was copied
        QVERIFY(bench.find<QLabel>(u"access.tokenDialog.problemLabel"_s)->isVisible());
        bench.click(u"access.tokenDialog.invitationButton"_s);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"192.0.2.1:4418"_s));
        bench.click(u"access.tokenDialog.createButton"_s);
        QTRY_VERIFY(!bench.find<QDialog>(u"access.tokenDialog"_s));
    }
    void narrowsATokenToARole()
    {
        PeopleBench bench;
        bench.openPeople();
        bench.engine->answer("POST /tokens", {{"secret"_L1, u"gha-secret"_s}}, 201);
        bench.choose(bench.people(), 0); // an editor
        bench.click(u"access.inviteButton"_s);
        auto *may = bench.find<QComboBox>(u"access.tokenDialog.roleCombo"_s);
        QStringList words;
        for (int i = 0; i < may->count(); ++i)
            words.append(may->itemData(i).toString());
        QCOMPARE(words, (QStringList{{}, u"viewer"_s, u"billing"_s, u"areas"_s}));
        may->setFocus();
        QTest::keyClick(may, Qt::Key_Down);
        bench.type(u"access.tokenDialog.nameField"_s, u"script"_s);
        bench.click(u"access.tokenDialog.createButton"_s);
        QTRY_COMPARE(bench.engine->countOf("POST /tokens"), 1);
        const QJsonObject body = bench.engine->lastOf("POST /tokens").body;
        QCOMPARE(body.value("role"_L1), u"viewer"_s);
        QVERIFY(!body.contains("areas"_L1));
    }
    void narrowsATokenToAreas()
    {
        PeopleBench bench;
        bench.openPeople();
        bench.engine->answer("POST /tokens", {{"secret"_L1, u"gha-secret"_s}}, 201);
        bench.choose(bench.people(), 0);
        bench.click(u"access.inviteButton"_s);
        auto *may = bench.find<QComboBox>(u"access.tokenDialog.roleCombo"_s);
        QVERIFY(!bench.find<QWidget>(u"access.tokenDialog.areaList"_s)->isVisible());
        may->setFocus();
        QTest::keyClick(may, Qt::Key_End);
        QVERIFY(bench.find<QWidget>(u"access.tokenDialog.areaList"_s)->isVisible());
        QVERIFY(!bench.find<QWidget>(u"access.tokenDialog.area.manage_keys"_s));
        bench.type(u"access.tokenDialog.nameField"_s, u"script"_s);
        bench.click(u"access.tokenDialog.createButton"_s); // nothing is ticked
        QCOMPARE(bench.engine->countOf("POST /tokens"), 0);
        bench.click(u"access.tokenDialog.area.view_spend"_s);
        bench.click(u"access.tokenDialog.createButton"_s);
        QTRY_COMPARE(bench.engine->countOf("POST /tokens"), 1);
        const QJsonObject body = bench.engine->lastOf("POST /tokens").body;
        QCOMPARE(body.value("areas"_L1).toArray(), QJsonArray{u"view_spend"_s});
        QVERIFY(!body.contains("role"_L1));
    }
    void saysWhatATokenMay()
    {
        PeopleBench bench;
        QJsonObject whole = token(u"t1"_s, u"p1"_s);
        whole.insert("role"_L1, u"viewer"_s);
        QJsonObject some = token(u"t2"_s, u"p1"_s);
        some.insert("areas"_L1, QJsonArray{u"view_status"_s, u"view_spend"_s});
        bench.engine->answer("GET /tokens", sampleList({whole, some}));
        bench.openPeople();
        const auto *model = bench.find<TableView>(u"access.tokensTable"_s)->model();
        QTRY_COMPARE(model->rowCount(), 2);
        QCOMPARE(model->index(0, 2).data(), u"Viewer"_s);
        QVERIFY(model->index(1, 2).data().toString().startsWith(u'2'));
        QVERIFY(model->index(1, 2).data(Qt::ToolTipRole).toString().contains(u"spend"_s));
    }
    void showsARefusalUnderItsField()
    {
        PeopleBench bench;
        bench.openPeople();
        const QJsonObject error{{"code"_L1, u"already_exists"_s},
                                {"message"_L1, u"somebody is called \"Anna\" already"_s},
                                {"path"_L1, u"name"_s}};
        bench.engine->answer("POST /people", {{"error"_L1, error}}, 409);
        bench.page->createNew();
        bench.type(u"access.personDialog.nameField"_s, u"Anna"_s);
        bench.click(u"access.personDialog.saveButton"_s);
        auto *name = bench.find<QLineEdit>(u"access.personDialog.nameField"_s);
        QTRY_COMPARE(name->property("state").toString(), u"error"_s);
    }
    void signsOutAfterAQuestion()
    {
        PeopleBench bench;
        bench.openPeople();
        bench.engine->answer("POST /people/p1/sign-out", {{"revoked"_L1, 2}});
        bench.choose(bench.people(), 0);
        bench.click(u"access.signOutButton"_s);
        QTRY_VERIFY(bench.find<QAbstractButton>(u"access.peopleConfirmButton"_s));
        QCOMPARE(bench.engine->countOf("POST /people/p1/sign-out"), 0);
        bench.click(u"access.peopleConfirmButton"_s);
        QTRY_COMPARE(bench.engine->countOf("POST /people/p1/sign-out"), 1);
    }
    void revokesOneToken()
    {
        PeopleBench bench;
        bench.openPeople();
        bench.engine->answer("DELETE /tokens/t2", {{"id"_L1, u"t2"_s}});
        bench.choose(bench.find<TableView>(u"access.tokensTable"_s), 1);
        bench.click(u"access.revokeTokenButton"_s);
        bench.click(u"access.peopleConfirmButton"_s);
        QTRY_COMPARE(bench.engine->countOf("DELETE /tokens/t2"), 1);
    }
    void locksOut()
    {
        PeopleBench bench;
        bench.openPeople();
        const QJsonObject error{{"code"_L1, u"forbidden"_s}, {"message"_L1, u"only an owner"_s}};
        bench.engine->answer("PUT /people/p1", {{"error"_L1, error}}, 403);
        bench.choose(bench.people(), 0);
        bench.click(u"access.lockPersonButton"_s);
        auto *banner = bench.find<Banner>(u"access.peopleBanner"_s);
        QTRY_VERIFY(banner->isVisible() && banner->text().contains(u"only an owner"_s));
        QCOMPARE(bench.engine->lastOf("PUT /people/p1").body.value("disabled"_L1), true);
    }
    void saysWhoMayNotSeePeople()
    {
        PeopleBench bench;
        const QJsonObject error{{"code"_L1, u"forbidden"_s},
                                {"message"_L1, u"the role viewer may not do this"_s}};
        bench.engine->answer("GET /people", {{"error"_L1, error}}, 403);
        bench.engine->answer("GET /tokens", {{"error"_L1, error}}, 403);
        bench.open();
        bench.find<QTabWidget>(u"access.tabs"_s)->setCurrentIndex(2);
        auto *state = bench.find<StatePanel>(u"access.peopleState"_s);
        QTRY_COMPARE(state->state(), StatePanel::State::Error);
    }
    void offersAFirstPerson()
    {
        PeopleBench bench;
        bench.engine->answer("GET /people", sampleList({}));
        bench.engine->answer("GET /tokens", sampleList({}));
        bench.open();
        bench.find<QTabWidget>(u"access.tabs"_s)->setCurrentIndex(2);
        bench.click(u"access.firstPersonButton"_s);
        QTRY_VERIFY(bench.find<QDialog>(u"access.personDialog"_s));
    }
};

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_AccessPeople)
#include "tst_accesspeople.moc"
