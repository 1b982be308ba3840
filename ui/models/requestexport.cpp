// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestexport.h"

#include "core/base/csv.h"
#include "ui/models/timerange.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int exportPage = 1'000;

constexpr std::array textColumns{"id"_L1,          "time"_L1,     "outcome"_L1, "route"_L1,
                                 "model_asked"_L1, "provider"_L1, "model"_L1,   "key"_L1,
                                 "key_name"_L1,    "team"_L1,     "client"_L1,  "cache"_L1};
constexpr std::array numberColumns{"status"_L1,        "tokens_in"_L1,     "tokens_out"_L1,
                                   "tokens_cached"_L1, "cost_nano_usd"_L1, "first_token_ms"_L1,
                                   "total_ms"_L1};

QByteArray csvNumber(const QJsonValue &value)
{
    return value.isDouble() ? QByteArray::number(value.toDouble(), 'g', 15) : QByteArray();
}

} // namespace

RequestExport::RequestExport(Api::AdminClient &client, const QString &path, Format format,
                             QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_file(path)
    , m_format(format)
{
}

void RequestExport::start(const QString &filter, const QString &range)
{
    m_filter = filter;
    m_range = range;
    if (!m_file.open(QIODevice::WriteOnly)) {
        QMetaObject::invokeMethod(
            this, [this] { end(m_file.errorString()); }, Qt::QueuedConnection);
        return;
    }
    if (m_format == Format::Csv)
        m_file.write(csvHeader());
    askPage({});
}

void RequestExport::cancel()
{
    delete m_call;
    m_file.cancelWriting();
    end(tr("The export was cancelled."));
}

void RequestExport::askPage(const QString &cursor)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, QString::number(exportPage));
    addRange(query, m_range);
    if (!m_filter.isEmpty())
        query.addQueryItem(u"filter"_s, m_filter);
    if (!cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, cursor);
    m_call = m_client.get(u"/requests"_s, query);
    connect(m_call, &Api::AdminCall::finished, this, &RequestExport::takePage);
}

void RequestExport::takePage(Api::AdminCall *call)
{
    m_call.clear();
    if (!call->succeeded()) {
        m_file.cancelWriting();
        end(call->error().detail);
        return;
    }
    const QJsonObject body = call->reply().body;
    for (const QJsonValue &item : body.value("items"_L1).toArray()) {
        const QJsonObject row = item.toObject();
        m_file.write(m_format == Format::Csv
                         ? csvLine(row)
                         : QByteArray(QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n'));
        ++m_rows;
    }
    Q_EMIT progressed(m_rows);
    const QString next = body.value("next"_L1).toString();
    if (!next.isEmpty())
        askPage(next);
    else
        end(m_file.commit() ? QString() : m_file.errorString());
}

void RequestExport::end(const QString &error)
{
    Q_EMIT finished(m_rows, error);
}

QByteArray RequestExport::csvHeader()
{
    QByteArrayList names;
    for (const QLatin1StringView name : textColumns)
        names.append(QByteArray(name.data(), name.size()));
    for (const QLatin1StringView name : numberColumns)
        names.append(QByteArray(name.data(), name.size()));
    names.append("attempts"_ba);
    names.append("streamed"_ba);
    names.append("tokens_estimated"_ba);
    return names.join(',') + '\n';
}

QByteArray RequestExport::csvLine(const QJsonObject &row)
{
    QByteArrayList cells;
    for (const QLatin1StringView name : textColumns)
        cells.append(csvCell(row.value(name).toString()));
    for (const QLatin1StringView name : numberColumns)
        cells.append(csvNumber(row.value(name)));
    cells.append(QByteArray::number(row.value("attempts"_L1).toArray().size()));
    for (const auto flag : {"streamed"_L1, "tokens_estimated"_L1})
        cells.append(row.value(flag).toBool() ? "true"_ba : "false"_ba);
    return cells.join(',') + '\n';
}

} // namespace Gatehouse::Ui
