// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/samplekeys.h"
#include "tests/support/sampleoverview.h"
#include "tests/support/samplereports.h"
#include "tests/support/samplerequests.h"
#include "tests/support/sampleroutes.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTabWidget>

#include <memory>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Gatehouse::Ui::StatePanel::State)

namespace Gatehouse::Ui {

namespace {

using State = StatePanel::State;

constexpr auto noList = "{\"items\":[]}";

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject lost()
{
    return parsed(R"({"code":"records_lost","severity":"error","title":"t","detail":"7 records"})");
}

//! \a report, which says that it lacks requests.
QJsonObject withGap(QJsonObject report)
{
    report.insert(u"missing"_s, QJsonArray{lost()});
    return report;
}

QJsonObject statusWithGap()
{
    QJsonObject status = sampleStatus();
    status.insert(u"problems"_s, QJsonArray{lost()});
    return status;
}

QJsonObject usage()
{
    return parsed(
        R"({"items":[{"day":"2026-11-20","hour":"2026-11-20T10:00:00.000Z","provider":"openai","requests":10,
        "cost_nano_usd":3000000000}],"previous":[],"time_zone":"UTC",
        "from":"2026-11-20T00:00:00.000Z","to":"2026-11-23T00:00:00.000Z"})");
}

QJsonObject auditList()
{
    return parsed(R"({"items":[{"sequence":2,"time":"2026-11-22T10:00:00.000Z","who":"m.ortiz",
        "from":"desktop","action":"key.create","object":"keys.a","result":"ok","hash":"ab"}]})");
}

QJsonObject alertList()
{
    return parsed(R"({"items":[{"id":"provider-down","name":"Provider down","measure":
        "provider_down","state":"ok","open":[],"ready_made":true}],"firing":0,"unseen":0})");
}

QJsonObject peopleList()
{
    return parsed(R"({"items":[{"id":"p1","name":"ada","role":"editor","state":"active"}]})");
}

//! What is answered for a page in one of its states, beside what is answered at all times.
struct Answer {
    QByteArray request;
    QJsonObject body;
    int status = 200;
};

//! A page, the tab of it, and how it comes by the states that are not the same for all.
struct PageCase {
    QString page;
    QString tabs{};
    int tab = 0;
    Answer empty{};
    Answer partial{};
    Answer error{}; //!< empty: nothing answers
};

QList<PageCase> pageCases()
{
    const QJsonObject none = parsed(noList);
    QJsonObject fresh = sampleOverview();
    fresh.insert(u"has_providers"_s, false);
    fresh.insert(u"has_requests"_s, false);
    QJsonObject quiet = sampleReliability();
    quiet.insert(u"totals"_s, QJsonObject());
    quiet.insert(u"objectives"_s, QJsonArray());
    QJsonObject silent = sampleLatency();
    silent.insert(u"samples"_s, 0);
    const QJsonObject bare =
        parsed(R"({"document":{"version":1,"providers":[],"routes":[],"teams":[]},"revision":7})");
    const QString access = u"access.tabs"_s;
    return {
        {u"overview"_s, {}, 0, {"GET /overview", fresh}, {"GET /status", statusWithGap()}},
        {u"spend"_s, {}, 0, {"GET /usage", none}, {"GET /usage", withGap(usage())}},
        {u"latency"_s, {}, 0, {"GET /latency", silent}, {"GET /latency", withGap(sampleLatency())}},
        {u"reliability"_s,
         {},
         0,
         {"GET /reliability", quiet},
         {"GET /reliability", withGap(sampleReliability())}},
        {u"requests"_s,
         {},
         0,
         {"GET /requests", sampleRequestPage(1, 0)},
         {"GET /status", statusWithGap()}},
        {u"providers"_s, {}, 0, {"GET /providers", none}, {"GET /config", {}, 500}},
        {u"routes"_s, {}, 0, {"GET /config", bare}, {"GET /usage", {}, 500}},
        {u"access"_s,
         access,
         0,
         {"GET /keys", none},
         {"GET /usage", {}, 503},
         {"GET /keys", {}, 500}},
        {u"access"_s, access, 1, {"GET /config", bare}, {"GET /usage", {}, 503}},
        {u"access"_s, access, 2, {"GET /people", none}, {"GET /tokens", {}, 500}},
        {u"alerts"_s, {}, 0, {"GET /alerts", none}, {"GET /config", {}, 500}},
        {u"audit"_s, {}, 0, {"GET /audit", none}, {"GET /audit/days", {}, 500}},
        {u"settings"_s, {}, 0, {}, {"GET /storage", {}, 500}, {"GET /config", {}, 500}},
    };
}

void answerAll(FakeAdminTransport &engine)
{
    answerRoutes(engine);
    QJsonObject config = sampleRoutesConfig(7);
    QJsonObject document = config.value("document"_L1).toObject();
    document.insert(u"teams"_s, QJsonArray{QJsonObject{{u"id"_s, u"research"_s}}});
    config.insert(u"document"_s, document);
    engine.answer("GET /config", config, 200, 7);
    engine.answer("GET /status", sampleStatus());
    engine.answer("GET /overview", sampleOverview());
    engine.answer("GET /latency", sampleLatency());
    engine.answer("GET /reliability", sampleReliability());
    engine.answer("GET /requests", sampleRequestPage(1, 5));
    engine.answer("GET /requests/histogram", {{u"total"_s, 5}});
    engine.answer("GET /usage", usage());
    engine.answer("GET /keys", sampleList({sampleKey(u"a1"_s, u"laptop"_s)}));
    engine.answer("GET /people", peopleList());
    engine.answer("GET /alerts", alertList());
    engine.answer("GET /audit", auditList());
    for (const char *list :
         {"budgets", "pause", "prices", "commitments", "tokens", "discovery", "providers/known",
          "secrets", "backups", "audit/days", "storage", "admin-access", "alerts/history",
          "alerts/channels", "gateway/port-check", "keys?deleted=1", "requests/running", "limits"})
        engine.answer(QByteArray("GET /") + list, parsed(noList));
}

