// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

class QDateTime;

namespace Gatehouse::Admin {

//! Copies of the books, each in one file: a plain tar of gatehouse.db, ledger.db, the pepper that the
//! stored keys are hashed with, and a list with their sums. Provider keys are not in it; they stay
//! in the keychain or vault.
class Backups
{
public:
    explicit Backups(QString dataFolder);

    //! Copies both databases, each as of one moment, into the new file \a target; empty: one with
    //! the time as its name in the data folder. An existing folder gets such a file inside. Answers
    //! {"path","time","bytes","kind"}. Slow: not for the control thread.
    Result<QJsonObject> make(const QString &target, WallTime now) const;
    //! What is there, newest first: made on demand ("manual") and by the gateway itself each day
    //! ("automatic", the configuration and keys alone). Files that were moved away are left out.
    QJsonArray list() const;
    //! What a backup holds: {"path","time","version","revision","requests","bytes"}. Looks at the
    //! list alone. Corrupt: no backup of ours.
    Result<QJsonObject> inspect(const QString &path) const;
    //! Takes a backup apart into the data folder and checks every part of it; the books are
    //! exchanged when the gateway starts next. Answers as inspect(). Slow.
    Result<QJsonObject> stage(const QString &path) const;

private:
    QString fileFor(const QString &target, const QString &stamp) const;
    Result<QJsonObject> copyInto(const QString &folder, const QDateTime &time) const;
    Result<void> remember(const QJsonObject &made) const;
    QJsonArray remembered() const;
    QJsonArray automatic() const;

    QString m_dataFolder;
};

//! The folder of a data folder in which a checked backup waits for the next start, and the file in
//! it that says that it is complete.
QString stagedRestoreFolder();
QString stagedRestoreMark();

} // namespace Gatehouse::Admin
