// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

struct Unit {
    QLatin1StringView name;
    qint64 factor;
};

constexpr std::array durationUnits{
    Unit{"ms"_L1, 1},        Unit{"s"_L1, 1'000},      Unit{"m"_L1, 60'000},
    Unit{"h"_L1, 3'600'000}, Unit{"d"_L1, 86'400'000},
};
constexpr std::array binaryUnits{
    Unit{"B"_L1, 1},           Unit{"KiB"_L1, 1LL << 10}, Unit{"MiB"_L1, 1LL << 20},
    Unit{"GiB"_L1, 1LL << 30}, Unit{"TiB"_L1, 1LL << 40},
};
constexpr std::array decimalUnits{
    Unit{"kB"_L1, 1'000},
    Unit{"MB"_L1, 1'000'000},
    Unit{"GB"_L1, 1'000'000'000},
    Unit{"TB"_L1, 1'000'000'000'000},
};
constexpr qint64 longestDuration = 3'650LL * 86'400'000;
constexpr qint64 largestSize = 1LL << 60;

//! Length of the number \a text starts with: digits, at most one point with digits on both sides.
qsizetype numberLength(QStringView text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto digitsFrom = [&](qsizetype start) {
        return std::distance(text.begin() + start,
                             std::find_if_not(text.begin() + start, text.end(), isDigit));
    };
    const qsizetype whole = digitsFrom(0);
    if (whole == 0 || whole == text.size() || text[whole] != u'.')
        return whole;
    const qsizetype fraction = digitsFrom(whole + 1);
    return fraction == 0 ? whole : whole + 1 + fraction;
}

//! "1.5GiB" in the units' smallest; nothing unless it is a whole number up to \a maximum.
template <std::size_t Count>
std::optional<qint64> parseWithUnit(QStringView text, const std::array<Unit, Count> &units,
                                    qint64 maximum)
{
    const qsizetype length = numberLength(text);
    const QStringView name = text.sliced(length);
    const auto unit = std::find_if(units.begin(), units.end(),
                                   [&](const Unit &each) { return name == each.name; });
    bool ok = false;
    const double number = text.first(length).toDouble(&ok);
    if (!ok || unit == units.end())
        return std::nullopt;
    const double value = number * double(unit->factor);
    // A fraction such as 0.1 GiB is not whole; 1.5 s is, within the precision of a double.
    if (value > double(maximum) || std::abs(value - std::round(value)) > 1e-6)
        return std::nullopt;
    return std::llround(value);
}

template <std::size_t Count>
QString formatWithUnit(qint64 value, const std::array<Unit, Count> &units)
{
    const auto fits = [&](const Unit &unit) { return value % unit.factor == 0; };
    const auto largest = std::find_if(units.rbegin(), units.rend(), fits);
    return QString::number(value / largest->factor) + largest->name;
}

//! Single characters added, removed or changed, or two neighbours swapped (optimal string
//! alignment).
qsizetype editDistance(QStringView from, QStringView to)
{
    using Row = std::vector<qsizetype>;
    Row beforeLast;
    Row last(std::size_t(to.size()) + 1);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        Row row(last.size());
        row[0] = i;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const auto at = qsizetype(j) - 1;
            const qsizetype changed = last[j - 1] + (from[i - 1] == to[at] ? 0 : 1);
            row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && from[i - 1] == to[at - 1] && from[i - 2] == to[at])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast = std::exchange(last, std::move(row));
    }
    return last.back();
}

} // namespace

std::optional<std::chrono::milliseconds> parseDuration(QStringView text)
{
    const auto value = parseWithUnit(text, durationUnits, longestDuration);
    return value ? std::optional(std::chrono::milliseconds(*value)) : std::nullopt;
}

QString formatDuration(std::chrono::milliseconds duration)
{
    return duration.count() == 0 ? u"0s"_s : formatWithUnit(duration.count(), durationUnits);
}

std::optional<qint64> parseSize(QStringView text)
{
    bool plain = false;
    const qint64 bytes = text.toLongLong(&plain);
    if (plain)
        return bytes >= 0 && bytes <= largestSize ? std::optional(bytes) : std::nullopt;
    const auto binary = parseWithUnit(text, binaryUnits, largestSize);
    return binary ? binary : parseWithUnit(text, decimalUnits, largestSize);
}

QString formatSize(qint64 bytes)
{
    return bytes == 0 ? u"0B"_s : formatWithUnit(bytes, binaryUnits);
}

QString closestWord(QStringView word, const QStringList &known)
{
    constexpr qsizetype longestWord = 64; // a longer one is no slip of the finger
    if (word.isEmpty() || word.size() > longestWord)
        return {};
    QString closest;
    qsizetype best = std::max<qsizetype>(1, word.size() / 3) + 1;
    for (const QString &candidate : known) {
        if (candidate.size() > longestWord)
            continue;
        const qsizetype distance = editDistance(word, candidate);
        if (distance < best) {
            best = distance;
            closest = candidate;
        }
    }
    return closest;
}

QString suggestion(QStringView word, const QStringList &known)
{
    const QString closest = closestWord(word, known);
    return closest.isEmpty() ? QString() : u" (did you mean \"%1\"?)"_s.arg(closest);
}

} // namespace Gatehouse::Api
