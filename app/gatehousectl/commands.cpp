// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehousectl/commands.h"

#include "app/gatehousectl/commandlists.h"

#include <QtCore/QFile>
#include <QtCore/QUrl>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

std::optional<QByteArray> readFile(Session &session, const QString &name)
{
    QFile file(name);
    const bool open =
        name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        session.fail(ExitCode::Usage, u"%1: %2"_s.arg(name, file.errorString()));
        return std::nullopt;
    }
    return file.readAll();
}

QString segment(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

std::function<void(Session &)> act(const QString &noun, const QString &verb)
{
    return [noun, verb](Session &session) {
        session.show(session.client().post(
            u"/%1/%2/%3"_s.arg(noun, segment(session.invocation().words.first()), verb)));
    };
}

std::function<void(Session &)> showOne(const QString &noun)
{
    return [noun](Session &session) {
        session.show(session.client().get(
            u"/%1/%2"_s.arg(noun, segment(session.invocation().words.first()))));
    };
}

std::function<void(Session &)> removeOne(const QString &noun)
{
    return [noun](Session &session) {
        session.show(session.client().remove(
            u"/%1/%2"_s.arg(noun, segment(session.invocation().words.first()))));
    };
}

std::function<void(Session &)> listAll(const QString &path, const QList<Column> &columns)
{
    return [path, columns](Session &session) { session.list(path, {}, columns); };
}

QUrlQuery queryOf(const Session &session, const QStringList &options)
{
    QUrlQuery query;
    for (const QString &name : options) {
        if (session.invocation().has(name))
            query.addQueryItem(name,
                               QString::fromLatin1(QUrl::toPercentEncoding(
                                   session.invocation().options.value(name))));
    }
    return query;
}

QStringList listOptions()
{
    return {u"limit="_s, u"all"_s};
}

const QList<Command> &commands()
{
    static const QList<Command> all = gatewayCommands() + configCommands() + providerCommands()
        + routeCommands() + keyCommands() + peopleCommands() + requestCommands()
        + recordingCommands() + budgetCommands() + alertCommands() + reportCommands();
    return all;
}

const Command *findCommand(const QStringList &words)
{
    // "usage report" before "usage".
    const Command *longest = nullptr;
    qsizetype most = 0;
    for (const Command &command : commands()) {
        const QStringList own = command.name.split(u' ');
        if (own.size() > most && words.first(std::min(words.size(), own.size())) == own) {
            longest = &command;
            most = own.size();
        }
    }
    return longest;
}

} // namespace Gatehouse::Ctl
