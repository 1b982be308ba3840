// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

namespace Gatehouse::Ui {

//! How many alerts are firing that nobody has acknowledged, for the mark beside their page.
class AlertCount : public QObject
{
    Q_OBJECT

public:
    explicit AlertCount(Api::AdminClient &client, QObject *parent = nullptr);

    int count() const { return m_count; }

Q_SIGNALS:
    void changed(int count);

private:
    void ask();
    void take(int count);

    Api::AdminClient &m_client;
    int m_count = 0;
};

} // namespace Gatehouse::Ui
