// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/backupkeeper.h"

#include "core/admin/backups.h"
#include "core/base/log.h"

#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr qint64 retryAfterSeconds = 3600;

bool isWeekly(const Api::GatewaySettings &settings)
{
    return settings.backupSchedule == "weekly"_L1;
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

} // namespace

BackupKeeper::BackupKeeper(Parts parts)
    : m_parts(std::move(parts))
    , m_last(Admin::Backups(m_parts.dataFolder).lastScheduled())
{
}

QDateTime BackupKeeper::now() const
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(m_parts.clock.wall());
    return QDateTime::fromSecsSinceEpoch(seconds.time_since_epoch().count(), m_parts.zone());
}

QDateTime BackupKeeper::lastDue(const Api::GatewaySettings &settings, const QDateTime &now)
{
    if (settings.backupSchedule == "off"_L1)
        return {};
    QDate day = now.date();
    if (now.time() < QTime(settings.backupHour, 0))
        day = day.addDays(-1);
    if (isWeekly(settings))
        day = day.addDays(-((day.dayOfWeek() - settings.firstDayOfWeek() + 7) % 7));
    return QDateTime(day, QTime(settings.backupHour, 0), now.timeZone());
}

QDateTime BackupKeeper::nextDue(const Api::GatewaySettings &settings, const QDateTime &now)
{
    const QDateTime last = lastDue(settings, now);
    if (!last.isValid())
        return {};
    return QDateTime(last.date().addDays(isWeekly(settings) ? 7 : 1), last.time(), now.timeZone());
}

void BackupKeeper::look()
{
    const QDateTime due = lastDue(m_parts.settings(), now());
    if (m_isMaking || !due.isValid() || (m_last.isValid() && m_last >= due))
        return;
    if (!m_failed.isValid() || m_failed.secsTo(now()) >= retryAfterSeconds)
        make();
}

void BackupKeeper::follow()
{
    m_failed = {};
    look();
}

void BackupKeeper::make()
{
    m_isMaking = true;
    const Api::GatewaySettings &settings = m_parts.settings();
    m_parts.queries.run(
        [backups = Admin::Backups(m_parts.dataFolder), folder = settings.backupFolder,
         keep = settings.backupKeep, time = m_parts.clock.wall(), flush = m_parts.flushLedger] {
            flush();
            return backups.makeScheduled(folder, keep, time);
        },
        [this, begun = now()](const Result<QJsonObject> &made) {
            m_isMaking = false;
            if (made)
                m_last = begun;
            finish(made);
        });
}

//! A failure is told once, not at each new try.
void BackupKeeper::finish(const Result<QJsonObject> &made)
{
    if (made) {
        m_failed = {};
        m_problem.clear();
        const QString path = made->value("path"_L1).toString();
        m_parts.tell(u"backup"_s, u"info"_s, u"Backup made"_s, path, path,
                     {.code = u"backup_made"_s});
        return;
    }
    const QString problem = made.error().detail;
    qCWarning(lcNode, "the scheduled backup was not made: %s", qUtf8Printable(problem));
    if (std::exchange(m_problem, problem) != problem)
        m_parts.tell(u"backup"_s, u"error"_s, u"Scheduled backup failed"_s, problem, u"backup"_s,
                     {.code = u"backup_failed"_s});
    m_failed = now();
}

QJsonObject BackupKeeper::json() const
{
    const Api::GatewaySettings &settings = m_parts.settings();
    return {{u"schedule"_s, settings.backupSchedule},
            {u"next"_s, timeOrNull(nextDue(settings, now()))},
            {u"last"_s, timeOrNull(m_last)},
            {u"problem"_s, m_problem.isEmpty() ? QJsonValue() : QJsonValue(m_problem)}};
}

} // namespace Gatehouse::Node
