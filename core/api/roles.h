// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace Gatehouse::Api {

//! What a person may be for the administration.
enum class Role { Owner, Administrator, Operator, Editor, Viewer, Billing };

//! One thing a role may or may not do. Every path of the admin API needs exactly one.
enum class Permission {
    ViewStatus,        //!< overview, latency, reliability, events
    ViewRequests,      //!< the request log and what runs now
    ViewSpend,         //!< usage, budgets, prices
    ViewConfiguration, //!< providers, routes, teams, keys, revisions; no secrets
    ViewAudit,
    Operate,        //!< start and stop, breakers, pauses of providers, alerts
    EditRoutes,     //!< routes and providers, without their secrets and addresses
    ManageKeys,     //!< keys, teams, limits
    ManageSpending, //!< budgets, prices, pauses of spending
    ManageSecrets,
    ManageGateway, //!< settings, whole documents, storage
    ReadBodies,    //!< what clients said, where it was recorded; begin and end recordings
    ManagePeople,  //!< people and their tokens, except owners
    Everything,    //!< owners, backups, this computer's own token, what has no permission yet
};

//! "owner", "admin", "operator", "editor", "viewer", "billing": as the admin API writes them.
QString roleWord(Role role);
std::optional<Role> parseRole(QStringView word);
const QList<Role> &allRoles();

//! "view_status".
QString permissionWord(Permission permission);
const QList<Permission> &allPermissions();

//! What is not granted here is denied.
bool may(Role role, Permission permission);
//! The roles that may, the widest first.
QList<Role> rolesThatMay(Permission permission);

} // namespace Gatehouse::Api
