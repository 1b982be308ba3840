// SPDX-License-Identifier: GPL-3.0-or-later
//! Chargeback reports, contracts with providers, and checks of their invoices.
#include "core/admin/routes/routes.h"
#include "core/reports/chargeback.h"
#include "core/reports/commitments.h"
#include "core/reports/forecast.h"
#include "core/reports/invoicecheck.h"

#include <QtCore/QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using Ledger::DayCalendar;
using Ledger::LedgerReader;
using Store::Database;

QDateTime timeOf(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(Ledger::toUs(time) / 1000, Qt::UTC);
}

//! {"name", "content"} or {"name", "content_base64"}, beside the report itself.
QJsonObject asFile(QJsonObject report, const QString &format, const QString &team, WallTime now)
{
    const QString gateway = QSysInfo::machineHostName();
    report.insert(u"name"_s, Reports::chargebackName(report, team, format));
    if (format == "csv"_L1)
        report.insert(u"content"_s, QString::fromUtf8(Reports::chargebackCsv(report, gateway)));
    else
        report.insert(
            u"content_base64"_s,
            QString::fromLatin1(Reports::chargebackPdf(report, gateway, timeOf(now)).toBase64()));
    return report;
}

void showChargeback(Services &services, const AdminRequest &request, const Responder &responder)
{
    const WallTime now = services.clock.wall();
    const QDate today = timeOf(now).toTimeZone(services.timeZone()).date();
    const Result<QDate> month =
        Reports::parseMonth(request.parameter(u"month"_s, today.toString(u"yyyy-MM"_s)));
    if (!month) {
        responder.fail(month.error());
        return;
    }
    const QString format = request.parameter(u"format"_s, u"json"_s);
    if (!QStringList{u"json"_s, u"csv"_s, u"pdf"_s}.contains(format)) {
        responder.fail(Error{ErrorCode::InvalidArgument, u"use json, csv or pdf"_s, u"format"_s});
        return;
    }
    const Reports::ChargebackQuestion question{
        .month = *month,
        .team = request.parameter(u"team"_s),
        .machines = services.machineTerms(),
        .teamNames = Reports::teamNames(services.configuration.document().teams),
        .now = now};
    services.queries.ask(
        [question](LedgerReader &reader) {
            return reader.look([&question](Database &database, const DayCalendar &calendar) {
                return Reports::chargeback(database, calendar, question);
            });
        },
        [responder, format, team = question.team, now](const Result<QJsonObject> &report) {
            responder.answer(report && format != "json"_L1
                                 ? Result<QJsonObject>(asFile(*report, format, team, now))
                                 : report);
        });
}

//! Beside the books: what was agreed of the price.
QJsonObject withTerms(QJsonObject report, const Api::Document &document)
{
    QJsonArray items;
    for (const QJsonValue &value : report.value("items"_L1).toArray()) {
        QJsonObject item = value.toObject();
        const auto provider = std::ranges::find(
            document.providers, item.value("provider"_L1).toString(), &Api::Provider::id);
        item.insert(u"price_multiplier"_s,
                    provider == document.providers.end() ? 1.0 : provider->priceMultiplier);
        items.append(item);
    }
    report.insert(u"items"_s, items);
    return report;
}

void showCommitments(Services &services, const AdminRequest &, const Responder &responder)
{
    const Api::Document document = services.configuration.document();
    services.queries.ask(
        [document, now = services.clock.wall()](LedgerReader &reader) {
            return reader.look([&](Database &database, const DayCalendar &calendar) {
                return Reports::commitments(database, calendar, document.contracts, now);
            });
        },
        [responder, document](const Result<QJsonObject> &report) {
            responder.answer(report ? Result<QJsonObject>(withTerms(*report, document)) : report);
        });
}

void showForecast(Services &services, const AdminRequest &, const Responder &responder)
{
    services.queries.ask(
        [now = services.clock.wall()](LedgerReader &reader) {
            return reader.look([now](Database &database, const DayCalendar &calendar) {
                return Reports::forecastReport(database, calendar, now);
            });
        },
        [responder](const Result<QJsonObject> &report) { responder.answer(report); });
}

Result<QJsonObject> check(Database &database, const Reports::InvoiceFile &file,
                          const QString &provider, const Ledger::PriceBook *prices)
{
    const auto [first, last] = std::ranges::minmax(file.lines, {}, &Reports::InvoiceLine::day);
    const auto booked = Reports::bookedDays(database, provider, first.day, last.day);
    if (!booked)
        return booked.error();
    return Reports::checkInvoice(file, *booked, provider, prices);
}

void checkInvoice(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString provider = request.body.value("provider"_L1).toString();
    if (!findProvider(services, provider)) {
        Error error = noProvider(provider);
        error.path = u"provider"_s;
        responder.fail(error);
        return;
    }
    const QByteArray text = request.body.value("text"_L1).toString().toUtf8();
    services.queries.ask(
        [provider, text, prices = services.prices()](LedgerReader &reader) -> Result<QJsonObject> {
            const auto file = Reports::readInvoice(text);
            if (!file)
                return file.error();
            return reader.look([&](Database &database, const DayCalendar &) {
                return check(database, *file, provider, prices.get());
            });
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

} // namespace

void addReportRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/reports/chargeback"_s, bind(showChargeback));
    router.add("GET", u"/forecast"_s, bind(showForecast));
    router.add("GET", u"/commitments"_s, bind(showCommitments));
    router.add("POST", u"/invoices/check"_s, bind(checkInvoice));
}

} // namespace Gatehouse::Admin
