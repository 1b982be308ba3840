// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/teamsmodel.h"

#include "core/base/quantities.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/keysmodel.h"
#include "ui/models/teamspend.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tokens.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

bool isNumber(int column)
{
    return column == TeamsModel::Keys || column == TeamsModel::Spent;
}

} // namespace

TeamsModel::TeamsModel(ConfigurationModel &configuration, KeysModel &keys, TeamSpend &spend,
                       QObject *parent)
    : QAbstractTableModel(parent)
    , m_configuration(configuration)
    , m_keys(keys)
    , m_spend(spend)
    , m_teams(configuration.document().teams)
{
    connect(&configuration, &ConfigurationModel::changed, this, &TeamsModel::take);
    connect(&keys, &KeysModel::changed, this, &TeamsModel::showNumbers);
    connect(&spend, &TeamSpend::changed, this, &TeamsModel::showNumbers);
}

void TeamsModel::showNumbers()
{
    if (!m_teams.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString TeamsModel::budgetText(const QString &team) const
{
    const auto budget = m_spend.budget(team);
    return budget ? tr("%1 of %2", "spent, budget")
                        .arg(Format::moneyShort(budget->spent), Format::moneyShort(budget->limit))
                  : tr("No budget");
}

QVariant TeamsModel::budgetData(const QString &team, int role) const
{
    const auto budget = m_spend.budget(team);
    if (!budget)
        return {};
    if (role == CellRole::Share)
        return budget->share;
    return int(budget->state == "exhausted"_L1    ? Tone::Err
                   : budget->state == "warned"_L1 ? Tone::Warn
                                                  : Tone::Accent);
}

void TeamsModel::take()
{
    if (m_teams == m_configuration.document().teams)
        return;
    beginResetModel();
    m_teams = m_configuration.document().teams;
    endResetModel();
}

QStringList TeamsModel::keyNames(const QString &team) const
{
    QStringList names;
    for (const KeyRow &key : m_keys.keys())
        if (key.team == team && !key.isDeleted())
            names.append(key.name);
    return names;
}

QStringList TeamsModel::members(const QString &team) const
{
    QStringList people;
    for (const KeyRow &key : m_keys.keys())
        if (key.team == team && !key.isDeleted() && !key.owner.isEmpty())
            people.append(key.owner);
    people.sort(Qt::CaseInsensitive);
    people.removeDuplicates();
    return people;
}

int TeamsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_teams.size());
}

int TeamsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString TeamsModel::text(const Api::Team &team, int column) const
{
    switch (column) {
    case TeamId:
        return team.id;
    case Name:
        return team.name.isEmpty() ? team.id : team.name;
    case Keys:
        return m_keys.hasData() ? Format::count(qint64(keyNames(team.id).size()))
                                : Format::unknown();
    case Members: {
        const QStringList people = members(team.id);
        return people.isEmpty() ? Format::unknown() : people.join(u", "_s);
    }
    case Routes:
        return team.routes.isEmpty() ? tr("All") : routesText(team.routes);
    case Residency:
        return team.residency.isEmpty() ? tr("Any region") : team.residency.join(u", "_s);
    case Spent:
        return Format::money(m_keys.teamSpend(team.id));
    case Budget:
        return budgetText(team.id);
    default:
        return {};
    }
}

QVariant TeamsModel::sortValue(const Api::Team &team, int column) const
{
    if (column == Keys)
        return int(keyNames(team.id).size());
    if (column == Spent)
        return m_keys.teamSpend(team.id).value_or(-1);
    if (column == Budget)
        return m_spend.budget(team.id)
            .value_or(TeamSpend::Budget{.share = -1, .period = {}, .state = {}})
            .share;
    return text(team, column).toLower();
}

QVariant TeamsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Api::Team &team = m_teams.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(team, column);
    case Qt::ToolTipRole:
        return column == Keys ? keyNames(team.id).join(u", "_s) : text(team, column);
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case CellRole::Id:
        return team.id;
    case CellRole::Kind:
        return int(column == Name                                    ? CellKind::Strong
                       : isNumber(column)                            ? CellKind::Number
                       : column == Budget && m_spend.budget(team.id) ? CellKind::Meter
                                                                     : CellKind::Text);
    case CellRole::Share:
    case CellRole::Tone:
        return column == Budget ? budgetData(team.id, role) : QVariant();
    case CellRole::Sort:
        return sortValue(team, column);
    case CellRole::Value:
        if (const auto spent = m_keys.teamSpend(team.id); column == Spent && spent)
            return QVariant::fromValue(Money{*spent});
        return column == Keys && m_keys.hasData() ? sortValue(team, column) : QVariant();
    default:
        return {};
    }
}

QVariant TeamsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    static const QStringList ids{u"id"_s,     u"name"_s,      u"keys"_s,  u"members"_s,
                                 u"routes"_s, u"residency"_s, u"spent"_s, u"budget"_s};
    if (role == CellRole::Id)
        return ids.value(section);
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Id"),     tr("Name"),      tr("Keys"),       tr("Members"),
                             tr("Models"), tr("Residency"), tr("This month"), tr("Budget")};
    return titles.value(section);
}

} // namespace Gatehouse::Ui
