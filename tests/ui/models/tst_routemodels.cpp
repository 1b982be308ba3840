// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"
#include "tests/support/sampleroutes.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/explainmodel.h"
#include "ui/models/revisionsmodel.h"
#include "ui/models/routelistmodel.h"
#include "ui/models/routeoutlinemodel.h"
#include "ui/models/routeproblems.h"
#include "ui/models/routesmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/models/targetsmodel.h"
#include "ui/widgets/celldelegate.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class RouteModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void plansSharesByWeight();
    void plansAllForTheFirstUsableTarget();
    void measuresShares();
    void listsRoutesThenDirectModels();
    void searchesTargetsToo();
    void editsTargets();
    void explainsWeightsAsShares();
    void forgetsAModelOfAnotherProvider();
    void outlinesARoute();
    void outlinesADirectModel();
    void warnsOfUnusableUnknownAndUnpricedTargets();
    void warnsOfKeysThatNameALostRoute();
    void placesFindings();
    void listsRevisions();
    void shapesRequests();

private:
    Api::Route route(const QString &id) const { return *m_model->draft().route(id); }

    FakeAdminTransport *m_fake = nullptr;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<ConfigurationModel> m_configuration;
    std::unique_ptr<RoutesModel> m_model;
};

void RouteModelsTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_fake = new FakeAdminTransport;
    answerRoutes(*m_fake);
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_configuration = std::make_unique<ConfigurationModel>(*m_client);
    m_model = std::make_unique<RoutesModel>(*m_client, *m_configuration);
    m_model->refresh();
    QTRY_VERIFY(m_model->isAnswered() && m_configuration->isLoaded());
}

void RouteModelsTest::cleanup()
{
    m_model.reset();
    m_configuration.reset();
    m_client.reset();
}

void RouteModelsTest::plansSharesByWeight()
{
    const QList<double> shares = plannedShares(route(u"fast"_s), m_model->facts());
    QCOMPARE(shares.size(), 2);
    QVERIFY(qFuzzyCompare(shares.at(0), 60.0 / 90));
    QVERIFY(qFuzzyCompare(shares.at(1), 30.0 / 90));
}

void RouteModelsTest::plansAllForTheFirstUsableTarget()
{
    RouteFacts facts = m_model->facts();
    QCOMPARE(plannedShares(route(u"careful"_s), facts), (QList<double>{1, 0}));
    facts.providers[u"openai"_s].health = ProviderHealth::Health::Down;
    QCOMPARE(plannedShares(route(u"careful"_s), facts), (QList<double>{0, 1}));
    QCOMPARE(usableTargets(route(u"careful"_s), facts), 1);
    QCOMPARE(routeState(route(u"careful"_s), facts).word, u"1 of 2"_s);
}

void RouteModelsTest::measuresShares()
{
    QCOMPARE(m_model->facts().requests.value(u"fast"_s), 1000);
    QCOMPARE(m_model->facts().measuredShare(u"fast"_s, u"openai/gpt-4o-mini"_s), 0.75);
    QVERIFY(!m_model->facts().measuredShare(u"careful"_s, u"openai/gpt-4o"_s));
}

void RouteModelsTest::listsRoutesThenDirectModels()
{
    RouteListModel list;
    const QAbstractItemModelTester tester(&list);
    list.setContent(m_model->draft(), m_model->facts());
    QCOMPARE(list.rowCount(), 7);
    QCOMPARE(list.index(0, 0).data(CellRole::Detail).toString(), u"By weight, 2 targets"_s);
    QCOMPARE(list.index(0, 2).data().toString(), u"1,000"_s);
    QCOMPARE(list.kind(2), RouteListModel::RowKind::Heading);
    QVERIFY(!(list.index(2, 0).flags() & Qt::ItemIsSelectable));
    QCOMPARE(list.rowOf(u"openai/gpt-4o"_s), 3);
    QCOMPARE(list.index(6, 0).data(CellRole::Detail).toString(), u"Rack GPU, no price"_s);
    QCOMPARE(list.routeCount(), 2);
}

void RouteModelsTest::searchesTargetsToo()
{
    RouteListModel list;
    const QAbstractItemModelTester tester(&list);
    list.setContent(m_model->draft(), m_model->facts());
    list.setSearch(u"70B"_s);
    QCOMPARE(list.rowCount(), 3); // careful, the heading, the model itself
    QCOMPARE(list.rowOf(u"careful"_s), 0);
    list.setSearch(u"nothing like it"_s);
    QCOMPARE(list.rowCount(), 0);
}

void RouteModelsTest::editsTargets()
{
    TargetsModel targets;
    const QAbstractItemModelTester tester(&targets);
    targets.setRoute(route(u"fast"_s), m_model->facts());
    QSignalSpy edited(&targets, &TargetsModel::edited);
    QVERIFY(targets.setData(targets.index(0, TargetsModel::Weight), 90));
    QCOMPARE(targets.index(0, TargetsModel::Share).data().toString().left(2), u"75"_s);
    QVERIFY(targets.move(0, 1));
    QCOMPARE(targets.targets().at(1).weight, 90.0);
    QVERIFY(!targets.move(0, -1));
    targets.append({.provider = u"gpu"_s, .model = {}});
    targets.removeTarget(0);
    QCOMPARE(targets.rowCount(), 2);
    QCOMPARE(edited.count(), 4);
    targets.setEditable(false);
    QVERIFY(!(targets.index(0, 0).flags() & Qt::ItemIsEditable));
}

