// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rights.h"

#include "ui/models/peoplemodel.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

Rights::Rights(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected)
            refresh(); // another gateway, or another role at the same one
    });
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &, const QJsonObject &data) {
                if (data.value("kind"_L1).toString() == "people"_L1)
                    refresh();
            });
    refresh();
}

void Rights::refresh()
{
    Api::AdminCall *call = m_client.get(u"/me"_s);
    connect(call, &Api::AdminCall::finished, this, [this](Api::AdminCall *done) {
        if (done->succeeded())
            take(done->reply().body);
    });
}

void Rights::take(const QJsonObject &me)
{
    QSet<QString> permissions;
    for (const QJsonValue &word : me.value("permissions"_L1).toArray())
        permissions.insert(word.toString());
    const QString role = me.value("role"_L1).toString();
    if (std::exchange(m_isKnown, true) && permissions == m_permissions && role == m_role)
        return;
    m_permissions = permissions;
    m_role = role;
    Q_EMIT changed();
}

bool Rights::may(Api::Permission permission) const
{
    return !m_isKnown || m_permissions.contains(Api::permissionWord(permission));
}

QString Rights::reason(Api::Permission permission) const
{
    const auto own = Api::parseRole(m_role);
    if (own && Api::may(*own, permission))
        return tr("The token this window signs in with leaves this out.");
    QStringList names;
    for (const Api::Role role : Api::rolesThatMay(permission))
        names.append(roleName(role));
    return tr("Your role (%1) may not do this. Roles that may: %2.")
        .arg(own ? roleName(*own) : m_role, names.join(u", "_s));
}

} // namespace Gatehouse::Ui
