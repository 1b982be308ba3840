// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/keystore.h"

#include <span>

namespace Gatehouse::Access {

//! A key whose text stands in some other text.
struct FoundKey {
    enum class Text {
        Current,
        Previous, //!< before the last rotation, and still accepted
        Former,   //!< of an earlier rotation or of a deleted key: refused already
    };

    QByteArray id;
    Text text = Text::Current;

    bool operator==(const FoundKey &) const = default;
};

//! The keys of \a table and of \a created (deleted ones too) that stand in \a text, in the order
//! they are met, each with its most dangerous text. Created keys are known by form, checksum and
//! hash; declared ones by the hash of each word, whole and cut at quotes, "=", ":" and the like.
//! Nothing of \a text is kept. About 1 us a word.
std::vector<FoundKey> findKeys(QByteArrayView text, const KeyTable &table,
                               std::span<const CreatedKey> created, WallTime now);

} // namespace Gatehouse::Access
