// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/targetsmodel.h"

#include "ui/models/healthlook.h"
#include "ui/models/routestrategies.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double maximumWeight = 1'000'000;

QString number(double value)
{
    return QLocale().toString(value, 'g', 6);
}

} // namespace

TargetsModel::TargetsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TargetsModel::setRoute(const Api::Route &route, const RouteFacts &facts)
{
    m_facts = facts;
    if (route.targets.size() != m_route.targets.size() || route.id != m_route.id) {
        beginResetModel();
        m_route = route;
        endResetModel();
        return;
    }
    m_route = route;
    if (!m_route.targets.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString TargetsModel::weightsHint() const
{
    if (!sharesByWeight(m_route.strategy) || m_route.targets.size() < 2)
        return {};
    const double total =
        std::accumulate(m_route.targets.cbegin(), m_route.targets.cend(), 0.0,
                        [](double sum, const auto &target) { return sum + target.weight; });
    if (total <= 0 || total == 100 || total == 1)
        return {};
    QStringList given;
    QStringList shares;
    for (const Api::RouteTarget &target : m_route.targets) {
        given.append(number(target.weight));
        shares.append(number(std::round(100 * target.weight / total)));
    }
    return tr("Weights add up to %1. They are shares, so %2 instead of %3 gives the same result.")
        .arg(number(total), shares.join(u'/'), given.join(u'/'));
}

QStringList TargetsModel::modelsFor(int row) const
{
    return m_facts.modelsOf(m_route.targets.value(row).provider);
}

void TargetsModel::append(const Api::RouteTarget &target)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_route.targets.append(target);
    endInsertRows();
    shareChanged();
}

void TargetsModel::removeTarget(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_route.targets.removeAt(row);
    endRemoveRows();
    shareChanged();
}

bool TargetsModel::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount())
        return false;
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    m_route.targets.move(row, to);
    endMoveRows();
    shareChanged();
    return true;
}

void TargetsModel::shareChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Share), index(rowCount() - 1, Share));
    Q_EMIT edited();
}

int TargetsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_route.targets.size());
}

int TargetsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TargetsModel::text(const Api::RouteTarget &target, int row, int column) const
{
    switch (column) {
    case Provider:
        return target.provider.isEmpty() ? tr("Choose") : target.provider;
    case Model:
        return target.model.isEmpty() ? tr("Choose") : target.model;
    case Weight:
        return number(target.weight);
    default:
        return Format::percent(plannedShares(m_route, m_facts).value(row));
    }
}

QString TargetsModel::health(const QString &provider) const
{
    return lookOf(m_facts.providers.value(provider).health).word;
}

QVariant TargetsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Api::RouteTarget &target = m_route.targets.at(index.row());
    const int column = index.column();
    const bool isNumber = column == Weight || column == Share;
    switch (role) {
    case Qt::DisplayRole:
        return text(target, index.row(), column);
    case Qt::ToolTipRole:
        return column == Provider && m_facts.providers.contains(target.provider)
            ? tr("%1, %2").arg(target.provider, health(target.provider))
            : text(target, index.row(), column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                data(index, Qt::ToolTipRole).toString());
    case Qt::EditRole:
        return column == Provider ? QVariant(target.provider)
            : column == Model     ? QVariant(target.model)
            : column == Weight    ? QVariant(target.weight)
                                  : QVariant();
    case Qt::TextAlignmentRole:
        return isNumber ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case CellRole::Id:
        return targetName(target);
    case CellRole::Kind:
        return int(isNumber ? CellKind::Number : CellKind::Text);
    default:
        return {};
    }
}

bool TargetsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() == Share)
        return false;
    Api::RouteTarget target = m_route.targets.at(index.row());
    if (index.column() == Provider) {
        target.provider = value.toString().trimmed();
        const QStringList models = m_facts.modelsOf(target.provider);
        if (!models.isEmpty() && !models.contains(target.model))
            target.model.clear(); // the other provider's name means nothing here
    } else if (index.column() == Model) {
        target.model = value.toString().trimmed();
    } else {
        target.weight = qBound(0.0, value.toDouble(), maximumWeight);
    }
    if (target == m_route.targets.at(index.row()))
        return true;
    m_route.targets[index.row()] = target;
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    shareChanged();
    return true;
}

Qt::ItemFlags TargetsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return m_editable && index.isValid() && index.column() != Share ? usual | Qt::ItemIsEditable
                                                                    : usual;
}

QVariant TargetsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    static const QStringList keys{u"provider"_s, u"model"_s, u"weight"_s, u"share"_s};
    if (role == CellRole::Id)
        return keys.value(section);
    if (role == Qt::TextAlignmentRole)
        return int((section >= Weight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Provider:
        return tr("Provider");
    case Model:
        return tr("Model");
    case Weight:
        return tr("Weight");
    default:
        return tr("Share");
    }
}

} // namespace Gatehouse::Ui
