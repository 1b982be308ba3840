// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

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
    void refresh();
    void take(const QJsonValue &recording);
    void askToEnd();

    Api::AdminClient &m_client;
};

} // namespace Gatehouse::Ui
