// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/tokens/bytepairs.h"

#include <queue>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace Gatehouse::Dialects {

namespace {

constexpr int rankBits = 18; // 262,144 tokens: more than any vocabulary read here
constexpr quint32 rankMask = (1U << rankBits) - 1;
constexpr std::size_t shortWord = 48; // longer ones go through a heap

//! Spreads short texts well; of no use against an attacker, who could only slow himself.
quint64 hashOf(std::string_view text)
{
    constexpr quint64 factor = 0x9e3779b97f4a7c15;
    quint64 hash = text.size() * factor;
    while (text.size() >= 8) {
        quint64 part = 0;
        std::memcpy(&part, text.data(), 8);
        hash = std::rotl((hash ^ part) * factor, 29);
        text.remove_prefix(8);
    }
    quint64 part = 0;
    std::memcpy(&part, text.data(), text.size());
    hash = (hash ^ part) * factor;
    return hash ^ (hash >> 32);
}

quint32 tagOf(quint64 hash)
{
    return static_cast<quint32>(hash >> 32) & ~rankMask;
}

} // namespace

std::optional<BytePairs> BytePairs::read(QByteArray packed)
{
    BytePairs table;
    table.m_packed = std::move(packed);
    const auto bytes = std::string_view(table.m_packed.constData(),
                                        static_cast<std::size_t>(table.m_packed.size()));
    for (std::size_t at = 0; at < bytes.size();) {
        const auto length = static_cast<quint8>(bytes[at]);
        if (length == 0 || at + 1 + length > bytes.size() || table.m_starts.size() >= rankMask)
            return std::nullopt;
        table.m_starts.push_back(static_cast<quint32>(at + 1));
        at += 1 + length;
    }
    table.m_slots.resize(std::bit_ceil(std::max<std::size_t>(table.m_starts.size() * 2, 2)));
    table.m_mask = static_cast<quint32>(table.m_slots.size() - 1);
    for (quint32 rank = 0; rank < table.m_starts.size(); ++rank) {
        const quint32 start = table.m_starts[rank];
        const quint64 hash = hashOf(bytes.substr(start, static_cast<quint8>(bytes[start - 1])));
        auto slot = static_cast<quint32>(hash) & table.m_mask;
        while (table.m_slots[slot] != 0)
            slot = (slot + 1) & table.m_mask;
        table.m_slots[slot] = tagOf(hash) | (rank + 1);
    }
    return table;
}

quint32 BytePairs::rankOf(std::string_view token) const
{
    const quint64 hash = hashOf(token);
    const quint32 tag = tagOf(hash);
    for (auto slot = static_cast<quint32>(hash) & m_mask;; slot = (slot + 1) & m_mask) {
        const quint32 found = m_slots[slot];
        if (found == 0)
            return none;
        if ((found & ~rankMask) != tag)
            continue;
        const quint32 rank = (found & rankMask) - 1;
        const char *text = m_packed.constData() + m_starts[rank];
        if (static_cast<quint8>(text[-1]) == token.size()
            && std::memcmp(text, token.data(), token.size()) == 0)
            return rank;
    }
}

qint64 BytePairs::count(std::string_view word) const
{
    if (word.size() < 2)
        return static_cast<qint64>(word.size());
    if (word.size() < 256 && rankOf(word) != none)
        return 1;
    return word.size() <= shortWord ? countShort(word) : countLong(word);
}

//! Looks through all pairs for each merge: nothing is faster for a few bytes.
qint64 BytePairs::countShort(std::string_view word) const
{
    struct Part {
        quint32 begin;
        quint32 rank; //!< of the pair that begins here
    };
    std::array<Part, shortWord + 1> parts;
    std::size_t count = word.size();
    const auto pairAt = [&](std::size_t i) {
        if (i + 2 > count)
            return none;
        const quint32 begin = parts[i].begin;
        return rankOf(word.substr(begin, parts[i + 2].begin - begin));
    };
    for (std::size_t i = 0; i <= count; ++i)
        parts[i].begin = static_cast<quint32>(i);
    for (std::size_t i = 0; i < count; ++i)
        parts[i].rank = pairAt(i);
    for (;;) {
        std::size_t best = 0;
        for (std::size_t i = 1; i + 1 < count; ++i) {
            if (parts[i].rank < parts[best].rank)
                best = i;
        }
        if (parts[best].rank == none)
            return static_cast<qint64>(count);
        std::move(parts.begin() + best + 2, parts.begin() + count + 1, parts.begin() + best + 1);
        --count;
        parts[best].rank = pairAt(best);
        if (best > 0)
            parts[best - 1].rank = pairAt(best - 1);
        if (count == 1)
            return 1;
    }
}

//! The same with a heap of pairs and a list of parts; pairs that are no more are passed over.
qint64 BytePairs::countLong(std::string_view word) const
{
    struct Pair {
        quint32 rank;
        quint32 begin;
        quint32 end;

        bool operator>(const Pair &other) const
        {
            return std::tie(rank, begin) > std::tie(other.rank, other.begin);
        }
    };
    const auto size = static_cast<quint32>(word.size());
    std::vector<quint32> next(size + 1); // by where a part begins: where it ends; 0: none begins
    std::vector<quint32> before(size + 1);
    std::priority_queue<Pair, std::vector<Pair>, std::greater<>> pairs;
    const auto push = [&](quint32 begin) {
        const quint32 middle = next[begin];
        if (middle >= size)
            return;
        const quint32 end = next[middle];
        if (const quint32 rank = end - begin < 256 ? rankOf(word.substr(begin, end - begin)) : none;
            rank != none)
            pairs.push({rank, begin, end});
    };
    for (quint32 i = 0; i < size; ++i) {
        next[i] = i + 1;
        before[i + 1] = i;
    }
    for (quint32 i = 0; i < size; ++i)
        push(i);
    qint64 count = size;
    while (!pairs.empty()) {
        const Pair pair = pairs.top();
        pairs.pop();
        const quint32 middle = next[pair.begin];
        if (middle == 0 || middle >= size || next[middle] != pair.end)
            continue;
        next[pair.begin] = pair.end;
        next[middle] = 0;
        before[pair.end] = pair.begin;
        --count;
        push(pair.begin);
        if (pair.begin > 0)
            push(before[pair.begin]);
    }
    return count;
}

} // namespace Gatehouse::Dialects
