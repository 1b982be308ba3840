// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/knownprovider.h"

#include <QtCore/QObject>

namespace Gatehouse::Ui {

//! The kinds a provider may be of: those the gateway knows, and servers found on this computer.
class KindChoices : public QObject
{
    Q_OBJECT

public:
    KindChoices(Api::AdminClient &client, QObject *parent);

    void load();
    const QList<KnownProvider> &known() const { return m_known; }
    const QList<KnownProvider> &found() const { return m_found; }

Q_SIGNALS:
    void changed();

private:
    Api::AdminClient &m_client;
    QList<KnownProvider> m_known;
    QList<KnownProvider> m_found;
};

} // namespace Gatehouse::Ui
