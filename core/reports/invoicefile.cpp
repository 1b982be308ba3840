// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/invoicefile.h"

#include "core/base/csv.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Reports {

namespace {

//! One row, asked by column names.
class Row
{
public:
    Row(const QHash<QString, int> &columns, const CsvRow &row)
        : m_columns(columns)
        , m_row(row)
    {
    }

    QString text(const QString &column) const
    {
        const auto place = m_columns.constFind(column);
        return place == m_columns.constEnd() ? QString() : m_row.cells.value(*place).trimmed();
    }
    //! The first of \a columns that the file has.
    QString named(const QStringList &columns) const
    {
        for (const QString &column : columns)
            if (m_columns.contains(column))
                return column;
        return {};
    }
    bool has(const QStringList &columns) const { return !named(columns).isEmpty(); }
    int line() const { return m_row.line; }

    Error wrong(const QString &column, const QString &detail) const
    {
        return {ErrorCode::InvalidArgument, detail, u"line %1, %2"_s.arg(m_row.line).arg(column)};
    }
    Result<qint64> count(const QStringList &columns) const;
    Result<qint64> money(const QString &column) const;
    Result<QDate> day(const QString &column) const;

private:
    const QHash<QString, int> &m_columns;
    const CsvRow &m_row;
};

Result<qint64> Row::count(const QStringList &columns) const
{
    const QString column = named(columns);
    const QString value = text(column);
    if (value.isEmpty())
        return 0;
    bool isNumber = false;
    const double number = value.toDouble(&isNumber); // some exports write 1200.0
    if (!isNumber || number < 0 || number > 9e15 || number != std::floor(number))
        return wrong(column, u"\"%1\" is no whole number"_s.arg(value.left(40)));
    return static_cast<qint64>(number);
}

Result<qint64> Row::money(const QString &column) const
{
    QString value = text(column);
    const QString given = value;
    if (value.isEmpty())
        return 0;
    if (value.startsWith(u'$'))
        value.remove(0, 1);
    const bool isNegative = value.startsWith(u'-'); // a credit
    const auto nano = decimalToNano((isNegative ? value.mid(1) : value).toUtf8());
    if (!nano)
        return wrong(column,
                     u"\"%1\" is no amount; write dollars with a dot, for example 12.50"_s.arg(
                         given.left(40)));
    return isNegative ? -*nano : *nano;
}

Result<QDate> Row::day(const QString &column) const
{
    const QString value = text(column);
    bool isEpoch = false;
    const qint64 seconds = value.toLongLong(&isEpoch);
    QDate day = isEpoch ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()).date()
                        : QDate::fromString(value.left(10), Qt::ISODate);
    if (!day.isValid() || day.year() < 2015 || day.year() > 2200)
        return wrong(column,
                     u"\"%1\" is no day; write for example 2026-11-22"_s.arg(value.left(40)));
    return day;
}

using LineReader = Result<std::optional<InvoiceLine>> (*)(const Row &row);

//! Fills \a target; false keeps the first error.
template <typename T>
bool take(const Result<T> &value, auto &target, std::optional<Error> &problem)
{
    if (value)
        target = *value;
    else if (!problem)
        problem = value.error();
    return value.has_value();
}

Result<std::optional<InvoiceLine>> finished(const InvoiceLine &line,
                                            const std::optional<Error> &problem)
{
    if (problem)
        return *problem;
    return std::optional(line);
}

QString dayColumn(const Row &row)
{
    return row.named({u"start_time_iso"_s, u"start_time"_s, u"usage_date_utc"_s, u"date"_s,
                      u"day"_s, u"timestamp"_s});
}

Result<std::optional<InvoiceLine>> openAiUsage(const Row &row)
{
    InvoiceLine line{.line = row.line(), .day = {}, .model = row.text(u"model"_s)};
    std::optional<Error> problem;
    take(row.day(dayColumn(row)), line.day, problem);
    take(row.count({u"num_model_requests"_s}), line.requests, problem);
    take(row.count({u"input_tokens"_s}), line.tokensIn, problem);
    take(row.count({u"input_cached_tokens"_s}), line.tokensCached, problem);
    take(row.count({u"output_tokens"_s}), line.tokensOut, problem);
    line.hasTokens = true;
    if (!problem && line.model.isEmpty()) {
        if (line.requests.value_or(0) == 0 && line.tokensIn + line.tokensOut == 0)
            return std::optional<InvoiceLine>(); // a day without use
        return row.wrong(u"model"_s, u"the model is missing; export grouped by model"_s);
    }
    return finished(line, problem);
}

