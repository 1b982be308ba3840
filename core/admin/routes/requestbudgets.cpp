// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/requestbudgets.h"

#include "core/admin/routes/keyowners.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

//! The scopes that \a request was booked under, with their names.
QHash<QString, QString> scopesOf(const Services &services, const QJsonObject &request)
{
    QHash<QString, QString> scopes{{u"gateway"_s, QString()}};
    const auto add = [&scopes](Api::Scope::Kind kind, const QString &id, const QString &name) {
        if (!id.isEmpty())
            scopes.insert(Api::Scope{kind, id}.text(), name.isEmpty() ? id : name);
    };
    const Api::Document &document = services.configuration.document();
    const auto nameIn = [](const auto &nouns, const QString &id) {
        const auto found = std::ranges::find(nouns, id, [](const auto &noun) { return noun.id; });
        return found == nouns.end() ? id : found->name;
    };
    const QString key = request.value("key"_L1).toString();
    const QString team = request.value("team"_L1).toString();
    add(Api::Scope::Kind::Key, key, request.value("key_name"_L1).toString());
    add(Api::Scope::Kind::Team, team, nameIn(document.teams, team));
    add(Api::Scope::Kind::Person, keyOwners(services).value(key), {});
    add(Api::Scope::Kind::Route, request.value("route"_L1).toString(), {});
    for (const QJsonValue &attempt : request.value("attempts"_L1).toArray()) {
        const QString provider = attempt["provider"_L1].toString();
        if (attempt["cost_nano_usd"_L1].toInteger() > 0)
            add(Api::Scope::Kind::Provider, provider, nameIn(document.providers, provider));
    }
    const QJsonObject tags = request.value("tags"_L1).toObject();
    for (auto tag = tags.begin(); tag != tags.end(); ++tag)
        add(Api::Scope::Kind::Tag, u"%1=%2"_s.arg(tag.key(), tag.value().toString()), {});
    return scopes;
}

} // namespace

QJsonArray budgetsOf(const Services &services, const QJsonObject &request)
{
    QJsonArray items;
    const std::vector<Access::BudgetReport> reports = services.budgets.report();
    if (reports.empty() || request.value("cost_nano_usd"_L1).toInteger() <= 0)
        return items;
    const QDateTime moment =
        QDateTime::fromString(request.value("time"_L1).toString(), Qt::ISODateWithMs);
    const WallTime time{std::chrono::milliseconds(moment.toMSecsSinceEpoch())};
    const QHash<QString, QString> scopes = scopesOf(services, request);
    for (const Access::BudgetReport &row : reports) {
        const auto scope = scopes.constFind(row.scope.text());
        if (scope != scopes.constEnd() && row.span.from <= time && time < row.span.until)
            items.append(QJsonObject{{u"id"_s, QString::fromUtf8(row.id)},
                                     {u"scope"_s, row.scope.text()},
                                     {u"name"_s, *scope},
                                     {u"period"_s, row.period}});
    }
    return items;
}

} // namespace Gatehouse::Admin
