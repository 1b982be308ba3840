// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/keytable.h"

namespace Gatehouse::Access {

//! The keys one worker has let in lately. A key that comes again is known by a 128-bit SipHash under
//! a key of this process, a fifth of the cost of the table's hash; nothing a client sends can make
//! two keys look alike without knowing that key. Neither keys nor their text are kept.
class SeenKeys
{
public:
    SeenKeys();

    //! As table.find(). clear() first whenever the table is another one.
    const KeyEntry *find(const KeyTable &table, QByteArrayView presented);
    void clear();

private:
    using Digest = std::array<unsigned char, 16>;
    struct Place {
        Digest digest{};
        const KeyEntry *entry = nullptr;
    };

    std::array<unsigned char, 16> m_secret{};
    std::array<Place, 64> m_places;
};

} // namespace Gatehouse::Access
