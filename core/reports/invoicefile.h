// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quantities.h"
#include "core/base/result.h"

#include <QtCore/QDate>
#include <QtCore/QList>

#include <optional>

namespace Gatehouse::Reports {

//! What one line of a provider's export says, one day and model.
struct InvoiceLine {
    int line = 0;  //!< of the file, from 1
    QDate day;     //!< UTC, as providers count
    QString model; //!< as the file names it, without a kind of token
    std::optional<qint64> requests = {};
    qint64 tokensIn = 0; //!< cached and written ones included
    qint64 tokensCached = 0;
    qint64 tokensCacheWrite = 0;
    qint64 tokensOut = 0;
    std::optional<qint64> cost = {}; //!< nano-dollars
    bool hasTokens = false;

    bool operator==(const InvoiceLine &) const = default;
};

//! Which form a file has.
enum class InvoiceForm {
    OpenAiUsage,    //!< "start_time_iso", "model", "input_tokens", "output_tokens" …
    OpenAiCosts,    //!< "start_time_iso", "line_item", "amount_value" …
    AnthropicUsage, //!< "usage_date_utc", "model_version", "usage_input_tokens_no_cache" …
    AnthropicCosts, //!< "usage_date_utc", "model", "token_type", "cost_usd"
    Generic,        //!< "date" or "day", "model", and some of requests, tokens and cost
};
QString invoiceFormName(InvoiceForm form);

struct InvoiceFile {
    InvoiceForm form = InvoiceForm::Generic;
    QList<InvoiceLine> lines;
};

//! Reads the usage file of a provider (CSV); the form is told by its column names. An error's path
//! names line and column: "line 7, input_tokens".
Result<InvoiceFile> readInvoice(const QByteArray &csv);

//! Model names as they are compared: lower case, without a date, blanks and dots as dashes, so
//! that "Claude Sonnet 4.5" meets "claude-sonnet-4-5-20250929".
QString comparableModel(const QString &model);

} // namespace Gatehouse::Reports
