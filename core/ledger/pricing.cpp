// SPDX-License-Identifier: GPL-3.0-or-later
//! What usage costs at a price.
#include "core/ledger/pricebook.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Gatehouse::Ledger {

namespace {

__extension__ using Wide = __int128;

constexpr qint64 million = 1'000'000;
//! More tokens than any request can have; keeps sums inside 128 bits.
constexpr qint64 tokenLimit = 1'000'000'000'000;

qint64 rounded(Wide value, qint64 unit)
{
    const Wide whole = (value + unit / 2) / unit;
    constexpr Wide high = std::numeric_limits<qint64>::max();
    return static_cast<qint64>(std::min(whole, high));
}

//! Adds up tokens times price in millionths of a nano-dollar; unknown once a price is missing.
class Sum
{
public:
    void add(qint64 tokens, const std::optional<TokenPrice> &price)
    {
        if (tokens <= 0)
            return;
        if (price)
            m_total += Wide(std::min(tokens, tokenLimit)) * price->nanoUsdPerMillion;
        else
            m_known = false;
    }
    //! \a count parts of a unit, of which \a whole make one that costs \a price.
    void add(qint64 count, const std::optional<Money> &price, qint64 whole, bool mayGoUnpriced)
    {
        if (price.has_value() != (count > 0))
            m_known = m_known && !price && mayGoUnpriced;
        else if (price)
            m_total += Wide(std::min(count, tokenLimit)) * price->nanoUsd * (million / whole);
    }
    void add(const std::optional<Money> &fee) { m_total += fee ? Wide(fee->nanoUsd) * million : 0; }
    bool known() const { return m_known; }
    Money total() const { return {rounded(m_total, million)}; }

private:
    Wide m_total = 0;
    bool m_known = true;
};

//! Takes \a part out of \a rest, never more than is there.
qint64 taken(qint64 &rest, qint64 part)
{
    const qint64 tokens = std::clamp<qint64>(part, 0, rest);
    rest -= tokens;
    return tokens;
}

std::optional<TokenPrice> firstOf(const std::optional<TokenPrice> &a,
                                  const std::optional<TokenPrice> &b)
{
    return a ? a : b;
}

void addUnits(const Usage &usage, const Price &price, Sum &sum)
{
    const bool hasTokens = usage.promptTokens > 0 || usage.completionTokens > 0;
    sum.add(usage.images, price.perImage, 1, hasTokens);
    sum.add(usage.audioMs, price.perSecond, 1000, hasTokens);
    sum.add(usage.characters, price.perCharacterMillion, million, hasTokens);
    sum.add(usage.queries, price.perQuery, 1, hasTokens);
}

void addTokens(const Usage &usage, const Price &price, Sum &sum)
{
    const PriceTier holds = pricesFor(price, usage.promptTokens, usage.batch);
    qint64 prompt = std::max<qint64>(usage.promptTokens, 0);
    sum.add(taken(prompt, usage.cachedTokens), firstOf(holds.cacheRead, holds.input));
    sum.add(taken(prompt, usage.cacheWriteHourTokens), holds.cacheWriteHour);
    sum.add(taken(prompt, usage.cacheWriteTokens), holds.cacheWrite);
    sum.add(taken(prompt, usage.audioInTokens), price.audioInput);
    sum.add(taken(prompt, usage.imageInTokens), price.imageInput);
    sum.add(prompt, holds.input);
    qint64 completion = std::max<qint64>(usage.completionTokens, 0);
    sum.add(taken(completion, usage.reasoningTokens), firstOf(price.reasoning, holds.output));
    sum.add(taken(completion, usage.audioOutTokens), price.audioOutput);
    sum.add(completion, holds.output);
}

//! What the cached tokens of \a usage would have cost more as plain input, at list price.
Money savedByCache(const Usage &usage, const Price &price)
{
    const PriceTier holds = pricesFor(price, usage.promptTokens, usage.batch);
    qint64 prompt = std::max<qint64>(usage.promptTokens, 0);
    const qint64 tokens = std::min(taken(prompt, usage.cachedTokens), tokenLimit);
    if (!holds.input || !holds.cacheRead)
        return {};
    const Wide each = Wide(holds.input->nanoUsdPerMillion) - holds.cacheRead->nanoUsdPerMillion;
    return {rounded(std::max<Wide>(each, 0) * tokens, million)};
}

qint64 millionths(double multiplier)
{
    constexpr double most = 1e6;
    if (!(multiplier > 0))
        return 0;
    return std::llround(std::min(multiplier, most) * 1e6);
}

} // namespace

