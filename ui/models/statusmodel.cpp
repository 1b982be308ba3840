// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statusmodel.h"

#include "ui/models/knownprovider.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

GatewayStatus::State gatewayState(const QString &text)
{
    static const QHash<QString, GatewayStatus::State> states{
        {u"starting"_s, GatewayStatus::State::Starting},
        {u"running"_s, GatewayStatus::State::Running},
        {u"degraded"_s, GatewayStatus::State::Degraded},
        {u"stopping"_s, GatewayStatus::State::Stopping},
        {u"stopped"_s, GatewayStatus::State::Stopped},
    };
    return states.value(text, GatewayStatus::State::Unknown);
}

namespace {

QTimeZone readZone(const QString &name)
{
    const QTimeZone zone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

GatewayStatus readStatus(const QJsonObject &object)
{
    const QJsonObject secrets = object.value("secrets"_L1).toObject();
    return {
        .state = gatewayState(object.value("state"_L1).toString()),
        .version = object.value("version"_L1).toString(),
        .baseUrl = object.value("base_url"_L1).toString(),
        .managedBy = object.value("managed_by"_L1).toString(),
        .secretStore =
            storeTitle(secrets.value("store"_L1).toString(), secrets.value("label"_L1).toString()),
        .secretStoreKind = secrets.value("store"_L1).toString(),
        .secretStoreState = secrets.value("state"_L1).toString(),
        .secretStoreDetail = secrets.value("detail"_L1).toString(),
        .dataFolder = object.value("data_dir"_L1).toString(),
        .revision = object.value("revision"_L1).toInteger(),
        .listen = object.value("listen"_L1).toVariant().toStringList(),
        .listenOverride =
            object.value("overrides"_L1).toObject().value("listen"_L1).toVariant().toStringList(),
        .restartNeeded = object.value("restart_needed"_L1).toBool(),
        .inFlight = object.value("in_flight"_L1).toInt(),
        .requestsPerSecond = object.value("requests_per_second"_L1).toDouble(),
        .zone = readZone(object.value("time_zone"_L1).toString()),
        .demo = object.value("demo"_L1).toBool(),
        .problems = parseProblems(object.value("problems"_L1).toArray()),
    };
}

//! The problems a gateway knows, by code; of any other it is shown what the gateway says.
QString titleOf(const QString &code, const QJsonObject &problem)
{
    static const QHash<QString, const char *> titles{
        {u"cannot_listen"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::StatusModel", "The gateway cannot listen")},
        {u"audit_broken"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::StatusModel", "The audit log was changed")},
        {u"books_unequal"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::StatusModel", "The books do not agree")},
        {u"file_refused"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::StatusModel",
                           "The configuration file is refused; the last good revision serves")},
        {u"database_damaged"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::StatusModel", "A database was damaged")},
        {u"restore_undone"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::StatusModel",
                           "The backup was not restored; the books from before are in use")},
        {u"secrets_locked"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::StatusModel", "The stored keys are locked")},
        {u"ledger"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::StatusModel",
                           "Requests are not written to the books at present")},
        {u"records_lost"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::StatusModel",
                           "The journal is full: requests are not booked")},
        {u"key_not_in_force"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::StatusModel", "A declared key is not in force")},
    };
    const QString object = code.section(u':', 1);
    if (code.startsWith("route_without_target:"_L1))
        return StatusModel::tr("Route %1 has no target that can be used").arg(object);
    if (code.startsWith("provider_down:"_L1))
        return StatusModel::tr("%1 is down", "a provider")
            .arg(problem.value("name"_L1).toString(object));
    const char *title = titles.value(code);
    return title ? StatusModel::tr(title) : problem.value("title"_L1).toString();
}

//! "port 4417 is in use by process 8123 (node)", as the gateway tells it, in words and with the
//! fix.
QString listeningDetail(const QString &told)
{
    static const QRegularExpression inUse(
        u"^port (\\d+) is in use(?: by process (\\d+) \\((.*)\\))?$"_s);
    const QRegularExpressionMatch match = inUse.match(told);
    if (!match.hasMatch())
        return told;
    return match.captured(2).isEmpty()
        ? StatusModel::tr("Port %1 is in use by another program. Use another port, or stop it.")
              .arg(match.captured(1))
        : StatusModel::tr("Port %1 is in use by process %2 (%3). Use another port, or stop it.")
              .arg(match.captured(1), match.captured(2), match.captured(3));
}

QString detailOf(const QString &code, const QString &told)
{
    if (code == "cannot_listen"_L1)
        return listeningDetail(told);
    if (code.startsWith("route_without_target:"_L1))
        return StatusModel::tr("Its requests fail until a target is back.");
    if (code.startsWith("provider_down:"_L1))
        return StatusModel::tr("Its attempts fail; routes use their other targets.");
    return code == "secrets_locked"_L1
        ? StatusModel::tr("Requests that need them fail until they are unlocked.")
        : told;
}

QString actionOf(const QString &code, const QString &action)
{
    if (code == "cannot_listen"_L1)
        return StatusModel::tr("Use another port");
    if (action == "show"_L1)
        return StatusModel::tr("Show reliability");
    return action == "unlock"_L1 ? StatusModel::tr("Unlock") : action;
}

} // namespace

QList<Problem> parseProblems(const QJsonArray &array)
{
    QList<Problem> problems;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const QString code = object.value("code"_L1).toString();
        problems.append(
            {.code = code,
             .severity =
                 object.value("severity"_L1).toString() == "error"_L1 ? Tone::Err : Tone::Warn,
             .title = titleOf(code, object),
             .detail = detailOf(code, object.value("detail"_L1).toString()),
             .since = QDateTime::fromString(object.value("since"_L1).toString(), Qt::ISODateWithMs),
             .action = actionOf(code, object.value("action"_L1).toString())});
    }
    return problems;
}

QString missingRecords(const QList<Problem> &problems)
{
    for (const Problem &problem : problems)
        if (problem.code == "ledger"_L1 || problem.code == "records_lost"_L1)
            return StatusModel::tr("Some requests are missing in these numbers. %1")
                .arg(problem.detail);
    return {};
}

StatusModel::StatusModel(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &data) {
                if (kind == "status"_L1)
                    take(data);
            });
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected)
            refresh();
        Q_EMIT changed();
    });
}

