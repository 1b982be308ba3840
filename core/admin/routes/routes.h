// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/router.h"
#include "core/admin/services.h"
#include "core/config/loader.h"
#include "core/providers/credentials.h"

namespace Gatehouse::Admin {

class PriceJob;

//! One function per noun adds that noun's paths. \a services outlives the router.
void addStatusRoutes(Router &router, Services &services);
void addConfigRoutes(Router &router, Services &services);
void addImportRoutes(Router &router, Services &services);
void addProviderRoutes(Router &router, Services &services);
void addModelRoutes(Router &router, Services &services);
void addRouteRoutes(Router &router, Services &services);
void addKeyRoutes(Router &router, Services &services);
void addTeamRoutes(Router &router, Services &services);
void addSecretRoutes(Router &router, Services &services);
void addOverviewRoutes(Router &router, Services &services);
void addLatencyRoutes(Router &router, Services &services);
void addReliabilityRoutes(Router &router, Services &services);
void addRequestRoutes(Router &router, Services &services);
void addBodyRoutes(Router &router, Services &services);
void addReplayRoutes(Router &router, Services &services);
void addUsageRoutes(Router &router, Services &services);
void addAuditRoutes(Router &router, Services &services);
void addListeningRoutes(Router &router, Services &services);
void addStorageRoutes(Router &router, Services &services);
void addBackupRoutes(Router &router, Services &services);
void addDoctorRoutes(Router &router, Services &services);
void addSpendRoutes(Router &router, Services &services);
void addTrialRoutes(Router &router, Services &services);
void addKeyTemplateRoutes(Router &router, Services &services);
void addKeySearchRoutes(Router &router, Services &services);
void addPeopleRoutes(Router &router, Services &services);
void addAlertRoutes(Router &router, Services &services);
void addPriceRoutes(Router &router, Services &services);
void addPriceListRoutes(Router &router, Services &services);
//! \a job: the recalculation that follows a corrected price.
void addMachineRoutes(Router &router, Services &services, const std::shared_ptr<PriceJob> &job);
void addReportRoutes(Router &router, Services &services);
void addSimulateRoutes(Router &router, Services &services);

//! All of them.
void addAllRoutes(Router &router, Services &services);

//! Whether something of this request is recorded. For the thread of queries: it may wait.
//! What is recorded of a request; NotFound when nothing is. Not on the control thread.
Result<Bodies::RecordedBody> loadRecorded(const Bodies::Recorder &recorder, const QByteArray &id);
//! {"text","bytes","kept_bytes","content_type","head"}.
QJsonObject sideJson(const Bodies::Side &side);
bool isBodyRecorded(const Bodies::Recorder *recorder, const QByteArray &id);
//! A key in force, declared or created, as GET /keys/{id} tells it.
Result<QJsonObject> keyById(const Services &services, const QString &id);
//! The body of a new key over the fields of the template it names.
Result<QJsonObject> withTemplate(const Services &services, const QJsonObject &body);
//! The provider with this id, null when there is none.
const Api::Provider *findProvider(const Services &services, const QString &id);
Error noProvider(const QString &id);
//! What each provider is called, by id.
QHash<QString, QString> providerNames(const Services &services);
//! The first key of \a provider that may be used; an empty one when it has none.
void readFirstKey(Services &services, const Api::Provider &provider,
                  std::function<void(const Result<Providers::Credential> &)> done);
//! "2026-03-01T12:00:00.000Z"
QString isoText(WallTime time);

//! Moments in microseconds since 1970; until is exclusive.
struct Span {
    std::optional<qint64> since;
    std::optional<qint64> until;
};
//! "since" and "until" of a query: ages, dates of the reporting zone, or times. \a since stands in
//! for one that is not there.
Result<Span> readSpan(const Services &services, const AdminRequest &request,
                      const QString &since = {});

//! Refuses what \a known does not name.
Result<void> checkFields(const QJsonObject &body, const QStringList &known);
//! The document of a body: {"document": {…}} or {"text": "…", "format": "yaml"}.
Result<Config::LoadedDocument> readDocument(const QJsonObject &body);

//! Who asks, for revisions and audit records; the reason may stand in the body.
Config::ChangeInfo changeInfo(const AdminRequest &request);
//! Answers a configuration change: {"revision", …extra}, 409, 422 or the error.
void answerChange(const Responder &responder, const Services &services,
                  const Config::ChangeOutcome &outcome, QJsonObject extra = {}, int status = 200);
//! "diff" in English sentences, "changes" with their parts.
void insertDifferences(QJsonObject &answer, const Api::Document &before,
                       const Api::Document &after);
//! Writes an audit record for something that is no revision; failures are logged.
void audit(const Services &services, const AdminRequest &request, const QString &action,
           const QString &object, const QString &after = {}, const QString &before = {});

} // namespace Gatehouse::Admin
