// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/usagefolding.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

QJsonObject json(const UsageSums &sums)
{
    return {{u"requests"_s, sums.requests},
            {u"errors"_s, sums.errors},
            {u"tokens_in"_s, sums.tokensIn},
            {u"tokens_out"_s, sums.tokensOut},
            {u"tokens_cached"_s, sums.tokensCached},
            {u"cost_nano_usd"_s, sums.cost},
            {u"tokens_cache_write"_s, sums.tokensCacheWrite},
            {u"tokens_reasoning"_s, sums.tokensReasoning},
            {u"cache_saved_nano_usd"_s, sums.cacheSaved},
            {u"unpriced"_s, sums.unpriced}};
}

void insertGroups(QJsonObject &item, const QStringList &groups, const QStringList &values,
                  const QHash<QString, QString> &names)
{
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QJsonValue none = QJsonValue::Null;
        item.insert(groups[i], values[i].isEmpty() ? none : QJsonValue(values[i]));
        if (groups[i] == "key"_L1) {
            const QString name = names.value(values[i]);
            item.insert(u"key_name"_s, name.isEmpty() ? none : QJsonValue(name));
        }
    }
}

} // namespace

UsageFolding::UsageFolding(const UsageGroups &groups, const UsageByGroup &sums,
                           const UsageSpan &span)
{
    findTimes(groups);
    if (span.most <= 0)
        return;
    std::map<QStringList, qint64> totals;
    for (const auto &[values, sum] : sums)
        totals[withoutTime(values)] += sum.of(span.order);
    if (qsizetype(totals.size()) <= span.most)
        return;
    std::vector<std::pair<qint64, QStringList>> ordered;
    for (const auto &[values, total] : totals)
        ordered.emplace_back(-total, values);
    const auto end = ordered.begin() + span.most;
    std::partial_sort(ordered.begin(), end, ordered.end());
    for (auto one = ordered.begin(); one != end; ++one)
        m_shown.insert(one->second);
    m_others = qint64(totals.size()) - span.most;
}

void UsageFolding::findTimes(const UsageGroups &groups)
{
    m_times.clear();
    const QStringList &names = groups.names();
    for (qsizetype i = 0; i < names.size(); ++i)
        if (names[i] == "day"_L1 || names[i] == "hour"_L1)
            m_times.append(i);
}

UsageFolding UsageFolding::ofDays(const UsageGroups &groups) const
{
    UsageFolding days = *this;
    days.findTimes(groups);
    return days;
}

QStringList UsageFolding::othersOf(const QString &day) const
{
    // No id of a key, and so none that is told.
    QStringList values(m_times.size() + 1, QString(QChar(1)));
    for (const qsizetype place : m_times)
        values[place] = day;
    return values;
}

QJsonArray usageItems(const UsageGroups &groups, const UsageByGroup &sums,
                      const UsageFolding &folding, const QHash<QString, QString> &names,
                      bool onlyCost)
{
    struct Row {
        QString time;
        bool isFolded = false;
        const QStringList *values = nullptr;
        UsageSums sums;
    };
    const QStringList &columns = groups.names();
    const qsizetype time =
        std::max(columns.indexOf(u"hour"_s), std::max<qsizetype>(columns.indexOf(u"day"_s), -1));
    std::vector<Row> rows;
    UsageByGroup folded;
    for (const auto &[values, sum] : sums) {
        if (folding.isShown(values))
            rows.push_back({time >= 0 ? values[time] : QString(), false, &values, sum});
        else
            folded[folding.timeOf(values)].add(sum);
    }
    for (const auto &[values, sum] : folded)
        rows.push_back({time >= 0 ? values[time] : QString(), true, &values, sum});
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return std::tuple(QStringView(a.time), a.isFolded, -a.sums.cost)
            < std::tuple(QStringView(b.time), b.isFolded, -b.sums.cost);
    });
    QJsonArray items;
    for (const Row &row : rows) {
        QJsonObject item =
            onlyCost ? QJsonObject{{u"cost_nano_usd"_s, row.sums.cost}} : json(row.sums);
        insertGroups(item, columns, *row.values, names);
        if (row.isFolded)
            item.insert(u"other"_s, folding.others());
        items += item;
    }
    return items;
}

} // namespace Gatehouse::Ledger
