// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/jsontext.h"

#include <type_traits>

namespace Gatehouse::Dialects {

//! Walks the members of a JSON text at every depth without parsing it: visit(key, value, end,
//! depth) for each, where \a value points at the value's first byte and \a depth is 1 for members
//! of the outermost object. Strings are skipped whole, so text that looks like a member never
//! counts. A visit that returns false is the last. About one nanosecond a byte; broken JSON gives
//! fewer visits, never a read past the end.
template <typename Visit>
void scanKeys(QByteArrayView json, Visit visit)
{
    const char *at = json.data();
    const char *const end = at + json.size();
    int depth = 0;
    while (at < end) {
        const char c = *at++;
        if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == '"') {
            const char *const key = at;
            const char *const keyEnd = stringEnd(key, end);
            if (!keyEnd)
                return;
            at = keyEnd + 1;
            while (at < end && isJsonSpace(*at))
                ++at;
            if (at == end || *at != ':')
                continue;
            ++at;
            while (at < end && isJsonSpace(*at))
                ++at;
            if (at == end)
                return;
            const QByteArrayView name(key, keyEnd);
            if constexpr (std::is_same_v<decltype(visit(name, at, end, depth)), bool>) {
                if (!visit(name, at, end, depth))
                    return;
            } else {
                visit(name, at, end, depth);
            }
        }
    }
}

//! Length of the text of the JSON string at \a value (escapes kept), 0 when it is no string.
inline qsizetype stringLength(const char *value, const char *end)
{
    if (*value != '"')
        return 0;
    const char *close = stringEnd(value + 1, end);
    return close ? close - value - 1 : 0;
}

//! The JSON string at \a value with its quotes, empty when it is none.
inline QByteArrayView stringToken(const char *value, const char *end)
{
    if (*value != '"')
        return {};
    const char *close = stringEnd(value + 1, end);
    return close ? QByteArrayView(value, close + 1) : QByteArrayView();
}

inline bool isNull(const char *value, const char *end)
{
    return end - value >= 4 && std::memcmp(value, "null", 4) == 0;
}

} // namespace Gatehouse::Dialects
