// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArray>

#include <random>

namespace Gatehouse {

//! Makes request ids: "req_" + 26 characters of a ULID (48-bit milliseconds, 80 random bits,
//! Crockford base 32), so ids sort by time. One maker per thread; not thread-safe.
class RequestIdMaker
{
public:
    RequestIdMaker();

    QByteArray next(WallTime now);

private:
    std::mt19937_64 m_random;
};

//! \a bytes random bytes as lower-case base 32 text, from the system's secure source.
QByteArray randomToken(int bytes);

} // namespace Gatehouse
