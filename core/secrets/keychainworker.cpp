// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainworker.h"

#include "core/secrets/keychain.h"

#include <QtCore/QFile>
#include <qt6keychain/keychain.h>
#include <sodium.h>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Secrets {

namespace {

//! Without a dialog the slowest answer measured is 0.5 s (16 MB); longer means a person.
constexpr auto machineAnswers = 2s;

const QString &serviceName()
{
    static const QString name = u"Gatehouse"_s;
    return name;
}

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
//! A bus started on demand (DISPLAY) counts: libdbus and GLib would find it.
bool hasSessionBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || !qEnvironmentVariableIsEmpty("DISPLAY")
        || (!runtime.isEmpty() && QFile::exists(runtime + u"/bus"_s));
}
#endif

//! Why no keychain can answer here, known without one; empty when one may. Where it is known,
//! libsecret and GIO (4 MB) are not loaded.
QString absence()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    // libsecret answers through GLib's loop, which Qt's dispatcher leaves out under QT_NO_GLIB.
    if (!qEnvironmentVariableIsEmpty("QT_NO_GLIB")
        || !qEnvironmentVariableIsEmpty("QT_NO_THREADED_GLIB"))
        return u"QT_NO_GLIB is set: no keychain can answer"_s;
    if (!hasSessionBus())
        return u"no keychain answers: there is no session bus"_s;
#endif
    return {};
}

//! QtKeychain 0.13: a locked keyring answers a read with EntryNotFound, a write with AccessDenied;
//! a missing bus, service or keyring is OtherError.
Error toError(QKeychain::Error error, const QString &detail)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, u"the keychain does not show such an item"_s};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::Locked, u"the keychain is locked: %1"_s.arg(detail)};
    case QKeychain::CouldNotDeleteEntry:
        return {ErrorCode::Io, detail};
    case QKeychain::NoError:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorCode::Unavailable, u"no keychain answers: %1"_s.arg(detail)};
}

Error noAnswer()
{
    return {ErrorCode::Timeout, u"the keychain does not answer; it may be asking for a password"_s};
}

//! The job's own buffer is shared with \a value, so wiping it here wipes it there.
Secret takeSecret(const QByteArray &value)
{
    Secret secret(value);
    sodium_memzero(const_cast<char *>(value.constData()), static_cast<size_t>(value.size()));
    return secret;
}

} // namespace

KeychainWorker::KeychainWorker()
    : m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(Keychain::jobTime);
    connect(&m_timer, &QTimer::timeout, this, &KeychainWorker::giveUp);
}

void KeychainWorker::read(quint64 id, const QString &name)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName(), this);
    job->setKey(name);
    enqueue(id, job);
}

void KeychainWorker::write(quint64 id, const QString &name, const Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName(), this);
    job->setKey(name);
    job->setBinaryData(secret.reveal().toByteArray());
    enqueue(id, job);
}

void KeychainWorker::remove(quint64 id, const QString &name)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName(), this);
    job->setKey(name);
    enqueue(id, job);
}

void KeychainWorker::enqueue(quint64 id, QKeychain::Job *job)
{
    m_waiting.enqueue({id, job});
    if (const QString why = absence(); !why.isEmpty())
        refuseWaiting({ErrorCode::Unavailable, why});
    else if (m_overdue)
        refuseWaiting(noAnswer());
    else
        startNext();
}

//! A running job deletes itself when it ends, and is never deleted earlier: the system's answer
//! would find a dead object.
void KeychainWorker::startNext()
{
    if (m_current || m_waiting.isEmpty())
        return;
    m_current = m_waiting.dequeue();
    m_current->job->setParent(nullptr);
    connect(m_current->job, &QKeychain::Job::finished, this, &KeychainWorker::finish);
    m_timer.start();
    m_runTime.start();
    m_current->job->start();
}

void KeychainWorker::finish(QKeychain::Job *job)
{
    Secret secret;
    if (auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job))
        secret = takeSecret(reading->binaryData());
    const Request request = *std::exchange(m_current, std::nullopt);
    const bool wasOverdue = std::exchange(m_overdue, false);
    m_timer.stop();

    const bool failed = job->error() != QKeychain::NoError;
    const bool byPerson = std::chrono::milliseconds(m_runTime.elapsed()) > machineAnswers;
    const Error error = toError(job->error(), job->errorString());
    if (byPerson)
        Q_EMIT personAnswered(!failed);
    if (!wasOverdue)
        Q_EMIT answered(request.id, failed ? Result<Secret>(error) : Result<Secret>(secret));
    if (byPerson && failed)
        refuseWaiting({ErrorCode::Locked, u"the keychain stayed locked"_s});
    startNext();
}

void KeychainWorker::giveUp()
{
    m_overdue = true;
    Q_EMIT answered(m_current->id, noAnswer());
    refuseWaiting(noAnswer());
}

void KeychainWorker::refuseWaiting(const Error &error)
{
    for (const Request &request : std::exchange(m_waiting, {})) {
        request.job->deleteLater(); // never started
        Q_EMIT answered(request.id, error);
    }
}

} // namespace Gatehouse::Secrets
