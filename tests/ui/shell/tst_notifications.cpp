// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketrayicon.h"
#include "tests/support/sampleoverview.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/joblist.h"
#include "ui/models/noticelog.h"
#include "ui/models/preferences.h"
#include "ui/models/statusmodel.h"
#include "ui/shell/notifications.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

class NotificationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsThatTheGatewayHasGoneAndIsBack();
    void soundsWhenWanted();
    void tellsThatTheGatewayCannotStart();
    void expectedEndIsNoNews();
    void tellsProviderDownAndRecovered();
    void degradedProviderIsNoNews();
    void tellsABreakerThatStaysOpen();
    void aBreakerThatClosesSoonIsNoNews();
    void saysNothingOfUnwantedKinds();
    void tellsTheEndOfAJob();
    void nothingWhileTheWindowIsWatched();
    void atMostFiveInAnHourThenASummary();
    void opensThePageBehindIt();
    void tellsOfFallbacks();
    void tellsOfChangesByOthers();
    void asksNothingOfAsidesThatAreNotWanted();
    void keepsAllOfThem();

private:
    void fallback(const QString &route) const;
    void provider(const QString &id, const QString &health);
    void breaker(const QString &state) const
    {
        m_fake->push(
            u"breaker"_s,
            {{u"provider"_s, u"openai"_s}, {u"model"_s, u"gpt-4o"_s}, {u"state"_s, state}});
    }
    QStringList titles() const;

    FakeClock m_clock;
    FakeAdminTransport *m_fake = nullptr;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<StatusModel> m_status;
    std::unique_ptr<ConfigurationModel> m_configuration;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<NoticeLog> m_notices;
    std::unique_ptr<FakeNotificationSink> m_sink;
    std::unique_ptr<Notifications> m_notifications;
    bool m_watched = false;
    QString m_unwanted;
    bool m_sound = false;
};

void NotificationsTest::init()
{
    m_watched = false;
    m_unwanted.clear();
    m_fake = new FakeAdminTransport;
    m_fake->answer("GET /status", sampleStatus());
    m_client = std::make_unique<Api::AdminClient>(std::unique_ptr<Api::AdminTransport>(m_fake));
    m_status = std::make_unique<StatusModel>(*m_client);
    m_configuration = std::make_unique<ConfigurationModel>(*m_client);
    m_jobs = std::make_unique<JobList>(m_clock);
    m_folder = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<Preferences>(m_folder->filePath(u"settings.ini"_s));
    m_notices = std::make_unique<NoticeLog>(*m_preferences);
    m_sink = std::make_unique<FakeNotificationSink>();
    m_notifications = std::make_unique<Notifications>(
        Notifications::Sources{
            .client = *m_client,
            .status = *m_status,
            .configuration = *m_configuration,
            .jobs = *m_jobs,
            .notices = *m_notices,
            .clock = m_clock,
            .isWatched = [this] { return m_watched; },
            .isWanted = [this](const QString &kind) { return kind != m_unwanted; },
            .hasSound = [this] { return m_sound; }},
        *m_sink);
    m_fake->connectEvents();
    QTRY_VERIFY(m_status->isServing());
}

void NotificationsTest::cleanup()
{
    m_notifications.reset();
    m_sink.reset();
    m_notices.reset();
    m_preferences.reset();
    m_folder.reset();
    m_jobs.reset();
    m_configuration.reset();
    m_status.reset();
    m_client.reset();
}

void NotificationsTest::provider(const QString &id, const QString &health)
{
    const int before = m_fake->countOf("GET /providers/" + id.toLatin1());
    m_fake->answer("GET /providers/" + id.toLatin1(), {{u"health"_s, health}});
    m_fake->push(u"event"_s, {{u"kind"_s, u"provider"_s}, {u"object"_s, id}});
    QCOMPARE(m_fake->countOf("GET /providers/" + id.toLatin1()), before + 1);
    QCoreApplication::sendPostedEvents();
}

void NotificationsTest::keepsAllOfThem()
{
    for (int i = 0; i < Notifications::mostPerHour + 2; ++i)
        provider(u"p%1"_s.arg(i), u"down"_s);
    const QList<Notice> kept = NoticeLog(*m_preferences).notices(); // as after a restart
    QCOMPARE(kept.size(), Notifications::mostPerHour + 2);          // those that were summed up too
    QCOMPARE(kept.first().title, u"p6 is down"_s);
    QCOMPARE(kept.first().filter, u"provider:p6"_s);
    QVERIFY(kept.first().isBad);
    m_watched = true; // what the window shows is no news
    provider(u"p0"_s, u"healthy"_s);
    QCOMPARE(m_notices->notices().size(), Notifications::mostPerHour + 2);
    for (int i = 0; i < NoticeLog::mostKept; ++i)
        m_notices->add({.time = QDateTime(), .title = QString::number(i), .text = {}});
    QCOMPARE(m_notices->notices().size(), NoticeLog::mostKept);
    QCOMPARE(m_notices->notices().last().title, u"0"_s);
}

