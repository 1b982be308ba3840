// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filtervalues.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int mostValues = 30;

} // namespace

FilterValues::FilterValues(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

bool FilterValues::knows(const QString &field)
{
    static const QStringList fields{u"provider"_s, u"model"_s,  u"route"_s, u"team"_s,
                                    u"key"_s,      u"client"_s, u"error"_s, u"tag"_s};
    return fields.contains(field);
}

void FilterValues::ask(const QString &field, const QString &part)
{
    delete m_call;
    QUrlQuery query;
    query.addQueryItem(u"field"_s, field);
    query.addQueryItem(u"limit"_s, QString::number(mostValues));
    if (!part.isEmpty())
        query.addQueryItem(u"part"_s, part);
    m_call = m_client.get(u"/requests/values"_s, query);
    connect(m_call, &Api::AdminCall::finished, this, [this, field](Api::AdminCall *call) {
        m_call.clear();
        QStringList values;
        for (const QJsonValue &value : call->reply().body.value("items"_L1).toArray())
            values.append(value.toString());
        if (call->succeeded())
            Q_EMIT found(field, values);
    });
}

} // namespace Gatehouse::Ui
