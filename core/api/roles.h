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
std::optional<Permission> parsePermission(QStringView word);
const QList<Permission> &allPermissions();

//! What is not granted here is denied.
bool may(Role role, Permission permission);
//! Whether \a wide may all that \a narrow may.
bool covers(Role wide, Role narrow);
//! The roles that may, the widest first.
QList<Role> rolesThatMay(Permission permission);

//! What a token leaves of its person's role; nothing said leaves all of it.
struct TokenScope {
    std::optional<Role> role = {}; //!< not more than this role may
    QList<Permission> areas = {};  //!< nothing but these; empty: whatever the roles allow

    bool isNarrow() const { return role || !areas.isEmpty(); }
    bool operator==(const TokenScope &) const = default;
};

//! What a caller may: what the person's role grants today, less what the token leaves out. A person
//! who loses a role loses it in every token; no token is ever wider than its person.
struct Grant {
    Role role = Role::Billing; //!< the person's
    TokenScope scope = {};

    bool may(Permission permission) const;
    bool mayAllOf(Role other) const;
    QList<Permission> permissions() const;
    //! The role to show: the token's, where it is narrower than the person's.
    Role shownRole() const;
    //! "admin", "admin as viewer", "admin, 3 areas": for records.
    QString words() const;
};

} // namespace Gatehouse::Api
