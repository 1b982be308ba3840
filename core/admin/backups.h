// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace Gatehouse::Admin {

//! Copies of the books in folders of their own: gatehouse.db, ledger.db and the pepper that the
//! stored keys are hashed with. Provider keys are not in them; they stay in the keychain or vault.
class Backups
{
public:
    explicit Backups(QString dataFolder);

    //! Copies both databases, each as of one moment, into the new folder \a target; empty: one with
    //! the time as its name in the data folder. An existing folder gets such a folder inside.
    //! Answers {"path","time","bytes","kind"}. Slow: not for the control thread.
    Result<QJsonObject> make(const QString &target, WallTime now) const;
    //! What is there, newest first: made on demand ("manual") and by the gateway itself each day
    //! ("automatic", the configuration and keys alone). Folders that were moved away are left out.
    QJsonArray list() const;

private:
    QString folderFor(const QString &target, const QString &stamp) const;
    Result<void> copyInto(const QString &folder) const;
    Result<void> remember(const QJsonObject &made) const;
    QJsonArray remembered() const;
    QJsonArray automatic() const;

    QString m_dataFolder;
};

} // namespace Gatehouse::Admin
