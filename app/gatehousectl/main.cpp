// SPDX-License-Identifier: GPL-3.0-or-later
//! gatehousectl: everything the screens can do, from a command line, over the admin API.

#include "app/gatehousectl/commandlists.h"
#include "core/api/adminaddress.h"
#include "core/api/httpadmintransport.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTimer>

using namespace Qt::StringLiterals;
using namespace Gatehouse;
using Ctl::ExitCode;

namespace {

struct CommandLine {
    QString dataFolder;
    QString url;
    QString token;
    Ctl::Invocation invocation;
    const Ctl::Command *command = nullptr;
    QString problem; //!< wrong usage, empty when all is well
};

constexpr qsizetype helpColumn = 60;

void printHelp()
{
    Ctl::printLine(
        u"Usage: gatehousectl [--data-dir D | --url U --token T] [--output table|json|csv] COMMAND\n"_s);
    for (const Ctl::Command &command : Ctl::commands()) {
        const QString words = QString(command.name + u' ' + command.arguments);
        Ctl::printLine(u"  "_s + words.leftJustified(helpColumn) + command.help);
    }
    Ctl::printLine(
        u"\nExit codes: 0 done, 1 refused, 2 wrong usage or invalid file, 3 no gateway reachable."_s);
}

//! Takes "--name value", "--name=value" and "--flag" out of the words. The value's presence is
//! decided by the names known; unknown ones are kept for the command to refuse.
CommandLine parse(QStringList arguments)
{
    static const QStringList global{u"data-dir="_s, u"url="_s, u"token="_s, u"output="_s};
    CommandLine line;
    QStringList words;
    QList<QPair<QString, std::optional<QString>>> options;
    QStringList valued = global;
    for (const Ctl::Command &command : Ctl::commands())
        valued += command.options;
    while (!arguments.isEmpty()) {
        QString word = arguments.takeFirst();
        if (!word.startsWith("--"_L1) || word == "--"_L1) {
            words.append(word);
            continue;
        }
        word.remove(0, 2);
        const qsizetype equals = word.indexOf(u'=');
        if (equals >= 0)
            options.append({word.first(equals), word.sliced(equals + 1)});
        else if (valued.contains(word + u'=') && !arguments.isEmpty())
            options.append({word, arguments.takeFirst()});
        else
            options.append({word, std::nullopt});
    }
    line.command = words.isEmpty() ? nullptr : Ctl::findCommand(words);
    if (line.command)
        line.invocation.words = words.sliced(line.command->name.count(u' ') + 1);
    for (const auto &[name, value] : options) {
        const bool known = line.command
            && (line.command->options.contains(name)
                || line.command->options.contains(name + u'='));
        if (name == "data-dir"_L1)
            line.dataFolder = value.value_or(QString());
        else if (name == "url"_L1)
            line.url = value.value_or(QString());
        else if (name == "token"_L1)
            line.token = value.value_or(QString());
        else if (name == "output"_L1 && value == u"json"_s)
            line.invocation.format = Ctl::OutputFormat::Json;
        else if (name == "output"_L1 && value == u"csv"_s)
            line.invocation.format = Ctl::OutputFormat::Csv;
        else if (name == "output"_L1 && value == u"table"_s)
            line.invocation.format = Ctl::OutputFormat::Table;
        else if (name == "output"_L1)
            line.problem = u"--output takes table, json or csv"_s;
        else if (!known)
            line.problem = u"unknown option --%1"_s.arg(name);
        else if (!value && line.command->options.contains(name + u'='))
            line.problem = u"--%1 needs a value"_s.arg(name);
        else
            line.invocation.options.insert(name, value.value_or(QString()));
    }
    if (!line.command)
        line.problem = words.isEmpty()
            ? u"a command is needed; see gatehousectl --help"_s
            : u"unknown command '%1'; see gatehousectl --help"_s.arg(words.join(u' '));
    else if (line.invocation.words.size() < line.command->fewest
             || line.invocation.words.size() > line.command->most)
        line.problem =
            u"usage: gatehousectl %1 %2"_s.arg(line.command->name, line.command->arguments);
    return line;
}

//! What the daemon does itself while no gateway runs: reads a configuration, restores a backup.
QStringList daemonArguments(const CommandLine &line, const QString &dataFolder)
{
    const QString file = line.invocation.words.value(0);
    if (line.command->name == "check-config"_L1)
        return {u"--check"_s, u"--config"_s, file};
    if (line.command->name == "restore"_L1)
        return {u"--data-dir"_s, dataFolder, u"--restore"_s, file};
    return {};
}

std::optional<int> runWithoutEngine(const CommandLine &line)
{
    const QString dataFolder = Api::dataFolder(line.dataFolder);
    const QStringList arguments = daemonArguments(line, dataFolder);
    if (arguments.isEmpty() || !line.url.isEmpty() || Api::AdminAddress::ofDataFolder(dataFolder))
        return std::nullopt;
    const QString daemon = QDir(QCoreApplication::applicationDirPath()).filePath(u"gatehoused"_s);
    const int code = QProcess::execute(daemon, arguments);
    if (code < 0)
        return std::nullopt;
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"gatehousectl"_s);
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.contains("--help"_L1) || arguments.contains("-h"_L1)
        || arguments == QStringList{u"help"_s}) {
        printHelp();
        return 0;
    }
    if (arguments.contains("--version"_L1)) {
        Ctl::printLine(u"gatehousectl "_s + QString::fromLatin1(GATEHOUSE_VERSION));
        return 0;
    }
    const CommandLine line = parse(arguments);
    if (!line.problem.isEmpty()) {
        Ctl::printError(u"gatehousectl: "_s + line.problem);
        return static_cast<int>(ExitCode::Usage);
    }
    if (const auto code = runWithoutEngine(line))
        return *code;

    const auto locate = [&line]() -> Result<Api::AdminAddress> {
        if (!line.url.isEmpty())
            return Api::AdminAddress::ofUrl(line.url, line.token);
        return Api::AdminAddress::ofDataFolder(Api::dataFolder(line.dataFolder));
    };
    if (const Result<Api::AdminAddress> address = locate(); !address) {
        if (line.command->name == "doctor"_L1)
            return static_cast<int>(
                Ctl::doctorWithoutGateway(line.invocation.format, address.error().detail));
        Ctl::printError(u"gatehousectl: "_s + address.error().detail);
        const bool usage = address.error().code == ErrorCode::InvalidArgument;
        return static_cast<int>(usage ? ExitCode::Usage : ExitCode::Unreachable);
    }
    Api::AdminClient client(std::make_unique<Api::HttpAdminTransport>(locate));
    Ctl::Session session(client, line.invocation);
    QObject::connect(
        &session, &Ctl::Session::finished, &application,
        [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    QTimer::singleShot(0, &session, [&] { line.command->run(session); });
    return QCoreApplication::exec();
}
