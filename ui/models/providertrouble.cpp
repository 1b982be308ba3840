// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/providertrouble.h"

#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

ProviderTrouble::ProviderTrouble(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected)
            ask();
    });
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &data) {
                const bool health =
                    kind == "event"_L1 && data.value("kind"_L1).toString() == "provider"_L1;
                if (health || kind == "revision"_L1)
                    ask();
            });
}

void ProviderTrouble::ask()
{
    connect(m_client.get(u"/providers"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (!call->succeeded())
                    return;
                const QJsonArray items = call->reply().body.value("items"_L1).toArray();
                m_count =
                    int(std::count_if(items.begin(), items.end(), [](const QJsonValue &provider) {
                        const QString health = provider["health"_L1].toString();
                        return health == "degraded"_L1 || health == "down"_L1;
                    }));
                Q_EMIT changed(m_count);
            });
}

} // namespace Gatehouse::Ui
