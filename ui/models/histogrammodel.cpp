// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/histogrammodel.h"

#include "ui/models/timerange.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto refreshInterval = 5000ms;

QList<qint64> counts(const QJsonValue &value)
{
    QList<qint64> list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toInteger());
    return list;
}

QUrlQuery rangeQuery(const QString &filter, const QString &range, int buckets)
{
    QUrlQuery query;
    query.addQueryItem(u"buckets"_s, QString::number(buckets));
    addRange(query, range);
    if (!filter.isEmpty())
        query.addQueryItem(u"filter"_s, filter);
    return query;
}

} // namespace

QDateTime RequestHistogram::bucketStart(int bucket) const
{
    return from.addMSecs(qRound64(bucket * bucketSeconds * 1000));
}

qint64 RequestHistogram::highest() const
{
    const auto most = std::max_element(requests.cbegin(), requests.cend());
    return most == requests.cend() ? 0 : *most;
}

RequestHistogram parseHistogram(const QJsonObject &object)
{
    RequestHistogram histogram{
        .from = QDateTime::fromString(object.value("from"_L1).toString(), Qt::ISODateWithMs),
        .to = QDateTime::fromString(object.value("to"_L1).toString(), Qt::ISODateWithMs),
        .bucketSeconds = object.value("bucket_s"_L1).toDouble(),
        .requests = counts(object.value("requests"_L1)),
        .errors = counts(object.value("errors"_L1)),
        .total = object.value("total"_L1).toInteger(),
    };
    histogram.errors.resize(histogram.requests.size());
    return histogram;
}

HistogramModel::HistogramModel(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HistogramModel::refresh);
}

void HistogramModel::ask(const QString &filter, const QString &range)
{
    if (filter != m_filter || range != m_range)
        m_unfilteredTotal.reset();
    m_filter = filter;
    m_range = range;
    m_isAnswered = false;
    refresh();
}

void HistogramModel::refresh()
{
    delete m_call;
    m_timer.stop();
    m_call = m_client.get(u"/requests/histogram"_s, rangeQuery(m_filter, m_range, buckets));
    connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_call.clear();
        m_isAnswered = true;
        if (call->succeeded()) // otherwise the table says what is wrong
            m_histogram = parseHistogram(call->reply().body);
        Q_EMIT changed();
    });
}

void HistogramModel::askUnfilteredTotal()
{
    delete m_totalCall;
    m_totalCall = m_client.get(u"/requests/histogram"_s, rangeQuery({}, m_range, 1));
    connect(m_totalCall, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_totalCall.clear();
        if (!call->succeeded())
            return;
        m_unfilteredTotal = call->reply().body.value("total"_L1).toInteger();
        Q_EMIT changed();
    });
}

void HistogramModel::trafficSeen()
{
    if (!m_timer.isActive())
        m_timer.start(refreshInterval);
}

} // namespace Gatehouse::Ui
