// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/incidentrows.h"

#include "ui/models/errorkinds.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/format.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QString kindsText(const QJsonObject &incident)
{
    QStringList kinds;
    for (const QJsonValue &value : incident.value("kinds"_L1).toArray()) {
        const QJsonObject kind = value.toObject();
        kinds.append(IncidentRows::tr("%1: %2", "kind of error and count")
                         .arg(errorKind(kind.value("kind"_L1).toString()).title,
                              Format::count(kind.value("count"_L1).toInteger())));
    }
    return kinds.join(u'\n');
}

//! What the gateway did, and what callers saw of it.
QString outcomeText(const QJsonObject &incident)
{
    const qint64 rescued = incident.value("rescued"_L1).toInteger();
    const qint64 lost = incident.value("lost"_L1).toInteger();
    QStringList served;
    for (const QJsonValue &one : incident.value("served_by"_L1).toArray())
        served.append(one.toString());
    const QString helped = served.isEmpty()
        ? IncidentRows::tr("%1 answered elsewhere").arg(Format::count(rescued))
        : IncidentRows::tr("%1 answered by %2").arg(Format::count(rescued), served.join(u", "_s));
    return lost == 0
        ? IncidentRows::tr("%1; callers saw no errors").arg(helped)
        : IncidentRows::tr("%1; callers saw %n errors", nullptr, int(lost)).arg(helped);
}

CellsModel::Cell keysCell(const QJsonObject &incident)
{
    QStringList names;
    for (const QJsonValue &value : incident.value("keys"_L1).toArray())
        names.append(value.toObject().value("name"_L1).toString());
    return {.text = Format::count(qint64(names.size())),
            .toolTip = names.join(u'\n'),
            .sort = int(names.size())};
}

CellsModel::Cell seenCell(const QJsonObject &incident)
{
    const QJsonObject seen = incident.value("acknowledged"_L1).toObject();
    if (seen.isEmpty())
        return {.text = IncidentRows::tr("New"), .tone = Tone::Warn, .icon = u"bell"_s};
    return {.text = IncidentRows::tr("Acknowledged"),
            .tone = Tone::Neutral,
            .icon = u"check"_s,
            .toolTip = IncidentRows::tr("Acknowledged by %1").arg(seen.value("who"_L1).toString())};
}

} // namespace

IncidentRows::IncidentRows(SeriesColours &colours, QObject *parent)
    : CellsModel({{u"provider"_s, tr("Provider"), CellKind::Swatch},
                  {u"started"_s, tr("Started"), CellKind::Text},
                  {u"lasted"_s, tr("Lasted"), CellKind::Text},
                  {u"peak"_s, tr("Peak"), CellKind::Number},
                  {u"failed"_s, tr("Failed"), CellKind::Number},
                  {u"keys"_s, tr("Keys"), CellKind::Number},
                  {u"outcome"_s, tr("What the gateway did"), CellKind::Text},
                  {u"seen"_s, tr("State"), CellKind::Pill}},
                 parent)
    , m_colours(colours)
{
}

void IncidentRows::setReport(const QJsonObject &report, const QTimeZone &zone)
{
    m_filters.clear();
    m_seen.clear();
    QList<Row> rows;
    for (const QJsonValue &value : report.value("incidents"_L1).toArray())
        rows.append(rowOf(value.toObject(), report, zone));
    setRows(rows);
}

CellsModel::Row IncidentRows::rowOf(const QJsonObject &incident, const QJsonObject &report,
                                    const QTimeZone &zone)
{
    const QString id = incident.value("id"_L1).toString();
    const QString provider = incident.value("provider"_L1).toString();
    const QDateTime start = timeOf(incident.value("start"_L1));
    const bool goesOn = incident.value("end"_L1).isNull();
    const QDateTime end =
        goesOn ? timeOf(report.value("now"_L1)) : timeOf(incident.value("end"_L1));
    const QDateTime local = start.toTimeZone(zone);
    m_filters.insert(id,
                     u"attempt:%1/failed since:%2 until:%3"_s.arg(
                         provider, start.toUTC().toString(Qt::ISODateWithMs),
                         end.addMSecs(1).toUTC().toString(Qt::ISODateWithMs)));
    if (!incident.value("acknowledged"_L1).isNull())
        m_seen.insert(id);
    const qint64 failed = incident.value("failed"_L1).toInteger();
    const QString lasted = Format::duration(double(std::max<qint64>(0, start.msecsTo(end))));
    const QString outcome = outcomeText(incident);
    return {
        .id = id,
        .cells = {
            {.text = incident.value("provider_name"_L1).toString(provider),
             .series = m_colours.indexOf(provider)},
            {.text = tr("%1, %2", "day, time")
                         .arg(Format::dayAndMonth(local.date()), Format::timeOfDay(start, zone)),
             .toolTip = start.toUTC().toString(Qt::ISODate),
             .sort = start},
            {.text = goesOn ? tr("%1, goes on").arg(lasted) : lasted, .sort = start.msecsTo(end)},
            {.text = Format::percent(incident.value("peak_share"_L1).toDouble()),
             .toolTip = tr("Share of attempts that failed at the worst"),
             .sort = incident.value("peak_share"_L1).toDouble()},
            {.text = Format::count(failed), .toolTip = kindsText(incident), .sort = failed},
            keysCell(incident),
            {.text = outcome, .toolTip = outcome},
            seenCell(incident)}};
}

} // namespace Gatehouse::Ui
