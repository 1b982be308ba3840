// SPDX-License-Identifier: GPL-3.0-or-later
//! How long a person waits for the desktop over a large ledger: the window, its pages, the theme,
//! and frames while 200 requests a second come in; and the list of 10,000 keys of 200 teams.
//!
//!     bench_console [ROWS [FOLDER]]      # a folder is filled once and kept; one of bench_books
//!     too
#include "app/node/enginethread.h"
#include "core/access/keystore.h"
#include "core/access/pepper.h"
#include "core/api/httpadmintransport.h"
#include "core/config/revisionstore.h"
#include "core/store/database.h"
#include "tests/benchmarks/ledgerfill.h"
#include "tests/support/samplerequests.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <ctime>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;
constexpr int liveSeconds = 10;
constexpr int liveEvents = 10; // a second, as the ledger tells its group commits
constexpr int rowsPerEvent = 20;
constexpr int teamCount = 200;

//! Processor time of this thread: what other programs do meanwhile is not in it.
double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

//! Remembers the longest time one event took: what a frame can be late by.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        // Events of the engine's threads come by here as well.
        if (QThread::currentThread() != thread() || m_isInside)
            return QApplication::notify(receiver, event);
        m_isInside = true;
        const QLatin1StringView name(receiver->metaObject()->className()); // it may go
        const int type = int(event->type());
        const double begin = threadMs();
        const bool done = QApplication::notify(receiver, event);
        const double ms = threadMs() - begin;
        if (ms > m_longest)
            m_where = u"%1, event %2"_s.arg(name).arg(type);
        m_longest = std::max(m_longest, ms);
        m_late += ms > 50;
        m_isInside = false;
        return done;
    }
    void forget() { m_longest = m_late = 0; }
    double longest() const { return m_longest; }
    int late() const { return int(m_late); }
    const QString &where() const { return m_where; }

private:
    double m_longest = 0;
    double m_late = 0;
    QString m_where; //!< of the longest
    bool m_isInside = false;
};

void report(const char *what, double ms, double limit)
{
    std::printf("%-44s %8.1f ms   limit %5.0f   %s\n", what, ms, limit,
                ms <= limit ? "ok" : "TOO SLOW");
}

bool isReady(const Ui::MainWindow &window, const QString &page)
{
    const auto *widget = window.findChild<QWidget *>(u"page."_s + page);
    return widget && widget->property("ready").toBool();
}

