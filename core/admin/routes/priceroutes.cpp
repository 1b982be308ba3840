// SPDX-License-Identifier: GPL-3.0-or-later
//! What models cost, what they cost in the past after all, and whether the books agree.
#include "core/admin/pricejob.h"
#include "core/admin/routes/routes.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/ledger/bookscheck.h"
#include "core/ledger/machinecosts.h"
#include "core/ledger/requestfilter.h"
#include "core/ledger/usageexport.h"

#include <QtCore/QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

QString ledgerFile(const Services &services)
{
    return QDir(services.dataFolder).filePath(u"ledger.db"_s);
}

// --- the list -----------------------------------------------------------------------------------

QJsonValue nano(const std::optional<TokenPrice> &price)
{
    return price ? QJsonValue(price->nanoUsdPerMillion) : QJsonValue();
}

QJsonValue nano(const std::optional<Money> &price)
{
    return price ? QJsonValue(price->nanoUsd) : QJsonValue();
}

QJsonArray tiersJson(const Ledger::Price &price)
{
    QJsonArray tiers;
    for (const Ledger::PriceTier &tier : price.tiers)
        tiers.append(QJsonObject{{u"above"_s, tier.above},
                                 {u"input_nano_per_mtok"_s, nano(tier.input)},
                                 {u"output_nano_per_mtok"_s, nano(tier.output)},
                                 {u"cache_read_nano_per_mtok"_s, nano(tier.cacheRead)},
                                 {u"cache_write_nano_per_mtok"_s, nano(tier.cacheWrite)},
                                 {u"batch_input_nano_per_mtok"_s, nano(tier.batchInput)},
                                 {u"batch_output_nano_per_mtok"_s, nano(tier.batchOutput)}});
    return tiers;
}

QString sourceOf(const QString &version)
{
    for (const QString &source : {u"own"_s, u"contract"_s, u"hourly"_s}) {
        if (version.startsWith(source))
            return source;
    }
    return u"list"_s;
}

