// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"

#include <algorithm>
#include <array>

namespace Gatehouse {

namespace {

constexpr qsizetype shortestSecret = 12; // shorter runs after a prefix are words, not keys

//! Which characters begin one of the prefixes below or "Bearer".
constexpr std::array<bool, 256> firstLetters = [] {
    std::array<bool, 256> letters{};
    for (const char c : {'A', 'B', 'f', 'g', 'h', 'n', 'p', 'r', 's', 'x'})
        letters.at(static_cast<unsigned char>(c)) = true;
    return letters;
}();

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
    qsizetype copied = 0; // of text
    for (qsizetype i = 0; i < text.size();) {
        qsizetype lead = 0;
        qsizetype length = 0;
        if (firstLetters[static_cast<unsigned char>(text[i])]
            && (i == 0 || endsWord(text[i - 1]))) {
            const QByteArrayView rest = text.sliced(i);
            lead = rest.startsWith(bearer) ? bearer.size() : 0;
            length = lead || startsKey(rest) ? keyLength(rest.sliced(lead)) : 0;
        }
        if (length < shortestSecret) {
            ++i;
            continue;
        }
        out += text.sliced(copied, i + lead - copied);
        out += "[redacted]";
        i += lead + length;
        copied = i;
    }
    if (copied == 0)
        return text.toByteArray();
    out += text.sliced(copied);
    return out;
}

} // namespace Gatehouse
