// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/headroomjson.h"

#include "core/admin/routes/routes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

QString wallText(const Clock &clock, SteadyTime time)
{
    return isoText(clock.wall()
                   + std::chrono::duration_cast<WallTime::duration>(time - clock.steady()));
}

} // namespace

QJsonArray headroomJson(const Services &services, const Api::Provider &provider)
{
    QJsonArray rows;
    const auto known =
        services.live.provider(provider.id.toUtf8()).headroom(services.clock.steady());
    for (const auto &[key, reading] : known) {
        const QString id = QString::fromUtf8(key);
        const auto document = std::ranges::find(provider.keys, id, &Api::ProviderKey::id);
        if (document == provider.keys.end())
            continue; // of a key that is gone
        const auto left = reading.shareLeft();
        rows.append(
            QJsonObject{{u"provider"_s, provider.id},
                        {u"title"_s, provider.name.isEmpty() ? provider.id : provider.name},
                        {u"key"_s, id},
                        {u"label"_s, document->label},
                        {u"kind"_s, QString::fromLatin1(Dialects::allowanceName(reading.kind))},
                        {u"limit"_s, reading.limit ? QJsonValue(*reading.limit) : QJsonValue()},
                        {u"remaining"_s, reading.remaining},
                        {u"left"_s, left ? QJsonValue(*left) : QJsonValue()},
                        {u"resets"_s,
                         reading.resetsAt ? QJsonValue(wallText(services.clock, *reading.resetsAt))
                                          : QJsonValue()},
                        {u"seen"_s, wallText(services.clock, reading.seenAt)}});
    }
    return rows;
}

QJsonArray headroomJson(const Services &services)
{
    QJsonArray rows;
    for (const Api::Provider &provider : services.configuration.document().providers) {
        for (const QJsonValue row : headroomJson(services, provider))
            rows.append(row);
    }
    return rows;
}

} // namespace Gatehouse::Admin
