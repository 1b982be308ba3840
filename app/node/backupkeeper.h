// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/eventwords.h"
#include "core/admin/queryrunner.h"
#include "core/api/documents/document.h"
#include "core/base/clock.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QObject>

#include <functional>

namespace Gatehouse::Node {

//! Makes the backups that the configuration schedules, and says when one could not be made. The
//! first is made as soon as there is a schedule; one that was due while no engine ran follows at
//! its next start.
class BackupKeeper : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        const Clock &clock;
        Admin::QueryRunner &queries; //!< its thread does the work
        QString dataFolder;
        std::function<const Api::GatewaySettings &()> settings;
        std::function<QTimeZone()> zone;
        std::function<void()> flushLedger; //!< any thread
        std::function<void(const QString &kind, const QString &severity, const QString &title,
                           const QString &detail, const QString &object,
                           const Admin::EventWords &words)>
            tell;
    };

    explicit BackupKeeper(Parts parts);

    //! Looks whether one is due; cheap.
    void look();
    //! Another schedule, or another folder: what failed before may work now.
    void follow();
    //! {"schedule": "daily", "next", "last", "problem"}; null for what there is not.
    QJsonObject json() const;

    //! The newest moment at or before \a now at which \a settings want a backup; \a now tells the
    //! zone. Invalid without a schedule.
    static QDateTime lastDue(const Api::GatewaySettings &settings, const QDateTime &now);
    //! The one after it.
    static QDateTime nextDue(const Api::GatewaySettings &settings, const QDateTime &now);

private:
    QDateTime now() const;
    void make();
    void finish(const Result<QJsonObject> &made);

    Parts m_parts;
    QDateTime m_last;   //!< the last one that was made
    QDateTime m_failed; //!< the last try that was none; invalid after a good one
    QString m_problem;
    bool m_isMaking = false;
};

} // namespace Gatehouse::Node
