// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/networks.h"
#include "core/base/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QStringList>

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace Gatehouse::Access {

//! BLAKE2b-256 of a presented key, keyed with the installation's pepper.
using KeyHash = std::array<unsigned char, 32>;

//! A virtual key as the request path needs it: declared in the configuration or created.
struct KeyEntry {
    QByteArray id;
    QByteArray name;
    QByteArray team;  //!< id, empty = none
    QByteArray owner; //!< the person it belongs to, empty = nobody
    KeyHash hash{};
    std::vector<QByteArray> routes;       //!< patterns: "*", "openai/*", "fast"; empty = nothing
    QStringList residency;                //!< regions its team's requests never leave; empty = any
    QStringList ownResidency = {};        //!< the same of the key itself; both hold
    std::vector<QByteArray> targets = {}; //!< what it may use: "gpu/*"; empty = anything
    std::vector<QByteArray> teamTargets = {}; //!< … its team; both hold
    Api::Networks addresses = {}; //!< what its clients' addresses must lie in; empty: anywhere
    std::optional<WallTime> expires;
    QByteArray tags; //!< "project=search,stage=live", see keytags.h
    bool disabled = false;
    bool batch = false; //!< its requests wait behind interactive ones
    bool isFormer = false; //!< the text before the last rotation, accepted for a while
    quint32 index = std::numeric_limits<quint32>::max(); //!< place in its table; none: outside

    //! The key may ask for \a modelName (route id or provider/model).
    bool mayCall(QByteArrayView modelName) const;
};

//! The keys in force, immutable, shared by every worker; a change publishes a new table.
class KeyTable
{
public:
    KeyTable(std::vector<KeyEntry> entries, const std::array<unsigned char, 32> &pepper);

    //! The entry of a presented key, null when unknown; disabled and expired entries are returned
    //! (the caller words the refusal). Hash plus one table probe, about 0.4 us.
    const KeyEntry *find(QByteArrayView presented) const;
    //! Of several entries with one id (a rotated key and its successor) the one valid longest.
    const KeyEntry *byId(QByteArrayView id) const;
    const std::vector<KeyEntry> &entries() const { return m_entries; }

    //! The hash that an entry of this text has.
    KeyHash hashOf(QByteArrayView presented) const { return hash(presented, m_pepper); }
    static KeyHash hash(QByteArrayView presented, const std::array<unsigned char, 32> &pepper);

private:
    std::vector<KeyEntry> m_entries; //!< sorted by hash
    std::vector<quint32> m_slots;    //!< open addressing by the hash's first bytes: index + 1
    std::vector<quint32> m_byId;     //!< indexes sorted by id, the longest valid first
    std::array<unsigned char, 32> m_pepper;
};

} // namespace Gatehouse::Access
