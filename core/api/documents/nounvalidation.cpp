// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/addresses.h"
#include "core/api/documents/dialects.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/networks.h"
#include "core/api/documents/report.h"
#include "core/api/documents/validation.h"
#include "core/api/documents/weekschedule.h"

#include <QtCore/QDate>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

void checkTags(const QStringList &tags, const QString &key, Report &report)
{
    for (qsizetype i = 0; i < tags.size(); ++i)
        checkId(tags[i], item(key, i), report);
}

//! Patterns of callable models: "*", "fast", "openai/*", "openai/gpt-4o".
void checkPatterns(const QStringList &patterns, Report &report)
{
    for (qsizetype i = 0; i < patterns.size(); ++i) {
        const QString &pattern = patterns[i];
        const qsizetype star = pattern.indexOf(u'*');
        const bool starAtEnd = star < 0 || star == pattern.size() - 1;
        if (!starAtEnd || (star > 0 && pattern[star - 1] != u'/'))
            report.error(item(u"routes"_s, i),
                         u"may use \"*\" alone or after a slash, such as \"openai/*\""_s);
    }
}

void checkProviderKeys(const Provider &provider, const QString &path, Findings &findings)
{
    QSet<QString> ids;
    qint64 total = 0;
    qsizetype enabled = 0;
    for (qsizetype i = 0; i < provider.keys.size(); ++i) {
        const ProviderKey &key = provider.keys[i];
        const QString keyPath = joinPath(path, item(u"keys"_s, i));
        providerKeyTable().check(key, keyPath, findings);
        Report report(keyPath, findings);
        checkId(key.id, u"id"_s, report);
        if (!key.id.isEmpty() && ids.contains(key.id))
            report.error(u"id"_s, u"\"%1\" names another key of this provider"_s.arg(key.id));
        ids.insert(key.id);
        if (!key.secret.isEmpty())
            report.problem(u"secret"_s, secretReferenceProblem(key.secret));
        if (!key.accessKey.isEmpty())
            report.problem(u"access_key"_s, secretReferenceProblem(key.accessKey));
        if (!key.sessionToken.isEmpty())
            report.problem(u"session_token"_s, secretReferenceProblem(key.sessionToken));
        enabled += key.disabled ? 0 : 1;
        total += key.disabled ? 0 : key.weight;
    }
    Report report(path, findings);
    if (enabled > 0 && total == 0)
        report.error(u"keys"_s, u"all have weight 0; give at least one a weight above 0"_s);
    if (enabled == 0 && !provider.keys.isEmpty())
        report.warning(u"keys"_s, u"are all disabled, so requests are sent without a key"_s);
}

//! Headers that frame the message or name its host are written by the gateway (RFC 9110 section 7).
bool isOwnHeader(const QString &lowerName)
{
    static const QSet<QString> names{u"host"_s,       u"content-length"_s,    u"connection"_s,
                                     u"te"_s,         u"transfer-encoding"_s, u"upgrade"_s,
                                     u"keep-alive"_s, u"content-type"_s,      u"expect"_s,
                                     u"trailer"_s,    u"proxy-connection"_s};
    return names.contains(lowerName);
}

//! A token of RFC 9110 section 5.6.2.
bool isHeaderName(QStringView name)
{
    const auto isTokenCharacter = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || u"!#$%&'*+-.^_`|~"_s.contains(c));
    };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isTokenCharacter);
}

void checkHeaders(const Provider &provider, Report &report)
{
    static const QSet<QString> secretHeaders{u"authorization"_s, u"x-api-key"_s, u"api-key"_s,
                                             u"x-goog-api-key"_s, u"proxy-authorization"_s};
    for (auto it = provider.headers.begin(); it != provider.headers.end(); ++it) {
        const QString key = joinPath(u"headers"_s, it.key());
        const QString name = it.key().toLower();
        if (!isHeaderName(it.key()))
            report.error(key, u"is not a valid header name"_s);
        else if (isOwnHeader(name))
            report.error(key, u"is set by the gateway itself; remove it"_s);
        else if (secretHeaders.contains(name) && !secretReferenceProblem(it.value()).isEmpty())
            report.error(key,
                         u"carries a credential: write a reference such as \"keychain:NAME\", "
                         "not the value"_s);
    }
}

