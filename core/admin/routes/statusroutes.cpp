// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

void addStatusRoutes(Router &router, Services &services)
{
    router.add("GET", u"/status"_s, [&services](const AdminRequest &, const Responder &responder) {
        responder.reply(services.status(), 200, services.configuration.revision());
    });
    router.add("POST", u"/gateway/start"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   services.startGateway();
                   audit(services, request, u"gateway.start"_s, u"gateway"_s);
                   responder.reply(services.status());
               });
    router.add("POST", u"/gateway/stop"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   services.stopGateway(request.body.value("finish"_L1).toBool(true));
                   audit(services, request, u"gateway.stop"_s, u"gateway"_s);
                   responder.reply(services.status());
               });
    router.add(
        "GET", u"/openapi.json"_s, [&router](const AdminRequest &, const Responder &responder) {
            QJsonObject paths;
            for (const QString &route : router.routes()) {
                const QString method = route.section(u' ', 0, 0).toLower();
                const QString path = u"/admin/v1"_s + route.section(u' ', 1);
                QJsonObject entry = paths.value(path).toObject();
                QJsonArray parameters;
                for (const QString &segment : path.split(u'/')) {
                    if (segment.startsWith(u'{'))
                        parameters.append(
                            QJsonObject{{u"name"_s, segment.mid(1, segment.size() - 2)},
                                        {u"in"_s, u"path"_s},
                                        {u"required"_s, true},
                                        {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}});
                }
                entry.insert(
                    method,
                    QJsonObject{
                        {u"parameters"_s, parameters},
                        {u"responses"_s,
                         QJsonObject{{u"200"_s, QJsonObject{{u"description"_s, u"done"_s}}}}}});
                paths.insert(path, entry);
            }
            responder.reply({{u"openapi"_s, u"3.0.3"_s},
                             {u"info"_s,
                              QJsonObject{{u"title"_s, u"Gatehouse admin API"_s},
                                          {u"version"_s, QString::fromLatin1(GATEHOUSE_VERSION)}}},
                             {u"paths"_s, paths}});
        });
}

} // namespace Gatehouse::Admin
