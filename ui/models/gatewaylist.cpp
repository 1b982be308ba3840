// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gatewaylist.h"

#include "ui/models/preferences.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QJsonObject toJson(const GatewayEntry &entry)
{
    return {{u"id"_s, entry.id},
            {u"name"_s, entry.name},
            {u"address"_s, entry.address},
            {u"fingerprint"_s, QString::fromLatin1(entry.fingerprint)},
            {u"version"_s, entry.version},
            {u"lastSeen"_s, entry.lastSeen.toString(Qt::ISODate)},
            {u"production"_s, entry.isProduction},
            {u"colour"_s, entry.colour},
            {u"role"_s, entry.role}};
}

GatewayEntry fromJson(const QJsonObject &object)
{
    return {.id = object.value("id"_L1).toString(),
            .name = object.value("name"_L1).toString(),
            .address = object.value("address"_L1).toString(),
            .fingerprint = object.value("fingerprint"_L1).toString().toLatin1(),
            .version = object.value("version"_L1).toString(),
            .lastSeen = QDateTime::fromString(object.value("lastSeen"_L1).toString(), Qt::ISODate),
            .isProduction = object.value("production"_L1).toBool(),
            .colour = object.value("colour"_L1).toInt(-1),
            .role = object.value("role"_L1).toString()};
}

} // namespace

QString GatewayEntry::title() const
{
    if (isBuiltIn())
        return GatewayList::tr("Local gateway"); // in the language of the moment
    return isProduction ? GatewayList::tr("%1 (production)").arg(name) : name;
}

Result<Api::AdminAddress> GatewayEntry::adminAddress(const QString &token) const
{
    Result<Api::AdminAddress> made = Api::AdminAddress::ofUrl(address, token);
    if (made)
        made->fingerprint = fingerprint;
    return made;
}

GatewayList::GatewayList(Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_entries{
          GatewayEntry{.id = {}, .name = tr("Local gateway"), .address = {}, .fingerprint = {}}}
{
    for (const QJsonValue &value : preferences.gateways())
        m_entries.append(fromJson(value.toObject()));
}

GatewayEntry GatewayList::entry(const QString &id) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&id](const GatewayEntry &entry) { return entry.id == id; });
    GatewayEntry known = found == m_entries.cend() ? m_entries.constFirst() : *found;
    if (known.isBuiltIn()) // in the language of now
        known.name = tr("Local gateway");
    return known;
}

void GatewayList::setCurrent(const QString &id)
{
    m_current = entry(id).id;
    Q_EMIT changed();
}

QString GatewayList::put(GatewayEntry entry)
{
    if (entry.id.isEmpty())
        entry.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString id = entry.id;
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&id](const GatewayEntry &one) { return one.id == id; });
    if (found == m_entries.end())
        m_entries.append(std::move(entry));
    else
        *found = std::move(entry);
    save();
    return id;
}

void GatewayList::remove(const QString &id)
{
    if (id.isEmpty())
        return;
    erase_if(m_entries, [&id](const GatewayEntry &entry) { return entry.id == id; });
    save();
}

void GatewayList::noteSeen(const QString &id, const QString &version, const QString &role,
                           const QDateTime &time)
{
    GatewayEntry seen = entry(id);
    if (seen.isBuiltIn() || version.isEmpty())
        return;
    seen.version = version;
    seen.lastSeen = time;
    if (!role.isEmpty())
        seen.role = role;
    put(std::move(seen));
}

void GatewayList::save()
{
    QJsonArray entries;
    for (const GatewayEntry &entry : std::as_const(m_entries))
        if (!entry.isBuiltIn())
            entries.append(toJson(entry));
    m_preferences.setGateways(entries);
    Q_EMIT changed();
}

} // namespace Gatehouse::Ui
