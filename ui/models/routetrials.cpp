// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routetrials.h"

#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto refreshTime = 10s;

struct TrialText {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::RouteTrials)
};

MaybeNumber number(const QJsonValue &value)
{
    return value.isDouble() ? MaybeNumber(value.toDouble()) : std::nullopt;
}

std::optional<qint64> whole(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

RouteTrial::Side sideOf(const QJsonObject &side)
{
    return {.requests = side.value("requests"_L1).toInteger(),
            .success = number(side.value("success"_L1)),
            .firstTokenMs = number(side.value("first_token_p95_ms"_L1)),
            .totalMs = number(side.value("total_p95_ms"_L1)),
            .meanCost = whole(side.value("mean_cost_nano_usd"_L1))};
}

std::optional<RouteTrial> trialOf(const QJsonValue &value)
{
    if (!value.isObject())
        return {};
    const QJsonObject object = value.toObject();
    qint64 leftOut = 0;
    for (const QJsonValue count : object.value("not_copied"_L1).toObject())
        leftOut += count.toInteger();
    return RouteTrial{
        .target =
            object.value("provider"_L1).toString() + u'/' + object.value("model"_L1).toString(),
        .percent = object.value("percent"_L1).toDouble(),
        .since = QDateTime::fromString(object.value("since"_L1).toString(), Qt::ISODateWithMs),
        .halted = object.value("halted"_L1).toBool(),
        .leastRequests = object.value("least_requests"_L1).toInt(),
        .trial = sideOf(object.value("trial"_L1).toObject()),
        .control = sideOf(object.value("control"_L1).toObject()),
        .dailyLimit = whole(object.value("daily_limit_nano_usd"_L1)),
        .spentToday = object.value("spent_today_nano_usd"_L1).toInteger(),
        .copied = object.value("copied"_L1).toInteger(),
        .leftOut = leftOut};
}

QString percentText(double percent)
{
    return Format::percent(percent / 100, percent < 10 ? 1 : 0);
}

QString shareText(const MaybeNumber &share)
{
    return share ? Format::percent(*share, 1) : Format::unknown();
}

} // namespace

QList<CellsModel::Column> trialColumns()
{
    return {{u"what"_s, QString(), CellKind::Text},
            {u"control"_s, TrialText::tr("Others"), CellKind::Number},
            {u"trial"_s, TrialText::tr("On trial"), CellKind::Number}};
}

QList<CellsModel::Row> trialRows(const RouteTrial &trial)
{
    const auto row = [&](const QString &id, const QString &title, auto value) {
        return CellsModel::Row{
            id, {{.text = title}, {.text = value(trial.control)}, {.text = value(trial.trial)}}};
    };
    using Side = RouteTrial::Side;
    QList<CellsModel::Row> rows{
        row(u"requests"_s, TrialText::tr("Requests"),
            [](const Side &side) { return Format::count(side.requests); }),
        row(u"success"_s, TrialText::tr("Success"),
            [](const Side &side) { return shareText(side.success); }),
        row(u"first_token"_s, TrialText::tr("First token, p95"),
            [](const Side &side) { return Format::duration(side.firstTokenMs); })};
    if (trial.control.totalMs || trial.trial.totalMs)
        rows.append(row(u"total"_s, TrialText::tr("Whole answer, p95"),
                        [](const Side &side) { return Format::duration(side.totalMs); }));
    rows.append(row(u"cost"_s, TrialText::tr("Cost of a request"),
                    [](const Side &side) { return Format::money(side.meanCost); }));
    return rows;
}

QString canarySentence(const RouteTrial &trial, const QTimeZone &zone)
{
    if (trial.halted)
        return TrialText::tr("Halted: it takes no more requests.");
    const QDateTime since = trial.since.toTimeZone(zone);
    const bool isToday = since.date() == QDateTime::currentDateTime().toTimeZone(zone).date();
    const QString begun =
        isToday ? Format::timeOfDay(since, zone) : Format::dayAndMonth(since.date());
    QString text =
        TrialText::tr("%1 of the requests since %2.").arg(percentText(trial.percent), begun);
    if (trial.trial.requests < trial.leastRequests)
        text += u' ' + TrialText::tr("Judged from %n requests on.", nullptr, trial.leastRequests);
    return text;
}

