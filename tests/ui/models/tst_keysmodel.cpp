// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplekeys.h"
#include "ui/models/choicemodel.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/keyaccess.h"
#include "ui/models/keysfilter.h"
#include "ui/models/keysmodel.h"
#include "ui/models/teamsmodel.h"
#include "ui/models/teamspend.h"
#include "ui/widgets/celldelegate.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct Bench {
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    FakeClock clock;
    KeysModel keys{client, clock};

    Bench()
    {
        engine->answer("GET /keys?deleted=1", sampleList({}));
        engine->answer("GET /usage", sampleList({}));
        setKeys({sampleKey(u"aaaa1111"_s, u"laptop"_s), sampleKey(u"bbbb2222"_s, u"server"_s)});
    }
    void setKeys(const QJsonArray &items) const { engine->answer("GET /keys", sampleList(items)); }
    void load()
    {
        QSignalSpy changed(&keys, &KeysModel::changed);
        keys.refresh();
        QVERIFY(changed.wait());
    }
    QString text(int row, KeysModel::Column column) const
    {
        return keys.index(row, column).data().toString();
    }
};

KeyRow keyOf(const QString &team, const QStringList &routes)
{
    KeyRow key;
    key.team = team;
    key.routes = routes;
    return key;
}

Api::Document oneTeam(const QStringList &routes)
{
    Api::Document document;
    document.teams = {{.id = u"ops"_s, .name = {}, .routes = routes, .residency = {u"eu"_s}}};
    return document;
}

const QStringList names{u"fast"_s, u"openai/gpt-4o"_s, u"openai/o3"_s, u"other/m"_s};

} // namespace

class tst_KeysModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void keepsTheRulesOfModels();
    void updatesRowsInPlace();
    void sumsSpendOfKeysAndTeams();
    void spendIsUnknownWithoutTheBooks();
    void staysLoadingUntilTheGatewayAnswers();
    void followsEventsWhileActive();
    void tellsStates_data();
    void tellsStates();
    void sortsAsAPersonWould();
    void filtersByWords();
    void findsUnusedKeys();
    void readsThePublicIdOfAWholeKey();
    void theLastRuleThatTakesAwayDecides_data();
    void theLastRuleThatTakesAwayDecides();
    void aKeyOfAGoneTeamMayCallNothing();
    void countsTheKeysOfTeams();
    void keepsTickedChoicesThatAreGone();
};

void tst_KeysModel::keepsTheRulesOfModels()
{
    Bench bench;
    const QAbstractItemModelTester tester(&bench.keys);
    KeysFilter filter(bench.keys);
    const QAbstractItemModelTester filterTester(&filter);
    bench.load();
    QCOMPARE(bench.keys.rowCount(), 2);
    bench.setKeys({});
    bench.load();
    QCOMPARE(filter.rowCount(), 0);
}

void tst_KeysModel::updatesRowsInPlace()
{
    Bench bench;
    bench.load();
    QSignalSpy reset(&bench.keys, &KeysModel::modelReset);
    QSignalSpy updated(&bench.keys, &KeysModel::dataChanged);
    bench.setKeys({sampleKey(u"aaaa1111"_s, u"notebook"_s), sampleKey(u"bbbb2222"_s, u"server"_s)});
    bench.load();
    QCOMPARE(reset.count(), 0);
    QCOMPARE(updated.count(), 1);
    QCOMPARE(bench.text(0, KeysModel::Name), u"notebook"_s);
}

