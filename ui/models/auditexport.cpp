// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/auditexport.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

AuditExport::AuditExport(Api::AdminClient &client, const QString &path, const QUrlQuery &query,
                         QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_file(path)
    , m_query(query)
{
}

void AuditExport::start()
{
    if (m_file.open(QIODevice::WriteOnly))
        ask({});
    else
        end(m_file.errorString());
}

void AuditExport::cancel()
{
    if (m_call)
        m_call->disconnect(this);
    end(tr("It was cancelled."));
}

void AuditExport::ask(const QString &cursor)
{
    QUrlQuery query = m_query;
    query.addQueryItem(u"limit"_s, u"1000"_s);
    if (!cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, cursor);
    m_call = m_client.get(u"/audit"_s, query);
    connect(m_call, &Api::AdminCall::finished, this, &AuditExport::take);
}

void AuditExport::take(Api::AdminCall *call)
{
    if (!call->succeeded()) {
        end(call->error().detail);
        return;
    }
    for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray()) {
        m_file.write(QJsonDocument(item.toObject()).toJson(QJsonDocument::Compact) + '\n');
        ++m_records;
    }
    const QString next = call->reply().body.value("next"_L1).toString();
    if (!next.isEmpty())
        ask(next);
    else
        end(m_file.commit() ? QString() : m_file.errorString());
}

void AuditExport::end(const QString &error)
{
    if (!error.isEmpty())
        m_file.cancelWriting();
    Q_EMIT finished(m_records, error);
}

} // namespace Gatehouse::Ui
