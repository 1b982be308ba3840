// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keyformat.h"

#include "core/base/ids.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace Gatehouse::Access {

namespace {

constexpr QByteArrayView lead("gh-");
constexpr qsizetype idSize = 8;
constexpr qsizetype randomSize = 32;
constexpr qsizetype randomTextSize = 43; // base64url of 32 bytes without padding
constexpr qsizetype checksumSize = 6;
constexpr qsizetype prefixSize = lead.size() + idSize;
constexpr qsizetype bodySize = prefixSize + 1 + randomTextSize;

//! ISO 3309, the CRC-32 of gzip and PNG.
quint32 crc32(QByteArrayView data)
{
    quint32 crc = 0xffffffffU;
    for (const char c : data) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ (0xedb88320U & (0U - (crc & 1U)));
    }
    return ~crc;
}

std::array<char, checksumSize> checksum(QByteArrayView body)
{
    static constexpr char digits[] =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::array<char, checksumSize> text{};
    quint32 rest = crc32(body);
    for (auto c = text.rbegin(); c != text.rend(); ++c) {
        *c = digits[rest % 62];
        rest /= 62;
    }
    return text;
}

bool isIdCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isRandomCharacter(char c)
{
    return isIdCharacter(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

QByteArray randomText()
{
    std::array<unsigned char, randomSize> random{};
    randombytes_buf(random.data(), random.size());
    QByteArray text(randomTextSize + 1, Qt::Uninitialized); // and the closing zero
    sodium_bin2base64(text.data(), static_cast<size_t>(text.size()), random.data(), random.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    sodium_memzero(random.data(), random.size());
    text.chop(1);
    return text;
}

void wipe(QByteArray &text)
{
    sodium_memzero(text.data(), static_cast<size_t>(text.size()));
}

} // namespace

NewKey makeKey(const QByteArray &publicId)
{
    const QByteArray id = publicId.isEmpty() ? randomToken(idSize) : publicId;
    Q_ASSERT(id.size() == idSize && std::ranges::all_of(id, isIdCharacter));
    QByteArray random = randomText();
    QByteArray key;
    key.reserve(bodySize + checksumSize); // one buffer to wipe
    key.append(lead).append(id).append('-').append(random);
    const auto sum = checksum(key);
    key.append(QByteArrayView(sum.data(), checksumSize));

    NewKey made{.publicId = id,
                .secret = Secrets::Secret(key),
                .prefix = key.first(prefixSize),
                .lastFour = key.last(4)};
    wipe(random);
    wipe(key);
    return made;
}

bool looksLikeOurKey(QByteArrayView text)
{
    if (text.size() != bodySize + checksumSize || !text.startsWith(lead) || text[prefixSize] != '-')
        return false;
    const QByteArrayView id = text.sliced(lead.size(), idSize);
    const QByteArrayView random = text.sliced(prefixSize + 1, randomTextSize);
    return std::ranges::all_of(id, isIdCharacter) && std::ranges::all_of(random, isRandomCharacter)
        && std::ranges::equal(text.last(checksumSize), checksum(text.first(bodySize)));
}

QByteArrayView publicIdOf(QByteArrayView key)
{
    return looksLikeOurKey(key) ? key.sliced(lead.size(), idSize) : QByteArrayView();
}

} // namespace Gatehouse::Access
