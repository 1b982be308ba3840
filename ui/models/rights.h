// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/roles.h"

#include <QtCore/QSet>

namespace Gatehouse::Ui {

//! What the person at this window may do at the gateway, as the gateway says it. Until it has said
//! anything everything is offered: the gateway decides in the end.
class Rights : public QObject
{
    Q_OBJECT

public:
    explicit Rights(Api::AdminClient &client, QObject *parent = nullptr);

    bool isKnown() const { return m_isKnown; }
    bool may(Api::Permission permission) const;
    //! "admin"; empty until it is known.
    const QString &role() const { return m_role; }
    //! Which role would be needed: "Your role, Viewer, may not do this. It needs: Owner, …".
    QString reason(Api::Permission permission) const;
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void take(const QJsonObject &me);

    Api::AdminClient &m_client;
    QSet<QString> m_permissions; //!< words
    QString m_role;
    bool m_isKnown = false;
};

} // namespace Gatehouse::Ui