QStringList NotificationsTest::titles() const
{
    QStringList titles;
    for (const Notification &notification : m_sink->shown)
        titles.append(notification.title);
    return titles;
}

void NotificationsTest::tellsThatTheGatewayHasGoneAndIsBack()
{
    m_fake->loseEvents();
    m_fake->loseEvents();
    m_fake->connectEvents();
    QCOMPARE(titles(),
             (QStringList{u"The gateway stopped unexpectedly"_s, u"The gateway works again"_s}));
    QCOMPARE(m_sink->shown.at(0).cause, m_sink->shown.at(1).cause); // the second replaces
    QVERIFY(m_sink->shown.at(0).isBad);
    QVERIFY(!m_sink->shown.at(1).isBad);
}

void NotificationsTest::soundsWhenWanted()
{
    m_notifications->showTest();
    m_sound = true;
    m_notifications->showTest();
    QVERIFY(!m_sink->shown.at(0).sounds);
    QVERIFY(m_sink->shown.at(1).sounds);
    m_sound = false;
}

void NotificationsTest::tellsThatTheGatewayCannotStart()
{
    QJsonObject status = sampleStatus();
    status[u"problems"_s] = QJsonArray{QJsonObject{{u"code"_s, u"cannot_listen"_s}}};
    m_fake->push(u"status"_s, status);
    QCOMPARE(titles(), QStringList{u"The gateway cannot start"_s});
}

void NotificationsTest::expectedEndIsNoNews()
{
    m_notifications->expectStop(true);
    m_fake->loseEvents();
    QVERIFY(m_sink->shown.isEmpty());
}

void NotificationsTest::tellsProviderDownAndRecovered()
{
    provider(u"openai"_s, u"down"_s);
    provider(u"openai"_s, u"degraded"_s); // on its way back
    provider(u"openai"_s, u"healthy"_s);
    QCOMPARE(titles(), (QStringList{u"openai is down"_s, u"openai works again"_s}));
    QCOMPARE(m_sink->shown.at(1).cause, u"provider/openai"_s);
}

void NotificationsTest::degradedProviderIsNoNews()
{
    provider(u"openai"_s, u"degraded"_s);
    provider(u"openai"_s, u"healthy"_s);
    QVERIFY(m_sink->shown.isEmpty());
}

void NotificationsTest::tellsABreakerThatStaysOpen()
{
    m_notifications->setBreakerPatience(1ms);
    breaker(u"open"_s);
    QVERIFY(titles().isEmpty());
    QTRY_COMPARE(titles(), QStringList{u"openai/gpt-4o is passed over"_s});
    QVERIFY(m_sink->shown.constLast().isBad);
    QCOMPARE(m_sink->shown.constLast().filter, u"provider:openai model:gpt-4o"_s);
    breaker(u"open"_s); // told already
    breaker(u"closed"_s);
    QCOMPARE(titles().size(), 2);
    QCOMPARE(titles().constLast(), u"openai/gpt-4o takes requests again"_s);
    QCOMPARE(m_sink->shown.at(0).cause, m_sink->shown.at(1).cause);
}

void NotificationsTest::aBreakerThatClosesSoonIsNoNews()
{
    breaker(u"open"_s);
    breaker(u"closed"_s);
    QVERIFY(m_notifications->findChildren<QTimer *>().size() <= 1);
    QVERIFY(titles().isEmpty());
}

void NotificationsTest::saysNothingOfUnwantedKinds()
{
    m_unwanted = u"provider"_s;
    provider(u"openai"_s, u"down"_s);
    QVERIFY(titles().isEmpty());
    m_fake->loseEvents();
    QCOMPARE(titles(), QStringList{u"The gateway stopped unexpectedly"_s});
    m_notifications->showTest();
    QCOMPARE(titles().size(), 2);
}

void NotificationsTest::tellsTheEndOfAJob()
{
    m_jobs->start(u"Exporting requests"_s)->finish(u"312 requests exported"_s);
    m_jobs->start(u"Backup"_s, [] {})->cancel();
    QCOMPARE(titles(), QStringList{u"Exporting requests: done"_s});
    QCOMPARE(m_sink->shown.constFirst().text, u"312 requests exported"_s);
}