void checkCapabilities(const Provider &provider, Report &report)
{
    const QJsonObject models = provider.other.value("capabilities"_L1).toObject();
    for (auto model = models.begin(); model != models.end(); ++model) {
        const QString path = joinPath(u"capabilities"_s, model.key());
        if (!model->isObject())
            report.error(path, u"must be an object, such as {\"tools\": true}"_s);
        const QJsonObject abilities = model->toObject();
        for (auto ability = abilities.begin(); ability != abilities.end(); ++ability)
            if (!ability->isBool())
                report.error(joinPath(path, ability.key()), u"must be true or false"_s);
    }
}

//! The members a kind of provider needs beside the ones all have.
void checkKind(const Provider &provider, Report &report)
{
    const DialectInfo *kind = dialectInfo(provider.dialect);
    if (!kind)
        return;
    const QJsonObject given = toJson(provider, Defaults::Omitted);
    for (const QString &name : kind->required ? kind->required() : QStringList()) {
        if (!given.contains(name))
            report.error(name, u"is missing; a provider of kind \"%1\" needs it"_s.arg(kind->name));
    }
    if (addressOf(provider).isEmpty() && !kind->required)
        report.error(u"base_url"_s,
                     u"is missing; write the provider's address, such as "
                     "\"https://api.openai.com/v1\""_s);
    if (provider.dialect == "azure-openai"_L1 && provider.api == "deployments"_L1
        && provider.apiVersion.isEmpty())
        report.error(u"api_version"_s,
                     u"is missing; the deployments API needs one, such as \"2024-10-21\""_s);
}

void checkBaseUrl(const Provider &provider, Report &report)
{
    if (provider.baseUrl.isEmpty())
        return;
    const QString problem = baseUrlProblem(provider.baseUrl);
    report.problem(u"base_url"_s, problem);
    const QString path = QUrl(provider.baseUrl).path();
    if (problem.isEmpty()
        && (path.endsWith("/chat/completions"_L1) || path.endsWith("/messages"_L1)))
        report.warning(u"base_url"_s,
                       u"names one call; end it before \"/chat/completions\" or \"/messages\""_s);
}

//! A public provider without any credential is probably unfinished.
bool looksUnfinished(const Provider &provider)
{
    return provider.keys.isEmpty() && provider.headers.isEmpty() && !provider.selfHosted
        && baseUrlProblem(addressOf(provider)).isEmpty()
        && hostKind(QUrl(addressOf(provider)).host()) == AddressKind::Public;
}

void checkTargets(const Route &route, const QString &path, Findings &findings)
{
    Report report(path, findings);
    if (route.targets.isEmpty()) {
        report.error(u"targets"_s, u"is empty; name at least one provider and model"_s);
        return;
    }
    double total = 0;
    for (qsizetype i = 0; i < route.targets.size(); ++i) {
        const RouteTarget &target = route.targets[i];
        routeTargetTable().check(target, joinPath(path, item(u"targets"_s, i)), findings);
        total += target.weight;
        const auto isSame = [&](const RouteTarget &other) {
            return other.provider == target.provider && other.model == target.model;
        };
        const auto self = route.targets.begin() + i;
        if (std::any_of(route.targets.begin(), self, isSame))
            report.error(item(u"targets"_s, i),
                         u"lists %1/%2 again; keep one and add the weights"_s.arg(target.provider,
                                                                                  target.model));
    }
    if (total == 0)
        report.error(u"targets"_s, u"all have weight 0; give at least one a weight above 0"_s);
}

void checkListen(const GatewaySettings &settings, Report &report)
{
    for (qsizetype i = 0; i < settings.listen.size(); ++i) {
        const auto address = parseListenAddress(settings.listen[i]);
        if (!address)
            report.error(item(u"listen"_s, i),
                         u"must be an IP address and port, such as \"127.0.0.1:4417\" or "
                         "\"[::1]:4417\""_s);
        else if (!address->isLoopback() && !settings.tls)
            report.warning(item(u"listen"_s, i),
                           u"is open to other computers without encryption: keys and prompts can "
                           "be read on the network; set gateway.tls or use 127.0.0.1"_s);
    }
}

