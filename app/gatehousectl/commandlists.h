// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehousectl/commands.h"

#include <optional>

namespace Gatehouse::Ctl {

//! One list per noun; commands() joins them in the order of the help text.
QList<Command> gatewayCommands();
QList<Command> configCommands();
QList<Command> providerCommands();
QList<Command> routeCommands();
QList<Command> keyCommands();
QList<Command> peopleCommands();
QList<Command> requestCommands();
QList<Command> recordingCommands();
QList<Command> budgetCommands();
QList<Command> alertCommands();
QList<Command> reportCommands();

//! No gateway answers: a finding of the doctor like the others, in the same form and with code 1.
ExitCode doctorWithoutGateway(OutputFormat format, const QString &detail);

//! A file's text, "-" for standard input. An error ends the session.
std::optional<QByteArray> readFile(Session &session, const QString &name);
//! An id as part of a path.
QString segment(const QString &id);
//! Options of a command as parameters of its question, percent-encoded.
QUrlQuery queryOf(const Session &session, const QStringList &options);

//! A command that posts to "/noun/{id}/verb" and shows the answer.
std::function<void(Session &)> act(const QString &noun, const QString &verb);
std::function<void(Session &)> showOne(const QString &noun);
std::function<void(Session &)> removeOne(const QString &noun);
std::function<void(Session &)> listAll(const QString &path, const QList<Column> &columns);
//! What every list takes: --limit and --all.
QStringList listOptions();

} // namespace Gatehouse::Ctl