void NotificationsTest::nothingWhileTheWindowIsWatched()
{
    m_watched = true;
    provider(u"openai"_s, u"down"_s);
    m_fake->loseEvents();
    m_jobs->start(u"Exporting"_s)->finish(u"done"_s);
    QVERIFY(m_sink->shown.isEmpty());
}

void NotificationsTest::atMostFiveInAnHourThenASummary()
{
    for (int i = 0; i < 8; ++i)
        provider(u"p%1"_s.arg(i), u"down"_s);
    QCOMPARE(m_sink->shown.size(), 8);
    QCOMPARE(m_sink->shown.at(4).cause, u"provider/p4"_s);
    for (int i = 5; i < 8; ++i)
        QCOMPARE(m_sink->shown.at(i).cause, u"summary"_s); // one that is replaced
    QCOMPARE(m_sink->shown.constLast().title, u"3 more events"_s);
    m_clock.advance(61min);
    provider(u"p9"_s, u"down"_s);
    QCOMPARE(m_sink->shown.constLast().cause, u"provider/p9"_s);
}

void NotificationsTest::opensThePageBehindIt()
{
    provider(u"openai"_s, u"down"_s);
    const QSignalSpy opened(m_notifications.get(), &Notifications::openRequested);
    Q_EMIT m_sink->activated(u"provider/openai"_s);
    QCOMPARE(opened.constFirst(), (QVariantList{u"requests"_s, u"provider:openai"_s}));
}

//! One answered by the second provider that was tried, and one by the first.
void NotificationsTest::fallback(const QString &route) const
{
    const QJsonObject failed{{u"provider"_s, u"openai"_s}};
    const QJsonObject answered{{u"provider"_s, u"bedrock"_s}};
    const QJsonObject served{{u"route"_s, route},
                             {u"status"_s, 200},
                             {u"provider"_s, u"bedrock"_s},
                             {u"attempts"_s, QJsonArray{failed, answered}}};
    const QJsonObject direct{{u"route"_s, route},
                             {u"status"_s, 200},
                             {u"provider"_s, u"openai"_s},
                             {u"attempts"_s, QJsonArray{failed}}};
    m_fake->push(u"request"_s, {{u"items"_s, QJsonArray{served, direct}}});
}

void NotificationsTest::tellsOfFallbacks()
{
    fallback(u"chat-default"_s);
    fallback(u"chat-default"_s); // one for some minutes
    fallback(u"invoice"_s);
    QCOMPARE(titles(),
             (QStringList{u"A fallback answered for chat-default"_s,
                          u"A fallback answered for invoice"_s}));
    QVERIFY(m_sink->shown.constFirst().text.startsWith(u"1 "_s));
    QVERIFY(m_sink->shown.constFirst().text.contains(u"bedrock"_s));
    QCOMPARE(m_sink->shown.constFirst().filter, u"route:chat-default served:fallback"_s);
    QVERIFY(!m_sink->shown.constFirst().isBad);
    m_clock.advance(11min);
    fallback(u"chat-default"_s);
    QCOMPARE(m_sink->shown.size(), 3);
    QVERIFY(m_sink->shown.constLast().text.startsWith(u"2 "_s));
    QCOMPARE(m_sink->shown.constLast().cause, m_sink->shown.constFirst().cause);
}

void NotificationsTest::tellsOfChangesByOthers()
{
    m_fake->answer("GET /me", {{u"who"_s, u"b.lind"_s}});
    const auto publish = [this](int number, const QString &who) {
        const QJsonObject revision{{u"revision"_s, number}, {u"who"_s, who}};
        m_fake->answer("GET /revisions", {{u"items"_s, QJsonArray{revision}}});
        const int before = m_fake->countOf("GET /revisions");
        m_fake->push(u"revision"_s, {{u"revision"_s, number}});
        QTRY_COMPARE(m_fake->countOf("GET /revisions"), before + 1);
        QCoreApplication::sendPostedEvents();
    };
    publish(8, u"b.lind"_s); // one's own
    publish(9, u"m.ortiz"_s);
    QTRY_COMPARE(titles(), QStringList{u"m.ortiz changed the configuration"_s});
    QCOMPARE(m_sink->shown.constFirst().text, u"Version 9 is in force."_s);
    QCOMPARE(m_sink->shown.constFirst().page, u"routes"_s);
}

void NotificationsTest::asksNothingOfAsidesThatAreNotWanted()
{
    m_unwanted = u"publish"_s;
    const int before = m_fake->countOf("GET /me");
    m_fake->push(u"revision"_s, {{u"revision"_s, 9}});
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_fake->countOf("GET /me"), before);
    m_unwanted = u"fallback"_s;
    fallback(u"chat-default"_s);
    QVERIFY(titles().isEmpty());
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::NotificationsTest)
#include "tst_notifications.moc"
