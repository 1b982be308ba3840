// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordingwatch.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

RecordingWatch::RecordingWatch(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected)
            refresh();
    });
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &status) {
                if (kind == "status"_L1 && status.contains("recording"_L1))
                    take(status.value("recording"_L1));
            });
    if (client.state() == Api::AdminClient::State::Connected)
        refresh();
}

void RecordingWatch::refresh()
{
    connect(m_client.get(u"/status"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    take(call->reply().body.value("recording"_L1));
            });
}

void RecordingWatch::take(const QJsonValue &recording)
{
    if (std::exchange(m_session, recording.toObject()) != recording.toObject())
        Q_EMIT changed();
}

void RecordingWatch::end()
{
    connect(m_client.remove(u"/recording"_s), &Api::AdminCall::finished, this,
            &RecordingWatch::refresh);
}

} // namespace Gatehouse::Ui
