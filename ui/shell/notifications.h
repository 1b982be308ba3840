// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/base/clock.h"
#include "ui/shell/notificationsink.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>

#include <chrono>
#include <deque>
#include <functional>

namespace Gatehouse::Ui {

class ConfigurationModel;
class Job;
class JobList;
class NoticeLog;
class StatusModel;

//! Decides what is worth a notification: the gateway cannot start or has gone, a provider is down
//! or back, a breaker stays open, long work ended while the window was hidden. One for each cause,
//! at most five in an hour; what comes on top is summed up in one more.
class Notifications : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostPerHour = 5;
    //! A breaker that is open for longer is told; most close again before.
    static constexpr std::chrono::minutes breakerPatience{1};

    //! What is watched; all of it must outlive the notifications.
    struct Sources {
        Api::AdminClient &client;
        StatusModel &status;
        ConfigurationModel &configuration;
        JobList &jobs;
        NoticeLog &notices; //!< where all of them are kept
        const Clock &clock;
        //! The person sees the window: what it shows need not be told.
        std::function<bool()> isWatched;
        //! The person wants to hear of this kind: "gateway", "provider", "breaker", "alert", "job",
        //! "fallback", "publish"; all when empty.
        std::function<bool(const QString &kind)> isWanted = {};
        //! With the desktop's sound; without when empty.
        std::function<bool()> hasSound = {};
    };

    Notifications(Sources sources, NotificationSink &sink, QObject *parent = nullptr);

    //! One that says that notifications arrive.
    void showTest();
    //! For tests.
    void setBreakerPatience(std::chrono::milliseconds patience) { m_breakerPatience = patience; }
    //! The person stopped the gateway, or quits: its end is no news.
    void expectStop(bool expected) { m_stopExpected = expected; }

Q_SIGNALS:
    void openRequested(const QString &page, const QString &filter);

private:
    //! Of the gateway by itself, to restore a backup.
    enum class Restart { None, Begun, Gone };

    void watchGateway();
    void handleEvent(const QString &kind, const QJsonObject &data);
    void askHealth(const QString &provider);
    void tellHealth(const QString &provider, const QString &health);
    void watchBreaker(const QString &provider, const QString &model, bool isOpen);
    void tellBreaker(const QString &provider, const QString &model, bool isOpen);
    void tellJob(const Job &job);
    void tellAlerts(const QJsonObject &message);
    bool isWanted(const QString &kind) const;
    void tell(const Notification &notification);
    void sumUp();
    void show(Notification notification);
    QString nameOf(const QString &provider) const;

    Sources m_sources;
    NotificationSink &m_sink;
    QHash<QString, Notification> m_told; //!< the last of each cause
    std::deque<SteadyTime> m_lately;
    int m_suppressed = 0;
    QString m_gatewayTrouble; //!< what was told of the gateway, empty when it works
    QHash<QString, QString> m_health;
    QHash<QString, QTimer *> m_breakers; //!< open ones, by cause; its timer has ended when told
    std::chrono::milliseconds m_breakerPatience = breakerPatience;
    bool m_stopExpected = false;
    Restart m_restart = Restart::None;
};

} // namespace Gatehouse::Ui
