// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/pricebook.h"

#include "core/ledger/catalogue.h"
#include "core/ledger/contractprices.h"
#include "core/ledger/ownprices.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

bool isEmpty(const Price &price)
{
    Price bare;
    bare.version = price.version;
    return price == bare;
}

//! Prices of one provider of the configuration.
struct ProviderPrices {
    NameMap<OwnPrices> own;
    OwnPrices ownAny; //!< own prices of model "*"
    NameMap<Price> list;
    NameMap<const Price *> undated; //!< "claude-x" to the newest "claude-x-20250101" of list
    OwnPrices hourly;               //!< of a machine whose requests are booked by time
    ContractPrices contracts;

    //! With the contract in force.
    const Price *findAt(std::string_view model, WallTime time) const
    {
        if (const Price *price = hourly.at(time))
            return price;
        const Price *base = find(model, time);
        return contracts.isEmpty() ? base : contracts.find(base, model, time);
    }
    const Price *find(std::string_view model, WallTime time) const;
    const Price *ownAt(std::string_view model, WallTime time) const;
    void linkUndated();
};

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

class CompiledPriceBook final : public PriceBook
{
public:
    CompiledPriceBook(const Api::Document &document, qint64 revision, WallTime now,
                      const PriceSources &sources);

    const Price *findAt(QByteArrayView providerId, QByteArrayView model,
                        WallTime time) const override
    {
        const auto provider = m_providers.find(viewOf(providerId));
        return provider == m_providers.end() ? nullptr
                                             : provider->second.findAt(viewOf(model), time);
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

//! A contract as the phases between the volumes that were reached under it.
void CompiledPriceBook::addContracts(const Api::Document &document, qint64 revision,
                                     const QTimeZone &zone, const ReachedVolumes &volumes)
{
    for (const Api::Contract &contract : document.contracts) {
        const auto found = m_providers.find(nameOf(contract.provider.toUtf8()));
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
            for (const DatedPrice &dated : own.all())
                bases.push_back(&dated.price);
        }
        for (const DatedPrice &dated : prices.ownAny.all())
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
        ProviderPrices &prices = m_providers[nameOf(provider.id.toUtf8())];
        const auto &models = list->models(Catalogue::providerName(provider));
        prices.hourly = hourlyPrices(provider, revision, sources.machines);
        for (auto model = models.begin(); model != models.end(); ++model)
            prices.list.emplace(nameOf(model.key()), model->price);
    }
    for (const Api::PriceOverride &own : document.prices) {
        ProviderPrices &prices = m_providers[nameOf(own.provider.toUtf8())];
        DatedPrice dated{beginOf(own.from, zone), own.from, ownPrice(own, revision)};
        if (own.model == "*"_L1)
            prices.ownAny.add(std::move(dated));
        else
            prices.own[nameOf(own.model.toUtf8())].add(std::move(dated));
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
            for (const DatedPrice &dated : own.all())
                all.push_back(
                    {provider, QByteArray::fromStdString(model), &dated.price, true, dated.from});
        }
        for (const DatedPrice &dated : prices.ownAny.all())
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
