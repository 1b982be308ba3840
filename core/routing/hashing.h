// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

namespace Gatehouse::Routing {

//! Spreads the bits of \a value (the finaliser of splitmix64). The same on every node and start.
constexpr quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

//! FNV-1a, spread. The same on every node and start, so that a choice made by it lasts.
inline quint64 hashOf(QByteArrayView text, quint64 begin = 0xcbf29ce484222325U)
{
    quint64 hash = begin;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return mixed(hash);
}

} // namespace Gatehouse::Routing