void checkAdminListen(const GatewaySettings &settings, Report &report)
{
    if (settings.adminListen.isEmpty())
        return;
    const auto address = parseListenAddress(settings.adminListen);
    if (!address)
        report.error(u"admin_listen"_s,
                     u"must be an IP address and port, such as \"127.0.0.1:4418\""_s);
    else if (!address->isLoopback() && !settings.tls)
        report.error(u"admin_listen"_s,
                     u"is open to other computers, which needs encryption; set gateway.tls or use "
                     "127.0.0.1"_s);
    else if (address->port != 0 && settings.listen.contains(settings.adminListen))
        report.error(u"admin_listen"_s, u"is an address of gateway.listen too; use another port"_s);
}

} // namespace

bool isId(QStringView text)
{
    const auto isIdCharacter = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_'
            || c == u'-';
    };
    return !text.isEmpty() && text.size() <= 64
        && std::all_of(text.begin(), text.end(), isIdCharacter);
}

QDateTime parseExpiry(const QString &text, const QTimeZone &zone)
{
    constexpr qsizetype dateLength = 10; // 2027-01-01
    if (text.size() == dateLength)
        return QDate::fromString(text, Qt::ISODate).startOfDay(zone);
    QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (moment.isValid() && moment.timeSpec() == Qt::LocalTime)
        moment = QDateTime(moment.date(), moment.time(), zone);
    return moment;
}

namespace {

void checkHourlyCost(const Provider &provider, Report &report)
{
    if (!provider.hourlyFrom.isEmpty()
        && !QDate::fromString(provider.hourlyFrom, Qt::ISODate).isValid())
        report.error(
            u"hourly_from"_s,
            u"\"%1\" is no day; write it as \"2026-03-31\""_s.arg(provider.hourlyFrom.left(40)));
    if (!provider.hourlySchedule.isEmpty() && !WeekSchedule::parse(provider.hourlySchedule))
        report.error(
            u"hourly_schedule"_s,
            u"\"%1\" is no schedule; write for example \"mon-fri 08:00-18:00\" or "
            "\"mon-fri 08:00-18:00, sat 08:00-12:00\""_s.arg(provider.hourlySchedule.left(80)));
    if (provider.costBy != "time"_L1)
        return;
    if (!(provider.hourlyCostUsd > 0))
        report.error(u"hourly_cost_usd"_s,
                     u"is missing; requests booked by time share what an hour costs"_s);
    if (provider.maxInFlight <= 0)
        report.error(u"max_in_flight"_s,
                     u"is missing; requests booked by time share the machine, so say how many it "
                     "takes at a time"_s);
}

//! What is said of a provider's dealings with data can be read by a person and checked by a rule.
void checkDataUse(const Provider &provider, Report &report)
{
    constexpr qsizetype longestNote = 500;
    if (provider.retention.size() > longestNote)
        report.error(u"retention"_s,
                     u"is longer than %1 characters; say how long data is kept and give a link "
                     "for the rest"_s.arg(longestNote));
    if (provider.personalData && provider.region.isEmpty() && !provider.selfHosted)
        report.warning(u"region"_s,
                       u"is empty, so nobody can tell where personal data goes; add a tag such as "
                       "\"eu\""_s);
}

} // namespace

Findings validate(const Provider &provider, const QString &path)
{
    Findings findings;
    providerTable().check(provider, path, findings);
    Report report(path, findings);
    checkId(provider.id, u"id"_s, report);
    checkBaseUrl(provider, report);
    checkProviderKeys(provider, path, findings);
    checkTags(provider.region, u"region"_s, report);
    checkKind(provider, report);
    checkHeaders(provider, report);
    checkCapabilities(provider, report);
    checkHourlyCost(provider, report);
    checkDataUse(provider, report);
    checkPolicies(provider, report);
    if (!provider.proxy.isEmpty())
        report.problem(u"proxy"_s, proxyProblem(provider.proxy));
    if (looksUnfinished(provider))
        report.warning(u"keys"_s, u"is empty, so requests are sent without a key"_s);
    return findings;
}

