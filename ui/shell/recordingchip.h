// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recordingwatch.h"

#include <QtWidgets/QPushButton>

namespace Gatehouse::Ui {

//! Stands in the top bar, in red, as long as bodies are recorded for a while; activating it asks
//! whether to end that.
class RecordingChip : public QPushButton
{
    Q_OBJECT

public:
    explicit RecordingChip(Api::AdminClient &client, QWidget *parent = nullptr);

private:
    void showSession(const QJsonObject &session);
    void askToEnd();

    RecordingWatch m_watch;
};

} // namespace Gatehouse::Ui