QString shadowSentence(const RouteTrial &trial)
{
    const QString share = percentText(trial.percent);
    const QString spent = Format::money(trial.spentToday);
    QString text = trial.dailyLimit
        ? TrialText::tr("%1 of the requests are copied; %2 of %3 used today.")
              .arg(share, spent, Format::money(*trial.dailyLimit))
        : TrialText::tr("%1 of the requests are copied; %2 used today.").arg(share, spent);
    if (trial.leftOut > 0)
        text += u' ' + TrialText::tr("%n left out since the start.", nullptr, int(trial.leftOut));
    return text;
}

QList<CellsModel::Column> callerColumns()
{
    return {{u"name"_s, TrialText::tr("Key"), CellKind::Strong},
            {u"requests"_s, TrialText::tr("Requests"), CellKind::Number},
            {u"last"_s, TrialText::tr("Last"), CellKind::Number}};
}

QList<CellsModel::Row> callerRows(const QList<RouteCaller> &callers)
{
    QList<CellsModel::Row> rows;
    for (const RouteCaller &caller : callers)
        rows.append({caller.name,
                     {{.text = caller.name, .toolTip = caller.team},
                      {.text = Format::count(caller.requests), .sort = caller.requests},
                      {.text = Format::dayAndMonth(caller.lastDay), .sort = caller.lastDay}}});
    return rows;
}

RouteTrials::RouteTrials(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_timer.setInterval(refreshTime);
    connect(&m_timer, &QTimer::timeout, this, &RouteTrials::refresh);
}

void RouteTrials::setRoute(const Api::Route *route)
{
    const QString id = route ? route->id : QString();
    const bool hasTrials = route && (route->canary || route->shadow);
    const bool ends = route && route->retire;
    if (id == m_route && hasTrials == m_hasTrials && ends == m_ends)
        return;
    m_route = id;
    m_hasTrials = hasTrials;
    m_ends = ends;
    clear();
    if (m_timer.isActive())
        refresh();
}

void RouteTrials::clear()
{
    m_canary.reset();
    m_shadow.reset();
    m_callers.reset();
    Q_EMIT changed();
}

void RouteTrials::setActive(bool active)
{
    if (active == m_timer.isActive())
        return;
    if (!active) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    refresh();
}

void RouteTrials::refresh()
{
    if (m_hasTrials)
        askTrials();
    if (m_ends)
        askCallers();
}

void RouteTrials::askTrials()
{
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(m_route));
    connect(m_client.get(u"/routes/%1/trials"_s.arg(id)), &Api::AdminCall::finished, this,
            [this, route = m_route](Api::AdminCall *call) {
                if (route != m_route || !call->succeeded())
                    return;
                m_canary = trialOf(call->reply().body.value("canary"_L1));
                m_shadow = trialOf(call->reply().body.value("shadow"_L1));
                Q_EMIT changed();
            });
}

void RouteTrials::askCallers()
{
    const QUrlQuery query{{u"model"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_route))}};
    connect(m_client.get(u"/models/callers"_s, query), &Api::AdminCall::finished, this,
            [this, route = m_route](Api::AdminCall *call) {
                if (route != m_route || !call->succeeded())
                    return;
                QList<RouteCaller> callers;
                for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
                    callers.append({.name = item["name"_L1].toString(),
                                    .team = item["team"_L1].toString(),
                                    .requests = item["requests"_L1].toInteger(),
                                    .lastDay = QDate::fromString(item["last_day"_L1].toString(),
                                                                 Qt::ISODate)});
                m_callers = callers;
                Q_EMIT changed();
            });
}

} // namespace Gatehouse::Ui
