// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplereports.h"
#include "ui/models/incidentrows.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/reliability/breakerstrip.h"
#include "ui/pages/reliability/reliabilitypage.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/format.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>

namespace Gatehouse::Ui {

class ReliabilityPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { new Theme(*qApp); }
    void init();
    void cleanup();

    void loading();
    void ready();
    void withoutFailuresSaysSo();
    void unreachableFromTheStart();
    void staleKeepsTheCards();
    void controlsAskAgain();
    void missingDataIsAGap();
    void failuresOpenTheirRequests();
    void kindsOpenTheirRequests();
    void incidentsOpenTheirRequests();
    void savesAnObjective();
    void resettingABreakerAsks();
    void holdsAndReleasesABreaker();
    void acknowledgesByKey();
    void checksHealth();
    void tellsTheRestOfRateLimits();
    void everyControlHasItsNames();

private:
    void showPage();
    StatePanel::State state() const { return m_page->findChild<StatePanel *>()->state(); }
    QUrlQuery lastQuery() const { return m_fake->lastOf("GET /reliability").query; }
    template <typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }

    FakeAdminTransport *m_fake = nullptr;
    FakeClock m_clock;
    SeriesColours m_colours;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<ReliabilityPage> m_page;
};

void ReliabilityPageTest::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /reliability", sampleReliability());
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_page = std::make_unique<ReliabilityPage>(*m_client, m_clock, m_colours);
    m_page->resize(1218, 800);
}

void ReliabilityPageTest::cleanup()
{
    m_page.reset();
    m_client.reset();
}

void ReliabilityPageTest::showPage()
{
    m_page->show();
    QTRY_VERIFY(m_page->isReady());
}

void ReliabilityPageTest::loading()
{
    m_fake->holdAnswers();
    m_page->show();
    QCOMPARE(state(), StatePanel::State::Loading);
    QVERIFY(!m_page->property("ready").toBool());
}

void ReliabilityPageTest::ready()
{
    showPage();
    QCOMPARE(state(), StatePanel::State::Ready);
    QVERIFY(child<QWidget>("reliability.objectiveCard.route:fast")->isVisible());
    QCOMPARE(child<ChartView>("reliability.errorChart")->shownSeries().size(), 2);
    QCOMPARE(child<ChartView>("reliability.rescuedChart")->value(u"rescued"_s, 1).value(), 41.0);
    QCOMPARE(child<QLabel>("reliability.totalsLabel")->text(),
             u"1,060 attempts, 3 retries, 51 fallbacks, 43 rescued, 0 hedged"_s);
    QCOMPARE(child<QTableView>("reliability.incidentsTable")->model()->rowCount(), 1);
}

void ReliabilityPageTest::withoutFailuresSaysSo()
{
    QJsonObject report = sampleReliability();
    report[u"errors"_s] = QJsonArray();
    report[u"incidents"_s] = QJsonArray();
    m_fake->answer("GET /reliability", report);
    showPage();
    QCOMPARE(child<QLabel>("reliability.quietLabel")->text(),
             u"No failures in this range. 990 requests answered."_s);
    QVERIFY(child<QLabel>("reliability.quietLabel")->isVisible());
    QVERIFY(!child<QWidget>("reliability.errorChart")->isVisible());
}

void ReliabilityPageTest::unreachableFromTheStart()
{
    m_fake->setReachable(false);
    showPage();
    QCOMPARE(state(), StatePanel::State::Error);
    m_fake->setReachable(true);
    child<QAbstractButton>("statePanel.retryButton")->click();
    QTRY_COMPARE(state(), StatePanel::State::Ready);
}

void ReliabilityPageTest::staleKeepsTheCards()
{
    showPage();
    m_fake->setReachable(false);
    m_page->refresh();
    QTRY_COMPARE(state(), StatePanel::State::Stale);
    QVERIFY(child<QWidget>("reliability.objectiveCard.route:fast")->isVisible());
    m_page->setEditable(false);
    QVERIFY(!child<QAbstractButton>("reliability.resetBreakerButton")->isEnabled());
}

