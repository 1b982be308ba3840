// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"

#include <algorithm>
#include <array>

namespace Gatehouse {

namespace {

constexpr qsizetype shortestSecret = 12; // shorter runs after a prefix are words, not keys

bool isKeyCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
        || c == '_' || c == '.' || c == '+' || c == '/' || c == '=';
}

//! Whether a key may begin behind \a before: "a=sk-…" and "/sk-…" hold one, "desk-…" does not.
bool endsWord(char before)
{
    return !isKeyCharacter(before) || before == '=' || before == '/' || before == '.'
        || before == '+';
}

bool startsKey(QByteArrayView rest)
{
    static constexpr std::array prefixes{
        QByteArrayView("gh-"),  QByteArrayView("sk-"),   QByteArrayView("sk_"),
        QByteArrayView("AIza"), QByteArrayView("gsk_"),  QByteArrayView("xai-"),
        QByteArrayView("AKIA"), QByteArrayView("pplx-"), QByteArrayView("hf_"),
        QByteArrayView("r8_"),  QByteArrayView("fw_"),   QByteArrayView("nvapi-"),
    };
    return std::ranges::any_of(prefixes, [rest](QByteArrayView p) { return rest.startsWith(p); });
}

qsizetype keyLength(QByteArrayView rest)
{
    const auto end = std::ranges::find_if_not(rest, isKeyCharacter);
    return std::distance(rest.begin(), end);
}

} // namespace

QByteArray PatternRedactor::redacted(QByteArrayView text) const
{
    static constexpr QByteArrayView bearer("Bearer ");
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const QByteArrayView rest = text.sliced(i);
        const bool atWordStart = i == 0 || endsWord(text[i - 1]);
        const qsizetype lead = rest.startsWith(bearer) ? bearer.size() : 0;
        const qsizetype length =
            atWordStart && (lead || startsKey(rest)) ? keyLength(rest.sliced(lead)) : 0;
        if (length >= shortestSecret) {
            out += rest.first(lead);
            out += "[redacted]";
            i += lead + length;
        } else {
            out += text[i++];
        }
    }
    return out;
}

} // namespace Gatehouse