void RouteModelsTest::explainsWeightsAsShares()
{
    TargetsModel targets;
    targets.setRoute(route(u"fast"_s), m_model->facts());
    QCOMPARE(
        targets.weightsHint(),
        u"Weights add up to 90. They are shares, so 67/33 instead of 60/30 gives the same result."_s);
    targets.setData(targets.index(0, TargetsModel::Weight), 70);
    QVERIFY(targets.weightsHint().isEmpty());
    targets.setRoute(route(u"careful"_s), m_model->facts());
    QVERIFY(targets.weightsHint().isEmpty());
}

void RouteModelsTest::forgetsAModelOfAnotherProvider()
{
    TargetsModel targets;
    targets.setRoute(route(u"fast"_s), m_model->facts());
    targets.setData(targets.index(0, TargetsModel::Provider), u"gpu"_s);
    QVERIFY(targets.targets().first().model.isEmpty());
    QCOMPARE(targets.modelsFor(0), (QStringList{u"llama-3.1-8b"_s, u"llama-3.1-70b"_s}));
}

void RouteModelsTest::outlinesARoute()
{
    SeriesColours colours;
    RouteOutlineModel outline;
    const QAbstractItemModelTester tester(&outline);
    outline.setGraph(routeGraph(route(u"fast"_s), m_model->draft(), m_model->facts(), colours,
                                RouteGraph::Shares::Planned));
    const QModelIndex name = outline.index(0, 0);
    QCOMPARE(outline.rowCount(name), 2); // the strategy and the fallback
    const QModelIndex strategy = outline.index(0, 0, name);
    QCOMPARE(strategy.data().toString(), u"By weight"_s);
    QCOMPARE(outline.rowCount(strategy), 2);
    const QModelIndex target = outline.index(0, 0, strategy);
    QCOMPARE(target.data().toString(), u"gpt-4o-mini"_s);
    QCOMPARE(target.data(CellRole::Detail).toString(), u"OpenAI, us"_s);
    QVERIFY(target.siblingAtColumn(RouteOutlineModel::Share).data().toString().startsWith(u"67"_s));
    QCOMPARE(outline.index(1, 0, name).data().toString(), u"careful"_s);
}

void RouteModelsTest::outlinesADirectModel()
{
    SeriesColours colours;
    RouteOutlineModel outline;
    const QAbstractItemModelTester tester(&outline);
    outline.setGraph(directGraph(m_model->facts().models.first(), m_model->facts(), colours));
    QCOMPARE(outline.rowCount(outline.index(0, 0)), 1);
}

void RouteModelsTest::warnsOfUnusableUnknownAndUnpricedTargets()
{
    Api::Document document = m_model->draft().document();
    document.routes[0].targets[0].model = u"gpt-9"_s;
    RouteFacts facts = m_model->facts();
    Api::Findings findings = routeProblems(document, facts);
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings.at(0).path, u"routes[0].targets[0].model"_s);
    QVERIFY(findings.at(0).message.contains(u"gpt-9"_s));
    QVERIFY(findings.at(1).message.startsWith(u"No price for “gpu/llama-3.1-70b”"_s));
    facts.providers.clear();
    findings = routeProblems(document, facts);
    QCOMPARE(findings.last().path, u"routes[1].targets"_s);
    QVERIFY(!Api::hasErrors(findings));
}

void RouteModelsTest::warnsOfKeysThatNameALostRoute()
{
    m_model->draft().remove(u"careful"_s);
    const Api::Findings findings = routeProblems(m_model->draft().document(), m_model->facts());
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().path, u"keys"_s);
    QVERIFY(findings.first().message.contains(u"“design” may use “careful”"_s));
}

void RouteModelsTest::placesFindings()
{
    const Api::Document &document = m_model->draft().document();
    const ProblemPlace place = placeOf({.path = u"routes[1].targets[0].model"_s}, document);
    QCOMPARE(place.route, u"careful"_s);
    QCOMPARE(place.field, u"targets[0].model"_s);
    QVERIFY(placeOf({.path = u"providers[0].keys"_s}, document).route.isEmpty());
    QVERIFY(placeOf({.path = u"routes[9].id"_s}, document).route.isEmpty());
    const Api::Finding warning{.severity = Api::Severity::Warning, .path = u"a"_s};
    const Api::Finding error{.path = u"b"_s};
    QCOMPARE(merged({warning}, {error, warning}), (Api::Findings{error, warning}));
}

void RouteModelsTest::listsRevisions()
{
    RevisionsModel revisions(*m_client);
    const QAbstractItemModelTester tester(&revisions);
    revisions.setCurrent(7);
    QSignalSpy loaded(&revisions, &RevisionsModel::loaded);
    revisions.refresh();
    QVERIFY(loaded.wait());
    QCOMPARE(revisions.index(0, RevisionsModel::Number).data().toString(), u"7, in force"_s);
    QCOMPARE(revisions.index(1, RevisionsModel::Who).data().toString(), u"local user 1000"_s);
    QVERIFY(!revisions.hasMore());
}

void RouteModelsTest::shapesRequests()
{
    const QJsonObject openai =
        ExplainShape{.model = u"fast"_s, .promptTokens = 10, .tools = true, .images = true}.body(
            false);
    QCOMPARE(openai.value("model"_L1).toString(), u"fast"_s);
    const QJsonArray parts = openai.value("messages"_L1).toArray().at(0)["content"_L1].toArray();
    QCOMPARE(parts.at(0)["text"_L1].toString().size(), 40);
    QCOMPARE(parts.at(1)["type"_L1].toString(), u"image_url"_s);
    const QJsonObject anthropic = ExplainShape{.model = u"fast"_s, .tools = true}.body(true);
    QVERIFY(anthropic.contains("max_tokens"_L1));
    QVERIFY(anthropic.value("tools"_L1).toArray().at(0).toObject().contains("input_schema"_L1));
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::RouteModelsTest)
#include "tst_routemodels.moc"
