// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/ssewriter.h"

#include <algorithm>

namespace Gatehouse::Http {

namespace {

constexpr bool isLineBreak(char c)
{
    return c == '\n' || c == '\r';
}

//! Each line of \a text after \a prefix.
void appendLines(QByteArray &out, QByteArrayView prefix, QByteArrayView text)
{
    for (;;) {
        const auto end = std::find_if(text.begin(), text.end(), isLineBreak) - text.begin();
        out.append(prefix);
        out.append(text.first(end));
        out.append('\n');
        if (end == text.size())
            return;
        text = text.sliced(end + (text.sliced(end).startsWith("\r\n") ? 2 : 1));
    }
}

} // namespace

void appendSseEvent(QByteArray &out, QByteArrayView name, QByteArrayView data)
{
    Q_ASSERT(std::none_of(name.begin(), name.end(), isLineBreak));
    if (!name.isEmpty()) {
        out.append("event: ");
        out.append(name);
        out.append('\n');
    }
    appendLines(out, "data: ", data);
    out.append('\n');
}

void appendSseComment(QByteArray &out, QByteArrayView text)
{
    appendLines(out, text.isEmpty() ? ":" : ": ", text);
    out.append('\n');
}

} // namespace Gatehouse::Http