//! Looks after every event: QTest's own wait sleeps between its looks, and a long answer comes in
//! many pieces.
void waitUntilReady(const Ui::MainWindow &window, const QString &page)
{
    const QDeadlineTimer deadline(patience);
    QTimer tick; // a look now and then even where nothing comes
    tick.start(1);
    while (!isReady(window, page) && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

//! Somebody looks at one page before opening the next, whose questions to the books would wait
//! for those of the first.
double pageTime(Ui::MainWindow &window, const QString &page)
{
    constexpr int lookMs = 600;
    QTest::qWait(lookMs);
    QElapsedTimer timer;
    timer.start();
    window.showPage(page);
    waitUntilReady(window, page);
    window.grab();
    return double(timer.nsecsElapsed()) / 1e6;
}

//! Processor time of this process: the window and the gateway behind it.
double processMs()
{
    return double(std::clock()) * 1e3 / CLOCKS_PER_SEC;
}

void pageTimes(const char *what, Ui::MainWindow &window, const QString &page, double limit)
{
    const double before = processMs();
    report(what, pageTime(window, page), limit);
    std::printf("%-44s %8.1f ms\n", "  processor time, window and gateway", processMs() - before);
}

//! 10,000 keys, called as those that bench_books books requests of.
Result<void> addKeys(const QString &folder)
{
    const Result<Access::Pepper> pepper = Access::loadPepper(folder);
    auto database = Store::Database::open(folder + u"/gatehouse.db"_s,
                                          {.applicationId = Config::booksApplicationId});
    if (!pepper || !database)
        return pepper ? database.error() : pepper.error();
    const SystemClock clock;
    const auto keys = Access::KeyStore::open(**database, *pepper, clock);
    if (!keys)
        return keys.error();
    return (*database)->execute(
        "WITH RECURSIVE c(k) AS (VALUES(0) UNION ALL SELECT k + 1 FROM c WHERE k < 9999)"
        " INSERT OR IGNORE INTO created_key(id, name, team, routes, hash, prefix, last_four,"
        " created_at) SELECT 'key_' || k, 'name ' || k, 'team-' || (k % 200), '[\"*\"]',"
        " randomblob(32), 'gh-' || k, '1234', 1790000000000000 FROM c");
}

//! Each with a budget of its own.
void addTeams(Api::AdminClient &client)
{
    QJsonArray teams;
    QJsonArray budgets;
    for (int i = 0; i < teamCount; ++i) {
        const QString id = u"team-%1"_s.arg(i);
        teams.append(QJsonObject{{"id"_L1, id}, {"name"_L1, u"Team %1"_s.arg(i)}});
        budgets.append(QJsonObject{{"scope"_L1, QString(u"team:"_s + id)},
                                   {"limit_usd"_L1, 5000},
                                   {"period"_L1, u"month"_s},
                                   {"action"_L1, u"warn"_s}});
    }
    bool isDone = false;
    QObject::connect(
        client.put(
            u"/config"_s,
            {{"document"_L1,
              QJsonObject{{"version"_L1, 1}, {"teams"_L1, teams}, {"budgets"_L1, budgets}}}}),
        &Api::AdminCall::finished, &client, [&isDone](Api::AdminCall *call) {
            isDone = true;
            if (!call->succeeded())
                std::fprintf(stderr, "%s\n", qUtf8Printable(call->error().detail));
        });
    (void)QTest::qWaitFor([&isDone] { return isDone; }, patience);
}

QJsonObject newRows(int &number)
{
    QJsonArray items;
    for (int i = 0; i < rowsPerEvent; ++i) {
        QJsonObject row = sampleRequest(number++);
        row.insert("id"_L1, u"req_live_%1"_s.arg(number));
        row.insert("time"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
        items.append(row);
    }
    return {{"items"_L1, items}};
}

void live(TimedApplication &application, Ui::MainWindow &window, Api::AdminClient &client,
          const QString &page)
{
    window.showPage(page);
    QTest::qWait(500);
    application.forget();
    static int number = 1;
    QTimer traffic;
    QObject::connect(&traffic, &QTimer::timeout, &client,
                     [&client] { Q_EMIT client.eventReceived(u"request"_s, newRows(number)); });
    traffic.start(1000 / liveEvents);
    QTest::qWait(liveSeconds * 1000);
    const QByteArray name = "longest frame, 200 rows/s, " + page.toLatin1();
    report(name.constData(), application.longest(), 50);
    std::printf("%-44s %8d   the longest: %s\n", "  events over 50 ms", application.late(),
                qPrintable(application.where()));
}

//! Without providers the Overview offers setup instead of numbers.
void addProviders(Api::AdminClient &client)
{
    for (const QString &id : {u"openai"_s, u"anthropic"_s})
        client.post(u"/providers"_s,
                    {{"id"_L1, id},
                     {"dialect"_L1, u"openai"_s},
                     {"base_url"_L1, u"http://127.0.0.1:9/v1"_s}});
}

void measure(TimedApplication &application, const QString &folder)
{
    Node::EngineThread engine(
        {.dataFolder = folder, .configFile = {}, .listen = {u"127.0.0.1:0"_s}, .adminListen = {}});
    bool started = false;
    QObject::connect(&engine, &Node::EngineThread::started, &application,
                     [&started] { started = true; });
    engine.start();
    (void)QTest::qWaitFor([&started] { return started; }, patience);

    QElapsedTimer timer;
    timer.start();
    Ui::Preferences preferences(folder + u"/bench.ini"_s);
    Ui::setUpApplication(application, preferences);
    Api::AdminClient client(std::make_unique<Api::HttpAdminTransport>(
        [&folder] { return Api::AdminAddress::ofDataFolder(folder); }));
    Ui::MainWindow window(client, preferences);
    Ui::addPages(window, client);
    client.start();
    window.show();
    window.grab();
    addTeams(client);
    addProviders(client);
    report("window to first frame", double(timer.nsecsElapsed()) / 1e6, 1000);
    (void)QTest::qWaitFor([&] { return isReady(window, u"overview"_s); }, patience);
    window.grab();
    report("start to Overview with data", double(timer.nsecsElapsed()) / 1e6, 1000);
    report("Requests, first time, with data", pageTime(window, u"requests"_s), 400);
    report("Overview again", pageTime(window, u"overview"_s), 100);
    report("Requests again", pageTime(window, u"requests"_s), 100);
    pageTimes("Keys, 10,000 of 200 teams, first time", window, u"access"_s, 400);
    pageTimes("Keys again", window, u"access"_s, 400);
    pageTimes("Spend, first time, with data", window, u"spend"_s, 400);
    for (const auto &[what, page] :
         {std::pair("Latency, first time, with data", u"latency"_s),
          std::pair("Reliability, first time, with data", u"reliability"_s),
          std::pair("Providers, first time", u"providers"_s),
          std::pair("Models & Routes, first time", u"routes"_s),
          std::pair("Alerts, first time", u"alerts"_s),
          std::pair("Audit log, first time", u"audit"_s),
          std::pair("Settings, first time", u"settings"_s)})
        report(what, pageTime(window, page), 400);
    for (const Ui::Theme::Choice choice : {Ui::Theme::Choice::Dark, Ui::Theme::Choice::Light}) {
        const double begin = threadMs();
        Ui::Theme::current()->setChoice(choice);
        window.grab();
        report("theme switch, processor time", threadMs() - begin, 200);
    }
    live(application, window, client, u"requests"_s);
    live(application, window, client, u"overview"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariable("QT_QPA_PLATFORM", u"offscreen"_s).toUtf8());
    TimedApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    const QTemporaryDir temporary;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.path();
    QElapsedTimer timer;
    timer.start();
    if (const Result<void> filled = fillLedger(folder, rows); !filled) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(filled.error().detail));
        return 1;
    }
    if (const Result<void> added = addKeys(folder); !added) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(added.error().detail));
        return 1;
    }
    std::printf("%d rows, ready after %.1f s\n", rows, double(timer.elapsed()) / 1000);
    measure(application, folder);
    return 0;
}
