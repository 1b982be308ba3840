// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

namespace Gatehouse::Ui {

//! How many providers are degraded or down, for the mark beside their page.
class ProviderTrouble : public QObject
{
    Q_OBJECT

public:
    explicit ProviderTrouble(Api::AdminClient &client, QObject *parent = nullptr);

    int count() const { return m_count; }

Q_SIGNALS:
    void changed(int count);

private:
    void ask();

    Api::AdminClient &m_client;
    int m_count = 0;
};

} // namespace Gatehouse::Ui
