// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace Gatehouse::Admin {

//! Copies of the books, each in one file: a plain tar of gatehouse.db, ledger.db, the pepper that
//! the stored keys are hashed with, and a list with their sums. Provider keys are not in it; they
//! stay in the keychain or vault.
class Backups
{
public:
    explicit Backups(QString dataFolder);

    //! Copies both databases, each as of one moment, into the new file \a target; empty: one with
    //! the time as its name in the data folder. An existing folder gets such a file inside. Answers
    //! {"path","time","bytes","kind"}. Slow: not for the control thread.
    Result<QJsonObject> make(const QString &target, WallTime now) const;
    //! The same into \a folder (empty: the data folder's) as the schedule wants it, kind
    //! "scheduled"; of those made so before, the newest \a keep stay.
    Result<QJsonObject> makeScheduled(const QString &folder, int keep, WallTime now) const;
    //! What is there, newest first: made on demand ("manual"), by the schedule ("scheduled") and by
    //! the gateway itself each day ("automatic", the configuration and keys alone). Files that were
    //! moved away are left out.
    QJsonArray list() const;
    //! When the schedule made its last one, also when that file is gone; invalid: never.
    QDateTime lastScheduled() const;
    //! What a backup holds: {"path","time","version","revision","requests","bytes"}. Looks at the
    //! list alone. Corrupt: no backup of ours.
    Result<QJsonObject> inspect(const QString &path) const;
    //! The configuration a backup holds. Slow: takes the database out.
    Result<Api::Document> documentIn(const QString &path, const Clock &clock) const;
    //! Takes a backup apart into the data folder and checks every part of it; the books are
    //! exchanged when the gateway starts next. Answers as inspect(). Slow.
    Result<QJsonObject> stage(const QString &path) const;

private:
    Result<QJsonObject> makeFile(const QString &path, const QDateTime &time,
                                 const QString &kind) const;
    void dropScheduled(int keep) const;
    QString fileFor(const QString &target, const QString &stamp) const;
    Result<QJsonObject> copyInto(const QString &folder, const QDateTime &time) const;
    Result<void> remember(const QJsonObject &made) const;
    QJsonArray noted() const;
    QJsonArray remembered() const;
    QJsonArray automatic() const;

    QString m_dataFolder;
};

//! The folder of a data folder in which a checked backup waits for the next start, and the file in
//! it that says that it is complete.
QString stagedRestoreFolder();
QString stagedRestoreMark();

} // namespace Gatehouse::Admin
