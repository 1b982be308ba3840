// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifications.h"

#include "ui/models/alertwords.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/joblist.h"
#include "ui/models/noticelog.h"
#include "ui/models/statusmodel.h"
#include "ui/shell/asides.h"

#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto window = 1h;

const auto gatewayCause = "gateway"_L1;
const auto summaryCause = "summary"_L1;

QDateTime timeOf(const Clock &clock)
{
    const auto now = std::chrono::floor<std::chrono::milliseconds>(clock.wall());
    return QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC);
}

} // namespace

Notifications::Notifications(Sources sources, NotificationSink &sink, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_sink(sink)
{
    connect(&m_sources.status, &StatusModel::changed, this, &Notifications::watchGateway);
    connect(&m_sources.client, &Api::AdminClient::eventReceived, this, &Notifications::handleEvent);
    connect(&m_sources.jobs, &JobList::jobEnded, this, [this](Job *job) { tellJob(*job); });
    auto *asides = new Asides({.client = m_sources.client,
                               .configuration = m_sources.configuration,
                               .clock = m_sources.clock,
                               .isWanted = [this](const QString &kind) { return isWanted(kind); }},
                              this);
    connect(asides, &Asides::happened, this, &Notifications::tell);
    connect(&m_sink, &NotificationSink::activated, this, [this](const QString &cause) {
        const Notification told = m_told.value(cause);
        Q_EMIT openRequested(told.page, told.filter);
    });
}

void Notifications::watchGateway()
{
    const StatusModel &status = m_sources.status;
    const QList<Problem> &problems = status.status().problems;
    const bool cannotListen =
        std::any_of(problems.cbegin(), problems.cend(),
                    [](const Problem &problem) { return problem.code == "cannot_listen"_L1; });
    const bool gone =
        status.connection() == Api::AdminClient::State::Offline && status.lastContact().isValid();
    const QString trouble = gone ? u"gone"_s : cannotListen ? u"cannotListen"_s : QString();
    if (gone && m_restart != Restart::None)
        m_restart = Restart::Gone;
    else if (!gone && m_restart == Restart::Gone)
        m_restart = Restart::None;
    if (trouble == m_gatewayTrouble || (gone && (m_stopExpected || m_restart != Restart::None)))
        return;
    const bool works = trouble.isEmpty();
    m_gatewayTrouble = trouble;
    Notification notification{.cause = gatewayCause,
                              .title = tr("The gateway works again"),
                              .text = tr("Apps get answers."),
                              .isBad = !works,
                              .page = u"overview"_s};
    if (gone) {
        notification.title = tr("The gateway stopped unexpectedly");
        notification.text = tr("It does not answer any more. Apps get no answers.");
    } else if (cannotListen) {
        notification.title = tr("The gateway cannot start");
        notification.text = tr("Its address is used by another program or cannot be used.");
    }
    tell(notification);
}

void Notifications::handleEvent(const QString &kind, const QJsonObject &data)
{
    if (kind == "breaker"_L1)
        return watchBreaker(data.value("provider"_L1).toString(), data.value("model"_L1).toString(),
                            data.value("state"_L1).toString() == "open"_L1);
    if (kind == "event"_L1 && data.value("code"_L1).toString() == "restore_begun"_L1)
        m_restart = Restart::Begun; // it comes back by itself
    if (kind == "notification"_L1)
        return tellAlerts(data);
    if (kind == "event"_L1 && data.value("kind"_L1).toString() == "provider"_L1)
        askHealth(data.value("object"_L1).toString());
}

//! The event's words are the engine's, in English; the health is a word for programs.
void Notifications::askHealth(const QString &provider)
{
    connect(m_sources.client.get(u"/providers/%1"_s.arg(provider)), &Api::AdminCall::finished, this,
            [this, provider](Api::AdminCall *call) {
                if (call->succeeded())
                    tellHealth(provider, call->reply().body.value("health"_L1).toString());
            });
}

void Notifications::tellHealth(const QString &provider, const QString &health)
{
    const QString before = std::exchange(m_health[provider], health);
    const bool down = health == "down"_L1;
    const bool recovered = health == "healthy"_L1 && before == "down"_L1;
    if (before == health || (!down && !recovered)) {
        // Degraded after down is not yet a recovery: it stays the trouble it was.
        if (before == "down"_L1 && health == "degraded"_L1)
            m_health[provider] = before;
        return;
    }
    const QString name = nameOf(provider);
    tell({.cause = u"provider/%1"_s.arg(provider),
          .title = down ? tr("%1 is down").arg(name) : tr("%1 works again").arg(name),
          .text = down ? tr("Its recent requests failed. Routes use their other targets.")
                       : tr("Requests go there again."),
          .isBad = down,
          .page = u"requests"_s,
          .filter = u"provider:%1"_s.arg(provider)});
}

void Notifications::watchBreaker(const QString &provider, const QString &model, bool isOpen)
{
    const QString cause = u"breaker/%1/%2"_s.arg(provider, model);
    QTimer *timer = m_breakers.value(cause);
    if (isOpen && !timer) {
        timer = new QTimer(this);
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this,
                [this, provider, model] { tellBreaker(provider, model, true); });
        m_breakers.insert(cause, timer);
        timer->start(m_breakerPatience);
    } else if (!isOpen && timer) {
        if (!timer->isActive())
            tellBreaker(provider, model, false);
        m_breakers.remove(cause);
        timer->deleteLater();
    }
}

