// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

namespace Gatehouse::Ui {

//! Whether bodies are being recorded for a while, and of what.
class RecordingWatch : public QObject
{
    Q_OBJECT

public:
    explicit RecordingWatch(Api::AdminClient &client, QObject *parent = nullptr);

    bool isRecording() const { return !m_session.isEmpty(); }
    //! As the gateway tells it: key or route, requests left, until when. Empty when none runs.
    const QJsonObject &session() const { return m_session; }
    //! Ends the recording; what was recorded stays.
    void end();

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void take(const QJsonValue &recording);

    Api::AdminClient &m_client;
    QJsonObject m_session;
};

} // namespace Gatehouse::Ui
