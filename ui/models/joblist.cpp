// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/joblist.h"

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

constexpr double foreseeableFrom = 0.05;

} // namespace

Job::Job(QString title, std::function<void()> cancel, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_cancel(std::move(cancel))
    , m_clock(clock)
    , m_begun(clock.steady())
{
}

std::optional<std::chrono::milliseconds> Job::remaining() const
{
    if (!m_progress || *m_progress < foreseeableFrom)
        return std::nullopt;
    const std::chrono::duration<double> spent = m_clock.steady() - m_begun;
    return std::chrono::duration_cast<std::chrono::milliseconds>(spent * (1 - *m_progress)
                                                                 / *m_progress);
}

void Job::setProgress(double share)
{
    if (m_state != State::Running)
        return;
    m_progress = std::clamp(share, 0.0, 1.0);
    Q_EMIT changed();
}

void Job::finish(const QString &result)
{
    end(State::Finished, result);
}

void Job::fail(const QString &reason)
{
    end(State::Failed, reason);
}

void Job::cancel()
{
    if (!m_cancel || m_state != State::Running)
        return;
    end(State::Cancelled, {}); // first: the function below may tell of an end as well
    m_cancel();
}

void Job::end(State state, const QString &result)
{
    if (m_state != State::Running)
        return;
    m_state = state;
    m_result = result;
    Q_EMIT ended();
}

JobList::JobList(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

Job *JobList::start(const QString &title, std::function<void()> cancel)
{
    auto *job = new Job(title, std::move(cancel), m_clock, this);
    m_running.append(job);
    connect(job, &Job::changed, this, &JobList::changed);
    connect(job, &Job::ended, this, [this, job] {
        m_running.removeOne(job);
        Q_EMIT changed();
        Q_EMIT jobEnded(job);
        job->deleteLater();
    });
    Q_EMIT changed();
    return job;
}

} // namespace Gatehouse::Ui
