// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keytable.h"

#include <sodium.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace Gatehouse::Access {

namespace {

//! A keyed hash is spread evenly already: its first bytes are the slot.
size_t firstSlot(const KeyHash &hash, size_t slots)
{
    quint32 start = 0;
    std::memcpy(&start, hash.data(), sizeof start);
    return start & (slots - 1);
}

bool sameHash(const KeyHash &a, const KeyHash &b)
{
    return sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

WallTime lastMoment(const KeyEntry &entry)
{
    return entry.expires.value_or(WallTime::max());
}

} // namespace

bool KeyEntry::mayCall(QByteArrayView modelName) const
{
    return std::ranges::any_of(routes, [modelName](const QByteArray &pattern) {
        if (pattern.endsWith("/*"))
            return modelName.size() >= pattern.size()
                && modelName.startsWith(QByteArrayView(pattern).chopped(1));
        return pattern == "*" || modelName == pattern;
    });
}

KeyTable::KeyTable(std::vector<KeyEntry> entries, const std::array<unsigned char, 32> &pepper)
    : m_entries(std::move(entries))
    , m_slots(std::bit_ceil(m_entries.size() * 2 + 1))
    , m_pepper(pepper)
{
    std::ranges::sort(m_entries, {}, &KeyEntry::hash);
    m_byId.reserve(m_entries.size());
    for (quint32 i = 0; i < m_entries.size(); ++i) {
        m_entries[i].index = i;
        m_byId.push_back(i);
        size_t slot = firstSlot(m_entries[i].hash, m_slots.size());
        while (m_slots[slot] != 0)
            slot = (slot + 1) & (m_slots.size() - 1);
        m_slots[slot] = i + 1;
    }
    std::ranges::sort(m_byId, [this](quint32 a, quint32 b) {
        const KeyEntry &left = m_entries[a];
        const KeyEntry &right = m_entries[b];
        return left.id != right.id ? left.id < right.id : lastMoment(left) > lastMoment(right);
    });
}

const KeyEntry *KeyTable::find(QByteArrayView presented) const
{
    const KeyHash wanted = hash(presented, m_pepper);
    size_t slot = firstSlot(wanted, m_slots.size());
    for (; m_slots[slot] != 0; slot = (slot + 1) & (m_slots.size() - 1)) {
        const KeyEntry &entry = m_entries[m_slots[slot] - 1];
        if (sameHash(entry.hash, wanted))
            return &entry;
    }
    return nullptr;
}

const KeyEntry *KeyTable::byId(QByteArrayView id) const
{
    const auto found = std::ranges::lower_bound(
        m_byId, id, {}, [this](quint32 index) -> QByteArrayView { return m_entries[index].id; });
    return found != m_byId.end() && m_entries[*found].id == id ? &m_entries[*found] : nullptr;
}

KeyHash KeyTable::hash(QByteArrayView presented, const std::array<unsigned char, 32> &pepper)
{
    KeyHash hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char *>(presented.data()),
                       static_cast<quint64>(presented.size()), pepper.data(), pepper.size());
    return hash;
}

} // namespace Gatehouse::Access