QJsonObject priceJson(const Services &services, const QString &provider, const QString &model,
                      const Ledger::Price &price)
{
    const QString version = QString::fromUtf8(price.version);
    const qsizetype from = version.indexOf(", from "_L1);
    const qsizetype contract = version.indexOf("contract "_L1);
    const Api::Provider *known = findProvider(services, provider);
    return {{u"provider"_s, provider},
            {u"model"_s, model},
            {u"input_nano_per_mtok"_s, nano(price.input)},
            {u"output_nano_per_mtok"_s, nano(price.output)},
            {u"cache_read_nano_per_mtok"_s, nano(price.cacheRead)},
            {u"cache_write_nano_per_mtok"_s, nano(price.cacheWrite)},
            {u"cache_write_hour_nano_per_mtok"_s, nano(price.cacheWriteHour)},
            {u"reasoning_nano_per_mtok"_s, nano(price.reasoning)},
            {u"audio_input_nano_per_mtok"_s, nano(price.audioInput)},
            {u"audio_output_nano_per_mtok"_s, nano(price.audioOutput)},
            {u"image_input_nano_per_mtok"_s, nano(price.imageInput)},
            {u"request_nano_usd"_s, nano(price.perRequest)},
            {u"image_nano_usd"_s, nano(price.perImage)},
            {u"second_nano_usd"_s, nano(price.perSecond)},
            {u"characters_nano_per_million"_s, nano(price.perCharacterMillion)},
            {u"query_nano_usd"_s, nano(price.perQuery)},
            {u"tiers"_s, tiersJson(price)},
            {u"multiplier"_s, known ? known->priceMultiplier : 1},
            {u"batch_input_nano_per_mtok"_s, nano(price.batchInput)},
            {u"batch_output_nano_per_mtok"_s, nano(price.batchOutput)},
            {u"batch_cache_read_nano_per_mtok"_s, nano(price.batchCacheRead)},
            {u"hour_nano_usd"_s, nano(price.perHour)},
            {u"places"_s, price.perHour ? QJsonValue(price.places) : QJsonValue()},
            {u"discount_percent"_s, double(price.discountMillionths) / 10'000},
            {u"contract"_s,
             contract < 0 ? QJsonValue()
                          : QJsonValue(version.mid(contract + 9).section(u' ', 0, 0).remove(u','))},
            {u"from"_s,
             from < 0 ? QJsonValue() : QJsonValue(version.mid(from + 7).section(u',', 0, 0))},
            {u"source"_s, sourceOf(version)},
            {u"version"_s, version}};
}

void listPrices(Services &services, const Responder &responder)
{
    const auto prices = services.prices();
    QJsonArray items;
    for (const QJsonValue &model : services.models()) {
        const QString provider = model.toObject().value("provider"_L1).toString();
        const QString name = model.toObject().value("model"_L1).toString();
        const Ledger::Price *price = provider.isEmpty()
            ? nullptr
            : prices->findAt(provider.toUtf8(), name.toUtf8(), services.clock.wall());
        if (price)
            items.append(priceJson(services, provider, name, *price));
    }
    QJsonObject answer = listJson(items);
    if (services.priceList.facts)
        answer.insert(u"list"_s, services.priceList.facts());
    responder.reply(answer);
}

// --- own prices from a file ---------------------------------------------------------------------

QString nameOf(const Api::PriceOverride &price)
{
    const QString name = price.provider + u'/' + price.model;
    return price.from.isEmpty() ? name : QString(name + u" from "_s + price.from);
}

struct Import {
    QList<Api::PriceOverride> prices; //!< all own ones after it
    QStringList added;
    QStringList changed;
    QStringList removed;

    QJsonObject toJson() const
    {
        return {{u"added"_s, QJsonArray::fromStringList(added)},
                {u"changed"_s, QJsonArray::fromStringList(changed)},
                {u"removed"_s, QJsonArray::fromStringList(removed)}};
    }
};

Import mergePrices(const QList<Api::PriceOverride> &own, const QList<Api::PriceOverride> &imported,
                   bool replaces)
{
    Import merged;
    for (const Api::PriceOverride &price : own) {
        const bool isKept =
            !replaces || std::ranges::any_of(imported, [&price](const Api::PriceOverride &other) {
                return nameOf(other) == nameOf(price);
            });
        if (isKept)
            merged.prices.append(price);
        else
            merged.removed.append(nameOf(price));
    }
    for (const Api::PriceOverride &price : imported) {
        const auto same = std::ranges::find_if(
            merged.prices, [&price](const auto &other) { return nameOf(other) == nameOf(price); });
        if (same == merged.prices.end()) {
            merged.added.append(nameOf(price));
            merged.prices.append(price);
        } else if (*same != price) {
            merged.changed.append(nameOf(price));
            *same = price;
        }
    }
    return merged;
}

//! POST {"prices": […as in the configuration], "replace": false, "dry_run": false}.
void importPrices(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QJsonArray given = request.body.value("prices"_L1).toArray();
    if (given.isEmpty()) {
        responder.fail(Error{ErrorCode::InvalidArgument,
                             u"send a list of prices, as in the section \"prices\""_s,
                             u"prices"_s});
        return;
    }
    Api::Findings findings;
    QList<Api::PriceOverride> imported;
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QString path = u"prices[%1]"_s.arg(i);
        imported.append(Api::priceFromJson(given[i].toObject(), path, findings));
        findings += Api::validate(imported.last(), path);
    }
    if (Api::hasErrors(findings)) {
        responder.fail(findings);
        return;
    }
    const Import merged = mergePrices(services.configuration.document().prices, imported,
                                      request.body.value("replace"_L1).toBool());
    if (request.body.value("dry_run"_L1).toBool()) {
        responder.reply(merged.toJson());
        return;
    }
    const auto outcome = services.configuration.edit(
        [&merged](Api::Document &document) -> Result<void> {
            document.prices = merged.prices;
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, merged.toJson());
}

// --- the past -----------------------------------------------------------------------------------

//! "since" and "until" of a body.
Result<Span> spanOf(const Services &services, const QJsonObject &body, const QString &since)
{
    Span span;
    const std::pair<QString, std::optional<qint64> *> bounds[] = {{u"since"_s, &span.since},
                                                                  {u"until"_s, &span.until}};
    for (const auto &[name, bound] : bounds) {
        const QString text = body.value(name).toString(name == "since"_L1 ? since : QString());
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

void recalculate(Services &services, PriceJob &job, const AdminRequest &request,
                 const Responder &responder)
{
    const Result<Span> span = spanOf(services, request.body, {});
    if (!span || !span->since) {
        responder.fail(span
                           ? Error{ErrorCode::InvalidArgument,
                                   u"say from when: an age such as \"30d\", or a day"_s, u"since"_s}
                           : span.error());
        return;
    }
    Ledger::Recalculation::Options options = PriceJob::optionsOf(services, request);
    options.sinceUs = *span->since;
    options.untilUs = span->until.value_or(Ledger::toUs(options.now));
    options.provider = request.body.value("provider"_L1).toString().toUtf8();
    options.model = request.body.value("model"_L1).toString().toUtf8();
    if (options.untilUs <= options.sinceUs) {
        responder.fail(
            Error{ErrorCode::InvalidArgument, u"lies before the beginning"_s, u"until"_s});
        return;
    }
    if (const Result<void> started = job.start(request, std::move(options)); !started) {
        responder.fail(started.error());
        return;
    }
    if (request.body.value("wait"_L1).toBool())
        job.await(responder);
    else
        responder.reply(job.json(), 202);
}

//! Without "since" the last 35 days.
void checkBooks(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Span> span = spanOf(services, request.body, u"35d"_s);
    if (!span) {
        responder.fail(span.error());
        return;
    }
    services.queries.run(
        [path = ledgerFile(services), zone = services.timeZone(), span = *span,
         now = services.clock.wall(), flush = services.flushLedger]() -> Result<QJsonObject> {
            if (flush)
                flush();
            auto database = Store::Database::open(path,
                                                  {.mode = Store::Database::Mode::ReadOnly,
                                                   .applicationId = Ledger::ledgerApplicationId});
            if (!database)
                return database.error();
            const Ledger::DayCalendar calendar(zone);
            const auto outcome =
                Ledger::BooksCheck(**database, calendar)
                    .run(calendar.dateAt(*span.since),
                         calendar.dateAt(span.until ? *span.until - 1 : Ledger::toUs(now)));
            return outcome ? Result<QJsonObject>(outcome->toJson()) : outcome.error();
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

//! After the requests: what machines paid by the hour cost beside them, a line for each day of
//! the span. Of the columns time, id, provider and model, status and outcome, and money.
Result<QByteArray> idleLines(Store::Database &database, const Ledger::DayCalendar &calendar,
                             const QList<Ledger::MachineTerms> &machines,
                             const Ledger::UsageExport::Span &span, WallTime now)
{
    const auto days =
        Ledger::machineDays(database, calendar, machines, calendar.dateAt(span.sinceUs),
                            calendar.dateAt(span.untilUs - 1), now);
    if (!days)
        return days.error();
    QByteArray lines;
    for (const Ledger::MachineDay &day : *days) {
        if (day.idle() == 0)
            continue;
        lines += Ledger::UsageExport::idleLine(calendar.startOf(day.day), day.day,
                                               day.provider.toUtf8(), Money{day.idle()});
    }
    return lines;
}

//! GET: a piece of the export, {"header", "lines", "next"}.
void exportUsage(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Span> span = readSpan(services, request, u"30d"_s);
    const Result<int> limit = request.number(u"limit"_s, 10'000, 1, 50'000);
    if (!span || !limit) {
        responder.fail(span ? limit.error() : span.error());
        return;
    }
    const Ledger::UsageExport::Span wanted{
        .sinceUs = *span->since,
        .untilUs = span->until.value_or(Ledger::toUs(services.clock.wall())),
        .cursor = request.parameter(u"cursor"_s),
        .most = *limit};
    services.queries.run(
        [path = ledgerFile(services), wanted, zone = services.timeZone(),
         machines = services.machineTerms(), now = services.clock.wall()]() -> Result<QJsonObject> {
            auto database = Store::Database::open(path,
                                                  {.mode = Store::Database::Mode::ReadOnly,
                                                   .applicationId = Ledger::ledgerApplicationId});
            if (!database)
                return database.error();
            QByteArray lines;
            const Result<QString> next =
                Ledger::UsageExport::run(**database, wanted, [&lines](QByteArrayView piece) {
                    lines += piece;
                    return true;
                });
            if (!next)
                return next.error();
            if (next->isEmpty()) {
                const auto idle =
                    idleLines(**database, Ledger::DayCalendar(zone), machines, wanted, now);
                if (!idle)
                    return idle.error();
                lines += *idle;
            }
            return QJsonObject{{u"header"_s, QString::fromUtf8(Ledger::UsageExport::header())},
                               {u"lines"_s, QString::fromUtf8(lines)},
                               {u"next"_s, next->isEmpty() ? QJsonValue() : QJsonValue(*next)}};
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

} // namespace

void addPriceRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    const auto job = std::make_shared<PriceJob>(services);
    router.add("GET", u"/prices"_s, [&services](const AdminRequest &, const Responder &responder) {
        listPrices(services, responder);
    });
    addPriceListRoutes(router, services);
    addMachineRoutes(router, services, job);
    router.add("POST", u"/prices/import"_s, bind(importPrices));
    router.add("POST", u"/prices/recalculate"_s,
               [&services, job](const AdminRequest &request, const Responder &responder) {
                   recalculate(services, *job, request, responder);
               });
    router.add(
        "GET", u"/prices/recalculate"_s,
        [job](const AdminRequest &, const Responder &responder) { responder.reply(job->json()); });
    router.add("DELETE", u"/prices/recalculate"_s,
               [job](const AdminRequest &, const Responder &responder) {
                   responder.reply({{u"cancelled"_s, job->cancel()}});
               });
    router.add("POST", u"/books/check"_s, bind(checkBooks));
    router.add("GET", u"/usage/export"_s, bind(exportUsage));
}

} // namespace Gatehouse::Admin
