// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keyfinder.h"

#include "core/access/authenticator.h"
#include "core/access/keytablebuilder.h"

#include <algorithm>

namespace Gatehouse::Access {

namespace {

constexpr QByteArrayView beginning("gh-");
constexpr qsizetype createdLength = 61;

bool isSpace(char c)
{
    return static_cast<unsigned char>(c) <= ' ';
}

//! Where a secret in a file or a message ends: quotes, brackets, what separates names and values.
bool isBoundary(char c)
{
    return isSpace(c) || QByteArrayView("\"'`=:,;<>()[]{}|\\").contains(c);
}

class Finder
{
public:
    Finder(const KeyTable &table, std::span<const CreatedKey> created, WallTime now)
        : m_table(table)
        , m_created(created)
        , m_now(now)
    {
    }

    //! Keys of our own form may stand anywhere, also inside a word.
    void searchCreated(QByteArrayView text)
    {
        for (qsizetype at = text.indexOf(beginning); at >= 0;
             at = text.indexOf(beginning, at + 1)) {
            if (text.size() - at < createdLength)
                return;
            const QByteArrayView candidate = text.sliced(at, createdLength);
            if (looksLikeOurKey(candidate))
                takeCreated(candidate);
        }
    }

    template <typename IsEnd>
    void searchWords(QByteArrayView text, IsEnd isEnd)
    {
        const auto end = text.end();
        for (auto from = text.begin(); from != end;) {
            const auto to = std::find_if(from, end, isEnd);
            takeWord({from, to - from});
            from = to == end ? end : to + 1;
        }
    }

    std::vector<FoundKey> found;

private:
    void takeWord(QByteArrayView word)
    {
        if (word.size() < shortestDeclaredKey || word.size() > longestCredential)
            return;
        if (const KeyEntry *entry = m_table.find(word); entry && !findCreated(entry->id))
            add(entry->id, FoundKey::Text::Current);
    }

    void takeCreated(QByteArrayView candidate)
    {
        const CreatedKey *key = findCreated(publicIdOf(candidate));
        if (!key)
            return;
        const KeyHash hash = m_table.hashOf(candidate);
        if (!key->deleted && hash == key->hash)
            add(key->id, FoundKey::Text::Current);
        else if (!key->deleted && key->isRotating(m_now) && hash == key->previousHash)
            add(key->id, FoundKey::Text::Previous);
        else
            add(key->id, FoundKey::Text::Former);
    }

    const CreatedKey *findCreated(QByteArrayView id) const
    {
        const auto key = std::ranges::find(m_created, id, &CreatedKey::id);
        return key == m_created.end() ? nullptr : &*key;
    }

    void add(const QByteArray &id, FoundKey::Text text)
    {
        const auto known = std::ranges::find(found, id, &FoundKey::id);
        if (known == found.end())
            found.push_back({.id = id, .text = text});
        else
            known->text = std::min(known->text, text);
    }

    const KeyTable &m_table;
    std::span<const CreatedKey> m_created;
    WallTime m_now;
};

} // namespace

std::vector<FoundKey> findKeys(QByteArrayView text, const KeyTable &table,
                               std::span<const CreatedKey> created, WallTime now)
{
    Finder finder(table, created, now);
    finder.searchCreated(text);
    finder.searchWords(text, isSpace);
    finder.searchWords(text, isBoundary);
    return std::move(finder.found);
}

} // namespace Gatehouse::Access
