// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/destination.h"

#include "ui/models/filterwords.h"

#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

Destination destinationOfProblem(const QString &code)
{
    const QString object = code.section(u':', 1);
    if (code.startsWith("provider_down:"_L1) || code.startsWith("route_without_target:"_L1))
        return {.page = u"reliability"_s};
    if (code.startsWith("provider"_L1) && !object.isEmpty())
        return {.page = u"requests"_s, .filter = u"provider:%1"_s.arg(object)};
    if (code == "cannot_listen"_L1)
        return {.page = u"settings"_s, .object = u"gateway"_s};
    if (code == "secrets_locked"_L1)
        return {.page = u"providers"_s};
    if (code.startsWith("unpriced"_L1))
        return {.page = u"requests"_s, .filter = u"cost:unpriced"_s};
    return {.page = u"requests"_s, .filter = u"status:error"_s};
}

Destination destinationOfObject(const QString &kind, const QString &object)
{
    static const QHash<QString, QString> pages{
        {u"provider"_s, u"providers"_s}, {u"breaker"_s, u"providers"_s},
        {u"key"_s, u"access"_s},         {u"team"_s, u"access"_s},
        {u"route"_s, u"routes"_s},       {u"revision"_s, u"audit"_s},
        {u"audit"_s, u"audit"_s},        {u"secret"_s, u"providers"_s},
        {u"gateway"_s, u"settings"_s},   {u"alert"_s, u"alerts"_s},
    };
    if (kind == "backup"_L1
        || kind == "storage"_L1) // their objects are files: the section has them
        return {.page = u"settings"_s, .object = kind};
    return {.page = pages.value(kind), .object = object};
}

Destination requestsOfObject(const QString &kind, const QString &object)
{
    if (object.isEmpty())
        return {};
    if (kind == "key"_L1)
        return {.page = u"requests"_s, .filter = filterWord(u"key"_s, object)};
    if (destinationOfObject(kind, object).page == "providers"_L1)
        return {.page = u"requests"_s, .filter = filterWord(u"provider"_s, object)};
    return {};
}

} // namespace Gatehouse::Ui