//! The window on one page, whose engine answers from a table.
struct Bench {
    explicit Bench(const PageCase &what)
        : one(what)
    {
        answerAll(*engine);
    }
    void answer(const Answer &given) const
    {
        if (!given.request.isEmpty())
            engine->answer(given.request, given.body, given.status);
    }
    void open()
    {
        window = std::make_unique<MainWindow>(client, preferences);
        addPages(*window, client);
        window->show();
        QCoreApplication::sendPostedEvents();
        window->showPage(one.page);
        if (one.page == "settings"_L1)
            window->showObject(one.page, u"storage"_s);
        if (auto *tabs = window->findChild<QTabWidget *>(one.tabs))
            tabs->setCurrentIndex(one.tab);
    }
    //! The outermost panel in view.
    StatePanel *panel() const
    {
        const auto *page = window->findChild<QWidget *>(u"page."_s + one.page);
        if (!page)
            return nullptr;
        for (StatePanel *found : page->findChildren<StatePanel *>())
            if (found->isVisible())
                return found;
        return nullptr;
    }
    State state() const { return panel() ? panel()->state() : State::Loading; }
    template <typename T>
    QList<T *> drawn(const QString &name = {}) const
    {
        QList<T *> visible;
        for (T *part : panel()->findChildren<T *>(name))
            if (part->isVisible())
                visible.append(part);
        return visible;
    }
    bool drawsRetry() const
    {
        return !drawn<QAbstractButton>(u"statePanel.retryButton"_s).isEmpty();
    }
    bool drawsNotice() const
    {
        const auto *notice = qobject_cast<const QLabel *>(panel()->layout()->itemAt(0)->widget());
        return notice && notice->isVisible() && !notice->text().isEmpty();
    }

    PageCase one;
    QTemporaryDir folder;
    Preferences preferences{folder.filePath(u"desktop.ini"_s)};
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    std::unique_ptr<MainWindow> window;
};

} // namespace

//! Every page draws each of its six states.
class tst_PageStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawsItsStates_data();
    void drawsItsStates();

private:
    void bringAbout(Bench &bench, State state);
    void checkDrawn(const Bench &bench, State state);
};

void tst_PageStates::initTestCase()
{
    QTemporaryDir folder;
    setUpApplication(*qApp, Preferences(folder.filePath(u"app.ini"_s)));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void tst_PageStates::drawsItsStates_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<State>("state");
    const QList<PageCase> pages = pageCases();
    for (int page = 0; page < pages.size(); ++page)
        for (int state = 0; state <= int(State::Ready); ++state)
            QTest::addRow("%s %d, %s", qPrintable(pages.at(page).page), pages.at(page).tab,
                          QMetaEnum::fromType<State>().valueToKey(state))
                << page << State(state);
}

void tst_PageStates::bringAbout(Bench &bench, State state)
{
    if (state == State::Loading)
        bench.engine->holdAnswers();
    if (state == State::Error)
        bench.answer(bench.one.error);
    if (state == State::Error && bench.one.error.request.isEmpty())
        bench.engine->setReachable(false);
    if (state == State::Empty)
        bench.answer(bench.one.empty);
    if (state == State::Partial)
        bench.answer(bench.one.partial);
    bench.client.start();
    bench.open();
    if (state == State::Empty && bench.one.page == "settings"_L1)
        bench.window->findChild<QLineEdit *>(u"settings.search"_s)->setText(u"no such row"_s);
    if (state != State::Stale)
        return;
    QTRY_COMPARE(bench.state(), State::Ready);
    bench.engine->setReachable(false);
    bench.engine->loseEvents();
    bench.window->refreshPage();
}

void tst_PageStates::checkDrawn(const Bench &bench, State state)
{
    QCOMPARE(bench.drawsRetry(), state == State::Error);
    QCOMPARE(bench.drawsNotice(), state == State::Partial || state == State::Stale);
    if (state == State::Loading)
        QTRY_VERIFY(!bench.drawn<Skeleton>().isEmpty());
    else
        QVERIFY(bench.drawn<Skeleton>().isEmpty()
                && (!bench.drawn<QLabel>().isEmpty() || !bench.drawn<TableView>().isEmpty()));
}

void tst_PageStates::drawsItsStates()
{
    QFETCH(const int, page);
    QFETCH(const State, state);
    Bench bench(pageCases().at(page));
    bringAbout(bench, state);
    if (bench.one.page == "settings"_L1 && state == State::Empty) { // a line beside the sections
        QTRY_VERIFY(bench.window->findChild<QLabel *>(u"settings.nothingLabel"_s)->isVisible());
        return;
    }
    QTRY_VERIFY(bench.panel());
    QTRY_COMPARE(bench.state(), state);
    checkDrawn(bench, state);
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::tst_PageStates)
#include "tst_pagestates.moc"
