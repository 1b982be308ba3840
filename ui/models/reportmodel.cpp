// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportmodel.h"

#include "ui/models/statusmodel.h"
#include "ui/models/timerange.h"
#include "ui/widgets/format.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto retryInterval = 5000ms;
constexpr int axisParts = 4;
constexpr qint64 daySeconds = 24 * 3600;

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace

ReportModel::ReportModel(Api::AdminClient &client, const Clock &clock, QString path,
                         QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_path(std::move(path))
    , m_range(u"24h"_s)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReportModel::refresh);
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected && m_active)
            refresh();
    });
}

QDateTime ReportModel::loadedAt() const
{
    if (!m_loadedAt)
        return {};
    const auto since = m_loadedAt->time_since_epoch();
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(since).count(), Qt::UTC);
}

QTimeZone ReportModel::zone() const
{
    const QTimeZone zone(m_data.value("time_zone"_L1).toString().toUtf8());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QString ReportModel::missing() const
{
    return missingRecords(parseProblems(m_data.value("missing"_L1).toArray()));
}

void ReportModel::setRange(const QString &range)
{
    if (range == m_range)
        return;
    m_range = range;
    if (m_active)
        refresh();
}

void ReportModel::setParameter(const QString &name, const QString &value)
{
    if (m_parameters.value(name) == value)
        return;
    if (value.isEmpty())
        m_parameters.remove(name);
    else
        m_parameters.insert(name, value);
    if (m_active)
        refresh();
}

void ReportModel::refresh()
{
    if (m_call) {
        m_askAgain = true;
        return;
    }
    m_timer.stop();
    if (!hasData())
        m_state = State::Loading;
    QUrlQuery query;
    if (chosenSpan(m_range))
        addRange(query, m_range);
    else
        query.addQueryItem(u"range"_s, m_range.isEmpty() ? u"30d"_s : m_range);
    for (auto parameter = m_parameters.cbegin(); parameter != m_parameters.cend(); ++parameter)
        query.addQueryItem(parameter.key(), parameter.value());
    m_call = m_client.get(m_path, query);
    connect(m_call, &Api::AdminCall::finished, this, &ReportModel::take);
}

void ReportModel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    m_timer.stop();
    if (active)
        refresh();
}

std::chrono::milliseconds ReportModel::interval() const
{
    if (m_range == "1h"_L1)
        return 5s;
    if (m_range == "24h"_L1)
        return 15s;
    return m_range == "7d"_L1 ? 30s : 60s;
}

void ReportModel::take(Api::AdminCall *call)
{
    m_call.clear();
    if (call->succeeded()) {
        m_data = call->reply().body;
        m_loadedAt = m_clock.wall();
        m_state = State::Ready;
        Q_EMIT changed();
    } else if (!m_client.isExpected(*call)) {
        m_state = State::Failed;
        m_failure = call->reply().status;
        Q_EMIT failed();
    }
    if (std::exchange(m_askAgain, false))
        refresh();
    else if (m_active)
        m_timer.start(m_state == State::Ready ? interval() : retryInterval);
}

QString ReportTimes::filter(int first, int last) const
{
    return u"since:%1 until:%2"_s.arg(keys.value(first), keys.value(last + 1, end));
}

ReportTimes reportTimes(const QJsonObject &report, const QTimeZone &zone)
{
    ReportTimes times;
    const QDateTime now = timeOf(report.value("now"_L1));
    const QDateTime end = timeOf(report.value("to"_L1));
    const QJsonArray starts = report.value("series"_L1).toObject().value("times"_L1).toArray();
    const qint64 bucket = report.value("bucket_s"_L1).toInteger();
    const QDateTime first = timeOf(report.value("from"_L1));
    const bool days = first.secsTo(end) > 2 * daySeconds;
    for (const QJsonValue &value : starts) {
        const QDateTime start = timeOf(value);
        const QString day = Format::dayAndMonth(start.toTimeZone(zone).date());
        const QString clock = Format::timeOfDay(start, zone);
        times.keys.append(start.toUTC().toString(Qt::ISODateWithMs));
        times.labels.append(bucket >= daySeconds ? day
                                : days           ? ReportModel::tr("%1, %2").arg(day, clock)
                                                 : clock);
        times.axis.append(days ? day : clock);
    }
    times.end = end.toUTC().toString(Qt::ISODateWithMs);
    times.lastUnfinished = end > now;
    for (int i = 0; i <= axisParts && first.isValid(); ++i) {
        const QDateTime at = first.addSecs(first.secsTo(end) * i / axisParts);
        times.axisLabels.append(days ? Format::dayAndMonth(at.toTimeZone(zone).date())
                                     : Format::timeOfDay(at, zone));
    }
    return times;
}

std::optional<double> maybeNumber(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QList<std::optional<double>> maybeNumbers(const QJsonValue &array)
{
    QList<std::optional<double>> numbers;
    for (const QJsonValue &value : array.toArray())
        numbers.append(maybeNumber(value));
    return numbers;
}

QString rangeCaption(const QString &range)
{
    if (const std::optional<ChosenSpan> span = chosenSpan(range))
        return span->words();
    if (range == "1h"_L1)
        return ReportModel::tr("last hour");
    if (range == "7d"_L1)
        return ReportModel::tr("last 7 days");
    if (range == "24h"_L1)
        return ReportModel::tr("last 24 h");
    return ReportModel::tr("last 30 days");
}

} // namespace Gatehouse::Ui
