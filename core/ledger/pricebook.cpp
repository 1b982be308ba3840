// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/pricebook.h"

#include "core/ledger/catalogue.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

using namespace Qt::StringLiterals;

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
    sum.add(taken(prompt, usage.cacheWriteHourTokens), price.cacheWriteHour);
    sum.add(taken(prompt, usage.cacheWriteTokens), holds.cacheWrite);
    sum.add(taken(prompt, usage.audioInTokens), price.audioInput);
    sum.add(taken(prompt, usage.imageInTokens), price.imageInput);
    sum.add(prompt, holds.input);
    qint64 completion = std::max<qint64>(usage.completionTokens, 0);
    sum.add(taken(completion, usage.reasoningTokens), firstOf(price.reasoning, holds.output));
    sum.add(taken(completion, usage.audioOutTokens), price.audioOutput);
    sum.add(completion, holds.output);
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

PriceTier pricesFor(const Price &price, qint64 promptTokens, bool batch)
{
    PriceTier holds{0,
                    price.input,
                    price.output,
                    price.cacheRead,
                    price.cacheWrite,
                    price.batchInput,
                    price.batchOutput};
    for (const PriceTier &tier : price.tiers) {
        if (promptTokens <= tier.above)
            break;
        holds = {tier.above,
                 firstOf(tier.input, price.input),
                 firstOf(tier.output, price.output),
                 firstOf(tier.cacheRead, price.cacheRead),
                 firstOf(tier.cacheWrite, price.cacheWrite),
                 firstOf(tier.batchInput, price.batchInput),
                 firstOf(tier.batchOutput, price.batchOutput)};
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

PricedCost withTerms(Money list, const Price &price, double multiplier)
{
    const Wide paid = Wide(list.nanoUsd) * millionths(multiplier);
    const int kept = million - std::clamp<int>(price.discountMillionths, 0, million);
    return {list, {rounded(paid * kept, million * million)}};
}

} // namespace

std::optional<PricedCost> priceOf(const Usage &usage, const Price &price, double multiplier)
{
    if (price.perHour)
        return withTerms(costOfTime(usage.machineUs, price), price, 1);
    if (!usage.known)
        return std::nullopt;
    Sum sum;
    if (!isByUnits(price))
        addTokens(usage, price, sum);
    addUnits(usage, price, sum);
    sum.add(price.perRequest);
    if (!sum.known())
        return std::nullopt;
    return withTerms(sum.total(), price, multiplier);
}

namespace {

bool isEmpty(const Price &price)
{
    Price bare;
    bare.version = price.version;
    return price == bare;
}

Price ownPrice(const Api::PriceOverride &own, qint64 revision)
{
    const auto tokens = [](std::optional<qint64> nano) {
        return nano ? std::optional(TokenPrice{*nano}) : std::nullopt;
    };
    Price price;
    price.input = tokens(own.input);
    price.output = tokens(own.output);
    price.cacheRead = tokens(own.cacheRead);
    price.cacheWrite = tokens(own.cacheWrite);
    price.cacheWriteHour = tokens(own.cacheWriteHour);
    const auto each = [](std::optional<qint64> nano) {
        return nano ? std::optional(Money{*nano}) : std::nullopt;
    };
    price.audioInput = tokens(own.audioInput);
    price.audioOutput = tokens(own.audioOutput);
    price.imageInput = tokens(own.imageInput);
    price.reasoning = tokens(own.reasoning);
    price.batchInput = tokens(own.batchInput);
    price.batchOutput = tokens(own.batchOutput);
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

bool areDigits(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

//! Length of a date at the end of a model id, with its separator: "-2024-08-06", "-20241022",
//! "@20241022"; also "-latest". 0 when there is none.
size_t dateSuffix(std::string_view model)
{
    constexpr std::string_view latest = "-latest";
    if (model.ends_with(latest))
        return latest.size();
    const auto tail = [model](size_t size) { return model.substr(model.size() - size); };
    if (model.size() > 11 && tail(11)[0] == '-' && areDigits(tail(10).substr(0, 4))
        && tail(10)[4] == '-' && areDigits(tail(5).substr(0, 2)) && tail(3)[0] == '-'
        && areDigits(tail(2)))
        return 11;
    if (model.size() > 9 && (tail(9)[0] == '-' || tail(9)[0] == '@') && areDigits(tail(8))
        && tail(8).starts_with("20"))
        return 9;
    return 0;
}

//! Lets a map of strings be searched with a view, without making a string.
struct ViewHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

template <typename Value>
using NameMap = std::unordered_map<std::string, Value, ViewHash, std::equal_to<>>;

std::string_view view(QByteArrayView text)
{
    return {text.data(), static_cast<size_t>(text.size())};
}

std::string name(const QByteArray &text)
{
    return text.toStdString();
}

//! One own price and when it begins.
struct Dated {
    WallTime begin{}; //!< 1970: always
    QString from;     //!< the day as it was written
    Price price;
};

//! The own prices of one name, the newest first.
class OwnPrices
{
public:
    void add(Dated dated)
    {
        const auto place = std::ranges::find_if(
            m_dated, [&dated](const Dated &other) { return other.begin < dated.begin; });
        m_dated.insert(place, std::move(dated));
    }
    //! Null before the first of them.
    const Price *at(WallTime time) const
    {
        const auto found = std::ranges::find_if(
            m_dated, [time](const Dated &dated) { return dated.begin <= time; });
        return found == m_dated.end() ? nullptr : &found->price;
    }
    const std::vector<Dated> &all() const { return m_dated; }

private:
    std::vector<Dated> m_dated;
};

//! What the contracts with one provider make of its prices. Every price that they change is made
//! beforehand, so that looking one up stays a look into a table.
class ContractPrices
{
public:
    bool isEmpty() const { return m_phases.empty(); }
    void addPhase(const Api::Contract &contract, qint64 volume, WallTime begin, WallTime end,
                  qint64 revision);
    //! \a bases: every price of the provider.
    void changePrices(const std::vector<const Price *> &bases);
    //! \a base, or what the contract makes of it; null stays null where it has no own price.
    const Price *find(const Price *base, std::string_view model, WallTime time) const;

private:
    struct Phase {
        WallTime begin{};
        WallTime end{};
        int discountMillionths = 0;
        QByteArray words;                //!< "contract acme 12.5 %"
        std::vector<std::string> models; //!< "gpt-4o", "gpt-4o*"; empty: all
        NameMap<Price> own;
        std::optional<Price> ownAny;
        std::unordered_map<const Price *, Price> changed;
    };
    std::vector<Phase> m_phases;
};

//! Prices of one provider of the configuration.
struct ProviderPrices {
    NameMap<OwnPrices> own;
    OwnPrices ownAny; //!< own prices of model "*"
    NameMap<Price> list;
    NameMap<const Price *> undated; //!< "claude-x" to the newest "claude-x-20250101" of list
    std::optional<Price> hourly;    //!< of a machine whose requests are booked by time
    ContractPrices contracts;

    //! With the contract in force.
    const Price *findAt(std::string_view model, WallTime time) const
    {
        if (hourly)
            return &*hourly;
        const Price *base = find(model, time);
        return contracts.isEmpty() ? base : contracts.find(base, model, time);
    }
    const Price *find(std::string_view model, WallTime time) const;
    const Price *ownAt(std::string_view model, WallTime time) const;
    void linkUndated();
};

const Price *exact(const NameMap<Price> &prices, std::string_view model)
{
    const auto found = prices.find(model);
    return found == prices.end() ? nullptr : &found->second;
}

const Price *ProviderPrices::ownAt(std::string_view model, WallTime time) const
{
    const auto found = own.find(model);
    return found == own.end() ? nullptr : found->second.at(time);
}

//! From the most exact name to the least, own prices before the list's.
const Price *ProviderPrices::find(std::string_view model, WallTime time) const
{
    if (const Price *price = ownAt(model, time))
        return price;
    const Price *listed = exact(list, model);
    const Price *any = ownAny.at(time);
    if (listed && !any && !isEmpty(*listed))
        return listed;
    const std::string_view bare = model.substr(0, model.size() - dateSuffix(model));
    if (const Price *price = ownAt(bare, time))
        return price;
    if (any)
        return any;
    if (listed)
        return nullptr; // the list knows the model and doubts its price
    const Price *price = exact(list, bare);
    if (!price) {
        const auto alias = undated.find(bare);
        price = alias == undated.end() ? nullptr : alias->second;
    }
    return price && !isEmpty(*price) ? price : nullptr;
}

void ProviderPrices::linkUndated()
{
    NameMap<std::string_view> newest; // undated name to the dated one chosen so far
    for (const auto &[model, price] : list) {
        const size_t suffix = dateSuffix(model);
        if (suffix == 0)
            continue;
        const std::string bare = model.substr(0, model.size() - suffix);
        std::string_view &chosen = newest[bare];
        if (chosen.empty() || std::string_view(model) > chosen) {
            chosen = model;
            undated[bare] = &price;
        }
    }
}

QByteArray percentText(double percent)
{
    return QByteArray::number(percent, 'g', QLocale::FloatingPointShortest) + " %";
}

Price contractPrice(const Api::ContractPrice &given, const QByteArray &words, qint64 revision)
{
    const auto tokens = [](std::optional<qint64> nano) {
        return nano ? std::optional(TokenPrice{*nano}) : std::nullopt;
    };
    Price price;
    price.input = tokens(given.input);
    price.output = tokens(given.output);
    price.cacheRead = tokens(given.cacheRead);
    price.cacheWrite = tokens(given.cacheWrite);
    price.reasoning = tokens(given.reasoning);
    price.batchInput = tokens(given.batchInput);
    price.batchOutput = tokens(given.batchOutput);
    price.version = words + ", revision " + QByteArray::number(revision);
    return price;
}

//! The discount of \a contract once \a volume was used under it.
double discountAt(const Api::Contract &contract, qint64 volume)
{
    double discount = contract.discountPercent;
    qint64 highest = -1;
    for (const Api::ContractTier &tier : contract.tiers) {
        const qint64 above = tier.above.value_or(0);
        if (above <= volume && above > highest) {
            highest = above;
            discount = tier.discountPercent;
        }
    }
    return discount;
}

void ContractPrices::addPhase(const Api::Contract &contract, qint64 volume, WallTime begin,
                              WallTime end, qint64 revision)
{
    constexpr double perPercent = 10'000;
    const double discount = discountAt(contract, volume);
    Phase phase;
    phase.begin = begin;
    phase.end = end;
    phase.discountMillionths = static_cast<int>(std::lround(discount * perPercent));
    phase.words = "contract " + contract.id.toUtf8();
    for (const QString &model : contract.models)
        phase.models.push_back(name(model.toUtf8()));
    std::unordered_map<std::string, qint64> chosen;
    for (const Api::ContractPrice &given : contract.prices) {
        const qint64 above = given.above.value_or(0);
        const std::string model = name(given.model.toUtf8());
        const auto known = chosen.find(model);
        if (above > volume || (known != chosen.end() && known->second > above))
            continue;
        chosen[model] = above;
        Price price = contractPrice(given, phase.words, revision);
        if (given.model == "*"_L1)
            phase.ownAny = std::move(price);
        else
            phase.own[model] = std::move(price);
    }
    if (discount > 0)
        phase.words += ' ' + percentText(discount);
    for (auto &[model, price] : phase.own)
        price.discountMillionths = phase.discountMillionths;
    if (phase.ownAny)
        phase.ownAny->discountMillionths = phase.discountMillionths;
    m_phases.push_back(std::move(phase));
}

void ContractPrices::changePrices(const std::vector<const Price *> &bases)
{
    for (Phase &phase : m_phases) {
        for (const Price *base : bases) {
            if (phase.discountMillionths == 0)
                continue;
            Price changed = *base;
            changed.discountMillionths = phase.discountMillionths;
            changed.version += ", " + phase.words;
            phase.changed.emplace(base, std::move(changed));
        }
    }
}

//! As Api::Contract::isAbout().
bool isAbout(const std::vector<std::string> &models, std::string_view model)
{
    return models.empty() || std::ranges::any_of(models, [model](const std::string &known) {
               const std::string_view text(known);
               return text.ends_with('*') ? model.starts_with(text.substr(0, text.size() - 1))
                                          : model == text;
           });
}

const Price *ContractPrices::find(const Price *base, std::string_view model, WallTime time) const
{
    for (const Phase &phase : m_phases) {
        if (time < phase.begin || time >= phase.end)
            continue;
        if (const Price *own = exact(phase.own, model))
            return own;
        if (const Price *own = exact(phase.own, model.substr(0, model.size() - dateSuffix(model))))
            return own;
        if (!isAbout(phase.models, model))
            continue;
        if (phase.ownAny)
            return &*phase.ownAny;
        const auto changed = phase.changed.find(base);
        if (changed != phase.changed.end())
            return &changed->second;
    }
    return base;
}

class CompiledPriceBook final : public PriceBook
{
public:
    CompiledPriceBook(const Api::Document &document, qint64 revision, WallTime now,
                      const PriceSources &sources);

    const Price *findAt(QByteArrayView providerId, QByteArrayView model,
                        WallTime time) const override
    {
        const auto provider = m_providers.find(view(providerId));
        return provider == m_providers.end() ? nullptr : provider->second.findAt(view(model), time);
    }
    std::vector<Entry> entries() const override;

private:
    void addContracts(const Api::Document &document, qint64 revision, const QTimeZone &zone,
                      const ReachedVolumes &volumes);

    NameMap<ProviderPrices> m_providers;
};

//! The day's first moment in the reporting zone; 1970 where none is said.
WallTime beginOf(const QString &day, const QTimeZone &zone)
{
    const QDate date = QDate::fromString(day, Qt::ISODate);
    return date.isValid()
        ? WallTime(std::chrono::milliseconds(date.startOfDay(zone).toMSecsSinceEpoch()))
        : WallTime{};
}

std::optional<Price> hourlyPrice(const Api::Provider &provider, qint64 revision)
{
    constexpr double nanoPerDollar = 1e9;
    if (provider.costBy != "time"_L1 || !(provider.hourlyCostUsd > 0))
        return std::nullopt;
    Price price;
    price.perHour = Money{std::llround(provider.hourlyCostUsd * nanoPerDollar)};
    price.places = std::max(provider.maxInFlight, 1);
    price.version = "hourly, revision " + QByteArray::number(revision);
    return price;
}

//! A contract as the phases between the volumes that were reached under it.
void CompiledPriceBook::addContracts(const Api::Document &document, qint64 revision,
                                     const QTimeZone &zone, const ReachedVolumes &volumes)
{
    for (const Api::Contract &contract : document.contracts) {
        const auto found = m_providers.find(name(contract.provider.toUtf8()));
        const QDate last = QDate::fromString(contract.until, Qt::ISODate);
        if (!contract.hasTerms() || found == m_providers.end() || !last.isValid())
            continue;
        ContractPrices &prices = found->second.contracts;
        const WallTime end = beginOf(last.addDays(1).toString(Qt::ISODate), zone);
        qint64 volume = 0;
        WallTime begin = beginOf(contract.from, zone);
        for (const ReachedVolume &reached : volumes.value(contract.id)) {
            if (reached.begin > begin)
                prices.addPhase(contract, volume, begin, std::min(reached.begin, end), revision);
            volume = reached.above;
            begin = std::max(begin, reached.begin);
        }
        prices.addPhase(contract, volume, begin, end, revision);
    }
    for (auto &[id, prices] : m_providers) {
        if (prices.contracts.isEmpty())
            continue;
        std::vector<const Price *> bases;
        for (const auto &[model, own] : prices.own) {
            for (const Dated &dated : own.all())
                bases.push_back(&dated.price);
        }
        for (const Dated &dated : prices.ownAny.all())
            bases.push_back(&dated.price);
        for (const auto &[model, price] : prices.list)
            bases.push_back(&price);
        prices.contracts.changePrices(bases);
    }
}

CompiledPriceBook::CompiledPriceBook(const Api::Document &document, qint64 revision, WallTime now,
                                     const PriceSources &sources)
    : PriceBook(now)
{
    const QTimeZone named(document.gateway.reportingTimeZone.toLatin1());
    const QTimeZone zone = named.isValid() ? named : QTimeZone::systemTimeZone();
    const auto list = sources.list ? sources.list : Catalogue::builtIn();
    for (const Api::Provider &provider : document.providers) {
        ProviderPrices &prices = m_providers[name(provider.id.toUtf8())];
        const auto &models = list->models(Catalogue::providerName(provider));
        prices.hourly = hourlyPrice(provider, revision);
        for (auto model = models.begin(); model != models.end(); ++model)
            prices.list.emplace(name(model.key()), model->price);
    }
    for (const Api::PriceOverride &own : document.prices) {
        ProviderPrices &prices = m_providers[name(own.provider.toUtf8())];
        Dated dated{beginOf(own.from, zone), own.from, ownPrice(own, revision)};
        if (own.model == "*"_L1)
            prices.ownAny.add(std::move(dated));
        else
            prices.own[name(own.model.toUtf8())].add(std::move(dated));
    }
    for (auto &[id, prices] : m_providers)
        prices.linkUndated();
    addContracts(document, revision, zone, sources.volumes);
}

std::vector<PriceBook::Entry> CompiledPriceBook::entries() const
{
    std::vector<Entry> all;
    for (const auto &[id, prices] : m_providers) {
        const QByteArray provider = QByteArray::fromStdString(id);
        for (const auto &[model, own] : prices.own) {
            for (const Dated &dated : own.all())
                all.push_back(
                    {provider, QByteArray::fromStdString(model), &dated.price, true, dated.from});
        }
        for (const Dated &dated : prices.ownAny.all())
            all.push_back({provider, "*", &dated.price, true, dated.from});
        for (const auto &[model, price] : prices.list) {
            if (!isEmpty(price) && find(provider, QByteArray::fromStdString(model)) == &price)
                all.push_back({provider, QByteArray::fromStdString(model), &price, false});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.provider, a.model) < std::tie(b.provider, b.model);
    });
    return all;
}

} // namespace

std::shared_ptr<const PriceBook> PriceBook::compile(const Api::Document &document, qint64 revision,
                                                    WallTime now, const PriceSources &sources)
{
    return std::make_shared<CompiledPriceBook>(document, revision, now, sources);
}

} // namespace Gatehouse::Ledger