void tst_KeysModel::sumsSpendOfKeysAndTeams()
{
    Bench bench;
    const auto row = [](const QString &key, const QString &team, qint64 cost) {
        return QJsonObject{{"key"_L1, key}, {"team"_L1, team}, {"cost_nano_usd"_L1, cost}};
    };
    // The key moved from one team to another within the month.
    bench.engine->answer("GET /usage",
                         sampleList({row(u"aaaa1111"_s, u"ops"_s, 2'000'000'000),
                                     row(u"aaaa1111"_s, u"dev"_s, 3'000'000'000),
                                     row(u"bbbb2222"_s, u"dev"_s, 1'000'000'000)}));
    bench.load();
    QCOMPARE(bench.text(0, KeysModel::Spent), u"$5.00"_s);
    QCOMPARE(bench.keys.teamSpend(u"dev"_s), MaybeMoney(4'000'000'000));
    QCOMPARE(bench.keys.teamSpend(u"new"_s), MaybeMoney(0));
    const QUrlQuery asked = bench.engine->lastOf("GET /usage").query;
    QCOMPARE(asked.queryItemValue(u"since"_s), u"2026-11-01"_s);
}

void tst_KeysModel::spendIsUnknownWithoutTheBooks()
{
    Bench bench;
    bench.engine->answer("GET /usage", {}, 503);
    bench.load();
    QVERIFY(bench.keys.hasData());
    QVERIFY(!bench.keys.isSpendKnown());
    QCOMPARE(bench.text(0, KeysModel::Spent), u"–"_s);
}

void tst_KeysModel::staysLoadingUntilTheGatewayAnswers()
{
    Bench bench;
    bench.engine->setReachable(false);
    bench.keys.refresh();
    QTRY_COMPARE(bench.engine->countOf("GET /usage"), 2); // by key and by team
    QVERIFY(!bench.keys.hasData());
    QCOMPARE(bench.keys.problem(), QString());
    bench.engine->setReachable(true);
    bench.client.start();
    QTRY_VERIFY(bench.keys.hasData());
}

void tst_KeysModel::followsEventsWhileActive()
{
    Bench bench;
    bench.client.start();
    bench.load();
    const int before = bench.engine->countOf("GET /usage");
    bench.engine->push(u"event"_s, {{"kind"_L1, u"key"_s}});
    QTRY_COMPARE(bench.engine->countOf("GET /usage"), before + 2);
    bench.keys.setActive(false);
    bench.engine->push(u"event"_s, {{"kind"_L1, u"key"_s}});
    bench.keys.setActive(true); // reads what it missed, once
    QCOMPARE(bench.engine->countOf("GET /usage"), before + 4);
}

void tst_KeysModel::tellsStates_data()
{
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Tone>("tone");
    QTest::newRow("active") << QJsonObject() << u"Active"_s << Tone::Ok;
    QTest::newRow("declared") << QJsonObject{{"declared"_L1, true}} << u"Active, from file"_s
                              << Tone::Ok;
    QTest::newRow("expiring") << QJsonObject{{"state"_L1, u"expiring"_s},
                                             {"expires"_L1, u"2026-11-26T12:00:00.000Z"_s}}
                              << u"Expires 26 Nov"_s << Tone::Warn;
    QTest::newRow("expired") << QJsonObject{{"state"_L1, u"expired"_s}} << u"Expired"_s
                             << Tone::Err;
    QTest::newRow("disabled") << QJsonObject{{"state"_L1, u"disabled"_s}} << u"Disabled"_s
                              << Tone::Neutral;
    QTest::newRow("rotating") << QJsonObject{{"state"_L1, u"rotating"_s},
                                             {"old_until"_L1, u"2026-11-29T12:00:00.000Z"_s}}
                              << u"Rotating until 29 Nov"_s << Tone::Info;
    QTest::newRow("deleted") << QJsonObject{{"state"_L1, u"deleted"_s},
                                            {"restorable_until"_L1, u"2026-12-20T12:00:00.000Z"_s}}
                             << u"Restore until 20 Dec"_s << Tone::Neutral;
}

void tst_KeysModel::tellsStates()
{
    QFETCH(QJsonObject, fields);
    Bench bench;
    bench.setKeys({sampleKey(u"aaaa1111"_s, u"laptop"_s, fields)});
    bench.load();
    QTEST(bench.text(0, KeysModel::KeyState), "text");
    const QModelIndex cell = bench.keys.index(0, KeysModel::KeyState);
    QTEST(Tone(cell.data(CellRole::Tone).toInt()), "tone");
    QVERIFY(!cell.data(CellRole::Icon).toString().isEmpty());
}

void tst_KeysModel::sortsAsAPersonWould()
{
    Bench bench;
    bench.setKeys(
        {sampleKey(u"aaaa1111"_s, u"Zebra"_s),
         sampleKey(u"bbbb2222"_s, u"apple"_s, {{"expires"_L1, u"2027-01-01T00:00:00.000Z"_s}})});
    bench.load();
    KeysFilter filter(bench.keys);
    filter.sort(KeysModel::Name);
    QCOMPARE(filter.index(0, KeysModel::Name).data(), u"apple"_s);
    filter.sort(KeysModel::Expires, Qt::DescendingOrder); // without end is the latest
    QCOMPARE(filter.index(0, KeysModel::Name).data(), u"Zebra"_s);
}

void tst_KeysModel::filtersByWords()
{
    Bench bench;
    bench.setKeys({sampleKey(u"aaaa1111"_s, u"laptop"_s, {{"note"_L1, u"for Maria"_s}}),
                   sampleKey(u"bbbb2222"_s, u"server"_s, {{"state"_L1, u"disabled"_s}})});
    bench.load();
    KeysFilter filter(bench.keys);
    filter.setWords(u"  maria  LAP "_s);
    QCOMPARE(filter.rowCount(), 1);
    filter.setWords(u"disabled"_s);
    QCOMPARE(filter.index(0, KeysModel::Name).data(), u"server"_s);
    filter.setWords(u"gh-bbbb2222"_s);
    QCOMPARE(filter.rowCount(), 1);
}

void tst_KeysModel::findsUnusedKeys()
{
    Bench bench;
    const QJsonObject oldAndNeverUsed{{"last_used"_L1, QJsonValue::Null},
                                      {"created"_L1, u"2026-01-01T00:00:00.000Z"_s}};
    const QJsonObject newAndNeverUsed{{"last_used"_L1, QJsonValue::Null}};
    bench.setKeys({sampleKey(u"aaaa1111"_s, u"a"_s, oldAndNeverUsed),
                   sampleKey(u"bbbb2222"_s, u"b"_s, newAndNeverUsed),
                   sampleKey(u"cccc3333"_s, u"c"_s)});
    bench.load();
    KeysFilter filter(bench.keys);
    filter.setQuick(KeysFilter::Quick::NeverUsed);
    QCOMPARE(filter.rowCount(), 2);
    filter.setQuick(KeysFilter::Quick::Unused90Days);
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.index(0, KeysModel::Name).data(), u"a"_s);
}

void tst_KeysModel::readsThePublicIdOfAWholeKey()
{
    const QString rest(49, u'x');
    QCOMPARE(publicIdOfKey(u" gh-k7m2xw9q-%1\n"_s.arg(rest)), u"k7m2xw9q"_s);
    QCOMPARE(publicIdOfKey(u"gh-k7m2xw9q-%1"_s.arg(rest.chopped(1))), QString());
    QCOMPARE(publicIdOfKey(u"sk-proj-%1"_s.arg(rest)), QString());
    QCOMPARE(publicIdOfKey(u"laptop"_s), QString());
}

void tst_KeysModel::theLastRuleThatTakesAwayDecides_data()
{
    QTest::addColumn<QStringList>("team");
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<int>("binding");
    QTest::addColumn<int>("left");
    QTest::newRow("nothing narrows") << QStringList() << QStringList{u"*"_s} << 0 << 4;
    QTest::newRow("the team") << QStringList{u"openai/*"_s} << QStringList{u"*"_s} << 1 << 2;
    QTest::newRow("the key") << QStringList{u"openai/*"_s} << QStringList{u"openai/o3"_s} << 2 << 1;
    QTest::newRow("nothing left") << QStringList{u"openai/*"_s} << QStringList{u"fast"_s} << 2 << 0;
}

void tst_KeysModel::theLastRuleThatTakesAwayDecides()
{
    QFETCH(QStringList, team);
    QFETCH(QStringList, key);
    QFETCH(int, binding);
    const KeyAccess access = accessOf(keyOf(u"ops"_s, key), oneTeam(team), names);
    QCOMPARE(access.steps.size(), 3);
    QTEST(int(access.callable.size()), "left");
    for (int step = 0; step < 3; ++step)
        QCOMPARE(access.steps.at(step).binds, step == binding);
    QCOMPARE(access.residency, QStringList{u"eu"_s});
}

void tst_KeysModel::aKeyOfAGoneTeamMayCallNothing()
{
    const KeyAccess access = accessOf(keyOf(u"gone"_s, {u"*"_s}), oneTeam({}), names);
    QVERIFY(access.teamMissing);
    QVERIFY(access.callable.isEmpty());
}

void tst_KeysModel::countsTheKeysOfTeams()
{
    Bench bench;
    const QJsonObject ops{{"id"_L1, u"ops"_s}};
    bench.engine->answer(
        "GET /config",
        {{"document"_L1, QJsonObject{{"version"_L1, 1}, {"teams"_L1, QJsonArray{ops}}}},
         {"revision"_L1, 7}});
    bench.setKeys(
        {sampleKey(u"aaaa1111"_s, u"laptop"_s, {{"team"_L1, u"ops"_s}, {"owner"_L1, u"bo"_s}}),
         sampleKey(u"bbbb2222"_s, u"server"_s, {{"team"_L1, u"ops"_s}, {"owner"_L1, u"ann"_s}}),
         sampleKey(u"cccc3333"_s, u"script"_s, {{"team"_L1, u"ops"_s}, {"owner"_L1, u"bo"_s}})});
    ConfigurationModel configuration(bench.client);
    TeamSpend spend(bench.client, bench.clock);
    TeamsModel teams(configuration, bench.keys, spend);
    const QAbstractItemModelTester tester(&teams);
    bench.load();
    QTRY_COMPARE(teams.rowCount(), 1);
    QCOMPARE(teams.index(0, TeamsModel::Keys).data().toString(), u"3"_s);
    QCOMPARE(teams.index(0, TeamsModel::Members).data().toString(), u"ann, bo"_s);
    QCOMPARE(teams.index(0, TeamsModel::Routes).data().toString(), u"All"_s);
    QCOMPARE(teams.keyNames(u"ops"_s), QStringList({u"laptop"_s, u"server"_s, u"script"_s}));
}

void tst_KeysModel::keepsTickedChoicesThatAreGone()
{
    ChoiceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setChosen({u"old/model"_s});
    model.setChoices({{.id = u"fast"_s, .text = {}}});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), QStringList({u"fast"_s, u"old/model"_s}));
    QVERIFY(model.setData(model.index(1), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), QStringList{u"fast"_s});
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_KeysModel)
#include "tst_keysmodel.moc"
