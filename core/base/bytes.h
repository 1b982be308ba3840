// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <array>
#include <charconv>
#include <concepts>
#include <cstring>

namespace Gatehouse {

//! Room for \a size more bytes at the end of \a out, which is that much longer; the caller fills
//! it. A tenth of the cost of resize() where \a out has the capacity.
inline char *extended(QByteArray &out, qsizetype size)
{
    QByteArray::DataPointer &data = out.data_ptr();
    if (data.needsDetach() || data.freeSpaceAtEnd() < size) {
        const qsizetype before = out.size();
        const qsizetype wanted = before + size;
        if (out.capacity() < wanted)
            out.reserve(qMax(wanted, 2 * before));
        out.resize(wanted);
        return out.data() + before;
    }
    char *const at = data.end();
    data.size += size;
    at[size] = '\0';
    return at;
}

//! out.append(text), for texts that are made of many small pieces.
inline void append(QByteArray &out, QByteArrayView text)
{
    if (!text.isEmpty())
        memcpy(extended(out, text.size()), text.data(), static_cast<size_t>(text.size()));
}

inline void append(QByteArray &out, char c)
{
    *extended(out, 1) = c;
}

//! In decimal.
template <std::integral Number>
void appendNumber(QByteArray &out, Number value)
{
    std::array<char, 20> digits; // NOLINT(cppcoreguidelines-pro-type-member-init): written below
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    append(out, QByteArrayView(digits.data(), end - digits.data()));
}

} // namespace Gatehouse
