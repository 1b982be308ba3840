// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ownprices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

void OwnPrices::add(DatedPrice dated)
{
    const auto place = std::ranges::find_if(
        m_dated, [&dated](const DatedPrice &other) { return other.begin < dated.begin; });
    m_dated.insert(place, std::move(dated));
}

const Price *OwnPrices::at(WallTime time) const
{
    const auto found = std::ranges::find_if(
        m_dated, [time](const DatedPrice &dated) { return dated.begin <= time; });
    return found == m_dated.end() ? nullptr : &found->price;
}

Price ownPrice(const Api::PriceOverride &own, qint64 revision)
{
    const auto tokens = perTokens;
    Price price = commonPrice(own);
    price.cacheWriteHour = tokens(own.cacheWriteHour);
    const auto each = [](std::optional<qint64> nano) {
        return nano ? std::optional(Money{*nano}) : std::nullopt;
    };
    price.audioInput = tokens(own.audioInput);
    price.audioOutput = tokens(own.audioOutput);
    price.imageInput = tokens(own.imageInput);
    price.batchCacheRead = tokens(own.batchCacheRead);
    for (const Api::TierPrice &tier : own.tiers)
        price.tiers.push_back({tier.above, tokens(tier.input), tokens(tier.output),
                               tokens(tier.cacheRead), tokens(tier.cacheWrite),
                               tokens(tier.batchInput), tokens(tier.batchOutput)});
    std::ranges::stable_sort(price.tiers, {}, &PriceTier::above);
    price.perRequest = each(own.request);
    price.perImage = each(own.image);
    for (const Api::PicturePrice &row : own.pictures)
        price.pictures.push_back(
            {row.size.toUtf8(), row.quality.toUtf8(), Money{row.each.value_or(0)}});
    price.perSecond = each(own.second);
    price.perCharacterMillion = each(own.characters);
    price.perQuery = each(own.query);
    price.version = "own, revision " + QByteArray::number(revision);
    if (!own.from.isEmpty())
        price.version += ", from " + own.from.toLatin1();
    return price;
}

OwnPrices hourlyPrices(const Api::Provider &provider, qint64 revision,
                       const QList<MachineTerms> &known)
{
    OwnPrices prices;
    const MachineTerms present = termsOf(provider);
    if (provider.costBy != "time"_L1 || present.nanoPerHour <= 0)
        return prices;
    QList<MachineTerms> history;
    for (const MachineTerms &terms : known) {
        if (terms.provider == provider.id && terms.nanoPerHour > 0)
            history.append(terms);
    }
    if (history.isEmpty() || history.last().nanoPerHour != present.nanoPerHour)
        history = {present};
    history.first().sinceUs = 0;
    for (const MachineTerms &terms : std::as_const(history)) {
        Price price;
        price.perHour = Money{terms.nanoPerHour};
        price.places = std::max(provider.maxInFlight, 1);
        price.version = terms.corrected.isEmpty()
            ? QByteArray("hourly, revision " + QByteArray::number(revision))
            : QByteArray("hourly, corrected " + terms.corrected.toLatin1());
        prices.add({WallTime(std::chrono::microseconds(terms.sinceUs)), {}, std::move(price)});
    }
    return prices;
}

} // namespace Gatehouse::Ledger
