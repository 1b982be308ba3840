// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "ui/models/capabilitymodel.h"
#include "ui/models/modelchoicemodel.h"
#include "ui/models/providerdraft.h"
#include "ui/models/providerremoval.h"
#include "ui/models/providersmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/celldelegate.h"

#include <QtCore/QJsonArray>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class ProvidersModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void keepsRowsInPlace();
    void asksOnlyWhileWatched();
    void saysHowHealthIsKnown();
    void saysWhatAnEngineDoes_data();
    void saysWhatAnEngineDoes();
    void saysWhatModelsTake();
    void countsKeysByState();
    void offersAllOrTheChosen();
    void switchesOffOneOfAll();
    void ownWordStandsBeforeTests();
    void marksPersonalDataAndDisputes();
    void tellsWhatAModelCosts();
    void showsUnknownAsUnknown();
    void tellsReferencesFromValues();
    void tellsTheCostOfTheMonth();
    void readsHeadersAndTags();
    void replacesTargetsOnce();
};

void ProvidersModelTest::tellsTheCostOfTheMonth()
{
    auto *fake = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(fake)};
    SeriesColours colours;
    ProvidersModel model(client, colours);
    fake->answer("GET /providers",
                 {{"items"_L1,
                   QJsonArray{QJsonObject{{"id"_L1, u"cloud"_s}}, QJsonObject{{"id"_L1, u"gpu"_s}},
                              QJsonObject{{"id"_L1, u"new"_s}}}}});
    const auto cost = [](const QString &provider, qint64 nano) {
        return QJsonObject{{"provider"_L1, provider}, {"cost_nano_usd"_L1, nano}};
    };
    fake->answer("GET /usage",
                 {{"items"_L1,
                   QJsonArray{cost(u"cloud"_s, 95'000'000'000), cost(u"gpu"_s, 2'500'000'000)}}});
    const auto budget = [](const QString &scope, const QString &period, qint64 limit) {
        return QJsonObject{
            {"scope"_L1, scope}, {"period"_L1, period}, {"limit_nano_usd"_L1, limit}};
    };
    fake->answer("GET /budgets",
                 {{"items"_L1,
                   QJsonArray{budget(u"provider:cloud"_s, u"month"_s, 100'000'000'000),
                              budget(u"provider:gpu"_s, u"day"_s, 5'000'000'000),
                              budget(u"team:gpu"_s, u"month"_s, 5'000'000'000)}}});
    QCOMPARE(model.rowCount(), 0);
    model.refresh();
    const auto cell = [&model](int row) { return model.index(row, ProvidersModel::Cost); };
    QTRY_COMPARE(model.rowCount(), 3);
    QTRY_COMPARE(cell(0).data().toString(), u"$95.00 of $100.00"_s);
    QCOMPARE(cell(0).data(CellRole::Share).toDouble(), 0.95);
    QCOMPARE(cell(0).data(CellRole::Tone).toInt(), int(Tone::Warn));
    QCOMPARE(cell(1).data().toString(), u"$2.50"_s);
    QVERIFY(!cell(1).data(CellRole::Share).isValid());
    QCOMPARE(cell(2).data().toString(), u"$0.00"_s); // nothing, and known
    QCOMPARE(fake->lastOf("GET /usage").query.queryItemValue(u"since"_s), u"month"_s);
}

void ProvidersModelTest::keepsRowsInPlace()
{
    auto *fake = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(fake)};
    SeriesColours colours;
    ProvidersModel model(client, colours);
    const QAbstractItemModelTester tester(&model);
    const auto answer = [fake](const QList<QJsonObject> &rows) {
        QJsonArray items;
        for (const QJsonObject &row : rows)
            items.append(row);
        fake->answer("GET /providers", {{"items"_L1, items}});
    };
    const QJsonObject gpu{{"id"_L1, u"gpu"_s}, {"health"_L1, u"healthy"_s}};
    const QJsonObject failing{{"id"_L1, u"gpu"_s}, {"health"_L1, u"down"_s}};
    const QJsonObject cloud{{"id"_L1, u"cloud"_s}};
    QSignalSpy refreshed(&model, &ProvidersModel::refreshed);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    answer({gpu});
    model.refresh();
    QVERIFY(refreshed.wait());
    QCOMPARE(reset.size(), 1);
    answer({failing});
    model.refresh();
    QVERIFY(refreshed.wait());
    QCOMPARE(reset.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, ProvidersModel::Health).data().toString(), u"Down"_s);
    answer({failing, cloud});
    model.refresh();
    QVERIFY(refreshed.wait());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, ProvidersModel::InUse).data().toString(), u"0"_s);
}

void ProvidersModelTest::asksOnlyWhileWatched()
{
    auto *fake = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(fake)};
    SeriesColours colours;
    ProvidersModel model(client, colours);
    model.setWatched(true);
    model.setWatched(true);
    QCOMPARE(fake->countOf("GET /providers"), 1);
    model.setWatched(false);
    fake->push(u"revision"_s, {{"revision"_L1, 3}});
    QCOMPARE(fake->countOf("GET /providers"), 2);
    fake->push(u"request"_s, {});
    QCOMPARE(fake->countOf("GET /providers"), 2);
}

void ProvidersModelTest::saysHowHealthIsKnown()
{
    const QDateTime now = QDateTime::fromString(u"2026-03-01T12:00:40Z"_s, Qt::ISODate);
    ProviderRow row = parseProviderRow({{"id"_L1, u"gpu"_s}, {"health"_L1, u"not_tested"_s}});
    QCOMPARE(healthSource(row, now), u"No traffic yet, and no check."_s);
    row.lastCheck = {.time = now.addSecs(-40), .passed = true, .detail = {}};
    QCOMPARE(row.shownHealth(), ProviderHealth::Health::Healthy);
    QCOMPARE(healthSource(row, now), u"From a check, 40 s ago: passed."_s);
    row.health = ProviderHealth::Health::Down;
    row.recentAttempts = 240;
    QVERIFY(row.isDisputed());
    QCOMPARE(healthSource(row, now),
             u"From traffic, 240 attempts in 5 min. The last check disagrees. From a check, 40 s "
             "ago: passed."_s);
    row.lastCheck->passed = false;
    QVERIFY(!row.isDisputed());

    const QJsonObject check{{"time"_L1, u"2026-03-01T12:00:00.000Z"_s}, {"ok"_L1, true}};
    row = parseProviderRow(
        {{"health"_L1, u"healthy"_s}, {"health_from_check"_L1, true}, {"health_check"_L1, check}});
    QCOMPARE(healthSource(row, now), u"From a check, 40 s ago: passed."_s);
}

void ProvidersModelTest::saysWhatAnEngineDoes_data()
{
    QTest::addColumn<QJsonObject>("load");
    QTest::addColumn<QString>("sentence");
    const auto state = [](const QString &name) { return QJsonObject{{"state"_L1, name}}; };
    QTest::newRow("none") << QJsonObject() << QString();
    QTest::newRow("load") << QJsonObject{{"state"_L1, u"ready"_s},
                                         {"running"_L1, 1234},
                                         {"waiting"_L1, 1},
                                         {"cache_usage"_L1, 0.312}}
                          << u"1,234 running, 1 waiting; cache 31\u202F% full"_s;
    QTest::newRow("no cache") << QJsonObject{{"state"_L1, u"ready"_s},
                                             {"running"_L1, 2},
                                             {"waiting"_L1, 0},
                                             {"cache_usage"_L1, QJsonValue()}}
                              << u"2 running, 0 waiting"_s;
    QTest::newRow("models") << QJsonObject{{"state"_L1, u"ready"_s},
                                           {"loaded_models"_L1,
                                            QJsonArray{u"llama3"_s, u"qwen2"_s}}}
                            << u"Loaded: llama3, qwen2"_s;
    QTest::newRow("no model") << QJsonObject{{"state"_L1, u"ready"_s},
                                             {"loaded_models"_L1, QJsonArray()}}
                              << u"No model loaded; the first request loads its model"_s;
    QTest::newRow("asleep") << state(u"asleep"_s) << u"Asleep until a request needs it"_s;
    QTest::newRow("waking") << state(u"waking"_s) << u"Waking up"_s;
    QTest::newRow("loading") << state(u"loading"_s) << u"Loading its model"_s;
    QTest::newRow("unreachable") << state(u"unreachable"_s) << u"Does not tell its load"_s;
}

void ProvidersModelTest::saysWhatAnEngineDoes()
{
    QFETCH(QJsonObject, load);
    const ProviderRow row = parseProviderRow({{"id"_L1, u"gpu"_s}, {"engine_load"_L1, load}});
    QTEST(engineSentence(row), "sentence");
}

void ProvidersModelTest::saysWhatModelsTake()
{
    const auto breaker = [](const QString &model, const QJsonValue &most, const QString &source) {
        return QJsonObject{{"model"_L1, model},
                           {"in_flight"_L1, 3},
                           {"capacity"_L1, most},
                           {"capacity_source"_L1, source}};
    };
    const QJsonArray breakers{breaker(u"llama"_s, 12, u"learned"_s),
                              breaker(u"llama"_s, 12, u"learned"_s), // of its other key
                              breaker(u"mistral"_s, 1200, u"declared"_s),
                              breaker(u"phi"_s, QJsonValue::Null, QString())};
    const ProviderRow row = parseProviderRow({{"id"_L1, u"gpu"_s}, {"breakers"_L1, breakers}});
    QCOMPARE(row.capacities.size(), 2);
    QCOMPARE(capacitySentence(row.capacities.at(0)), u"llama: 3 of 12 running, learned"_s);
    QCOMPARE(capacitySentence(row.capacities.at(1)), u"mistral: 3 of 1,200 running, as set"_s);
}

void ProvidersModelTest::countsKeysByState()
{
    ProviderRow row;
    QCOMPARE(keysSummary(row), u"No key"_s);
    for (const QString &state : {u"active"_s, u"active"_s, u"locked"_s}) {
        ProviderKeyRow key;
        key.state = state;
        row.keys.append(key);
    }
    QCOMPARE(keysSummary(row), u"2 active, 1 locked"_s);
}

void ProvidersModelTest::offersAllOrTheChosen()
{
    ModelChoiceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setModels({u"b"_s, u"a"_s}, {});
    QVERIFY(model.chosen().isEmpty());
    model.setOffersAll(false);
    QCOMPARE(model.chosen(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    model.add(u"own"_s);
    QCOMPARE(model.chosen(), (QStringList{u"b"_s, u"own"_s}));
    model.setListed({u"a"_s});
    QCOMPARE(model.chosen(), (QStringList{u"b"_s, u"own"_s}));
    QCOMPARE(model.rowCount(), 3);
}

void ProvidersModelTest::switchesOffOneOfAll()
{
    ModelChoiceModel model;
    model.setModels({u"b"_s, u"a"_s}, {});
    QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!model.offersAll());
    QCOMPARE(model.chosen(), QStringList{u"b"_s});
    QVERIFY(!model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), QStringList{u"b"_s});
}

void ProvidersModelTest::marksPersonalDataAndDisputes()
{
    const QJsonObject check{{"time"_L1, u"2026-11-23T07:00:00.000Z"_s},
                            {"ok"_L1, false},
                            {"ms"_L1, 40},
                            {"detail"_L1, u"refused"_s}};
    const QJsonObject key{{"id"_L1, u"1"_s},
                          {"added"_L1, u"2026-11-20"_s},
                          {"last_used"_L1, u"2026-11-23T06:59:00.000Z"_s}};
    const ProviderRow row = parseProviderRow({{"id"_L1, u"oa"_s},
                                              {"health"_L1, u"healthy"_s},
                                              {"recent_attempts"_L1, 12},
                                              {"check_disagrees"_L1, true},
                                              {"health_check"_L1, check},
                                              {"health_checks"_L1, QJsonArray{check}},
                                              {"personal_data"_L1, true},
                                              {"retention"_L1, u"30 days"_s},
                                              {"keys"_L1, QJsonArray{key}}});
    QVERIFY(row.isDisputed());
    QCOMPARE(row.checks.size(), 1);
    QCOMPARE(row.checks.first().milliseconds, MaybeNumber(40));
    QCOMPARE(row.keys.first().added, QDate(2026, 11, 20));
    QVERIFY(row.keys.first().lastUsed.isValid());
    QCOMPARE(dataSentence(row), u"What is sent to it may hold personal data. Kept: 30 days."_s);
}

void ProvidersModelTest::tellsWhatAModelCosts()
{
    ModelChoiceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setModels({u"a"_s, u"b"_s}, {});
    model.setFacts({{u"a"_s,
                     {.aliases = {u"fast"_s},
                      .context = 128'000,
                      .input = 2'500'000'000,
                      .output = 10'000'000'000}}});
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, ModelChoiceModel::Alias), u"fast"_s);
    QCOMPARE(text(0, ModelChoiceModel::Price), u"$2.50 / $10.00"_s);
    QCOMPARE(model.index(0, ModelChoiceModel::Context).data(CellRole::Value).toLongLong(), 128'000);
    QCOMPARE(text(1, ModelChoiceModel::Price), u"Set price…"_s);
}

void ProvidersModelTest::ownWordStandsBeforeTests()
{
    CapabilityModel model;
    const QAbstractItemModelTester tester(&model);
    const QJsonObject failed{{"state"_L1, u"failed"_s}, {"reason"_L1, u"no tool was called"_s}};
    const QJsonObject row{{"model"_L1, u"gpt-4.1"_s},
                          {"capabilities"_L1, QJsonObject{{"tools"_L1, failed}}}};
    model.setAnswer({{"items"_L1, QJsonArray{row}}});
    const QModelIndex tools = model.index(0, 4);
    QCOMPARE(tools.data().toString(), u"Failed"_s);
    model.setOverride(tools, true);
    QCOMPARE(tools.data().toString(), u"Yes"_s);
    QVERIFY(tools.data(Qt::ToolTipRole).toString().contains(u"no tool was called"_s));
    QCOMPARE(model.overrides().value("gpt-4.1"_L1)["tools"_L1], QJsonValue(true));
    model.setOverride(tools, std::nullopt);
    QVERIFY(model.overrides().isEmpty());
    QCOMPARE(tools.data().toString(), u"Failed"_s);
}

void ProvidersModelTest::showsUnknownAsUnknown()
{
    CapabilityModel model;
    const QAbstractItemModelTester tester(&model);
    const QJsonObject declared{{"state"_L1, u"declared"_s}, {"declared"_L1, true}};
    const QJsonObject row{{"model"_L1, u"llama"_s},
                          {"capabilities"_L1, QJsonObject{{"chat"_L1, declared}}}};
    model.setAnswer({{"items"_L1, QJsonArray{row}}, {"catalogue"_L1, u"2026-07-24"_s}});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 1).data().toString(), u"Declared"_s);
    QVERIFY(model.index(0, 1).data(Qt::ToolTipRole).toString().contains(u"2026-07-24"_s));
    QCOMPARE(model.index(0, 2).data(Qt::AccessibleTextRole).toString(), u"Responses: Not tested"_s);
}

void ProvidersModelTest::tellsReferencesFromValues()
{
    const DraftKey value = draftKey(u" \"sk-1234\" "_s, {}, {});
    QCOMPARE(value.value, u"sk-1234"_s);
    QVERIFY(value.key.secret.isEmpty());
    const DraftKey reference = draftKey(u"env:OPENAI_API_KEY"_s, {}, {value});
    QCOMPARE(reference.key.secret, u"env:OPENAI_API_KEY"_s);
    QVERIFY(reference.value.isEmpty());
    QCOMPARE(reference.key.id, u"2"_s);
}

void ProvidersModelTest::readsHeadersAndTags()
{
    const QMap<QString, QString> headers{{u"X-Team"_s, u"research: one"_s}, {u"X-Two"_s, u"2"_s}};
    QCOMPARE(parseHeaders(headersText(headers)), headers);
    QCOMPARE(parseTags(u"eu,  de eu\n"_s), (QStringList{u"eu"_s, u"de"_s}));
}

void ProvidersModelTest::replacesTargetsOnce()
{
    Api::Document document;
    Api::Route route;
    route.id = u"fast"_s;
    for (const QString &id : {u"a"_s, u"b"_s}) {
        Api::Provider provider;
        provider.id = id;
        document.providers.append(provider);
    }
    for (const QString &name : {u"a/m"_s, u"b/m"_s, u"a/n"_s}) {
        Api::RouteTarget target;
        target.provider = name.section(u'/', 0, 0);
        target.model = name.section(u'/', 1);
        route.targets.append(target);
    }
    document.routes = {route};
    QCOMPARE(routesUsing(document, u"a"_s), QStringList{u"fast"_s});
    const Api::Document left = withoutProvider(document, u"a"_s, u"b"_s);
    QCOMPARE(left.providers.size(), 1);
    QCOMPARE(left.routes.constFirst().targets.size(), 2);
    QVERIFY(!isNamedElsewhere(left, u"a"_s));
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::ProvidersModelTest)
#include "tst_providersmodel.moc"
