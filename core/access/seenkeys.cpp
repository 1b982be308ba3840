// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/seenkeys.h"

#include <sodium.h>

namespace Gatehouse::Access {

SeenKeys::SeenKeys()
{
    static_assert(crypto_shorthash_siphashx24_KEYBYTES == sizeof m_secret);
    static_assert(crypto_shorthash_siphashx24_BYTES == sizeof(Digest));
    randombytes_buf(m_secret.data(), m_secret.size());
}

const KeyEntry *SeenKeys::find(const KeyTable &table, QByteArrayView presented)
{
    Digest digest{};
    crypto_shorthash_siphashx24(digest.data(),
                                reinterpret_cast<const unsigned char *>(presented.data()),
                                static_cast<unsigned long long>(presented.size()), m_secret.data());
    Place &place = m_places.at(digest.front() % m_places.size());
    if (place.entry && sodium_memcmp(place.digest.data(), digest.data(), digest.size()) == 0)
        return place.entry;
    const KeyEntry *entry = table.find(presented);
    if (entry)
        place = {.digest = digest, .entry = entry};
    return entry;
}

void SeenKeys::clear()
{
    m_places.fill({});
}

} // namespace Gatehouse::Access
