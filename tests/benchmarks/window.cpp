// SPDX-License-Identifier: GPL-3.0-or-later
//! Measures the desktop window against a gatehoused of its own: start to first frame, palette,
//! theme and language switch, and what it costs while hidden. Prints a table.
//!
//!     QT_QPA_PLATFORM=offscreen build/check/bin/bench_window [data folder] [idle seconds]

#include "app/gatehouse/windowhost.h"
#include "core/api/httpadmintransport.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/desktopnotifier.h"
#include "ui/shell/systemtrayicon.h"
#include "ui/widgets/theme.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <sys/resource.h>

#include <cstdio>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void report(const char *what, double value, const char *unit, const char *limit)
{
    std::printf("%-34s %9.1f %-3s  limit %s\n", what, value, unit, limit);
    std::fflush(stdout);
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer time;
    time.start();
    work();
    return double(time.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const QStringList arguments = QApplication::arguments();
    const QTemporaryDir dir;
    const QString folder = arguments.value(1, dir.filePath(u"data"_s));
    const int idleSeconds = arguments.value(2, u"10"_s).toInt();
    QProcess gateway;
    gateway.start(QDir(QApplication::applicationDirPath()).filePath(u"gatehoused"_s),
                  {u"--data-dir"_s, folder, u"--listen"_s, u"127.0.0.1:0"_s});
    if (!QTest::qWaitFor([&] { return Api::AdminAddress::ofDataFolder(folder).has_value(); },
                         patience)) {
        std::fprintf(stderr, "gatehoused does not start\n");
        return 1;
    }
    const qint64 waited = sinceStart.restart();
    std::printf("gatehoused was ready after %lld ms\n", static_cast<long long>(waited));

    Ui::Preferences preferences(dir.filePath(u"window.ini"_s));
    preferences.setLanguage(u"en"_s);
    Ui::setUpApplication(application, preferences);
    Api::AdminClient client(std::make_unique<Api::HttpAdminTransport>(
        [&] { return Api::AdminAddress::ofDataFolder(folder); }));
    Ui::SystemTrayIcon tray;
    Ui::DesktopNotifier notifier(&tray);
    WindowHost host(client, preferences, tray, notifier);
    client.start();
    host.show(false);
    host.window().grab(); // the frame as it is now, painted whole
    report("start to first frame", double(sinceStart.elapsed()), "ms", "1000 ms");
    const auto *page = host.window().findChild<QWidget *>(u"page.overview"_s);
    if (!QTest::qWaitFor([page] { return page->property("ready").toBool(); }, patience))
        return 1;
    host.window().grab();
    report("start to data", double(sinceStart.elapsed()), "ms", "1000 ms");

    report("palette opens", milliseconds([&] {
               host.window().openPalette();
               host.window().findChild<Ui::CommandPalette *>()->grab();
           }),
           "ms", "50 ms");
    auto *palette = host.window().findChild<Ui::CommandPalette *>();
    report("palette searches", milliseconds([palette] {
               palette->setTyped(u"gate"_s);
               palette->grab();
           }),
           "ms", "16 ms");
    palette->close();
    for (const auto &[name, theme] : {std::pair("theme to dark", Ui::Theme::Choice::Dark),
                                      std::pair("theme to light", Ui::Theme::Choice::Light)})
        report(name, milliseconds([&] {
                   Ui::Theme::current()->setChoice(theme);
                   host.window().grab();
               }),
               "ms", "200 ms");
    bool rebuilt = false;
    QObject::connect(&host, &WindowHost::rebuilt, &application, [&rebuilt] { rebuilt = true; });
    const auto speak = [&](const QString &language) {
        rebuilt = false;
        preferences.setLanguage(language);
        Q_EMIT host.window().languageChosen(language);
        (void)QTest::qWaitFor([&rebuilt] { return rebuilt; }, patience);
        host.window().grab();
    };
    report("language switch", milliseconds([&] { speak(u"de"_s); }), "ms", "200 ms");
    for (const Ui::PageEntry &entry : QList(host.window().pages()))
        report(qPrintable(u"first visit of "_s + entry.id), milliseconds([&] {
                   host.window().showPage(entry.id);
                   host.window().grab();
               }),
               "ms", "400 ms");
    host.window().showPage(u"settings"_s); // where the language is chosen
    report("language switch on Settings", milliseconds([&] { speak(u"en"_s); }), "ms", "200 ms");

    host.window().hide();
    QTest::qWait(1000);
    const double before = cpuSeconds();
    QTest::qWait(idleSeconds * 1000);
    report("CPU while hidden", (cpuSeconds() - before) / idleSeconds * 100, "%", "1 % of a core");
    gateway.terminate();
    gateway.waitForFinished();
    return 0;
}
