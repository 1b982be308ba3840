// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/providerhealthmodel.h"

#include "core/base/quantities.h"
#include "ui/models/healthlook.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

// The success bar shows the last tenth: below 90 % it is empty.
constexpr double emptyAt = 0.9;
constexpr double worryBelow = 0.99;

CellKind kindOf(int column)
{
    switch (column) {
    case ProviderHealthModel::Provider:
        return CellKind::Swatch;
    case ProviderHealthModel::Health:
        return CellKind::Pill;
    case ProviderHealthModel::Success:
        return CellKind::Meter;
    default:
        return CellKind::Number;
    }
}

QVariant share(const ProviderHealth &provider)
{
    if (!provider.success)
        return {};
    return std::clamp((*provider.success - emptyAt) / (1 - emptyAt), 0.0, 1.0);
}

Tone successTone(const ProviderHealth &provider)
{
    const double rate = provider.success.value_or(1);
    return rate >= worryBelow ? Tone::Ok : rate >= emptyAt ? Tone::Warn : Tone::Err;
}

QString columnKey(int column)
{
    static const QStringList keys{u"provider"_s,        u"health"_s,     u"success"_s,
                                  u"requests"_s,        u"firstToken"_s, u"p95"_s,
                                  u"tokensPerSecond"_s, u"spendToday"_s};
    return keys.value(column);
}

} // namespace

ProviderHealthModel::ProviderHealthModel(SeriesColours &colours, QObject *parent)
    : QAbstractTableModel(parent)
    , m_colours(colours)
{
}

void ProviderHealthModel::setProviders(const QList<ProviderHealth> &providers, const QDateTime &now,
                                       const QTimeZone &zone)
{
    m_zone = zone;
    m_today = now.toTimeZone(zone).date();
    const bool sameRows =
        std::equal(providers.cbegin(), providers.cend(), m_providers.cbegin(), m_providers.cend(),
                   [](const ProviderHealth &a, const ProviderHealth &b) { return a.id == b.id; });
    if (!sameRows) {
        beginResetModel();
        m_providers = providers;
        endResetModel();
        return;
    }
    for (qsizetype row = 0; row < providers.size(); ++row) {
        if (m_providers.at(row) == providers.at(row))
            continue;
        m_providers[row] = providers.at(row);
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
}

int ProviderHealthModel::failingCount() const
{
    return int(std::count_if(m_providers.cbegin(), m_providers.cend(), [](const auto &provider) {
        return provider.health == ProviderHealth::Health::Degraded
            || provider.health == ProviderHealth::Health::Down;
    }));
}

int ProviderHealthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_providers.size());
}

int ProviderHealthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProviderHealthModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProviderHealth &provider = m_providers.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(provider, column);
    case Qt::AccessibleTextRole:
        return accessibleText(provider, column);
    case Qt::ToolTipRole:
        return column == Health ? provider.healthSource : QVariant();
    case Qt::TextAlignmentRole:
        return column >= Requests ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case CellRole::Id:
        return provider.id;
    case CellRole::Kind:
        return int(kindOf(column));
    case CellRole::Detail:
        return column == Provider ? provider.region.join(u", "_s) : QVariant();
    case CellRole::Series:
        return provider.requests > 0 ? m_colours.indexOf(provider.id)
                                     : m_colours.known(provider.id);
    case CellRole::Tone:
        if (column == Health)
            return int(lookOf(provider.health).tone);
        return column == Success ? QVariant(int(successTone(provider))) : QVariant();
    case CellRole::Icon:
        return column == Health ? lookOf(provider.health).icon : QVariant();
    case CellRole::Share:
        return column == Success ? share(provider) : QVariant();
    case CellRole::Sort:
        return sortValue(provider, column);
    case CellRole::Value:
        if (column == SpendToday)
            return provider.spendToday ? QVariant::fromValue(Money{*provider.spendToday})
                                       : QVariant();
        return column == Provider || column == Health ? QVariant() : sortValue(provider, column);
    default:
        return {};
    }
}

QString ProviderHealthModel::text(const ProviderHealth &provider, int column) const
{
    switch (column) {
    case Provider:
        return provider.name;
    case Health:
        return lookOf(provider.health).word;
    case Success:
        return provider.success ? Format::percent(*provider.success, 2) : Format::unknown();
    case Requests:
        return Format::count(provider.requests);
    case FirstToken:
        return Format::durationFine(provider.firstTokenMs);
    case P95:
        return Format::durationFine(provider.p95Ms, 1000);
    case TokensPerSecond:
        return provider.tokensPerSecond ? Format::count(qRound64(*provider.tokensPerSecond))
                                        : Format::unknown();
    case SpendToday:
        return Format::money(provider.spendToday);
    default:
        return {};
    }
}

// What is unknown comes before every number.
QVariant ProviderHealthModel::sortValue(const ProviderHealth &provider, int column) const
{
    switch (column) {
    case Provider:
        return provider.name;
    case Health:
        return int(provider.health);
    case Success:
        return provider.success.value_or(-1);
    case Requests:
        return provider.requests;
    case FirstToken:
        return provider.firstTokenMs.value_or(-1);
    case P95:
        return provider.p95Ms.value_or(-1);
    case TokensPerSecond:
        return provider.tokensPerSecond.value_or(-1);
    case SpendToday:
        return provider.spendToday.value_or(-1);
    default:
        return {};
    }
}

QVariant ProviderHealthModel::accessibleText(const ProviderHealth &provider, int column) const
{
    if (column == Health && provider.since.isValid())
        return tr("%1 since %2")
            .arg(lookOf(provider.health).word, Format::timeOfDay(provider.since, m_zone));
    return text(provider, column);
}

QVariant ProviderHealthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == CellRole::Id)
        return columnKey(section);
    if (role == Qt::TextAlignmentRole)
        return int((section >= Requests ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Provider:
        return tr("Provider");
    case Health:
        return tr("Health");
    case Success:
        return tr("Success");
    case Requests:
        return tr("Requests");
    case FirstToken:
        return tr("First token");
    case P95:
        return tr("p95");
    case TokensPerSecond:
        return tr("Tokens/s");
    case SpendToday:
        return tr("Spend today");
    default:
        return {};
    }
}

} // namespace Gatehouse::Ui