//! "gpt-4o-mini-2024-07-18, cached input" is of the model before the comma.
Result<std::optional<InvoiceLine>> openAiCosts(const Row &row)
{
    if (row.text(u"amount_value"_s).isEmpty())
        return std::optional<InvoiceLine>(); // a day without cost
    InvoiceLine line{.line = row.line(), .day = {}, .model = {}};
    line.model = row.text(u"line_item"_s).section(u',', 0, 0).trimmed();
    std::optional<Error> problem;
    take(row.day(dayColumn(row)), line.day, problem);
    take(row.money(u"amount_value"_s), line.cost, problem);
    const QString currency = row.text(u"amount_currency"_s);
    if (!problem && !currency.isEmpty() && currency.compare(u"usd"_s, Qt::CaseInsensitive) != 0)
        return row.wrong(
            u"amount_currency"_s,
            u"the amount is in %1; only dollars can be compared"_s.arg(currency.left(10)));
    if (!problem && line.model.isEmpty())
        return row.wrong(u"line_item"_s,
                         u"the line item is missing; export grouped by line item"_s);
    return finished(line, problem);
}

Result<std::optional<InvoiceLine>> anthropicUsage(const Row &row)
{
    InvoiceLine line{.line = row.line(), .day = {}, .model = row.text(u"model_version"_s)};
    std::optional<Error> problem;
    qint64 plain = 0;
    qint64 shortWrite = 0;
    qint64 longWrite = 0;
    take(row.day(dayColumn(row)), line.day, problem);
    take(row.count({u"usage_input_tokens_no_cache"_s}), plain, problem);
    take(row.count({u"usage_input_tokens_cache_read"_s}), line.tokensCached, problem);
    take(row.count({u"usage_input_tokens_cache_write_5m"_s, u"usage_input_tokens_cache_write"_s}),
         shortWrite, problem);
    take(row.count({u"usage_input_tokens_cache_write_1h"_s}), longWrite, problem);
    take(row.count({u"usage_output_tokens"_s}), line.tokensOut, problem);
    line.tokensCacheWrite = shortWrite + longWrite;
    line.tokensIn = plain + line.tokensCached + line.tokensCacheWrite;
    line.hasTokens = true;
    if (!problem && line.model.isEmpty())
        return row.wrong(u"model_version"_s, u"the model is missing"_s);
    return finished(line, problem);
}

Result<std::optional<InvoiceLine>> anthropicCosts(const Row &row)
{
    InvoiceLine line{.line = row.line(), .day = {}, .model = row.text(u"model"_s)};
    std::optional<Error> problem;
    take(row.day(dayColumn(row)), line.day, problem);
    take(row.money(u"cost_usd"_s), line.cost, problem);
    if (!problem && line.model.isEmpty())
        line.model = row.text(u"cost_type"_s); // searches and code runs are of no model
    return finished(line, problem);
}

const QStringList inputNames{u"input_tokens"_s, u"tokens_in"_s, u"prompt_tokens"_s};
const QStringList outputNames{u"output_tokens"_s, u"tokens_out"_s, u"completion_tokens"_s};
const QStringList costNames{u"cost"_s, u"cost_usd"_s, u"amount"_s, u"amount_usd"_s};

Result<std::optional<InvoiceLine>> generic(const Row &row)
{
    InvoiceLine line{.line = row.line(), .day = {}, .model = row.text(u"model"_s)};
    std::optional<Error> problem;
    take(row.day(dayColumn(row)), line.day, problem);
    if (row.has({u"requests"_s}))
        take(row.count({u"requests"_s}), line.requests, problem);
    take(row.count(inputNames), line.tokensIn, problem);
    take(row.count({u"cached_tokens"_s, u"tokens_cache_read"_s}), line.tokensCached, problem);
    take(row.count({u"cache_write_tokens"_s, u"tokens_cache_write"_s}), line.tokensCacheWrite,
         problem);
    take(row.count(outputNames), line.tokensOut, problem);
    line.hasTokens = row.has(inputNames) || row.has(outputNames);
    if (const QString cost = row.named(costNames); !cost.isEmpty())
        take(row.money(cost), line.cost, problem);
    const QString currency = row.text(u"currency"_s);
    if (!problem && !currency.isEmpty() && currency.compare(u"usd"_s, Qt::CaseInsensitive) != 0)
        return row.wrong(
            u"currency"_s,
            u"the amount is in %1; only dollars can be compared"_s.arg(currency.left(10)));
    if (!problem && line.model.isEmpty())
        return row.wrong(u"model"_s, u"the model is missing"_s);
    return finished(line, problem);
}

