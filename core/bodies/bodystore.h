// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/redaction.h"
#include "core/base/result.h"
#include "core/bodies/recordedbody.h"

#include <QtCore/QString>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Gatehouse::Bodies {

class BodyTable;

//! Takes recorded bodies and writes them on a thread of its own, which begins with the first: who
//! gives one never waits. Secrets are taken out before anything is written. A process that is
//! killed loses what still waited.
class BodyStore
{
public:
    //! More than this never waits for a disk; what comes then is not kept.
    static constexpr qint64 mostWaitingBytes = 64LL * 1024 * 1024;

    BodyStore(QString path, const Redactor &redactor, const Clock &clock, Retention retention = {});
    //! Writes what waits.
    ~BodyStore();
    BodyStore(const BodyStore &) = delete;
    BodyStore &operator=(const BodyStore &) = delete;

    // any thread
    void save(RecordedBody body);
    //! Waits until all that was given so far is written.
    void flush();
    //! For a reader of its own: nothing is recorded as long as there is no file.
    const QString &path() const { return m_path; }
    Retention retention() const;
    //! What is past the new one goes at once; with an age of 0 everything.
    void setRetention(const Retention &retention);

private:
    void run();
    void write(std::vector<RecordedBody> bodies);
    Result<BodyTable *> table();
    Result<void> writeAll(const std::vector<RecordedBody> &bodies);

    const QString m_path;
    const Redactor &m_redactor;
    const Clock &m_clock;
    std::unique_ptr<BodyTable> m_table; //!< the thread's
    SteadyTime m_swept{};               //!< the thread's

    mutable std::mutex m_mutex;
    Retention m_retention;
    bool m_isSweepDue = false;
    std::condition_variable m_changed;
    std::condition_variable m_written;
    std::vector<RecordedBody> m_waiting;
    qint64 m_waitingBytes = 0;
    bool m_isWriting = false;
    bool m_stopping = false;
    std::thread m_thread; //!< begins when something is given
};

} // namespace Gatehouse::Bodies
