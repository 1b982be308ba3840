// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/contractprices.h"

#include "core/ledger/ownprices.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

QByteArray percentText(double percent)
{
    return QByteArray::number(percent, 'g', QLocale::FloatingPointShortest) + " %";
}

Price contractPrice(const Api::ContractPrice &given, const QByteArray &words, qint64 revision)
{
    Price price = commonPrice(given);
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

//! As Api::Contract::isAbout().
bool isAbout(const std::vector<std::string> &models, std::string_view model)
{
    return models.empty() || std::ranges::any_of(models, [model](const std::string &known) {
               const std::string_view text(known);
               return text.ends_with('*') ? model.starts_with(text.substr(0, text.size() - 1))
                                          : model == text;
           });
}

} // namespace

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
        phase.models.push_back(nameOf(model.toUtf8()));
    std::unordered_map<std::string, qint64> chosen;
    for (const Api::ContractPrice &given : contract.prices) {
        const qint64 above = given.above.value_or(0);
        const std::string model = nameOf(given.model.toUtf8());
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

} // namespace Gatehouse::Ledger
