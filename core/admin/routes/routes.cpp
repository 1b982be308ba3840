// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"

#include "core/admin/permissions.h"
#include "core/admin/routes/pairingroutes.h"
#include "core/base/log.h"
#include "core/ledger/requestfilter.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

void addAllRoutes(Router &router, Services &services)
{
    for (const auto add :
         {addStatusRoutes,    addConfigRoutes,   addImportRoutes,    addProviderRoutes,
          addModelRoutes,     addRouteRoutes,    addKeyRoutes,       addTeamRoutes,
          addSecretRoutes,    addOverviewRoutes, addLatencyRoutes,   addReliabilityRoutes,
          addRequestRoutes,   addAuditRoutes,    addListeningRoutes, addStorageRoutes,
          addBackupRoutes,    addDoctorRoutes,   addSpendRoutes,     addKeyTemplateRoutes,
          addKeySearchRoutes, addPeopleRoutes,   addAlertRoutes,     addPriceRoutes,
          addReportRoutes,    addSimulateRoutes, addTrialRoutes,     addBodyRoutes,
          addUsageRoutes,     addReplayRoutes,   addPairingRoutes})
        add(router, services);
}

Result<Span> readSpan(const Services &services, const AdminRequest &request, const QString &since)
{
    Span span;
    const std::pair<QString, std::optional<qint64> *> bounds[] = {{u"since"_s, &span.since},
                                                                  {u"until"_s, &span.until}};
    for (const auto &[name, bound] : bounds) {
        const QString text = request.parameter(name, name == "since"_L1 ? since : QString());
        if (text.isEmpty())
            continue;
        const Result<qint64> moment =
            Ledger::RequestFilter::parseMoment(text, services.clock.wall(), services.timeZone());
        if (!moment)
            return Error{moment.error().code, moment.error().detail, name};
        *bound = *moment;
    }
    return span;
}

Config::ChangeInfo changeInfo(const AdminRequest &request)
{
    return {.who = request.who,
            .source = request.source,
            .reason = request.body.value("reason"_L1).toString(),
            .expected = request.ifMatch,
            .allowed = [grant = request.grant](const Api::Document &before,
                                               const Api::Document &after) {
                return checkChange(grant, before, after);
            }};
}

void answerChange(const Responder &responder, const Services &services,
                  const Config::ChangeOutcome &outcome, QJsonObject extra, int status)
{
    if (outcome.error) {
        // A file that manages the configuration is no outage: it will be the same a minute later.
        const bool isManaged = outcome.error->code == ErrorCode::ReadOnly
            && !services.configuration.managedBy().isEmpty();
        if (isManaged)
            responder.reply(errorJson(*outcome.error), 409);
        else
            responder.fail(*outcome.error);
        return;
    }
    if (Api::hasErrors(outcome.findings)) {
        responder.fail(outcome.findings);
        return;
    }
    extra.insert(u"revision"_s, outcome.revision);
    if (!outcome.findings.isEmpty())
        extra.insert(u"findings"_s, findingsJson(outcome.findings));
    responder.reply(extra, status, services.configuration.revision());
}

Result<void> checkFields(const QJsonObject &body, const QStringList &known)
{
    for (const QString &name : body.keys()) {
        if (!known.contains(name))
            return Error{ErrorCode::InvalidArgument,
                         u"'%1' is not known here; use %2"_s.arg(name, known.join(u", "_s)), name};
    }
    return {};
}

void audit(const Services &services, const AdminRequest &request, const QString &action,
           const QString &object, const QString &after, const QString &before)
{
    const auto record = services.audit.append(
        {request.who, request.source, action, object, before, after}, services.clock.wall());
    if (!record)
        qCCritical(lcAdmin, "audit record for %s failed: %s", qUtf8Printable(action),
                   qUtf8Printable(record.error().detail));
}

} // namespace Gatehouse::Admin
