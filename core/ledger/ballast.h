// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Ledger {

//! A file that holds nothing but place: given up when the disk is full, so that the last things can
//! still be written, and made again when there is space.
class Ballast
{
public:
    //! Lies beside the real place of \a databasePath; \a bytes 0: none is made.
    Ballast(const QString &databasePath, qint64 bytes);

    void make() const;
    void giveUp() const;
    //! Of the disk that \a databasePath lies on; no bound where the system does not say.
    static qint64 freeBytes(const QString &databasePath);

private:
    const QString m_database;
    const qint64 m_bytes;
    //! Asked for each time: the database may move.
    QString path() const;
};

} // namespace Gatehouse::Ledger
