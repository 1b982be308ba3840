// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keytablebuilder.h"

#include "core/access/authenticator.h"
#include "core/api/documents/validation.h"

#include <QtCore/QDateTime>
#include <QtCore/QSet>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace Gatehouse::Access {

namespace {

using Patterns = std::vector<QByteArray>;

//! Everything \a narrow matches is matched by \a wide.
bool covers(const QByteArray &wide, const QByteArray &narrow)
{
    return wide == "*" || wide == narrow
        || (wide.endsWith("/*") && narrow.startsWith(wide.chopped(1)));
}

Patterns toPatterns(const QStringList &routes)
{
    Patterns patterns;
    for (const QString &route : routes)
        patterns.push_back(route.toUtf8());
    return patterns;
}

Patterns intersected(const Patterns &left, const Patterns &right)
{
    Patterns both;
    for (const QByteArray &a : left) {
        for (const QByteArray &b : right) {
            if (covers(a, b))
                both.push_back(b);
            else if (covers(b, a))
                both.push_back(a);
        }
    }
    std::ranges::sort(both);
    const auto repeated = std::ranges::unique(both);
    both.erase(repeated.begin(), repeated.end());
    return both;
}

//! The zone that days are of: the reporting zone, else the system's.
QTimeZone zoneOf(const Api::GatewaySettings &settings)
{
    const QTimeZone zone(settings.reportingTimeZone.toUtf8());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

std::optional<WallTime> parseMoment(const QString &text, const QTimeZone &zone)
{
    const QDateTime moment = Api::parseExpiry(text, zone);
    if (!moment.isValid())
        return std::nullopt;
    return WallTime(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

KeyEntry named(const QByteArray &id, const QString &name, const QString &team)
{
    KeyEntry entry;
    entry.id = id;
    entry.name = name.toUtf8();
    entry.team = team.toUtf8();
    return entry;
}

class Builder
{
public:
    Builder(const Api::Document &document, const QHash<QString, Secrets::Secret> &secrets,
            const Pepper &pepper)
        : m_secrets(secrets)
        , m_pepper(pepper)
        , m_zone(zoneOf(document.gateway))
    {
        for (const Api::Team &team : document.teams)
            m_teams.insert(team.id, team);
    }

    void addDeclared(const Api::DeclaredKey &key, const QString &path)
    {
        KeyEntry entry = named(key.id.toUtf8(), key.id, key.team);
        entry.owner = key.owner.toUtf8();
        entry.tags = key.tags.join(u',').toUtf8();
        entry.disabled = key.disabled;
        entry.batch = key.priority == u"batch";
        const QString wrong = complete(entry, key);
        if (!wrong.isEmpty())
            refuse(path, u"key \"%1\" is not in force: %2"_s.arg(key.id, wrong));
        else
            add(std::move(entry), path);
    }

    void addCreated(const CreatedKey &key)
    {
        KeyEntry entry = named(key.id, key.name, key.team);
        const QString path = u"created key %1"_s.arg(QString::fromUtf8(key.id));
        const auto routes = allowed(key.routes, key.team);
        if (!routes) {
            refuse(path,
                   u"key \"%1\" is not in force: team \"%2\" does not exist"_s.arg(key.name,
                                                                                   key.team));
            return;
        }
        entry.hash = key.hash;
        entry.routes = *routes;
        bindToTeam(entry, key.team);
        entry.expires = key.expires;
        entry.tags = key.tags.join(u',').toUtf8();
        entry.disabled = key.disabled;
        entry.owner = key.owner.toUtf8();
        entry.ownResidency = key.residency;
        entry.targets = toPatterns(key.targets);
        entry.addresses = Api::parseNetworks(key.addresses);
        entry.batch = key.priority == u"batch";
        if (!add(entry, path) || !key.previousHash || !key.previousValidUntil)
            return;
        entry.hash = *key.previousHash;
        entry.isFormer = true;
        m_hashes.insert(entry.hash);
        entry.expires = std::min(*key.previousValidUntil, key.expires.value_or(WallTime::max()));
        m_entries.push_back(std::move(entry));
    }

    KeyTableBuild finish()
    {
        return {.table = std::make_shared<const KeyTable>(std::move(m_entries), m_pepper),
                .findings = std::move(m_findings)};
    }

private:
    //! Fills in what has to be resolved; what is wrong, empty when nothing.
    QString complete(KeyEntry &entry, const Api::DeclaredKey &key) const
    {
        const auto routes = allowed(key.routes, key.team);
        if (!routes)
            return u"team \"%1\" does not exist"_s.arg(key.team);
        entry.routes = *routes;
        bindToTeam(entry, key.team);
        entry.ownResidency = key.residency;
        entry.targets = toPatterns(key.targets);
        entry.addresses = Api::parseNetworks(key.addresses);
        if (!key.expires.isEmpty()) {
            entry.expires = parseMoment(key.expires, m_zone);
            if (!entry.expires)
                return u"expires is no ISO date or date-time"_s;
        }
        const Secrets::Secret secret = m_secrets.value(key.secret);
        if (secret.isEmpty())
            return u"its secret %1 cannot be read"_s.arg(key.secret);
        if (secret.reveal().size() < shortestDeclaredKey)
            return u"its secret is too short: use %1 or more characters"_s.arg(shortestDeclaredKey);
        if (secret.reveal().size() > longestCredential)
            return u"its secret is longer than %1 characters"_s.arg(longestCredential);
        entry.hash = KeyTable::hash(secret.reveal(), m_pepper);
        return {};
    }

    void bindToTeam(KeyEntry &entry, const QString &id) const
    {
        const Api::Team team = m_teams.value(id);
        entry.residency = team.residency;
        entry.teamTargets = toPatterns(team.targets);
    }

    //! nullopt: no such team.
    std::optional<Patterns> allowed(const QStringList &routes, const QString &team) const
    {
        if (team.isEmpty())
            return toPatterns(routes);
        const auto found = m_teams.constFind(team);
        if (found == m_teams.constEnd())
            return std::nullopt;
        return found->routes.isEmpty() ? toPatterns(routes)
                                       : intersected(toPatterns(routes), toPatterns(found->routes));
    }

    bool add(KeyEntry entry, const QString &path)
    {
        const bool sameId = m_ids.contains(entry.id);
        if (sameId || m_hashes.contains(entry.hash)) {
            refuse(path,
                   u"key \"%1\" is not in force: another key has the same %2"_s.arg(
                       QString::fromUtf8(entry.name), sameId ? u"id"_s : u"secret"_s));
            return false;
        }
        m_ids.insert(entry.id);
        m_hashes.insert(entry.hash);
        m_entries.push_back(std::move(entry));
        return true;
    }

    void refuse(const QString &path, const QString &message)
    {
        m_findings.append({.severity = Api::Severity::Error, .path = path, .message = message});
    }

    const QHash<QString, Secrets::Secret> &m_secrets;
    const Pepper &m_pepper;
    const QTimeZone m_zone;
    QHash<QString, Api::Team> m_teams;
    QSet<QByteArray> m_ids;
    std::set<KeyHash> m_hashes; //!< of the entries: with ten thousand no search through them
    std::vector<KeyEntry> m_entries;
    Api::Findings m_findings;
};

} // namespace

KeyTableBuild buildKeyTable(const Api::Document &document, std::span<const CreatedKey> created,
                            const QHash<QString, Secrets::Secret> &declaredSecrets,
                            const Pepper &pepper)
{
    Builder builder(document, declaredSecrets, pepper);
    for (qsizetype i = 0; i < document.keys.size(); ++i)
        builder.addDeclared(document.keys.at(i), u"keys[%1]"_s.arg(i));
    for (const CreatedKey &key : created)
        builder.addCreated(key);
    return builder.finish();
}

} // namespace Gatehouse::Access
