// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehousectl/commands.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

Session::Session(Api::AdminClient &client, Invocation invocation, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_invocation(std::move(invocation))
{
}

void Session::await(Api::AdminCall *call, Then then)
{
    connect(
        call, &Api::AdminCall::finished, this,
        [this, then = std::move(then)](Api::AdminCall *done) {
            if (done->succeeded()) {
                then(done->reply());
                return;
            }
            const Error error = done->error();
            if (done->reply().status == 0) {
                fail(ExitCode::Unreachable, u"no gateway answers: %1"_s.arg(error.detail));
                return;
            }
            for (const QJsonValue &value :
                 done->reply().body.value("error"_L1).toObject().value("findings"_L1).toArray()) {
                const QJsonObject finding = value.toObject();
                const int line = finding.value("line"_L1).toInt();
                const QString place = line > 0 ? u"line %1: "_s.arg(line) : QString();
                printError(place + finding.value("path"_L1).toString() + u": "_s
                           + finding.value("message"_L1).toString());
            }
            const bool invalidFile = done->reply().status == 422;
            const QString where = error.path.isEmpty() ? QString() : error.path + u": "_s;
            fail(invalidFile ? ExitCode::Usage : ExitCode::Refused, where + error.detail);
        });
}

void Session::show(Api::AdminCall *call)
{
    await(call, [this](const Api::AdminReply &reply) {
        printObject(m_invocation.format, reply.body);
        finish(ExitCode::Done);
    });
}

void Session::list(const QString &path, QUrlQuery query, const QList<Column> &columns)
{
    if (m_invocation.has(u"limit"_s))
        query.addQueryItem(u"limit"_s, m_invocation.options.value(u"limit"_s));
    fetchPage(path, query, columns, {});
}

void Session::fetchPage(const QString &path, const QUrlQuery &query, const QList<Column> &columns,
                        const QJsonArray &before)
{
    await(m_client.get(path, query),
          [this, path, query, columns, before](const Api::AdminReply &reply) {
              QJsonArray items = before;
              for (const QJsonValue &item : reply.body.value("items"_L1).toArray())
                  items.append(item);
              const QString next = reply.body.value("next"_L1).toString();
              if (m_invocation.has(u"all"_s) && !next.isEmpty()) {
                  QUrlQuery more = query;
                  more.removeAllQueryItems(u"cursor"_s);
                  more.addQueryItem(u"cursor"_s, next);
                  fetchPage(path, more, columns, items);
                  return;
              }
              QJsonObject whole = reply.body;
              whole.insert(u"items"_s, items);
              printRows(m_invocation.format, whole, items, columns);
              finish(ExitCode::Done);
          });
}

void Session::exportLines(const QString &path, const QUrlQuery &query)
{
    await(m_client.get(path, query), [this, path, query](const Api::AdminReply &reply) {
        for (const QJsonValue &item : reply.body.value("items"_L1).toArray())
            printLine(
                QString::fromUtf8(QJsonDocument(item.toObject()).toJson(QJsonDocument::Compact)));
        const QString next = reply.body.value("next"_L1).toString();
        if (next.isEmpty()) {
            finish(ExitCode::Done);
            return;
        }
        QUrlQuery more = query;
        more.removeAllQueryItems(u"cursor"_s);
        more.addQueryItem(u"cursor"_s, next);
        exportLines(path, more);
    });
}

void Session::finish(ExitCode code)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    Q_EMIT finished(static_cast<int>(code));
}

void Session::fail(ExitCode code, const QString &message)
{
    printError(u"gatehousectl: "_s + message);
    finish(code);
}

} // namespace Gatehouse::Ctl