void ReliabilityPageTest::controlsAskAgain()
{
    showPage();
    child<QComboBox>("reliability.groupCombo")->setCurrentIndex(1);
    QTRY_COMPARE(lastQuery().queryItemValue(u"by"_s), u"provider"_s);
    child<QAbstractButton>("reliability.countControl.attemptsButton")->click();
    QTRY_COMPARE(lastQuery().queryItemValue(u"count"_s), u"attempts"_s);
    child<QCheckBox>("reliability.mistakesCheck")->click();
    QTRY_COMPARE(lastQuery().queryItemValue(u"mistakes"_s), u"1"_s);
}

void ReliabilityPageTest::missingDataIsAGap()
{
    const QList<BreakerTimes> breakers = parseBreakers(sampleReliability());
    using Looks = QList<BreakerLook>;
    QCOMPARE(breakers.at(0).cells,
             (Looks{BreakerLook::Closed, BreakerLook::Open, BreakerLook::Unknown}));
    QCOMPARE(breakers.at(1).cells,
             (Looks{BreakerLook::Closed, BreakerLook::Closed, BreakerLook::Unknown}));
    QCOMPARE(breakers.at(0).now, BreakerLook::HalfOpen);
}

void ReliabilityPageTest::failuresOpenTheirRequests()
{
    showPage();
    QSignalSpy opened(m_page.get(), &ReliabilityPage::openRequests);
    child<QAbstractButton>("reliability.objectiveFailuresButton.route:fast")->click();
    QCOMPARE(opened.first().first().toString(), u"route:fast status:failed since:30d"_s);
}

void ReliabilityPageTest::kindsOpenTheirRequests()
{
    showPage();
    QSignalSpy opened(m_page.get(), &ReliabilityPage::openRequests);
    auto *table = child<QTableView>("reliability.errorTable");
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.first().first().toString(),
             u"status:overloaded since:2026-11-22T11:00:00.000Z until:2026-11-22T14:00:00.000Z"_s);
}

void ReliabilityPageTest::incidentsOpenTheirRequests()
{
    showPage();
    QSignalSpy opened(m_page.get(), &ReliabilityPage::openRequests);
    auto *table = child<QTableView>("reliability.incidentsTable");
    QCOMPARE(table->model()->index(0, IncidentRows::Outcome).data().toString(),
             u"41 answered by bedrock; callers saw 9 errors"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(opened.first().first().toString().startsWith(
        u"attempt:anthropic/failed since:2026-11-22T12:01:00.000Z"_s));
}

void ReliabilityPageTest::savesAnObjective()
{
    m_fake->answer("PUT /reliability/objectives/route%3Afast", {});
    showPage();
    child<QAbstractButton>("reliability.editObjectiveButton.route:fast")->click();
    auto *target = child<QDoubleSpinBox>("reliability.objectiveTargetSpin");
    QVERIFY(target);
    QCOMPARE(target->value(), 99.5);
    target->setValue(99.9);
    child<QAbstractButton>("reliability.objectiveSaveButton")->click();
    QTRY_COMPARE(m_fake->countOf("PUT /reliability/objectives/route%3Afast"), 1);
    const QJsonObject body = m_fake->lastOf("PUT /reliability/objectives/route%3Afast").body;
    QVERIFY(qAbs(body.value(u"target"_s).toDouble() - 0.999) < 1e-9);
}

void ReliabilityPageTest::resettingABreakerAsks()
{
    m_fake->answer("POST /providers/anthropic/breaker", {});
    showPage();
    QSignalSpy told(m_page.get(), &ReliabilityPage::done);
    child<QAbstractButton>("reliability.resetBreakerButton")->click();
    QTRY_VERIFY(child<QAbstractButton>("reliability.breakerConfirmButton"));
    QCOMPARE(m_fake->countOf("POST /providers/anthropic/breaker"), 0);
    child<QAbstractButton>("reliability.breakerConfirmButton")->click();
    QTRY_COMPARE(m_fake->countOf("POST /providers/anthropic/breaker"), 1);
    QCOMPARE(m_fake->lastOf("POST /providers/anthropic/breaker").body,
             (QJsonObject{{u"model"_s, u"claude"_s}, {u"action"_s, u"reset"_s}}));
    QTRY_COMPARE(told.count(), 1);
}

void ReliabilityPageTest::holdsAndReleasesABreaker()
{
    QJsonObject report = sampleReliability();
    QJsonArray breakers = report.value(u"breakers"_s).toArray();
    QJsonObject held = breakers.first().toObject();
    held[u"state"_s] = u"held"_s;
    breakers.replace(0, held);
    report[u"breakers"_s] = breakers;
    m_fake->answer("GET /reliability", report);
    m_fake->answer("POST /providers/anthropic/breaker", {});
    showPage();
    auto *hold = child<QAbstractButton>("reliability.holdBreakerButton");
    QCOMPARE(hold->text(), u"Release"_s);
    hold->click();
    QTRY_COMPARE(m_fake->countOf("POST /providers/anthropic/breaker"), 1);
    QTest::keyClick(child<BreakerStrip>("reliability.breakerStrip"), Qt::Key_Down);
    QCOMPARE(hold->text(), u"Hold open"_s);
}

void ReliabilityPageTest::acknowledgesByKey()
{
    const QByteArray path = "POST /reliability/incidents/"
                            "anthropic%402026-11-22T12%3A00%3A00.000Z/acknowledge";
    m_fake->answer(path, {});
    showPage();
    m_page->activateWindow();
    QTest::keyClick(child<QTableView>("reliability.incidentsTable"), Qt::Key_A);
    QTRY_COMPARE(m_fake->countOf(path), 1);
}

void ReliabilityPageTest::checksHealth()
{
    m_fake->answer("POST /providers/anthropic/test",
                   {{u"checks"_s, QJsonArray{QJsonObject{{u"state"_s, u"failed"_s}}}}});
    showPage();
    QSignalSpy told(m_page.get(), &ReliabilityPage::done);
    child<QAbstractButton>("reliability.healthCheckButton")->click();
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told.first().first().toString(), u"Anthropic did not pass the check."_s);
}

