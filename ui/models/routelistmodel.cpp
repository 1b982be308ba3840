// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routelistmodel.h"

#include "ui/models/healthlook.h"
#include "ui/models/providerhealthmodel.h"
#include "ui/models/routesdraft.h"
#include "ui/models/routestrategies.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

RouteState routeState(const Api::Route &route, const RouteFacts &facts)
{
    const int usable = usableTargets(route, facts);
    const auto all = int(route.targets.size());
    if (all == 0)
        return {RouteListModel::tr("No target"), Tone::Err, u"circle-x"_s};
    if (usable == 0)
        return {RouteListModel::tr("None", "usable targets"), Tone::Err, u"circle-x"_s};
    if (usable < all)
        return {RouteListModel::tr("%1 of %2", "usable targets").arg(usable).arg(all), Tone::Warn,
                u"triangle-alert"_s};
    return {RouteListModel::tr("Usable"), Tone::Ok, u"check"_s};
}

RouteListModel::RouteListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RouteListModel::setContent(const RoutesDraft &draft, const RouteFacts &facts)
{
    m_rows.clear();
    for (const Api::Route &route : draft.routes())
        m_rows.append(routeRow(route, draft.isChanged(route.id), facts));
    for (const DirectModel &model : facts.models)
        m_rows.append(directRow(model, facts));
    show();
}

void RouteListModel::setSearch(const QString &text)
{
    m_search = text.trimmed();
    show();
}

RouteListModel::Row RouteListModel::routeRow(const Api::Route &route, bool changed,
                                             const RouteFacts &facts) const
{
    QStringList names;
    for (const Api::RouteTarget &target : route.targets)
        names.append(targetName(target));
    const QString targets = tr("%n targets", nullptr, int(names.size()));
    //: %1 is the number of targets; the list is narrow
    const QString detail = changed
        ? tr("Edited, %1").arg(targets)
        : tr("%1, %2", "strategy, number of targets").arg(strategyName(route.strategy), targets);
    return {.kind = RowKind::Route,
            .id = route.id,
            .title = route.id,
            .detail = detail,
            .state = routeState(route, facts),
            .requests = Format::countShort(facts.requests.value(route.id)),
            .searched = QString(route.id + u' ' + route.strategy + u' ' + names.join(u' '))};
}

RouteListModel::Row RouteListModel::directRow(const DirectModel &model,
                                              const RouteFacts &facts) const
{
    const ProviderHealth provider = facts.providers.value(model.provider);
    const HealthLook look = lookOf(provider.health);
    const QString name = provider.name.isEmpty() ? model.provider : provider.name;
    return {.kind = RowKind::Direct,
            .id = model.id,
            .title = model.model,
            .detail = model.priced ? name : tr("%1, no price", "provider").arg(name),
            .state = {look.word, look.tone, look.icon},
            .requests = Format::countShort(facts.requests.value(model.id)),
            .searched = QString(model.id + u' ' + name)};
}

void RouteListModel::show()
{
    QList<Row> shown;
    int direct = 0;
    for (const Row &row : std::as_const(m_rows)) {
        if (!row.searched.contains(m_search, Qt::CaseInsensitive))
            continue;
        if (row.kind == RowKind::Direct && direct++ == 0)
            shown.append({.kind = RowKind::Heading, .title = tr("Direct models")});
        shown.append(row);
    }
    const bool sameRows = std::equal(shown.cbegin(), shown.cend(), m_shown.cbegin(), m_shown.cend(),
                                     [](const Row &a, const Row &b) { return a.isSameAs(b); });
    if (!sameRows) {
        beginResetModel();
        m_shown = shown;
        endResetModel();
    } else if (!shown.isEmpty()) {
        m_shown = shown;
        Q_EMIT dataChanged(index(0, 0), index(int(shown.size()) - 1, ColumnCount - 1));
    }
}

int RouteListModel::rowOf(const QString &id) const
{
    for (int row = 0; row < int(m_shown.size()); ++row)
        if (m_shown.at(row).kind != RowKind::Heading && m_shown.at(row).id == id)
            return row;
    return -1;
}

int RouteListModel::routeCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
                             [](const Row &row) { return row.kind == RowKind::Route; }));
}

int RouteListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int RouteListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags RouteListModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && kind(index.row()) == RowKind::Heading)
        return Qt::ItemIsEnabled;
    return QAbstractTableModel::flags(index);
}

QVariant RouteListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_shown.at(index.row());
    const int column = index.column();
    if (row.kind == RowKind::Heading) {
        if (role == CellRole::Kind)
            return int(CellKind::Strong);
        const bool text = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return column == Name && text ? QVariant(row.title) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return column == Name ? row.title : column == State ? row.state.word : row.requests;
    case Qt::AccessibleTextRole:
        if (column == Name)
            return tr("%1, %2").arg(row.title, row.detail);
        return column == State ? row.state.word : tr("%1 requests in 24 hours").arg(row.requests);
    case Qt::ToolTipRole:
        return column == Name ? QVariant(tr("%1\n%2").arg(row.id, row.detail)) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Requests ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case CellRole::Id:
        return row.id;
    case CellRole::Kind:
        return int(column == Name        ? CellKind::TwoLine
                       : column == State ? CellKind::Pill
                                         : CellKind::Number);
    case CellRole::Detail:
        return column == Name ? QVariant(row.detail) : QVariant();
    case CellRole::Tone:
        return column == State ? QVariant(int(row.state.tone)) : QVariant();
    case CellRole::Icon:
        return column == State ? QVariant(row.state.icon) : QVariant();
    default:
        return {};
    }
}

QVariant RouteListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    static const QStringList keys{u"name"_s, u"state"_s, u"requests"_s};
    if (role == CellRole::Id)
        return keys.value(section);
    if (role == Qt::TextAlignmentRole)
        return int((section == Requests ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : section == State ? tr("State") : tr("24 h");
}

} // namespace Gatehouse::Ui
