// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"
#include "ui/models/joblist.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

class JobListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsProgressAndRemainingTime();
    void leavesTheListAtItsEnd();
    void cancelsOnce();
    void endsOnlyOnce();
};

void JobListTest::tellsProgressAndRemainingTime()
{
    FakeClock clock;
    JobList jobs(clock);
    Job *job = jobs.start(u"Exporting"_s);
    QVERIFY(!job->progress());
    QVERIFY(!job->remaining());
    clock.advance(2s);
    job->setProgress(0.01);
    QVERIFY(!job->remaining()); // too early to say
    clock.advance(8s);
    job->setProgress(0.5);
    QCOMPARE(job->remaining(), std::optional(10'000ms));
    job->setProgress(7);
    QCOMPARE(job->progress(), std::optional(1.0));
}

void JobListTest::leavesTheListAtItsEnd()
{
    const FakeClock clock;
    JobList jobs(clock);
    QSignalSpy ended(&jobs, &JobList::jobEnded);
    const QPointer<Job> job = jobs.start(u"Exporting"_s);
    QCOMPARE(jobs.running().size(), 1);
    job->finish(u"312 requests exported"_s);
    QVERIFY(jobs.isIdle());
    QCOMPARE(ended.count(), 1);
    QCOMPARE(job->result(), u"312 requests exported"_s);
    QTRY_VERIFY(!job);
}

void JobListTest::cancelsOnce()
{
    const FakeClock clock;
    JobList jobs(clock);
    int cancelled = 0;
    Job *job = jobs.start(u"Exporting"_s, [&cancelled] { ++cancelled; });
    QVERIFY(job->canCancel());
    job->cancel();
    job->cancel();
    QCOMPARE(cancelled, 1);
    QCOMPARE(job->state(), Job::State::Cancelled);
    QVERIFY(!jobs.start(u"Compacting"_s)->canCancel());
}

void JobListTest::endsOnlyOnce()
{
    const FakeClock clock;
    JobList jobs(clock);
    Job *job = jobs.start(u"Exporting"_s);
    QSignalSpy ended(job, &Job::ended);
    job->fail(u"disk full"_s);
    job->finish(u"done"_s);
    QCOMPARE(ended.count(), 1);
    QCOMPARE(job->state(), Job::State::Failed);
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::JobListTest)
#include "tst_joblist.moc"
