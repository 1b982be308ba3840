// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/permissions.h"

#include <QtTest/QTest>

#include <functional>

using namespace Gatehouse;
using namespace Gatehouse::Admin;
using namespace Qt::StringLiterals;
using Api::Permission;
using Api::Role;

namespace {

Api::Document sample()
{
    Api::Document document;
    Api::Provider provider;
    provider.id = u"oa"_s;
    provider.dialect = u"openai"_s;
    provider.baseUrl = u"https://api.openai.com/v1"_s;
    Api::ProviderKey key;
    key.secret = u"keychain:oa"_s;
    provider.keys = {key};
    document.providers = {provider};
    Api::Route route;
    route.id = u"fast"_s;
    document.routes = {route};
    return document;
}

using Change = void (*)(Api::Document &);

} // namespace

class TestPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyThoughtAboutIsTheOwnersAlone()
    {
        for (const Role role : Api::allRoles())
            QCOMPARE(checkPermission({.role = role}, u"POST /brand-new"_s).has_value(),
                     role == Role::Owner);
        QVERIFY(!permissionOf(u"POST /brand-new"_s));
    }

    void decidesByRole_data()
    {
        QTest::addColumn<QString>("route");
        QTest::addColumn<QString>("roles");
        const auto row = [](const char *route, const char *roles) {
            QTest::newRow(route) << QString::fromLatin1(route) << QString::fromLatin1(roles);
        };
        row("GET /status", "owner admin operator editor viewer billing");
        row("GET /usage", "owner admin operator editor viewer billing");
        row("GET /requests", "owner admin operator editor viewer");
        row("GET /keys", "owner admin operator editor viewer");
        row("GET /audit", "owner admin operator");
        row("POST /gateway/stop", "owner admin operator");
        row("POST /providers/{id}/pause", "owner admin operator");
        row("PUT /routes/{id}", "owner admin editor");
        row("POST /keys", "owner admin");
        row("POST /keys/find", "owner admin");
        row("PUT /secrets/{name}", "owner admin");
        row("POST /providers/test", "owner admin");
        row("POST /tokens", "owner admin");
        row("GET /admin-access", "owner");
        row("POST /backups", "owner");
        row("POST /requests/{id}/body", "owner admin");
        row("POST /recording", "owner admin");
        row("GET /recording", "owner admin operator editor viewer");
    }
    void decidesByRole()
    {
        QFETCH(QString, route);
        QFETCH(QString, roles);
        QStringList allowed;
        for (const Role role : Api::allRoles()) {
            if (checkPermission({.role = role}, route))
                allowed.append(Api::roleWord(role));
        }
        QCOMPARE(allowed.join(u' '), roles);
    }
    void namesTheRolesThatMay()
    {
        const Error error = checkPermission({.role = Role::Viewer}, u"POST /keys"_s).error();
        QCOMPARE(error.code, ErrorCode::PermissionDenied);
        QVERIFY(error.detail.contains(u"viewer"_s));
        QVERIFY(error.detail.contains(u"owner, administrator"_s));
    }
    void aTokenNarrowsItsPerson()
    {
        const Api::Grant reads{.role = Role::Administrator, .scope = {.role = Role::Viewer}};
        QVERIFY(checkPermission(reads, u"GET /keys"_s));
        const Error error = checkPermission(reads, u"POST /keys"_s).error();
        QVERIFY2(error.detail.contains(u"leaves out manage_keys"_s), qPrintable(error.detail));
        QCOMPARE(reads.words(), u"admin as viewer"_s);
        const Api::Grant books{
            .role = Role::Owner,
            .scope = {.areas = {Api::Permission::ViewStatus, Api::Permission::ViewSpend}}};
        QVERIFY(checkPermission(books, u"GET /usage"_s));
        for (const QString &other : {u"GET /keys"_s, u"GET /requests"_s, u"POST /tokens"_s,
                                     u"GET /admin-access"_s, u"POST /brand-new"_s})
            QVERIFY2(!checkPermission(books, other), qPrintable(other));
        Api::Document after = sample();
        after.budgets.append(Api::Budget());
        QVERIFY(!checkChange(books, sample(), after));
    }
    void aTokenIsNeverWiderThanItsPerson()
    {
        for (const Role person : Api::allRoles()) {
            for (const Role token : Api::allRoles()) {
                const Api::Grant grant{.role = person, .scope = {.role = token}};
                for (const Api::Permission permission : Api::allPermissions())
                    QCOMPARE(grant.may(permission),
                             Api::may(person, permission) && Api::may(token, permission));
            }
        }
        const Api::Grant shrunk{.role = Role::Billing, .scope = {.role = Role::Operator}};
        QCOMPARE(shrunk.shownRole(), Role::Billing);
    }

    void checksEachSectionOfADocument_data()
    {
        QTest::addColumn<std::function<void(Api::Document &)>>("change");
        QTest::addColumn<QString>("roles");
        const auto row = [](const char *name, Change change, const char *roles) {
            QTest::newRow(name) << std::function<void(Api::Document &)>(change)
                                << QString::fromLatin1(roles);
        };
        row(
            "nothing", [](Api::Document &) {}, "owner admin operator editor viewer billing");
        row(
            "pause", [](Api::Document &d) { d.providers[0].paused = true; },
            "owner admin operator");
        row(
            "a provider's queue", [](Api::Document &d) { d.providers[0].maxInFlight = 4; },
            "owner admin editor");
        // Who changed the address would get the key sent to a place of their own.
        row(
            "an address", [](Api::Document &d) { d.providers[0].baseUrl = u"https://evil"_s; },
            "owner admin");
        row(
            "a proxy", [](Api::Document &d) { d.providers[0].proxy = u"http://evil:1"_s; },
            "owner admin");
        row(
            "a key's place", [](Api::Document &d) { d.providers[0].keys[0].secret = u"env:A"_s; },
            "owner admin");
        row(
            "a new provider with a key",
            [](Api::Document &d) {
                d.providers.append(d.providers[0]);
                d.providers[1].id = u"other"_s;
            },
            "owner admin");
        row(
            "a new provider without one",
            [](Api::Document &d) {
                Api::Provider local;
                local.id = u"local"_s;
                d.providers.append(local);
            },
            "owner admin editor");
        row(
            "a provider gone", [](Api::Document &d) { d.providers.clear(); }, "owner admin editor");
        row(
            "a route", [](Api::Document &d) { d.routes[0].strategy = u"cheapest"_s; },
            "owner admin editor");
        row(
            "a team", [](Api::Document &d) { d.teams.append(Api::Team()); }, "owner admin");
        row(
            "a limit", [](Api::Document &d) { d.limits.append(Api::Limit()); }, "owner admin");
        row(
            "a budget", [](Api::Document &d) { d.budgets.append(Api::Budget()); }, "owner admin");
        row(
            "the port", [](Api::Document &d) { d.gateway.listen = {u"0.0.0.0:1"_s}; },
            "owner admin");
    }
    void checksEachSectionOfADocument()
    {
        QFETCH(std::function<void(Api::Document &)>, change);
        QFETCH(QString, roles);
        const Api::Document before = sample();
        Api::Document after = before;
        change(after);
        QStringList allowed;
        for (const Role role : Api::allRoles()) {
            if (checkChange({.role = role}, before, after))
                allowed.append(Api::roleWord(role));
        }
        QCOMPARE(allowed.join(u' '), roles);
    }
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
