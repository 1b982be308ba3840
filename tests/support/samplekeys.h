// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace Gatehouse {

//! A key as GET /keys tells it; \a more takes the place of single fields.
inline QJsonObject sampleKey(const QString &id, const QString &name, const QJsonObject &more = {})
{
    using namespace Qt::StringLiterals;
    QJsonObject key{{"id"_L1, id},
                    {"name"_L1, name},
                    {"team"_L1, QString()},
                    {"prefix"_L1, u"gh-%1"_s.arg(id)},
                    {"last4"_L1, u"fR2a"_s},
                    {"state"_L1, u"active"_s},
                    {"declared"_L1, false},
                    {"routes"_L1, QJsonArray{u"*"_s}},
                    {"note"_L1, QString()},
                    {"created"_L1, u"2026-11-01T09:00:00.000Z"_s},
                    {"last_used"_L1, u"2026-11-22T11:30:00.000Z"_s},
                    {"last_client"_L1, u"127.0.0.1"_s},
                    {"requests"_L1, 12}};
    for (auto it = more.begin(); it != more.end(); ++it)
        key.insert(it.key(), it.value());
    return key;
}

//! {"items": […]} of a list answer.
inline QJsonObject sampleList(const QJsonArray &items)
{
    return {{QStringLiteral("items"), items}};
}

} // namespace Gatehouse
