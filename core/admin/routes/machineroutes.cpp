// SPDX-License-Identifier: GPL-3.0-or-later
//! What machines paid by the hour cost, how much of it requests were booked with, and what they
//! cost in the past after all.
#include "core/admin/pricejob.h"
#include "core/admin/routes/routes.h"
#include "core/base/json.h"
#include "core/ledger/machinecosts.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using Ledger::MachineCorrection;
using Ledger::MachineDay;
using Ledger::MachineTerms;

QJsonArray daysJson(const std::vector<MachineDay> &days)
{
    QJsonArray items;
    for (const MachineDay &day : days)
        items.append(QJsonObject{{u"provider"_s, day.provider},
                                 {u"day"_s, day.day.toString(Qt::ISODate)},
                                 {u"hours_paid"_s, double(day.paidUs) / double(Ledger::usPerHour)},
                                 {u"paid_nano_usd"_s, day.paid},
                                 {u"booked_nano_usd"_s, day.booked},
                                 {u"idle_nano_usd"_s, day.idle()}});
    return items;
}

QString isoOf(qint64 us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC).toString(Qt::ISODateWithMs);
}

//! What was agreed, by provider and the oldest first.
QJsonArray termsJson(const QList<MachineTerms> &terms)
{
    QJsonArray items;
    for (const MachineTerms &one : terms)
        items.append(QJsonObject{
            {u"provider"_s, one.provider},
            {u"since"_s, one.sinceUs > 0 ? QJsonValue(isoOf(one.sinceUs)) : QJsonValue()},
            {u"hour_nano_usd"_s, one.nanoPerHour},
            {u"schedule"_s, one.schedule},
            {u"corrected"_s, one.corrected.isEmpty() ? QJsonValue() : QJsonValue(one.corrected)}});
    return items;
}

QJsonArray correctionsJson(const QList<MachineCorrection> &corrections)
{
    QJsonArray items;
    for (const MachineCorrection &one : corrections)
        items.append(QJsonObject{{u"provider"_s, one.provider},
                                 {u"from"_s, one.first.toString(Qt::ISODate)},
                                 {u"until"_s, one.last.toString(Qt::ISODate)},
                                 {u"hour_nano_usd"_s, one.nanoPerHour},
                                 {u"time"_s, isoText(one.made)},
                                 {u"who"_s, one.who},
                                 {u"reason"_s, one.reason}});
    return items;
}