struct Form {
    InvoiceForm form;
    QStringList needs;
    LineReader read;
};

const QList<Form> &forms()
{
    static const QList<Form> all{
        {InvoiceForm::AnthropicUsage,
         {u"usage_date_utc"_s, u"model_version"_s, u"usage_output_tokens"_s},
         anthropicUsage},
        {InvoiceForm::AnthropicCosts,
         {u"usage_date_utc"_s, u"model"_s, u"cost_usd"_s},
         anthropicCosts},
        {InvoiceForm::OpenAiCosts,
         {u"start_time"_s, u"amount_value"_s, u"line_item"_s},
         openAiCosts},
        {InvoiceForm::OpenAiUsage,
         {u"start_time"_s, u"num_model_requests"_s, u"input_tokens"_s, u"output_tokens"_s,
          u"model"_s},
         openAiUsage},
    };
    return all;
}

std::optional<Form> formOf(const QHash<QString, int> &columns)
{
    for (const Form &form : forms()) {
        if (std::ranges::all_of(form.needs,
                                [&](const QString &name) { return columns.contains(name); }))
            return form;
    }
    const CsvRow none;
    const Row head(columns, none);
    const bool isGeneric = head.has({u"date"_s, u"day"_s}) && head.has({u"model"_s})
        && (head.has(inputNames) || head.has(outputNames) || head.has(costNames));
    return isGeneric ? std::optional(Form{InvoiceForm::Generic, {}, generic}) : std::nullopt;
}

Result<QHash<QString, int>> columnsOf(const CsvRow &head)
{
    QHash<QString, int> columns;
    for (qsizetype i = 0; i < head.cells.size(); ++i) {
        QString name = head.cells[i].trimmed().toLower();
        name.remove(QChar(0xfeff));
        if (name.isEmpty())
            continue;
        if (columns.contains(name))
            return Error{ErrorCode::InvalidArgument, u"the column stands there twice"_s,
                         u"line %1, %2"_s.arg(head.line).arg(name)};
        columns.insert(name, int(i));
    }
    return columns;
}

} // namespace

QString invoiceFormName(InvoiceForm form)
{
    switch (form) {
    case InvoiceForm::OpenAiUsage:
        return u"openai_usage"_s;
    case InvoiceForm::OpenAiCosts:
        return u"openai_costs"_s;
    case InvoiceForm::AnthropicUsage:
        return u"anthropic_usage"_s;
    case InvoiceForm::AnthropicCosts:
        return u"anthropic_costs"_s;
    case InvoiceForm::Generic:
        return u"generic"_s;
    }
    return {};
}

Result<InvoiceFile> readInvoice(const QByteArray &csv)
{
    const Result<QList<CsvRow>> rows = readCsv(csv);
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Error{ErrorCode::InvalidArgument, u"the file is empty"_s, u"line 1"_s};
    const auto columns = columnsOf(rows->first());
    if (!columns)
        return columns.error();
    const auto form = formOf(*columns);
    if (!form)
        return Error{ErrorCode::InvalidArgument,
                     u"the columns are of no export that is known; give a usage or cost export of "
                     "OpenAI or Anthropic, or a file with the columns date, model, input_tokens, "
                     "output_tokens and cost"_s,
                     u"line %1"_s.arg(rows->first().line)};
    InvoiceFile file{.form = form->form, .lines = {}};
    for (const CsvRow &row : rows->sliced(1)) {
        if (row.cells.size() != rows->first().cells.size())
            return Error{ErrorCode::InvalidArgument,
                         u"has %1 columns, the head has %2"_s.arg(row.cells.size())
                             .arg(rows->first().cells.size()),
                         u"line %1"_s.arg(row.line)};
        const auto line = form->read(Row(*columns, row));
        if (!line)
            return line.error();
        if (*line)
            file.lines.append(**line);
    }
    if (file.lines.isEmpty())
        return Error{ErrorCode::InvalidArgument, u"the file has no usage"_s, u"line 2"_s};
    return file;
}

QString comparableModel(const QString &model)
{
    static const QRegularExpression date(u"[-@_](20\\d{2}-?\\d{2}-?\\d{2}|latest)\\z"_s);
    static const QRegularExpression blanks(u"[\\s._:]+"_s);
    QString name = model.trimmed().toLower().section(u'/', -1);
    name.remove(date);
    return name.replace(blanks, u"-"_s);
}

} // namespace Gatehouse::Reports
