// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QQueue>
#include <QtCore/QString>
#include <QtCore/QTimer>

#include <optional>

namespace QKeychain {
class Job;
}

namespace Gatehouse::Secrets {

//! Runs QtKeychain's jobs on the keychain thread, one at a time as QtKeychain itself would, under
//! a timer. While a job is overdue (a dialog on the screen) and after a dialog was dismissed,
//! waiting requests are refused rather than run, so a person is asked once. Part of Keychain.
class KeychainWorker : public QObject
{
    Q_OBJECT

public:
    KeychainWorker();

    void read(quint64 id, const QString &name);
    void write(quint64 id, const QString &name, const Secret &secret);
    void remove(quint64 id, const QString &name);

Q_SIGNALS:
    //! Exactly once per id; writing and removing answer with an empty Secret.
    void answered(quint64 id, const Gatehouse::Result<Gatehouse::Secrets::Secret> &result);
    //! See Keychain; comes before the answer of the same job.
    void personAnswered(bool opened);

private:
    struct Request {
        quint64 id = 0;
        QKeychain::Job *job = nullptr;
    };

    void enqueue(quint64 id, QKeychain::Job *job);
    void startNext();
    void finish(QKeychain::Job *job);
    void giveUp();
    void refuseWaiting(const Error &error);

    std::optional<Request> m_current;
    QQueue<Request> m_waiting;
    bool m_overdue = false; //!< m_current was answered by its timer and still runs
    QTimer m_timer;
    QElapsedTimer m_runTime;
};

} // namespace Gatehouse::Secrets
