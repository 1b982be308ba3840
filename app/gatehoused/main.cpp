// SPDX-License-Identifier: GPL-3.0-or-later
//! The gateway without a screen: for a service on a workstation or a server node.

#include "app/node/datafolder.h"
#include "app/node/enginethread.h"
#include "app/node/logging.h"
#include "app/node/restoration.h"
#include "app/node/unixsignals.h"
#include "core/admin/backups.h"
#include "core/api/adminaddress.h"
#include "core/config/loader.h"
#include "core/secrets/processhardening.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>

#ifdef GATEHOUSE_SYSTEMD
#include <systemd/sd-daemon.h>
#endif

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int wrongUsage = 2;

void notify([[maybe_unused]] const char *state)
{
#ifdef GATEHOUSE_SYSTEMD
    ::sd_notify(0, state);
#endif
}

//! --check: validates the file (or says that there is none) and exits 0 or 2.
int check(const QString &file)
{
    if (file.isEmpty()) {
        std::fprintf(stderr, "--check needs --config FILE\n");
        return wrongUsage;
    }
    const auto loaded = Gatehouse::Config::loadFile(file);
    if (!loaded) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(loaded.error().detail));
        return wrongUsage;
    }
    for (const Gatehouse::Api::Finding &finding : loaded->findings)
        std::fprintf(
            stderr, "%s\n",
            qUtf8Printable(Gatehouse::Config::describe(finding, QFileInfo(file).fileName())));
    if (Gatehouse::Api::hasErrors(loaded->findings))
        return wrongUsage;
    std::printf("%s is valid: %lld providers, %lld routes\n",
                qUtf8Printable(QFileInfo(file).fileName()),
                static_cast<long long>(loaded->document.providers.size()),
                static_cast<long long>(loaded->document.routes.size()));
    return 0;
}

//! --restore: puts a backup in the place of the books of a data folder that no gateway uses.
int restore(const QString &file, const QString &dataFolder)
{
    using namespace Gatehouse;
    const auto put = [&]() -> Result<QString> {
        const auto folder = Node::DataFolder::open(dataFolder);
        if (!folder)
            return folder.error();
        const auto staged = Admin::Backups(dataFolder).stage(QFileInfo(file).absoluteFilePath());
        if (!staged)
            return staged.error();
        return Node::restoreStagedBackup(dataFolder, SystemClock().wall());
    };
    const Result<QString> restored = put();
    if (!restored) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(restored.error().detail));
        return 1;
    }
    std::printf("%s is restored\n", qUtf8Printable(*restored));
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    Gatehouse::Secrets::hardenProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"gatehoused"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(GATEHOUSE_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Gatehouse, an AI model gateway: the engine without a screen."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data-dir"_s, u"Folder of databases and journals."_s, u"folder"_s},
        {u"config"_s, u"Configuration file (YAML or JSON) that manages this gateway."_s, u"file"_s},
        {u"listen"_s,
         u"Address and port for clients, instead of gateway.listen. May be given several times."_s,
         u"address:port"_s},
        {u"admin-listen"_s, u"Serve the admin API on TCP as well."_s, u"address:port"_s},
        {u"check"_s, u"Check the configuration file and exit: 0 valid, 2 not."_s},
        {u"restore"_s, u"Put this backup in the place of the data folder's books and exit."_s,
         u"file"_s},
        {u"demo"_s, u"Sample data: simulated providers and traffic in a throw-away folder."_s},
        {u"log"_s, u"Log format: text or json."_s, u"format"_s, u"text"_s},
    });
    parser.process(application);
    if (!parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "gatehoused takes no arguments, only options: %s\n",
                     qUtf8Printable(parser.positionalArguments().first()));
        return wrongUsage;
    }
    Gatehouse::Node::installLogging(parser.value(u"log"_s) == "json"_L1
                                        ? Gatehouse::Node::LogFormat::JsonLines
                                        : Gatehouse::Node::LogFormat::Text);
    if (parser.isSet(u"check"_s))
        return check(parser.value(u"config"_s));
    if (parser.isSet(u"restore"_s))
        return restore(parser.value(u"restore"_s),
                       Gatehouse::Api::dataFolder(parser.value(u"data-dir"_s)));

    const bool demo = parser.isSet(u"demo"_s);
    if (demo && parser.isSet(u"config"_s)) {
        std::fprintf(stderr, "--demo brings its own configuration; leave --config out\n");
        return wrongUsage;
    }
    std::optional<QTemporaryDir> throwAway; // goes with the program
    if (demo && !parser.isSet(u"data-dir"_s))
        throwAway.emplace(QDir::temp().filePath(u"gatehouse-demo-XXXXXX"_s));
    Gatehouse::Node::EngineThread engine(
        {.dataFolder = throwAway ? throwAway->path()
                                 : Gatehouse::Api::dataFolder(parser.value(u"data-dir"_s)),
         .configFile = parser.value(u"config"_s),
         .listen = parser.values(u"listen"_s),
         .adminListen = parser.value(u"admin-listen"_s),
         .demo = demo});
    Gatehouse::Node::UnixSignals signals;
    QObject::connect(&signals, &Gatehouse::Node::UnixSignals::terminate, &engine, [&engine] {
        notify("STOPPING=1");
        engine.shutDown();
    });
    QObject::connect(&signals, &Gatehouse::Node::UnixSignals::hangUp, &engine,
                     &Gatehouse::Node::EngineThread::reload);
    QObject::connect(&engine, &Gatehouse::Node::EngineThread::started, &application,
                     [] { notify("READY=1"); });
    QObject::connect(&engine, &Gatehouse::Node::EngineThread::stopped, &application,
                     &QCoreApplication::quit);
    QObject::connect(&engine, &Gatehouse::Node::EngineThread::failed, &application,
                     [](const Gatehouse::Error &error) {
                         std::fprintf(stderr, "gatehoused: %s\n", qUtf8Printable(error.detail));
                         QCoreApplication::exit(
                             error.code == Gatehouse::ErrorCode::InvalidArgument ? wrongUsage : 1);
                     });
    engine.start();
    return QCoreApplication::exec();
}
