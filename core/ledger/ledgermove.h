// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace Gatehouse::Ledger {

//! Where the database \a path really lies: it may be a symbolic link to a file elsewhere. The path
//! itself while there is none.
QString placeOf(const QString &path);
//! \a path leads to a file that is not there: a disk that is not mounted. No reason to begin anew.
bool isOutOfReach(const QString &path);

//! Moves a database to another folder while its name stays: "ledger.db" of the data folder becomes
//! a symbolic link, or a plain file again when it comes home. Nothing is lost at any step: the file
//! that was in use stays until removeOld().
class LedgerMove
{
public:
    //! Errors name "folder": InvalidArgument, AlreadyExists, ReadOnly, DiskFull, Io.
    static Result<LedgerMove> prepare(const QString &path, const QString &folder);

    const QString &place() const { return m_to; }
    //! Copies \a source to the new place, checks the copy and compares it. Slow.
    Result<void> copy(Store::Database &source) const;
    //! From here on the name leads to the copy. Nobody writes to the database meanwhile.
    Result<void> exchange() const;
    //! The other way round, when the new place does not work after all.
    void takeBack() const;
    //! What the move leaves, for removeOld().
    QString old() const;
    //! Removes the file that was in use before, with its log and index; everybody has closed it.
    static void removeOld(const QString &old);

private:
    LedgerMove(QString path, QString from, QString to);
    bool leavesHome() const { return m_from == m_path; }

    QString m_path; //!< the name
    QString m_from; //!< the file now
    QString m_to;
};

} // namespace Gatehouse::Ledger
