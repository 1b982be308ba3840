// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/pricebook.h"
#include "core/ledger/schema.h"
#include "core/reports/invoicefile.h"

#include <QtCore/QJsonObject>

namespace Gatehouse::Reports {

//! What the books have of one day and model, or of all of a model.
struct BookedUse {
    qint64 requests = 0;
    qint64 tokensIn = 0;
    qint64 tokensCached = 0;
    qint64 tokensCacheWrite = 0;
    qint64 tokensOut = 0;
    qint64 cost = 0;
    qint64 unpriced = 0;

    void add(const BookedUse &other);
    bool operator==(const BookedUse &) const = default;
};

//! The books of the provider by UTC day and model, for the span of the file.
struct BookedDay {
    QDate day;
    QString model;
    BookedUse use;
};
Result<QList<BookedDay>> bookedDays(Store::Database &database, const QString &provider,
                                    const QDate &first, const QDate &last);

//! Matches \a file and \a booked by day and comparable model:
//! {"form","from","to","days":[{"day","model","invoice_nano_usd"|null,"booked_nano_usd",
//! "gap_nano_usd"|null,"invoice_tokens_in",…,"booked_tokens_in",…,"state"}],"models":[the same
//! without days, with "suggestion"|null],"total":{…}}. State: "match" (within a cent or 0.5 %),
//! "more" (the invoice has more), "less", "not_booked", "not_invoiced".
//!
//! A suggestion is the input and output price that would have given the invoice's cost, where
//! tokens agree within 1 % and the cost does not: the present price times invoice by booked cost.
QJsonObject checkInvoice(const InvoiceFile &file, const QList<BookedDay> &booked,
                         const QString &provider, const Ledger::PriceBook *prices);

} // namespace Gatehouse::Reports