Price forPictures(Price price, QByteArrayView size, QByteArrayView quality)
{
    const auto fits = [](const QByteArray &word, QByteArrayView said) {
        return word.isEmpty() || word.compare(said, Qt::CaseInsensitive) == 0;
    };
    int most = 0;
    for (const PicturePrice &row : price.pictures) {
        const int says = (row.size.isEmpty() ? 0 : 2) + (row.quality.isEmpty() ? 0 : 1);
        if (says <= most || !fits(row.size, size) || !fits(row.quality, quality))
            continue;
        most = says;
        price.perImage = row.each;
    }
    return price;
}

bool isByUnits(const Price &price)
{
    return (price.perImage || !price.pictures.empty() || price.perSecond
            || price.perCharacterMillion || price.perQuery)
        && !price.input && !price.output;
}

namespace {

//! What is written for an hour costs in a tier, by its own price or in proportion to the base's.
std::optional<TokenPrice> hourWriteIn(const PriceTier &tier, const Price &price)
{
    const bool isRaised = tier.cacheWrite && price.cacheWrite && price.cacheWriteHour
        && price.cacheWrite->nanoUsdPerMillion > 0;
    if (tier.cacheWriteHour || !isRaised)
        return firstOf(tier.cacheWriteHour, price.cacheWriteHour);
    const Wide raised =
        Wide(price.cacheWriteHour->nanoUsdPerMillion) * tier.cacheWrite->nanoUsdPerMillion;
    return TokenPrice{rounded(raised, price.cacheWrite->nanoUsdPerMillion)};
}

} // namespace

PriceTier pricesFor(const Price &price, qint64 promptTokens, bool batch)
{
    PriceTier holds{0,
                    price.input,
                    price.output,
                    price.cacheRead,
                    price.cacheWrite,
                    price.batchInput,
                    price.batchOutput,
                    price.cacheWriteHour};
    for (const PriceTier &tier : price.tiers) {
        if (promptTokens <= tier.above)
            break;
        holds = {tier.above,
                 firstOf(tier.input, price.input),
                 firstOf(tier.output, price.output),
                 firstOf(tier.cacheRead, price.cacheRead),
                 firstOf(tier.cacheWrite, price.cacheWrite),
                 firstOf(tier.batchInput, price.batchInput),
                 firstOf(tier.batchOutput, price.batchOutput),
                 hourWriteIn(tier, price)};
    }
    if (!batch)
        return holds;
    holds.cacheRead = firstOf(price.batchCacheRead, holds.cacheRead);
    holds.input = firstOf(holds.batchInput, holds.input);
    holds.output = firstOf(holds.batchOutput, holds.output);
    return holds;
}

namespace {

//! What the hours held at a machine of several places cost.
Money costOfTime(qint64 machineUs, const Price &price)
{
    constexpr qint64 usPerHour = 3'600'000'000;
    const qint64 us = std::clamp<qint64>(machineUs, 0, tokenLimit);
    return {rounded(Wide(us) * price.perHour->nanoUsd, usPerHour * std::max(price.places, 1))};
}

//! \a list after the multiplier and the contract's discount.
Money withTerms(Money list, const Price &price, double multiplier)
{
    const Wide paid = Wide(list.nanoUsd) * millionths(multiplier);
    const int kept = million - std::clamp<int>(price.discountMillionths, 0, million);
    return {rounded(paid * kept, million * million)};
}

} // namespace

std::optional<PricedCost> priceOf(const Usage &usage, const Price &price, double multiplier)
{
    if (price.perHour) {
        const Money cost = costOfTime(usage.machineUs, price);
        return PricedCost{cost, withTerms(cost, price, 1)};
    }
    if (!usage.known)
        return std::nullopt;
    Sum sum;
    if (!isByUnits(price))
        addTokens(usage, price, sum);
    addUnits(usage, price, sum);
    sum.add(price.perRequest);
    if (!sum.known())
        return std::nullopt;
    PricedCost cost{sum.total(), withTerms(sum.total(), price, multiplier)};
    if (usage.cachedTokens > 0 && !isByUnits(price))
        cost.cacheSaved = withTerms(savedByCache(usage, price), price, multiplier);
    return cost;
}

} // namespace Gatehouse::Ledger
