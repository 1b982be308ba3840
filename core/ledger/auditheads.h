// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/audittrail.h"

namespace Gatehouse::Ledger {

//! Heads of the audit trail that were found sound, signed (Ed25519) and written to a file beside
//! the database, one line of JSON each: {"time","sequence","head","public_key","signature"}. Who
//! cuts records off the end, or replaces the whole trail, contradicts the last one. What is signed
//! is "gatehouse audit head", the sequence as 8 bytes little-endian, and the 32 bytes of the hash.
//! The key is made at first use and can be read by this user alone; copies of the file elsewhere
//! prove more.
class AuditHeads
{
public:
    struct Head {
        qint64 sequence = 0; //!< 0: none was signed yet
        QByteArray hash;
    };

    AuditHeads(QString file, QString keyFile)
        : m_file(std::move(file))
        , m_keyFile(std::move(keyFile))
    {
    }
    //! Those of a data folder.
    static AuditHeads in(const QString &dataFolder);

    //! The newest; an error (Corrupt) when its signature does not hold, so that it or the key was
    //! changed.
    Result<Head> last() const;
    //! Signs and adds one, unless it is the last one already.
    Result<void> add(const Head &head, WallTime now);

private:
    Result<QByteArray> secretKey() const;

    const QString m_file;
    const QString m_keyFile;
};

//! The chain from its beginning, and against the last signed head. Corrupt when that is not to be
//! trusted. \a database: of this thread.
Result<AuditTrail::Verification> verifyWithHeads(Store::Database &database,
                                                 const AuditHeads &heads);

} // namespace Gatehouse::Ledger