//! {"items": one of each provider, "days": one of each provider and day, "terms": what was agreed
//! and when, "corrections": what was put right afterwards}.
void showMachines(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Span> span = readSpan(services, request, u"30d"_s);
    if (!span) {
        responder.fail(span.error());
        return;
    }
    const WallTime now = services.clock.wall();
    const qint64 until = span->until.value_or(Ledger::toUs(now));
    services.queries.ask(
        [terms = services.machineTerms(), now, since = *span->since, until,
         agreed = termsJson(services.machinePrices.agreed()),
         corrections =
             correctionsJson(services.machinePrices.corrections())](Ledger::LedgerReader &reader) {
            return reader.look([&](Store::Database &database,
                                   const Ledger::DayCalendar &calendar) -> Result<QJsonObject> {
                const auto days =
                    Ledger::machineDays(database, calendar, terms, calendar.dateAt(since),
                                        calendar.dateAt(until - 1), now);
                if (!days)
                    return days.error();
                return QJsonObject{{u"items"_s, Ledger::machineSums(*days)},
                                   {u"next"_s, QJsonValue::Null},
                                   {u"days"_s, daysJson(*days)},
                                   {u"terms"_s, agreed},
                                   {u"corrections"_s, corrections}};
            });
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

// --- what they cost after all -------------------------------------------------------------------

Error wrong(const QString &field, const QString &detail)
{
    return {ErrorCode::InvalidArgument, detail, field};
}

Result<QDate> dayOf(const QJsonObject &body, const QString &field, const QDate &otherwise)
{
    const QJsonValue value = body.value(field);
    if (value.isUndefined() && otherwise.isValid())
        return otherwise;
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    if (day.isValid())
        return day;
    return wrong(field,
                 value.isUndefined() ? u"say the first day, as \"2026-03-31\""_s
                                     : u"\"%1\" is no day; write it as \"2026-03-31\""_s.arg(
                                         value.toVariant().toString().left(40)));
}

Result<qint64> hourOf(const QJsonObject &body)
{
    constexpr double mostDollars = 1e6;
    constexpr double nanoPerDollar = 1e9;
    const double dollars = body.value("hourly_cost_usd"_L1).toDouble();
    if (!(dollars > 0) || dollars > mostDollars)
        return wrong(u"hourly_cost_usd"_s,
                     u"say what an hour cost, in dollars: above 0, at most 1,000,000"_s);
    return std::llround(dollars * nanoPerDollar);
}

Result<MachineCorrection> readCorrection(const Services &services, const AdminRequest &request)
{
    const QJsonObject &body = request.body;
    if (const auto known = checkFields(
            body, {u"from"_s, u"until"_s, u"hourly_cost_usd"_s, u"reason"_s, u"dry_run"_s});
        !known)
        return known.error();
    const QString provider = request.id();
    const QList<MachineTerms> agreed = services.machinePrices.agreed();
    if (std::ranges::find(agreed, provider, &MachineTerms::provider) == agreed.end())
        return Error{
            ErrorCode::NotFound,
            u"\"%1\" was never paid by the hour; give the provider an hourly_cost_usd"_s.arg(
                provider.left(60)),
            u"provider"_s};
    const WallTime now = services.clock.wall();
    const QDate today = Ledger::DayCalendar(services.timeZone()).dateAt(Ledger::toUs(now));
    const Result<QDate> first = dayOf(body, u"from"_s, {});
    const Result<QDate> last = dayOf(body, u"until"_s, today);
    const Result<qint64> hour = hourOf(body);
    if (!first || !last)
        return first ? last.error() : first.error();
    if (!hour)
        return hour.error();
    if (*last > today)
        return wrong(u"until"_s, u"lies in the future, where the provider's own price holds"_s);
    if (*first > *last)
        return wrong(u"from"_s, u"lies behind the last day"_s);
    return MachineCorrection{.provider = provider,
                             .first = *first,
                             .last = *last,
                             .nanoPerHour = *hour,
                             .made = now,
                             .who = request.who,
                             .reason = body.value("reason"_L1).toString().left(200)};
}

//! A correction on its way from the question to the answer.
struct Correcting {
    Services &services;
    AdminRequest request;
    Responder responder;
    std::shared_ptr<PriceJob> job;
    MachineCorrection correction;
    QList<MachineTerms> before;
    QList<MachineTerms> after;
    QJsonObject answer = {};

    bool isDry() const { return request.body.value("dry_run"_L1).toBool(); }
};

QList<MachineTerms> ofProvider(const QList<MachineTerms> &terms, const QString &provider)
{
    QList<MachineTerms> own;
    std::ranges::copy_if(terms, std::back_inserter(own),
                         [&provider](const MachineTerms &one) { return one.provider == provider; });
    return own;
}

//! What the days cost before and after, with the requests booked as they are.
Result<QJsonObject> compare(Store::Database &database, const Ledger::DayCalendar &calendar,
                            const MachineCorrection &correction, const QList<MachineTerms> &before,
                            const QList<MachineTerms> &after)
{
    QJsonObject sums;
    for (const auto &[side, terms] : {std::pair(u"before"_s, &before), {u"after"_s, &after}}) {
        const auto days = Ledger::machineDays(database, calendar, *terms, correction.first,
                                              correction.last, correction.made);
        if (!days)
            return days.error();
        qint64 paid = 0;
        qint64 booked = 0;
        for (const MachineDay &day : *days) {
            paid += day.paid;
            booked += day.booked;
        }
        sums.insert(QString(u"paid_%1_nano_usd"_s.arg(side)), paid);
        sums.insert(QString(u"booked_%1_nano_usd"_s.arg(side)), booked);
        sums.insert(QString(u"idle_%1_nano_usd"_s.arg(side)), paid - booked);
    }
    return sums;
}

//! The answer, when the requests were priced anew or need not be.
void finish(Correcting &work, const QJsonObject &recalculation)
{
    QJsonObject &answer = work.answer;
    const auto number = [](const QJsonObject &object, const QString &name) {
        return object.value(name).toInteger();
    };
    const qint64 more =
        number(recalculation, u"after_nano_usd"_s) - number(recalculation, u"before_nano_usd"_s);
    const qint64 booked = number(answer, u"booked_before_nano_usd"_s) + more;
    answer.insert(u"booked_after_nano_usd"_s, booked);
    answer.insert(u"idle_after_nano_usd"_s, number(answer, u"paid_after_nano_usd"_s) - booked);
    answer.insert(u"requests_changed"_s, number(recalculation, u"changed"_s));
    work.responder.reply(answer);
}

//! Requests booked by the time they held the machine cost something else, too.
void recalculate(const std::shared_ptr<Correcting> &work)
{
    Services &services = work->services;
    const MachineCorrection &correction = work->correction;
    const Api::Provider *provider = findProvider(services, correction.provider);
    if (!provider || provider->costBy != "time"_L1) {
        finish(*work, {});
        return;
    }
    const Ledger::DayCalendar calendar(services.timeZone());
    Ledger::Recalculation::Options options = PriceJob::optionsOf(services, work->request);
    options.provider = correction.provider.toUtf8();
    options.sinceUs = calendar.startOf(correction.first);
    options.untilUs =
        std::min(calendar.startOf(correction.last.addDays(1)), Ledger::toUs(correction.made));
    if (options.dryRun)
        options.prices = Ledger::PriceBook::compile(
            services.configuration.document(), services.configuration.revision(), options.now,
            {.list = services.priceList.current(), .volumes = {}, .machines = work->after});
    if (const Result<void> started = work->job->start(work->request, std::move(options));
        !started) {
        work->responder.fail(started.error());
        return;
    }
    work->job->await(Responder([work](int status, const Responder::Body &answer, qint64) {
        const QJsonObject &body = answer.json;
        if (status < 300)
            finish(*work, body);
        else
            work->responder.fail(Error{
                ErrorCode::Io, body.value("error"_L1).toObject().value("message"_L1).toString()});
    }));
}

//! Keeps it, unless it is only asked about.
void keep(const std::shared_ptr<Correcting> &work)
{
    Services &services = work->services;
    const MachineCorrection &correction = work->correction;
    if (!work->isDry()) {
        if (const Result<void> kept = services.machinePrices.correct(correction); !kept) {
            work->responder.fail(kept.error());
            return;
        }
        QJsonObject told = correctionsJson({correction}).first().toObject();
        told.insert(u"paid_nano_usd"_s, work->answer.value("paid_after_nano_usd"_L1));
        const QJsonObject before{
            {u"terms"_s, termsJson(ofProvider(work->before, correction.provider))},
            {u"paid_nano_usd"_s, work->answer.value("paid_before_nano_usd"_L1)}};
        audit(services, work->request, u"machine.correct"_s, u"providers."_s + correction.provider,
              QString::fromUtf8(compactJson(told)), QString::fromUtf8(compactJson(before)));
        services.tell(u"prices"_s, u"info"_s,
                      u"What an hour of “%1” cost was corrected"_s.arg(correction.provider), {},
                      correction.provider,
                      {.code = u"machine_corrected"_s, .subject = correction.provider});
    }
    recalculate(work);
}

void correct(Services &services, const std::shared_ptr<PriceJob> &job, const AdminRequest &request,
             const Responder &responder)
{
    const Result<MachineCorrection> correction = readCorrection(services, request);
    if (!correction || job->isRunning()) {
        responder.fail(correction
                           ? Error{ErrorCode::AlreadyExists,
                                   u"a recalculation is running; wait for its end or cancel it"_s}
                           : correction.error());
        return;
    }
    QList<MachineCorrection> all = services.machinePrices.corrections();
    all.append(*correction);
    const Ledger::DayCalendar calendar(services.timeZone());
    const auto work = std::make_shared<Correcting>(
        Correcting{services, request, responder, job, *correction, services.machineTerms(),
                   Ledger::corrected(services.machinePrices.agreed(), all, calendar)});
    services.queries.ask(
        [correction = *correction, before = ofProvider(work->before, correction->provider),
         after = ofProvider(work->after, correction->provider)](Ledger::LedgerReader &reader) {
            return reader.look([&](Store::Database &database, const Ledger::DayCalendar &days) {
                return compare(database, days, correction, before, after);
            });
        },
        [work](const Result<QJsonObject> &sums) {
            if (!sums) {
                work->responder.fail(sums.error());
                return;
            }
            work->answer = correctionsJson({work->correction}).first().toObject();
            for (auto sum = sums->begin(); sum != sums->end(); ++sum)
                work->answer.insert(sum.key(), sum.value());
            work->answer.insert(u"dry_run"_s, work->isDry());
            keep(work);
        });
}

} // namespace

void addMachineRoutes(Router &router, Services &services, const std::shared_ptr<PriceJob> &job)
{
    router.add("GET", u"/machines"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   showMachines(services, request, responder);
               });
    router.add("POST", u"/machines/{provider}/correct"_s,
               [&services, job](const AdminRequest &request, const Responder &responder) {
                   correct(services, job, request, responder);
               });
}

} // namespace Gatehouse::Admin
