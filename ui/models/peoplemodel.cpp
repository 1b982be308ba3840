// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/peoplemodel.h"

#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

PersonRow parsePerson(const QJsonObject &object)
{
    return {.id = object.value("id"_L1).toString(),
            .name = object.value("name"_L1).toString(),
            .role = Api::parseRole(object.value("role"_L1).toString()).value_or(Api::Role::Viewer),
            .disabled = object.value("disabled"_L1).toBool(),
            .tokens = object.value("tokens"_L1).toInt(),
            .lastSignIn = timeOf(object.value("last_sign_in"_L1)),
            .lastAddress = object.value("last_address"_L1).toString()};
}

QList<Api::Permission> areasOf(const QJsonArray &words)
{
    QList<Api::Permission> areas;
    for (const QJsonValue &word : words) {
        if (const auto area = Api::parsePermission(word.toString()))
            areas.append(*area);
    }
    return areas;
}

TokenRow parseToken(const QJsonObject &object)
{
    return {.id = object.value("id"_L1).toString(),
            .person = object.value("person"_L1).toString(),
            .personName = object.value("person_name"_L1).toString(),
            .name = object.value("name"_L1).toString(),
            .shown = object.value("shown"_L1).toString(),
            .role = Api::parseRole(object.value("role"_L1).toString()).value_or(Api::Role::Viewer),
            .areas = areasOf(object.value("areas"_L1).toArray()),
            .expired = object.value("state"_L1).toString() == "expired"_L1,
            .expires = timeOf(object.value("expires"_L1)),
            .lastUsed = timeOf(object.value("last_used"_L1)),
            .lastAddress = object.value("last_address"_L1).toString()};
}

} // namespace

PeopleModel::PeopleModel(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &data) {
                if (kind == "event"_L1 && data.value("kind"_L1).toString() == "people"_L1)
                    refresh();
            });
}

void PeopleModel::refresh()
{
    connect(m_client.get(u"/people"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                m_problem = take(*call, [this](const QJsonArray &items) {
                    m_people.clear();
                    for (const QJsonValue &item : items)
                        m_people.append(parsePerson(item.toObject()));
                });
                m_loaded = m_loaded || m_problem.isEmpty();
                m_denied = !call->succeeded() && call->error().code == ErrorCode::PermissionDenied;
                Q_EMIT changed();
            });
    connect(m_client.get(u"/tokens"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                m_tokensProblem = take(*call, [this](const QJsonArray &items) {
                    m_tokens.clear();
                    for (const QJsonValue &item : items)
                        m_tokens.append(parseToken(item.toObject()));
                });
                Q_EMIT changed();
            });
}

QString PeopleModel::take(const Api::AdminCall &call,
                          const std::function<void(const QJsonArray &)> &read)
{
    if (!call.succeeded())
        return call.error().detail;
    read(call.reply().body.value("items"_L1).toArray());
    return {};
}

const PersonRow *PeopleModel::person(const QString &id) const
{
    const auto found = std::ranges::find(m_people, id, &PersonRow::id);
    return found == m_people.cend() ? nullptr : &*found;
}

void PeopleModel::send(const QByteArray &method, const QString &path, const QJsonObject &body,
                       QObject *context, const Done &done)
{
    Api::AdminCall *call = method == "DELETE" ? m_client.remove(path)
        : method == "PUT"                     ? m_client.put(path, body)
                                              : m_client.post(path, body);
    connect(call, &Api::AdminCall::finished, context, [this, done](Api::AdminCall *finished) {
        refresh();
        done(finished->reply().body,
             finished->succeeded() ? std::nullopt : std::optional(finished->error()));
    });
}

QString roleName(Api::Role role)
{
    switch (role) {
    case Api::Role::Owner:
        return PeopleModel::tr("Owner");
    case Api::Role::Administrator:
        return PeopleModel::tr("Administrator");
    case Api::Role::Operator:
        return PeopleModel::tr("Operator");
    case Api::Role::Editor:
        return PeopleModel::tr("Editor");
    case Api::Role::Viewer:
        return PeopleModel::tr("Viewer");
    case Api::Role::Billing:
        return PeopleModel::tr("Billing viewer");
    }
    return {};
}

QString permissionName(Api::Permission permission)
{
    using P = Api::Permission;
    switch (permission) {
    case P::ViewStatus:
        return PeopleModel::tr("See how the gateway is doing");
    case P::ViewRequests:
        return PeopleModel::tr("See requests");
    case P::ViewSpend:
        return PeopleModel::tr("See spend, budgets and prices");
    case P::ViewConfiguration:
        return PeopleModel::tr("See providers, routes, teams and keys");
    case P::ViewAudit:
        return PeopleModel::tr("See the audit log");
    case P::Operate:
        return PeopleModel::tr("Start and stop, pause providers, answer alerts");
    case P::EditRoutes:
        return PeopleModel::tr("Change routes and providers, without keys and addresses");
    case P::ManageKeys:
        return PeopleModel::tr("Manage keys, teams and limits");
    case P::ManageSpending:
        return PeopleModel::tr("Manage budgets and prices");
    case P::ManageSecrets:
        return PeopleModel::tr("Manage the keys and addresses of providers");
    case P::ManageGateway:
        return PeopleModel::tr("Change settings");
    case P::ReadBodies:
        return PeopleModel::tr("Record requests and read what was recorded");
    case P::ManagePeople:
        return PeopleModel::tr("Manage people, except owners");
    case P::Everything:
        return PeopleModel::tr("Manage owners, make and restore backups");
    }
    return {};
}

} // namespace Gatehouse::Ui
