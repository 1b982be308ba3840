// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/ledger/machineterms.h"
#include "core/ledger/schema.h"

#include <QtCore/QJsonObject>

namespace Gatehouse::Reports {

//! What a chargeback report is of.
struct ChargebackQuestion {
    QDate month;                               //!< any day of it
    QString team = {};                         //!< only this one; empty: all
    QList<Ledger::MachineTerms> machines = {}; //!< which may have idle hours
    QHash<QString, QString> teamNames = {};    //!< by id
    WallTime now{};
};

//! What people call the teams, by their ids.
QHash<QString, QString> teamNames(const QList<Api::Team> &teams);

//! The month of "2026-11"; the error names the parameter "month".
Result<QDate> parseMonth(const QString &text);

//! What each team used in a month, from the sums of its days:
//! {"month":"2026-11","from","to","time_zone","teams":[{"team","team_name","requests","errors","tokens_in",
//! "tokens_out","tokens_cached","tokens_cache_write","cost_nano_usd","unpriced",
//! "previous_nano_usd","rows":[{"provider","model","key","key_name", …}]}],"total":{…}}, the
//! dearest first. The team of requests without one is null. Of all teams together also
//! "idle": [{"provider","hours_paid","paid_nano_usd","booked_nano_usd","idle_nano_usd"}], what
//! machines paid by the hour cost beside their requests, and in "total" "idle_nano_usd" and
//! "whole_nano_usd", what the office pays.
Result<QJsonObject> chargeback(Store::Database &database, const Ledger::DayCalendar &calendar,
                               const ChargebackQuestion &question);

//! The report as a file for spreadsheets: one line per team, key, provider and model.
QByteArray chargebackCsv(const QJsonObject &report, const QString &gateway);
//! The same for people: a page of teams and a table for each.
QByteArray chargebackPdf(const QJsonObject &report, const QString &gateway, const QDateTime &made);
//! "chargeback-2026-11.csv", "chargeback-research-2026-11.pdf".
QString chargebackName(const QJsonObject &report, const QString &team, const QString &extension);

} // namespace Gatehouse::Reports
