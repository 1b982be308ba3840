// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/keyformat.h"
#include "core/access/keytable.h"
#include "core/access/pepper.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace Gatehouse::Store {
class Database;
class Statement;
} // namespace Gatehouse::Store

namespace Gatehouse::Access {

//! A created key as stored: never its text, only the keyed hash and what may be shown.
struct CreatedKey {
    QByteArray id; //!< the public id inside the key
    QString name;
    QString team; //!< id, empty = none
    QStringList routes;
    QString note = {};          //!< what people wrote about it
    QStringList tags = {};      //!< "project=search": what its requests are booked under
    QString owner = {};         //!< the person it belongs to
    QStringList residency = {}; //!< regions its requests never leave
    QStringList targets = {};   //!< what its requests may use: "gpu/*"; empty: anything
    QStringList addresses = {}; //!< client addresses and networks it works from; empty: any
    QString priority = {};      //!< interactive or batch; empty: interactive
    QString recordBodies = {};  //!< "never", or empty: as the gateway and the route say
    KeyHash hash{};
    std::optional<KeyHash> previousHash = {}; //!< of the text before the last rotation
    std::optional<WallTime> previousValidUntil = {};
    std::optional<WallTime> previousLastUsed = {}; //!< of that text since the rotation
    QByteArray prefix;
    QByteArray lastFour;
    WallTime created{};
    std::optional<WallTime> expires = {};
    std::optional<WallTime> lastUsed = {};
    std::optional<WallTime> deleted = {}; //!< restorable for KeyStore::restoreTime from here
    bool disabled = false;

    //! The text before the last rotation is still accepted.
    bool isRotating(WallTime now) const { return previousHash && previousValidUntil > now; }
};

//! When a key was used last.
struct KeyUse {
    WallTime last{};
    std::optional<WallTime> former = {}; //!< with the text before the last rotation

    //! Adds a use at \a time.
    void add(WallTime time, bool withFormerText);
};

//! What a key is made of, apart from its text.
struct KeyRequest {
    QString name;
    QString team = {};
    QStringList routes{QStringLiteral("*")};
    std::optional<WallTime> expires = {};
    QString note = {};
    QStringList tags = {};
    QString owner = {};
    QStringList residency = {};
    QStringList targets = {};
    QStringList addresses = {};
    QString priority = {};
    QString recordBodies = {};

    bool operator==(const KeyRequest &) const = default;
};

//! What \a key is made of.
KeyRequest requestOf(const CreatedKey &key);

//! Fields that new keys can start from, under a name.
struct KeyTemplate {
    QString name;
    QByteArray fields; //!< JSON as in the body of a new key
};

//! A key with its text, which is not kept: show it once.
struct IssuedKey {
    CreatedKey key;
    Secrets::Secret secret;
};

//! The keys made by screen or command, in gatehouse.db. Belongs to the thread of its database.
//! Changes say NotFound for an unknown or deleted id; the caller publishes a new KeyTable.
class KeyStore
{
public:
    static constexpr std::chrono::days restoreTime{30};

    //! Makes the tables when they are missing and checks that \a pepper is the one the stored keys
    //! were hashed with (Corrupt otherwise: the file `pepper` was lost or exchanged).
    static Result<KeyStore> open(Store::Database &database, const Pepper &pepper,
                                 const Clock &clock);

    //! InvalidArgument without a name.
    Result<IssuedKey> create(const KeyRequest &request);
    //! New text under the same id; the old text stays valid for \a overlap.
    Result<IssuedKey> rotate(const QByteArray &id, std::chrono::seconds overlap);
    //! The text before the last rotation is refused from now on; nothing to do when there is none.
    Result<void> endOverlap(const QByteArray &id);
    //! Everything but the text. InvalidArgument without a name.
    Result<void> update(const QByteArray &id, const KeyRequest &request);
    Result<void> setDisabled(const QByteArray &id, bool disabled);
    //! Takes effect at once; restore() undoes it for restoreTime.
    Result<void> remove(const QByteArray &id);
    //! Takes back create(): the key was never given to anybody.
    Result<void> discard(const QByteArray &id);
    //! NotFound when the key was not deleted or its time is over.
    Result<void> restore(const QByteArray &id);
    //! Drops keys deleted longer ago than restoreTime; the number dropped.
    Result<qint64> purge();

    //! Keys in force, oldest first.
    Result<std::vector<CreatedKey>> list() const;
    Result<std::vector<CreatedKey>> listDeleted() const;
    Result<CreatedKey> find(const QByteArray &id) const;
    //! Also before it is restored.
    Result<CreatedKey> findDeleted(const QByteArray &id) const;

    //! By name.
    Result<std::vector<KeyTemplate>> templates() const;
    //! Replaces the one of this name.
    Result<void> saveTemplate(const KeyTemplate &saved);
    Result<void> removeTemplate(const QString &name);

    //! Writes the moments keys were last used, in one transaction; ids unknown here (declared
    //! keys) are passed over, a moment never goes back.
    Result<void> recordUse(const QHash<QByteArray, KeyUse> &uses);

private:
    KeyStore(Store::Database &database, const Pepper &pepper, const Clock &clock);

    //! Adds what databases of earlier versions lack.
    Result<void> migrate();
    Result<void> checkPepper();
    Result<std::vector<CreatedKey>> select(QByteArrayView condition) const;
    Result<CreatedKey> findOne(const QByteArray &id, QByteArrayView condition) const;
    Result<void> changeOne(Store::Statement &update);

    Store::Database *m_database;
    Pepper m_pepper;
    const Clock *m_clock;
};

} // namespace Gatehouse::Access