void ReliabilityPageTest::tellsTheRestOfRateLimits()
{
    QJsonObject report = sampleReliability();
    const auto row = [](const QString &kind, const QJsonValue &limit, int remaining,
                        const QJsonValue &left) {
        return QJsonObject{{u"title"_s, u"OpenAI"_s},   {u"key"_s, u"main"_s},
                           {u"kind"_s, kind},           {u"limit"_s, limit},
                           {u"remaining"_s, remaining}, {u"left"_s, left}};
    };
    report.insert(u"headroom"_s,
                  QJsonArray{row(u"requests"_s, 500, 499, 0.998),
                             row(u"tokens"_s, 30'000, 1'200, 0.04),
                             row(u"output_tokens"_s, QJsonValue(), 7, QJsonValue())});
    m_fake->answer("GET /reliability", report);
    showPage();
    auto *table = child<TableView>("reliability.headroomTable");
    QTRY_COMPARE(table->model()->rowCount(), 3);
    const auto text = [table](int line, int column) {
        return table->model()->index(line, column).data().toString();
    };
    QCOMPARE(text(0, 2), u"Tokens"_s); // the scarcest first
    QCOMPARE(text(0, 3), u"4\u202F%"_s);
    QCOMPARE(text(0, 4), u"1,200 of 30,000"_s);
    QCOMPARE(text(1, 2), u"Requests"_s);
    QCOMPARE(text(2, 3), Format::unknown());
    QVERIFY(table->isVisible());
}

void ReliabilityPageTest::everyControlHasItsNames()
{
    showPage();
    QSet<QString> names;
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool interactive = qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTableView *>(widget);
        if (!interactive || widget->objectName().startsWith("qt_"_L1) || !widget->isVisible())
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(!names.contains(widget->objectName()), qPrintable(widget->objectName()));
        names.insert(widget->objectName());
    }
    QVERIFY(names.contains(u"reliability.resetBreakerButton"_s));
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::ReliabilityPageTest)
#include "tst_reliabilitypage.moc"