QDateTime StatusModel::lastContact() const
{
    const qint64 at = m_client.lastContactMs();
    return at > 0 ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC) : QDateTime();
}

bool StatusModel::isServing() const
{
    return m_client.state() != Api::AdminClient::State::Offline
        && (m_status.state == GatewayStatus::State::Running
            || m_status.state == GatewayStatus::State::Degraded);
}

void StatusModel::refresh()
{
    connect(m_client.get(u"/status"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    take(call->reply().body);
            });
}

void StatusModel::startGateway()
{
    command(u"/gateway/start"_s, {});
}

void StatusModel::stopGateway(bool finish)
{
    command(u"/gateway/stop"_s, {{"finish"_L1, finish}});
}

void StatusModel::restartGateway()
{
    Api::AdminCall *stop = m_client.post(u"/gateway/stop"_s, {{"finish"_L1, true}});
    connect(stop, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        if (call->succeeded())
            startGateway(); // it waits until the last request has ended
        else
            Q_EMIT commandFailed(call->error().detail);
    });
}

void StatusModel::take(const QJsonObject &object)
{
    // It comes every second, for the sake of what is not shown here.
    GatewayStatus status = readStatus(object);
    if (std::exchange(m_status, std::move(status)) != m_status)
        Q_EMIT changed();
}

void StatusModel::command(const QString &path, const QJsonObject &body)
{
    connect(m_client.post(path, body), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    take(call->reply().body);
                else
                    Q_EMIT commandFailed(call->error().detail);
                Q_EMIT changed();
            });
}

} // namespace Gatehouse::Ui
