// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/roles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

using P = Permission;

const QList<P> &permissionsOf(Role role)
{
    static const QList<P> none;
    static const QList<P> administrator{
        P::ViewStatus,    P::ViewRequests, P::ViewSpend,   P::ViewConfiguration, P::ViewAudit,
        P::Operate,       P::EditRoutes,   P::ManageKeys,  P::ManageSpending,    P::ManageSecrets,
        P::ManageGateway, P::ReadBodies,   P::ManagePeople};
    static const QList<P> op{P::ViewStatus,        P::ViewRequests, P::ViewSpend,
                             P::ViewConfiguration, P::ViewAudit,    P::Operate};
    static const QList<P> editor{P::ViewStatus, P::ViewRequests, P::ViewSpend, P::ViewConfiguration,
                                 P::EditRoutes};
    static const QList<P> viewer{P::ViewStatus, P::ViewRequests, P::ViewSpend,
                                 P::ViewConfiguration};
    static const QList<P> billing{P::ViewStatus, P::ViewSpend};
    switch (role) {
    case Role::Owner:
        return allPermissions();
    case Role::Administrator:
        return administrator;
    case Role::Operator:
        return op;
    case Role::Editor:
        return editor;
    case Role::Viewer:
        return viewer;
    case Role::Billing:
        return billing;
    }
    return none;
}

} // namespace

QString roleWord(Role role)
{
    switch (role) {
    case Role::Owner:
        return u"owner"_s;
    case Role::Administrator:
        return u"admin"_s;
    case Role::Operator:
        return u"operator"_s;
    case Role::Editor:
        return u"editor"_s;
    case Role::Viewer:
        return u"viewer"_s;
    case Role::Billing:
        return u"billing"_s;
    }
    return {};
}

std::optional<Role> parseRole(QStringView word)
{
    for (const Role role : allRoles()) {
        if (roleWord(role) == word)
            return role;
    }
    return std::nullopt;
}

const QList<Role> &allRoles()
{
    static const QList<Role> roles{Role::Owner,  Role::Administrator, Role::Operator,
                                   Role::Editor, Role::Viewer,        Role::Billing};
    return roles;
}

QString permissionWord(Permission permission)
{
    switch (permission) {
    case P::ViewStatus:
        return u"view_status"_s;
    case P::ViewRequests:
        return u"view_requests"_s;
    case P::ViewSpend:
        return u"view_spend"_s;
    case P::ViewConfiguration:
        return u"view_configuration"_s;
    case P::ViewAudit:
        return u"view_audit"_s;
    case P::Operate:
        return u"operate"_s;
    case P::EditRoutes:
        return u"edit_routes"_s;
    case P::ManageKeys:
        return u"manage_keys"_s;
    case P::ManageSpending:
        return u"manage_spending"_s;
    case P::ManageSecrets:
        return u"manage_secrets"_s;
    case P::ManageGateway:
        return u"manage_gateway"_s;
    case P::ReadBodies:
        return u"read_bodies"_s;
    case P::ManagePeople:
        return u"manage_people"_s;
    case P::Everything:
        return u"everything"_s;
    }
    return {};
}

std::optional<Permission> parsePermission(QStringView word)
{
    for (const Permission permission : allPermissions()) {
        if (permissionWord(permission) == word)
            return permission;
    }
    return std::nullopt;
}

const QList<Permission> &allPermissions()
{
    static const QList<P> all{
        P::ViewStatus,    P::ViewRequests, P::ViewSpend,    P::ViewConfiguration, P::ViewAudit,
        P::Operate,       P::EditRoutes,   P::ManageKeys,   P::ManageSpending,    P::ManageSecrets,
        P::ManageGateway, P::ReadBodies,   P::ManagePeople, P::Everything};
    return all;
}

bool may(Role role, Permission permission)
{
    return permissionsOf(role).contains(permission);
}

bool covers(Role wide, Role narrow)
{
    return Grant{.role = wide}.mayAllOf(narrow);
}

QList<Role> rolesThatMay(Permission permission)
{
    QList<Role> roles = allRoles();
    roles.removeIf([permission](Role role) { return !may(role, permission); });
    return roles;
}

bool Grant::may(Permission permission) const
{
    return Api::may(role, permission) && (!scope.role || Api::may(*scope.role, permission))
        && (scope.areas.isEmpty() || scope.areas.contains(permission));
}

bool Grant::mayAllOf(Role other) const
{
    return std::ranges::all_of(permissionsOf(other),
                               [this](Permission permission) { return may(permission); });
}

QList<Permission> Grant::permissions() const
{
    QList<Permission> all = allPermissions();
    all.removeIf([this](Permission permission) { return !may(permission); });
    return all;
}

Role Grant::shownRole() const
{
    return scope.role && covers(role, *scope.role) ? *scope.role : role;
}

QString Grant::words() const
{
    QString text = roleWord(role);
    if (scope.role)
        text += u" as %1"_s.arg(roleWord(*scope.role));
    if (!scope.areas.isEmpty())
        text += u", %1 areas"_s.arg(scope.areas.size());
    return text;
}

} // namespace Gatehouse::Api
