// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/kindchoices.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QList<KnownProvider> parseKinds(const QJsonArray &array, bool local)
{
    QList<KnownProvider> kinds;
    for (const QJsonValue &item : array) {
        KnownProvider kind = parseKnownProvider(item.toObject());
        kind.local = kind.local || local;
        if (local && kind.region.isEmpty())
            kind.region = {u"on-prem"_s};
        kinds.append(kind);
    }
    return kinds;
}

} // namespace

KindChoices::KindChoices(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void KindChoices::load()
{
    connect(m_client.get(u"/providers/known"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                m_known = parseKinds(call->reply().body.value("items"_L1).toArray(), false);
                Q_EMIT changed();
            });
    connect(m_client.get(u"/discovery"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                m_found = parseKinds(call->reply().body.value("local"_L1).toArray(), true);
                Q_EMIT changed();
            });
}

} // namespace Gatehouse::Ui
