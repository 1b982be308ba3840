// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/cataloguedifference.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

using Amounts = std::map<QString, qint64>;

void add(Amounts &amounts, const QString &name, const std::optional<TokenPrice> &price)
{
    if (price)
        amounts[name] = price->nanoUsdPerMillion;
}

void add(Amounts &amounts, const QString &name, const std::optional<Money> &price)
{
    if (price)
        amounts[name] = price->nanoUsd;
}

//! Every price under the name that it has in a list.
Amounts amountsOf(const Price &price)
{
    Amounts all;
    add(all, u"input"_s, price.input);
    add(all, u"output"_s, price.output);
    add(all, u"cache_read"_s, price.cacheRead);
    add(all, u"cache_write"_s, price.cacheWrite);
    add(all, u"cache_write_1h"_s, price.cacheWriteHour);
    add(all, u"reasoning"_s, price.reasoning);
    add(all, u"batch_input"_s, price.batchInput);
    add(all, u"batch_output"_s, price.batchOutput);
    add(all, u"batch_cache_read"_s, price.batchCacheRead);
    add(all, u"audio_input"_s, price.audioInput);
    add(all, u"audio_output"_s, price.audioOutput);
    add(all, u"image_input"_s, price.imageInput);
    add(all, u"per_request"_s, price.perRequest);
    add(all, u"per_image"_s, price.perImage);
    add(all, u"per_second"_s, price.perSecond);
    add(all, u"per_character"_s, price.perCharacterMillion);
    add(all, u"per_query"_s, price.perQuery);
    for (const PicturePrice &row : price.pictures)
        all[u"per_image %1 %2"_s.arg(QString::fromUtf8(row.size), QString::fromUtf8(row.quality))] =
            row.each.nanoUsd;
    for (const PriceTier &tier : price.tiers) {
        const QString above = u" above %1"_s.arg(tier.above);
        add(all, u"input"_s + above, tier.input);
        add(all, u"output"_s + above, tier.output);
        add(all, u"cache_read"_s + above, tier.cacheRead);
        add(all, u"cache_write"_s + above, tier.cacheWrite);
        add(all, u"batch_input"_s + above, tier.batchInput);
        add(all, u"batch_output"_s + above, tier.batchOutput);
    }
    return all;
}

struct Row {
    QString provider;
    QString model;
    QString change;
    QJsonArray fields;
    bool isUsed = false;
};

QJsonValue orNull(const Amounts &amounts, const QString &name)
{
    const auto found = amounts.find(name);
    return found == amounts.end() ? QJsonValue() : QJsonValue(found->second);
}

//! Nothing where both are the same.
std::optional<Row> compared(const Amounts &before, const Amounts &after)
{
    Row row;
    int higher = 0;
    int lower = 0;
    std::set<QString> names;
    for (const Amounts *side : {&before, &after}) {
        for (const auto &[name, amount] : *side)
            names.insert(name);
    }
    for (const QString &name : names) {
        const QJsonValue was = orNull(before, name);
        const QJsonValue is = orNull(after, name);
        if (was == is)
            continue;
        row.fields.append(QJsonObject{{u"name"_s, name}, {u"before"_s, was}, {u"after"_s, is}});
        if (was.isNull() || is.isNull())
            continue;
        ++(is.toInteger() > was.toInteger() ? higher : lower);
    }
    if (row.fields.isEmpty())
        return std::nullopt;
    row.change = higher == row.fields.size() ? u"dearer"_s
        : lower == row.fields.size()         ? u"cheaper"_s
                                             : u"changed"_s;
    return row;
}

} // namespace

QJsonObject catalogueDifference(const Catalogue &before, const Catalogue &after,
                                const QList<QByteArray> &used, qsizetype most)
{
    std::set<QByteArray> providers;
    for (const Catalogue *side : {&before, &after}) {
        for (const QByteArray &provider : side->providers())
            providers.insert(provider);
    }
    std::vector<Row> rows;
    std::map<QString, qint64> counts{
        {u"added"_s, 0}, {u"removed"_s, 0}, {u"dearer"_s, 0}, {u"cheaper"_s, 0}, {u"changed"_s, 0}};
    for (const QByteArray &provider : providers) {
        const auto &old = before.models(provider);
        const auto &fresh = after.models(provider);
        std::set<QByteArray> models;
        for (const auto *side : {&old, &fresh}) {
            for (auto model = side->begin(); model != side->end(); ++model)
                models.insert(model.key());
        }
        for (const QByteArray &model : models) {
            const bool was = old.contains(model);
            const bool is = fresh.contains(model);
            auto row = compared(was ? amountsOf(old[model].price) : Amounts(),
                                is ? amountsOf(fresh[model].price) : Amounts());
            if (!row && was == is)
                continue;
            if (!row)
                row.emplace();
            if (was != is)
                row->change = is ? u"added"_s : u"removed"_s;
            row->provider = QString::fromUtf8(provider);
            row->model = QString::fromUtf8(model);
            row->isUsed = used.contains(provider);
            ++counts[row->change];
            rows.push_back(*std::move(row));
        }
    }
    std::ranges::stable_partition(rows, &Row::isUsed);
    QJsonArray items;
    for (const Row &row : rows) {
        if (items.size() == most)
            break;
        items.append(QJsonObject{{u"provider"_s, row.provider},
                                 {u"model"_s, row.model},
                                 {u"change"_s, row.change},
                                 {u"used"_s, row.isUsed},
                                 {u"fields"_s, row.fields}});
    }
    QJsonObject difference{
        {u"before"_s, before.version()}, {u"after"_s, after.version()}, {u"items"_s, items}};
    for (const auto &[name, count] : counts)
        difference.insert(name, count);
    return difference;
}

} // namespace Gatehouse::Ledger
