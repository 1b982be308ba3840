// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/schema.h"
#include "core/store/database.h"

#include <functional>

namespace Gatehouse::Ledger {

//! The books as a table for spreadsheets: one line of CSV per request, oldest first. Dot decimal,
//! UTC times, UTF-8, whatever the language; a text that a spreadsheet would take for a formula
//! begins with an apostrophe. Constant memory.
class UsageExport
{
public:
    struct Span {
        qint64 sinceUs = 0;
        qint64 untilUs = 0;  //!< exclusive
        QString cursor = {}; //!< "next" of the piece before; empty: from the beginning
        qint64 most = 0;     //!< lines, 0 = all
    };
    //! Takes some lines; false: no more are wanted.
    using Sink = std::function<bool(QByteArrayView lines)>;

    static QByteArray header();
    //! A line that is no request: what a machine paid by the hour cost beside its requests.
    static QByteArray idleLine(qint64 us, const QDate &day, QByteArrayView provider, Money cost);
    //! Index of the column with the cost in dollars; empty where no price is known.
    static constexpr int costColumn = 13;

    //! Hands the lines of \a span to \a sink, some thousand at a time. The cursor that goes on
    //! behind the last of them; empty when that was the end. InvalidArgument with path "cursor" for
    //! one that is not ours.
    static Result<QString> run(Store::Database &database, const Span &span, const Sink &sink);
};

} // namespace Gatehouse::Ledger
