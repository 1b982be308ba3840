// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychain.h"

#include "core/secrets/keychainworker.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QThread>

#include <mutex>

using namespace Qt::StringLiterals;

namespace Gatehouse::Secrets {

namespace {

//! One per process although we have no other globals: QtKeychain runs all jobs through one hidden
//! object that belongs to the thread of the first job and is stuck when that thread ends.
QThread &keychainThread()
{
    static QThread *const thread = [] {
        auto *made = new QThread; // ends with the application, see stopKeychainThread()
        made->setObjectName(u"keychain"_s);
        made->start();
        return made;
    }();
    return *thread;
}

//! A job that still waits for a person is abandoned, not waited for.
void stopKeychainThread()
{
    const QDeadlineTimer patience(2'000);
    keychainThread().quit();
    keychainThread().wait(patience);
}

} // namespace

Keychain::Keychain(QObject *parent)
    : QObject(parent)
    , m_worker(new KeychainWorker)
{
    static std::once_flag once;
    std::call_once(once, [] { qAddPostRoutine(stopKeychainThread); });
    m_worker->moveToThread(&keychainThread());
    connect(m_worker, &KeychainWorker::answered, this, &Keychain::deliver);
    connect(m_worker, &KeychainWorker::personAnswered, this, &Keychain::personAnswered);
}

Keychain::~Keychain()
{
    m_worker->disconnect(this); // while it is there for sure
    m_worker->deleteLater();
}

void Keychain::read(const QString &name, QObject *context, ReadAnswer answer)
{
    const quint64 id = enqueue(context, std::move(answer));
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, id, name] { worker->read(id, name); });
}

void Keychain::write(const QString &name, const Secret &secret, QObject *context, Answer answer)
{
    const quint64 id = enqueue(context, [answer = std::move(answer)](const Result<Secret> &result) {
        answer(result ? Result<void>() : Result<void>(result.error()));
    });
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, id, name, secret] { worker->write(id, name, secret); });
}

void Keychain::remove(const QString &name, QObject *context, Answer answer)
{
    const quint64 id = enqueue(context, [answer = std::move(answer)](const Result<Secret> &result) {
        answer(result ? Result<void>() : Result<void>(result.error()));
    });
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, id, name] { worker->remove(id, name); });
}

QString Keychain::label()
{
#if defined(Q_OS_DARWIN)
    return u"macOS Keychain"_s;
#elif defined(Q_OS_WIN)
    return u"Windows Credential Manager"_s;
#else
    const QString desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    return desktop.contains("KDE"_L1) ? u"KWallet"_s : u"GNOME Keyring"_s;
#endif
}

quint64 Keychain::enqueue(QObject *context, ReadAnswer answer)
{
    m_waiting.insert(++m_lastId, {context, std::move(answer)});
    return m_lastId;
}

void Keychain::deliver(quint64 id, const Result<Secret> &result)
{
    const Waiting waiting = m_waiting.take(id);
    if (waiting.context)
        waiting.answer(result);
}

} // namespace Gatehouse::Secrets
