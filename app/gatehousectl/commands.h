// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehousectl/output.h"
#include "core/api/adminclient.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <functional>
#include <span>

namespace Gatehouse::Ctl {

//! What a script can rely on.
enum class ExitCode { Done = 0, Refused = 1, Usage = 2, Unreachable = 3 };

//! A command line, taken apart.
struct Invocation {
    OutputFormat format = OutputFormat::Table;
    QStringList words;               //!< behind the command's own: ids, files
    QHash<QString, QString> options; //!< "--since 2h" as {"since","2h"}; flags have an empty value

    bool has(const QString &option) const { return options.contains(option); }
};

//! Runs one command: talks to the engine and calls finish() once.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(Api::AdminClient &client, Invocation invocation, QObject *parent = nullptr);

    const Invocation &invocation() const { return m_invocation; }
    Api::AdminClient &client() { return m_client; }

    using Then = std::function<void(const Api::AdminReply &)>;
    //! Waits for \a call; a failure is printed and ends the session, success goes to \a then.
    void await(Api::AdminCall *call, Then then);
    //! Fetches a list (all pages with --all) and prints it.
    void list(const QString &path, QUrlQuery query, const QList<Column> &columns);
    //! Prints every row of a list as a line of JSON, page by page.
    void exportLines(const QString &path, const QUrlQuery &query);
    //! Prints the object that \a call answers with.
    void show(Api::AdminCall *call);
    void finish(ExitCode code);
    void fail(ExitCode code, const QString &message);

Q_SIGNALS:
    void finished(int code);

private:
    void fetchPage(const QString &path, const QUrlQuery &query, const QList<Column> &columns,
                   const QJsonArray &before);

    Api::AdminClient &m_client;
    const Invocation m_invocation;
    bool m_isFinished = false;
};

//! One command: its words, how many more it takes, the options it knows ("since=" takes a value).
struct Command {
    QString name;      //!< "keys create"
    QString arguments; //!< for the help text: "NAME [--team T]"
    QString help;
    int fewest = 0;
    int most = 0;
    QStringList options;
    std::function<void(Session &)> run;
};

const QList<Command> &commands();
//! The command that \a words begin with, null when there is none.
const Command *findCommand(const QStringList &words);

} // namespace Gatehouse::Ctl
