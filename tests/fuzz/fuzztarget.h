// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace Gatehouse::Fuzz {

//! Runs one input through \a check and stops the fuzzer when something does not hold.
inline int run(QByteArray (*check)(QByteArrayView), const std::uint8_t *data, std::size_t size)
{
    const QByteArray problem = check(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (!problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", problem.constData());
        std::abort();
    }
    return 0;
}

} // namespace Gatehouse::Fuzz
