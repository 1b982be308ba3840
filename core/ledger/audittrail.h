// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/database.h"

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QTimeZone>

#include <optional>
#include <vector>

namespace Gatehouse::Ledger {

//! What was done to the gateway, by whom. Secrets appear as fingerprints only.
struct AuditEntry {
    QString who;    //!< "anna", "file /etc/gatehouse.yaml", "system"
    QString source; //!< "local socket", "198.51.100.7", "desktop"
    QString action; //!< "provider.update"
    QString object; //!< "providers.openai"
    QString before; //!< compact JSON or text, may be empty
    QString after;

    bool operator==(const AuditEntry &) const = default;
};

struct AuditRecord {
    qint64 sequence = 0; //!< from 1, without gaps
    WallTime time{};
    AuditEntry entry;
    QByteArray hash; //!< 32 bytes
};

//! Which records are wanted; what is empty or zero does not narrow.
struct AuditQuery {
    int limit = 100;
    qint64 before = 0; //!< only older ones
    QString object = {};
    QString who = {};
    QString action = {}; //!< "provider.update", or "provider" for all of its kind
    QString text = {};   //!< somewhere in any of the record's texts
    WallTime since{};
    WallTime until{};
};

//! The append-only record of admin changes, table "audit" of the configuration's database. Each
//! record's hash is BLAKE2b-256(previous hash || canonical record), the first one's previous hash
//! being 32 zero bytes; the canonical record is each field as a 64-bit little-endian length and its
//! bytes, numbers as 8 bytes. Used on the database's thread.
class AuditTrail
{
public:
    struct Verification {
        qint64 records = 0; //!< found sound, from the first one on
        QByteArray head;    //!< hash of the last sound record
        //! The first record that is changed, missing or out of order; nothing when all are sound.
        std::optional<qint64> firstBroken;
    };

    //! \a database outlives the trail.
    explicit AuditTrail(Store::Database &database)
        : m_database(database)
    {
    }

    //! Makes the table when it is not there. Call once, before anything else.
    Result<void> create();

    //! Adds a record; inside the caller's open transaction when there is one, so that a change and
    //! its record are kept or lost together.
    Result<AuditRecord> append(const AuditEntry &entry, WallTime now);

    //! Recomputes the whole chain, 0.7 us a record. Records cut off at the end are noticed only by
    //! comparing with a head noted elsewhere: \a knownHead of record \a knownSequence.
    Result<Verification> verify(qint64 knownSequence = 0, const QByteArray &knownHead = {});

    //! Newest first.
    Result<std::vector<AuditRecord>> list(const AuditQuery &query);

    //! How many records each day has, by the days of \a zone, oldest first.
    struct Day {
        QDate day;
        qint64 records = 0;
    };
    Result<std::vector<Day>> days(const AuditQuery &query, const QTimeZone &zone);

    //! {"seq","time","who","source","action","object","before","after","hash"}
    static QJsonObject toJson(const AuditRecord &record);

private:
    Result<AuditRecord> appendInTransaction(const AuditEntry &entry, WallTime now);

    Store::Database &m_database;
};

} // namespace Gatehouse::Ledger
