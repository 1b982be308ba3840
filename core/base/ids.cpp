// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include <sodium.h>

namespace Gatehouse {

namespace {

constexpr char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void putBits(char *out, int characters, quint64 value)
{
    for (int i = characters - 1; i >= 0; --i) {
        out[i] = crockford[value & 31U];
        value >>= 5U;
    }
}

} // namespace

RequestIdMaker::RequestIdMaker()
{
    quint64 seed[4];
    randombytes_buf(seed, sizeof seed);
    std::seed_seq sequence(std::begin(seed), std::end(seed));
    m_random.seed(sequence);
}

QByteArray RequestIdMaker::next(WallTime now)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count();
    QByteArray id(30, Qt::Uninitialized);
    char *out = id.data();
    memcpy(out, "req_", 4);
    putBits(out + 4, 10, static_cast<quint64>(ms));
    putBits(out + 14, 8, m_random());
    putBits(out + 22, 8, m_random());
    return id;
}

QByteArray randomToken(int bytes)
{
    constexpr char alphabet[] = "abcdefghijkmnpqrstuvwxyz23456789";
    QByteArray token(bytes, Qt::Uninitialized);
    randombytes_buf(token.data(), static_cast<size_t>(bytes));
    for (char &c : token)
        c = alphabet[static_cast<unsigned char>(c) & 31U];
    return token;
}

} // namespace Gatehouse
