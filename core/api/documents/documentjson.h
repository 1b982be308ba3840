// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/api/documents/fieldtable.h"

namespace Gatehouse::Api {

//! Documents and their nouns from and to JSON in the key names of the configuration file.
//!
//! Reading is strict: unknown keys and wrong types are Errors with their path
//! ("providers[1].keys"), and what could not be read keeps its default. It does not judge meaning;
//! see validation.h. Writing leaves defaults out, so that what is read back is equal to what was
//! written.
Document documentFromJson(const QJsonObject &object, Findings &findings);
QJsonObject toJson(const Document &document, Defaults defaults = Defaults::Omitted);
//! The same as YAML for people, in the order they think of it.
QByteArray toYaml(const Document &document);
//! Of a document that came as JSON.
QByteArray documentYaml(const QJsonObject &document);

//! \a path is where the noun stands ("providers[1]"), empty when it stands alone.
Provider providerFromJson(const QJsonObject &object, const QString &path, Findings &findings);
Route routeFromJson(const QJsonObject &object, const QString &path, Findings &findings);
Team teamFromJson(const QJsonObject &object, const QString &path, Findings &findings);
DeclaredKey keyFromJson(const QJsonObject &object, const QString &path, Findings &findings);
PriceOverride priceFromJson(const QJsonObject &object, const QString &path, Findings &findings);
GatewaySettings gatewayFromJson(const QJsonObject &object, const QString &path, Findings &findings);

QJsonObject toJson(const Provider &provider, Defaults defaults = Defaults::Omitted);
QJsonObject toJson(const Route &route, Defaults defaults = Defaults::Omitted);
QJsonObject toJson(const Team &team, Defaults defaults = Defaults::Omitted);
QJsonObject toJson(const DeclaredKey &key, Defaults defaults = Defaults::Omitted);
QJsonObject toJson(const PriceOverride &price, Defaults defaults = Defaults::Omitted);
QJsonObject toJson(const GatewaySettings &settings, Defaults defaults = Defaults::Omitted);

//! The field tables, for forms and reference pages (fields()) and for checks.
const FieldTable<Provider> &providerTable();
const FieldTable<ProviderKey> &providerKeyTable();
const FieldTable<ProviderQueue> &providerQueueTable();
const FieldTable<ProviderTimeouts> &providerTimeoutsTable();
const FieldTable<Route> &routeTable();
const FieldTable<RouteTarget> &routeTargetTable();
const FieldTable<RetryPolicy> &retryPolicyTable();
const FieldTable<Team> &teamTable();
const FieldTable<DeclaredKey> &keyTable();
const FieldTable<PriceOverride> &priceTable();
const FieldTable<PicturePrice> &picturePriceTable();
const FieldTable<TierPrice> &tierPriceTable();
const FieldTable<ImageFetching> &imageFetchingTable();
const FieldTable<GatewaySettings> &gatewayTable();
const FieldTable<TlsFiles> &tlsTable();
const FieldTable<Document> &documentTable();
const FieldTable<ModelReference> &modelReferenceTable();
const FieldTable<RuleCondition> &ruleConditionTable();
const FieldTable<RouteRule> &routeRuleTable();
const FieldTable<CanaryGuard> &canaryGuardTable();
const FieldTable<Canary> &canaryTable();
const FieldTable<Shadow> &shadowTable();
const FieldTable<Hedging> &hedgingTable();
const FieldTable<SlowStreamGuard> &slowStreamTable();
const FieldTable<Retirement> &retirementTable();
const FieldTable<BreakerPolicy> &breakerPolicyTable();
const FieldTable<ProbePolicy> &probePolicyTable();
const FieldTable<EnginePower> &enginePowerTable();
const FieldTable<Limit> &limitTable();
const FieldTable<KeyLimits> &keyLimitsTable();
const FieldTable<Budget> &budgetTable();
const FieldTable<Contract> &contractTable();
const FieldTable<ContractTier> &contractTierTable();
const FieldTable<ContractPrice> &contractPriceTable();
const FieldTable<AlertRule> &alertRuleTable();
const FieldTable<AlertChannel> &alertChannelTable();

//! What an alert may watch.
QStringList alertMeasures();

} // namespace Gatehouse::Api