//! A provider that is down has been told of as a whole.
void Notifications::tellBreaker(const QString &provider, const QString &model, bool isOpen)
{
    if (m_health.value(provider) == "down"_L1)
        return;
    const QString name = u"%1/%2"_s.arg(nameOf(provider), model);
    tell({.cause = u"breaker/%1/%2"_s.arg(provider, model),
          .title =
              isOpen ? tr("%1 is passed over").arg(name) : tr("%1 takes requests again").arg(name),
          .text = isOpen ? tr("Its last attempts failed. Routes use their other targets until an "
                              "attempt succeeds.")
                         : tr("Requests go there again."),
          .isBad = isOpen,
          .page = u"requests"_s,
          .filter = u"provider:%1 model:%2"_s.arg(provider, model)});
}

void Notifications::tellJob(const Job &job)
{
    if (job.state() == Job::State::Cancelled)
        return;
    const bool failed = job.state() == Job::State::Failed;
    tell({.cause = u"job/%1"_s.arg(job.title()),
          .title = failed ? tr("%1: not done").arg(job.title()) : tr("%1: done").arg(job.title()),
          .text = job.result(),
          .isBad = failed});
}

//! What is watched here anyway, by switches of its own, is not told a second time.
void Notifications::tellAlerts(const QJsonObject &message)
{
    static const QStringList watched{u"provider_down"_s, u"breaker_open"_s};
    if (message.value("type"_L1).toString() == "test"_L1)
        return showTest();
    for (const QJsonValue &value : message.value("alerts"_L1).toArray()) {
        const QJsonObject alert = value.toObject();
        if (watched.contains(alert.value("measure"_L1).toString()))
            continue;
        const AlertSentence sentence = alertSentence(alert);
        tell({.cause = u"alert/%1/%2"_s.arg(alert.value("rule"_L1).toString(),
                                            alert.value("object"_L1).toString()),
              .title = sentence.title,
              .text = sentence.text,
              .isBad = alert.value("what"_L1).toString() != "recovered"_L1,
              .page = u"alerts"_s});
    }
}

void Notifications::tell(const Notification &notification)
{
    // A cause begins with its kind: "provider/openai".
    if (!isWanted(notification.cause.section(u'/', 0, 0)))
        return;
    if (m_sources.isWatched() || m_told.value(notification.cause) == notification)
        return;
    m_told.insert(notification.cause, notification);
    m_sources.notices.add({.time = timeOf(m_sources.clock),
                           .title = notification.title,
                           .text = notification.text,
                           .isBad = notification.isBad,
                           .page = notification.page,
                           .filter = notification.filter});
    const SteadyTime now = m_sources.clock.steady();
    while (!m_lately.empty() && now - m_lately.front() >= window)
        m_lately.pop_front();
    if (m_lately.size() >= mostPerHour) {
        ++m_suppressed;
        sumUp();
        return;
    }
    m_suppressed = 0;
    m_lately.push_back(now);
    show(notification);
}

bool Notifications::isWanted(const QString &kind) const
{
    return !m_sources.isWanted || m_sources.isWanted(kind);
}

void Notifications::showTest()
{
    show({.cause = u"test"_s,
          .title = tr("Notifications arrive"),
          .text = tr("This is a test from Gatehouse."),
          .page = u"settings"_s});
}

void Notifications::sumUp()
{
    const Notification summary{.cause = summaryCause,
                               .title = tr("%n more events", nullptr, m_suppressed),
                               .text = tr("Open Gatehouse to see what happened in the last hour."),
                               .isBad = true,
                               .page = u"overview"_s};
    m_told.insert(summaryCause, summary);
    show(summary);
}

void Notifications::show(Notification notification)
{
    notification.sounds = m_sources.hasSound && m_sources.hasSound();
    m_sink.show(notification);
}

QString Notifications::nameOf(const QString &provider) const
{
    return m_sources.configuration.providerName(provider);
}

} // namespace Gatehouse::Ui