Findings validate(const Route &route, const QString &path)
{
    Findings findings;
    routeTable().check(route, path, findings);
    Report report(path, findings);
    checkId(route.id, u"id"_s, report);
    checkTargets(route, path, findings);
    checkTags(route.residency, u"residency"_s, report);
    checkPolicies(route, path, findings);
    return findings;
}

Findings validate(const Team &team, const QString &path)
{
    Findings findings;
    teamTable().check(team, path, findings);
    Report report(path, findings);
    checkId(team.id, u"id"_s, report);
    checkPatterns(team.routes, report);
    checkTags(team.residency, u"residency"_s, report);
    return findings;
}

Findings validate(const DeclaredKey &key, const QString &path)
{
    Findings findings;
    keyTable().check(key, path, findings);
    Report report(path, findings);
    checkId(key.id, u"id"_s, report);
    checkPatterns(key.routes, report);
    if (!key.secret.isEmpty())
        report.problem(u"secret"_s, secretReferenceProblem(key.secret));
    if (!key.expires.isEmpty() && !parseExpiry(key.expires, QTimeZone::utc()).isValid())
        report.error(u"expires"_s,
                     u"must be a date such as 2027-01-01 or a time such as "
                     "2027-01-01T12:00:00Z"_s);
    report.problem(u"tags"_s, tagsProblem(key.tags));
    if (key.routes.isEmpty())
        report.warning(u"routes"_s, u"is empty, so the key may call nothing"_s);
    report.problem(u"addresses"_s, networksProblem(key.addresses));
    return findings;
}

QString tagsProblem(const QStringList &tags)
{
    constexpr qsizetype mostTags = 20;
    static const QRegularExpression form(u"\\A[A-Za-z0-9_.-]{1,40}=[^,=\\p{Cc}]{1,100}\\z"_s);
    if (tags.size() > mostTags)
        return u"a key has at most %1 tags"_s.arg(mostTags);
    QStringList names;
    for (const QString &tag : tags) {
        if (!form.match(tag).hasMatch() || tag != tag.trimmed())
            return u"\"%1\" is no tag; write name=value, for example project=search, without "
                   "commas"_s.arg(tag.left(80));
        const QString name = tag.section(u'=', 0, 0);
        if (names.contains(name))
            return u"\"%1\" is given twice"_s.arg(name);
        names.append(name);
    }
    return {};
}

namespace {

void checkPictures(const PriceOverride &price, const QString &path, Report &report,
                   Findings &findings)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < price.pictures.size(); ++i) {
        const PicturePrice &row = price.pictures[i];
        const QString at = item(u"images"_s, i);
        picturePriceTable().check(row, joinPath(path, at), findings);
        const QString what = u"%1 %2"_s.arg(row.size, row.quality).toLower();
        if (!row.each)
            report.error(at + u".usd"_s, u"is missing; say what such a picture costs"_s);
        if (row.size.isEmpty() && row.quality.isEmpty())
            report.error(at, u"names neither size nor quality; use image_usd for any picture"_s);
        else if (seen.contains(what))
            report.error(at, u"prices \"%1\" a second time; keep one"_s.arg(what.trimmed()));
        seen.insert(what);
    }
}

void checkTiers(const PriceOverride &price, const QString &path, Report &report, Findings &findings)
{
    QSet<qint64> seen;
    for (qsizetype i = 0; i < price.tiers.size(); ++i) {
        const TierPrice &tier = price.tiers[i];
        const QString at = item(u"tiers"_s, i);
        tierPriceTable().check(tier, joinPath(path, at), findings);
        if (seen.contains(tier.above))
            report.error(at + u".above"_s,
                         u"%1 tokens have a price already; keep one"_s.arg(tier.above));
        seen.insert(tier.above);
        if (!tier.input && !tier.output && !tier.cacheRead && !tier.cacheWrite && !tier.batchInput
            && !tier.batchOutput)
            report.error(at, u"gives no price; give input_usd_per_mtok or output_usd_per_mtok"_s);
    }
}

