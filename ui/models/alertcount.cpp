// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertcount.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

AlertCount::AlertCount(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected)
            ask();
    });
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &data) {
                if (kind == "alerts"_L1)
                    take(data.value("unseen"_L1).toInt());
            });
    if (client.state() == Api::AdminClient::State::Connected)
        ask();
}

void AlertCount::ask()
{
    connect(m_client.get(u"/alerts"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    take(call->reply().body.value("unseen"_L1).toInt());
            });
}

void AlertCount::take(int count)
{
    m_count = count;
    Q_EMIT changed(m_count);
}

} // namespace Gatehouse::Ui
