// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QString>

#include <chrono>
#include <functional>

namespace Gatehouse::Secrets {

class KeychainWorker;

//! The desktop's keychain (GNOME Keyring, KWallet, macOS, Windows) through QtKeychain, whose jobs
//! run on a thread of their own and may take as long as a person takes to type a password. Items
//! belong to the service "Gatehouse". Use from one thread; answers come on it, later than the
//! call, once, and never when \a context is gone.
//!
//! Errors: NotFound (absent, or in a locked keychain: the answer is the same), Locked (access
//! refused), Unavailable (no keychain here), Timeout (no answer; a password may be asked for).
class Keychain : public QObject
{
    Q_OBJECT

public:
    using ReadAnswer = std::function<void(Result<Secret>)>;
    using Answer = std::function<void(Result<void>)>;

    //! QtKeychain's jobs have no time-out of their own.
    static constexpr std::chrono::milliseconds jobTime{10'000};

    explicit Keychain(QObject *parent = nullptr);
    ~Keychain() override;

    void read(const QString &name, QObject *context, ReadAnswer answer);
    void write(const QString &name, const Secret &secret, QObject *context, Answer answer);
    //! A name that is not there is no error.
    void remove(const QString &name, QObject *context, Answer answer);

    //! What the platform's keychain is called: "GNOME Keyring", "KWallet", "macOS Keychain".
    static QString label();

Q_SIGNALS:
    //! An answer took so long that a person must have been asked: \a opened is what came of it.
    //! After a dialog was dismissed nobody should be asked again unbidden.
    void personAnswered(bool opened);

private:
    struct Waiting {
        QPointer<QObject> context;
        ReadAnswer answer;
    };

    quint64 enqueue(QObject *context, ReadAnswer answer);
    void deliver(quint64 id, const Result<Secret> &result);

    KeychainWorker *m_worker; //!< lives on the keychain thread
    QHash<quint64, Waiting> m_waiting;
    quint64 m_lastId = 0;
};

} // namespace Gatehouse::Secrets