void checkHosts(const QStringList &hosts, const QString &key, Report &report)
{
    for (qsizetype i = 0; i < hosts.size(); ++i)
        report.problem(item(key, i), hostPatternProblem(hosts[i]));
}

void checkImageFetching(const ImageFetching &images, Report &report)
{
    checkHosts(images.allowedHosts, u"fetch_images.allowed_hosts"_s, report);
    checkHosts(images.privateHosts, u"fetch_images.private_hosts"_s, report);
    for (qsizetype i = 0; i < images.privateHosts.size(); ++i) {
        const QString &host = images.privateHosts[i];
        if (host.startsWith(u'*'))
            report.error(item(u"fetch_images.private_hosts"_s, i),
                         u"\"%1\" would open a whole network to clients; name each host"_s.arg(
                             host.left(80)));
    }
}

} // namespace

Findings validate(const PriceOverride &price, const QString &path)
{
    Findings findings;
    priceTable().check(price, path, findings);
    Report report(path, findings);
    const bool isPriced = price.input || price.output || price.cacheRead || price.cacheWrite
        || price.cacheWriteHour || price.audioInput || price.audioOutput || price.imageInput
        || price.request || price.image || price.second || price.characters || price.query
        || price.reasoning || price.batchInput || price.batchOutput || price.batchCacheRead
        || !price.pictures.isEmpty() || !price.tiers.isEmpty();
    checkPictures(price, path, report, findings);
    checkTiers(price, path, report, findings);
    if (!price.from.isEmpty() && !QDate::fromString(price.from, Qt::ISODate).isValid())
        report.error(u"from"_s,
                     u"\"%1\" is no day; write it as \"2026-03-31\""_s.arg(price.from.left(40)));
    if (!isPriced)
        report.warning({}, u"gives no price, so requests to this model count as unpriced"_s);
    return findings;
}

namespace {

void checkCurrency(const GatewaySettings &settings, Report &report)
{
    static const QRegularExpression code(u"\\A[A-Z]{3}\\z"_s);
    if (!code.match(settings.currency).hasMatch())
        report.error(u"currency"_s,
                     u"must be the three capital letters of a currency, such as \"EUR\""_s);
    if (settings.currency != "USD"_L1 && settings.currencyRate == 1)
        report.warning(
            u"currency_rate"_s,
            u"is 1, so amounts look the same as in dollars; give the %1 for a dollar"_s.arg(
                settings.currency));
    const QString &day = settings.currencyRateDate;
    if (!day.isEmpty() && !QDate::fromString(day, Qt::ISODate).isValid())
        report.error(u"currency_rate_date"_s, u"must be a date such as 2026-11-20"_s);
}

void checkBackup(const GatewaySettings &settings, Report &report)
{
    if (!settings.backupFolder.isEmpty() && !settings.backupFolder.startsWith(u'/'))
        report.error(u"backup_folder"_s,
                     u"must be a whole path that begins with /, such as \"/var/backups\""_s);
}

} // namespace

Findings validate(const GatewaySettings &settings, const QString &path)
{
    Findings findings;
    gatewayTable().check(settings, path, findings);
    Report report(path, findings);
    checkListen(settings, report);
    checkAdminListen(settings, report);
    checkImageFetching(settings.fetchImages, report);
    const QString &zone = settings.reportingTimeZone;
    if (!zone.isEmpty() && !QTimeZone(zone.toUtf8()).isValid())
        report.error(u"reporting_time_zone"_s,
                     u"\"%1\" is not a time zone; use a name such as \"Europe/Berlin\" or "
                     "\"UTC\""_s.arg(zone));
    checkCurrency(settings, report);
    checkBackup(settings, report);
    if (settings.keepBodies.count() <= 0 && settings.recordBodies != "never"_L1)
        report.warning(u"record_bodies"_s,
                       u"has no effect, as nothing that is recorded is kept; set keep_bodies"_s);
    return findings;
}

} // namespace Gatehouse::Api
