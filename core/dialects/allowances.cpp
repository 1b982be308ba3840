// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/allowances.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Gatehouse::Dialects {

namespace {

using Kind = AllowanceKind;

constexpr milliseconds longestHint = 24h;

struct Allowance {
    Kind kind;
    QByteArrayView limit;
    QByteArrayView remaining;
    QByteArrayView reset;
    bool isTime; //!< RFC 3339 instead of a duration or seconds since 1970
};
//! Of one kind the first that is told counts.
constexpr std::array allowances{
    Allowance{Kind::Requests, "x-ratelimit-limit-requests", "x-ratelimit-remaining-requests",
              "x-ratelimit-reset-requests", false},
    Allowance{Kind::Tokens, "x-ratelimit-limit-tokens", "x-ratelimit-remaining-tokens",
              "x-ratelimit-reset-tokens", false},
    Allowance{Kind::Requests, "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset",
              false},
    Allowance{Kind::Requests, "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", false},
    Allowance{Kind::Requests, "anthropic-ratelimit-requests-limit",
              "anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset", true},
    Allowance{Kind::Tokens, "anthropic-ratelimit-tokens-limit",
              "anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset", true},
    Allowance{Kind::InputTokens, "anthropic-ratelimit-input-tokens-limit",
              "anthropic-ratelimit-input-tokens-remaining",
              "anthropic-ratelimit-input-tokens-reset", true},
    Allowance{Kind::OutputTokens, "anthropic-ratelimit-output-tokens-limit",
              "anthropic-ratelimit-output-tokens-remaining",
              "anthropic-ratelimit-output-tokens-reset", true},
};

std::optional<milliseconds> untilTime(QByteArrayView text, WallTime now)
{
    const QDateTime when = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    if (!when.isValid())
        return {};
    const auto nowMs = std::chrono::floor<milliseconds>(now).time_since_epoch();
    return std::max(milliseconds(when.toMSecsSinceEpoch()) - nowMs, milliseconds(0));
}

//! "7", "6m0s", or a time: seconds or (OpenRouter) milliseconds since 1970.
std::optional<milliseconds> resetWait(QByteArrayView text, WallTime now)
{
    constexpr double earliestSeconds = 1e9; // no duration is that long
    constexpr double earliestMilliseconds = 1e12;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || number < earliestSeconds)
        return limitDuration(text);
    const double ms = number >= earliestMilliseconds ? number : number * 1000;
    if (ms > 1e15)
        return {};
    const auto nowMs = std::chrono::floor<milliseconds>(now).time_since_epoch();
    return std::max(milliseconds(static_cast<qint64>(ms)) - nowMs, milliseconds(0));
}

std::optional<milliseconds> resetOf(const Allowance &allowance, const HeaderLookup &header,
                                    WallTime now)
{
    const QByteArrayView text = header(allowance.reset);
    if (text.isEmpty())
        return {};
    const auto wait = allowance.isTime ? untilTime(text, now) : resetWait(text, now);
    return wait ? std::optional(std::min(*wait, longestHint)) : std::nullopt;
}

//! No provider counts further than this; larger numbers are noise.
std::optional<qint64> count(QByteArrayView text)
{
    constexpr qint64 most = 1'000'000'000'000;
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

QByteArrayView allowanceName(AllowanceKind kind)
{
    switch (kind) {
    case Kind::Requests:
        return "requests";
    case Kind::Tokens:
        return "tokens";
    case Kind::InputTokens:
        return "input_tokens";
    case Kind::OutputTokens:
        return "output_tokens";
    }
    Q_UNREACHABLE();
}

bool isAllowance(QByteArrayView name)
{
    const auto isSpelt = [](QByteArrayView text, QByteArrayView lower) {
        return std::ranges::equal(text, lower, {}, [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        });
    };
    return std::ranges::any_of(allowances, [&](const Allowance &allowance) {
        return allowance.remaining.size() == name.size() && isSpelt(name, allowance.remaining);
    });
}

std::optional<milliseconds> exhaustedFor(const HeaderLookup &header, WallTime now)
{
    std::optional<milliseconds> longest;
    for (const Allowance &allowance : allowances) {
        if (header(allowance.remaining) != "0")
            continue;
        const auto wait = resetOf(allowance, header, now);
        if (wait && (!longest || *wait > *longest))
            longest = wait;
    }
    return longest;
}

std::vector<AllowanceReading> readAllowances(const HeaderLookup &header, WallTime now)
{
    std::vector<AllowanceReading> readings;
    for (const Allowance &allowance : allowances) {
        const auto remaining = count(header(allowance.remaining));
        const bool isKnown =
            std::ranges::find(readings, allowance.kind, &AllowanceReading::kind) != readings.end();
        if (remaining && !isKnown)
            readings.push_back({.kind = allowance.kind,
                                .limit = count(header(allowance.limit)),
                                .remaining = *remaining,
                                .resetsIn = resetOf(allowance, header, now)});
    }
    return readings;
}

} // namespace Gatehouse::Dialects
