// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampleroutes.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/routesdraft.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

class RoutesDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void followsTheConfigurationWithoutEdits();
    void countsChangesOfSeveralRoutes();
    void aChangeTakenBackIsNoChange();
    void renamingTakesFallbacksAlong();
    void removingLeavesNoDanglingFallback();
    void offersNoFallbackThatClosesALoop();
    void keepsEditsWhenOthersChangeSomethingElse();
    void conflictsWhenOthersChangeRoutes();
    void appliesMineAgain();
    void takesTheirs();
    void endsWhenPublished();
    void takesWhatWasTriedOut();

private:
    void publish(qint64 revision, double weight);
    Api::Route edited(const QString &id, double weight) const;

    FakeAdminTransport *m_fake = nullptr;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<ConfigurationModel> m_configuration;
    std::unique_ptr<RoutesDraft> m_draft;
};

void RoutesDraftTest::init()
{
    m_fake = new FakeAdminTransport;
    answerRoutes(*m_fake);
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_configuration = std::make_unique<ConfigurationModel>(*m_client);
    m_draft = std::make_unique<RoutesDraft>(*m_configuration);
    QTRY_COMPARE(m_draft->routes().size(), 2);
}

void RoutesDraftTest::cleanup()
{
    m_draft.reset();
    m_configuration.reset();
    m_client.reset();
}

void RoutesDraftTest::publish(qint64 revision, double weight)
{
    m_fake->answer("GET /config", sampleRoutesConfig(revision, weight), 200, revision);
    m_configuration->refresh();
    QTRY_COMPARE(m_configuration->revision(), revision);
}

Api::Route RoutesDraftTest::edited(const QString &id, double weight) const
{
    Api::Route route = *m_draft->route(id);
    route.targets[0].weight = weight;
    return route;
}

void RoutesDraftTest::followsTheConfigurationWithoutEdits()
{
    QVERIFY(!m_draft->isDirty());
    publish(8, 80);
    QCOMPARE(m_draft->route(u"fast"_s)->targets.first().weight, 80.0);
    QCOMPARE(m_draft->baseRevision(), 8);
}

void RoutesDraftTest::countsChangesOfSeveralRoutes()
{
    m_draft->replace(u"fast"_s, edited(u"fast"_s, 10));
    QCOMPARE(m_draft->changeCount(), 1);
    m_draft->replace(u"fast"_s, edited(u"fast"_s, 20));
    QCOMPARE(m_draft->changeCount(), 1);
    QCOMPARE(m_draft->duplicate(u"fast"_s), u"fast-copy"_s);
    QCOMPARE(m_draft->changeCount(), 2);
    m_draft->remove(u"careful"_s);
    QCOMPARE(m_draft->changeCount(), 3);
    m_draft->discard();
    QCOMPARE(m_draft->changeCount(), 0);
}

void RoutesDraftTest::aChangeTakenBackIsNoChange()
{
    m_draft->replace(u"fast"_s, edited(u"fast"_s, 10));
    QVERIFY(m_draft->isChanged(u"fast"_s));
    m_draft->replace(u"fast"_s, edited(u"fast"_s, 60));
    QVERIFY(!m_draft->isDirty());
}

void RoutesDraftTest::renamingTakesFallbacksAlong()
{
    Api::Route route = *m_draft->route(u"careful"_s);
    route.id = u"slow"_s;
    QSignalSpy renamed(m_draft.get(), &RoutesDraft::renamed);
    m_draft->replace(u"careful"_s, route);
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(m_draft->route(u"fast"_s)->fallback, QStringList{u"slow"_s});
    QCOMPARE(m_draft->changeCount(), 2); // the renamed one, and the one that names it
}

void RoutesDraftTest::removingLeavesNoDanglingFallback()
{
    QCOMPARE(m_draft->usesOf(u"careful"_s).fallbackOf, QStringList{u"fast"_s});
    m_draft->remove(u"careful"_s);
    QVERIFY(m_draft->route(u"fast"_s)->fallback.isEmpty());
    QVERIFY(!m_draft->route(u"careful"_s));
}

void RoutesDraftTest::offersNoFallbackThatClosesALoop()
{
    QVERIFY(m_draft->possibleFallbacks(u"careful"_s).isEmpty()); // fast leads here
    QVERIFY(m_draft->possibleFallbacks(u"fast"_s).isEmpty());    // careful is one already
    m_draft->duplicate(u"careful"_s);
    QCOMPARE(m_draft->possibleFallbacks(u"careful"_s), QStringList{u"careful-copy"_s});
}

void RoutesDraftTest::keepsEditsWhenOthersChangeSomethingElse()
{
    m_draft->replace(u"fast"_s, edited(u"fast"_s, 10));
    publish(8, 60); // the same routes in another version
    QVERIFY(!m_draft->isConflicting());
    QCOMPARE(m_draft->baseRevision(), 8);
    QCOMPARE(m_draft->route(u"fast"_s)->targets.first().weight, 10.0);
}

void RoutesDraftTest::conflictsWhenOthersChangeRoutes()
{
    m_draft->replace(u"careful"_s, edited(u"careful"_s, 5));
    QSignalSpy conflicting(m_draft.get(), &RoutesDraft::conflictingChanged);
    publish(8, 80);
    QVERIFY(m_draft->isConflicting());
    QCOMPARE(conflicting.count(), 1);
    QCOMPARE(m_draft->route(u"fast"_s)->targets.first().weight, 60.0);
}

void RoutesDraftTest::appliesMineAgain()
{
    m_draft->replace(u"careful"_s, edited(u"careful"_s, 5));
    publish(8, 80);
    m_draft->applyMineAgain();
    QVERIFY(!m_draft->isConflicting());
    QCOMPARE(m_draft->route(u"fast"_s)->targets.first().weight, 80.0);
    QCOMPARE(m_draft->route(u"careful"_s)->targets.first().weight, 5.0);
    QCOMPARE(m_draft->changeCount(), 1);
}

void RoutesDraftTest::takesTheirs()
{
    m_draft->replace(u"fast"_s, edited(u"fast"_s, 5));
    publish(8, 80);
    m_draft->takeTheirs();
    QVERIFY(!m_draft->isConflicting());
    QVERIFY(!m_draft->isDirty());
    QCOMPARE(m_draft->route(u"fast"_s)->targets.first().weight, 80.0);
}

void RoutesDraftTest::endsWhenPublished()
{
    m_draft->replace(u"fast"_s, edited(u"fast"_s, 80));
    publish(8, 80);
    QVERIFY(!m_draft->isConflicting());
    QVERIFY(!m_draft->isDirty());
}

void RoutesDraftTest::takesWhatWasTriedOut()
{
    const QString first = m_draft->routes().first().id;
    m_draft->replace(first, edited(first, 7)); // an edit of before stays
    Api::Document wanted = m_configuration->document();
    wanted.routes.last().targets.first().model = u"tried"_s;
    wanted.providers.first().priceMultiplier = 0.5;
    Api::Budget budget;
    budget.scope = u"gateway"_s;
    budget.limit = 5;
    wanted.budgets.append(budget);
    m_draft->take(wanted);
    QCOMPARE(m_draft->routes().last().targets.first().model, u"tried"_s);
    QCOMPARE(m_draft->changeCount(), 4);
    QVERIFY(m_draft->document().budgets.contains(budget));
    QVERIFY(m_draft->isChanged(first));
    m_draft->discard();
    QCOMPARE(m_draft->changeCount(), 0);
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::RoutesDraftTest)
#include "tst_routesdraft.moc"
