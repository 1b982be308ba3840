// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <optional>
#include <string_view>
#include <vector>

namespace Gatehouse::Dialects {

//! The tokens of one vocabulary with their ranks, and how many of them a word becomes: byte pair
//! encoding, the pair of the lowest rank merged first (github.com/openai/tiktoken, MIT). Immutable;
//! any thread.
class BytePairs
{
public:
    //! \a packed: every token in the order of ranks, one byte of length before each. A text that is
    //! cut short gives no table.
    static std::optional<BytePairs> read(QByteArray packed);

    //! How many tokens \a word becomes. Time grows with n log n, also of words made to be slow.
    qint64 count(std::string_view word) const;
    qsizetype size() const { return static_cast<qsizetype>(m_starts.size()); }

private:
    static constexpr quint32 none = 0xffffffff;

    BytePairs() = default;
    quint32 rankOf(std::string_view token) const;
    qint64 countShort(std::string_view word) const;
    qint64 countLong(std::string_view word) const;

    QByteArray m_packed;
    std::vector<quint32> m_starts; //!< by rank: where the token begins in m_packed
    std::vector<quint32> m_slots;  //!< hash table: rank + 1 below, bits of the hash above
    quint32 m_mask = 0;
};

} // namespace Gatehouse::Dialects
