// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QList>
#include <QtCore/QObject>

#include <functional>
#include <optional>

namespace Gatehouse::Ui {

//! One piece of long work, from start() of its list until it is finished, failed or cancelled.
class Job : public QObject
{
    Q_OBJECT

public:
    enum class State { Running, Finished, Failed, Cancelled };

    Job(QString title, std::function<void()> cancel, const Clock &clock, QObject *parent);

    const QString &title() const { return m_title; }
    State state() const { return m_state; }
    //! The sentence of its end: what was done, or why it was not.
    const QString &result() const { return m_result; }
    //! 0 … 1; nothing while nobody knows.
    std::optional<double> progress() const { return m_progress; }
    //! What the progress so far lets expect; nothing before the first twentieth.
    std::optional<std::chrono::milliseconds> remaining() const;
    bool canCancel() const { return bool(m_cancel); }

    void setProgress(double share);
    void finish(const QString &result);
    void fail(const QString &reason);
    //! Calls the function that was given at the start; without one nothing happens.
    void cancel();

Q_SIGNALS:
    void changed();
    //! Exactly once.
    void ended();

private:
    void end(State state, const QString &result);

    QString m_title;
    std::function<void()> m_cancel;
    const Clock &m_clock;
    SteadyTime m_begun;
    std::optional<double> m_progress;
    State m_state = State::Running;
    QString m_result;
};

//! The long work of a window: exports, imports, backups. It goes on when its page is left; a job
//! that ended leaves the list.
class JobList : public QObject
{
    Q_OBJECT

public:
    explicit JobList(const Clock &clock, QObject *parent = nullptr);

    //! \a title says what is under way, without an end: "Exporting requests". The job dies by
    //! itself after its end: keep a QPointer.
    Job *start(const QString &title, std::function<void()> cancel = {});
    //! The oldest first.
    const QList<Job *> &running() const { return m_running; }
    bool isIdle() const { return m_running.isEmpty(); }

Q_SIGNALS:
    void changed();
    void jobEnded(Gatehouse::Ui::Job *job);

private:
    const Clock &m_clock;
    QList<Job *> m_running;
};

} // namespace Gatehouse::Ui
